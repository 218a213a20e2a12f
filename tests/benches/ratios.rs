//! Speed as ratios of things measured side by side in one run. Machines differ and are busy; a ratio tells whether one way
//! is dearer than another. Nothing here passes or fails.

#![expect(clippy::disallowed_methods, reason = "a benchmark looks at the time")]
#![expect(clippy::print_stdout, reason = "a benchmark prints")]
#![expect(clippy::indexing_slicing, reason = "a JSON value answers null for a name it does not have")]

use std::time::{Duration, Instant};

use casebook_testkit::{PASSPHRASE, TestCasebook, command_id};
use serde_json::{Value, json};

/// Something to be timed, with its name; it is told which round it is.
type Timed<'a> = (&'a str, &'a mut dyn FnMut(u32));

/// Runs the two in turn and prints their medians and the ratio.
fn compare(title: &str, rounds: u32, (one, first): Timed<'_>, (other, second): Timed<'_>) {
    let (mut ones, mut others) = (Vec::new(), Vec::new());
    for round in 0..rounds {
        ones.push(timed(|| first(round)));
        others.push(timed(|| second(round)));
    }
    let (ones, others) = (median(ones), median(others));
    let ratio = others.as_secs_f64() / ones.as_secs_f64().max(f64::EPSILON);
    println!("{title}");
    println!("    {one:<44} {ones:>12.2?}");
    println!("    {other:<44} {others:>12.2?}   × {ratio:.1}");
}

fn timed(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn request(number: u64) -> Value {
    json!({
        "commandId": command_id(number), "receivedOn": "2026-10-27", "channel": "email", "receivedBy": "",
        "rights": ["access"], "text": "A copy, please.", "name": "Zofia Żółkiewska-Brown", "salutation": "",
        "address": ["1 Mill Lane", "HARLOW", "CM20 1AA"], "email": "", "phone": "", "theirReference": "",
    })
}

fn main() {
    let mut casebook = TestCasebook::ready("2026-10-28");
    let case = casebook.must("request_receive", request(1));
    let query = json!({ "filter": "all", "sort": "mostUrgent", "text": "" });
    let mut next = 1_000;
    compare(
        "One case",
        30,
        ("reading it", &mut |_| drop(casebook.must("case_read", json!({ "case": case["case"] })))),
        ("recording a new one, on the disk", &mut |_| {
            next += 1;
            drop(casebook.must("request_receive", request(next)));
        }),
    );
    let draw = |kind: &str| {
        let letter = casebook.must("letter_begin", json!({ "case": case["case"], "kind": kind }));
        casebook.bytes(letter["blob"].as_str().unwrap_or_default())
    };
    compare(
        "Drawing a letter",
        10,
        ("the acknowledgement, one page", &mut |_| drop(draw("L01"))),
        ("the access answer, three pages", &mut |_| drop(draw("L07"))),
    );
    compare(
        "A list of cases",
        10,
        ("a window of 30 rows", &mut |_| {
            let list = casebook.must("cases_open", query.clone());
            drop(casebook.must("cases_rows", json!({ "list": list["list"], "from": 0, "len": 30 })));
        }),
        ("the same, found by a word", &mut |_| {
            let found = json!({ "filter": "all", "sort": "mostUrgent", "text": "zofia" });
            let list = casebook.must("cases_open", found);
            drop(casebook.must("cases_rows", json!({ "list": list["list"], "from": 0, "len": 30 })));
        }),
    );
    let unlock = json!({ "passphrase": PASSPHRASE, "recoveryKey": null });
    let opened = timed(|| {
        casebook.restart();
        drop(casebook.must("casebook_unlock", unlock));
    });
    println!("Unlocking a test casebook (64 MiB, a quarter of the product's cost): {opened:.2?}");
}
