//! Recording much in a row: the same casebook, in fewer transactions.

use casebook_cases::CaseId;

use super::dump::{PROJECTIONS, TABLES, dump};
use super::scribe::{Scribe, casebook_id, key, note};
use crate::Store;

/// More actions than share a transaction.
const MANY: u32 = 50;

fn told(scribe: &mut Scribe) -> CaseId {
    let case = scribe.receive("Zofia Nowak", "What do you hold about me?");
    for number in 0..MANY {
        scribe.record(case, "2026-10-28", &[note(&format!("Call {number}"))]).unwrap();
    }
    case
}

#[test]
fn what_is_recorded_in_bulk_is_what_would_have_been_recorded_singly() {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut singly = Scribe::create(one.path());
    told(&mut singly);
    let mut bulk = Scribe::create(other.path());
    bulk.store.begin_bulk().unwrap();
    told(&mut bulk);
    // Seen at once, committed or not.
    assert_eq!(dump(&bulk.store, &TABLES), dump(&singly.store, &TABLES));
    bulk.store.end_bulk().unwrap();
    assert_eq!(dump(&bulk.store, &TABLES), dump(&singly.store, &TABLES));
    let before = dump(&bulk.store, &PROJECTIONS);
    bulk.store.rebuild().unwrap();
    assert_eq!(dump(&bulk.store, &PROJECTIONS), before);
    assert!(bulk.store.check().unwrap().is_sound());
}

#[test]
fn an_action_that_fails_in_bulk_takes_no_other_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create(folder.path());
    scribe.store.begin_bulk().unwrap();
    let case = scribe.receive("Omar Haddad", "A copy, please.");
    let before = dump(&scribe.store, &TABLES);
    let mut misplaced = scribe.append_of(Some(case), "2026-10-28", &[note("One."), note("Two.")]);
    misplaced.events[1].envelope.case_seq += 1;
    scribe.store.append(&misplaced).unwrap_err();
    assert_eq!(dump(&scribe.store, &TABLES), before);
    scribe.record(case, "2026-10-28", &[note("Three.")]).unwrap();
    scribe.store.close().unwrap();
    let store = Store::open(folder.path(), &key(1)).unwrap();
    assert_eq!((store.casebook(), store.head().unwrap().seq), (casebook_id(), 3));
}

/// Whoever records in bulk accepts that the last actions go; that one is torn in two, nobody accepts.
#[test]
fn an_interruption_in_bulk_leaves_whole_actions() {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create(folder.path());
    scribe.store.begin_bulk().unwrap();
    let case = told(&mut scribe);
    // As a killed process does: nothing is closed in order.
    drop(scribe);
    let store = Store::open(folder.path(), &key(1)).unwrap();
    let head = store.head().unwrap().seq;
    assert!(head > 20 && head < u64::from(MANY), "{head}");
    assert_eq!(store.case_head(Some(case)).unwrap().seq, head);
    assert!(store.check().unwrap().is_sound());
}
