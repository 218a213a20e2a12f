//! Opening a casebook from the command line, and saying in words what an error means.

use std::path::{Path, PathBuf};

use casebook_app::{Gate, Place, Strength, call};
use casebook_ipc::IpcError;
use serde_json::{Value, json};

use crate::Ended;
use crate::system::ports;

/// Opens the casebook in a folder. The passphrase comes from a file or is asked for, unseen.
pub(crate) fn open(
    folder: &Path,
    passphrase_file: Option<&Path>,
    target: Option<PathBuf>,
) -> Result<Gate, Ended> {
    let passphrase = passphrase(passphrase_file)?;
    let place = Place { folder: folder.to_owned(), strength: Strength::DEFAULT, made_up: false };
    let gate = Gate::new(ports(target), place);
    ask(&gate, "casebook_unlock", json!({ "passphrase": passphrase, "recoveryKey": null }))?;
    Ok(gate)
}

/// Calls a command and gives its answer.
pub(crate) fn ask(gate: &Gate, name: &str, request: Value) -> Result<Value, Ended> {
    call(gate, name, request).map(|outcome| outcome.value).map_err(|error| Ended::BadInput(words(&error)))
}

/// The passphrase from a file, or asked for unseen.
pub(crate) fn passphrase(file: Option<&Path>) -> Result<String, Ended> {
    match file {
        Some(file) => std::fs::read_to_string(file)
            .map(|text| text.trim_end_matches(['\r', '\n']).to_owned())
            .map_err(|error| Ended::BadInput(format!("passphrase-file: it cannot be read: {error}"))),
        None => rpassword::prompt_password("Passphrase: ")
            .map_err(|error| Ended::BadInput(format!("the passphrase cannot be asked for: {error}"))),
    }
}

/// The recovery key, asked for unseen.
pub(crate) fn recovery_key() -> Result<String, Ended> {
    rpassword::prompt_password("Recovery key: ")
        .map_err(|error| Ended::BadInput(format!("the recovery key cannot be asked for: {error}")))
}

/// An error as sentences.
pub(crate) fn words(error: &IpcError) -> String {
    match error {
        IpcError::Refused { refused } => format!("{} {} [{}]", refused.reason, refused.remedy, refused.rule),
        IpcError::Invalid { fields } => fields
            .iter()
            .map(|field| format!("{}: {}", field.field, field.message))
            .collect::<Vec<_>>()
            .join("\n"),
        IpcError::Conflict { message }
        | IpcError::NotFound { message }
        | IpcError::WrongPassphrase { message, .. }
        | IpcError::Unavailable { message, .. } => message.clone(),
        IpcError::Locked => "The casebook is locked.".to_owned(),
        IpcError::Cancelled => "Nothing was done.".to_owned(),
        IpcError::Bug { incident } => format!("A fault of the program ({incident}). Nothing was written."),
    }
}
