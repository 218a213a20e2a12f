//! What a record means in law: whether a question, a notice or an answer went in time (REC-1).

use casebook_law::clock::State as ClockState;
use casebook_law::{Right, RuleId};
use chrono::NaiveDate;

use crate::codes::{Channel, IdentityLevel, Media, Purpose, TaskKind};
use crate::common::Event as Common;
use crate::subject_request::refusals::unwritten;
use crate::subject_request::{Event, State, World};
use crate::{Advisory, Decision, DocumentId, Happened, Refusal, TaskId, Written};

/// Working days after receipt within which the regulator expects a question (TIME-5, TIME-7).
const PROMPT: u32 = 5;

/// A question for identity, authority, a fee or the meaning, with a word of warning when it went late.
pub(super) fn asked(state: &State, on: NaiveDate, world: &World<'_>, event: Event, rule: RuleId) -> Decision {
    let mut decision = Decision::of(Happened::new(on, event.into()));
    decision.advisories.extend(late_question(state, on, world, rule));
    decision
}

/// What is to be said of a question that goes on this day: that it moves nothing any more, or that it went late.
pub(crate) fn late_question(
    state: &State,
    on: NaiveDate,
    world: &World<'_>,
    rule: RuleId,
) -> Option<Advisory> {
    let received = state.received.as_ref()?;
    if latest_due(state, on, world).is_some_and(|due| on > due) {
        return Some(Advisory {
            rule,
            sentence:
                "The last day had passed by then: this question moves nothing, and the answer is still owed."
                    .to_owned(),
        });
    }
    (on > world.calendar.add_working_days(received.on, PROMPT)).then(|| Advisory {
        rule,
        sentence:
            "The question went more than five working days after receipt; the regulator expects it promptly."
                .to_owned(),
    })
}

/// The first last day, before any extension, of the right whose clock ends last.
fn latest_due(state: &State, on: NaiveDate, world: &World<'_>) -> Option<NaiveDate> {
    let clocks = state.clocks(world.calendar, world.settings, on);
    clocks.iter().filter_map(|each| each.clock.as_ref().ok()?.due_initial).max()
}

/// Proof of identity came. A copy of a document needs a reason, and a day on which it is destroyed (ID-2, ID-3).
pub(super) fn identity_received(
    on: NaiveDate,
    level: Option<IdentityLevel>,
    reason: Option<Written>,
    destroy: Option<(TaskId, NaiveDate)>,
) -> Result<Decision, Refusal> {
    let leaves_copy = level.is_some_and(IdentityLevel::leaves_copy);
    if leaves_copy && reason.is_none() {
        return Err(unwritten(
            RuleId::ID_2,
            "A copy of a document is the last step of the ladder.",
            "Write why nothing less would do.",
        ));
    }
    let mut decision = Decision::of(Happened::new(on, Event::IdentityReceived { level }.into()));
    if let Some((task, due)) = destroy.filter(|_| leaves_copy) {
        let about = TaskKind::DestroyIdentityCopy;
        decision.events.push(Happened::new(on, Common::TaskSet { task, about, due, document: None }.into()));
    }
    Ok(decision)
}

/// Notice of an extension, with its guard: too late, or not the first, it has no effect (TIME-10).
pub(super) fn extension(state: &State, on: NaiveDate, world: &World<'_>, event: Event) -> Decision {
    let mut decision = Decision::of(Happened::new(on, event.into()));
    decision.advisories.extend(extends_nothing(state, on, world).as_ref().map(no_effect));
    decision
}

/// What is said of a notice that extends nothing.
pub(crate) fn no_effect(why: &Refusal) -> Advisory {
    let sentence = format!("This notice has no effect, and the last day stays. {}", why.reason);
    Advisory { rule: why.rule, sentence }
}

/// Why a notice given on this day extends no clock; nothing if it extends one (TIME-10).
pub(crate) fn extends_nothing(state: &State, on: NaiveDate, world: &World<'_>) -> Option<Refusal> {
    let clocks = state.clocks(world.calendar, world.settings, on);
    let clocks: Vec<_> = clocks.iter().filter_map(|each| each.clock.as_ref().ok()).collect();
    if clocks.iter().any(|clock| clock.extension_until.is_some_and(|until| on <= until)) {
        return None;
    }
    let stands = |at: ClockState| clocks.iter().any(|clock| clock.state == at);
    let (reason, remedy) = if stands(ClockState::Extended) {
        ("There was a notice before, and there can be only one.", "Answer by the last day it led to.")
    } else if stands(ClockState::NotStarted) {
        (
            "The month has not begun: something is still awaited.",
            "Record it when it comes. Notice can be given from then on, until the month is over.",
        )
    } else if stands(ClockState::Paused) {
        (
            "The clock stands still until the question is answered.",
            "Record the answer when it comes. Notice can be given from then on, until the month is over.",
        )
    } else if stands(ClockState::NoStatutoryDate) {
        ("No last day is running that could be moved.", "Write a general letter.")
    } else {
        (
            "The time for a notice is over: it belongs into the first month.",
            "Answer now, or write a holding letter; a notice that was given earlier can be recorded.",
        )
    };
    Some(Refusal { rule: RuleId::TIME_10, reason, remedy })
}

/// An answer that a colleague sent without this application. It counts, and it says so when it was late.
pub(super) fn answered_outside(
    state: &State,
    on: NaiveDate,
    channel: Channel,
    document: Option<(DocumentId, Media, u64)>,
    world: &World<'_>,
) -> Decision {
    let rights = unanswered(state);
    let mut decision =
        Decision::of(Happened::new(on, Event::Answered { rights, letter: None, channel }.into()));
    if let Some((document, media, bytes)) = document {
        let kept = Common::DocumentKept { document, media, bytes, purpose: Some(Purpose::Evidence) };
        decision.events.push(Happened::new(on, kept.into()));
    }
    decision.advisories.extend(late_answer(state, on, world));
    decision
}

/// What is to be said of an answer that went on this day.
pub(crate) fn late_answer(state: &State, on: NaiveDate, world: &World<'_>) -> Option<Advisory> {
    let clocks = state.clocks(world.calendar, world.settings, world.today);
    let due = clocks.iter().filter_map(|each| each.clock.as_ref().ok()?.due_final).min()?;
    (on > due).then(|| Advisory {
        rule: RuleId::TIME_14,
        sentence: "The answer went after the last day. It is recorded as late.".to_owned(),
    })
}

fn unanswered(state: &State) -> Vec<Right> {
    let Some(received) = &state.received else { return Vec::new() };
    let open: Vec<Right> =
        received.rights.iter().copied().filter(|right| state.answered_on(*right).is_none()).collect();
    if open.is_empty() { received.rights.clone() } else { open }
}
