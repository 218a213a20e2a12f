//! How values stand in columns: ids as 16 bytes, dates as `2026-11-22`, numbers as SQLite's signed integers, enums as
//! their stable codes.

use casebook_cases::{CaseId, CasebookId, LetterId, PartyId, PersonId, SearchId, TaskId};
use chrono::NaiveDate;
use rusqlite::Row;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::Error;

/// A number of an entry as a column. Numbers above 2^63 do not exist: a history counts to 2^53 - 1.
pub(crate) fn number(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

/// A number read back.
pub(crate) fn to_number(value: i64, column: &'static str) -> Result<u64, Error> {
    u64::try_from(value).map_err(|_| Error::Column { column })
}

/// A small number read back: a count, a page, a letter's number.
pub(crate) fn to_small(value: i64, column: &'static str) -> Result<u32, Error> {
    u32::try_from(value).map_err(|_| Error::Column { column })
}

/// An id type of the casebook.
pub(crate) trait Id: Sized {
    fn from_uuid(id: Uuid) -> Self;
    fn uuid(&self) -> &Uuid;
}

macro_rules! ids {
    ($($name:ident),+) => {$(
        impl Id for $name {
            fn from_uuid(id: Uuid) -> Self {
                Self::new(id)
            }
            fn uuid(&self) -> &Uuid {
                self.as_uuid()
            }
        }
    )+};
}

ids!(CaseId, CasebookId, LetterId, PartyId, PersonId, SearchId, TaskId);

/// An id as a column.
pub(crate) fn id<I: Id>(id: &I) -> &[u8] {
    id.uuid().as_bytes()
}

/// An id read back.
pub(crate) fn to_id<I: Id>(row: &Row<'_>, index: usize, column: &'static str) -> Result<I, Error> {
    let bytes: [u8; 16] = row.get(index)?;
    if bytes == [0; 16] {
        return Err(Error::Column { column });
    }
    Ok(I::from_uuid(Uuid::from_bytes(bytes)))
}

/// The column of a case: empty for events of no case.
pub(crate) fn case_key(case: Option<&CaseId>) -> &[u8] {
    case.map_or(&[], id)
}

/// A civil date as a column.
pub(crate) fn date(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

/// A civil date read back.
pub(crate) fn to_date(text: &str, column: &'static str) -> Result<NaiveDate, Error> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| Error::Column { column })
}

/// A civil date that may be absent, read back.
pub(crate) fn to_optional_date(text: Option<&str>, column: &'static str) -> Result<Option<NaiveDate>, Error> {
    text.map(|text| to_date(text, column)).transpose()
}

/// The stable code of an enum, which is also its stored form in events.
pub(crate) fn code(value: impl Serialize) -> Result<String, Error> {
    match serde_json::to_value(value).map_err(Error::NoStoredForm)? {
        serde_json::Value::String(code) => Ok(code),
        _ => Err(Error::Column { column: "code" }),
    }
}

/// An enum from its stable code.
pub(crate) fn to_code<T: DeserializeOwned>(code: String, column: &'static str) -> Result<T, Error> {
    serde_json::from_value(serde_json::Value::String(code)).map_err(|_| Error::Column { column })
}
