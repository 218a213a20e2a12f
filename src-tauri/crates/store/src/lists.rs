//! Lists of cases: filtered, sorted, and read in windows. The order is settled when a list is opened and kept while it
//! is open, so that a row does not jump away under the pointer; what the rows say is always read anew.

use std::collections::VecDeque;
use std::sync::PoisonError;

use casebook_cases::codes::Resolution;
use casebook_cases::subject_request::Status;
use casebook_cases::{CaseId, CaseKind};
use casebook_law::{Nation, Right};
use casebook_personal::Personal;
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension as _, Row, params_from_iter};

use crate::load::Timeliness;
use crate::visible::SecretCases;
use crate::which::{Filter, ListQuery, days};
use crate::{Error, Store, columns, search};

/// So many lists stay open; opening one more closes the oldest.
const MOST_LISTS: usize = 16;

/// The most rows of one window.
const LONGEST_WINDOW: u32 = 200;

/// An open list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ListId(pub u32);

/// A list that was just opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenedList {
    /// For reading its windows.
    pub list: ListId,
    /// How many cases it has.
    pub count: u32,
    /// How many cases there are in all, secret ones only if they were asked for.
    pub all: u32,
}

/// How many cases there are of each sort, as of one day. Secret cases are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// [`Filter::Open`].
    pub open: u32,
    /// [`Filter::Overdue`].
    pub overdue: u32,
    /// [`Filter::DueSoon`].
    pub due_soon: u32,
    /// [`Filter::Waiting`].
    pub waiting: u32,
    /// [`Filter::Closed`].
    pub closed: u32,
}

/// One line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// What kind of matter it is.
    pub kind: CaseKind,
    /// Whose holidays count for its dates.
    pub nation: Nation,
    /// The person the data is about; empty if nobody is named.
    pub who: Personal<String>,
    /// What is asked for.
    pub rights: Vec<Right>,
    /// Where it is.
    pub status: Status,
    /// Since when it waits for somebody else, while it does.
    pub waits_since: Option<NaiveDate>,
    /// When it was received.
    pub received_on: NaiveDate,
    /// The nearest last day before any extension of what is still to be answered.
    pub first_last_day: Option<NaiveDate>,
    /// The nearest last day (cautious counting) of what is still to be answered.
    pub last_day: Option<NaiveDate>,
    /// When the last of its rights was answered, once all are.
    pub answered_on: Option<NaiveDate>,
    /// Whether that kept its date.
    pub timeliness: Option<Timeliness>,
    /// When it was closed.
    pub closed_on: Option<NaiveDate>,
    /// How it ended.
    pub resolution: Option<Resolution>,
    /// How many events it has.
    pub version: u64,
    /// Whether it is secret.
    pub is_secret: bool,
}

/// The lists that are open, each as the numbers of its cases in order.
#[derive(Default)]
pub(crate) struct OpenLists {
    last: u32,
    lists: VecDeque<OpenList>,
}

struct OpenList {
    list: ListId,
    secret: SecretCases,
    cases: Vec<i64>,
}

impl Store {
    /// Opens a list.
    ///
    /// # Errors
    /// If the database cannot be read. No text makes it fail.
    pub fn list_open(&self, query: &ListQuery) -> Result<OpenedList, Error> {
        let (cases, all) = self.read(|db| Ok((cases_of(db, query)?, count_all(db, query.secret)?)))?;
        let count = u32::try_from(cases.len()).unwrap_or(u32::MAX);
        let mut open = self.lists.lock().unwrap_or_else(PoisonError::into_inner);
        open.last = open.last.wrapping_add(1);
        let list = ListId(open.last);
        if open.lists.len() >= MOST_LISTS {
            open.lists.pop_front();
        }
        open.lists.push_back(OpenList { list, secret: query.secret, cases });
        Ok(OpenedList { list, count, all })
    }

    /// Rows of an open list: `len` of them, at most 200, from the one numbered `from` (the first is 0). A case that
    /// became secret meanwhile is left out.
    ///
    /// # Errors
    /// [`Error::NoSuchList`] if the list is no longer open.
    pub fn list_rows(&self, list: ListId, from: u32, len: u32) -> Result<Vec<CaseRow>, Error> {
        let (secret, window) = self.window(list, from, len)?;
        self.read(|db| {
            let sql = format!("SELECT {ROW} FROM case_row WHERE no = ?1 AND {}", secret.condition());
            let mut statement = db.prepare_cached(&sql)?;
            let mut rows = Vec::with_capacity(window.len());
            for case in window {
                rows.extend(statement.query_row([case], |row| Ok(to_row(row))).optional()?.transpose()?);
            }
            Ok(rows)
        })
    }

    /// Closes a list. One that is closed stays closed.
    pub fn list_close(&self, list: ListId) {
        let mut open = self.lists.lock().unwrap_or_else(PoisonError::into_inner);
        open.lists.retain(|known| known.list != list);
    }

