//! Lists: filtered, sorted, stable while open, and without the secret cases.

use casebook_cases::codes::{Channel, PostalClass, Resolution};
use casebook_cases::{LetterId, PersonId, common, subject_request};
use casebook_law::Right;
use casebook_law::clock::Settings;

use super::scribe::{Scribe, answered, closed, day, letter_final, note, party};
use crate::{
    AnswerTiming, Answers, CaseRow, Described, Error, Filter, ListQuery, SarLogRow, SecretCases, Sort, Store,
};

fn query(filter: Filter, sort: Sort) -> ListQuery {
    ListQuery { filter, sort, ..ListQuery::open(day("2026-11-22")) }
}

fn rows(store: &Store, query: &ListQuery) -> Vec<CaseRow> {
    let opened = store.list_open(query).unwrap();
    let rows = store.list_rows(opened.list, 0, 200).unwrap();
    store.list_close(opened.list);
    rows
}

fn names(store: &Store, query: &ListQuery) -> Vec<String> {
    rows(store, query).into_iter().map(|row| row.who.reveal().clone()).collect()
}

/// Sets what the days of a row are, so that each filter and order has something to tell apart.
fn set_row(store: &Store, no: i64, columns: &str) {
    let changed =
        store.writer().connection.execute(&format!("UPDATE case_row SET {columns} WHERE no = {no}"), []);
    assert_eq!(changed.unwrap(), 1);
}

/// Seven cases; each begins with two events, so their rows are numbered 1, 3, 5 …
fn seven_cases(scribe: &mut Scribe) {
    for name in ["overdue", "today", "in seven days", "in eight days", "paused", "answered", "closed"] {
        scribe.receive(name, "What do you hold about me?");
    }
    let columns = [
        "last_day = '2026-11-21'",
        "last_day = '2026-11-22'",
        "last_day = '2026-11-29'",
        "last_day = '2026-11-30', received_on = '2026-11-01'",
        "last_day = NULL, stage = 1, is_waiting = 1, status = 'waiting_identity'",
        "last_day = NULL, stage = 2, answered_on = '2026-11-10', status = 'answered'",
        "last_day = '2026-11-01', stage = 3, answered_on = '2026-11-10', closed_on = '2026-11-11', \
         status = 'closed', resolution = 'answered'",
    ];
    for (columns, place) in columns.into_iter().zip(0..) {
        set_row(&scribe.store, 2 * place + 1, columns);
    }
}

#[test]
fn each_filter_shows_its_cases_and_the_counts_agree() {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create(folder.path());
    seven_cases(&mut scribe);
    let expected: [(Filter, &[&str]); 6] = [
        (Filter::Open, &["overdue", "today", "in seven days", "in eight days", "paused", "answered"]),
        (Filter::Overdue, &["overdue"]),
        (Filter::DueSoon, &["today", "in seven days"]),
        (Filter::Waiting, &["paused"]),
        (Filter::Closed, &["closed"]),
        (
            Filter::All,
            &["overdue", "today", "in seven days", "in eight days", "paused", "answered", "closed"],
        ),
    ];
    for (filter, cases) in expected {
        assert_eq!(names(&scribe.store, &query(filter, Sort::MostUrgent)), cases, "{filter:?}");
    }
    assert_eq!(expected.map(|(filter, _)| filter), Filter::ALL);
    let counts = scribe.store.counts(day("2026-11-22")).unwrap();
    let counted = [counts.open, counts.overdue, counts.due_soon, counts.waiting, counts.closed];
    assert_eq!(counted, [6, 1, 2, 1, 1]);
    let tomorrow = scribe.store.counts(day("2026-11-23")).unwrap();
    assert_eq!((tomorrow.overdue, tomorrow.due_soon), (2, 2));
}

#[test]
fn each_order_is_the_one_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create(folder.path());
    seven_cases(&mut scribe);
    let by_name = names(&scribe.store, &query(Filter::All, Sort::Name));
    assert_eq!(
        by_name,
        ["answered", "closed", "in eight days", "in seven days", "overdue", "paused", "today"]
    );
    let newest = names(&scribe.store, &query(Filter::All, Sort::Newest));
    assert_eq!(newest.first().unwrap(), "in eight days");
    assert_eq!(newest[1..], ["closed", "answered", "paused", "in seven days", "today", "overdue"]);
    let references: Vec<_> = rows(&scribe.store, &query(Filter::All, Sort::Reference))
        .into_iter()
        .map(|row| row.reference)
        .collect();
    assert!(references.is_sorted(), "{references:?}");
}

