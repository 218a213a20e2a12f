//! May this be recorded, and what is then true? The heart of a subject request.
//!
//! Two sorts of command meet here. *Acts* of the DPO (make a letter final, close the case) can be refused. *Records* of
//! what has already happened are accepted with their legal effect (REC-1); only what cannot be true is turned down: a
//! day still to come, or one before the request came.

use casebook_law::clock::Settings;
use casebook_law::{Calendar, RULE_SET, Right, RuleId};
use chrono::{Datelike, NaiveDate};

use super::letters::{make_final, record_sent, void};
use super::refusals::{closed_already, no_case, unwritten};
use super::{Command, Event, State, Wait};
use crate::codes::Resolution;
use crate::common::Event as Common;
use crate::{Advisory, Decision, Happened, Refusal, Written};

/// Everything outside the case that a decision may depend on.
#[derive(Clone, Copy, Debug)]
pub struct World<'a> {
    /// Today in London.
    pub today: NaiveDate,
    /// The holidays of the case's nation.
    pub calendar: &'a Calendar,
    /// Targets and margins.
    pub settings: Settings,
}

/// The first year whose requests can be recorded; before it there is nothing a casebook could be about.
const FIRST_YEAR: i32 = 1990;

/// Decides what a command records, or why it may not.
///
/// # Errors
/// A [`Refusal`] with the rule, the reason and the remedy. Nothing is recorded then.
pub fn decide(state: &State, command: Command, world: &World<'_>) -> Result<Decision, Refusal> {
    if let Command::Receive { .. } = command {
        return receive(state, command, world);
    }
    let Some(received) = &state.received else {
        return Err(no_case());
    };
    let from = received.on;
    match command {
        Command::Receive { .. } => Err(no_case()),
        Command::ChangeParty { on, party, name } => {
            name.ok_or_else(|| {
                unwritten(RuleId::ACC_1, "A person in a case needs a name.", "Write the name.")
            })?;
            if !state.parties.iter().any(|known| known.party == party) {
                return Err(no_case());
            }
            Ok(Decision::of(Happened::new(on, Common::PartyChanged { party }.into())))
        }
        Command::RecordIdentityAsked { on, reason } => {
            happened(on, from, world)?;
            reason.ok_or_else(|| {
                unwritten(
                    RuleId::ID_1,
                    "Identity may be asked for only where there is doubt.",
                    "Write why there is doubt.",
                )
            })?;
            Ok(with_late_asking(state, on, world, Event::IdentityAsked {}, RuleId::TIME_5))
        }
        Command::RecordIdentityReceived { on } => plain(on, from, world, Event::IdentityReceived {}),
        Command::RecordIdentityWaived { on, reason } => {
            reason.ok_or_else(|| {
                unwritten(RuleId::ID_2, "Why is proof no longer needed?", "Write the reason.")
            })?;
            plain(on, from, world, Event::IdentityWaived {})
        }
        Command::RecordClarificationAsked { on, reason } => {
            happened(on, from, world)?;
            reason.ok_or_else(|| {
                unwritten(
                    RuleId::TIME_7,
                    "The clock stops only for a question that was reasonably needed.",
                    "Write why we reasonably need this.",
                )
            })?;
            Ok(with_late_asking(state, on, world, Event::ClarificationAsked {}, RuleId::TIME_7))
        }
        Command::RecordClarificationEnded { on, refused: false } => {
            plain(on, from, world, Event::ClarificationReceived {})
        }
        Command::RecordClarificationEnded { on, refused: true } => {
            plain(on, from, world, Event::ClarificationRefused {})
        }
        Command::RecordFeeAsked { on, reason } => {
            reason.ok_or_else(|| {
                unwritten(RuleId::FEE_1, "A fee needs its amount and basis.", "Write both.")
            })?;
            plain(on, from, world, Event::FeeAsked {})
        }
        Command::RecordFeePaid { on } => plain(on, from, world, Event::FeePaid {}),
        Command::RecordExtension { on, reason, reasons } => {
            happened(on, from, world)?;
            reasons.ok_or_else(|| {
                unwritten(
                    RuleId::TIME_10,
                    "A notice of extension gives its reasons.",
                    "Write the reasons that were given.",
                )
            })?;
            Ok(extension(state, on, world, Event::ExtensionNotified { reason }))
        }
        Command::RecordAnsweredOutside { on, channel, what } => {
            what.ok_or_else(|| {
                unwritten(RuleId::REC_1, "What was sent has to be known.", "Write what was sent.")
            })?;
            let rights = unanswered(state);
            plain(on, from, world, Event::Answered { rights, letter: None, channel })
        }
        Command::RecordWithdrawn { on } => plain(on, from, world, Event::Withdrawn {}),
        Command::WriteNote { on, text } => {
            text.ok_or_else(|| unwritten(RuleId::REC_1, "The note is empty.", "Write the note."))?;
            Ok(Decision::of(Happened::new(on, Common::NoteWritten {}.into())))
        }
        Command::MakeLetterFinal { .. } => make_final(state, command, world),
        Command::RecordLetterSent { on, letter, channel, class } => {
            happened(on, from, world)?;
            record_sent(state, on, letter, channel, class, world)
        }
        Command::VoidLetter { on, letter, reason } => void(state, on, letter, reason),
        Command::Close { on, resolution, reason } => close(state, on, resolution, reason, world),
        Command::Reopen { on, reason } => reopen(state, on, reason),
        Command::RecordExported { on, files, through, reason } => {
            reason.ok_or_else(|| {
                unwritten(
                    RuleId::EXP_4,
                    "An export is recorded with its purpose.",
                    "Write for whom it is and why.",
                )
            })?;
            Ok(Decision::of(Happened::new(on, Common::CaseExported { files, through }.into())))
        }
    }
}

