//! Projections: whatever happens, filling them again gives what they held.

use casebook_cases::codes::{Channel, ExtensionReason, ReturnReason, SearchResult, Sides, TaskKind};
use casebook_cases::{
    CaseId, CaseKind, Event, LetterId, PartyId, PersonId, SearchId, TaskId, casebook, common, subject_request,
};
use casebook_law::{Nation, Place, Right};
use proptest::prelude::*;

use super::dump::{PROJECTIONS, dump};
use super::scribe::{
    Scribe, Told, answered, closed, day, key, letter_final, letter_sent, note, party, received, reference,
};
use crate::{Error, Store};

fn kept(store: &Store) -> Vec<String> {
    dump(store, &PROJECTIONS)
}

/// One thing that happens in one of a few cases.
#[derive(Clone, Debug)]
struct Move {
    case: usize,
    what: usize,
    day: u32,
    text: String,
}

fn a_move() -> impl Strategy<Value = Move> {
    let text = "[a-zé日\"'%\\* ]{0,12}";
    (0_usize..3, 0_usize..27, 1_u32..=28, text).prop_map(|(case, what, day, text)| Move {
        case,
        what,
        day,
        text,
    })
}

/// What the scribe needs to remember of a case between moves.
struct Played {
    case: CaseId,
    party: PartyId,
    letters: Vec<LetterId>,
    tasks: Vec<TaskId>,
    searches: Vec<SearchId>,
}

fn play(scribe: &mut Scribe, cases: &mut [Option<Played>], step: &Move) {
    let on = format!("2026-11-{:02}", step.day);
    let Some(played) = &mut cases[step.case] else {
        let (case, party_id) = (CaseId::new(scribe.id()), PartyId::new(scribe.id()));
        let number = scribe.store.next_number(CaseKind::SubjectRequest, 2026).unwrap();
        let person = PersonId::new(scribe.id());
        let events = [received(number, &step.text), party(party_id, person, &step.text)];
        scribe.record(case, &on, &events).unwrap();
        cases[step.case] = Some(Played {
            case,
            party: party_id,
            letters: Vec::new(),
            tasks: Vec::new(),
            searches: Vec::new(),
        });
        return;
    };
    if step.what == 26 {
        // Most last days of these cases fall in December.
        let (place, day) = (Place::Uk(Nation::EnglandAndWales), day(&format!("2026-12-{:02}", step.day)));
        let revision = scribe.store.holidays().unwrap().revision() + 1;
        scribe.record_casebook(
            &casebook::Event::HolidayAdded { revision, place, day },
            &[("title", &step.text)],
        );
        return;
    }
    if step.what == 25 {
        return erase_something(scribe, played.case, &on);
    }
    let told = tell(scribe, played, step);
    scribe.record(played.case, &on, &[told]).unwrap();
}

fn tell<'a>(scribe: &mut Scribe, played: &mut Played, step: &'a Move) -> Told<'a> {
    use subject_request::Event as Request;
    let plain = |event: Request| (Event::from(event), vec![]);
    let last_letter = played.letters.last().copied();
    match (step.what, last_letter) {
        (0, _) => plain(Request::IdentityAsked { doubt: None }),
        (1, _) => plain(Request::IdentityReceived { level: None }),
        (2, _) => (Request::ClarificationAsked {}.into(), vec![("reason", step.text.as_str())]),
        (3, _) => plain(Request::ClarificationReceived {}),
        (4, _) => plain(Request::ExtensionNotified { reason: ExtensionReason::Complex }),
        (5, _) => {
            let letter = LetterId::new(scribe.id());
            played.letters.push(letter);
            letter_final(letter, u32::try_from(played.letters.len()).unwrap())
        }
        (6, Some(letter)) => letter_sent(letter),
        (7, Some(letter)) => {
            (common::Event::LetterVoided { letter }.into(), vec![("reason", step.text.as_str())])
        }
        (8, _) => answered(vec![Right::Access]),
        (9, _) => answered(vec![Right::Access, Right::Erasure]),
        (10, _) => closed(),
        (11, _) => (common::Event::CaseReopened {}.into(), vec![]),
        (12, _) => {
            let event = common::Event::PartyChanged { party: played.party };
            (event.into(), vec![("name", step.text.as_str()), ("email", "o@example.org")])
        }
        (13, _) => {
            let event =
                Request::Answered { rights: vec![Right::Erasure], letter: None, channel: Channel::Post };
            plain(event)
        }
        (14..=24, _) => tell_more(scribe, played, step),
        _ => note(&step.text),
    }
}

