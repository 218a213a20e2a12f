//! Lists of cases.

use casebook_cases::CaseId;
use casebook_personal::Personal;
use chrono::NaiveDate;

use super::Urgency;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which cases a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum CaseFilter {
    /// Open ones.
    Open,
    /// Open ones whose last day has passed.
    Overdue,
    /// Open ones with seven days or fewer.
    DueSoon,
    /// Open ones that wait for somebody.
    Waiting,
    /// Closed ones.
    Closed,
    /// All.
    All,
}

/// The order of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum CaseSort {
    /// Most urgent first.
    MostUrgent,
    /// Newest receipt first.
    Newest,
    /// By reference.
    Reference,
    /// By name.
    Name,
}

/// Which list to open.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct CasesQuery {
    /// Which cases.
    pub filter: CaseFilter,
    /// In which order.
    pub sort: CaseSort,
    /// Words to search for; may be empty.
    #[ts(as = "String")]
    pub text: Personal<String>,
}

/// An open list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CaseList {
    /// Its number, for reading windows of it.
    pub list: u32,
    /// How many cases it has.
    pub count: u32,
    /// How many cases the casebook has in all.
    pub all: u32,
}

/// A window of an open list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct CasesWindow {
    /// The list.
    pub list: u32,
    /// First row, from 0.
    pub from: u32,
    /// Number of rows, at most 200.
    pub len: u32,
}

/// One line of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CaseRow {
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// The person.
    #[ts(as = "String")]
    pub who: Personal<String>,
    /// Its rights in words, "Access".
    pub what: String,
    /// Where it is.
    pub status_words: String,
    /// How it is marked.
    pub urgency: Urgency,
    /// When it was received.
    pub received_on: NaiveDate,
    /// The same, "27 Oct 2026".
    pub received_words: String,
    /// The nearest last day.
    pub last_day: Option<NaiveDate>,
    /// "Fri 27 Nov", or empty.
    pub last_day_words: String,
    /// "5 days left".
    pub left_words: String,
    /// What to do next, in a few words.
    pub next: String,
}

/// Rows of a window.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CaseRows {
    /// First row.
    pub from: u32,
    /// The rows.
    pub rows: Vec<CaseRow>,
}
