//! `count`: the last running number given, per kind of case and year of opening.

use casebook_cases::Reference;
use rusqlite::Connection;

use super::{CaseFile, Projection};
use crate::Error;

pub(super) struct Counts;

impl Projection for Counts {
    const NAME: &'static str = "count";
    const VERSION: u32 = 1;
    const READS_PARTICULARS: bool = false;

    fn project(db: &Connection, file: &CaseFile) -> Result<(), Error> {
        let seq = file.events.first().map_or(0, |first| first.seq);
        let reference = Reference::parse(&file.received()?.reference)
            .map_err(|_| Error::Envelope { seq, part: "reference" })?;
        let mut statement = db.prepare_cached(
            "INSERT INTO count (kind, year, last) VALUES (?1, ?2, ?3) \
             ON CONFLICT (kind, year) DO UPDATE SET last = max(last, excluded.last)",
        )?;
        statement.execute((reference.kind().code(), reference.year(), reference.number()))?;
        Ok(())
    }

    fn clear(db: &Connection) -> Result<(), Error> {
        db.execute("DELETE FROM count", [])?;
        Ok(())
    }
}
