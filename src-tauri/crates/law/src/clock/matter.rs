//! What a clock is asked about: one right, one place, the day of receipt, what happened since, and a few settings.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::act::{Act, Fact};
use super::error::ClockError;
use crate::calendar::Calendar;
use crate::place::Place;
use crate::rights::Right;

/// One right that was asked for, with all that happened to it (MULTI-1: a case with several rights is several matters).
#[derive(Clone, Copy, Debug)]
pub struct Matter<'a> {
    /// What was asked for.
    pub right: Right,
    /// Where the answer is due.
    pub place: Place,
    /// The day it reached the organisation, by any route (TIME-6).
    pub received_on: NaiveDate,
    /// What happened, in any order. Days are put in order; within one day the order given is kept.
    pub facts: &'a [Fact],
    /// What the DPO has set.
    pub settings: Settings,
}

/// The choices a clock leaves to the DPO.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How many days after the start to aim for (TIME-1), pauses left out. Never later than the last day.
    pub target_days: u32,
    /// Working days a first class letter needs (TIME-13).
    pub post_margin_first: u32,
    /// Working days a second class letter needs (TIME-13).
    pub post_margin_second: u32,
    /// Whether a clock under EU law can wait (TIME-EU).
    pub eu_suspension: EuSuspension,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            target_days: 20,
            post_margin_first: 2,
            post_margin_second: 4,
            eu_suspension: EuSuspension::default(),
        }
    }
}

/// What waiting does to a clock under EU law (TIME-EU).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EuSuspension {
    /// Nothing: the text knows no pause.
    #[default]
    None,
    /// Identity and clarification count as under UK law, as the European Data Protection Board tolerates.
    Edpb,
}

impl Matter<'_> {
    /// The facts by day, the order within a day kept. Fails on the first day the calendar cannot speak for.
    pub(super) fn facts_in_order(&self, calendar: &Calendar) -> Result<Vec<Fact>, ClockError> {
        if calendar.place() != self.place {
            return Err(ClockError::AnotherPlace { matter: self.place, calendar: calendar.place() });
        }
        if !calendar.knows(self.received_on) {
            return Err(ClockError::ReceivedOutsideData { on: self.received_on });
        }
        if let Some((index, fact)) = self.facts.iter().enumerate().find(|(_, fact)| !calendar.knows(fact.on))
        {
            return Err(ClockError::FactOutsideData { index, act: fact.act.name(), on: fact.on });
        }
        let mut facts = self.facts.to_vec();
        facts.sort_by_key(|fact| fact.on);
        Ok(facts)
    }

    /// What people call it: a request or a complaint.
    pub(super) const fn noun(&self) -> &'static str {
        if matches!(self.right, Right::Complaint) { "complaint" } else { "request" }
    }

    /// Whether an act answers this matter. Acknowledging is enough for a complaint, and so is its outcome (COMP-3).
    pub(super) const fn is_answered_by(&self, act: Act) -> bool {
        match act {
            Act::Answered => true,
            Act::Acknowledged => matches!(self.right, Right::Complaint),
            _ => false,
        }
    }
}
