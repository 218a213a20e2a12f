//! What is true after an event. Cannot fail, reads no particular.

use casebook_law::clock::{Act, Fact};
use chrono::NaiveDate;

use super::Event as Request;
use super::state::{Answer, Closed, LetterProgress, LetterStage, Party, Received, State};
use crate::common::Event as Common;
use crate::{Event, Recorded};

/// What is true after `event`, given what was true before.
#[must_use]
pub fn fold(mut state: State, event: &Recorded<Event>) -> State {
    state.version = event.case_seq;
    match &event.event {
        Event::Common(common) => fold_common(&mut state, event, common),
        Event::Request(request) => fold_request(&mut state, event.on, request),
    }
    state
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
            });
        }
        Common::PartyChanged { party } => {
            if let Some(known) = state.parties.iter_mut().find(|known| known.party == *party) {
                known.known_from = recorded.seq;
            }
        }
        Common::NoteWritten {} | Common::DocumentKept { .. } => {}
        Common::LetterFinalised { letter, letter_kind, number, .. } => state.letters.push(LetterProgress {
            letter: *letter,
            kind: *letter_kind,
            number: *number,
            final_on: on,
            finalised_at: recorded.seq,
            stage: LetterStage::Final,
        }),
        Common::LetterSent { letter, channel, class } => {
            stage(state, *letter, LetterStage::Sent { on, channel: *channel, class: *class });
        }
        Common::LetterVoided { letter } => stage(state, *letter, LetterStage::Void),
        Common::CaseClosed { resolution, .. } => {
            state.closed = Some(Closed { on, resolution: *resolution });
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

fn fold_request(state: &mut State, on: NaiveDate, event: &Request) {
    match event {
        Request::Received { reference, rights, regime, nation, channel, logged_on, .. } => {
            state.received = Some(Received {
                reference: reference.clone(),
                on,
                rights: rights.clone(),
                regime: *regime,
                nation: *nation,
                channel: *channel,
                logged_on: *logged_on,
            });
        }
        Request::Acknowledged { .. } => {
            state.acknowledged_on = Some(state.acknowledged_on.map_or(on, |before| before.min(on)));
        }
        Request::IdentityAsked {} => state.facts.push(Fact { on, act: Act::IdentityAsked }),
        Request::IdentityReceived {} => state.facts.push(Fact { on, act: Act::IdentityReceived }),
        Request::IdentityWaived {} => state.facts.push(Fact { on, act: Act::IdentityWaived }),
        Request::ClarificationAsked {} => state.facts.push(Fact { on, act: Act::ClarificationAsked }),
        Request::ClarificationReceived {} => state.facts.push(Fact { on, act: Act::ClarificationReceived }),
        Request::ClarificationRefused {} => state.facts.push(Fact { on, act: Act::ClarificationRefused }),
        Request::FeeAsked {} => state.facts.push(Fact { on, act: Act::FeeAsked }),
        Request::FeePaid {} => state.facts.push(Fact { on, act: Act::FeePaid }),
        Request::ExtensionNotified { .. } => state.facts.push(Fact { on, act: Act::Extended }),
        Request::Answered { rights, letter, channel } => {
            state.answers.push(Answer { rights: rights.clone(), on, letter: *letter, channel: *channel });
        }
        Request::Withdrawn {} => {
            state.withdrawn_on = Some(on);
            state.facts.push(Fact { on, act: Act::Withdrawn });
        }
    }
}

fn stage(state: &mut State, letter: crate::LetterId, stage: LetterStage) {
    if let Some(known) = state.letters.iter_mut().find(|known| known.letter == letter) {
        known.stage = stage;
    }
}
