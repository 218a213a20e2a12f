//! Letters of a subject request: when one may be made final, and what it means that it was sent.

use casebook_law::RuleId;
use chrono::NaiveDate;

use super::decide::{late_answer, late_question, may_extend};
use super::refusals::{closed_already, no_case, unwritten};
use super::{Command, Event, LetterChoices, LetterProgress, LetterStage, State, Wait, World};
use crate::codes::{Channel, DecisionOutcome, ExtensionReason, LetterKind, PostalClass};
use crate::common::Event as Common;
use crate::{Advisory, Decision, Happened, LetterId, Refusal, Written};

/// Working days between a letter's making and the date printed on it, at most.
const DATED_AHEAD: u32 = 3;

/// Whether a letter of this kind may be made final now. What a gate stops is this act; what has been done already can
/// always be recorded (REC-1).
///
/// # Errors
/// A [`Refusal`] that names what stands in the way.
pub fn may_make_final(state: &State, kind: LetterKind, world: &World<'_>) -> Result<(), Refusal> {
    if state.closed.is_some() && !matches!(kind, LetterKind::L00 | LetterKind::L34 | LetterKind::L36) {
        return Err(closed_already());
    }
    if state.letters.iter().any(|letter| letter.kind == kind && letter.is_to_send() && is_single(kind)) {
        return Err(Refusal {
            rule: RuleId::SEND_1,
            reason: "A letter of this kind is final already and has not been sent.",
            remedy: "Send that one, or declare it void.",
        });
    }
    living(state, kind)?;
    match kind {
        LetterKind::L00 | LetterKind::L01 | LetterKind::L32 | LetterKind::L33 | LetterKind::L36 => Ok(()),
        LetterKind::L02 => match state.identity {
            Some(_) if state.waits().is_empty() => Err(Refusal {
                rule: RuleId::ID_1,
                reason: "Identity has been shown already.",
                remedy: "Record that what came was not enough, if that is so.",
            }),
            Some(_) | None => Ok(()),
        },
        LetterKind::L03 => state.representative().map(drop).ok_or(Refusal {
            rule: RuleId::AUTH_1,
            reason: "Nobody in this case acts for the person.",
            remedy: "Add the representative first.",
        }),
        LetterKind::L04 | LetterKind::L05 => unanswered(state),
        LetterKind::L06 => extends(state, world),
        LetterKind::L07 | LetterKind::L08 | LetterKind::L11 | LetterKind::L12 => may_answer(state, kind),
        LetterKind::L30 => state.waits().first().map(drop).ok_or(Refusal {
            rule: RuleId::ID_4,
            reason: "Nothing is being waited for.",
            remedy: "Answer the request.",
        }),
        LetterKind::L34 => state.withdrawn_on.map(drop).ok_or(Refusal {
            rule: RuleId::REC_1,
            reason: "No withdrawal has been recorded.",
            remedy: "Record the day on which the person withdrew.",
        }),
    }
}

/// A word on a letter that may be made final, but had better not be, or not so.
#[must_use]
pub fn advice_on(state: &State, kind: LetterKind, world: &World<'_>) -> Vec<Advisory> {
    match kind {
        LetterKind::L02 | LetterKind::L03 => {
            late_question(state, world.today, world, RuleId::TIME_5).into_iter().collect()
        }
        LetterKind::L04 => late_question(state, world.today, world, RuleId::TIME_7).into_iter().collect(),
        LetterKind::L07 | LetterKind::L12 if state.pack.is_none() => vec![Advisory {
            rule: RuleId::PACK_1,
            sentence: "No release pack has been put together: nothing proves which files went out."
                .to_owned(),
        }],
        LetterKind::L11 | LetterKind::L12 if state.decision.is_none() => vec![Advisory {
            rule: RuleId::DEC_1,
            sentence: "Nobody is recorded as having decided this for the company.".to_owned(),
        }],
        LetterKind::L00
        | LetterKind::L01
        | LetterKind::L05
        | LetterKind::L06
        | LetterKind::L07
        | LetterKind::L08
        | LetterKind::L11
        | LetterKind::L12
        | LetterKind::L30
        | LetterKind::L32
        | LetterKind::L33
        | LetterKind::L34
        | LetterKind::L36 => Vec::new(),
    }
}

/// Whether there is at most one unsent letter of this kind.
const fn is_single(kind: LetterKind) -> bool {
    !matches!(kind, LetterKind::L00 | LetterKind::L33 | LetterKind::L36)
}

