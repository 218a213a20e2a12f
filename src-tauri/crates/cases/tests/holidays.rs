//! Holidays as the casebook's entries tell them: what holds, what held before, what may be changed, what moves.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use std::collections::BTreeMap;

use casebook_cases::casebook::{Event, HolidayChange, Holidays, line_of};
use casebook_cases::codes::{Channel, MovedBy, OurRole, Regime, Resolution};
use casebook_cases::subject_request::{self, moved};
use casebook_cases::{Happened, Recorded, State, common, fold};
use casebook_law::clock::Settings;
use casebook_law::{Calendar, Holiday, MemberState, Nation, Place, Right};
use chrono::{DateTime, NaiveDate};

const ENGLAND: Place = Place::Uk(Nation::EnglandAndWales);
const SCOTLAND: Place = Place::Uk(Nation::Scotland);
const IRELAND: Place = Place::Eu(MemberState::Ireland);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn recorded<E>(seq: u64, on: &str, event: E) -> Recorded<E> {
    let at = DateTime::from_timestamp(1_790_000_000, 0).unwrap();
    Recorded { seq, case_seq: seq, on: day(on), at, answers: None, event }
}

/// Decides a change and folds what it records, as entry `seq` of the casebook.
fn changed(
    holidays: Holidays,
    seq: u64,
    on: &str,
    change: &HolidayChange,
    texts: &[(&str, &str)],
) -> Holidays {
    let event = holidays.decide(change).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let text =
        |name: &str| texts.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned());
    holidays.fold(&recorded(seq, on, event), text)
}

fn list(days: &[&str]) -> HolidayChange {
    let days: Vec<NaiveDate> = days.iter().map(|text| day(text)).collect();
    let days = Nation::ALL.map(|nation| (nation, days.clone()));
    HolidayChange::Import { days: BTreeMap::from(days), sha256: "ab".repeat(32) }
}

#[test]
fn without_entries_the_shipped_lists_hold() {
    let holidays = Holidays::default();
    for place in Place::ALL {
        assert_eq!(holidays.calendar(place), Calendar::shipped(place));
    }
    assert_eq!((holidays.revision(), holidays.checked_on()), (0, None));
}

#[test]
fn a_list_read_in_takes_its_years_and_names_its_days() {
    let titles = line_of(Nation::Scotland, &Holiday { on: day("2027-06-07"), title: "A day".into() });
    assert_eq!(titles, "SC 2027-06-07 A day");
    let texts = [("titles", titles.as_str())];
    let holidays = changed(Holidays::default(), 7, "2026-11-22", &list(&["2027-06-07"]), &texts);
    let scotland = holidays.calendar(SCOTLAND);
    assert_eq!(scotland.holiday(day("2027-06-07")).unwrap().title, "A day");
    assert_eq!(scotland.version(), "Holiday list read in on 22 November 2026");
    assert!(scotland.is_working_day(day("2027-12-28")), "the list is the whole truth for 2027");
    assert!(!scotland.is_working_day(day("2026-12-28")), "2026 is as shipped");
    let england = holidays.calendar(ENGLAND);
    assert_eq!(england.holiday(day("2027-06-07")).unwrap().title, "Bank holiday", "its name was erased");
    assert_eq!(holidays.calendar(IRELAND), Calendar::shipped(IRELAND));
    assert_eq!(holidays.checked_on(), Some(day("2026-11-22")));
}

