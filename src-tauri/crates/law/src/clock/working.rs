//! The working: why these dates, in sentences a person can follow and check with a wall calendar.

use chrono::{Datelike, NaiveDate};

use super::act::{Act, Fact};
use super::complaint::DAYS_TO_ACKNOWLEDGE;
use super::course::{Course, Due};
use super::ending::Ending;
use super::matter::Matter;
use super::month::Walk;
use super::outcome::Step;
use super::pause::Counting;
use super::period::{Movers, WhyNone, came_before_the_pause_was_law};
use super::phrase;
use super::run::Dates;
use crate::calendar::Calendar;
use crate::civil::{days_between, plus_days};
use crate::rights::Right;
use crate::rules::RuleId;
use crate::words::{counted, date, listed, long_date, weekday};

/// A demand later than this many working days after receipt is not prompt (TIME-5, TIME-7).
const PROMPT_WORKING_DAYS: u32 = 5;

/// How many closed days in a row are named one by one.
const CLOSED_DAYS_NAMED: usize = 8;

/// The working while it is being written.
pub(super) struct Working<'a> {
    matter: &'a Matter<'a>,
    calendar: &'a Calendar,
    today: NaiveDate,
    steps: Vec<Step>,
    advisories: Vec<String>,
}

impl<'a> Working<'a> {
    pub(super) const fn new(matter: &'a Matter<'a>, calendar: &'a Calendar, today: NaiveDate) -> Self {
        Self { matter, calendar, today, steps: Vec::new(), advisories: Vec::new() }
    }

    pub(super) fn finish(self) -> (Vec<Step>, Vec<String>) {
        (self.steps, self.advisories)
    }

    fn step(&mut self, rule: RuleId, day: NaiveDate, text: impl Into<String>) {
        self.steps.push(Step { rule, text: text.into(), date: Some(day) });
    }

    fn note(&mut self, rule: RuleId, text: impl Into<String>) {
        self.steps.push(Step { rule, text: text.into(), date: None });
    }

    fn advise(&mut self, text: impl Into<String>) {
        self.advisories.push(text.into());
    }

    /// The day of receipt, and what is odd about it.
    pub(super) fn receipt(&mut self, facts: &[Fact]) {
        let on = self.matter.received_on;
        let closed =
            if self.calendar.is_working_day(on) { "" } else { " A clock can start on a closed day." };
        let text = format!("The {} was received on {}.{closed}", self.matter.noun(), long_date(on));
        self.step(RuleId::TIME_6, on, text);
        if let Some(early) = facts.iter().find(|fact| fact.on < on) {
            self.advise(format!(
                "{} on {}, before the {} was received on {}: check both dates.",
                phrase::begins(early.act),
                date(early.on),
                self.matter.noun(),
                date(on)
            ));
        }
        if self.matter.right == Right::Objection {
            self.advise("If this objects to direct marketing, stop at once: only the answer has a month.");
        }
    }

    /// No period: why.
    pub(super) fn no_period(&mut self, why: WhyNone) {
        let (rule, text) = match why {
            WhyNone::ConsentWithdrawal => (
                RuleId::TIME_11,
                "The law sets no period for consent that is withdrawn: stop at once what rested on it.",
            ),
            WhyNone::ComplaintBeforeTheDuty => (
                RuleId::TIME_12,
                "The duty to acknowledge complaints within 30 days began on 19 June 2026; for this one it is good \
                 practice.",
            ),
            WhyNone::ComplaintUnderEuLaw => (
                RuleId::LAW_5,
                "EU law sets no period for complaints made to the controller; the person can go to the supervisory \
                 authority.",
            ),
        };
        self.note(rule, text);
    }

    /// What happened and what it did, fact by fact.
    pub(super) fn facts(&mut self, course: &Course<'_>, movers: Movers) {
        let place = self.matter.place;
        self.steps.extend(course.happened().iter().filter_map(|happened| phrase::step(*happened, place)));
        let prompt_until = self.calendar.add_working_days(self.matter.received_on, PROMPT_WORKING_DAYS);
        let late = course.happened().iter().find(|happened| {
            let asks = matches!(
                happened.fact.act,
                Act::IdentityAsked | Act::AuthorityAsked | Act::ClarificationAsked
            );
            asks && happened.fact.on > prompt_until
        });
        if let Some(late) = late {
            self.advise(format!(
                "{} on {}, more than {} after receipt. The regulator expects such a question promptly.",
                phrase::begins(late.fact.act),
                date(late.fact.on),
                counted(PROMPT_WORKING_DAYS, "working day", "working days")
            ));
        }
        if !place.is_uk() && movers.identity {
            self.advise(
                "Under EU law waiting stops the clock by guidance only, if we asked without delay; the text has no \
                 such pause.",
            );
        }
        if came_before_the_pause_was_law(self.matter) {
            self.advise(
                "Received before 5 February 2026: the stop-the-clock rule was guidance, not statute.",
            );
        }
    }

