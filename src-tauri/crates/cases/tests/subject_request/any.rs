//! Any run of commands: nothing panics, everything folds, what is stored reads back.

use casebook_cases::codes::*;
use casebook_cases::subject_request::*;
use casebook_cases::{Command, DocumentId, Event, GroupId, LetterId, State, TaskId, Written, fold};
use casebook_law::Exemption;
use proptest::prelude::*;
use uuid::Uuid;

use super::{SUBJECT, Story, ask, close, day, identity_asked, make_final, receive, report, search_id, sent};

fn any_command() -> impl Strategy<Value = Command> {
    let date = (0_i64..120).prop_map(|offset| {
        day("2026-10-20").checked_add_days(chrono::Days::new(offset.unsigned_abs())).unwrap()
    });
    let reason = any::<bool>().prop_map(|is_written| Written::of(if is_written { "x" } else { "" }));
    let letter = (7_u128..10).prop_map(|id| LetterId::new(Uuid::from_u128(id)));
    let kind = (0..LetterKind::ALL.len()).prop_map(|at| *LetterKind::ALL.get(at).unwrap());
    (date, reason, letter, kind, any::<bool>(), 0_u8..40, 0_usize..6).prop_map(
        |(on, reason, letter, kind, flag, which, resolution)| {
            let text = on.to_string();
            let number = 60 + u128::try_from(resolution % 2).unwrap();
            let task = TaskId::new(Uuid::from_u128(70));
            let document = DocumentId::new(Uuid::from_u128(80));
            let group = GroupId::new(Uuid::from_u128(90));
            let basis = if flag { FeeBasis::Excessive } else { FeeBasis::FurtherCopies };
            match which {
                0 => receive(&text),
                1 => Command::ChangeParty { on, party: SUBJECT, name: reason },
                2 => identity_asked(&text),
                3 => Command::RecordIdentityReceived {
                    on,
                    level: Some(*IdentityLevel::ALL.get(resolution).unwrap()),
                    reason,
                    destroy: Some((task, on)),
                },
                4 => Command::RecordIdentityWaived { on, reason },
                5 => Command::RecordClarificationAsked { on, reason },
                6 => Command::RecordClarificationEnded { on, refused: flag },
                7 => Command::RecordFeeAsked { on, basis, reason },
                8 => Command::RecordFeePaid { on, basis },
                9 => Command::RecordExtension { on, reason: ExtensionReason::Number, reasons: reason },
                10 => Command::RecordAnsweredOutside {
                    on,
                    channel: Channel::Hand,
                    what: reason,
                    document: flag.then_some((document, Media::Pdf, 10)),
                },
                11 => Command::RecordWithdrawn { on },
                12 => Command::WriteNote { on, text: reason, sort: flag.then_some(NoteSort::LegalAdvice) },
                13 | 14 => make_final(&text, letter, kind),
                15 | 16 => sent(&text, letter),
                17 => Command::VoidLetter { on, letter, reason },
                18 => close(&text, *Resolution::ALL.get(resolution).unwrap(), reason),
                19 => Command::RecordIdentityInsufficient { on, reason },
                20 => Command::RecordAuthorityAsked { on, reason },
                21 => Command::RecordAuthorityReceived {
                    on,
                    authority: AuthorityType::SignedAuthority,
                    valid_until: flag.then_some(on),
                },
                22 => Command::RecordQuestionAsked { on, text: reason },
                23 => Command::RecordSubjectDied { on },
                24 | 25 => Command::Correct {
                    today: on,
                    entry: u64::try_from(resolution).unwrap() + if flag { 1 } else { 7 },
                    right_day: flag.then_some(on),
                    reason,
                },
                26 => ask(&text, number),
                27 => Command::Search(SearchCommand::Chase { on, search: search_id(number) }),
                28 => Command::Search(SearchCommand::Escalate { on, search: search_id(number), to: reason }),
                29 => report(&text, number, *SearchResult::ALL.get(resolution % 3).unwrap()),
                30 => Command::Search(SearchCommand::Group {
                    on,
                    group: NewGroup { group, items: 3, pages: 7, title: reason },
                }),
                31 | 32 => Command::Search(SearchCommand::Decide(DecideItems {
                    on,
                    group,
                    treatment: *Treatment::ALL.get(resolution % 3).unwrap(),
                    exemption: flag.then_some(Exemption::SomeoneElse),
                    third_party: flag.then_some(ThirdPartyTest::NotReasonable),
                    naming: Naming::Named,
                    reason,
                    weighed: reason,
                })),
                33 => Command::Search(SearchCommand::Conclude {
                    on,
                    outcome: *DecisionOutcome::ALL.get(resolution % 4).unwrap(),
                    advice: *AdviceStanding::ALL.get(resolution % 3).unwrap(),
                    decided_by: reason,
                    reason,
                    why_not: reason,
                }),
                34 => Command::Search(SearchCommand::Pack { on, files: 1, pages: 2, sha256: "0".repeat(64) }),
                35 => Command::Paper(PaperCommand::KeepDocument {
                    on,
                    document,
                    media: Media::Pdf,
                    bytes: 10,
                    purpose: *Purpose::ALL.get(resolution).unwrap(),
                    destroy: (task, on),
                }),
                36 => Command::Paper(PaperCommand::DestroyDocument { on, document, proof: reason }),
                37 => Command::Paper(PaperCommand::FinishTask { on, task, proof: reason }),
                38 => Command::Post(PostCommand::Returned {
                    on,
                    letter,
                    reason: *ReturnReason::ALL.get(resolution).unwrap(),
                    task,
                }),
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
    fn invariant_02_any_run_of_commands_folds(commands in proptest::collection::vec(any_command(), 1..60)) {
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
