//! Documents, tasks and people of a case through the door: what goes out, what is destroyed, who is who, and how an
//! entry that was wrong is put right (PACK-1, ID-3, AUTH-1, CONTACT-1, REC-1).

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use casebook_ipc::IpcError;
use casebook_store::Store;
use casebook_testkit::{PASSPHRASE, TestCasebook, about, access_request, with};
use casebook_vault::{KeyFile, Secret};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

const MOST: u64 = 50 * 1024 * 1024;

fn received() -> (TestCasebook, Value) {
    let casebook = TestCasebook::ready("2026-11-02");
    let case = casebook.must("request_receive", access_request("Zofia Nowak", "2026-10-27"));
    (casebook, case)
}

fn read(casebook: &TestCasebook, case: &Value) -> Value {
    casebook.must("case_read", json!({ "case": case["case"] }))
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().unwrap().iter()
}

fn refused(answer: Result<casebook_ipc::Outcome, IpcError>) -> String {
    match answer {
        Err(IpcError::Refused { refused }) => refused.rule,
        other => panic!("{other:?}"),
    }
}

/// Keeps a file of this name and these bytes.
fn keep(casebook: &TestCasebook, case: &Value, name: &str, bytes: &[u8], purpose: &str) -> Value {
    let path = casebook.folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    casebook.dialogs.will_answer(path);
    casebook.must("document_keep", about(case, json!({ "purpose": purpose })))
}

fn document(case: &Value, name: &str) -> Value {
    list(&case["documents"]).find(|kept| kept["name"] == json!(name)).expect(name)["document"].clone()
}

