//! Tables computed from events, in the transaction that writes the events. Each can be emptied and filled again, and
//! then holds exactly what it held before: every table is filled from the case as it now is, never from the event that
//! happened to come last.
//!
//! Nothing here changes because time passes: whether a last day is over is asked when a list is read.

mod case_file;
mod case_row;
mod count;
mod letter;
mod party_index;
mod sar_log;
mod search;
mod task;

use std::collections::BTreeMap;
use std::sync::Arc;

use casebook_cases::CaseId;
use casebook_cases::casebook::Holidays;
use rusqlite::{Connection, OptionalExtension as _};

use crate::append::NewEvent;
use crate::holidays::{Names, changes_holidays, holidays, open_cases};
use crate::stored_form::recorded_of;
use crate::{Error, Store, columns};

use case_file::CaseFile;
pub(crate) use party_index::{Keys, words_of};

/// A table computed from events.
trait Projection {
    /// Its name, under which its version is kept.
    const NAME: &'static str;
    /// Raised with every change of what it holds; a casebook filled by another version is filled again when opened.
    const VERSION: u32;
    /// Whether it holds anything from particulars. If not, a change of texts alone leaves it alone.
    const READS_PARTICULARS: bool;

    /// Replaces what the table holds of one case.
    fn project(db: &Connection, file: &CaseFile) -> Result<(), Error>;

    /// Empties the table.
    fn clear(db: &Connection) -> Result<(), Error>;
}

struct Table {
    name: &'static str,
    version: u32,
    reads_particulars: bool,
    project: fn(&Connection, &CaseFile) -> Result<(), Error>,
    clear: fn(&Connection) -> Result<(), Error>,
}

const fn table<P: Projection>() -> Table {
    Table {
        name: P::NAME,
        version: P::VERSION,
        reads_particulars: P::READS_PARTICULARS,
        project: P::project,
        clear: P::clear,
    }
}

const TABLES: [Table; 7] = [
    table::<case_row::CaseRows>(),
    table::<letter::Letters>(),
    table::<task::Tasks>(),
    table::<party_index::PartyIndex>(),
    table::<count::Counts>(),
    table::<sar_log::SarLog>(),
    table::<search::Search>(),
];

/// The cases touched by one transaction. Each is read and folded once, however many of its events are written.
pub(crate) struct Projecting<'a> {
    db: &'a Connection,
    files: BTreeMap<CaseId, CaseFile>,
    /// As they were when the first case was touched; read anew at the end if they changed meanwhile.
    holidays: Option<Arc<Holidays>>,
    other_holidays: bool,
}

impl<'a> Projecting<'a> {
    pub(crate) const fn new(db: &'a Connection) -> Self {
        Self { db, files: BTreeMap::new(), holidays: None, other_holidays: false }
    }

    /// Takes note of an event that was just written. One that could not be read back is refused here.
    pub(crate) fn event(&mut self, case: Option<CaseId>, event: &NewEvent) -> Result<(), Error> {
        let NewEvent { envelope, particulars } = event;
        let Some(case) = case else {
            self.other_holidays |= changes_holidays(&recorded_of(envelope)?.event);
            return Ok(());
        };
        let file = self.file(case, envelope.seq)?;
        file.push(envelope)?;
        file.has_new_texts |= !particulars.is_empty();
        Ok(())
    }

    /// Takes note that a particular of this entry was erased.
    pub(crate) fn erased(&mut self, seq: u64) -> Result<(), Error> {
        let mut statement =
            self.db.prepare_cached("SELECT case_id FROM event WHERE seq = ?1 AND length(case_id) > 0")?;
        let case = statement
            .query_row([columns::number(seq)], |row| Ok(columns::to_id(row, 0, "event.case_id")))
            .optional()?;
        if let Some(case) = case {
            self.file(case?, u64::MAX)?.has_new_texts = true;
        }
        Ok(())
    }

    /// Fills the tables.
    pub(crate) fn finish(mut self) -> Result<(), Error> {
        if self.other_holidays {
            let holidays = Arc::new(holidays(self.db, Names::LeftOut)?);
            self.holidays = Some(Arc::clone(&holidays));
            for case in open_cases(self.db)? {
                self.file(case, u64::MAX)?;
            }
            self.files.values_mut().for_each(|file| file.holidays = Arc::clone(&holidays));
        }
        self.files.values().try_for_each(|file| project(self.db, file))
    }

    fn file(&mut self, case: CaseId, before: u64) -> Result<&mut CaseFile, Error> {
        let holidays = match &self.holidays {
            Some(known) => Arc::clone(known),
            None => Arc::clone(self.holidays.insert(Arc::new(holidays(self.db, Names::LeftOut)?))),
        };
        match self.files.entry(case) {
            std::collections::btree_map::Entry::Occupied(known) => Ok(known.into_mut()),
            std::collections::btree_map::Entry::Vacant(place) => {
                Ok(place.insert(CaseFile::read(self.db, case, before, &holidays)?))
            }
        }
    }
}

fn project(db: &Connection, file: &CaseFile) -> Result<(), Error> {
    TABLES
        .iter()
        .filter(|table| file.has_new_texts || !table.reads_particulars)
        .try_for_each(|table| (table.project)(db, file))
}

impl Store {
    /// Empties every projection and fills it again from the events.
    ///
    /// # Errors
    /// [`Error::NotUnderstood`] names an entry that stops it; then everything stays as it was.
    pub fn rebuild(&self) -> Result<(), Error> {
        self.write(rebuild)
    }
}

/// Fills the projections again if one of them was filled by another version.
pub(crate) fn renew_outdated(db: &Connection) -> Result<(), Error> {
    let mut statement = db.prepare_cached("SELECT version FROM projection WHERE name = ?1")?;
    for table in &TABLES {
        let filled_by: Option<u32> = statement.query_row([table.name], |row| row.get(0)).optional()?;
        if filled_by != Some(table.version) {
            return rebuild(db);
        }
    }
    Ok(())
}

fn rebuild(db: &Connection) -> Result<(), Error> {
    for table in &TABLES {
        (table.clear)(db)?;
        db.execute(
            "INSERT INTO projection (name, version) VALUES (?1, ?2) \
             ON CONFLICT (name) DO UPDATE SET version = excluded.version",
            (table.name, table.version),
        )?;
    }
    let holidays = Arc::new(holidays(db, Names::LeftOut)?);
    let mut statement =
        db.prepare("SELECT case_id FROM event WHERE case_seq = 1 AND length(case_id) > 0 ORDER BY seq")?;
    let cases = statement.query_map([], |row| Ok(columns::to_id(row, 0, "event.case_id")))?;
    for case in cases {
        let mut file = CaseFile::read(db, case??, u64::MAX, &holidays)?;
        file.has_new_texts = true;
        project(db, &file)?;
    }
    Ok(())
}
