//! The search, what stays and why, letters that come back, and entries that were wrong.

use casebook_cases::codes::*;
use casebook_cases::subject_request::*;
use casebook_cases::{Command, GroupId, Next, PartyId, PersonId, TaskId, Written};
use casebook_law::Exemption;
use uuid::Uuid;

use super::{
    LETTER, OTHER_LETTER, Story, ask, close, day, identity_asked, identity_received, make_final, receive,
    report, search_id, sent, written,
};

const GROUP: GroupId = GroupId::new(Uuid::from_u128(90));
const TASK: TaskId = TaskId::new(Uuid::from_u128(70));

fn group(on: &str) -> Command {
    let group = NewGroup { group: GROUP, items: 3, pages: 7, title: written() };
    Command::Search(SearchCommand::Group { on: day(on), group })
}

fn decided(on: &str, treatment: Treatment, exemption: Option<Exemption>, weighed: bool) -> DecideItems {
    DecideItems {
        on: day(on),
        group: GROUP,
        treatment,
        exemption,
        third_party: weighed.then_some(ThirdPartyTest::NotReasonable),
        naming: Naming::Named,
        reason: written(),
        weighed: weighed.then(written).flatten(),
    }
}

fn decide_items(items: DecideItems) -> Command {
    Command::Search(SearchCommand::Decide(items))
}

#[test]
fn no_answer_is_made_final_before_the_search_is_on_record() {
    let mut story = Story::received("2026-10-27").on("2026-11-02");
    assert_eq!(story.refused(make_final("2026-11-02", LETTER, LetterKind::L07)), "REF-7");
    story = story.after(ask("2026-11-02", 1)).after(ask("2026-11-02", 2));
    assert_eq!(story.refused(make_final("2026-11-02", LETTER, LetterKind::L07)), "SEARCH-1");
    story = story.after(report("2026-11-02", 1, SearchResult::Nothing));
    story = story.after(report("2026-11-02", 2, SearchResult::NotSearched));
    assert_eq!(story.refused(make_final("2026-11-02", LETTER, LetterKind::L07)), "TRUE-1");
    assert_eq!(story.next().main, Some(Next::Write(LetterKind::L08)));
    story.does(make_final("2026-11-02", LETTER, LetterKind::L08)).unwrap();
}

#[test]
fn the_status_says_how_far_the_case_has_come() {
    let mut story = Story::received("2026-10-27").on("2026-11-02");
    assert_eq!(story.state.status(), Status::ToSearch);
    story = story.after(ask("2026-11-02", 1)).after(ask("2026-11-02", 2));
    story = story.after(report("2026-11-02", 1, SearchResult::Found));
    assert_eq!(story.state.status(), Status::Searching);
    story = story.after(report("2026-11-02", 2, SearchResult::Nothing));
    assert_eq!(story.state.status(), Status::ToAnswer);
    story = story.after(group("2026-11-02"));
    assert_eq!(story.state.status(), Status::ToDecide);
    story = story.after(decide_items(decided("2026-11-02", Treatment::Released, None, false)));
    assert_eq!(story.state.status(), Status::ToAnswer);
}

#[test]
fn a_late_search_is_chased_twice_and_then_taken_up() {
    let chase = |on: &str| Command::Search(SearchCommand::Chase { on: day(on), search: search_id(1) });
    let mut story =
        Story::received("2026-10-27").on("2026-11-02").after(ask("2026-11-02", 1)).on("2026-11-12");
    assert_eq!(story.state.search_progress(day("2026-11-12")).late, 1);
    assert!(story.next().sentence.contains("One is late"), "{}", story.next().sentence);
    assert!(story.does(chase("2026-11-12")).unwrap().is_empty());
    assert!(story.does(chase("2026-11-12")).unwrap()[0].contains("director"));
    let up =
        |to| Command::Search(SearchCommand::Escalate { on: day("2026-11-12"), search: search_id(1), to });
    assert_eq!(story.refused(up(None)), "SEARCH-1");
    story = story.after(up(written())).after(report("2026-11-12", 1, SearchResult::Found));
    assert_eq!(story.refused(chase("2026-11-12")), "SEARCH-1");
    assert_eq!(story.state.search(search_id(1)).unwrap().chased_on.len(), 2);
}

