//! Dates and numbers in words, as every screen, letter and working prints them. British English, never translated.

use std::fmt::Display;

use chrono::{Datelike, NaiveDate, Weekday};

/// "Friday 27 November 2026".
#[must_use]
pub fn long_date(day: NaiveDate) -> String {
    format!("{} {}", weekday(day), date(day))
}

/// "27 November 2026".
#[must_use]
pub fn date(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), month(day), day.year())
}

/// "Fri 27 Nov".
#[must_use]
pub fn short_date(day: NaiveDate) -> String {
    format!("{:.3} {} {:.3}", weekday(day), day.day(), month(day))
}

/// "Fri 27 Nov 2026".
#[must_use]
pub fn short_date_year(day: NaiveDate) -> String {
    format!("{} {}", short_date(day), day.year())
}

/// "Friday".
#[must_use]
pub fn weekday(day: NaiveDate) -> &'static str {
    match day.weekday() {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// "November".
#[must_use]
pub fn month(day: NaiveDate) -> &'static str {
    match day.month() {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}

/// A number with its noun: "1 day", "5 days", "1,200 days".
#[must_use]
pub fn counted(number: impl Copy + Display + TryInto<i64>, one: &str, many: &str) -> String {
    let whole: Option<i64> = number.try_into().ok();
    let noun = if whole == Some(1) { one } else { many };
    format!("{} {noun}", grouped(&number.to_string()))
}

/// Several phrases in one: "a", "a and b", "a, b and c".
#[must_use]
pub fn listed(phrases: &[String]) -> String {
    match phrases {
        [] => String::new(),
        [only] => only.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

/// Digits in threes, divided by commas, from four digits on.
fn grouped(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let mut out = String::from(sign);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_people_write_them() {
        let day: NaiveDate = "2026-11-27".parse().unwrap();
        assert_eq!(long_date(day), "Friday 27 November 2026");
        assert_eq!(date(day), "27 November 2026");
        assert_eq!(short_date(day), "Fri 27 Nov");
        assert_eq!(short_date_year(day), "Fri 27 Nov 2026");
        assert_eq!(weekday(day), "Friday");
        assert_eq!(date("2026-12-01".parse().unwrap()), "1 December 2026");
    }

    #[test]
    fn every_day_of_a_year_has_the_names_chrono_gives_it() {
        let first: NaiveDate = "2028-01-01".parse().unwrap();
        for day in first.iter_days().take(366) {
            assert_eq!(long_date(day), day.format("%A %-d %B %Y").to_string());
            assert_eq!(short_date_year(day), day.format("%a %-d %b %Y").to_string());
        }
    }

    #[test]
    fn one_day_is_singular_and_all_others_plural() {
        assert_eq!(counted(1, "day", "days"), "1 day");
        assert_eq!(counted(0, "day", "days"), "0 days");
        assert_eq!(counted(5_u32, "day", "days"), "5 days");
        assert_eq!(counted(1_usize, "letter", "letters"), "1 letter");
        assert_eq!(counted(-1_i64, "day", "days"), "-1 days");
        assert_eq!(counted(1_200_000, "day", "days"), "1,200,000 days");
        assert_eq!(counted(-120, "day", "days"), "-120 days");
    }

    #[test]
    fn phrases_are_joined_with_commas_and_one_and() {
        let words =
            |count: usize| ["a", "b", "c"].iter().take(count).map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(listed(&words(0)), "");
        assert_eq!(listed(&words(1)), "a");
        assert_eq!(listed(&words(2)), "a and b");
        assert_eq!(listed(&words(3)), "a, b and c");
    }
}
