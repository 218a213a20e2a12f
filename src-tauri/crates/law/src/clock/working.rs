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
use super::period::WhyNone;
use super::phrase;
use super::run::Dates;
use crate::calendar::Calendar;
use crate::civil::{days_between, plus_days};
use crate::rules::RuleId;
use crate::words::{counted, date, listed, long_date, weekday};

/// How many reasons a sentence gives for a last day that moves. Only a pause of months needs more.
const REASONS_TOLD: usize = 12;

/// The working while it is being written.
pub(super) struct Working<'a> {
    matter: &'a Matter<'a>,
    calendar: &'a Calendar,
    today: NaiveDate,
    steps: Vec<Step>,
}

impl<'a> Working<'a> {
    pub(super) const fn new(matter: &'a Matter<'a>, calendar: &'a Calendar, today: NaiveDate) -> Self {
        Self { matter, calendar, today, steps: Vec::new() }
    }

    /// The lines written, in order.
    pub(super) fn steps(self) -> Vec<Step> {
        self.steps
    }

    fn step(&mut self, rule: RuleId, day: NaiveDate, text: impl Into<String>) {
        self.steps.push(Step { rule, text: text.into(), date: Some(day) });
    }

    fn note(&mut self, rule: RuleId, text: impl Into<String>) {
        self.steps.push(Step { rule, text: text.into(), date: None });
    }

    /// The day of receipt.
    pub(super) fn receipt(&mut self) {
        let on = self.matter.received_on;
        let closed =
            if self.calendar.is_working_day(on) { "" } else { " A clock can start on a closed day." };
        let text = format!("The {} was received on {}.{closed}", self.matter.noun(), long_date(on));
        self.step(RuleId::TIME_6, on, text);
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
    pub(super) fn facts(&mut self, course: &Course<'_>) {
        let place = self.matter.place;
        self.steps.extend(course.happened().iter().filter_map(|happened| phrase::step(*happened, place)));
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
            "the day on which the last thing awaited came"
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

    /// Why none of the days from `from` up to `until` can be a last day. Paused days that follow each other are told
    /// together.
    fn why_closed(&self, from: NaiveDate, until: NaiveDate) -> String {
        let mut told: Vec<String> = Vec::new();
        let mut day = from;
        while day < until && told.len() < REASONS_TOLD {
            let paused_until = self.last_paused_working_day(day, until);
            let (last, why) = match paused_until {
                Some(last) if last == day => (last, format!("{} is paused", date(day))),
                Some(last) => (last, format!("{} to {} are paused", date(day), date(last))),
                None => (day, format!("{} is {}", date(day), self.closed_as(day))),
            };
            told.push(why);
            let Some(next) = plus_days(last, 1) else { break };
            day = next;
        }
        listed(&told)
    }

    /// What a closed day is: "a Saturday", "Christmas Day", "the Summer bank holiday".
    fn closed_as(&self, day: NaiveDate) -> String {
        match self.calendar.holiday(day) {
            Some(holiday) if holiday.title.contains("holiday") => format!("the {}", holiday.title),
            Some(holiday) => holiday.title.to_string(),
            None => format!("a {}", weekday(day)),
        }
    }

    /// The end of a run of working days that starts at `day`; they can only be paused, since counting passed them.
    fn last_paused_working_day(&self, day: NaiveDate, until: NaiveDate) -> Option<NaiveDate> {
        let run = std::iter::successors(Some(day), |day| plus_days(*day, 1));
        run.take_while(|day| *day < until && self.calendar.is_working_day(*day)).last()
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
        if end.act == Act::SubjectDied {
            let text = format!(
                "{}. Rights of data protection end with life, and the clock with them.{until_then}",
                phrase::begins(end)
            );
            self.step(RuleId::LAW_4, end.on, text);
        } else {
            let text = format!(
                "On {} the {} was withdrawn, which ends the clock.{until_then}",
                date(end.on),
                self.matter.noun()
            );
            self.step(RuleId::TIME_15, end.on, text);
        }
    }

    /// Where to aim and when to post.
    pub(super) fn aims(&mut self, target: Option<NaiveDate>, post_by: Option<(NaiveDate, NaiveDate)>) {
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
    pub(super) fn outcome(&mut self, ending: &Ending, dates: Option<Dates>) {
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
}

const fn is_an_end(act: Act) -> bool {
    matches!(
        act,
        Act::Answered | Act::Acknowledged | Act::Withdrawn | Act::SubjectDied | Act::Closed | Act::Reopened
    )
}
