//! Instants as people in the United Kingdom read them. The record holds UTC; both are shown (EXP-1).

use chrono::{DateTime, NaiveDate};
use chrono_tz::Europe::London;

/// "22 November 2026, 10:00:05 GMT".
pub(crate) fn uk(instant: &str) -> String {
    formatted(instant, "%-d %B %Y, %H:%M:%S %Z")
}

/// "2026-11-22 10:00:05 GMT", which a table can be sorted by.
pub(crate) fn uk_sortable(instant: &str) -> String {
    formatted(instant, "%Y-%m-%d %H:%M:%S %Z")
}

/// "2026-11-22 10:00:05.123 UTC".
pub(crate) fn utc(instant: &str) -> String {
    instant.replace('T', " ").replace('Z', " UTC")
}

/// "22 November 2026" for `2026-11-22`, held together by no-break spaces.
pub(crate) fn day(date: &str) -> String {
    date.parse().map_or_else(|_| date.to_owned(), date_in_a_cell)
}

/// "22 November 2026", which a narrow column must not break.
pub(crate) fn date_in_a_cell(day: NaiveDate) -> String {
    casebook_law::words::date(day).replace(' ', "\u{a0}")
}

fn formatted(instant: &str, format: &str) -> String {
    DateTime::parse_from_rfc3339(instant)
        .map_or_else(|_| instant.to_owned(), |time| time.with_timezone(&London).format(format).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summer_and_winter_are_told_apart() {
        let rows = [
            ("2026-11-22T10:00:05.123Z", "22 November 2026, 10:00:05 GMT", "2026-11-22 10:00:05 GMT"),
            ("2026-07-01T23:30:00.000Z", "2 July 2026, 00:30:00 BST", "2026-07-02 00:30:00 BST"),
            ("2026-10-25T00:59:59.000Z", "25 October 2026, 01:59:59 BST", "2026-10-25 01:59:59 BST"),
            ("2026-10-25T01:00:00.000Z", "25 October 2026, 01:00:00 GMT", "2026-10-25 01:00:00 GMT"),
        ];
        for (instant, long, sortable) in rows {
            assert_eq!(uk(instant), long);
            assert_eq!(uk_sortable(instant), sortable);
        }
        assert_eq!(utc("2026-11-22T10:00:05.123Z"), "2026-11-22 10:00:05.123 UTC");
        assert_eq!(day("2026-11-22"), "22\u{a0}November\u{a0}2026");
    }
}