/// No letter about rights goes to the dead (LAW-4), and none answers what was taken back.
fn living(state: &State, kind: LetterKind) -> Result<(), Refusal> {
    if state.died_on.is_some() && !matches!(kind, LetterKind::L00 | LetterKind::L36) {
        return Err(Refusal {
            rule: RuleId::LAW_4,
            reason: "The person has died; the dead have no rights under this law.",
            remedy: "Write to the relative or executor instead, and close the case.",
        });
    }
    if state.withdrawn_on.is_some() && !matches!(kind, LetterKind::L00 | LetterKind::L34 | LetterKind::L36) {
        return Err(Refusal {
            rule: RuleId::REC_1,
            reason: "The request was withdrawn.",
            remedy: "Confirm the withdrawal, and close the case.",
        });
    }
    Ok(())
}

fn unanswered(state: &State) -> Result<(), Refusal> {
    if state.is_answered() {
        return Err(Refusal {
            rule: RuleId::TIME_7,
            reason: "The request is answered already.",
            remedy: "Write a general letter.",
        });
    }
    Ok(())
}

fn extends(state: &State, world: &World<'_>) -> Result<(), Refusal> {
    unanswered(state)?;
    if may_extend(state, world.today, world) {
        return Ok(());
    }
    Err(Refusal {
        rule: RuleId::TIME_10,
        reason: "A notice given today would extend nothing: the time for it is over, or there was one before.",
        remedy: "Answer now, or write a holding letter; a notice that was given earlier can be recorded.",
    })
}

/// What an answer needs: nothing asked for and still awaited, a finished search, a decision about what it found.
fn may_answer(state: &State, kind: LetterKind) -> Result<(), Refusal> {
    match state.waits().first() {
        Some(Wait::Identity(_)) => {
            return Err(Refusal {
                rule: RuleId::ID_1,
                reason: "Proof of identity was asked for and has not come.",
                remedy: "Record that it came, or that it is no longer needed.",
            });
        }
        Some(Wait::Authority(_)) => {
            return Err(Refusal {
                rule: RuleId::AUTH_1,
                reason: "Proof of authority was asked for and has not come.",
                remedy: "Record that it came.",
            });
        }
        Some(Wait::Fee(_)) => {
            return Err(Refusal {
                rule: RuleId::FEE_1,
                reason: "A fee was asked for and has not been paid.",
                remedy: "Record the payment.",
            });
        }
        Some(Wait::Clarification(_)) | None => {}
    }
    if state.representative().is_some() && state.authority.is_none() {
        return Err(Refusal {
            rule: RuleId::AUTH_1,
            reason: "Somebody acts for the person, and no proof of authority is recorded.",
            remedy: "Record the proof, or ask for it.",
        });
    }
    if kind == LetterKind::L11 {
        return match state.decision {
            Some(decision) if decision.outcome == DecisionOutcome::Refuse => Ok(()),
            Some(_) | None => Err(Refusal {
                rule: RuleId::DEC_1,
                reason: "No decision to refuse is recorded.",
                remedy: "Record who decided to refuse, and why.",
            }),
        };
    }
    searched(state)?;
    match kind {
        LetterKind::L08 if !state.found_nothing() => Err(Refusal {
            rule: RuleId::TRUE_1,
            reason: "A search found something, so the letter would not be true.",
            remedy: "Write the access answer.",
        }),
        LetterKind::L07 if state.leaves_out_something() => Err(Refusal {
            rule: RuleId::REF_4,
            reason: "Something is redacted or withheld, and this letter says nothing of a refusal.",
            remedy: "Write the answer with a part refused.",
        }),
        LetterKind::L07 | LetterKind::L12 if state.found_nothing() => Err(Refusal {
            rule: RuleId::TRUE_1,
            reason: "No search found anything, so there is nothing to send a copy of.",
            remedy: "Write the answer that nothing is held.",
        }),
        LetterKind::L07 | LetterKind::L12 if state.undecided_groups() > 0 => Err(Refusal {
            rule: RuleId::ITEM_1,
            reason: "Nothing is decided yet about some of what was found.",
            remedy: "Decide for each group whether it is released, redacted or withheld.",
        }),
        _ => Ok(()),
    }
}

