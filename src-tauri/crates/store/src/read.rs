//! Reading entries back: of one case, of the casebook itself, all of them one by one. Envelopes are read from the
//! bytes that were hashed; nothing is written a second time.

use std::collections::BTreeMap;

use casebook_cases::{CaseId, CaseKind, Event, Recorded, Reference, State, fold};
use casebook_history::{Envelope, Hash, event_hash};
use rusqlite::{Connection, OptionalExtension as _, Params};

use crate::particulars::{self, StoredParticular};
use crate::stored_form::{answers_within, recorded_of};
use crate::{Error, Store, columns};

/// Entries read at once while all are walked through.
const PORTION: u32 = 100;

/// An entry with everything kept beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredEvent {
    /// Its parts.
    pub envelope: Envelope,
    /// Its canonical bytes, exactly as hashed.
    pub bytes: Vec<u8>,
    /// The hash of those bytes.
    pub hash: Hash,
    /// Its particulars that still exist, by name.
    pub particulars: BTreeMap<String, StoredParticular>,
    /// Its particulars that were erased, by name, with the number of the entry that did it.
    pub erased: BTreeMap<String, u64>,
}

impl Store {
    /// The entries of a case, in order.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn events(&self, case: CaseId) -> Result<Vec<StoredEvent>, Error> {
        self.read(|db| events_of(db, Some(&case)))
    }

    /// The entries of a case, as stored and as what happened, read once. Particulars that may be long and that no list of
    /// entries shows (`pdf`, `facts`, `index`) are left out: they are asked for one by one with [`Store::particular`].
    ///
    /// # Errors
    /// [`Error::NotUnderstood`] names an entry that this version cannot read.
    pub fn case_entries(&self, case: CaseId) -> Result<(Vec<StoredEvent>, Vec<Recorded<Event>>), Error> {
        self.read(|db| {
            let sql = "SELECT bytes FROM event WHERE case_id = ?1 ORDER BY case_seq";
            let (mut stored, mut recorded) = (Vec::new(), Vec::new());
            for bytes in entries(db, sql, [columns::id(&case)])? {
                let envelope = Envelope::from_canonical_bytes(&bytes)?;
                push_recorded(&mut recorded, &envelope)?;
                let particulars = particulars::short_of_event(db, envelope.seq)?;
                let erased = particulars::erased_from(db, envelope.seq)?;
                stored.push(StoredEvent { hash: event_hash(&bytes), envelope, bytes, particulars, erased });
            }
            Ok((stored, recorded))
        })
    }

    /// The entries that belong to no case, in order.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn casebook_events(&self) -> Result<Vec<StoredEvent>, Error> {
        self.read(|db| events_of(db, None))
    }

    /// Gives every entry there is now to `each`, in order, one at a time. Entries are read in small portions, so that
    /// other readers, `each` among them, are not kept waiting.
    ///
    /// # Errors
    /// What `each` answers, or if the database cannot be read.
    pub fn all_events<E: From<Error>>(
        &self,
        mut each: impl FnMut(StoredEvent) -> Result<(), E>,
    ) -> Result<(), E> {
        let last = self.head()?.seq;
        let mut done = 0;
        while done < last {
            for event in self.read(|db| portion(db, done, last))? {
                done = event.envelope.seq;
                each(event)?;
            }
        }
        Ok(())
    }

    /// The last entry of a kind, such as `settings.changed`, whatever case it belongs to.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn latest_of_kind(&self, kind: &str) -> Result<Option<StoredEvent>, Error> {
        self.read(|db| {
            let sql = "SELECT bytes FROM event WHERE kind = ?1 ORDER BY seq DESC LIMIT 1";
            let bytes = db.prepare_cached(sql)?.query_row([kind], |row| row.get(0)).optional()?;
            bytes.map(|bytes| stored_event(db, bytes)).transpose()
        })
    }

    /// Every entry of a kind, in order, for kinds that belong to no case and are few, such as `register.changed`.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn all_of_kind(&self, kind: &str) -> Result<Vec<StoredEvent>, Error> {
        self.read(|db| {
            let found = entries(db, "SELECT bytes FROM event WHERE kind = ?1 ORDER BY seq", [kind])?;
            found.into_iter().map(|bytes| stored_event(db, bytes)).collect()
        })
    }

    /// The entries of a case as what happened in it.
    ///
    /// # Errors
    /// [`Error::NotUnderstood`] names an entry that this version cannot read.
    pub fn recorded(&self, case: CaseId) -> Result<Vec<Recorded<Event>>, Error> {
        self.read(|db| recorded_before(db, &case, u64::MAX))
    }

    /// What is true of a case now; `None` if there is no such case.
    ///
    /// # Errors
    /// As [`Store::recorded`].
    pub fn state(&self, case: CaseId) -> Result<Option<State>, Error> {
        let events = self.recorded(case)?;
        Ok((!events.is_empty()).then(|| events.iter().fold(State::default(), fold)))
    }

    /// The case with this reference. Secret cases are found too: whoever names the reference knows of the case.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn case_by_reference(&self, reference: Reference) -> Result<Option<CaseId>, Error> {
        self.read(|db| {
            let mut statement = db.prepare_cached("SELECT case_id FROM case_row WHERE reference = ?1")?;
            let case = statement
                .query_row([reference.to_string()], |row| Ok(columns::to_id(row, 0, "case_row.case_id")))
                .optional()?;
            case.transpose()
        })
    }

    /// The running number that the next case of this kind, opened in this year, gets.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn next_number(&self, kind: CaseKind, year: u16) -> Result<u32, Error> {
        self.read(|db| {
            let mut statement = db.prepare_cached("SELECT last FROM count WHERE kind = ?1 AND year = ?2")?;
            let last = statement.query_row((kind.code(), year), |row| row.get(0)).optional()?;
            Ok(columns::to_small(last.unwrap_or(0), "count.last")?.saturating_add(1))
        })
    }
}

