//! `history.pdf` as other programs read it.

use std::fs;
use std::path::Path;
use std::process::Command;

use casebook_export::Reason;
use casebook_history::Hash;

use crate::made::{Bundled, Recorder, case, day, facts, withhold};

fn text_of(pdf: &Path) -> String {
    let output =
        Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(pdf).arg("-").output().unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same in the order of the file, where the lines of a cell stand together.
fn raw_text_of(pdf: &Path) -> String {
    let output =
        Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(pdf).arg("-").output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_pages_are_sound_and_say_what_was_recorded() {
    let input = case();
    let bundled = Bundled::of(&input);
    let pdf = bundled.folder().join("data/history.pdf");
    let check = Command::new("qpdf").arg("--check").arg(&pdf).output().unwrap();
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stderr));

    let text = raw_text_of(&pdf);
    for event in &input.events {
        let sentence = event.sentence.reveal();
        assert!(text.contains(sentence.as_str()), "{sentence} is not in:\n{text}");
    }
    for step in &input.working[0].steps {
        assert!(text.contains(&step.rule) && text.contains(&step.text), "{} is not in:\n{text}", step.text);
    }
    for words in [
        "Subject request: access",
        "Requester",
        "14 Larch Rise Hexham NE46 1XX",
        "12 October 2026, 10:00:05 BST",
        "2026-10-12 09:00:05.005 UTC",
        "21 November 2026, 09:00:17 GMT",
        "Send me all you hold about me.",
        "Corrects or answers entry 8.",
        "UK-2026-06-19",
        "Civil Evidence Act 1995",
        "every name and text that was recorded and sealed is in this bundle",
    ] {
        assert!(text.contains(words), "{words} is not in:\n{text}");
    }
    let together = text.replace(' ', "");
    for letter in &input.letters {
        assert!(together.contains(&letter.sha256) && together.contains(&letter.name), "{}", letter.name);
    }
    assert!(!together.contains(&bundled.written.manifest_sha256));
}

#[test]
fn the_index_names_the_page_each_chapter_begins_on() {
    let bundled = Bundled::of_the_case();
    let pdf = bundled.folder().join("data/history.pdf");
    let page = |number: u32| {
        let number = number.to_string();
        let output = Command::new("pdftotext")
            .args(["-raw", "-f", &number, "-l", &number])
            .arg(&pdf)
            .arg("-")
            .output();
        String::from_utf8(output.unwrap().stdout).unwrap()
    };
    let first = page(1);
    let rows: Vec<_> = first.lines().skip_while(|line| *line != "Chapter Page").skip(1).take(10).collect();
    assert_eq!(rows.len(), 10, "{first}");
    for row in rows {
        let (chapter, number) = row.rsplit_once(' ').unwrap();
        let number: u32 = number.parse().unwrap();
        let found = page(number).lines().filter(|line| *line == chapter).count();
        assert_eq!(found, 1, "{chapter} is not on page {number}");
    }
}

#[test]
fn characters_no_typeface_has_are_printed_as_their_codes() {
    let bundled = Bundled::of_the_case();
    let text = text_of(&bundled.folder().join("data/history.pdf"));
    assert!(text.contains("Thank you [U+1F600] [U+5C71]"), "{text}");
    assert!(text.contains("=Zofia Żółkiewska-Brown"), "{text}");
    // The record has them as they came.
    let particulars = fs::read_to_string(bundled.folder().join("data/particulars.jsonl")).unwrap();
    assert!(particulars.contains("😀 山"));
}

#[test]
fn a_text_in_many_scripts_is_printed_whatever_it_is() {
    let mut made = Recorder::new();
    let scripts =
        "ع שלום ภาษา 漢字かな 한국어 Ελληνικά 👩‍👩‍👧 e\u{301}\u{323} \u{e000}x \u{fe0f} ﬁ 𝔸 \u{10ffff} क्षि";
    made.record("note.written", day(2026, 11, 1), facts(&[]), scripts, &[("text", scripts.as_bytes())]);
    let bundled = Bundled::of(&made.input);
    let text = text_of(&bundled.folder().join("data/history.pdf"));
    assert!(text.contains("[U+6F22][U+5B57]") && text.contains("Ελληνικά"), "{text}");
}

#[test]
fn what_stays_sealed_is_named_without_being_told() {
    let mut input = case();
    withhold(&mut input, Reason::OtherPerson, |one| one.name == "address");
    input.letters.remove(0);
    let bundled = Bundled::of(&input);
    let text = raw_text_of(&bundled.folder().join("data/history.pdf"));
    assert!(text.contains("2 address withheld: it is about somebody else"), "{text}");
    assert!(text.contains("not in this bundle"), "{text}");
}

#[test]
fn the_same_input_gives_the_same_pages() {
    let hash = || Hash::of(&fs::read(Bundled::of(&case()).folder().join("data/history.pdf")).unwrap());
    assert_eq!(hash(), hash());
}
