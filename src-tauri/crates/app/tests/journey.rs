//! One access request the whole way, through the same door as the window: received, answered, posted, closed, exported.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use casebook_ipc::{IpcError, UnavailableCode};
use casebook_testkit::{
    PASSPHRASE, TestCasebook, about, access_request, filled, new_command, search_everything, with,
};
use serde_json::{Value, json};

fn request() -> Value {
    let zofia = json!({
        "channel": "post", "salutation": "Dear Ms Żółkiewska-Brown", "email": "zofia@mill-lane.example",
    });
    with(access_request("Zofia Żółkiewska-Brown", "2026-10-27"), zofia)
}

fn answer(casebook: &TestCasebook, case: &Value) -> Value {
    let case = search_everything(casebook, case);
    let letter = casebook.must("letter_begin", json!({ "case": case["case"], "kind": "L07" }));
    let enclosed = json!({ "enclosures": [{ "title": "Copy of your data", "pages": 12 }] });
    let letter = casebook.must("letter_keep", with(filled(&letter), enclosed));
    let blocking: Vec<&Value> =
        letter["gates"].as_array().unwrap().iter().filter(|gate| gate["blocks"] == json!(true)).collect();
    assert!(blocking.is_empty(), "{blocking:#?}");
    casebook.must(
        "letter_make_final",
        json!({
            "commandId": new_command(),
            "letter": letter["letter"],
            "revision": letter["revision"],
            "caseVersion": letter["caseVersion"],
        }),
    )
}

fn sent(letter: &Value) -> Value {
    json!({
        "commandId": new_command(),
        "letter": letter["letter"],
        "caseVersion": letter["caseVersion"],
        "channel": "post",
        "on": "2026-11-20",
        "class": "first",
        "tracking": "",
    })
}

#[test]
fn a_request_is_answered_posted_closed_exported_and_still_there_after_a_restart() {
    let mut casebook = TestCasebook::ready("2026-10-28");
    let case = casebook.must("request_receive", request());
    assert_eq!(case["reference"], json!("SR-2026-0001-X"), "{}", case["reference"]);
    assert_eq!(case["clocks"][0]["lastDay"], json!("2026-11-27"));
    assert!(case["clocks"][0]["working"].as_array().unwrap().len() >= 4);

    casebook.time.set("2026-11-20");
    let letter = answer(&casebook, &case);
    assert_eq!(letter["number"], json!("SR-2026-0001-X/1"));
    let pdf = casebook.bytes(letter["blob"].as_str().unwrap());
    assert!(pdf.starts_with(b"%PDF-1.7"));

    let case = casebook.must("letter_record_sent", sent(&letter));
    assert_eq!(case["statusWords"], json!("Answered"));
    let close = about(&case, json!({ "resolution": "answered", "reason": "" }));
    let case = casebook.must("case_close", close);
    assert_eq!(case["closed"], json!(true));

    let target = tempfile::tempdir().unwrap();
    casebook.dialogs.will_answer(target.path());
    let export = json!({
        "commandId": new_command(), "case": case["case"], "reason": "For the file",
        "audience": "full", "wrapping": "folder", "withLegalAdvice": false, "withhold": [],
    });
    let exported = casebook.must("case_export", export);
    let bundle = target.path().join(exported["name"].as_str().unwrap());
    assert!(casebook_app::tools::verify_bundle(&bundle).is_sound);
    let kept = std::fs::read(bundle.join("data/letters/SR-2026-0001-X-1.pdf")).unwrap();
    assert_eq!(kept, pdf, "the export holds the very bytes that were made final");

    casebook.restart();
    assert_eq!(casebook.call("case_read", json!({ "case": case["case"] })).unwrap_err(), IpcError::Locked);
    casebook.unlock();
    let again = casebook.must("case_read", json!({ "case": case["case"] }));
    assert_eq!(again["statusWords"], json!("Closed"));
    assert_eq!(casebook.bytes(letter["blob"].as_str().unwrap()), pdf);
    assert!(casebook_app::tools::verify_casebook(&casebook.gate).unwrap().is_sound);
}

#[test]
fn the_same_command_sent_twice_is_recorded_once() {
    let casebook = TestCasebook::ready("2026-10-28");
    let request = request();
    let case = casebook.must("request_receive", request.clone());
    let again = casebook.must("request_receive", request);
    assert_eq!(case, again);
    casebook.time.set("2026-11-20");
    let letter = answer(&casebook, &case);
    let sent = sent(&letter);
    let first = casebook.must("letter_record_sent", sent.clone());
    let second = casebook.must("letter_record_sent", sent);
    assert_eq!(first, second);
}

