//! Looks at everything in a casebook's database and says what is not as it should be. Repairs nothing.

use std::fmt;

use casebook_history::verify::Walk;
use casebook_history::{Envelope, Fault, Particulars, Summary, event_hash};
use rusqlite::{Connection, Row};
use uuid::Uuid;

use crate::{Error, Store, columns, particulars};

/// After an interrupted use this many of the last entries are checked before the casebook opens.
const TAIL: u32 = 200;

/// What a check found. Holds no text a person wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Pages of the file that are not as they were written, in the database library's words.
    pub pages: Vec<String>,
    /// Faults in the structure of tables and indexes, in its words.
    pub structure: Vec<String>,
    /// The walk through the history and every particular: what it counted, or the first thing that is wrong. `None`
    /// if damage kept it from being read to the end.
    pub history: Option<Result<Summary, Fault>>,
    /// What belongs to nothing: the table, and how many rows.
    pub orphans: Vec<(&'static str, u32)>,
}

impl Report {
    /// Whether everything is as it should be.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.pages.is_empty()
            && self.structure.is_empty()
            && self.orphans.is_empty()
            && matches!(self.history, Some(Ok(_)))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_sound() {
            return formatter.write_str("everything is as it should be");
        }
        for line in self.pages.iter().chain(&self.structure) {
            writeln!(formatter, "{line}")?;
        }
        match &self.history {
            None => writeln!(formatter, "the history could not be read to its end")?,
            Some(Err(fault)) => writeln!(formatter, "{fault}")?,
            Some(Ok(_)) => {}
        }
        for (table, count) in &self.orphans {
            writeln!(formatter, "{count} rows of {table} belong to nothing")?;
        }
        Ok(())
    }
}

impl Store {
    /// Checks every page, the structure, the whole history with its particulars, and that nothing is left over.
    /// Damage is an answer here, not an error.
    ///
    /// # Errors
    /// [`Error::Stopped`], [`Error::InUse`], or if the casebook is closed under it.
    pub fn check(&self) -> Result<Report, Error> {
        // Pages are read from the file itself, so the journal has to be in it.
        self.checkpoint()?;
        let pages = self.read(damaged_pages)?;
        if !pages.is_empty() {
            // One bad page makes every later read of this connection fail: what else is wrong cannot be said.
            return Ok(Report { pages, structure: Vec::new(), history: None, orphans: Vec::new() });
        }
        let mut structure = self.read(faults_of_structure)?;
        structure.extend(self.write(|db| Ok(fault_of_search(db)))?);
        let history = match self.verify() {
            Ok(outcome) => Some(outcome),
            Err(Error::Damaged(_)) => None,
            Err(error) => return Err(error),
        };
        Ok(Report { pages, structure, history, orphans: self.read(orphans)? })
    }

    /// Walks through the whole history, comparing every particular with its commitment: what was counted, or the first
    /// thing that is wrong.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn verify(&self) -> Result<Result<Summary, Fault>, Error> {
        self.read(walk_through)
    }
}

/// The same as [`Store::check`] for a copy that is only read, but for one thing: whether the search index fits its words
/// takes a connection that may write. The index can be filled again from the history.
pub(crate) fn check_unwritten(db: &Connection) -> Result<Report, Error> {
    let damage = |error: Error| match error {
        Error::Damaged(_) => Ok(None),
        other => Err(other),
    };
    let pages = damaged_pages(db)?;
    if !pages.is_empty() {
        return Ok(Report { pages, structure: Vec::new(), history: None, orphans: Vec::new() });
    }
    let history = walk_through(db).map_or_else(damage, |outcome| Ok(Some(outcome)))?;
    Ok(Report { pages, structure: faults_of_structure(db)?, history, orphans: orphans(db)? })
}

fn walk_through(db: &Connection) -> Result<Result<Summary, Fault>, Error> {
    let mut walk = Walk::of_casebook();
    let mut statement = db.prepare("SELECT seq, bytes FROM event ORDER BY seq")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let seq = columns::to_number(row.get(0)?, "event.seq")?;
        let bytes: Vec<u8> = row.get(1)?;
        if let Err(fault) = particulars_of(db, seq)?.and_then(|known| walk.step(&bytes, &known)) {
            return Ok(Err(fault));
        }
    }
    Ok(walk.finish(&Particulars::complete()))
}

/// What is known of the particulars of one entry. The walk gets them entry by entry, so that a casebook of any size
/// needs little memory.
fn particulars_of(db: &Connection, seq: u64) -> Result<Result<Particulars, Fault>, Error> {
    let kept = particulars::of_event(db, seq)?;
    let erased = particulars::erased_from(db, seq)?;
    let list = || {
        let mut known = Particulars::complete();
        for (name, particular) in kept {
            known.open(particular.into_opening(seq, name))?;
        }
        for (name, by) in erased {
            known.erased(seq, name, by)?;
        }
        Ok(known)
    };
    Ok(list())
}

