//! Bundles that somebody touched: both verifiers must say so and name what it was.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use casebook_export::{Fault, read_back};
use casebook_history::{Hash, ShortHead, event_hash};

use crate::made::{Bundled, Patient, case, files};

const EVENTS: &str = "data/events.jsonl";
const PARTICULARS: &str = "data/particulars.jsonl";

/// Both verifiers refuse the bundle, and both say all of `names`.
fn refused(bundled: &Bundled, names: &[&str], what: &str) -> Fault {
    refused_by(&mut Patient::of(bundled), bundled, names, what)
}

fn refused_by(patient: &mut Patient, bundled: &Bundled, names: &[&str], what: &str) -> Fault {
    let fault = read_back(&bundled.folder()).expect_err(what);
    let (wrong, said) = patient.check(&bundled.folder());
    assert!(wrong > 0 && said.contains("WRONG  "), "{what}: verify.py found nothing: {said}");
    for name in names {
        assert!(fault.to_string().contains(name), "{what}: `{fault}` does not name {name}");
        assert!(said.contains(name), "{what}: verify.py does not name {name}: {said}");
    }
    fault
}

#[test]
fn one_changed_byte_of_any_file_is_found_and_the_file_named() {
    let bundled = Bundled::of_the_case();
    let mut patient = Patient::of(&bundled);
    let folder = bundled.folder();
    let mut mutations = 0;
    for path in files(&folder) {
        let full = folder.join(&path);
        let bytes = fs::read(&full).unwrap();
        // First and last byte, and places spread over the whole; a bit that changes case, the lowest, the highest.
        let spread = (0..40).map(|part| part * (bytes.len() - 1) / 39);
        for (place, bit) in spread.zip([0x20, 0x01, 0x80].into_iter().cycle()) {
            let mut changed = bytes.clone();
            changed[place] ^= bit;
            fs::write(&full, &changed).unwrap();
            refused_by(
                &mut patient,
                &bundled,
                &[path.as_str()],
                &format!("byte {place} of {path}, bit {bit}"),
            );
            mutations += 1;
        }
        fs::write(&full, &bytes).unwrap();
    }
    assert!(mutations > 500, "only {mutations} mutations");
    read_back(&folder).unwrap();
}

#[test]
fn a_file_that_is_cut_lengthened_emptied_removed_renamed_or_replaced_is_named() {
    let bundled = Bundled::of_the_case();
    let mut patient = Patient::of(&bundled);
    let folder = bundled.folder();
    for path in files(&folder) {
        let full = folder.join(&path);
        let bytes = fs::read(&full).unwrap();
        let half = bytes[..bytes.len() / 2].to_vec();
        let longer = [bytes.as_slice(), b"\n"].concat();
        let shorter = bytes[..bytes.len() - 1].to_vec();
        for (what, other) in [("cut", half), ("longer", longer), ("shorter", shorter), ("empty", Vec::new())]
        {
            fs::write(&full, other).unwrap();
            refused_by(&mut patient, &bundled, &[path.as_str()], &format!("{path} {what}"));
        }
        fs::remove_file(&full).unwrap();
        refused_by(&mut patient, &bundled, &[path.as_str()], &format!("{path} removed"));
        let renamed = folder.join(format!("{path}.bak"));
        fs::write(&renamed, &bytes).unwrap();
        refused_by(&mut patient, &bundled, &[path.as_str()], &format!("{path} renamed"));
        fs::write(&full, &bytes).unwrap();
        refused_by(&mut patient, &bundled, &[&format!("{path}.bak")], &format!("{path} copied"));
        fs::remove_file(&renamed).unwrap();
    }
    for added in ["data/letters/SR-2026-0042-E-3.pdf", "data/more.txt", "notes.txt", "data/nötes 1.txt"] {
        fs::write(folder.join(added), "more").unwrap();
        // Printed in plain characters by one and as they are by the other.
        let shown = if added.is_ascii() { added } else { "tes 1.txt" };
        refused_by(&mut patient, &bundled, &[shown], &format!("{added} added"));
        fs::remove_file(folder.join(added)).unwrap();
    }
    fs::create_dir(folder.join("data/empty")).unwrap();
    refused_by(&mut patient, &bundled, &["data/empty"], "an empty folder added");
    fs::remove_dir(folder.join("data/empty")).unwrap();
    read_back(&folder).unwrap();
}

