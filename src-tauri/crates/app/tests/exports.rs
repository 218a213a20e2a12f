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
use std::process::Command;
use std::thread;

use casebook_export::{Reason, pack, read_back, read_back_encrypted};
use casebook_ipc::IpcError;
use casebook_personal::Personal;
use casebook_store::Store;
use casebook_testkit::{
    PASSPHRASE, TestCasebook, about, access_request, filled, new_command, search_everything, with,
};
use casebook_vault::{KeyFile, Secret};
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
    final_of_kind(casebook, case, "L01")
}

fn final_of_kind(casebook: &TestCasebook, case: &Value, kind: &str) -> Value {
    let letter = casebook.must("letter_begin", json!({ "case": case["case"], "kind": kind }));
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

/// The answer with these files for release, made final; each file by its name and bytes.
fn answer_with(casebook: &TestCasebook, files: &[(&str, &[u8])]) -> Value {
    let mut case = casebook.must("request_receive", request());
    for (name, bytes) in files {
        let path = casebook.folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        casebook.dialogs.will_answer(path);
        case = casebook.must("document_keep", about(&case, json!({ "purpose": "released" })));
    }
    let order: Vec<Value> =
        case["documents"].as_array().unwrap().iter().map(|kept| kept["document"].clone()).collect();
    let case = casebook.must("pack_make", about(&case, json!({ "documents": order })));
    let case = search_everything(casebook, &case);
    let letter = casebook.must("letter_begin", json!({ "case": case["case"], "kind": "L07" }));
    let enclosed = json!({ "enclosures": [{ "title": "Copy of your data", "pages": 12 }] });
    let letter = casebook.must("letter_keep", with(filled(&letter), enclosed));
    let make = json!({
        "commandId": new_command(), "letter": letter["letter"], "revision": letter["revision"],
        "caseVersion": letter["caseVersion"],
    });
    casebook.must("letter_make_final", make)
}

/// The bytes of each attachment of a message.
fn attachments(message: &str) -> Vec<Vec<u8>> {
    use base64::Engine as _;
    let parts = message.split("Content-Transfer-Encoding: base64").skip(1);
    let body = |part: &str| {
        part.split_once("\r\n\r\n").unwrap().1.split("\r\n--").next().unwrap().replace("\r\n", "")
    };
    parts.map(|part| base64::engine::general_purpose::STANDARD.decode(body(part)).unwrap()).collect()
}

#[test]
fn an_answer_leaves_with_the_very_files_of_its_pack_in_their_order() {
    let casebook = TestCasebook::ready("2026-10-28");
    let files: [(&str, &[u8]); 2] =
        [("Zofia's orders.xlsx", b"PK\x03\x04\0\xff\r\n\n"), ("profile.png", b"\x89PNG\r\n\x1a\n\0\xfe")];
    let letter = answer_with(&casebook, &files);
    let pdf = casebook.bytes(letter["blob"].as_str().unwrap());
    let path = casebook.folder.path().join("answer.eml");
    casebook.dialogs.will_answer(path.clone());
    let saved = casebook.must("letter_save_eml", json!({ "letter": letter["letter"] }));
    assert_eq!(saved["attached"], json!(3));
    let message = fs::read_to_string(&path).unwrap();
    assert_eq!(attachments(&message), [pdf.as_slice(), files[0].1, files[1].1]);
    let names =
        ["SR-2026-0001-X-1.pdf", "SR-2026-0001-X-1-enclosure-01.xlsx", "SR-2026-0001-X-1-enclosure-02.png"];
    let places: Vec<usize> = names.iter().map(|name| message.find(name).expect(name)).collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(!message.contains("orders"), "the name a file came with may say who it is about");

    let path = casebook.folder.path().join("answer.zip");
    casebook.dialogs.will_answer(path.clone());
    let saved = casebook.must("letter_save_encrypted", json!({ "letter": letter["letter"] }));
    let passphrase = Personal::new(saved["passphrase"].as_str().unwrap().to_owned());
    let inside = pack::decrypted(&fs::read(&path).unwrap(), &passphrase).unwrap();
    let expected = [pdf.as_slice(), files[0].1, files[1].1];
    assert_eq!(inside.iter().map(|(_, bytes)| bytes.as_slice()).collect::<Vec<_>>(), expected);
    assert_eq!(inside.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), names);
    assert!(pack::decrypted(&fs::read(&path).unwrap(), &Personal::new("wrong".to_owned())).is_err());
}

