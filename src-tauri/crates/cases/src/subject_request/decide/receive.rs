//! The request comes in, and its case begins.

use casebook_law::{RULE_SET, RuleId, civil};
use chrono::{Datelike, NaiveDate};

use crate::common::Event as Common;
use crate::subject_request::refusals::{no_case, unwritten};
use crate::subject_request::{Command, Event, State, World};
use crate::{Advisory, Decision, Happened, Refusal};

/// The first year whose requests can be recorded; before it there is nothing a casebook could be about.
const FIRST_YEAR: i32 = 1990;

pub(super) fn receive(state: &State, command: Command, world: &World<'_>) -> Result<Decision, Refusal> {
    let Command::Receive {
        on,
        reference,
        rights,
        regime,
        nation,
        channel,
        our_role,
        subject,
        requester,
        person_kind,
        document,
    } = command
    else {
        return Err(no_case());
    };
    if state.received.is_some() {
        return Err(Refusal {
            rule: RuleId::REQ_1,
            reason: "This case already holds its request.",
            remedy: "Open a new case for another request.",
        });
    }
    may_be_received(on, world.today)?;
    if rights.is_empty() {
        return Err(unwritten(
            RuleId::REQ_2,
            "A request asks for at least one right.",
            "Choose what it asks for.",
        ));
    }
    let (subject, _) = subject.ok_or_else(|| {
        unwritten(RuleId::REQ_1, "A request comes from somebody.", "Write the person's name.")
    })?;
    let received = Event::Received {
        reference: reference.to_string(),
        rights,
        regime,
        nation,
        rule_set: RULE_SET.to_owned(),
        channel,
        our_role,
        logged_on: world.today,
        person_kind,
    };
    let mut decision = Decision::of(Happened::new(on, received.into()));
    for party in std::iter::once(subject).chain(requester.map(|(party, _)| party)) {
        let added = Common::PartyAdded { party: party.party, person: party.person, role: party.role };
        decision.events.push(Happened::new(world.today, added.into()));
    }
    if let Some((document, media, bytes)) = document {
        let kept = Common::DocumentKept { document, media, bytes, purpose: None };
        decision.events.push(Happened::new(world.today, kept.into()));
    }
    decision.advisories.extend(late_logging(on, world.today));
    if requester.is_some_and(|(party, _)| party.role.acts_for_another()) {
        decision.advisories.push(Advisory {
            rule: RuleId::AUTH_1,
            sentence:
                "Somebody asks for another person: their authority has to be shown before anything is sent."
                    .to_owned(),
        });
    }
    Ok(decision)
}

/// Whether a request can have been received on that day.
///
/// # Errors
/// A [`Refusal`] for a day to come, or before 1990.
pub fn may_be_received(on: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    if on > today {
        return Err(Refusal {
            rule: RuleId::TIME_6,
            reason: "The received date is in the future.",
            remedy: "Enter the day on which the request reached the organisation.",
        });
    }
    if on.year() < FIRST_YEAR {
        return Err(Refusal {
            rule: RuleId::TIME_6,
            reason: "The received date is before 1990.",
            remedy: "Check the year.",
        });
    }
    Ok(())
}

/// A word about a request that was logged long after it came (TIME-6).
#[must_use]
pub fn late_logging(received_on: NaiveDate, today: NaiveDate) -> Option<Advisory> {
    let days = civil::days_between(received_on, today);
    (days > 2).then(|| Advisory {
        rule: RuleId::TIME_6,
        sentence: format!("It is logged {days} days after it came. The clock runs from the day it came."),
    })
}
