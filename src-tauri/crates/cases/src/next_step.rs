//! The one sentence in the header of a case.

use chrono::NaiveDate;

use crate::LetterId;
use crate::codes::LetterKind;

/// One thing that can be done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Write a letter of this kind.
    Write(LetterKind),
    /// Record that this final letter was sent.
    RecordSent(LetterId),
    /// Write the answer that came back once more, to an address that was checked.
    SendAgain(LetterId),
    /// Record that the proof of identity came.
    RecordIdentityReceived,
    /// Record that the proof of authority came.
    RecordAuthorityReceived,
    /// Record that the clarification came.
    RecordClarificationReceived,
    /// Record that the fee was paid.
    RecordFeePaid,
    /// Ask the systems to search.
    AskSearches,
    /// Record what the searches found, or ask again.
    FollowSearches,
    /// Decide what goes out.
    DecideItems,
    /// Record an answer that was sent, to a right that no letter of the application answers yet.
    RecordAnswer,
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
