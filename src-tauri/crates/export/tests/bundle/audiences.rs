//! Bundles for different readers: what is withheld is named with its reason, and the rest still verifies.

use std::fs;

use casebook_export::{
    Audience, BundleInput, BundleWithheld, Cause, Reason, Wrapping, read_back, write_bundle,
};
use casebook_history::{Hash, Value};
use tempfile::TempDir;

use crate::made::{Bundled, Recorder, case, day, facts, files, salt_of, withhold};

/// The case as the person concerned gets it: without a note, and without an identity document.
fn for_the_subject() -> BundleInput {
    let mut input = case();
    input.audience = Audience::Subject;
    withhold(&mut input, Reason::LegalAdvice, |one| one.name == "text" && one.case_seq == 5);
    withhold(&mut input, Reason::OtherPerson, |one| one.name == "received_by");
    input
}

/// A case with an identity document, whose file is not in the bundle.
fn with_a_document() -> BundleInput {
    let mut made = Recorder::new();
    made.record("request.received", day(2026, 11, 1), facts(&[]), "The request came.", &[("text", b"Hello")]);
    made.record(
        "document.kept",
        day(2026, 11, 2),
        facts(&[("bytes", Value::Whole(48_213))]),
        "A file was kept.",
        &[("name", b"passport.png"), ("sha256", Hash::of(b"x").to_hex().as_bytes()), ("key", b"its own key")],
    );
    let mut input = made.input;
    input.particulars.retain(|one| one.name != "key");
    withhold(&mut input, Reason::Identity, |one| one.case_seq == 2);
    input
}

#[test]
fn each_withheld_particular_is_named_with_its_reason_by_both_verifiers_and_on_paper() {
    let bundled = Bundled::of(&for_the_subject());
    let checked = read_back(&bundled.folder()).unwrap();
    assert_eq!(checked.audience, "subject");
    let found: Vec<_> =
        checked.withheld.iter().map(|one| (one.case_seq, one.name.as_str(), one.reason)).collect();
    assert_eq!(found, [(1, "received_by", Reason::OtherPerson), (5, "text", Reason::LegalAdvice)]);
    let (is_content, said) = bundled.python(&[]);
    assert!(is_content && said.contains("the person concerned (subject)"), "{said}");
    for reason in [Reason::OtherPerson, Reason::LegalAdvice] {
        assert!(said.contains(reason.words()), "{said}");
    }
    let particulars = fs::read_to_string(bundled.folder().join("data/particulars.jsonl")).unwrap();
    assert!(!particulars.contains("Rang; no reply") && !particulars.contains("Reception"), "{particulars}");
    for path in files(&bundled.folder()) {
        let bytes = fs::read(bundled.folder().join(&path)).unwrap();
        let salt = salt_of(5, "received_by");
        assert!(!bytes.windows(32).any(|window| window == salt), "{path}");
    }
    let pdf = bundled.folder().join("data/history.pdf");
    let text = std::process::Command::new("pdftotext").arg("-raw").arg(pdf).arg("-").output().unwrap();
    let text = String::from_utf8(text.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [Reason::OtherPerson.words(), Reason::LegalAdvice.words(), Audience::Subject.words()] {
        assert!(text.contains(words), "{words} is not in:\n{text}");
    }
    assert!(!text.contains("Rang; no reply"), "{text}");
}

#[test]
fn an_identity_document_is_named_as_withheld_and_its_key_is_not_named_at_all() {
    let bundled = Bundled::of(&with_a_document());
    let checked = read_back(&bundled.folder()).unwrap();
    let names: Vec<_> = checked.withheld.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["name", "sha256"]);
    let (is_content, said) = bundled.python(&[]);
    assert!(is_content && said.contains(Reason::Identity.words()) && !said.contains("\"key\""), "{said}");
    let particulars = fs::read_to_string(bundled.folder().join("data/particulars.jsonl")).unwrap();
    assert!(!particulars.contains("key") && !particulars.contains("passport"), "{particulars}");
}

