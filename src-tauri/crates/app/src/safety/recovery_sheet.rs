//! The recovery key as a sheet of paper. It is meant to be copied by hand or printed; as a file it opens the casebook
//! for whoever finds it, so saving one takes a word typed against the warning.

use casebook_ipc::{FileSaved, IpcError, RecoverySaveSheet, Reply};
use casebook_letters::{RecoverySheet, render_recovery_sheet};
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
        let path = self.ask_where_to_save(title, FILE_NAME)?;
        atomic::write(&path, &pdf).map_err(AppError::File)?;
        Ok(Reply::read(FileSaved { file_name: FILE_NAME.to_owned(), sha256: sha256(&pdf) }))
    }

    fn draw(&self, groups: &[String], casebook: &str) -> Result<Vec<u8>, AppError> {
        let sheet = RecoverySheet { casebook, groups, made_on: self.ports.time.today() };
        Ok(render_recovery_sheet(&sheet).map_err(|_| bug("recovery-sheet"))?.pdf)
    }
}