/// Posted on a Tuesday, with the last day on the Friday after: three working days.
#[test]
fn whether_an_answer_was_posted_late_is_told_by_the_margins_in_force() {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create(folder.path());
    let mut post = |name: &str, class: PostalClass, on: &str| {
        let case = scribe.receive(name, "What do you hold about me?");
        let letter = LetterId::new(scribe.id());
        let sent = common::Event::LetterSent { letter, channel: Channel::Post, class: Some(class) };
        let answer = subject_request::Event::Answered {
            rights: vec![Right::Access, Right::Erasure],
            letter: Some(letter),
            channel: Channel::Post,
        };
        let told = [letter_final(letter, 1), (sent.into(), vec![]), (answer.into(), vec![])];
        scribe.record(case, on, &told).unwrap();
        case
    };
    let first = post("first class", PostalClass::First, "2026-11-24");
    let second = post("second class", PostalClass::Second, "2026-11-24");
    let late = post("late", PostalClass::First, "2026-11-30");
    let timing = |case, settings: &Settings| {
        scribe.store.case_row(case).unwrap().unwrap().timeliness.unwrap().timing(settings)
    };
    let usual = Settings::default();
    assert_eq!((usual.post_margin_first, usual.post_margin_second), (2, 4));
    let slow = Settings { post_margin_first: 4, post_margin_second: 6, ..usual };
    let quick = Settings { post_margin_first: 1, post_margin_second: 3, ..usual };
    use AnswerTiming::{InTime, Late, PostedLate};
    for (settings, of_first, of_second) in
        [(usual, InTime, PostedLate), (slow, PostedLate, PostedLate), (quick, InTime, InTime)]
    {
        assert_eq!(timing(first, &settings), of_first, "{settings:?}");
        assert_eq!(timing(second, &settings), of_second, "{settings:?}");
        assert_eq!(timing(late, &settings), Late, "{settings:?}");
        let months = scribe.store.answers_by_month(day("2026-01-01"), &settings).unwrap();
        let all = [of_first, of_second, Late];
        let count = |timing| u32::try_from(all.iter().filter(|each| **each == timing).count()).unwrap();
        let expected = Answers { in_time: count(InTime), posted_late: count(PostedLate), late: count(Late) };
        assert_eq!(months.get(&(2026, 11)), Some(&expected), "{settings:?}");
        let mut log = Vec::new();
        let year = (day("2026-01-01"), day("2026-12-31"));
        let keep = |row: SarLogRow| {
            log.push(row.timeliness.unwrap().timing(&settings));
            true
        };
        scribe.store.sar_log(year.0, year.1, keep).unwrap();
        assert_eq!(log, all, "{settings:?}");
    }
}

#[test]
fn the_order_stays_while_a_list_is_open_and_the_rows_tell_the_news() {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create(folder.path());
    let first = scribe.receive("Zofia Nowak", "a");
    scribe.receive("Omar Haddad", "b");
    let opened = scribe.store.list_open(&query(Filter::Open, Sort::Reference)).unwrap();
    assert_eq!((opened.count, opened.all), (2, 2));
    scribe.record(first, "2026-11-10", &[answered(vec![Right::Access, Right::Erasure]), closed()]).unwrap();
    scribe.receive("Maria Silva", "c");
    let rows = scribe.store.list_rows(opened.list, 0, 200).unwrap();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].resolution, Some(Resolution::Answered));
    assert_eq!(rows[0].answered_on, Some(day("2026-11-10")));
    assert_eq!(scribe.store.list_rows(opened.list, 1, 1).unwrap(), rows[1..]);
    assert_eq!(scribe.store.list_rows(opened.list, 2, 1).unwrap(), []);
    scribe.store.list_close(opened.list);
    assert!(matches!(scribe.store.list_rows(opened.list, 0, 1), Err(Error::NoSuchList)));
}

#[test]
fn the_oldest_of_many_open_lists_is_closed() {
    let folder = tempfile::tempdir().unwrap();
    let scribe = Scribe::create(folder.path());
    let open = || scribe.store.list_open(&query(Filter::Open, Sort::Name)).unwrap().list;
    let lists: Vec<_> = (0..17).map(|_| open()).collect();
    assert!(scribe.store.list_rows(lists[0], 0, 1).is_err());
    assert!(lists[1..].iter().all(|list| scribe.store.list_rows(*list, 0, 1).is_ok()));
}

