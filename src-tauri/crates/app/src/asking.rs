//! Asking for a place through a dialog of the system, without keeping the casebook open for it.
//!
//! A dialog stays on the screen as long as somebody leaves it there; locking cannot close it. So the command does not
//! wait for the dialog itself: once the casebook locks, the command ends, its keys go with it, and what the dialog
//! answers later is heard by nobody.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use casebook_ipc::IpcError;

use crate::open::Open;
use crate::ports::Dialogs;

/// How long a command may outlive the locking of its casebook.
const LISTENS_EVERY: Duration = Duration::from_millis(100);

impl Open {
    /// A file to write.
    ///
    /// # Errors
    /// [`IpcError::Cancelled`] if the DPO closed the dialog, [`IpcError::Locked`] if the casebook locked meanwhile.
    pub(crate) fn ask_where_to_save(&self, title: &str, suggested_name: &str) -> Result<PathBuf, IpcError> {
        let (title, name) = (title.to_owned(), suggested_name.to_owned());
        self.ask(move |dialogs| dialogs.save_file(&title, &name))
    }

    /// A file to read.
    ///
    /// # Errors
    /// As [`Open::ask_where_to_save`].
    pub(crate) fn ask_for_file(&self, title: &str) -> Result<PathBuf, IpcError> {
        let title = title.to_owned();
        self.ask(move |dialogs| dialogs.open_file(&title))
    }

    /// A folder to write into.
    ///
    /// # Errors
    /// As [`Open::ask_where_to_save`].
    pub(crate) fn ask_for_folder(&self, title: &str) -> Result<PathBuf, IpcError> {
        let title = title.to_owned();
        self.ask(move |dialogs| dialogs.choose_folder(&title))
    }

    fn ask(
        &self,
        dialog: impl FnOnce(&dyn Dialogs) -> Option<PathBuf> + Send + 'static,
    ) -> Result<PathBuf, IpcError> {
        let dialogs = Arc::clone(&self.ports.dialogs);
        let (answer, answers) = channel();
        std::thread::spawn(move || {
            // Nobody listens any more once the casebook has locked.
            let _ = answer.send(dialog(dialogs.as_ref()));
        });
        loop {
            let heard = answers.recv_timeout(LISTENS_EVERY);
            if self.is_locked.load(Ordering::SeqCst) {
                return Err(IpcError::Locked);
            }
            match heard {
                Ok(place) => return place.ok_or(IpcError::Cancelled),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Err(IpcError::Cancelled),
            }
        }
    }
}