fn receive(state: &State, command: Command, world: &World<'_>) -> Result<Decision, Refusal> {
    let Command::Receive { on, reference, rights, regime, nation, channel, our_role, subject, document } =
        command
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
    };
    let added = Common::PartyAdded { party: subject.party, person: subject.person, role: subject.role };
    let mut decision = Decision::of(Happened::new(on, received.into()));
    decision.events.push(Happened::new(world.today, added.into()));
    if let Some((document, media, bytes)) = document {
        let kept = Common::DocumentKept { document, media, bytes };
        decision.events.push(Happened::new(world.today, kept.into()));
    }
    decision.advisories.extend(late_logging(on, world.today));
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
    let days = today.signed_duration_since(received_on).num_days();
    (days > 2).then(|| Advisory {
        rule: RuleId::TIME_6,
        sentence: format!("It is logged {days} days after it came. The clock runs from the day it came."),
    })
}

fn plain(on: NaiveDate, from: NaiveDate, world: &World<'_>, event: Event) -> Result<Decision, Refusal> {
    happened(on, from, world)?;
    Ok(Decision::of(Happened::new(on, event.into())))
}

/// What is recorded has happened: not in the future, not before the request.
fn happened(on: NaiveDate, from: NaiveDate, world: &World<'_>) -> Result<(), Refusal> {
    if on > world.today {
        return Err(Refusal {
            rule: RuleId::REC_1,
            reason: "This day has not come yet.",
            remedy: "Record it once it has happened, with the day on which it happened.",
        });
    }
    if on < from {
        return Err(Refusal {
            rule: RuleId::REC_1,
            reason: "This day lies before the request was received.",
            remedy: "Check the date.",
        });
    }
    Ok(())
}

/// A question for identity or meaning, with a word of warning when it went late.
fn with_late_asking(state: &State, on: NaiveDate, world: &World<'_>, event: Event, rule: RuleId) -> Decision {
    let mut decision = Decision::of(Happened::new(on, event.into()));
    let Some(received) = &state.received else { return decision };
    if on > world.calendar.add_working_days(received.on, 5) {
        decision.advisories.push(Advisory {
            rule,
            sentence: "The question went more than five working days after receipt; the regulator expects it promptly."
                .to_owned(),
        });
    }
    decision
}

