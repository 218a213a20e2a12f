//! What became of a final letter: sent, arrived, came back, or declared void. Each is an entry of its own, and what is to
//! be borne in mind about it comes with the answer.

use casebook_cases::subject_request::PostCommand;
use casebook_cases::{Command, TaskId, Written};
use casebook_ipc::{CaseView, LetterRecordDelivered, LetterRecordReturned, LetterRecordSent, LetterVoid};

use crate::cases::{channel, postal_class};
use crate::errors::Done;
use crate::open::Open;
use crate::record::Text;
use crate::text::one_line;

impl Open {
    pub(crate) fn record_letter_sent(&self, request: &LetterRecordSent) -> Done<CaseView> {
        let case = self.inner().case_of_letter(request.letter)?.0;
        let command = Command::RecordLetterSent {
            on: request.on,
            letter: request.letter,
            channel: channel(request.channel),
            class: request.class.map(postal_class),
        };
        let texts = sent_texts(request.tracking.reveal(), request.place.reveal());
        self.record_and_show(request.command_id, case, request.case_version, command, texts)
    }

    pub(crate) fn record_letter_delivered(&self, request: &LetterRecordDelivered) -> Done<CaseView> {
        let case = self.inner().case_of_letter(request.letter)?.0;
        let command = Command::Post(PostCommand::Delivered { on: request.on, letter: request.letter });
        let proof = Text::written("letter.delivered", "proof", request.proof.reveal());
        self.record_and_show(request.command_id, case, request.case_version, command, proof)
    }

    pub(crate) fn record_letter_returned(&self, request: &LetterRecordReturned) -> Done<CaseView> {
        let case = self.inner().case_of_letter(request.letter)?.0;
        let command = Command::Post(PostCommand::Returned {
            on: request.on,
            letter: request.letter,
            reason: request.reason,
            task: TaskId::new(self.ports.ids.next()),
        });
        let note = Text::written("letter.returned", "note", request.note.reveal());
        self.record_and_show(request.command_id, case, request.case_version, command, note)
    }

    pub(crate) fn void_letter(&self, request: &LetterVoid) -> Done<CaseView> {
        // What is just being printed is not void before it is recorded as printed.
        let _printing = self.printing();
        let case = self.inner().case_of_letter(request.letter)?.0;
        let reason = request.reason.reveal();
        let command = Command::VoidLetter {
            on: self.ports.time.today(),
            letter: request.letter,
            reason: Written::of(reason),
        };
        let text = Text::written("letter.voided", "reason", reason);
        self.record_and_show(request.command_id, case, request.case_version, command, text)
    }
}

/// What is written about a letter that went out.
pub(super) fn sent_texts(tracking: &str, place: &str) -> Vec<Text> {
    const KIND: &str = "letter.sent";
    [Text::written(KIND, "tracking", &one_line(tracking)), Text::written(KIND, "place", &one_line(place))]
        .into_iter()
        .flatten()
        .collect()
}
