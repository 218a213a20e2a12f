//! Holidays as dated data and what-if, through the door of the window.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use std::fs;
use std::path::PathBuf;

use casebook_ipc::{IpcError, Topic};
use casebook_testkit::{TestCasebook, about, access_request};
use serde_json::{Value, json};

fn receive(casebook: &TestCasebook, name: &str, on: &str) -> Value {
    casebook.must("request_receive", access_request(name, on))
}

fn read(casebook: &TestCasebook, case: &Value) -> Value {
    casebook.must("case_read", json!({ "case": case["case"] }))
}

fn last_day(casebook: &TestCasebook, case: &Value) -> Value {
    read(casebook, case)["clocks"][0]["lastDay"].clone()
}

fn published() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/holidays/bank-holidays.json");
    fs::read_to_string(path).unwrap()
}

/// The published list with one more day in England and Wales, as a file that the next dialog answers.
fn choose(casebook: &TestCasebook, change: impl FnOnce(&mut Value)) -> Result<Value, IpcError> {
    let mut list: Value = serde_json::from_str(&published()).unwrap();
    change(&mut list);
    let path: PathBuf = casebook.folder.path().join("bank-holidays.json");
    fs::write(&path, serde_json::to_vec(&list).unwrap()).unwrap();
    casebook.dialogs.will_answer(&path);
    casebook.call("holidays_choose", json!({})).map(|outcome| outcome.value)
}

fn one_more(list: &mut Value) {
    let day = json!({ "title": "A day for everyone", "date": "2026-12-01", "notes": "", "bunting": true });
    list["england-and-wales"]["events"].as_array_mut().unwrap().push(day);
}

fn set(casebook: &TestCasebook, revision: u64, day: &str, is_holiday: bool) -> Result<Value, IpcError> {
    let request = json!({
        "revision": revision, "place": "EW", "day": day, "isHoliday": is_holiday, "title": "A day for everyone",
        "source": "The King",
    });
    casebook.call("holiday_set", request).map(|outcome| outcome.value)
}

fn rule(error: IpcError) -> String {
    let IpcError::Refused { refused } = error else { panic!("{error:?}") };
    refused.rule
}

#[test]
fn a_list_is_held_against_the_one_in_force_before_it_is_taken_over() {
    let mut casebook = TestCasebook::ready("2026-11-20");
    let open = receive(&casebook, "Maya Osei", "2026-11-01");
    let other = receive(&casebook, "Zofia Nowak", "2026-11-02");
    let shut = receive(&casebook, "Ben Marsh", "2026-11-01");
    let close = json!({ "resolution": "openedInError", "reason": "Twice." });
    let shut = casebook.must("case_close", about(&shut, close));

    let chosen = choose(&casebook, one_more).unwrap();
    assert_eq!(chosen["differences"].as_array().unwrap().len(), 1);
    let difference = &chosen["differences"][0];
    assert_eq!((&difference["place"], &difference["isAdded"]), (&json!("England and Wales"), &json!(true)));
    let moves = chosen["moves"].as_array().unwrap();
    assert_eq!(moves.len(), 1, "{moves:?}");
    assert_eq!((&moves[0]["who"], &moves[0]["now"]), (&json!("Maya Osei"), &json!("Wed 2 Dec 2026")));
    assert_eq!(last_day(&casebook, &open), json!("2026-12-01"), "nothing was changed yet");

    let apply = json!({ "revision": chosen["revision"], "sha256": chosen["sha256"], "source": "GOV.UK" });
    let outcome = casebook.call("holidays_apply", apply.clone()).unwrap();
    assert_eq!(outcome.value["sentence"], json!("The list was taken over. 1 last day moved."));
    assert!(outcome.topics.contains(&Topic::Holidays));
    assert_eq!(last_day(&casebook, &open), json!("2026-12-02"));
    assert_eq!(last_day(&casebook, &other), json!("2026-12-02"), "2 December as before");
    assert_eq!(last_day(&casebook, &shut), json!("2026-12-01"), "a closed case never moves");
    let again = casebook.call("holidays_apply", apply);
    assert!(matches!(again, Err(IpcError::NotFound { .. })), "{again:?}");

    let history = read(&casebook, &open)["history"].to_string();
    assert!(
        history.contains("The last day of Access moved from 1 December 2026 to 2 December 2026."),
        "{history}"
    );
    assert!(!read(&casebook, &other)["history"].to_string().contains("moved from"));
    assert!(!read(&casebook, &shut)["history"].to_string().contains("moved from"));
    let basis = |case| read(&casebook, case)["clocks"][0]["basisWords"].to_string();
    assert!(basis(&open).contains("Holiday list read in on 20 November 2026"));
    assert!(basis(&shut).contains("Holiday list of 21 August 2026"));

    casebook.restart();
    casebook.unlock();
    assert_eq!(last_day(&casebook, &open), json!("2026-12-02"), "it is in the history, not in memory");
    let rows = casebook.must("today_read", json!({}))["due"].to_string();
    assert!(!rows.is_empty());

    let reopened = casebook.must("case_reopen", about(&shut, json!({ "reason": "Not twice after all." })));
    assert_eq!(reopened["clocks"][0]["lastDay"], json!("2026-12-02"));
    assert!(reopened["advisories"].to_string().contains("holidays changed while the case was closed"));
    assert!(reopened["history"].to_string().contains("moved from 1 December 2026 to 2 December 2026"));
}