/// The rest: what becomes of letters, tasks, searches, and entries that were wrong.
fn tell_more<'a>(scribe: &mut Scribe, played: &mut Played, step: &'a Move) -> Told<'a> {
    use common::Event as Common;
    let words = |name: &'static str| vec![(name, step.text.as_str())];
    let due = format!("2026-12-{:02}", step.day).parse().unwrap();
    let letter = played.letters.last().copied();
    match (step.what, letter, played.tasks.last(), played.searches.last()) {
        (14, Some(letter), ..) => {
            (Common::LetterPrinted { letter, copies: 1, sides: Sides::One }.into(), vec![])
        }
        (15, Some(letter), ..) => (Common::LetterDelivered { letter }.into(), words("proof")),
        (16, Some(letter), ..) => {
            (Common::LetterReturned { letter, reason: ReturnReason::GoneAway }.into(), words("note"))
        }
        (17, ..) => {
            let task = TaskId::new(scribe.id());
            played.tasks.push(task);
            (Common::TaskSet { task, about: TaskKind::Chase, due, document: None }.into(), words("what"))
        }
        (18, _, Some(task), _) => (Common::TaskDone { task: *task }.into(), words("proof")),
        (19, _, Some(task), _) => (Common::TaskDropped { task: *task }.into(), words("reason")),
        (20, ..) => {
            let search = SearchId::new(scribe.id());
            played.searches.push(search);
            (subject_request::Event::SearchAsked { search, system: None, due }.into(), words("place"))
        }
        (21, .., Some(search)) => {
            (subject_request::Event::SearchChased { search: *search }.into(), words("note"))
        }
        (22, .., Some(search)) => {
            let result = SearchResult::Found;
            let event = subject_request::Event::SearchReported { search: *search, result, pages: 3 };
            (event.into(), words("by"))
        }
        (23, ..) => (Common::EntryCorrected { entry: u64::from(step.day) % 8 + 2 }.into(), words("reason")),
        _ => note(&step.text),
    }
}

/// Erases the first particular of the case that is still there.
fn erase_something(scribe: &mut Scribe, case: CaseId, on: &str) {
    let there = scribe.store.events(case).unwrap().into_iter().find_map(|event| {
        let name = event.particulars.into_keys().next()?;
        Some((event.envelope.seq, name))
    });
    let mut append = scribe.append_of(Some(case), on, &[note("Erased.")]);
    append.erase.extend(there);
    scribe.store.append(&append).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn invariant_05_projections_filled_again_hold_what_they_held(moves in prop::collection::vec(a_move(), 1..40)) {
        let folder = tempfile::tempdir().unwrap();
        let mut scribe = Scribe::create(folder.path());
        let mut cases = [None, None, None];
        for step in &moves {
            play(&mut scribe, &mut cases, step);
        }
        let before = kept(&scribe.store);
        scribe.store.rebuild().unwrap();
        prop_assert_eq!(&kept(&scribe.store), &before);
        let report = scribe.store.check().unwrap();
        prop_assert!(report.is_sound(), "{}", report);

        // Read back by another process, every row says what the folded case says.
        scribe.store.close().unwrap();
        let store = Store::open(folder.path(), &key(1)).unwrap();
        for played in cases.iter().flatten() {
            let state = store.state(played.case).unwrap().unwrap();
            let row = store.case_row(played.case).unwrap().unwrap();
            prop_assert_eq!(row.status, state.status());
            prop_assert_eq!(row.version, state.version);
            prop_assert_eq!(row.closed_on, state.closed.as_ref().map(|closed| closed.on));
            prop_assert_eq!(store.letters_of(played.case).unwrap().len(), state.letters.len());
            prop_assert_eq!(store.tasks_of(played.case).unwrap().len(), state.tasks.len());
        }
    }
}

/// Otherwise the comparison above could be one of nothing with nothing.
#[test]
fn a_spoilt_projection_is_filled_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create(folder.path());
    let case = scribe.receive("Zofia Nowak", "What do you hold about me?");
    let letter = LetterId::new(scribe.id());
    let task = TaskId::new(scribe.id());
    let set = common::Event::TaskSet { task, about: TaskKind::Own, due: day("2026-11-20"), document: None };
    let told = [letter_final(letter, 1), (set.into(), vec![("what", "Ring the bank.")])];
    scribe.record(case, "2026-11-02", &told).unwrap();
    let before = kept(&scribe.store);
    assert_eq!(before.len(), 13, "{before:#?}");
    for table in PROJECTIONS {
        scribe.store.writer().connection.execute(&format!("DELETE FROM {table}"), []).unwrap();
    }
    assert!(kept(&scribe.store).is_empty());
    scribe.store.rebuild().unwrap();
    assert_eq!(kept(&scribe.store), before);
}

