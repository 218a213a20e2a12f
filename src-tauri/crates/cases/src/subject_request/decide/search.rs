//! Asking places to search, what they found, and what is decided about it.

use casebook_law::RuleId;
use chrono::NaiveDate;

use super::happened;
use crate::codes::{AdviceStanding, DecisionOutcome, Naming, SearchResult, ThirdPartyTest, Treatment};
use crate::subject_request::command::{DecideItems, NewGroup, NewSearch, SearchCommand};
use crate::subject_request::refusals::{no_case, unwritten};
use crate::subject_request::{Event, State, World};
use crate::{Advisory, Decision, Happened, Refusal, SearchId};

pub(super) fn decide(
    state: &State,
    from: NaiveDate,
    command: SearchCommand,
    world: &World<'_>,
) -> Result<Decision, Refusal> {
    match command {
        SearchCommand::Ask { on, places } => {
            happened(on, from, world)?;
            ask(on, &places)
        }
        SearchCommand::Chase { on, search } => {
            happened(on, from, world)?;
            unreported(state, search)?;
            let mut decision = one(on, Event::SearchChased { search });
            if state.search(search).is_some_and(|known| known.chased_on.len() == 1) {
                decision.advisories.push(Advisory {
                    rule: RuleId::SEARCH_1,
                    sentence: "This is the second reminder. If nothing comes, take it to a named director."
                        .to_owned(),
                });
            }
            Ok(decision)
        }
        SearchCommand::Escalate { on, search, to } => {
            happened(on, from, world)?;
            unreported(state, search)?;
            to.ok_or_else(|| {
                unwritten(RuleId::SEARCH_1, "To whom was it taken?", "Write the name and role.")
            })?;
            Ok(one(on, Event::SearchEscalated { search }))
        }
        SearchCommand::Report { on, search, result, pages, reason } => {
            happened(on, from, world)?;
            state.search(search).ok_or_else(no_case)?;
            if result == SearchResult::NotSearched && reason.is_none() {
                return Err(unwritten(
                    RuleId::REF_7,
                    "A place that is not searched needs a reason.",
                    "Write why a search there would not be reasonable and proportionate.",
                ));
            }
            let pages = if result == SearchResult::Found { pages } else { 0 };
            Ok(one(on, Event::SearchReported { search, result, pages }))
        }
        SearchCommand::Group { on, group } => {
            happened(on, from, world)?;
            Ok(Decision::of(grouped(on, group)?))
        }
        SearchCommand::Import { on, items, groups, decided } => import(on, items, &groups, &decided),
        SearchCommand::Decide(items) => {
            happened(items.on, from, world)?;
            state.group(items.group).ok_or_else(no_case)?;
            decide_items(&items)
        }
        SearchCommand::Conclude { on, outcome, advice, decided_by, reason, why_not } => {
            happened(on, from, world)?;
            decided_by.ok_or_else(|| {
                unwritten(
                    RuleId::DEC_1,
                    "The company decides; who did?",
                    "Write the name and role of whoever decided.",
                )
            })?;
            if advice == AdviceStanding::NotFollowed {
                why_not.ok_or_else(|| {
                    unwritten(
                        RuleId::DEC_1,
                        "The decision goes against the advice.",
                        "Write why it was not followed.",
                    )
                })?;
            }
            if matches!(outcome, DecisionOutcome::Refuse | DecisionOutcome::ReleasePart) {
                reason.ok_or_else(|| {
                    unwritten(RuleId::REF_2, "A refusal needs its reasons.", "Write the reasons.")
                })?;
            }
            Ok(one(on, Event::DecisionMade { outcome, advice }))
        }
        SearchCommand::Pack { on, files, pages, sha256 } => {
            if files == 0 {
                return Err(Refusal {
                    rule: RuleId::PACK_1,
                    reason: "The pack is empty.",
                    remedy: "Choose the files that go out.",
                });
            }
            Ok(one(on, Event::PackMade { files, pages, sha256 }))
        }
    }
}

