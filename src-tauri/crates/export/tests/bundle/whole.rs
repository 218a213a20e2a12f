//! Bundles that nobody touched.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use casebook_export::{Cause, Reason, VERIFY_PY, Wrapping, read_back, write_bundle};
use casebook_history::{Hash, ShortHead};
use tempfile::TempDir;

use crate::made::{
    Bundled, CASEBOOK, REFERENCE, Recorder, case, day, facts, files, python, salt_of, withhold,
};

fn go_on(_: u32, _: u32) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

#[test]
fn a_bundle_is_read_back_as_it_was_written() {
    let input = case();
    let bundled = Bundled::of_the_case();
    assert_eq!(bundled.written.name, "SR-2026-0042-E-history-2026-11-22");
    let checked = read_back(&bundled.folder()).unwrap();
    assert_eq!(checked.case_reference, REFERENCE);
    assert_eq!(checked.events, 10);
    assert_eq!(usize::try_from(checked.particulars_matching).unwrap(), input.particulars.len());
    assert_eq!(checked.withheld, []);
    assert_eq!((checked.letters, checked.letters_absent.len()), (2, 0));
    assert_eq!(checked.files, bundled.written.files);
    assert_eq!(usize::try_from(checked.files).unwrap(), files(&bundled.folder()).len());
    assert_eq!(checked.manifest_sha256, bundled.written.manifest_sha256);
    assert_eq!(checked.head, *checked.heads.last().unwrap());
}

#[test]
fn the_program_in_the_bundle_agrees_and_counts_the_same() {
    let bundled = Bundled::of_the_case();
    // As somebody who received it would: in the folder, without an argument.
    let (is_content, said) = python(&bundled.folder().join("verify.py"), None, &[]);
    assert!(is_content, "{said}");
    for words in [
        "SR-2026-0042-E",
        "13, each as listed, and no other",
        "10, unbroken",
        "12 as recorded, 0 not in",
        "2 as made final, 0 not in",
        &bundled.written.manifest_sha256,
        "RIGHT",
    ] {
        assert!(said.contains(words), "{words} is missing in:\n{said}");
    }
    assert_eq!(fs::read_to_string(bundled.folder().join("verify.py")).unwrap(), VERIFY_PY);
}

#[test]
fn the_bag_is_one_by_the_letter_of_the_standard() {
    let bundled = Bundled::of_the_case();
    let folder = bundled.folder();
    let read = |path: &str| fs::read(folder.join(path)).unwrap();
    assert_eq!(read("bagit.txt"), b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");

    let mut listed = BTreeMap::new();
    for list in ["manifest-sha256.txt", "tagmanifest-sha256.txt"] {
        for line in String::from_utf8(read(list)).unwrap().lines() {
            let mut words = line.split_whitespace();
            let (hash, path) = (words.next().unwrap().to_owned(), words.next().unwrap().to_owned());
            assert_eq!(words.next(), None);
            assert_eq!(path.starts_with("data/"), list.starts_with("manifest"), "{path} stands in {list}");
            assert_eq!(Hash::of(&read(&path)).to_hex(), hash, "{path}");
            assert_eq!(listed.insert(path, hash), None);
        }
    }
    let found: Vec<_> = files(&folder).into_iter().filter(|path| path != "tagmanifest-sha256.txt").collect();
    assert_eq!(listed.keys().cloned().collect::<Vec<_>>(), {
        let mut sorted = found.clone();
        sorted.sort();
        sorted
    });

    let data: Vec<_> = found.iter().filter(|path| path.starts_with("data/")).collect();
    let bytes: usize = data.iter().map(|path| read(path).len()).sum();
    let info = String::from_utf8(read("bag-info.txt")).unwrap();
    assert!(info.contains(&format!("Payload-Oxum: {bytes}.{}\n", data.len())), "{info}");
    assert!(info.lines().all(|line| line.contains(": ")), "{info}");
    assert!(
        info.contains("Bagging-Date: 2026-11-22\n") && info.contains("External-Identifier: SR-2026-0042-E\n")
    );
}

#[test]
fn the_readme_speaks_of_this_bundle_and_of_each_file_in_it() {
    let bundled = Bundled::of_the_case();
    let readme = fs::read_to_string(bundled.folder().join("README.txt")).unwrap();
    assert!(
        readme
            .starts_with("HISTORY OF CASE SR-2026-0042-E\n\nMade by Kestrel & Sons Ltd\non 22 November 2026")
    );
    assert!(!readme.contains(['{', '}']), "{readme}");
    assert!(readme.lines().all(|line| line.chars().count() <= 90), "{readme}");
    for path in files(&bundled.folder()) {
        let named = match path.rsplit_once('/') {
            Some((folder, _)) if folder != "data" => format!("{folder}/"),
            _ => path,
        };
        assert!(named == "README.txt" || readme.contains(&named), "{named} is not explained");
    }
}

#[cfg(unix)]
#[test]
fn nobody_but_its_owner_may_look_into_a_bundle() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = TempDir::new().unwrap();
    let written = write_bundle(place.path(), &long_case(1), Wrapping::Folder, &mut go_on).unwrap();
    let mode = fs::metadata(place.path().join(written.name)).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}

