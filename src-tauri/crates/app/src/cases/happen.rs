//! Recording what has happened in a case (REC-1).

use casebook_cases::codes::{Channel, ExtensionReason, FeeBasis};
use casebook_cases::{Command, TaskId, Written};
use casebook_ipc::{CaseRecord, CaseView, ExtensionGroundCode, HappeningCode, IpcError};

use crate::errors::{AppError, Done};
use crate::open::Open;
use crate::record::Text;

/// Days a copy of a proof of identity is kept after it was checked (ID-3).
pub(crate) const IDENTITY_COPY_DAYS: u64 = 1;

impl Open {
    pub(crate) fn record_in_case(&self, request: &CaseRecord) -> Done<CaseView> {
        complete(request)?;
        let (command, kind, name) = self.happening(request);
        let text = Text::written(kind, name, request.text.reveal());
        self.record_and_show(request.command_id, request.case, request.version, command, text)
    }

    /// The command, and the event and particular that its text belongs to.
    fn happening(&self, request: &CaseRecord) -> (Command, &'static str, &'static str) {
        let on = request.on;
        let written = Written::of(request.text.reveal());
        let basis = request.basis.unwrap_or(FeeBasis::Excessive);
        match request.what {
            HappeningCode::IdentityAsked => (
                Command::RecordIdentityAsked { on, doubt: request.doubt, reason: written },
                "identity.asked",
                "reason",
            ),
            HappeningCode::IdentityInsufficient => (
                Command::RecordIdentityInsufficient { on, reason: written },
                "identity.insufficient",
                "reason",
            ),
            HappeningCode::IdentityReceived => {
                let due = on.checked_add_days(chrono::Days::new(IDENTITY_COPY_DAYS)).unwrap_or(on);
                let destroy = Some((TaskId::new(self.ports.ids.next()), due));
                let level = request.level;
                let command = Command::RecordIdentityReceived { on, level, reason: written, destroy };
                (command, "identity.received", "note")
            }
            HappeningCode::IdentityWaived => {
                (Command::RecordIdentityWaived { on, reason: written }, "identity.waived", "reason")
            }
            HappeningCode::AuthorityAsked => {
                (Command::RecordAuthorityAsked { on, reason: written }, "authority.asked", "reason")
            }
            HappeningCode::AuthorityReceived => {
                let authority = request.authority.unwrap_or(casebook_cases::codes::AuthorityType::Other);
                let valid_until = request.valid_until;
                let command = Command::RecordAuthorityReceived { on, authority, valid_until };
                (command, "authority.received", "note")
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
            HappeningCode::QuestionAsked => {
                (Command::RecordQuestionAsked { on, text: written }, "question.asked", "text")
            }
            HappeningCode::FeeAsked => {
                (Command::RecordFeeAsked { on, basis, reason: written }, "fee.asked", "reason")
            }
            HappeningCode::FeePaid => (Command::RecordFeePaid { on, basis }, "fee.paid", "note"),
            HappeningCode::Extended => {
                let reason = match request.ground {
                    Some(ExtensionGroundCode::Number) => ExtensionReason::Number,
                    Some(ExtensionGroundCode::Complex) | None => ExtensionReason::Complex,
                };
                (Command::RecordExtension { on, reason, reasons: written }, "extension.notified", "reason")
            }
            HappeningCode::AnsweredOutside => {
                let channel = request.channel.map_or(Channel::Other, super::channel);
                let command = Command::RecordAnsweredOutside { on, channel, what: written, document: None };
                (command, "right.answered", "what")
            }
            HappeningCode::Withdrawn => (Command::RecordWithdrawn { on }, "request.withdrawn", "note"),
            HappeningCode::SubjectDied => (Command::RecordSubjectDied { on }, "subject.died", "note"),
            HappeningCode::NoteWritten => {
                (Command::WriteNote { on, text: written, sort: request.sort }, "note.written", "text")
            }
        }
    }
}

/// What the record needs beyond its day and its text.
fn complete(request: &CaseRecord) -> Result<(), AppError> {
    let missing = match request.what {
        HappeningCode::Extended if request.ground.is_none() => {
            Some(("ground", "Choose the ground that the notice gave."))
        }
        HappeningCode::AnsweredOutside if request.channel.is_none() => {
            Some(("channel", "Choose how the answer went."))
        }
        HappeningCode::AuthorityReceived if request.authority.is_none() => {
            Some(("authority", "Choose what the proof is."))
        }
        HappeningCode::IdentityAsked if request.doubt.is_none() => {
            Some(("doubt", "Choose why there is doubt."))
        }
        HappeningCode::IdentityReceived if request.level.is_none() => {
            Some(("level", "Choose how identity was shown."))
        }
        _ => None,
    };
    missing.map_or(Ok(()), |(field, message)| Err(IpcError::field(field, message).into()))
}
