//! A casebook's database while it is open: one connection that writes, one that reads, both in this process.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use casebook_cases::{CaseId, CasebookId};
use casebook_history::{Hash, Head};
use casebook_vault::DatabaseKey;
use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior};

use crate::bulk::in_shared_transaction;
use crate::lists::OpenLists;
use crate::open::{Lock, Purpose, begin_file, connect, database_in, finish_file, was_left_open};
use crate::{Error, check, columns, migrate, projections};

/// One open casebook. The lock file that keeps other processes out is taken by the caller, before.
pub struct Store {
    writer: Mutex<Writer>,
    reader: Mutex<Connection>,
    casebook: CasebookId,
    pub(crate) lists: Mutex<OpenLists>,
    /// Whether actions share transactions.
    pub(crate) is_bulk: AtomicBool,
}

/// The connection that writes.
pub(crate) struct Writer {
    pub(crate) connection: Connection,
    /// Set after a fault of the disk or a damaged page: what is in memory may no longer be what is on the disk.
    pub(crate) is_stopped: bool,
    /// How many actions share the transaction that is open.
    pub(crate) shared_by: u32,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Store").field("casebook", &self.casebook).finish_non_exhaustive()
    }
}

impl Store {
    /// Makes the database of a new casebook in a folder that exists, and opens it. It appears under its name only once
    /// it is complete.
    ///
    /// # Errors
    /// [`Error::AlreadyThere`], or what stopped it.
    pub fn create(folder: &Path, key: &DatabaseKey, casebook: CasebookId) -> Result<Self, Error> {
        Self::create_locked(folder, &Lock::Key(key), casebook)
    }

    /// Opens a casebook's database. After a use that did not end by closing, its structure and the end of its history
    /// are checked first.
    ///
    /// # Errors
    /// [`Error::KeyOrFirstPage`], [`Error::Newer`] (nothing is touched), [`Error::Damaged`], [`Error::NotThere`],
    /// [`Error::Path`], [`Error::OtherSchema`].
    pub fn open(folder: &Path, key: &DatabaseKey) -> Result<Self, Error> {
        Self::open_locked(folder, &Lock::Key(key))
    }

    pub(crate) fn create_locked(folder: &Path, lock: &Lock<'_>, casebook: CasebookId) -> Result<Self, Error> {
        let database = database_in(folder)?;
        let unfinished = begin_file(&database)?;
        let mut connection = connect(&unfinished, lock, Purpose::Create)?;
        migrate::migrate(&mut connection)?;
        let row = (1, columns::id(&casebook));
        connection.execute("INSERT INTO casebook (only_row, id) VALUES (?1, ?2)", row)?;
        close_connection(connection)?;
        finish_file(&unfinished, &database)?;
        Self::open_locked(folder, lock)
    }

    pub(crate) fn open_locked(folder: &Path, lock: &Lock<'_>) -> Result<Self, Error> {
        let database = database_in(folder)?;
        let was_left_open = was_left_open(&database);
        let mut connection = connect(&database, lock, Purpose::Write)?;
        migrate::migrate(&mut connection)?;
        if was_left_open {
            check::after_interruption(&connection)?;
        }
        let casebook = connection
            .query_row("SELECT id FROM casebook", [], |row| Ok(columns::to_id(row, 0, "casebook.id")))
            .optional()?
            .ok_or(Error::NotACasebook)??;
        let reader = connect(&database, lock, Purpose::Read)?;
        let store = Self {
            writer: Mutex::new(Writer { connection, is_stopped: false, shared_by: 0 }),
            reader: Mutex::new(reader),
            casebook,
            lists: Mutex::default(),
            is_bulk: AtomicBool::new(false),
        };
        store.write(projections::renew_outdated)?;
        Ok(store)
    }

    /// Which casebook this is.
    #[must_use]
    pub const fn casebook(&self) -> CasebookId {
        self.casebook
    }