#[test]
fn the_program_in_the_bundle_ends_with_one_and_names_what_is_wrong() {
    let bundled = Bundled::of_the_case();
    fs::write(bundled.folder().join("data/history.csv"), "changed").unwrap();
    let output = Command::new("python3").arg("verify.py").current_dir(bundled.folder()).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said.contains("WRONG  data/history.csv: it is not the file that is listed in manifest-sha256.txt"),
        "{said}"
    );
    assert!(said.contains("NOT as it was made") && !said.contains("RIGHT"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_link_in_place_of_a_file_is_named_even_if_it_leads_to_the_same_bytes() {
    let bundled = Bundled::of_the_case();
    let file = bundled.folder().join("data/history.csv");
    let elsewhere = bundled.place.path().join("elsewhere.csv");
    fs::rename(&file, &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &file).unwrap();
    refused(&bundled, &["data/history.csv"], "a link");
}

#[test]
fn a_changed_byte_in_the_record_names_its_entry() {
    let bundled = Bundled::of_the_case();
    let file = bundled.folder().join(EVENTS);
    let bytes = fs::read(&file).unwrap();
    let count = bytes.iter().filter(|byte| **byte == b'\n').count();
    for place in (0..bytes.len()).step_by(97) {
        let entry = 1 + bytes[..place].iter().filter(|byte| **byte == b'\n').count();
        let mut changed = bytes.clone();
        changed[place] ^= 1;
        fs::write(&file, &changed).unwrap();
        let fault = read_back(&bundled.folder()).unwrap_err();
        assert_eq!(fault.file, EVENTS);
        // Either the entry is wrong in itself, or the next one does not follow it; the last has no next one.
        let named = fault.entry.map(|entry| usize::try_from(entry).unwrap());
        let is_right = named.map_or(entry == count, |named| named == entry || named == entry + 1);
        assert!(is_right, "byte {place} lies in entry {entry}: {fault}");
    }
}

// --- A forger who also writes all lists anew --------------------------------------------------------------------

/// Writes both lists and the labels anew, so that the files fit each other again.
fn reseal(folder: &Path) {
    let record = fs::read(folder.join(EVENTS)).unwrap();
    let last = record.split(|byte| *byte == b'\n').rev().nth(1).unwrap_or_default();
    let number = record.iter().filter(|byte| **byte == b'\n').count();
    let info = fs::read_to_string(folder.join("bag-info.txt")).unwrap();
    let labels: String = info
        .lines()
        .map(|line| match line.strip_prefix("Case-Head: ") {
            Some(_) => format!("Case-Head: {number} {}\n", event_hash(last)),
            None => format!("{line}\n"),
        })
        .collect();
    fs::write(folder.join("bag-info.txt"), labels).unwrap();
    for (list, of_data) in [("manifest-sha256.txt", true), ("tagmanifest-sha256.txt", false)] {
        let listed = files(folder)
            .into_iter()
            .filter(|path| path.starts_with("data/") == of_data && path != "tagmanifest-sha256.txt");
        let lines: BTreeMap<_, _> = listed
            .map(|path| (Hash::of(&fs::read(folder.join(&path)).unwrap()), path))
            .map(|(hash, path)| (path, hash))
            .collect();
        let text: String = lines.into_iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect();
        fs::write(folder.join(list), text).unwrap();
    }
}

/// A fresh bundle in which the lines of a file were changed and all lists written anew.
fn forged(path: &str, change: impl FnOnce(&mut Vec<String>)) -> Bundled {
    let bundled = Bundled::of_the_case();
    let file = bundled.folder().join(path);
    let mut lines: Vec<String> = fs::read_to_string(&file).unwrap().split('\n').map(str::to_owned).collect();
    assert_eq!(lines.pop().as_deref(), Some(""));
    change(&mut lines);
    fs::write(&file, lines.iter().map(|line| format!("{line}\n")).collect::<String>()).unwrap();
    reseal(&bundled.folder());
    bundled
}

#[test]
fn writing_the_lists_anew_changes_nothing_on_an_untouched_bundle() {
    let bundled = forged(EVENTS, |_| {});
    read_back(&bundled.folder()).unwrap();
    let (is_content, said) = bundled.python(&[]);
    assert!(is_content, "{said}");
}

/// What is done to the lines of a file, and what both verifiers must name.
type Forgery = (&'static str, fn(&mut Vec<String>), &'static str);

#[test]
fn a_forged_history_is_refused_although_every_file_fits_its_list() {
    let forgeries: [Forgery; 14] = [
        ("a date moved", |lines| lines[3] = lines[3].replace("2026-10-13", "2026-10-14"), "entry 5"),
        ("an entry left out", |lines| drop(lines.remove(4)), "entry 5"),
        ("the first left out", |lines| drop(lines.remove(0)), "entry 1"),
        ("two changed places", |lines| lines.swap(4, 5), "entry 5"),
        ("an entry twice", |lines| lines.insert(4, lines[4].clone()), "entry 6"),
        ("a space", |lines| lines[6] = lines[6].replacen(",\"at\"", ", \"at\"", 1), "entry 7"),
        (
            "another order",
            |lines| {
                lines[9] =
                    lines[9].replacen("{\"app\":\"0.1.0\",", "{", 1).replacen("}", ",\"app\":\"0.1.0\"}", 1);
            },
            "entry 10",
        ),
        ("an escape", |lines| lines[9] = lines[9].replacen("0.1.0", "0.1\\u002e0", 1), "entry 10"),
        (
            "a fraction",
            |lines| lines[9] = lines[9].replacen("\"facts\":{}", "\"facts\":{\"x\":1.0}", 1),
            "entry 10",
        ),
        (
            "null",
            |lines| lines[9] = lines[9].replacen("\"facts\":{}", "\"facts\":{\"x\":null}", 1),
            "entry 10",
        ),
        (
            "a huge number",
            |lines| lines[9] = lines[9].replacen("\"facts\":{}", "\"facts\":{\"x\":9007199254740992}", 1),
            "entry 10",
        ),
        (
            "a part more",
            |lines| lines[9] = lines[9].replacen("\"who\"", "\"when\":\"x\",\"who\"", 1),
            "entry 10",
        ),
        ("a key twice", |lines| lines[9] = lines[9].replacen("\"v\":1", "\"v\":1,\"v\":1", 1), "entry 10"),
        ("no JSON", |lines| lines[9] = "[".repeat(100_000), "entry 10"),
    ];
    for (what, change, name) in forgeries {
        refused(&forged(EVENTS, change), &[name, EVENTS], what);
    }
}

type Change = Box<dyn FnOnce(&mut Vec<String>)>;

#[test]
fn a_forged_particular_is_refused_although_every_file_fits_its_list() {
    let other = Hash::of(b"another salt").to_hex();
    let forgeries: [(&str, Change); 9] = [
        ("a value", Box::new(|lines| lines[1] = lines[1].replacen("Dear", "Deer", 1))),
        ("a base64 value", Box::new(|lines| lines[6] = lines[6].replacen("JVBERi", "JVBERj", 1))),
        (
            "a salt",
            Box::new(move |lines| {
                let (start, rest) = lines[2].split_once("\"salt\":\"").unwrap();
                let (_, end) = rest.split_at(64);
                lines[2] = format!("{start}\"salt\":\"{other}{end}");
            }),
        ),
        ("a name", Box::new(|lines| lines[0] = lines[0].replace("received_by", "sent_by"))),
        (
            "another entry of the case",
            Box::new(|lines| lines[0] = lines[0].replace("\"case_seq\":1", "\"case_seq\":2")),
        ),
        ("another entry", Box::new(|lines| lines[0] = lines[0].replace("\"seq\":5", "\"seq\":6"))),
        (
            "an entry that is not there",
            Box::new(|lines| lines[11] = lines[11].replace("\"seq\":17", "\"seq\":99")),
        ),
        ("another encoding", Box::new(|lines| lines[0] = lines[0].replace("utf-8", "rot13"))),
        ("twice", Box::new(|lines| lines.push(lines[11].clone()))),
    ];
    for (what, change) in forgeries {
        let fault = refused(&forged(PARTICULARS, change), &[PARTICULARS], what);
        assert_eq!(fault.file, PARTICULARS, "{what}");
    }
    let unfit = forged(PARTICULARS, |lines| lines[1] = lines[1].replacen("Dear", "Deer", 1));
    assert_eq!(refused(&unfit, &["text", "entry 1"], "the entry").entry, Some(1));
}

#[test]
fn a_letter_that_is_not_the_one_made_final_is_refused_although_every_file_fits_its_list() {
    let first = "data/letters/SR-2026-0042-E-1.pdf";
    let second = "data/letters/SR-2026-0042-E-2.pdf";
    let bundled = Bundled::of_the_case();
    let folder = bundled.folder();
    let read = |path: &str| fs::read(folder.join(path)).unwrap();
    let (one, two) = (read(first), read(second));

    let mut changed = one.clone();
    changed[50] ^= 1;
    fs::write(folder.join(first), changed).unwrap();
    reseal(&folder);
    assert_eq!(refused(&bundled, &[first], "a changed letter").entry, Some(3));

    fs::write(folder.join(first), &two).unwrap();
    fs::write(folder.join(second), &one).unwrap();
    reseal(&folder);
    refused(&bundled, &[first], "letters exchanged");

    fs::write(folder.join(first), &one).unwrap();
    fs::write(folder.join(second), &two).unwrap();
    for unknown in
        ["data/letters/SR-2026-0042-E-3.pdf", "data/letters/letter.pdf", "data/letters/SR-2026-0042-E-1.txt"]
    {
        fs::write(folder.join(unknown), &one).unwrap();
        reseal(&folder);
        refused(&bundled, &[unknown], "a letter more");
        fs::remove_file(folder.join(unknown)).unwrap();
    }
    reseal(&folder);
    read_back(&folder).unwrap();
}

/// What the README says cannot be seen without paper: the test keeps it true in both directions.
#[test]
fn an_end_cut_off_is_seen_only_by_who_has_a_mark_of_it() {
    let mut input = case();
    let mark = read_back(&Bundled::of_the_case().folder()).unwrap().head.words();
    input.events.pop();
    input.particulars.pop();
    let bundled = Bundled::of(&input);
    let checked = read_back(&bundled.folder()).unwrap();
    assert_eq!(checked.events, 9);
    assert!(!checked.bears(&ShortHead::parse(&mark).unwrap()));
    assert!(bundled.python(&[]).0);
    let (is_content, said) = bundled.python(&["--mark", &mark]);
    assert!(!is_content && said.contains("the mark"), "{said}");

    // With the labels left as they were, nobody needs paper.
    let cut = forged(EVENTS, |_| {});
    let file = cut.folder().join(EVENTS);
    let record = fs::read_to_string(&file).unwrap();
    let shorter: String = record.lines().take(9).map(|line| format!("{line}\n")).collect();
    let info = fs::read(cut.folder().join("bag-info.txt")).unwrap();
    fs::write(&file, shorter).unwrap();
    let particulars = fs::read_to_string(cut.folder().join(PARTICULARS)).unwrap();
    let fewer: String = particulars.lines().take(11).map(|line| format!("{line}\n")).collect();
    fs::write(cut.folder().join(PARTICULARS), fewer).unwrap();
    reseal(&cut.folder());
    fs::write(cut.folder().join("bag-info.txt"), info).unwrap();
    let tags = cut.folder().join("tagmanifest-sha256.txt");
    let info_hash = Hash::of(&fs::read(cut.folder().join("bag-info.txt")).unwrap());
    let list = fs::read_to_string(&tags).unwrap();
    let mended: String = list
        .lines()
        .map(|line| {
            if line.ends_with("  bag-info.txt") {
                format!("{info_hash}  bag-info.txt\n")
            } else {
                format!("{line}\n")
            }
        })
        .collect();
    fs::write(&tags, mended).unwrap();
    refused(&cut, &["bag-info.txt", "does not end"], "a cut end");
}

#[test]
fn what_is_no_bundle_is_said_so() {
    let place = tempfile::TempDir::new().unwrap();
    for folder in [place.path().to_owned(), place.path().join("gone")] {
        read_back(&folder).unwrap_err();
    }
    fs::write(place.path().join("letter.txt"), "hello").unwrap();
    assert!(read_back(place.path()).unwrap_err().to_string().contains("not a bundle"));
}