    /// From the start to the last day, or why there is none yet.
    pub(super) fn month(&mut self, course: &Course<'_>, due: Option<Due>, if_today: Option<NaiveDate>) {
        let would_be = if_today
            .map(|day| format!(" If it came today, the last day would be {}.", long_date(day)))
            .unwrap_or_default();
        let Some(start) = course.started_on() else {
            if let Some(waiting) = course.waiting() {
                self.step(
                    RuleId::TIME_5,
                    waiting.since,
                    format!(
                        "The clock has not started: it has been waiting for {} since {}.{would_be}",
                        waiting.what.name(),
                        date(waiting.since)
                    ),
                );
            }
            return;
        };
        let because = if start == self.matter.received_on {
            "the day of receipt"
        } else {
            "the day the last of it came"
        };
        self.step(RuleId::TIME_5, start, format!("The clock started on {}, {because}.", long_date(start)));
        match (due, course.waiting()) {
            (Some(due), _) => self.due(due),
            (None, Some(waiting)) => self.step(
                RuleId::TIME_8,
                waiting.since,
                format!(
                    "The clock has stood still since {}: there is no last day until an answer comes.{would_be}",
                    date(waiting.since)
                ),
            ),
            (None, None) => {}
        }
    }

    fn due(&mut self, due: Due) {
        self.walk(&due.initial, RuleId::TIME_2);
        if let Some(extended) = due.extended {
            self.walk(&extended, RuleId::TIME_10);
        }
        self.forecast(due.last());
    }

    /// The stations of one walk, each in a sentence.
    fn walk(&mut self, walk: &Walk, rule: RuleId) {
        let months = if walk.months == 1 { "One month" } else { "Three months" };
        let end = walk.month_end;
        let why = if end.day() == walk.start.day() {
            "the day with the same number".to_owned()
        } else {
            format!("because that month has no day {}", walk.start.day())
        };
        let text = format!("{months} from {} end on {}, {why}.", date(walk.start), date(end));
        let text = if walk.months == 1 { text.replacen(" end on ", " ends on ", 1) } else { text };
        self.step(rule, end, text);
        let left_out = days_between(end, walk.reached);
        if left_out > 0 {
            let paused = counted(left_out, "paused day is", "paused days are");
            let text = format!("{paused} left out, so the count ends on {}.", date(walk.reached));
            self.step(RuleId::TIME_9, walk.reached, text);
        }
        self.rolled(walk.reached, walk.last);
    }

    /// Whether the last day stayed where counting ended or moved on, and over what.
    fn rolled(&mut self, reached: NaiveDate, last: NaiveDate) {
        let place = self.calendar.place();
        let text = if reached == last {
            format!("{} is a {} and a working day in {place}, so it stays.", date(last), weekday(last))
        } else {
            format!("{}, so the last day moves to {}.", self.why_closed(reached, last), long_date(last))
        };
        self.step(RuleId::TIME_3, last, text);
    }

    /// Why none of the days from `from` up to `until` can be a last day.
    fn why_closed(&self, from: NaiveDate, until: NaiveDate) -> String {
        let mut named = Vec::new();
        let mut day = Some(from);
        while let Some(on) = day.filter(|on| *on < until && named.len() < CLOSED_DAYS_NAMED) {
            let why = match self.calendar.holiday(on) {
                Some(holiday) => format!("{} is {}", date(on), holiday.title),
                None if self.calendar.is_working_day(on) => format!("{} is paused", date(on)),
                None => format!("{} is a {}", date(on), weekday(on)),
            };
            named.push(why);
            day = plus_days(on, 1);
        }
        listed(&named)
    }

    /// The thirty days of a complaint.
    pub(super) fn thirty_days(&mut self, facts: &[Fact], thirtieth: NaiveDate, last: NaiveDate) {
        let counted_days = counted(DAYS_TO_ACKNOWLEDGE, "day", "days");
        self.step(
            RuleId::TIME_12,
            thirtieth,
            format!(
                "A complaint is acknowledged within {counted_days}, the first being the day after receipt: the last of \
                 them is {}.",
                date(thirtieth)
            ),
        );
        self.rolled(thirtieth, last);
        let moves = |fact: &&Fact| !self.matter.is_answered_by(fact.act) && !is_an_end(fact.act);
        if facts.iter().any(|fact| moves(&fact)) {
            self.note(RuleId::TIME_12, "Nothing that was asked or extended since moves those days.");
        }
        self.forecast(last);
    }

