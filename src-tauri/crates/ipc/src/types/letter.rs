//! Letters.

use std::collections::BTreeMap;

use casebook_cases::codes::ReturnReason;
use casebook_cases::{CaseId, CommandId, LetterId, PartyId};
use casebook_personal::Personal;
use chrono::NaiveDate;

use super::{ChannelCode, ReturnReasonCode};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The kinds of letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "UPPERCASE")]
#[ts(export)]
pub enum LetterKindCode {
    /// Any other letter.
    L00,
    /// Acknowledgement of a request.
    L01,
    /// Asks for proof of identity.
    L02,
    /// Asks for proof of authority.
    L03,
    /// Asks which information is meant.
    L04,
    /// Fee notice.
    L05,
    /// Notice of an extension.
    L06,
    /// Answer to an access request.
    L07,
    /// Nothing is held.
    L08,
    /// Refusal of the whole.
    L11,
    /// Answer with a part refused.
    L12,
    /// Closing because nothing came.
    L30,
    /// The answer is late.
    L32,
    /// Asks a third party.
    L33,
    /// Withdrawal confirmed.
    L34,
    /// To a relative or executor.
    L36,
}

/// Where a letter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum LetterStateCode {
    /// Being written.
    Draft,
    /// Made final; its bytes are frozen.
    Final,
    /// Printed, not yet sent.
    Printed,
    /// Sent.
    Sent,
    /// Sent, and it arrived.
    Delivered,
    /// Sent, and it came back or bounced (POST-1).
    Returned,
    /// Final, never sent, and declared void.
    Void,
}

/// A letter in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LetterRow {
    /// Which one.
    #[ts(as = "String")]
    pub letter: LetterId,
    /// Its kind.
    pub kind: LetterKindCode,
    /// Its kind in words.
    pub title: String,
    /// Where it is.
    pub state: LetterStateCode,
    /// The same in words, with the day: "Posted 25 November 2026, 1st class".
    pub state_words: String,
    /// Its number, "SR-2026-0042-E/3"; none while a draft.
    pub number: Option<String>,
}

/// A letter to begin.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct LetterBegin {
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// Which kind.
    pub kind: LetterKindCode,
    /// To whom; without one, to whom letters of this kind go.
    #[serde(default)]
    #[ts(as = "Option<String>")]
    pub party: Option<PartyId>,
    /// The letter that came back and is to be sent again: what is written in it is taken over.
    #[serde(default)]
    #[ts(as = "Option<String>")]
    pub again: Option<LetterId>,
}

/// The kinds of letter that a case may want, those that fit best first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LetterKinds {
    /// Every kind.
    pub kinds: Vec<LetterKindRow>,
}

/// A kind of letter that can be begun.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LetterKindRow {
    /// Which.
    pub kind: LetterKindCode,
    /// What it is called.
    pub title: String,
    /// Whether it is the next thing to do.
    pub is_next: bool,
    /// Why it could not be made final today, and what to do; empty if it could.
    pub not_now: String,
    /// The rule that says so; empty if none does.
    pub rule: String,
    /// The draft of this kind that has been begun.
    #[ts(as = "Option<String>")]
    pub draft: Option<LetterId>,
}

/// Which letter.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct LetterRead {
    /// The letter.
    #[ts(as = "String")]
    pub letter: LetterId,
}

/// One thing the DPO writes in a letter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FieldView {
    /// Its key.
    pub key: String,
    /// Its label.
    pub label: String,
    /// What belongs there.
    pub help: String,
    /// The rule that wants it; empty if none.
    pub rule: String,
    /// Whether the letter must have it.
    pub required: bool,
    /// Whether "does not apply, because" is an answer.
    pub may_not_apply: bool,
    /// How many rows to offer.
    pub rows: u32,
    /// What is written.
    #[ts(as = "String")]
    pub value: Personal<String>,
    /// The reason, if it does not apply.
    #[ts(as = "Option<String>")]
    pub does_not_apply: Option<Personal<String>>,
    /// What to offer as the reason when "does not apply" is chosen.
    pub starting_reason: String,
    /// What stops it, as a sentence.
    pub problem: Option<String>,
    /// What the registers and the case say, to be taken in or left out one by one.
    pub lines: Vec<FieldLine>,
    /// How such lines stand in the text.
    pub lines_stand: LinesStand,
    /// Ready texts for cases that come often.
    pub ready: Vec<ReadyText>,
}

/// A line that can be taken into a field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FieldLine {
    /// The line.
    #[ts(as = "String")]
    pub text: Personal<String>,
    /// Whether it stands in the field.
    pub chosen: bool,
}

/// How lines stand in the text of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum LinesStand {
    /// As a list, each behind "- ".
    List,
    /// Inside a sentence: "one, two and three".
    Phrase,
}