#[cfg(target_os = "linux")]
#[test]
fn the_tool_every_linux_has_checks_both_lists() {
    let bundled = Bundled::of_the_case();
    for list in ["manifest-sha256.txt", "tagmanifest-sha256.txt"] {
        let mut command = std::process::Command::new("sha256sum");
        let status =
            command.args(["--check", "--strict", "--quiet", list]).current_dir(bundled.folder()).status();
        assert!(status.unwrap().success(), "{list}");
    }
}

#[test]
fn a_withheld_particular_stays_sealed_and_the_rest_still_verifies() {
    let mut input = case();
    withhold(&mut input, Reason::OtherPerson, |one| {
        one.name == "name" || one.name == "address" || (one.name == "text" && one.seq == 5)
    });
    let withheld: Vec<_> = input.withheld.iter().map(|one| (one.seq, one.name.clone())).collect();
    assert_eq!(withheld.len(), 3);
    let bundled = Bundled::of(&input);

    let checked = read_back(&bundled.folder()).unwrap();
    let expected = [(1, "text"), (2, "address"), (2, "name")].map(|(entry, name)| (entry, name.to_owned()));
    let found: Vec<_> = checked.withheld.iter().map(|one| (one.case_seq, one.name.clone())).collect();
    assert_eq!(found, expected);
    assert!(checked.withheld.iter().all(|one| one.reason == Reason::OtherPerson));
    let (is_content, said) = bundled.python(&[]);
    assert!(is_content, "{said}");
    assert!(said.contains("9 as recorded, 3 not in this bundle"), "{said}");
    let why = Reason::OtherPerson.words();
    assert!(said.contains(&format!("not in this bundle: \"address\" of entry 2 ({why})")), "{said}");

    for (seq, name) in withheld {
        let salt = salt_of(seq, &name);
        let hex = Hash::from_bytes(salt).to_hex();
        for path in files(&bundled.folder()) {
            let bytes = fs::read(bundled.folder().join(&path)).unwrap();
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            assert!(!bytes.windows(32).any(|window| window == salt), "{path} holds the salt of {name}");
            assert!(!text.contains(&hex), "{path} holds the salt of {name}");
        }
    }
}

#[test]
fn a_letter_that_was_erased_is_named_as_absent() {
    let mut input = case();
    input.letters.remove(0);
    withhold(&mut input, Reason::Erased, |one| one.name == "pdf" && one.case_seq == 3);
    let bundled = Bundled::of(&input);
    assert_eq!(read_back(&bundled.folder()).unwrap().letters_absent, [1]);
    let (is_content, said) = bundled.python(&[]);
    assert!(is_content && said.contains("1 as made final, 1 not in this bundle"), "{said}");
}

