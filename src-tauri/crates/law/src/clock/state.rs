//! Where a clock stands (TIME-15). Derived, never typed in.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Where a clock stands. Of several that fit, the first in this order holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The case is closed.
    Closed,
    /// Answered on or before the last day, or while no last day was running.
    AnsweredInTime,
    /// Answered after the last day.
    AnsweredLate,
    /// The law sets no last day, or it no longer does: withdrawn, or the subject died.
    NoStatutoryDate,
    /// Waiting for proof of identity or authority, or for a fee.
    NotStarted,
    /// Waiting for the answer to a question about what is meant.
    Paused,
    /// The last day has passed without an answer (TIME-14).
    Overdue,
    /// Running, with an extension.
    Extended,
    /// Running.
    Running,
}

impl State {
    /// Every state, in the order in which they are tried.
    pub const ALL: [Self; 9] = [
        Self::Closed,
        Self::AnsweredInTime,
        Self::AnsweredLate,
        Self::NoStatutoryDate,
        Self::NotStarted,
        Self::Paused,
        Self::Overdue,
        Self::Extended,
        Self::Running,
    ];

    /// The stable code: `answered_in_time`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::AnsweredInTime => "answered_in_time",
            Self::AnsweredLate => "answered_late",
            Self::NoStatutoryDate => "no_statutory_date",
            Self::NotStarted => "not_started",
            Self::Paused => "paused",
            Self::Overdue => "overdue",
            Self::Extended => "extended",
            Self::Running => "running",
        }
    }

    /// The state of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// As people read it: "Answered in time".
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Closed => "Closed",
            Self::AnsweredInTime => "Answered in time",
            Self::AnsweredLate => "Answered late",
            Self::NoStatutoryDate => "No statutory date",
            Self::NotStarted => "Not started",
            Self::Paused => "Paused",
            Self::Overdue => "Overdue",
            Self::Extended => "Extended",
            Self::Running => "Running",
        }
    }
}

/// What a state is derived from.
pub(super) struct Signs {
    pub(super) is_closed: bool,
    pub(super) answered_on: Option<NaiveDate>,
    pub(super) has_no_date: bool,
    pub(super) is_started: bool,
    pub(super) is_paused: bool,
    pub(super) is_extended: bool,
    pub(super) due_final: Option<NaiveDate>,
}

impl Signs {
    /// The first state that fits.
    pub(super) fn state(&self, today: NaiveDate) -> State {
        let passed = |day: NaiveDate| self.due_final.is_some_and(|due| day > due);
        match self.answered_on {
            _ if self.is_closed => State::Closed,
            Some(on) if passed(on) => State::AnsweredLate,
            Some(_) => State::AnsweredInTime,
            None if self.has_no_date => State::NoStatutoryDate,
            None if !self.is_started => State::NotStarted,
            None if self.is_paused => State::Paused,
            None if passed(today) => State::Overdue,
            None if self.is_extended => State::Extended,
            None => State::Running,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_is_found_by_its_code_and_stored_under_it() {
        for state in State::ALL {
            assert_eq!(State::from_code(state.code()), Some(state));
            assert_eq!(serde_json::to_value(state).unwrap(), state.code());
        }
    }
}