    /// The row of one case. Secret cases are found too: whoever has the id knows of the case.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn case_row(&self, case: CaseId) -> Result<Option<CaseRow>, Error> {
        self.read(|db| {
            let sql = format!("SELECT {ROW} FROM case_row WHERE case_id = ?1");
            let mut statement = db.prepare_cached(&sql)?;
            statement.query_row([columns::id(&case)], |row| Ok(to_row(row))).optional()?.transpose()
        })
    }

    /// The first rows of a list that is not kept open, at most `most`, whatever its text.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn first_rows(&self, query: &ListQuery, most: u32) -> Result<Vec<CaseRow>, Error> {
        let (sql, parameters) = query.sql(None);
        self.read(|db| {
            let sql = format!("{} LIMIT {most}", sql.replacen("SELECT no ", &format!("SELECT {ROW} "), 1));
            let mut statement = db.prepare_cached(&sql)?;
            let rows = statement.query_map(params_from_iter(parameters), |row| Ok(to_row(row)))?;
            rows.map(|row| row?).collect()
        })
    }

    /// The cases that wait for somebody else, the longest waiting first, at most `most`. Secret cases are left out.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn longest_waiting(&self, most: u32) -> Result<Vec<CaseRow>, Error> {
        self.read(|db| {
            let sql = format!(
                "SELECT {ROW} FROM case_row WHERE {} AND is_waiting = 1 ORDER BY waits_since, no LIMIT ?1",
                SecretCases::LeftOut.condition()
            );
            let mut statement = db.prepare_cached(&sql)?;
            let rows = statement.query_map([most], |row| Ok(to_row(row)))?;
            rows.map(|row| row?).collect()
        })
    }

    /// How many cases there are of each sort today.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn counts(&self, today: NaiveDate) -> Result<Counts, Error> {
        self.read(|db| {
            let count = |filter: Filter| {
                let sql = format!(
                    "SELECT count(*) FROM case_row WHERE {} AND {} AND ?1 <= ?2",
                    SecretCases::LeftOut.condition(),
                    filter.condition()
                );
                let count = db.prepare_cached(&sql)?.query_row(days(today), |row| row.get(0))?;
                columns::to_small(count, "count")
            };
            Ok(Counts {
                open: count(Filter::Open)?,
                overdue: count(Filter::Overdue)?,
                due_soon: count(Filter::DueSoon)?,
                waiting: count(Filter::Waiting)?,
                closed: count(Filter::Closed)?,
            })
        })
    }

    fn window(&self, list: ListId, from: u32, len: u32) -> Result<(SecretCases, Vec<i64>), Error> {
        let open = self.lists.lock().unwrap_or_else(PoisonError::into_inner);
        let known = open.lists.iter().find(|known| known.list == list).ok_or(Error::NoSuchList)?;
        let (from, len) = (from as usize, len.min(LONGEST_WINDOW) as usize);
        Ok((known.secret, known.cases.iter().skip(from).take(len).copied().collect()))
    }
}

/// Up to so many cases found by words are looked at one by one; of more, the whole list is walked along instead.
const FEW: usize = 5_000;

fn cases_of(db: &Connection, query: &ListQuery) -> Result<Vec<i64>, Error> {
    let Some(found) = search::cases_with(db, query.text.reveal())? else {
        return numbers(db, &query.sql(None));
    };
    if found.len() <= FEW {
        let list: Vec<_> = found.iter().map(ToString::to_string).collect();
        return numbers(db, &query.sql(Some(format!("[{}]", list.join(",")))));
    }
    let mut cases = numbers(db, &query.sql(None))?;
    cases.retain(|case| found.binary_search(case).is_ok());
    Ok(cases)
}

fn numbers(db: &Connection, (sql, parameters): &(String, Vec<String>)) -> Result<Vec<i64>, Error> {
    let mut statement = db.prepare_cached(sql)?;
    let numbers = statement.query_map(params_from_iter(parameters), |row| row.get(0))?;
    Ok(numbers.collect::<Result<_, _>>()?)
}

fn count_all(db: &Connection, secret: SecretCases) -> Result<u32, Error> {
    let sql = format!("SELECT count(*) FROM case_row WHERE {}", secret.condition());
    columns::to_small(db.prepare_cached(&sql)?.query_row([], |row| row.get(0))?, "count")
}

/// The columns that [`to_row`] reads.
pub(crate) const ROW: &str = "case_row.case_id, reference, case_row.kind, nation, who, rights, status, waits_since, \
                              received_on, first_last_day, last_day, answered_on, timing, post_days, \
                              post_is_second, closed_on, resolution, version, is_secret";

/// A row whose first columns are [`ROW`].
pub(crate) fn to_row(row: &Row<'_>) -> Result<CaseRow, Error> {
    let text = |index| row.get_ref(index)?.as_str().map_err(rusqlite::Error::from);
    let optional = |index| row.get_ref(index)?.as_str_or_null().map_err(rusqlite::Error::from);
    let rights = text(5)?.split(',').filter(|code| !code.is_empty());
    let resolution: Option<String> = row.get(16)?;
    Ok(CaseRow {
        case: columns::to_id(row, 0, "case_row.case_id")?,
        reference: row.get(1)?,
        kind: CaseKind::from_code(text(2)?).ok_or(Error::Column { column: "case_row.kind" })?,
        nation: columns::to_code(row.get(3)?, "case_row.nation")?,
        who: Personal::new(row.get(4)?),
        rights: rights
            .map(|code| Right::from_code(code).ok_or(Error::Column { column: "case_row.rights" }))
            .collect::<Result<_, _>>()?,
        status: Status::from_code(text(6)?).ok_or(Error::Column { column: "case_row.status" })?,
        waits_since: columns::to_optional_date(optional(7)?, "case_row.waits_since")?,
        received_on: columns::to_date(text(8)?, "case_row.received_on")?,
        first_last_day: columns::to_optional_date(optional(9)?, "case_row.first_last_day")?,
        last_day: columns::to_optional_date(optional(10)?, "case_row.last_day")?,
        answered_on: columns::to_optional_date(optional(11)?, "case_row.answered_on")?,
        timeliness: Timeliness::from_row(row, 12)?,
        closed_on: columns::to_optional_date(optional(15)?, "case_row.closed_on")?,
        resolution: resolution.map(|code| columns::to_code(code, "case_row.resolution")).transpose()?,
        version: columns::to_number(row.get(17)?, "case_row.version")?,
        is_secret: row.get(18)?,
    })
}
