//! Damage: found, named, never repaired, never a panic.

use std::fs;

use casebook_history::verify::Wrong;
use tempfile::TempDir;

use super::scribe::{Scribe, key, note};
use crate::{DATABASE_FILE, Error, Store};

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

/// Row 7 of the bar. The first 16 bytes are the salt, which the key brings with it: changing them changes nothing.
#[test]
fn a_flipped_bit_in_any_page_is_found_and_its_page_named() {
    let (folder, scribe) = scribe();
    scribe.store.close().unwrap();
    let database = folder.path().join(DATABASE_FILE);
    let sound = fs::read(&database).unwrap();
    assert_eq!(sound.len() % PAGE, 0);
    for page in 0..sound.len() / PAGE {
        let mut bytes = sound.clone();
        // Somewhere else in each page, never in the salt.
        let place = page * PAGE + 16 + (page * 997) % (PAGE - 16);
        bytes[place] ^= 1 << (page % 8);
        fs::write(&database, &bytes).unwrap();
        match Store::open(folder.path(), &key(1)) {
            Err(Error::KeyOrFirstPage) if page == 0 => {}
            Err(Error::Damaged(_)) => {}
            Err(error) => panic!("page {}: {error:?}", page + 1),
            Ok(store) => {
                let report = store.check().unwrap();
                assert!(!report.is_sound());
                assert_eq!(report.pages.len(), 1, "{report}");
                assert!(report.pages[0].ends_with(&format!(" {}", page + 1)), "{report}");
            }
        }
    }
    fs::write(&database, &sound).unwrap();
    assert!(Store::open(folder.path(), &key(1)).unwrap().check().unwrap().is_sound());
}

#[test]
fn a_casebook_cut_short_is_not_opened_or_says_so() {
    let (folder, scribe) = scribe();
    scribe.store.close().unwrap();
    let database = folder.path().join(DATABASE_FILE);
    let sound = fs::read(&database).unwrap();
    for length in [0, 1, PAGE - 1, PAGE, 5 * PAGE, sound.len() - PAGE, sound.len() - 1] {
        fs::write(&database, &sound[..length]).unwrap();
        match Store::open(folder.path(), &key(1)) {
            Err(_) => {}
            Ok(store) => assert!(!store.check().is_ok_and(|report| report.is_sound()), "{length} bytes"),
        }
    }
}

#[test]
fn damage_found_after_an_interrupted_use_keeps_the_casebook_closed() {
    let (folder, mut scribe) = scribe();
    scribe.store.checkpoint().unwrap();
    let case = scribe.receive("Maria Silva", "What do you hold about me?");
    scribe.record(case, "2026-10-28", &[note("She called.")]).unwrap();
    // The files as they lie there while the casebook is open are what a crash leaves.
    let copy = tempfile::tempdir().unwrap();
    for name in [DATABASE_FILE, "casebook.db-wal"] {
        fs::copy(folder.path().join(name), copy.path().join(name)).unwrap();
    }
    let store = Store::open(copy.path(), &key(1)).unwrap();
    assert_eq!(store.head().unwrap(), scribe.store.head().unwrap());
    drop(store);

    for name in [DATABASE_FILE, "casebook.db-wal"] {
        fs::copy(folder.path().join(name), copy.path().join(name)).unwrap();
    }
    // Cuts the chain: the entry before the last is no longer the one the last follows.
    let sql = "DROP TRIGGER event_is_never_changed; UPDATE event SET bytes = x'00' WHERE seq = 8;";
    scribe.store.writer().connection.execute_batch(sql).unwrap();
    for name in [DATABASE_FILE, "casebook.db-wal"] {
        fs::copy(folder.path().join(name), copy.path().join(name)).unwrap();
    }
    let outcome = Store::open(copy.path(), &key(1));
    assert!(matches!(outcome, Err(Error::Damaged(None))), "{outcome:?}");
}

