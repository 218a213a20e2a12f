//! The program as a script would use it: what it prints, and how it ends.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use casebook_law::{Place, Right};
use serde_json::Value;

fn casebook(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_casebook")).args(arguments).output().expect("the program starts")
}

fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn complained(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures")
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path of plain characters")
}

#[test]
fn a_batch_gives_every_worked_example_its_dates() {
    let folder = tempfile::tempdir().unwrap();
    let worked = fixtures().join("law/worked-examples.csv");
    let mut reader = csv::Reader::from_path(&worked).unwrap();
    let batch = folder.path().join("batch.csv");
    let mut writer = csv::Writer::from_path(&batch).unwrap();
    writer.write_record(["id", "right", "jurisdiction", "nation", "received", "events"]).unwrap();
    let mut expected = vec!["id,due_initial,due_final".to_owned()];
    for row in reader.records() {
        let row = row.unwrap();
        writer.write_record(row.iter().take(6)).unwrap();
        let day = |place: usize| if &row[place] == "none" { "" } else { &row[place] };
        expected.push(format!("{},{},{}", &row[0], day(6), day(7)));
    }
    writer.flush().unwrap();
    assert_eq!(expected.len(), 71, "all seventy, and the header");
    let output = casebook(&["clock", "--batch", text(&batch)]);
    assert!(output.status.success(), "{}", complained(&output));
    assert_eq!(printed(&output).lines().collect::<Vec<_>>(), expected);
}

#[test]
fn a_row_that_cannot_be_done_is_named_and_the_others_are_printed() {
    let folder = tempfile::tempdir().unwrap();
    let batch = folder.path().join("batch.csv");
    fs::write(
        &batch,
        "id,right,jurisdiction,nation,received,events\n\
         good,access,UK,EW,2026-09-01,\n\
         wrong right,acces,UK,EW,2026-09-01,\n\
         wrong date,access,UK,EW,1 September,\n\
         wrong event,access,UK,EW,2026-09-01,id_asked:2026-09-02\n\
         wrong place,access,EU,EW,2026-09-01,\n\
         far away,access,UK,EW,2301-09-01,\n\
         also good,access,UK,SC,2026-10-30,\n",
    )
    .unwrap();
    let output = casebook(&["clock", "--batch", text(&batch)]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        printed(&output),
        "id,due_initial,due_final\ngood,2026-10-01,2026-10-01\nalso good,2026-12-01,2026-12-01\n"
    );
    let complaints = complained(&output);
    for (row, field) in [
        ("wrong right (line 3)", "right:"),
        ("wrong date (line 4)", "received:"),
        ("wrong event (line 5)", "event:"),
        ("wrong place (line 6)", "nation:"),
        ("far away (line 7)", "dates:"),
    ] {
        assert!(complaints.contains(&format!("row {row}: {field}")), "{row}:\n{complaints}");
    }
}

#[test]
fn a_batch_mixes_every_right_in_every_place() {
    let folder = tempfile::tempdir().unwrap();
    let batch = folder.path().join("batch.csv");
    let mut rows = "id,right,jurisdiction,nation,received,events\n".to_owned();
    let mut expected = vec!["id,due_initial,due_final".to_owned()];
    for right in Right::ALL {
        for place in Place::ALL {
            let (right, nation) = (right.code(), place.code());
            let law = if place.is_uk() { "UK" } else { "EU" };
            // Silent names may stand in a history; a pause belongs to access under UK law alone (TIME-11).
            let events =
                "logged:2026-11-03;clar_requested:2026-11-04;clar_received:2026-11-05;posted:2026-11-06";
            rows.push_str(&format!("{right} {nation},{right},{law},{nation},2026-11-02,{events}\n"));
            let due = match (right, law) {
                ("consent_withdrawal", _) | ("complaint", "EU") => "",
                ("access", "UK") => "2026-12-04",
                _ => "2026-12-02",
            };
            expected.push(format!("{right} {nation},{due},{due}"));
        }
    }
    assert_eq!(expected.len(), 46, "nine rights, five places, and the header");
    fs::write(&batch, rows).unwrap();
    let output = casebook(&["clock", "--batch", text(&batch)]);
    assert!(output.status.success(), "{}", complained(&output));
    assert_eq!(printed(&output).lines().collect::<Vec<_>>(), expected);
}