    /// Both countings, where they differ (TIME-7, RULES-1).
    pub(super) fn both_countings(&mut self, dates: Option<Dates>, careful: Counting) {
        let Some(dates) = dates else { return };
        let (literal, shown) = (dates.due_final, dates.cautious_final);
        if literal != shown {
            let (rule, how) = match careful {
                Counting::Unpaused => {
                    (RuleId::RULES_1, "With no pause taken out, as the law stood when the request came")
                }
                _ => (RuleId::TIME_7, "Counted cautiously, with one day fewer for each pause"),
            };
            let text = format!(
                "{how}, the last day is {}. That is the day shown; the literal counting gives {}.",
                long_date(shown),
                long_date(literal)
            );
            self.step(rule, shown, text);
            if self.today > shown && self.today <= literal {
                self.advise(format!(
                    "The cautious last day, {}, has passed; only the literal counting still gives time, until {}.",
                    date(shown),
                    date(literal)
                ));
            }
        }
    }

    /// The unpaused date of a request from before the pause was law, while a question is still open (RULES-1).
    pub(super) fn without_the_pause(&mut self, last: Option<NaiveDate>) {
        let Some(last) = last else { return };
        self.step(
            RuleId::RULES_1,
            last,
            format!("Without any pause the last day would be {}; aim for that day.", long_date(last)),
        );
    }

    /// A withdrawal or a death took the last day away.
    pub(super) fn ended(&mut self, ending: &Ending, dates: Option<Dates>) {
        let Some(end) = ending.ended else { return };
        let until_then = dates
            .map(|dates| format!(" Until then the last day was {}.", date(dates.cautious_final)))
            .unwrap_or_default();
        let begins = phrase::begins(end.act);
        if end.act == Act::SubjectDied {
            let text = format!(
                "{begins} on {}. Rights of data protection end with life, and the clock with them.{until_then}",
                date(end.on)
            );
            self.step(RuleId::LAW_4, end.on, text);
            self.advise("The person has died: decide what confidence and the estate call for, and send no letter about rights.");
        } else {
            let text = format!(
                "The {} was withdrawn on {}, which ends the clock.{until_then}",
                self.matter.noun(),
                date(end.on)
            );
            self.step(RuleId::TIME_15, end.on, text);
        }
    }

    /// Where to aim and when to post.
    pub(super) fn to_do(&mut self, target: Option<NaiveDate>, post_by: Option<(NaiveDate, NaiveDate)>) {
        if let Some(target) = target {
            let text = format!("The target is {}; the last day is a ceiling, not an aim.", long_date(target));
            self.step(RuleId::TIME_1, target, text);
        }
        if let Some((first, second)) = post_by {
            let text = format!(
                "To arrive in time a letter is posted by {} (first class) or {} (second class).",
                long_date(first),
                long_date(second)
            );
            self.step(RuleId::TIME_13, first, text);
        }
    }

    /// How it ended, or how late it is.
    pub(super) fn outcome(&mut self, ending: &Ending, dates: Option<Dates>, post_by: Option<NaiveDate>) {
        let due = dates.map(|dates| dates.due_final);
        if let Some(answered) = ending.answered_on {
            let late = due.map_or(0, |due| days_between(due, answered));
            let how = if late > 0 {
                format!("{} after the last day", counted(late, "day", "days"))
            } else {
                "in time".to_owned()
            };
            self.step(
                RuleId::TIME_15,
                answered,
                format!("It was answered on {}, {how}.", long_date(answered)),
            );
            if late <= 0 && post_by.is_some_and(|post_by| answered > post_by) {
                self.advise("If the answer went by post, it left too late to be sure to arrive in time; it is reported apart.");
            }
            return;
        }
        if let Some(due) = due.filter(|due| self.today > *due && ending.closed_on.is_none()) {
            let late = counted(days_between(due, self.today), "day", "days");
            self.step(
                RuleId::TIME_14,
                due,
                format!("The last day passed {late} ago. The answer is still owed."),
            );
        }
    }

    /// A last day beyond the published list rests on a forecast (CAL-2).
    fn forecast(&mut self, last: NaiveDate) {
        if let Some(until) = self.calendar.listed_until().filter(|until| last > *until) {
            self.advise(format!(
                "The holidays after {} are a forecast by the usual rules; check the published list when it comes out.",
                date(until)
            ));
        }
    }
}

const fn is_an_end(act: Act) -> bool {
    matches!(
        act,
        Act::Answered | Act::Acknowledged | Act::Withdrawn | Act::SubjectDied | Act::Closed | Act::Reopened
    )
}
