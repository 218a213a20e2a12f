//! Opening: the settings, the key, the version, the file.

use std::fs;
use std::path::Path;

use casebook_history::Hash;
use tempfile::TempDir;

use super::scribe::{Scribe, casebook_id, key, note};
use crate::open::{Lock, Purpose, connect, database_in};
use crate::{DATABASE_FILE, Error, Store, settings};

fn folder_with_a_case() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create(folder.path());
    let case = scribe.receive("Zofia Nowak", "What do you hold about me?");
    scribe.record(case, "2026-10-28", &[note("She called.")]).unwrap();
    scribe.store.close().unwrap();
    folder
}

/// Every file of the folder with the hash of its bytes.
fn files_of(folder: &Path) -> Vec<(String, Hash)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            (entry.file_name().into_string().unwrap(), Hash::of(&fs::read(entry.path()).unwrap()))
        })
        .collect();
    files.sort();
    files
}

#[test]
fn every_setting_reads_back_on_both_connections() {
    let folder = folder_with_a_case();
    let database = database_in(folder.path()).unwrap();
    let key = key(1);
    for purpose in [Purpose::Write, Purpose::Read] {
        let connection = connect(&database, &Lock::Key(&key), purpose).unwrap();
        settings::assert_all(&connection, true).unwrap();
        let query_only: bool = connection.pragma_query_one(None, "query_only").unwrap();
        assert_eq!(query_only, purpose == Purpose::Read);
    }
}

/// Without this, the test above could pass because nothing is compared.
#[test]
fn a_setting_that_drifted_is_named() {
    let folder = folder_with_a_case();
    let database = database_in(folder.path()).unwrap();
    let rows = [
        ("synchronous", "NORMAL"),
        ("secure_delete", "OFF"),
        ("recursive_triggers", "OFF"),
        ("foreign_keys", "OFF"),
        ("temp_store", "FILE"),
        ("mmap_size", "65536"),
        ("journal_mode", "DELETE"),
        ("trusted_schema", "ON"),
    ];
    for (name, value) in rows {
        let connection = connect(&database, &Lock::Key(&key(1)), Purpose::Write).unwrap();
        let mut statement = connection.prepare(&format!("PRAGMA {name} = {value}")).unwrap();
        let mut answer = statement.query([]).unwrap();
        while answer.next().unwrap().is_some() {}
        drop(answer);
        drop(statement);
        let found = settings::assert_all(&connection, true);
        assert!(matches!(found, Err(Error::Setting { name: found }) if found == name), "{name}: {found:?}");
    }
}

#[test]
fn the_reading_connection_cannot_write() {
    let folder = folder_with_a_case();
    let store = Store::open(folder.path(), &key(1)).unwrap();
    let outcome = store.read(|db| Ok(db.execute("DELETE FROM draft", [])?));
    assert!(outcome.is_err(), "{outcome:?}");
}

#[test]
fn another_database_cannot_be_attached() {
    let folder = folder_with_a_case();
    let store = Store::open(folder.path(), &key(1)).unwrap();
    let outcome = store.writer().connection.execute_batch("ATTACH ':memory:' AS other");
    assert!(outcome.is_err(), "{outcome:?}");
}

#[test]
fn what_was_recorded_is_there_after_closing_and_opening() {
    let folder = folder_with_a_case();
    let store = Store::open(folder.path(), &key(1)).unwrap();
    assert_eq!(store.casebook(), casebook_id());
    assert_eq!(store.head().unwrap().seq, 3);
    assert!(store.check().unwrap().is_sound());
}

#[test]
fn a_wrong_key_opens_nothing_and_changes_nothing() {
    let folder = folder_with_a_case();
    let before = files_of(folder.path());
    let outcome = Store::open(folder.path(), &key(2));
    assert!(matches!(outcome, Err(Error::KeyOrFirstPage)), "{outcome:?}");
    assert_eq!(files_of(folder.path()), before);
}

#[test]
fn a_newer_casebook_is_left_untouched() {
    let folder = folder_with_a_case();
    let store = Store::open(folder.path(), &key(1)).unwrap();
    store.writer().connection.pragma_update(None, "user_version", 2).unwrap();
    store.close().unwrap();
    let before = files_of(folder.path());
    let outcome = Store::open(folder.path(), &key(1));
    assert!(matches!(outcome, Err(Error::Newer { found: 2, known: 1 })), "{outcome:?}");
    assert_eq!(files_of(folder.path()), before);
}

