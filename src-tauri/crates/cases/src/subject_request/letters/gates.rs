//! Which letter may be made final now. A gate stops this act; what has been done already can always be recorded (REC-1).

use casebook_law::RuleId;

use crate::codes::{DecisionOutcome, LetterKind};
use crate::subject_request::decide::{extends_nothing, late_question};
use crate::subject_request::refusals::closed_already;
use crate::subject_request::{State, Wait, World};
use crate::{Advisory, Refusal};

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
        LetterKind::L07 => {
            let undecided = state.groups.is_empty() && state.decision.is_none();
            unproven_pack(state)
                .into_iter()
                .chain(undecided.then(|| Advisory {
                    rule: RuleId::DEC_1,
                    sentence:
                        "Nothing is recorded about what goes out and what stays: decide it first.".to_owned(),
                }))
                .collect()
        }
        LetterKind::L12 => unproven_pack(state).into_iter().chain(undecided_for_company(state)).collect(),
        LetterKind::L11 => undecided_for_company(state).into_iter().collect(),
        LetterKind::L00
        | LetterKind::L01
        | LetterKind::L05
        | LetterKind::L06
        | LetterKind::L08
        | LetterKind::L30
        | LetterKind::L32
        | LetterKind::L33
        | LetterKind::L34
        | LetterKind::L36 => Vec::new(),
    }
}

fn unproven_pack(state: &State) -> Option<Advisory> {
    state.pack.is_none().then(|| Advisory {
        rule: RuleId::PACK_1,
        sentence: "No release pack has been put together: nothing proves which files went out.".to_owned(),
    })
}

fn undecided_for_company(state: &State) -> Option<Advisory> {
    state.decision.is_none().then(|| Advisory {
        rule: RuleId::DEC_1,
        sentence: "Nobody is recorded as having decided this for the company.".to_owned(),
    })
}

/// Whether there is at most one unsent letter of this kind.
const fn is_single(kind: LetterKind) -> bool {
    !matches!(kind, LetterKind::L00 | LetterKind::L33 | LetterKind::L36)
}

/// No letter about rights goes to the dead (LAW-4), and none answers what was taken back.
pub(super) fn living(state: &State, kind: LetterKind) -> Result<(), Refusal> {
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
    extends_nothing(state, world.today, world).map_or(Ok(()), Err)
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
    let nothing = state.found_nothing();
    if kind == LetterKind::L08 && !nothing {
        return Err(Refusal {
            rule: RuleId::TRUE_1,
            reason: "A search found something, so the letter would not be true.",
            remedy: "Write the access answer.",
        });
    }
    if kind == LetterKind::L08 {
        return Ok(());
    }
    if nothing {
        return Err(Refusal {
            rule: RuleId::TRUE_1,
            reason: "No search found anything, so there is nothing to send a copy of.",
            remedy: "Write the answer that nothing is held.",
        });
    }
    if kind == LetterKind::L07 && state.leaves_out_something() {
        return Err(Refusal {
            rule: RuleId::REF_4,
            reason: "Something is redacted or withheld, and this letter says nothing of a refusal.",
            remedy: "Write the answer with a part refused.",
        });
    }
    if state.undecided_groups() > 0 {
        return Err(Refusal {
            rule: RuleId::ITEM_1,
            reason: "Nothing is decided yet about some of what was found.",
            remedy: "Decide for each group whether it is released, redacted or withheld.",
        });
    }
    Ok(())
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
