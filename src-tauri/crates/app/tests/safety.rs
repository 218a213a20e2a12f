//! Backups and the way back, through the same door as the window: made, read back, damaged, brought back on an empty
//! machine, with another passphrase, killed in the middle.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use casebook_ipc::{IpcError, UnavailableCode};
use casebook_store::Store;
use casebook_testkit::{PASSPHRASE, TestCasebook, access_request, with};
use casebook_vault::{KeyFile, Secret};
use serde_json::{Value, json};
use tempfile::TempDir;

const OTHER: &str = "marble otter lantern quiet saddle";

fn request(text: &str) -> Value {
    with(access_request("Zofia Żółkiewska-Brown", "2026-10-27"), json!({ "text": text }))
}

/// A casebook with a case that keeps a document, and a backup folder chosen for it.
fn with_backup_folder() -> (TestCasebook, TempDir, Value) {
    let casebook = TestCasebook::ready("2026-10-28");
    let text = "A request. ".repeat(150_000);
    let case = casebook.must("request_receive", request(&text));
    let root = tempfile::tempdir().unwrap();
    casebook.dialogs.will_answer(root.path());
    casebook.must("backup_choose_folder", json!({}));
    (casebook, root, case)
}

fn back_up(casebook: &TestCasebook) -> Value {
    casebook.must("backup_now", json!({ "job": null }))
}

/// The backups in a folder, oldest first.
fn snapshots(root: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with("20"))
        .collect();
    names.sort();
    names
}

fn documents(folder: &Path) -> Vec<PathBuf> {
    let Ok(outer) = fs::read_dir(folder.join("objects")) else { return Vec::new() };
    outer
        .flat_map(|inner| fs::read_dir(inner.unwrap().path()).unwrap())
        .map(|file| file.unwrap().path())
        .collect()
}

fn opened_with(passphrase: &str, snapshot: &str) -> Value {
    json!({ "snapshot": snapshot, "passphrase": passphrase, "recoveryKey": null })
}

/// An empty machine that was shown the backup folder.
fn empty_machine(root: &Path) -> (TestCasebook, Vec<String>) {
    let machine = TestCasebook::absent("2026-11-02");
    machine.dialogs.will_answer(root);
    let found = machine.must("backup_inspect", json!({}));
    let names = found["backups"].as_array().unwrap().iter();
    (machine, names.map(|row| row["snapshot"].as_str().unwrap().to_owned()).collect())
}

/// The store of a casebook that is locked.
fn store_in(place: &Path, passphrase: &str) -> Store {
    let master = KeyFile::read(place).unwrap().unlock_with_passphrase(&Secret::new(passphrase)).unwrap();
    Store::open(place, master.database_key()).unwrap()
}