/// A secret case is absent from whatever did not ask for it.
#[test]
fn invariant_16_a_secret_case_is_in_no_list_search_or_count_that_did_not_ask() {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create(folder.path());
    let case = scribe.receive("Zofia Nowak", "What do you hold about me?");
    let person = PersonId::new(scribe.id());
    let added = party(casebook_cases::PartyId::new(scribe.id()), person, "Zofia Nowak");
    let letter = LetterId::new(scribe.id());
    scribe.record(case, "2026-11-02", &[added, note("parcel"), letter_final(letter, 1)]).unwrap();
    let described = Described { name: "Zofia Nowak".to_owned().into(), ..Described::default() };
    let everywhere = |store: &Store, secret| {
        let list = |text: &str| ListQuery {
            secret,
            text: text.to_owned().into(),
            ..query(Filter::All, Sort::Newest)
        };
        let counts = store.counts(day("2026-11-22")).unwrap();
        [
            rows(store, &list("")).len(),
            rows(store, &list("parcel")).len(),
            rows(store, &list("SR-2026-0001-X")).len(),
            store.list_open(&list("")).unwrap().all as usize,
            counts.open as usize,
            store.letters_to_send().unwrap().len(),
            store.looks_alike(&described).unwrap().len(),
            store.cases_of_person(person).unwrap().len(),
        ]
    };
    assert_eq!(everywhere(&scribe.store, SecretCases::default()), [1, 1, 1, 1, 1, 1, 2, 1]);
    let opened = scribe.store.list_open(&query(Filter::All, Sort::Newest)).unwrap();

    set_row(&scribe.store, 1, "is_secret = 1");
    assert_eq!(everywhere(&scribe.store, SecretCases::default()), [0; 8]);
    assert_eq!(everywhere(&scribe.store, SecretCases::Shown)[..4], [1, 1, 1, 1]);
    assert_eq!(scribe.store.list_rows(opened.list, 0, 1).unwrap(), [], "not even in a list opened before");
    assert!(scribe.store.case_row(case).unwrap().unwrap().is_secret);
}

/// Asserts no time: only that nothing is lost, repeated or out of order.
#[test]
fn a_list_of_a_hundred_thousand_cases_is_whole_and_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let scribe = Scribe::create(folder.path());
    let sql = "
        WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 100000)
        INSERT INTO case_row
        SELECT n, randomblob(16), printf('SR-2026-%04d-X', n), 'SR', 'EW', printf('Person %d', n * 7919 % 100000),
               printf('person %06d', n * 7919 % 100000), 'access', 'to_search', iif(n % 10 = 0, 3, 0), 0, NULL,
               date('2026-01-01', (n % 300) || ' days'), NULL, date('2026-10-01', (n * 31 % 90) || ' days'),
               NULL, NULL, NULL, NULL, iif(n % 10 = 0, '2026-11-01', NULL), iif(n % 10 = 0, 'answered', NULL), 3, 0
        FROM number;
        INSERT INTO search_text SELECT no << 24, reference || ' ' || who || ' common' FROM case_row;
        INSERT INTO search (search) VALUES ('rebuild');";
    scribe.store.writer().connection.execute_batch(sql).unwrap();
    for (filter, count) in [(Filter::All, 100_000), (Filter::Open, 90_000), (Filter::Closed, 10_000)] {
        for (sort, reversed) in Sort::ALL.into_iter().flat_map(|sort| [(sort, false), (sort, true)]) {
            let opened = scribe.store.list_open(&ListQuery { reversed, ..query(filter, sort) }).unwrap();
            assert_eq!((opened.count, opened.all), (count, 100_000));
        }
    }
    let opened = scribe.store.list_open(&query(Filter::Open, Sort::MostUrgent)).unwrap();
    let mut seen = Vec::new();
    for from in (0..opened.count).step_by(200) {
        seen.extend(scribe.store.list_rows(opened.list, from, 200).unwrap());
    }
    assert_eq!(seen.len(), 90_000);
    assert!(seen.is_sorted_by_key(|row| row.last_day));
    let mut references: Vec<_> = seen.into_iter().map(|row| row.reference).collect();
    references.sort_unstable();
    references.dedup();
    assert_eq!(references.len(), 90_000);
    // The number stands once in a name and once in a reference.
    for (text, count) in [("common", 90_000), ("person 79195", 2), ("perso", 90_000)] {
        let text = text.to_owned().into();
        let opened =
            scribe.store.list_open(&ListQuery { text, ..query(Filter::Open, Sort::Newest) }).unwrap();
        assert_eq!(opened.count, count);
    }
}
