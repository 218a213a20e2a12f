//! Recording what has happened in a case (REC-1).

use casebook_cases::codes::{Channel, ExtensionReason};
use casebook_cases::{Command, Written};
use casebook_ipc::{CaseRecord, CaseView, ExtensionGroundCode, HappeningCode, IpcError};

use crate::errors::{AppError, Done};
use crate::open::Open;
use crate::record::Text;

impl Open {
    pub(crate) fn record_in_case(&self, request: &CaseRecord) -> Done<CaseView> {
        complete(request)?;
        let (command, kind, name) = command(request);
        let text = Text::written(kind, name, request.text.reveal());
        self.record_and_show(request.command_id, request.case, request.version, command, text)
    }
}

/// What the record needs beyond its day and its text.
fn complete(request: &CaseRecord) -> Result<(), AppError> {
    match request.what {
        HappeningCode::Extended if request.ground.is_none() => {
            Err(IpcError::field("ground", "Choose the ground that the notice gave.").into())
        }
        HappeningCode::AnsweredOutside if request.channel.is_none() => {
            Err(IpcError::field("channel", "Choose how the answer went.").into())
        }
        _ => Ok(()),
    }
}

/// The command, and the event and particular that its text belongs to.
fn command(request: &CaseRecord) -> (Command, &'static str, &'static str) {
    let on = request.on;
    let written = Written::of(request.text.reveal());
    match request.what {
        HappeningCode::IdentityAsked => {
            (Command::RecordIdentityAsked { on, reason: written }, "identity.asked", "reason")
        }
        HappeningCode::IdentityReceived => {
            (Command::RecordIdentityReceived { on }, "identity.received", "note")
        }
        HappeningCode::IdentityWaived => {
            (Command::RecordIdentityWaived { on, reason: written }, "identity.waived", "reason")
        }
        HappeningCode::ClarificationAsked => {
            (Command::RecordClarificationAsked { on, reason: written }, "clarification.asked", "reason")
        }
        HappeningCode::ClarificationReceived => {
            (Command::RecordClarificationEnded { on, refused: false }, "clarification.received", "note")
        }
        HappeningCode::ClarificationRefused => {
            (Command::RecordClarificationEnded { on, refused: true }, "clarification.refused", "note")
        }
        HappeningCode::FeeAsked => (Command::RecordFeeAsked { on, reason: written }, "fee.asked", "reason"),
        HappeningCode::FeePaid => (Command::RecordFeePaid { on }, "fee.paid", "note"),
        HappeningCode::Extended => {
            let reason = match request.ground {
                Some(ExtensionGroundCode::Number) => ExtensionReason::Number,
                Some(ExtensionGroundCode::Complex) | None => ExtensionReason::Complex,
            };
            (Command::RecordExtension { on, reason, reasons: written }, "extension.notified", "reason")
        }
        HappeningCode::AnsweredOutside => {
            let channel = request.channel.map_or(Channel::Other, super::channel);
            (Command::RecordAnsweredOutside { on, channel, what: written }, "right.answered", "what")
        }
        HappeningCode::Withdrawn => (Command::RecordWithdrawn { on }, "request.withdrawn", "note"),
        HappeningCode::NoteWritten => (Command::WriteNote { on, text: written }, "note.written", "text"),
    }
}
