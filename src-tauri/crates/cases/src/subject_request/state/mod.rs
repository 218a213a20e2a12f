//! What is true of a subject request: several small machines side by side.

mod letters;
mod papers;
mod search;

use casebook_law::clock::{Act, Fact};
use casebook_law::{Nation, Right};
use chrono::NaiveDate;

use crate::codes::{
    AuthorityType, Channel, IdentityLevel, OurRole, PersonKind, PrintSize, Regime, Resolution, Role,
};
use crate::{Event, LetterId, PartyId, PersonId, Recorded};

pub use letters::{LetterProgress, LetterStage, Sending};
pub use papers::{Document, Link, Task};
pub use search::{DecisionMade, GroupDecision, ItemGroup, Pack, Search, SearchProgress, SearchReport};

/// What is true of a subject request. Made by [`fold`](super::fold) alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Number of events so far.
    pub version: u64,
    /// Every entry, also those that were corrected: what is true is what the others say.
    pub entries: Vec<Recorded<Event>>,
    /// The entries (numbers in the case) that no longer count.
    pub struck: Vec<u64>,
    /// The receipt; `None` before the first event.
    pub received: Option<Received>,
    /// Who is in the case.
    pub parties: Vec<Party>,
    /// Dated facts that move clocks, in the order recorded.
    pub facts: Vec<Fact>,
    /// When the receipt was acknowledged.
    pub acknowledged_on: Option<NaiveDate>,
    /// How identity was shown, once it was.
    pub identity: Option<Shown>,
    /// What shows that somebody may act for the subject, once it came.
    pub authority: Option<Authority>,
    /// Places looked into.
    pub searches: Vec<Search>,
    /// What was found, in groups.
    pub groups: Vec<ItemGroup>,
    /// What the company decided, most lately.
    pub decision: Option<DecisionMade>,
    /// The files that go out, as last put together.
    pub pack: Option<Pack>,
    /// Answers that left the building.
    pub answers: Vec<Answer>,
    /// Final letters.
    pub letters: Vec<LetterProgress>,
    /// Files kept with the case.
    pub documents: Vec<Document>,
    /// Tasks.
    pub tasks: Vec<Task>,
    /// Cases that belong to this one.
    pub links: Vec<Link>,
    /// When the requester withdrew.
    pub withdrawn_on: Option<NaiveDate>,
    /// When we heard that the subject died.
    pub died_on: Option<NaiveDate>,
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
    /// What the company is for the data.
    pub our_role: OurRole,
    /// What the person is to the company.
    pub person_kind: Option<PersonKind>,
}

/// How identity was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The day.
    pub on: NaiveDate,
    /// How.
    pub level: Option<IdentityLevel>,
}

/// What shows that somebody may act for the subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Authority {
    /// The day it came.
    pub on: NaiveDate,
    /// What it is.
    pub authority: AuthorityType,
    /// Until when it holds.
    pub valid_until: Option<NaiveDate>,
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
    /// The channel they asked for (CONTACT-1).
    pub reply_by: Option<Channel>,
    /// The print they need (REQ-5).
    pub print: PrintSize,
    /// The last event (`seq` in the casebook) that says how they want to be reached, if one does.
    pub contact_from: Option<u64>,
}

/// Something the case waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wait {
    /// Proof of identity, since that day.
    Identity(NaiveDate),
    /// Proof that somebody may act for the subject, since that day.
    Authority(NaiveDate),
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

/// The end of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// The day.
    pub on: NaiveDate,
    /// How.
    pub resolution: Resolution,
    /// The entry (its number in the casebook) that closed it.
    pub seq: u64,
}

/// Where a case is, summed up from its machines. Does not depend on what day it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Proof of identity has been asked for.
    WaitingForIdentity,
    /// Proof of authority has been asked for.
    WaitingForAuthority,
    /// Clarification has been asked for.
    WaitingForClarification,
    /// A fee has been asked for.
    WaitingForFee,
    /// Nobody has been asked to search yet.
    ToSearch,
    /// Not every place has reported.
    Searching,
    /// Groups of what was found are undecided.
    ToDecide,
    /// The answer can be written.
    ToAnswer,
    /// An answer is final and has to be sent.
    AnswerToSend,
    /// The answer came back: it is still owed (POST-1).
    AnswerReturned,
    /// Every right is answered.
    Answered,
    /// The requester withdrew.
    Withdrawn,
    /// The person died (LAW-4).
    SubjectDied,
    /// Closed.
    Closed,
}

