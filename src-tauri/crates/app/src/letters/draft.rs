//! A letter while it is written.

use std::collections::BTreeMap;

use casebook_cases::{CaseId, LetterId, PartyId};
use casebook_ipc::{LetterKeep, LetterKindCode, LetterRecipient};
use casebook_letters::{Enclosure, LetterFacts, TextSize, fields};
use casebook_personal::Personal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::choices::Choices;
use crate::errors::{AppError, bug};
use crate::open::Inner;
use crate::text::one_line;
use crate::views::letter::drawn_kind;

const KEY: &str = "letter/";
/// How a letter begins while nobody knows to whom it goes.
const TO_NOBODY: &str = "Dear Sir or Madam";

/// A draft, as it is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct DraftLetter {
    /// The letter.
    pub(crate) letter: LetterId,
    /// Its case.
    pub(crate) case: CaseId,
    /// Its kind.
    pub(crate) kind: LetterKindCode,
    /// How often it was kept.
    #[serde(skip)]
    pub(crate) revision: u64,
    /// Name and address, in lines.
    pub(crate) addressee: Vec<Personal<String>>,
    /// The salutation.
    pub(crate) salutation: Personal<String>,
    /// The date to be printed.
    pub(crate) dated_on: NaiveDate,
    /// 18 pt.
    pub(crate) large_print: bool,
    /// Goes by an electronic way.
    pub(crate) electronic: bool,
    /// What is written, by key.
    pub(crate) fields: BTreeMap<String, Personal<String>>,
    /// Why a field does not apply, by key.
    pub(crate) not_applicable: BTreeMap<String, Personal<String>>,
    /// What is enclosed.
    pub(crate) enclosures: Vec<Enclosure>,
    /// To whom of the case it goes; none if the case knows nobody it could go to.
    #[serde(default)]
    pub(crate) party: Option<PartyId>,
    /// What was chosen from closed lists.
    #[serde(default)]
    pub(crate) choices: Choices,
    /// The fee in pounds, as typed.
    #[serde(default)]
    pub(crate) fee: String,
}

impl DraftLetter {
    /// A new draft to somebody, with the starting texts of its kind.
    pub(crate) fn new(
        letter: LetterId,
        case: CaseId,
        kind: LetterKindCode,
        to: Option<&LetterRecipient>,
        today: NaiveDate,
    ) -> Self {
        let starting = fields(drawn_kind(kind)).iter().filter(|field| !field.starting_text.is_empty());
        Self {
            letter,
            case,
            kind,
            revision: 0,
            addressee: to.map(|to| to.addressee.clone()).unwrap_or_default(),
            salutation: to.map_or_else(|| Personal::new(TO_NOBODY.to_owned()), |to| to.salutation.clone()),
            dated_on: today,
            large_print: to.is_some_and(|to| to.large_print),
            electronic: to.is_some_and(|to| to.electronic),
            fields: starting
                .map(|field| (field.key.to_owned(), Personal::new(field.starting_text.to_owned())))
                .collect(),
            not_applicable: BTreeMap::new(),
            enclosures: Vec::new(),
            party: to.map(|to| to.party),
            choices: Choices::default(),
            fee: String::new(),
        }
    }

    /// Begins its fields with what the case and the registers say, in place of the template's texts.
    pub(crate) fn begin_with(&mut self, texts: &BTreeMap<&'static str, String>) {
        for field in fields(drawn_kind(self.kind)) {
            if let Some(text) = texts.get(field.key) {
                self.fields.insert(field.key.to_owned(), Personal::new(text.clone()));
            }
        }
    }

    /// Takes over what was written in an earlier letter that is to be sent again.
    pub(crate) fn begin_again(&mut self, facts: LetterFacts) {
        self.fields = facts.written;
        self.not_applicable = facts.not_applicable;
        self.enclosures = facts.enclosures;
    }

