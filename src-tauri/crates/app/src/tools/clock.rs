//! The clock of one matter, from texts: for the command line.

use casebook_law::clock::{self, Act, Clock, Fact, Matter, Settings};
use casebook_law::{Calendar, Place, Right};
use chrono::NaiveDate;

/// What is asked, as typed.
#[derive(Clone, Debug, Default)]
pub struct ClockQuestion {
    /// `access`.
    pub right: String,
    /// `UK` or `EU`.
    pub jurisdiction: String,
    /// `EW`, `SC`, `NI`; for the EU `IE`, `FR`.
    pub nation: String,
    /// `2026-09-01`.
    pub received: String,
    /// `id_requested:2026-09-02`.
    pub events: Vec<String>,
}

/// What is wrong with a question: the field, and a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field, by its name on the command line.
    pub field: &'static str,
    /// What is wrong and what to write.
    pub sentence: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}: {}", self.field, self.sentence)
    }
}

fn fault(field: &'static str, sentence: impl Into<String>) -> Fault {
    Fault { field, sentence: sentence.into() }
}

/// Reads the question and runs the clock.
///
/// # Errors
/// A [`Fault`] that names the field.
pub fn clock(question: &ClockQuestion, today: NaiveDate) -> Result<Clock, Fault> {
    let right = Right::from_code(question.right.trim())
        .ok_or_else(|| fault("right", format!("this is no right; write one of {}", rights())))?;
    let place = place(&question.jurisdiction, &question.nation)?;
    let received_on = date(&question.received).map_err(|wrong| fault("received", wrong.sentence()))?;
    let mut facts = Vec::new();
    for event in question.events.iter().map(|event| event.trim()).filter(|event| !event.is_empty()) {
        facts.extend(fact(event)?);
    }
    let matter = Matter { right, place, received_on, facts: &facts, settings: Settings::default() };
    clock::run(&matter, &Calendar::shipped(place), today).map_err(|error| fault("dates", error.to_string()))
}

fn place(jurisdiction: &str, nation: &str) -> Result<Place, Fault> {
    let place = Place::from_code(nation.trim())
        .ok_or_else(|| fault("nation", "write EW, SC or NI; for the EU write IE or FR"))?;
    match (jurisdiction.trim(), place) {
        ("UK", Place::Uk(_)) | ("EU", Place::Eu(_)) => Ok(place),
        ("UK" | "EU", _) => Err(fault("nation", "this place is not in that jurisdiction")),
        _ => Err(fault("jurisdiction", "write UK or EU")),
    }
}

/// An event that a clock cares about, or nothing for one it does not.
fn fact(event: &str) -> Result<Option<Fact>, Fault> {
    let (name, day) = event
        .split_once(':')
        .ok_or_else(|| fault("event", "write events as name:date, for example id_requested:2026-09-02"))?;
    let name = name.trim();
    let act = Act::from_name(name);
    if act.is_none() && !Act::is_silent_name(name) {
        let known = Act::names().collect::<Vec<_>>().join(", ");
        return Err(fault(
            "event",
            format!("there is no event of this name; the names that move a clock are {known}"),
        ));
    }
    let on = date(day).map_err(|wrong| fault("event", format!("of {name}: {}", wrong.sentence())))?;
    Ok(act.map(|act| Fact { on, act }))
}

fn rights() -> String {
    Right::ALL.iter().map(|right| right.code()).collect::<Vec<_>>().join(", ")
}

/// A day as it is typed.
///
/// # Errors
/// What is wrong with it, as a sentence.
pub fn day(text: &str) -> Result<NaiveDate, &'static str> {
    date(text).map_err(|wrong| wrong.sentence())
}

/// What is wrong with a date.
enum DateFault {
    /// It is not written as one.
    Shape,
    /// It is written as one, and the calendar has no such day.
    NoSuchDay,
}

impl DateFault {
    const fn sentence(&self) -> &'static str {
        match self {
            Self::Shape => "write the date as year-month-day, for example 2026-09-01",
            Self::NoSuchDay => {
                "the calendar has no such day; write a month from 01 to 12 and a day that this month has, for example \
                 2026-02-28"
            }
        }
    }
}

fn date(text: &str) -> Result<NaiveDate, DateFault> {
    let text = text.trim();
    let parts: Vec<usize> = text.split('-').map(str::len).collect();
    let is_shaped = matches!(parts.as_slice(), [4, 1 | 2, 1 | 2]);
    if !is_shaped || !text.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit()) {
        return Err(DateFault::Shape);
    }
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| DateFault::NoSuchDay)
}