fn searched(state: &State) -> Result<(), Refusal> {
    if state.searches.is_empty() {
        return Err(Refusal {
            rule: RuleId::REF_7,
            reason: "No search is recorded, and an answer says what was searched.",
            remedy: "Ask the systems to search, or record what was searched already.",
        });
    }
    if state.searches.iter().any(|search| search.report.is_none()) {
        return Err(Refusal {
            rule: RuleId::SEARCH_1,
            reason: "Some places that were asked have not reported.",
            remedy: "Record what they found, or go on without them and say why.",
        });
    }
    Ok(())
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
    match kind {
        LetterKind::L02 if choices.doubt.is_none() => Err(unwritten(
            RuleId::ID_1,
            "Identity may be asked for only where there is doubt.",
            "Choose why there is doubt.",
        )),
        LetterKind::L05 if choices.fee.is_none() => Err(unwritten(
            RuleId::FEE_1,
            "A fee needs its basis.",
            "Choose under which rule it is asked for.",
        )),
        LetterKind::L06 if choices.ground.is_none() => {
            Err(unwritten(RuleId::TIME_10, "A notice of extension gives its ground.", "Choose the ground."))
        }
        _ => Ok(()),
    }
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
        LetterStage::Final | LetterStage::Printed { .. } => {}
        LetterStage::Sent(_) | LetterStage::Delivered { .. } | LetterStage::Returned { .. } => {
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
    let (effect, advisories) = effect(state, on, progress, channel, class, world);
    decision.advisories.extend(advisories);
    decision.events.extend(effect.map(|event| Happened::new(on, event.into())));
    Ok(decision)
}

/// What the sending of a letter means in law, and what is to be said of it.
fn effect(
    state: &State,
    on: NaiveDate,
    progress: &LetterProgress,
    channel: Channel,
    class: Option<PostalClass>,
    world: &World<'_>,
) -> (Option<Event>, Vec<Advisory>) {
    let letter = progress.letter;
    let asks = |event, rule| (Some(event), late_question(state, on, world, rule).into_iter().collect());
    match progress.kind {
        LetterKind::L01 => (Some(Event::Acknowledged { letter }), Vec::new()),
        LetterKind::L02 => asks(Event::IdentityAsked { doubt: progress.doubt }, RuleId::TIME_5),
        LetterKind::L03 => asks(Event::AuthorityAsked {}, RuleId::TIME_5),
        LetterKind::L04 => asks(Event::ClarificationAsked {}, RuleId::TIME_7),
        LetterKind::L05 => asks(Event::FeeAsked { basis: progress.fee }, RuleId::TIME_5),
        LetterKind::L06 => {
            let reason = progress.ground.unwrap_or(ExtensionReason::Complex);
            let advisories = posted_notice(state, on, channel, class, world).into_iter().collect();
            (Some(Event::ExtensionNotified { reason }), advisories)
        }
        LetterKind::L07 | LetterKind::L08 | LetterKind::L11 | LetterKind::L12 => {
            let rights = vec![casebook_law::Right::Access];
            let advisory =
                late_answer(state, on, world).or_else(|| posted_late(state, on, channel, class, world));
            (Some(Event::Answered { rights, letter: Some(letter), channel }), advisory.into_iter().collect())
        }
        LetterKind::L00
        | LetterKind::L30
        | LetterKind::L32
        | LetterKind::L33
        | LetterKind::L34
        | LetterKind::L36 => (None, Vec::new()),
    }
}

/// A notice of extension is given when it arrives; posted too late to arrive in time it is open to dispute (TIME-10).
fn posted_notice(
    state: &State,
    on: NaiveDate,
    channel: Channel,
    class: Option<PostalClass>,
    world: &World<'_>,
) -> Option<Advisory> {
    if !may_extend(state, on, world) {
        return Some(Advisory {
            rule: RuleId::TIME_10,
            sentence:
                "This notice has no effect: it went too late, or there was one before. The last day stays."
                    .to_owned(),
        });
    }
    if channel != Channel::Post {
        return None;
    }
    let margin = if class.is_some_and(PostalClass::is_second) {
        world.settings.post_margin_second
    } else {
        world.settings.post_margin_first
    };
    let arrives = world.calendar.add_working_days(on, margin);
    (!may_extend(state, arrives, world)).then(|| Advisory {
        rule: RuleId::TIME_10,
        sentence: "Posted so late, the notice may arrive after the last day. Whether it extends the time can be disputed: do not rely on it."
            .to_owned(),
    })
}

/// An answer posted too late to arrive in time, as the post goes (TIME-13).
fn posted_late(
    state: &State,
    on: NaiveDate,
    channel: Channel,
    class: Option<PostalClass>,
    world: &World<'_>,
) -> Option<Advisory> {
    let clock = state
        .clocks(world.calendar, world.settings, world.today)
        .into_iter()
        .find_map(|each| each.clock.ok())?;
    let post_by =
        if class.is_some_and(PostalClass::is_second) { clock.post_by_second } else { clock.post_by_first };
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
