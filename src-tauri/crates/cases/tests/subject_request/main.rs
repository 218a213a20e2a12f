//! A subject request from receipt to archive: what is accepted, what is refused and why, and that folding never fails.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

mod any;
mod golden;
mod offers;
mod search;
mod what_if;

use std::collections::BTreeMap;

use casebook_cases::codes::{
    Channel, ExtensionReason, FeeBasis, IdentityDoubt, IdentityLevel, LetterKind, OurRole, PostalClass,
    Regime, Resolution, Role, SearchResult,
};
use casebook_cases::common::Event as Common;
use casebook_cases::subject_request::{LetterChoices, NewParty, NewSearch, SearchCommand, Status, World};
use casebook_cases::{
    CaseKind, Command, Event, Happened, LetterId, Next, PartyId, PersonId, Recorded, Reference, Refusal,
    SearchId, State, Written, decide, fold, subject_request,
};
use casebook_law::clock::Settings;
use casebook_law::{Calendar, Nation, Place, Right, RuleId};
use chrono::{DateTime, NaiveDate};
use uuid::Uuid;

const LETTER: LetterId = LetterId::new(Uuid::from_u128(7));
const OTHER_LETTER: LetterId = LetterId::new(Uuid::from_u128(8));
const SUBJECT: PartyId = PartyId::new(Uuid::from_u128(1));

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn calendar() -> Calendar {
    Calendar::shipped(Place::Uk(Nation::EnglandAndWales))
}

fn written() -> Option<Written> {
    Written::of("because")
}

/// A case under test: says what happened, and lets more happen.
struct Story {
    state: State,
    events: Vec<Recorded<Event>>,
    today: NaiveDate,
    calendar: Calendar,
}

impl Story {
    fn empty(today: &str) -> Self {
        Self { state: State::default(), events: Vec::new(), today: day(today), calendar: calendar() }
    }

    fn received(on: &str) -> Self {
        let mut story = Self::empty(on);
        story.does(receive(on)).unwrap();
        story
    }

    /// The same once a place was searched and something was found.
    fn searched(self, on: &str) -> Self {
        self.on(on).after(ask(on, 50)).after(report(on, 50, SearchResult::Found))
    }

    fn on(mut self, today: &str) -> Self {
        self.today = day(today);
        self
    }

    fn after(mut self, command: Command) -> Self {
        self.does(command).unwrap_or_else(|refusal| panic!("{refusal:?}"));
        self
    }

    fn does(&mut self, command: Command) -> Result<Vec<String>, Refusal> {
        let world = World { today: self.today, calendar: &self.calendar, settings: Settings::default() };
        let decision = decide(&self.state, command, &world)?;
        for happened in decision.events {
            self.record(happened);
        }
        Ok(decision.advisories.into_iter().map(|advisory| advisory.sentence).collect())
    }

    fn record(&mut self, happened: Happened<Event>) {
        let seq = self.events.len() as u64 + 1;
        let at = DateTime::from_timestamp(1_790_000_000, 0).unwrap();
        let Happened { on, answers, event } = happened;
        let recorded = Recorded { seq, case_seq: seq, on, at, answers, event };
        self.state = fold(std::mem::take(&mut self.state), &recorded);
        self.events.push(recorded);
    }

    fn refused(&mut self, command: Command) -> &'static str {
        let before = self.state.clone();
        let refusal = self.does(command).expect_err("this should have been refused");
        assert_eq!(self.state, before, "a refusal changes nothing");
        refusal.rule.as_str()
    }

    fn last_day(&self) -> Option<NaiveDate> {
        self.state.last_day(&self.calendar, Settings::default(), self.today)
    }

    fn next(&self) -> casebook_cases::NextStep {
        let world = World { today: self.today, calendar: &self.calendar, settings: Settings::default() };
        subject_request::next_step(&self.state, &world)
    }
}

