//! Final letters: which a case has, where each is, and which still have to be sent.

use casebook_cases::codes::{Channel, LetterKind, PostalClass, ReturnReason};
use casebook_cases::{CaseId, LetterId};
use casebook_law::Nation;
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
    /// Printed, still to be sent.
    Printed,
    /// Sent.
    Sent,
    /// Sent, and it arrived.
    Delivered,
    /// Sent, and it came back or bounced (POST-1).
    Returned,
    /// Never sent and declared void.
    Void,
}

impl LetterState {
    /// Its stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Final => "final",
            Self::Printed => "printed",
            Self::Sent => "sent",
            Self::Delivered => "delivered",
            Self::Returned => "returned",
            Self::Void => "void",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [Self::Final, Self::Printed, Self::Sent, Self::Delivered, Self::Returned, Self::Void]
            .into_iter()
            .find(|state| state.code() == code)
    }
}

/// A final letter. Its bytes are the particular `pdf` of the entry `seq_final`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterRow {
    /// The letter.
    pub letter: LetterId,
    /// Its case.
    pub case: CaseId,
    /// How many events its case has.
    pub case_version: u64,
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
    /// Since when it is there.
    pub state_on: NaiveDate,
    /// The entry that made it final.
    pub seq_final: u64,
    /// The date printed on it.
    pub dated_on: NaiveDate,
    /// Pages of its PDF.
    pub pages: u32,
    /// The first line of its address; empty once its facts were erased.
    pub addressee: Personal<String>,
    /// Whether it was made to go by an electronic way.
    pub goes_electronically: bool,
    /// When it was sent.
    pub sent_on: Option<NaiveDate>,
    /// How it was sent.
    pub channel: Option<Channel>,
    /// The postal class, for post.
    pub class: Option<PostalClass>,
    /// Why it came back.
    pub returned: Option<ReturnReason>,
    /// Whose holidays count for the dates of its case.
    pub nation: Nation,
    /// The nearest last day of its case, before any extension.
    pub first_last_day: Option<NaiveDate>,
    /// The nearest last day of its case.
    pub last_day: Option<NaiveDate>,
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

    /// The letters in one of these states: those of the nearest last day first, then the longest there; at most `most`
    /// of them. Those of secret cases are left out.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn letters_in(&self, states: &[LetterState], most: u32) -> Result<Vec<LetterRow>, Error> {
        let order = "ORDER BY last_day IS NULL, last_day, state_on, seq_final";
        self.read(|db| rows(db, &in_states(states, order), [most]))
    }

    /// The same, those that came there last first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn letters_lately_in(&self, states: &[LetterState], most: u32) -> Result<Vec<LetterRow>, Error> {
        self.read(|db| rows(db, &in_states(states, "ORDER BY state_on DESC, seq_final DESC"), [most]))
    }

    /// The same, in the order of their addresses: by postcode, then by name.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn letters_by_address(&self, states: &[LetterState], most: u32) -> Result<Vec<LetterRow>, Error> {
        self.read(|db| rows(db, &in_states(states, "ORDER BY address_key, seq_final"), [most]))
    }

    /// How many letters are in each state; those of secret cases are left out.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn count_letters(&self) -> Result<Vec<(LetterState, u32)>, Error> {
        self.read(|db| {
            let sql = format!(
                "SELECT state, count(*) FROM letter JOIN case_row ON case_row.no = letter.case_no WHERE {} \
                 GROUP BY state",
                SecretCases::LeftOut.condition()
            );
            let mut statement = db.prepare_cached(&sql)?;
            let counts = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
            counts
                .map(|count| {
                    let (code, count) = count?;
                    let state =
                        LetterState::from_code(&code).ok_or(Error::Column { column: "letter.state" })?;
                    Ok((state, columns::to_small(count, "count")?))
                })
                .collect()
        })
    }

    /// The letters that still have to be sent, the longest waiting first. Those of secret cases are left out.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn letters_to_send(&self) -> Result<Vec<LetterRow>, Error> {
        let states = [LetterState::Final, LetterState::Printed];
        self.read(|db| rows(db, &in_states(&states, "ORDER BY seq_final"), [u32::MAX]))
    }
}

/// A condition whose parameter is how many rows at most.
fn in_states(states: &[LetterState], order: &str) -> String {
    let codes: Vec<_> = states.iter().map(|state| format!("'{}'", state.code())).collect();
    let visible = SecretCases::LeftOut.condition();
    format!("letter.state IN ({}) AND {visible} {order} LIMIT ?1", codes.join(", "))
}

fn rows(db: &Connection, condition: &str, parameters: impl Params) -> Result<Vec<LetterRow>, Error> {
    let sql = format!(
        "SELECT letter_id, letter.case_id, reference, who, letter.kind, number, state, seq_final, dated_on, pages, \
         sent_on, channel, postal_class, state_on, addressee, returned_why, nation, first_last_day, last_day, \
         goes_electronically, case_row.version \
         FROM letter JOIN case_row ON case_row.no = letter.case_no WHERE {condition}"
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
    let state_on: String = row.get(13)?;
    let returned: Option<String> = row.get(15)?;
    let (first_last_day, last_day): (Option<String>, Option<String>) = (row.get(17)?, row.get(18)?);
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
        state_on: columns::to_date(&state_on, "letter.state_on")?,
        addressee: Personal::new(row.get(14)?),
        goes_electronically: row.get(19)?,
        case_version: columns::to_number(row.get(20)?, "case_row.version")?,
        returned: returned.map(|code| columns::to_code(code, "letter.returned_why")).transpose()?,
        nation: columns::to_code(row.get(16)?, "case_row.nation")?,
        first_last_day: columns::to_optional_date(first_last_day.as_deref(), "case_row.first_last_day")?,
        last_day: columns::to_optional_date(last_day.as_deref(), "case_row.last_day")?,
    })
}
