//! Today, tasks, the out tray and people alike, through the door.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use casebook_testkit::{TestCasebook, about, access_request};
use serde_json::{Value, json};

fn receive(casebook: &TestCasebook, name: &str, on: &str) -> Value {
    casebook.must("request_receive", access_request(name, on))
}

fn section<'a>(today: &'a Value, key: &str) -> &'a Value {
    today["sections"].as_array().unwrap().iter().find(|section| section["key"] == json!(key)).unwrap()
}

#[test]
fn today_sorts_what_wants_doing_into_its_sections() {
    let casebook = TestCasebook::ready("2026-11-20");
    receive(&casebook, "Maya Osei", "2026-10-12");
    let soon = receive(&casebook, "Zofia Nowak", "2026-10-23");
    casebook.must("task_set", about(&soon, json!({ "what": "Ring the bank.", "due": "2026-11-23" })));
    let today = casebook.must("today_read", json!({}));
    for (key, who) in [("overdue", "Maya Osei"), ("dueSoon", "Zofia Nowak"), ("tasks", "Zofia Nowak")] {
        let section = section(&today, key);
        assert_eq!((&section["count"], &section["more"]), (&json!(1), &json!(0)), "{key}");
        assert_eq!(section["rows"][0]["who"], json!(who), "{key}");
    }
    assert_eq!(section(&today, "tasks")["rows"][0]["what"], json!("Ring the bank."));
    assert_eq!(section(&today, "waiting")["count"], json!(0));
    assert_eq!(today["due"][0]["count"], json!(1), "overdue: {}", today["due"]);
    assert_eq!(today["answered"].as_array().unwrap().len(), 12);
    let tasks = casebook.must("tasks_read", json!({ "case": soon["case"] }));
    assert_eq!(tasks["rows"].as_array().unwrap().len(), 1);
}

#[test]
fn somebody_of_the_same_name_and_postcode_is_found_while_typing() {
    let casebook = TestCasebook::ready("2026-11-20");
    let first = receive(&casebook, "Zofia Żółkiewska", "2026-10-12");
    let alike = casebook
        .must("people_alike", json!({ "name": "zofia zolkiewska", "email": "", "address": ["cm61bg"] }));
    assert_eq!(alike["rows"][0]["why"], json!("same name and postcode"));
    let second = receive(&casebook, "Zofia Zolkiewska", "2026-11-19");
    let earlier = casebook.must("case_earlier", json!({ "case": second["case"] }));
    assert_eq!(earlier["rows"][0]["case"], first["case"]);
    assert_eq!(earlier["lastAnswer"], json!(""), "nobody has said that it is the same person");
}

#[test]
fn somebody_typed_in_another_form_is_found_and_strangers_are_not() {
    let casebook = TestCasebook::ready("2026-11-20");
    receive(&casebook, "Zofia Maria Żółkiewska", "2026-10-12");
    let why = |name: &str, address: Value| -> Vec<Value> {
        let alike = casebook.must("people_alike", json!({ "name": name, "email": "", "address": address }));
        alike["rows"].as_array().unwrap().iter().map(|row| row["why"].clone()).collect()
    };
    assert_eq!(why("Ms Zolkiewska, Zofia Maria", json!([])), [json!("same name")]);
    assert_eq!(why("zofia zolkiewska", json!([])), [json!("similar name")]);
    assert_eq!(why("Z Zolkiewska", json!(["cm6 1bg"])), [json!("similar name, same postcode")]);
    assert_eq!(why("Omar Haddad", json!(["cm6 1bg"])), [json!("same postcode")]);
    assert_eq!(why("Z Zolkiewska", json!([])), Vec::<Value>::new());
    assert_eq!(why("Zofia Nowak", json!([])), Vec::<Value>::new());
}

#[test]
fn a_draft_lies_in_the_out_tray() {
    let casebook = TestCasebook::ready("2026-11-20");
    let case = receive(&casebook, "Maya Osei", "2026-11-12");
    casebook.must("letter_begin", json!({ "case": case["case"], "kind": "L01" }));
    let tray = casebook.must("tray_read", json!({ "state": "draft", "order": "urgent" }));
    assert_eq!(tray["counts"]["draft"], json!(1));
    assert_eq!(tray["rows"][0]["to"], json!("Maya Osei"));
}

#[test]
fn a_computer_whose_clock_was_set_back_is_named_until_it_is_right_again() {
    let casebook = TestCasebook::ready("2026-11-05");
    let case = receive(&casebook, "Maya Osei", "2026-10-12");
    let warning = || casebook.must("today_read", json!({}))["timeWarning"].clone();
    assert_eq!(warning(), json!(null));
    casebook.time.set("2026-11-03");
    let said = "The computer’s clock says Tuesday 3 November 2026, but an entry was made on Thursday 5 November 2026.";
    assert!(warning().as_str().unwrap().starts_with(said), "{}", warning());
    let record = |case: &Value| {
        let note = json!({ "what": "noteWritten", "on": "2026-11-03", "text": "Rang." });
        casebook.must("case_record", about(case, note))
    };
    let first = record(&case);
    assert!(
        first["advisories"][0]["sentence"].as_str().unwrap().starts_with(said),
        "{}",
        first["advisories"]
    );
    // What was recorded meanwhile does not hide it.
    let second = record(&first);
    assert_eq!(second["advisories"], first["advisories"]);
    assert_eq!(second["version"], json!(case["version"].as_u64().unwrap() + 2), "nothing was refused");
    casebook.time.set("2026-11-05");
    assert_eq!(warning(), json!(null));
    assert_eq!(record(&second)["advisories"], json!([]));
}
