//! What the DPO wants to record in a subject request. Already parsed: dates are dates, codes are enums, and of texts
//! only whether they were written.

mod papers;
mod search;

use std::collections::BTreeMap;

use casebook_law::{Nation, Right};
use chrono::NaiveDate;

use crate::codes::{
    Audience, AuthorityType, Channel, ExtensionReason, FeeBasis, IdentityDoubt, IdentityLevel, LetterKind,
    Media, NoteSort, OurRole, PersonKind, PostalClass, Regime, Resolution, Role, Wrapping,
};
use crate::{DocumentId, LetterId, PartyId, PersonId, Reference, TaskId, Written};

pub use papers::{PaperCommand, PostCommand};
pub use search::{DecideItems, NewGroup, NewSearch, SearchCommand};

/// A party that enters the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewParty {
    /// The party.
    pub party: PartyId,
    /// The person, across cases.
    pub person: PersonId,
    /// What they are in this case.
    pub role: Role,
}

/// What a letter says that a clock or a rule looks at, chosen from closed lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LetterChoices {
    /// Under which rule a fee notice asks for a fee.
    pub fee: Option<FeeBasis>,
    /// Why a notice of an extension says that more time is needed.
    pub ground: Option<ExtensionReason>,
    /// Why a request for proof of identity doubts.
    pub doubt: Option<IdentityDoubt>,
}