#[test]
fn a_letter_with_something_missing_is_not_made_final_and_says_what() {
    let casebook = TestCasebook::ready("2026-10-28");
    let case = casebook.must("request_receive", request());
    let case = search_everything(&casebook, &case);
    let letter = casebook.must("letter_begin", json!({ "case": case["case"], "kind": "L07" }));
    let gates = letter["gates"].as_array().unwrap();
    assert!(
        gates.iter().any(|gate| gate["rule"] == json!("ACC-1") && gate["blocks"] == json!(true)),
        "{gates:#?}"
    );
    let refused = casebook.call(
        "letter_make_final",
        json!({
            "commandId": new_command(), "letter": letter["letter"],
            "revision": letter["revision"], "caseVersion": letter["caseVersion"],
        }),
    );
    let Err(IpcError::Refused { refused }) = refused else { panic!("{refused:?}") };
    assert_eq!(refused.rule, "ACC-1");
    let case = casebook.must("case_read", json!({ "case": case["case"] }));
    assert_eq!(case["letters"][0]["state"], json!("draft"), "the draft is kept");
    assert_eq!(
        case["next"]["main"]["action"],
        json!("decideItems"),
        "nothing is decided about what was found"
    );
    let next = &case["next"]["others"][0];
    assert_eq!((&next["action"], &next["letter"]), (&json!("openLetter"), &letter["letter"]));
}

#[test]
fn a_stale_version_is_a_conflict_and_nothing_is_written() {
    let casebook = TestCasebook::ready("2026-10-28");
    let case = casebook.must("request_receive", request());
    let note = || about(&case, json!({ "what": "noteWritten", "on": "2026-10-28", "text": "Rang back." }));
    casebook.must("case_record", note());
    let stale = casebook.call("case_record", note());
    assert!(matches!(stale, Err(IpcError::Conflict { .. })), "{stale:?}");
    let elsewhere = with(note(), json!({ "case": new_command() }));
    let absent = casebook.call("case_record", elsewhere);
    assert!(matches!(absent, Err(IpcError::NotFound { .. })), "{absent:?}");
}

#[test]
fn a_wrong_passphrase_a_second_door_and_a_wrong_key_are_told_apart() {
    let mut casebook = TestCasebook::ready("2026-10-28");
    let second = casebook.second_door();
    let unlock = |passphrase: &str| json!({ "passphrase": passphrase, "recoveryKey": null });
    let in_use = casebook_app::call(&second, "casebook_unlock", unlock(PASSPHRASE));
    assert!(matches!(in_use, Err(IpcError::Unavailable { code: UnavailableCode::InUse, .. })), "{in_use:?}");
    casebook.restart();
    for tried in 1..=4 {
        let wrong = casebook.call("casebook_unlock", unlock("violet tram kettle orbit parsnips"));
        let Err(IpcError::WrongPassphrase { wait_seconds, .. }) = wrong else { panic!("{wrong:?}") };
        assert_eq!(wait_seconds > 0, tried >= 3, "try {tried}");
    }
    casebook.time.set("2026-10-29");
    casebook.unlock();
}

#[test]
fn bad_input_at_intake_is_named_and_nothing_is_opened() {
    let casebook = TestCasebook::ready("2026-10-28");
    let rows: Vec<(&str, Value, &str)> = vec![
        ("name", json!("  \u{200b} "), "name"),
        ("rights", json!([]), "rights"),
        ("rights", json!(["access", "complaint"]), "rights"),
        ("text", json!("x".repeat(9 * 1024 * 1024)), "text"),
    ];
    for (field, value, named) in rows {
        let mut bad = request();
        bad[field] = value;
        let Err(IpcError::Invalid { fields }) = casebook.call("request_receive", bad) else {
            panic!("{field}")
        };
        assert_eq!(fields[0].field, named);
    }
    for (date, rule) in [("2026-10-29", "TIME-6"), ("1989-01-01", "TIME-6")] {
        let mut bad = request();
        bad["receivedOn"] = json!(date);
        let Err(IpcError::Refused { refused }) = casebook.call("request_receive", bad) else {
            panic!("{date}")
        };
        assert_eq!(refused.rule, rule);
    }
    assert_eq!(casebook.must("home_read", json!({}))["openCases"], json!(0));
}

#[test]
fn five_megabytes_with_hidden_characters_are_kept_as_they_came() {
    let casebook = TestCasebook::ready("2026-10-28");
    let mut large = request();
    let text = format!("\u{202e}{}", "A request. ".repeat(450_000));
    large["text"] = json!(text);
    let case = casebook.must("request_receive", large);
    assert!(case["requestNote"].as_str().unwrap().contains("1 character"), "{}", case["requestNote"]);
    let shown = case["requestText"].as_str().unwrap();
    assert!(shown.starts_with("\u{fffd}A request. "), "the hidden character shows as a mark");
    assert!(case["requestNote"].as_str().unwrap().contains("kept as a document"));

    let target = tempfile::tempdir().unwrap();
    casebook.dialogs.will_answer(target.path());
    let exported = casebook.must(
        "case_export",
        json!({
            "commandId": new_command(), "case": case["case"], "reason": "For the file",
            "audience": "full", "wrapping": "folder", "withLegalAdvice": false, "withhold": [],
        }),
    );
    let bundle = target.path().join(exported["name"].as_str().unwrap());
    let whole = std::fs::read_to_string(bundle.join("data/documents/document-001.txt")).unwrap();
    assert_eq!(whole, text, "the export holds every byte that came in");
    assert!(casebook_app::tools::verify_bundle(&bundle).is_sound);
}
