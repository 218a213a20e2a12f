//! "May not" and "may, but".

use casebook_law::RuleId;

use crate::{Event, Happened};

/// The answer "may not": which rule, why, and what would help. Nothing is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The rule that stops it.
    pub rule: RuleId,
    /// Why, as one sentence.
    pub reason: &'static str,
    /// What would help, as one sentence.
    pub remedy: &'static str,
}

/// The answer "may, but": shown once, not in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advisory {
    /// The rule it comes from.
    pub rule: RuleId,
    /// What to bear in mind, as one sentence.
    pub sentence: String,
}

/// The answer "yes": what is now to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The events, in order.
    pub events: Vec<Happened<Event>>,
    /// What to bear in mind.
    pub advisories: Vec<Advisory>,
}

impl Decision {
    /// A decision of one event.
    #[must_use]
    pub fn of(event: Happened<Event>) -> Self {
        Self { events: vec![event], advisories: Vec::new() }
    }
}