#[test]
fn one_matter_prints_its_dates_and_its_working_as_json() {
    let output = casebook(&[
        "clock",
        "--right",
        "access",
        "--jurisdiction",
        "UK",
        "--nation",
        "EW",
        "--received",
        "2026-09-01",
        "--event",
        "id_requested:2026-09-02",
        "--event",
        "id_received:2026-09-14",
        "--today",
        "2026-09-20",
        "--json",
    ]);
    assert!(output.status.success(), "{}", complained(&output));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["due_initial"], "2026-10-14");
    assert_eq!(answer["due_final"], "2026-10-14");
    assert_eq!(answer["state"], "running");
    let working = answer["working"].as_array().unwrap();
    assert!(
        working.iter().any(|step| step["rule"] == "TIME-5" && step["date"] == "2026-09-14"),
        "{working:#?}"
    );
    assert!(working.iter().all(|step| step["text"].as_str().is_some_and(|text| text.ends_with('.'))));
}

#[test]
fn a_matter_without_a_date_prints_null() {
    let output = casebook(&[
        "clock",
        "--right",
        "access",
        "--received",
        "2026-09-01",
        "--event",
        "clar_requested:2026-09-04",
        "--json",
    ]);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&answer["due_initial"], &answer["due_final"]), (&Value::Null, &Value::Null));
    assert_eq!(answer["state"], "paused");
}

#[test]
fn bad_arguments_end_with_two_and_name_the_field() {
    for (arguments, named) in [
        (vec!["clock"], "--right"),
        (vec!["clock", "--right", "acces", "--received", "2026-09-01"], "right:"),
        (vec!["clock", "--right", "acces", "--received", "2026-09-01"], "write one of access, rectification"),
        (
            vec!["clock", "--right", "access", "--received", "soon"],
            "received: write the date as year-month-day",
        ),
        (
            vec!["clock", "--right", "access", "--received", "2026-02-30"],
            "received: the calendar has no such day",
        ),
        (
            vec!["clock", "--right", "access", "--received", "2026-13-01"],
            "received: the calendar has no such day",
        ),
        (
            vec!["clock", "--right", "access", "--received", "2026-09-01", "--event", "id_asked:2026-09-02"],
            "event: there is no event of this name; the names that move a clock are id_requested, id_received",
        ),
        (
            vec![
                "clock",
                "--right",
                "access",
                "--received",
                "2026-09-01",
                "--event",
                "id_requested:2026-09-31",
            ],
            "event: of id_requested: the calendar has no such day",
        ),
        (
            vec!["clock", "--right", "access", "--received", "2026-09-01", "--today", "2026-09-31"],
            "--today <TODAY>': the calendar has no such day",
        ),
        (vec!["clock", "--batch", "/does/not/exist.csv"], "batch:"),
        (vec!["verify", "/does/not/exist"], "folder:"),
        (vec!["no-such-task"], "no-such-task"),
    ] {
        let output = casebook(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(complained(&output).contains(named), "{arguments:?}: {}", complained(&output));
    }
}

#[test]
fn a_made_up_casebook_verifies_exports_and_its_export_verifies() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("demo");
    let passphrase = folder.path().join("passphrase");
    let tell = |place: &Path| {
        casebook(&[
            "demo",
            "--casebook",
            text(place),
            "--cases",
            "5",
            "--papers",
            "2",
            "--seed",
            "7",
            "--today",
            "2026-11-20",
            "--passphrase-file",
            text(&passphrase),
        ])
    };
    let output = tell(&place);
    assert!(output.status.success(), "{}", complained(&output));
    let verify =
        |folder: &Path| casebook(&["verify", text(folder), "--passphrase-file", text(&passphrase), "--json"]);
    let output = verify(&place);
    assert!(output.status.success(), "{}", complained(&output));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["sound"], true);

    let again = tell(&place);
    assert_eq!(again.status.code(), Some(2), "an existing casebook is never written over");

    let output = casebook(&[
        "export",
        "--casebook",
        text(&place),
        "--passphrase-file",
        text(&passphrase),
        "--case",
        "SR-2025-0001-C",
        "--to",
        text(folder.path()),
        "--reason",
        "For the file",
        "--folder",
        "--json",
    ]);
    assert!(output.status.success(), "{}", complained(&output));
    let exported: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(exported["passphrase"], Value::Null);
    let bundle = folder.path().join(exported["name"].as_str().unwrap());
    assert!(verify(&bundle).status.success());

    let output = casebook(&[
        "export",
        "--casebook",
        text(&place),
        "--passphrase-file",
        text(&passphrase),
        "--case",
        "SR-2025-0001-C",
        "--to",
        text(folder.path()),
        "--reason",
        "The person asked",
        "--audience",
        "subject",
        "--zip",
        "--json",
    ]);
    assert!(output.status.success(), "{}", complained(&output));
    let exported: Value = serde_json::from_slice(&output.stdout).unwrap();
    let archive = folder.path().join(exported["name"].as_str().unwrap());
    let of_archive = folder.path().join("of-archive");
    fs::write(&of_archive, exported["passphrase"].as_str().unwrap()).unwrap();
    let verified = casebook(&["verify", text(&archive), "--passphrase-file", text(&of_archive), "--json"]);
    let answer: Value = serde_json::from_slice(&verified.stdout).unwrap();
    assert!(answer["sound"] == true && answer["sentence"].as_str().unwrap().contains("withheld"), "{answer}");
    assert_eq!(verify(&archive).status.code(), Some(1), "the casebook's passphrase opens no archive");

    let history = bundle.join("data/history.csv");
    let mut bytes = fs::read(&history).unwrap();
    let last = bytes.len() - 3;
    bytes[last] ^= 1;
    fs::write(&history, bytes).unwrap();
    let output = verify(&bundle);
    assert_eq!(output.status.code(), Some(1));
    assert!(complained(&output).contains("history.csv"), "{}", complained(&output));

    fs::write(&passphrase, "not the passphrase of it").unwrap();
    assert_eq!(verify(&place).status.code(), Some(2));
}

