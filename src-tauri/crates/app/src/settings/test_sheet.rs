//! The sheet to print, fold and put into the envelope before the first letter goes.

use casebook_ipc::{EnvelopeTestSheet, FileSaved, IpcError, Reply};
use casebook_letters::render_test_sheet;

use super::form::envelope;
use crate::errors::{AppError, Done};
use crate::letters::sha256;
use crate::open::Open;
use crate::problems::Problems;

/// The name it is saved under.
const NAME: &str = "Envelope test sheet.pdf";

impl Open {
    pub(crate) fn save_envelope_test_sheet(&self, request: &EnvelopeTestSheet) -> Done<FileSaved> {
        let mut problems = Problems::default();
        let envelope = envelope(&request.envelope, &mut problems);
        problems.none()?;
        let drawn = render_test_sheet(&envelope, self.ports.time.today()).map_err(|error| {
            IpcError::field("envelope.windowBottom", format!("The sheet cannot be drawn: {error}."))
        })?;
        let path = self.ask_where_to_save("Save the test sheet as PDF", NAME)?;
        casebook_vault::atomic::write(&path, &drawn.pdf).map_err(AppError::File)?;
        Ok(Reply::read(FileSaved { file_name: NAME.to_owned(), sha256: sha256(&drawn.pdf) }))
    }
}