/// The smallest PDF with so many empty pages.
fn pdf(pages: usize) -> Vec<u8> {
    let kids: String = (0..pages).map(|page| format!("{} 0 R ", page + 3)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Count {pages}/Kids[{kids}]>>"),
    ];
    objects.extend((0..pages).map(|_| "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>".to_owned()));
    let mut file = "%PDF-1.7\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in (1..).zip(&objects) {
        writeln!(table, "{:010} 00000 n ", file.len()).unwrap();
        writeln!(file, "{number} 0 obj\n{object}\nendobj").unwrap();
    }
    let start = file.len();
    write!(file, "{table}trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1)
        .unwrap();
    file.into_bytes()
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

/// The encrypted files of a casebook.
fn objects(place: &Path) -> Vec<PathBuf> {
    let Ok(outer) = fs::read_dir(place.join("objects")) else { return Vec::new() };
    outer
        .flat_map(|inner| fs::read_dir(inner.unwrap().path()).unwrap())
        .map(|file| file.unwrap().path())
        .collect()
}

#[test]
fn a_pack_holds_the_files_in_their_order_with_pages_and_hashes() {
    let (casebook, case) = received();
    let [three, one] = [pdf(3), pdf(1)];
    let case = keep(&casebook, &case, "letters.pdf", &three, "found");
    let case = keep(&casebook, &case, "profile.pdf", &one, "released");
    let case = keep(&casebook, &case, "log.txt", b"a line", "other");
    let [letters, profile, log] = ["letters.pdf", "profile.pdf", "log.txt"].map(|name| document(&case, name));
    let pack = |case: &Value, documents: &[&Value]| {
        casebook.must("pack_make", about(case, json!({ "documents": documents })))
    };
    let case = pack(&case, &[&profile, &letters, &log]);
    let first = case["decision"]["pack"].clone();
    let files: Vec<(&str, u64, &str)> = list(&first["files"])
        .map(|file| {
            (
                file["name"].as_str().unwrap(),
                file["pages"].as_u64().unwrap(),
                file["sha256"].as_str().unwrap(),
            )
        })
        .collect();
    let hashes = [hash(&one), hash(&three), hash(b"a line")];
    assert_eq!(
        files,
        [("profile.pdf", 1, &*hashes[0]), ("letters.pdf", 3, &*hashes[1]), ("log.txt", 0, &*hashes[2])]
    );
    assert_eq!(first["pages"], json!(4));

    // Put together anew, the last one counts; another order is another pack.
    let case = pack(&case, &[&letters, &profile, &log]);
    let second = &case["decision"]["pack"];
    assert_eq!(second["files"][0]["document"], letters);
    assert_ne!(second["sha256"], first["sha256"]);
    let told = case["history"].to_string();
    assert!(!told.contains("letters.pdf"), "a history names no file: {told}");
}

#[test]
fn a_pack_takes_no_proof_of_identity_and_is_not_empty() {
    let (casebook, case) = received();
    let mut case = keep(&casebook, &case, "answer.pdf", &pdf(1), "released");
    for (name, purpose) in
        [("passport.pdf", "identity"), ("mandate.pdf", "authority"), ("letter.pdf", "request")]
    {
        case = keep(&casebook, &case, name, &pdf(1), purpose);
        let documents = [document(&case, "answer.pdf"), document(&case, name)];
        let answer = casebook.call("pack_make", about(&case, json!({ "documents": documents })));
        let Err(IpcError::Invalid { fields }) = answer else { panic!("{purpose}: {answer:?}") };
        assert_eq!(fields[0].field, "documents");
    }
    assert_eq!(refused(casebook.call("pack_make", about(&case, json!({ "documents": [] })))), "PACK-1");
    let unknown = casebook.call("pack_make", about(&case, json!({ "documents": [case["case"]] })));
    assert!(matches!(unknown, Err(IpcError::NotFound { .. })), "{unknown:?}");
    assert_eq!(read(&casebook, &case)["decision"]["pack"], Value::Null);
}

#[test]
fn fifty_mebibytes_are_kept_and_one_byte_more_is_not() {
    let (casebook, case) = received();
    let path = casebook.folder.path().join("recording.bin");
    let file = fs::File::create(&path).unwrap();
    let keep = |size: u64| {
        file.set_len(size).unwrap();
        casebook.dialogs.will_answer(&path);
        casebook.call("document_keep", about(&case, json!({ "purpose": "found" })))
    };
    let Err(IpcError::Invalid { fields }) = keep(MOST + 1) else { panic!("it is too large") };
    assert_eq!(fields[0].field, "file");
    assert!(fields[0].message.contains("50 MiB") && fields[0].message.contains("Nothing was recorded"));
    assert_eq!(read(&casebook, &case)["version"], case["version"]);
    assert_eq!(objects(&casebook.place()).len(), 0);

    let case = keep(MOST).unwrap().value;
    let kept = &case["documents"][0];
    assert_eq!((&kept["sizeWords"], &kept["media"]), (&json!("52.4 MB"), &json!("other")));
    let target = casebook.folder.path().join("saved.bin");
    casebook.dialogs.will_answer(&target);
    let saved = casebook.must("document_save", json!({ "case": case["case"], "document": kept["document"] }));
    let bytes = fs::read(&target).unwrap();
    assert_eq!(bytes.len() as u64, MOST);
    assert!(bytes.iter().all(|byte| *byte == 0), "the very bytes came back");
    assert_eq!(saved["sha256"], json!(hash(&bytes)));
}

#[test]
fn a_file_that_is_not_there_and_a_closed_dialog_record_nothing() {
    let (casebook, case) = received();
    let request = about(&case, json!({ "purpose": "found" }));
    assert_eq!(casebook.call("document_keep", request.clone()).unwrap_err(), IpcError::Cancelled);
    casebook.dialogs.will_answer(casebook.folder.path().join("gone.pdf"));
    let gone = casebook.call("document_keep", request.clone());
    assert!(matches!(gone, Err(IpcError::Invalid { .. })), "{gone:?}");
    assert_eq!(read(&casebook, &case)["version"], case["version"]);

    // The same press twice keeps one document.
    let path = casebook.folder.path().join("found.txt");
    fs::write(&path, b"found").unwrap();
    for _ in 0..2 {
        casebook.dialogs.will_answer(&path);
        let case = casebook.must("document_keep", request.clone());
        assert_eq!(list(&case["documents"]).count(), 1);
    }
    assert_eq!(objects(&casebook.place()).len(), 1);
}

#[test]
fn of_a_destroyed_document_only_that_it_was_there_is_left() {
    let (mut casebook, case) = received();
    let case = keep(&casebook, &case, "scan of Zofia.txt", b"what it says", "found");
    let case = keep(&casebook, &case, "other.txt", b"another file", "found");
    let id = document(&case, "scan of Zofia.txt");
    let request = |proof: &str| about(&case, json!({ "document": id, "proof": proof }));
    assert_eq!(refused(casebook.call("document_destroy", request("  "))), "ID-3");
    assert_eq!(objects(&casebook.place()).len(), 2, "a refusal destroys nothing");

    casebook.time.set("2026-11-03");
    let destroy = request("Not needed; deleted.");
    let case = casebook.must("document_destroy", destroy.clone());
    let gone = list(&case["documents"]).find(|kept| kept["document"] == id).unwrap();
    assert_eq!((&gone["name"], &gone["isDestroyed"]), (&json!(""), &json!(true)));
    assert_eq!(gone["stateWords"], json!("Destroyed 3 November 2026"));
    assert!(case["history"].to_string().contains("A document was destroyed."));
    let left = objects(&casebook.place());
    assert_eq!(left.len(), 1);
    assert!(!left[0].to_string_lossy().contains(id.as_str().unwrap()));
    assert_eq!(casebook.must("document_destroy", destroy)["version"], case["version"], "once is once");
    let again = casebook.call("document_destroy", about(&case, json!({ "document": id, "proof": "Again." })));
    assert!(again.is_err(), "{again:?}");
    let save = casebook.call("document_save", json!({ "case": case["case"], "document": id }));
    assert!(matches!(save, Err(IpcError::NotFound { .. })), "{save:?}");

    // An export goes without it, and is whole.
    let target = tempfile::tempdir().unwrap();
    casebook.dialogs.will_answer(target.path());
    let export = json!({
        "commandId": casebook_testkit::new_command(), "case": case["case"], "reason": "For the file", "audience": "full",
        "wrapping": "folder", "withLegalAdvice": false, "withhold": [],
    });
    let exported = casebook.must("case_export", export);
    let bundle = target.path().join(exported["name"].as_str().unwrap());
    assert!(casebook_app::tools::verify_bundle(&bundle).is_sound);
    let files: Vec<Vec<u8>> = fs::read_dir(bundle.join("data/documents"))
        .unwrap()
        .map(|file| fs::read(file.unwrap().path()).unwrap())
        .collect();
    assert_eq!(files, [b"another file"]);
    assert!(casebook_app::tools::verify_casebook(&casebook.gate).unwrap().is_sound, "erased on purpose");

    // Its key and its name are in no row.
    casebook.restart();
    let master = KeyFile::read(&casebook.place()).unwrap();
    let master = master.unlock_with_passphrase(&Secret::new(PASSPHRASE)).unwrap();
    let store = Store::open(&casebook.place(), master.database_key()).unwrap();
    let events = store.events(case["case"].as_str().unwrap().parse().unwrap()).unwrap();
    let kept: Vec<u64> = events
        .iter()
        .filter(|event| event.envelope.kind == "document.kept")
        .map(|event| event.envelope.seq)
        .collect();
    for name in ["key", "name"] {
        assert_eq!(store.particular(kept[0], name).unwrap(), None, "{name}");
        assert!(store.particular(kept[1], name).unwrap().is_some(), "{name}");
    }
}

/// Whether its removal failed at the time, or a copy of the folder was put back.
#[test]
fn the_file_of_a_destroyed_document_is_swept_away_at_the_next_unlocking() {
    let (mut casebook, case) = received();
    let case = keep(&casebook, &case, "scan of Zofia.txt", b"what it says", "found");
    let case = keep(&casebook, &case, "other.txt", b"another file", "found");
    let id = document(&case, "scan of Zofia.txt");
    let hex = id.as_str().unwrap().replace('-', "");
    let file =
        objects(&casebook.place()).into_iter().find(|file| file.to_string_lossy().contains(&hex)).unwrap();
    let bytes = fs::read(&file).unwrap();
    // Nothing can remove a folder with something in it as a file.
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    fs::write(file.join("in the way"), "").unwrap();
    let destroy = about(&case, json!({ "document": id, "proof": "Not needed." }));
    let destroyed = casebook.must("document_destroy", destroy);
    let advisory = &destroyed["advisories"][0];
    assert_eq!(advisory["rule"], json!("ID-3"));
    assert!(advisory["sentence"].as_str().unwrap().contains("nobody can open it"), "{advisory}");
    casebook.restart();
    casebook.unlock();
    assert!(file.exists(), "it is in the way still, and keeps nobody from unlocking");

    fs::remove_dir_all(&file).unwrap();
    fs::write(&file, &bytes).unwrap();
    casebook.restart();
    casebook.unlock();
    assert!(!file.exists());
    assert_eq!(objects(&casebook.place()).len(), 1, "the other one stays");
    assert!(casebook_app::tools::verify_casebook(&casebook.gate).unwrap().is_sound);
}

#[test]
fn a_copy_of_a_proof_of_identity_is_destroyed_by_doing_its_task() {
    let (casebook, case) = received();
    let case = keep(&casebook, &case, "passport.txt", b"a number", "identity");
    let task = &case["tasks"][0];
    assert_eq!(list(&case["tasks"]).count(), 1, "no other document gets a task");
    assert_eq!(task["isOver"], json!(false));
    let end = |proof: &str| {
        let end = json!({ "task": task["task"], "isDone": true, "on": "2026-11-02", "text": proof });
        casebook.call("task_end", about(&case, end))
    };
    assert_eq!(refused(end("")), "ID-3");
    let case = end("Checked and deleted.").unwrap().value;
    assert_eq!(case["documents"][0]["isDestroyed"], json!(true));
    assert!(list(&case["tasks"]).all(|task| task["isOver"] == json!(true)), "{}", case["tasks"]);
    assert!(objects(&casebook.place()).is_empty());
}

#[test]
fn a_task_about_a_document_is_done_with_the_document() {
    let (casebook, case) = received();
    let case = keep(&casebook, &case, "passport.txt", b"a number", "identity");
    let destroy = json!({ "document": case["documents"][0]["document"], "proof": "Shredded on sight." });
    let case = casebook.must("document_destroy", about(&case, destroy));
    assert!(list(&case["tasks"]).all(|task| task["isOver"] == json!(true)), "{}", case["tasks"]);
}

#[test]
fn a_wrong_day_of_receipt_is_corrected_and_moves_the_last_day() {
    let (casebook, case) = received();
    assert_eq!(case["clocks"][0]["lastDay"], json!("2026-11-27"));
    let entry = &case["history"][0]["entries"][0];
    assert_eq!((&entry["mayBeCorrected"], &entry["wantsDay"]), (&json!(true), &json!(true)));
    let correct = |case: &Value, day: Value, reason: &str| {
        let correct = json!({ "entry": entry["seq"], "rightDay": day, "reason": reason });
        casebook.call("entry_correct", about(case, correct))
    };
    assert_eq!(refused(correct(&case, Value::Null, "Wrong.")), "TIME-6");
    assert_eq!(refused(correct(&case, json!("2026-11-03"), "Wrong.")), "TIME-6", "tomorrow");
    assert_eq!(refused(correct(&case, json!("2026-10-20"), " ")), "REC-1");
    let case = correct(&case, json!("2026-10-20"), "The stamp on the envelope says so.").unwrap().value;
    assert_eq!(case["clocks"][0]["lastDay"], json!("2026-11-20"));
    assert!(case["summary"].as_str().unwrap().contains("20 October 2026"), "{}", case["summary"]);
    assert_eq!(
        case["requestText"],
        json!("I want a copy of all data about me."),
        "what came in is still read"
    );
    assert_eq!(case["who"], json!("Zofia Nowak"));
    let struck: Vec<&Value> = list(&case["history"])
        .flat_map(|day| list(&day["entries"]))
        .filter(|entry| entry["isStruck"] == json!(true))
        .collect();
    assert_eq!(struck.len(), 1);
    assert_eq!(struck[0]["seq"], entry["seq"], "it stays readable");
    assert_eq!(refused(correct(&case, json!("2026-10-21"), "Again.")), "REC-1");
    assert!(casebook_app::tools::verify_casebook(&casebook.gate).unwrap().is_sound);
}

fn preview(casebook: &TestCasebook, case: &Value, entry: u64, day: &Value) -> Value {
    casebook.must("correction_preview", json!({ "case": case["case"], "entry": entry, "rightDay": day }))
}

/// The number of the newest entry of a kind.
fn entry(case: &Value, kind: &str) -> u64 {
    let entries = list(&case["history"]).flat_map(|day| list(&day["entries"]));
    entries
        .filter(|entry| entry["kind"] == json!(kind))
        .map(|entry| entry["seq"].as_u64().unwrap())
        .max()
        .unwrap()
}

/// Whatever entry it is, what is shown before is what the case says after.
#[test]
fn what_a_correction_does_to_the_dates_is_shown_before_and_is_what_happens() {
    let casebook = TestCasebook::ready("2026-11-20");
    let case = casebook.must("request_receive", access_request("Zofia Nowak", "2026-10-27"));
    let record = |case: &Value, what: &str, on: &str| {
        let happened = json!({
            "what": what, "on": on, "text": "As it was.", "doubt": "unknown_email", "ground": "complex",
            "channel": "email",
        });
        casebook.must("case_record", about(case, happened))
    };
    let noted = record(&case, "noteWritten", "2026-10-28");
    assert_eq!(preview(&casebook, &noted, entry(&noted, "note.written"), &Value::Null)["moves"], json!([]));

    let steps = [
        ("clarificationAsked", "clarification.asked", "2026-11-02", json!("2026-11-04")),
        ("clarificationReceived", "clarification.received", "2026-11-10", json!("2026-11-06")),
        ("extended", "extension.notified", "2026-11-12", Value::Null),
        ("answeredOutside", "right.answered", "2026-11-18", Value::Null),
    ];
    let mut case = noted;
    for (what, kind, on, right_day) in steps {
        case = record(&case, what, on);
        let wrong = entry(&case, kind);
        let shown = preview(&casebook, &case, wrong, &right_day);
        assert_eq!(shown["problem"], Value::Null, "{what}");
        let moves = shown["moves"].as_array().unwrap();
        assert_eq!(moves.len(), 1, "{what}: {shown}");
        let [before, after] =
            ["beforeWords", "afterWords"].map(|key| moves[0][key].as_str().unwrap().to_owned());
        let says = |words: &str, case: &Value| {
            let clock = &case["clocks"][0];
            assert!(words.starts_with(clock["lastDayWords"].as_str().unwrap()), "{what}: {words}, {clock}");
            assert!(words.ends_with(clock["leftWords"].as_str().unwrap()), "{what}: {words}, {clock}");
        };
        says(&before, &case);
        assert_eq!(read(&casebook, &case)["version"], case["version"], "{what}: nothing was recorded");
        let correct = json!({ "entry": wrong, "rightDay": right_day, "reason": "Mistaken." });
        case = casebook.must("entry_correct", about(&case, correct));
        says(&after, &case);
    }
    let receipt = preview(&casebook, &case, 1, &json!("2026-10-20"));
    assert_eq!(receipt["moves"].as_array().unwrap().len(), 1, "{receipt}");
    for (wrong, day) in [(1, Value::Null), (1, json!("2026-11-21")), (99, Value::Null)] {
        let refused = preview(&casebook, &case, wrong, &day);
        assert!(refused["problem"].is_string() && refused["moves"] == json!([]), "{wrong}: {refused}");
    }
}

#[test]
fn two_people_of_one_name_are_two_until_the_dpo_says_otherwise() {
    let (casebook, first) = received();
    let answered = json!({
        "what": "answeredOutside", "on": "2026-11-02", "text": "A colleague answered.", "channel": "email",
    });
    casebook.must("case_record", about(&first, answered));
    let second = casebook.must("request_receive", access_request("Zofia Nowak", "2026-11-02"));
    let earlier = casebook.must("case_earlier", json!({ "case": second["case"] }));
    assert_eq!((&earlier["rows"][0]["isSame"], &earlier["lastAnswer"]), (&json!(false), &json!("")));

    let [theirs, ours] = [&first, &second].map(|case| case["parties"][0].clone());
    assert_ne!(theirs["person"], ours["person"]);
    let same = json!({ "party": ours["party"], "person": theirs["person"] });
    let second = casebook.must("person_identify", about(&second, same));
    assert_eq!(second["parties"][0]["person"], theirs["person"]);
    let earlier = casebook.must("case_earlier", json!({ "case": second["case"] }));
    assert_eq!(earlier["rows"][0]["why"], json!("the same person"));
    assert_eq!(earlier["lastCase"], first["case"]);
    assert!(earlier["lastAnswer"].as_str().unwrap().contains("2 November 2026"), "{earlier}");
    let nobody = json!({ "party": theirs["party"], "person": theirs["person"] });
    assert!(casebook.call("person_identify", about(&second, nobody)).is_err(), "a party of another case");
}

#[test]
fn how_somebody_wants_to_be_reached_decides_how_a_letter_begins() {
    let (casebook, case) = received();
    let begin = |case: &Value, kind: &str| {
        casebook.must("letter_begin", json!({ "case": case["case"], "kind": kind }))
    };
    let before = begin(&case, "L01");
    assert_eq!((&before["electronic"], &before["largePrint"]), (&json!(true), &json!(false)), "as it came");
    let note = json!({
        "party": case["parties"][0]["party"], "replyBy": "post", "print": "large", "needs": "No telephone.",
        "safeContact": "Not to the shared flat.", "language": "Polish",
    });
    let case = casebook.must("contact_note", about(&case, note));
    let contact = &case["parties"][0]["contact"];
    assert_eq!(contact["words"], json!("by post, large print"));
    assert_eq!((&contact["needs"], &contact["language"]), (&json!("No telephone."), &json!("Polish")));
    let after = begin(&case, "L00");
    assert_eq!((&after["electronic"], &after["largePrint"]), (&json!(false), &json!(true)));
    assert_eq!(after["recipients"][0]["safeContact"], json!("Not to the shared flat."));
}

#[test]
fn each_keeps_their_own_name_and_address_when_somebody_asks_for_another() {
    let casebook = TestCasebook::ready("2026-11-02");
    let asked_by = json!({
        "role": "representative", "name": "Inn Court Solicitors", "salutation": "Dear Sir or Madam",
        "address": ["2 Inn Court", "LONDON", "EC4Y 9AA"], "email": "post@inn-court.example", "phone": "020 7946 0000",
    });
    // Of the person herself only the name is known: nothing of the other may slip into the gaps.
    let request = with(
        access_request("Zofia Nowak", "2026-10-27"),
        json!({ "address": [], "theirReference": "ZN/12", "askedBy": asked_by }),
    );
    let case = casebook.must("request_receive", request);
    let party = |role: &str| list(&case["parties"]).find(|party| party["role"] == json!(role)).expect(role);
    let (subject, solicitor) = (party("subject"), party("representative"));
    for (name, hers, theirs) in [
        ("name", json!("Zofia Nowak"), json!("Inn Court Solicitors")),
        ("salutation", json!("Dear Zofia Nowak"), json!("Dear Sir or Madam")),
        ("address", json!([]), json!(["2 Inn Court", "LONDON", "EC4Y 9AA"])),
        ("email", json!(""), json!("post@inn-court.example")),
        ("phone", json!(""), json!("020 7946 0000")),
        ("mayAct", json!(false), json!(true)),
    ] {
        assert_eq!((&subject[name], &solicitor[name]), (&hers, &theirs), "{name}");
    }
    assert_ne!(subject["person"], solicitor["person"]);
    let mut nameless = with(access_request("Zofia Nowak", "2026-10-27"), json!({ "askedBy": asked_by }));
    nameless["askedBy"]["name"] = json!(" ");
    let Err(IpcError::Invalid { fields }) = casebook.call("request_receive", nameless) else {
        panic!("nobody asks")
    };
    assert_eq!(fields[0].field, "askedBy");
}

#[test]
fn cases_are_linked_by_reference_once() {
    let (casebook, first) = received();
    let second = casebook.must("request_receive", access_request("Maya Osei", "2026-11-02"));
    let link = |reference: &Value| {
        casebook.call("case_link", about(&first, json!({ "reference": reference, "link": "follows_from" })))
    };
    for wrong in [json!("nonsense"), json!("SR-2026-0099-Z"), first["reference"].clone()] {
        let answer = link(&wrong);
        let Err(IpcError::Invalid { fields }) = answer else { panic!("{wrong}: {answer:?}") };
        assert_eq!(fields[0].field, "reference");
    }
    let linked = link(&second["reference"]).unwrap().value;
    assert_eq!(linked["links"][0]["reference"], second["reference"]);
    let again = json!({ "reference": second["reference"], "link": "follows_from" });
    assert_eq!(refused(casebook.call("case_link", about(&linked, again))), "REC-1");
}
