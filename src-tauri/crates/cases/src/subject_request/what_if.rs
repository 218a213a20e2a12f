//! What the clocks would say if something happened that has not. Nothing is recorded, and nothing here can record.

use casebook_law::clock::{Act, Clock, ClockError, Fact};
use casebook_law::{Right, RuleId};
use chrono::NaiveDate;

use super::refusals::closed_already;
use super::{State, Wait, World};
use crate::Refusal;
use crate::codes::Supposed;

/// More than this nobody supposes at once.
const MOST: usize = 10;

/// Something supposed, on its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Supposition {
    /// What.
    pub what: Supposed,
    /// When; today, a day to come, or one that is past.
    pub on: NaiveDate,
}

/// The clock of one right as it is, and as it would be.
#[derive(Clone, Debug)]
pub struct WhatIf {
    /// The right.
    pub right: Right,
    /// Its clock today.
    pub now: Result<Clock, ClockError>,
    /// The same on the day `as_of`, if all that was supposed had happened.
    pub then: Result<Clock, ClockError>,
    /// Today, or the day of the last thing supposed if that is later.
    pub as_of: NaiveDate,
}

impl Supposed {
    const fn act(self) -> Act {
        match self {
            Self::ClarificationAsked => Act::ClarificationAsked,
            Self::ClarificationReceived => Act::ClarificationReceived,
            Self::Extended => Act::Extended,
            Self::IdentityAsked => Act::IdentityAsked,
            Self::IdentityReceived => Act::IdentityReceived,
            Self::AuthorityAsked => Act::AuthorityAsked,
            Self::AuthorityReceived => Act::AuthorityReceived,
            Self::FeeAsked => Act::FeeAsked,
            Self::FeePaid => Act::FeePaid,
            Self::Answered => Act::Answered,
        }
    }
}

impl State {
    /// The clocks of the rights still to be answered, as they are and as they would be.
    ///
    /// # Errors
    /// A [`Refusal`] for a closed case, for one that is answered, and for a day before the request came.
    pub fn what_if(&self, supposed: &[Supposition], world: &World<'_>) -> Result<Vec<WhatIf>, Refusal> {
        if self.closed.is_some() {
            return Err(closed_already());
        }
        let Some(received) = &self.received else { return Ok(Vec::new()) };
        if received.rights.iter().all(|right| self.answered_on(*right).is_some()) {
            return Err(Refusal {
                rule: RuleId::TIME_15,
                reason: "Everything asked for has been answered, so there is no last day left to move.",
                remedy: "Look at the dates as they were in the working.",
            });
        }
        if supposed.iter().any(|each| each.on < received.on) {
            return Err(Refusal {
                rule: RuleId::TIME_6,
                reason: "A day lies before the day on which the request came.",
                remedy: "Enter a later day.",
            });
        }
        if supposed.len() > MOST {
            return Err(Refusal {
                rule: RuleId::TIME_9,
                reason: "More than ten things at once cannot be supposed.",
                remedy: "Take some of them away.",
            });
        }
        let as_of = supposed.iter().map(|each| each.on).fold(world.today, NaiveDate::max);
        let now = self.clocks(world.calendar, world.settings, world.today);
        let facts = supposed.iter().map(|each| Fact { on: each.on, act: each.what.act() });
        let mut then = self.clone();
        then.facts.extend(facts);
        let then = then.clocks(world.calendar, world.settings, as_of);
        let both = now.into_iter().zip(then);
        Ok(both
            .filter(|(now, _)| self.answered_on(now.right).is_none())
            .map(|(now, then)| WhatIf { right: now.right, now: now.clock, then: then.clock, as_of })
            .collect())
    }

    /// What is worth supposing, the likeliest first: what the case waits for, then what could be asked or said.
    #[must_use]
    pub fn supposable(&self) -> Vec<Supposed> {
        let mut first: Vec<Supposed> = self
            .waits()
            .into_iter()
            .map(|wait| match wait {
                Wait::Identity(_) => Supposed::IdentityReceived,
                Wait::Authority(_) => Supposed::AuthorityReceived,
                Wait::Clarification(_) => Supposed::ClarificationReceived,
                Wait::Fee(_) => Supposed::FeePaid,
            })
            .collect();
        first.dedup();
        let others = Supposed::ALL.iter().copied().filter(|each| !first.contains(each));
        first.iter().copied().chain(others).collect()
    }
}