#[test]
fn a_mark_from_paper_is_found_in_the_history_it_was_printed_from() {
    let bundled = Bundled::of_the_case();
    let checked = read_back(&bundled.folder()).unwrap();
    for head in &checked.heads {
        let paper = head.words();
        assert!(checked.bears(&ShortHead::parse(&paper).unwrap()));
    }
    let paper = checked.heads[5].words();
    for typed in
        [paper.as_str(), &paper.to_lowercase().replace('·', ""), &paper.replace('0', "O").replace('1', "l")]
    {
        // The number in front is never written with letters.
        let typed = typed.replacen("l ", "1 ", 1);
        let (is_content, said) = bundled.python(&["--mark", &typed]);
        assert!(is_content && said.contains("Mark:         found"), "{typed}: {said}");
    }
    let other = paper.replacen('6', "7", 1);
    assert!(!checked.bears(&ShortHead::parse(&other).unwrap()));
    let (is_content, said) = bundled.python(&["--mark", &other]);
    assert!(!is_content && said.contains("the mark: no entry of this history bears it"), "{said}");
}

#[test]
fn a_second_bundle_of_the_day_gets_a_number_and_the_first_stays() {
    let place = TempDir::new().unwrap();
    let names =
        [1, 2, 3].map(|_| write_bundle(place.path(), &case(), Wrapping::Folder, &mut go_on).unwrap().name);
    let first = "SR-2026-0042-E-history-2026-11-22";
    assert_eq!(names, [first.to_owned(), format!("{first}-2"), format!("{first}-3")]);
    for name in &names {
        read_back(&place.path().join(name)).unwrap();
    }
    let first = files(&place.path().join(&names[0]));
    for path in &first {
        let bytes = |name: &str| fs::read(place.path().join(name).join(path)).unwrap();
        assert!(bytes(&names[0]) == bytes(&names[1]), "{path} is not the same from the same input");
    }
}

#[test]
fn what_already_lies_there_is_never_touched() {
    let place = TempDir::new().unwrap();
    let wanted = place.path().join("SR-2026-0042-E-history-2026-11-22");
    fs::write(&wanted, "a file of that name").unwrap();
    let partial = place.path().join("SR-2026-0042-E-history-2026-11-22-2.partial");
    fs::create_dir(&partial).unwrap();
    fs::write(partial.join("kept.txt"), "kept").unwrap();
    let written = write_bundle(place.path(), &case(), Wrapping::Folder, &mut go_on).unwrap();
    assert_eq!(written.name, "SR-2026-0042-E-history-2026-11-22-3");
    assert_eq!(fs::read_to_string(&wanted).unwrap(), "a file of that name");
    assert_eq!(fs::read_to_string(partial.join("kept.txt")).unwrap(), "kept");
}

#[test]
fn cancelling_at_any_moment_leaves_nothing() {
    let input = long_case(100);
    let mut moments = BTreeSet::new();
    let place = TempDir::new().unwrap();
    write_bundle(place.path(), &input, Wrapping::Folder, &mut |done, total| {
        assert!(done <= total);
        moments.insert(done);
        ControlFlow::Continue(())
    })
    .unwrap();
    // While events are checked, put into the table and onto paper, while the pages are drawn, and just before the end.
    assert!(moments.len() >= 5 && moments.contains(&301), "{moments:?}");
    for moment in moments {
        let place = TempDir::new().unwrap();
        let error = write_bundle(place.path(), &input, Wrapping::Folder, &mut |done, _| {
            if done >= moment { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })
        .unwrap_err();
        assert_eq!((error.cause, error.left_behind), (Cause::Cancelled, None));
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0);
    }
}