#[test]
fn the_published_list_changes_nothing_and_counts_as_a_look() {
    let casebook = TestCasebook::ready("2027-01-04");
    let before = casebook.must("holidays_read", json!({}));
    assert!(before["warnings"][0].as_str().unwrap().contains("in 2027"), "{}", before["warnings"]);
    let chosen = choose(&casebook, |_| ()).unwrap();
    assert_eq!((&chosen["differences"], &chosen["moves"]), (&json!([]), &json!([])));
    assert!(chosen["sentence"].as_str().unwrap().contains("2019 to 2028"));
    let apply = json!({ "revision": 0, "sha256": chosen["sha256"], "source": "GOV.UK" });
    let view = casebook.must("holidays_apply", apply)["view"].clone();
    assert_eq!(view["warnings"], json!([]));
    assert_eq!(view["checked"], json!("Last looked for a newer list on 4 January 2027."));
}

#[test]
fn what_is_no_list_or_lacks_a_nation_is_refused_with_a_sentence() {
    let casebook = TestCasebook::ready("2026-11-20");
    let problem = |error: IpcError| {
        let IpcError::Invalid { fields } = error else { panic!("{error:?}") };
        (fields[0].field.clone(), fields[0].message.clone())
    };
    let lacking = choose(&casebook, |list| drop(list["scotland"].take())).unwrap_err();
    assert_eq!(problem(lacking), ("file".to_owned(), "The list has no days for Scotland.".to_owned()));
    let nothing = choose(&casebook, |list| *list = json!({ "events": [] })).unwrap_err();
    assert!(problem(nothing).1.contains("not the published list"));
    let cancelled = casebook.call("holidays_choose", json!({}));
    assert!(matches!(cancelled, Err(IpcError::Cancelled)), "{cancelled:?}");
    assert_eq!(casebook.must("holidays_read", json!({}))["revision"], json!(0));
}

