//! What works without a casebook: a letter from facts, a bundle checked. For the command line.

mod clock;

use std::path::Path;

use casebook_law::words;
use casebook_letters::{LetterFacts, Rendered, render};
use casebook_personal::Personal;

use crate::Gate;

pub use casebook_law::clock::Clock as ClockAnswer;
pub use clock::{ClockQuestion, Fault, clock, day};

/// Draws a letter from its facts as JSON. Records nothing.
///
/// # Errors
/// A sentence that names the field, or what cannot be drawn.
pub fn letter(json: &str, draft: bool) -> Result<Rendered, String> {
    let mut facts: LetterFacts =
        serde_json::from_str(json).map_err(|error| format!("the facts do not fit: {error}"))?;
    facts.draft = draft;
    render(&facts).map_err(|error| error.to_string())
}

/// What a check found.
#[derive(Clone, Debug)]
pub struct Checked {
    /// Whether all is as it was recorded.
    pub is_sound: bool,
    /// What was looked at, or the first thing that is wrong, as a sentence.
    pub sentence: String,
}

/// Checks an exported case history.
#[must_use]
pub fn verify_bundle(folder: &Path) -> Checked {
    match casebook_export::read_back(folder) {
        Ok(checked) => Checked { is_sound: true, sentence: sound(&checked) },
        Err(fault) => Checked { is_sound: false, sentence: fault.to_string() },
    }
}

/// The same for a bundle in an encrypted archive. Nothing is unpacked to the disk.
#[must_use]
pub fn verify_archive(archive: &Path, passphrase: &Personal<String>) -> Checked {
    match casebook_export::read_back_encrypted(archive, passphrase) {
        Ok(checked) => Checked { is_sound: true, sentence: sound(&checked) },
        Err(fault) => Checked { is_sound: false, sentence: fault.to_string() },
    }
}

fn sound(checked: &casebook_export::Checked) -> String {
    let mut said = format!(
        "{}: {} and {} are as they were recorded. The history ends at {}.",
        checked.case_reference,
        words::counted(checked.events, "event", "events"),
        words::counted(checked.files, "file", "files"),
        checked.head.words()
    );
    for one in &checked.withheld {
        said.push_str(&format!("\nEntry {}, {}: {}.", one.case_seq, one.name, one.reason.words()));
    }
    said
}

/// Checks an open casebook: its database, its chain, and that everything sealed is there or was erased.
///
/// # Errors
/// [`casebook_ipc::IpcError`] if it is locked or cannot be read at all.
pub fn verify_casebook(gate: &Gate) -> Result<Checked, casebook_ipc::IpcError> {
    let open = gate.open().ok_or(casebook_ipc::IpcError::Locked)?;
    let report = open.inner().store.check().map_err(crate::errors::AppError::from)?;
    Ok(Checked { is_sound: report.is_sound(), sentence: report.to_string() })
}