#[test]
fn what_stays_needs_its_exemption_its_reason_and_its_weighing() {
    let mut story = Story::received("2026-10-27").searched("2026-11-02").after(group("2026-11-02"));
    assert_eq!(story.refused(make_final("2026-11-02", LETTER, LetterKind::L07)), "ITEM-1");
    let items =
        |treatment, exemption, weighed| decide_items(decided("2026-11-02", treatment, exemption, weighed));
    assert_eq!(story.refused(items(Treatment::Withheld, None, false)), "REF-4");
    assert_eq!(story.refused(items(Treatment::Withheld, Some(Exemption::SomeoneElse), false)), "REF-5");
    let refused = Exemption::ALL
        .iter()
        .copied()
        .filter(|exemption| !exemption.is_available() || !exemption.applies_to_access());
    for exemption in refused {
        assert_eq!(
            story.refused(items(Treatment::Withheld, Some(exemption), true)),
            "REF-4",
            "{exemption:?}"
        );
    }
    for exemption in Exemption::ALL.iter().copied().filter(|exemption| !exemption.may_stay_unsaid()) {
        let neutral = DecideItems {
            naming: Naming::Neutral,
            ..decided("2026-11-02", Treatment::Withheld, Some(exemption), true)
        };
        assert_eq!(story.refused(decide_items(neutral)), "REF-4", "{exemption:?}");
    }
    story = story.after(items(Treatment::Withheld, Some(Exemption::SomeoneElse), true));
    assert_eq!(story.refused(make_final("2026-11-02", LETTER, LetterKind::L07)), "REF-4");
    assert_eq!(story.next().main, Some(Next::Write(LetterKind::L12)));
    story.does(make_final("2026-11-02", LETTER, LetterKind::L12)).unwrap();
}

#[test]
fn a_refusal_of_the_whole_needs_a_decision_of_the_company() {
    let conclude = |decided_by, why_not| {
        Command::Search(SearchCommand::Conclude {
            on: day("2026-11-02"),
            outcome: DecisionOutcome::Refuse,
            advice: AdviceStanding::NotFollowed,
            decided_by,
            reason: written(),
            why_not,
        })
    };
    let mut story = Story::received("2026-10-27").on("2026-11-02");
    assert_eq!(story.refused(make_final("2026-11-02", LETTER, LetterKind::L11)), "DEC-1");
    assert_eq!(story.refused(conclude(None, written())), "DEC-1");
    assert_eq!(story.refused(conclude(written(), None)), "DEC-1");
    story = story.after(conclude(written(), written()));
    story = story.after(make_final("2026-11-02", LETTER, LetterKind::L11)).after(sent("2026-11-02", LETTER));
    assert_eq!(story.state.status(), Status::Answered);
}

#[test]
fn letters_that_ask_stop_the_clock_on_the_day_they_go() {
    let mut story = Story::received("2026-10-27").on("2026-10-28");
    story = story.after(make_final("2026-10-28", LETTER, LetterKind::L02));
    assert_eq!(story.last_day(), Some(day("2026-11-27")), "a letter that lies there asks nothing");
    story = story.on("2026-10-29").after(sent("2026-10-29", LETTER));
    assert_eq!(story.last_day(), None);
    assert_eq!(story.state.status(), Status::WaitingForIdentity);
    story = story.on("2026-11-09").after(identity_received("2026-11-09"));
    assert_eq!(story.last_day(), Some(day("2026-12-09")));
}

#[test]
fn a_second_request_for_identity_after_the_last_day_moves_nothing() {
    let mut story = Story::received("2026-10-27")
        .on("2026-10-28")
        .after(identity_asked("2026-10-28"))
        .after(identity_received("2026-10-28"))
        .on("2026-12-07");
    let advisories = story.does(identity_asked("2026-12-07")).unwrap();
    assert!(advisories[0].contains("moves nothing"), "{advisories:?}");
    assert_eq!(story.last_day(), Some(day("2026-11-30")), "Saturday the 28th rolls to the Monday");
}

#[test]
fn an_extension_a_day_late_is_recorded_and_never_written() {
    let mut story = Story::received("2026-10-27").on("2026-11-28");
    assert_eq!(story.refused(make_final("2026-11-28", LETTER, LetterKind::L06)), "TIME-10");
    let late = Command::RecordExtension {
        on: day("2026-11-28"),
        reason: ExtensionReason::Complex,
        reasons: written(),
    };
    assert!(story.does(late).unwrap()[0].contains("no effect"));
    assert_eq!(story.last_day(), Some(day("2026-11-27")));
}

