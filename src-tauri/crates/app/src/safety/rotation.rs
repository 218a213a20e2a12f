//! Which backups are kept: the last of each of the last seven days that have one, the last of each of the last four
//! weeks that have one, and none that is older than 35 days, because what was erased is in it.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike as _, Utc};

const DAYS: usize = 7;
const WEEKS: usize = 4;
/// The oldest that a backup may become, in days.
pub(crate) const OLDEST: i64 = 35;

/// The times that are kept. The newest always is.
pub(crate) fn kept(times: &BTreeSet<DateTime<Utc>>, now: DateTime<Utc>) -> BTreeSet<DateTime<Utc>> {
    let newest = times.last().copied();
    let young = |time: &&DateTime<Utc>| now.signed_duration_since(**time).num_days() < OLDEST;
    let (mut days, mut weeks) = (BTreeSet::new(), BTreeSet::new());
    let mut kept: BTreeSet<_> = newest.into_iter().collect();
    for time in times.iter().rev().filter(young) {
        let (day, week) = (time.date_naive(), time.iso_week());
        let is_last_of_day = days.len() < DAYS && days.insert(day);
        let is_last_of_week = weeks.len() < WEEKS && weeks.insert((week.year(), week.week()));
        if is_last_of_day || is_last_of_week {
            kept.insert(*time);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;

    use super::*;

    fn at(hours: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_790_000_000, 0).unwrap() + TimeDelta::hours(hours)
    }

    #[test]
    fn after_half_a_year_of_a_backup_every_six_hours_seven_days_and_four_weeks_remain() {
        let mut times = BTreeSet::new();
        for hour in (0..24 * 180).step_by(6) {
            times.insert(at(hour));
            times = kept(&times, at(hour));
        }
        let ages: Vec<i64> = times.iter().rev().map(|time| (at(24 * 180 - 6) - *time).num_days()).collect();
        assert!((9..=11).contains(&times.len()), "{ages:?}");
        assert_eq!(ages.iter().filter(|age| **age < 7).count(), 7, "{ages:?}");
        assert!(ages.iter().all(|age| *age < 28), "{ages:?}");
    }

    #[test]
    fn after_a_long_holiday_the_old_ones_go_and_the_new_one_stays() {
        let times = BTreeSet::from([at(0), at(24), at(24 * 60)]);
        assert_eq!(kept(&times, at(24 * 60)), BTreeSet::from([at(24 * 60)]));
    }

    proptest! {
        #[test]
        fn never_none_never_too_many_never_too_old(hours in prop::collection::btree_set(0_i64..3000, 1..200), now in 0_i64..4000) {
            let times: BTreeSet<_> = hours.iter().map(|hour| at(*hour)).collect();
            let kept = kept(&times, at(now));
            prop_assert!(kept.is_subset(&times));
            prop_assert!(kept.contains(times.last().unwrap()));
            prop_assert!(kept.len() <= DAYS + WEEKS);
            let old = kept.iter().filter(|time| (at(now) - **time).num_days() >= OLDEST);
            prop_assert!(old.count() <= 1);
        }
    }
}
