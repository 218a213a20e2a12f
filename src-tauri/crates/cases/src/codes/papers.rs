//! Documents, notes, tasks and links of a case.

use serde::{Deserialize, Serialize};

use super::codes;

codes! {
    /// What sort of file a document is.
    Media {
        /// Plain text.
        Text = "text",
        /// PDF.
        Pdf = "PDF",
        /// A picture.
        Image = "picture",
        /// A message.
        Mail = "message",
        /// A table.
        Sheet = "table",
        /// Anything else.
        Other = "file",
    }
    /// What a document is for.
    Purpose {
        /// What came in.
        Request = "the request",
        /// Proof of identity; destroyed after it was checked and never exported (ID-3).
        Identity = "proof of identity",
        /// Proof of authority.
        Authority = "proof of authority",
        /// Evidence of what was done.
        Evidence = "evidence",
        /// What a search found.
        Found = "found in the search",
        /// What leaves with the answer (PACK-1).
        Released = "for release",
        /// Anything else.
        Other = "other",
    }
    /// A note that needs care.
    NoteSort {
        /// Advice of a lawyer; leaves the casebook only on purpose (EXP-3).
        LegalAdvice = "legal advice",
    }
    /// What a task is about.
    TaskKind {
        /// Whatever the DPO wrote.
        Own = "task",
        /// Destroy the copy of a proof of identity (ID-3).
        DestroyIdentityCopy = "destroy the copy of the proof of identity",
        /// Ask again: no answer so far.
        Chase = "ask again",
        /// Find out where a returned letter can go (POST-1).
        CheckAddress = "check the address",
    }
    /// How two cases belong together.
    LinkKind {
        /// The same person.
        SamePerson = "same person",
        /// This one follows from the other.
        FollowsFrom = "follows from",
        /// Related in another way.
        Related = "related",
    }
}
