//! The end of a case, and its going on.

use casebook_law::{Right, RuleId, words};
use chrono::NaiveDate;

use crate::codes::{LinkKind, Resolution};
use crate::common::Event as Common;
use crate::subject_request::refusals::{closed_already, unwritten};
use crate::subject_request::{LetterProgress, State, Wait, World};
use crate::{Advisory, Decision, Happened, Refusal, Written};

pub(super) fn close(
    state: &State,
    on: NaiveDate,
    resolution: Resolution,
    reason: Option<Written>,
    world: &World<'_>,
) -> Result<Decision, Refusal> {
    may_close(state, resolution, reason)?;
    let due = state
        .clocks(world.calendar, world.settings, world.today)
        .into_iter()
        .filter_map(|each| Some((each.right.code().to_owned(), each.clock.ok()?.due_final?)))
        .collect();
    let closed = Common::CaseClosed { resolution, due, holidays: world.calendar.version().to_owned() };
    let mut decision = Decision::of(Happened::new(on, closed.into()));
    decision.advisories.extend(closing_advice(state));
    let open = state.open_tasks().len();
    if open > 0 {
        decision.advisories.push(Advisory {
            rule: RuleId::ID_3,
            sentence: format!(
                "Tasks of this case are still open ({open}). They stay on Today until they are done."
            ),
        });
    }
    Ok(decision)
}

/// Whether a case may be closed in this way.
///
/// # Errors
/// A [`Refusal`] that names what is missing.
pub fn may_close(state: &State, resolution: Resolution, reason: Option<Written>) -> Result<(), Refusal> {
    if state.closed.is_some() {
        return Err(closed_already());
    }
    if state.letters.iter().any(LetterProgress::is_to_send) {
        return Err(Refusal {
            rule: RuleId::SEND_1,
            reason: "A final letter has not been sent.",
            remedy: "Record that it was sent, or declare it void.",
        });
    }
    if !fits(state, resolution) {
        return Err(not_so(resolution, state));
    }
    if reason.is_none() && !matches!(resolution, Resolution::Answered | Resolution::Withdrawn) {
        return Err(unwritten(
            RuleId::REF_2,
            "Closing without an answer needs a reason.",
            "Write the reason.",
        ));
    }
    Ok(())
}

/// What is to be borne in mind before a case is closed; nothing of it stops that. A right that was asked for beside access
/// is easily forgotten with the case (MULTI-1).
#[must_use]
pub fn closing_advice(state: &State) -> Option<Advisory> {
    let rights = &state.received.as_ref()?.rights;
    let has_own_case = state.links.iter().any(|link| link.link != LinkKind::SamePerson);
    // What was taken back, or has ended with a death, is owed no more; another case may have taken it on.
    let is_settled = state.withdrawn_on.is_some() || state.died_on.is_some() || has_own_case;
    let open: Vec<String> = rights
        .iter()
        .filter(|right| **right != Right::Access && state.answered_on(**right).is_none())
        .map(|right| right.name().to_lowercase())
        .collect();
    (!is_settled && !open.is_empty()).then(|| Advisory {
        rule: RuleId::MULTI_1,
        sentence: format!(
            "The request also asks for {}. No answer to that is recorded here and no other case is linked: record the answer, \
             or make a case of its own and link it.",
            words::listed(&open)
        ),
    })
}

fn fits(state: &State, resolution: Resolution) -> bool {
    match resolution {
        Resolution::Answered => state.is_answered() && state.returned_answer().is_none(),
        Resolution::Withdrawn => state.withdrawn_on.is_some(),
        Resolution::NotVerified => {
            state.waits().iter().any(|wait| matches!(wait, Wait::Identity(_) | Wait::Authority(_)))
        }
        Resolution::NoReply => state.waits().iter().any(|wait| matches!(wait, Wait::Clarification(_))),
        Resolution::SubjectDied => state.died_on.is_some(),
        Resolution::OpenedInError => true,
    }
}

const fn not_so(resolution: Resolution, state: &State) -> Refusal {
    match resolution {
        Resolution::Answered if !state.answers.is_empty() => Refusal {
            rule: RuleId::POST_1,
            reason: "The answer came back, or a right is not answered yet: an answer is still owed.",
            remedy: "Find out where it can go and send it again, or record how the person got it.",
        },
        Resolution::Answered => Refusal {
            rule: RuleId::TIME_14,
            reason: "The request has not been answered; a late answer is still owed.",
            remedy: "Send the answer, or record one that was sent outside the application.",
        },
        Resolution::Withdrawn => Refusal {
            rule: RuleId::REC_1,
            reason: "No withdrawal has been recorded.",
            remedy: "Record the day on which the person withdrew.",
        },
        Resolution::NotVerified => Refusal {
            rule: RuleId::ID_4,
            reason: "No proof of identity or authority is being waited for.",
            remedy: "Answer the request.",
        },
        Resolution::SubjectDied => Refusal {
            rule: RuleId::LAW_4,
            reason: "No death has been recorded.",
            remedy: "Record the day on which we heard of it.",
        },
        Resolution::NoReply | Resolution::OpenedInError => Refusal {
            rule: RuleId::TIME_8,
            reason: "No question of ours is open.",
            remedy: "Answer the request.",
        },
    }
}

pub(super) fn reopen(state: &State, on: NaiveDate, reason: Option<Written>) -> Result<Decision, Refusal> {
    if state.closed.is_none() {
        return Err(Refusal {
            rule: RuleId::REC_1,
            reason: "The case is open already.",
            remedy: "Go on with it.",
        });
    }
    reason.ok_or_else(|| {
        unwritten(RuleId::REC_1, "Opening a case again needs a reason.", "Write the reason.")
    })?;
    Ok(Decision::of(Happened::new(on, Common::CaseReopened {}.into())))
}
