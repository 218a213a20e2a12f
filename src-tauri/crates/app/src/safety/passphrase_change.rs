//! Another passphrase for the same casebook. The key file is replaced whole, so that at any moment either the old or
//! the new one opens it.

use casebook_cases::casebook::Event as CasebookEvent;
use casebook_ipc::{IpcError, PassphraseChange, PassphraseChanged, Reply, Topic};
use casebook_vault::{Error, KeyFile, Secret};

use crate::errors::{AppError, Done};
use crate::gatehouse::choose_passphrase;
use crate::open::{Inner, Open};
use crate::ports::random_source;

impl Open {
    pub(crate) fn change_passphrase(&self, request: &PassphraseChange) -> Done<PassphraseChanged> {
        let new = choose_passphrase("new", &request.new, &request.again)?;
        if request.new == request.current {
            return Err(IpcError::field("new", "This is the passphrase in force. Choose another one.").into());
        }
        let current = crate::gatehouse::secret(&request.current);
        let mut inner = self.inner();
        let before = KeyFile::read(&inner.folder)?;
        match before.unlock_with_passphrase(&current) {
            Ok(_) => {}
            Err(Error::WrongPassphrase) => {
                let message = "This is not the passphrase in force. Nothing was changed.";
                return Err(IpcError::field("current", message).into());
            }
            Err(error) => return Err(error.into()),
        }
        let after = self.rewrapped(&inner, &before, &new)?;
        after.write(&inner.folder)?;
        inner.key_file = after;
        if let Err(error) = self.confirm(&mut inner, &new) {
            // The change was not recorded, so it is not made. If this fails too, the new passphrase opens it.
            if before.write(&inner.folder).is_ok() {
                inner.key_file = before;
            }
            return Err(error);
        }
        // The old passphrase opens nothing here any more.
        KeyFile::forget_previous(&inner.folder)?;
        let sentence = "The passphrase was changed. Backups made before still open with the old one; they are removed \
                        after at most 35 days. The recovery key stays as it is.";
        Ok(Reply::changed(PassphraseChanged { sentence: sentence.to_owned() }, vec![Topic::Gate]))
    }

    fn rewrapped(&self, inner: &Inner, before: &KeyFile, new: &Secret) -> Result<KeyFile, AppError> {
        let mut after = before.clone();
        after.change_passphrase(&inner.master, new, self.place.strength, &mut random_source(&self.ports))?;
        Ok(after)
    }

    /// The file as it lies there now must open with the new passphrase before the change is recorded.
    fn confirm(&self, inner: &mut Inner, new: &Secret) -> Result<(), AppError> {
        KeyFile::read(&inner.folder)?.unlock_with_passphrase(new)?;
        inner.record_casebook(&self.ports, &CasebookEvent::PassphraseChanged {}, Vec::new())
    }
}
