//! Documents, tasks, links and people of a case.

use casebook_cases::codes::{Media, Purpose};
use casebook_cases::subject_request::{NewParty, PaperCommand};
use casebook_cases::{Advisory, Command, DocumentId, PartyId, PersonId, Reference, TaskId, Written};
use casebook_ipc::{
    CaseLink, CaseView, ContactNote, DocumentDestroy, DocumentKeep, DocumentOf, FileSaved, IpcError,
    PartyAdd, PersonIdentify, Reply, TaskEnd, TaskSet, Topic,
};
use casebook_law::RuleId;
use casebook_personal::Personal;
use chrono::NaiveDate;

use super::happen::IDENTITY_COPY_DAYS;
use super::party::Typed;
use crate::errors::{AppError, Done};
use crate::files::read_file;
use crate::letters::sha256;
use crate::open::{Inner, Open};
use crate::problems::Problems;
use crate::record::{Record, Text};
use crate::text::one_line;

/// The largest file that is kept with a case, in bytes.
pub(crate) const LARGEST_DOCUMENT: usize = 50 * 1024 * 1024;

impl Open {
    pub(crate) fn keep_document(&self, request: &DocumentKeep) -> Done<CaseView> {
        let path = self.ask_for_file("Choose the file to keep with the case")?;
        let too_large = "This file is larger than 50 MiB. Nothing was recorded. Divide it, or keep it elsewhere and say where in a note.";
        let bytes = read_file(&path, LARGEST_DOCUMENT, too_large)?;
        let name = path.file_name().map(|name| one_line(&name.to_string_lossy())).unwrap_or_default();
        let today = self.ports.time.today();
        let inner = self.inner();
        if inner.store.seen(request.command_id)? {
            return Ok(Reply::read(inner.case_view(&self.ports, request.case)?));
        }
        let (document, texts) = inner.put_document(&self.ports, &name, &bytes)?;
        let command = Command::Paper(PaperCommand::KeepDocument {
            on: today,
            document,
            media: media(&name, &bytes),
            bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            purpose: request.purpose,
            destroy: (TaskId::new(self.ports.ids.next()), after_check(today)),
        });
        drop(inner);
        self.record_and_show(request.command_id, request.case, request.version, command, texts)
    }

    pub(crate) fn save_document(&self, request: &DocumentOf) -> Done<FileSaved> {
        let (name, bytes) = {
            let inner = self.inner();
            let file = inner.case_file(request.case)?;
            let kept = file.state.document(request.document).ok_or_else(no_document)?;
            let bytes = inner.document_bytes(kept)?.ok_or_else(no_document)?;
            // The name it came with may say who it is about, so it is only suggested in the dialog, never recorded.
            (file.said(kept.kept_at, "name").unwrap_or_default(), bytes)
        };
        let path = self.ask_where_to_save("Save the document", &name)?;
        casebook_vault::atomic::write(&path, &bytes).map_err(AppError::File)?;
        Ok(Reply::read(FileSaved { file_name: name, sha256: sha256(&bytes) }))
    }

    pub(crate) fn destroy_document(&self, request: &DocumentDestroy) -> Done<CaseView> {
        let proof = request.proof.reveal();
        let command = Command::Paper(PaperCommand::DestroyDocument {
            on: self.ports.time.today(),
            document: request.document,
            proof: Written::of(proof),
        });
        let texts = Text::written("document.destroyed", "proof", proof);
        let record = self.of_case(request.command_id, request.case, request.version, command, texts);
        self.record_destroying(record, request.document)
    }

    pub(crate) fn set_task(&self, request: &TaskSet) -> Done<CaseView> {
        let what = request.what.reveal();
        let command = Command::Paper(PaperCommand::SetTask {
            on: self.ports.time.today(),
            task: TaskId::new(self.ports.ids.next()),
            due: request.due,
            what: Written::of(what),
        });
        let text = Text::written("task.set", "what", what);
        self.record_and_show(request.command_id, request.case, request.version, command, text)
    }

    pub(crate) fn end_task(&self, request: &TaskEnd) -> Done<CaseView> {
        let text = request.text.reveal();
        let written = Written::of(text);
        let TaskEnd { task, on, .. } = *request;
        if !request.is_done {
            let command = Command::Paper(PaperCommand::DropTask { on, task, reason: written });
            let text = Text::written("task.dropped", "reason", text);
            return self.record_and_show(request.command_id, request.case, request.version, command, text);
        }
        let command = Command::Paper(PaperCommand::FinishTask { on, task, proof: written });
        let file = self.inner().case_file(request.case)?;
        let about = file.state.task(task).and_then(|task| task.document);
        let is_kept = |id: &DocumentId| {
            file.state.document(*id).is_some_and(|document| document.destroyed_on.is_none())
        };
        match about.filter(is_kept) {
            // The task is done by destroying what it is about.
            Some(document) => {
                let texts = Text::written("document.destroyed", "proof", text);
                let record = self.of_case(request.command_id, request.case, request.version, command, texts);
                self.record_destroying(record, document)
            }
            None => {
                let texts = Text::written("task.done", "proof", text);
                self.record_and_show(request.command_id, request.case, request.version, command, texts)
            }
        }
    }