    /// The end of the casebook's history.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn head(&self) -> Result<Head, Error> {
        self.read(head)
    }

    /// The end of the history of one case, numbered in the case; `None` asks for the events of no case.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn case_head(&self, case: Option<CaseId>) -> Result<Head, Error> {
        self.read(|db| case_head(db, case.as_ref()))
    }

    /// Moves everything in the journal into the database file and empties the journal, so that nothing erased stays
    /// behind in it. Called after an erasure, at lock and before a copy.
    ///
    /// # Errors
    /// [`Error::InUse`] if a reader is in the way.
    pub fn checkpoint(&self) -> Result<(), Error> {
        let writer = self.writer();
        if writer.is_stopped {
            return Err(Error::Stopped);
        }
        checkpoint(&writer.connection)
    }

    /// Closes both connections; the journal is emptied.
    ///
    /// # Errors
    /// What stopped it. Everything acknowledged is on the disk all the same.
    pub fn close(self) -> Result<(), Error> {
        self.end_bulk()?;
        let Self { writer, reader, .. } = self;
        let writer = writer.into_inner().unwrap_or_else(PoisonError::into_inner);
        let reader = reader.into_inner().unwrap_or_else(PoisonError::into_inner);
        reader.close().map_err(|(_, error)| error)?;
        if writer.is_stopped {
            return Err(Error::Stopped);
        }
        close_connection(writer.connection)
    }

    /// Reads in one snapshot: whatever is written meanwhile is not seen halfway.
    pub(crate) fn read<T>(&self, read: impl FnOnce(&Connection) -> Result<T, Error>) -> Result<T, Error> {
        if self.is_bulk.load(Ordering::SeqCst) {
            // What is not committed yet is seen only by the connection that wrote it.
            return read(&self.writer().connection);
        }
        let reader = self.reader.lock().unwrap_or_else(PoisonError::into_inner);
        let snapshot = reader.unchecked_transaction()?;
        read(&snapshot)
    }

    /// Writes in one transaction: all of it or nothing.
    pub(crate) fn write<T>(&self, write: impl FnOnce(&Connection) -> Result<T, Error>) -> Result<T, Error> {
        let mut writer = self.writer();
        if writer.is_stopped {
            return Err(Error::Stopped);
        }
        let is_bulk = self.is_bulk.load(Ordering::SeqCst);
        let result = if is_bulk {
            in_shared_transaction(&mut writer, write)
        } else {
            in_transaction(&mut writer.connection, write)
        };
        let is_between = writer.connection.is_autocommit();
        // A transaction that could not be undone is still open; what it holds must not be recorded with the next. Of a
        // shared one only the last part is undone: if all of it is gone, so are actions that were answered.
        let is_as_meant = if is_bulk { result.is_ok() || !is_between } else { is_between };
        if !is_as_meant || result.as_ref().is_err_and(Error::stops_writing) {
            writer.is_stopped = true;
        }
        result
    }

    pub(crate) fn writer(&self) -> MutexGuard<'_, Writer> {
        // A panic while writing rolled its transaction back; the connection is as it was.
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Does something in one transaction, which is undone if it fails anywhere: at its beginning and at its end too.
pub(crate) fn in_transaction<T>(
    connection: &mut Connection,
    write: impl FnOnce(&Connection) -> Result<T, Error>,
) -> Result<T, Error> {
    let result = begin_write_commit(connection, write);
    // An interrupted BEGIN answers with an error and leaves its transaction open.
    if result.is_err() && !connection.is_autocommit() {
        // Whether it worked is asked by the caller.
        let _undone = connection.execute_batch("ROLLBACK");
    }
    result
}

fn begin_write_commit<T>(
    connection: &mut Connection,
    write: impl FnOnce(&Connection) -> Result<T, Error>,
) -> Result<T, Error> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let written = write(&transaction)?;
    transaction.commit()?;
    Ok(written)
}

/// The end of the casebook's history.
pub(crate) fn head(db: &Connection) -> Result<Head, Error> {
    let mut statement = db.prepare_cached("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1")?;
    let last = statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    to_head(last)
}

/// The end of the history of one case, or of no case.
pub(crate) fn case_head(db: &Connection, case: Option<&CaseId>) -> Result<Head, Error> {
    let mut statement = db.prepare_cached(
        "SELECT case_seq, hash FROM event WHERE case_id = ?1 ORDER BY case_seq DESC LIMIT 1",
    )?;
    let key = columns::case_key(case);
    let last = statement.query_row([key], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    to_head(last)
}

fn to_head(last: Option<(i64, [u8; 32])>) -> Result<Head, Error> {
    let Some((seq, hash)) = last else { return Ok(Head::EMPTY) };
    Ok(Head { seq: columns::to_number(seq, "event.seq")?, hash: Hash::from_bytes(hash) })
}

fn checkpoint(connection: &Connection) -> Result<(), Error> {
    let was_busy: bool = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if was_busy { Err(Error::InUse) } else { Ok(()) }
}

fn close_connection(connection: Connection) -> Result<(), Error> {
    checkpoint(&connection)?;
    connection.close().map_err(|(_, error)| error)?;
    Ok(())
}
