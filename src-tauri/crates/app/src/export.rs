//! A case history leaves the casebook: as a folder that anybody can read and check.

use std::ops::ControlFlow;
use std::path::Path;

use casebook_cases::subject_request::LetterStage;
use casebook_cases::{CaseId, Command, Written};
use casebook_export::{
    Audience, BundleEvent, BundleFile, BundleInput, BundleLine, BundleParticular, BundleParty, BundleStep,
    BundleWorking, read_back, write_bundle,
};
use casebook_ipc::{CaseExport, CaseExported, IpcError, Reply, Topic};
use casebook_law::clock::Settings as ClockSettings;
use casebook_law::{RULE_SET, words};
use casebook_personal::Personal;
use chrono::SecondsFormat;

use crate::APP;
use crate::documents::KEY;
use crate::errors::{AppError, Done, bug};
use crate::open::{Inner, Open};
use crate::ports::Ports;
use crate::record::{Record, Text, refuse};
use crate::views::case::CaseFile;
use crate::views::history::{rights_words, tell};
use crate::views::letter::{kind_code, title};

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
        let folder = self
            .ports
            .dialogs
            .choose_folder("Choose where to put the case history")
            .ok_or(IpcError::Cancelled)?;
        let mut inner = self.inner();
        let file = inner.case_file(request.case)?;
        let input = inner.bundle_input(&self.ports, request.case, &file)?;
        let written = write_bundle(&folder, &input, &mut |_, _| ControlFlow::Continue(()))?;
        let checked = check(&folder.join(&written.folder_name))?;
        let command = Command::RecordExported {
            on: self.ports.time.today(),
            files: written.files,
            through: file.state.version,
            reason: Written::of(reason),
        };
        let record = Record {
            command_id: request.command_id,
            case: request.case,
            version: Some(file.state.version),
            command,
            texts: Text::written("case.exported", "reason", reason).into_iter().collect(),
            forget_drafts: Vec::new(),
        };
        inner.record(&self.ports, record)?;
        let exported = CaseExported {
            folder_name: written.folder_name,
            files: written.files,
            manifest_sha256: written.manifest_sha256,
            checked,
        };
        Ok(Reply::changed(exported, vec![Topic::Case { case: request.case }, Topic::Cases]))
    }
}

/// Reads the bundle back, as whoever receives it can.
fn check(folder: &Path) -> Result<String, AppError> {
    let checked = read_back(folder).map_err(|_| IpcError::Unavailable {
        code: casebook_ipc::UnavailableCode::File,
        message: "The export was written, but did not read back as it should. Do not send it; export again to another disk."
            .to_owned(),
    })?;
    Ok(format!(
        "Read back and checked: {} and {} are as recorded.",
        words::counted(checked.events, "event", "events"),
        words::counted(checked.files, "file", "files")
    ))
}

impl Inner {
    fn bundle_input(&self, ports: &Ports, case: CaseId, file: &CaseFile) -> Result<BundleInput, AppError> {
        let settings = self.settings()?;
        let received = file.state.received.as_ref().ok_or_else(|| bug("case-without-request"))?;
        Ok(BundleInput {
            case_reference: received.reference.clone(),
            organisation: settings.organisation.name,
            made_at: ports.time.now().to_rfc3339_opts(SecondsFormat::Millis, true),
            made_on: ports.time.today(),
            app: APP.to_owned(),
            casebook: self.store.casebook().to_string(),
            audience: Audience::Full,
            summary: summary(file),
            parties: parties(file),
            events: events(file),
            particulars: particulars(file),
            working: working(file, ports.time.today()),
            settings: vec![
                line("Rule set", RULE_SET),
                line("Bank holidays of", received.nation.name()),
                line("Holiday list", Self::calendar_of(&file.state).version()),
                line("Head of the history", &self.store.case_head(Some(case))?.words()),
            ],
            letters: self.letters(file)?,
            documents: self.documents(file)?,
        })
    }

