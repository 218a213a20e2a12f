//! `case_row`: what a list shows of a case.

use casebook_cases::codes::Role;
use casebook_law::clock::Settings;
use casebook_law::{Calendar, Place};
use chrono::NaiveDate;
use rusqlite::{Connection, named_params};

use super::party_index::words_of;
use super::{CaseFile, Projection};
use crate::{Error, columns, particulars};

pub(super) struct CaseRows;

impl Projection for CaseRows {
    const NAME: &'static str = "case_row";
    const VERSION: u32 = 1;
    /// It holds one name, read again each time; that is cheaper than to know whether it changed.
    const READS_PARTICULARS: bool = false;

    fn project(db: &Connection, file: &CaseFile) -> Result<(), Error> {
        let received = file.received()?;
        let state = &file.state;
        let who = who(db, file)?;
        let rights: Vec<_> = received.rights.iter().map(|right| right.code()).collect();
        db.prepare_cached("DELETE FROM case_row WHERE no = ?1")?.execute([file.no()])?;
        // No event makes a case secret yet, so the column is 0; every query asks for it all the same.
        let mut statement = db.prepare_cached(
            "INSERT INTO case_row (no, case_id, reference, kind, who, who_key, rights, status, is_waiting, \
             received_on, last_day, answered_on, closed_on, resolution, version, is_secret) \
             VALUES (:no, :case_id, :reference, :kind, :who, :who_key, :rights, :status, :is_waiting, \
             :received_on, :last_day, :answered_on, :closed_on, :resolution, :version, 0)",
        )?;
        statement.execute(named_params! {
            ":no": file.no(),
            ":case_id": columns::id(&file.case),
            ":reference": received.reference,
            ":kind": received.reference.get(..2).unwrap_or_default(),
            ":who": who,
            ":who_key": words_of(&who),
            ":rights": rights.join(","),
            ":status": state.status().code(),
            ":is_waiting": state.status().is_waiting(),
            ":received_on": columns::date(received.on),
            ":last_day": last_day(file)?.map(columns::date),
            ":answered_on": answered_on(file)?.map(columns::date),
            ":closed_on": state.closed.as_ref().map(|closed| columns::date(closed.on)),
            ":resolution": state.closed.as_ref().map(|closed| columns::code(closed.resolution)).transpose()?,
            ":version": columns::number(state.version),
        })?;
        Ok(())
    }

    fn clear(db: &Connection) -> Result<(), Error> {
        db.execute("DELETE FROM case_row", [])?;
        Ok(())
    }
}

/// The person the data is about, or whoever is first in the case; empty if nobody is named or the name was erased.
fn who(db: &Connection, file: &CaseFile) -> Result<String, Error> {
    let parties = &file.state.parties;
    let party = parties.iter().find(|party| party.role == Role::Subject).or_else(|| parties.first());
    party.map_or_else(|| Ok(String::new()), |party| particulars::text(db, party.known_from, "name"))
}

/// The nearest last day of the rights still to be answered, counted cautiously (TIME-7).
fn last_day(file: &CaseFile) -> Result<Option<NaiveDate>, Error> {
    let calendar = Calendar::shipped(Place::Uk(file.received()?.nation));
    Ok(file.state.last_day(&calendar, Settings::default(), file.last_recorded_on()))
}

/// The day on which the last of the rights was answered, once all are.
fn answered_on(file: &CaseFile) -> Result<Option<NaiveDate>, Error> {
    let days: Option<Vec<NaiveDate>> =
        file.received()?.rights.iter().map(|right| file.state.answered_on(*right)).collect();
    Ok(days.and_then(|days| days.into_iter().max()))
}
