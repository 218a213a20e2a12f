//! Ports that repeat themselves.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use casebook_app::ports::{Dialogs, IdSource, Random, TimeSource};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use uuid::Uuid;

/// A time that moves only when told to.
pub struct FixedTime(Mutex<DateTime<Utc>>);

impl FixedTime {
    /// Noon (UTC) of a day.
    ///
    /// # Panics
    /// If the text is not a date such as `2026-11-22`.
    #[must_use]
    pub fn on(day: &str) -> Self {
        Self(Mutex::new(noon(day)))
    }

    /// Moves to noon of another day.
    ///
    /// # Panics
    /// If the text is not a date.
    pub fn set(&self, day: &str) {
        *self.0.lock().expect("no test panics while it holds the time") = noon(day);
    }
}

fn noon(day: &str) -> DateTime<Utc> {
    let day: NaiveDate = day.parse().expect("a date such as 2026-11-22");
    day.and_time(NaiveTime::from_hms_opt(12, 0, 0).expect("noon exists")).and_utc()
}

impl TimeSource for FixedTime {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().expect("no test panics while it holds the time")
    }

    fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }
}

/// Ids that count.
#[derive(Default)]
pub struct SeededIds(AtomicU64);

impl IdSource for SeededIds {
    fn next(&self) -> Uuid {
        let number = self.0.fetch_add(1, Ordering::Relaxed) + 1;
        Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 | u128::from(number))
    }
}

/// Bytes that look random and repeat themselves (SplitMix64).
pub struct SeededRandom(AtomicU64);

impl SeededRandom {
    /// Begins from a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(AtomicU64::new(seed))
    }
}

impl Random for SeededRandom {
    fn fill(&self, buffer: &mut [u8]) -> bool {
        for chunk in buffer.chunks_mut(8) {
            let mut z = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            for (byte, random) in chunk.iter_mut().zip((z ^ (z >> 31)).to_le_bytes()) {
                *byte = random;
            }
        }
        true
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
