//! `sar_log`: what the register of requests says of a case beyond its row in lists (REP-1).

use casebook_cases::codes::Role;
use casebook_cases::common::Event as Common;
use casebook_cases::subject_request::Event as Request;
use casebook_cases::{Event, State};
use casebook_law::clock::Settings;
use chrono::NaiveDate;
use rusqlite::{Connection, named_params};

use super::{CaseFile, Projection};
use crate::sar_log::Outcome;
use crate::{Error, columns};

pub(super) struct SarLog;

impl Projection for SarLog {
    const NAME: &'static str = "sar_log";
    const VERSION: u32 = 1;
    const READS_PARTICULARS: bool = false;

    fn project(db: &Connection, file: &CaseFile) -> Result<(), Error> {
        let received = file.received()?;
        let state = &file.state;
        let days = Days::of(file);
        let exemptions = exemptions(state);
        db.prepare_cached("DELETE FROM sar_log WHERE case_no = ?1")?.execute([file.no()])?;
        let mut statement = db.prepare_cached(
            "INSERT INTO sar_log (case_no, requester, person_kind, channel, logged_on, acknowledged_on, \
             identity_asked_on, identity_shown_on, clarification_asked_on, clarification_received_on, extended_on, \
             extended_because, due_on, outcome, exemptions, pages) VALUES (:case_no, :requester, :person_kind, \
             :channel, :logged_on, :acknowledged_on, :identity_asked_on, :identity_shown_on, \
             :clarification_asked_on, :clarification_received_on, :extended_on, :extended_because, :due_on, \
             :outcome, :exemptions, :pages)",
        )?;
        let date = |day: Option<NaiveDate>| day.map(columns::date);
        statement.execute(named_params! {
            ":case_no": file.no(),
            ":requester": columns::code(requester(state))?,
            ":person_kind": received.person_kind.map(columns::code).transpose()?,
            ":channel": columns::code(received.channel)?,
            ":logged_on": columns::date(received.logged_on),
            ":acknowledged_on": date(state.acknowledged_on),
            ":identity_asked_on": date(days.identity_asked),
            ":identity_shown_on": date(state.identity.map(|shown| shown.on)),
            ":clarification_asked_on": date(days.clarification_asked),
            ":clarification_received_on": date(days.clarification_received),
            ":extended_on": date(days.extended),
            ":extended_because": days.extended_because,
            ":due_on": date(due(file)?),
            ":outcome": Outcome::of(state).map(Outcome::code),
            ":exemptions": exemptions,
            ":pages": pages(file),
        })?;
        Ok(())
    }

    fn clear(db: &Connection) -> Result<(), Error> {
        db.execute("DELETE FROM sar_log", [])?;
        Ok(())
    }
}

/// Who asked: whoever acts for the person if somebody does.
fn requester(state: &State) -> Role {
    let is_there = |role: &Role| state.parties.iter().any(|party| party.role == *role);
    [Role::Representative, Role::ParentOrGuardian, Role::Requester]
        .into_iter()
        .find(is_there)
        .unwrap_or(Role::Subject)
}

/// The nearest statutory last day of the rights asked for, pauses counted literally (REP-2).
fn due(file: &CaseFile) -> Result<Option<NaiveDate>, Error> {
    let clocks = file.state.clocks(&file.calendar(), Settings::default(), file.last_recorded_on());
    Ok(clocks.into_iter().filter_map(|each| each.clock.ok()?.due_final).min())
}

/// The exemptions on which something stays, each once, with commas between their codes.
fn exemptions(state: &State) -> String {
    let decided = state.groups.iter().filter_map(|group| group.decided?.exemption);
    let mut codes: Vec<&str> = decided.map(|exemption| exemption.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes.join(",")
}

/// Pages that went out with the answer: those of the pack, or those enclosed with the answers that were sent.
fn pages(file: &CaseFile) -> Option<u32> {
    let state = &file.state;
    if state.answers.is_empty() {
        return None;
    }
    if let Some(pack) = &state.pack {
        return Some(pack.pages);
    }
    let enclosed = file.events.iter().filter_map(|recorded| match &recorded.event {
        Event::Common(Common::LetterFinalised { letter, enclosed_pages, .. }) => {
            let sent = state.letter(*letter)?;
            (sent.kind.answers() && sent.stage.sent().is_some()).then_some(*enclosed_pages)
        }
        _ => None,
    });
    enclosed.reduce(u32::saturating_add)
}

/// Days of the first of each kind of event, and of the last answer to a question.
#[derive(Default)]
struct Days {
    identity_asked: Option<NaiveDate>,
    clarification_asked: Option<NaiveDate>,
    clarification_received: Option<NaiveDate>,
    extended: Option<NaiveDate>,
    extended_because: Option<String>,
}

impl Days {
    /// Entries that were corrected do not count.
    fn of(file: &CaseFile) -> Self {
        let mut days = Self::default();
        let counts = |case_seq: &u64| !file.state.struck.contains(case_seq);
        for recorded in file.events.iter().filter(|recorded| counts(&recorded.case_seq)) {
            let on = recorded.on;
            let first = |day: &mut Option<NaiveDate>| *day = Some(day.map_or(on, |known| known.min(on)));
            match &recorded.event {
                Event::Request(Request::IdentityAsked { .. }) => first(&mut days.identity_asked),
                Event::Request(Request::ClarificationAsked { .. }) => first(&mut days.clarification_asked),
                Event::Request(Request::ClarificationReceived { .. }) => {
                    days.clarification_received = days.clarification_received.max(Some(on));
                }
                Event::Request(Request::ExtensionNotified { reason, .. }) => {
                    first(&mut days.extended);
                    days.extended_because = columns::code(*reason).ok();
                }
                _ => {}
            }
        }
        days
    }
}
