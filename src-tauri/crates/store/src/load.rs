//! How much is to be done and how well dates were kept: numbers for charts, from the tables alone.

use std::collections::BTreeMap;

use casebook_law::clock::Settings;
use chrono::{Datelike as _, NaiveDate};
use rusqlite::{Connection, Row};

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

/// How many working days the post was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PostTime {
    /// From the day of posting to the last day.
    pub days: u32,
    /// Whether it went second class.
    pub is_second: bool,
}

/// Whether an answer kept its date, apart from how long the post is thought to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeliness {
    /// It went after the last day (TIME-14).
    pub is_late: bool,
    /// What the post was given; `None` for an answer that went another way.
    pub post: Option<PostTime>,
}

const IN_TIME: &str = "in_time";
const LATE: &str = "late";

impl Timeliness {
    /// As it reads with the post margins in force (TIME-13).
    #[must_use]
    pub fn timing(self, settings: &Settings) -> AnswerTiming {
        let is_tight = |post: PostTime| {
            let margin =
                if post.is_second { settings.post_margin_second } else { settings.post_margin_first };
            post.days < margin
        };
        match (self.is_late, self.post) {
            (true, _) => AnswerTiming::Late,
            (false, Some(post)) if is_tight(post) => AnswerTiming::PostedLate,
            (false, _) => AnswerTiming::InTime,
        }
    }

    /// The worse of two answers of one case.
    pub(crate) fn worse(self, other: Self) -> Self {
        let post = match (self.post, other.post) {
            (Some(one), Some(two)) if two.days < one.days => Some(two),
            (one, two) => one.or(two),
        };
        Self { is_late: self.is_late || other.is_late, post }
    }

    pub(crate) const fn code(self) -> &'static str {
        if self.is_late { LATE } else { IN_TIME }
    }

    /// From three columns of `case_row`, the first of them `timing`.
    pub(crate) fn from_row(row: &Row<'_>, first: usize) -> Result<Option<Self>, Error> {
        let code: Option<String> = row.get(first)?;
        let is_late = match code.as_deref() {
            None => return Ok(None),
            Some(IN_TIME) => false,
            Some(LATE) => true,
            Some(_) => return Err(Error::Column { column: "case_row.timing" }),
        };
        let days: Option<i64> = row.get(first + 1)?;
        let is_second: Option<bool> = row.get(first + 2)?;
        let post = days
            .map(|days| {
                let days = columns::to_small(days, "case_row.post_days")?;
                Ok::<_, Error>(PostTime { days, is_second: is_second.unwrap_or_default() })
            })
            .transpose()?;
        Ok(Some(Self { is_late, post }))
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
    /// absent. Secret cases are left out, and so are answers that had no date to keep. What was posted late is told by
    /// the margins of `settings`.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn answers_by_month(
        &self,
        first: NaiveDate,
        settings: &Settings,
    ) -> Result<BTreeMap<(i32, u32), Answers>, Error> {
        self.read(|db| {
            let sql = format!(
                "SELECT answered_on, count(*), timing, post_days, post_is_second FROM case_row WHERE {} \
                 AND answered_on >= ?1 AND timing IS NOT NULL \
                 GROUP BY answered_on, timing, post_days, post_is_second",
                SecretCases::LeftOut.condition()
            );
            let mut months: BTreeMap<(i32, u32), Answers> = BTreeMap::new();
            let mut statement = db.prepare_cached(&sql)?;
            let mut rows = statement.query([columns::date(first)])?;
            while let Some(row) = rows.next()? {
                let day: String = row.get(0)?;
                let day = columns::to_date(&day, "case_row.answered_on")?;
                let count = columns::to_small(row.get(1)?, "count")?;
                let Some(kept) = Timeliness::from_row(row, 2)? else { continue };
                let month = months.entry((day.year(), day.month())).or_default();
                let of_timing = match kept.timing(settings) {
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