/// After an interrupted use: the structure, and the end of the history.
///
/// # Errors
/// [`Error::Damaged`] if either is not sound.
pub(crate) fn after_interruption(db: &Connection) -> Result<(), Error> {
    if !lines(db, "PRAGMA quick_check(1)")?.iter().all(|line| line == "ok") || !tail_holds(db)? {
        return Err(Error::Damaged(None));
    }
    Ok(())
}

fn tail_holds(db: &Connection) -> Result<bool, Error> {
    let mut statement = db.prepare("SELECT prev, hash, bytes FROM event ORDER BY seq DESC LIMIT ?1")?;
    let mut rows = statement.query([TAIL])?;
    let mut expected: Option<[u8; 32]> = None;
    while let Some(row) = rows.next()? {
        let (prev, hash, bytes): ([u8; 32], [u8; 32], Vec<u8>) = (row.get(0)?, row.get(1)?, row.get(2)?);
        if event_hash(&bytes).as_bytes() != &hash || expected.is_some_and(|expected| expected != hash) {
            return Ok(false);
        }
        expected = Some(prev);
    }
    Ok(true)
}

/// SQLCipher reads every page of the file and checks its seal; it answers with a line for each that is broken.
fn damaged_pages(db: &Connection) -> Result<Vec<String>, Error> {
    lines(db, "PRAGMA cipher_integrity_check")
}

fn faults_of_structure(db: &Connection) -> Result<Vec<String>, Error> {
    let mut faults = lines(db, "PRAGMA integrity_check")?;
    faults.retain(|line| line != "ok");
    let foreign = lines(db, "SELECT \"table\" FROM pragma_foreign_key_check")?;
    faults.extend(foreign.iter().map(|table| format!("a row of {table} refers to nothing")));
    faults.extend(misfiled(db)?);
    Ok(faults)
}

/// Entries whose columns do not say what their bytes say. What cannot be read at all is named by the walk.
fn misfiled(db: &Connection) -> Result<Vec<String>, Error> {
    let mut faults = Vec::new();
    let mut statement =
        db.prepare("SELECT seq, case_id, case_seq, kind, prev, hash, bytes FROM event ORDER BY seq")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let bytes: Vec<u8> = row.get(6)?;
        if let Ok(envelope) = Envelope::from_canonical_bytes(&bytes)
            && !is_filed_right(row, &envelope, &bytes)?
        {
            faults.push(format!("the columns of entry {} do not say what the entry says", envelope.seq));
        }
    }
    Ok(faults)
}

fn is_filed_right(row: &Row<'_>, envelope: &Envelope, bytes: &[u8]) -> Result<bool, Error> {
    let case: Vec<u8> = row.get(1)?;
    let case_text = Uuid::from_slice(&case).map(|case| case.to_string()).unwrap_or_default();
    Ok(row.get::<_, i64>(0)? == columns::number(envelope.seq)
        && case_text == envelope.case
        && row.get::<_, i64>(2)? == columns::number(envelope.case_seq)
        && row.get::<_, String>(3)? == envelope.kind
        && row.get::<_, [u8; 32]>(4)? == *envelope.prev.as_bytes()
        && row.get::<_, [u8; 32]>(5)? == *event_hash(bytes).as_bytes())
}

/// Compares the index with the words it was made of.
fn fault_of_search(db: &Connection) -> Option<String> {
    let outcome = db.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", []);
    outcome.err().map(|_| "the search index does not fit the words it was made of".to_owned())
}

/// For each table whose rows belong to a case: those whose case is not there.
const ORPHANS: [(&str, &str); 5] = [
    ("case_row", "SELECT count(*) FROM case_row WHERE case_id NOT IN (SELECT case_id FROM event)"),
    ("letter", "SELECT count(*) FROM letter WHERE case_no NOT IN (SELECT no FROM case_row)"),
    ("party_index", "SELECT count(*) FROM party_index WHERE case_no NOT IN (SELECT no FROM case_row)"),
    ("search_text", "SELECT count(*) FROM search_text WHERE id >> 24 NOT IN (SELECT no FROM case_row)"),
    (
        "draft",
        "SELECT count(*) FROM draft WHERE case_id IS NOT NULL AND case_id NOT IN (SELECT case_id FROM event)",
    ),
];

fn orphans(db: &Connection) -> Result<Vec<(&'static str, u32)>, Error> {
    let mut found = Vec::new();
    for (table, sql) in ORPHANS {
        let count = columns::to_small(db.query_row(sql, [], |row| row.get(0))?, "count")?;
        if count > 0 {
            found.push((table, count));
        }
    }
    Ok(found)
}

fn lines(db: &Connection, sql: &str) -> Result<Vec<String>, Error> {
    let mut statement = db.prepare(sql)?;
    let lines = statement.query_map([], |row| row.get(0))?;
    Ok(lines.collect::<Result<_, _>>()?)
}