#[test]
fn a_day_set_by_hand_holds_until_it_is_taken_back_or_published() {
    let fair = HolidayChange::Add(SCOTLAND, day("2027-07-19"));
    let texts = [("title", "Fair Monday"), ("source", "City council")];
    let holidays = changed(Holidays::default(), 7, "2026-11-22", &fair, &texts);
    let calendar = holidays.calendar(SCOTLAND);
    assert_eq!(calendar.holiday(day("2027-07-19")).unwrap().title, "Fair Monday");
    assert_eq!(calendar.version(), "Holiday list of 21 August 2026, 1 day changed by hand");
    let (place, on, set) = holidays.by_hand().next().unwrap();
    assert_eq!((place, on, set.source.as_str(), set.seq), (SCOTLAND, day("2027-07-19"), "City council", 7));

    let published = changed(holidays.clone(), 8, "2026-11-23", &list(&["2027-07-19"]), &[]);
    assert_eq!(published.by_hand().count(), 0);
    assert!(!published.calendar(SCOTLAND).is_working_day(day("2027-07-19")));

    let back = HolidayChange::Remove(SCOTLAND, day("2027-07-19"));
    let holidays = changed(holidays, 8, "2026-11-23", &back, &[]);
    assert_eq!(holidays.by_hand().count(), 0);
    assert_eq!(holidays.calendar(SCOTLAND).holidays(), Calendar::shipped(SCOTLAND).holidays());
    let off = HolidayChange::Remove(IRELAND, day("2026-10-26"));
    let holidays = changed(holidays, 9, "2026-11-23", &off, &[]);
    assert!(holidays.calendar(IRELAND).is_working_day(day("2026-10-26")));
    assert_eq!((holidays.revision(), holidays.by_hand().count()), (3, 1));
    let again = HolidayChange::Add(IRELAND, day("2026-10-26"));
    assert_eq!(changed(holidays, 10, "2026-11-23", &again, &[]).by_hand().count(), 0);
}

#[test]
fn what_held_before_an_entry_can_still_be_told() {
    let add = HolidayChange::Add(ENGLAND, day("2027-06-07"));
    let holidays = changed(Holidays::default(), 7, "2026-11-22", &add, &[]);
    let add = HolidayChange::Add(ENGLAND, day("2027-06-08"));
    let holidays = changed(holidays, 12, "2026-11-22", &add, &[]);
    let is_open = |seq, on| holidays.calendar_before(ENGLAND, seq).is_working_day(day(on));
    assert!(is_open(7, "2027-06-07") && is_open(12, "2027-06-08"));
    assert!(!is_open(8, "2027-06-07") && !is_open(12, "2027-06-07") && !is_open(13, "2027-06-08"));
}

#[test]
fn what_cannot_be_is_refused_under_its_rule() {
    let holidays = Holidays::default();
    let mut short = BTreeMap::from(Nation::ALL.map(|nation| (nation, vec![day("2027-06-07")])));
    short.remove(&Nation::NorthernIreland);
    for change in [
        HolidayChange::Import { days: short, sha256: String::new() },
        list(&["2100-01-01"]),
        HolidayChange::Add(ENGLAND, day("2026-12-25")),
        HolidayChange::Add(ENGLAND, day("2026-12-26")),
        HolidayChange::Add(ENGLAND, day("2100-01-04")),
        HolidayChange::Remove(ENGLAND, day("2026-12-24")),
        HolidayChange::Remove(SCOTLAND, day("2026-04-06")),
    ] {
        assert_eq!(holidays.decide(&change).unwrap_err().rule.as_str(), "CAL-2", "{change:?}");
    }
}

#[test]
fn a_near_end_and_a_new_year_ask_for_a_look() {
    let holidays = Holidays::default();
    assert!(!holidays.is_horizon_near(ENGLAND, day("2027-12-31")));
    assert!(holidays.is_horizon_near(ENGLAND, day("2028-01-01")));
    assert!(!holidays.is_horizon_near(IRELAND, day("2028-01-01")), "its days are computed");
    assert!(!holidays.wants_check(day("2026-12-31")));
    assert!(holidays.wants_check(day("2027-01-01")));
    let checked = changed(holidays, 7, "2027-01-04", &HolidayChange::Check, &[]);
    assert!(!checked.wants_check(day("2027-12-31")) && checked.wants_check(day("2028-01-01")));
}

