//! Appending: placed, once, whole; and nothing but appending.

use casebook_cases::{CaseId, CommandId, Event, LetterId, casebook, common};
use uuid::Uuid;

use super::scribe::{
    Scribe, casebook_id, closed, day, key, letter_final, letter_sent, note, received, reference,
};
use crate::{Append, Error, LetterState, Store};

fn scribe() -> (tempfile::TempDir, Scribe) {
    let folder = tempfile::tempdir().unwrap();
    let scribe = Scribe::create(folder.path());
    (folder, scribe)
}

#[test]
fn what_is_appended_is_read_back_as_it_was() {
    let (_folder, mut scribe) = scribe();
    let case = scribe.receive("Zofia Nowak", "What do you hold about me?");
    let other = scribe.receive("Omar Haddad", "Delete my data.");
    let append =
        scribe.append_of(Some(case), "2026-10-28", &[note("She called."), note("She called again.")]);
    let appended = scribe.store.append(&append).unwrap();
    assert_eq!((appended.first_seq, appended.last_seq, appended.again), (5, 6, false));

    let events = scribe.store.events(case).unwrap();
    assert_eq!(events.iter().map(|event| event.envelope.seq).collect::<Vec<_>>(), [1, 2, 5, 6]);
    let last = events.last().unwrap();
    assert_eq!(last.envelope, append.events[1].envelope);
    assert_eq!(last.bytes, append.events[1].envelope.canonical_bytes().unwrap());
    assert_eq!(last.particulars["text"].value, b"She called again.");
    assert_eq!(scribe.store.particular(6, "text").unwrap().unwrap(), b"She called again.");
    assert_eq!(scribe.store.particular(6, "reason").unwrap(), None);
    assert_eq!(scribe.store.head().unwrap(), casebook_history::Head { seq: 6, hash: last.hash });
    assert_eq!(scribe.store.case_head(Some(case)).unwrap().seq, 4);
    assert_eq!(scribe.store.case_head(Some(other)).unwrap().seq, 2);

    let recorded = scribe.store.recorded(case).unwrap();
    assert_eq!(recorded.len(), 4);
    assert_eq!(recorded[3].event, Event::Common(common::Event::NoteWritten { sort: None }));
    assert_eq!((recorded[3].seq, recorded[3].case_seq, recorded[3].on), (6, 4, day("2026-10-28")));
    assert_eq!(scribe.store.state(case).unwrap().unwrap().version, 4);
    assert_eq!(scribe.store.state(CaseId::new(Uuid::from_u128(99))).unwrap(), None);
    assert!(scribe.store.verify().unwrap().is_ok());
}

#[test]
fn all_events_come_in_order_until_the_reader_has_enough() {
    let (_folder, mut scribe) = scribe();
    scribe.receive("Zofia Nowak", "a");
    scribe.receive("Omar Haddad", "b");
    let mut seen = Vec::new();
    let outcome = scribe.store.all_events(|event| {
        seen.push(event.envelope.seq);
        if event.envelope.seq == 3 { Err(Error::Empty) } else { Ok(()) }
    });
    assert!(matches!(outcome, Err(Error::Empty)));
    assert_eq!(seen, [1, 2, 3]);
}

#[test]
fn a_casebook_of_many_portions_is_walked_without_a_gap() {
    let (_folder, mut scribe) = scribe();
    let case = scribe.receive("Zofia Nowak", "a");
    let notes: Vec<_> = (0..248).map(|_| note("She called.")).collect();
    scribe.record(case, "2026-10-28", &notes).unwrap();
    let mut expected = 1..;
    let each = |event: crate::StoredEvent| {
        assert_eq!(Some(event.envelope.seq), expected.next());
        // Asking while walking is allowed.
        assert!(scribe.store.particular(event.envelope.seq, "text")?.is_some() || event.envelope.seq == 2);
        Ok::<_, Error>(())
    };
    scribe.store.all_events(each).unwrap();
    assert_eq!(expected.next(), Some(251));
}

#[test]
fn one_writes_while_others_read() {
    let (_folder, mut scribe) = scribe();
    let case = scribe.receive("Zofia Nowak", "a");
    let appends: Vec<_> =
        (0..20).map(|_| scribe.append_of(Some(case), "2026-10-28", &[note("Once.")])).collect();
    let store = &scribe.store;
    let recorded = std::thread::scope(|scope| {
        // Twenty writers with the same head: one wins, the others are told. Readers see whole actions only.
        let writers: Vec<_> =
            appends.iter().map(|append| scope.spawn(move || store.append(append).is_ok())).collect();
        for _ in 0..4 {
            scope.spawn(move || {
                for _ in 0..50 {
                    let events = store.events(case).unwrap();
                    assert!(store.case_row(case).unwrap().unwrap().version >= events.len() as u64);
                    assert!(
                        events.iter().all(|event| event.particulars.len() == event.envelope.sealed.len())
                    );
                }
            });
        }
        writers.into_iter().map(|writer| writer.join().unwrap()).filter(|recorded| *recorded).count()
    });
    assert_eq!(recorded, 1);
    assert_eq!(store.head().unwrap().seq, 3);
}

