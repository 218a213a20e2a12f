//! The clock once more, as plainly as it can be put: day by day, with nothing clever and nothing shared with the crate
//! but the list of closed days and the names of things. Slow, and easy to check against the rules.

use casebook_law::clock::{Act, EuSuspension, Fact, Matter};
use casebook_law::{Calendar, Right};
use chrono::{Datelike, NaiveDate};

/// What this implementation says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Naive {
    pub(crate) started_on: Option<NaiveDate>,
    pub(crate) due_initial: Option<NaiveDate>,
    pub(crate) due_final: Option<NaiveDate>,
    pub(crate) cautious_initial: Option<NaiveDate>,
    pub(crate) cautious_final: Option<NaiveDate>,
}

struct Question {
    asked: NaiveDate,
    answered: Option<NaiveDate>,
}

/// Identity, authority, fee: whether it is awaited, and when it came.
#[derive(Default, Clone, Copy)]
struct Awaited {
    open: bool,
    came: Option<NaiveDate>,
}

struct Day<'a> {
    calendar: &'a Calendar,
    received: NaiveDate,
    awaited: [Awaited; 3],
    questions: Vec<Question>,
    extended: bool,
}

/// Runs a matter of one of the rights that have a month.
pub(crate) fn run(matter: &Matter<'_>, calendar: &Calendar) -> Naive {
    let waits = matter.place.is_uk() || matter.settings.eu_suspension == EuSuspension::Edpb;
    let pauses = waits && matter.right == Right::Access;
    let mut facts = matter.facts.to_vec();
    facts.sort_by_key(|fact| fact.on);
    let over = facts
        .iter()
        .find(|fact| matches!(fact.act, Act::Answered | Act::Withdrawn | Act::SubjectDied))
        .copied();
    let answered = facts.iter().find(|fact| fact.act == Act::Answered).map(|fact| fact.on);
    let ended = facts.iter().find(|fact| matches!(fact.act, Act::Withdrawn | Act::SubjectDied));
    let mut day = Day {
        calendar,
        received: matter.received_on,
        awaited: [Awaited::default(); 3],
        questions: Vec::new(),
        extended: false,
    };
    for fact in facts.iter().filter(|fact| over.is_none_or(|over| fact.on <= over.on)) {
        day.take(*fact, waits, pauses, matter.place.is_uk());
    }
    if ended.is_some_and(|ended| answered.is_none_or(|answered| ended.on < answered)) {
        return Naive {
            started_on: None,
            due_initial: None,
            due_final: None,
            cautious_initial: None,
            cautious_final: None,
        };
    }
    let law_begins = NaiveDate::from_ymd_opt(2026, 2, 5).unwrap();
    let no_pause = matter.place.is_uk() && matter.received_on < law_begins;
    let cautious = move |question: &Question, on: NaiveDate| {
        !no_pause && question.asked <= on && question.answered.is_some_and(|answered| on < answered)
    };
    Naive {
        started_on: day.start(),
        due_initial: day.last_day(1, &literal),
        due_final: day.last_day(if day.extended { 3 } else { 1 }, &literal),
        cautious_initial: day.last_day(1, &cautious),
        cautious_final: day.last_day(if day.extended { 3 } else { 1 }, &cautious),
    }
}

fn literal(question: &Question, on: NaiveDate) -> bool {
    question.asked <= on && question.answered.is_some_and(|answered| on <= answered)
}

impl Day<'_> {
    fn take(&mut self, fact: Fact, waits: bool, pauses: bool, fees: bool) {
        let on = fact.on;
        let in_first_month = self.last_day(1, &literal).is_none_or(|limit| on <= limit);
        let in_time =
            self.last_day(if self.extended { 3 } else { 1 }, &literal).is_none_or(|limit| on <= limit);
        match fact.act {
            Act::IdentityAsked | Act::IdentityInsufficient if waits && in_first_month => {
                self.awaited[0].open = true;
            }
            Act::AuthorityAsked if waits && in_first_month => self.awaited[1].open = true,
            Act::FeeAsked if fees && in_first_month => self.awaited[2].open = true,
            Act::IdentityReceived => self.came(0, on),
            Act::AuthorityReceived => self.came(1, on),
            Act::FeePaid => self.came(2, on),
            Act::IdentityWaived => self.awaited[0] = Awaited::default(),
            Act::ClarificationAsked if pauses && in_time => {
                self.questions.push(Question { asked: on, answered: None });
            }
            Act::ClarificationReceived | Act::ClarificationRefused => {
                let oldest = self.questions.iter_mut().find(|question| question.answered.is_none());
                if let Some(question) = oldest {
                    question.answered = Some(on);
                }
            }
            Act::Extended if in_first_month => self.extended = true,
            _ => {}
        }
    }

    fn came(&mut self, which: usize, on: NaiveDate) {
        if self.awaited[which].open {
            self.awaited[which] = Awaited { open: false, came: Some(on) };
        }
    }

    fn start(&self) -> Option<NaiveDate> {
        if self.awaited.iter().any(|awaited| awaited.open) {
            return None;
        }
        let mut start = self.received;
        for came in self.awaited.iter().filter_map(|awaited| awaited.came) {
            if came > start {
                start = came;
            }
        }
        Some(start)
    }

    fn last_day(&self, months: u32, is_paused: &dyn Fn(&Question, NaiveDate) -> bool) -> Option<NaiveDate> {
        let start = self.start()?;
        if self.questions.iter().any(|question| question.answered.is_none()) {
            return None;
        }
        let paused = |on| self.questions.iter().any(|question| is_paused(question, on));
        let mut needed = 0;
        let month_end = month_end(start, months);
        let mut on = start;
        while on < month_end {
            on = on.succ_opt()?;
            needed += 1;
        }
        on = start;
        while needed > 0 {
            on = on.succ_opt()?;
            if !paused(on) {
                needed -= 1;
            }
        }
        while paused(on) || !self.calendar.is_working_day(on) {
            on = on.succ_opt()?;
        }
        Some(on)
    }
}

/// The same day number `months` on, or the nearest one before it that the month has.
fn month_end(start: NaiveDate, months: u32) -> NaiveDate {
    let (mut year, mut month) = (start.year(), start.month() + months);
    while month > 12 {
        month -= 12;
        year += 1;
    }
    let mut number = start.day();
    loop {
        if let Some(day) = NaiveDate::from_ymd_opt(year, month, number) {
            return day;
        }
        number -= 1;
    }
}