fn receive(on: &str) -> Command {
    let party = NewParty { party: SUBJECT, person: PersonId::new(Uuid::from_u128(2)), role: Role::Subject };
    Command::Receive {
        on: day(on),
        reference: Reference::new(CaseKind::SubjectRequest, 2026, 42).unwrap(),
        rights: vec![Right::Access],
        regime: Regime::Uk,
        nation: Nation::EnglandAndWales,
        channel: Channel::Post,
        our_role: OurRole::Controller,
        subject: written().map(|name| (party, name)),
        requester: None,
        person_kind: None,
        document: None,
    }
}

fn make_final(on: &str, letter: LetterId, kind: LetterKind) -> Command {
    Command::MakeLetterFinal {
        on: day(on),
        letter,
        kind,
        dated_on: day(on),
        pages: 2,
        enclosed_pages: 12,
        pdf_sha256: "0".repeat(64),
        template: "L07/1".to_owned(),
        clauses: BTreeMap::from([("challenge".to_owned(), 1)]),
        choices: choices(),
        passed: true,
    }
}

fn choices() -> LetterChoices {
    LetterChoices {
        fee: Some(FeeBasis::Excessive),
        ground: Some(ExtensionReason::Complex),
        doubt: Some(IdentityDoubt::DetailsDiffer),
    }
}

fn identity_asked(on: &str) -> Command {
    Command::RecordIdentityAsked { on: day(on), doubt: Some(IdentityDoubt::DetailsDiffer), reason: written() }
}

fn identity_received(on: &str) -> Command {
    let level = Some(IdentityLevel::Questions);
    Command::RecordIdentityReceived { on: day(on), level, reason: None, destroy: None }
}

fn exported(through: u64, reason: Option<Written>) -> Command {
    Command::RecordExported {
        on: day("2026-11-20"),
        files: 12,
        through,
        reason,
        audience: None,
        wrapping: None,
        manifest_sha256: None,
    }
}

fn search_id(number: u128) -> SearchId {
    SearchId::new(Uuid::from_u128(number))
}

/// One place asked on that day.
fn ask(on: &str, number: u128) -> Command {
    let search = search_id(number);
    let due = day(on).checked_add_days(chrono::Days::new(7)).unwrap();
    let places = vec![NewSearch { search, system: None, due, place: written() }];
    Command::Search(SearchCommand::Ask { on: day(on), places })
}

fn report(on: &str, number: u128, result: SearchResult) -> Command {
    let search = search_id(number);
    Command::Search(SearchCommand::Report { on: day(on), search, result, pages: 12, reason: written() })
}

fn sent(on: &str, letter: LetterId) -> Command {
    Command::RecordLetterSent { on: day(on), letter, channel: Channel::Post, class: Some(PostalClass::First) }
}

fn close(on: &str, resolution: Resolution, reason: Option<Written>) -> Command {
    Command::Close { on: day(on), resolution, reason }
}

#[test]
fn a_request_goes_from_receipt_to_archive() {
    let mut story = Story::received("2026-10-27").on("2026-10-28");
    assert_eq!(story.state.status(), Status::ToSearch);
    assert_eq!(story.last_day(), Some(day("2026-11-27")));
    assert_eq!(story.next().main, Some(Next::AskSearches));
    assert_eq!(story.next().others, vec![Next::Write(LetterKind::L01)]);

    story = story
        .after(make_final("2026-10-28", OTHER_LETTER, LetterKind::L01))
        .after(sent("2026-10-28", OTHER_LETTER));
    assert_eq!(story.state.acknowledged_on, Some(day("2026-10-28")));
    assert_eq!(story.next().others, Vec::new());

    story = story.searched("2026-11-20").after(make_final("2026-11-20", LETTER, LetterKind::L07));
    assert_eq!(story.state.status(), Status::AnswerToSend);
    assert_eq!(story.state.letter(LETTER).unwrap().number, 2);
    assert_eq!(story.last_day(), Some(day("2026-11-27")), "making a letter final stops no clock");
    assert_eq!(story.next().main, Some(Next::RecordSent(LETTER)));

    story = story.after(sent("2026-11-20", LETTER));
    assert_eq!(story.state.status(), Status::Answered);
    assert_eq!(story.next().main, Some(Next::Close));

    story = story.after(close("2026-11-20", Resolution::Answered, None));
    assert_eq!(story.state.status(), Status::Closed);
    let Event::Common(Common::CaseClosed { due, .. }) = &story.events.last().unwrap().event else { panic!() };
    assert_eq!(due, &BTreeMap::from([("access".to_owned(), day("2026-11-27"))]));

    story = story.after(exported(8, written()));
    assert_eq!(story.state.exported_through, Some(8));
}