#[test]
fn a_day_set_by_hand_moves_open_cases_and_can_be_taken_back() {
    let casebook = TestCasebook::ready("2026-11-20");
    let case = receive(&casebook, "Maya Osei", "2026-11-01");
    let after = set(&casebook, 0, "2026-12-01", true).unwrap();
    assert_eq!(after["sentence"], json!("The holiday was added. 1 last day moved."));
    let days = after["view"]["places"][0]["days"].as_array().unwrap();
    let day = days.iter().find(|day| day["on"] == "2026-12-01").unwrap();
    assert_eq!(
        (&day["title"], &day["note"]),
        (&json!("A day for everyone"), &json!("Added by hand: The King"))
    );
    assert_eq!(last_day(&casebook, &case), json!("2026-12-02"));
    assert!(matches!(set(&casebook, 0, "2026-12-03", true), Err(IpcError::Conflict { .. })));
    assert_eq!(rule(set(&casebook, 1, "2026-12-01", true).unwrap_err()), "CAL-2");
    assert_eq!(rule(set(&casebook, 1, "2026-12-05", true).unwrap_err()), "CAL-2");
    let back = set(&casebook, 1, "2026-12-01", false).unwrap();
    assert_eq!(back["sentence"], json!("The holiday was taken away. 1 last day moved."));
    assert_eq!(last_day(&casebook, &case), json!("2026-12-01"));
    let checked = casebook.must("holidays_confirm", json!({ "revision": 2 }));
    assert_eq!(checked["view"]["revision"], json!(3));
    let blank = json!({
        "revision": 3, "place": "EW", "day": "2026-12-01", "isHoliday": true, "title": " ", "source": "",
    });
    let Err(IpcError::Invalid { fields }) = casebook.call("holiday_set", blank) else { panic!("refused") };
    assert_eq!(fields.iter().map(|field| field.field.as_str()).collect::<Vec<_>>(), ["source", "title"]);
}

#[test]
fn the_end_of_the_list_is_announced_a_year_before() {
    let casebook = TestCasebook::ready("2028-01-03");
    let warnings = casebook.must("holidays_read", json!({}))["warnings"].to_string();
    assert!(warnings.contains("end on 31 December 2028"), "{warnings}");
    let today = casebook.must("today_read", json!({}));
    assert_eq!(today["holidays"].to_string(), warnings, "the first screen says so too");
    casebook.must("holidays_confirm", json!({ "revision": 0 }));
    assert_eq!(casebook.must("today_read", json!({}))["holidays"].as_array().unwrap().len(), 1);
}

#[test]
fn what_if_says_which_dates_would_follow_and_records_nothing() {
    let casebook = TestCasebook::ready("2026-11-20");
    let case = receive(&casebook, "Maya Osei", "2026-11-18");
    let ask = |supposed: Value| {
        let request = json!({ "case": case["case"], "supposed": supposed });
        casebook.call("case_what_if", request).map(|outcome| outcome.value)
    };
    let now = ask(json!([])).unwrap();
    assert_eq!(now["rows"][0]["sentence"], json!("The last day would stay Friday 18 December 2026."));
    assert_eq!(now["choices"][0], json!("clarification_asked"));
    let asked = ask(json!([{ "what": "clarification_asked", "on": "2026-11-20" }])).unwrap();
    assert_eq!(
        asked["rows"][0]["sentence"],
        json!(
            "There would be no last day until an answer to our question comes. If it came on 20 November 2026, the \
             last day would be Friday 18 December 2026."
        )
    );
    let answered = ask(json!([
        { "what": "clarification_asked", "on": "2026-11-20" },
        { "what": "clarification_received", "on": "2026-11-25" },
    ]));
    assert_eq!(
        answered.unwrap()["rows"][0]["sentence"],
        json!(
            "The last day would move from Friday 18 December 2026 to Wednesday 23 December 2026, 5 days later."
        )
    );
    let extended = ask(json!([{ "what": "extended", "on": "2026-11-20" }])).unwrap();
    assert_eq!(extended["rows"][0]["clock"]["lastDay"], json!("2027-02-18"));
    assert!(!extended["rows"][0]["clock"]["working"].as_array().unwrap().is_empty());
    let early = ask(json!([{ "what": "identity_asked", "on": "2026-11-17" }])).unwrap_err();
    assert_eq!(rule(early), "TIME-6");
    let after = read(&casebook, &case);
    assert_eq!((&after["version"], &after["clocks"]), (&case["version"], &case["clocks"]));
}
