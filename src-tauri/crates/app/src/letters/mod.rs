//! From the first words of a draft to the day a letter is sent.
//!
//! A draft is plain rows. Making it final draws it once more with its number, freezes the bytes and seals them into the
//! history; from then on only those bytes exist.

mod draft;
mod facts;
mod print;

use casebook_cases::subject_request::{LetterProgress, LetterStage, may_make_final};
use casebook_cases::{CaseId, Command, LetterId, State, Written};
use casebook_ipc::{
    CaseView, ClauseView, EnclosureForm, FieldView, FileSaved, GateView, IpcError, LetterBegin, LetterKeep,
    LetterMakeFinal, LetterRead, LetterRecordSent, LetterStateCode, LetterView, LetterVoid, Reply, SentView,
    Topic,
};
use casebook_law::clock::Settings as ClockSettings;
use casebook_law::words;
use casebook_letters::{LetterFacts, Rendered, fields, render};
use sha2::{Digest as _, Sha256};

pub(crate) use draft::DraftLetter;

use crate::cases::{channel, channel_code, postal_class};
use crate::errors::{AppError, Done, bug, refused};
use crate::open::{Drawn, Inner, Open};
use crate::record::{Record, Text, conflict};
use crate::text::one_line;
use crate::views::case::CaseFile;
use crate::views::clock::clock_view;
use crate::views::letter::{drawn_kind, kind_code, kind_of, stage_words};

/// Which bytes a view's `blob` names: `letter/<id>/<revision>`; the revision of a final letter is `final`.
const BLOB: &str = "letter/";

impl Open {
    pub(crate) fn begin_letter(&self, request: &LetterBegin) -> Done<LetterView> {
        let mut inner = self.inner();
        let file = inner.case_file(request.case)?;
        let known = inner.letter_drafts(request.case)?.into_iter().find(|draft| draft.kind == request.kind);
        if let Some(draft) = known {
            return Ok(Reply::read(inner.draft_view(self, &file, &draft)?));
        }
        let draft = DraftLetter::new(
            LetterId::new(self.ports.ids.next()),
            request.case,
            request.kind,
            &file,
            self.ports.time.today(),
        );
        let draft = inner.keep_letter_draft(draft)?;
        let view = inner.draft_view(self, &file, &draft)?;
        Ok(Reply::changed(view, vec![Topic::Case { case: request.case }]))
    }

    pub(crate) fn read_letter(&self, request: &LetterRead) -> Done<LetterView> {
        let mut inner = self.inner();
        if let Some(draft) = inner.letter_draft(request.letter)? {
            let file = inner.case_file(draft.case)?;
            return Ok(Reply::read(inner.draft_view(self, &file, &draft)?));
        }
        let (case, file) = inner.case_of_letter(request.letter)?;
        Ok(Reply::read(inner.final_view(self, case, &file, request.letter)?))
    }

    pub(crate) fn keep_letter(&self, request: &LetterKeep) -> Done<LetterView> {
        let mut inner = self.inner();
        let mut draft = inner.letter_draft(request.letter)?.ok_or_else(no_letter)?;
        if draft.revision != request.revision {
            return Err(stale_draft().into());
        }
        draft.take(request);
        let draft = inner.keep_letter_draft(draft)?;
        let file = inner.case_file(draft.case)?;
        let view = inner.draft_view(self, &file, &draft)?;
        Ok(Reply::read(view))
    }

    pub(crate) fn discard_letter(&self, request: &LetterRead) -> Done<CaseView> {
        let inner = self.inner();
        let draft = inner.letter_draft(request.letter)?.ok_or_else(no_letter)?;
        inner.store.draft_forget(&draft.key())?;
        let view = inner.case_view(&self.ports, draft.case)?;
        Ok(Reply::changed(view, vec![Topic::Case { case: draft.case }]))
    }

