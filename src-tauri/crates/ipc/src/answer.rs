//! What every command answers: a value and what it made stale, or an error the page can act on.

use casebook_cases::CaseId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A request without content.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct Nothing {}

/// Something the page shows and may have to read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "of", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export)]
pub enum Topic {
    /// Whether the casebook is open, and set-up.
    Gate,
    /// The organisation, the regulator, other settings.
    Settings,
    /// Lists of cases.
    Cases,
    /// One case with its letters and history.
    Case {
        /// Which one.
        #[ts(type = "string")]
        case: CaseId,
    },
    /// The out tray.
    Letters,
    /// The registers.
    Registers,
    /// Which days are holidays, and with them every date that was worked out.
    Holidays,
    /// Backups.
    Safety,
}

/// What a handler answers when all went well.
#[derive(Clone, Debug)]
pub struct Reply<T> {
    /// The value the page asked for.
    pub value: T,
    /// What the command changed; empty for a read.
    pub topics: Vec<Topic>,
}

impl<T> Reply<T> {
    /// An answer that changed nothing.
    pub const fn read(value: T) -> Self {
        Self { value, topics: Vec::new() }
    }

    /// An answer that changed these topics.
    pub const fn changed(value: T, topics: Vec<Topic>) -> Self {
        Self { value, topics }
    }
}

/// What a handler answers.
pub type Answer<T> = Result<Reply<T>, IpcError>;

/// The same, as JSON, on its way to the page.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The value as JSON.
    pub value: serde_json::Value,
    /// What the command changed.
    pub topics: Vec<Topic>,
}

/// One field of a form that cannot be accepted as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FieldProblem {
    /// The field, by its name in the request (for example `addressLines.2`).
    pub field: String,
    /// What is wrong and what to do, as one sentence.
    pub message: String,
}

/// "May not", with the rule that says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Refused {
    /// The rule id.
    pub rule: String,
    /// Why, as one sentence.
    pub reason: String,
    /// What would help, as one sentence.
    pub remedy: String,
}

/// Why the casebook, or a file, cannot be used just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum UnavailableCode {
    /// There is no room on the disk.
    DiskFull,
    /// Another program, or a second copy of this one, holds the casebook.
    InUse,
    /// A file of the casebook does not read as it was written.
    Damaged,
    /// A newer version of the program wrote it.
    Newer,
    /// The folder cannot be written to.
    ReadOnly,
    /// The folder is on a network share or in a synchronised folder.
    NotLocal,
    /// The file or folder chosen cannot be read or written.
    File,
    /// Nothing can be printed, or not on that printer.
    Printer,
}

/// An error the page can act on. Screens choose by `kind`, never by text. It holds no text a person typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export)]
pub enum IpcError {
    /// The law or the state of the case does not allow it. Nothing was written.
    Refused {
        /// The rule, the reason, the remedy.
        refused: Refused,
    },
    /// Fields of the form need another look. Nothing was written.
    Invalid {
        /// Which ones and why.
        fields: Vec<FieldProblem>,
    },
    /// The case was changed meanwhile. Nothing was written.
    Conflict {
        /// What happened, as a sentence.
        message: String,
    },
    /// There is no such thing.
    NotFound {
        /// What was looked for, as a sentence.
        message: String,
    },
    /// The casebook is locked.
    Locked,
    /// The passphrase or recovery key does not open the casebook.
    WrongPassphrase {
        /// What happened and what to do, as a sentence.
        message: String,
        /// How many seconds the next try has to wait.
        wait_seconds: u32,
    },
    /// The DPO closed a dialog or stopped the work.
    Cancelled,
    /// A file or the casebook itself cannot be used.
    Unavailable {
        /// Which case it is.
        code: UnavailableCode,
        /// What happened, what is safe, what to do.
        message: String,
    },
    /// A fault of the program. Nothing was written.
    Bug {
        /// To quote when reporting it; holds nothing personal.
        incident: String,
    },
}

impl IpcError {
    /// One field that cannot be accepted.
    pub fn field(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self::Invalid { fields: vec![FieldProblem { field: field.into(), message: message.into() }] }
    }
}
