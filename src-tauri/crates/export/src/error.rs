//! Why a bundle was not made, and what was left behind. No message contains a path or anything a person wrote.

use std::fmt;
use std::io;

use thiserror::Error;

/// A bundle was not made.
#[derive(Debug, PartialEq, Eq, Error)]
pub struct Error {
    /// Why.
    pub cause: Cause,
    /// The unfinished folder or file, if even removing it failed. Nothing else is ever left behind.
    pub left_behind: Option<String>,
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.left_behind {
            None => {
                write!(formatter, "{} Nothing was left in the folder, and the case is unchanged.", self.cause)
            }
            Some(name) => write!(
                formatter,
                "{} The case is unchanged. The unfinished {name} could not be removed: it is no bundle and can be \
                 deleted.",
                self.cause
            ),
        }
    }
}

/// Why a bundle was not made.
#[derive(Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Cause {
    /// Progress answered that enough is enough.
    #[error("The export was cancelled.")]
    Cancelled,
    /// The chosen folder does not exist (any more).
    #[error("The chosen folder is not there.")]
    FolderMissing,
    /// The chosen folder cannot be written to.
    #[error("The chosen folder cannot be written to.")]
    FolderReadOnly,
    /// No space left.
    #[error("The disk is full.")]
    DiskFull,
    /// As many bundles of the same case and day as there can be lie there already.
    #[error("The chosen folder holds too many exports of this case from the same day.")]
    NameTaken,
    /// Anything else the file system said.
    #[error("The bundle could not be written ({0}).")]
    Io(io::ErrorKind),
    /// A field of the input has not the form it must have.
    #[error("The field `{field}` is not well formed.")]
    Malformed {
        /// Its name in [`crate::BundleInput`].
        field: &'static str,
    },
    /// A file has a name that is not a generated one, or one that another file has.
    #[error("File {place} of `{list}` has a name that cannot be used.")]
    FileName {
        /// `letters`, `documents` or `files`.
        list: &'static str,
        /// Counted from 1.
        place: usize,
    },
    /// A file is not the one recorded.
    #[error("File {place} of `{list}` is not the one that was recorded.")]
    NotAsRecorded {
        /// `letters` or `documents`.
        list: &'static str,
        /// Counted from 1.
        place: usize,
    },
    /// An encrypted archive was not opened.
    #[error("The archive cannot be opened: the passphrase is not the right one, or the file is damaged.")]
    NotOpened,
    /// The history itself does not verify; exporting it would hide that.
    #[error("The history of the case is damaged: {0}.")]
    History(#[from] casebook_history::Fault),
    /// The paper history could not be laid out.
    #[error("The history could not be put on paper ({0}).")]
    Paper(String),
}

impl From<io::Error> for Cause {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::FolderReadOnly,
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::FolderMissing,
            other => Self::Io(other),
        }
    }
}
