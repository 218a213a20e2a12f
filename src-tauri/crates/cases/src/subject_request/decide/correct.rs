//! An entry was wrong. It stays readable, no longer counts, and what is right stands in an entry of its own.

use casebook_law::RuleId;
use chrono::NaiveDate;

use super::{happened, may_be_received};
use crate::common::Event as Common;
use crate::subject_request::refusals::{no_case, unwritten};
use crate::subject_request::{Event as Request, State, World};
use crate::{Decision, Event, Happened, LetterId, Recorded, Refusal, Written};

pub(super) fn correct(
    state: &State,
    from: NaiveDate,
    today: NaiveDate,
    entry: u64,
    right_day: Option<NaiveDate>,
    reason: Option<Written>,
    world: &World<'_>,
) -> Result<Decision, Refusal> {
    let wrong = state.entry(entry).ok_or_else(no_case)?;
    if state.is_struck(entry) {
        return Err(Refusal {
            rule: RuleId::REC_1,
            reason: "This entry was corrected already.",
            remedy: "Correct the entry that took its place.",
        });
    }
    if !may_be_corrected(&wrong.event) {
        return Err(Refusal {
            rule: RuleId::REC_1,
            reason: "This entry is proof of something that was done and cannot be struck out.",
            remedy: "Record what happened since, or write a note.",
        });
    }
    reason.ok_or_else(|| unwritten(RuleId::REC_1, "What was wrong?", "Write what was wrong and why."))?;
    let is_receipt = matches!(wrong.event, Event::Request(Request::Received { .. }));
    match right_day {
        Some(day) if is_receipt => may_be_received(day, world.today)?,
        Some(day) => happened(day, from, world)?,
        None if is_receipt => {
            return Err(Refusal {
                rule: RuleId::TIME_6,
                reason: "A case cannot be without its receipt.",
                remedy: "Enter the right day; to end a case opened in error, close it.",
            });
        }
        None => {}
    }
    let mut events = Vec::new();
    for struck in with_consequences(state, wrong) {
        events.push(Happened {
            on: today,
            answers: Some(struck.case_seq),
            event: Common::EntryCorrected { entry: struck.case_seq }.into(),
        });
    }
    if let Some(day) = right_day {
        for struck in with_consequences(state, wrong) {
            events.push(Happened { on: day, answers: Some(struck.case_seq), event: struck.event.clone() });
        }
    }
    Ok(Decision { events, advisories: Vec::new() })
}

/// The entry and what was recorded with it: that a letter was sent, and what its sending meant in law.
fn with_consequences<'a>(state: &'a State, wrong: &'a Recorded<Event>) -> Vec<&'a Recorded<Event>> {
    let Event::Common(Common::LetterSent { letter, .. }) = &wrong.event else { return vec![wrong] };
    let follows = |entry: &&Recorded<Event>| {
        !state.is_struck(entry.case_seq)
            && entry.at == wrong.at
            && entry.case_seq > wrong.case_seq
            && is_consequence(&entry.event, *letter)
    };
    std::iter::once(wrong).chain(state.entries.iter().filter(follows)).collect()
}

fn is_consequence(event: &Event, sent: LetterId) -> bool {
    match event {
        Event::Request(Request::Acknowledged { letter }) => *letter == sent,
        Event::Request(Request::Answered { letter, .. }) => *letter == Some(sent),
        Event::Request(
            Request::IdentityAsked { .. }
            | Request::AuthorityAsked {}
            | Request::ClarificationAsked {}
            | Request::FeeAsked { .. }
            | Request::ExtensionNotified { .. },
        ) => true,
        Event::Common(_) | Event::Request(_) => false,
    }
}

/// Whether an entry says what the DPO saw or heard, and may have been mistaken about. What the application itself did
/// (a letter made final, a file kept, an export) is not among them.
#[must_use]
pub fn may_be_corrected(event: &Event) -> bool {
    match event {
        Event::Common(common) => match common {
            Common::NoteWritten { .. }
            | Common::TaskSet { .. }
            | Common::TaskDone { .. }
            | Common::TaskDropped { .. }
            | Common::CaseLinked { .. }
            | Common::PersonIdentified { .. }
            | Common::LetterPrinted { .. }
            | Common::LetterSent { .. }
            | Common::LetterDelivered { .. }
            | Common::LetterReturned { .. } => true,
            Common::PartyAdded { .. }
            | Common::PartyChanged { .. }
            | Common::ContactNoted { .. }
            | Common::EntryCorrected { .. }
            | Common::DocumentKept { .. }
            | Common::DocumentDestroyed { .. }
            | Common::LetterFinalised { .. }
            | Common::LetterVoided { .. }
            | Common::CaseClosed { .. }
            | Common::CaseReopened {}
            | Common::CaseExported { .. } => false,
        },
        Event::Request(request) => match request {
            Request::Received { .. }
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
            | Request::SearchAsked { .. }
            | Request::SearchChased { .. }
            | Request::SearchEscalated { .. }
            | Request::SearchReported { .. }
            | Request::ItemsGrouped { .. }
            | Request::ItemsDecided { .. }
            | Request::DecisionMade { .. }
            | Request::SubjectDied {}
            | Request::Withdrawn {} => true,
            // The answer by letter goes with the sending of that letter.
            Request::Answered { letter, .. } => letter.is_none(),
            Request::Acknowledged { .. }
            | Request::LastDayMoved { .. }
            | Request::ItemsImported { .. }
            | Request::PackMade { .. } => false,
        },
    }
}
