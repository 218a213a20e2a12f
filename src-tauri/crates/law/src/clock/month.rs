//! One month or three from the start, pauses left out, moved off closed days (TIME-2, TIME-3, TIME-9).

use chrono::NaiveDate;

use super::error::ClockError;
use super::pause::PausedDays;
use crate::calendar::Calendar;
use crate::civil::{days_between, plus_days, plus_months};

/// The stations on the way to a last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Walk {
    pub(super) start: NaiveDate,
    pub(super) months: u32,
    /// Where the months end with nothing left out.
    pub(super) month_end: NaiveDate,
    /// Where counting ends with paused days left out.
    pub(super) reached: NaiveDate,
    /// The last day: the first from `reached` on that is neither closed nor paused.
    pub(super) last: NaiveDate,
}

/// Walks from a start to the last day of a period of `months` (TIME-9, steps 1 to 5).
pub(super) fn walk(
    start: NaiveDate,
    months: u32,
    paused: &PausedDays,
    calendar: &Calendar,
) -> Result<Walk, ClockError> {
    let stations = || {
        let month_end = plus_months(start, months)?;
        let needed = u32::try_from(days_between(start, month_end)).ok()?;
        let reached = paused.count_from(start, needed)?;
        let last = first_open_day(reached, paused, calendar)?;
        Some(Walk { start, months, month_end, reached, last })
    };
    stations().ok_or(ClockError::LastDayOutsideData { from: start })
}

/// The first day from `day` on that is neither closed nor paused (TIME-9, step 5). Leaps over whole pauses, and gives
/// up where the calendar ends.
fn first_open_day(day: NaiveDate, paused: &PausedDays, calendar: &Calendar) -> Option<NaiveDate> {
    let mut day = day;
    loop {
        if !calendar.knows(day) {
            return None;
        }
        if let Some(pause_end) = paused.pause_ends(day) {
            day = plus_days(pause_end, 1)?;
        } else if calendar.is_working_day(day) {
            return Some(day);
        } else {
            day = plus_days(day, 1)?;
        }
    }
}
