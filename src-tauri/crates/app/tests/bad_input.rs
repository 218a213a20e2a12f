//! Damage, full disks, newer files, locked doors: each gets a sentence that says what is wrong and what was kept. Never a
//! panic, never a silent change.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use std::fs;
use std::path::Path;

use casebook_ipc::{IpcError, UnavailableCode};
use casebook_testkit::{PASSPHRASE, TestCasebook, about, access_request, filled, new_command, with};
use serde_json::{Value, json};

fn unlock() -> Value {
    json!({ "passphrase": PASSPHRASE, "recoveryKey": null })
}

fn note(case: &Value) -> Value {
    about(case, json!({ "what": "noteWritten", "on": "2026-10-28", "text": "x".repeat(300_000) }))
}

fn request(name: &str) -> Value {
    access_request(name, "2026-10-27")
}

/// The files of a casebook with their bytes, to see that nothing was touched.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

fn says(error: &IpcError, code: UnavailableCode) -> &str {
    match error {
        IpcError::Unavailable { code: found, message } if *found == code => message,
        other => panic!("{code:?} was expected: {other:?}"),
    }
}

#[test]
fn a_damaged_key_file_is_named_and_left_as_it_is() {
    let mut casebook = TestCasebook::ready("2026-10-28");
    casebook.restart();
    let path = casebook.place().join("casebook.keys");
    let whole = fs::read(&path).unwrap();
    for damaged in [Vec::new(), b"not a key file".to_vec(), whole[..whole.len() / 2].to_vec()] {
        fs::write(&path, &damaged).unwrap();
        let before = files(&casebook.place());
        let error = casebook.call("casebook_unlock", unlock()).unwrap_err();
        assert!(says(&error, UnavailableCode::Damaged).contains("Nothing was changed"));
        assert_eq!(files(&casebook.place()), before);
    }
    fs::write(&path, &whole).unwrap();
    casebook.unlock();
}

#[test]
fn a_damaged_database_is_named_and_left_as_it_is() {
    let mut casebook = TestCasebook::ready("2026-10-28");
    casebook.must("request_receive", request("Maya Osei"));
    casebook.restart();
    let path = casebook.place().join("casebook.db");
    let whole = fs::read(&path).unwrap();
    let mut damaged = whole.clone();
    for byte in &mut damaged[100..400] {
        *byte ^= 0xff;
    }
    fs::write(&path, &damaged).unwrap();
    let error = casebook.call("casebook_unlock", unlock()).unwrap_err();
    assert!(says(&error, UnavailableCode::Damaged).contains("nothing is repaired"));
    assert_eq!(fs::read(&path).unwrap(), damaged, "damage is reported, never repaired");
    fs::write(&path, &whole).unwrap();
    casebook.unlock();
    assert_eq!(casebook.must("home_read", json!({}))["openCases"], json!(1));
}

#[test]
fn a_missing_database_never_becomes_an_empty_casebook() {
    let mut casebook = TestCasebook::ready("2026-10-28");
    casebook.restart();
    fs::remove_file(casebook.place().join("casebook.db")).unwrap();
    let error = casebook.call("casebook_unlock", unlock()).unwrap_err();
    says(&error, UnavailableCode::Damaged);
    assert!(!casebook.place().join("casebook.db").exists());
}

#[test]
fn a_folder_with_somebodys_files_is_left_alone() {
    let casebook = TestCasebook::absent("2026-10-28");
    fs::create_dir(casebook.place()).unwrap();
    fs::write(casebook.place().join("holiday.jpg"), b"picture").unwrap();
    let error = casebook
        .call("casebook_create", json!({ "passphrase": PASSPHRASE, "again": PASSPHRASE }))
        .unwrap_err();
    assert!(says(&error, UnavailableCode::File).contains("other files"));
    assert_eq!(files(&casebook.place()), vec![("holiday.jpg".to_owned(), b"picture".to_vec())]);
    let left: Vec<_> = fs::read_dir(casebook.folder.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "nothing half-made is left beside it");
}

#[test]
fn a_file_in_the_place_of_the_folder_and_a_link_are_refused() {
    let casebook = TestCasebook::absent("2026-10-28");
    fs::write(casebook.place(), b"a file").unwrap();
    let status = casebook.must("gate_status", json!({}));
    assert!(status["problem"].as_str().unwrap().contains("not a folder"), "{status}");
    fs::remove_file(casebook.place()).unwrap();
    #[cfg(unix)]
    {
        let elsewhere = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), casebook.place()).unwrap();
        let status = casebook.must("gate_status", json!({}));
        assert!(status["problem"].as_str().unwrap().contains("link"), "{status}");
    }
}

