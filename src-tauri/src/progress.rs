//! Tells the page how far long work has come. A bar that moves ten times a second looks smooth; more would only keep the
//! page busy.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use casebook_app::ports::Progress;
use serde::Serialize;
use tauri::{AppHandle, Emitter};

use crate::system::moment;

const PAUSE: Duration = Duration::from_millis(100);

/// Shows progress as events of the page.
pub(crate) struct ProgressEvents {
    app: AppHandle,
    told: Mutex<Told>,
}

/// What the page heard last.
#[derive(Default)]
struct Told {
    job: String,
    words: String,
    at: Duration,
}

/// How far long work has come, as the page hears it.
#[derive(Clone, Serialize)]
struct Shown<'a> {
    job: &'a str,
    done: u32,
    of: u32,
    words: &'a str,
}

impl ProgressEvents {
    /// Tells the page in this program's window.
    pub(crate) fn new(app: AppHandle) -> Self {
        Self { app, told: Mutex::default() }
    }
}

impl Told {
    /// Whether the page should hear of it; remembers it if so. The end and a change of words are always worth telling.
    fn is_worth(&mut self, now: Duration, job: &str, is_done: bool, words: &str) -> bool {
        let is_new = self.job != job || self.words != words;
        let is_worth = is_new || is_done || now.saturating_sub(self.at) >= PAUSE;
        if is_worth {
            *self = Self { job: job.to_owned(), words: words.to_owned(), at: now };
        }
        is_worth
    }
}

impl Progress for ProgressEvents {
    fn show(&self, job: &str, done: u32, of: u32, words: &str) {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if told.is_worth(moment().steady, job, done >= of, words) {
            // A page that is gone needs no telling.
            drop(self.app.emit("progress", Shown { job, done, of, words }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Told;
    use std::time::Duration;

    #[test]
    fn the_page_hears_what_is_new_and_the_end_and_else_not_too_often() {
        let mut told = Told::default();
        for (millis, job, is_done, words, worth) in [
            (0, "a", false, "Writing", true),
            (10, "a", false, "Writing", false),
            (99, "a", false, "Writing", false),
            (100, "a", false, "Writing", true),
            (110, "a", false, "Checking", true),
            (120, "b", false, "Checking", true),
            (130, "b", true, "Checking", true),
        ] {
            let now = Duration::from_millis(millis);
            assert_eq!(told.is_worth(now, job, is_done, words), worth, "{millis} {job} {words}");
        }
    }
}
