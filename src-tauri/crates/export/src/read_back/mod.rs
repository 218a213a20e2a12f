//! Reads a bundle back and checks it: the files against the bag's lists, the events against each other, the particulars
//! against their seals, the letters against the history.
//!
//! Nothing of the writer is used here. The check stops at the first thing that is wrong and names it; it repairs
//! nothing and looks at nothing outside the folder.

mod fault;
mod files;
mod history;
mod lines;

use std::fs;
use std::path::Path;

use casebook_history::{Head, ShortHead};
use casebook_personal::Personal;

pub use fault::{Fault, Wrong};
use files::Bundle;

use crate::input::Reason;

/// What a bundle without a fault holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The case's reference, as `bag-info.txt` gives it.
    pub case_reference: String,
    /// How many events there are.
    pub events: u64,
    /// How many files there are, those of the bag included.
    pub files: u32,
    /// Particulars that are disclosed; each is the one recorded.
    pub particulars_matching: u64,
    /// Who it was made for, as `bag-info.txt` gives it: `full` or `subject`.
    pub audience: String,
    /// Particulars that are not in the bundle, in the order of events and names.
    pub withheld: Vec<Withheld>,
    /// Letters that are in the bundle; each is as it was made final.
    pub letters: u32,
    /// Numbers of final letters that are not in the bundle.
    pub letters_absent: Vec<u64>,
    /// Events recorded while the computer's clock had jumped.
    pub clock_jumps: u64,
    /// The last event, numbered in the case.
    pub head: Head,
    /// SHA-256 of `manifest-sha256.txt`, to be compared with what was shown when the bundle was made.
    pub manifest_sha256: String,
    /// The head after each event, in order.
    pub heads: Vec<Head>,
}

/// A particular that is not in a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withheld {
    /// Number of its event in the case.
    pub case_seq: u64,
    /// Its name in that event.
    pub name: String,
    /// Why, as the bundle says.
    pub reason: Reason,
}

impl Checked {
    /// Whether a mark read from the foot of a letter is that of an event of this history.
    #[must_use]
    pub fn bears(&self, mark: &ShortHead) -> bool {
        self.heads.iter().any(|head| mark.is_of(head))
    }
}

/// Checks the bundle in a folder.
///
/// # Errors
/// The first [`Fault`]: it names the file, and the event where it lies in one.
pub fn read_back(folder: &Path) -> Result<Checked, Fault> {
    check(&Bundle::open(folder)?)
}

/// Checks the bundle in an encrypted archive. Nothing is unpacked to the disk.
///
/// # Errors
/// As [`read_back`]; [`Wrong::NotOpened`] for another passphrase.
pub fn read_back_encrypted(archive: &Path, passphrase: &Personal<String>) -> Result<Checked, Fault> {
    let bytes = fs::read(archive).map_err(|error| Fault::of("", Wrong::Unreadable(error.kind())))?;
    check(&Bundle::unpacked(&bytes, passphrase)?)
}

fn check(bundle: &Bundle) -> Result<Checked, Fault> {
    match bundle.check_files() {
        Ok(manifest) => {
            let history = history::check(bundle)?;
            Ok(Checked {
                case_reference: history.reference,
                audience: history.audience,
                events: history.summary.entries,
                files: u32::try_from(bundle.len()).unwrap_or(u32::MAX),
                particulars_matching: history.summary.particulars.matching,
                withheld: history.withheld,
                letters: history.letters,
                letters_absent: history.letters_absent,
                clock_jumps: history.summary.clock_jumps,
                head: history.summary.head,
                manifest_sha256: manifest.to_hex(),
                heads: history.heads,
            })
        }
        // Which entry of a changed record is wrong says more than that the file is.
        Err(fault) if fault.is_about_the_record() => Err(match history::check(bundle) {
            Err(closer) if closer.is_about_the_record() && closer.entry.is_some() => {
                Fault { file: fault.file, ..closer }
            }
            _ => fault,
        }),
        Err(fault) => Err(fault),
    }
}
