//! Tasks: what is to be done by a day.

use casebook_cases::{CaseId, TaskId};
use casebook_personal::Personal;
use chrono::NaiveDate;

use super::Urgency;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whose tasks.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct TasksRead {
    /// Those of this case, done ones too; if absent, those of every case that are still to be done.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub case: Option<CaseId>,
}

/// One task.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TaskRow {
    /// The task.
    #[ts(as = "String")]
    pub task: TaskId,
    /// Its case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The reference of its case.
    pub reference: String,
    /// The person its case is about.
    #[ts(as = "String")]
    pub who: Personal<String>,
    /// What is to be done.
    #[ts(as = "String")]
    pub what: Personal<String>,
    /// By when.
    pub due: NaiveDate,
    /// In words: "Fri 27 Nov".
    pub due_words: String,
    /// "5 days left", "Done 3 November 2026".
    pub left_words: String,
    /// How it is marked.
    pub urgency: Urgency,
    /// Whether it was done or given up.
    pub is_over: bool,
}

/// Tasks, the most urgent first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TasksView {
    /// At most 500.
    pub rows: Vec<TaskRow>,
    /// How many more there are.
    pub more: u32,
}
