//! What leaves the casebook, through the same door as the window: histories for different readers, letters as messages
//! and as encrypted files, the log of requests.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use std::fs;

use casebook_export::{Reason, pack, read_back, read_back_encrypted};
use casebook_ipc::IpcError;
use casebook_personal::Personal;
use casebook_testkit::{TestCasebook, about, access_request, filled, new_command, with};
use serde_json::{Value, json};

fn request() -> Value {
    let zofia = json!({
        "receivedBy": "Robin at reception", "salutation": "Dear Ms Żółkiewska-Brown",
        "email": "zofia@mill-lane.example",
    });
    with(access_request("Zofia Żółkiewska-Brown", "2026-10-27"), zofia)
}

/// A case with an ordinary note, a note about somebody else and a note of legal advice.
fn with_notes(casebook: &TestCasebook) -> Value {
    let mut case = casebook.must("request_receive", request());
    let notes = [
        ("Rang; no reply.", Value::Null),
        ("Morgan Vale says that the file is with her.", Value::Null),
        ("Counsel thinks that we may refuse.", json!("legal_advice")),
    ];
    for (text, sort) in notes {
        let note = json!({ "what": "noteWritten", "on": "2026-10-28", "text": text, "sort": sort });
        case = casebook.must("case_record", about(&case, note));
    }
    case
}

fn export(case: &Value, audience: &str, wrapping: &str) -> Value {
    json!({
        "commandId": new_command(), "case": case["case"], "reason": "The person asked for it",
        "audience": audience, "wrapping": wrapping, "withLegalAdvice": false, "withhold": [],
    })
}

/// Entry of the case that holds this note.
fn entry_of(casebook: &TestCasebook, case: &Value, text: &str) -> u64 {
    let request = json!({ "case": case["case"], "audience": "subject", "withLegalAdvice": false });
    let preview = casebook.must("case_export_preview", request);
    let texts = preview["texts"].as_array().unwrap();
    texts.iter().find(|one| one["text"] == json!(text)).expect(text)["entry"].as_u64().unwrap()
}

#[test]
fn the_person_gets_an_encrypted_history_without_others_and_without_advice() {
    let casebook = TestCasebook::ready("2026-10-28");
    let case = with_notes(&casebook);
    let target = tempfile::tempdir().unwrap();
    casebook.dialogs.will_answer(target.path());
    let mut request = export(&case, "subject", "encrypted");
    request["withhold"] = json!([entry_of(&casebook, &case, "Morgan Vale says that the file is with her.")]);
    request["job"] = json!("export-1");
    let exported = casebook.must("case_export", request.clone());
    assert_eq!(exported["name"], json!("SR-2026-0001-X-history-2026-10-28.zip"));
    let passphrase = Personal::new(exported["passphrase"].as_str().unwrap().to_owned());
    assert_eq!(passphrase.reveal().split('-').count(), 8);
    assert!(exported["opensWith"].as_str().unwrap().contains("7-Zip"));

    let archive = target.path().join(exported["name"].as_str().unwrap());
    let checked = read_back_encrypted(&archive, &passphrase).unwrap();
    assert_eq!(checked.audience, "subject");
    assert_eq!(checked.manifest_sha256, exported["manifestSha256"].as_str().unwrap());
    let reasons: Vec<_> = checked.withheld.iter().map(|one| (one.name.as_str(), one.reason)).collect();
    assert_eq!(
        reasons,
        [("received_by", Reason::OtherPerson), ("text", Reason::OtherPerson), ("text", Reason::LegalAdvice)]
    );
    let outer = fs::read(&archive).unwrap();
    let inner = pack::decrypted(&outer, &passphrase).unwrap().remove(0).1;
    let files = pack::decrypted(&inner, &Personal::default()).unwrap();
    for (name, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        for secret in ["Robin", "Morgan", "Counsel"] {
            assert!(!text.contains(secret), "{secret} stands in {name}");
        }
    }
    let particulars = files.iter().find(|(name, _)| name.ends_with("particulars.jsonl")).unwrap();
    assert!(String::from_utf8_lossy(&particulars.1).contains("Rang; no reply."));
    assert!(casebook.progress.seen().iter().any(|(job, ..)| job == "export-1"), "progress was shown");

    // The same press again makes no second export.
    assert!(matches!(casebook.call("case_export", request), Err(IpcError::Conflict { .. })));
    let view = casebook.must("case_read", json!({ "case": case["case"] }));
    let told = view["history"].to_string();
    assert_eq!(told.matches("History exported").count(), 1, "{told}");
    assert_eq!(fs::read_dir(target.path()).unwrap().count(), 1);
    // The reason of an export is not told to the person, and the passphrase is nowhere.
    assert!(!view.to_string().contains(passphrase.reveal()));
}

