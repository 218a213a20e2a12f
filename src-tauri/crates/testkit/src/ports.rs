//! Ports that repeat themselves.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Mutex;

use casebook_app::ports::{Dialogs, TimeSource};
use casebook_demo::ports::StoryTime;
use chrono::{DateTime, NaiveDate, Utc};

/// A time that moves only when told to, by dates as tests write them.
pub struct FixedTime(StoryTime);

impl FixedTime {
    /// A day such as `2026-11-22`.
    ///
    /// # Panics
    /// If the text is not a date.
    #[must_use]
    pub fn on(day: &str) -> Self {
        Self(StoryTime::on(date(day)))
    }

    /// Moves to another day.
    ///
    /// # Panics
    /// If the text is not a date.
    pub fn set(&self, day: &str) {
        self.0.set(date(day));
    }
}

fn date(day: &str) -> NaiveDate {
    day.parse().expect("a date such as 2026-11-22")
}

impl TimeSource for FixedTime {
    fn now(&self) -> DateTime<Utc> {
        self.0.now()
    }

    fn today(&self) -> NaiveDate {
        self.0.today()
    }
}

/// Dialogs that answer from a list, in order; an empty list is a closed dialog.
#[derive(Default)]
pub struct ListedDialogs(Mutex<VecDeque<PathBuf>>);

impl ListedDialogs {
    /// The next answer.
    ///
    /// # Panics
    /// If another test thread panicked while it held the list.
    pub fn will_answer(&self, path: impl Into<PathBuf>) {
        self.0.lock().expect("no test panics while it holds the list").push_back(path.into());
    }

    fn next(&self) -> Option<PathBuf> {
        self.0.lock().expect("no test panics while it holds the list").pop_front()
    }
}

impl Dialogs for ListedDialogs {
    fn choose_folder(&self, _title: &str) -> Option<PathBuf> {
        self.next()
    }

    fn save_file(&self, _title: &str, _suggested_name: &str) -> Option<PathBuf> {
        self.next()
    }
}