fn extension(state: &State, on: NaiveDate, world: &World<'_>, event: Event) -> Decision {
    let mut decision = Decision::of(Happened::new(on, event.into()));
    let in_time = state
        .clocks(world.calendar, world.settings, on)
        .iter()
        .filter_map(|each| each.clock.as_ref().ok())
        .any(|clock| clock.extension_until.is_some_and(|until| on <= until));
    if !in_time {
        decision.advisories.push(Advisory {
            rule: RuleId::TIME_10,
            sentence:
                "This notice has no effect: it came too late, or there was one before. The last day stays."
                    .to_owned(),
        });
    }
    decision
}

fn unanswered(state: &State) -> Vec<Right> {
    let Some(received) = &state.received else { return Vec::new() };
    let open: Vec<Right> =
        received.rights.iter().copied().filter(|right| state.answered_on(*right).is_none()).collect();
    if open.is_empty() { received.rights.clone() } else { open }
}

fn close(
    state: &State,
    on: NaiveDate,
    resolution: Resolution,
    reason: Option<Written>,
    world: &World<'_>,
) -> Result<Decision, Refusal> {
    may_close(state, resolution, reason)?;
    let due = state
        .clocks(world.calendar, world.settings, world.today)
        .into_iter()
        .filter_map(|each| Some((each.right.code().to_owned(), each.clock.ok()?.due_final?)))
        .collect();
    let closed = Common::CaseClosed { resolution, due, holidays: world.calendar.version().to_owned() };
    Ok(Decision::of(Happened::new(on, closed.into())))
}

/// Whether a case may be closed in this way.
///
/// # Errors
/// A [`Refusal`] that names what is missing.
pub fn may_close(state: &State, resolution: Resolution, reason: Option<Written>) -> Result<(), Refusal> {
    if state.closed.is_some() {
        return Err(closed_already());
    }
    if state.letters.iter().any(super::LetterProgress::is_to_send) {
        return Err(Refusal {
            rule: RuleId::SEND_1,
            reason: "A final letter has not been sent.",
            remedy: "Record that it was sent, or declare it void.",
        });
    }
    let fits = match resolution {
        Resolution::Answered => state.is_answered(),
        Resolution::Withdrawn => state.withdrawn_on.is_some(),
        Resolution::NotVerified => state.waits().iter().any(|wait| matches!(wait, Wait::Identity(_))),
        Resolution::NoReply => state.waits().iter().any(|wait| matches!(wait, Wait::Clarification(_))),
        Resolution::OpenedInError => true,
    };
    if !fits {
        return Err(not_so(resolution));
    }
    if reason.is_none() && !matches!(resolution, Resolution::Answered | Resolution::Withdrawn) {
        return Err(unwritten(
            RuleId::REF_2,
            "Closing without an answer needs a reason.",
            "Write the reason.",
        ));
    }
    Ok(())
}

const fn not_so(resolution: Resolution) -> Refusal {
    match resolution {
        Resolution::Answered => Refusal {
            rule: RuleId::TIME_14,
            reason: "The request has not been answered; a late answer is still owed.",
            remedy: "Send the answer, or record one that was sent outside the application.",
        },
        Resolution::Withdrawn => Refusal {
            rule: RuleId::REC_1,
            reason: "No withdrawal has been recorded.",
            remedy: "Record the day on which the person withdrew.",
        },
        Resolution::NotVerified => Refusal {
            rule: RuleId::ID_4,
            reason: "No proof of identity is being waited for.",
            remedy: "Answer the request.",
        },
        Resolution::NoReply | Resolution::OpenedInError => Refusal {
            rule: RuleId::TIME_8,
            reason: "No question of ours is open.",
            remedy: "Answer the request.",
        },
    }
}

fn reopen(state: &State, on: NaiveDate, reason: Option<Written>) -> Result<Decision, Refusal> {
    if state.closed.is_none() {
        return Err(Refusal {
            rule: RuleId::REC_1,
            reason: "The case is open already.",
            remedy: "Go on with it.",
        });
    }
    reason.ok_or_else(|| {
        unwritten(RuleId::REC_1, "Opening a case again needs a reason.", "Write the reason.")
    })?;
    Ok(Decision::of(Happened::new(on, Common::CaseReopened {}.into())))
}
