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
        .ok_or_else(|| fault("right", "this is no right; write for example access"))?;
    let place = place(&question.jurisdiction, &question.nation)?;
    let received_on =
        date(&question.received).ok_or_else(|| fault("received", "write the date as 2026-09-01"))?;
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
    let shape = || fault("event", "write events as name:date, for example id_requested:2026-09-02");
    let (name, day) = event.split_once(':').ok_or_else(shape)?;
    let on = date(day).ok_or_else(shape)?;
    let name = name.trim();
    match Act::from_name(name) {
        Some(act) => Ok(Some(Fact { on, act })),
        None if Act::is_silent_name(name) => Ok(None),
        None => Err(fault(
            "event",
            "there is no event of this name; the names are those of the rulebook, for example clar_requested",
        )),
    }
}

fn date(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok()
}
