//! Statutory clocks beside the library's own addition of a month to the same dates: what pauses, holidays and the
//! working cost on top.

use std::time::Duration;

use casebook_law::clock::{self, Act, Fact, Matter, Settings};
use casebook_law::{Calendar, Nation, Place, Right};
use chrono::{Days, Months, NaiveDate};

use crate::side::{median, ratio, say, timed};

const CLOCKS: u32 = 100_000;
const ROUNDS: usize = 3;

/// When a question went and its answer came, in days after receipt: three pauses that do not touch.
const PAUSES: [(u64, u64); 3] = [(3, 9), (12, 15), (20, 26)];

/// A day of receipt and what happened since.
type Asked = (NaiveDate, [Fact; 6]);

pub(crate) fn measure() {
    let asked = asked();
    let place = Place::Uk(Nation::EnglandAndWales);
    let calendar = Calendar::shipped(place);
    let clocks = || {
        for (received_on, facts) in &asked {
            let (right, settings) = (Right::Access, Settings::default());
            let matter = Matter { right, place, received_on: *received_on, facts, settings };
            let clock = clock::run(&matter, &calendar, *received_on).expect("a clock");
            assert!(std::hint::black_box(clock).due_final.is_some());
        }
    };
    let months = || {
        for (received_on, _) in &asked {
            std::hint::black_box(std::hint::black_box(*received_on).checked_add_months(Months::new(1)));
        }
    };
    let (mut of_months, mut of_clocks) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        of_months.push(timed(months));
        of_clocks.push(timed(clocks));
    }
    let (of_months, of_clocks) = (median(&of_months), median(&of_clocks));
    println!("{CLOCKS} clocks with three pauses each, working and advice included");
    say("chrono adds a month to the same dates", of_months, None);
    say("clocks", of_clocks, Some(of_months));
    let second = ratio(Duration::from_secs(1), of_clocks.0);
    println!("    {:.0} clocks a second", f64::from(CLOCKS) * second);
}

/// Requests of a thousand days, again and again.
fn asked() -> Vec<Asked> {
    let first = NaiveDate::from_ymd_opt(2026, 2, 5).expect("a day");
    let later = |day: NaiveDate, days: u64| day.checked_add_days(Days::new(days)).expect("a day");
    (0..CLOCKS)
        .map(|number| {
            let received_on = later(first, u64::from(number % 1_000));
            let fact = |days, act| Fact { on: later(received_on, days), act };
            let [(a, b), (c, d), (e, f)] = PAUSES;
            let (asks, comes) = (Act::ClarificationAsked, Act::ClarificationReceived);
            let facts = [(a, asks), (b, comes), (c, asks), (d, comes), (e, asks), (f, comes)];
            (received_on, facts.map(|(days, act)| fact(days, act)))
        })
        .collect()
}
