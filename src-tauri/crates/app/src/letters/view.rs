//! A letter as its page shows it: a draft with everything that can be changed on it and what stands in its way, or a
//! final letter as it is frozen.

use casebook_cases::codes::LetterKind;
use casebook_cases::subject_request::{LetterProgress, LetterStage, World, advice_on, may_make_final};
use casebook_cases::{CaseId, Event, LetterId, common};
use casebook_ipc::{
    ClauseView, EnclosureForm, EnvelopeView, FieldLine, FieldView, GateView, LetterStateCode, LetterView,
    PageRect, ReadyText, SentView,
};
use casebook_law::words;
use casebook_letters::{EnvelopeProfile, LetterFacts, RectMm, Rendered, envelope_overlay, fields, render};
use casebook_personal::Personal;
use chrono::NaiveDate;

use super::choices::pence;
use super::lines::{holds, pages_given, pages_told, stand};
use super::recipients::{mail_warning, recipients};
use super::{BLOB, DraftLetter, no_letter, progress_hash};
use crate::cases::channel_code;
use crate::errors::AppError;
use crate::open::{Drawn, Inner, Open};
use crate::tray;
use crate::views::case::CaseFile;
use crate::views::clock::clock_view;
use crate::views::letter::{drawn_kind, kind_code, kind_of, stage_words, state_code};

impl Inner {
    pub(super) fn draft_view(
        &mut self,
        open: &Open,
        file: &CaseFile,
        draft: &DraftLetter,
    ) -> Result<LetterView, AppError> {
        let today = open.ports.time.today();
        let kind = kind_of(draft.kind);
        let facts = self.letter_facts(file, draft, None, today)?;
        let mut view = LetterView { dated_on: facts.dated_on, ..view_of(file, draft) };
        match render(&facts) {
            Ok(drawn) => {
                view.pages = drawn.pages;
                view.gates = gates(&drawn);
                self.drawn = Some(Drawn { letter: draft.letter, revision: draft.revision, pdf: drawn.pdf });
            }
            Err(error) => {
                view.blob = String::new();
                let sentence = format!("This letter cannot be drawn: {error}.");
                view.gates.push(GateView { rule: String::new(), field: None, sentence, blocks: true });
            }
        }
        let world = World { today, calendar: &file.calendar, settings: file.settings };
        for advice in advice_on(&file.state, kind, &world) {
            let rule = advice.rule.to_string();
            view.gates.push(GateView { rule, field: None, sentence: advice.sentence, blocks: false });
        }
        if let Err(refusal) = may_make_final(&file.state, kind, &world) {
            let sentence = format!("{} {}", refusal.reason, refusal.remedy);
            view.gates.push(GateView { rule: refusal.rule.to_string(), field: None, sentence, blocks: true });
        }
        view.gates.extend(own_gates(file, draft));
        let lines = self.field_lines(file, kind, today)?;
        for field in &mut view.fields {
            let gate =
                view.gates.iter().find(|gate| gate.blocks && gate.field.as_deref() == Some(&field.key));
            field.problem = gate.map(|gate| gate.sentence.clone());
            field.lines = lines
                .get(field.key.as_str())
                .map_or_else(Vec::new, |lines| lines.iter().map(|line| field_line(field, line)).collect());
        }
        view.recipients = recipients(file, kind);
        view.party = draft.party;
        view.choices = draft.choices.view(kind);
        view.fee = (kind == LetterKind::L05).then(|| draft.fee.clone());
        view.envelope = envelope(&self.settings()?.envelope).filter(|_| !draft.electronic);
        view.post_by_words = post_by_words(file, draft, today);
        Ok(view)
    }

    pub(super) fn final_view(
        &mut self,
        open: &Open,
        case: CaseId,
        file: &CaseFile,
        letter: LetterId,
    ) -> Result<LetterView, AppError> {
        let progress = *file.state.letter(letter).ok_or_else(no_letter)?;
        let facts = self.store.particular(progress.finalised_at, "facts")?;
        let facts: Option<LetterFacts> = facts.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let draft = DraftLetter::of_facts(letter, case, kind_code(progress.kind), facts.as_ref());
        let mut view = view_of(file, &draft);
        view.state = state_code(&progress);
        view.state_words = stage_words(&progress);
        view.number = Some(format!("{}/{}", file.reference(), progress.number));
        view.sha256 = Some(progress_hash(self, &progress)?);
        view.pages = progress_pages(file, letter);
        view.blob = format!("{BLOB}{letter}/final");
        view.sent = progress.stage.sent().map(|sent| SentView {
            channel: channel_code(sent.channel),
            on: sent.on,
            words: stage_words(&progress),
        });
        view.came_back = came_back(&progress);
        view.mail_warning = mail_warning(file, &view.addressee);
        view.envelope =
            facts.as_ref().and_then(|facts| envelope(&facts.envelope)).filter(|_| !draft.electronic);
        if let Some(row) = self.store.letter(letter)? {
            view.post_by_words = tray::post_by_words(&row, &self.post_time()?, open.ports.time.today());
        }
        Ok(view)
    }
}

