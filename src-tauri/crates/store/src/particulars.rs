//! Content kept beside an event: put once, read, erased. The event holds a commitment to each, so what is read can be
//! checked and what is erased leaves no hole in the history.

use std::collections::BTreeMap;

use casebook_history::{Opening, Salt};
use rusqlite::{Connection, OptionalExtension as _};

use crate::{Error, Store, columns};

/// A particular to be written with its event. `Debug` shows neither value nor salt.
#[derive(Clone, PartialEq, Eq)]
pub struct NewParticular {
    /// Its name in the event, as `text`.
    pub name: String,
    /// Its bytes.
    pub value: Vec<u8>,
    /// 32 random bytes, used for nothing else.
    pub salt: Salt,
}

impl std::fmt::Debug for NewParticular {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("NewParticular").field("name", &self.name).finish_non_exhaustive()
    }
}

/// A particular as it is kept. `Debug` shows neither value nor salt.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredParticular {
    /// Its bytes.
    pub value: Vec<u8>,
    /// The salt of its commitment, for an export that discloses it.
    pub salt: Salt,
}

impl StoredParticular {
    /// The same, with its place, as `casebook-history` verifies it.
    #[must_use]
    pub fn into_opening(self, seq: u64, name: String) -> Opening {
        Opening { seq, name, value: self.value, salt: self.salt }
    }
}

impl std::fmt::Debug for StoredParticular {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("StoredParticular(…)")
    }
}

impl Store {
    /// One particular of one entry; `None` if it never existed or was erased.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn particular(&self, seq: u64, name: &str) -> Result<Option<Vec<u8>>, Error> {
        self.read(|db| value(db, seq, name))
    }
}

/// Writes the particulars of an event that was just written.
pub(crate) fn put(db: &Connection, seq: u64, particulars: &[NewParticular]) -> Result<(), Error> {
    let mut statement =
        db.prepare_cached("INSERT INTO particular (seq, name, value, salt) VALUES (?1, ?2, ?3, ?4)")?;
    for particular in particulars {
        let NewParticular { name, value, salt } = particular;
        statement.execute((columns::number(seq), name, value, salt.as_bytes()))?;
    }
    Ok(())
}

/// Deletes a particular and its salt, and keeps which entry did so. `secure_delete` overwrites the row; the journal is
/// emptied by [`Store::checkpoint`].
pub(crate) fn erase(db: &Connection, seq: u64, name: &str, by: u64) -> Result<(), Error> {
    let place = (columns::number(seq), name);
    let erased = db.prepare_cached("DELETE FROM particular WHERE seq = ?1 AND name = ?2")?.execute(place)?;
    if erased == 0 {
        return Err(Error::NoSuchParticular { seq });
    }
    db.prepare_cached("INSERT INTO erasure (seq, name, by_seq) VALUES (?1, ?2, ?3)")?.execute((
        place.0,
        name,
        columns::number(by),
    ))?;
    Ok(())
}

/// One value.
pub(crate) fn value(db: &Connection, seq: u64, name: &str) -> Result<Option<Vec<u8>>, Error> {
    let mut statement = db.prepare_cached("SELECT value FROM particular WHERE seq = ?1 AND name = ?2")?;
    Ok(statement.query_row((columns::number(seq), name), |row| row.get(0)).optional()?)
}

/// One value as text; empty if it is not there or is no text.
pub(crate) fn text(db: &Connection, seq: u64, name: &str) -> Result<String, Error> {
    Ok(value(db, seq, name)?.and_then(|value| String::from_utf8(value).ok()).unwrap_or_default())
}

/// All particulars of one entry.
pub(crate) fn of_event(db: &Connection, seq: u64) -> Result<BTreeMap<String, StoredParticular>, Error> {
    named(db, seq, "SELECT name, value, salt FROM particular WHERE seq = ?1")
}

/// The particulars of one entry that are not long.
pub(crate) fn short_of_event(db: &Connection, seq: u64) -> Result<BTreeMap<String, StoredParticular>, Error> {
    let sql =
        "SELECT name, value, salt FROM particular WHERE seq = ?1 AND name NOT IN ('pdf', 'facts', 'index')";
    named(db, seq, sql)
}

fn named(db: &Connection, seq: u64, sql: &str) -> Result<BTreeMap<String, StoredParticular>, Error> {
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map([columns::number(seq)], |row| {
        let particular = StoredParticular { value: row.get(1)?, salt: Salt::from_bytes(row.get(2)?) };
        Ok((row.get(0)?, particular))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What was erased from one entry, and by which.
pub(crate) fn erased_from(db: &Connection, seq: u64) -> Result<BTreeMap<String, u64>, Error> {
    let mut statement = db.prepare_cached("SELECT name, by_seq FROM erasure WHERE seq = ?1")?;
    let rows = statement.query_map([columns::number(seq)], |row| Ok((row.get(0)?, row.get(1)?)))?;
    rows.map(|row| {
        let (name, by): (String, i64) = row?;
        Ok((name, columns::to_number(by, "erasure.by_seq")?))
    })
    .collect()
}
