//! The one sentence in the header of a case.

use chrono::NaiveDate;

use crate::LetterId;

/// One thing that can be done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Write the acknowledgement.
    Acknowledge,
    /// Write the answer.
    Answer,
    /// Record that this final letter was sent.
    RecordSent(LetterId),
    /// Record that the proof of identity came.
    RecordIdentityReceived,
    /// Record that the clarification came.
    RecordClarificationReceived,
    /// Close the case.
    Close,
    /// Export the history.
    Export,
}

/// What to do next and by when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// One sentence made of facts.
    pub sentence: String,
    /// By when.
    pub by: Option<NaiveDate>,
    /// The main thing to do.
    pub main: Option<Next>,
    /// At most two quieter ones.
    pub others: Vec<Next>,
}
