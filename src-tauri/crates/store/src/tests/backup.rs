//! A copy of the database: complete, of one moment, and looked at without touching it.

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::scribe::{Scribe, casebook_id, key, note};
use crate::backup::copy_database;
use crate::{Copy, DATABASE_FILE, Error, Store};

const PAGE: usize = 4096;

fn scribe() -> (TempDir, Scribe) {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create(folder.path());
    for name in ["Zofia Nowak", "Omar Haddad"] {
        let case = scribe.receive(name, "What do you hold about me?");
        scribe.record(case, "2026-10-28", &[note("She called."), note("She wrote.")]).unwrap();
    }
    (folder, scribe)
}

fn copy(folder: &Path, to: &Path) -> PathBuf {
    let target = to.join(DATABASE_FILE);
    copy_database(folder, &key(1), &target, &mut |_, _| ControlFlow::Continue(())).unwrap();
    target
}

fn names_in(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    names.map(|name| name.into_string().unwrap()).collect()
}

fn is_found(database: &Path) -> bool {
    let report = Copy::open(database, &key(1)).and_then(|copy| copy.check());
    !report.is_ok_and(|report| report.is_sound())
}

#[test]
fn a_copy_made_while_the_casebook_is_open_holds_all_of_it_in_one_file() {
    let (folder, mut scribe) = scribe();
    // A name that an address would misread.
    let outer = tempfile::tempdir().unwrap();
    let to = outer.path().join("Bäckup 50% #1?");
    fs::create_dir(&to).unwrap();
    let database = copy(folder.path(), &to);
    assert_eq!(names_in(&to), [DATABASE_FILE], "nothing is beside it");

    let before = fs::read(&database).unwrap();
    let copied = Copy::open(&database, &key(1)).unwrap();
    let report = copied.check().unwrap();
    assert!(report.is_sound(), "{report}");
    assert_eq!(copied.casebook().unwrap(), casebook_id());
    assert_eq!(copied.head().unwrap(), scribe.store.head().unwrap());
    drop(copied);
    assert_eq!(fs::read(&database).unwrap(), before, "looking at it changes nothing");
    assert_eq!(names_in(&to), [DATABASE_FILE]);

    // The casebook goes on; the copy, opened as a casebook, is where it was.
    let head = scribe.store.head().unwrap();
    scribe.receive("Maria Silva", "What do you hold about me?");
    let store = Store::open(&to, &key(1)).unwrap();
    assert_eq!(store.head().unwrap(), head);
    assert!(store.check().unwrap().is_sound());
}

#[test]
fn what_is_recorded_while_a_copy_is_made_is_not_half_in_it() {
    let (folder, mut scribe) = scribe();
    let case = scribe.receive("Maria Silva", "What do you hold about me?");
    // More than one portion of pages.
    scribe.record(case, "2026-10-28", &[note(&"word ".repeat(1_000_000))]).unwrap();
    let head = scribe.store.head().unwrap();
    let to = tempfile::tempdir().unwrap();
    let target = to.path().join(DATABASE_FILE);
    let mut steps = 0;
    copy_database(folder.path(), &key(1), &target, &mut |_, _| {
        steps += 1;
        scribe.record(case, "2026-10-29", &[note("She called.")]).unwrap();
        ControlFlow::Continue(())
    })
    .unwrap();
    assert!(steps > 1, "{steps}");
    let copied = Copy::open(&target, &key(1)).unwrap();
    assert_eq!(copied.head().unwrap(), head);
    assert!(copied.check().unwrap().is_sound());
    assert!(scribe.store.head().unwrap().seq > head.seq);
}

#[test]
fn a_copy_can_be_called_off() {
    let (folder, _scribe) = scribe();
    let to = tempfile::tempdir().unwrap();
    let target = to.path().join(DATABASE_FILE);
    let outcome = copy_database(folder.path(), &key(1), &target, &mut |_, _| ControlFlow::Break(()));
    assert!(matches!(outcome, Err(Error::Cancelled)), "{outcome:?}");
}

#[test]
fn a_copy_opens_with_no_other_key_and_a_file_in_its_place_stays() {
    let (folder, _scribe) = scribe();
    let to = tempfile::tempdir().unwrap();
    let database = copy(folder.path(), to.path());
    assert!(matches!(Copy::open(&database, &key(2)), Err(Error::KeyOrFirstPage)));
    let before = fs::read(&database).unwrap();
    let again = copy_database(folder.path(), &key(1), &database, &mut |_, _| ControlFlow::Continue(()));
    assert!(matches!(again, Err(Error::Disk(_))), "{again:?}");
    assert_eq!(fs::read(&database).unwrap(), before);
}

/// Row 26 of the bar, for the database: each page has a seal. The first 16 bytes are the salt, which the key brings.
#[test]
fn a_copy_with_a_flipped_bit_or_cut_short_is_found() {
    let (folder, _scribe) = scribe();
    let to = tempfile::tempdir().unwrap();
    let database = copy(folder.path(), to.path());
    let sound = fs::read(&database).unwrap();
    for page in 0..sound.len() / PAGE {
        let mut damaged = sound.clone();
        damaged[page * PAGE + 16 + page * 37 % (PAGE - 16)] ^= 0x10;
        fs::write(&database, &damaged).unwrap();
        assert!(is_found(&database), "page {page}");
    }
    for length in [0, 10, PAGE, sound.len() / 2, sound.len() - PAGE, sound.len() - 1] {
        fs::write(&database, &sound[..length]).unwrap();
        assert!(is_found(&database), "{length} bytes");
    }
    fs::write(&database, &sound).unwrap();
    assert!(!is_found(&database));
    fs::remove_file(&database).unwrap();
    assert!(matches!(Copy::open(&database, &key(1)), Err(Error::NotThere)));
}