/// What the DPO wants to record. `on` is the civil day on which it happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// A request came in.
    Receive {
        /// When it reached the organisation (TIME-6).
        on: NaiveDate,
        /// The reference the case gets.
        reference: Reference,
        /// What is asked for.
        rights: Vec<Right>,
        /// Under which law.
        regime: Regime,
        /// Whose holidays count.
        nation: Nation,
        /// How it came.
        channel: Channel,
        /// What the company is for this data.
        our_role: OurRole,
        /// The person the data is about, once named.
        subject: Option<(NewParty, Written)>,
        /// Whoever asks, where that is somebody else (AUTH-1).
        requester: Option<(NewParty, Written)>,
        /// What the person is to us, once known.
        person_kind: Option<PersonKind>,
        /// The request as a document, where it is too long to be kept as a text alone.
        document: Option<(DocumentId, Media, u64)>,
    },
    /// How somebody is named or reached was corrected.
    ChangeParty {
        /// The day of the change.
        on: NaiveDate,
        /// The party.
        party: PartyId,
        /// The name is still written.
        name: Option<Written>,
    },
    /// Proof of identity was asked for.
    RecordIdentityAsked {
        /// The day it was sent.
        on: NaiveDate,
        /// Why there is doubt (ID-1).
        doubt: Option<IdentityDoubt>,
        /// The same in words.
        reason: Option<Written>,
    },
    /// What came was not enough.
    RecordIdentityInsufficient {
        /// The day this was told.
        on: NaiveDate,
        /// What is missing.
        reason: Option<Written>,
    },
    /// Proof of identity came.
    RecordIdentityReceived {
        /// The day it came.
        on: NaiveDate,
        /// How identity was shown (ID-2).
        level: Option<IdentityLevel>,
        /// Why a copy of a document was needed.
        reason: Option<Written>,
        /// The task to destroy that copy, and by when.
        destroy: Option<(TaskId, NaiveDate)>,
    },
    /// Proof was asked for that somebody may act for the subject.
    RecordAuthorityAsked {
        /// The day it was sent.
        on: NaiveDate,
        /// Why, or which proof.
        reason: Option<Written>,
    },
    /// That proof came.
    RecordAuthorityReceived {
        /// The day it came.
        on: NaiveDate,
        /// What it is.
        authority: AuthorityType,
        /// Until when it holds.
        valid_until: Option<NaiveDate>,
    },
    /// A question about format, reason or delivery was asked.
    RecordQuestionAsked {
        /// The day it was sent.
        on: NaiveDate,
        /// The question.
        text: Option<Written>,
    },
    /// Proof of identity is no longer needed.
    RecordIdentityWaived {
        /// The day this was decided.
        on: NaiveDate,
        /// Why.
        reason: Option<Written>,
    },
    /// The requester was asked which data is meant.
    RecordClarificationAsked {
        /// The day it was sent.
        on: NaiveDate,
        /// Why we reasonably need this (TIME-7).
        reason: Option<Written>,
    },
    /// They told us, or will not narrow the request.
    RecordClarificationEnded {
        /// The day it came.
        on: NaiveDate,
        /// They will not narrow it.
        refused: bool,
    },
    /// A fee was asked for.
    RecordFeeAsked {
        /// The day it was sent.
        on: NaiveDate,
        /// Under which rule.
        basis: FeeBasis,
        /// Amount and basis.
        reason: Option<Written>,
    },
    /// It was paid.
    RecordFeePaid {
        /// The day of payment.
        on: NaiveDate,
        /// Under which rule it was asked for.
        basis: FeeBasis,
    },
    /// Notice of an extension was given.
    RecordExtension {
        /// The day it was given.
        on: NaiveDate,
        /// The ground.
        reason: ExtensionReason,
        /// The reasons in words.
        reasons: Option<Written>,
    },
    /// An answer left the building without this application (REC-1).
    RecordAnsweredOutside {
        /// The day it was sent.
        on: NaiveDate,
        /// How it went.
        channel: Channel,
        /// What was sent, in words.
        what: Option<Written>,
        /// The letter that went, kept as a document.
        document: Option<(DocumentId, Media, u64)>,
    },
    /// The requester withdrew.
    RecordWithdrawn {
        /// The day we heard.
        on: NaiveDate,
    },
    /// The person the data is about died.
    RecordSubjectDied {
        /// The day we heard.
        on: NaiveDate,
    },
    /// An entry was wrong.
    Correct {
        /// Today.
        today: NaiveDate,
        /// The entry (its number in the case).
        entry: u64,
        /// The right day, where only the day was wrong.
        right_day: Option<NaiveDate>,
        /// Why.
        reason: Option<Written>,
    },
    /// The search and what follows from it.
    Search(SearchCommand),
    /// People, documents, tasks, links.
    Paper(PaperCommand),
    /// What became of a final letter.
    Post(PostCommand),
    /// A note.
    WriteNote {
        /// The day it is about.
        on: NaiveDate,
        /// The note.
        text: Option<Written>,
        /// It needs care.
        sort: Option<NoteSort>,
    },
    /// A draft is made final.
    MakeLetterFinal {
        /// Today.
        on: NaiveDate,
        /// The letter.
        letter: LetterId,
        /// Its kind.
        kind: LetterKind,
        /// The date printed on it.
        dated_on: NaiveDate,
        /// Pages of its PDF.
        pages: u32,
        /// Pages enclosed.
        enclosed_pages: u32,
        /// SHA-256 of its PDF, hexadecimal.
        pdf_sha256: String,
        /// Its template.
        template: String,
        /// Its locked clauses.
        clauses: BTreeMap<String, u32>,
        /// What was chosen for it.
        choices: LetterChoices,
        /// Nothing that the letters crate checks stops it.
        passed: bool,
    },
    /// A final letter went out.
    RecordLetterSent {
        /// The day it went.
        on: NaiveDate,
        /// The letter.
        letter: LetterId,
        /// How it went.
        channel: Channel,
        /// The postal class.
        class: Option<PostalClass>,
    },
    /// A final letter that was never sent is void.
    VoidLetter {
        /// Today.
        on: NaiveDate,
        /// The letter.
        letter: LetterId,
        /// Why.
        reason: Option<Written>,
    },
    /// The case ends.
    Close {
        /// Today.
        on: NaiveDate,
        /// How it ended.
        resolution: Resolution,
        /// Why, where no answer was sent.
        reason: Option<Written>,
    },
    /// The case goes on.
    Reopen {
        /// Today.
        on: NaiveDate,
        /// Why.
        reason: Option<Written>,
    },
    /// Its history left the casebook.
    RecordExported {
        /// Today.
        on: NaiveDate,
        /// Number of files.
        files: u32,
        /// The last event in the bundle.
        through: u64,
        /// For whom and why.
        reason: Option<Written>,
        /// For which audience.
        audience: Option<Audience>,
        /// How it is wrapped.
        wrapping: Option<Wrapping>,
        /// SHA-256 of its manifest.
        manifest_sha256: Option<String>,
    },
}
