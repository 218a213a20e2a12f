//! What a clock says: its state, its dates, and the working that leads to them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::state::State;
use crate::rules::RuleId;

/// A clock that has been run. Dates that cannot or should not be shown are `None`.
///
/// Two countings stand side by side (TIME-7). `due_*` count a pause literally and are what reports and the command line
/// use. `cautious_*` take fewer days out; `cautious_final` is the last day people are shown. They differ only where
/// there was a pause, and each `cautious_*` is there exactly when its `due_*` is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Where the clock stands today (TIME-15), by the literal counting.
    pub state: State,
    /// The day the clock started (TIME-5). `None` while it waits, and where no period runs.
    pub started_on: Option<NaiveDate>,
    /// The last day of the first month (or of a complaint's thirty days), pauses counted literally.
    pub due_initial: Option<NaiveDate>,
    /// The last day with a valid extension; else the same as `due_initial`.
    pub due_final: Option<NaiveDate>,
    /// As `due_initial`, counted cautiously.
    pub cautious_initial: Option<NaiveDate>,
    /// As `due_final`, counted cautiously: the last day on screen.
    pub cautious_final: Option<NaiveDate>,
    /// What an unstarted or paused clock waits for; there exactly while the state is one of the two.
    pub waiting: Option<Waiting>,
    /// While it waits: the last day on screen if all that is awaited came today.
    pub if_it_came_today: Option<NaiveDate>,
    /// Where to aim (TIME-1). Never after `cautious_final`.
    pub target_on: Option<NaiveDate>,
    /// The last working day for a first class letter to arrive by `cautious_final` (TIME-13).
    pub post_by_first: Option<NaiveDate>,
    /// The same for second class.
    pub post_by_second: Option<NaiveDate>,
    /// The last day on which notice of an extension is safely in time, which is `cautious_initial`. `None` once it has
    /// passed, once extended or over, and while the clock waits.
    pub extension_until: Option<NaiveDate>,
    /// The day of the first answer.
    pub answered_on: Option<NaiveDate>,
    /// Whether the answer was sent after `post_by_first`. It matters only if it went by post: it is then reported apart
    /// from answers in time (TIME-13).
    pub answered_after_post_by: bool,
    /// Why these dates: plain sentences in the order of thought, each with its rule.
    pub working: Vec<Step>,
    /// What the DPO should know besides: plain sentences.
    pub advisories: Vec<String>,
}

/// One line of the working.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The rule behind it.
    pub rule: RuleId,
    /// A full, plain sentence.
    pub text: String,
    /// The day it leads to or speaks of.
    pub date: Option<NaiveDate>,
}

/// What a clock waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Waiting {
    /// What is awaited. Of several the one awaited longest; what keeps the clock from starting comes first.
    pub what: WaitingFor,
    /// The day it was asked for.
    pub since: NaiveDate,
}

/// What a clock can wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WaitingFor {
    /// Proof of identity.
    Identity,
    /// Proof that the requester may act for the subject.
    Authority,
    /// The fee for a manifestly unfounded or excessive request.
    Fee,
    /// An answer to which information is meant.
    Clarification,
}

impl WaitingFor {
    /// As it reads in a sentence: "proof of identity".
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Identity => "proof of identity",
            Self::Authority => "proof of authority",
            Self::Fee => "the fee",
            Self::Clarification => "an answer to our question",
        }
    }
}