/// A ready text for a field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ReadyText {
    /// What it is called.
    pub label: String,
    /// The text; `‹…›` marks what only the DPO knows.
    pub text: String,
}

/// Something a clock or a rule looks at, chosen from a closed list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LetterChoice {
    /// Which: `fee`, `ground` or `doubt`.
    pub key: String,
    /// Its label.
    pub label: String,
    /// A sentence below it.
    pub help: String,
    /// The rule that wants it.
    pub rule: String,
    /// What there is to choose.
    pub options: Vec<LetterOption>,
    /// What is chosen: the value of one of the options.
    pub value: Option<String>,
}

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LetterOption {
    /// Its code.
    pub value: String,
    /// How it reads.
    pub words: String,
}

/// Somebody a letter can be addressed to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LetterRecipient {
    /// Who.
    #[ts(as = "String")]
    pub party: PartyId,
    /// "the representative".
    pub role_words: String,
    /// Name and address, in lines.
    #[ts(as = "Vec<String>")]
    pub addressee: Vec<Personal<String>>,
    /// How the letter begins.
    #[ts(as = "String")]
    pub salutation: Personal<String>,
    /// Needs large print.
    pub large_print: bool,
    /// Wants an electronic way.
    pub electronic: bool,
    /// How the person can be reached safely, as noted; empty if nothing was.
    #[ts(as = "String")]
    pub safe_contact: Personal<String>,
}

/// A rectangle on the first page in millimetres, from its top left corner.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PageRect {
    /// From the left edge.
    pub x: f64,
    /// From the top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// What an envelope shows of the first page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EnvelopeView {
    /// What the window shows however the sheet has slipped.
    pub always_visible: PageRect,
    /// What the window shows in some position of the sheet.
    pub ever_visible: PageRect,
    /// Where the address may stand.
    pub address_box: PageRect,
    /// Distances of the folds from the top.
    pub folds: Vec<f64>,
}

/// A locked paragraph.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ClauseView {
    /// Its id.
    pub id: String,
    /// Its heading.
    pub title: String,
}

/// Something that stops a letter from being made final, or a warning.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct GateView {
    /// The rule id; empty if none.
    pub rule: String,
    /// The field it is about.
    pub field: Option<String>,
    /// Why and what to do.
    pub sentence: String,
    /// Whether it stops the letter.
    pub blocks: bool,
}

/// Something enclosed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EnclosureForm {
    /// What it is.
    #[ts(as = "String")]
    pub title: Personal<String>,
    /// How many pages.
    pub pages: u32,
}

/// How a letter went out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SentView {
    /// The channel.
    pub channel: ChannelCode,
    /// The day.
    pub on: NaiveDate,
    /// Both in words.
    pub words: String,
}

/// A letter as its page shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LetterView {
    /// Which one.
    #[ts(as = "String")]
    pub letter: LetterId,
    /// Its case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The case's version.
    #[ts(type = "number")]
    pub case_version: u64,
    /// The case's reference.
    pub reference: String,
    /// Its kind.
    pub kind: LetterKindCode,
    /// Its kind in words.
    pub title: String,
    /// Where it is.
    pub state: LetterStateCode,
    /// The same in words.
    pub state_words: String,
    /// Its number.
    pub number: Option<String>,
    /// Grows each time the draft is kept.
    #[ts(type = "number")]
    pub revision: u64,
    /// Name and address, in lines, as on the envelope.
    #[ts(as = "Vec<String>")]
    pub addressee: Vec<Personal<String>>,
    /// "Dear Ms Żółkiewska-Brown".
    #[ts(as = "String")]
    pub salutation: Personal<String>,
    /// The date printed on it.
    pub dated_on: NaiveDate,
    /// 18 pt instead of 12 pt.
    pub large_print: bool,
    /// Goes by e-mail or another electronic way (SEND-1): no envelope, "attached" for "enclosed".
    pub electronic: bool,
    /// What the DPO writes.
    pub fields: Vec<FieldView>,
    /// What is enclosed.
    pub enclosures: Vec<EnclosureForm>,
    /// What is locked.
    pub clauses: Vec<ClauseView>,
    /// What stops it, and warnings.
    pub gates: Vec<GateView>,
    /// Number of pages.
    pub pages: u32,
    /// Name for `blob`, which answers the PDF.
    pub blob: String,
    /// SHA-256 of the final PDF.
    pub sha256: Option<String>,
    /// How it went out.
    pub sent: Option<SentView>,
    /// Latest safe posting day, in words; may be empty.
    pub post_by_words: String,
    /// Whom it can be addressed to, whoever letters of this kind go to first.
    pub recipients: Vec<LetterRecipient>,
    /// To whom of them.
    #[ts(as = "Option<String>")]
    pub party: Option<PartyId>,
    /// What is chosen from closed lists.
    pub choices: Vec<LetterChoice>,
    /// The fee in pounds, as typed; none where the letter asks for no fee.
    pub fee: Option<String>,
    /// What the envelope shows; none for a letter without one.
    pub envelope: Option<EnvelopeView>,
    /// Why it came back; none if it did not.
    #[ts(as = "Option<ReturnReasonCode>")]
    pub came_back: Option<ReturnReason>,
    /// Why a final letter had better not go by e-mail, as its reader asked (CONTACT-1); none if nothing speaks against it.
    #[ts(as = "Option<String>")]
    pub mail_warning: Option<Personal<String>>,
}

