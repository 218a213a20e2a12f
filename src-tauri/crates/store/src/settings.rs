//! The settings of a connection: each is made, then read back. A setting that silently did not take is a fault, because
//! the promises about power loss, erasure and append-only history rest on them.

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::types::Value;

use crate::Error;

/// One pragma: its name, the value to set, and what reading it back must give.
struct Setting {
    name: &'static str,
    set: &'static str,
    read_back: &'static str,
}

const fn setting(name: &'static str, set: &'static str, read_back: &'static str) -> Setting {
    Setting { name, set, read_back }
}

/// In the order in which they are made.
const SETTINGS: &[Setting] = &[
    // A journal of its own, synchronised at every commit: of the modes tried, the only one that lost nothing that was
    // acknowledged when power was cut.
    setting("journal_mode", "WAL", "wal"),
    setting("synchronous", "FULL", "2"),
    // Deleted content is overwritten, not only unlinked.
    setting("secure_delete", "ON", "1"),
    // No temporary file ever holds content.
    setting("temp_store", "MEMORY", "2"),
    setting("foreign_keys", "ON", "1"),
    // Without this, INSERT OR REPLACE removes a row without its DELETE trigger.
    setting("recursive_triggers", "ON", "1"),
    setting("trusted_schema", "OFF", "0"),
    setting("cell_size_check", "ON", "1"),
    setting("mmap_size", "0", "0"),
    setting("cache_size", "-65536", "-65536"),
    setting("wal_autocheckpoint", "1000", "1000"),
];

/// Made before the key is given, and read back with the others.
const BEFORE_KEY: &[Setting] = &[
    // SQLCipher writes to standard error by default.
    setting("cipher_log_level", "NONE", "NONE"),
    // Row text is wiped when its memory is given back. Costs about a fifth on bulk inserts.
    setting("cipher_memory_security", "ON", "1"),
];

const SWITCHES: &[(DbConfig, bool, &str)] = &[
    // Refuses writes to the tables behind the search index and to the schema itself.
    (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true, "defensive"),
    // A misspelt column is an error, not a text.
    (DbConfig::SQLITE_DBCONFIG_DQS_DML, false, "dqs_dml"),
    (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false, "dqs_ddl"),
    (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false, "trusted_schema"),
];

/// No other database can be attached; no statement is longer than a megabyte.
const LIMITS: &[(Limit, i32, &str)] = &[
    (Limit::SQLITE_LIMIT_ATTACHED, 0, "limit_attached"),
    (Limit::SQLITE_LIMIT_SQL_LENGTH, 1_000_000, "limit_sql_length"),
];

/// What is said before the key.
pub(crate) fn make_before_key(connection: &Connection) -> Result<(), Error> {
    BEFORE_KEY.iter().try_for_each(|setting| make(connection, setting))
}

/// What a copy needs while it is filled: no journal, no temporary file.
pub(crate) fn make_for_copy(connection: &Connection) -> Result<(), Error> {
    [
        setting("journal_mode", "OFF", "off"),
        setting("synchronous", "OFF", "0"),
        setting("temp_store", "MEMORY", "2"),
    ]
    .iter()
    .try_for_each(|setting| make(connection, setting))
}

/// Everything else, on a connection that can already read.
pub(crate) fn make_all(connection: &Connection) -> Result<(), Error> {
    SETTINGS.iter().try_for_each(|setting| make(connection, setting))?;
    for (switch, on, name) in SWITCHES {
        if connection.set_db_config(*switch, *on)? != *on {
            return Err(Error::Setting { name });
        }
    }
    for (limit, value, _) in LIMITS {
        connection.set_limit(*limit, *value)?;
    }
    Ok(())
}

/// Reads every setting back.
///
/// # Errors
/// [`Error::Setting`] names the first that is not as it was made. `is_encrypted` is false only in the tests that look
/// at a readable twin of the file.
pub(crate) fn assert_all(connection: &Connection, is_encrypted: bool) -> Result<(), Error> {
    let before = if is_encrypted { BEFORE_KEY } else { &[] };
    for setting in before.iter().chain(SETTINGS) {
        if read_back(connection, setting.name)? != setting.read_back {
            return Err(Error::Setting { name: setting.name });
        }
    }
    for (switch, on, name) in SWITCHES {
        if connection.db_config(*switch)? != *on {
            return Err(Error::Setting { name });
        }
    }
    for (limit, value, name) in LIMITS {
        if connection.limit(*limit)? != *value {
            return Err(Error::Setting { name });
        }
    }
    Ok(())
}

fn make(connection: &Connection, setting: &Setting) -> Result<(), Error> {
    // Some pragmas answer with a row, some do not; both are fine here, because the value is read back.
    let mut statement = connection.prepare(&format!("PRAGMA {} = {}", setting.name, setting.set))?;
    let mut rows = statement.query([])?;
    while rows.next()?.is_some() {}
    Ok(())
}

fn read_back(connection: &Connection, name: &'static str) -> Result<String, Error> {
    match connection.pragma_query_one(None, name)? {
        Value::Integer(number) => Ok(number.to_string()),
        Value::Text(text) => Ok(text),
        Value::Null | Value::Real(_) | Value::Blob(_) => Err(Error::Setting { name }),
    }
}
