//! What became of a final letter: printed, arrived, came back.

use casebook_law::RuleId;
use chrono::NaiveDate;

use super::happened;
use crate::codes::{ReturnReason, TaskKind};
use crate::common::Event as Common;
use crate::subject_request::command::PostCommand;
use crate::subject_request::refusals::no_case;
use crate::subject_request::{LetterProgress, LetterStage, State, World};
use crate::{Advisory, Decision, Happened, LetterId, Refusal};

pub(super) fn decide(
    state: &State,
    from: NaiveDate,
    command: PostCommand,
    world: &World<'_>,
) -> Result<Decision, Refusal> {
    match command {
        PostCommand::Printed { on, letter, copies, sides } => {
            let progress = state.letter(letter).ok_or_else(no_case)?;
            if progress.stage == LetterStage::Void {
                return Err(Refusal {
                    rule: RuleId::SEND_1,
                    reason: "This letter was declared void.",
                    remedy: "Begin a new letter.",
                });
            }
            Ok(Decision::of(Happened::new(on, Common::LetterPrinted { letter, copies, sides }.into())))
        }
        PostCommand::Delivered { on, letter } => {
            happened(on, from, world)?;
            sent(state, letter, on)?;
            Ok(Decision::of(Happened::new(on, Common::LetterDelivered { letter }.into())))
        }
        PostCommand::Returned { on, letter, reason, task } => {
            happened(on, from, world)?;
            let progress = sent(state, letter, on)?;
            let mut decision =
                Decision::of(Happened::new(on, Common::LetterReturned { letter, reason }.into()));
            // Sent in time stays sent in time; but nobody has it, so the case goes on (POST-1).
            if state.closed.is_some() && progress.kind.answers() {
                decision.events.push(Happened::new(world.today, Common::CaseReopened {}.into()));
            }
            let about = TaskKind::CheckAddress;
            let due = world.calendar.add_working_days(world.today, 1);
            let set = Common::TaskSet { task, about, due, document: None };
            decision.events.push(Happened::new(on, set.into()));
            decision.advisories.push(returned_advice(progress, reason));
            Ok(decision)
        }
    }
}

fn returned_advice(progress: &LetterProgress, reason: ReturnReason) -> Advisory {
    let breach = matches!(reason, ReturnReason::OpenedOrMisdelivered | ReturnReason::Lost);
    let sentence = if breach {
        "Somebody else may have read it: consider whether this is a personal data breach."
    } else if progress.kind.answers() {
        "Sent in time stays sent in time, but the answer is still owed. Use another address only once it is checked."
    } else {
        "Use another address only once it is checked."
    };
    Advisory { rule: RuleId::POST_1, sentence: sentence.to_owned() }
}

/// A letter that went out before that day.
fn sent(state: &State, letter: LetterId, on: NaiveDate) -> Result<&LetterProgress, Refusal> {
    let progress = state.letter(letter).ok_or_else(no_case)?;
    let sending = progress.stage.sent().ok_or(Refusal {
        rule: RuleId::SEND_1,
        reason: "This letter has not been sent.",
        remedy: "Record first that it was sent.",
    })?;
    if on < sending.on {
        return Err(Refusal {
            rule: RuleId::SEND_1,
            reason: "This day lies before the letter was sent.",
            remedy: "Check the date.",
        });
    }
    Ok(progress)
}
