//! Thirty days to acknowledge a complaint (TIME-12).

use chrono::NaiveDate;

use super::error::ClockError;
use crate::calendar::Calendar;
use crate::civil::plus_days;

/// How many days there are; the first is the day after receipt.
pub(super) const DAYS_TO_ACKNOWLEDGE: u32 = 30;

/// The thirtieth day, and the last day it moves to if it is closed.
pub(super) fn last_day(
    received_on: NaiveDate,
    calendar: &Calendar,
) -> Result<(NaiveDate, NaiveDate), ClockError> {
    let days = || {
        let thirtieth = plus_days(received_on, DAYS_TO_ACKNOWLEDGE)?;
        Some((thirtieth, calendar.roll_forward(thirtieth)?))
    };
    days().ok_or(ClockError::LastDayOutsideData { from: received_on })
}
