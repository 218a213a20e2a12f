//! What the history of a case is made from: everything about it as plain values, for one reader.

use casebook_cases::CaseId;
use casebook_export::{
    BundleEvent, BundleFile, BundleInput, BundleLine, BundleParticular, BundleParty, BundleStep,
    BundleWithheld, BundleWorking, Reason,
};
use casebook_ipc::IpcError;
use casebook_law::{RULE_SET, words};
use casebook_personal::Personal;
use chrono::SecondsFormat;

use super::withheld::Reader;
use crate::APP;
use crate::documents::KEY;
use crate::errors::{AppError, bug};
use crate::open::Inner;
use crate::ports::Ports;
use crate::views::case::CaseFile;
use crate::views::history::{rights_words, tell};
use crate::views::letter::{kind_code, stage_words, title};

impl Inner {
    /// Everything that one reader gets of a case, and what they do not get.
    pub(super) fn bundle_input(
        &self,
        ports: &Ports,
        case: CaseId,
        file: &CaseFile,
        reader: &Reader,
    ) -> Result<BundleInput, AppError> {
        let (particulars, withheld) = particulars(file, reader);
        let is_disclosed =
            |seq: u64, name: &str| particulars.iter().any(|one| one.seq == seq && one.name == name);
        let letters = self.letters(file, &|seq| is_disclosed(seq, "pdf"))?;
        let documents = self.documents(file, &|seq| is_disclosed(seq, "sha256"))?;
        let settings = self.settings()?;
        let received = file.state.received.as_ref().ok_or_else(|| bug("case-without-request"))?;
        Ok(BundleInput {
            case_reference: received.reference.clone(),
            organisation: settings.organisation.name,
            made_at: ports.time.now().to_rfc3339_opts(SecondsFormat::Millis, true),
            made_on: ports.time.today(),
            app: APP.to_owned(),
            casebook: self.store.casebook().to_string(),
            audience: reader.audience,
            summary: summary(file),
            parties: parties(file, reader),
            events: events(file),
            particulars,
            withheld,
            working: self.working(file, ports.time.today())?,
            settings: vec![
                line("Rule set", RULE_SET),
                line("Bank holidays of", received.nation.name()),
                line("Holiday list", file.calendar.version()),
                line("Head of the history", &self.store.case_head(Some(case))?.words()),
            ],
            letters,
            documents,
        })
    }

    /// The letters made final that the reader gets, but for those erased since.
    fn letters(
        &self,
        file: &CaseFile,
        is_disclosed: &dyn Fn(u64) -> bool,
    ) -> Result<Vec<BundleFile>, AppError> {
        let mut letters = Vec::new();
        for letter in file.state.letters.iter().filter(|letter| is_disclosed(letter.finalised_at)) {
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

    fn working(&self, file: &CaseFile, today: chrono::NaiveDate) -> Result<Vec<BundleWorking>, AppError> {
        let clocks = file.state.clocks(&file.calendar, self.clock_settings()?, today);
        let working = clocks.into_iter().filter_map(|each| {
            let steps = each.clock.ok()?.working.into_iter();
            Some(BundleWorking {
                of: each.right.name().to_owned(),
                steps: steps
                    .map(|step| BundleStep { rule: step.rule.to_string(), text: step.text, date: step.date })
                    .collect(),
            })
        });
        Ok(working.collect())
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
        let went = stage_words(letter);
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

fn parties(file: &CaseFile, reader: &Reader) -> Vec<BundleParty> {
    file.state
        .parties
        .iter()
        .map(|party| {
            let role = capital(party.role.words());
            if !reader.may_know(party.role) {
                let name = Personal::new(Reason::OtherPerson.words().to_owned());
                return BundleParty { role, name, lines: Vec::new() };
            }
            let known = file.known(party);
            let name = if known.name.is_blank() { Personal::new("erased".to_owned()) } else { known.name };
            let lines = known.address.into_iter().chain([known.email, known.phone]);
            BundleParty { role, name, lines: lines.filter(|line| !line.is_blank()).collect() }
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

/// What the reader gets, and with its reason what they do not get. A document's key is no content and in neither.
fn particulars(file: &CaseFile, reader: &Reader) -> (Vec<BundleParticular>, Vec<BundleWithheld>) {
    let (mut disclosed, mut withheld) = (Vec::new(), Vec::new());
    for (stored, recorded) in file.stored.iter().zip(&file.recorded) {
        let (seq, case_seq) = (stored.envelope.seq, stored.envelope.case_seq);
        let is_document = stored.envelope.kind == "document.kept";
        for name in stored.envelope.sealed.keys().filter(|name| !(is_document && name.as_str() == KEY)) {
            let reason = match stored.particulars.get(name) {
                None => Some(Reason::Erased),
                Some(_) => reader.withholds(file, recorded, name),
            };
            match (reason, stored.particulars.get(name)) {
                (None, Some(particular)) => disclosed.push(BundleParticular {
                    seq,
                    case_seq,
                    name: name.clone(),
                    value: Personal::new(particular.value.clone()),
                    salt: Personal::new(*particular.salt.as_bytes()),
                }),
                (reason, _) => {
                    let reason = reason.unwrap_or(Reason::Erased);
                    withheld.push(BundleWithheld { seq, case_seq, name: name.clone(), reason });
                }
            }
        }
    }
    (disclosed, withheld)
}

fn line(label: &str, words: &str) -> BundleLine {
    BundleLine { label: label.to_owned(), words: Personal::new(words.to_owned()) }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
