//! Before and after unlocking.

use casebook_personal::Personal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whether the casebook can be worked in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum GateState {
    /// There is no casebook in the folder yet.
    None,
    /// There is one, and it is locked.
    Locked,
    /// It is open.
    Open,
}

/// What the first screen needs to know.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct GateStatus {
    /// Whether the casebook can be worked in.
    pub state: GateState,
    /// Why it cannot be opened at all, as sentences; absent if it can.
    pub problem: Option<String>,
    /// Whether this is the made-up casebook of the demonstration.
    pub made_up: bool,
    /// Whether it was open since the program started, and was locked.
    pub was_locked: bool,
}

/// A passphrase being chosen.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct PassphraseJudge {
    /// As typed so far.
    #[ts(as = "String")]
    pub passphrase: Personal<String>,
}

/// What is thought of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PassphraseJudged {
    /// Whether it may be used.
    pub accepted: bool,
    /// Why, or why not, as one sentence.
    pub sentence: String,
}

/// The passphrase of a new casebook.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct CasebookCreate {
    /// The passphrase.
    #[ts(as = "String")]
    pub passphrase: Personal<String>,
    /// The same, typed again.
    #[ts(as = "String")]
    pub again: Personal<String>,
}

/// The recovery key, shown once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RecoveryKeyShown {
    /// Eight groups of four characters and one of two.
    #[ts(as = "Vec<String>")]
    pub groups: Vec<Personal<String>>,
    /// Which two groups will be asked for, counted from 1.
    pub ask: Vec<u8>,
}

/// Two groups of the recovery key, typed back in the order asked.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct RecoveryConfirm {
    /// What was typed.
    #[ts(as = "Vec<String>")]
    pub groups: Vec<Personal<String>>,
}

/// What opens the casebook; one of the two.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct CasebookUnlock {
    /// The passphrase.
    #[ts(as = "Option<String>")]
    pub passphrase: Option<Personal<String>>,
    /// The recovery key, in any spacing.
    #[ts(as = "Option<String>")]
    pub recovery_key: Option<Personal<String>>,
}