    pub(crate) fn make_letter_final(&self, request: &LetterMakeFinal) -> Done<LetterView> {
        let mut inner = self.inner();
        if inner.store.seen(request.command_id)? {
            let (case, file) = inner.case_of_letter(request.letter)?;
            return Ok(Reply::read(inner.final_view(self, case, &file, request.letter)?));
        }
        let draft = inner.letter_draft(request.letter)?.ok_or_else(no_letter)?;
        if draft.revision != request.revision {
            return Err(stale_draft().into());
        }
        let file = inner.case_file(draft.case)?;
        if file.state.version != request.case_version {
            return Err(conflict().into());
        }
        let kind = kind_of(draft.kind);
        may_make_final(&file.state, kind).map_err(|refusal| refused(&refusal))?;
        let facts = inner.letter_facts(
            &file,
            &draft,
            Some(file.state.next_letter_number()),
            self.ports.time.today(),
        )?;
        let drawn = draw(&facts)?;
        let command = Command::MakeLetterFinal {
            on: self.ports.time.today(),
            letter: draft.letter,
            kind,
            dated_on: draft.dated_on,
            pages: drawn.pages,
            enclosed_pages: facts.enclosures.iter().map(|enclosure| enclosure.pages).sum(),
            pdf_sha256: drawn.sha256.clone(),
            template: drawn.template.clone(),
            clauses: drawn.clauses.iter().cloned().collect(),
            passed: drawn.may_be_final(),
        };
        let body = serde_json::to_vec(&facts).map_err(|_| bug("letter-facts"))?;
        const KIND: &str = "letter.finalised";
        let record = Record {
            command_id: request.command_id,
            case: draft.case,
            version: Some(request.case_version),
            command,
            texts: vec![Text::new(KIND, "pdf", drawn.pdf), Text::new(KIND, "facts", body)],
            forget_drafts: vec![draft.key()],
        };
        inner.record(&self.ports, record)?;
        let file = inner.case_file(draft.case)?;
        let view = inner.final_view(self, draft.case, &file, draft.letter)?;
        Ok(Reply::changed(
            view,
            vec![Topic::Case { case: draft.case }, Topic::Cases, Topic::Letters, Topic::Gate],
        ))
    }

    pub(crate) fn record_letter_sent(&self, request: &LetterRecordSent) -> Done<CaseView> {
        let case = self.inner().case_of_letter(request.letter)?.0;
        let command = Command::RecordLetterSent {
            on: request.on,
            letter: request.letter,
            channel: channel(request.channel),
            class: request.class.map(postal_class),
        };
        let tracking = Text::written("letter.sent", "tracking", &one_line(request.tracking.reveal()));
        self.record_and_show(request.command_id, case, request.case_version, command, tracking)
    }

    pub(crate) fn void_letter(&self, request: &LetterVoid) -> Done<CaseView> {
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

    pub(crate) fn save_letter_pdf(&self, request: &LetterRead) -> Done<FileSaved> {
        let (name, bytes) = {
            let mut inner = self.inner();
            match inner.letter_draft(request.letter)? {
                Some(draft) => {
                    let file = inner.case_file(draft.case)?;
                    let facts = inner.letter_facts(&file, &draft, None, self.ports.time.today())?;
                    (format!("{}-DRAFT.pdf", facts.reference), draw(&facts)?.pdf)
                }
                None => {
                    let (_, file) = inner.case_of_letter(request.letter)?;
                    let (progress, pdf) = inner.final_bytes(&file.state, request.letter)?;
                    (format!("{}-{}.pdf", file.reference(), progress.number), pdf)
                }
            }
        };
        // The dialog stays open as long as the DPO likes; nothing is held meanwhile.
        let path =
            self.ports.dialogs.save_file("Save the letter as PDF", &name).ok_or(IpcError::Cancelled)?;
        casebook_vault::atomic::write(&path, &bytes).map_err(AppError::File)?;
        Ok(Reply::read(FileSaved { file_name: name, sha256: sha256(&bytes) }))
    }

    /// The PDF behind a view's `blob`.
    pub(crate) fn letter_bytes(&self, name: &str) -> Result<Vec<u8>, AppError> {
        let (letter, _) =
            name.strip_prefix(BLOB).and_then(|rest| rest.split_once('/')).ok_or_else(no_letter)?;
        let letter: LetterId = letter.parse().map_err(|_| no_letter())?;
        let mut inner = self.inner();
        if let Some(draft) = inner.letter_draft(letter)? {
            if let Some(drawn) = inner
                .drawn
                .as_ref()
                .filter(|drawn| drawn.letter == letter && drawn.revision == draft.revision)
            {
                return Ok(drawn.pdf.clone());
            }
            let file = inner.case_file(draft.case)?;
            let facts = inner.letter_facts(&file, &draft, None, self.ports.time.today())?;
            return Ok(draw(&facts)?.pdf);
        }
        let (_, file) = inner.case_of_letter(letter)?;
        Ok(inner.final_bytes(&file.state, letter)?.1)
    }
}

impl Inner {
    /// The case of a final letter.
    fn case_of_letter(&mut self, letter: LetterId) -> Result<(CaseId, CaseFile), AppError> {
        let case = self.store.letter(letter)?.ok_or_else(no_letter)?.case;
        Ok((case, self.case_file(case)?))
    }