#[test]
fn an_entry_refers_to_one_of_its_case_by_its_number_in_the_case() {
    let (_folder, mut scribe) = scribe();
    scribe.receive("Omar Haddad", "Delete my data.");
    let case = scribe.receive("Zofia Nowak", "What do you hold about me?");
    let mut append = scribe.append_of(Some(case), "2026-10-28", &[note("A correction.")]);
    append.events[0].envelope.refers_to = Some(4);
    scribe.store.append(&append).unwrap();
    assert_eq!(scribe.store.recorded(case).unwrap()[2].answers, Some(2));
    let mut append = scribe.append_of(Some(case), "2026-10-28", &[note("About another case.")]);
    append.events[0].envelope.refers_to = Some(1);
    scribe.store.append(&append).unwrap();
    assert_eq!(scribe.store.recorded(case).unwrap()[3].answers, None);
}

#[test]
fn an_action_sent_again_is_answered_and_not_recorded_twice() {
    let (_folder, mut scribe) = scribe();
    let case = scribe.receive("Zofia Nowak", "What do you hold about me?");
    let append = scribe.append_of(Some(case), "2026-10-28", &[note("She called.")]);
    let first = scribe.store.append(&append).unwrap();
    scribe.record(case, "2026-10-29", &[note("Something else.")]).unwrap();
    let again = scribe.store.append(&append).unwrap();
    assert_eq!((again.first_seq, again.last_seq, again.again), (first.first_seq, first.last_seq, true));
    assert_eq!(scribe.store.events(case).unwrap().len(), 4);
}

#[test]
fn an_append_for_a_head_that_moved_is_a_conflict() {
    let (_folder, mut scribe) = scribe();
    let case = scribe.receive("Zofia Nowak", "What do you hold about me?");
    let late = scribe.append_of(Some(case), "2026-10-28", &[note("Late.")]);
    scribe.record(case, "2026-10-28", &[note("First.")]).unwrap();
    let outcome = scribe.store.append(&late);
    assert!(matches!(outcome, Err(Error::Conflict { expected: 2, head: 3 })), "{outcome:?}");
    assert_eq!(scribe.store.head().unwrap().seq, 3);
}

