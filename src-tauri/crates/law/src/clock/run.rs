//! One clock, run: facts in order, the period that runs for them, both countings, the state, the working.

use chrono::NaiveDate;

use super::act::Fact;
use super::advice::Advice;
use super::complaint;
use super::course::{Course, Due, Happened};
use super::ending::Ending;
use super::error::ClockError;
use super::matter::Matter;
use super::outcome::{Clock, Waiting};
use super::pause::Counting;
use super::period::{Movers, Period, came_before_the_pause_was_law};
use super::state::Signs;
use super::working::Working;
use crate::calendar::Calendar;

/// Runs the clock of a matter. The same matter, calendar and day always give the same clock.
///
/// # Errors
///
/// [`ClockError`] when a date lies outside the years whose holidays are known, or when the calendar is not that of the
/// matter's place. Any other list of facts, in any order, has an answer.
pub fn run(matter: &Matter<'_>, calendar: &Calendar, today: NaiveDate) -> Result<Clock, ClockError> {
    let facts = matter.facts_in_order(calendar)?;
    if !calendar.knows(today) {
        return Err(ClockError::TodayOutsideData { on: today });
    }
    let ending = Ending::of(matter, &facts);
    let question = Question { matter, calendar, today, facts: &facts, ending: &ending };
    let mut working = Working::new(matter, calendar, today);
    working.receipt();
    let mut reckoned = match Period::of(matter) {
        Period::OneMonth(movers) => question.one_month(movers, &mut working)?,
        Period::ThirtyDays => question.thirty_days(&mut working)?,
        Period::None(why) => {
            working.no_period(why);
            Reckoned { has_no_date: true, ..Reckoned::default() }
        }
    };
    if ending.has_lost_its_date() {
        working.ended(&ending, reckoned.dates);
        reckoned = Reckoned { has_no_date: true, happened: reckoned.happened, ..Reckoned::default() };
    }
    Ok(question.clock(&reckoned, working))
}

/// What is asked, put in order.
pub(super) struct Question<'a> {
    pub(super) matter: &'a Matter<'a>,
    pub(super) calendar: &'a Calendar,
    pub(super) today: NaiveDate,
    pub(super) facts: &'a [Fact],
    pub(super) ending: &'a Ending,
}

/// The last days, by both countings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dates {
    pub(super) due_initial: NaiveDate,
    pub(super) due_final: NaiveDate,
    pub(super) cautious_initial: NaiveDate,
    pub(super) cautious_final: NaiveDate,
}

/// What counting gave.
#[derive(Clone, Debug, Default)]
pub(super) struct Reckoned {
    pub(super) started_on: Option<NaiveDate>,
    pub(super) dates: Option<Dates>,
    pub(super) waiting: Option<Waiting>,
    pub(super) if_it_came_today: Option<NaiveDate>,
    pub(super) target_on: Option<NaiveDate>,
    pub(super) is_paused: bool,
    pub(super) extended_on: Option<NaiveDate>,
    pub(super) may_be_extended: bool,
    pub(super) has_no_date: bool,
    /// What the facts did to a month; empty for any other period.
    pub(super) happened: Vec<Happened>,
}

impl Question<'_> {
    fn one_month(&self, movers: Movers, working: &mut Working<'_>) -> Result<Reckoned, ClockError> {
        let matter = self.matter;
        let course = Course::follow(matter.received_on, movers, self.facts, self.ending, self.calendar)?;
        // RULES-1: before the pause was law, the date without it is the one shown.
        let careful =
            if came_before_the_pause_was_law(matter) { Counting::Unpaused } else { Counting::Cautious };
        let due = course.due(Counting::Statutory)?.zip(course.due(careful)?);
        let dates = due.map(|(literal, cautious)| both_countings(&literal, &cautious));
        let waiting = course.waiting().filter(|_| self.ending.is_open());
        let if_it_came_today =
            if waiting.is_some() { course.due_if_all_came(self.today, careful)? } else { None };
        let target_on = dates.map(|dates| {
            let aim = course.day_number(matter.settings.target_days, careful);
            aim.map_or(dates.cautious_final, |aim| aim.min(dates.cautious_final))
        });
        working.facts(&course);
        working.month(&course, due.map(|(literal, _)| literal), if_it_came_today);
        working.both_countings(dates, careful);
        if course.is_paused() && careful == Counting::Unpaused {
            working.without_the_pause(course.due_without_pauses()?);
        }
        Ok(Reckoned {
            started_on: course.started_on(),
            dates,
            waiting,
            if_it_came_today,
            target_on,
            is_paused: course.is_paused(),
            extended_on: course.extended_on(),
            may_be_extended: course.extended_on().is_none(),
            has_no_date: false,
            happened: course.into_happened(),
        })
    }

    fn thirty_days(&self, working: &mut Working<'_>) -> Result<Reckoned, ClockError> {
        let received_on = self.matter.received_on;
        let (thirtieth, last) = complaint::last_day(received_on, self.calendar)?;
        working.thirty_days(self.facts, thirtieth, last);
        let dates =
            Dates { due_initial: last, due_final: last, cautious_initial: last, cautious_final: last };
        Ok(Reckoned { started_on: Some(received_on), dates: Some(dates), ..Reckoned::default() })
    }

    fn clock(&self, reckoned: &Reckoned, mut working: Working<'_>) -> Clock {
        let dates = reckoned.dates;
        let answered_on = self.ending.answered_on;
        let state = Signs {
            is_closed: self.ending.closed_on.is_some(),
            answered_on,
            has_no_date: reckoned.has_no_date,
            is_started: reckoned.started_on.is_some(),
            is_paused: reckoned.is_paused,
            is_extended: reckoned.extended_on.is_some(),
            due_final: dates.map(|dates| dates.due_final),
        }
        .state(self.today);
        // TIME-13: the margin is taken off the last day people are shown.
        let post_by =
            |margin| dates.map(|dates| self.calendar.subtract_working_days(dates.cautious_final, margin));
        let post_by_first = post_by(self.matter.settings.post_margin_first);
        let post_by_second = post_by(self.matter.settings.post_margin_second);
        let extension_until = dates
            .map(|dates| dates.cautious_initial)
            .filter(|until| self.ending.is_open() && reckoned.may_be_extended && self.today <= *until);
        working.aims(reckoned.target_on, post_by_first.zip(post_by_second));
        working.outcome(self.ending, dates);
        Clock {
            state,
            started_on: reckoned.started_on,
            due_initial: dates.map(|dates| dates.due_initial),
            due_final: dates.map(|dates| dates.due_final),
            cautious_initial: dates.map(|dates| dates.cautious_initial),
            cautious_final: dates.map(|dates| dates.cautious_final),
            waiting: reckoned.waiting,
            if_it_came_today: reckoned.if_it_came_today,
            target_on: reckoned.target_on,
            post_by_first,
            post_by_second,
            extension_until,
            answered_on,
            answered_after_post_by: answered_on.zip(post_by_first).is_some_and(|(on, by)| on > by),
            working: working.steps(),
            advisories: Advice { question: self, reckoned, post_by_first }.sentences(),
        }
    }
}

fn both_countings(literal: &Due, cautious: &Due) -> Dates {
    Dates {
        due_initial: literal.initial.last,
        due_final: literal.last(),
        cautious_initial: cautious.initial.last,
        cautious_final: cautious.last(),
    }
}
