//! Documents, tasks and links of a case.

use chrono::NaiveDate;

use crate::codes::{LinkKind, Media, Purpose, TaskKind};
use crate::{CaseId, DocumentId, TaskId};

use super::State;

/// A file kept with the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Which one.
    pub document: DocumentId,
    /// What sort of file.
    pub media: Media,
    /// Its size in bytes.
    pub bytes: u64,
    /// What it is for.
    pub purpose: Option<Purpose>,
    /// When it was kept.
    pub kept_on: NaiveDate,
    /// The entry (`seq` in the casebook) that holds its name and key.
    pub kept_at: u64,
    /// When it was destroyed.
    pub destroyed_on: Option<NaiveDate>,
}

/// Something to do by a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Which one.
    pub task: TaskId,
    /// What it is about.
    pub about: TaskKind,
    /// By when.
    pub due: NaiveDate,
    /// The document it is about.
    pub document: Option<DocumentId>,
    /// The entry (`seq` in the casebook) that holds its words.
    pub set_at: u64,
    /// When it was done or given up.
    pub ended_on: Option<NaiveDate>,
}

/// Another case that belongs to this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The other case.
    pub other: CaseId,
    /// How.
    pub link: LinkKind,
}

impl State {
    /// A document by its id.
    #[must_use]
    pub fn document(&self, document: DocumentId) -> Option<&Document> {
        self.documents.iter().find(|known| known.document == document)
    }

    /// A task by its id.
    #[must_use]
    pub fn task(&self, task: TaskId) -> Option<&Task> {
        self.tasks.iter().find(|known| known.task == task)
    }

    /// Tasks still to be done, the most urgent first.
    #[must_use]
    pub fn open_tasks(&self) -> Vec<&Task> {
        let mut open: Vec<&Task> = self.tasks.iter().filter(|task| task.ended_on.is_none()).collect();
        open.sort_by_key(|task| task.due);
        open
    }
}