#[test]
fn a_notice_that_would_extend_nothing_says_which_of_the_reasons_it_is() {
    let extended = Command::RecordExtension {
        on: day("2026-10-29"),
        reason: ExtensionReason::Complex,
        reasons: written(),
    };
    let asked = Command::RecordClarificationAsked { on: day("2026-10-29"), reason: written() };
    let story = || Story::received("2026-10-27").on("2026-10-29");
    for (mut story, reason) in [
        (story().after(identity_asked("2026-10-29")), "The month has not begun"),
        (story().after(asked), "stands still until the question is answered"),
        (story().after(extended), "There was a notice before"),
        (story().on("2026-11-28"), "The time for a notice is over"),
    ] {
        let refusal = story.does(make_final(&story.today.to_string(), LETTER, LetterKind::L06)).unwrap_err();
        assert_eq!(refusal.rule.as_str(), "TIME-10");
        assert!(refusal.reason.contains(reason), "{reason}: {}", refusal.reason);
    }
}

#[test]
fn a_posted_notice_that_arrives_too_late_is_open_to_dispute() {
    let mut story = Story::received("2026-10-27").on("2026-11-26").after(make_final(
        "2026-11-26",
        LETTER,
        LetterKind::L06,
    ));
    let advisories = story.does(sent("2026-11-26", LETTER)).unwrap();
    assert!(advisories[0].contains("disputed"), "{advisories:?}");
    assert_eq!(story.last_day(), Some(day("2027-01-27")));
}

#[test]
fn a_representative_shows_authority_before_anything_is_answered() {
    let solicitor = NewParty {
        party: PartyId::new(Uuid::from_u128(3)),
        person: PersonId::new(Uuid::from_u128(4)),
        role: Role::Representative,
    };
    let mut command = receive("2026-10-27");
    if let Command::Receive { requester, person_kind, .. } = &mut command {
        *requester = written().map(|name| (solicitor, name));
        *person_kind = Some(PersonKind::Worker);
    }
    let mut story = Story::empty("2026-10-27").after(command).searched("2026-10-28");
    assert_eq!(story.refused(make_final("2026-10-28", LETTER, LetterKind::L07)), "AUTH-1");
    story = story
        .after(make_final("2026-10-28", OTHER_LETTER, LetterKind::L03))
        .after(sent("2026-10-28", OTHER_LETTER));
    assert_eq!(story.last_day(), None, "the month waits for the authority");
    story = story.on("2026-11-04").after(Command::RecordAuthorityReceived {
        on: day("2026-11-04"),
        authority: AuthorityType::SignedAuthority,
        valid_until: None,
    });
    assert_eq!(story.last_day(), Some(day("2026-12-04")));
    story.does(make_final("2026-11-04", LETTER, LetterKind::L07)).unwrap();
}

#[test]
fn an_answer_that_comes_back_is_still_owed_and_was_still_in_time() {
    let returned = |on: &str| {
        Command::Post(PostCommand::Returned {
            on: day(on),
            letter: LETTER,
            reason: ReturnReason::GoneAway,
            task: TASK,
        })
    };
    let mut story = Story::received("2026-10-27").searched("2026-11-20");
    story = story.after(make_final("2026-11-20", LETTER, LetterKind::L07));
    assert_eq!(story.refused(returned("2026-11-20")), "SEND-1");
    story = story.after(sent("2026-11-20", LETTER)).after(close("2026-11-20", Resolution::Answered, None));
    story = story.on("2026-12-10").after(returned("2026-12-10"));
    assert_eq!(story.state.status(), Status::AnswerReturned);
    assert_eq!(story.state.answered_on(casebook_law::Right::Access), Some(day("2026-11-20")));
    assert_eq!(story.state.open_tasks().len(), 1);
    assert_eq!(story.refused(close("2026-12-10", Resolution::Answered, None)), "POST-1");
    assert_eq!(story.next().main, Some(Next::SendAgain(LETTER)));
    story = story
        .after(make_final("2026-12-10", OTHER_LETTER, LetterKind::L07))
        .after(sent("2026-12-10", OTHER_LETTER));
    assert_eq!(story.state.status(), Status::Answered);
}

#[test]
fn the_dead_get_no_letter_about_rights() {
    let mut story = Story::received("2026-10-27").searched("2026-11-02");
    story = story.after(Command::RecordSubjectDied { on: day("2026-11-02") });
    assert_eq!(story.state.status(), Status::SubjectDied);
    assert_eq!(story.last_day(), None);
    for kind in LetterKind::ALL.iter().copied() {
        let outcome = story.does(make_final("2026-11-02", LETTER, kind));
        if matches!(kind, LetterKind::L00 | LetterKind::L36) {
            outcome.unwrap();
            break_off(&mut story);
        } else {
            assert_eq!(outcome.unwrap_err().rule.as_str(), "LAW-4", "{kind:?}");
        }
    }
    story = story.after(close("2026-11-02", Resolution::SubjectDied, written()));
    assert_eq!(story.state.status(), Status::Closed);
}

