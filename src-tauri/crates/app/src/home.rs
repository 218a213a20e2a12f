//! What the frame of every screen shows.

use casebook_ipc::{Home, Nothing, Reply, SetupStep};
use casebook_law::words;

use crate::errors::Done;
use crate::open::Open;

impl Open {
    pub(crate) fn home(&self, _: &Nothing) -> Done<Home> {
        let inner = self.inner();
        let settings = inner.settings()?;
        let setup = if !inner.recovery_is_confirmed()? {
            SetupStep::RecoveryKey
        } else if settings.is_complete() {
            SetupStep::Done
        } else {
            SetupStep::Organisation
        };
        let today = self.ports.time.today();
        Ok(Reply::read(Home {
            setup,
            organisation: settings.organisation.name,
            today,
            today_words: words::long_date(today),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            open_cases: inner.store.counts(today)?.open,
            letters_to_send: u32::try_from(inner.store.letters_to_send()?.len()).unwrap_or(u32::MAX),
        }))
    }
}
