//! The one way to the database file. The order matters: settings that guard the key come before it, identity and
//! version are looked at before anything is written, and every setting is read back at the end.

use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};
use std::time::Duration;

use casebook_vault::DatabaseKey;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use zeroize::Zeroizing;

use crate::migrate::{APPLICATION_ID, newest};
use crate::{Error, settings};

/// The database's name in the folder of a casebook.
pub const DATABASE_FILE: &str = "casebook.db";

/// Under this name a new database is prepared; it gets its real name once it is complete.
const UNFINISHED_FILE: &str = "casebook.db.new";

/// SQLite 3.51.3: earlier ones could corrupt a database when its journal was reset.
const OLDEST_LIBRARY: i32 = 3_051_003;

/// How long one connection waits for another of the same process. Other processes are kept out by the lock file.
const PATIENCE: Duration = Duration::from_secs(2);

/// Statements kept ready on each connection: more than there are. Preparing one anew costs more than running it,
/// because each piece of memory it takes is locked and wiped.
const STATEMENTS: usize = 256;

/// What a connection is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Fill a file that was just made.
    Create,
    /// The one that writes.
    Write,
    /// The one that only reads.
    Read,
}

/// How the file is protected.
pub(crate) enum Lock<'a> {
    /// With the casebook's key.
    Key(&'a DatabaseKey),
    /// Not at all, so that a test can look for traces of deleted words.
    #[cfg(test)]
    Open,
}

/// The database file of a casebook in this folder, with links in the folder's path resolved.
pub(crate) fn database_in(folder: &Path) -> Result<PathBuf, Error> {
    let folder = folder.canonicalize().map_err(|_| Error::NotThere)?;
    Ok(folder.join(DATABASE_FILE))
}

/// Makes an empty file for a new database, readable by its owner only, and removes one that was never finished.
pub(crate) fn begin_file(database: &Path) -> Result<PathBuf, Error> {
    if fs::symlink_metadata(database).is_ok() {
        return Err(Error::AlreadyThere);
    }
    let unfinished = database.with_file_name(UNFINISHED_FILE);
    for suffix in ["", "-wal", "-shm"] {
        let mut leftover = unfinished.clone().into_os_string();
        leftover.push(suffix);
        match fs::remove_file(&leftover) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(&unfinished)?.sync_all()?;
    Ok(unfinished)
}

/// Gives a finished file its real name, durably.
pub(crate) fn finish_file(unfinished: &Path, database: &Path) -> Result<(), Error> {
    File::open(unfinished)?.sync_all()?;
    fs::rename(unfinished, database)?;
    #[cfg(unix)]
    if let Some(folder) = database.parent() {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Whether the last use did not end by closing: its journal was left behind.
pub(crate) fn was_left_open(database: &Path) -> bool {
    let mut journal = database.to_path_buf().into_os_string();
    journal.push("-wal");
    fs::metadata(journal).is_ok_and(|journal| journal.len() > 0)
}

/// A connection with every setting made and read back.
///
/// # Errors
/// [`Error::KeyOrFirstPage`], [`Error::NotACasebook`], [`Error::Newer`] (the file stays as it is), [`Error::Path`],
/// [`Error::Setting`].
pub(crate) fn connect(database: &Path, lock: &Lock<'_>, purpose: Purpose) -> Result<Connection, Error> {
    if rusqlite::version_number() < OLDEST_LIBRARY {
        return Err(Error::OldLibrary);
    }
    check_path(database)?;
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let connection = Connection::open_with_flags(database, flags)?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // Until the version is known to be ours, closing must not move a journal that was left behind into the file.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, was_left_open(database))?;
    let is_encrypted = unlock(&connection, lock)?;
    if purpose != Purpose::Create {
        check_identity(&connection)?;
    }
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    settings::make_all(&connection)?;
    if purpose == Purpose::Read {
        connection.pragma_update(None, "query_only", true)?;
    }
    settings::assert_all(&connection, is_encrypted)?;
    Ok(connection)
}

fn check_path(database: &Path) -> Result<(), Error> {
    let file = check_file(database)?;
    #[cfg(unix)]
    if std::os::unix::fs::PermissionsExt::mode(&file.permissions()) & 0o077 != 0 {
        return Err(Error::Path { what: "open to other users" });
    }
    #[cfg(not(unix))]
    drop(file);
    Ok(())
}

/// It must be there, and be a file and no link.
pub(crate) fn check_file(database: &Path) -> Result<fs::Metadata, Error> {
    let Ok(file) = fs::symlink_metadata(database) else { return Err(Error::NotThere) };
    if file.is_symlink() {
        return Err(Error::Path { what: "a link" });
    }
    if file.is_file() { Ok(file) } else { Err(Error::Path { what: "not a file" }) }
}

/// Gives the key and reads once: only then does SQLCipher notice a wrong one.
pub(crate) fn unlock(connection: &Connection, lock: &Lock<'_>) -> Result<bool, Error> {
    match lock {
        Lock::Key(key) => {
            settings::make_before_key(connection)?;
            let pragma = Zeroizing::new(format!("PRAGMA key = \"{}\"", key.pragma_text().as_str()));
            connection.execute_batch(&pragma)?;
            let first_read = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()));
            match first_read {
                Err(error) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => {
                    Err(Error::KeyOrFirstPage)
                }
                other => Ok(other.map(|()| true)?),
            }
        }
        #[cfg(test)]
        Lock::Open => Ok(false),
    }
}

pub(crate) fn check_identity(connection: &Connection) -> Result<(), Error> {
    let application: i32 = connection.pragma_query_one(None, "application_id")?;
    if application != APPLICATION_ID {
        return Err(Error::NotACasebook);
    }
    let found: u32 = connection.pragma_query_one(None, "user_version")?;
    if found > newest() {
        return Err(Error::Newer { found, known: newest() });
    }
    Ok(())
}
