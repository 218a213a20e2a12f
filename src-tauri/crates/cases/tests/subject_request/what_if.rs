//! What would be if: dates that follow from what has not happened, and nothing of it in the case.

use casebook_cases::codes::Supposed;
use casebook_cases::subject_request::{Supposition, World};
use casebook_cases::{Command, Refusal};
use casebook_law::clock::{Settings, State as ClockState};
use chrono::NaiveDate;

use super::{Story, day, written};

impl Story {
    /// The last day on screen, if these happened.
    fn if_these(&self, supposed: &[(Supposed, &str)]) -> Result<Option<NaiveDate>, Refusal> {
        let supposed: Vec<Supposition> =
            supposed.iter().map(|(what, on)| Supposition { what: *what, on: day(on) }).collect();
        let world = World { today: self.today, calendar: &self.calendar, settings: Settings::default() };
        let before = self.state.clone();
        let rows = self.state.what_if(&supposed, &world)?;
        assert_eq!(self.state, before, "supposing records nothing");
        let [row] = rows.as_slice() else { panic!("{rows:?}") };
        assert_eq!(row.now.as_ref().unwrap().cautious_final, self.last_day());
        Ok(row.then.as_ref().unwrap().cautious_final)
    }
}

#[test]
fn supposing_gives_the_date_that_recording_would_give() {
    let story = Story::received("2026-09-01").on("2026-09-04");
    assert_eq!(story.last_day(), Some(day("2026-10-01")));
    let asked = [(Supposed::ClarificationAsked, "2026-09-04")];
    assert_eq!(story.if_these(&asked), Ok(None), "no last day while a question is open");
    let answered = [asked[0], (Supposed::ClarificationReceived, "2026-09-10")];
    let supposed = story.if_these(&answered).unwrap();

    let story = story
        .after(Command::RecordClarificationAsked { on: day("2026-09-04"), reason: written() })
        .on("2026-09-10")
        .after(Command::RecordClarificationEnded { on: day("2026-09-10"), refused: false });
    assert_eq!(supposed, story.last_day());
    assert_eq!(supposed, Some(day("2026-10-07")), "six days counted cautiously");
}

#[test]
fn identity_starts_a_whole_month_and_an_extension_makes_it_three() {
    let story = Story::received("2026-09-01").on("2026-09-02");
    let identity = [(Supposed::IdentityAsked, "2026-09-02"), (Supposed::IdentityReceived, "2026-09-14")];
    assert_eq!(story.if_these(&identity), Ok(Some(day("2026-10-14"))));
    assert_eq!(story.if_these(&[(Supposed::Extended, "2026-09-02")]), Ok(Some(day("2026-12-01"))));
    let late = [(Supposed::Extended, "2026-10-02")];
    assert_eq!(story.if_these(&late), Ok(Some(day("2026-10-01"))), "a notice a day late changes nothing");
}

#[test]
fn it_is_told_as_of_the_day_supposed() {
    let story = Story::received("2026-09-01").on("2026-09-02");
    let world = World { today: story.today, calendar: &story.calendar, settings: Settings::default() };
    let late = Supposition { what: Supposed::Answered, on: day("2026-10-05") };
    let rows = story.state.what_if(&[late], &world).unwrap();
    assert_eq!(rows[0].as_of, day("2026-10-05"));
    assert_eq!(rows[0].then.as_ref().unwrap().state, ClockState::AnsweredLate);
    assert_eq!(rows[0].now.as_ref().unwrap().state, ClockState::Running);
    let far = Supposition { what: Supposed::Answered, on: NaiveDate::MAX };
    assert!(story.state.what_if(&[far], &world).unwrap()[0].then.is_err(), "no calendar knows that day");
}

#[test]
fn what_cannot_be_supposed_is_refused() {
    let story = Story::received("2026-09-01").on("2026-09-02");
    let early = story.if_these(&[(Supposed::IdentityAsked, "2026-08-31")]).unwrap_err();
    assert_eq!(early.rule.as_str(), "TIME-6");
    let many = vec![(Supposed::IdentityAsked, "2026-09-02"); 11];
    assert_eq!(story.if_these(&many).unwrap_err().rule.as_str(), "TIME-9");

    let answered = Story::received("2026-09-01").on("2026-09-20").after(Command::RecordAnsweredOutside {
        on: day("2026-09-20"),
        channel: casebook_cases::codes::Channel::Post,
        what: written(),
        document: None,
    });
    assert_eq!(answered.if_these(&[]).unwrap_err().rule.as_str(), "TIME-15");
    let closed = answered.after(Command::Close {
        on: day("2026-09-20"),
        resolution: casebook_cases::codes::Resolution::Answered,
        reason: None,
    });
    assert_eq!(closed.if_these(&[]).unwrap_err().rule.as_str(), "REC-1");
}

#[test]
fn what_the_case_waits_for_is_offered_first() {
    let story = Story::received("2026-09-01").on("2026-09-02");
    assert_eq!(story.state.supposable(), Supposed::ALL);
    let waiting =
        story.after(Command::RecordIdentityAsked { on: day("2026-09-02"), doubt: None, reason: written() });
    assert_eq!(waiting.state.supposable()[0], Supposed::IdentityReceived);
    assert_eq!(waiting.state.supposable().len(), Supposed::ALL.len());
}
