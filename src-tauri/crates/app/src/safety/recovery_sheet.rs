//! The recovery key as a sheet of paper. It is meant to be copied by hand or printed; as a file it opens the casebook
//! for whoever finds it, so saving one takes a word typed against the warning.

use casebook_ipc::{FileSaved, IpcError, RecoverySaveSheet, Reply};
use casebook_law::words;
use casebook_letters::{Sheet, SheetBlock, SheetSection, render_sheet};
use casebook_vault::atomic;

use crate::errors::{AppError, Done, bug};
use crate::letters::sha256;
use crate::open::Open;

/// What the DPO types to say that the warning was read. The page shows it.
const WORD: &str = "paper";
const FILE_NAME: &str = "Recovery key.pdf";

impl Open {
    pub(crate) fn save_recovery_sheet(&self, request: &RecoverySaveSheet) -> Done<FileSaved> {
        if !request.typed.trim().eq_ignore_ascii_case(WORD) {
            let message =
                format!("Type the word {WORD} to say that the file will be deleted once it is on paper.");
            return Err(IpcError::field("typed", message).into());
        }
        let pdf = {
            let inner = self.inner();
            let Some((key, _)) = &inner.pending else {
                let message = "The recovery key is no longer on screen. Make a new one to save its sheet.";
                return Err(IpcError::Conflict { message: message.to_owned() }.into());
            };
            self.draw(&key.groups(), &inner.store.casebook().to_string())?
        };
        let title = "Save the recovery sheet where only you can read it";
        let path = self.ports.dialogs.save_file(title, FILE_NAME).ok_or(IpcError::Cancelled)?;
        atomic::write(&path, &pdf).map_err(AppError::File)?;
        Ok(Reply::read(FileSaved { file_name: FILE_NAME.to_owned(), sha256: sha256(&pdf) }))
    }

    fn draw(&self, groups: &[String], casebook: &str) -> Result<Vec<u8>, AppError> {
        let paragraph = |text: &str| SheetBlock::Paragraph(text.to_owned());
        let rows = (1..).zip(groups).map(|(number, group): (u32, _)| vec![number.to_string(), spaced(group)]);
        let sheet = Sheet {
            title: "Recovery key of a casebook".to_owned(),
            subtitle: "It opens the casebook when the passphrase is forgotten.".to_owned(),
            reference: format!("Casebook {casebook}"),
            made_on: self.ports.time.today(),
            sections: vec![
                SheetSection {
                    heading: "The key".to_owned(),
                    blocks: vec![SheetBlock::Table {
                        headers: vec!["Group".to_owned(), "Letters and digits".to_owned()],
                        rows: rows.collect(),
                    }],
                },
                SheetSection {
                    heading: "What to know".to_owned(),
                    blocks: vec![
                        paragraph(
                            "Whoever has this sheet and the casebook, or a backup of it, can read everything in it. Keep the \
                             sheet apart from the computer, for example in a safe or with somebody you trust.",
                        ),
                        paragraph(
                            "To use it, start the program, choose “Use the recovery key instead” and type the groups in \
                             order. Capital and small letters are the same, and so are the letter O and the digit 0.",
                        ),
                        paragraph(
                            "If a new recovery key is made, this one opens nothing any more, except backups made before. \
                             Destroy this sheet then.",
                        ),
                    ],
                },
            ],
            footer: format!("Made on {}", words::long_date(self.ports.time.today())),
        };
        Ok(render_sheet(&sheet).map_err(|_| bug("recovery-sheet"))?.pdf)
    }
}

/// Wide apart, so that it can be copied without a slip.
fn spaced(group: &str) -> String {
    group.chars().map(String::from).collect::<Vec<_>>().join(" ")
}
