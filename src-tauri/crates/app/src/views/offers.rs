//! What the page of a case offers: what can be recorded, which letters fit, how the case could end.

use casebook_cases::subject_request::{Wait, World, closing_advice, fitting_letters, may_close};
use casebook_cases::{Advisory, State, Written};
use casebook_ipc::{AdvisoryView, EndingView, FittingLetter, HappeningCode, ResolutionCode};

use crate::cases::resolution;
use crate::errors::refused_of;
use crate::views::letter::kind_code;

pub(super) fn advisory(advisory: Advisory) -> AdvisoryView {
    AdvisoryView { rule: advisory.rule.to_string(), sentence: advisory.sentence }
}

/// What to bear in mind before an open case is closed.
pub(super) fn advice_before_closing(state: &State) -> Vec<AdvisoryView> {
    closing_advice(state).filter(|_| state.closed.is_none()).map(advisory).into_iter().collect()
}

/// The letters that the menu offers.
pub(super) fn letters_that_fit(state: &State, world: &World<'_>) -> Vec<FittingLetter> {
    let offer = |kind: casebook_cases::codes::LetterKind| FittingLetter {
        kind: kind_code(kind),
        words: format!("Write the {}", kind.words()),
    };
    fitting_letters(state, world).into_iter().map(offer).collect()
}

/// What the case waits for has most likely come; nothing else is guessed.
pub(super) fn likely_record(state: &State) -> Option<HappeningCode> {
    if state.closed.is_some() {
        return None;
    }
    state.waits().first().map(|wait| match wait {
        Wait::Identity(_) => HappeningCode::IdentityReceived,
        Wait::Authority(_) => HappeningCode::AuthorityReceived,
        Wait::Clarification(_) => HappeningCode::ClarificationReceived,
        Wait::Fee(_) => HappeningCode::FeePaid,
    })
}

/// How an open case could end, were a reason written.
pub(super) fn endings(state: &State) -> Vec<EndingView> {
    if state.closed.is_some() {
        return Vec::new();
    }
    let all = [
        ResolutionCode::Answered,
        ResolutionCode::Withdrawn,
        ResolutionCode::NotVerified,
        ResolutionCode::NoReply,
        ResolutionCode::SubjectDied,
        ResolutionCode::OpenedInError,
    ];
    let ending = |code| {
        let refusal = may_close(state, resolution(code), Written::of("a reason")).err();
        EndingView { resolution: code, refused: refusal.as_ref().map(refused_of) }
    };
    all.into_iter().map(ending).collect()
}

/// What the menu offers; everything in it can be recorded, whatever the day and also once the case is closed (REC-1).
pub(super) fn may_record() -> Vec<HappeningCode> {
    vec![
        HappeningCode::IdentityAsked,
        HappeningCode::IdentityInsufficient,
        HappeningCode::IdentityReceived,
        HappeningCode::IdentityWaived,
        HappeningCode::AuthorityAsked,
        HappeningCode::AuthorityReceived,
        HappeningCode::ClarificationAsked,
        HappeningCode::ClarificationReceived,
        HappeningCode::ClarificationRefused,
        HappeningCode::QuestionAsked,
        HappeningCode::FeeAsked,
        HappeningCode::FeePaid,
        HappeningCode::Extended,
        HappeningCode::AnsweredOutside,
        HappeningCode::Withdrawn,
        HappeningCode::SubjectDied,
        HappeningCode::NoteWritten,
    ]
}