#[test]
fn a_full_history_holds_legal_advice_only_on_purpose() {
    let casebook = TestCasebook::ready("2026-10-28");
    let case = with_notes(&casebook);
    let target = tempfile::tempdir().unwrap();
    casebook.dialogs.will_answer(target.path());
    let exported = casebook.must("case_export", export(&case, "full", "folder"));
    assert_eq!(exported["passphrase"], Value::Null);
    let without = read_back(&target.path().join(exported["name"].as_str().unwrap())).unwrap();
    let reasons: Vec<_> = without.withheld.iter().map(|one| one.reason).collect();
    assert_eq!(reasons, [Reason::LegalAdvice]);

    let preview = json!({ "case": case["case"], "audience": "full", "withLegalAdvice": false });
    let preview = casebook.must("case_export_preview", preview);
    assert_eq!(preview["hasLegalAdvice"], json!(true));
    assert_eq!(preview["texts"], json!([]));
    assert!(preview["stays"].to_string().contains("legal advice"), "{preview}");

    casebook.dialogs.will_answer(target.path());
    let mut with = export(&case, "full", "folder");
    with["withLegalAdvice"] = json!(true);
    let exported = casebook.must("case_export", with);
    let with = read_back(&target.path().join(exported["name"].as_str().unwrap())).unwrap();
    assert!(with.withheld.is_empty());

    // Asking for it does not help the person.
    casebook.dialogs.will_answer(target.path());
    let mut subject = export(&case, "subject", "folder");
    subject["withLegalAdvice"] = json!(true);
    let exported = casebook.must("case_export", subject);
    let checked = read_back(&target.path().join(exported["name"].as_str().unwrap())).unwrap();
    assert!(checked.withheld.iter().any(|one| one.reason == Reason::LegalAdvice));
}

#[test]
fn an_export_that_fails_or_is_given_up_leaves_no_file_and_no_entry() {
    let casebook = TestCasebook::ready("2026-10-28");
    let case = with_notes(&casebook);
    let mut nameless = export(&case, "full", "encrypted");
    nameless["reason"] = json!(" ");
    assert!(matches!(casebook.call("case_export", nameless), Err(IpcError::Refused { .. })));
    assert_eq!(
        casebook.call("case_export", export(&case, "full", "encrypted")).unwrap_err(),
        IpcError::Cancelled
    );
    casebook.dialogs.will_answer("/nowhere/at/all");
    let gone = casebook.call("case_export", export(&case, "full", "encrypted"));
    assert!(matches!(gone, Err(IpcError::Unavailable { .. })), "{gone:?}");
    let view = casebook.must("case_read", json!({ "case": case["case"] }));
    assert_eq!(view["version"], case["version"]);
}

/// An acknowledgement, made final.
fn final_letter(casebook: &TestCasebook, case: &Value) -> Value {
    let letter = casebook.must("letter_begin", json!({ "case": case["case"], "kind": "L01" }));
    let letter = casebook.must("letter_keep", filled(&letter));
    let make = json!({
        "commandId": new_command(), "letter": letter["letter"], "revision": letter["revision"],
        "caseVersion": letter["caseVersion"],
    });
    casebook.must("letter_make_final", make)
}

#[test]
fn a_final_letter_leaves_as_a_message_to_whoever_it_is_addressed_to() {
    let casebook = TestCasebook::ready("2026-10-28");
    let case = casebook.must("request_receive", request());
    let letter = final_letter(&casebook, &case);
    let pdf = casebook.bytes(letter["blob"].as_str().unwrap());
    let target = tempfile::tempdir().unwrap();
    let path = target.path().join("message.eml");
    casebook.dialogs.will_answer(path.clone());
    let saved = casebook.must("letter_save_eml", json!({ "letter": letter["letter"] }));
    assert_eq!(saved["fileName"], json!("SR-2026-0001-X-1.eml"));
    assert_eq!(saved["attached"], json!(1));
    let message = fs::read_to_string(&path).unwrap();
    assert!(
        message.contains("X-Unsent: 1\r\n") && message.contains("<zofia@mill-lane.example>"),
        "{message}"
    );
    assert!(message.contains("Subject: Our reference SR-2026-0001-X/1\r\n"), "{message}");
    assert!(message.contains("SR-2026-0001-X-1.pdf"), "{message}");
    let lines: String = message.lines().collect();
    let encoded = {
        use base64::Engine as _;
        base64::engine::general_purpose::STANDARD.encode(&pdf)
    };
    assert!(lines.contains(&encoded), "the very bytes are attached");

    casebook.dialogs.will_answer(target.path().join("pack.zip"));
    let saved = casebook.must("letter_save_encrypted", json!({ "letter": letter["letter"] }));
    assert_eq!(saved["fileName"], json!("SR-2026-0001-X-1.zip"));
    let passphrase = Personal::new(saved["passphrase"].as_str().unwrap().to_owned());
    let packed = fs::read(target.path().join("pack.zip")).unwrap();
    assert_eq!(pack::decrypted(&packed, &passphrase).unwrap(), [("SR-2026-0001-X-1.pdf".to_owned(), pdf)]);
}

