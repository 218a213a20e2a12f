//! A subject request from receipt to archive: what is accepted, what is refused and why, and that folding never fails.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use std::collections::BTreeMap;

use casebook_cases::codes::{
    Channel, ExtensionReason, LetterKind, Media, OurRole, PostalClass, Regime, Resolution, Role,
};
use casebook_cases::common::Event as Common;
use casebook_cases::subject_request::{Event as Request, NewParty, Status, World};
use casebook_cases::{
    CaseKind, Command, DocumentId, Event, Happened, LetterId, Next, PartyId, PersonId, Recorded, Reference,
    Refusal, State, Written, decide, fold, subject_request,
};
use casebook_law::clock::Settings;
use casebook_law::{Calendar, Nation, Place, Right, RuleId};
use chrono::{DateTime, NaiveDate};
use proptest::prelude::*;
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
        passed: true,
    }
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
    assert_eq!(story.state.status(), Status::InHand);
    assert_eq!(story.last_day(), Some(day("2026-11-27")));
    assert_eq!(story.next().main, Some(Next::Answer));
    assert_eq!(story.next().others, vec![Next::Acknowledge]);

    story = story
        .after(make_final("2026-10-28", OTHER_LETTER, LetterKind::L01))
        .after(sent("2026-10-28", OTHER_LETTER));
    assert_eq!(story.state.acknowledged_on, Some(day("2026-10-28")));
    assert_eq!(story.next().others, Vec::new());

    story = story.on("2026-11-20").after(make_final("2026-11-20", LETTER, LetterKind::L07));
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

    story = story.after(Command::RecordExported {
        on: day("2026-11-20"),
        files: 12,
        through: 8,
        reason: written(),
    });
    assert_eq!(story.state.exported_through, Some(8));
}

#[test]
fn each_refusal_names_its_rule() {
    let story = || Story::received("2026-10-27").on("2026-11-02");
    let rows: Vec<(&str, Story, Command, RuleId)> = vec![
        ("received tomorrow", Story::empty("2026-11-02"), receive("2026-11-03"), RuleId::TIME_6),
        ("received in 1989", Story::empty("2026-11-02"), receive("1989-12-31"), RuleId::TIME_6),
        ("received twice", story(), receive("2026-10-28"), RuleId::REQ_1),
        ("nothing before receipt", Story::empty("2026-11-02"), sent("2026-11-02", LETTER), RuleId::REC_1),
        ("a day to come", story(), Command::RecordIdentityReceived { on: day("2026-11-03") }, RuleId::REC_1),
        ("before receipt", story(), Command::RecordIdentityReceived { on: day("2026-10-26") }, RuleId::REC_1),
        (
            "no doubt",
            story(),
            Command::RecordIdentityAsked { on: day("2026-11-02"), reason: None },
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
            story().after(Command::RecordIdentityAsked { on: day("2026-11-02"), reason: written() }),
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
        (
            "no purpose",
            story(),
            Command::RecordExported { on: day("2026-11-02"), files: 1, through: 1, reason: None },
            RuleId::EXP_4,
        ),
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
    });
    assert_eq!(story.state.status(), Status::Answered);
    assert_eq!(story.state.answered_on(Right::Access), Some(day("2026-11-05")));
}

