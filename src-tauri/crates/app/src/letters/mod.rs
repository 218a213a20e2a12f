//! From the first words of a draft to the day a letter is sent.
//!
//! A draft is plain rows. Making it final draws it once more with its number, freezes the bytes and seals them into the
//! history; from then on only those bytes exist.

mod choices;
pub(crate) mod draft;
mod facts;
mod kinds;
mod lines;
mod post;
mod print;
mod recipients;
mod send;
mod tray;
mod view;

use casebook_cases::subject_request::{LetterProgress, World, may_make_final};
use casebook_cases::{CaseId, Command, LetterId, State};
use casebook_ipc::{
    CaseView, FileSaved, IpcError, LetterBegin, LetterKeep, LetterMakeFinal, LetterRead, LetterView, Reply,
    Topic,
};
use casebook_law::words;
use casebook_letters::{Enclosure, LetterFacts, Rendered, fields, render};
use casebook_personal::Personal;
use sha2::{Digest as _, Sha256};

pub(crate) use draft::DraftLetter;

use recipients::recipients;

use crate::errors::{AppError, Done, bug, refused};
use crate::open::{Inner, Open};
use crate::record::{Record, Text, conflict};
use crate::views::case::CaseFile;
use crate::views::letter::{drawn_kind, kind_of};

/// Which bytes a view's `blob` names: `letter/<id>/<revision>`; the revision of a final letter is `final`.
pub(crate) const BLOB: &str = "letter/";

impl Open {
    pub(crate) fn begin_letter(&self, request: &LetterBegin) -> Done<LetterView> {
        let mut inner = self.inner();
        let file = inner.case_file(request.case)?;
        let known = inner.letter_drafts(request.case)?.into_iter().find(|draft| {
            draft.kind == request.kind && (request.party.is_none() || draft.party == request.party)
        });
        if let Some(draft) = known {
            return Ok(Reply::read(inner.draft_view(self, &file, &draft)?));
        }
        let draft = inner.new_draft(self, &file, request)?;
        let draft = inner.keep_letter_draft(draft)?;
        let view = inner.draft_view(self, &file, &draft)?;
        Ok(Reply::changed(view, vec![Topic::Case { case: request.case }, Topic::Letters]))
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
        draft.take(request)?;
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
        Ok(Reply::changed(view, vec![Topic::Case { case: draft.case }, Topic::Letters]))
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
        let today = self.ports.time.today();
        let world = World { today, calendar: &file.calendar, settings: file.settings };
        may_make_final(&file.state, kind, &world).map_err(|refusal| refused(&refusal))?;
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
            dated_on: facts.dated_on,
            pages: drawn.pages,
            enclosed_pages: facts.enclosures.iter().map(|enclosure| enclosure.pages).sum(),
            pdf_sha256: drawn.sha256.clone(),
            template: drawn.template.clone(),
            clauses: drawn.clauses.iter().cloned().collect(),
            choices: draft.choices.into(),
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
        let path = self.ask_where_to_save("Save the letter as PDF", &name)?;
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
    /// A new draft: to whoever letters of its kind go to, with what the case and the registers know, or with what was
    /// written in the letter that came back.
    fn new_draft(
        &self,
        open: &Open,
        file: &CaseFile,
        request: &LetterBegin,
    ) -> Result<DraftLetter, AppError> {
        let kind = kind_of(request.kind);
        let today = open.ports.time.today();
        let known = recipients(file, kind);
        let to = known.iter().find(|each| Some(each.party) == request.party).or_else(|| known.first());
        let letter = LetterId::new(open.ports.ids.next());
        let mut draft = DraftLetter::new(letter, request.case, request.kind, to, today);
        if let Some(earlier) = request.again.and_then(|letter| file.state.letter(letter)) {
            let facts = self.store.particular(earlier.finalised_at, "facts")?;
            if let Some(facts) = facts.and_then(|bytes| serde_json::from_slice(&bytes).ok()) {
                draft.begin_again(facts);
                return Ok(draft);
            }
        }
        draft.begin_with(&self.starting_texts(file, kind, fields(drawn_kind(request.kind)), today)?);
        if let Some(pack) = file.state.pack.as_ref().filter(|_| kind.answers()) {
            draft
                .enclosures
                .push(Enclosure { title: Personal::new(pack_title(pack.files)), pages: pack.pages });
        }
        Ok(draft)
    }

    /// The case of a final letter.
    pub(crate) fn case_of_letter(&mut self, letter: LetterId) -> Result<(CaseId, CaseFile), AppError> {
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
}

impl CaseFile {
    /// The case's reference.
    pub(crate) fn reference(&self) -> String {
        self.state.received.as_ref().map(|received| received.reference.clone()).unwrap_or_default()
    }
}

/// The release pack as one thing that goes with the letter (PACK-1); its list of contents is in it.
pub(crate) fn pack_title(files: u32) -> String {
    format!("Copy of your personal data, {}", words::counted(files, "file", "files"))
}

fn draw(facts: &LetterFacts) -> Result<Rendered, AppError> {
    render(facts)
        .map_err(|error| IpcError::field("letter", format!("This letter cannot be drawn: {error}.")).into())
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
