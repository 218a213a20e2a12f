//! What can be in the way of a backup, and the sentence for it. File names here are times and ids.

use std::io::{Error as IoError, ErrorKind};

use casebook_ipc::{IpcError, UnavailableCode};
use thiserror::Error;

use crate::errors::AppError;

/// Why a backup was not made, or cannot be used.
#[derive(Debug, Error)]
pub(crate) enum Trouble {
    /// There is no such folder now.
    #[error(
        "The backup folder is not there. Plug in the disk it is on, or choose another folder. Earlier backups were not \
         touched."
    )]
    Missing,
    /// The folder is there and is not the one that was chosen.
    #[error(
        "The backup folder does not hold the backups of this casebook. If its disk is not plugged in, plug it in; if \
         the folder was emptied, choose it again."
    )]
    NotOurs,
    /// Backups of another casebook are in it.
    #[error("This folder holds backups of another casebook. Choose another folder; nothing was written.")]
    OtherCasebook,
    /// The folder lies in the casebook.
    #[error(
        "A backup inside the casebook’s own folder would be lost with it. Choose a folder elsewhere, best on another disk."
    )]
    Inside,
    /// There is nothing to bring back.
    #[error(
        "There is no backup in this folder. Choose the folder that holds erased.log and folders named by date."
    )]
    NoBackup,
    /// The backup disk is full.
    #[error(
        "There is no room in the backup folder. This backup was not made; earlier ones were not touched."
    )]
    Full,
    /// The backup folder cannot be written to.
    #[error(
        "The backup folder cannot be written to. This backup was not made; earlier ones were not touched. Choose another \
         folder, or change its permissions."
    )]
    ReadOnly,
    /// A file of a backup is not as it was written.
    #[error("The backup is damaged: {file} is not as it was written. Nothing was changed.")]
    Damaged {
        /// Which file, below the backup folder.
        file: String,
    },
    /// A file of a backup is missing.
    #[error("The backup is not complete: {file} is missing. Nothing was changed.")]
    Lost {
        /// Which file, below the backup folder.
        file: String,
    },
    /// What should be erased again cannot be read.
    #[error(
        "Line {line} of erased.log cannot be read, so what must be erased again is not known. Nothing was changed. Put \
         the line right, or take the file from a newer backup folder."
    )]
    ErasureList {
        /// Which line, from 1.
        line: usize,
    },
    /// A newer version wrote it.
    #[error("A newer version of this program made this backup. Nothing was touched; use that version.")]
    Newer,
    /// A backup is under way already.
    #[error("A backup is being made just now. Wait until it has ended.")]
    UnderWay,
    /// Called off.
    #[error("The backup was stopped. Earlier backups were not touched.")]
    Cancelled,
    /// Anything else the disk says.
    #[error(
        "The backup folder could not be read or written. Earlier backups were not touched. Look at its disk."
    )]
    Disk(#[source] IoError),
    /// The casebook itself is in the way.
    #[error("{0}")]
    Casebook(String),
}

impl From<IoError> for Trouble {
    fn from(error: IoError) -> Self {
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::Missing,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::Disk(error),
        }
    }
}

impl From<AppError> for Trouble {
    fn from(error: AppError) -> Self {
        Self::Casebook(crate::errors::sentence(error))
    }
}

impl From<Trouble> for IpcError {
    fn from(trouble: Trouble) -> Self {
        use UnavailableCode as Code;
        let code = match &trouble {
            Trouble::Cancelled => return Self::Cancelled,
            Trouble::Full => Code::DiskFull,
            Trouble::ReadOnly => Code::ReadOnly,
            Trouble::Damaged { .. } | Trouble::Lost { .. } | Trouble::ErasureList { .. } => Code::Damaged,
            Trouble::Newer => Code::Newer,
            Trouble::UnderWay => Code::InUse,
            Trouble::Missing
            | Trouble::NotOurs
            | Trouble::OtherCasebook
            | Trouble::Inside
            | Trouble::NoBackup
            | Trouble::Disk(_)
            | Trouble::Casebook(_) => Code::File,
        };
        Self::Unavailable { code, message: trouble.to_string() }
    }
}

impl From<Trouble> for AppError {
    fn from(trouble: Trouble) -> Self {
        IpcError::from(trouble).into()
    }
}