fn ask(on: NaiveDate, places: &[NewSearch]) -> Result<Decision, Refusal> {
    if places.is_empty() {
        return Err(unwritten(
            RuleId::TRUE_1,
            "No place was chosen.",
            "Choose the systems, mailboxes and papers that are to be searched.",
        ));
    }
    let mut events = Vec::with_capacity(places.len());
    for place in places {
        place.place.ok_or_else(|| {
            unwritten(RuleId::TRUE_1, "A search needs its place.", "Write what is to be searched.")
        })?;
        if place.due < on {
            return Err(Refusal {
                rule: RuleId::SEARCH_1,
                reason: "The day by which they are to report lies before the day they were asked.",
                remedy: "Choose a day from the time that is left.",
            });
        }
        let asked = Event::SearchAsked { search: place.search, system: place.system, due: place.due };
        events.push(Happened::new(on, asked.into()));
    }
    Ok(Decision { events, advisories: Vec::new() })
}

fn unreported(state: &State, search: SearchId) -> Result<(), Refusal> {
    let known = state.search(search).ok_or_else(no_case)?;
    if known.report.is_some() {
        return Err(Refusal {
            rule: RuleId::SEARCH_1,
            reason: "This place has reported already.",
            remedy: "Look at what was recorded.",
        });
    }
    Ok(())
}

fn grouped(on: NaiveDate, group: NewGroup) -> Result<Happened<crate::Event>, Refusal> {
    group.title.ok_or_else(|| {
        unwritten(RuleId::ITEM_1, "A group needs a title.", "Write what kind of items it holds.")
    })?;
    if group.items == 0 {
        return Err(Refusal {
            rule: RuleId::ITEM_1,
            reason: "A group holds at least one item.",
            remedy: "Enter how many items it holds.",
        });
    }
    let event = Event::ItemsGrouped { group: group.group, items: group.items, pages: group.pages };
    Ok(Happened::new(on, event.into()))
}

/// An index of items: one entry for the whole, then its groups, then what the index says is decided.
fn import(
    on: NaiveDate,
    items: u32,
    groups: &[NewGroup],
    decided: &[DecideItems],
) -> Result<Decision, Refusal> {
    if groups.is_empty() {
        return Err(Refusal {
            rule: RuleId::ITEM_1,
            reason: "The index holds no items.",
            remedy: "Check the file; nothing was recorded.",
        });
    }
    let count = u32::try_from(groups.len()).unwrap_or(u32::MAX);
    let mut decision = one(on, Event::ItemsImported { items, groups: count });
    for group in groups {
        decision.events.push(grouped(on, *group)?);
    }
    for items in decided {
        decision.events.extend(decide_items(items)?.events);
    }
    Ok(decision)
}

fn decide_items(items: &DecideItems) -> Result<Decision, Refusal> {
    let DecideItems { on, group, treatment, exemption, third_party, naming, reason, weighed } = *items;
    if treatment != Treatment::Released {
        let exemption = exemption.ok_or_else(|| {
            unwritten(
                RuleId::REF_4,
                "What is left out needs an exemption.",
                "Choose the one that applies; if none does, it is released.",
            )
        })?;
        if !exemption.is_available() || !exemption.applies_to_access() {
            return Err(Refusal {
                rule: RuleId::REF_4,
                reason: "This exemption is not open to this company, or does not reach an access request.",
                remedy: "Choose another, or release the items.",
            });
        }
        if naming == Naming::Neutral && !exemption.may_stay_unsaid() {
            return Err(Refusal {
                rule: RuleId::REF_4,
                reason: "This exemption does not allow the reason to be kept from the person.",
                remedy: "Let the letter give the reason.",
            });
        }
        reason.ok_or_else(|| {
            unwritten(RuleId::REF_4, "What is left out needs a reason.", "Write the reason.")
        })?;
        let about_others = exemption == casebook_law::Exemption::SomeoneElse;
        if about_others && (third_party.is_none() || weighed.is_none()) {
            return Err(unwritten(
                RuleId::REF_5,
                "Information about somebody else is left out only after weighing.",
                "Weigh the kind of information, confidence, what was done to get agreement, whether they can agree, and any refusal.",
            ));
        }
    }
    if third_party == Some(ThirdPartyTest::NotReasonable) && treatment == Treatment::Released {
        return Err(Refusal {
            rule: RuleId::REF_5,
            reason: "The weighing says that it is not reasonable to release this.",
            remedy: "Redact or withhold it, or weigh again.",
        });
    }
    Ok(one(on, Event::ItemsDecided { group, treatment, exemption, third_party, naming }))
}

fn one(on: NaiveDate, event: Event) -> Decision {
    Decision::of(Happened::new(on, event.into()))
}
