//! What today asks for: the rows that want doing, and how well answers kept their dates.

use casebook_cases::{CaseId, LetterId, TaskId};
use casebook_personal::Personal;
use chrono::NaiveDate;

use super::Urgency;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The sections of Today, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum TodayKey {
    /// Not answered, and the last day is over.
    Overdue,
    /// Not answered, and the last day is today or within seven days.
    DueSoon,
    /// The answer came back and is still owed (POST-1).
    Returned,
    /// Somebody else has to act first: the person, or whoever was asked to search.
    Waiting,
    /// Final letters to be printed.
    ToPrint,
    /// Printed letters to be posted or handed over.
    ToPost,
    /// Tasks whose day is today, over, or within seven days.
    Tasks,
}

/// What a row leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum TodayAction {
    /// Its case.
    OpenCase,
    /// Its letter.
    OpenLetter,
    /// The out tray.
    OpenTray,
    /// Its task, in its case.
    OpenTask,
}

/// One line of Today.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TodayRow {
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The reference of the case.
    pub reference: String,
    /// The person, or whoever a letter goes to.
    #[ts(as = "String")]
    pub who: Personal<String>,
    /// What it is about: "Access", "Waiting for proof of identity", the title of a letter, a task.
    #[ts(as = "String")]
    pub what: Personal<String>,
    /// The day that counts: the last day, the latest safe posting day, the day of a task, since when it waits.
    pub on: Option<NaiveDate>,
    /// That day in words: "Fri 27 Nov", "since 3 Nov".
    pub when: String,
    /// A quieter addition: "5 days left", "19 days".
    pub when_aside: String,
    /// How it is marked.
    pub urgency: Urgency,
    /// What to do next, in a few words: "Write the answer", "Chase". May be empty.
    pub next: String,
    /// What the row leads to.
    pub action: TodayAction,
    /// The letter it is about.
    #[ts(as = "Option<String>")]
    pub letter: Option<LetterId>,
    /// The task it is about.
    #[ts(as = "Option<String>")]
    pub task: Option<TaskId>,
}

/// One section of Today: the most urgent rows of a sort.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TodaySection {
    /// Which.
    pub key: TodayKey,
    /// How many there are in all.
    pub count: u32,
    /// The most urgent ones first; not all of them if there are many.
    pub rows: Vec<TodayRow>,
    /// How many are not among the rows.
    pub more: u32,
}

/// How many requests were answered in one month, and whether in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct MonthAnswered {
    /// The month, "2026-11".
    pub month: String,
    /// The same in words: "Nov 2026".
    pub words: String,
    /// Answered by the last day.
    pub in_time: u32,
    /// Answered by the last day, but posted too late to be sure to arrive by it (TIME-13).
    pub posted_late: u32,
    /// Answered after it.
    pub late: u32,
}

/// How many open requests have their last day in one week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct WeekDue {
    /// Its Monday.
    pub from: NaiveDate,
    /// In words: "This week", "From 30 Nov".
    pub words: String,
    /// How many.
    pub count: u32,
}

/// Today.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TodayView {
    /// The day.
    pub today: NaiveDate,
    /// The day in words: "Sunday 22 November 2026".
    pub today_words: String,
    /// Every section, empty ones too, in the order in which they are shown.
    pub sections: Vec<TodaySection>,
    /// How many cases are open.
    pub open: u32,
    /// How many cases there are, closed ones too.
    pub all: u32,
    /// Open requests by the week of their last day: what is overdue first, then this week and the seven after it.
    pub due: Vec<WeekDue>,
    /// Answers of the last twelve months, this one last.
    pub answered: Vec<MonthAnswered>,
    /// The same as a sentence: "In the last twelve months 41 of 43 requests were answered in time."
    pub answered_words: String,
    /// What to do about the lists of holidays, as sentences; none if nothing is to be done.
    pub holidays: Vec<String>,
    /// That the computer's own time went back, as a sentence; `None` if it did not.
    pub time_warning: Option<String>,
}
