//! Which days are holidays, and how that changes.

use casebook_law::Place;
use casebook_personal::Personal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A place with holidays of its own: a nation of the United Kingdom, or a member state of the European Union.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
pub enum PlaceCode {
    /// England and Wales.
    #[serde(rename = "EW")]
    EnglandAndWales,
    /// Scotland.
    #[serde(rename = "SC")]
    Scotland,
    /// Northern Ireland.
    #[serde(rename = "NI")]
    NorthernIreland,
    /// Ireland.
    #[serde(rename = "IE")]
    Ireland,
    /// France.
    #[serde(rename = "FR")]
    France,
}

/// One day of a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct HolidayRow {
    /// The day.
    pub on: NaiveDate,
    /// "Fri 25 Dec 2026".
    pub words: String,
    /// Its name; empty for a day that is no holiday any more.
    pub title: String,
    /// Where it comes from, if not from the list in force: "Added by hand: City council.", "A forecast."
    pub note: String,
    /// Whether it is a holiday; a day that was taken away by hand is shown too, so that it can be put back.
    pub is_holiday: bool,
}

/// The holidays of one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct HolidayPlace {
    /// Which place.
    #[ts(as = "PlaceCode")]
    pub place: Place,
    /// Its name.
    pub name: String,
    /// The list in force and how far it goes, as a sentence.
    pub list: String,
    /// The days of this year and of the years a clock may reach, in order.
    pub days: Vec<HolidayRow>,
}

/// The holidays, and whether they want looking after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct HolidaysView {
    /// Counts the changes.
    #[ts(type = "number")]
    pub revision: u64,
    /// When somebody last looked for a new list, as a sentence.
    pub checked: String,
    /// What to do about it, as sentences; none if nothing is to be done.
    pub warnings: Vec<String>,
    /// Every place; that of the office comes first.
    pub places: Vec<HolidayPlace>,
}

/// One difference between the list in force and a chosen one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct HolidayDifference {
    /// The place's name.
    pub place: String,
    /// The day.
    pub on: NaiveDate,
    /// "Mon 7 Jun 2027".
    pub words: String,
    /// Its name.
    pub title: String,
    /// Whether it becomes a holiday; else it ceases to be one.
    pub is_added: bool,
}

/// A last day that moves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LastDayMove {
    /// The case.
    #[ts(type = "string")]
    pub case: casebook_cases::CaseId,
    /// Its reference.
    pub reference: String,
    /// Whom it is about.
    #[ts(as = "String")]
    pub who: Personal<String>,
    /// "Access".
    pub right: String,
    /// "Mon 7 Jun 2027".
    pub was: String,
    /// "Tue 8 Jun 2027".
    pub now: String,
}

/// What a chosen list would change. Nothing has been changed yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct HolidaysChosen {
    /// The revision that it was held against.
    #[ts(type = "number")]
    pub revision: u64,
    /// SHA-256 of the file, by which it is taken over.
    pub sha256: String,
    /// What the list holds, as a sentence.
    pub sentence: String,
    /// Days that differ.
    pub differences: Vec<HolidayDifference>,
    /// Last days of open cases that would move, the first of them.
    pub moves: Vec<LastDayMove>,
    /// How many more would.
    pub more_moves: u32,
}

/// The chosen list is taken over.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct HolidaysApply {
    /// The revision on screen.
    #[ts(type = "number")]
    pub revision: u64,
    /// SHA-256 of the file on screen.
    pub sha256: String,
    /// Where it comes from.
    #[ts(as = "String")]
    pub source: Personal<String>,
}

/// A day is made a holiday, or none.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct HolidaySet {
    /// The revision on screen.
    #[ts(type = "number")]
    pub revision: u64,
    /// Where.
    #[ts(as = "PlaceCode")]
    pub place: Place,
    /// Which day.
    pub day: NaiveDate,
    /// Whether it becomes a holiday.
    pub is_holiday: bool,
    /// Its name; empty for a day that becomes none.
    #[ts(as = "String")]
    pub title: Personal<String>,
    /// Who says so.
    #[ts(as = "String")]
    pub source: Personal<String>,
}

/// Somebody looked, and nothing new was published.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct HolidaysConfirm {
    /// The revision on screen.
    #[ts(type = "number")]
    pub revision: u64,
}

/// The holidays after a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct HolidaysChanged {
    /// What was done, and how many last days moved, as a sentence.
    pub sentence: String,
    /// As they are now.
    pub view: HolidaysView,
}
