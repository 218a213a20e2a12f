//! What becomes of a case: the things that happen in it, and when.

use casebook_law::civil;
use chrono::{Datelike, NaiveDate, Weekday};

use crate::chance::Chance;

/// One thing that happens, and when.
pub(crate) struct Turn {
    pub(crate) on: NaiveDate,
    pub(crate) case: usize,
    pub(crate) what: What,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    Arrives,
    Acknowledged,
    IdentityAsked,
    IdentityReceived,
    ClarificationAsked,
    ClarificationReceived,
    Extended,
    Withdrawn,
    SearchesAsked,
    SearchReported,
    OtherSearchReported,
    TaskSet,
    Drafted,
    MadeFinal,
    Answered,
    Closed,
}

/// What becomes of one case: most are answered in good time, some late, some wait for somebody.
pub(crate) fn fate(arrives: NaiveDate, case: usize, chance: &mut Chance) -> Vec<Turn> {
    let mut turns = vec![Turn { on: arrives, case, what: What::Arrives }];
    let mut day = arrives;
    let mut later = |days: u32, what: What, turns: &mut Vec<Turn>| {
        day = working_day(civil::plus_days(day, days).unwrap_or(day));
        turns.push(Turn { on: day, case, what });
    };
    if chance.percent(60) {
        later(1 + chance.below(3), What::Acknowledged, &mut turns);
    }
    if chance.percent(20) {
        later(1 + chance.below(4), What::IdentityAsked, &mut turns);
        // Some never answer; their cases wait on the desk.
        if chance.percent(10) {
            return turns;
        }
        later(4 + chance.below(12), What::IdentityReceived, &mut turns);
    } else if chance.percent(15) {
        later(2 + chance.below(3), What::ClarificationAsked, &mut turns);
        later(3 + chance.below(9), What::ClarificationReceived, &mut turns);
    }
    if chance.percent(4) {
        later(3 + chance.below(9), What::Withdrawn, &mut turns);
        later(1 + chance.below(4), What::Closed, &mut turns);
        return turns;
    }
    later(1, What::SearchesAsked, &mut turns);
    if chance.percent(12) {
        later(0, What::TaskSet, &mut turns);
    }
    if chance.percent(5) {
        later(2, What::Extended, &mut turns);
    }
    later(1 + chance.below(5), What::SearchReported, &mut turns);
    later(1 + chance.below(7), What::OtherSearchReported, &mut turns);
    let is_late = chance.percent(7);
    let days = if is_late { 32 + chance.below(9) } else { 1 + chance.below(8) };
    later(days, What::Drafted, &mut turns);
    later(1, What::MadeFinal, &mut turns);
    later(chance.below(2), What::Answered, &mut turns);
    later(2 + chance.below(12), What::Closed, &mut turns);
    turns
}

fn working_day(day: NaiveDate) -> NaiveDate {
    let days = match day.weekday() {
        Weekday::Sat => 2,
        Weekday::Sun => 1,
        _ => 0,
    };
    civil::plus_days(day, days).unwrap_or(day)
}
