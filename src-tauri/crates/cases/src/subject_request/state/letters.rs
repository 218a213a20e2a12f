//! Final letters and where they are.

use chrono::NaiveDate;

use crate::LetterId;
use crate::codes::{
    Channel, ExtensionReason, FeeBasis, IdentityDoubt, LetterKind, PostalClass, ReturnReason,
};

use super::State;

/// How a letter went out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sending {
    /// The day.
    pub on: NaiveDate,
    /// How.
    pub channel: Channel,
    /// The postal class.
    pub class: Option<PostalClass>,
}

/// Where a final letter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterStage {
    /// Final, not yet sent.
    Final,
    /// Printed, not yet sent.
    Printed {
        /// The day it was printed last.
        on: NaiveDate,
    },
    /// Sent.
    Sent(Sending),
    /// Sent, and it arrived.
    Delivered {
        /// How it went.
        sent: Sending,
        /// The day it arrived.
        on: NaiveDate,
    },
    /// Sent, and it came back or bounced (POST-1).
    Returned {
        /// How it went.
        sent: Sending,
        /// The day we heard.
        on: NaiveDate,
        /// Why.
        reason: ReturnReason,
    },
    /// Never sent and declared void.
    Void,
}

impl LetterStage {
    /// How it went out, once it has.
    #[must_use]
    pub const fn sent(self) -> Option<Sending> {
        match self {
            Self::Sent(sent) | Self::Delivered { sent, .. } | Self::Returned { sent, .. } => Some(sent),
            Self::Final | Self::Printed { .. } | Self::Void => None,
        }
    }
}

/// A final letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LetterProgress {
    /// The letter.
    pub letter: LetterId,
    /// Its kind.
    pub kind: LetterKind,
    /// Its number in the case.
    pub number: u32,
    /// The day it was made final.
    pub final_on: NaiveDate,
    /// The event (`seq` in the casebook) that holds its bytes.
    pub finalised_at: u64,
    /// Where it is.
    pub stage: LetterStage,
    /// Under which rule it asks for a fee.
    pub fee: Option<FeeBasis>,
    /// Why more time is needed.
    pub ground: Option<ExtensionReason>,
    /// Why there is doubt.
    pub doubt: Option<IdentityDoubt>,
}

impl LetterProgress {
    /// Whether it is final and has still to be sent.
    #[must_use]
    pub const fn is_to_send(&self) -> bool {
        match self.stage {
            LetterStage::Final | LetterStage::Printed { .. } => true,
            LetterStage::Sent(_)
            | LetterStage::Delivered { .. }
            | LetterStage::Returned { .. }
            | LetterStage::Void => false,
        }
    }

    /// Whether it came back.
    #[must_use]
    pub const fn is_returned(&self) -> bool {
        matches!(self.stage, LetterStage::Returned { .. })
    }
}

impl State {
    /// A final letter by its id.
    #[must_use]
    pub fn letter(&self, letter: LetterId) -> Option<&LetterProgress> {
        self.letters.iter().find(|progress| progress.letter == letter)
    }

    /// The number the next final letter of this case gets.
    #[must_use]
    pub fn next_letter_number(&self) -> u32 {
        self.letters.iter().map(|letter| letter.number).max().unwrap_or(0).saturating_add(1)
    }

    /// The final answer letter that still has to be sent.
    #[must_use]
    pub fn answer_to_send(&self) -> Option<&LetterProgress> {
        self.letters.iter().find(|letter| letter.kind.answers() && letter.is_to_send())
    }

    /// An answer that came back and was not followed by another that went out (POST-1): sent in time stays sent in time,
    /// but it is still owed.
    #[must_use]
    pub fn returned_answer(&self) -> Option<&LetterProgress> {
        let last =
            self.letters.iter().rfind(|letter| letter.kind.answers() && letter.stage.sent().is_some())?;
        last.is_returned().then_some(last)
    }
}
