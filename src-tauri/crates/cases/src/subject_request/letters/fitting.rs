//! Which letters the menu of a case offers: those that fit what has happened so far.

use super::gates::{living, may_make_final};
use crate::codes::LetterKind;
use crate::subject_request::{State, Wait, World, answer_kind};

/// The letters that fit now, the answer first. What a gate would stop is not among them, but the answer is until there is
/// one: writing it takes time, and making it final asks again.
#[must_use]
pub fn fitting_letters(state: &State, world: &World<'_>) -> Vec<LetterKind> {
    const KINDS: [LetterKind; 9] = [
        LetterKind::L01,
        LetterKind::L02,
        LetterKind::L03,
        LetterKind::L04,
        LetterKind::L05,
        LetterKind::L06,
        LetterKind::L30,
        LetterKind::L34,
        LetterKind::L36,
    ];
    let answer = answer_kind(state);
    let others =
        KINDS.into_iter().filter(|kind| is_open(state, *kind) && may_make_final(state, *kind, world).is_ok());
    owes_answer(state, answer).then_some(answer).into_iter().chain(others).collect()
}

fn owes_answer(state: &State, answer: LetterKind) -> bool {
    state.closed.is_none()
        && living(state, answer).is_ok()
        && state.answer_to_send().is_none()
        && (!state.is_answered() || state.returned_answer().is_some())
}

/// Whether there is still a reason for a letter of this kind.
fn is_open(state: &State, kind: LetterKind) -> bool {
    let waits = state.waits();
    let asks = |is_this: fn(&Wait) -> bool| !state.is_answered() && !waits.iter().any(is_this);
    match kind {
        LetterKind::L01 => !state.is_answered() && state.acknowledged_on.is_none(),
        LetterKind::L02 => state.identity.is_none() && asks(|wait| matches!(wait, Wait::Identity(_))),
        LetterKind::L03 => state.authority.is_none() && asks(|wait| matches!(wait, Wait::Authority(_))),
        LetterKind::L04 => asks(|wait| matches!(wait, Wait::Clarification(_))),
        LetterKind::L05 => asks(|wait| matches!(wait, Wait::Fee(_))),
        LetterKind::L34 => state.letters.iter().all(|letter| letter.kind != kind),
        LetterKind::L36 => state.died_on.is_some(),
        LetterKind::L00
        | LetterKind::L06
        | LetterKind::L07
        | LetterKind::L08
        | LetterKind::L11
        | LetterKind::L12
        | LetterKind::L30
        | LetterKind::L32
        | LetterKind::L33 => true,
    }
}
