//! Backups, bringing one back, the passphrase, the recovery sheet.

use casebook_personal::Personal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the casebook is backed up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct BackupStatus {
    /// The backup folder, as its path; absent before one was chosen.
    #[ts(as = "Option<String>")]
    pub folder: Option<Personal<String>>,
    /// How things stand, as sentences.
    pub sentence: String,
    /// When the last backup was made, in words; absent if there is none.
    pub last_made: Option<String>,
    /// Why no backup can be made just now, or why the last one was not, as sentences.
    pub problem: Option<String>,
    /// What could be better, as a sentence.
    pub warning: Option<String>,
    /// Whether it is time for the next backup.
    pub is_due: bool,
    /// Whether there has been none for three days, or there is no backup folder.
    pub is_overdue: bool,
}

/// A backup is to be made now.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct BackupNow {
    /// The name under which progress is shown; absent if nobody watches.
    pub job: Option<String>,
}

/// The backups in a folder that was looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct BackupFound {
    /// The backups, newest first; at least one.
    pub backups: Vec<BackupRow>,
}

/// One backup.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct BackupRow {
    /// Its name, to ask for it.
    pub snapshot: String,
    /// When it was made, in words.
    pub made: String,
    /// What it holds, in words; empty if that cannot be read.
    pub holds: String,
    /// Why it cannot be used, as sentences; absent as far as is known without a passphrase.
    pub problem: Option<String>,
}

/// A backup is to become the casebook.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct CasebookRestore {
    /// Which one of those found.
    pub snapshot: String,
    /// The passphrase of the time of the backup.
    #[ts(as = "Option<String>")]
    pub passphrase: Option<Personal<String>>,
    /// Or the recovery key, in any spacing.
    #[ts(as = "Option<String>")]
    pub recovery_key: Option<Personal<String>>,
}

/// A passphrase that nobody would guess.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PassphraseSuggested {
    /// Words with spaces between them.
    #[ts(as = "String")]
    pub passphrase: Personal<String>,
}

/// The passphrase is to be another.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct PassphraseChange {
    /// The one in force.
    #[ts(as = "String")]
    pub current: Personal<String>,
    /// The new one.
    #[ts(as = "String")]
    pub new: Personal<String>,
    /// The new one, typed again.
    #[ts(as = "String")]
    pub again: Personal<String>,
}

/// The passphrase was changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PassphraseChanged {
    /// What that means, as sentences.
    pub sentence: String,
}

/// The recovery key on screen is to be saved as a file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct RecoverySaveSheet {
    /// The word that says that the warning was read.
    pub typed: String,
}