#[test]
fn projections_filled_by_an_older_version_are_filled_again_when_opened() {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create(folder.path());
    scribe.receive("Zofia Nowak", "What do you hold about me?");
    let before = kept(&scribe.store);
    let sql = "UPDATE projection SET version = 0 WHERE name = 'letter'; DELETE FROM party_index;";
    scribe.store.writer().connection.execute_batch(sql).unwrap();
    scribe.store.close().unwrap();
    let store = Store::open(folder.path(), &key(1)).unwrap();
    assert_eq!(kept(&store), before);
}

#[test]
fn a_rebuild_that_meets_an_entry_it_cannot_read_leaves_everything_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create(folder.path());
    let case = scribe.receive("Zofia Nowak", "What do you hold about me?");
    let before = kept(&scribe.store);
    let mut append = scribe.append_of(Some(case), "2026-10-28", &[note("From the future.")]);
    append.events[0].envelope.v = 2;
    let bytes = append.events[0].envelope.canonical_bytes().unwrap();
    let hash = append.events[0].envelope.hash().unwrap();
    let sql = "INSERT INTO event SELECT 3, case_id, 3, kind, hash, ?1, ?2 FROM event WHERE seq = 2";
    scribe.store.writer().connection.execute(sql, (hash.as_bytes(), bytes)).unwrap();
    let outcome = scribe.store.rebuild();
    assert!(matches!(outcome, Err(Error::NotUnderstood { seq: 3, .. })), "{outcome:?}");
    assert_eq!(kept(&scribe.store), before);
}

#[test]
fn numbers_go_on_per_year_and_are_found_by_reference() {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create(folder.path());
    let next = |scribe: &Scribe, year| scribe.store.next_number(CaseKind::SubjectRequest, year).unwrap();
    assert_eq!(next(&scribe, 2026), 1);
    let case = CaseId::new(scribe.id());
    scribe.record(case, "2026-10-27", &[received(41, "text")]).unwrap();
    assert_eq!((next(&scribe, 2026), next(&scribe, 2027)), (42, 1));
    assert_eq!(scribe.store.next_number(CaseKind::Complaint, 2026).unwrap(), 1);
    assert_eq!(scribe.store.case_by_reference(reference(41)).unwrap(), Some(case));
    assert_eq!(scribe.store.case_by_reference(reference(42)).unwrap(), None);
}

#[test]
fn another_holiday_moves_the_rows_of_open_cases_and_of_no_closed_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create(folder.path());
    let open = scribe.receive("Ada", "All of it.");
    let shut = scribe.receive("Ben", "All of it.");
    scribe.record(shut, "2026-10-28", &[closed()]).unwrap();
    let last_day = |scribe: &Scribe, case| scribe.store.case_row(case).unwrap().unwrap().last_day;
    assert_eq!(last_day(&scribe, open), Some(day("2026-11-27")));
    let was_shut = kept(&scribe.store).into_iter().filter(|row| row.contains("Ben")).collect::<Vec<_>>();
    assert!(!was_shut.is_empty());

    let place = Place::Uk(Nation::EnglandAndWales);
    let added = casebook::Event::HolidayAdded { revision: 1, place, day: day("2026-11-27") };
    scribe.record_casebook(&added, &[("title", "A day for everyone"), ("source", "The King")]);
    assert_eq!(last_day(&scribe, open), Some(day("2026-11-30")));
    let is_shut = kept(&scribe.store).into_iter().filter(|row| row.contains("Ben")).collect::<Vec<_>>();
    assert_eq!(is_shut, was_shut);
    assert_eq!(scribe.store.open_cases().unwrap(), [open]);
    let calendar = scribe.store.holidays().unwrap().calendar(place);
    assert_eq!(calendar.holiday(day("2026-11-27")).unwrap().title, "A day for everyone");

    let removed = casebook::Event::HolidayRemoved { revision: 2, place, day: day("2026-11-27") };
    scribe.record_casebook(&removed, &[]);
    assert_eq!(last_day(&scribe, open), Some(day("2026-11-27")));
}
