//! What leaves the casebook: histories, and letters on their way through mail.

use casebook_cases::{CaseId, CommandId};
use casebook_personal::Personal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who a history is for (EXP-3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum AudienceCode {
    /// A court or the company's own lawyer.
    Full,
    /// The person concerned.
    Subject,
}

/// How it is wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum WrappingCode {
    /// A ZIP file with AES-256 and a generated passphrase.
    Encrypted,
    /// A folder that everybody can read who gets hold of it.
    Folder,
}

/// What would leave.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct CaseExportPreview {
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// For whom.
    pub audience: AudienceCode,
    /// Whether notes of legal advice leave too; for the full history only.
    pub with_legal_advice: bool,
}

/// A text that would leave, so that the DPO can look whether it speaks of somebody else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ExportText {
    /// The entry, numbered in the case; what is withheld is named by it.
    #[ts(type = "number")]
    pub entry: u64,
    /// What happened, as the history tells it.
    pub sentence: String,
    /// The text.
    #[ts(as = "String")]
    pub text: Personal<String>,
}

/// What would leave and what would stay.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ExportPreview {
    /// What leaves, as short phrases.
    pub goes: Vec<String>,
    /// What stays, and why.
    pub stays: Vec<String>,
    /// Whether there are notes of legal advice, which leave only on purpose.
    pub has_legal_advice: bool,
    /// Texts to look at before they leave; none for the full history.
    pub texts: Vec<ExportText>,
}

/// Which case to export. The folder is chosen in a dialog of the system.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct CaseExport {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// For whom.
    pub audience: AudienceCode,
    /// How it is wrapped.
    pub wrapping: WrappingCode,
    /// For whom exactly and why.
    #[ts(as = "String")]
    pub reason: Personal<String>,
    /// Whether notes of legal advice leave too; for the full history only.
    pub with_legal_advice: bool,
    /// Entries whose texts speak of somebody else and stay; for the person's history only.
    #[ts(type = "Array<number>")]
    pub withhold: Vec<u64>,
    /// A name for the work, to show its progress and to stop it.
    #[serde(default)]
    pub job: Option<String>,
}

/// What was exported.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CaseExported {
    /// The name of the folder or file; holds nothing personal.
    pub name: String,
    /// Number of files in the history.
    pub files: u32,
    /// The manifest's hash, to be kept apart from it.
    pub manifest_sha256: String,
    /// What opens the file: shown now and never again.
    #[ts(as = "Option<String>")]
    pub passphrase: Option<Personal<String>>,
    /// What reading it back found, as a sentence.
    pub checked: String,
    /// What whoever gets it needs, as a sentence; empty for a folder.
    pub opens_with: String,
}

/// An unsent message was saved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct MailSaved {
    /// The file's name; holds nothing personal.
    pub file_name: String,
    /// How many files are attached.
    pub attached: u32,
    /// What to do next, as a sentence; says so if no address is known.
    pub next: String,
}

/// An encrypted pack was saved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PackSaved {
    /// The file's name; holds nothing personal.
    pub file_name: String,
    /// How many files are in it.
    pub files: u32,
    /// What opens it: shown now and never again.
    #[ts(as = "String")]
    pub passphrase: Personal<String>,
    /// What whoever gets it needs, as a sentence.
    pub opens_with: String,
}
