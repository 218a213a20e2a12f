//! Many letters at once: one file to print, and one day on which they went. Each stays an entry of its own case, so one
//! that cannot be recorded keeps no other from being recorded.

use std::collections::BTreeSet;

use casebook_cases::{CaseId, Command, LetterId};
use casebook_ipc::{
    IpcError, Reply, Topic, TrayPrintFile, TrayPrinted, TrayRecordSent, TrayRecorded, TraySaid, TraySent,
};
use casebook_law::words;
use casebook_letters::{page_count, print_file};

use super::post::sent_texts;
use crate::cases::{channel, postal_class};
use crate::errors::{AppError, Done, bug};
use crate::open::{Inner, Open};
use crate::record::Record;

/// So many letters go into one file at most: more than anybody posts in a day.
const MOST: usize = 500;

impl Open {
    pub(crate) fn save_tray_file(&self, request: &TrayPrintFile) -> Done<TrayPrinted> {
        let count = request.letters.len();
        if count == 0 || count > MOST {
            let message = format!("Choose from 1 to {MOST} letters.");
            return Err(IpcError::field("letters", message).into());
        }
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
        let path = self.ports.dialogs.save_file(title, &file_name).ok_or(IpcError::Cancelled)?;
        casebook_vault::atomic::write(&path, &printed).map_err(AppError::File)?;
        let letters = u32::try_from(count).unwrap_or(u32::MAX);
        Ok(Reply::read(TrayPrinted { file_name, letters, pages }))
    }

    pub(crate) fn record_tray_sent(&self, request: &TrayRecordSent) -> Done<TrayRecorded> {
        let mut recorded = TrayRecorded { recorded: Vec::new(), failed: Vec::new(), advisories: Vec::new() };
        let mut cases: BTreeSet<CaseId> = BTreeSet::new();
        let mut inner = self.inner();
        for sent in &request.letters {
            let number = inner.number_of(sent.letter)?;
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
                Err(error) => recorded.failed.push(said_of(sent.letter, number, error)),
            }
        }
        let topics = cases.into_iter().map(|case| Topic::Case { case });
        let topics = topics.chain([Topic::Cases, Topic::Letters, Topic::Gate]).collect();
        Ok(Reply::changed(recorded, topics))
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
    /// "SR-2026-0042-E/3"; empty if there is no such letter.
    fn number_of(&self, letter: LetterId) -> Result<String, AppError> {
        let row = self.store.letter(letter)?;
        Ok(row.map_or_else(String::new, |row| format!("{}/{}", row.reference, row.number)))
    }
}

/// Why one letter was not recorded, in the words it would have had alone.
fn said_of(letter: LetterId, number: String, error: AppError) -> TraySaid {
    let (rule, sentence) = match IpcError::from(error) {
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
