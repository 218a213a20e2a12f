//! Events of every kind of case. Facts are codes, dates, ids and numbers; text lies beside them as particulars, whose
//! names are listed at each event.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::codes::{Channel, LetterKind, Media, PostalClass, Resolution, Role};
use crate::{DocumentId, LetterId, PartyId, PersonId};

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
    /// A note. Particulars: `text`.
    #[serde(rename = "note.written")]
    NoteWritten {},
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
    },
    /// A final letter went out. Particulars: `tracking`, if there is one.
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
    },
}
