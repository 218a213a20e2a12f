//! The holidays that the casebook's own entries tell of. Tables that hold a last day are filled by them, and filled
//! again for every open case when they change.

use casebook_cases::CaseId;
use casebook_cases::casebook::{self, Holidays};
use casebook_history::Envelope;
use rusqlite::Connection;

use crate::stored_form::recorded_of;
use crate::{Error, Store, columns, particulars, read};

/// Whether days and their names are read, or days alone, which is all that a date depends on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Names {
    Read,
    LeftOut,
}

impl Store {
    /// The holidays as they are now.
    ///
    /// # Errors
    /// [`Error::NotUnderstood`] names an entry that this version cannot read.
    pub fn holidays(&self) -> Result<Holidays, Error> {
        self.read(|db| holidays(db, Names::Read))
    }

    /// Every case that is not closed: those whose last days another list of holidays may move. Secret cases among them.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn open_cases(&self) -> Result<Vec<CaseId>, Error> {
        self.read(open_cases)
    }
}

pub(crate) fn open_cases(db: &Connection) -> Result<Vec<CaseId>, Error> {
    let mut statement =
        db.prepare_cached("SELECT case_id FROM case_row WHERE closed_on IS NULL ORDER BY no")?;
    let cases = statement.query_map([], |row| Ok(columns::to_id(row, 0, "case_row.case_id")))?;
    cases.map(|case| case?).collect()
}

pub(crate) fn holidays(db: &Connection, names: Names) -> Result<Holidays, Error> {
    let sql = "SELECT bytes FROM event WHERE kind IN \
               ('holidays.imported', 'holiday.added', 'holiday.removed', 'holidays.checked') ORDER BY seq";
    let mut holidays = Holidays::default();
    for bytes in read::entries(db, sql, [])? {
        let recorded = recorded_of::<casebook::Event>(&Envelope::from_canonical_bytes(&bytes)?)?;
        let mut texts = Vec::new();
        if names == Names::Read {
            for (name, particular) in particulars::of_event(db, recorded.seq)? {
                texts.push((name, String::from_utf8_lossy(&particular.value).into_owned()));
            }
        }
        holidays = holidays.fold(&recorded, |name| {
            texts.iter().find(|(known, _)| known == name).map(|(_, text)| text.clone())
        });
    }
    Ok(holidays)
}

/// Whether an entry of the casebook changes the holidays.
pub(crate) const fn changes_holidays(event: &casebook::Event) -> bool {
    matches!(
        event,
        casebook::Event::HolidaysImported { .. }
            | casebook::Event::HolidayAdded { .. }
            | casebook::Event::HolidayRemoved { .. }
    )
}