/// What happened in a case before a certain entry of the casebook.
pub(crate) fn recorded_before(
    db: &Connection,
    case: &CaseId,
    before: u64,
) -> Result<Vec<Recorded<Event>>, Error> {
    let sql = "SELECT bytes FROM event WHERE case_id = ?1 AND seq < ?2 ORDER BY case_seq";
    let mut recorded = Vec::new();
    for bytes in entries(db, sql, (columns::id(case), columns::number(before)))? {
        push_recorded(&mut recorded, &Envelope::from_canonical_bytes(&bytes)?)?;
    }
    Ok(recorded)
}

/// Adds what an envelope says to what happened in the case before.
pub(crate) fn push_recorded(events: &mut Vec<Recorded<Event>>, envelope: &Envelope) -> Result<(), Error> {
    let recorded = recorded_of(envelope)?;
    events.push(Recorded { answers: answers_within(events, envelope.refers_to), ..recorded });
    Ok(())
}

/// The next entries after one, up to the last that is wanted; never none while there are any.
fn portion(db: &Connection, after: u64, last: u64) -> Result<Vec<StoredEvent>, Error> {
    let sql = "SELECT bytes FROM event WHERE seq > ?1 AND seq <= ?2 ORDER BY seq LIMIT ?3";
    let bytes = entries(db, sql, (columns::number(after), columns::number(last), PORTION))?;
    if bytes.is_empty() {
        // Entries have no gaps: one that should be here and is not was lost.
        return Err(Error::Damaged(None));
    }
    bytes.into_iter().map(|bytes| stored_event(db, bytes)).collect()
}

fn events_of(db: &Connection, case: Option<&CaseId>) -> Result<Vec<StoredEvent>, Error> {
    let sql = "SELECT bytes FROM event WHERE case_id = ?1 ORDER BY case_seq";
    let bytes = entries(db, sql, [columns::case_key(case)])?;
    bytes.into_iter().map(|bytes| stored_event(db, bytes)).collect()
}

pub(crate) fn entries(db: &Connection, sql: &str, parameters: impl Params) -> Result<Vec<Vec<u8>>, Error> {
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map(parameters, |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(crate) fn stored_event(db: &Connection, bytes: Vec<u8>) -> Result<StoredEvent, Error> {
    let envelope = Envelope::from_canonical_bytes(&bytes)?;
    let particulars = particulars::of_event(db, envelope.seq)?;
    let erased = particulars::erased_from(db, envelope.seq)?;
    Ok(StoredEvent { hash: event_hash(&bytes), envelope, bytes, particulars, erased })
}