    /// The day printed on it, if it becomes final today: never a day that is over (TIME-13).
    pub(crate) fn dated_from(&self, today: NaiveDate) -> NaiveDate {
        self.dated_on.max(today)
    }

    /// A final letter in the form of a draft, to be shown; empty where its facts were erased.
    pub(crate) fn of_facts(
        letter: LetterId,
        case: CaseId,
        kind: LetterKindCode,
        facts: Option<&LetterFacts>,
    ) -> Self {
        Self {
            letter,
            case,
            kind,
            revision: 0,
            addressee: facts.map(|facts| facts.addressee.lines.clone()).unwrap_or_default(),
            salutation: facts.map(|facts| facts.addressee.salutation.clone()).unwrap_or_default(),
            dated_on: facts.map_or(NaiveDate::MIN, |facts| facts.dated_on),
            large_print: facts.is_some_and(|facts| facts.text_size == TextSize::Large),
            electronic: facts.is_some_and(|facts| facts.electronic),
            fields: facts.map(|facts| facts.written.clone()).unwrap_or_default(),
            not_applicable: facts.map(|facts| facts.not_applicable.clone()).unwrap_or_default(),
            enclosures: facts.map(|facts| facts.enclosures.clone()).unwrap_or_default(),
            party: None,
            choices: Choices::default(),
            fee: String::new(),
        }
    }

    /// Its key among the drafts.
    pub(crate) fn key(&self) -> String {
        key(self.letter)
    }

    /// Takes over what was typed.
    ///
    /// # Errors
    /// If something was chosen that is on no list.
    pub(crate) fn take(&mut self, request: &LetterKeep) -> Result<(), AppError> {
        self.choices = Choices::read(&request.choices)?;
        self.fee = one_line(&request.fee);
        self.party = request.party;
        self.addressee = request
            .addressee
            .iter()
            .map(|line| Personal::new(one_line(line.reveal())))
            .filter(|line| !line.is_blank())
            .collect();
        self.salutation = Personal::new(one_line(request.salutation.reveal()));
        self.dated_on = request.dated_on;
        self.large_print = request.large_print;
        self.electronic = request.electronic;
        self.fields.clone_from(&request.fields);
        self.not_applicable.clone_from(&request.not_applicable);
        self.enclosures = request
            .enclosures
            .iter()
            .map(|each| Enclosure { title: Personal::new(one_line(each.title.reveal())), pages: each.pages })
            .collect();
        Ok(())
    }
}

fn key(letter: LetterId) -> String {
    format!("{KEY}{letter}")
}

impl Inner {
    /// A draft letter by its id.
    pub(crate) fn letter_draft(&self, letter: LetterId) -> Result<Option<DraftLetter>, AppError> {
        self.store.draft(&key(letter))?.map(|draft| read(&draft)).transpose()
    }

    /// The draft letters of a case.
    pub(crate) fn letter_drafts(&self, case: CaseId) -> Result<Vec<DraftLetter>, AppError> {
        self.store.drafts_of(case)?.iter().filter(|draft| draft.key.starts_with(KEY)).map(read).collect()
    }

    /// The draft letters of every case, the one begun first first.
    pub(crate) fn every_letter_draft(&self) -> Result<Vec<DraftLetter>, AppError> {
        self.store.drafts_beginning(KEY)?.iter().map(read).collect()
    }

    /// Keeps a draft letter; its revision grows.
    pub(crate) fn keep_letter_draft(&self, mut draft: DraftLetter) -> Result<DraftLetter, AppError> {
        let body = serde_json::to_string(&draft).map_err(|_| bug("draft-shape"))?;
        draft.revision = self.store.draft_keep(&draft.key(), Some(draft.case), &Personal::new(body))?;
        Ok(draft)
    }
}

fn read(draft: &casebook_store::Draft) -> Result<DraftLetter, AppError> {
    let mut letter: DraftLetter =
        serde_json::from_str(draft.body.reveal()).map_err(|_| bug("draft-shape"))?;
    letter.revision = draft.revision;
    Ok(letter)
}