/// A letter never changes, and neither does what goes with it.
#[test]
fn a_pack_made_after_the_letter_does_not_go_with_it() {
    let casebook = TestCasebook::ready("2026-10-28");
    let letter = answer_with(&casebook, &[("first.bin", b"first"), ("second.bin", b"second")]);
    let case = casebook.must("case_read", json!({ "case": letter["case"] }));
    let first = case["documents"][0]["document"].clone();
    casebook.must("pack_make", about(&case, json!({ "documents": [first] })));
    let path = casebook.folder.path().join("answer.eml");
    casebook.dialogs.will_answer(path.clone());
    casebook.must("letter_save_eml", json!({ "letter": letter["letter"] }));
    let message = fs::read_to_string(&path).unwrap();
    assert_eq!(attachments(&message)[1..], [b"first".to_vec(), b"second".to_vec()]);
}

#[test]
fn an_answer_whose_file_was_destroyed_meanwhile_does_not_leave() {
    let casebook = TestCasebook::ready("2026-10-28");
    let letter = answer_with(&casebook, &[("first.bin", b"first"), ("second.bin", b"second")]);
    let case = casebook.must("case_read", json!({ "case": letter["case"] }));
    let gone =
        json!({ "document": case["documents"][1]["document"], "proof": "It was about somebody else." });
    casebook.must("document_destroy", about(&case, gone));
    let path = casebook.folder.path().join("answer");
    for command in ["letter_save_eml", "letter_save_encrypted"] {
        casebook.dialogs.will_answer(path.clone());
        let refused = casebook.call(command, json!({ "letter": letter["letter"] }));
        let Err(IpcError::Refused { refused }) = refused else { panic!("{command}: {refused:?}") };
        assert_eq!(refused.rule, "PACK-1", "{command}");
        assert!(!path.exists(), "{command}");
    }
}

/// A draft that lay over night can be made final as it stands (TIME-13).
#[test]
fn a_draft_of_yesterday_is_dated_today() {
    let casebook = TestCasebook::ready("2026-10-28");
    let case = casebook.must("request_receive", request());
    let letter = casebook.must("letter_begin", json!({ "case": case["case"], "kind": "L01" }));
    assert_eq!(letter["datedOn"], json!("2026-10-28"));
    casebook.time.set("2026-10-29");
    let letter = casebook.must("letter_read", json!({ "letter": letter["letter"] }));
    assert_eq!(letter["datedOn"], json!("2026-10-29"));
    let make = json!({
        "commandId": new_command(), "letter": letter["letter"], "revision": letter["revision"],
        "caseVersion": letter["caseVersion"],
    });
    assert_eq!(casebook.must("letter_make_final", make)["datedOn"], json!("2026-10-29"));
}

/// The largest file there can be goes out encrypted, byte for byte, and a message with it is advised against.
#[test]
fn fifty_mebibytes_leave_encrypted_and_come_back_whole() {
    let casebook = TestCasebook::ready("2026-10-28");
    let mut bytes = vec![0_u8; 50 * 1024 * 1024];
    // Not all alike, so that one piece in the place of another shows.
    for (number, piece) in (0_u32..).zip(bytes.chunks_mut(4096)) {
        piece[..4].copy_from_slice(&number.to_le_bytes());
    }
    let letter = answer_with(&casebook, &[("recording.bin", &bytes)]);
    let path = casebook.folder.path().join("answer.zip");
    casebook.dialogs.will_answer(path.clone());
    let saved = casebook.must("letter_save_encrypted", json!({ "letter": letter["letter"] }));
    assert_eq!(saved["files"], json!(2));
    let passphrase = Personal::new(saved["passphrase"].as_str().unwrap().to_owned());
    let inside = pack::decrypted(&fs::read(&path).unwrap(), &passphrase).unwrap();
    assert!(inside[1].1 == bytes, "the very bytes come back");
    casebook.dialogs.will_answer(casebook.folder.path().join("answer.eml"));
    let saved = casebook.must("letter_save_eml", json!({ "letter": letter["letter"] }));
    assert!(saved["next"].as_str().unwrap().contains("The attachments are large"), "{saved}");
}

