//! What the DPO wants to record in a subject request. Already parsed: dates are dates, codes are enums, and of texts
//! only whether they were written.

use std::collections::BTreeMap;

use casebook_law::{Nation, Right};
use chrono::NaiveDate;

use crate::codes::{
    Channel, ExtensionReason, LetterKind, Media, OurRole, PostalClass, Regime, Resolution, Role,
};
use crate::{DocumentId, LetterId, PartyId, PersonId, Reference, Written};

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
        reason: Option<Written>,
    },
    /// Proof of identity came.
    RecordIdentityReceived {
        /// The day it came.
        on: NaiveDate,
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
    /// A fee under Art 12(5) was asked for.
    RecordFeeAsked {
        /// The day it was sent.
        on: NaiveDate,
        /// Amount and basis.
        reason: Option<Written>,
    },
    /// It was paid.
    RecordFeePaid {
        /// The day of payment.
        on: NaiveDate,
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
    },
    /// The requester withdrew.
    RecordWithdrawn {
        /// The day we heard.
        on: NaiveDate,
    },
    /// A note.
    WriteNote {
        /// The day it is about.
        on: NaiveDate,
        /// The note.
        text: Option<Written>,
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
    },
}
