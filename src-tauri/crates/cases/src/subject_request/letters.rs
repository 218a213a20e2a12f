//! Letters of a subject request: when one may be made final, and what it means that it was sent.

use casebook_law::RuleId;
use chrono::NaiveDate;

use super::refusals::{closed_already, no_case, unwritten};
use super::{Command, Event, LetterStage, State, Wait, World};
use crate::codes::{Channel, LetterKind, PostalClass};
use crate::common::Event as Common;
use crate::{Advisory, Decision, Happened, LetterId, Refusal, Written};

/// Working days between a letter's making and the date printed on it, at most.
const DATED_AHEAD: u32 = 3;

/// Whether a letter of this kind may be made final now.
///
/// # Errors
/// A [`Refusal`] that names what stands in the way.
pub fn may_make_final(state: &State, kind: LetterKind) -> Result<(), Refusal> {
    if state.closed.is_some() {
        return Err(closed_already());
    }
    if state.withdrawn_on.is_some() {
        return Err(Refusal {
            rule: RuleId::REC_1,
            reason: "The request was withdrawn.",
            remedy: "Close the case.",
        });
    }
    if state.letters.iter().any(|letter| letter.kind == kind && letter.is_to_send()) {
        return Err(Refusal {
            rule: RuleId::SEND_1,
            reason: "A letter of this kind is final already and has not been sent.",
            remedy: "Send that one, or declare it void.",
        });
    }
    match kind {
        LetterKind::L01 => Ok(()),
        LetterKind::L07 => match state.waits().first() {
            Some(Wait::Identity(_)) => Err(Refusal {
                rule: RuleId::ID_1,
                reason: "Proof of identity was asked for and has not come.",
                remedy: "Record that it came, or that it is no longer needed.",
            }),
            Some(Wait::Fee(_)) => Err(Refusal {
                rule: RuleId::FEE_1,
                reason: "A fee was asked for and has not been paid.",
                remedy: "Record the payment.",
            }),
            Some(Wait::Clarification(_)) | None => Ok(()),
        },
    }
}

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
        passed,
    } = command
    else {
        return Err(no_case());
    };
    may_make_final(state, kind)?;
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
        }
        .into(),
    )))
}

pub(super) fn record_sent(
    state: &State,
    on: NaiveDate,
    letter: LetterId,
    channel: Channel,
    class: Option<PostalClass>,
    world: &World<'_>,
) -> Result<Decision, Refusal> {
    let progress = state.letter(letter).ok_or_else(no_case)?;
    match progress.stage {
        LetterStage::Final => {}
        LetterStage::Sent { .. } => {
            return Err(Refusal {
                rule: RuleId::SEND_1,
                reason: "This letter is recorded as sent already.",
                remedy: "Look at the history; begin a new letter to write again.",
            });
        }
        LetterStage::Void => {
            return Err(Refusal {
                rule: RuleId::SEND_1,
                reason: "This letter was declared void.",
                remedy: "Begin a new letter.",
            });
        }
    }
    if on < progress.final_on {
        return Err(Refusal {
            rule: RuleId::SEND_1,
            reason: "This day lies before the letter was made final.",
            remedy: "Check the date.",
        });
    }
    let class = class.filter(|_| channel == Channel::Post);
    let mut decision = Decision::of(Happened::new(on, Common::LetterSent { letter, channel, class }.into()));
    let effect = match progress.kind {
        LetterKind::L01 => Event::Acknowledged { letter },
        LetterKind::L07 => {
            Event::Answered { rights: vec![casebook_law::Right::Access], letter: Some(letter), channel }
        }
    };
    decision.advisories.extend(late(state, on, progress.kind, channel, class, world));
    decision.events.push(Happened::new(on, effect.into()));
    Ok(decision)
}

/// What is to be said of an answer that went late, or too late to arrive in time (TIME-13, TIME-14).
fn late(
    state: &State,
    on: NaiveDate,
    kind: LetterKind,
    channel: Channel,
    class: Option<PostalClass>,
    world: &World<'_>,
) -> Option<Advisory> {
    if kind != LetterKind::L07 {
        return None;
    }
    let clock = state
        .clocks(world.calendar, world.settings, world.today)
        .into_iter()
        .find_map(|each| each.clock.ok())?;
    if clock.due_final.is_some_and(|due| on > due) {
        return Some(Advisory {
            rule: RuleId::TIME_14,
            sentence: "The answer went after the last day. It is recorded as late.".to_owned(),
        });
    }
    let post_by = match class {
        Some(PostalClass::Second | PostalClass::SecondSigned) => clock.post_by_second,
        _ => clock.post_by_first,
    };
    (channel == Channel::Post && post_by.is_some_and(|day| on > day)).then(|| Advisory {
        rule: RuleId::TIME_13,
        sentence: "It was posted after the latest safe day and may arrive late. It is reported apart."
            .to_owned(),
    })
}

pub(super) fn void(
    state: &State,
    on: NaiveDate,
    letter: LetterId,
    reason: Option<Written>,
) -> Result<Decision, Refusal> {
    let progress = state.letter(letter).ok_or_else(no_case)?;
    if progress.stage != LetterStage::Final {
        return Err(Refusal {
            rule: RuleId::SEND_1,
            reason: "Only a final letter that was never sent can be declared void.",
            remedy: "Begin a new letter that corrects it.",
        });
    }
    reason.ok_or_else(|| unwritten(RuleId::SEND_1, "Why is the letter void?", "Write the reason."))?;
    Ok(Decision::of(Happened::new(on, Common::LetterVoided { letter }.into())))
}
