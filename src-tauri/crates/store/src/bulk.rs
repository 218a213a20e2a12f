//! Recording much in a row: actions share a transaction, so that not each of them waits for the disk. For casebooks of
//! made-up people, where a power cut may cost the last few hundred actions; each of them is still whole or not there.

use std::sync::atomic::Ordering;

use rusqlite::Connection;

use crate::store::Writer;
use crate::{Error, Store};

/// Actions that share a transaction: a story's have about two entries each, and a thousand entries go best. In tests
/// fewer, so that they need not tell a long story to come to the end of a transaction.
const SHARED_BY: u32 = if cfg!(test) { 20 } else { 500 };

impl Store {
    /// From now on actions share transactions. What is not committed yet is seen by every question asked of this store.
    ///
    /// # Errors
    /// [`Error::Stopped`].
    pub fn begin_bulk(&self) -> Result<(), Error> {
        if self.writer().is_stopped {
            return Err(Error::Stopped);
        }
        self.is_bulk.store(true, Ordering::SeqCst);
        Ok(())
    }

    /// Commits what is not committed yet; from now on each action has a transaction of its own again. Nothing is done
    /// if that was so before.
    ///
    /// # Errors
    /// [`Error::DiskFull`], [`Error::Disk`]; then nothing more is recorded by this store. [`Error::Stopped`].
    pub fn end_bulk(&self) -> Result<(), Error> {
        let mut writer = self.writer();
        if writer.is_stopped {
            return Err(Error::Stopped);
        }
        self.is_bulk.store(false, Ordering::SeqCst);
        let committed = commit(&mut writer);
        writer.is_stopped |= committed.is_err();
        committed
    }
}

/// Does something in the shared transaction: all of it or nothing.
pub(crate) fn in_shared_transaction<T>(
    writer: &mut Writer,
    write: impl FnOnce(&Connection) -> Result<T, Error>,
) -> Result<T, Error> {
    if writer.connection.is_autocommit() {
        writer.connection.execute_batch("BEGIN IMMEDIATE")?;
        writer.shared_by = 0;
    }
    // Undone when it is dropped.
    let savepoint = writer.connection.savepoint()?;
    let written = write(&savepoint)?;
    savepoint.commit()?;
    writer.shared_by += 1;
    if writer.shared_by >= SHARED_BY {
        commit(writer)?;
    }
    Ok(written)
}

fn commit(writer: &mut Writer) -> Result<(), Error> {
    if !writer.connection.is_autocommit() {
        writer.connection.execute_batch("COMMIT")?;
    }
    Ok(())
}
