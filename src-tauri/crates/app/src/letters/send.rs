//! Electronic ways out for a final letter (SEND-1): a message that the DPO's own mail program sends, or an encrypted
//! archive for whatever way was agreed. Both hold the stored bytes; nothing is sent from here, and nothing recorded.

use casebook_cases::codes::Purpose;
use casebook_cases::subject_request::LetterProgress;
use casebook_cases::{DocumentId, Event, common};
use casebook_export::BundleFile;
use casebook_export::mail::{Attachment, Mail, Mailbox, is_address, unsent};
use casebook_export::pack;
use casebook_ipc::{LetterRead, MailSaved, PackSaved, Reply};
use casebook_law::words;
use casebook_letters::LetterFacts;
use casebook_personal::Personal;

use crate::errors::{AppError, Done};
use crate::export::{OPENS_WITH, archive_passphrase};
use crate::open::{Inner, Open};
use crate::record::refuse;
use crate::settings::Settings;
use crate::views::case::CaseFile;

/// Many mail systems refuse more than this, in bytes as attached.
const MUCH_FOR_MAIL: usize = 15 * 1024 * 1024;

/// A final letter and the files that go with it, under generated names.
struct Parcel {
    file: CaseFile,
    letter: LetterProgress,
    facts: Option<LetterFacts>,
    /// `SR-2026-0042-E-3`.
    name: String,
    files: Vec<BundleFile>,
}

impl Open {
    pub(crate) fn save_letter_eml(&self, request: &LetterRead) -> Done<MailSaved> {
        let (parcel, settings) = {
            let mut inner = self.inner();
            (inner.parcel(request)?, inner.settings()?)
        };
        let to = parcel.recipient();
        let body = parcel.message(&settings);
        let attachments: Vec<Attachment<'_>> = parcel
            .files
            .iter()
            .map(|file| Attachment { name: &file.name, media: media_of(&file.name), bytes: &file.bytes })
            .collect();
        let from = Mailbox {
            name: Personal::new(format!("{}, {}", settings.dpo.name, settings.organisation.name)),
            email: Personal::new(settings.dpo.email.clone()),
        };
        let message = unsent(&Mail {
            id: *parcel.letter.letter.as_uuid(),
            from: is_address(settings.dpo.email.trim()).then_some(from),
            to: to.clone(),
            subject: &format!("Our reference {}/{}", parcel.file.reference(), parcel.letter.number),
            at: self.ports.time.now(),
            body: &body,
            attachments: &attachments,
        });
        let message = message.map_err(|cause| casebook_export::Error { cause, left_behind: None })?;
        let file_name = format!("{}.eml", parcel.name);
        let title = "Save the message, to be sent from your mail program";
        let path = self.ask_where_to_save(title, &file_name)?;
        casebook_vault::atomic::write(&path, &message).map_err(AppError::File)?;
        let size: usize = parcel.files.iter().map(|file| file.bytes.len()).sum();
        Ok(Reply::read(MailSaved {
            file_name,
            attached: u32::try_from(attachments.len()).unwrap_or(u32::MAX),
            next: next(to.is_some(), size),
        }))
    }

    pub(crate) fn save_letter_encrypted(&self, request: &LetterRead) -> Done<PackSaved> {
        let parcel = self.inner().parcel(request)?;
        let passphrase = archive_passphrase(self)?;
        let files: Vec<(&str, &[u8])> =
            parcel.files.iter().map(|file| (file.name.as_str(), file.bytes.as_slice())).collect();
        let packed = pack::encrypted(&files, &passphrase, self.ports.time.today());
        let packed = packed.map_err(|cause| casebook_export::Error { cause, left_behind: None })?;
        let file_name = format!("{}.zip", parcel.name);
        let title = "Save the encrypted files";
        let path = self.ask_where_to_save(title, &file_name)?;
        casebook_vault::atomic::write(&path, &packed).map_err(AppError::File)?;
        let read = std::fs::read(&path).map_err(AppError::File)?;
        let back = pack::decrypted(&read, &passphrase).unwrap_or_default();
        let is_whole = back.len() == files.len()
            && back.iter().zip(&files).all(|((name, bytes), file)| name == file.0 && bytes == file.1);
        if !is_whole {
            // What does not open must not be sent by mistake.
            let _ = std::fs::remove_file(&path);
            return Err(AppError::File(std::io::ErrorKind::InvalidData.into()));
        }
        Ok(Reply::read(PackSaved {
            file_name,
            files: u32::try_from(files.len()).unwrap_or(u32::MAX),
            passphrase,
            opens_with: OPENS_WITH.to_owned(),
        }))
    }
}

impl Inner {
    /// The stored bytes of a final letter and, with an answer, the files for release.
    fn parcel(&mut self, request: &LetterRead) -> Result<Parcel, AppError> {
        if self.letter_draft(request.letter)?.is_some() {
            return Err(refuse(
                "SEND-1",
                "A draft is not sent.",
                "Make the letter final first; then these very bytes go out.",
            )
            .into());
        }
        let (_, file) = self.case_of_letter(request.letter)?;
        let (letter, pdf) = self.final_bytes(&file.state, request.letter)?;
        let facts = self.store.particular(letter.finalised_at, "facts")?;
        let name = format!("{}-{}", file.reference(), letter.number);
        let mut files =
            vec![BundleFile { name: format!("{name}.pdf"), sha256: super::sha256(&pdf), bytes: pdf }];
        if letter.kind.answers() {
            for (number, document) in (1..).zip(self.going_out(&file, letter.finalised_at)?) {
                let ending = document.name.rsplit_once('.').map_or("bin", |(_, ending)| ending);
                files.push(BundleFile { name: format!("{name}-enclosure-{number:02}.{ending}"), ..document });
            }
        }
        Ok(Parcel {
            letter,
            facts: facts.and_then(|bytes| serde_json::from_slice(&bytes).ok()),
            name,
            files,
            file,
        })
    }
}

