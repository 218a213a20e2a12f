//! The list of bank holidays as the government publishes it: JSON, by division, each with its days (CAL-2).
//!
//! Such a list becomes the whole truth for its years, so it is taken as a whole or not at all: a nation that is missing,
//! a year with a gap or a day that is none refuses it.

use std::collections::{BTreeMap, BTreeSet};

use casebook_law::{Holiday, Nation};
use chrono::{Datelike, NaiveDate};
use serde_json::Value;

use crate::text::one_line;

/// The published list has some thirty kilobytes.
pub const LARGEST_FILE: usize = 1024 * 1024;

/// Years that any calendar knows.
const YEARS: std::ops::RangeInclusive<i32> = 2018..=2099;

/// A longer name is none.
const LONGEST_TITLE: usize = 120;

/// The days of each nation, in order; all three nations.
pub type Listed = BTreeMap<Nation, Vec<Holiday>>;

/// Why a file is no such list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoList {
    /// Larger than [`LARGEST_FILE`].
    TooLarge,
    /// Not JSON, or JSON of something else.
    NotAList,
    /// A nation is missing, or has no days.
    NationMissing(Nation),
    /// A day of a nation (counted from 1) has no date, a date that does not exist, or no name.
    NotADay(Nation, usize),
    /// A day stands twice.
    Twice(Nation, NaiveDate),
    /// A day before 2018 or after 2099.
    Beyond(Nation, NaiveDate),
    /// Years before and after this one have days, and it has none.
    Gap(Nation, i32),
}

impl std::fmt::Display for NoList {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        use casebook_law::words::date;
        match self {
            Self::TooLarge => formatter
                .write_str("The file is larger than 1 MiB, so it is not the published list of bank holidays."),
            Self::NotAList => formatter.write_str(
                "This is not the published list of bank holidays. Save www.gov.uk/bank-holidays.json as it is, then choose \
                 that file.",
            ),
            Self::NationMissing(nation) => {
                write!(formatter, "The list has no days for {}.", nation.name())
            }
            Self::NotADay(nation, number) => {
                write!(formatter, "Day {number} of {} has no date, or no name.", nation.name())
            }
            Self::Twice(nation, day) => {
                write!(formatter, "{} stands twice for {}.", date(*day), nation.name())
            }
            Self::Beyond(nation, day) => write!(
                formatter,
                "The list has {} for {}; days before 2018 and after 2099 are not known here.",
                date(*day),
                nation.name()
            ),
            Self::Gap(nation, year) => {
                write!(formatter, "The list has no days for {} in {year}, but before and after.", nation.name())
            }
        }
    }
}

impl std::error::Error for NoList {}

/// Reads a list.
///
/// # Errors
/// [`NoList`]; nothing of it can be used then.
pub fn read(bytes: &[u8]) -> Result<Listed, NoList> {
    if bytes.len() > LARGEST_FILE {
        return Err(NoList::TooLarge);
    }
    // A byte order mark is no part of the text.
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let list: Value = serde_json::from_slice(text).map_err(|_| NoList::NotAList)?;
    if !Nation::ALL.iter().any(|nation| list.get(division(*nation)).is_some()) {
        return Err(NoList::NotAList);
    }
    Nation::ALL.into_iter().map(|nation| Ok((nation, days(&list, nation)?))).collect()
}

/// The name of a nation in the file.
const fn division(nation: Nation) -> &'static str {
    match nation {
        Nation::EnglandAndWales => "england-and-wales",
        Nation::Scotland => "scotland",
        Nation::NorthernIreland => "northern-ireland",
    }
}

fn days(list: &Value, nation: Nation) -> Result<Vec<Holiday>, NoList> {
    let events =
        list.get(division(nation)).and_then(|division| division.get("events")).and_then(Value::as_array);
    let events = events.filter(|events| !events.is_empty()).ok_or(NoList::NationMissing(nation))?;
    let mut days = Vec::with_capacity(events.len());
    for (index, event) in events.iter().enumerate() {
        let day = day(event).ok_or(NoList::NotADay(nation, index.saturating_add(1)))?;
        if !YEARS.contains(&day.on.year()) {
            return Err(NoList::Beyond(nation, day.on));
        }
        days.push(day);
    }
    days.sort_by_key(|day| day.on);
    if let Some(twice) = days.windows(2).find_map(|two| match two {
        [one, next] if one.on == next.on => Some(one.on),
        _ => None,
    }) {
        return Err(NoList::Twice(nation, twice));
    }
    let years: BTreeSet<i32> = days.iter().map(|day| day.on.year()).collect();
    let all = years.first().zip(years.last()).map(|(first, last)| *first..=*last);
    match all.and_then(|mut all| all.find(|year| !years.contains(year))) {
        Some(gap) => Err(NoList::Gap(nation, gap)),
        None => Ok(days),
    }
}

fn day(event: &Value) -> Option<Holiday> {
    let text = |name| event.get(name).and_then(Value::as_str);
    let on = NaiveDate::parse_from_str(text("date")?, "%Y-%m-%d").ok()?;
    let title = one_line(text("title")?);
    let fits = !title.is_empty() && title.chars().count() <= LONGEST_TITLE;
    // What a substitute day stands for is a note of its own.
    let note = text("notes").map(one_line).unwrap_or_default().to_lowercase();
    let title = if note == "substitute day" { format!("{title} (substitute day)") } else { title };
    fits.then(|| Holiday { on, title: title.into() })
}
