//! Everything that can go wrong with a casebook's database. No message holds a text a person wrote, a path or a key.

use casebook_history::CanonicalError;
use rusqlite::ErrorCode;
use thiserror::Error;

/// Why the store could not do what was asked.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum Error {
    /// Something else was recorded since the head was read. Read again and repeat.
    #[error("the casebook has gone on to entry {head}; {expected} was expected")]
    Conflict {
        /// The head the caller had read.
        expected: u64,
        /// The head as it is.
        head: u64,
    },
    /// An append without events.
    #[error("there is nothing to record")]
    Empty,
    /// An envelope does not fit the place where it should be written. Nothing was.
    #[error("entry {seq} does not fit: {part}")]
    Envelope {
        /// The number the entry has.
        seq: u64,
        /// The part of the envelope that is wrong.
        part: &'static str,
    },
    /// An envelope has no canonical form.
    #[error("an entry cannot be written in its canonical form")]
    Canonical(#[from] CanonicalError),
    /// An event cannot be turned into its stored form.
    #[error("an event has no stored form")]
    NoStoredForm(#[source] serde_json::Error),
    /// An entry is of a kind, or has facts, that this version does not know.
    #[error("entry {seq} cannot be understood")]
    NotUnderstood {
        /// Its number in the casebook.
        seq: u64,
        /// What the reader stumbled over, if it said so.
        #[source]
        source: Option<serde_json::Error>,
    },
    /// A particular that should be erased is not there.
    #[error("entry {seq} has no such particular")]
    NoSuchParticular {
        /// The entry.
        seq: u64,
    },
    /// A list that is not open, or no longer.
    #[error("this list is no longer open")]
    NoSuchList,
    /// There already is a casebook in this folder.
    #[error("there already is a casebook in this folder")]
    AlreadyThere,
    /// There is no casebook in this folder.
    #[error("there is no casebook in this folder")]
    NotThere,
    /// The database is a link, a folder, or readable by others.
    #[error("the casebook's database must be an ordinary file of its owner: {what}")]
    Path {
        /// What it is instead.
        what: &'static str,
    },
    /// The key does not open the database, or its first page is damaged. The two cannot be told apart.
    #[error("the key does not open the casebook's database, or its first page is damaged")]
    KeyOrFirstPage,
    /// The file is a database of another program.
    #[error("this is not a casebook")]
    NotACasebook,
    /// The casebook was written by a newer version. Nothing was touched.
    #[error("the casebook has schema {found}; this version knows {known}")]
    Newer {
        /// The schema of the file.
        found: u32,
        /// The newest schema known here.
        known: u32,
    },
    /// A step of the schema is not the one that was released.
    #[error("step {version} of the schema is not the one that was released")]
    OtherSchema {
        /// The step.
        version: u32,
    },
    /// SQLite is older than the first version without a known fault in its journal.
    #[error("the database library is too old")]
    OldLibrary,
    /// A setting of the database did not read back as it was set.
    #[error("the setting {name} of the database could not be made")]
    Setting {
        /// Its name.
        name: &'static str,
    },
    /// Writing failed in a way after which nothing more is written until the casebook is opened again.
    #[error("writing was stopped after a fault; the casebook has to be opened again")]
    Stopped,
    /// The caller did not want to go on.
    #[error("the copy was called off")]
    Cancelled,
    /// No space is left. Nothing was recorded.
    #[error("no space is left on the disk")]
    DiskFull,
    /// Another program holds the database.
    #[error("another program is using the casebook's database")]
    InUse,
    /// A page of the database is not as it was written.
    #[error("the casebook's database is damaged")]
    Damaged(#[source] Option<rusqlite::Error>),
    /// The disk did not read or write.
    #[error("the disk could not be read or written")]
    Disk(#[source] std::io::Error),
    /// The database reported a fault of the disk.
    #[error("the casebook's database could not be read or written")]
    Io(#[source] rusqlite::Error),
    /// A statement failed.
    #[error("a statement of the casebook's database failed")]
    Sql(#[source] rusqlite::Error),
    /// A column holds what its reader cannot read.
    #[error("the column {column} of the casebook's database cannot be read")]
    Column {
        /// Its name.
        column: &'static str,
    },
}

impl Error {
    /// Whether the connection may no longer be trusted to write. A full disk is no such fault: the transaction was
    /// rolled back and can be repeated.
    pub(crate) const fn stops_writing(&self) -> bool {
        matches!(self, Self::Damaged(_) | Self::Io(_) | Self::Disk(_))
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(Some(error)),
            Some(ErrorCode::SystemIoFailure) => Self::Io(error),
            _ => Self::Sql(error),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::StorageFull { Self::DiskFull } else { Self::Disk(error) }
    }
}
