//! The clock against tables of examples: `tests/fixtures/law/*.csv`, one matter a row.
//!
//! `worked-examples.csv` comes from the rulebook; its dates were found by hand and by two programs apart from this one.
//! The others hold what the rulebook's examples leave out. `jurisdiction` is `UK`, `EU` or `EU edpb`; `nation` is the
//! code of the nation or member state; `events` are `name:date`, divided by semicolons; `none` is no date.
#![expect(clippy::unwrap_used, clippy::panic, reason = "test code may stop at the first surprise")]

mod row;
mod workings;

use casebook_law::clock::{self, Act, Clock, Fact, Matter, Settings, State};
use casebook_law::{Calendar, Nation, Place, Right};
use chrono::NaiveDate;
use row::{Row, rows, written};

/// A column of a table, and what a clock says to it.
type Column = (&'static str, fn(&Clock) -> String);

/// Runs every row of a table and compares the columns named with what the clock says.
fn check(table: &str, columns: &[Column]) -> usize {
    let rows = rows(table);
    let mut wrong = Vec::new();
    for row in &rows {
        let clock = row.run();
        for (column, said) in columns {
            let (expected, said) = (row.cell(column), said(&clock));
            if expected != said {
                wrong.push(format!("{}: {column} should be {expected}, is {said}", row.cell("id")));
            }
        }
        let (due, cautious) = (clock.due_final, clock.cautious_final);
        assert_eq!(due.is_some(), cautious.is_some(), "{}", row.cell("id"));
        assert!(!clock.working.is_empty(), "{} has a working", row.cell("id"));
    }
    assert!(wrong.is_empty(), "{table}:\n{}", wrong.join("\n"));
    rows.len()
}

#[test]
fn all_worked_examples_of_the_rulebook_come_out_as_written() {
    let count = check(
        "worked-examples",
        &[
            ("due_initial", |clock| written(clock.due_initial)),
            ("due_final", |clock| written(clock.due_final)),
        ],
    );
    assert_eq!(count, 70);
}

#[test]
fn dates_the_rulebook_has_no_example_for_come_out_as_reasoned() {
    check(
        "dates",
        &[
            ("due_initial", |clock| written(clock.due_initial)),
            ("due_final", |clock| written(clock.due_final)),
        ],
    );
}

#[test]
fn the_cautious_counting_takes_fewer_days_out() {
    check(
        "cautious",
        &[
            ("due_final", |clock| written(clock.due_final)),
            ("cautious_final", |clock| written(clock.cautious_final)),
        ],
    );
}

#[test]
fn the_state_is_the_first_that_holds() {
    check("states", &[("state", |clock| clock.state.code().to_owned())]);
    for state in State::ALL {
        assert!(rows("states").iter().any(|row| row.cell("state") == state.code()), "{}", state.code());
    }
}

#[test]
fn a_waiting_clock_says_for_what_since_when_and_until_when_if_it_came_today() {
    check(
        "waiting",
        &[
            ("waiting", |clock| {
                let code = |waiting: clock::Waiting| format!("{:?}", waiting.what).to_lowercase();
                clock.waiting.map_or("none".to_owned(), code)
            }),
            ("since", |clock| written(clock.waiting.map(|waiting| waiting.since))),
            ("if_it_came_today", |clock| written(clock.if_it_came_today)),
        ],
    );
}

#[test]
fn target_post_and_notice_follow_from_the_last_day_shown() {
    check(
        "sending",
        &[
            ("target_on", |clock| written(clock.target_on)),
            ("post_by_first", |clock| written(clock.post_by_first)),
            ("post_by_second", |clock| written(clock.post_by_second)),
            ("extension_until", |clock| written(clock.extension_until)),
        ],
    );
}

#[test]
fn an_answer_posted_on_the_last_day_is_reported_apart() {
    let answered = |on: &str| Row::matter("access", "2026-09-01", &format!("answered:{on}")).run();
    assert!(!answered("2026-09-29").answered_after_post_by);
    assert!(answered("2026-09-30").answered_after_post_by);
    assert_eq!(answered("2026-09-30").state, State::AnsweredInTime);
}

#[test]
fn a_date_no_calendar_knows_is_named_and_not_counted() {
    let england = Place::Uk(Nation::EnglandAndWales);
    let calendar = Calendar::shipped(england);
    let error = |received: &str, asked: &str, today: &str| {
        let on = |text: &str| text.parse::<NaiveDate>().unwrap();
        let facts = [Fact { on: on(asked), act: Act::IdentityAsked }];
        let matter = Matter {
            right: Right::Access,
            place: england,
            received_on: on(received),
            facts: &facts,
            settings: Settings::default(),
        };
        clock::run(&matter, &calendar, on(today)).unwrap_err().to_string()
    };
    assert_eq!(
        error("1900-01-01", "2026-09-02", "2026-09-10"),
        "received: 1 January 1900 is outside the years whose holidays are known"
    );
    assert_eq!(
        error("2026-09-01", "9999-12-31", "2026-09-10"),
        "event 1 (id_requested): 31 December 9999 is outside the years whose holidays are known"
    );
    assert_eq!(
        error("2026-09-01", "2026-09-02", "+262142-12-31"),
        "today: 31 December 262142 is outside the years whose holidays are known"
    );
    assert_eq!(
        error("2099-12-10", "2099-12-10", "2099-12-10"),
        "the last day counted from 10 December 2099 falls after the years whose holidays are known"
    );
}

#[test]
fn holidays_of_another_place_are_refused() {
    let matter = Matter {
        right: Right::Access,
        place: Place::Uk(Nation::Scotland),
        received_on: "2026-09-01".parse().unwrap(),
        facts: &[],
        settings: Settings::default(),
    };
    let calendar = Calendar::shipped(Place::Uk(Nation::EnglandAndWales));
    let error = clock::run(&matter, &calendar, matter.received_on).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the matter is due in Scotland, but the holidays given are those of England and Wales"
    );
}

#[test]
fn a_target_beyond_the_last_day_is_the_last_day() {
    let row = Row::matter("access", "2026-09-01", "");
    for days in [40, u32::MAX] {
        let clock = row.run_with(Settings { target_days: days, ..Settings::default() });
        assert_eq!(clock.target_on, clock.cautious_final);
    }
}
