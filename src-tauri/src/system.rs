//! The real time, real ids and real random bytes. The only place of the window that asks the system for them.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use casebook_app::ports::{IdSource, Random, TimeSource};
use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use chrono_tz::Europe::London;
use uuid::Uuid;

/// The computer's time, and the date it makes in London (TIME-16).
pub(crate) struct RealTime {
    /// Taken for today, whatever the calendar says; the time of day still passes.
    pub(crate) fixed: Option<NaiveDate>,
}

impl TimeSource for RealTime {
    fn now(&self) -> DateTime<Utc> {
        let now = utc_now();
        let Some(day) = self.fixed else { return now };
        let time_of_day = now.with_timezone(&London).time();
        // An hour in spring does not exist in London: then noon will do.
        let moved = London.from_local_datetime(&day.and_time(time_of_day)).earliest();
        moved.map_or_else(|| day.and_time(chrono::NaiveTime::MIN).and_utc(), |moved| moved.to_utc())
    }

    fn today(&self) -> NaiveDate {
        self.fixed.unwrap_or_else(|| utc_now().with_timezone(&London).date_naive())
    }
}

/// UUID version 7.
#[derive(Default)]
pub(crate) struct RealIds {
    given: AtomicU64,
}

impl IdSource for RealIds {
    fn next(&self) -> Uuid {
        let millis = u64::try_from(utc_now().timestamp_millis()).unwrap_or_default();
        let mut random = [0; 10];
        if !RealRandom.fill(&mut random) {
            // Ids need to differ, not to be secret: counting does that as well.
            let [.., a, b, c, d] = self.given.fetch_add(1, Ordering::Relaxed).to_be_bytes();
            let [.., w, x, y, z] = std::process::id().to_be_bytes();
            random = [0, 0, w, x, y, z, a, b, c, d];
        }
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }
}

/// The system's random bytes.
pub(crate) struct RealRandom;

impl Random for RealRandom {
    fn fill(&self, buffer: &mut [u8]) -> bool {
        getrandom::fill(buffer).is_ok()
    }
}

/// One moment, by two clocks: one that may be set but counts while the computer sleeps, one that never jumps but may
/// stand still meanwhile.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment {
    /// Since the program started.
    pub(crate) steady: Duration,
    /// By the computer's clock.
    pub(crate) wall: DateTime<Utc>,
}

/// This moment.
#[expect(clippy::disallowed_methods, reason = "lengths of time; statutory time comes through TimeSource")]
pub(crate) fn moment() -> Moment {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    Moment { steady: START.elapsed(), wall: utc_now() }
}

#[expect(clippy::disallowed_methods, reason = "this is the port's implementation")]
pub(crate) fn utc_now() -> DateTime<Utc> {
    Utc::now()
}

#[cfg(test)]
mod tests {
    use super::{RealIds, RealTime};
    use casebook_app::ports::{IdSource, TimeSource};
    use chrono::NaiveDate;
    use chrono_tz::Europe::London;
    use std::collections::HashSet;

    #[test]
    fn a_fixed_day_is_today_in_summer_and_winter() {
        for day in ["2026-01-31", "2026-03-29", "2026-07-01", "2026-10-25", "2026-12-31"] {
            let day: NaiveDate = day.parse().unwrap();
            let time = RealTime { fixed: Some(day) };
            assert_eq!(time.today(), day);
            assert_eq!(time.now().with_timezone(&London).date_naive(), day);
        }
    }

    #[test]
    fn ids_differ_and_are_version_7() {
        let ids = RealIds::default();
        let given: HashSet<_> = (0..1000).map(|_| ids.next()).collect();
        assert_eq!(given.len(), 1000);
        assert!(given.iter().all(|id| id.get_version_num() == 7));
    }
}
