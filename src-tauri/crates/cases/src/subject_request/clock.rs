//! The clocks of a subject request: one for each right.

use casebook_law::clock::{self, Act, Clock, ClockError, Fact, Matter, Settings};
use casebook_law::{Calendar, Place, Right};
use chrono::NaiveDate;

use super::State;

/// One right and its clock.
#[derive(Clone, Debug)]
pub struct RightClock {
    /// The right.
    pub right: Right,
    /// Its clock, or why there cannot be one.
    pub clock: Result<Clock, ClockError>,
}

impl State {
    /// The clock of each right, in the order asked. Always computed anew from dated facts (TIME-9); `today` decides
    /// only what is said of it, never a date.
    #[must_use]
    pub fn clocks(&self, calendar: &Calendar, settings: Settings, today: NaiveDate) -> Vec<RightClock> {
        let Some(received) = &self.received else { return Vec::new() };
        received
            .rights
            .iter()
            .map(|right| {
                let mut facts = self.facts.clone();
                facts.extend(self.answered_on(*right).map(|on| Fact { on, act: Act::Answered }));
                let matter = Matter {
                    right: *right,
                    place: Place::Uk(received.nation),
                    received_on: received.on,
                    facts: &facts,
                    settings,
                };
                RightClock { right: *right, clock: clock::run(&matter, calendar, today) }
            })
            .collect()
    }

    /// The nearest last day (cautious counting, what the screen shows) of the rights not yet answered.
    #[must_use]
    pub fn last_day(&self, calendar: &Calendar, settings: Settings, today: NaiveDate) -> Option<NaiveDate> {
        self.clocks(calendar, settings, today)
            .into_iter()
            .filter(|each| self.answered_on(each.right).is_none())
            .filter_map(|each| each.clock.ok().and_then(|clock| clock.cautious_final))
            .min()
    }
}