#[test]
fn each_refusal_names_its_rule() {
    let story = || Story::received("2026-10-27").searched("2026-11-02");
    let rows: Vec<(&str, Story, Command, RuleId)> = vec![
        ("received tomorrow", Story::empty("2026-11-02"), receive("2026-11-03"), RuleId::TIME_6),
        ("received in 1989", Story::empty("2026-11-02"), receive("1989-12-31"), RuleId::TIME_6),
        ("received twice", story(), receive("2026-10-28"), RuleId::REQ_1),
        ("nothing before receipt", Story::empty("2026-11-02"), sent("2026-11-02", LETTER), RuleId::REC_1),
        ("a day to come", story(), identity_received("2026-11-03"), RuleId::REC_1),
        ("before receipt", story(), identity_received("2026-10-26"), RuleId::REC_1),
        (
            "no doubt",
            story(),
            Command::RecordIdentityAsked { on: day("2026-11-02"), doubt: None, reason: None },
            RuleId::ID_1,
        ),
        (
            "no need",
            story(),
            Command::RecordClarificationAsked { on: day("2026-11-02"), reason: None },
            RuleId::TIME_7,
        ),
        (
            "no reasons",
            story(),
            Command::RecordExtension {
                on: day("2026-11-02"),
                reason: ExtensionReason::Complex,
                reasons: None,
            },
            RuleId::TIME_10,
        ),
        ("not answered", story(), close("2026-11-02", Resolution::Answered, None), RuleId::TIME_14),
        ("not withdrawn", story(), close("2026-11-02", Resolution::Withdrawn, written()), RuleId::REC_1),
        ("no identity wait", story(), close("2026-11-02", Resolution::NotVerified, written()), RuleId::ID_4),
        ("no question open", story(), close("2026-11-02", Resolution::NoReply, written()), RuleId::TIME_8),
        ("no reason", story(), close("2026-11-02", Resolution::OpenedInError, None), RuleId::REF_2),
        ("unknown letter", story(), sent("2026-11-02", LETTER), RuleId::REC_1),
        (
            "identity outstanding",
            story().after(identity_asked("2026-11-02")),
            make_final("2026-11-02", LETTER, LetterKind::L07),
            RuleId::ID_1,
        ),
        (
            "two of a kind",
            story().after(make_final("2026-11-02", LETTER, LetterKind::L07)),
            make_final("2026-11-02", OTHER_LETTER, LetterKind::L07),
            RuleId::SEND_1,
        ),
        (
            "unsent letter",
            story().after(make_final("2026-11-02", LETTER, LetterKind::L01)),
            close("2026-11-02", Resolution::OpenedInError, written()),
            RuleId::SEND_1,
        ),
        (
            "sent twice",
            story()
                .after(make_final("2026-11-02", LETTER, LetterKind::L07))
                .after(sent("2026-11-02", LETTER)),
            sent("2026-11-02", LETTER),
            RuleId::SEND_1,
        ),
        (
            "open already",
            story(),
            Command::Reopen { on: day("2026-11-02"), reason: written() },
            RuleId::REC_1,
        ),
        ("no purpose", story(), exported(1, None), RuleId::EXP_4),
    ];
    for (name, mut story, command, rule) in rows {
        assert_eq!(story.refused(command), rule.as_str(), "{name}");
    }
}

