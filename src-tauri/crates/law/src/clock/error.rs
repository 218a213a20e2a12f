//! Why a clock cannot be told. Always a date that no holiday data covers, or a calendar of the wrong place.

use chrono::NaiveDate;

use crate::place::Place;
use crate::words::date;

/// Why a clock cannot be told. Names the date at fault, never anything a person wrote.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClockError {
    /// The day of receipt is before or after all holiday data.
    #[error("received: {} is outside the years whose holidays are known", date(*.on))]
    ReceivedOutsideData {
        /// The day.
        on: NaiveDate,
    },
    /// An event is before or after all holiday data.
    #[error("event {number} ({act}): {day} is outside the years whose holidays are known",
        number = .index.saturating_add(1), day = date(*.on))]
    FactOutsideData {
        /// Its place in the list given, from 0.
        index: usize,
        /// Its name: `id_requested`.
        act: &'static str,
        /// The day.
        on: NaiveDate,
    },
    /// Today is before or after all holiday data.
    #[error("today: {} is outside the years whose holidays are known", date(*.on))]
    TodayOutsideData {
        /// The day.
        on: NaiveDate,
    },
    /// Counting ran past the end of the holiday data.
    #[error("the last day counted from {} falls after the years whose holidays are known", date(*.from))]
    LastDayOutsideData {
        /// The day from which was counted.
        from: NaiveDate,
    },
    /// The calendar is not the one of the matter's place.
    #[error("the matter is due in {matter}, but the holidays given are those of {calendar}")]
    AnotherPlace {
        /// Where the answer is due.
        matter: Place,
        /// Whose holidays were given.
        calendar: Place,
    },
}
