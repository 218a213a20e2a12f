//! People, documents, tasks and links.

use casebook_law::RuleId;
use chrono::NaiveDate;

use super::happened;
use crate::codes::{Purpose, TaskKind};
use crate::common::Event as Common;
use crate::subject_request::command::PaperCommand;
use crate::subject_request::refusals::{no_case, unwritten};
use crate::subject_request::{State, Task, World};
use crate::{Decision, DocumentId, Happened, Refusal, TaskId, Written};

pub(super) fn decide(
    state: &State,
    from: NaiveDate,
    command: PaperCommand,
    world: &World<'_>,
) -> Result<Decision, Refusal> {
    match command {
        PaperCommand::AddParty { on, party, name } => {
            name.ok_or_else(|| {
                unwritten(RuleId::REQ_1, "A person in a case needs a name.", "Write the name.")
            })?;
            Ok(one(on, Common::PartyAdded { party: party.party, person: party.person, role: party.role }))
        }
        PaperCommand::IdentifyPerson { on, party, person } => {
            state.party(party).ok_or_else(no_case)?;
            Ok(one(on, Common::PersonIdentified { party, person }))
        }
        PaperCommand::NoteContact { on, party, reply_by, print } => {
            state.party(party).ok_or_else(no_case)?;
            Ok(one(on, Common::ContactNoted { party, reply_by, print }))
        }
        PaperCommand::KeepDocument { on, document, media, bytes, purpose, destroy: (task, due) } => {
            let kept = Common::DocumentKept { document, media, bytes, purpose: Some(purpose) };
            let mut decision = one(on, kept);
            if purpose == Purpose::Identity {
                let about = TaskKind::DestroyIdentityCopy;
                let set = Common::TaskSet { task, about, due, document: Some(document) };
                decision.events.push(Happened::new(on, set.into()));
            }
            Ok(decision)
        }
        PaperCommand::DestroyDocument { on, document, proof } => destroy(state, on, document, proof),
        PaperCommand::SetTask { on, task, due, what } => {
            what.ok_or_else(|| unwritten(RuleId::REC_1, "The task is empty.", "Write what is to be done."))?;
            Ok(one(on, Common::TaskSet { task, about: TaskKind::Own, due, document: None }))
        }
        PaperCommand::FinishTask { on, task, proof } => {
            happened(on, from, world)?;
            let known = open_task(state, task)?;
            if let Some(document) = known.document.filter(|document| is_kept(state, *document)) {
                return destroy(state, on, document, proof);
            }
            Ok(one(on, Common::TaskDone { task }))
        }
        PaperCommand::DropTask { on, task, reason } => {
            open_task(state, task)?;
            reason.ok_or_else(|| {
                unwritten(RuleId::REC_1, "A task is given up with a reason.", "Write the reason.")
            })?;
            Ok(one(on, Common::TaskDropped { task }))
        }
        PaperCommand::Link { on, other, link } => {
            if state.links.iter().any(|known| known.other == other && known.link == link) {
                return Err(Refusal {
                    rule: RuleId::REC_1,
                    reason: "The two cases are linked already.",
                    remedy: "Nothing is to be done.",
                });
            }
            Ok(one(on, Common::CaseLinked { other, link }))
        }
    }
}

/// A document goes, and the tasks about it are done with it.
fn destroy(
    state: &State,
    on: NaiveDate,
    document: DocumentId,
    proof: Option<Written>,
) -> Result<Decision, Refusal> {
    if !is_kept(state, document) {
        return Err(no_case());
    }
    proof.ok_or_else(|| {
        unwritten(RuleId::ID_3, "How was it destroyed, and why?", "Write a sentence; it is the proof.")
    })?;
    let mut decision = one(on, Common::DocumentDestroyed { document });
    let about = |task: &&&Task| task.document == Some(document);
    for task in state.open_tasks().iter().filter(about) {
        decision.events.push(Happened::new(on, Common::TaskDone { task: task.task }.into()));
    }
    Ok(decision)
}

fn is_kept(state: &State, document: DocumentId) -> bool {
    state.document(document).is_some_and(|known| known.destroyed_on.is_none())
}

fn open_task(state: &State, task: TaskId) -> Result<&Task, Refusal> {
    state.task(task).filter(|known| known.ended_on.is_none()).ok_or_else(no_case)
}

fn one(on: NaiveDate, event: Common) -> Decision {
    Decision::of(Happened::new(on, event.into()))
}
