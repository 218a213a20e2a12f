//! Small questions that a use case asks before it records: was this action recorded already, where, and when was
//! anything recorded last?

use casebook_cases::{CaseId, CommandId};
use casebook_history::Envelope;
use chrono::{DateTime, Utc};
use rusqlite::OptionalExtension as _;

use crate::read::{StoredEvent, stored_event};
use crate::{Error, Store, columns};

/// So many entries are looked at for the latest instant.
const LOOKED_BACK: i64 = 50;

impl Store {
    /// Whether this action was recorded before.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn seen(&self, command: CommandId) -> Result<bool, Error> {
        self.read(|db| {
            let mut statement = db.prepare_cached("SELECT EXISTS (SELECT 1 FROM command WHERE id = ?1)")?;
            Ok(statement.query_row([command.as_uuid().as_bytes().as_slice()], |row| row.get(0))?)
        })
    }

    /// The case in which this action was recorded; `None` if it was not, or belongs to no case.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn case_of_command(&self, command: CommandId) -> Result<Option<CaseId>, Error> {
        self.read(|db| {
            let sql = "SELECT event.case_id FROM command JOIN event ON event.seq = command.first_seq
                       WHERE command.id = ?1 AND length(event.case_id) = 16";
            let mut statement = db.prepare_cached(sql)?;
            statement
                .query_row([command.as_uuid().as_bytes().as_slice()], |row| {
                    Ok(columns::to_id(row, 0, "event.case_id"))
                })
                .optional()?
                .transpose()
        })
    }

    /// The latest instant at which one of the last entries was written down; `None` before the first. Looks at so many
    /// that what is recorded while the computer's time is wrong does not hide it, and at so few that one wrong instant
    /// far ahead is passed some day.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn latest_at(&self) -> Result<Option<DateTime<Utc>>, Error> {
        self.read(|db| {
            let sql = "SELECT bytes FROM event ORDER BY seq DESC LIMIT ?1";
            let mut statement = db.prepare_cached(sql)?;
            let mut rows = statement.query([LOOKED_BACK])?;
            let mut latest = None;
            while let Some(row) = rows.next()? {
                let bytes: Vec<u8> = row.get(0)?;
                let envelope = Envelope::from_canonical_bytes(&bytes)?;
                let at = DateTime::parse_from_rfc3339(&envelope.at).ok().map(|at| at.with_timezone(&Utc));
                latest = latest.max(at);
            }
            Ok(latest)
        })
    }

    /// One entry by its number in the casebook.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn event(&self, seq: u64) -> Result<Option<StoredEvent>, Error> {
        self.read(|db| {
            let mut statement = db.prepare_cached("SELECT bytes FROM event WHERE seq = ?1")?;
            let bytes = statement.query_row([columns::number(seq)], |row| row.get(0)).optional()?;
            bytes.map(|bytes| stored_event(db, bytes)).transpose()
        })
    }

    /// One fact of every entry of a kind, for example the ids of all documents kept, in order.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn texts_of_kind(&self, kind: &str, fact: &str) -> Result<Vec<String>, Error> {
        self.read(|db| {
            let mut statement = db.prepare_cached("SELECT bytes FROM event WHERE kind = ?1 ORDER BY seq")?;
            let mut rows = statement.query([kind])?;
            let mut texts = Vec::new();
            while let Some(row) = rows.next()? {
                let envelope = Envelope::from_canonical_bytes(&row.get::<_, Vec<u8>>(0)?)?;
                let value = envelope.facts.get(fact).and_then(casebook_history::Value::as_text);
                texts.extend(value.map(str::to_owned));
            }
            Ok(texts)
        })
    }
}
