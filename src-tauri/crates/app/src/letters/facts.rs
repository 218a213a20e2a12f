//! What a letter may know, gathered from the case, the settings and the draft.

use casebook_cases::codes::{ExtensionReason, LetterKind};
use casebook_cases::subject_request::{Party, State, Wait};
use casebook_law::clock::{Act, Fact};
use casebook_law::{Calendar, civil};
use casebook_letters::{
    Addressee, Circumstances, ClosingGround, ExtensionGround, Fee, HeadMark, LetterFacts, Organisation,
    TextSize,
};
use chrono::NaiveDate;

use super::DraftLetter;
use super::choices::pence;
use super::recipients::subject_name;
use crate::errors::{AppError, bug};
use crate::open::Inner;
use crate::settings::Desk;
use crate::views::case::CaseFile;
use crate::views::letter::{drawn_kind, kind_of};

/// Days given to somebody outside to say what they think (REF-5).
const THIRD_PARTY_DAYS: u32 = 14;

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
        let calendar = &file.calendar;
        let head = self.store.case_head(Some(draft.case))?;
        let circumstances = circumstances(file, draft, settings.desk, calendar, today);
        Ok(LetterFacts {
            kind: drawn_kind(draft.kind),
            draft: number.is_none(),
            reference: received.reference.clone(),
            number,
            dated_on: draft.dated_from(today),
            organisation: Organisation { logo: self.logo()?, ..settings.organisation },
            regulator: settings.regulator,
            dpo: settings.dpo,
            addressee: Addressee {
                lines: draft.addressee.clone(),
                salutation: draft.salutation.clone(),
                named: names_somebody(draft.salutation.reveal()),
            },
            your_reference: addressee(&file.state, draft)
                .and_then(|party| file.first_said(party, "their_reference"))
                .map(casebook_personal::Personal::new),
            received_on: received.on,
            channel_words: received.channel.words().to_owned(),
            rights: received.rights.clone(),
            last_day: file.state.last_day(calendar, file.settings, today),
            written: draft.fields.clone(),
            not_applicable: draft.not_applicable.clone(),
            enclosures: draft.enclosures.clone(),
            head: number.map(|_| HeadMark { case_seq: head.seq, short: head.short() }),
            envelope: settings.envelope,
            text_size: if draft.large_print { TextSize::Large } else { TextSize::Standard },
            electronic: draft.electronic,
            circumstances,
        })
    }
}

/// To whom of the case a draft goes; the person the data is about, where it does not say.
fn addressee<'a>(state: &'a State, draft: &DraftLetter) -> Option<&'a Party> {
    draft.party.map_or_else(|| state.subject(), |party| state.party(party))
}

/// What only some letters speak of. No date in it is typed.
fn circumstances(
    file: &CaseFile,
    draft: &DraftLetter,
    desk: Desk,
    calendar: &Calendar,
    today: NaiveDate,
) -> Circumstances {
    let kind = kind_of(draft.kind);
    let state = &file.state;
    let on = draft.dated_from(today);
    let mut known =
        Circumstances { subject_name: subject_name(file, kind, draft.party), ..Circumstances::default() };
    match kind {
        LetterKind::L02 | LetterKind::L03 => known.reply_by = civil::plus_months(on, desk.id_close_months),
        LetterKind::L04 => known.reply_by = civil::plus_months(on, desk.clarification_close_months),
        LetterKind::L33 => known.reply_by = civil::plus_days(on, THIRD_PARTY_DAYS),
        LetterKind::L05 => {
            let amount = pence(&draft.fee).zip(draft.choices.fee);
            known.fee = amount.map(|(pence, basis)| Fee { pence, basis });
        }
        LetterKind::L06 => {
            known.extension_ground = draft.choices.ground.map(|ground| match ground {
                ExtensionReason::Complex => ExtensionGround::Complex,
                ExtensionReason::Number => ExtensionGround::Number,
            });
            known.extended_last_day = last_day_extended(file, on, calendar, today);
        }
        LetterKind::L30 => {
            let awaited = state.waits().into_iter().find_map(|wait| match wait {
                Wait::Identity(since) => Some((ClosingGround::Identity, since)),
                Wait::Authority(since) => Some((ClosingGround::Authority, since)),
                Wait::Clarification(since) => Some((ClosingGround::Clarification, since)),
                Wait::Fee(_) => None,
            });
            known.closing_ground = awaited.map(|(ground, _)| ground);
            known.asked_on = awaited.map(|(_, since)| since);
        }
        LetterKind::L34 => known.withdrawn_on = state.withdrawn_on,
        LetterKind::L00
        | LetterKind::L01
        | LetterKind::L07
        | LetterKind::L08
        | LetterKind::L11
        | LetterKind::L12
        | LetterKind::L32
        | LetterKind::L36 => {}
    }
    known
}

/// The last day as the clock would count it, were notice of an extension given on a day (TIME-10).
fn last_day_extended(
    file: &CaseFile,
    notice: NaiveDate,
    calendar: &Calendar,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let mut state = file.state.clone();
    state.facts.push(Fact { on: notice, act: Act::Extended });
    state.last_day(calendar, file.settings, today)
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