#[test]
fn the_stored_form_of_a_change_never_changes() {
    let events = [
        changed_event(&list(&["2027-06-07"])),
        changed_event(&HolidayChange::Add(IRELAND, day("2027-06-08"))),
        changed_event(&HolidayChange::Remove(ENGLAND, day("2026-12-25"))),
        changed_event(&HolidayChange::Check),
    ];
    let sha256 = "ab".repeat(32);
    let days = r#"["2027-06-07"]"#;
    let stored = [
        format!(
            r#"{{"kind":"holidays.imported","facts":{{"revision":1,"england_and_wales":{days},"scotland":{days},"northern_ireland":{days},"sha256":"{sha256}"}}}}"#
        ),
        r#"{"kind":"holiday.added","facts":{"revision":1,"place":"IE","day":"2027-06-08"}}"#.to_owned(),
        r#"{"kind":"holiday.removed","facts":{"revision":1,"place":"EW","day":"2026-12-25"}}"#.to_owned(),
        r#"{"kind":"holidays.checked","facts":{"revision":1}}"#.to_owned(),
    ];
    for (event, stored) in events.iter().zip(stored) {
        assert_eq!(serde_json::to_string(event).unwrap(), stored);
        assert_eq!(&serde_json::from_str::<Event>(&stored).unwrap(), event);
    }
}

fn changed_event(change: &HolidayChange) -> Event {
    Holidays::default().decide(change).unwrap()
}

fn case_of(nation: Nation, received: &str) -> State {
    let received_event = subject_request::Event::Received {
        reference: "SR-2026-0042-E".to_owned(),
        rights: vec![Right::Access, Right::ConsentWithdrawal],
        regime: Regime::Uk,
        nation,
        rule_set: String::new(),
        channel: Channel::Post,
        our_role: OurRole::Controller,
        logged_on: day(received),
        person_kind: None,
    };
    fold(State::default(), &recorded(1, received, received_event.into()))
}

fn moved_in(state: &State, holidays: &Holidays, why: MovedBy) -> Vec<Happened<casebook_cases::Event>> {
    let was = Calendar::shipped(ENGLAND);
    let now = holidays.calendar(ENGLAND);
    moved(state, (&was, &now), Settings::default(), day("2026-11-22"), (why, 7))
}

#[test]
fn a_new_holiday_moves_the_last_days_that_fall_on_it_and_no_other() {
    let add = HolidayChange::Add(ENGLAND, day("2026-12-01"));
    let holidays = changed(Holidays::default(), 7, "2026-11-22", &add, &[]);
    let events = moved_in(&case_of(Nation::EnglandAndWales, "2026-11-01"), &holidays, MovedBy::Added);
    let [Happened { event, .. }] = events.as_slice() else { panic!("{events:?}") };
    let expected = subject_request::Event::LastDayMoved {
        right: Right::Access,
        was: day("2026-12-01"),
        now: day("2026-12-02"),
        due_was: day("2026-12-01"),
        due_now: day("2026-12-02"),
        why: MovedBy::Added,
        list: 7,
    };
    assert_eq!(*event, expected.into());
    let other = case_of(Nation::EnglandAndWales, "2026-11-02");
    assert_eq!(moved_in(&other, &holidays, MovedBy::Added), []);
}

#[test]
fn a_closed_case_keeps_the_calendar_it_was_closed_under() {
    let add = HolidayChange::Add(ENGLAND, day("2026-12-01"));
    let holidays = changed(Holidays::default(), 7, "2026-11-22", &add, &[]);
    let closing = |seq| {
        let closed = common::Event::CaseClosed {
            resolution: Resolution::OpenedInError,
            due: BTreeMap::new(),
            holidays: String::new(),
        };
        fold(case_of(Nation::EnglandAndWales, "2026-11-01"), &recorded(seq, "2026-11-22", closed.into()))
    };
    let closed_before = closing(5);
    assert_eq!(moved_in(&closed_before, &holidays, MovedBy::Added), []);
    assert_eq!(holidays.calendar_of(&closed_before), Calendar::shipped(ENGLAND));
    assert_eq!(moved_in(&closed_before, &holidays, MovedBy::Reopened).len(), 1, "once it goes on it moves");
    assert_eq!(holidays.calendar_of(&closing(9)), holidays.calendar(ENGLAND));
}