/// What the draft itself says, without what only a draft or only a final letter has.
fn view_of(file: &CaseFile, draft: &DraftLetter) -> LetterView {
    let kind = drawn_kind(draft.kind);
    let field_view = |field: &casebook_letters::FieldSpec| FieldView {
        key: field.key.to_owned(),
        label: field.label.to_owned(),
        help: field.help.to_owned(),
        rule: field.rule.to_owned(),
        required: field.required,
        may_not_apply: field.may_not_apply,
        rows: u32::from(field.rows),
        value: draft.fields.get(field.key).cloned().unwrap_or_default(),
        does_not_apply: draft.not_applicable.get(field.key).cloned(),
        starting_reason: field.starting_reason.to_owned(),
        problem: None,
        lines: Vec::new(),
        lines_stand: stand(field.key),
        ready: field
            .choices
            .iter()
            .map(|choice| ReadyText { label: choice.label.to_owned(), text: choice.text.to_owned() })
            .collect(),
    };
    LetterView {
        letter: draft.letter,
        case: draft.case,
        case_version: file.state.version,
        reference: file.reference(),
        kind: draft.kind,
        title: kind.title().to_owned(),
        state: LetterStateCode::Draft,
        state_words: "Draft".to_owned(),
        number: None,
        revision: draft.revision,
        addressee: draft.addressee.clone(),
        salutation: draft.salutation.clone(),
        dated_on: draft.dated_on,
        large_print: draft.large_print,
        electronic: draft.electronic,
        fields: fields(kind).iter().map(field_view).collect(),
        enclosures: draft
            .enclosures
            .iter()
            .map(|each| EnclosureForm { title: each.title.clone(), pages: each.pages })
            .collect(),
        clauses: casebook_letters::clauses(kind)
            .into_iter()
            .map(|clause| ClauseView { id: clause.id.to_owned(), title: clause.title.to_owned() })
            .collect(),
        gates: Vec::new(),
        pages: 0,
        blob: format!("{BLOB}{}/{}", draft.letter, draft.revision),
        sha256: None,
        sent: None,
        post_by_words: String::new(),
        recipients: Vec::new(),
        party: draft.party,
        choices: Vec::new(),
        fee: None,
        envelope: None,
        came_back: None,
        mail_warning: None,
    }
}

fn field_line(field: &FieldView, line: &str) -> FieldLine {
    let chosen = holds(field.value.reveal(), line, field.lines_stand);
    FieldLine { text: Personal::new(line.to_owned()), chosen }
}

fn gates(drawn: &Rendered) -> Vec<GateView> {
    drawn
        .gates
        .iter()
        .map(|gate| GateView {
            rule: gate.rule.clone(),
            field: gate.field.clone(),
            sentence: gate.sentence.clone(),
            blocks: gate.blocks,
        })
        .collect()
}