    /// The letters made final, but for those declared void before they went anywhere and erased since.
    fn letters(&self, file: &CaseFile) -> Result<Vec<BundleFile>, AppError> {
        let mut letters = Vec::new();
        for letter in &file.state.letters {
            match self.final_bytes(&file.state, letter.letter) {
                Ok((progress, bytes)) => letters.push(BundleFile {
                    name: format!("{}-{}.pdf", file.reference(), progress.number),
                    sha256: crate::letters::sha256(&bytes),
                    bytes,
                }),
                // An erased letter leaves its hash in the history.
                Err(AppError::Answer(IpcError::NotFound { .. })) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(letters)
    }
}

fn summary(file: &CaseFile) -> Vec<BundleLine> {
    let state = &file.state;
    let mut lines = Vec::new();
    if let Some(received) = &state.received {
        lines.push(line("Asked for", &rights_words(&received.rights)));
        lines.push(line(
            "Received",
            &format!("{}, {}", words::long_date(received.on), received.channel.words()),
        ));
        lines.push(line("Logged", &words::long_date(received.logged_on)));
    }
    for answer in &state.answers {
        lines.push(line("Answered", &format!("{}, {}", words::long_date(answer.on), answer.channel.words())));
    }
    for letter in &state.letters {
        let went = match letter.stage {
            LetterStage::Sent { on, channel, .. } => format!("sent {} {}", words::date(on), channel.words()),
            LetterStage::Final => "not sent".to_owned(),
            LetterStage::Void => "void, never sent".to_owned(),
        };
        lines.push(line(
            &format!("Letter /{}", letter.number),
            &format!("{}, {went}", title(kind_code(letter.kind))),
        ));
    }
    match &state.closed {
        Some(closed) => {
            let how = closed.resolution.words();
            lines.push(line("Closed", &format!("{}, {how}", words::long_date(closed.on))));
        }
        None => lines.push(line("Status", state.status().words())),
    }
    lines
}

fn parties(file: &CaseFile) -> Vec<BundleParty> {
    file.state
        .parties
        .iter()
        .map(|party| {
            let known = file.known(party);
            let name = if known.name.is_blank() { Personal::new("erased".to_owned()) } else { known.name };
            let lines = known.address.into_iter().chain([known.email, known.phone]);
            BundleParty {
                role: capital(party.role.words()),
                name,
                lines: lines.filter(|line| !line.is_blank()).collect(),
            }
        })
        .collect()
}

fn events(file: &CaseFile) -> Vec<BundleEvent> {
    file.stored
        .iter()
        .zip(&file.recorded)
        .map(|(stored, recorded)| {
            let told = tell(&recorded.event, &file.state);
            BundleEvent {
                bytes: stored.bytes.clone(),
                sentence: Personal::new(told.sentence),
                aside: Personal::new(told.aside),
                who: "Data Protection Officer".to_owned(),
            }
        })
        .collect()
}

fn particulars(file: &CaseFile) -> Vec<BundleParticular> {
    file.stored
        .iter()
        .flat_map(|stored| {
            // A document is exported open; the key that opens it here stays here.
            let told = stored.particulars.iter().filter(|(name, _)| name.as_str() != KEY);
            told.map(|(name, particular)| BundleParticular {
                seq: stored.envelope.seq,
                case_seq: stored.envelope.case_seq,
                name: name.clone(),
                value: Personal::new(particular.value.clone()),
                salt: Personal::new(*particular.salt.as_bytes()),
            })
        })
        .collect()
}

fn working(file: &CaseFile, today: chrono::NaiveDate) -> Vec<BundleWorking> {
    let calendar = Inner::calendar_of(&file.state);
    file.state
        .clocks(&calendar, ClockSettings::default(), today)
        .into_iter()
        .filter_map(|each| {
            let clock = each.clock.ok()?;
            let steps = clock.working.into_iter();
            Some(BundleWorking {
                of: each.right.name().to_owned(),
                steps: steps
                    .map(|step| BundleStep { rule: step.rule.to_string(), text: step.text, date: step.date })
                    .collect(),
            })
        })
        .collect()
}

fn line(label: &str, words: &str) -> BundleLine {
    BundleLine { label: label.to_owned(), words: Personal::new(words.to_owned()) }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
