//! The one way to write an event. Events, their particulars, every projection, the drafts they replace and the id of
//! the action go into one transaction, or none of them does.

use casebook_cases::{CaseId, CommandId};
use casebook_history::commitment::commit;
use casebook_history::{Envelope, Head, event_hash};
use rusqlite::{Connection, OptionalExtension as _};

use crate::particulars::{self, NewParticular};
use crate::projections::Projecting;
use crate::store::{case_head, head};
use crate::{Error, Store, columns, drafts};

/// An event to be written: its envelope, already placed at the head, and the content it seals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEvent {
    /// The envelope, complete.
    pub envelope: Envelope,
    /// One for each name in `envelope.sealed`.
    pub particulars: Vec<NewParticular>,
}

/// What one action of the DPO records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Append {
    /// The action. The same one sent again is answered without writing anything.
    pub command: CommandId,
    /// The number of the last entry of the casebook when the envelopes were made.
    pub expected_head: u64,
    /// The case of all these events; `None` for events of the casebook itself.
    pub case: Option<CaseId>,
    /// The events, in order; at least one.
    pub events: Vec<NewEvent>,
    /// Particulars of earlier entries that the first of these events erases: the entry's number and the name.
    pub erase: Vec<(u64, String)>,
    /// The drafts that these events replace.
    pub forget_drafts: Vec<String>,
}

/// What was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appended {
    /// The number of the first entry.
    pub first_seq: u64,
    /// The number of the last entry.
    pub last_seq: u64,
    /// The action had been recorded before; nothing was written now.
    pub again: bool,
}

impl Store {
    /// Records one action.
    ///
    /// # Errors
    /// [`Error::Conflict`] if the history went on since `expected_head`; [`Error::Envelope`] if an envelope does not
    /// fit its place; [`Error::NotUnderstood`] for an event that could not be read back; [`Error::DiskFull`],
    /// [`Error::Stopped`]. In each case nothing was recorded.
    pub fn append(&self, append: &Append) -> Result<Appended, Error> {
        let mut appended = self.append_many(std::slice::from_ref(append))?;
        appended.pop().ok_or(Error::Empty)
    }

    /// Records many actions in one transaction, for imports and made-up casebooks: about a thousand events at a time
    /// go best.
    ///
    /// # Errors
    /// As [`Store::append`]; then none of the actions was recorded.
    pub fn append_many(&self, appends: &[Append]) -> Result<Vec<Appended>, Error> {
        let casebook = self.casebook().to_string();
        self.write(|db| {
            let mut projecting = Projecting::new(db);
            let appended = appends
                .iter()
                .map(|append| append_one(db, &casebook, append, &mut projecting))
                .collect::<Result<_, _>>()?;
            projecting.finish()?;
            Ok(appended)
        })
    }
}

fn append_one(
    db: &Connection,
    casebook: &str,
    append: &Append,
    projecting: &mut Projecting<'_>,
) -> Result<Appended, Error> {
    if let Some(before) = recorded_before(db, append.command)? {
        return Ok(before);
    }
    let mut place = Place::at_head(db, append, casebook)?;
    if place.casebook.seq != append.expected_head {
        return Err(Error::Conflict { expected: append.expected_head, head: place.casebook.seq });
    }
    let first_seq = place.casebook.seq + 1;
    for event in &append.events {
        place.check(event)?;
        place.write(db, append.case.as_ref(), event)?;
        projecting.event(append.case, event)?;
    }
    let last_seq = place.casebook.seq;
    if last_seq < first_seq {
        return Err(Error::Empty);
    }
    for (seq, name) in &append.erase {
        particulars::erase(db, *seq, name, first_seq)?;
        projecting.erased(*seq)?;
    }
    for key in &append.forget_drafts {
        drafts::forget(db, key)?;
    }
    let row = (append.command.as_uuid().as_bytes(), columns::number(first_seq), columns::number(last_seq));
    db.prepare_cached("INSERT INTO command (id, first_seq, last_seq) VALUES (?1, ?2, ?3)")?.execute(row)?;
    Ok(Appended { first_seq, last_seq, again: false })
}

fn recorded_before(db: &Connection, command: CommandId) -> Result<Option<Appended>, Error> {
    let mut statement = db.prepare_cached("SELECT first_seq, last_seq FROM command WHERE id = ?1")?;
    let places = statement
        .query_row([command.as_uuid().as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((first, last)) = places else { return Ok(None) };
    Ok(Some(Appended {
        first_seq: columns::to_number(first, "command.first_seq")?,
        last_seq: columns::to_number(last, "command.last_seq")?,
        again: true,
    }))
}

/// Where the next event goes: the ends of both chains.
struct Place<'a> {
    casebook_id: &'a str,
    case_text: String,
    casebook: Head,
    case: Head,
}

impl<'a> Place<'a> {
    fn at_head(db: &Connection, append: &Append, casebook_id: &'a str) -> Result<Self, Error> {
        Ok(Self {
            casebook_id,
            case_text: append.case.map(|case| case.to_string()).unwrap_or_default(),
            casebook: head(db)?,
            case: case_head(db, append.case.as_ref())?,
        })
    }

    /// The envelopes are made by the caller; a wrong one would break the chain for ever.
    fn check(&self, event: &NewEvent) -> Result<(), Error> {
        let NewEvent { envelope, particulars } = event;
        let opens = |particular: &NewParticular| {
            envelope.sealed.get(&particular.name) == Some(&commit(&particular.salt, &particular.value))
        };
        let parts = [
            ("casebook", envelope.casebook == self.casebook_id),
            ("case", envelope.case == self.case_text),
            ("seq", envelope.seq == self.casebook.seq + 1),
            ("prev", envelope.prev == self.casebook.hash),
            ("case_seq", envelope.case_seq == self.case.seq + 1),
            ("case_prev", envelope.case_prev == self.case.hash),
            ("sealed", envelope.sealed.len() == particulars.len() && particulars.iter().all(opens)),
        ];
        match parts.into_iter().find(|(_, fits)| !fits) {
            Some((part, _)) => Err(Error::Envelope { seq: envelope.seq, part }),
            None => Ok(()),
        }
    }

    fn write(&mut self, db: &Connection, case: Option<&CaseId>, event: &NewEvent) -> Result<(), Error> {
        let NewEvent { envelope, particulars } = event;
        let bytes = envelope.canonical_bytes()?;
        let hash = event_hash(&bytes);
        let mut statement = db.prepare_cached(
            "INSERT INTO event (seq, case_id, case_seq, kind, prev, hash, bytes) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?;
        statement.execute((
            columns::number(envelope.seq),
            columns::case_key(case),
            columns::number(envelope.case_seq),
            &envelope.kind,
            envelope.prev.as_bytes(),
            hash.as_bytes(),
            &bytes,
        ))?;
        particulars::put(db, envelope.seq, particulars)?;
        self.casebook = Head { seq: envelope.seq, hash };
        self.case = Head { seq: envelope.case_seq, hash };
        Ok(())
    }
}
