//! The out tray through the door: what the post is given, and printing many letters at once.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use std::fs;
use std::thread;

use casebook_app::ports::PrintProblem;
use casebook_ipc::IpcError;
use casebook_testkit::{
    PaperTray, TestCasebook, about, access_request, filled, new_command, search_everything, with,
};
use serde_json::{Value, json};

fn receive(casebook: &TestCasebook, name: &str) -> Value {
    casebook.must("request_receive", with(access_request(name, "2026-10-27"), json!({ "channel": "post" })))
}

fn final_letter(casebook: &TestCasebook, case: &Value, kind: &str) -> Value {
    let letter = casebook.must("letter_begin", json!({ "case": case["case"], "kind": kind }));
    let enclosed =
        if kind == "L07" { json!([{ "title": "Copy of your data", "pages": 12 }]) } else { json!([]) };
    let letter = casebook.must("letter_keep", with(filled(&letter), json!({ "enclosures": enclosed })));
    let make = json!({
        "commandId": new_command(), "letter": letter["letter"], "revision": letter["revision"],
        "caseVersion": letter["caseVersion"],
    });
    casebook.must("letter_make_final", make)
}

fn rows(casebook: &TestCasebook, state: &str) -> Vec<Value> {
    let tray = casebook.must("tray_read", json!({ "state": state, "order": "address" }));
    tray["rows"].as_array().unwrap().clone()
}

/// A margin of the post in working days, from now on.
fn set_margins(casebook: &TestCasebook, first: u32, second: u32) {
    let mut settings = casebook.must("settings_read", json!({}));
    settings["desk"]["postMarginFirst"] = json!(first);
    settings["desk"]["postMarginSecond"] = json!(second);
    casebook.must("settings_save", settings);
}

/// The last day is Friday 27 November.
#[test]
fn the_safe_day_and_what_was_posted_late_follow_the_margins_of_the_settings() {
    let casebook = TestCasebook::ready("2026-11-24");
    let case = search_everything(&casebook, &receive(&casebook, "Zofia Nowak"));
    assert_eq!(case["clocks"][0]["lastDay"], json!("2026-11-27"));
    let letter = final_letter(&casebook, &case, "L07");
    for (margin, by, words) in [
        (2, "2026-11-25", "Post by Wed 25 Nov (1st class)"),
        (3, "2026-11-24", "Post by Tue 24 Nov (1st class)"),
        (4, "2026-11-23", "Too late for the post to be safe; send it another way"),
    ] {
        set_margins(&casebook, margin, 6);
        let row = &rows(&casebook, "ready")[0];
        assert_eq!((&row["postBy"], &row["postByWords"]), (&json!(by), &json!(words)), "{margin}");
    }
    let version = casebook.must("letter_read", json!({ "letter": letter["letter"] }))["caseVersion"].clone();
    let sent = json!({
        "commandId": new_command(), "letter": letter["letter"], "caseVersion": version, "channel": "post",
        "on": "2026-11-24", "class": "first", "tracking": "", "place": "",
    });
    let case = casebook.must("letter_record_sent", sent);
    assert_eq!(case["advisories"][0]["rule"], json!("TIME-13"), "with a margin of four days");

    let log = casebook.folder.path().join("log.csv");
    for (margin, words, in_log, late) in
        [(4, "Posted late", "\"Yes, posted after the safe day\"", 1), (3, "Answered in time", "\"Yes\"", 0)]
    {
        set_margins(&casebook, margin, 6);
        let list = casebook.must("cases_open", json!({ "filter": "all", "sort": "newest", "text": "" }));
        let shown = casebook.must("cases_rows", json!({ "list": list["list"], "from": 0, "len": 1 }));
        assert_eq!(shown["rows"][0]["leftWords"], json!(words), "{margin}");
        let today = casebook.must("today_read", json!({}));
        assert_eq!(today["answered"].as_array().unwrap().last().unwrap()["postedLate"], json!(late));
        casebook.dialogs.will_answer(&log);
        let year = json!({ "from": "2026-01-01", "to": "2026-12-31", "withNames": false, "job": null });
        casebook.must("sar_log_save", year);
        assert!(fs::read_to_string(&log).unwrap().contains(in_log), "{margin}");
    }
}

fn print(letters: &[&Value], job: Option<&str>) -> Value {
    let letters: Vec<Value> = letters
        .iter()
        .map(|letter| json!({ "commandId": new_command(), "letter": letter["letter"] }))
        .collect();
    json!({ "letters": letters, "queue": PaperTray::QUEUE, "copies": 1, "bothSides": true, "job": job })
}

