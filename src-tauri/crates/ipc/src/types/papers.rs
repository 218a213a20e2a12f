//! Documents, tasks, links and people of a case, and corrections of its entries.

use casebook_cases::codes::{LinkKind, Media, PrintSize, Purpose, Role};
use casebook_cases::{CaseId, CommandId, DocumentId, PartyId, PersonId, TaskId};
use casebook_law::Right;
use casebook_personal::Personal;
use chrono::NaiveDate;

use super::{ChannelCode, LinkKindCode, MediaCode, PrintSizeCode, PurposeCode, RightCode, RoleCode};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A file kept with the case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct DocumentView {
    /// Which document.
    #[ts(as = "String")]
    pub document: DocumentId,
    /// The name it came with; empty once it was destroyed.
    #[ts(as = "String")]
    pub name: Personal<String>,
    /// What sort of file.
    #[ts(as = "MediaCode")]
    pub media: Media,
    /// What it is for.
    #[ts(as = "Option<PurposeCode>")]
    pub purpose: Option<Purpose>,
    /// Its size in words: "1.2 MB".
    pub size_words: String,
    /// When it was kept.
    pub kept_on: NaiveDate,
    /// "Kept 3 November 2026", "Destroyed 4 November 2026".
    pub state_words: String,
    /// Whether it was destroyed.
    pub is_destroyed: bool,
    /// "Destroy by 4 November 2026" where a task says so (ID-3); empty otherwise.
    pub destroy_words: String,
}

/// Another case that belongs to this one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LinkView {
    /// The other case.
    #[ts(as = "String")]
    pub other: CaseId,
    /// Its reference.
    pub reference: String,
    /// How: "same person".
    pub words: String,
}

/// A file to be kept with the case. The dialog opens outside the page.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct DocumentKeep {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The version it was made on.
    #[ts(type = "number")]
    pub version: u64,
    /// What it is for.
    #[ts(as = "PurposeCode")]
    pub purpose: Purpose,
}

/// One document of a case.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct DocumentOf {
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The document.
    #[ts(as = "String")]
    pub document: DocumentId,
}

/// A document to be destroyed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct DocumentDestroy {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The version it was made on.
    #[ts(type = "number")]
    pub version: u64,
    /// The document.
    #[ts(as = "String")]
    pub document: DocumentId,
    /// How and why; it is the proof.
    #[ts(as = "String")]
    pub proof: Personal<String>,
}

/// A task to be set.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct TaskSet {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The version it was made on.
    #[ts(type = "number")]
    pub version: u64,
    /// What is to be done.
    #[ts(as = "String")]
    pub what: Personal<String>,
    /// By when.
    pub due: NaiveDate,
}

/// A task that is over.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct TaskEnd {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The version it was made on.
    #[ts(type = "number")]
    pub version: u64,
    /// The task.
    #[ts(as = "String")]
    pub task: TaskId,
    /// Done, or given up.
    pub is_done: bool,
    /// On which day.
    pub on: NaiveDate,
    /// How, or why it was given up.
    #[ts(as = "String")]
    pub text: Personal<String>,
}

/// Two cases that belong together.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct CaseLink {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The version it was made on.
    #[ts(type = "number")]
    pub version: u64,
    /// The other case's reference.
    pub reference: String,
    /// How they belong together.
    #[ts(as = "LinkKindCode")]
    pub link: LinkKind,
}

/// Somebody who enters the case.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct PartyAdd {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The version it was made on.
    #[ts(type = "number")]
    pub version: u64,
    /// What they are in the case.
    #[ts(as = "RoleCode")]
    pub role: Role,
    /// Name.
    #[ts(as = "String")]
    pub name: Personal<String>,
    /// How a letter begins; empty makes "Dear" and the name.
    #[ts(as = "String")]
    pub salutation: Personal<String>,
    /// Postal address, in lines.
    #[ts(as = "Vec<String>")]
    pub address: Vec<Personal<String>>,
    /// E-mail address.
    #[ts(as = "String")]
    pub email: Personal<String>,
    /// Telephone.
    #[ts(as = "String")]
    pub phone: Personal<String>,
}

/// Somebody who is the same person as somebody in an earlier case.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct PersonIdentify {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The version it was made on.
    #[ts(type = "number")]
    pub version: u64,
    /// The party of this case.
    #[ts(as = "String")]
    pub party: PartyId,
    /// The person of the earlier case.
    #[ts(as = "String")]
    pub person: PersonId,
}

/// How somebody wants to be reached (CONTACT-1, REQ-5).
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct ContactNote {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The version it was made on.
    #[ts(type = "number")]
    pub version: u64,
    /// The party.
    #[ts(as = "String")]
    pub party: PartyId,
    /// The channel they asked for; none if they did not.
    pub reply_by: Option<ChannelCode>,
    /// The print they need.
    #[ts(as = "PrintSizeCode")]
    pub print: PrintSize,
    /// What they need: text relay, no telephone. The need, never the diagnosis.
    #[ts(as = "String")]
    pub needs: Personal<String>,
    /// Where it is safe to reach them, and where not.
    #[ts(as = "String")]
    pub safe_contact: Personal<String>,
    /// Their language.
    #[ts(as = "String")]
    pub language: Personal<String>,
}

/// How somebody wants to be reached, as noted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ContactView {
    /// The channel they asked for.
    pub reply_by: Option<ChannelCode>,
    /// The print they need.
    #[ts(as = "PrintSizeCode")]
    pub print: PrintSize,
    /// What they need.
    #[ts(as = "String")]
    pub needs: Personal<String>,
    /// Where it is safe to reach them.
    #[ts(as = "String")]
    pub safe_contact: Personal<String>,
    /// Their language.
    #[ts(as = "String")]
    pub language: Personal<String>,
    /// In one line: "by e-mail, large print".
    pub words: String,
}

impl ContactView {
    /// Nothing noted.
    #[must_use]
    pub fn nothing() -> Self {
        Self {
            reply_by: None,
            print: PrintSize::Standard,
            needs: Personal::default(),
            safe_contact: Personal::default(),
            language: Personal::default(),
            words: String::new(),
        }
    }
}

/// An entry that was wrong.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct EntryCorrect {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The version it was made on.
    #[ts(type = "number")]
    pub version: u64,
    /// The entry, by its number in the case.
    #[ts(type = "number")]
    pub entry: u64,
    /// The right day, where only the day was wrong.
    pub right_day: Option<NaiveDate>,
    /// What was wrong, and why.
    #[ts(as = "String")]
    pub reason: Personal<String>,
}

/// An entry that may have been wrong, before anything is recorded.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct CorrectionPreview {
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The entry, by its number in the case.
    #[ts(type = "number")]
    pub entry: u64,
    /// The right day, where only the day was wrong.
    pub right_day: Option<NaiveDate>,
}

/// What would become of the dates of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CorrectionPreviewed {
    /// Why it cannot be corrected so, as a sentence.
    pub problem: Option<String>,
    /// The clocks that would say something else; empty if no date moves.
    pub moves: Vec<ClockMove>,
}

/// One clock before and after a correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ClockMove {
    /// Whose clock.
    #[ts(as = "RightCode")]
    pub right: Right,
    /// The right in words.
    pub right_words: String,
    /// What it says now: "Friday 27 November 2026, running".
    pub before_words: String,
    /// What it would say.
    pub after_words: String,
}

/// The working of one right's clock, to be saved as a page.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct WhySheetSave {
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The right.
    #[ts(as = "RightCode")]
    pub right: Right,
}