#[test]
fn an_envelope_that_does_not_fit_its_place_is_refused_by_its_part() {
    let (_folder, mut scribe) = scribe();
    let case = scribe.receive("Zofia Nowak", "What do you hold about me?");
    let right = scribe.append_of(Some(case), "2026-10-28", &[note("She called.")]);
    let zero = casebook_history::Hash::ZERO;
    let other_case = Uuid::from_u128(77).to_string();
    type Spoil<'a> = &'a dyn Fn(&mut Append);
    let wrongs: [(&str, Spoil<'_>); 9] = [
        ("casebook", &|append| append.events[0].envelope.casebook = "other".to_owned()),
        ("case", &|append| append.events[0].envelope.case = other_case.clone()),
        ("seq", &|append| append.events[0].envelope.seq = 4),
        ("prev", &|append| append.events[0].envelope.prev = zero),
        ("case_seq", &|append| append.events[0].envelope.case_seq = 4),
        ("case_prev", &|append| append.events[0].envelope.case_prev = zero),
        ("sealed", &|append| append.events[0].particulars[0].value = b"other".to_vec()),
        ("sealed", &|append| append.events[0].particulars.clear()),
        ("sealed", &|append| append.events[0].particulars[0].name = "reason".to_owned()),
    ];
    for (part, spoil) in wrongs {
        let mut wrong = right.clone();
        spoil(&mut wrong);
        let outcome = scribe.store.append(&wrong);
        assert!(
            matches!(outcome, Err(Error::Envelope { part: found, .. }) if found == part),
            "{part}: {outcome:?}"
        );
    }
    let mut empty = right.clone();
    empty.events.clear();
    assert!(matches!(scribe.store.append(&empty), Err(Error::Empty)));
    let mut unknown = right.clone();
    unknown.events[0].envelope.kind = "note.unheard_of".to_owned();
    let outcome = scribe.store.append(&unknown);
    assert!(matches!(outcome, Err(Error::NotUnderstood { seq: 3, .. })), "{outcome:?}");
    let mut later = right.clone();
    later.events[0].envelope.v = 2;
    assert!(matches!(scribe.store.append(&later), Err(Error::NotUnderstood { seq: 3, .. })));
    assert_eq!(scribe.store.head().unwrap().seq, 2);
    scribe.store.append(&right).unwrap();
}

#[test]
fn a_case_begins_with_its_receipt_and_a_reference_is_given_once() {
    let (_folder, mut scribe) = scribe();
    let case = CaseId::new(scribe.id());
    let outcome = scribe.record(case, "2026-10-28", &[note("No receipt.")]);
    assert!(matches!(outcome, Err(Error::Envelope { part: "kind", .. })), "{outcome:?}");
    scribe.receive("Zofia Nowak", "a");
    let outcome = scribe.record(case, "2026-10-28", &[received(1, "The same number.")]);
    assert!(outcome.is_err(), "{outcome:?}");
    assert_eq!(scribe.store.head().unwrap().seq, 2);
}

#[test]
fn many_actions_are_recorded_in_one_transaction_or_none_is() {
    let (_folder, mut scribe) = scribe();
    let case = scribe.receive("Zofia Nowak", "What do you hold about me?");
    let first = scribe.append_of(Some(case), "2026-10-28", &[note("One.")]);
    let mut second = first.clone();
    second.command = CommandId::new(Uuid::from_u128(4242));
    // The second was made for the same head as the first: it conflicts, and takes the first with it.
    let outcome = scribe.store.append_many(&[first.clone(), second]);
    assert!(matches!(outcome, Err(Error::Conflict { .. })), "{outcome:?}");
    assert_eq!(scribe.store.head().unwrap().seq, 2);
    assert_eq!(scribe.store.append_many(&[first]).unwrap().len(), 1);
    assert_eq!(scribe.store.append_many(&[]).unwrap(), []);
}

/// Row 29 of the bar: with `recursive_triggers` off, INSERT OR REPLACE would walk past the others.
#[test]
fn invariant_01_the_database_refuses_every_way_to_change_an_event() {
    let (_folder, mut scribe) = scribe();
    scribe.receive("Zofia Nowak", "What do you hold about me?");
    let row = "SELECT 2, case_id, 2, kind, prev, hash, x'00' FROM event WHERE seq = 2";
    let next = "SELECT seq + 1, case_id, case_seq + 1, kind, hash, hash, bytes FROM event WHERE seq = 2";
    let rows = [
        "UPDATE event SET bytes = x'00' WHERE seq = 1".to_owned(),
        "UPDATE OR REPLACE event SET seq = 1 WHERE seq = 2".to_owned(),
        "DELETE FROM event WHERE seq = 2".to_owned(),
        "DELETE FROM event".to_owned(),
        format!("INSERT OR REPLACE INTO event {row}"),
        format!("REPLACE INTO event {row}"),
        format!("INSERT INTO event {row}"),
        format!("INSERT INTO event {row} ON CONFLICT (seq) DO UPDATE SET bytes = x'00'"),
        // Not the next number, not the next of its case, not after the last one.
        next.replace("seq + 1, case_id", "seq + 2, case_id").replace("SELECT", "INSERT INTO event SELECT"),
        next.replace("case_seq + 1", "case_seq + 2").replace("SELECT", "INSERT INTO event SELECT"),
        next.replace("kind, hash", "kind, zeroblob(32)").replace("SELECT", "INSERT INTO event SELECT"),
        // REPLACE on the other unique columns.
        next.replace("case_seq + 1", "case_seq").replace("SELECT", "REPLACE INTO event SELECT"),
        "UPDATE particular SET value = x'00'".to_owned(),
        "INSERT OR REPLACE INTO particular SELECT seq, name, x'00', salt FROM particular".to_owned(),
        "DELETE FROM sqlite_schema".to_owned(),
    ];
    let before = scribe.store.events(scribe.case_of(1)).unwrap();
    for sql in rows {
        let outcome = scribe.store.writer().connection.execute(&sql, []);
        assert!(outcome.is_err(), "{sql}");
        assert_eq!(scribe.store.events(scribe.case_of(1)).unwrap(), before, "{sql}");
    }
    // The refusals above mean something only if the right row is accepted.
    scribe.store.writer().connection.execute(&format!("INSERT INTO event {next}"), []).unwrap();
}

impl Scribe {
    fn case_of(&self, number: u32) -> CaseId {
        self.store.case_by_reference(reference(number)).unwrap().unwrap()
    }
}

#[test]
fn events_of_the_casebook_have_a_chain_of_their_own() {
    let (folder, mut scribe) = scribe();
    scribe.record_casebook(&casebook::Event::Created {}, &[]);
    scribe.receive("Zofia Nowak", "What do you hold about me?");
    for revision in 1..=2 {
        let event = casebook::Event::SettingsChanged { revision, regulator_confirmed_on: None };
        scribe.record_casebook(&event, &[("settings", &format!("{{\"revision\": {revision}}}"))]);
    }
    assert_eq!(scribe.store.case_head(None).unwrap().seq, 3);
    assert_eq!(scribe.store.casebook_events().unwrap().len(), 3);
    let latest = scribe.store.latest_of_kind("settings.changed").unwrap().unwrap();
    assert_eq!(latest.particulars["settings"].value, b"{\"revision\": 2}");
    assert_eq!(scribe.store.latest_of_kind("recovery.renewed").unwrap(), None);
    scribe.store.close().unwrap();
    let store = Store::open(folder.path(), &key(1)).unwrap();
    assert_eq!(store.casebook(), casebook_id());
    assert!(store.check().unwrap().is_sound());
}

#[test]
fn a_letter_is_found_in_every_state_it_goes_through() {
    let (_folder, mut scribe) = scribe();
    let case = scribe.receive("Zofia Nowak", "What do you hold about me?");
    let letter = LetterId::new(scribe.id());
    assert_eq!(scribe.store.letter(letter).unwrap(), None);
    scribe.record(case, "2026-11-02", &[letter_final(letter, 1)]).unwrap();
    let row = scribe.store.letter(letter).unwrap().unwrap();
    assert_eq!(
        (row.case, row.number, row.state, row.seq_final, row.pages),
        (case, 1, LetterState::Final, 3, 2)
    );
    assert_eq!(row.who.reveal(), "Zofia Nowak");
    assert_eq!(scribe.store.letters_to_send().unwrap(), [row]);

    scribe.record(case, "2026-11-03", &[letter_sent(letter)]).unwrap();
    let row = scribe.store.letter(letter).unwrap().unwrap();
    assert_eq!((row.state, row.sent_on), (LetterState::Sent, Some(day("2026-11-03"))));
    assert_eq!(scribe.store.letters_of(case).unwrap(), [row]);
    assert!(scribe.store.letters_to_send().unwrap().is_empty());

    let unsent = LetterId::new(scribe.id());
    scribe.record(case, "2026-11-04", &[letter_final(unsent, 2)]).unwrap();
    let void = common::Event::LetterVoided { letter: unsent };
    scribe.record(case, "2026-11-04", &[(void.into(), vec![("reason", "Typing mistake")])]).unwrap();
    assert_eq!(scribe.store.letter(unsent).unwrap().unwrap().state, LetterState::Void);
    assert!(scribe.store.letters_to_send().unwrap().is_empty());
}

#[test]
fn a_draft_is_kept_counted_and_forgotten_with_the_events_that_replace_it() {
    let (_folder, mut scribe) = scribe();
    let case = scribe.receive("Zofia Nowak", "What do you hold about me?");
    let keep = |text: &str| scribe.store.draft_keep("note", Some(case), &text.to_owned().into()).unwrap();
    assert_eq!((keep("She"), keep("She called")), (1, 2));
    assert_eq!(scribe.store.draft_keep("new-case", None, &"{}".to_owned().into()).unwrap(), 1);
    let drafts = scribe.store.drafts_of(case).unwrap();
    assert_eq!((drafts.len(), drafts[0].body.reveal().as_str(), drafts[0].revision), (1, "She called", 2));

    let mut append = scribe.append_of(Some(case), "2026-10-28", &[note("She called")]);
    append.forget_drafts = vec!["note".to_owned(), "never-kept".to_owned()];
    scribe.store.append(&append).unwrap();
    assert_eq!(scribe.store.draft("note").unwrap(), None);
    assert_eq!(scribe.store.draft("new-case").unwrap().unwrap().case, None);
    scribe.store.draft_forget("new-case").unwrap();
    assert_eq!(scribe.store.draft("new-case").unwrap(), None);
}

#[test]
fn a_closed_case_says_so_in_its_row() {
    let (_folder, mut scribe) = scribe();
    let case = scribe.receive("Zofia Nowak", "What do you hold about me?");
    let row = scribe.store.case_row(case).unwrap().unwrap();
    assert_eq!((row.reference, row.who.reveal().as_str()), (reference(1).to_string(), "Zofia Nowak"));
    assert_eq!((row.closed_on, row.answered_on, row.last_day.is_some()), (None, None, true));
    scribe.record(case, "2026-11-05", &[closed()]).unwrap();
    let row = scribe.store.case_row(case).unwrap().unwrap();
    assert_eq!((row.closed_on, row.version), (Some(day("2026-11-05")), 3));
    assert!(row.resolution.is_some());
}
