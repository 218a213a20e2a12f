//! May this be recorded, and what is then true? The heart of a subject request.
//!
//! Two sorts of command meet here. *Acts* of the DPO (make a letter final, close the case) can be refused. *Records* of
//! what has already happened are accepted with their legal effect (REC-1); only what cannot be true is turned down: a
//! day still to come, or one before the request came.

mod closing;
mod correct;
mod effects;
mod papers;
mod post;
mod receive;
mod search;

use casebook_law::clock::Settings;
use casebook_law::{Calendar, RuleId};
use chrono::NaiveDate;

use super::letters::{make_final, record_sent, void};
use super::refusals::{no_case, unwritten};
use super::{Command, Event, State};
use crate::codes::FeeBasis;
use crate::common::Event as Common;
use crate::{Advisory, Decision, Happened, Refusal};

use closing::{close, reopen};
use effects::{answered_outside, asked, extension, identity_received};
pub(super) use effects::{extends_nothing, late_answer, late_question, no_effect};

pub use closing::{closing_advice, may_close};
pub use correct::may_be_corrected;
pub use receive::{late_logging, may_be_received};

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

/// Decides what a command records, or why it may not.
///
/// # Errors
/// A [`Refusal`] with the rule, the reason and the remedy. Nothing is recorded then.
pub fn decide(state: &State, command: Command, world: &World<'_>) -> Result<Decision, Refusal> {
    if let Command::Receive { .. } = command {
        return receive::receive(state, command, world);
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
        Command::RecordIdentityAsked { on, doubt, reason } => {
            happened(on, from, world)?;
            reason.ok_or_else(|| {
                unwritten(
                    RuleId::ID_1,
                    "Identity may be asked for only where there is doubt.",
                    "Write why there is doubt.",
                )
            })?;
            Ok(asked(state, on, world, Event::IdentityAsked { doubt }, RuleId::TIME_5))
        }
        Command::RecordIdentityInsufficient { on, reason } => {
            happened(on, from, world)?;
            reason.ok_or_else(|| {
                unwritten(RuleId::ID_4, "The person has to know what is missing.", "Write what is missing.")
            })?;
            Ok(asked(state, on, world, Event::IdentityInsufficient {}, RuleId::TIME_5))
        }
        Command::RecordIdentityReceived { on, level, reason, destroy } => {
            happened(on, from, world)?;
            identity_received(on, level, reason, destroy)
        }
        Command::RecordAuthorityAsked { on, reason } => {
            happened(on, from, world)?;
            reason.ok_or_else(|| {
                unwritten(RuleId::AUTH_1, "Which proof of authority was asked for?", "Write which.")
            })?;
            Ok(asked(state, on, world, Event::AuthorityAsked {}, RuleId::TIME_5))
        }
        Command::RecordAuthorityReceived { on, authority, valid_until } => {
            happened(on, from, world)?;
            let mut decision =
                Decision::of(Happened::new(on, Event::AuthorityReceived { authority, valid_until }.into()));
            if valid_until.is_some_and(|until| until < world.today) {
                decision.advisories.push(Advisory {
                    rule: RuleId::AUTH_1,
                    sentence: "This authority has ended. Ask for one that still holds.".to_owned(),
                });
            }
            Ok(decision)
        }
        Command::RecordQuestionAsked { on, text } => {
            text.ok_or_else(|| {
                unwritten(RuleId::TIME_7, "Which question was asked?", "Write the question.")
            })?;
            plain(on, from, world, Event::QuestionAsked {})
        }
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
            Ok(asked(state, on, world, Event::ClarificationAsked {}, RuleId::TIME_7))
        }
        Command::RecordClarificationEnded { on, refused: false } => {
            plain(on, from, world, Event::ClarificationReceived {})
        }
        Command::RecordClarificationEnded { on, refused: true } => {
            plain(on, from, world, Event::ClarificationRefused {})
        }
        Command::RecordFeeAsked { on, basis, reason } => {
            reason.ok_or_else(|| {
                unwritten(RuleId::FEE_1, "A fee needs its amount and basis.", "Write both.")
            })?;
            happened(on, from, world)?;
            let event = Event::FeeAsked { basis: Some(basis) };
            match basis {
                FeeBasis::Excessive => Ok(asked(state, on, world, event, RuleId::TIME_5)),
                FeeBasis::FurtherCopies => Ok(Decision::of(Happened::new(on, event.into()))),
            }
        }
        Command::RecordFeePaid { on, basis } => plain(on, from, world, Event::FeePaid { basis: Some(basis) }),
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
        Command::RecordAnsweredOutside { on, channel, what, document } => {
            what.ok_or_else(|| {
                unwritten(RuleId::REC_1, "What was sent has to be known.", "Write what was sent.")
            })?;
            happened(on, from, world)?;
            Ok(answered_outside(state, on, channel, document, world))
        }
        Command::RecordWithdrawn { on } => plain(on, from, world, Event::Withdrawn {}),
        Command::RecordSubjectDied { on } => plain(on, from, world, Event::SubjectDied {}),
        Command::Correct { today, entry, right_day, reason } => {
            correct::correct(state, from, today, entry, right_day, reason, world)
        }
        Command::Search(command) => search::decide(state, from, command, world),
        Command::Paper(command) => papers::decide(state, from, command, world),
        Command::Post(command) => post::decide(state, from, command, world),
        Command::WriteNote { on, text, sort } => {
            text.ok_or_else(|| unwritten(RuleId::REC_1, "The note is empty.", "Write the note."))?;
            Ok(Decision::of(Happened::new(on, Common::NoteWritten { sort }.into())))
        }
        Command::MakeLetterFinal { .. } => make_final(state, command, world),
        Command::RecordLetterSent { on, letter, channel, class } => {
            happened(on, from, world)?;
            record_sent(state, on, letter, channel, class, world)
        }
        Command::VoidLetter { on, letter, reason } => void(state, on, letter, reason),
        Command::Close { on, resolution, reason } => close(state, on, resolution, reason, world),
        Command::Reopen { on, reason } => reopen(state, on, reason),
        Command::RecordExported { on, files, through, reason, audience, wrapping, manifest_sha256 } => {
            reason.ok_or_else(|| {
                unwritten(
                    RuleId::EXP_4,
                    "An export is recorded with its purpose.",
                    "Write for whom it is and why.",
                )
            })?;
            let exported = Common::CaseExported { files, through, audience, wrapping, manifest_sha256 };
            Ok(Decision::of(Happened::new(on, exported.into())))
        }
    }
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
