//! A clock and its working, ready to be read.

use casebook_law::Right;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a subject request asks for (REQ-2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum RightCode {
    /// A copy and an explanation of their data.
    Access,
    /// Correction.
    Rectification,
    /// Deletion.
    Erasure,
    /// Freezing.
    Restriction,
    /// A machine-readable copy.
    Portability,
    /// Stopping.
    Objection,
    /// A human decision.
    AutomatedDecision,
    /// Taking back consent.
    ConsentWithdrawal,
    /// A complaint to us.
    Complaint,
}

/// How a date, a case or a letter is marked; always shown with a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Urgency {
    /// The last day has passed.
    Overdue,
    /// Seven days or fewer are left.
    DueSoon,
    /// There is time.
    Running,
    /// Somebody else has to act first.
    Waiting,
    /// Answered or closed.
    Done,
    /// Answered, but after the last day (TIME-14).
    DoneLate,
    /// No date applies.
    None,
}

/// One line of a working.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct StepView {
    /// The rule id.
    pub rule: String,
    /// What was done, as a sentence.
    pub text: String,
    /// The date reached.
    pub date: Option<NaiveDate>,
    /// Where in law.
    pub source: String,
}

/// The statutory time of one right.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ClockView {
    /// The right.
    #[ts(as = "RightCode")]
    pub right: Right,
    /// Its name, "Access".
    pub right_words: String,
    /// The clock's state (TIME-15): "running", "not_started" …
    pub state: String,
    /// The state in words, "Running".
    pub state_words: String,
    /// How it is marked.
    pub urgency: Urgency,
    /// The last day by cautious counting; what the screen shows.
    pub last_day: Option<NaiveDate>,
    /// "Friday 27 November 2026", or why there is none.
    pub last_day_words: String,
    /// "5 days left", "2 days late", "Waiting since 3 November".
    pub left_words: String,
    /// Statutory last day without extension.
    pub due_initial: Option<NaiveDate>,
    /// Statutory last day.
    pub due_final: Option<NaiveDate>,
    /// The company's own target (TIME-1).
    pub target_on: Option<NaiveDate>,
    /// Latest safe posting day, first class (TIME-13).
    pub post_by_first: Option<NaiveDate>,
    /// Latest safe posting day, second class.
    pub post_by_second: Option<NaiveDate>,
    /// "Post by Wed 25 Nov (1st class)"; empty when it does not apply.
    pub post_by_words: String,
    /// Why this date.
    pub working: Vec<StepView>,
    /// Holiday list and rule set used.
    pub basis_words: String,
    /// What to bear in mind.
    pub advisories: Vec<String>,
}