#[test]
fn identity_recorded_late_takes_its_true_place() {
    let story = Story::received("2026-10-27")
        .on("2026-11-10")
        .after(Command::RecordIdentityReceived { on: day("2026-11-09") })
        .after(Command::RecordIdentityAsked { on: day("2026-10-28"), reason: written() });
    assert_eq!(story.state.waits(), Vec::new());
    assert_eq!(story.state.status(), Status::InHand);
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
    assert_eq!(story.state.status(), Status::InHand);
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

    let mut story = Story::received("2026-10-27").on("2026-11-30").after(make_final(
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
        .on("2026-11-02")
        .after(make_final("2026-11-02", LETTER, LetterKind::L07))
        .after(Command::VoidLetter { on: day("2026-11-02"), letter: LETTER, reason: written() })
        .after(make_final("2026-11-02", OTHER_LETTER, LetterKind::L07));
    assert_eq!(story.state.letter(OTHER_LETTER).unwrap().number, 2);
    assert_eq!(story.refused(sent("2026-11-02", LETTER)), "SEND-1");
}

fn any_command() -> impl Strategy<Value = Command> {
    let date = (0_i64..120).prop_map(|offset| {
        day("2026-10-20").checked_add_days(chrono::Days::new(offset.unsigned_abs())).unwrap()
    });
    let reason = any::<bool>().prop_map(|is_written| Written::of(if is_written { "x" } else { "" }));
    let letter = (7_u128..10).prop_map(|id| LetterId::new(Uuid::from_u128(id)));
    let kind = prop_oneof![Just(LetterKind::L01), Just(LetterKind::L07)];
    (date, reason, letter, kind, any::<bool>(), 0_u8..18, 0_usize..5).prop_map(
        |(on, reason, letter, kind, flag, which, resolution)| {
            let text = on.to_string();
            match which {
                0 => receive(&text),
                1 => Command::ChangeParty { on, party: SUBJECT, name: reason },
                2 => Command::RecordIdentityAsked { on, reason },
                3 => Command::RecordIdentityReceived { on },
                4 => Command::RecordIdentityWaived { on, reason },
                5 => Command::RecordClarificationAsked { on, reason },
                6 => Command::RecordClarificationEnded { on, refused: flag },
                7 => Command::RecordFeeAsked { on, reason },
                8 => Command::RecordFeePaid { on },
                9 => Command::RecordExtension { on, reason: ExtensionReason::Number, reasons: reason },
                10 => Command::RecordAnsweredOutside { on, channel: Channel::Hand, what: reason },
                11 => Command::RecordWithdrawn { on },
                12 => Command::WriteNote { on, text: reason },
                13 => make_final(&text, letter, kind),
                14 => sent(&text, letter),
                15 => Command::VoidLetter { on, letter, reason },
                16 => close(&text, *Resolution::ALL.get(resolution).unwrap(), reason),
                _ => Command::Reopen { on, reason },
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever is asked in whatever order: nothing panics, every event folds, the version counts every event, letter
    /// numbers never repeat, and the stored form of each event reads back as the same event.
    #[test]
    fn invariant_02_any_run_of_commands_folds(commands in proptest::collection::vec(any_command(), 1..40)) {
        let mut story = Story::received("2026-10-20");
        story.today = day("2027-02-20");
        for command in commands {
            let _ = story.does(command);
            let _ = story.next();
            let _ = story.last_day();
        }
        prop_assert_eq!(story.state.version, story.events.len() as u64);
        let mut numbers: Vec<u32> = story.state.letters.iter().map(|letter| letter.number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        prop_assert_eq!(numbers.len(), story.state.letters.len());
        for recorded in &story.events {
            let stored = serde_json::to_value(&recorded.event).unwrap();
            let read: Event = serde_json::from_value(stored).unwrap();
            prop_assert_eq!(&read, &recorded.event);
        }
        let again = story.events.iter().fold(State::default(), fold);
        prop_assert_eq!(again, story.state);
    }
}

#[test]
fn invariant_10_every_event_kind_has_a_golden_file_that_still_reads() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/events/v1");
    for event in one_of_each() {
        let stored = serde_json::to_value(&event).unwrap();
        let kind = stored.get("kind").and_then(serde_json::Value::as_str).unwrap().to_owned();
        let path = folder.join(format!("{kind}.json"));
        let golden = std::fs::read_to_string(&path).unwrap_or_else(|_| {
            panic!(
                "{} is missing; it should hold:\n{}",
                path.display(),
                serde_json::to_string_pretty(&stored).unwrap()
            )
        });
        let golden: serde_json::Value = serde_json::from_str(&golden).unwrap();
        assert_eq!(golden, stored, "{kind}: the stored form of an event never changes");
        assert_eq!(serde_json::from_value::<Event>(golden).unwrap(), event, "{kind}");
    }
}

/// One event of every kind. The match has no `_`, so a new kind does not compile until it stands here.
fn one_of_each() -> Vec<Event> {
    let person = PersonId::new(Uuid::from_u128(2));
    let on = day("2026-11-20");
    let events: Vec<Event> = vec![
        Common::PartyAdded { party: SUBJECT, person, role: Role::Subject }.into(),
        Common::PartyChanged { party: SUBJECT }.into(),
        Common::NoteWritten {}.into(),
        Common::DocumentKept {
            document: DocumentId::new(Uuid::from_u128(9)),
            media: Media::Text,
            bytes: 1_048_577,
        }
        .into(),
        Common::LetterFinalised {
            letter: LETTER,
            letter_kind: LetterKind::L07,
            number: 2,
            dated_on: on,
            pages: 3,
            enclosed_pages: 12,
            pdf_sha256: "ab".repeat(32),
            template: "L07/1".to_owned(),
            clauses: BTreeMap::from([("challenge".to_owned(), 1)]),
        }
        .into(),
        Common::LetterSent { letter: LETTER, channel: Channel::Post, class: Some(PostalClass::First) }.into(),
        Common::LetterVoided { letter: LETTER }.into(),
        Common::CaseClosed {
            resolution: Resolution::Answered,
            due: BTreeMap::from([("access".to_owned(), on)]),
            holidays: "2026-08-21".to_owned(),
        }
        .into(),
        Common::CaseReopened {}.into(),
        Common::CaseExported { files: 14, through: 9 }.into(),
        Request::Received {
            reference: "SR-2026-0042-E".to_owned(),
            rights: vec![Right::Access],
            regime: Regime::Uk,
            nation: Nation::EnglandAndWales,
            rule_set: "UK-2026-06-19".to_owned(),
            channel: Channel::Email,
            our_role: OurRole::Controller,
            logged_on: on,
        }
        .into(),
        Request::Acknowledged { letter: LETTER }.into(),
        Request::IdentityAsked {}.into(),
        Request::IdentityReceived {}.into(),
        Request::IdentityWaived {}.into(),
        Request::ClarificationAsked {}.into(),
        Request::ClarificationReceived {}.into(),
        Request::ClarificationRefused {}.into(),
        Request::FeeAsked {}.into(),
        Request::FeePaid {}.into(),
        Request::ExtensionNotified { reason: ExtensionReason::Complex }.into(),
        Request::Answered { rights: vec![Right::Access], letter: Some(LETTER), channel: Channel::Post }
            .into(),
        Request::Withdrawn {}.into(),
    ];
    for event in &events {
        match event {
            Event::Common(
                Common::PartyAdded { .. }
                | Common::PartyChanged { .. }
                | Common::NoteWritten {}
                | Common::DocumentKept { .. }
                | Common::LetterFinalised { .. }
                | Common::LetterSent { .. }
                | Common::LetterVoided { .. }
                | Common::CaseClosed { .. }
                | Common::CaseReopened {}
                | Common::CaseExported { .. },
            )
            | Event::Request(
                Request::Received { .. }
                | Request::Acknowledged { .. }
                | Request::IdentityAsked {}
                | Request::IdentityReceived {}
                | Request::IdentityWaived {}
                | Request::ClarificationAsked {}
                | Request::ClarificationReceived {}
                | Request::ClarificationRefused {}
                | Request::FeeAsked {}
                | Request::FeePaid {}
                | Request::ExtensionNotified { .. }
                | Request::Answered { .. }
                | Request::Withdrawn {},
            ) => {}
        }
    }
    events
}
