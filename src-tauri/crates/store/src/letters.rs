//! Final letters: which a case has, where each is, and which still have to be sent.

use casebook_cases::codes::{Channel, LetterKind, PostalClass};
use casebook_cases::{CaseId, LetterId};
use casebook_personal::Personal;
use chrono::NaiveDate;
use rusqlite::{Connection, Params, Row};

use crate::visible::SecretCases;
use crate::{Error, Store, columns};

/// Where a final letter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LetterState {
    /// Final, still to be sent.
    Final,
    /// Sent.
    Sent,
    /// Never sent and declared void.
    Void,
}

impl LetterState {
    /// Its stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Final => "final",
            Self::Sent => "sent",
            Self::Void => "void",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [Self::Final, Self::Sent, Self::Void].into_iter().find(|state| state.code() == code)
    }
}

/// A final letter. Its bytes are the particular `pdf` of the entry `seq_final`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterRow {
    /// The letter.
    pub letter: LetterId,
    /// Its case.
    pub case: CaseId,
    /// The reference of its case.
    pub reference: String,
    /// The person the case is about; empty if nobody is named.
    pub who: Personal<String>,
    /// What kind it is.
    pub kind: LetterKind,
    /// Its number within the case.
    pub number: u32,
    /// Where it is.
    pub state: LetterState,
    /// The entry that made it final.
    pub seq_final: u64,
    /// The date printed on it.
    pub dated_on: NaiveDate,
    /// Pages of its PDF.
    pub pages: u32,
    /// When it was sent.
    pub sent_on: Option<NaiveDate>,
    /// How it was sent.
    pub channel: Option<Channel>,
    /// The postal class, for post.
    pub class: Option<PostalClass>,
}

impl Store {
    /// A final letter by its id. Letters of secret cases are found too: whoever has the id knows of the case.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn letter(&self, letter: LetterId) -> Result<Option<LetterRow>, Error> {
        let found = self.read(|db| rows(db, "letter_id = ?1", [columns::id(&letter)]))?;
        Ok(found.into_iter().next())
    }

    /// The final letters of a case, by number.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn letters_of(&self, case: CaseId) -> Result<Vec<LetterRow>, Error> {
        self.read(|db| rows(db, "case_row.case_id = ?1 ORDER BY number", [columns::id(&case)]))
    }

    /// The letters that still have to be sent, the longest waiting first. Those of secret cases are left out.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn letters_to_send(&self) -> Result<Vec<LetterRow>, Error> {
        let condition =
            format!("letter.state = 'final' AND {} ORDER BY seq_final", SecretCases::LeftOut.condition());
        self.read(|db| rows(db, &condition, []))
    }
}

fn rows(db: &Connection, condition: &str, parameters: impl Params) -> Result<Vec<LetterRow>, Error> {
    let sql = format!(
        "SELECT letter_id, letter.case_id, reference, who, letter.kind, number, state, seq_final, dated_on, pages, \
         sent_on, channel, postal_class FROM letter JOIN case_row ON case_row.no = letter.case_no WHERE {condition}"
    );
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map(parameters, |row| Ok(to_row(row)))?;
    rows.map(|row| row?).collect()
}

fn to_row(row: &Row<'_>) -> Result<LetterRow, Error> {
    let state: String = row.get(6)?;
    let dated_on: String = row.get(8)?;
    let sent_on: Option<String> = row.get(10)?;
    let channel: Option<String> = row.get(11)?;
    let class: Option<String> = row.get(12)?;
    Ok(LetterRow {
        letter: columns::to_id(row, 0, "letter.letter_id")?,
        case: columns::to_id(row, 1, "letter.case_id")?,
        reference: row.get(2)?,
        who: Personal::new(row.get(3)?),
        kind: columns::to_code(row.get(4)?, "letter.kind")?,
        number: columns::to_small(row.get(5)?, "letter.number")?,
        state: LetterState::from_code(&state).ok_or(Error::Column { column: "letter.state" })?,
        seq_final: columns::to_number(row.get(7)?, "letter.seq_final")?,
        dated_on: columns::to_date(&dated_on, "letter.dated_on")?,
        pages: columns::to_small(row.get(9)?, "letter.pages")?,
        sent_on: columns::to_optional_date(sent_on.as_deref(), "letter.sent_on")?,
        channel: channel.map(|code| columns::to_code(code, "letter.channel")).transpose()?,
        class: class.map(|code| columns::to_code(code, "letter.postal_class")).transpose()?,
    })
}