/// Voids the one letter of these tests, and strikes it from the next try by giving the state back its beginning.
fn break_off(story: &mut Story) {
    story.does(Command::VoidLetter { on: day("2026-11-02"), letter: LETTER, reason: written() }).unwrap();
    story.state.letters.clear();
}

#[test]
fn a_copy_of_a_document_gets_its_day_of_destruction() {
    let copy = |reason: Option<Written>| Command::RecordIdentityReceived {
        on: day("2026-11-02"),
        level: Some(IdentityLevel::DocumentCopy),
        reason,
        destroy: Some((TASK, day("2026-11-03"))),
    };
    let mut story = Story::received("2026-10-27").on("2026-11-02");
    assert_eq!(story.refused(copy(None)), "ID-2");
    story = story.after(copy(written()));
    let tasks = story.state.open_tasks();
    assert_eq!((tasks[0].about, tasks[0].due), (TaskKind::DestroyIdentityCopy, day("2026-11-03")));
    let finish =
        Command::Paper(PaperCommand::FinishTask { on: day("2026-11-02"), task: TASK, proof: written() });
    story = story.after(finish);
    assert!(story.state.open_tasks().is_empty());
}

#[test]
fn a_corrected_entry_stays_readable_and_no_longer_counts() {
    let correct = |entry, right_day: Option<&str>, reason| Command::Correct {
        today: day("2026-11-10"),
        entry,
        right_day: right_day.map(day),
        reason,
    };
    let mut story = Story::received("2026-10-27").on("2026-11-10").after(identity_asked("2026-10-28"));
    let asked = story.state.version;
    assert_eq!(story.last_day(), None);
    assert_eq!(story.refused(correct(asked, None, None)), "REC-1");
    story = story.after(correct(asked, None, written()));
    assert_eq!(story.last_day(), Some(day("2026-11-27")), "as if it had not been asked");
    assert!(story.state.is_struck(asked));
    assert_eq!(story.refused(correct(asked, None, written())), "REC-1");
    assert_eq!(story.state.entries.len() as u64, story.state.version);

    // The day of receipt was wrong; the case keeps its reference and its people.
    assert_eq!(story.refused(correct(1, None, written())), "TIME-6");
    story = story.after(correct(1, Some("2026-10-20"), written()));
    assert_eq!(story.last_day(), Some(day("2026-11-20")));
    assert_eq!(story.state.received.as_ref().unwrap().reference, "SR-2026-0042-E");
    assert!(story.state.subject().is_some());
}

#[test]
fn the_wrong_day_of_posting_takes_its_meaning_with_it() {
    let mut story = Story::received("2026-10-27").searched("2026-11-20");
    story = story
        .after(make_final("2026-11-20", LETTER, LetterKind::L07))
        .on("2026-12-01")
        .after(sent("2026-12-01", LETTER));
    let sent_entry = story.state.version - 1;
    story = story.after(Command::Correct {
        today: day("2026-12-01"),
        entry: sent_entry,
        right_day: Some(day("2026-11-24")),
        reason: written(),
    });
    assert_eq!(story.state.answered_on(casebook_law::Right::Access), Some(day("2026-11-24")));
    assert_eq!(story.state.answers.len(), 1);
    assert_eq!(story.state.letter(LETTER).unwrap().stage.sent().unwrap().on, day("2026-11-24"));
}

#[test]
fn what_was_found_is_decided_before_the_answer_is_written() {
    let story = Story::received("2026-10-27").searched("2026-11-02");
    let next = story.next();
    assert_eq!(next.main, Some(Next::DecideItems));
    assert_eq!(next.others.first(), Some(&Next::Write(LetterKind::L07)), "it stays possible");
    assert!(next.sentence.contains("Something was found. Decide what goes out"), "{}", next.sentence);
    let story = story.after(group("2026-11-02"));
    assert_eq!(story.next().main, Some(Next::DecideItems));
    let released = decide_items(decided("2026-11-02", Treatment::Released, None, false));
    assert_eq!(story.after(released).next().main, Some(Next::Write(LetterKind::L07)));
}
