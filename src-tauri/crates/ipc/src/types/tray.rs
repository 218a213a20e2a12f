//! The out tray: every letter on its way out, and those that came back.

use casebook_cases::{CaseId, CommandId, LetterId};
use casebook_personal::Personal;
use chrono::NaiveDate;

use super::{ChannelCode, LetterKindCode, PostalClass, Urgency};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The parts of the out tray.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum TrayState {
    /// Being written.
    Draft,
    /// Final, to be printed or sent.
    Ready,
    /// Printed, to be posted or handed over.
    Printed,
    /// Sent, whether or not it is known to have arrived.
    Sent,
    /// Came back, or bounced (POST-1).
    Returned,
}

/// The order of the out tray.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum TrayOrder {
    /// By the latest safe posting day; what was sent or came back: the latest first.
    Urgent,
    /// By address, for a batch.
    Address,
}

/// Which part, in which order.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct TrayRead {
    /// Which part.
    pub state: TrayState,
    /// In which order.
    pub order: TrayOrder,
}

/// How many letters each part has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TrayCounts {
    /// Being written.
    pub draft: u32,
    /// Final.
    pub ready: u32,
    /// Printed.
    pub printed: u32,
    /// Sent.
    pub sent: u32,
    /// Came back.
    pub returned: u32,
}

/// One letter of the out tray.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TrayRow {
    /// The letter.
    #[ts(as = "String")]
    pub letter: LetterId,
    /// Its case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The version of the case, for recording that it was sent.
    #[ts(type = "number")]
    pub case_version: u64,
    /// The reference of its case.
    pub reference: String,
    /// Its number, "SR-2026-0042-E/3"; none while a draft.
    pub number: Option<String>,
    /// Its kind.
    pub kind: LetterKindCode,
    /// Its kind in words.
    pub title: String,
    /// To whom it is addressed.
    #[ts(as = "String")]
    pub to: Personal<String>,
    /// The person its case is about.
    #[ts(as = "String")]
    pub who: Personal<String>,
    /// Its pages; none while a draft.
    pub pages: Option<u32>,
    /// The date printed on it.
    pub dated_on: NaiveDate,
    /// Where it is, in words: "Printed 24 November 2026", "Came back 1 December 2026: addressee gone away".
    pub state_words: String,
    /// The latest day on which a first class letter is safely in time (TIME-13); none where no last day hangs on it.
    pub post_by: Option<NaiveDate>,
    /// In words: "Post by Tue 24 Nov (1st class)", "Too late for the post to be safe; …"; may be empty.
    pub post_by_words: String,
    /// How it is marked.
    pub urgency: Urgency,
    /// How it went: "by post, 1st class"; empty before.
    pub sent_words: String,
}

/// The out tray.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TrayView {
    /// How many letters each part has.
    pub counts: TrayCounts,
    /// The letters of the part asked for, at most 500.
    pub rows: Vec<TrayRow>,
    /// How many more there are.
    pub more: u32,
}

/// Final letters to put into one file to print.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct TrayPrintFile {
    /// Which, in the order in which they are printed.
    #[ts(as = "Vec<String>")]
    pub letters: Vec<LetterId>,
    /// Sheets are printed on both sides, so each letter begins on a new sheet.
    pub both_sides: bool,
}

/// The file to print.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TrayPrinted {
    /// Its name; holds nothing personal.
    pub file_name: String,
    /// How many letters are in it.
    pub letters: u32,
    /// How many pages it has, blank ones included.
    pub pages: u32,
}

/// Final letters to hand to a printer, each by itself.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct TrayPrint {
    /// Which, in the order in which they are printed.
    pub letters: Vec<TrayPrintOne>,
    /// The printer.
    pub queue: String,
    /// How often each; from 1.
    pub copies: u32,
    /// Both sides of each sheet.
    pub both_sides: bool,
    /// A name for the work, made by the page, to see how far it has come and to stop it.
    pub job: Option<String>,
}

/// One letter of them.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct TrayPrintOne {
    /// Made by the page; each letter is recorded by itself.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// The letter.
    #[ts(as = "String")]
    pub letter: LetterId,
}

/// Final letters that went out together.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct TrayRecordSent {
    /// Which.
    pub letters: Vec<TraySent>,
    /// The day.
    pub on: NaiveDate,
    /// The channel.
    pub channel: ChannelCode,
    /// The postal class, for post.
    pub class: Option<PostalClass>,
    /// Where they were posted or handed over; may be empty.
    #[ts(as = "String")]
    pub place: Personal<String>,
}

/// One letter of them.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct TraySent {
    /// Made by the page; each letter is recorded by itself.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// The letter.
    #[ts(as = "String")]
    pub letter: LetterId,
    /// Its case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The version of its case that is on screen.
    #[ts(type = "number")]
    pub version: u64,
    /// Tracking number; may be empty.
    #[ts(as = "String")]
    pub tracking: Personal<String>,
}

/// What came of printing or recording many letters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TrayRecorded {
    /// The letters that are now recorded, as printed or as sent.
    #[ts(as = "Vec<String>")]
    pub recorded: Vec<LetterId>,
    /// Those that are not, and why.
    pub failed: Vec<TraySaid>,
    /// What is to be borne in mind about those that are.
    pub advisories: Vec<TraySaid>,
}

/// A sentence about one letter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TraySaid {
    /// The letter.
    #[ts(as = "String")]
    pub letter: LetterId,
    /// Its number, "SR-2026-0042-E/3"; empty if there is no such letter.
    pub number: String,
    /// The rule; empty if none.
    pub rule: String,
    /// What is to be said.
    pub sentence: String,
}