/// Somebody who has the key and a tool can change anything. The check says what.
#[test]
fn whatever_is_changed_behind_the_stores_back_is_named() {
    let rows: [(&str, &str); 12] = [
        (
            "DROP TRIGGER event_is_never_changed; UPDATE event SET bytes = x'7b7d' WHERE seq = 3",
            "entry 3: it cannot be read",
        ),
        (
            "DROP TRIGGER event_is_never_changed; \
             UPDATE event SET bytes = CAST(replace(CAST(bytes AS TEXT), '2026-10-28', '2026-10-29') AS BLOB) \
             WHERE seq = 4",
            "entry 5: it does not follow",
        ),
        (
            "DROP TRIGGER event_is_never_changed; UPDATE event SET kind = 'case.closed' WHERE seq = 3",
            "the columns of entry 3",
        ),
        (
            "DROP TRIGGER event_is_never_changed; UPDATE event SET hash = zeroblob(32) WHERE seq = 8",
            "the columns of entry 8",
        ),
        (
            "DELETE FROM particular WHERE seq = 3",
            "entry 3: the particular `text` is missing without an erasure",
        ),
        (
            "DROP TRIGGER particular_is_never_changed; UPDATE particular SET value = x'00' WHERE seq = 4",
            "entry 4: the particular `text` is not the one recorded",
        ),
        (
            "INSERT INTO particular SELECT seq, 'invented', value, salt FROM particular WHERE seq = 7",
            "entry 7: a particular is given that was never recorded",
        ),
        ("INSERT INTO erasure VALUES (1, 'text', 2)", "entry 1: a particular is given twice"),
        (
            "PRAGMA foreign_keys = OFF; DELETE FROM particular WHERE seq = 8; INSERT INTO erasure VALUES (8, 'text', 9)",
            "a row of erasure refers to nothing",
        ),
        ("DELETE FROM case_row WHERE no = 1", "7 rows of search_text belong to nothing"),
        ("INSERT INTO draft VALUES ('note', randomblob(16), 'text', 1)", "1 rows of draft belong to nothing"),
        ("DELETE FROM search_text WHERE id >> 24 = 1", "the search index does not fit"),
    ];
    for (sql, expected) in rows {
        let (_folder, scribe) = scribe();
        assert!(scribe.store.check().unwrap().is_sound());
        scribe.store.writer().connection.execute_batch(sql).unwrap();
        let report = scribe.store.check().unwrap();
        assert!(!report.is_sound(), "{sql}");
        assert!(report.to_string().contains(expected), "{sql}: {report}");
    }
}

#[test]
fn an_erased_particular_is_accounted_for_and_the_history_still_holds() {
    let (_folder, mut scribe) = scribe();
    let case = scribe.store.recorded_case_of(3);
    let mut append = scribe.append_of(Some(case), "2026-11-02", &[note("Erased on request.")]);
    append.erase = vec![(3, "text".to_owned()), (2, "name".to_owned())];
    scribe.store.append(&append).unwrap();
    let summary = scribe.store.verify().unwrap().unwrap();
    assert_eq!(summary.particulars.erased, 2);
    assert!(scribe.store.check().unwrap().is_sound());
    let event = &scribe.store.events(case).unwrap()[2];
    assert_eq!(event.erased["text"], 9);
    assert!(event.particulars.is_empty());
    assert_eq!(scribe.store.case_row(case).unwrap().unwrap().who.reveal(), "");

    // Twice is once too often, and what was erased does not come back.
    let mut again = scribe.append_of(Some(case), "2026-11-02", &[note("Once more.")]);
    again.erase = vec![(3, "text".to_owned())];
    assert!(matches!(scribe.store.append(&again), Err(Error::NoSuchParticular { seq: 3 })));
    let sql = "INSERT INTO particular VALUES (3, 'text', x'00', zeroblob(32))";
    assert!(scribe.store.writer().connection.execute(sql, []).is_err());
}

#[test]
fn a_missing_entry_at_the_end_is_seen_by_whoever_kept_the_head() {
    let (_folder, scribe) = scribe();
    let kept = scribe.store.head().unwrap();
    let sql = "PRAGMA foreign_keys = OFF; DROP TRIGGER event_is_never_removed; \
               DELETE FROM particular WHERE seq = 8; DELETE FROM event WHERE seq = 8";
    scribe.store.writer().connection.execute_batch(sql).unwrap();
    let summary = scribe.store.verify().unwrap().unwrap();
    assert_eq!(summary.ends_at(&kept).unwrap_err().what, Wrong::Head);
}

impl Store {
    fn recorded_case_of(&self, seq: u64) -> casebook_cases::CaseId {
        let mut case = None;
        self.all_events(|event| {
            if event.envelope.seq == seq {
                case = Some(event.envelope.case.parse().unwrap());
            }
            Ok::<_, Error>(())
        })
        .unwrap();
        case.unwrap()
    }
}