    /// The frozen bytes of a final letter, checked against the hash in the history.
    pub(crate) fn final_bytes(
        &self,
        state: &State,
        letter: LetterId,
    ) -> Result<(LetterProgress, Vec<u8>), AppError> {
        let progress = *state.letter(letter).ok_or_else(no_letter)?;
        let pdf = self.store.particular(progress.finalised_at, "pdf")?.ok_or_else(|| IpcError::NotFound {
            message: "The PDF of this letter has been erased. Its hash stays in the history.".to_owned(),
        })?;
        if sha256(&pdf) != progress_hash(self, &progress)? {
            let message =
                "The stored letter does not match its hash. Nothing was written; restore it from a backup.";
            let code = casebook_ipc::UnavailableCode::Damaged;
            return Err(IpcError::Unavailable { code, message: message.to_owned() }.into());
        }
        Ok((progress, pdf))
    }

    fn draft_view(
        &mut self,
        open: &Open,
        file: &CaseFile,
        draft: &DraftLetter,
    ) -> Result<LetterView, AppError> {
        let today = open.ports.time.today();
        let facts = self.letter_facts(file, draft, None, today)?;
        let mut view = self.view_of(file, draft, today);
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
        if let Err(refusal) = may_make_final(&file.state, kind_of(draft.kind)) {
            let sentence = format!("{} {}", refusal.reason, refusal.remedy);
            view.gates.push(GateView { rule: refusal.rule.to_string(), field: None, sentence, blocks: true });
        }
        for field in &mut view.fields {
            let gate =
                view.gates.iter().find(|gate| gate.blocks && gate.field.as_deref() == Some(&field.key));
            field.problem = gate.map(|gate| gate.sentence.clone());
        }
        Ok(view)
    }

    fn view_of(&self, file: &CaseFile, draft: &DraftLetter, today: chrono::NaiveDate) -> LetterView {
        let kind = drawn_kind(draft.kind);
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
            fields: fields(kind)
                .iter()
                .map(|field| FieldView {
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
                })
                .collect(),
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
            post_by_words: post_by_words(&file.state, today),
        }
    }

    fn final_view(
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
        let mut view = self.view_of(file, &draft, open.ports.time.today());
        view.state = match progress.stage {
            LetterStage::Final => LetterStateCode::Final,
            LetterStage::Sent { .. } => LetterStateCode::Sent,
            LetterStage::Void => LetterStateCode::Void,
        };
        view.state_words = stage_words(&progress);
        view.number = Some(format!("{}/{}", file.reference(), progress.number));
        view.sha256 = Some(progress_hash(self, &progress)?);
        view.pages = progress_pages(file, letter);
        view.blob = format!("{BLOB}{letter}/final");
        view.sent = match progress.stage {
            LetterStage::Sent { on, channel, .. } => {
                Some(SentView { channel: channel_code(channel), on, words: stage_words(&progress) })
            }
            LetterStage::Final | LetterStage::Void => None,
        };
        Ok(view)
    }
}

impl CaseFile {
    /// The case's reference.
    pub(crate) fn reference(&self) -> String {
        self.state.received.as_ref().map(|received| received.reference.clone()).unwrap_or_default()
    }
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

fn draw(facts: &LetterFacts) -> Result<Rendered, AppError> {
    render(facts)
        .map_err(|error| IpcError::field("letter", format!("This letter cannot be drawn: {error}.")).into())
}

fn post_by_words(state: &State, today: chrono::NaiveDate) -> String {
    let calendar = Inner::calendar_of(state);
    state
        .clocks(&calendar, ClockSettings::default(), today)
        .iter()
        .map(|each| clock_view(each, &calendar, today))
        .find(|clock| !clock.post_by_words.is_empty())
        .map_or_else(String::new, |clock| {
            let day = clock.last_day.map(words::long_date).unwrap_or_default();
            format!("{}. The last day is {day}.", clock.post_by_words)
        })
}

/// The hash that the history holds of a final letter.
fn progress_hash(inner: &Inner, progress: &LetterProgress) -> Result<String, AppError> {
    let event = inner.store.event(progress.finalised_at)?.ok_or_else(no_letter)?;
    event
        .envelope
        .facts
        .get("pdf_sha256")
        .and_then(casebook_history::Value::as_text)
        .map(str::to_owned)
        .ok_or_else(|| bug("letter-hash"))
}

fn progress_pages(file: &CaseFile, letter: LetterId) -> u32 {
    use casebook_cases::{Event, common};
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

/// SHA-256 in lower-case hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn no_letter() -> AppError {
    IpcError::NotFound { message: "There is no such letter in this casebook.".to_owned() }.into()
}

fn stale_draft() -> IpcError {
    IpcError::Conflict { message: "This draft was kept again meanwhile. Look at it as it is now.".to_owned() }
}