#[test]
fn passphrases_are_judged_before_anything_is_made() {
    let casebook = TestCasebook::absent("2026-10-28");
    for (passphrase, again, field) in [
        ("short", "short", "passphrase"),
        (PASSPHRASE, "something else entirely", "again"),
        ("", "", "passphrase"),
    ] {
        let error = casebook
            .call("casebook_create", json!({ "passphrase": passphrase, "again": again }))
            .unwrap_err();
        let IpcError::Invalid { fields } = error else { panic!("{error:?}") };
        assert_eq!(fields[0].field, field);
    }
    assert!(!casebook.place().exists());
}

#[test]
fn the_recovery_key_opens_and_a_mistyped_one_does_not() {
    let mut casebook = TestCasebook::absent("2026-10-28");
    let shown = casebook.must("casebook_create", json!({ "passphrase": PASSPHRASE, "again": PASSPHRASE }));
    let groups: Vec<String> =
        shown["groups"].as_array().unwrap().iter().map(|group| group.as_str().unwrap().to_owned()).collect();
    casebook.restart();
    let typed = |key: String| json!({ "passphrase": null, "recoveryKey": key });
    let mut wrong = groups.clone();
    wrong.swap(0, 1);
    let error = casebook.call("casebook_unlock", typed(wrong.join("-"))).unwrap_err();
    let IpcError::Invalid { fields } = error else { panic!("{error:?}") };
    assert_eq!(fields[0].field, "recoveryKey");
    casebook.must("casebook_unlock", typed(groups.join(" ").to_lowercase()));
    let home = casebook.must("home_read", json!({}));
    assert_eq!(home["setup"], json!("recoveryKey"), "it was never confirmed, so set-up asks for a new one");
}

#[test]
fn what_was_typed_into_the_new_case_form_outlives_a_restart() {
    let mut casebook = TestCasebook::ready("2026-10-28");
    let body = "{\"name\":\"Zofia\"}";
    casebook.must("draft_keep", json!({ "form": "new-case", "body": body }));
    casebook.restart();
    casebook.unlock();
    assert_eq!(casebook.must("draft_read", json!({ "form": "new-case" }))["body"], json!(body));
    casebook.must("request_receive", request("Zofia"));
    assert_eq!(casebook.must("draft_read", json!({ "form": "new-case" }))["body"], json!(""));
}

#[test]
fn names_that_no_font_can_draw_are_recorded_and_stop_only_the_letter() {
    let casebook = TestCasebook::ready("2026-10-28");
    let case = casebook.must("request_receive", request("山田 太郎"));
    assert_eq!(case["who"], json!("山田 太郎"));
    let letter = casebook.must("letter_begin", json!({ "case": case["case"], "kind": "L01" }));
    let sentences: Vec<&str> =
        letter["gates"].as_array().unwrap().iter().map(|gate| gate["sentence"].as_str().unwrap()).collect();
    assert!(sentences.iter().any(|sentence| sentence.contains("U+5C71")), "{sentences:?}");
}

#[test]
fn a_nine_line_address_is_kept_as_typed_advised_about_and_still_posted() {
    let casebook = TestCasebook::ready("2026-10-28");
    let lines = [
        "Flat 3",
        "Staircase B",
        "The Old Dairy",
        "Home Farm",
        "Mill Lane",
        "Little Easton",
        "GREAT DUNMOW",
        "Essex",
        "CM6 1BG",
    ];
    let case = casebook.must("request_receive", with(request("Maya Osei"), json!({ "address": lines })));
    let party = &case["parties"][0];
    assert_eq!(party["address"], json!(lines), "nothing of it is changed");
    let problem = &party["addressProblems"][0];
    assert_eq!(problem["blocks"], json!(false));
    assert!(problem["sentence"].as_str().unwrap().contains("10 lines"), "with the name: {problem}");
    let letter = casebook.must("letter_begin", json!({ "case": case["case"], "kind": "L01" }));
    let letter = make_final(&casebook, &letter).unwrap();
    assert!(letter["number"].is_string() || letter["state"] == json!("final"), "{letter}");
}

fn make_final(casebook: &TestCasebook, letter: &Value) -> Result<Value, IpcError> {
    let letter = casebook.must("letter_keep", filled(letter));
    let make = json!({
        "commandId": new_command(), "letter": letter["letter"], "revision": letter["revision"],
        "caseVersion": letter["caseVersion"],
    });
    casebook.call("letter_make_final", make).map(|outcome| outcome.value)
}

