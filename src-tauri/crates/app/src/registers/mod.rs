//! The registers: where data lies, what it is for, who gets it, how long it is kept. Each change is an event of the
//! casebook with the whole entry as its particular; what holds is the newest of each entry. Nothing is ever lost: an
//! entry that holds no longer is retired with a day.

mod access;
mod entry;
mod first;
mod form;

use std::collections::BTreeMap;

use casebook_cases::EntryId;
use casebook_cases::casebook::Event as CasebookEvent;
use casebook_cases::codes::{EntryChange, PersonKind, Register};
use casebook_ipc::{
    IpcError, RegisterConfirm, RegisterRemove, RegisterSave, RegisterView, RegistersRead, Reply, Topic,
};
use casebook_law::words;
use casebook_store::stored_form;
use chrono::NaiveDate;

pub(crate) use self::access::starting_texts;
use self::entry::Change;
pub(crate) use self::entry::{Entry, Line, is_a_year_ago};
use self::form::{parse, view};
use crate::errors::{AppError, Done, bug};
use crate::open::{Inner, Open};
use crate::ports::Ports;
use crate::record::{Text, refuse};

/// The kind of event whose particulars are the entries.
const KIND: &str = "register.changed";
/// The particular's name.
const ENTRY: &str = "entry";
/// More entries than this nobody reads, and every answer would have to look through them.
const MOST_ENTRIES: usize = 2000;

/// All registers as they stand, the entries that hold no longer among them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Registers {
    lines: Vec<Line>,
}

impl Registers {
    /// The lines of one register, by name, those that hold no longer among them.
    pub(crate) fn all(&self, register: Register) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.register == register)
    }

    /// What holds on a day for a kind of person; while a case does not say which, everything does.
    pub(crate) fn on(
        &self,
        register: Register,
        day: NaiveDate,
        kind: Option<PersonKind>,
    ) -> impl Iterator<Item = &Line> {
        self.all(register).filter(move |line| line.entry.holds_on(day) && line.entry.concerns(kind))
    }

    fn find(&self, register: Register, entry: EntryId) -> Option<&Line> {
        self.all(register).find(|line| line.id == entry)
    }
}

impl Inner {
    /// The registers as they stand.
    pub(crate) fn registers(&self) -> Result<Registers, AppError> {
        let mut newest: BTreeMap<EntryId, Line> = BTreeMap::new();
        for stored in self.store.all_of_kind(KIND)? {
            let event: CasebookEvent = stored_form::event_of(&stored.envelope)?;
            let CasebookEvent::RegisterChanged { register, entry: id, revision, change: _ } = event else {
                continue;
            };
            // An erased entry says nothing any more, and neither does what it said before.
            let Some(bytes) = stored.particulars.get(ENTRY) else {
                newest.remove(&id);
                continue;
            };
            let entry: Entry = serde_json::from_slice(&bytes.value).map_err(|_| bug("register-shape"))?;
            newest.insert(id, Line { register, id, revision, entry });
        }
        let mut lines: Vec<Line> = newest.into_values().collect();
        lines.sort_by_cached_key(|line| (line.entry.name.reveal().to_lowercase(), line.id));
        Ok(Registers { lines })
    }

    /// Fills the registers with what the company's privacy policy says, if there is nothing in them. What it cannot
    /// say is left to be asked for.
    pub(crate) fn fill_registers(&mut self, ports: &Ports) -> Result<(), AppError> {
        if self.store.latest_of_kind(KIND)?.is_some() {
            return Ok(());
        }
        let changes: Vec<Change> = first::entries()
            .into_iter()
            .map(|(register, entry)| {
                let id = EntryId::new(ports.ids.next());
                Change { line: Line { register, id, revision: 1, entry }, change: EntryChange::Kept }
            })
            .collect();
        self.record_changes(ports, &changes)
    }

    fn record_changes(&mut self, ports: &Ports, changes: &[Change]) -> Result<(), AppError> {
        let mut events = Vec::with_capacity(changes.len());
        let mut texts = Vec::with_capacity(changes.len());
        for Change { line, change } in changes {
            events.push(CasebookEvent::RegisterChanged {
                register: line.register,
                entry: line.id,
                revision: line.revision,
                change: *change,
            });
            let body = serde_json::to_vec(&line.entry).map_err(|_| bug("register-shape"))?;
            texts.push(Text::new(KIND, ENTRY, body));
        }
        self.record_casebook_all(ports, &events, texts)
    }
}

