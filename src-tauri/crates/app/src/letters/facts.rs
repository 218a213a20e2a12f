//! What a letter may know, gathered from the case, the settings and the draft.

use casebook_law::clock::Settings as ClockSettings;
use casebook_letters::{Addressee, Circumstances, HeadMark, LetterFacts, TextSize};
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
                .and_then(|party| file.first_said(party, "their_reference"))
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
            electronic: draft.electronic,
            circumstances: Circumstances::default(),
        })
    }
}

/// Whether a salutation names the person: then the letter closes "Yours sincerely", otherwise "Yours faithfully". "Dear Sir
/// John Smith" names him.
fn names_somebody(salutation: &str) -> bool {
    const NOBODY: [&str; 8] = ["dear", "sir", "sirs", "madam", "mesdames", "or", "and", "all"];
    let lower = salutation.to_lowercase();
    lower.split(|c: char| !c.is_alphabetic()).any(|word| !word.is_empty() && !NOBODY.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::names_somebody;

    #[test]
    fn a_title_alone_names_nobody() {
        for nobody in ["Dear Sir or Madam", "Dear Sir/Madam", "Dear Sirs", "Dear all", ""] {
            assert!(!names_somebody(nobody), "{nobody}");
        }
        for somebody in ["Dear Ms Osei", "Dear Sir John Smith", "Dear Žółć"] {
            assert!(names_somebody(somebody), "{somebody}");
        }
    }
}
