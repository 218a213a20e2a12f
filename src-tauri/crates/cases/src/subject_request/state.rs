//! What is true of a subject request: several small machines side by side.

use casebook_law::clock::{Act, Fact};
use casebook_law::{Nation, Right};
use chrono::NaiveDate;

use crate::codes::{Channel, LetterKind, PostalClass, Regime, Resolution, Role};
use crate::{LetterId, PartyId, PersonId};

/// What is true of a subject request. Made by [`fold`](super::fold) alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Number of events so far.
    pub version: u64,
    /// The receipt; `None` before the first event.
    pub received: Option<Received>,
    /// Who is in the case.
    pub parties: Vec<Party>,
    /// Dated facts that move clocks, in the order recorded.
    pub facts: Vec<Fact>,
    /// When the receipt was acknowledged.
    pub acknowledged_on: Option<NaiveDate>,
    /// Answers that left the building.
    pub answers: Vec<Answer>,
    /// Final letters.
    pub letters: Vec<LetterProgress>,
    /// When the requester withdrew.
    pub withdrawn_on: Option<NaiveDate>,
    /// How and when it was closed; `None` while open.
    pub closed: Option<Closed>,
    /// The last event that left in an export.
    pub exported_through: Option<u64>,
}

/// The facts of the receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// The case's reference, as printed.
    pub reference: String,
    /// When it reached the organisation.
    pub on: NaiveDate,
    /// What is asked for.
    pub rights: Vec<Right>,
    /// Under which law.
    pub regime: Regime,
    /// Whose holidays count.
    pub nation: Nation,
    /// How it came.
    pub channel: Channel,
    /// The day it was logged.
    pub logged_on: NaiveDate,
}

/// Somebody in the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Party {
    /// The party.
    pub party: PartyId,
    /// The person, across cases.
    pub person: PersonId,
    /// What they are.
    pub role: Role,
    /// The last event (`seq` in the casebook) that says how they are named and reached.
    pub known_from: u64,
}

/// Something the case waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wait {
    /// Proof of identity, since that day.
    Identity(NaiveDate),
    /// Clarification, since that day.
    Clarification(NaiveDate),
    /// A fee, since that day.
    Fee(NaiveDate),
}

/// An answer that left the building.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Which rights it answers.
    pub rights: Vec<Right>,
    /// The day it was sent.
    pub on: NaiveDate,
    /// The letter, unless it was sent outside the application.
    pub letter: Option<LetterId>,
    /// How it went.
    pub channel: Channel,
}

/// Where a final letter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterStage {
    /// Final, not yet sent.
    Final,
    /// Sent.
    Sent {
        /// The day.
        on: NaiveDate,
        /// How.
        channel: Channel,
        /// The postal class.
        class: Option<PostalClass>,
    },
    /// Never sent and declared void.
    Void,
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
}

impl LetterProgress {
    /// Whether it is final and has still to be sent.
    #[must_use]
    pub fn is_to_send(&self) -> bool {
        self.stage == LetterStage::Final
    }
}

/// The end of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// The day.
    pub on: NaiveDate,
    /// How.
    pub resolution: Resolution,
}

/// Where a case is, summed up from its machines. Does not depend on what day it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Proof of identity has been asked for.
    WaitingForIdentity,
    /// Clarification has been asked for.
    WaitingForClarification,
    /// A fee has been asked for.
    WaitingForFee,
    /// It is ours to act.
    InHand,
    /// An answer is final and has to be sent.
    AnswerToSend,
    /// Every right is answered.
    Answered,
    /// The requester withdrew.
    Withdrawn,
    /// Closed.
    Closed,
}

