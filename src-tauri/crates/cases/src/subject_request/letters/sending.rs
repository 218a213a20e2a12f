//! What it means in law that a letter went out: the law counts the day it was sent, never the day it was made final.

use casebook_law::RuleId;
use chrono::NaiveDate;

use crate::codes::{Channel, ExtensionReason, LetterKind, PostalClass};
use crate::common::Event as Common;
use crate::subject_request::decide::{extends_nothing, late_answer, late_question, no_effect};
use crate::subject_request::refusals::no_case;
use crate::subject_request::{Event, LetterProgress, LetterStage, State, World};
use crate::{Advisory, Decision, Happened, LetterId, Refusal};

pub(in crate::subject_request) fn record_sent(
    state: &State,
    on: NaiveDate,
    letter: LetterId,
    channel: Channel,
    class: Option<PostalClass>,
    world: &World<'_>,
) -> Result<Decision, Refusal> {
    let progress = state.letter(letter).ok_or_else(no_case)?;
    match progress.stage {
        LetterStage::Final | LetterStage::Printed { .. } => {}
        LetterStage::Sent(_) | LetterStage::Delivered { .. } | LetterStage::Returned { .. } => {
            return Err(Refusal {
                rule: RuleId::SEND_1,
                reason: "This letter is recorded as sent already.",
                remedy: "Look at the history; begin a new letter to write again.",
            });
        }
        LetterStage::Void => {
            return Err(Refusal {
                rule: RuleId::SEND_1,
                reason: "This letter was declared void.",
                remedy: "Begin a new letter.",
            });
        }
    }
    if on < progress.final_on {
        return Err(Refusal {
            rule: RuleId::SEND_1,
            reason: "This day lies before the letter was made final.",
            remedy: "Check the date.",
        });
    }
    let class = class.filter(|_| channel == Channel::Post);
    let mut decision = Decision::of(Happened::new(on, Common::LetterSent { letter, channel, class }.into()));
    let (effect, advisories) = effect(state, on, progress, channel, class, world);
    decision.advisories.extend(advisories);
    decision.events.extend(effect.map(|event| Happened::new(on, event.into())));
    Ok(decision)
}

/// What the sending of a letter means in law, and what is to be said of it.
fn effect(
    state: &State,
    on: NaiveDate,
    progress: &LetterProgress,
    channel: Channel,
    class: Option<PostalClass>,
    world: &World<'_>,
) -> (Option<Event>, Vec<Advisory>) {
    let letter = progress.letter;
    let asks = |event, rule| (Some(event), late_question(state, on, world, rule).into_iter().collect());
    match progress.kind {
        LetterKind::L01 => (Some(Event::Acknowledged { letter }), Vec::new()),
        LetterKind::L02 => asks(Event::IdentityAsked { doubt: progress.doubt }, RuleId::TIME_5),
        LetterKind::L03 => asks(Event::AuthorityAsked {}, RuleId::TIME_5),
        LetterKind::L04 => asks(Event::ClarificationAsked {}, RuleId::TIME_7),
        LetterKind::L05 => asks(Event::FeeAsked { basis: progress.fee }, RuleId::TIME_5),
        LetterKind::L06 => {
            let reason = progress.ground.unwrap_or(ExtensionReason::Complex);
            let advisories = posted_notice(state, on, channel, class, world).into_iter().collect();
            (Some(Event::ExtensionNotified { reason }), advisories)
        }
        LetterKind::L07 | LetterKind::L08 | LetterKind::L11 | LetterKind::L12 => {
            let rights = vec![casebook_law::Right::Access];
            let advisory =
                late_answer(state, on, world).or_else(|| posted_late(state, on, channel, class, world));
            (Some(Event::Answered { rights, letter: Some(letter), channel }), advisory.into_iter().collect())
        }
        LetterKind::L00
        | LetterKind::L30
        | LetterKind::L32
        | LetterKind::L33
        | LetterKind::L34
        | LetterKind::L36 => (None, Vec::new()),
    }
}

/// A notice of extension is given when it arrives; posted too late to arrive in time it is open to dispute (TIME-10).
fn posted_notice(
    state: &State,
    on: NaiveDate,
    channel: Channel,
    class: Option<PostalClass>,
    world: &World<'_>,
) -> Option<Advisory> {
    if let Some(why) = extends_nothing(state, on, world) {
        return Some(no_effect(&why));
    }
    if channel != Channel::Post {
        return None;
    }
    let margin = if class.is_some_and(PostalClass::is_second) {
        world.settings.post_margin_second
    } else {
        world.settings.post_margin_first
    };
    let arrives = world.calendar.add_working_days(on, margin);
    extends_nothing(state, arrives, world).is_some().then(|| Advisory {
        rule: RuleId::TIME_10,
        sentence: "Posted so late, the notice may arrive after the last day. Whether it extends the time can be disputed: do not rely on it."
            .to_owned(),
    })
}

/// An answer posted too late to arrive in time, as the post goes (TIME-13).
fn posted_late(
    state: &State,
    on: NaiveDate,
    channel: Channel,
    class: Option<PostalClass>,
    world: &World<'_>,
) -> Option<Advisory> {
    let clock = state
        .clocks(world.calendar, world.settings, world.today)
        .into_iter()
        .find_map(|each| each.clock.ok())?;
    let post_by =
        if class.is_some_and(PostalClass::is_second) { clock.post_by_second } else { clock.post_by_first };
    (channel == Channel::Post && post_by.is_some_and(|day| on > day)).then(|| Advisory {
        rule: RuleId::TIME_13,
        sentence: "It was posted after the latest safe day and may arrive late. It is reported apart."
            .to_owned(),
    })
}