/// What neither the drawing nor the case can see: whether the numbers of pages in the letter are those of the case
/// (TRUE-1) and of what was put together (PACK-1), whether the letter asks about doubt without naming it (ID-1), and
/// whether a fee is an amount of money.
fn own_gates(file: &CaseFile, draft: &DraftLetter) -> Vec<GateView> {
    let kind = kind_of(draft.kind);
    let mut gates = Vec::new();
    let mut add = |rule: &str, field: &str, sentence: String, blocks: bool| {
        gates.push(GateView { rule: rule.to_owned(), field: Some(field.to_owned()), sentence, blocks });
    };
    if kind == LetterKind::L02 && draft.choices.doubt.is_none() {
        add("ID-1", "doubt", "Choose why there is doubt about who is asking.".to_owned(), true);
    }
    if kind == LetterKind::L05 && !draft.fee.is_empty() && pence(&draft.fee).is_none() {
        add("FEE-1", "fee", "The fee is not an amount of money: write it like 10 or 10.50.".to_owned(), true);
    }
    if let Some(pack) = file.state.pack.as_ref().filter(|_| kind.answers()) {
        let named = draft.enclosures.iter().map(|each| each.pages).fold(0, u32::saturating_add);
        if named < pack.pages {
            let sentence = format!(
                "The release pack has {}, and what is named as enclosed here has {named}: say all that goes with the letter.",
                words::counted(pack.pages, "page", "pages")
            );
            add("PACK-1", "enclosures", sentence, false);
        }
        let given = pages_given(file);
        if given > 0 && given != pack.pages {
            let sentence = format!(
                "{} of what was found are to go out, and the release pack has {}: make sure that it holds all of it.",
                words::counted(given, "page", "pages"),
                pack.pages
            );
            add("PACK-1", "enclosures", sentence, false);
        }
    }
    let told = words::counted(pages_told(file), "page", "pages");
    if draft.fields.get("found").is_some_and(|text| other_pages(text.reveal(), &told)) {
        let sentence = format!(
            "The case has {told} to tell of, and “What the search found” gives another number: make sure that it is true."
        );
        add("TRUE-1", "found", sentence, false);
    }
    gates
}

/// Whether a text counts pages, and none of its numbers of pages is this one.
fn other_pages(text: &str, told: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let counts: Vec<String> = words
        .windows(2)
        .filter_map(|pair| {
            let [number, noun] = pair else { return None };
            let number = number.trim_start_matches(|c: char| !c.is_ascii_digit());
            let noun = noun.trim_end_matches(|c: char| !c.is_alphabetic());
            let is_count =
                number.starts_with(|c: char| c.is_ascii_digit()) && matches!(noun, "page" | "pages");
            is_count.then(|| format!("{number} {noun}"))
        })
        .collect();
    !counts.is_empty() && !counts.iter().any(|count| count == told)
}

fn came_back(progress: &LetterProgress) -> Option<casebook_cases::codes::ReturnReason> {
    match progress.stage {
        LetterStage::Returned { reason, .. } => Some(reason),
        LetterStage::Final
        | LetterStage::Printed { .. }
        | LetterStage::Sent(_)
        | LetterStage::Delivered { .. }
        | LetterStage::Void => None,
    }
}

fn envelope(profile: &EnvelopeProfile) -> Option<EnvelopeView> {
    let rect = |rect: RectMm| PageRect { x: rect.x, y: rect.y, width: rect.width, height: rect.height };
    envelope_overlay(profile).map(|overlay| EnvelopeView {
        always_visible: rect(overlay.always_visible),
        ever_visible: rect(overlay.ever_visible),
        address_box: rect(overlay.address_box),
        folds: overlay.folds,
    })
}

/// By when a draft has to be on its way, if a last day hangs on it (TIME-10, TIME-13).
fn post_by_words(file: &CaseFile, draft: &DraftLetter, today: NaiveDate) -> String {
    let kind = kind_of(draft.kind);
    if !kind.answers() && kind != LetterKind::L06 {
        return String::new();
    }
    let clocks = file.state.clocks(&file.calendar, file.settings, today);
    let mut views = clocks.iter().map(|each| clock_view(each, &file.calendar, today));
    let Some(clock) = views.find(|clock| !clock.post_by_words.is_empty()) else { return String::new() };
    let day = clock.last_day.map(words::long_date).unwrap_or_default();
    if draft.electronic {
        return format!("The last day is {day}.");
    }
    format!("{}. The last day is {day}.", clock.post_by_words)
}

fn progress_pages(file: &CaseFile, letter: LetterId) -> u32 {
    file.recorded
        .iter()
        .find_map(|recorded| match &recorded.event {
            Event::Common(common::Event::LetterFinalised { letter: known, pages, .. })
                if *known == letter =>
            {
                Some(*pages)
            }
            _ => None,
        })
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::other_pages;

    #[test]
    fn another_number_of_pages_is_seen_and_no_number_is_none() {
        assert!(other_pages("We found 60 pages about you.", "54 pages"));
        assert!(other_pages("We found (1,060 pages), in 3 boxes.", "60 pages"));
        assert!(!other_pages("We found 60 pages. Of these we give you 54: notes (54 pages).", "60 pages"));
        assert!(!other_pages("We found two orders and a note.", "60 pages"));
        assert!(!other_pages("", "60 pages"));
    }
}
