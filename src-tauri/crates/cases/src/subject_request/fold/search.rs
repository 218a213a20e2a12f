//! The search and what is decided about what it found.

use crate::subject_request::Event as Request;
use crate::subject_request::state::{
    DecisionMade, GroupDecision, ItemGroup, Pack, Search, SearchReport, State,
};
use crate::{Event, Recorded, SearchId};

pub(super) fn fold(state: &mut State, recorded: &Recorded<Event>, event: &Request) {
    let (on, at) = (recorded.on, recorded.seq);
    if let Request::SearchAsked { search, system, due } = event {
        state.searches.push(Search {
            search: *search,
            system: *system,
            asked_on: on,
            due: *due,
            asked_at: at,
            chased_on: Vec::new(),
            escalated_on: None,
            report: None,
        });
    } else if let Request::SearchChased { search } = event {
        change(state, *search, |known| known.chased_on.push(on));
    } else if let Request::SearchEscalated { search } = event {
        change(state, *search, |known| known.escalated_on = Some(on));
    } else if let Request::SearchReported { search, result, pages } = event {
        let report = SearchReport { on, result: *result, pages: *pages, reported_at: at };
        change(state, *search, |known| known.report = Some(report));
    } else if let Request::ItemsGrouped { group, items, pages } = event {
        state.groups.push(ItemGroup {
            group: *group,
            items: *items,
            pages: *pages,
            grouped_at: at,
            decided: None,
        });
    } else if let Request::ItemsDecided { group, treatment, exemption, third_party, naming } = event {
        let decided = GroupDecision {
            on,
            treatment: *treatment,
            exemption: *exemption,
            third_party: *third_party,
            naming: *naming,
            decided_at: at,
        };
        if let Some(known) = state.groups.iter_mut().find(|known| known.group == *group) {
            known.decided = Some(decided);
        }
    } else if let Request::DecisionMade { outcome, advice } = event {
        state.decision = Some(DecisionMade { on, outcome: *outcome, advice: *advice, made_at: at });
    } else if let Request::PackMade { files, pages, sha256 } = event {
        state.pack = Some(Pack { on, files: *files, pages: *pages, sha256: sha256.clone(), made_at: at });
    }
}

fn change(state: &mut State, search: SearchId, how: impl FnOnce(&mut Search)) {
    if let Some(known) = state.searches.iter_mut().find(|known| known.search == search) {
        how(known);
    }
}
