//! What the use cases need from whoever runs them: the time, ids, random bytes, and dialogs. Nothing else comes from
//! outside; the core reads no environment and names no file of its own choosing.

use std::path::PathBuf;

use casebook_vault::NoRandomness;
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// The time. The word *clock* is kept for statutory time.
pub trait TimeSource: Send + Sync {
    /// This instant.
    fn now(&self) -> DateTime<Utc>;
    /// Today in London, whatever the computer's time zone says (TIME-16).
    fn today(&self) -> NaiveDate;
}

/// New ids, UUID version 7.
pub trait IdSource: Send + Sync {
    /// An id that was never given before.
    fn next(&self) -> Uuid;
}

/// Random bytes fit for keys and salts.
pub trait Random: Send + Sync {
    /// Fills the buffer; `false` if the system has none to give.
    #[must_use]
    fn fill(&self, buffer: &mut [u8]) -> bool;
}

/// Dialogs in which the DPO names a file or folder. Paths come from here, never from the page.
pub trait Dialogs: Send + Sync {
    /// A folder to write into; `None` if the DPO closed the dialog.
    fn choose_folder(&self, title: &str) -> Option<PathBuf>;
    /// A file to write; `None` if the DPO closed the dialog.
    fn save_file(&self, title: &str, suggested_name: &str) -> Option<PathBuf>;
}

/// All of them together.
#[derive(Clone)]
pub struct Ports {
    /// The time.
    pub time: std::sync::Arc<dyn TimeSource>,
    /// New ids.
    pub ids: std::sync::Arc<dyn IdSource>,
    /// Random bytes.
    pub random: std::sync::Arc<dyn Random>,
    /// Dialogs.
    pub dialogs: std::sync::Arc<dyn Dialogs>,
}

/// Random bytes as the vault asks for them.
pub(crate) fn random_source(ports: &Ports) -> impl FnMut(&mut [u8]) -> Result<(), NoRandomness> {
    move |buffer| if ports.random.fill(buffer) { Ok(()) } else { Err(NoRandomness) }
}