    pub(crate) fn link_case(&self, request: &CaseLink) -> Done<CaseView> {
        let reference: Reference = request.reference.trim().parse().map_err(|_| {
            AppError::from(IpcError::field(
                "reference",
                "This is no reference. They look like SR-2026-0042-E.",
            ))
        })?;
        let other = self.inner().store.case_by_reference(reference)?.ok_or_else(|| {
            AppError::from(IpcError::field("reference", "No case has this reference. Nothing was recorded."))
        })?;
        if other == request.case {
            return Err(IpcError::field("reference", "This is the case itself.").into());
        }
        let on = self.ports.time.today();
        let command = Command::Paper(PaperCommand::Link { on, other, link: request.link });
        self.record_and_show(request.command_id, request.case, request.version, command, None)
    }

    pub(crate) fn add_party(&self, request: &PartyAdd) -> Done<CaseView> {
        let mut problems = Problems::default();
        let name = problems.wanted("name", request.name.reveal(), "Enter the name.");
        problems.none()?;
        let PartyAdd { salutation, address, email, phone, .. } = request;
        let texts = Typed { salutation, address, email, phone }.texts("party.added", &name);
        let party = NewParty {
            party: PartyId::new(self.ports.ids.next()),
            person: PersonId::new(self.ports.ids.next()),
            role: request.role,
        };
        let on = self.ports.time.today();
        let command = Command::Paper(PaperCommand::AddParty { on, party, name: Written::of(&name) });
        self.record_and_show(request.command_id, request.case, request.version, command, texts)
    }

    pub(crate) fn identify_person(&self, request: &PersonIdentify) -> Done<CaseView> {
        let command = Command::Paper(PaperCommand::IdentifyPerson {
            on: self.ports.time.today(),
            party: request.party,
            person: request.person,
        });
        self.record_and_show(request.command_id, request.case, request.version, command, None)
    }

    pub(crate) fn note_contact(&self, request: &ContactNote) -> Done<CaseView> {
        const KIND: &str = "contact.noted";
        let command = Command::Paper(PaperCommand::NoteContact {
            on: self.ports.time.today(),
            party: request.party,
            reply_by: request.reply_by.map(super::channel),
            print: request.print,
        });
        let line = |name, text: &Personal<String>| Text::written(KIND, name, &one_line(text.reveal()));
        let texts = [
            line("needs", &request.needs),
            line("safe_contact", &request.safe_contact),
            line("language", &request.language),
        ];
        let texts = texts.into_iter().flatten();
        self.record_and_show(request.command_id, request.case, request.version, command, texts)
    }

    fn of_case(
        &self,
        command_id: casebook_cases::CommandId,
        case: casebook_cases::CaseId,
        version: u64,
        command: Command,
        texts: impl IntoIterator<Item = Text>,
    ) -> Record {
        let texts = texts.into_iter().collect();
        Record { command_id, case, version: Some(version), command, texts, forget_drafts: Vec::new() }
    }

    /// Records, erases the key and the name of a document in the same transaction, and removes its file.
    fn record_destroying(&self, record: Record, document: DocumentId) -> Done<CaseView> {
        let case = record.case;
        let mut inner = self.inner();
        let file = inner.case_file(case)?;
        let kept = file.state.document(document).ok_or_else(no_document)?;
        let erase = inner.erasing_document(kept);
        let mut advisories = inner.record_and_erase(&self.ports, record, erase)?;
        // Its key is gone, so the file opens for nobody; what cannot be removed now is swept away at the next unlocking.
        if inner.remove_document(document).is_err() {
            advisories.push(Advisory { rule: RuleId::ID_3, sentence: LEFT_BEHIND.to_owned() });
        }
        let view = inner.case_view_after(&self.ports, case, advisories)?;
        Ok(Reply::changed(view, vec![Topic::Case { case }, Topic::Cases, Topic::Letters, Topic::Gate]))
    }
}

const LEFT_BEHIND: &str = "The document is destroyed: its key is erased and nobody can open it. Its encrypted file could not be removed \
     just now; that is tried again at the next unlocking.";

impl Inner {
    /// The particulars of a document that go with it: what opens it, and the name that may say who it is about.
    fn erasing_document(&self, kept: &casebook_cases::subject_request::Document) -> Vec<(u64, String)> {
        [crate::documents::KEY, "name"].map(|name| (kept.kept_at, name.to_owned())).to_vec()
    }
}

/// The day by which a copy of a proof of identity is destroyed (ID-3).
fn after_check(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(chrono::Days::new(IDENTITY_COPY_DAYS)).unwrap_or(today)
}

/// What sort of file it is, by its first bytes, and where they say nothing by the ending of its name.
fn media(name: &str, bytes: &[u8]) -> Media {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    match bytes {
        [b'%', b'P', b'D', b'F', ..] => Media::Pdf,
        [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] | [b'G', b'I', b'F', b'8', ..] => Media::Image,
        _ => match ending.as_str() {
            "eml" | "msg" => Media::Mail,
            "csv" | "xlsx" | "xls" | "ods" => Media::Sheet,
            "txt" | "md" => Media::Text,
            _ => Media::Other,
        },
    }
}

/// The purposes a document of the release pack may have.
pub(crate) fn may_be_released(purpose: Option<Purpose>) -> bool {
    match purpose {
        Some(Purpose::Released | Purpose::Found | Purpose::Evidence | Purpose::Other) => true,
        Some(Purpose::Identity | Purpose::Authority | Purpose::Request) | None => false,
    }
}

pub(super) fn no_document() -> AppError {
    IpcError::NotFound { message: "There is no such document in this case, or it was destroyed.".to_owned() }
        .into()
}
