//! Numbers about requests, and the log of requests (REP-1).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which requests: those received in a period, both days included.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct ReportQuery {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

/// One line of a table of counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ReportLine {
    /// What is counted.
    pub what: String,
    /// Received in the period.
    pub received: u32,
    /// Open, of these.
    pub open: u32,
    /// Answered by the statutory last day.
    pub in_time: u32,
    /// Answered after it.
    pub late: u32,
    /// Unanswered, and the last day is over.
    pub overdue: u32,
    /// Without a last day: waiting, paused, withdrawn.
    pub no_date: u32,
}

/// Lines of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ReportTable {
    /// What its lines are, such as "Channel".
    pub title: String,
    /// The lines, the greatest first.
    pub lines: Vec<ReportLine>,
}

/// Numbers about the requests of a period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ReportView {
    /// The period in words.
    pub period: String,
    /// All of them together.
    pub all: ReportLine,
    /// Closed, of all.
    pub closed: u32,
    /// Answers in time of a hundred answers that had a date; `None` without such an answer.
    pub in_time_percent: Option<u32>,
    /// Days from receipt to answer, on average; `None` without an answer.
    pub average_days: Option<u32>,
    /// How many days the latest answer was late.
    pub longest_late_days: u32,
    /// With an extension.
    pub extended: u32,
    /// Where proof of identity was asked for.
    pub identity_asked: u32,
    /// Where clarification was asked for.
    pub clarification_asked: u32,
    /// By right, channel, requester, outcome and exemption.
    pub tables: Vec<ReportTable>,
    /// How lateness is measured, as a sentence.
    pub measured: String,
}

/// The log of requests to save. The file is chosen in a dialog of the system.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct SarLogSave {
    /// The first day of receipt.
    pub from: NaiveDate,
    /// The last day of receipt.
    pub to: NaiveDate,
    /// Whether names stand in it.
    pub with_names: bool,
    /// A name for the work, to show its progress and to stop it.
    #[serde(default)]
    pub job: Option<String>,
}

/// The log was saved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SarLogSaved {
    /// The file's name.
    pub file_name: String,
    /// How many requests are in it.
    pub rows: u32,
    /// How its dates are written and how lateness is measured, as sentences.
    pub note: String,
}
