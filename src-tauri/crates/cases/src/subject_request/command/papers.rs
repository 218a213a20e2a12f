//! What the DPO records about people, documents, tasks, links and the post.

use chrono::NaiveDate;

use crate::codes::{Channel, LinkKind, Media, PrintSize, Purpose, ReturnReason, Sides};
use crate::{CaseId, DocumentId, LetterId, PartyId, PersonId, TaskId, Written};

use super::NewParty;

/// People, documents, tasks and links of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperCommand {
    /// Somebody enters the case.
    AddParty {
        /// The day.
        on: NaiveDate,
        /// Who.
        party: NewParty,
        /// The name is written.
        name: Option<Written>,
    },
    /// Somebody is the same person as in another case.
    IdentifyPerson {
        /// The day.
        on: NaiveDate,
        /// The party.
        party: PartyId,
        /// The person.
        person: PersonId,
    },
    /// How somebody wants to be reached.
    NoteContact {
        /// The day.
        on: NaiveDate,
        /// The party.
        party: PartyId,
        /// The channel they asked for.
        reply_by: Option<Channel>,
        /// The print they need.
        print: PrintSize,
    },
    /// A file is kept with the case.
    KeepDocument {
        /// The day.
        on: NaiveDate,
        /// The document.
        document: DocumentId,
        /// What sort of file.
        media: Media,
        /// Its size in bytes.
        bytes: u64,
        /// What it is for.
        purpose: Purpose,
        /// The task that it gets if it has to be destroyed, and by when.
        destroy: (TaskId, NaiveDate),
    },
    /// A document is destroyed.
    DestroyDocument {
        /// The day.
        on: NaiveDate,
        /// The document.
        document: DocumentId,
        /// How it was done, in words.
        proof: Option<Written>,
    },
    /// A task is set.
    SetTask {
        /// The day.
        on: NaiveDate,
        /// The task.
        task: TaskId,
        /// By when.
        due: NaiveDate,
        /// What it is.
        what: Option<Written>,
    },
    /// A task was done. One about a document destroys the document.
    FinishTask {
        /// The day.
        on: NaiveDate,
        /// The task.
        task: TaskId,
        /// How, in words; a document is destroyed only with it.
        proof: Option<Written>,
    },
    /// A task is given up.
    DropTask {
        /// The day.
        on: NaiveDate,
        /// The task.
        task: TaskId,
        /// Why.
        reason: Option<Written>,
    },
    /// Another case belongs to this one.
    Link {
        /// The day.
        on: NaiveDate,
        /// The other case.
        other: CaseId,
        /// How.
        link: LinkKind,
    },
}

/// What became of a final letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostCommand {
    /// It was printed.
    Printed {
        /// The day.
        on: NaiveDate,
        /// The letter.
        letter: LetterId,
        /// How often.
        copies: u32,
        /// On one side or both.
        sides: Sides,
    },
    /// It arrived.
    Delivered {
        /// The day.
        on: NaiveDate,
        /// The letter.
        letter: LetterId,
    },
    /// It came back or bounced.
    Returned {
        /// The day.
        on: NaiveDate,
        /// The letter.
        letter: LetterId,
        /// Why.
        reason: ReturnReason,
        /// The task this makes.
        task: TaskId,
    },
}
