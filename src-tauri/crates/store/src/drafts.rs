//! What was typed and not yet recorded: plain rows, saved as the DPO types, gone once they become events.

use casebook_cases::CaseId;
use casebook_personal::Personal;
use rusqlite::{Connection, OptionalExtension as _, Row};

use crate::{Error, Store, columns};

/// A draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its key, such as `new-case` or `letter:<id>`. Holds nothing personal.
    pub key: String,
    /// The case it belongs to, if any.
    pub case: Option<CaseId>,
    /// What was typed, in the form the screen wants.
    pub body: Personal<String>,
    /// Counts the times it was kept, from 1.
    pub revision: u64,
}

impl Store {
    /// A draft by its key.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn draft(&self, key: &str) -> Result<Option<Draft>, Error> {
        self.read(|db| {
            let mut statement =
                db.prepare_cached("SELECT key, case_id, body, revision FROM draft WHERE key = ?1")?;
            statement.query_row([key], |row| Ok(to_draft(row))).optional()?.transpose()
        })
    }

    /// The drafts of a case, by key.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn drafts_of(&self, case: CaseId) -> Result<Vec<Draft>, Error> {
        self.read(|db| {
            let mut statement = db.prepare_cached(
                "SELECT key, case_id, body, revision FROM draft WHERE case_id = ?1 ORDER BY key",
            )?;
            let drafts = statement.query_map([columns::id(&case)], |row| Ok(to_draft(row)))?;
            drafts.map(|draft| draft?).collect()
        })
    }

    /// The drafts whose keys begin so, the one begun first first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn drafts_beginning(&self, key: &str) -> Result<Vec<Draft>, Error> {
        self.read(|db| {
            let mut statement = db.prepare_cached(
                "SELECT key, case_id, body, revision FROM draft WHERE substr(key, 1, length(?1)) = ?1 \
                 ORDER BY rowid",
            )?;
            let drafts = statement.query_map([key], |row| Ok(to_draft(row)))?;
            drafts.map(|draft| draft?).collect()
        })
    }

    /// Keeps a draft and returns its revision.
    ///
    /// # Errors
    /// [`Error::DiskFull`], [`Error::Stopped`].
    pub fn draft_keep(&self, key: &str, case: Option<CaseId>, body: &Personal<String>) -> Result<u64, Error> {
        self.write(|db| {
            let mut statement = db.prepare_cached(
                "INSERT INTO draft (key, case_id, body, revision) VALUES (?1, ?2, ?3, 1) \
                 ON CONFLICT (key) DO UPDATE \
                 SET case_id = excluded.case_id, body = excluded.body, revision = revision + 1 \
                 RETURNING revision",
            )?;
            let row = (key, case.as_ref().map(columns::id), body.reveal());
            let revision = statement.query_row(row, |row| row.get(0))?;
            columns::to_number(revision, "draft.revision")
        })
    }

    /// Forgets a draft. One that is not there is forgotten already.
    ///
    /// # Errors
    /// [`Error::Stopped`].
    pub fn draft_forget(&self, key: &str) -> Result<(), Error> {
        self.write(|db| forget(db, key))
    }
}

/// Forgets a draft inside a transaction.
pub(crate) fn forget(db: &Connection, key: &str) -> Result<(), Error> {
    db.prepare_cached("DELETE FROM draft WHERE key = ?1")?.execute([key])?;
    Ok(())
}

fn to_draft(row: &Row<'_>) -> Result<Draft, Error> {
    let case = match row.get_ref(1)? {
        rusqlite::types::ValueRef::Null => None,
        _ => Some(columns::to_id(row, 1, "draft.case_id")?),
    };
    Ok(Draft {
        key: row.get(0)?,
        case,
        body: Personal::new(row.get(2)?),
        revision: columns::to_number(row.get(3)?, "draft.revision")?,
    })
}
