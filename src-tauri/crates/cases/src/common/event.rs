//! Events of every kind of case. Facts are codes, dates, ids and numbers; text lies beside them as particulars, whose
//! names are listed at each event.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::codes::{
    Audience, Channel, ExtensionReason, FeeBasis, IdentityDoubt, LetterKind, LinkKind, Media, NoteSort,
    PostalClass, PrintSize, Purpose, Resolution, ReturnReason, Role, Sides, TaskKind, Wrapping,
};
use crate::{CaseId, DocumentId, LetterId, PartyId, PersonId, TaskId};

/// What can happen in a case of any kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "facts", deny_unknown_fields)]
pub enum Event {
    /// Somebody entered the case. Particulars: `name`, `salutation`, `address` (lines), `email`, `phone`, `their_reference`.
    #[serde(rename = "party.added")]
    PartyAdded {
        /// The party.
        party: PartyId,
        /// The person, across cases.
        person: PersonId,
        /// What they are in this case.
        role: Role,
    },
    /// How somebody is named or reached was changed. Particulars: those of `party.added` that are now known, all anew.
    #[serde(rename = "party.changed")]
    PartyChanged {
        /// The party.
        party: PartyId,
    },
    /// Somebody in this case is the same person as somebody in an earlier one, says the DPO.
    #[serde(rename = "person.identified")]
    PersonIdentified {
        /// The party.
        party: PartyId,
        /// The person they are.
        person: PersonId,
    },
    /// How this person wants to be reached (CONTACT-1, REQ-5). Each replaces what was noted before. Particulars: `needs`,
    /// `safe_contact`, `language`.
    #[serde(rename = "contact.noted")]
    ContactNoted {
        /// The party.
        party: PartyId,
        /// The channel they asked for; absent if they did not.
        #[serde(skip_serializing_if = "Option::is_none")]
        reply_by: Option<Channel>,
        /// The size of print they need.
        print: PrintSize,
    },
    /// A note. Particulars: `text`.
    #[serde(rename = "note.written")]
    NoteWritten {
        /// Needs care; absent for an ordinary note.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sort: Option<NoteSort>,
    },
    /// A task. Particulars: `what`.
    #[serde(rename = "task.set")]
    TaskSet {
        /// The task.
        task: TaskId,
        /// What it is about.
        about: TaskKind,
        /// By when.
        due: NaiveDate,
        /// The document it is about.
        #[serde(skip_serializing_if = "Option::is_none")]
        document: Option<DocumentId>,
    },
    /// A task was done. Particulars: `proof`.
    #[serde(rename = "task.done")]
    TaskDone {
        /// The task.
        task: TaskId,
    },
    /// A task was given up. Particulars: `reason`.
    #[serde(rename = "task.dropped")]
    TaskDropped {
        /// The task.
        task: TaskId,
    },
    /// Two cases belong together.
    #[serde(rename = "case.linked")]
    CaseLinked {
        /// The other case.
        other: CaseId,
        /// How.
        link: LinkKind,
    },
    /// An earlier entry of this case was wrong and no longer counts; it stays readable. What is right follows as an
    /// entry of its own, which refers to the wrong one. Particulars: `reason`.
    #[serde(rename = "entry.corrected")]
    EntryCorrected {
        /// The entry (its number in the case) that no longer counts.
        entry: u64,
    },
    /// A file is kept with the case, encrypted outside the database. Particulars: `name`, `sha256` of its bytes, and
    /// `key`, which opens it and is never exported; once that is erased, nobody can read the file.
    #[serde(rename = "document.kept")]
    DocumentKept {
        /// The document.
        document: DocumentId,
        /// What sort of file it is.
        media: Media,
        /// Its size in bytes.
        bytes: u64,
        /// What it is for; absent for the request's own text.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        purpose: Option<Purpose>,
    },
    /// A document was destroyed: its key is erased and its file is gone. Particulars: `proof`.
    #[serde(rename = "document.destroyed")]
    DocumentDestroyed {
        /// The document.
        document: DocumentId,
    },
    /// A letter got its number and its bytes were frozen. Particulars: `pdf`, `facts`.
    #[serde(rename = "letter.finalised")]
    LetterFinalised {
        /// The letter.
        letter: LetterId,
        /// What kind it is.
        letter_kind: LetterKind,
        /// Its number within the case, from 1.
        number: u32,
        /// The date printed on it.
        dated_on: NaiveDate,
        /// Pages of the PDF.
        pages: u32,
        /// Pages enclosed.
        enclosed_pages: u32,
        /// SHA-256 of the PDF, hexadecimal. Stays when the PDF is erased.
        pdf_sha256: String,
        /// Template and version, `L07/1`.
        template: String,
        /// Versions of the locked clauses printed, by id.
        clauses: BTreeMap<String, u32>,
        /// Under which rule it asks for a fee; for a fee notice.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        fee: Option<FeeBasis>,
        /// Why more time is needed; for a notice of an extension.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ground: Option<ExtensionReason>,
        /// Why there is doubt; for a request for proof of identity.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        doubt: Option<IdentityDoubt>,
    },
    /// A final letter was printed.
    #[serde(rename = "letter.printed")]
    LetterPrinted {
        /// The letter.
        letter: LetterId,
        /// How often.
        copies: u32,
        /// On one side or both.
        sides: Sides,
    },
    /// A final letter went out. Particulars: `tracking` and `place`, if there are any.
    #[serde(rename = "letter.sent")]
    LetterSent {
        /// The letter.
        letter: LetterId,
        /// How it went.
        channel: Channel,
        /// The postal class, for post.
        #[serde(skip_serializing_if = "Option::is_none")]
        class: Option<PostalClass>,
    },
    /// A letter that was sent arrived. Particulars: `proof`.
    #[serde(rename = "letter.delivered")]
    LetterDelivered {
        /// The letter.
        letter: LetterId,
    },
    /// A letter that was sent came back, or an e-mail bounced (POST-1). Particulars: `note`.
    #[serde(rename = "letter.returned")]
    LetterReturned {
        /// The letter.
        letter: LetterId,
        /// Why.
        reason: ReturnReason,
    },
    /// A final letter that was never sent was declared void. Particulars: `reason`.
    #[serde(rename = "letter.voided")]
    LetterVoided {
        /// The letter.
        letter: LetterId,
    },
    /// The case was closed. Particulars: `reason`, if one was given.
    #[serde(rename = "case.closed")]
    CaseClosed {
        /// How it ended.
        resolution: Resolution,
        /// The statutory last day per right as it stood, by the right's code; rights without one are absent.
        due: BTreeMap<String, NaiveDate>,
        /// The holiday list used.
        holidays: String,
    },
    /// The case was opened again. Particulars: `reason`.
    #[serde(rename = "case.reopened")]
    CaseReopened {},
    /// The history was exported. Particulars: `reason`.
    #[serde(rename = "case.exported")]
    CaseExported {
        /// Number of files in the bundle.
        files: u32,
        /// The last event that the bundle contains.
        through: u64,
        /// For whom.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        audience: Option<Audience>,
        /// How it is wrapped.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        wrapping: Option<Wrapping>,
        /// SHA-256 of its manifest, hexadecimal.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        manifest_sha256: Option<String>,
    },
}
