//! Faults in the middle of an action: afterwards everything is as before, or everything is as after.

use casebook_cases::LetterId;
use rusqlite::Connection;

use super::dump::{TABLES, dump};
use super::scribe::{Scribe, key, letter_final, note};
use crate::open::{Lock, Purpose, begin_file, connect, database_in};
use crate::{Append, Error, Store, migrate};

/// Makes the database fail once, after so many steps of its machine. A statement is many steps, so this falls between
/// any two statements and into the middle of each.
fn fail_once_after(connection: &mut Connection, steps: u32) {
    let mut taken = 0;
    let fail = move || {
        taken += 1;
        taken == steps + 1
    };
    connection.progress_handler(1, Some(fail)).unwrap();
}

fn go_on(connection: &mut Connection) {
    connection.progress_handler(1, None::<fn() -> bool>).unwrap();
}

/// Each of the first three hundred steps, then ever wider apart: an action takes some thousands.
fn every_step() -> impl Iterator<Item = u32> {
    let wider = |steps: &u32| steps.checked_add(1 + steps.saturating_sub(300) / 50);
    std::iter::successors(Some(0), wider)
}

/// Fails an append at step after step until it goes through; returns how often it failed. The very last step comes
/// after the commit: then it is recorded, and repeating it says so.
fn fail_until_recorded(store: &Store, append: &Append) -> u32 {
    let before = dump(store, &TABLES);
    let mut failures = 0;
    for steps in every_step() {
        fail_once_after(&mut store.writer().connection, steps);
        let outcome = store.append(append);
        go_on(&mut store.writer().connection);
        if outcome.is_ok() {
            break;
        }
        failures += 1;
        if dump(store, &TABLES) != before {
            assert!(store.append(append).unwrap().again, "after {steps} steps: neither before nor after");
            break;
        }
    }
    assert_ne!(dump(store, &TABLES), before);
    assert!(store.check().unwrap().is_sound());
    failures
}

/// Row 4 of the bar.
#[test]
fn invariant_04_an_action_that_fails_at_any_step_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create(folder.path());
    let case = scribe.receive("Zofia Nowak", "What do you hold about me?");
    scribe.store.draft_keep("note", Some(case), &"She called".to_owned().into()).unwrap();

    let letter = LetterId::new(scribe.id());
    let mut append =
        scribe.append_of(Some(case), "2026-11-02", &[note("She called."), letter_final(letter, 1)]);
    append.erase = vec![(1, "text".to_owned()), (2, "name".to_owned())];
    append.forget_drafts = vec!["note".to_owned()];

    let failures = fail_until_recorded(&scribe.store, &append);
    assert!(failures > 500, "the fault fell only {failures} times");
    assert!(scribe.store.letter(letter).unwrap().is_some());
    assert_eq!(scribe.store.draft("note").unwrap(), None);
    assert_eq!(scribe.store.particular(1, "text").unwrap(), None);
}

/// What was left open must not be recorded with the next action.
#[test]
fn a_transaction_that_was_left_open_is_undone() {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create(folder.path());
    let case = scribe.receive("Zofia Nowak", "What do you hold about me?");
    let append = scribe.append_of(Some(case), "2026-11-02", &[note("She called.")]);
    let left_open = "BEGIN IMMEDIATE; INSERT INTO draft VALUES ('note', NULL, 'left over', 1)";
    scribe.store.writer().connection.execute_batch(left_open).unwrap();
    assert!(scribe.store.append(&append).is_err());
    scribe.store.append(&append).unwrap();
    assert_eq!(scribe.store.draft("note").unwrap(), None);
}

#[test]
fn an_action_that_fails_at_its_commit_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create(folder.path());
    let case = scribe.receive("Zofia Nowak", "What do you hold about me?");
    let append = scribe.append_of(Some(case), "2026-11-02", &[note("She called.")]);
    let before = dump(&scribe.store, &TABLES);
    scribe.store.writer().connection.commit_hook(Some(|| true)).unwrap();
    assert!(scribe.store.append(&append).is_err());
    scribe.store.writer().connection.commit_hook(None::<fn() -> bool>).unwrap();
    assert_eq!(dump(&scribe.store, &TABLES), before);
    scribe.store.append(&append).unwrap();
}

/// Row 22 of the bar: killed at any step, the schema is the old one or the new one.
#[test]
fn a_step_of_the_schema_is_taken_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let unfinished = begin_file(&database_in(folder.path()).unwrap()).unwrap();
    let key = key(1);
    let mut connection = connect(&unfinished, &Lock::Key(&key), Purpose::Create).unwrap();
    let version = |db: &Connection| db.pragma_query_one::<u32>(None, "user_version").unwrap();
    let tables = |db: &Connection| {
        db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, u32>(0)).unwrap()
    };
    let mut failures = 0;
    for steps in every_step() {
        fail_once_after(&mut connection, steps);
        let outcome = migrate::migrate(&mut connection);
        go_on(&mut connection);
        if outcome.is_ok() {
            break;
        }
        failures += 1;
        let found = (version(&connection), tables(&connection) > 0);
        assert!(found == (0, false) || found == (1, true), "after {steps} steps: {found:?}");
        if found == (1, true) {
            break;
        }
    }
    assert!(failures > 100, "the fault fell only {failures} times");
    assert_eq!(version(&connection), 1);
    // Once more changes nothing.
    migrate::migrate(&mut connection).unwrap();
}

/// Row 6 of the bar: after a fault of the disk nothing more is written until the casebook is opened again.
#[test]
fn after_a_fault_of_the_disk_writing_stops() {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create(folder.path());
    let case = scribe.receive("Zofia Nowak", "What do you hold about me?");
    let append = scribe.append_of(Some(case), "2026-11-02", &[note("She called.")]);
    let fault = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_IOERR_FSYNC);
    let outcome = scribe.store.write(|_| Err::<(), _>(rusqlite::Error::SqliteFailure(fault, None).into()));
    assert!(matches!(outcome, Err(Error::Io(_))), "{outcome:?}");
    assert!(matches!(scribe.store.append(&append), Err(Error::Stopped)));
    assert!(matches!(scribe.store.draft_forget("note"), Err(Error::Stopped)));
    assert!(matches!(scribe.store.checkpoint(), Err(Error::Stopped)));
    assert_eq!(scribe.store.events(case).unwrap().len(), 2, "it can still be read");
    assert!(matches!(scribe.store.close(), Err(Error::Stopped)));
    let store = Store::open(folder.path(), &key(1)).unwrap();
    assert!(!store.append(&append).unwrap().again);
}
