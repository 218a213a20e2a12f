//! What the page of a case offers: letters that fit, and what to bear in mind before it is closed.

use casebook_cases::codes::*;
use casebook_cases::subject_request::*;
use casebook_cases::{CaseId, Command};
use casebook_law::Right;
use casebook_law::clock::Settings;
use uuid::Uuid;

use super::{
    LETTER, Story, ask, close, day, identity_asked, identity_received, make_final, receive, report, sent,
    written,
};

fn fitting(story: &Story) -> Vec<LetterKind> {
    let world = World { today: story.today, calendar: &story.calendar, settings: Settings::default() };
    fitting_letters(&story.state, &world)
}

#[test]
fn the_menu_offers_the_letters_that_fit_and_no_others() {
    use LetterKind::{L01, L02, L04, L05, L06, L07, L08, L30, L34};
    let story = Story::received("2026-10-27").on("2026-11-02");
    assert_eq!(fitting(&story), [L07, L01, L02, L04, L05, L06]);
    let story = story.after(identity_asked("2026-11-02"));
    assert_eq!(
        fitting(&story),
        [L07, L01, L04, L05, L30],
        "no second question of the same kind, no extension of what stands still"
    );
    let nothing = story.on("2026-11-03").after(identity_received("2026-11-03"));
    let nothing = nothing.after(ask("2026-11-03", 1)).after(report("2026-11-03", 1, SearchResult::Nothing));
    assert_eq!(fitting(&nothing), [L08, L01, L04, L05, L06]);
    let made = nothing.after(make_final("2026-11-03", LETTER, L08));
    assert!(!fitting(&made).contains(&L08), "there is one to send");
    let answered = made.after(sent("2026-11-03", LETTER));
    assert_eq!(fitting(&answered), [], "nothing is asked once all is answered");
    let closed = answered.after(close("2026-11-03", Resolution::Answered, None));
    assert_eq!(fitting(&closed), []);
    let withdrawn = Story::received("2026-10-27").after(Command::RecordWithdrawn { on: day("2026-10-27") });
    assert_eq!(fitting(&withdrawn), [L34]);
}

#[test]
fn closing_reminds_of_another_right_that_nobody_answered() {
    let mut both = receive("2026-10-27");
    if let Command::Receive { rights, .. } = &mut both {
        rights.push(Right::Erasure);
    }
    let mut story = Story::empty("2026-10-27").after(both);
    let said = closing_advice(&story.state).unwrap();
    assert!(said.sentence.contains("also asks for erasure"), "{}", said.sentence);
    let end = close("2026-10-27", Resolution::OpenedInError, written());
    assert_eq!(story.does(end).unwrap(), [said.sentence], "it stops nothing");
    let other = CaseId::new(Uuid::from_u128(3));
    let link = |link| Command::Paper(PaperCommand::Link { on: day("2026-10-27"), other, link });
    let same = Story { state: story.state, ..Story::empty("2026-10-27") };
    let same = same.after(link(LinkKind::SamePerson));
    assert!(closing_advice(&same.state).is_some(), "an earlier case of the person answers nothing");
    assert!(closing_advice(&same.after(link(LinkKind::FollowsFrom)).state).is_none());
    assert!(closing_advice(&Story::received("2026-10-27").state).is_none());
}
