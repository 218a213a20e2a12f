//! An entry of a register, as it is kept.

use casebook_cases::EntryId;
use casebook_cases::codes::{EntryChange, PersonKind, Register};
use casebook_law::civil;
use casebook_personal::Personal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// After how many months an entry wants to be looked at again.
const CHECK_MONTHS: u32 = 12;

/// What an entry says. Facts about the company, but a name of somebody to ask may be among them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Entry {
    /// What it is called.
    pub(crate) name: Personal<String>,
    /// What it holds, is for, or consists of.
    #[serde(skip_serializing_if = "Personal::is_blank")]
    pub(crate) detail: Personal<String>,
    /// Systems: whom to ask.
    #[serde(skip_serializing_if = "Personal::is_blank")]
    pub(crate) owner: Personal<String>,
    /// Systems and recipients: the country.
    #[serde(skip_serializing_if = "Personal::is_blank")]
    pub(crate) country: Personal<String>,
    /// Recipients: what protects the data in another country.
    #[serde(skip_serializing_if = "Personal::is_blank")]
    pub(crate) safeguard: Personal<String>,
    /// Retention: for how long.
    #[serde(skip_serializing_if = "Personal::is_blank")]
    pub(crate) period: Personal<String>,
    /// Retention: why so long.
    #[serde(skip_serializing_if = "Personal::is_blank")]
    pub(crate) reason: Personal<String>,
    /// Systems: after how many days a backup is overwritten.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) backup_days: Option<u32>,
    /// Recipients: works for us and may use the data for our tasks only.
    pub(crate) processor: bool,
    /// The kinds of person it concerns; none means all.
    pub(crate) kinds: Vec<PersonKind>,
    /// From which day on it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) valid_from: Option<NaiveDate>,
    /// The last day on which it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) valid_until: Option<NaiveDate>,
    /// When somebody last looked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) checked_on: Option<NaiveDate>,
    /// The casebook itself (TRUE-1).
    pub(crate) is_casebook: bool,
}

impl Entry {
    /// Whether it concerns this kind of person. While a case does not say who its person is, everything does.
    pub(crate) fn concerns(&self, kind: Option<PersonKind>) -> bool {
        self.kinds.is_empty() || kind.is_none_or(|kind| self.kinds.contains(&kind))
    }

    /// Whether it holds on a day.
    pub(crate) fn holds_on(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && !self.is_over(day)
    }

    /// Whether it held before a day and holds no longer.
    pub(crate) fn is_over(&self, day: NaiveDate) -> bool {
        self.valid_until.is_some_and(|until| until < day)
    }

    /// Whether nobody has looked for a year.
    pub(crate) fn wants_check(&self, today: NaiveDate) -> bool {
        self.checked_on.is_none_or(|checked| is_a_year_ago(checked, today))
    }

    /// Whether it names a country that is not the United Kingdom.
    pub(crate) fn is_abroad(&self) -> bool {
        let country = self.country.reveal().trim().to_lowercase();
        let home = ["", "uk", "gb", "united kingdom", "great britain", "england", "scotland", "wales"];
        !home.contains(&country.as_str()) && country != "northern ireland"
    }
}

/// Whether a day lies twelve months or more before another.
pub(crate) fn is_a_year_ago(day: NaiveDate, today: NaiveDate) -> bool {
    civil::plus_months(day, CHECK_MONTHS).is_some_and(|year| year <= today)
}

/// An entry with its place.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Which register.
    pub(crate) register: Register,
    /// Which entry.
    pub(crate) id: EntryId,
    /// Counts its changes.
    pub(crate) revision: u64,
    /// What it says.
    pub(crate) entry: Entry,
}

/// What is done to an entry.
pub(crate) struct Change {
    /// The entry as it shall be.
    pub(crate) line: Line,
    /// What was done.
    pub(crate) change: EntryChange,
}