#[test]
fn a_progress_that_panics_leaves_nothing_either() {
    let place = TempDir::new().unwrap();
    let path = place.path().to_owned();
    let outcome = std::panic::catch_unwind(move || {
        let _ = write_bundle(&path, &case(), Wrapping::Folder, &mut |done, total| {
            assert!(done < total, "the end");
            ControlFlow::Continue(())
        });
    });
    assert!(outcome.is_err());
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0);
}

#[test]
fn a_folder_that_cannot_be_written_to_is_said_so() {
    let place = TempDir::new().unwrap();
    let file = place.path().join("file");
    fs::write(&file, "").unwrap();
    for wrong in [place.path().join("gone"), file] {
        let error = write_bundle(&wrong, &case(), Wrapping::Folder, &mut go_on).unwrap_err();
        assert_eq!(error.cause, Cause::FolderMissing);
        assert_eq!(
            error.to_string(),
            "The chosen folder is not there. Nothing was left in the folder, and the case is unchanged."
        );
    }
    if cfg!(target_os = "linux") {
        // Nobody may make a folder here, not even root.
        let error = write_bundle(Path::new("/sys"), &case(), Wrapping::Folder, &mut go_on).unwrap_err();
        assert_eq!(error.cause, Cause::FolderReadOnly);
    }
}

#[test]
fn what_was_not_recorded_is_not_exported() {
    let place = TempDir::new().unwrap();
    let refused = |change: &dyn Fn(&mut casebook_export::BundleInput)| {
        let mut input = case();
        change(&mut input);
        let error = write_bundle(place.path(), &input, Wrapping::Folder, &mut go_on).unwrap_err();
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0);
        error.cause
    };
    let letter = Cause::NotAsRecorded { list: "letters", place: 2 };
    assert_eq!(refused(&|input| input.letters[1].bytes[100] ^= 1), letter);
    assert_eq!(
        refused(&|input| input.documents[0].name = "../0001.png".to_owned()),
        Cause::FileName { list: "documents", place: 1 }
    );
    assert_eq!(
        refused(&|input| input.letters[1].name = input.letters[0].name.to_lowercase()),
        Cause::FileName { list: "letters", place: 2 }
    );
    assert_eq!(
        refused(&|input| input.case_reference = "../x".to_owned()),
        Cause::Malformed { field: "case_reference" }
    );
    assert_eq!(refused(&|input| input.casebook = "other".to_owned()), Cause::Malformed { field: "casebook" });
    assert_eq!(
        refused(&|input| input.particulars[0].case_seq += 1),
        Cause::Malformed { field: "particulars.case_seq" }
    );
    assert!(
        matches!(refused(&|input| drop(input.events.remove(3))), Cause::History(fault) if fault.seq == 4)
    );
    let another_value = refused(&|input| input.particulars[0].value = b"other".to_vec().into());
    assert!(matches!(another_value, Cause::History(fault) if fault.seq == 1));
}

#[test]
fn a_case_without_letters_documents_or_particulars_is_a_bundle_too() {
    let mut made = Recorder::new();
    made.record("request.received", day(2026, 11, 1), facts(&[]), "The request came.", &[]);
    let bundled = Bundled::of(&made.input);
    assert_eq!(read_back(&bundled.folder()).unwrap().events, 1);
    let (is_content, said) = bundled.python(&[]);
    assert!(is_content, "{said}");
    assert!(made.input.casebook == CASEBOOK && !bundled.folder().join("data/letters").exists());
}

/// A case of many notes.
pub(crate) fn long_case(entries: u32) -> casebook_export::BundleInput {
    let mut made = Recorder::new();
    for number in 0..entries {
        let text = format!("Note {number}: looked into mailbox {} and found nothing new.", number % 17);
        made.record(
            "note.written",
            day(2026, 1 + number % 12, 1 + number % 28),
            facts(&[]),
            "A note was written.",
            &[("text", text.as_bytes())],
        );
    }
    made.input
}
