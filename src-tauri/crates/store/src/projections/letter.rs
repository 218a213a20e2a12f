//! `letter`: every final letter of a case, and where it is. Drafts of letters are drafts, not rows of this table.

use casebook_cases::Event;
use casebook_cases::common::Event as Common;
use casebook_cases::subject_request::{LetterProgress, LetterStage};
use chrono::NaiveDate;
use rusqlite::{Connection, named_params};
use serde::Deserialize;

use super::party_index::{Keys, words_of};
use super::{CaseFile, Projection};
use crate::letters::LetterState;
use crate::{Error, columns, particulars};

pub(super) struct Letters;

impl Projection for Letters {
    const NAME: &'static str = "letter";
    const VERSION: u32 = 3;
    /// It holds one address, read again each time, as `case_row` does.
    const READS_PARTICULARS: bool = false;

    fn project(db: &Connection, file: &CaseFile) -> Result<(), Error> {
        db.prepare_cached("DELETE FROM letter WHERE case_no = ?1")?.execute([file.no()])?;
        file.state.letters.iter().try_for_each(|letter| insert(db, file, letter))
    }

    fn clear(db: &Connection) -> Result<(), Error> {
        db.execute("DELETE FROM letter", [])?;
        Ok(())
    }
}

fn insert(db: &Connection, file: &CaseFile, letter: &LetterProgress) -> Result<(), Error> {
    let printed = printed(file, letter);
    let facts = facts(db, letter)?;
    let address = &facts.addressee.lines;
    let (state, state_on, returned) = match letter.stage {
        LetterStage::Final => (LetterState::Final, letter.final_on, None),
        LetterStage::Printed { on } => (LetterState::Printed, on, None),
        LetterStage::Sent(sent) => (LetterState::Sent, sent.on, None),
        LetterStage::Delivered { on, .. } => (LetterState::Delivered, on, None),
        LetterStage::Returned { on, reason, .. } => (LetterState::Returned, on, Some(reason)),
        LetterStage::Void => (LetterState::Void, letter.final_on, None),
    };
    let sent = letter.stage.sent();
    let mut statement = db.prepare_cached(
        "INSERT INTO letter (letter_id, case_no, case_id, kind, number, state, state_on, seq_final, dated_on, pages, \
         addressee, address_key, goes_electronically, sent_on, channel, postal_class, returned_why) VALUES (:letter_id, :case_no, \
         :case_id, :kind, :number, :state, :state_on, :seq_final, :dated_on, :pages, :addressee, :address_key, \
         :goes_electronically, :sent_on, :channel, :postal_class, :returned_why)",
    )?;
    statement.execute(named_params! {
        ":letter_id": columns::id(&letter.letter),
        ":case_no": file.no(),
        ":case_id": columns::id(&file.case),
        ":kind": columns::code(letter.kind)?,
        ":number": letter.number,
        ":state": state.code(),
        ":state_on": columns::date(state_on),
        ":seq_final": columns::number(letter.finalised_at),
        ":dated_on": columns::date(printed.dated_on),
        ":pages": printed.pages,
        ":addressee": address.first().cloned().unwrap_or_default(),
        ":address_key": address_key(address),
        ":goes_electronically": facts.electronic,
        ":sent_on": sent.map(|sent| columns::date(sent.on)),
        ":channel": sent.map(|sent| columns::code(sent.channel)).transpose()?,
        ":postal_class": sent.and_then(|sent| sent.class).map(columns::code).transpose()?,
        ":returned_why": returned.map(columns::code).transpose()?,
    })?;
    Ok(())
}

/// As much of a letter's facts as is wanted here.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Facts {
    /// To whom it is addressed, name first.
    addressee: Lines,
    /// It goes by an electronic way.
    electronic: bool,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Lines {
    lines: Vec<String>,
}

/// What the letter was made from; nothing once it was erased.
fn facts(db: &Connection, letter: &LetterProgress) -> Result<Facts, Error> {
    let facts = particulars::text(db, letter.finalised_at, "facts")?;
    Ok(serde_json::from_str(&facts).unwrap_or_default())
}

/// Sorts letters by where they go: by postcode, then by the lines from the name on.
fn address_key(lines: &[String]) -> String {
    let address = lines.join("\n");
    words_of(&format!("{} {address}", Keys::of("", "", &address).postcode))
}

/// What stands on the paper and is not part of the case's state.
struct Printed {
    dated_on: NaiveDate,
    pages: u32,
}

fn printed(file: &CaseFile, progress: &LetterProgress) -> Printed {
    let of_event = file.events.iter().find_map(|recorded| match &recorded.event {
        Event::Common(Common::LetterFinalised { letter, dated_on, pages, .. })
            if *letter == progress.letter =>
        {
            Some(Printed { dated_on: *dated_on, pages: *pages })
        }
        _ => None,
    });
    of_event.unwrap_or(Printed { dated_on: progress.final_on, pages: 0 })
}