fn message(error: IpcError) -> String {
    match error {
        IpcError::Unavailable { message, .. }
        | IpcError::Conflict { message }
        | IpcError::WrongPassphrase { message, .. }
        | IpcError::NotFound { message } => message,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_backup_brought_back_on_an_empty_machine_is_the_same_casebook() {
    let (mut casebook, root, case) = with_backup_folder();
    let status = back_up(&casebook);
    assert!(status["sentence"].as_str().unwrap().ends_with("It holds everything."), "{status}");
    assert_eq!((&status["isDue"], &status["isOverdue"]), (&json!(false), &json!(false)));
    assert_eq!(snapshots(root.path()).len(), 1);
    casebook.restart();
    let store = store_in(&casebook.place(), PASSPHRASE);
    // The entry that says that the backup was made is not in it.
    let through = store.head().unwrap().seq - 1;
    let expected = store.event(through).unwrap().unwrap().hash;
    store.close().unwrap();

    let (mut machine, names) = empty_machine(root.path());
    let gate = machine.must("casebook_restore", opened_with(PASSPHRASE, &names[0]));
    assert_eq!(gate["state"], json!("open"));
    assert!(casebook_app::tools::verify_casebook(&machine.gate).unwrap().is_sound);
    let again = machine.must("case_read", json!({ "case": case["case"] }));
    assert_eq!(again["reference"], case["reference"]);
    assert_eq!(again["requestText"], case["requestText"]);
    // The backup folder came with it.
    assert!(machine.must("backup_status", json!({}))["folder"].is_string());
    machine.restart();
    let restored = store_in(&machine.place(), PASSPHRASE);
    assert_eq!(restored.event(through).unwrap().unwrap().hash, expected, "the same history");
    let last = restored.event(through + 1).unwrap().unwrap();
    assert_eq!(last.envelope.kind, "casebook.restored");
    let [ours, theirs] = [casebook.place(), machine.place()].map(|place| documents(&place));
    assert_eq!(ours.len(), 1);
    assert_eq!(fs::read(&ours[0]).unwrap(), fs::read(&theirs[0]).unwrap(), "the same documents");
}

#[test]
fn the_recovery_key_brings_a_backup_back_and_the_folder_of_one_backup_will_do() {
    let casebook = TestCasebook::absent("2026-10-28");
    let shown = casebook.must("casebook_create", json!({ "passphrase": PASSPHRASE, "again": PASSPHRASE }));
    let groups: Vec<&str> =
        shown["groups"].as_array().unwrap().iter().map(|group| group.as_str().unwrap()).collect();
    let root = tempfile::tempdir().unwrap();
    casebook.dialogs.will_answer(root.path());
    casebook.must("backup_choose_folder", json!({}));
    back_up(&casebook);
    let name = snapshots(root.path()).remove(0);

    let (machine, names) = empty_machine(&root.path().join(&name));
    assert_eq!(names, [name.as_str()]);
    let request = json!({ "snapshot": name, "passphrase": null, "recoveryKey": groups.join(" ") });
    machine.must("casebook_restore", request);
    assert_eq!(machine.must("home_read", json!({}))["setup"], json!("recoveryKey"));
}

#[test]
fn what_was_erased_after_a_backup_is_absent_when_that_backup_is_brought_back() {
    let (mut casebook, root, case) = with_backup_folder();
    back_up(&casebook);
    casebook.restart();
    let store = store_in(&casebook.place(), PASSPHRASE);
    let case_id = case["case"].as_str().unwrap().parse().unwrap();
    let kept = store
        .events(case_id)
        .unwrap()
        .into_iter()
        .find(|event| event.envelope.kind == "document.kept")
        .unwrap();
    let received = store.events(case_id).unwrap().remove(0);
    store.close().unwrap();
    let mut list = fs::read_to_string(root.path().join("erased.log")).unwrap();
    let document = documents(root.path()).remove(0);
    let id = document.file_stem().unwrap().to_str().unwrap();
    list.push_str(&format!("document {id}\n"));
    for (event, name) in [(&kept, "key"), (&kept, "name"), (&received, "text")] {
        list.push_str(&format!("particular {} {} {name}\n", event.envelope.seq, event.hash));
    }
    // An entry of another course of things under the same number.
    list.push_str(&format!("particular 3 {} settings\n", "ab".repeat(32)));
    fs::write(root.path().join("erased.log"), list).unwrap();
    fs::remove_file(document).unwrap();

    let (mut machine, names) = empty_machine(root.path());
    machine.must("casebook_restore", opened_with(PASSPHRASE, &names[0]));
    let again = machine.must("case_read", json!({ "case": case["case"] }));
    assert_eq!(again["requestText"], json!(""), "erased before the first screen");
    assert!(casebook_app::tools::verify_casebook(&machine.gate).unwrap().is_sound);
    machine.restart();
    let store = store_in(&machine.place(), PASSPHRASE);
    let restored = store.latest_of_kind("casebook.restored").unwrap().unwrap();
    let facts = String::from_utf8(restored.bytes).unwrap();
    assert!(facts.contains(r#""erased_again":3"#), "{facts}");
    assert!(documents(&machine.place()).is_empty());
    let raw = fs::read_to_string(machine.place().join("erased.log")).unwrap();
    assert_eq!(raw.lines().count(), 6, "{raw}");
}

#[test]
fn a_damaged_backup_is_refused_and_the_file_named() {
    let (casebook, root, _) = with_backup_folder();
    back_up(&casebook);
    let name = snapshots(root.path()).remove(0);
    let document = documents(root.path()).remove(0);
    let inside = |file: &str| root.path().join(&name).join(file);
    let files = [inside("casebook.db"), inside("casebook.keys"), inside("manifest.json"), document];
    let (machine, _) = empty_machine(root.path());
    let refused = |what: &str, file: &Path| {
        let short = file.file_name().unwrap().to_str().unwrap();
        machine.time.set("2026-11-03");
        let error = machine.call("casebook_restore", opened_with(PASSPHRASE, &name)).unwrap_err();
        let said = message(error);
        assert!(said.contains(short), "{what} {short}: {said}");
        assert!(!machine.place().exists(), "nothing half is left");
    };
    for file in &files {
        let sound = fs::read(file).unwrap();
        fs::write(file, &sound[..sound.len() / 2]).unwrap();
        refused("cut short", file);
        let mut flipped = sound.clone();
        flipped[sound.len() / 2] ^= 4;
        fs::write(file, flipped).unwrap();
        refused("a flipped bit", file);
        fs::remove_file(file).unwrap();
        refused("missing", file);
        fs::write(file, sound).unwrap();
    }
    machine.must("casebook_restore", opened_with(PASSPHRASE, &name));
}

#[test]
fn a_wrong_passphrase_brings_nothing_back_and_the_fourth_try_waits() {
    let (casebook, root, _) = with_backup_folder();
    back_up(&casebook);
    let (machine, names) = empty_machine(root.path());
    for tried in 1..=4 {
        let wrong = machine.call("casebook_restore", opened_with(OTHER, &names[0]));
        let Err(IpcError::WrongPassphrase { wait_seconds, .. }) = wrong else { panic!("{wrong:?}") };
        assert_eq!(wait_seconds > 0, tried >= 3, "try {tried}");
    }
    assert!(!machine.place().exists());
    for snapshot in ["..", "", "20261028-0900-00Z/../x", "20200101-0000-00Z"] {
        let absent = machine.call("casebook_restore", opened_with(PASSPHRASE, snapshot));
        assert!(absent.is_err(), "{snapshot}");
    }
}

#[test]
fn a_casebook_is_never_replaced_by_a_backup() {
    let (mut casebook, root, _) = with_backup_folder();
    back_up(&casebook);
    casebook.restart();
    casebook.dialogs.will_answer(root.path());
    let there = message(casebook.call("backup_inspect", json!({})).unwrap_err());
    assert!(there.contains("never takes the place"), "{there}");
    let empty = tempfile::tempdir().unwrap();
    let machine = TestCasebook::absent("2026-11-02");
    machine.dialogs.will_answer(empty.path());
    let nothing = message(machine.call("backup_inspect", json!({})).unwrap_err());
    assert!(nothing.contains("no backup in this folder"), "{nothing}");
    assert_eq!(machine.call("backup_inspect", json!({})).unwrap_err(), IpcError::Cancelled);
}

#[test]
fn what_is_in_the_way_of_a_backup_is_said_and_earlier_ones_stay() {
    let casebook = TestCasebook::ready("2026-10-28");
    let none = casebook.must("backup_status", json!({}));
    assert_eq!((&none["isOverdue"], &none["folder"]), (&json!(true), &Value::Null));
    assert!(casebook.call("backup_now", json!({ "job": null })).is_err());
    assert!(!casebook_app::backup_if_due(&casebook.gate).unwrap(), "without a folder nothing is due");

    casebook.dialogs.will_answer(casebook.place());
    let inside = message(casebook.call("backup_choose_folder", json!({})).unwrap_err());
    assert!(inside.contains("inside the casebook"), "{inside}");

    let outer = tempfile::tempdir().unwrap();
    let root = outer.path().join("stick");
    fs::create_dir(&root).unwrap();
    casebook.dialogs.will_answer(&root);
    let chosen = casebook.must("backup_choose_folder", json!({}));
    assert!(chosen["warning"].as_str().unwrap().contains("same disk"), "{chosen}");
    back_up(&casebook);
    let kept = snapshots(&root);

    // Unplugged; and an empty folder where the disk used to be.
    let elsewhere = outer.path().join("elsewhere");
    fs::rename(&root, &elsewhere).unwrap();
    let head = |casebook: &TestCasebook| casebook.must("backup_status", json!({}));
    let gone = message(casebook.call("backup_now", json!({ "job": null })).unwrap_err());
    assert!(gone.contains("Plug in the disk"), "{gone}");
    assert!(head(&casebook)["problem"].as_str().unwrap().contains("Plug in the disk"));
    fs::create_dir(&root).unwrap();
    let empty = message(casebook.call("backup_now", json!({ "job": null })).unwrap_err());
    assert!(empty.contains("does not hold the backups"), "{empty}");
    assert_eq!(fs::read_dir(&root).unwrap().count(), 0, "nothing was written there");
    fs::remove_dir(&root).unwrap();
    fs::rename(&elsewhere, &root).unwrap();

    // What a stopped program left is removed by the next backup, and was never listed.
    fs::create_dir(root.join("20261027-0900-00Z.partial")).unwrap();
    fs::write(root.join("20261027-0900-00Z.partial/casebook.db"), "half").unwrap();
    fs::write(root.join("somebody's.txt"), "not ours").unwrap();
    let status = back_up(&casebook);
    assert_eq!(status["problem"], Value::Null, "{status}");
    assert!(!root.join("20261027-0900-00Z.partial").exists());
    assert!(root.join("somebody's.txt").exists());
    assert!(snapshots(&root).len() <= kept.len() + 1);

    let other = TestCasebook::absent("2026-10-28");
    // Its ids count from another number.
    let _ = casebook_app::new_command_id(&other.gate);
    other.must("casebook_create", json!({ "passphrase": PASSPHRASE, "again": PASSPHRASE }));
    other.dialogs.will_answer(&root);
    let taken = message(other.call("backup_choose_folder", json!({})).unwrap_err());
    assert!(taken.contains("another casebook"), "{taken}");
}

#[test]
fn a_full_backup_disk_leaves_no_half_backup_and_the_earlier_ones() {
    let (casebook, _root, _) = with_backup_folder();
    let outer = tempfile::tempdir().unwrap();
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=8m,mode=700", "casebook-test"])
        .arg(outer.path())
        .output()
        .is_ok_and(|output| output.status.success());
    if !mounted {
        println!("left out: a small disk can only be made by root");
        return;
    }
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        casebook.dialogs.will_answer(outer.path());
        let status = casebook.must("backup_choose_folder", json!({}));
        assert_eq!(status["warning"], Value::Null, "another disk");
        back_up(&casebook);
        fs::write(outer.path().join("ballast"), vec![1; 8 << 20]).unwrap_err();
        let full = casebook.call("backup_now", json!({ "job": null })).unwrap_err();
        let IpcError::Unavailable { code, message } = full else { panic!("{full:?}") };
        assert_eq!(code, UnavailableCode::DiskFull, "{message}");
        assert_eq!(snapshots(outer.path()).len(), 1);
        fs::remove_file(outer.path().join("ballast")).unwrap();
        let (machine, names) = empty_machine(outer.path());
        machine.must("casebook_restore", opened_with(PASSPHRASE, &names[0]));
    }));
    Command::new("umount").arg(outer.path()).output().unwrap();
    if let Err(panic) = outcome {
        std::panic::resume_unwind(panic);
    }
}

#[test]
fn a_backup_is_made_once_a_day_and_at_the_end_of_a_day_with_work() {
    let (casebook, root, _) = with_backup_folder();
    let [if_due, at_quit] = [casebook_app::backup_if_due, casebook_app::backup_at_quit];
    assert!(if_due(&casebook.gate).unwrap(), "there is none yet");
    assert!(!if_due(&casebook.gate).unwrap());
    assert!(!at_quit(&casebook.gate).unwrap(), "nothing was recorded since");
    casebook.must("request_receive", request("Another request."));
    assert!(!if_due(&casebook.gate).unwrap());
    assert!(at_quit(&casebook.gate).unwrap());
    for day in 1..=30 {
        casebook.time.set(&format!("2026-11-{day:02}"));
        assert!(if_due(&casebook.gate).unwrap(), "{day}");
    }
    let names = snapshots(root.path());
    assert!((8..=11).contains(&names.len()), "{names:?}");
    assert!(names.iter().all(|name| name.as_str() > "20261101"), "{names:?}");
    assert_eq!(documents(root.path()).len(), 1, "each document is there once");
    casebook_app::lock(&casebook.gate);
    assert!(!if_due(&casebook.gate).unwrap(), "a locked casebook has no key");
    assert_eq!(casebook.must("gate_status", json!({}))["wasLocked"], json!(true));
}

/// A backup is read back, which needs the key: once locked, none can be made, and that is said instead of kept quiet.
#[test]
fn a_backup_that_is_owing_when_it_locks_is_told_at_the_end() {
    let (casebook, root, _) = with_backup_folder();
    let at_quit = || casebook_app::backup_at_quit(&casebook.gate);
    casebook_app::lock(&casebook.gate);
    let sentence = message(at_quit().unwrap_err());
    assert!(sentence.contains("locked before a backup") && sentence.contains("Unlock it"), "{sentence}");
    assert_eq!(snapshots(root.path()).len(), 0);

    casebook.unlock();
    assert!(at_quit().unwrap(), "open again, it is made");
    casebook_app::lock(&casebook.gate);
    assert!(!at_quit().unwrap(), "nothing is owing");
    assert_eq!(snapshots(root.path()).len(), 1);

    // Nobody who never chose a folder is told of backups at every end.
    let without = TestCasebook::ready("2026-10-28");
    without.must("request_receive", request("A request."));
    casebook_app::lock(&without.gate);
    assert!(!casebook_app::backup_at_quit(&without.gate).unwrap());
}

#[test]
fn a_backup_is_stopped_when_asked_and_leaves_no_half() {
    let (casebook, root, _) = with_backup_folder();
    let held = casebook.progress.hold_up();
    let stopped = thread::scope(|scope| {
        let work = scope.spawn(|| casebook.call("backup_now", json!({ "job": "backup" })));
        held.meanwhile(|| drop(casebook.must("job_cancel", json!({ "job": "backup" }))));
        work.join().unwrap()
    });
    assert!(matches!(stopped, Err(IpcError::Cancelled)), "{stopped:?}");
    assert_eq!(snapshots(root.path()), Vec::<String>::new());
    let status = casebook.must("backup_now", json!({ "job": "backup" }));
    assert!(status["sentence"].as_str().unwrap().contains("read back"), "{status}");
}

#[test]
fn a_made_up_casebook_says_so_open_and_locked() {
    let casebook = TestCasebook::ready("2026-10-28");
    let made_up = || casebook.must("gate_status", json!({}))["madeUp"].clone();
    assert_eq!(made_up(), json!(false));
    fs::write(casebook.place().join(casebook_app::MADE_UP), "").unwrap();
    assert_eq!(made_up(), json!(true));
    casebook_app::lock(&casebook.gate);
    assert_eq!(made_up(), json!(true));
}

#[test]
fn the_passphrase_is_changed_and_only_the_new_one_opens() {
    let (mut casebook, root, _) = with_backup_folder();
    back_up(&casebook);
    let change =
        |current: &str, new: &str, again: &str| json!({ "current": current, "new": new, "again": again });
    for (bad, field) in [
        (change(OTHER, OTHER, OTHER), "new"),
        (change("violet tram kettle", OTHER, OTHER), "current"),
        (change(PASSPHRASE, "password1234567", "password1234567"), "new"),
        (change(PASSPHRASE, OTHER, PASSPHRASE), "again"),
    ] {
        let Err(IpcError::Invalid { fields }) = casebook.call("passphrase_change", bad) else {
            panic!("{field}")
        };
        assert_eq!(fields[0].field, field);
    }
    let changed = casebook.must("passphrase_change", change(PASSPHRASE, OTHER, OTHER));
    assert!(changed["sentence"].as_str().unwrap().contains("Backups made before"), "{changed}");
    assert!(!casebook.place().join("casebook.keys.prev").exists(), "the old one is gone");
    casebook.restart();
    let unlock = |passphrase: &str| json!({ "passphrase": passphrase, "recoveryKey": null });
    let old = casebook.call("casebook_unlock", unlock(PASSPHRASE));
    assert!(matches!(old, Err(IpcError::WrongPassphrase { .. })), "{old:?}");
    casebook.must("casebook_unlock", unlock(OTHER));

    // Of one day only the last is kept.
    casebook.time.set("2026-10-29");
    back_up(&casebook);
    let (machine, names) = empty_machine(root.path());
    machine.must("casebook_restore", opened_with(OTHER, &names[0]));
    let (machine, names) = empty_machine(root.path());
    machine.must("casebook_restore", opened_with(PASSPHRASE, names.last().unwrap()));
}

#[test]
fn a_suggested_passphrase_makes_a_casebook_and_the_recovery_sheet_takes_a_typed_word() {
    let casebook = TestCasebook::absent("2026-10-28");
    let suggested = casebook.must("passphrase_suggest", json!({}))["passphrase"].as_str().unwrap().to_owned();
    assert!(suggested.split('-').count() >= 5, "{suggested}");
    casebook.must("casebook_create", json!({ "passphrase": suggested, "again": suggested }));
    let refused = casebook.call("recovery_save_sheet", json!({ "typed": "" })).unwrap_err();
    assert!(matches!(refused, IpcError::Invalid { .. }), "{refused:?}");
    let target = casebook.folder.path().join("sheet.pdf");
    casebook.dialogs.will_answer(&target);
    casebook.must("recovery_save_sheet", json!({ "typed": " Paper " }));
    assert!(fs::read(&target).unwrap().starts_with(b"%PDF-1.7"));
}

/// Tells the child what to do, and where.
const ORDER: &str = "CASEBOOK_APP_TEST_CHILD";

/// The process that is killed. Run as a test of its own it has no order and nothing to do.
#[test]
fn child_restores_until_it_is_killed() {
    let Some(order) = std::env::var_os(ORDER) else { return };
    let order = order.into_string().unwrap();
    let (root, place) = order.split_once('|').unwrap();
    let machine = TestCasebook::absent_at(PathBuf::from(place), "2026-11-02");
    machine.dialogs.will_answer(root);
    let found = machine.must("backup_inspect", json!({}));
    let name = found["backups"][0]["snapshot"].as_str().unwrap();
    machine.must("casebook_restore", opened_with(PASSPHRASE, name));
    loop {
        thread::sleep(Duration::from_secs(1));
    }
}

#[test]
fn killed_in_the_middle_of_a_restore_there_is_no_casebook_or_a_whole_one() {
    let (casebook, root, _) = with_backup_folder();
    back_up(&casebook);
    let outer = tempfile::tempdir().unwrap();
    let mut whole = 0;
    for round in 0..12 {
        let place = outer.path().join("casebook");
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "child_restores_until_it_is_killed", "--nocapture"])
            .env(ORDER, format!("{}|{}", root.path().display(), place.display()))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // From the passphrase to some time after the end.
        thread::sleep(Duration::from_millis(150 + round * 130));
        child.kill().unwrap();
        child.wait().unwrap();
        if place.exists() {
            whole += 1;
            let store = store_in(&place, PASSPHRASE);
            assert!(store.check().unwrap().is_sound());
            assert_eq!(documents(&place).len(), 1);
            store.close().unwrap();
            fs::remove_dir_all(&place).unwrap();
        }
    }
    println!("{whole} of 12 were whole");
    // Whatever was left beside gives way to the next.
    let machine = TestCasebook::absent_at(outer.path().join("casebook"), "2026-11-02");
    machine.dialogs.will_answer(root.path());
    let found = machine.must("backup_inspect", json!({}));
    machine
        .must("casebook_restore", opened_with(PASSPHRASE, found["backups"][0]["snapshot"].as_str().unwrap()));
    assert_eq!(fs::read_dir(outer.path()).unwrap().count(), 1);
}

#[test]
fn a_dialog_left_open_keeps_no_locked_casebook_open() {
    let casebook = TestCasebook::ready("2026-10-28");
    let root = tempfile::tempdir().unwrap();
    casebook.dialogs.will_answer(root.path());
    let left_open = casebook.dialogs.stay_open();
    thread::scope(|scope| {
        let waiting = scope.spawn(|| casebook.call("backup_choose_folder", json!({})));
        while !casebook.dialogs.was_asked() {
            thread::sleep(Duration::from_millis(5));
        }
        casebook.must("casebook_lock", json!({}));
        assert!(matches!(waiting.join().unwrap(), Err(IpcError::Locked)), "the command ends");
        casebook.unlock();
        drop(left_open);
    });
    assert!(snapshots(root.path()).is_empty(), "what the dialog answered was heard by nobody");
}