#[test]
fn a_draft_does_not_leave_and_nobody_gets_a_letter_of_somebody_else() {
    let casebook = TestCasebook::ready("2026-10-28");
    let mut without_mail = request();
    without_mail["email"] = json!("");
    let case = casebook.must("request_receive", without_mail);
    let draft = casebook.must("letter_begin", json!({ "case": case["case"], "kind": "L07" }));
    for command in ["letter_save_eml", "letter_save_encrypted"] {
        let refused = casebook.call(command, json!({ "letter": draft["letter"] })).unwrap_err();
        assert!(matches!(refused, IpcError::Refused { refused } if refused.rule == "SEND-1"));
    }
    let letter = final_letter(&casebook, &case);
    let target = tempfile::tempdir().unwrap();
    let path = target.path().join("message.eml");
    casebook.dialogs.will_answer(path.clone());
    let saved = casebook.must("letter_save_eml", json!({ "letter": letter["letter"] }));
    assert!(saved["next"].as_str().unwrap().contains("No e-mail address is recorded"), "{saved}");
    assert!(!fs::read_to_string(&path).unwrap().contains("\r\nTo:"));
}

#[test]
fn the_log_of_requests_has_a_line_for_each_and_names_only_when_asked() {
    let casebook = TestCasebook::ready("2026-10-28");
    let case = with_notes(&casebook);
    let mut second = request();
    second["name"] = json!("=HYPERLINK(\"http://x.example\")");
    second["channel"] = json!("post");
    casebook.must("request_receive", second);
    casebook.time.set("2026-12-05");
    let answered = json!({
        "what": "answeredOutside", "on": "2026-12-05", "text": "A colleague had answered.", "channel": "email",
    });
    casebook.must("case_record", about(&case, answered));

    let target = tempfile::tempdir().unwrap();
    let save = |with_names: bool| {
        let path = target.path().join("log.csv");
        casebook.dialogs.will_answer(path.clone());
        let request =
            json!({ "from": "2026-10-01", "to": "2026-10-31", "withNames": with_names, "job": "log" });
        let saved = casebook.must("sar_log_save", request);
        assert_eq!(
            (&saved["rows"], &saved["fileName"]),
            (&json!(2), &json!("sar-log-2026-10-01-to-2026-10-31.csv"))
        );
        fs::read_to_string(path).unwrap()
    };
    let log = save(false);
    assert!(log.starts_with("\u{feff}\"Reference\",\"Date received\",\"Date logged\",\"Channel\""), "{log}");
    assert!(log.lines().count() == 3 && log.ends_with("\r\n"), "{log}");
    assert!(!log.contains("Zofia") && !log.contains("HYPERLINK"), "{log}");
    let first = log.lines().find(|line| line.contains("SR-2026-0001-X")).unwrap();
    for cell in [
        "\"2026-10-27\"",
        "\"By e-mail\"",
        "\"Access\"",
        "\"2026-11-27\"",
        "\"2026-12-05\"",
        "\"39\"",
        "\"No\"",
        "\"8\"",
        "\"Answered\"",
    ] {
        assert!(first.contains(cell), "{cell} is not in {first}");
    }
    let second = log.lines().find(|line| !line.contains("SR-2026-0001-X") && line.contains("SR-")).unwrap();
    assert!(second.contains("\"Overdue\""), "{second}");
    let log = save(true);
    assert!(log.contains("\"Zofia Żółkiewska-Brown\"") && log.contains("\"'=HYPERLINK("), "{log}");

    let report = casebook.must("report_read", json!({ "from": "2026-10-01", "to": "2026-10-31" }));
    let all = &report["all"];
    assert_eq!(
        (&all["received"], &all["late"], &all["overdue"], &all["inTime"]),
        (&json!(2), &json!(1), &json!(1), &json!(0))
    );
    assert_eq!((&report["inTimePercent"], &report["longestLateDays"]), (&json!(0), &json!(8)));
    let titles: Vec<_> = report["tables"].as_array().unwrap().iter().map(|table| &table["title"]).collect();
    assert_eq!(titles, [&json!("Right"), &json!("Channel"), &json!("Requester"), &json!("Outcome")]);
    let none = casebook.must("report_read", json!({ "from": "2020-01-01", "to": "2020-12-31" }));
    assert_eq!((&none["all"]["received"], &none["inTimePercent"]), (&json!(0), &Value::Null));
    let wrong = casebook.call("report_read", json!({ "from": "2026-10-31", "to": "2026-10-01" }));
    assert!(matches!(wrong, Err(IpcError::Invalid { .. })), "{wrong:?}");
}
