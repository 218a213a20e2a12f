//! What is true after an event. Cannot fail, reads no particular.
//!
//! A correction is the one event that looks back: it strikes an earlier entry, and everything is folded again without
//! it. So no machine has to know how to undo anything.

mod post;
mod search;

use casebook_law::clock::{Act, Fact};
use chrono::NaiveDate;

use super::Event as Request;
use super::state::{Answer, Authority, Closed, Document, Link, Party, Received, Shown, State, Task};
use crate::codes::{FeeBasis, PrintSize};
use crate::common::Event as Common;
use crate::{Event, Recorded};

/// What is true after `event`, given what was true before.
#[must_use]
pub fn fold(mut state: State, event: &Recorded<Event>) -> State {
    if let Event::Common(Common::EntryCorrected { entry }) = &event.event {
        return without(state, *entry, event);
    }
    apply(&mut state, event);
    state.entries.push(event.clone());
    state
}

/// What is true without one of the entries.
fn without(before: State, struck: u64, correction: &Recorded<Event>) -> State {
    let State { mut entries, struck: mut gone, .. } = before;
    gone.push(struck);
    let mut state = State::default();
    for entry in entries.iter().filter(|entry| !gone.contains(&entry.case_seq)) {
        apply(&mut state, entry);
    }
    entries.push(correction.clone());
    state.version = correction.case_seq;
    state.entries = entries;
    state.struck = gone;
    state
}

fn apply(state: &mut State, event: &Recorded<Event>) {
    state.version = event.case_seq;
    match &event.event {
        Event::Common(common) => fold_common(state, event, common),
        Event::Request(request) => fold_request(state, event, request),
    }
}

fn fold_common(state: &mut State, recorded: &Recorded<Event>, event: &Common) {
    let on = recorded.on;
    match event {
        Common::PartyAdded { party, person, role } => {
            state.parties.push(Party {
                party: *party,
                person: *person,
                role: *role,
                known_from: recorded.seq,
                reply_by: None,
                print: PrintSize::Standard,
                contact_from: None,
            });
        }
        Common::PartyChanged { party } => {
            if let Some(known) = state.parties.iter_mut().find(|known| known.party == *party) {
                known.known_from = recorded.seq;
            }
        }
        Common::PersonIdentified { party, person } => {
            if let Some(known) = state.parties.iter_mut().find(|known| known.party == *party) {
                known.person = *person;
            }
        }
        Common::ContactNoted { party, reply_by, print } => {
            if let Some(known) = state.parties.iter_mut().find(|known| known.party == *party) {
                known.reply_by = *reply_by;
                known.print = *print;
                known.contact_from = Some(recorded.seq);
            }
        }
        Common::NoteWritten { .. } | Common::EntryCorrected { .. } => {}
        Common::TaskSet { task, about, due, document } => state.tasks.push(Task {
            task: *task,
            about: *about,
            due: *due,
            document: *document,
            set_at: recorded.seq,
            ended_on: None,
        }),
        Common::TaskDone { task } | Common::TaskDropped { task } => {
            if let Some(known) = state.tasks.iter_mut().find(|known| known.task == *task) {
                known.ended_on = Some(on);
            }
        }
        Common::CaseLinked { other, link } => state.links.push(Link { other: *other, link: *link }),
        Common::DocumentKept { document, media, bytes, purpose } => state.documents.push(Document {
            document: *document,
            media: *media,
            bytes: *bytes,
            purpose: *purpose,
            kept_on: on,
            kept_at: recorded.seq,
            destroyed_on: None,
        }),
        Common::DocumentDestroyed { document } => {
            if let Some(known) = state.documents.iter_mut().find(|known| known.document == *document) {
                known.destroyed_on = Some(on);
            }
        }
        Common::LetterFinalised { .. }
        | Common::LetterPrinted { .. }
        | Common::LetterSent { .. }
        | Common::LetterDelivered { .. }
        | Common::LetterReturned { .. }
        | Common::LetterVoided { .. } => post::fold(state, recorded, event),
        Common::CaseClosed { resolution, .. } => {
            state.closed = Some(Closed { on, resolution: *resolution, seq: recorded.seq });
            state.facts.push(Fact { on, act: Act::Closed });
        }
        Common::CaseReopened {} => {
            state.closed = None;
            state.withdrawn_on = None;
            state.facts.push(Fact { on, act: Act::Reopened });
        }
        Common::CaseExported { through, .. } => state.exported_through = Some(*through),
    }
}

