//! A case history leaves the casebook: encrypted, or as a folder that anybody can read; and can be checked by anybody.

mod input;
mod preview;
mod withheld;

use std::path::Path;

use casebook_cases::codes::{Audience as RecordedAudience, Wrapping as RecordedWrapping};
use casebook_cases::{Command, Written as WrittenText};
use casebook_export::{Audience, Checked, Wrapping, Written, read_back, read_back_encrypted, write_bundle};
use casebook_ipc::{
    AudienceCode, CaseExport, CaseExported, IpcError, Reply, Topic, UnavailableCode, WrappingCode,
};
use casebook_law::words;
use casebook_personal::Personal;

use self::withheld::Reader;
use crate::errors::{AppError, Done, bug};
use crate::open::Open;
use crate::record::{Record, Text, conflict, refuse};
use crate::words_list::{FOR_AN_ARCHIVE, passphrase};

/// What whoever gets an encrypted archive has to know.
pub(crate) const OPENS_WITH: &str = "It opens with 7-Zip or WinZip and this passphrase; what Windows and macOS bring \
     along does not open it. Send the passphrase another way than the file: it is shown now and never again.";

impl Open {
    pub(crate) fn export_case(&self, request: &CaseExport) -> Done<CaseExported> {
        let reason = request.reason.reveal();
        if reason.trim().is_empty() {
            return Err(refuse(
                "EXP-4",
                "An export is recorded with its purpose.",
                "Write for whom it is and why.",
            )
            .into());
        }
        if self.inner().store.seen(request.command_id)? {
            return Err(conflict().into());
        }
        let passphrase = match request.wrapping {
            WrappingCode::Folder => None,
            WrappingCode::Encrypted => Some(archive_passphrase(self)?),
        };
        let wrapping = passphrase.as_ref().map_or(Wrapping::Folder, Wrapping::Encrypted);
        let title = "Choose where to put the case history";
        let folder = self.ask_for_folder(title)?;
        let mut inner = self.inner();
        let file = inner.whole_case_file(request.case)?;
        let reader = Reader {
            audience: audience(request.audience),
            with_legal_advice: request.with_legal_advice,
            about_others: request.withhold.iter().copied().collect(),
        };
        let input = inner.bundle_input(&self.ports, request.case, &file, &reader)?;
        let job = self.ports.jobs.begin(request.job.as_deref());
        let mut progress = |done, of| job.report(done, of, "Writing the history");
        let written = write_bundle(&folder, &input, wrapping, &mut progress)?;
        let recorded = check(&folder, &written, wrapping).and_then(|checked| {
            let command = Command::RecordExported {
                on: self.ports.time.today(),
                files: written.files,
                through: file.state.version,
                reason: WrittenText::of(reason),
                audience: Some(match request.audience {
                    AudienceCode::Full => RecordedAudience::Full,
                    AudienceCode::Subject => RecordedAudience::Subject,
                }),
                wrapping: Some(match request.wrapping {
                    WrappingCode::Encrypted => RecordedWrapping::Archive,
                    WrappingCode::Folder => RecordedWrapping::Folder,
                }),
                manifest_sha256: Some(written.manifest_sha256.clone()),
            };
            let record = Record {
                command_id: request.command_id,
                case: request.case,
                version: Some(file.state.version),
                command,
                texts: Text::written("case.exported", "reason", reason).into_iter().collect(),
                forget_drafts: Vec::new(),
            };
            inner.record(&self.ports, record).map(|_| checked)
        });
        // What is not recorded, or does not read back, must not be sent by mistake.
        let checked = recorded.inspect_err(|_| written.remove(&folder))?;
        let exported = CaseExported {
            name: written.name,
            files: written.files,
            manifest_sha256: written.manifest_sha256,
            opens_with: passphrase.as_ref().map_or_else(String::new, |_| OPENS_WITH.to_owned()),
            passphrase,
            checked: sentence(&checked),
        };
        Ok(Reply::changed(exported, vec![Topic::Case { case: request.case }, Topic::Cases]))
    }
}

const fn audience(code: AudienceCode) -> Audience {
    match code {
        AudienceCode::Full => Audience::Full,
        AudienceCode::Subject => Audience::Subject,
    }
}

/// Reads the bundle back, as whoever receives it can.
fn check(folder: &Path, written: &Written, wrapping: Wrapping<'_>) -> Result<Checked, AppError> {
    let place = folder.join(&written.name);
    let checked = match wrapping {
        Wrapping::Folder => read_back(&place),
        Wrapping::Encrypted(passphrase) => read_back_encrypted(&place, passphrase),
    };
    let as_written = checked.ok().filter(|checked| checked.manifest_sha256 == written.manifest_sha256);
    as_written.ok_or_else(|| {
        let message = "The export was written, but did not read back as it should, and was removed again. Nothing \
             was recorded. Export to another disk.";
        IpcError::Unavailable { code: UnavailableCode::File, message: message.to_owned() }.into()
    })
}

fn sentence(checked: &Checked) -> String {
    let mut said = format!(
        "Read back and checked: {} and {} are as recorded",
        words::counted(checked.events, "event", "events"),
        words::counted(checked.files, "file", "files")
    );
    if !checked.withheld.is_empty() {
        let texts = words::counted(checked.withheld.len(), "text is", "texts are");
        said.push_str(&format!("; {texts} named as withheld"));
    }
    said.push('.');
    said
}

/// A fresh passphrase for an archive.
pub(crate) fn archive_passphrase(open: &Open) -> Result<Personal<String>, AppError> {
    passphrase(open.ports.random.as_ref(), FOR_AN_ARCHIVE).ok_or_else(|| bug("random"))
}