#[test]
fn many_letters_go_to_a_printer_each_as_it_is_kept_and_each_recorded() {
    let casebook = TestCasebook::ready("2026-10-28");
    let cases = ["Zofia Nowak", "Omar Haddad", "Maya Osei"].map(|name| receive(&casebook, name));
    let letters = cases.each_ref().map(|case| final_letter(&casebook, case, "L01"));
    // A second letter of the first case: both are printed though the first moves its version on.
    let more = final_letter(&casebook, &cases[0], "L00");
    // One of them changed meanwhile, and one was declared void.
    let note = json!({ "what": "noteWritten", "on": "2026-10-28", "text": "Rang." });
    casebook
        .must("case_record", about(&casebook.must("case_read", json!({ "case": cases[1]["case"] })), note));
    let void = casebook.must("letter_read", json!({ "letter": letters[2]["letter"] }));
    let reason = json!({
        "commandId": new_command(), "letter": void["letter"], "caseVersion": void["caseVersion"], "reason": "Wrong.",
    });
    casebook.must("letter_void", reason);

    let request = print(&[&letters[0], &letters[1], &letters[2], &more], None);
    let answer = casebook.must("tray_print", request.clone());
    assert_eq!(answer["recorded"], json!([letters[0]["letter"], letters[1]["letter"], more["letter"]]));
    assert_eq!(answer["failed"][0]["letter"], letters[2]["letter"]);
    assert_eq!(answer["failed"][0]["rule"], json!("SEND-1"));
    let printed = casebook.paper.printed();
    let kept =
        [&letters[0], &letters[1], &more].map(|letter| casebook.bytes(letter["blob"].as_str().unwrap()));
    assert_eq!(printed.iter().map(|sheets| &sheets.pdf).collect::<Vec<_>>(), kept.iter().collect::<Vec<_>>());
    assert!(printed.iter().all(|sheets| sheets.both_sides && sheets.title.starts_with("SR-2026-000")));
    assert_eq!(rows(&casebook, "ready"), Vec::<Value>::new());
    let states: Vec<Value> = rows(&casebook, "printed").iter().map(|row| row["stateWords"].clone()).collect();
    assert_eq!(states, vec![json!("Printed 28 October 2026"); 3]);

    // The same press again puts nothing on paper.
    assert_eq!(casebook.must("tray_print", request)["recorded"], answer["recorded"]);
    assert_eq!(casebook.paper.printed().len(), 3);
    let none = casebook.call("tray_print", print(&[], None));
    assert!(matches!(none, Err(IpcError::Invalid { fields }) if fields[0].field == "letters"));
    let nowhere = with(print(&[&more], None), json!({ "queue": "", "copies": 0 }));
    let Err(IpcError::Invalid { fields }) = casebook.call("tray_print", nowhere) else {
        panic!("no printer")
    };
    assert_eq!(fields.iter().map(|field| field.field.as_str()).collect::<Vec<_>>(), ["copies", "queue"]);
}

#[test]
fn a_printer_that_fails_or_is_stopped_leaves_the_rest_unprinted_and_says_so() {
    let casebook = TestCasebook::ready("2026-10-28");
    let letters =
        ["Zofia Nowak", "Omar Haddad"].map(|name| final_letter(&casebook, &receive(&casebook, name), "L01"));
    let both = [&letters[0], &letters[1]];
    casebook.paper.will_fail(Some(PrintProblem::NoAnswer));
    let answer = casebook.must("tray_print", print(&both, None));
    assert_eq!(answer["recorded"], json!([]));
    let sentences: Vec<&str> =
        answer["failed"].as_array().unwrap().iter().map(|one| one["sentence"].as_str().unwrap()).collect();
    assert!(sentences[0].contains("did not answer in time"), "{sentences:?}");
    assert!(sentences[1].contains("was not sent to the printer"), "{sentences:?}");
    assert_eq!(rows(&casebook, "ready").len(), 2);

    casebook.paper.will_fail(None);
    let held = casebook.progress.hold_up();
    let answer = thread::scope(|scope| {
        let work = scope.spawn(|| casebook.must("tray_print", print(&both, Some("letters"))));
        held.meanwhile(|| drop(casebook.must("job_cancel", json!({ "job": "letters" }))));
        work.join().unwrap()
    });
    assert_eq!(answer["recorded"], json!([]));
    assert!(answer["failed"][1]["sentence"].as_str().unwrap().contains("You stopped"), "{answer}");
    assert_eq!(casebook.paper.printed().len(), 0);

    let answer = casebook.must("tray_print", print(&both, Some("letters")));
    assert_eq!(answer["recorded"].as_array().unwrap().len(), 2, "what was stopped once goes another time");
}

#[test]
fn two_fast_clicks_print_once_and_what_is_refused_leaves_no_paper() {
    let casebook = TestCasebook::ready("2026-11-20");
    let letter = final_letter(&casebook, &receive(&casebook, "Maya Osei"), "L01");
    let version = casebook.must("letter_read", json!({ "letter": letter["letter"] }))["caseVersion"].clone();
    let order = json!({
        "commandId": new_command(), "letter": letter["letter"], "caseVersion": version,
        "queue": PaperTray::QUEUE, "copies": 1, "bothSides": false,
    });
    casebook.paper.will_take(std::time::Duration::from_millis(300));
    std::thread::scope(|scope| {
        let clicks = [(), ()].map(|()| scope.spawn(|| casebook.must("letter_print", order.clone())));
        let shown = clicks.map(|click| click.join().unwrap());
        assert_eq!(shown[0]["version"], shown[1]["version"]);
    });
    assert_eq!(casebook.paper.printed().len(), 1);

    let now = casebook.must("case_read", json!({ "case": letter["case"] }))["version"].clone();
    let void = json!({
        "commandId": new_command(), "letter": letter["letter"], "caseVersion": now, "reason": "Wrong address.",
    });
    casebook.must("letter_void", void);
    let now = casebook.must("case_read", json!({ "case": letter["case"] }))["version"].clone();
    let refused =
        casebook.call("letter_print", with(order, json!({ "commandId": new_command(), "caseVersion": now })));
    assert!(matches!(refused, Err(IpcError::Refused { .. })), "{refused:?}");
    assert_eq!(casebook.paper.printed().len(), 1);
}