impl Open {
    pub(crate) fn read_registers(&self, request: &RegistersRead) -> Done<RegisterView> {
        let registers = self.inner().registers()?;
        Ok(Reply::read(view(&registers, request.register, self.ports.time.today())))
    }

    pub(crate) fn save_register(&self, request: &RegisterSave) -> Done<RegisterView> {
        let registers = self.inner().registers()?;
        let before = registers.find(request.register, request.entry);
        let mut entry = parse(request.register, &request.form)?;
        match before {
            Some(line) => {
                entry.checked_on = line.entry.checked_on;
                entry.is_casebook = line.entry.is_casebook;
                // The same form sent twice is one change.
                if line.entry == entry {
                    return self.shown(&registers, request.register);
                }
                if entry.is_casebook && entry.valid_until.is_some() {
                    return Err(stays());
                }
            }
            None if request.revision > 0 => return Err(gone()),
            None if registers.lines.len() >= MOST_ENTRIES => {
                let message =
                    "The registers are full: 2,000 entries. Retired ones count, because they stay readable.";
                return Err(IpcError::field("name", message).into());
            }
            None => {}
        }
        // Whoever writes an entry has just looked at it.
        entry.checked_on = Some(self.ports.time.today());
        let at = (request.register, request.entry, request.revision);
        self.change_entry(at, EntryChange::Kept, |kept| *kept = entry)
    }

    pub(crate) fn remove_register(&self, request: &RegisterRemove) -> Done<RegisterView> {
        let today = self.ports.time.today();
        let registers = self.inner().registers()?;
        let Some(line) = registers.find(request.register, request.entry) else { return Err(gone()) };
        if line.entry.is_casebook {
            return Err(stays());
        }
        if let Some(from) = line.entry.valid_from.filter(|from| request.until < *from) {
            let message = format!("It began to hold on {}; it cannot end before.", words::date(from));
            return Err(IpcError::field("until", message).into());
        }
        if request.until > today && casebook_law::civil::days_between(today, request.until) > 3660 {
            return Err(IpcError::field("until", "Enter a day within the next ten years.").into());
        }
        let at = (request.register, request.entry, request.revision);
        self.change_entry(at, EntryChange::Retired, |entry| entry.valid_until = Some(request.until))
    }

    pub(crate) fn confirm_register(&self, request: &RegisterConfirm) -> Done<RegisterView> {
        let today = self.ports.time.today();
        if self.inner().registers()?.find(request.register, request.entry).is_none() {
            return Err(gone());
        }
        let at = (request.register, request.entry, request.revision);
        self.change_entry(at, EntryChange::Checked, |entry| entry.checked_on = Some(today))
    }

    /// Changes one entry if it is still as it was on screen.
    fn change_entry(
        &self,
        (register, id, revision): (Register, EntryId, u64),
        change: EntryChange,
        edit: impl FnOnce(&mut Entry),
    ) -> Done<RegisterView> {
        let mut inner = self.inner();
        let registers = inner.registers()?;
        let before = registers.find(register, id);
        if before.map_or(0, |line| line.revision) != revision {
            let message =
                "This entry was changed meanwhile. Nothing was recorded; look at it again and repeat.";
            return Err(IpcError::Conflict { message: message.to_owned() }.into());
        }
        let mut entry = before.map(|line| line.entry.clone()).unwrap_or_default();
        edit(&mut entry);
        if before.is_some_and(|line| line.entry == entry) {
            drop(inner);
            return self.shown(&registers, register);
        }
        let line = Line { register, id, revision: revision.saturating_add(1), entry };
        inner.record_changes(&self.ports, &[Change { line, change }])?;
        let after = inner.registers()?;
        drop(inner);
        self.shown(&after, register)
    }

    fn shown(&self, registers: &Registers, register: Register) -> Done<RegisterView> {
        Ok(Reply::changed(view(registers, register, self.ports.time.today()), vec![Topic::Registers]))
    }
}

/// The casebook holds personal data as long as it exists (TRUE-1).
fn stays() -> AppError {
    refuse(
        "TRUE-1",
        "This casebook holds personal data itself, so a search has to look into it too.",
        "Leave the entry without an end. What it says about the casebook can be changed.",
    )
    .into()
}

fn gone() -> AppError {
    IpcError::NotFound { message: "There is no such entry in this register.".to_owned() }.into()
}
