//! What a letter may know, gathered from the case, the settings and the draft.

use casebook_law::clock::Settings as ClockSettings;
use casebook_letters::{Addressee, HeadMark, LetterFacts, TextSize};
use chrono::NaiveDate;

use super::DraftLetter;
use crate::errors::{AppError, bug};
use crate::open::Inner;
use crate::views::case::CaseFile;
use crate::views::letter::drawn_kind;

impl Inner {
    /// The facts of a draft, or, with its number, of the letter that is about to be made final.
    pub(super) fn letter_facts(
        &self,
        file: &CaseFile,
        draft: &DraftLetter,
        number: Option<u32>,
        today: NaiveDate,
    ) -> Result<LetterFacts, AppError> {
        let settings = self.settings()?;
        let received = file.state.received.as_ref().ok_or_else(|| bug("case-without-request"))?;
        let calendar = Self::calendar_of(&file.state);
        let head = self.store.case_head(Some(draft.case))?;
        Ok(LetterFacts {
            kind: drawn_kind(draft.kind),
            draft: number.is_none(),
            reference: received.reference.clone(),
            number,
            dated_on: draft.dated_on,
            organisation: settings.organisation,
            regulator: settings.regulator,
            dpo: settings.dpo,
            addressee: Addressee {
                lines: draft.addressee.clone(),
                salutation: draft.salutation.clone(),
                named: names_somebody(draft.salutation.reveal()),
            },
            your_reference: file
                .state
                .subject()
                .and_then(|_| file.particular(2, "their_reference"))
                .map(casebook_personal::Personal::new),
            received_on: received.on,
            channel_words: received.channel.words().to_owned(),
            rights: received.rights.clone(),
            last_day: file.state.last_day(&calendar, ClockSettings::default(), today),
            written: draft.fields.clone(),
            not_applicable: draft.not_applicable.clone(),
            enclosures: draft.enclosures.clone(),
            head: number.map(|_| HeadMark { case_seq: head.seq, short: head.short() }),
            envelope: settings.envelope,
            text_size: if draft.large_print { TextSize::Large } else { TextSize::Standard },
            electronic: false,
        })
    }
}

/// Whether a salutation names the person: then the letter closes "Yours sincerely", otherwise "Yours faithfully".
fn names_somebody(salutation: &str) -> bool {
    !salutation
        .to_lowercase()
        .split_whitespace()
        .any(|word| word == "sir" || word == "madam" || word == "sirs")
}