impl Status {
    /// Every status, in the order of a case's life.
    pub const ALL: &'static [Self] = &[
        Self::WaitingForIdentity,
        Self::WaitingForAuthority,
        Self::WaitingForClarification,
        Self::WaitingForFee,
        Self::ToSearch,
        Self::Searching,
        Self::ToDecide,
        Self::ToAnswer,
        Self::AnswerToSend,
        Self::AnswerReturned,
        Self::Answered,
        Self::Withdrawn,
        Self::SubjectDied,
        Self::Closed,
    ];

    /// The status of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|status| status.code() == code)
    }

    /// Its stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::WaitingForIdentity => "waiting_identity",
            Self::WaitingForAuthority => "waiting_authority",
            Self::WaitingForClarification => "waiting_clarification",
            Self::WaitingForFee => "waiting_fee",
            Self::ToSearch => "to_search",
            Self::Searching => "searching",
            Self::ToDecide => "to_decide",
            Self::ToAnswer => "to_answer",
            Self::AnswerToSend => "answer_to_send",
            Self::AnswerReturned => "answer_returned",
            Self::Answered => "answered",
            Self::Withdrawn => "withdrawn",
            Self::SubjectDied => "subject_died",
            Self::Closed => "closed",
        }
    }

    /// How it reads on screen.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::WaitingForIdentity => "Waiting for identity",
            Self::WaitingForAuthority => "Waiting for authority",
            Self::WaitingForClarification => "Waiting for clarification",
            Self::WaitingForFee => "Waiting for a fee",
            Self::ToSearch => "To search",
            Self::Searching => "Searching",
            Self::ToDecide => "To decide",
            Self::ToAnswer => "To answer",
            Self::AnswerToSend => "Answer to send",
            Self::AnswerReturned => "Answer came back",
            Self::Answered => "Answered",
            Self::Withdrawn => "Withdrawn",
            Self::SubjectDied => "The person died",
            Self::Closed => "Closed",
        }
    }

    /// Whether somebody else has to act first.
    #[must_use]
    pub const fn is_waiting(self) -> bool {
        matches!(
            self,
            Self::WaitingForIdentity
                | Self::WaitingForAuthority
                | Self::WaitingForClarification
                | Self::WaitingForFee
        )
    }
}

impl State {
    /// Where the case is.
    #[must_use]
    pub fn status(&self) -> Status {
        if self.closed.is_some() {
            return Status::Closed;
        }
        if self.died_on.is_some() {
            return Status::SubjectDied;
        }
        if self.withdrawn_on.is_some() {
            return Status::Withdrawn;
        }
        if self.returned_answer().is_some() && self.answer_to_send().is_none() {
            return Status::AnswerReturned;
        }
        if self.is_answered() && self.returned_answer().is_none() {
            return Status::Answered;
        }
        if self.answer_to_send().is_some() {
            return Status::AnswerToSend;
        }
        match self.waits().first() {
            Some(Wait::Identity(_)) => Status::WaitingForIdentity,
            Some(Wait::Authority(_)) => Status::WaitingForAuthority,
            Some(Wait::Clarification(_)) => Status::WaitingForClarification,
            Some(Wait::Fee(_)) => Status::WaitingForFee,
            None => self.status_in_hand(),
        }
    }

    /// Where the case is while it is ours to act. Only access is searched for and decided about in groups.
    fn status_in_hand(&self) -> Status {
        let is_asked = |received: &Received| received.rights.contains(&Right::Access);
        if !self.received.as_ref().is_some_and(is_asked) || self.answered_on(Right::Access).is_some() {
            return Status::ToAnswer;
        }
        match () {
            () if self.searches.is_empty() => Status::ToSearch,
            () if self.searches.iter().any(|search| search.report.is_none()) => Status::Searching,
            () if self.undecided_groups() > 0 => Status::ToDecide,
            () => Status::ToAnswer,
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
                // What was not enough is asked for again (TIME-5).
                Act::IdentityAsked | Act::IdentityInsufficient => waits.push(Wait::Identity(fact.on)),
                Act::AuthorityAsked => waits.push(Wait::Authority(fact.on)),
                Act::ClarificationAsked => waits.push(Wait::Clarification(fact.on)),
                Act::FeeAsked => waits.push(Wait::Fee(fact.on)),
                // A receipt closes every open wait of its type, however many requests were sent (TIME-5).
                Act::IdentityReceived | Act::IdentityWaived => {
                    waits.retain(|wait| !matches!(wait, Wait::Identity(_)));
                }
                Act::AuthorityReceived => waits.retain(|wait| !matches!(wait, Wait::Authority(_))),
                Act::FeePaid => waits.retain(|wait| !matches!(wait, Wait::Fee(_))),
                // Each answer closes the oldest open question (TIME-7).
                Act::ClarificationReceived | Act::ClarificationRefused => {
                    if let Some(oldest) = waits.iter().position(|wait| matches!(wait, Wait::Clarification(_)))
                    {
                        waits.remove(oldest);
                    }
                }
                Act::Acknowledged
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

    /// The person the data is about.
    #[must_use]
    pub fn subject(&self) -> Option<&Party> {
        self.parties.iter().find(|party| party.role == Role::Subject)
    }

    /// Somebody who acts for the subject (AUTH-1).
    #[must_use]
    pub fn representative(&self) -> Option<&Party> {
        self.parties.iter().find(|party| party.role.acts_for_another())
    }

    /// Who is written to: whoever acts for the subject, else the subject (AUTH-1).
    #[must_use]
    pub fn correspondent(&self) -> Option<&Party> {
        self.representative().or_else(|| self.subject())
    }

    /// A party by its id.
    #[must_use]
    pub fn party(&self, party: PartyId) -> Option<&Party> {
        self.parties.iter().find(|known| known.party == party)
    }

    /// An entry by its number in the case.
    #[must_use]
    pub fn entry(&self, case_seq: u64) -> Option<&Recorded<Event>> {
        self.entries.iter().find(|entry| entry.case_seq == case_seq)
    }

    /// Whether an entry no longer counts.
    #[must_use]
    pub fn is_struck(&self, case_seq: u64) -> bool {
        self.struck.contains(&case_seq)
    }
}
