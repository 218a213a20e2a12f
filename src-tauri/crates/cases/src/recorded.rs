//! What surrounds an event once it has been recorded.

use chrono::{DateTime, NaiveDate, Utc};

/// An event with its place in the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded<E> {
    /// Place in the casebook, from 1, without gaps.
    pub seq: u64,
    /// Place in the case, from 1, without gaps.
    pub case_seq: u64,
    /// The civil day (Europe/London) on which it happened, as the DPO states it.
    pub on: NaiveDate,
    /// When it was written down.
    pub at: DateTime<Utc>,
    /// The event of this case (its `case_seq`) that this one corrects or answers.
    pub answers: Option<u64>,
    /// What happened.
    pub event: E,
}

/// An event as `decide` makes it: what happened and when, not yet placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened<E> {
    /// The civil day (Europe/London) on which it happened.
    pub on: NaiveDate,
    /// The event of this case (its `case_seq`) that this one corrects or answers.
    pub answers: Option<u64>,
    /// What happened.
    pub event: E,
}

impl<E> Happened<E> {
    /// An event that answers no other.
    pub const fn new(on: NaiveDate, event: E) -> Self {
        Self { on, answers: None, event }
    }

    /// Maps the event, keeping its day.
    pub fn map<F>(self, change: impl FnOnce(E) -> F) -> Happened<F> {
        Happened { on: self.on, answers: self.answers, event: change(self.event) }
    }
}
