//! Many letters at once: one file to print, or straight to a printer, and one day on which they went. Each stays an entry
//! of its own case, so one that cannot be recorded keeps no other from being recorded.

use std::collections::BTreeSet;

use casebook_cases::{CaseId, Command, LetterId};
use casebook_ipc::{
    IpcError, Reply, Topic, TrayPrint, TrayPrintFile, TrayPrinted, TrayRecordSent, TrayRecorded, TraySaid,
    TraySent, UnavailableCode,
};
use casebook_law::words;
use casebook_letters::{page_count, print_file};

use super::post::sent_texts;
use super::print::How;
use crate::cases::{channel, postal_class};
use crate::errors::{AppError, Done, bug};
use crate::open::{Inner, Open};
use crate::record::Record;

/// So many letters go into one file at most: more than anybody posts in a day.
const MOST: usize = 500;

impl Open {
    pub(crate) fn save_tray_file(&self, request: &TrayPrintFile) -> Done<TrayPrinted> {
        let count = some(request.letters.len())?;
        let letters: Vec<Vec<u8>> = {
            let mut inner = self.inner();
            let bytes = |letter: &LetterId| {
                let (_, file) = inner.case_of_letter(*letter)?;
                Ok(inner.final_bytes(&file.state, *letter)?.1)
            };
            request.letters.iter().map(bytes).collect::<Result<_, AppError>>()?
        };
        let letters: Vec<&[u8]> = letters.iter().map(Vec::as_slice).collect();
        let printed = print_file(&letters, request.both_sides).map_err(|_| bug("print-file"))?;
        let pages = page_count(&printed).map_err(|_| bug("print-file-pages"))?;
        let today = self.ports.time.today().format("%Y-%m-%d");
        let file_name = format!("Letters {today}, {}.pdf", words::counted(count, "letter", "letters"));
        let title = "Save the letters as one file to print";
        let path = self.ask_where_to_save(title, &file_name)?;
        casebook_vault::atomic::write(&path, &printed).map_err(AppError::File)?;
        let letters = u32::try_from(count).unwrap_or(u32::MAX);
        Ok(Reply::read(TrayPrinted { file_name, letters, pages }))
    }

    /// One job of the printer for each letter: so each begins on a new sheet, is byte for byte what is kept, and is
    /// recorded as soon as it was taken.
    pub(crate) fn print_tray(&self, request: &TrayPrint) -> Done<TrayRecorded> {
        let of = u32::try_from(some(request.letters.len())?).unwrap_or(u32::MAX);
        let how = How::of(&request.queue, request.copies, request.both_sides)?;
        let job = self.ports.jobs.begin(request.job.as_deref());
        let mut answer = TrayRecorded { recorded: Vec::new(), failed: Vec::new(), advisories: Vec::new() };
        let mut cases: BTreeSet<CaseId> = BTreeSet::new();
        let mut stopped = None;
        for (done, one) in (0..).zip(&request.letters) {
            if stopped.is_none() && job.report(done, of, "Handing letters to the printer").is_break() {
                stopped = Some("You stopped the printing before it.");
            }
            let number = self.inner().number_of(one.letter);
            if let Some(sentence) = stopped {
                let (letter, rule) = (one.letter, String::new());
                answer.failed.push(TraySaid { letter, number, rule, sentence: sentence.to_owned() });
                continue;
            }
            match self.print_one(one.command_id, one.letter, None, &how) {
                Ok(case) => {
                    cases.insert(case);
                    answer.recorded.push(one.letter);
                }
                Err(error) => {
                    let error = IpcError::from(error);
                    // The next would fare no better, and somebody has to look at the printer or the disk first.
                    if let IpcError::Unavailable {
                        code: UnavailableCode::Printer | UnavailableCode::DiskFull | UnavailableCode::ReadOnly,
                        ..
                    } = error
                    {
                        stopped = Some("It was not sent to the printer after the one before it failed.");
                    }
                    answer.failed.push(said_of(one.letter, number, error));
                }
            }
        }
        Ok(Reply::changed(answer, topics(cases)))
    }

