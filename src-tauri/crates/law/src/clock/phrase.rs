//! What happened, as a sentence: each fact with what it did to the clock, and the rule behind that.

use super::act::{Act, Fact};
use super::course::{Effect, Happened};
use super::outcome::Step;
use crate::place::Place;
use crate::rules::RuleId;
use crate::words::date;

/// The line of the working for a fact. `None` for what ends a matter (told at the end) and for the second half of
/// something that moved nothing.
pub(super) fn step(happened: Happened, place: Place) -> Option<Step> {
    let fact = happened.fact;
    let text = match happened.effect {
        Effect::Ends => return None,
        Effect::MovesNothing => return moves_nothing(fact, place),
        effect => format!("{}{}", begins(fact), ends(fact.act, effect)),
    };
    Some(Step { rule: rule(fact.act, happened.effect), text, date: Some(fact.on) })
}

/// How the sentence about a fact begins: "On 2 September 2026 proof of identity was asked for".
pub(super) fn begins(fact: Fact) -> String {
    format!("On {} {}", date(fact.on), said(fact.act))
}

const fn said(act: Act) -> &'static str {
    match act {
        Act::IdentityAsked => "proof of identity was asked for",
        Act::IdentityReceived => "proof of identity came",
        Act::IdentityInsufficient => "the proof of identity was said not to be enough",
        Act::IdentityWaived => "proof of identity was given up",
        Act::AuthorityAsked => "proof of authority was asked for",
        Act::AuthorityReceived => "proof of authority came",
        Act::FeeAsked => "a fee for an unfounded or excessive request was asked for",
        Act::FeePaid => "the fee was paid",
        Act::CopyFeeAsked => "a fee for extra copies was asked for",
        Act::CopyFeePaid => "the fee for extra copies was paid",
        Act::ClarificationAsked => "we asked which information is meant",
        Act::ClarificationReceived => "the answer to our question came",
        Act::ClarificationRefused => "the person declined to narrow the request",
        Act::OtherQuestion => "another question was asked",
        Act::Extended => "notice of an extension was given",
        Act::Acknowledged => "receipt was acknowledged",
        Act::Answered => "the answer was sent",
        Act::Withdrawn => "the request was withdrawn",
        Act::SubjectDied => "the person died",
        Act::Closed => "the case was closed",
        Act::Reopened => "the case was opened again",
    }
}

fn ends(act: Act, effect: Effect) -> String {
    match effect {
        Effect::Waits => ". The clock starts afresh on the day it comes.".into(),
        Effect::WaitedAlready => "; it was awaited already.".into(),
        Effect::Came => ", so the clock starts no earlier than that day.".into(),
        Effect::NotAwaited => ", but nothing of the kind was awaited, so it changes nothing.".into(),
        Effect::Waived => ", so it no longer holds up the clock.".into(),
        Effect::Paused => ". From that day the clock stands still.".into(),
        Effect::Resumed { asked_on } if act == Act::ClarificationRefused => {
            format!(", which ends the pause of {} all the same.", date(asked_on))
        }
        Effect::Resumed { asked_on } => format!(". It ends the pause that began on {}.", date(asked_on)),
        Effect::Extended { limit: Some(limit) } => {
            format!(", in time: the last day then running was {}.", date(limit))
        }
        Effect::Extended { limit: None } => ", in time, because the clock was standing still.".into(),
        Effect::ExtendedAlready => ", but one extension is all there is.".into(),
        Effect::TooLate { limit } => {
            format!(", after the last day then running, {}, so it changes nothing.", date(limit))
        }
        Effect::Over => ", when the clock was already over, so it changes nothing.".into(),
        Effect::MovesNothing | Effect::Ends => ".".into(),
    }
}

/// Why a fact of this kind cannot move this clock. What answers such a question needs no line of its own.
fn moves_nothing(fact: Fact, place: Place) -> Option<Step> {
    let under_eu_law = matches!(place, Place::Eu(_));
    let (rule, why) = match fact.act {
        Act::CopyFeeAsked => (RuleId::TIME_5, "It never moves the clock."),
        Act::OtherQuestion => {
            (RuleId::TIME_7, "It was not about which information is meant, so the clock runs on.")
        }
        Act::ClarificationAsked if !under_eu_law => {
            (RuleId::TIME_7, "Only an access request can be paused by a question, so the clock runs on.")
        }
        Act::IdentityAsked | Act::AuthorityAsked | Act::FeeAsked | Act::ClarificationAsked => {
            (RuleId::TIME_EU, "The text of EU law knows no pause for it, so the clock runs on.")
        }
        _ => return None,
    };
    Some(Step { rule, text: format!("{}. {why}", begins(fact)), date: Some(fact.on) })
}

const fn rule(act: Act, effect: Effect) -> RuleId {
    match (act, effect) {
        (_, Effect::Over) => RuleId::TIME_9,
        (Act::Extended, _) => RuleId::TIME_10,
        (Act::ClarificationRefused, _) => RuleId::TIME_8,
        (Act::ClarificationAsked, Effect::TooLate { .. }) => RuleId::TIME_9,
        (Act::ClarificationAsked | Act::ClarificationReceived, _) => RuleId::TIME_7,
        _ => RuleId::TIME_5,
    }
}