impl Inner {
    /// The very files that go out with an answer: those of the release pack it speaks of, in its order, as long as they
    /// are what was hashed then (PACK-1); without a pack, all that were kept for release when it became final.
    fn going_out(&self, file: &CaseFile, finalised_at: u64) -> Result<Vec<BundleFile>, AppError> {
        let Some(made_at) = file.pack_of(finalised_at) else {
            let released = file.released(finalised_at);
            let files = self.documents(file, &|seq| released.contains(&seq))?;
            if files.len() < released.len() {
                return Err(refuse(
                    "PACK-1",
                    "A file that was to go with this letter has been destroyed since.",
                    "Make a new letter; then it says what really goes out.",
                )
                .into());
            }
            return Ok(files);
        };
        let packed = file.packed(made_at).ok_or_else(|| {
            refuse(
                "PACK-1",
                "The list of what is in the release pack can no longer be read.",
                "Put the pack together again and make a new letter; then the letter says what really goes out.",
            )
        })?;
        let mut files = Vec::with_capacity(packed.len());
        for listed in packed {
            let kept_at = file.state.document(listed.document).map(|document| document.kept_at);
            let found = self.documents(file, &|seq| Some(seq) == kept_at)?.pop();
            let document = found.filter(|document| document.sha256 == listed.sha256).ok_or_else(|| {
                refuse(
                    "PACK-1",
                    "A file of the release pack is no longer what it was when the pack was put together.",
                    "Put the pack together again; then the letter says what really goes out.",
                )
            })?;
            files.push(document);
        }
        Ok(files)
    }
}

impl CaseFile {
    /// The entries that kept the files for release that were there when this one was made.
    fn released(&self, at: u64) -> Vec<u64> {
        let was_destroyed = |document: DocumentId| {
            self.recorded.iter().any(|recorded| {
                recorded.seq < at
                    && matches!(&recorded.event,
                        Event::Common(common::Event::DocumentDestroyed { document: gone }) if *gone == document)
            })
        };
        let kept = self.state.documents.iter().filter(|document| {
            document.purpose == Some(Purpose::Released)
                && document.kept_at < at
                && !was_destroyed(document.document)
        });
        kept.map(|document| document.kept_at).collect()
    }
}

impl Parcel {
    /// The address of whoever the letter is addressed to, if the case knows one: the party of that very name. Never
    /// somebody else's.
    fn recipient(&self) -> Option<Mailbox> {
        let addressee = self.facts.as_ref()?.addressee.lines.first()?.reveal().trim();
        let known = self.file.state.parties.iter().map(|party| self.file.known(party));
        let mut of_name = known.filter(|known| {
            known.name.reveal().trim() == addressee && is_address(known.email.reveal().trim())
        });
        let known = of_name.next()?;
        // Two of one name: the DPO says which.
        let is_one = of_name.all(|other| other.email == known.email);
        is_one.then(|| Mailbox {
            name: known.name.clone(),
            email: known.email.map(|email| email.trim().to_owned()),
        })
    }

    /// A few plain lines; what there is to say is in the letter.
    fn message(&self, settings: &Settings) -> Personal<String> {
        let salutation = self.facts.as_ref().map_or("", |facts| facts.addressee.salutation.reveal().trim());
        let salutation = if salutation.is_empty() { "Dear Sir or Madam" } else { salutation };
        let others = self.files.len().saturating_sub(1);
        let files = if others == 0 {
            "Our letter is attached.".to_owned()
        } else {
            format!("Our letter is attached, with {}.", words::counted(others, "more file", "more files"))
        };
        let named = self.facts.as_ref().is_some_and(|facts| facts.addressee.named);
        Personal::new(format!(
            "{salutation},\n\n{files} If you cannot open it, tell us and we send it another way.\n\nOur reference: \
             {}/{}\n\nYours {},\n\n{}\n{}\n{}\n",
            self.file.reference(),
            self.letter.number,
            if named { "sincerely" } else { "faithfully" },
            settings.dpo.name,
            settings.dpo.role,
            settings.organisation.name
        ))
    }
}

/// What to do with the message.
fn next(knows_address: bool, size: usize) -> String {
    let mut said = String::from(if knows_address {
        "Open the file: your mail program shows it as a new message. Look at the address, send it, then record it here \
         as sent."
    } else {
        "No e-mail address is recorded for whoever the letter is addressed to, so the message has none. Open the file in \
         your mail program, fill in an address that you have checked, send it, then record it here as sent."
    });
    if size > MUCH_FOR_MAIL {
        said.push_str(
            " The attachments are large; many mail systems refuse so much. Another way may be better.",
        );
    }
    said
}

fn media_of(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("pdf") => "application/pdf",
        Some("txt") => "text/plain",
        Some("csv") => "text/csv",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        _ => "application/octet-stream",
    }
}