#[test]
fn every_reason_is_said_alike_by_verify_py() {
    for reason in Reason::ALL {
        let line = format!("\"{}\": \"{}\"", reason.code(), reason.words());
        assert!(casebook_export::VERIFY_PY.contains(&line), "{line}");
        assert_eq!(Reason::from_code(reason.code()), Some(reason));
    }
}

#[test]
fn nothing_is_left_out_in_silence() {
    let place = TempDir::new().unwrap();
    let refused = |input: &BundleInput| {
        let error = write_bundle(place.path(), input, Wrapping::Folder, &mut |_, _| {
            std::ops::ControlFlow::Continue(())
        });
        assert_eq!(error.unwrap_err().cause, Cause::Malformed { field: "withheld" });
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0);
    };
    let mut unnamed = for_the_subject();
    unnamed.withheld.pop();
    refused(&unnamed);
    let mut both = case();
    let first = &both.particulars[0];
    both.withheld.push(BundleWithheld {
        seq: first.seq,
        case_seq: first.case_seq,
        name: first.name.clone(),
        reason: Reason::Internal,
    });
    refused(&both);
    let mut twice = for_the_subject();
    twice.withheld.push(twice.withheld[0].clone());
    refused(&twice);
    let mut unknown = for_the_subject();
    unknown.withheld[0].name = "other".to_owned();
    refused(&unknown);
}

/// Rewrites a line of the particulars and all hashes above it, as somebody would who wants it unnoticed.
fn forged(bundled: &Bundled, change: impl Fn(&mut Vec<String>)) {
    let path = bundled.folder().join("data/particulars.jsonl");
    let mut lines: Vec<String> = fs::read_to_string(&path).unwrap().lines().map(str::to_owned).collect();
    change(&mut lines);
    let content: String = lines.iter().map(|line| format!("{line}\n")).collect();
    fs::write(&path, content).unwrap();
    for (list, below) in [("manifest-sha256.txt", "data/"), ("tagmanifest-sha256.txt", "")] {
        let lines: String = files(&bundled.folder())
            .iter()
            .filter(|path| path.starts_with(below) && (below == "data/" || !path.starts_with("data/")))
            .filter(|path| *path != "tagmanifest-sha256.txt")
            .map(|path| format!("{}  {path}\n", Hash::of(&fs::read(bundled.folder().join(path)).unwrap())))
            .collect();
        fs::write(bundled.folder().join(list), lines).unwrap();
    }
}

#[test]
fn a_line_about_something_withheld_cannot_be_taken_away_doubled_changed_or_made_up() {
    let input = for_the_subject();
    let is_about = |line: &String| line.contains("\"withheld\"");
    type Change<'a> = (&'a str, &'a dyn Fn(&mut Vec<String>));
    let changes: [Change<'_>; 5] = [
        ("taken away", &|lines| lines.retain(|line| !is_about(line))),
        ("doubled", &|lines| {
            let line = lines.iter().find(|line| is_about(line)).unwrap().clone();
            lines.push(line);
        }),
        ("with a made-up reason", &|lines| {
            lines.iter_mut().for_each(|line| *line = line.replace("legal_advice", "because"));
        }),
        ("about another entry", &|lines| {
            let line = lines.iter_mut().find(|line| is_about(line)).unwrap();
            *line = line.replace("\"case_seq\":1", "\"case_seq\":2");
        }),
        ("about something disclosed", &|lines| {
            lines.push(r#"{"case_seq":1,"name":"text","seq":5,"withheld":"internal"}"#.to_owned());
        }),
    ];
    for (what, change) in changes {
        let bundled = Bundled::of(&input);
        forged(&bundled, change);
        let fault = read_back(&bundled.folder()).expect_err(what);
        assert!(fault.to_string().contains("particulars.jsonl"), "{what}: {fault}");
        let (is_content, said) = bundled.python(&[]);
        assert!(!is_content && said.contains("particulars.jsonl"), "{what}: {said}");
    }
    // Without a change, forging finds nothing to say.
    let bundled = Bundled::of(&input);
    forged(&bundled, |_| ());
    read_back(&bundled.folder()).unwrap();
}
