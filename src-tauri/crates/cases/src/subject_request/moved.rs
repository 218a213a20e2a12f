//! Last days that another list of holidays moves (CAL-2).

use casebook_law::Calendar;
use casebook_law::clock::Settings;
use chrono::NaiveDate;

use super::{Event, State};
use crate::Happened;
use crate::codes::MovedBy;

/// One event for each right whose last day is another by the new calendar. None for a case that is closed: what it was
/// closed with stands.
#[must_use]
pub fn moved(
    state: &State,
    (was, now): (&Calendar, &Calendar),
    settings: Settings,
    today: NaiveDate,
    (why, list): (MovedBy, u64),
) -> Vec<Happened<crate::Event>> {
    if state.closed.is_some() && why != MovedBy::Reopened {
        return Vec::new();
    }
    let before = state.clocks(was, settings, today);
    let after = state.clocks(now, settings, today);
    let last_days = |clock: Result<casebook_law::clock::Clock, _>| {
        let clock = clock.ok()?;
        clock.cautious_final.zip(clock.due_final)
    };
    before
        .into_iter()
        .zip(after)
        .filter_map(|(before, after)| {
            let (was, due_was) = last_days(before.clock)?;
            let (now, due_now) = last_days(after.clock)?;
            let event = Event::LastDayMoved { right: before.right, was, now, due_was, due_now, why, list };
            ((was, due_was) != (now, due_now)).then(|| Happened::new(today, event.into()))
        })
        .collect()
}