/// A draft as edited.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct LetterKeep {
    /// Which one.
    #[ts(as = "String")]
    pub letter: LetterId,
    /// The revision that was edited.
    #[ts(type = "number")]
    pub revision: u64,
    /// Name and address, in lines.
    #[ts(as = "Vec<String>")]
    pub addressee: Vec<Personal<String>>,
    /// The salutation.
    #[ts(as = "String")]
    pub salutation: Personal<String>,
    /// The date printed on it: from the day it is made final to three working days later.
    pub dated_on: NaiveDate,
    /// 18 pt instead of 12 pt.
    pub large_print: bool,
    /// Goes by e-mail or another electronic way (SEND-1): no envelope, "attached" for "enclosed".
    pub electronic: bool,
    /// What is written, by key.
    #[ts(type = "Record<string, string>")]
    pub fields: BTreeMap<String, Personal<String>>,
    /// Reasons why a field does not apply, by key.
    #[ts(type = "Record<string, string>")]
    pub not_applicable: BTreeMap<String, Personal<String>>,
    /// What is enclosed.
    pub enclosures: Vec<EnclosureForm>,
    /// To whom.
    #[serde(default)]
    #[ts(as = "Option<String>")]
    pub party: Option<PartyId>,
    /// What is chosen from closed lists, by key.
    #[serde(default)]
    pub choices: BTreeMap<String, String>,
    /// The fee in pounds: "10", "10.50".
    #[serde(default)]
    pub fee: String,
}

/// A draft to make final.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct LetterMakeFinal {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// Which one.
    #[ts(as = "String")]
    pub letter: LetterId,
    /// The revision that was looked at.
    #[ts(type = "number")]
    pub revision: u64,
    /// The case's version.
    #[ts(type = "number")]
    pub case_version: u64,
}

/// How a letter was posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum PostalClass {
    /// 1st class.
    First,
    /// 2nd class.
    Second,
    /// 1st class, signed for.
    FirstSigned,
    /// 2nd class, signed for.
    SecondSigned,
    /// Special Delivery.
    SpecialDelivery,
    /// Courier.
    Courier,
}

/// How a final letter went out.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct LetterRecordSent {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// Which one.
    #[ts(as = "String")]
    pub letter: LetterId,
    /// The case's version.
    #[ts(type = "number")]
    pub case_version: u64,
    /// The channel.
    pub channel: ChannelCode,
    /// The day.
    pub on: NaiveDate,
    /// The postal class, for post.
    pub class: Option<PostalClass>,
    /// Tracking number; may be empty.
    #[ts(as = "String")]
    pub tracking: Personal<String>,
    /// Where it was posted or handed over; may be empty.
    #[serde(default)]
    #[ts(as = "String")]
    pub place: Personal<String>,
}

/// A letter that arrived.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct LetterRecordDelivered {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// Which one.
    #[ts(as = "String")]
    pub letter: LetterId,
    /// The case's version.
    #[ts(type = "number")]
    pub case_version: u64,
    /// The day.
    pub on: NaiveDate,
    /// What shows it; may be empty.
    #[ts(as = "String")]
    pub proof: Personal<String>,
}

/// A letter that came back, or bounced (POST-1).
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct LetterRecordReturned {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// Which one.
    #[ts(as = "String")]
    pub letter: LetterId,
    /// The case's version.
    #[ts(type = "number")]
    pub case_version: u64,
    /// The day we heard.
    pub on: NaiveDate,
    /// Why, as the post or the mail system says.
    #[ts(as = "ReturnReasonCode")]
    pub reason: ReturnReason,
    /// What stands on the envelope or in the message; may be empty.
    #[ts(as = "String")]
    pub note: Personal<String>,
}

/// A final letter to declare void.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct LetterVoid {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// Which one.
    #[ts(as = "String")]
    pub letter: LetterId,
    /// The case's version.
    #[ts(type = "number")]
    pub case_version: u64,
    /// Why.
    #[ts(as = "String")]
    pub reason: Personal<String>,
}

/// A file was saved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FileSaved {
    /// Its name; holds nothing personal.
    pub file_name: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
}
