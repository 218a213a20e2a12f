//! How much is to be done and how well dates were kept: numbers for charts, from the tables alone.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};
use rusqlite::Connection;

use crate::visible::SecretCases;
use crate::{Error, Store, columns};

/// Whether an answer kept its date. The worst of a case is the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnswerTiming {
    /// In time.
    InTime,
    /// In time, but posted after the latest safe day, so that it may have arrived late (TIME-13).
    PostedLate,
    /// After the last day (TIME-14).
    Late,
}

impl AnswerTiming {
    /// Its stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::InTime => "in_time",
            Self::PostedLate => "posted_late",
            Self::Late => "late",
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<Self> {
        [Self::InTime, Self::PostedLate, Self::Late].into_iter().find(|timing| timing.code() == code)
    }
}

/// Answers of one month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// [`AnswerTiming::InTime`].
    pub in_time: u32,
    /// [`AnswerTiming::PostedLate`].
    pub posted_late: u32,
    /// [`AnswerTiming::Late`].
    pub late: u32,
}

impl Store {
    /// How many cases were answered in each month from `first` on, by year and month; months without answers are
    /// absent. Secret cases are left out, and so are answers that had no date to keep.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn answers_by_month(&self, first: NaiveDate) -> Result<BTreeMap<(i32, u32), Answers>, Error> {
        self.read(|db| {
            let sql = format!(
                "SELECT answered_on, timing, count(*) FROM case_row WHERE {} AND answered_on >= ?1 \
                 AND timing IS NOT NULL GROUP BY answered_on, timing",
                SecretCases::LeftOut.condition()
            );
            let mut months: BTreeMap<(i32, u32), Answers> = BTreeMap::new();
            let mut statement = db.prepare_cached(&sql)?;
            let mut rows = statement.query([columns::date(first)])?;
            while let Some(row) = rows.next()? {
                let (day, code): (String, String) = (row.get(0)?, row.get(1)?);
                let day = columns::to_date(&day, "case_row.answered_on")?;
                let timing =
                    AnswerTiming::from_code(&code).ok_or(Error::Column { column: "case_row.timing" })?;
                let count = columns::to_small(row.get(2)?, "count")?;
                let month = months.entry((day.year(), day.month())).or_default();
                let of_timing = match timing {
                    AnswerTiming::InTime => &mut month.in_time,
                    AnswerTiming::PostedLate => &mut month.posted_late,
                    AnswerTiming::Late => &mut month.late,
                };
                *of_timing = of_timing.saturating_add(count);
            }
            Ok(months)
        })
    }

    /// How many open and unanswered cases have each last day. Secret cases are left out.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn open_by_last_day(&self) -> Result<BTreeMap<NaiveDate, u32>, Error> {
        self.read(|db| {
            let sql = format!(
                "SELECT last_day, count(*) FROM case_row WHERE {} AND stage = 0 GROUP BY last_day",
                SecretCases::LeftOut.condition()
            );
            days_of(db, &sql)
        })
    }
}

fn days_of(db: &Connection, sql: &str) -> Result<BTreeMap<NaiveDate, u32>, Error> {
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut days = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let day: String = row.get(0)?;
        days.insert(columns::to_date(&day, "case_row.last_day")?, columns::to_small(row.get(1)?, "count")?);
    }
    Ok(days)
}