impl Status {
    /// Its stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::WaitingForIdentity => "waiting_identity",
            Self::WaitingForClarification => "waiting_clarification",
            Self::WaitingForFee => "waiting_fee",
            Self::InHand => "in_hand",
            Self::AnswerToSend => "answer_to_send",
            Self::Answered => "answered",
            Self::Withdrawn => "withdrawn",
            Self::Closed => "closed",
        }
    }

    /// How it reads on screen.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::WaitingForIdentity => "Waiting for identity",
            Self::WaitingForClarification => "Waiting for clarification",
            Self::WaitingForFee => "Waiting for a fee",
            Self::InHand => "In hand",
            Self::AnswerToSend => "Answer to send",
            Self::Answered => "Answered",
            Self::Withdrawn => "Withdrawn",
            Self::Closed => "Closed",
        }
    }

    /// Whether somebody else has to act first.
    #[must_use]
    pub const fn is_waiting(self) -> bool {
        matches!(self, Self::WaitingForIdentity | Self::WaitingForClarification | Self::WaitingForFee)
    }
}

impl State {
    /// Where the case is.
    #[must_use]
    pub fn status(&self) -> Status {
        if self.closed.is_some() {
            return Status::Closed;
        }
        if self.withdrawn_on.is_some() {
            return Status::Withdrawn;
        }
        if self.is_answered() {
            return Status::Answered;
        }
        if self.answer_to_send().is_some() {
            return Status::AnswerToSend;
        }
        match self.waits().first() {
            Some(Wait::Identity(_)) => Status::WaitingForIdentity,
            Some(Wait::Clarification(_)) => Status::WaitingForClarification,
            Some(Wait::Fee(_)) => Status::WaitingForFee,
            None => Status::InHand,
        }
    }

    /// What is being waited for: identity first, then clarification, then a fee. Goes by the days on which things
    /// happened, so that something recorded late takes its true place; events of one day act as recorded.
    #[must_use]
    pub fn waits(&self) -> Vec<Wait> {
        let mut by_day: Vec<&Fact> = self.facts.iter().collect();
        by_day.sort_by_key(|fact| fact.on);
        let mut waits: Vec<Wait> = Vec::new();
        for fact in by_day {
            match fact.act {
                Act::IdentityAsked => waits.push(Wait::Identity(fact.on)),
                Act::ClarificationAsked => waits.push(Wait::Clarification(fact.on)),
                Act::FeeAsked => waits.push(Wait::Fee(fact.on)),
                // A receipt closes every open wait of its type, however many requests were sent (TIME-5).
                Act::IdentityReceived | Act::IdentityWaived => {
                    waits.retain(|wait| !matches!(wait, Wait::Identity(_)));
                }
                Act::FeePaid => waits.retain(|wait| !matches!(wait, Wait::Fee(_))),
                // Each answer closes the oldest open question (TIME-7).
                Act::ClarificationReceived | Act::ClarificationRefused => {
                    if let Some(oldest) = waits.iter().position(|wait| matches!(wait, Wait::Clarification(_)))
                    {
                        waits.remove(oldest);
                    }
                }
                Act::Acknowledged
                | Act::IdentityInsufficient
                | Act::AuthorityAsked
                | Act::AuthorityReceived
                | Act::CopyFeeAsked
                | Act::CopyFeePaid
                | Act::OtherQuestion
                | Act::Extended
                | Act::Answered
                | Act::Withdrawn
                | Act::SubjectDied
                | Act::Closed
                | Act::Reopened => {}
            }
        }
        waits.sort();
        waits
    }

    /// Whether every right that was asked for has been answered.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.received.as_ref().is_some_and(|received| {
            !received.rights.is_empty()
                && received.rights.iter().all(|right| self.answered_on(*right).is_some())
        })
    }

    /// The day on which a right was first answered.
    #[must_use]
    pub fn answered_on(&self, right: Right) -> Option<NaiveDate> {
        self.answers.iter().filter(|answer| answer.rights.contains(&right)).map(|answer| answer.on).min()
    }

    /// The final answer letter that still has to be sent.
    #[must_use]
    pub fn answer_to_send(&self) -> Option<&LetterProgress> {
        self.letters
            .iter()
            .find(|letter| letter.kind == LetterKind::L07 && letter.stage == LetterStage::Final)
    }

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

    /// The person the data is about.
    #[must_use]
    pub fn subject(&self) -> Option<&Party> {
        self.parties.iter().find(|party| party.role == Role::Subject)
    }
}
