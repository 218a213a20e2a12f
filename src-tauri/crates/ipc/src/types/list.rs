//! Lists of cases.

use casebook_cases::CaseId;
use casebook_law::Right;
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
    /// By what is asked for.
    Right,
    /// By status.
    Status,
}

/// Which list to open.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct CasesQuery {
    /// Which cases.
    pub filter: CaseFilter,
    /// Of which kind, by its code in references ("SR"); all if absent.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<String>,
    /// Asking for which right; any if absent.
    #[serde(default)]
    #[ts(optional, as = "Option<super::RightCode>")]
    pub right: Option<Right>,
    /// In which status, by its code; any if absent. The codes are those of `cases_choices`.
    #[serde(default)]
    #[ts(optional)]
    pub status: Option<String>,
    /// Open, and with a last day on this day or later.
    #[serde(default)]
    #[ts(optional)]
    pub due_from: Option<NaiveDate>,
    /// Open, and with a last day on this day or earlier.
    #[serde(default)]
    #[ts(optional)]
    pub due_to: Option<NaiveDate>,
    /// In which order.
    pub sort: CaseSort,
    /// That order the other way round.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub reversed: bool,
    /// Words to search for; may be empty.
    #[ts(as = "String")]
    pub text: Personal<String>,
}

/// One choice of a filter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Choice {
    /// Its code.
    pub code: String,
    /// How it reads.
    pub words: String,
}

/// What lists of cases can be filtered by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CasesChoices {
    /// Kinds of case.
    pub kinds: Vec<Choice>,
    /// Rights.
    pub rights: Vec<Choice>,
    /// Statuses, in the order of a case's life.
    pub statuses: Vec<Choice>,
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
    /// The status, by its code.
    pub status: String,
    /// Where it is.
    pub status_words: String,
    /// How it is marked.
    pub urgency: Urgency,
    /// When it was received.
    pub received_on: NaiveDate,
    /// The same, "27 Oct 2026".
    pub received_words: String,
    /// The nearest last day, while it is open.
    pub last_day: Option<NaiveDate>,
    /// "Fri 27 Nov", or empty.
    pub last_day_words: String,
    /// "5 days left"; "Answered in time", "Answered late" once it is; never empty.
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