#[test]
fn a_request_of_the_wrong_shape_and_an_unknown_command_are_answers_not_accidents() {
    let casebook = TestCasebook::ready("2026-10-28");
    for name in casebook_ipc::CASEBOOK_COMMANDS.iter().chain(casebook_ipc::GATEHOUSE_COMMANDS) {
        for wrong in [json!(null), json!([1, 2]), json!("text"), json!({ "unknown": true })] {
            let answer = casebook.call(name, wrong.clone());
            assert!(answer.is_err(), "{name} took {wrong}");
            assert!(!matches!(answer, Err(IpcError::Bug { .. })), "{name}: {answer:?}");
        }
    }
    assert!(matches!(casebook.call("no_such_command", json!({})), Err(IpcError::NotFound { .. })));
}

/// A small disk of its own; gone with the value.
#[cfg(target_os = "linux")]
struct SmallDisk(tempfile::TempDir);

#[cfg(target_os = "linux")]
impl SmallDisk {
    fn mount(&self, options: &str) -> bool {
        let mount = std::process::Command::new("mount")
            .args(["-t", "tmpfs", "-o", options, "tmpfs"])
            .arg(self.0.path())
            .status();
        mount.is_ok_and(|status| status.success())
    }
}

#[cfg(target_os = "linux")]
impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount").arg(self.0.path()).status();
    }
}

/// Eight megabytes of disk: what was acknowledged is there afterwards, and what was not is said.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_loses_nothing_that_was_acknowledged() {
    let disk = SmallDisk(tempfile::tempdir().unwrap());
    if !disk.mount("size=8m") {
        eprintln!("not tried: making a small disk needs the rights to mount one");
        return;
    }
    let mut casebook = TestCasebook::ready_in(disk.0.path().join("casebook"), "2026-10-28");
    let mut case = casebook.must("request_receive", request("Maya Osei"));
    let full = (10..2_000).find_map(|_| match casebook.call("case_record", note(&case)) {
        Ok(outcome) => {
            case = outcome.value;
            None
        }
        Err(error) => Some(error),
    });
    let error = full.expect("eight megabytes fill up");
    assert!(says(&error, UnavailableCode::DiskFull).contains("everything before it is safe"));
    casebook.restart();
    casebook.unlock();
    let again = casebook.must("case_read", json!({ "case": case["case"] }));
    assert_eq!(again["version"], case["version"]);
    assert!(disk.mount("remount,size=32m"));
    assert!(casebook_app::tools::verify_casebook(&casebook.gate).unwrap().is_sound);
    casebook.must("case_record", note(&case));
    drop(casebook);
}

/// The draft stays, no number is used up, and once there is room the letter is made final as if nothing had been.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_while_a_letter_is_made_final_leaves_its_draft() {
    let disk = SmallDisk(tempfile::tempdir().unwrap());
    if !disk.mount("size=16m") {
        eprintln!("not tried: making a small disk needs the rights to mount one");
        return;
    }
    let mut casebook = TestCasebook::ready_in(disk.0.path().join("casebook"), "2026-10-28");
    let case = casebook.must("request_receive", request("Maya Osei"));
    let draft = casebook.must("letter_begin", json!({ "case": case["case"], "kind": "L01" }));
    let draft = casebook.must("letter_keep", filled(&draft));
    let ballast = disk.0.path().join("ballast");
    let mut file = fs::File::create(&ballast).unwrap();
    while std::io::Write::write_all(&mut file, &[0; 4096]).is_ok() {}
    let make = json!({
        "commandId": new_command(), "letter": draft["letter"], "revision": draft["revision"],
        "caseVersion": draft["caseVersion"],
    });
    let error = casebook.call("letter_make_final", make.clone()).map(|outcome| outcome.value).unwrap_err();
    assert!(says(&error, UnavailableCode::DiskFull).contains("everything before it is safe"));
    drop(file);
    fs::remove_file(&ballast).unwrap();
    casebook.restart();
    casebook.unlock();
    let read = |casebook: &TestCasebook| casebook.must("case_read", json!({ "case": case["case"] }));
    assert_eq!(read(&casebook)["version"], case["version"], "nothing of it was recorded");
    let kept = casebook.must("letter_read", json!({ "letter": draft["letter"] }));
    assert_eq!((&kept["revision"], &kept["fields"]), (&draft["revision"], &draft["fields"]));
    let letter = casebook.must("letter_make_final", make);
    assert_eq!(read(&casebook)["letters"][0]["number"], json!("SR-2026-0001-X/1"), "{letter}");
    assert!(casebook_app::tools::verify_casebook(&casebook.gate).unwrap().is_sound);
    drop(casebook);
}
