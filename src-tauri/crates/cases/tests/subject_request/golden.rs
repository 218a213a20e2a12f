//! The stored form of every kind of event, held against a file that is never edited.

use std::collections::BTreeMap;

use casebook_cases::codes::*;
use casebook_cases::common::Event as Common;
use casebook_cases::subject_request::Event as Request;
use casebook_cases::{CaseId, DocumentId, EntryId, Event, GroupId, PersonId, TaskId};
use casebook_law::{Exemption, Nation, Right};
use uuid::Uuid;

use super::{LETTER, SUBJECT, day, search_id};

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
    let task = TaskId::new(Uuid::from_u128(10));
    let document = DocumentId::new(Uuid::from_u128(9));
    let group = GroupId::new(Uuid::from_u128(11));
    let search = search_id(14);
    let events: Vec<Event> = vec![
        Common::PartyAdded { party: SUBJECT, person, role: Role::Subject }.into(),
        Common::PartyChanged { party: SUBJECT }.into(),
        Common::PersonIdentified { party: SUBJECT, person }.into(),
        Common::ContactNoted { party: SUBJECT, reply_by: Some(Channel::Email), print: PrintSize::Large }
            .into(),
        Common::NoteWritten { sort: None }.into(),
        Common::TaskSet { task, about: TaskKind::DestroyIdentityCopy, due: on, document: Some(document) }
            .into(),
        Common::TaskDone { task }.into(),
        Common::TaskDropped { task }.into(),
        Common::CaseLinked { other: CaseId::new(Uuid::from_u128(12)), link: LinkKind::SamePerson }.into(),
        Common::EntryCorrected { entry: 4 }.into(),
        Common::DocumentKept { document, media: Media::Text, bytes: 1_048_577, purpose: None }.into(),
        Common::DocumentDestroyed { document }.into(),
        Common::LetterPrinted { letter: LETTER, copies: 1, sides: Sides::Both }.into(),
        Common::LetterDelivered { letter: LETTER }.into(),
        Common::LetterReturned { letter: LETTER, reason: ReturnReason::GoneAway }.into(),
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
            fee: None,
            ground: None,
            doubt: None,
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
        Common::CaseExported { files: 14, through: 9, audience: None, wrapping: None, manifest_sha256: None }
            .into(),
        Request::Received {
            reference: "SR-2026-0042-E".to_owned(),
            rights: vec![Right::Access],
            regime: Regime::Uk,
            nation: Nation::EnglandAndWales,
            rule_set: "UK-2026-06-19".to_owned(),
            channel: Channel::Email,
            our_role: OurRole::Controller,
            logged_on: on,
            person_kind: None,
        }
        .into(),
        Request::Acknowledged { letter: LETTER }.into(),
        Request::IdentityAsked { doubt: None }.into(),
        Request::IdentityInsufficient {}.into(),
        Request::IdentityReceived { level: None }.into(),
        Request::AuthorityAsked {}.into(),
        Request::AuthorityReceived { authority: AuthorityType::SignedAuthority, valid_until: Some(on) }
            .into(),
        Request::QuestionAsked {}.into(),
        Request::IdentityWaived {}.into(),
        Request::ClarificationAsked {}.into(),
        Request::ClarificationReceived {}.into(),
        Request::ClarificationRefused {}.into(),
        Request::FeeAsked { basis: None }.into(),
        Request::FeePaid { basis: None }.into(),
        Request::ExtensionNotified { reason: ExtensionReason::Complex }.into(),
        Request::LastDayMoved {
            right: Right::Access,
            was: on,
            now: day("2026-11-23"),
            due_was: on,
            due_now: day("2026-11-23"),
            why: MovedBy::Added,
            list: 42,
        }
        .into(),
        Request::Answered { rights: vec![Right::Access], letter: Some(LETTER), channel: Channel::Post }
            .into(),
        Request::Withdrawn {}.into(),
        Request::SubjectDied {}.into(),
        Request::SearchAsked { search, system: Some(EntryId::new(Uuid::from_u128(13))), due: on }.into(),
        Request::SearchChased { search }.into(),
        Request::SearchEscalated { search }.into(),
        Request::SearchReported { search, result: SearchResult::Found, pages: 12 }.into(),
        Request::ItemsGrouped { group, items: 3, pages: 12 }.into(),
        Request::ItemsImported { items: 3000, groups: 2 }.into(),
        Request::ItemsDecided {
            group,
            treatment: Treatment::Withheld,
            exemption: Some(Exemption::SomeoneElse),
            third_party: Some(ThirdPartyTest::NotReasonable),
            naming: Naming::Named,
        }
        .into(),
        Request::DecisionMade { outcome: DecisionOutcome::ReleasePart, advice: AdviceStanding::Followed }
            .into(),
        Request::PackMade { files: 2, pages: 12, sha256: "ab".repeat(32) }.into(),
    ];
    for event in &events {
        match event {
            Event::Common(
                Common::PartyAdded { .. }
                | Common::PartyChanged { .. }
                | Common::PersonIdentified { .. }
                | Common::ContactNoted { .. }
                | Common::NoteWritten { .. }
                | Common::TaskSet { .. }
                | Common::TaskDone { .. }
                | Common::TaskDropped { .. }
                | Common::CaseLinked { .. }
                | Common::EntryCorrected { .. }
                | Common::DocumentKept { .. }
                | Common::DocumentDestroyed { .. }
                | Common::LetterFinalised { .. }
                | Common::LetterPrinted { .. }
                | Common::LetterSent { .. }
                | Common::LetterDelivered { .. }
                | Common::LetterReturned { .. }
                | Common::LetterVoided { .. }
                | Common::CaseClosed { .. }
                | Common::CaseReopened {}
                | Common::CaseExported { .. },
            )
            | Event::Request(
                Request::Received { .. }
                | Request::Acknowledged { .. }
                | Request::IdentityAsked { .. }
                | Request::IdentityInsufficient {}
                | Request::IdentityReceived { .. }
                | Request::IdentityWaived {}
                | Request::AuthorityAsked {}
                | Request::AuthorityReceived { .. }
                | Request::ClarificationAsked {}
                | Request::ClarificationReceived {}
                | Request::ClarificationRefused {}
                | Request::QuestionAsked {}
                | Request::FeeAsked { .. }
                | Request::FeePaid { .. }
                | Request::ExtensionNotified { .. }
                | Request::LastDayMoved { .. }
                | Request::SearchAsked { .. }
                | Request::SearchChased { .. }
                | Request::SearchEscalated { .. }
                | Request::SearchReported { .. }
                | Request::ItemsGrouped { .. }
                | Request::ItemsImported { .. }
                | Request::ItemsDecided { .. }
                | Request::DecisionMade { .. }
                | Request::PackMade { .. }
                | Request::Answered { .. }
                | Request::SubjectDied {}
                | Request::Withdrawn {},
            ) => {}
        }
    }
    events
}
