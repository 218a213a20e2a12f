//! Ports that repeat themselves: a time that moves only when told to, ids that count, random bytes from a seed. Fit for
//! made-up casebooks only.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use casebook_app::ports::{Dialogs, IdSource, Random, TimeSource};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use uuid::Uuid;

use crate::chance::mixed;

/// A time that moves only when told to: nine in the morning, and a second later at each look.
pub struct StoryTime(Mutex<DateTime<Utc>>);

impl StoryTime {
    /// Begins on a day.
    #[must_use]
    pub fn on(day: NaiveDate) -> Self {
        Self(Mutex::new(morning(day)))
    }

    /// Moves to another day.
    pub fn set(&self, day: NaiveDate) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = morning(day);
    }
}

fn morning(day: NaiveDate) -> DateTime<Utc> {
    day.and_hms_opt(9, 0, 0).unwrap_or_default().and_utc()
}

impl TimeSource for StoryTime {
    fn now(&self) -> DateTime<Utc> {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let this = *now;
        *now = this.checked_add_signed(TimeDelta::milliseconds(10)).unwrap_or(this);
        this
    }

    fn today(&self) -> NaiveDate {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).date_naive()
    }
}

/// Ids that count.
#[derive(Default)]
pub struct CountingIds(AtomicU64);

impl IdSource for CountingIds {
    fn next(&self) -> Uuid {
        let number = self.0.fetch_add(1, Ordering::Relaxed).wrapping_add(1);
        // The shape of a version 7 id of 2024.
        Uuid::from_u128(0x018c_c251_f400_7000_8000_0000_0000_0000 | u128::from(number))
    }
}

/// Bytes that look random and repeat themselves.
pub struct RepeatingRandom(AtomicU64);

impl RepeatingRandom {
    /// Begins from a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(AtomicU64::new(seed))
    }
}

impl Random for RepeatingRandom {
    fn fill(&self, buffer: &mut [u8]) -> bool {
        for chunk in buffer.chunks_mut(8) {
            let state = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
            for (byte, random) in chunk.iter_mut().zip(mixed(state).to_le_bytes()) {
                *byte = random;
            }
        }
        true
    }
}

/// Dialogs that are always closed at once.
pub struct NoDialogs;

impl Dialogs for NoDialogs {
    fn open_file(&self, _title: &str) -> Option<std::path::PathBuf> {
        None
    }

    fn choose_folder(&self, _title: &str) -> Option<std::path::PathBuf> {
        None
    }

    fn save_file(&self, _title: &str, _suggested_name: &str) -> Option<std::path::PathBuf> {
        None
    }
}