#[test]
fn a_newer_casebook_that_was_not_closed_keeps_its_journal() {
    let folder = folder_with_a_case();
    let store = Store::open(folder.path(), &key(1)).unwrap();
    store.writer().connection.pragma_update(None, "user_version", 2).unwrap();
    // As after a crash: the files as they lie there while it is open.
    let copy = tempfile::tempdir().unwrap();
    for name in [DATABASE_FILE, "casebook.db-wal"] {
        fs::copy(folder.path().join(name), copy.path().join(name)).unwrap();
    }
    let before = files_of(copy.path());
    assert!(before.iter().any(|(name, bytes)| name == "casebook.db-wal" && *bytes != Hash::of(b"")));
    let outcome = Store::open(copy.path(), &key(1));
    assert!(matches!(outcome, Err(Error::Newer { .. })), "{outcome:?}");
    let after = files_of(copy.path());
    for file in before {
        assert!(after.contains(&file), "{} was changed", file.0);
    }
}

#[test]
fn another_programs_database_is_no_casebook() {
    let folder = folder_with_a_case();
    let store = Store::open(folder.path(), &key(1)).unwrap();
    store.writer().connection.pragma_update(None, "application_id", 7).unwrap();
    store.close().unwrap();
    let outcome = Store::open(folder.path(), &key(1));
    assert!(matches!(outcome, Err(Error::NotACasebook)), "{outcome:?}");
}

#[test]
fn a_schema_from_another_file_is_refused() {
    let folder = folder_with_a_case();
    let store = Store::open(folder.path(), &key(1)).unwrap();
    store.writer().connection.execute("UPDATE migration SET sha256 = 'other'", []).unwrap();
    store.close().unwrap();
    let outcome = Store::open(folder.path(), &key(1));
    assert!(matches!(outcome, Err(Error::OtherSchema { version: 1 })), "{outcome:?}");
}

#[test]
fn a_second_casebook_in_the_same_folder_is_refused() {
    let folder = folder_with_a_case();
    let before = files_of(folder.path());
    let outcome = Store::create(folder.path(), &key(1), casebook_id());
    assert!(matches!(outcome, Err(Error::AlreadyThere)), "{outcome:?}");
    assert_eq!(files_of(folder.path()), before);
}

#[test]
fn an_unfinished_casebook_is_begun_again() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("casebook.db.new"), "half of it").unwrap();
    assert!(matches!(Store::open(folder.path(), &key(1)), Err(Error::NotThere)));
    let store = Store::create(folder.path(), &key(1), casebook_id()).unwrap();
    assert_eq!(store.head().unwrap().seq, 0);
    store.close().unwrap();
    let names: Vec<_> = files_of(folder.path()).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, [DATABASE_FILE]);
}

#[cfg(unix)]
#[test]
fn the_file_belongs_to_its_owner_alone_and_is_no_link() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let folder = folder_with_a_case();
    let database = folder.path().join(DATABASE_FILE);
    assert_eq!(fs::metadata(&database).unwrap().permissions().mode() & 0o777, 0o600);

    fs::set_permissions(&database, fs::Permissions::from_mode(0o640)).unwrap();
    let outcome = Store::open(folder.path(), &key(1));
    assert!(matches!(outcome, Err(Error::Path { what: "open to other users" })), "{outcome:?}");
    fs::set_permissions(&database, fs::Permissions::from_mode(0o600)).unwrap();

    let elsewhere = tempfile::tempdir().unwrap();
    symlink(&database, elsewhere.path().join(DATABASE_FILE)).unwrap();
    let outcome = Store::open(elsewhere.path(), &key(1));
    assert!(matches!(outcome, Err(Error::Path { what: "a link" })), "{outcome:?}");
}

#[test]
fn no_error_message_holds_a_path_or_a_key() {
    let folder = folder_with_a_case();
    let text = format!("{:?}", Store::open(folder.path(), &key(2)).unwrap_err());
    assert!(!text.contains("casebook.db") && !text.contains("0202"), "{text}");
    let store = Store::open(folder.path(), &key(1)).unwrap();
    assert!(!format!("{store:?}").contains("0101"));
}
