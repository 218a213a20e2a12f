//! Letters of a subject request: which of them fit (`fitting`), when one may be made final (`gates`), how it is (here), and
//! what it means that it was sent (`sending`).

mod fitting;
mod gates;
mod sending;

use casebook_law::RuleId;
use chrono::NaiveDate;

use super::refusals::{no_case, unwritten};
use super::{Command, LetterChoices, State, World};
use crate::codes::LetterKind;
use crate::common::Event as Common;
use crate::{Decision, Happened, LetterId, Refusal, Written};

pub use fitting::fitting_letters;
pub use gates::{advice_on, may_make_final};
pub(super) use sending::record_sent;

/// Working days between a letter's making and the date printed on it, at most.
const DATED_AHEAD: u32 = 3;

pub(super) fn make_final(state: &State, command: Command, world: &World<'_>) -> Result<Decision, Refusal> {
    let Command::MakeLetterFinal {
        on,
        letter,
        kind,
        dated_on,
        pages,
        enclosed_pages,
        pdf_sha256,
        template,
        clauses,
        choices,
        passed,
    } = command
    else {
        return Err(no_case());
    };
    may_make_final(state, kind, world)?;
    if state.letter(letter).is_some() {
        return Err(Refusal {
            rule: RuleId::PACK_1,
            reason: "This letter is final already.",
            remedy: "Begin a new letter; a final one never changes.",
        });
    }
    if dated_on < on || dated_on > world.calendar.add_working_days(on, DATED_AHEAD) {
        return Err(Refusal {
            rule: RuleId::TIME_13,
            reason: "The date printed on a letter is the day it is made final or up to three working days later.",
            remedy: "Change the date of the letter.",
        });
    }
    if !passed {
        return Err(Refusal {
            rule: RuleId::ACC_1,
            reason: "Something the letter must contain is missing.",
            remedy: "Mend what is listed beside the letter.",
        });
    }
    chosen(kind, choices)?;
    let number = state.next_letter_number();
    Ok(Decision::of(Happened::new(
        on,
        Common::LetterFinalised {
            letter,
            letter_kind: kind,
            number,
            dated_on,
            pages,
            enclosed_pages,
            pdf_sha256,
            template,
            clauses,
            fee: choices.fee,
            ground: choices.ground,
            doubt: choices.doubt,
        }
        .into(),
    )))
}

/// What a letter of this kind has to say in codes, because a clock or a rule looks at it.
fn chosen(kind: LetterKind, choices: LetterChoices) -> Result<(), Refusal> {
    if kind == LetterKind::L02 && choices.doubt.is_none() {
        return Err(unwritten(
            RuleId::ID_1,
            "Identity may be asked for only where there is doubt.",
            "Choose why there is doubt.",
        ));
    }
    if kind == LetterKind::L05 && choices.fee.is_none() {
        return Err(unwritten(
            RuleId::FEE_1,
            "A fee needs its basis.",
            "Choose under which rule it is asked for.",
        ));
    }
    if kind == LetterKind::L06 && choices.ground.is_none() {
        return Err(unwritten(
            RuleId::TIME_10,
            "A notice of extension gives its ground.",
            "Choose the ground.",
        ));
    }
    Ok(())
}

pub(super) fn void(
    state: &State,
    on: NaiveDate,
    letter: LetterId,
    reason: Option<Written>,
) -> Result<Decision, Refusal> {
    let progress = state.letter(letter).ok_or_else(no_case)?;
    if !progress.is_to_send() {
        return Err(Refusal {
            rule: RuleId::SEND_1,
            reason: "Only a final letter that was never sent can be declared void.",
            remedy: "Begin a new letter that corrects it.",
        });
    }
    reason.ok_or_else(|| unwritten(RuleId::SEND_1, "Why is the letter void?", "Write the reason."))?;
    Ok(Decision::of(Happened::new(on, Common::LetterVoided { letter }.into())))
}
