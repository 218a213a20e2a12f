//! `letter`: every final letter of a case, and where it is. Drafts of letters are drafts, not rows of this table.

use casebook_cases::Event;
use casebook_cases::common::Event as Common;
use casebook_cases::subject_request::{LetterProgress, LetterStage};
use chrono::NaiveDate;
use rusqlite::{Connection, named_params};

use super::{CaseFile, Projection};
use crate::letters::LetterState;
use crate::{Error, columns};

pub(super) struct Letters;

impl Projection for Letters {
    const NAME: &'static str = "letter";
    const VERSION: u32 = 1;
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
    let (state, sent) = match letter.stage {
        LetterStage::Final => (LetterState::Final, None),
        LetterStage::Sent { on, channel, class } => (LetterState::Sent, Some((on, channel, class))),
        LetterStage::Void => (LetterState::Void, None),
    };
    let mut statement = db.prepare_cached(
        "INSERT INTO letter (letter_id, case_no, case_id, kind, number, state, seq_final, dated_on, pages, sent_on, \
         channel, postal_class) VALUES (:letter_id, :case_no, :case_id, :kind, :number, :state, :seq_final, \
         :dated_on, :pages, :sent_on, :channel, :postal_class)",
    )?;
    statement.execute(named_params! {
        ":letter_id": columns::id(&letter.letter),
        ":case_no": file.no(),
        ":case_id": columns::id(&file.case),
        ":kind": columns::code(letter.kind)?,
        ":number": letter.number,
        ":state": state.code(),
        ":seq_final": columns::number(letter.finalised_at),
        ":dated_on": columns::date(printed.dated_on),
        ":pages": printed.pages,
        ":sent_on": sent.map(|(on, ..)| columns::date(on)),
        ":channel": sent.map(|(_, channel, _)| columns::code(channel)).transpose()?,
        ":postal_class": sent.and_then(|(.., class)| class).map(columns::code).transpose()?,
    })?;
    Ok(())
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
