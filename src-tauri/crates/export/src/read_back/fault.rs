//! What can be wrong with a bundle.

use std::fmt;
use std::io;

use thiserror::Error;

/// The first thing found wrong in a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub struct Fault {
    /// The file, as a path within the bundle; empty for the folder itself.
    pub file: String,
    /// The event, numbered in the case, if the fault lies in one.
    pub entry: Option<u64>,
    /// What is wrong.
    pub what: Wrong,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A name out of a damaged bundle may hold anything; it is shown in plain characters.
        let file =
            if self.file.is_empty() { "the folder".into() } else { self.file.escape_debug().to_string() };
        match self.entry {
            Some(entry) => write!(formatter, "{file}, entry {entry}: {}", self.what),
            None => write!(formatter, "{file}: {}", self.what),
        }
    }
}

impl Fault {
    pub(super) fn of(file: &str, what: Wrong) -> Self {
        Self { file: file.to_owned(), entry: None, what }
    }

    pub(super) fn of_entry(file: &str, entry: u64, what: Wrong) -> Self {
        Self { file: file.to_owned(), entry: Some(entry), what }
    }

    pub(super) fn is_about_the_record(&self) -> bool {
        self.file == super::history::EVENTS || self.file == super::history::PARTICULARS
    }
}

/// What can be wrong with a file of a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Wrong {
    /// The file system refused.
    #[error("it cannot be read ({0})")]
    Unreadable(io::ErrorKind),
    /// The folder holds no bundle.
    #[error("it is not a bundle; bagit.txt is missing")]
    NotABundle,
    /// An encrypted archive was not opened.
    #[error("it cannot be opened; the passphrase is not the right one, or the file is damaged")]
    NotOpened,
    /// A link, a device or the like.
    #[error("it is neither a file nor a folder")]
    Special,
    /// A folder without a file.
    #[error("it is an empty folder that does not belong here")]
    EmptyFolder,
    /// Text that has one form has another.
    #[error("it does not say what it has to say")]
    NotAsWritten,
    /// A line of a list is not well formed, or out of order.
    #[error("line {0} is not as it was written")]
    Line(u64),
    /// The last line has no end.
    #[error("its last line is cut off")]
    CutOff,
    /// A file that every bundle has is missing from a list.
    #[error("it does not list {0}")]
    DoesNotList(&'static str),
    /// There, but in no list.
    #[error("it is not listed in {0}; it was added or renamed")]
    NotListed(&'static str),
    /// In a list, but not there.
    #[error("it is listed in {0}, but it is not there")]
    Missing(&'static str),
    /// There and listed, with other bytes.
    #[error("it is not the file that is listed in {0}")]
    Changed(&'static str),
    /// An event or a particular is wrong.
    #[error("{0}")]
    History(casebook_history::Wrong),
    /// A particular is neither disclosed nor listed as withheld.
    #[error("the particular \"{0}\" is neither here nor listed as withheld")]
    Unaccounted(String),
    /// There is no event at all.
    #[error("it holds no entry")]
    NoEntry,
    /// The end differs from what `bag-info.txt` says.
    #[error("the history does not end with the entry that is named there")]
    Head,
    /// A letter that the history does not know.
    #[error("no entry says that this letter was made final")]
    LetterUnknown,
    /// A letter with other bytes than those made final.
    #[error("it is not the letter that was made final")]
    LetterChanged,
}
