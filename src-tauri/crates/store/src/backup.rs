//! The database copied while it is in use, and a copy looked at without touching it.
//!
//! A copy is made page by page from one snapshot, encrypted with the same key, and is complete in one file. Looking at
//! it writes nothing beside it and takes no lock, so that it may lie on a disk that knows neither.

use std::fmt;
use std::fs::OpenOptions;
use std::ops::ControlFlow;
use std::path::Path;

use casebook_cases::CasebookId;
use casebook_history::{Envelope, Head};
use casebook_vault::DatabaseKey;
use casebook_vault::objects::ObjectId;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags, OptionalExtension as _};
use uuid::Uuid;

use crate::check::{Report, check_unwritten};
use crate::open::{Lock, Purpose, check_file, check_identity, connect, database_in, unlock};
use crate::store::head;
use crate::{Error, columns, particulars, settings};

/// Pages copied before the caller is asked whether to go on: 2 MiB.
const PORTION: i32 = 512;

/// How far a copy has come, in pages; the caller answers whether to go on.
pub type Proceed<'a> = dyn FnMut(u64, u64) -> ControlFlow<()> + 'a;

/// A document that an entry keeps, with what opens it.
#[derive(Clone, PartialEq, Eq)]
pub struct KeptDocument {
    /// The entry.
    pub seq: u64,
    /// The document.
    pub id: ObjectId,
    /// Its key, wrapped with the master key.
    pub wrapped_key: Vec<u8>,
    /// SHA-256 of its content as recorded, hexadecimal; empty if that was erased.
    pub sha256: String,
}

impl fmt::Debug for KeptDocument {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("KeptDocument").field("seq", &self.seq).finish_non_exhaustive()
    }
}

/// Copies the database of the casebook in `folder` to the new file `target`. Whoever has the casebook open may go on
/// writing; the copy is of one moment.
///
/// # Errors
/// [`Error::Cancelled`] if the caller did not want to go on; [`Error::DiskFull`], [`Error::Disk`] and what reading
/// found. A file begun is the caller's to remove.
pub fn copy_database(
    folder: &Path,
    key: &DatabaseKey,
    target: &Path,
    proceed: &mut Proceed<'_>,
) -> Result<(), Error> {
    let source = connect(&database_in(folder)?, &Lock::Key(key), Purpose::Read)?;
    // One snapshot from here on, whatever is recorded meanwhile.
    let snapshot = source.unchecked_transaction()?;
    head(&snapshot)?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    drop(options.open(target)?);
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let mut copy = Connection::open_with_flags(target, flags)?;
    unlock(&copy, &Lock::Key(key))?;
    // Half a copy is thrown away, so it needs no journal; it is synchronised once, at its end.
    settings::make_for_copy(&copy)?;
    {
        let backup = Backup::new(&snapshot, &mut copy)?;
        loop {
            let step = backup.step(PORTION)?;
            let progress = backup.progress();
            let pages = |count: i32| u64::try_from(count).unwrap_or_default();
            let all = pages(progress.pagecount);
            if proceed(all.saturating_sub(pages(progress.remaining)), all).is_break() {
                return Err(Error::Cancelled);
            }
            match step {
                StepResult::Done => break,
                StepResult::More => {}
                _ => return Err(Error::InUse),
            }
        }
    }
    copy.close().map_err(|(_, error)| error)?;
    OpenOptions::new().write(true).open(target)?.sync_all()?;
    Ok(())
}

/// A copy of a casebook's database, open to be looked at. Nothing is written, not even beside it.
pub struct Copy {
    connection: Connection,
}

impl fmt::Debug for Copy {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Copy(…)")
    }
}

impl Copy {
    /// Opens a copy.
    ///
    /// # Errors
    /// [`Error::NotThere`], [`Error::KeyOrFirstPage`], [`Error::NotACasebook`], [`Error::Newer`].
    pub fn open(database: &Path, key: &DatabaseKey) -> Result<Self, Error> {
        check_file(database)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
            | OpenFlags::SQLITE_OPEN_NO_MUTEX
            | OpenFlags::SQLITE_OPEN_NOFOLLOW
            | OpenFlags::SQLITE_OPEN_URI;
        let connection = Connection::open_with_flags(immutable(database)?, flags)?;
        unlock(&connection, &Lock::Key(key))?;
        check_identity(&connection)?;
        Ok(Self { connection })
    }

    /// Which casebook it is a copy of.
    ///
    /// # Errors
    /// [`Error::NotACasebook`], or if it cannot be read.
    pub fn casebook(&self) -> Result<CasebookId, Error> {
        self.connection
            .query_row("SELECT id FROM casebook", [], |row| Ok(columns::to_id(row, 0, "casebook.id")))
            .optional()?
            .ok_or(Error::NotACasebook)?
    }

    /// The end of its history.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn head(&self) -> Result<Head, Error> {
        head(&self.connection)
    }

    /// Checks every page, the structure and the whole history, as [`crate::Store::check`] does.
    ///
    /// # Errors
    /// If it cannot be read at all.
    pub fn check(&self) -> Result<Report, Error> {
        check_unwritten(&self.connection)
    }

    /// The documents that entries of this kind keep and whose key was not erased, in order.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn documents(&self, kind: &str) -> Result<Vec<KeptDocument>, Error> {
        let db = &self.connection;
        let mut statement = db.prepare("SELECT seq, bytes FROM event WHERE kind = ?1 ORDER BY seq")?;
        let mut rows = statement.query([kind])?;
        let mut documents = Vec::new();
        while let Some(row) = rows.next()? {
            let seq = columns::to_number(row.get(0)?, "event.seq")?;
            let envelope = Envelope::from_canonical_bytes(&row.get::<_, Vec<u8>>(1)?)?;
            let id = envelope.facts.get("document").and_then(casebook_history::Value::as_text);
            let id = id
                .and_then(|id| id.parse::<Uuid>().ok())
                .ok_or(Error::NotUnderstood { seq, source: None })?;
            let Some(wrapped_key) = particulars::value(db, seq, "key")? else { continue };
            let sha256 = particulars::text(db, seq, "sha256")?;
            documents.push(KeptDocument { seq, id: id.into_bytes(), wrapped_key, sha256 });
        }
        Ok(documents)
    }
}

/// The address of a file that nobody writes while it is read: no lock, no journal, nothing beside it.
fn immutable(database: &Path) -> Result<String, Error> {
    let path = database.canonicalize()?;
    let text = path.to_str().ok_or(Error::Path { what: "a name that is not text" })?;
    let mut address = String::from("file:");
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                address.push(char::from(byte));
            }
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address.push_str("?immutable=1");
    Ok(address)
}