#[test]
fn a_casebook_is_backed_up_and_brought_back_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let [place, root, secret, elsewhere] =
        ["demo", "backups", "passphrase", "elsewhere"].map(|name| folder.path().join(name));
    let made = casebook(&[
        "demo",
        "--casebook",
        text(&place),
        "--cases",
        "3",
        "--papers",
        "1",
        "--today",
        "2026-11-20",
        "--passphrase-file",
        text(&secret),
    ]);
    assert!(made.status.success(), "{}", complained(&made));
    let back_up = |more: &[&str]| {
        let task = ["backup", "--casebook", text(&place), "--passphrase-file", text(&secret)];
        casebook(&[&task, more].concat())
    };
    let nowhere = back_up(&[]);
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(complained(&nowhere).contains("No backup folder has been chosen"), "{}", complained(&nowhere));
    let missing = back_up(&["--to", text(&root)]);
    assert_eq!(missing.status.code(), Some(2));
    fs::create_dir(&root).unwrap();
    let backed_up = back_up(&["--to", text(&root)]);
    assert!(backed_up.status.success(), "{}", complained(&backed_up));
    assert!(printed(&backed_up).contains("It holds everything."), "{}", printed(&backed_up));
    assert!(back_up(&[]).status.success(), "the folder is remembered");

    let restore = |to: &Path| {
        let task = ["restore", "--from", text(&root), "--casebook", text(to)];
        casebook(&[&task[..], &["--passphrase-file", text(&secret)]].concat())
    };
    let taken = restore(&place);
    assert_eq!(taken.status.code(), Some(2));
    assert!(complained(&taken).contains("never takes the place"), "{}", complained(&taken));
    let restored = restore(&elsewhere);
    assert!(restored.status.success(), "{}", complained(&restored));
    let checked = casebook(&["verify", text(&elsewhere), "--passphrase-file", text(&secret)]);
    assert!(checked.status.success(), "{}", complained(&checked));
}