    pub(crate) fn record_tray_sent(&self, request: &TrayRecordSent) -> Done<TrayRecorded> {
        let mut recorded = TrayRecorded { recorded: Vec::new(), failed: Vec::new(), advisories: Vec::new() };
        let mut cases: BTreeSet<CaseId> = BTreeSet::new();
        let mut inner = self.inner();
        for sent in &request.letters {
            let number = inner.number_of(sent.letter);
            match self.record_one_sent(&mut inner, request, sent, cases.contains(&sent.case)) {
                Ok(advisories) => {
                    cases.insert(sent.case);
                    recorded.recorded.push(sent.letter);
                    recorded.advisories.extend(advisories.into_iter().map(|advisory| TraySaid {
                        letter: sent.letter,
                        number: number.clone(),
                        rule: advisory.rule.to_string(),
                        sentence: advisory.sentence,
                    }));
                }
                Err(error) => recorded.failed.push(said_of(sent.letter, number, error.into())),
            }
        }
        Ok(Reply::changed(recorded, topics(cases)))
    }

    fn record_one_sent(
        &self,
        inner: &mut Inner,
        request: &TrayRecordSent,
        sent: &TraySent,
        is_case_touched: bool,
    ) -> Result<Vec<casebook_cases::Advisory>, AppError> {
        let known = inner.case_of_letter(sent.letter)?.0;
        if known != sent.case {
            return Err(crate::record::no_case().into());
        }
        let record = Record {
            command_id: sent.command_id,
            case: sent.case,
            // The version on screen is that from before the first letter of this case went.
            version: (!is_case_touched).then_some(sent.version),
            command: Command::RecordLetterSent {
                on: request.on,
                letter: sent.letter,
                channel: channel(request.channel),
                class: request.class.map(postal_class),
            },
            texts: sent_texts(sent.tracking.reveal(), request.place.reveal()),
            forget_drafts: Vec::new(),
        };
        inner.record(&self.ports, record)
    }
}

impl Inner {
    /// "SR-2026-0042-E/3"; empty if there is no such letter. A number that cannot be read is no reason to lose count of
    /// what was printed or sent before it: whatever is the matter is said of the letter itself.
    fn number_of(&self, letter: LetterId) -> String {
        let row = self.store.letter(letter).ok().flatten();
        row.map_or_else(String::new, |row| format!("{}/{}", row.reference, row.number))
    }
}

/// So many letters, if they can be done at once.
fn some(count: usize) -> Result<usize, IpcError> {
    if (1..=MOST).contains(&count) {
        return Ok(count);
    }
    Err(IpcError::field("letters", format!("Choose from 1 to {MOST} letters.")))
}

/// What is stale once letters of these cases were printed or sent.
fn topics(cases: BTreeSet<CaseId>) -> Vec<Topic> {
    let cases = cases.into_iter().map(|case| Topic::Case { case });
    cases.chain([Topic::Cases, Topic::Letters, Topic::Gate]).collect()
}

/// Why one letter was not recorded, in the words it would have had alone.
fn said_of(letter: LetterId, number: String, error: IpcError) -> TraySaid {
    let (rule, sentence) = match error {
        IpcError::Refused { refused } => (refused.rule, format!("{} {}", refused.reason, refused.remedy)),
        IpcError::Invalid { fields } => {
            let said: Vec<String> = fields.into_iter().map(|field| field.message).collect();
            (String::new(), said.join(" "))
        }
        IpcError::Conflict { message }
        | IpcError::NotFound { message }
        | IpcError::Unavailable { message, .. } => (String::new(), message),
        IpcError::Locked | IpcError::WrongPassphrase { .. } | IpcError::Cancelled | IpcError::Bug { .. } => {
            (String::new(), "It could not be recorded. Open the letter and record it there.".to_owned())
        }
    };
    TraySaid { letter, number, rule, sentence }
}