#[test]
fn a_letter_is_dated_from_today_to_three_working_days_ahead() {
    // Monday 2 November 2026: Thursday the 5th is the third working day after it.
    for (dated_on, allowed) in
        [("2026-11-01", false), ("2026-11-02", true), ("2026-11-05", true), ("2026-11-06", false)]
    {
        let mut story = Story::received("2026-10-27").on("2026-11-02");
        let Command::MakeLetterFinal {
            on,
            letter,
            kind,
            pages,
            enclosed_pages,
            pdf_sha256,
            template,
            clauses,
            choices,
            passed,
            ..
        } = make_final("2026-11-02", LETTER, LetterKind::L01)
        else {
            panic!()
        };
        let command = Command::MakeLetterFinal {
            on,
            letter,
            kind,
            dated_on: day(dated_on),
            pages,
            enclosed_pages,
            pdf_sha256,
            template,
            clauses,
            choices,
            passed,
        };
        assert_eq!(story.does(command).is_ok(), allowed, "{dated_on}");
    }
}

#[test]
fn what_a_colleague_already_sent_counts_as_the_answer() {
    let story = Story::received("2026-10-27").on("2026-11-10").after(Command::RecordAnsweredOutside {
        on: day("2026-11-05"),
        channel: Channel::Email,
        what: written(),
        document: None,
    });
    assert_eq!(story.state.status(), Status::Answered);
    assert_eq!(story.state.answered_on(Right::Access), Some(day("2026-11-05")));
}

#[test]
fn identity_recorded_late_takes_its_true_place() {
    let story = Story::received("2026-10-27")
        .on("2026-11-10")
        .after(identity_received("2026-11-09"))
        .after(identity_asked("2026-10-28"));
    assert_eq!(story.state.waits(), Vec::new());
    assert_eq!(story.state.status(), Status::ToSearch);
    assert_eq!(story.last_day(), Some(day("2026-12-09")), "the clock starts when the proof came");
}

#[test]
fn waiting_is_shown_and_stops_the_answer_but_not_the_record() {
    let mut story = Story::received("2026-10-27")
        .on("2026-10-28")
        .after(Command::RecordClarificationAsked { on: day("2026-10-28"), reason: written() });
    assert_eq!(story.state.status(), Status::WaitingForClarification);
    assert_eq!(story.last_day(), None);
    assert_eq!(story.next().main, Some(Next::RecordClarificationReceived));
    story = story.on("2026-11-30").after(close("2026-11-30", Resolution::NoReply, written()));
    assert_eq!(story.state.status(), Status::Closed);
    story = story.after(Command::Reopen { on: day("2026-11-30"), reason: written() });
    story = story.after(Command::RecordClarificationEnded { on: day("2026-11-30"), refused: true });
    assert_eq!(story.state.status(), Status::ToSearch);
}

#[test]
fn late_things_are_recorded_with_a_word_of_warning() {
    let mut story = Story::empty("2026-11-10");
    let advisories = story.does(receive("2026-10-27")).unwrap();
    assert!(advisories.iter().any(|sentence| sentence.contains("14 days after")), "{advisories:?}");

    let late = Command::RecordExtension {
        on: day("2026-12-01"),
        reason: ExtensionReason::Complex,
        reasons: written(),
    };
    let advisories = story.on("2026-12-01").does(late).unwrap();
    assert!(advisories.iter().any(|sentence| sentence.contains("no effect")), "{advisories:?}");

    let mut story = Story::received("2026-10-27").searched("2026-11-30").after(make_final(
        "2026-11-30",
        LETTER,
        LetterKind::L07,
    ));
    let advisories = story.does(sent("2026-11-30", LETTER)).unwrap();
    assert!(advisories.iter().any(|sentence| sentence.contains("late")), "{advisories:?}");
}

#[test]
fn a_void_letter_gives_its_number_to_nobody_else() {
    let mut story = Story::received("2026-10-27")
        .searched("2026-11-02")
        .after(make_final("2026-11-02", LETTER, LetterKind::L07))
        .after(Command::VoidLetter { on: day("2026-11-02"), letter: LETTER, reason: written() })
        .after(make_final("2026-11-02", OTHER_LETTER, LetterKind::L07));
    assert_eq!(story.state.letter(OTHER_LETTER).unwrap().number, 2);
    assert_eq!(story.refused(sent("2026-11-02", LETTER)), "SEND-1");
}
