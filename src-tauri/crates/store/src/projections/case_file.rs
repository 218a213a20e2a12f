//! Everything the projections may look at of one case.

use std::sync::Arc;

use casebook_cases::casebook::Holidays;
use casebook_cases::subject_request::Received;
use casebook_cases::{CaseId, Event, Recorded, State, fold};
use casebook_history::Envelope;
use casebook_law::Calendar;
use chrono::NaiveDate;
use rusqlite::Connection;

use crate::{Error, columns, read};

/// A case while its rows are filled.
pub(super) struct CaseFile {
    pub(super) case: CaseId,
    /// What happened, in order.
    pub(super) events: Vec<Recorded<Event>>,
    /// What is true now.
    pub(super) state: State,
    /// Whether particulars came or went, or the case is new.
    pub(super) has_new_texts: bool,
    /// Which days are holidays.
    pub(super) holidays: Arc<Holidays>,
}

impl CaseFile {
    /// Reads a case as it was before a certain entry of the casebook.
    pub(super) fn read(
        db: &Connection,
        case: CaseId,
        before: u64,
        holidays: &Arc<Holidays>,
    ) -> Result<Self, Error> {
        let events = read::recorded_before(db, &case, before)?;
        let state = events.iter().fold(State::default(), fold);
        let holidays = Arc::clone(holidays);
        Ok(Self { case, has_new_texts: events.is_empty(), events, state, holidays })
    }

    /// Adds an event that was just written.
    pub(super) fn push(&mut self, envelope: &Envelope) -> Result<(), Error> {
        read::push_recorded(&mut self.events, envelope)?;
        if let Some(last) = self.events.last() {
            self.state = fold(std::mem::take(&mut self.state), last);
        }
        Ok(())
    }

    /// The number of the first entry of the case, under which its rows stand in every table.
    pub(super) fn no(&self) -> i64 {
        self.events.first().map_or(0, |first| columns::number(first.seq))
    }

    /// The receipt, which is what makes it a case.
    pub(super) fn received(&self) -> Result<&Received, Error> {
        let no_receipt =
            || Error::Envelope { seq: self.events.first().map_or(0, |first| first.seq), part: "kind" };
        self.state.received.as_ref().ok_or_else(no_receipt)
    }

    /// By which days its clocks are run.
    pub(super) fn calendar(&self) -> Calendar {
        self.holidays.calendar_of(&self.state)
    }

    /// The day of the last entry. Clocks are run as of that day, so that a row says the same whenever it is filled.
    pub(super) fn last_recorded_on(&self) -> NaiveDate {
        self.events.iter().map(|event| event.on.max(event.at.date_naive())).max().unwrap_or_default()
    }
}