#[test]
fn an_export_is_stopped_when_asked_and_leaves_nothing() {
    let casebook = TestCasebook::ready("2026-10-28");
    let case = with_notes(&casebook);
    let target = tempfile::tempdir().unwrap();
    casebook.dialogs.will_answer(target.path());
    let request = with(export(&case, "full", "folder"), json!({ "job": "export-1" }));
    let held = casebook.progress.hold_up();
    let stopped = thread::scope(|scope| {
        let work = scope.spawn(|| casebook.call("case_export", request));
        held.meanwhile(|| drop(casebook.must("job_cancel", json!({ "job": "export-1" }))));
        work.join().unwrap()
    });
    assert!(matches!(stopped, Err(IpcError::Cancelled)), "{stopped:?}");
    assert_eq!(fs::read_dir(target.path()).unwrap().count(), 0);
    let view = casebook.must("case_read", json!({ "case": case["case"] }));
    assert!(!view["history"].to_string().contains("History exported"));
    // Work that has ended cannot be stopped, and asking is no error.
    casebook.must("job_cancel", json!({ "job": "export-1" }));
}

/// Paper in other hands contradicts a history that is written anew: every letter says where its case stood.
#[test]
fn every_letter_prints_the_head_of_its_case_as_the_chain_has_it() {
    let mut casebook = TestCasebook::ready("2026-10-28");
    let case = casebook.must("request_receive", request());
    let first = final_letter(&casebook, &case);
    // Entries of another case in between are no part of this chain.
    with_notes(&casebook);
    let case = casebook.must("case_read", json!({ "case": case["case"] }));
    let note = json!({ "what": "noteWritten", "on": "2026-10-28", "text": "Rang." });
    let case = casebook.must("case_record", about(&case, note));
    let second = final_of_kind(&casebook, &case, "L00");
    let papers = [&first, &second].map(|letter| casebook.bytes(letter["blob"].as_str().unwrap()));
    casebook.restart();
    let master = KeyFile::read(&casebook.place()).unwrap();
    let master = master.unlock_with_passphrase(&Secret::new(PASSPHRASE)).unwrap();
    let store = Store::open(&casebook.place(), master.database_key()).unwrap();
    let events = store.events(case["case"].as_str().unwrap().parse().unwrap()).unwrap();
    let heads: Vec<String> = events
        .windows(2)
        .filter(|pair| pair[1].envelope.kind == "letter.finalised")
        .map(|pair| {
            assert_eq!(pair[1].envelope.case_prev, pair[0].hash);
            let head = casebook_history::Head { seq: pair[0].envelope.case_seq, hash: pair[0].hash };
            format!("case record {} {}", head.seq, head.short())
        })
        .collect();
    assert_eq!(heads.len(), 2);
    for (paper, head) in papers.iter().zip(&heads) {
        let printed = text_of(paper);
        assert!(printed.contains(head.as_str()), "{head} is not in {printed}");
    }
    assert!(!text_of(&papers[0]).contains(heads[1].as_str()), "each prints its own");
}

/// The words of a PDF, with single spaces.
fn text_of(pdf: &[u8]) -> String {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), pdf).unwrap();
    let output = Command::new("pdftotext").arg("-layout").arg(file.path()).arg("-").output().unwrap();
    assert!(output.status.success(), "pdftotext, of poppler-utils, reads the letter");
    String::from_utf8_lossy(&output.stdout).split_whitespace().collect::<Vec<_>>().join(" ")
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
