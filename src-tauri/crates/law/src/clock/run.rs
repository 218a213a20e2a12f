//! One clock, run.

use chrono::NaiveDate;

use super::complaint;
use super::course::{Course, Due};
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
    let mut working = Working::new(matter, calendar, today);
    working.receipt(&facts);
    let mut reckoned = match Period::of(matter) {
        Period::OneMonth(movers) => {
            let course = Course::follow(matter.received_on, movers, &facts, &ending, calendar)?;
            one_month(matter, movers, &course, today, &mut working)?
        }
        Period::ThirtyDays => thirty_days(matter, calendar, &facts, &mut working)?,
        Period::None(why) => {
            working.no_period(why);
            Reckoned { has_no_date: true, ..Reckoned::default() }
        }
    };
    if ending.has_lost_its_date() {
        working.ended(&ending, reckoned.dates);
        reckoned = Reckoned { has_no_date: true, ..Reckoned::default() };
    }
    Ok(clock(matter, &ending, reckoned, calendar, today, working))
}

/// The last days, by both countings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dates {
    pub(super) due_initial: NaiveDate,
    pub(super) due_final: NaiveDate,
    pub(super) cautious_initial: NaiveDate,
    pub(super) cautious_final: NaiveDate,
}

/// What counting gave, before the end of the matter is looked at.
#[derive(Clone, Copy, Debug, Default)]
struct Reckoned {
    started_on: Option<NaiveDate>,
    dates: Option<Dates>,
    waiting: Option<Waiting>,
    if_it_came_today: Option<NaiveDate>,
    target_on: Option<NaiveDate>,
    is_paused: bool,
    is_extended: bool,
    may_be_extended: bool,
    has_no_date: bool,
}

fn one_month(
    matter: &Matter<'_>,
    movers: Movers,
    course: &Course<'_>,
    today: NaiveDate,
    working: &mut Working<'_>,
) -> Result<Reckoned, ClockError> {
    let careful = if came_before_the_pause_was_law(matter) { Counting::Unpaused } else { Counting::Cautious };
    let due = course.due(Counting::Statutory)?.zip(course.due(careful)?);
    let dates = due.map(|(literal, cautious)| both_countings(&literal, &cautious));
    let if_it_came_today = if dates.is_none() { course.due_if_all_came(today, careful)? } else { None };
    let target_on = dates.map(|dates| {
        let aim = course.day_number(matter.settings.target_days, careful);
        aim.map_or(dates.cautious_final, |aim| aim.min(dates.cautious_final))
    });
    working.facts(course, movers);
    working.month(course, due.map(|(literal, _)| literal), if_it_came_today);
    working.both_countings(dates, careful);
    if course.is_paused() && careful == Counting::Unpaused {
        working.without_the_pause(course.due_without_pauses()?);
    }
    Ok(Reckoned {
        started_on: course.started_on(),
        dates,
        waiting: course.waiting(),
        if_it_came_today,
        target_on,
        is_paused: course.is_paused(),
        is_extended: course.extended_on().is_some(),
        may_be_extended: course.extended_on().is_none(),
        has_no_date: false,
    })
}

fn both_countings(literal: &Due, cautious: &Due) -> Dates {
    Dates {
        due_initial: literal.initial.last,
        due_final: literal.last(),
        cautious_initial: cautious.initial.last,
        cautious_final: cautious.last(),
    }
}

fn thirty_days(
    matter: &Matter<'_>,
    calendar: &Calendar,
    facts: &[super::act::Fact],
    working: &mut Working<'_>,
) -> Result<Reckoned, ClockError> {
    let (thirtieth, last) = complaint::last_day(matter.received_on, calendar)?;
    working.thirty_days(facts, thirtieth, last);
    Ok(Reckoned {
        started_on: Some(matter.received_on),
        dates: Some(Dates {
            due_initial: last,
            due_final: last,
            cautious_initial: last,
            cautious_final: last,
        }),
        ..Reckoned::default()
    })
}

fn clock(
    matter: &Matter<'_>,
    ending: &Ending,
    reckoned: Reckoned,
    calendar: &Calendar,
    today: NaiveDate,
    mut working: Working<'_>,
) -> Clock {
    let dates = reckoned.dates;
    let state = Signs {
        is_closed: ending.closed_on.is_some(),
        answered_on: ending.answered_on,
        has_no_date: reckoned.has_no_date,
        is_started: reckoned.started_on.is_some(),
        is_paused: reckoned.is_paused,
        is_extended: reckoned.is_extended,
        due_final: dates.map(|dates| dates.due_final),
    }
    .state(today);
    // TIME-13: the margin is taken off the last day people are shown.
    let post_by = |margin| dates.map(|dates| calendar.subtract_working_days(dates.cautious_final, margin));
    let post_by_first = post_by(matter.settings.post_margin_first);
    let post_by_second = post_by(matter.settings.post_margin_second);
    let is_open = ending.closed_on.is_none() && ending.answered_on.is_none();
    let extension_until = dates
        .map(|dates| dates.cautious_initial)
        .filter(|until| is_open && reckoned.may_be_extended && today <= *until);
    working.to_do(reckoned.target_on, post_by_first.zip(post_by_second));
    working.outcome(ending, dates, post_by_first);
    let (working, advisories) = working.finish();
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
        answered_on: ending.answered_on,
        answered_after_post_by: ending
            .answered_on
            .zip(post_by_first)
            .is_some_and(|(answered_on, post_by)| answered_on > post_by),
        working,
        advisories,
    }
}
