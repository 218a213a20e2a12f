//! The real world: time in London, ids, random bytes, and "dialogs" that answer with what the arguments said.

use std::path::PathBuf;
use std::sync::Arc;

use casebook_app::ports::{Dialogs, IdSource, Jobs, NoPrinter, Ports, Random, TimeSource};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::London;
use uuid::Uuid;

struct SystemTime;

impl TimeSource for SystemTime {
    #[expect(clippy::disallowed_methods, reason = "this is where the time comes from")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn today(&self) -> NaiveDate {
        self.now().with_timezone(&London).date_naive()
    }
}

struct SystemIds;

impl IdSource for SystemIds {
    #[expect(clippy::disallowed_methods, reason = "this is where ids come from")]
    fn next(&self) -> Uuid {
        Uuid::now_v7()
    }
}

struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&self, buffer: &mut [u8]) -> bool {
        getrandom::fill(buffer).is_ok()
    }
}

/// Answers every dialog with the folder named on the command line.
struct NamedFolder(Option<PathBuf>);

impl Dialogs for NamedFolder {
    fn open_file(&self, _title: &str) -> Option<PathBuf> {
        None
    }

    fn choose_folder(&self, _title: &str) -> Option<PathBuf> {
        self.0.clone()
    }

    fn save_file(&self, _title: &str, suggested_name: &str) -> Option<PathBuf> {
        self.0.as_ref().map(|folder| folder.join(suggested_name))
    }
}

/// Today in London, whatever the computer's time zone says.
pub(crate) fn today_in_london() -> NaiveDate {
    SystemTime.today()
}

/// The real ports; dialogs answer with `folder`.
pub(crate) fn ports(folder: Option<PathBuf>) -> Ports {
    Ports {
        time: Arc::new(SystemTime),
        ids: Arc::new(SystemIds),
        random: Arc::new(SystemRandom),
        dialogs: Arc::new(NamedFolder(folder)),
        printer: Arc::new(NoPrinter),
        jobs: Jobs::unwatched(),
    }
}
