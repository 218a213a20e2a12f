//! Civil dates: months, days and weekdays. The only place in the product that adds to a date.
//!
//! A civil date is a day on a wall calendar in London, without a time and without a zone (TIME-16). Nothing here
//! knows holidays; those are in [`crate::calendar`]. Every function is total: a date that cannot exist is `None`.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// The day with the same number `months` later; where that month has no such day, its last day (TIME-2).
///
/// Months are counted from the day given, never from an earlier result: 31 January plus three is 30 April, although
/// 31 January plus one is 28 February.
#[must_use]
pub fn plus_months(day: NaiveDate, months: u32) -> Option<NaiveDate> {
    day.checked_add_months(Months::new(months))
}

/// The day `days` later, closed days counted like any other.
#[must_use]
pub fn plus_days(day: NaiveDate, days: u32) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(u64::from(days)))
}

/// The day `days` earlier.
#[must_use]
pub fn minus_days(day: NaiveDate, days: u32) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(u64::from(days)))
}

/// How many days lie between two days: 1 September to 2 September is 1. Negative when `to` is the earlier one.
#[must_use]
pub fn days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
}

/// How many days a span has when its first and its last day both count (TIME-7): 4 to 10 September has 7.
#[must_use]
pub fn days_in_span(first: NaiveDate, last: NaiveDate) -> i64 {
    days_between(first, last).saturating_add(1).max(0)
}

/// Whether a day is a Saturday or a Sunday.
#[must_use]
pub fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The first such weekday of a month, for holidays like "first Monday in May".
#[must_use]
pub fn first_weekday_of_month(year: i32, month: u32, weekday: Weekday) -> Option<NaiveDate> {
    NaiveDate::from_weekday_of_month_opt(year, month, weekday, 1)
}

/// The last such weekday of a month, for holidays like "last Monday in August".
#[must_use]
pub fn last_weekday_of_month(year: i32, month: u32, weekday: Weekday) -> Option<NaiveDate> {
    [5, 4].into_iter().find_map(|nth| NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth))
}

/// Easter Sunday of a year in the Gregorian calendar, by the usual whole-number method (Meeus, Jones and Butcher).
#[must_use]
pub fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, in_century) = (year.div_euclid(100), year.rem_euclid(100));
    let moon_shift = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * golden + century - century.div_euclid(4) - moon_shift + 15).rem_euclid(30);
    let to_sunday =
        (32 + 2 * century.rem_euclid(4) + 2 * in_century.div_euclid(4) - epact - in_century.rem_euclid(4))
            .rem_euclid(7);
    let late = (golden + 11 * epact + 22 * to_sunday).div_euclid(451);
    let days_from_march = epact + to_sunday - 7 * late + 114;
    let month = u32::try_from(days_from_march.div_euclid(31)).ok()?;
    let day = u32::try_from(days_from_march.rem_euclid(31) + 1).ok()?;
    NaiveDate::from_ymd_opt(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_keeps_the_day_number_or_ends_with_the_month() {
        for (from, months, to) in [
            ("2026-09-01", 1, "2026-10-01"),
            ("2027-01-31", 1, "2027-02-28"),
            ("2028-01-31", 1, "2028-02-29"),
            ("2028-02-29", 1, "2028-03-29"),
            ("2027-02-28", 1, "2027-03-28"),
            ("2027-01-31", 3, "2027-04-30"),
            ("2026-11-30", 3, "2027-02-28"),
        ] {
            assert_eq!(plus_months(on(from), months), Some(on(to)), "{from} plus {months}");
        }
    }

    #[test]
    fn the_end_of_time_is_an_answer_and_not_a_panic() {
        assert_eq!(plus_months(NaiveDate::MAX, 1), None);
        assert_eq!(plus_days(NaiveDate::MAX, 1), None);
        assert_eq!(minus_days(NaiveDate::MIN, 1), None);
        assert_eq!(easter_sunday(i32::from(i16::MAX) * 100), None);
    }

    #[test]
    fn spans_count_both_their_ends_and_distances_only_one() {
        assert_eq!(days_between(on("2026-09-04"), on("2026-09-10")), 6);
        assert_eq!(days_in_span(on("2026-09-04"), on("2026-09-10")), 7);
        assert_eq!(days_in_span(on("2026-09-04"), on("2026-09-04")), 1);
        assert_eq!(days_in_span(on("2026-09-04"), on("2026-09-03")), 0);
    }

    #[test]
    fn easter_falls_where_the_almanac_says() {
        for sunday in ["2000-04-23", "2019-04-21", "2024-03-31", "2026-04-05", "2028-04-16", "2038-04-25"] {
            assert_eq!(easter_sunday(on(sunday).year()), Some(on(sunday)));
        }
    }

    #[test]
    fn the_last_monday_is_the_fifth_or_the_fourth() {
        assert_eq!(last_weekday_of_month(2026, 8, Weekday::Mon), Some(on("2026-08-31")));
        assert_eq!(last_weekday_of_month(2026, 5, Weekday::Mon), Some(on("2026-05-25")));
        assert_eq!(first_weekday_of_month(2027, 5, Weekday::Mon), Some(on("2027-05-03")));
    }
}