fn fold_request(state: &mut State, recorded: &Recorded<Event>, event: &Request) {
    let on = recorded.on;
    match event {
        Request::Received { .. } => receive(state, on, event),
        Request::Acknowledged { .. } => {
            state.acknowledged_on = Some(state.acknowledged_on.map_or(on, |before| before.min(on)));
        }
        Request::IdentityAsked { .. } => happened(state, on, Act::IdentityAsked),
        Request::IdentityInsufficient {} => happened(state, on, Act::IdentityInsufficient),
        Request::IdentityReceived { level } => {
            state.identity = Some(Shown { on, level: *level });
            happened(state, on, Act::IdentityReceived);
        }
        Request::IdentityWaived {} => happened(state, on, Act::IdentityWaived),
        Request::AuthorityAsked {} => happened(state, on, Act::AuthorityAsked),
        Request::AuthorityReceived { authority, valid_until } => {
            state.authority = Some(Authority { on, authority: *authority, valid_until: *valid_until });
            happened(state, on, Act::AuthorityReceived);
        }
        Request::ClarificationAsked {} => happened(state, on, Act::ClarificationAsked),
        Request::ClarificationReceived {} => happened(state, on, Act::ClarificationReceived),
        Request::ClarificationRefused {} => happened(state, on, Act::ClarificationRefused),
        Request::QuestionAsked {} => happened(state, on, Act::OtherQuestion),
        Request::FeeAsked { basis } => match basis {
            Some(FeeBasis::FurtherCopies) => happened(state, on, Act::CopyFeeAsked),
            Some(FeeBasis::Excessive) | None => happened(state, on, Act::FeeAsked),
        },
        Request::FeePaid { basis } => match basis {
            Some(FeeBasis::FurtherCopies) => happened(state, on, Act::CopyFeePaid),
            Some(FeeBasis::Excessive) | None => happened(state, on, Act::FeePaid),
        },
        Request::ExtensionNotified { .. } => happened(state, on, Act::Extended),
        // Dates are always worked out anew, so there is nothing to remember.
        Request::LastDayMoved { .. } => {}
        Request::SearchAsked { .. }
        | Request::SearchChased { .. }
        | Request::SearchEscalated { .. }
        | Request::SearchReported { .. }
        | Request::ItemsGrouped { .. }
        | Request::ItemsImported { .. }
        | Request::ItemsDecided { .. }
        | Request::DecisionMade { .. }
        | Request::PackMade { .. } => search::fold(state, recorded, event),
        Request::Answered { rights, letter, channel } => {
            state.answers.push(Answer { rights: rights.clone(), on, letter: *letter, channel: *channel });
        }
        Request::Withdrawn {} => {
            state.withdrawn_on = Some(on);
            happened(state, on, Act::Withdrawn);
        }
        Request::SubjectDied {} => {
            state.died_on = Some(on);
            happened(state, on, Act::SubjectDied);
        }
    }
}

fn receive(state: &mut State, on: NaiveDate, event: &Request) {
    if let Request::Received {
        reference,
        rights,
        regime,
        nation,
        channel,
        our_role,
        logged_on,
        person_kind,
        ..
    } = event
    {
        state.received = Some(Received {
            reference: reference.clone(),
            on,
            rights: rights.clone(),
            regime: *regime,
            nation: *nation,
            channel: *channel,
            logged_on: *logged_on,
            our_role: *our_role,
            person_kind: *person_kind,
        });
    }
}

fn happened(state: &mut State, on: NaiveDate, act: Act) {
    state.facts.push(Fact { on, act });
}
