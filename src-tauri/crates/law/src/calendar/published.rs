//! The bank holidays of the United Kingdom, 2019 to 2028, as published.
//!
//! Source: the bank holiday list of GOV.UK (<https://www.gov.uk/bank-holidays>) as of 21 August 2026, used under the
//! Open Government Licence v3.0. Contains public sector information licensed under that licence. The list has the
//! final word for its years; [`super::usual`] only says what to expect in others (CAL-1, CAL-3).

use chrono::NaiveDate;

use super::Holiday;
use crate::place::Nation;

/// The first and the last year of the list.
pub(super) const YEARS: (i32, i32) = (2019, 2028);

/// The day on which it was looked up.
pub(super) const AS_OF: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 8, 21);

/// What screens and the working call this list.
pub(super) const VERSION: &str = "Holiday list of 21 August 2026";

/// Year, month, day, name, and the nations that keep it.
type Row = (i32, u32, u32, &'static str, &'static [Nation]);

const ALL: &[Nation] = &Nation::ALL;
const NOT_SCOTLAND: &[Nation] = &[Nation::EnglandAndWales, Nation::NorthernIreland];
const SCOTLAND: &[Nation] = &[Nation::Scotland];
const NORTHERN_IRELAND: &[Nation] = &[Nation::NorthernIreland];

/// The published holidays of one nation, in order.
pub(super) fn holidays(nation: Nation) -> impl Iterator<Item = Holiday> {
    ROWS.iter().filter(move |row| row.4.contains(&nation)).filter_map(|&(year, month, day, title, _)| {
        Some(Holiday { on: NaiveDate::from_ymd_opt(year, month, day)?, title: title.into() })
    })
}

#[rustfmt::skip]
const ROWS: &[Row] = &[
    // 2019
    (2019, 1, 1, "New Year’s Day", ALL),
    (2019, 1, 2, "2nd January", SCOTLAND),
    (2019, 3, 18, "St Patrick’s Day (substitute day)", NORTHERN_IRELAND),
    (2019, 4, 19, "Good Friday", ALL),
    (2019, 4, 22, "Easter Monday", NOT_SCOTLAND),
    (2019, 5, 6, "Early May bank holiday", ALL),
    (2019, 5, 27, "Spring bank holiday", ALL),
    (2019, 7, 12, "Battle of the Boyne (Orangemen’s Day)", NORTHERN_IRELAND),
    (2019, 8, 5, "Summer bank holiday", SCOTLAND),
    (2019, 8, 26, "Summer bank holiday", NOT_SCOTLAND),
    (2019, 12, 2, "St Andrew’s Day (substitute day)", SCOTLAND),
    (2019, 12, 25, "Christmas Day", ALL),
    (2019, 12, 26, "Boxing Day", ALL),
    // 2020
    (2020, 1, 1, "New Year’s Day", ALL),
    (2020, 1, 2, "2nd January", SCOTLAND),
    (2020, 3, 17, "St Patrick’s Day", NORTHERN_IRELAND),
    (2020, 4, 10, "Good Friday", ALL),
    (2020, 4, 13, "Easter Monday", NOT_SCOTLAND),
    (2020, 5, 8, "Early May bank holiday (VE day)", ALL),
    (2020, 5, 25, "Spring bank holiday", ALL),
    (2020, 7, 13, "Battle of the Boyne (Orangemen’s Day) (substitute day)", NORTHERN_IRELAND),
    (2020, 8, 3, "Summer bank holiday", SCOTLAND),
    (2020, 8, 31, "Summer bank holiday", NOT_SCOTLAND),
    (2020, 11, 30, "St Andrew’s Day", SCOTLAND),
    (2020, 12, 25, "Christmas Day", ALL),
    (2020, 12, 28, "Boxing Day (substitute day)", ALL),
    // 2021
    (2021, 1, 1, "New Year’s Day", ALL),
    (2021, 1, 4, "2nd January (substitute day)", SCOTLAND),
    (2021, 3, 17, "St Patrick’s Day", NORTHERN_IRELAND),
    (2021, 4, 2, "Good Friday", ALL),
    (2021, 4, 5, "Easter Monday", NOT_SCOTLAND),
    (2021, 5, 3, "Early May bank holiday", ALL),
    (2021, 5, 31, "Spring bank holiday", ALL),
    (2021, 7, 12, "Battle of the Boyne (Orangemen’s Day)", NORTHERN_IRELAND),
    (2021, 8, 2, "Summer bank holiday", SCOTLAND),
    (2021, 8, 30, "Summer bank holiday", NOT_SCOTLAND),
    (2021, 11, 30, "St Andrew’s Day", SCOTLAND),
    (2021, 12, 27, "Christmas Day (substitute day)", ALL),
    (2021, 12, 28, "Boxing Day (substitute day)", ALL),
    // 2022
    (2022, 1, 3, "New Year’s Day (substitute day)", ALL),
    (2022, 1, 4, "2nd January (substitute day)", SCOTLAND),
    (2022, 3, 17, "St Patrick’s Day", NORTHERN_IRELAND),
    (2022, 4, 15, "Good Friday", ALL),
    (2022, 4, 18, "Easter Monday", NOT_SCOTLAND),
    (2022, 5, 2, "Early May bank holiday", ALL),
    (2022, 6, 2, "Spring bank holiday", ALL),
    (2022, 6, 3, "Platinum Jubilee bank holiday", ALL),
    (2022, 7, 12, "Battle of the Boyne (Orangemen’s Day)", NORTHERN_IRELAND),
    (2022, 8, 1, "Summer bank holiday", SCOTLAND),
    (2022, 8, 29, "Summer bank holiday", NOT_SCOTLAND),
    (2022, 9, 19, "Bank holiday for the State Funeral of Queen Elizabeth II", ALL),
    (2022, 11, 30, "St Andrew’s Day", SCOTLAND),
    (2022, 12, 26, "Boxing Day", ALL),
    (2022, 12, 27, "Christmas Day (substitute day)", ALL),
    // 2023
    (2023, 1, 2, "New Year’s Day (substitute day)", ALL),
    (2023, 1, 3, "2nd January (substitute day)", SCOTLAND),
    (2023, 3, 17, "St Patrick’s Day", NORTHERN_IRELAND),
    (2023, 4, 7, "Good Friday", ALL),
    (2023, 4, 10, "Easter Monday", NOT_SCOTLAND),
    (2023, 5, 1, "Early May bank holiday", ALL),
    (2023, 5, 8, "Bank holiday for the coronation of King Charles III", ALL),
    (2023, 5, 29, "Spring bank holiday", ALL),
    (2023, 7, 12, "Battle of the Boyne (Orangemen’s Day)", NORTHERN_IRELAND),
    (2023, 8, 7, "Summer bank holiday", SCOTLAND),
    (2023, 8, 28, "Summer bank holiday", NOT_SCOTLAND),
    (2023, 11, 30, "St Andrew’s Day", SCOTLAND),
    (2023, 12, 25, "Christmas Day", ALL),
    (2023, 12, 26, "Boxing Day", ALL),
    // 2024
    (2024, 1, 1, "New Year’s Day", ALL),
    (2024, 1, 2, "2nd January", SCOTLAND),
    (2024, 3, 18, "St Patrick’s Day (substitute day)", NORTHERN_IRELAND),
    (2024, 3, 29, "Good Friday", ALL),
    (2024, 4, 1, "Easter Monday", NOT_SCOTLAND),
    (2024, 5, 6, "Early May bank holiday", ALL),
    (2024, 5, 27, "Spring bank holiday", ALL),
    (2024, 7, 12, "Battle of the Boyne (Orangemen’s Day)", NORTHERN_IRELAND),
    (2024, 8, 5, "Summer bank holiday", SCOTLAND),
    (2024, 8, 26, "Summer bank holiday", NOT_SCOTLAND),
    (2024, 12, 2, "St Andrew’s Day (substitute day)", SCOTLAND),
    (2024, 12, 25, "Christmas Day", ALL),
    (2024, 12, 26, "Boxing Day", ALL),
    // 2025
    (2025, 1, 1, "New Year’s Day", ALL),
    (2025, 1, 2, "2nd January", SCOTLAND),
    (2025, 3, 17, "St Patrick’s Day", NORTHERN_IRELAND),
    (2025, 4, 18, "Good Friday", ALL),
    (2025, 4, 21, "Easter Monday", NOT_SCOTLAND),
    (2025, 5, 5, "Early May bank holiday", ALL),
    (2025, 5, 26, "Spring bank holiday", ALL),
    (2025, 7, 14, "Battle of the Boyne (Orangemen’s Day) (substitute day)", NORTHERN_IRELAND),
    (2025, 8, 4, "Summer bank holiday", SCOTLAND),
    (2025, 8, 25, "Summer bank holiday", NOT_SCOTLAND),
    (2025, 12, 1, "St Andrew’s Day (substitute day)", SCOTLAND),
    (2025, 12, 25, "Christmas Day", ALL),
    (2025, 12, 26, "Boxing Day", ALL),
    // 2026
    (2026, 1, 1, "New Year’s Day", ALL),
    (2026, 1, 2, "2nd January", SCOTLAND),
    (2026, 3, 17, "St Patrick’s Day", NORTHERN_IRELAND),
    (2026, 4, 3, "Good Friday", ALL),
    (2026, 4, 6, "Easter Monday", NOT_SCOTLAND),
    (2026, 5, 4, "Early May bank holiday", ALL),
    (2026, 5, 25, "Spring bank holiday", ALL),
    (2026, 6, 15, "World Cup bank holiday", SCOTLAND),
    (2026, 7, 13, "Battle of the Boyne (Orangemen’s Day) (substitute day)", NORTHERN_IRELAND),
    (2026, 8, 3, "Summer bank holiday", SCOTLAND),
    (2026, 8, 31, "Summer bank holiday", NOT_SCOTLAND),
    (2026, 11, 30, "St Andrew’s Day", SCOTLAND),
    (2026, 12, 25, "Christmas Day", ALL),
    (2026, 12, 28, "Boxing Day (substitute day)", ALL),
    // 2027
    (2027, 1, 1, "New Year’s Day", ALL),
    (2027, 1, 4, "2nd January (substitute day)", SCOTLAND),
    (2027, 3, 17, "St Patrick’s Day", NORTHERN_IRELAND),
    (2027, 3, 26, "Good Friday", ALL),
    (2027, 3, 29, "Easter Monday", NOT_SCOTLAND),
    (2027, 5, 3, "Early May bank holiday", ALL),
    (2027, 5, 31, "Spring bank holiday", ALL),
    (2027, 7, 12, "Battle of the Boyne (Orangemen’s Day)", NORTHERN_IRELAND),
    (2027, 8, 2, "Summer bank holiday", SCOTLAND),
    (2027, 8, 30, "Summer bank holiday", NOT_SCOTLAND),
    (2027, 11, 30, "St Andrew’s Day", SCOTLAND),
    (2027, 12, 27, "Christmas Day (substitute day)", ALL),
    (2027, 12, 28, "Boxing Day (substitute day)", ALL),
    // 2028
    (2028, 1, 3, "New Year’s Day (substitute day)", ALL),
    (2028, 1, 4, "2nd January (substitute day)", SCOTLAND),
    (2028, 3, 17, "St Patrick’s Day", NORTHERN_IRELAND),
    (2028, 4, 14, "Good Friday", ALL),
    (2028, 4, 17, "Easter Monday", NOT_SCOTLAND),
    (2028, 5, 1, "Early May bank holiday", ALL),
    (2028, 5, 29, "Spring bank holiday", ALL),
    (2028, 7, 12, "Battle of the Boyne (Orangemen’s Day)", NORTHERN_IRELAND),
    (2028, 8, 7, "Summer bank holiday", SCOTLAND),
    (2028, 8, 28, "Summer bank holiday", NOT_SCOTLAND),
    (2028, 11, 30, "St Andrew’s Day", SCOTLAND),
    (2028, 12, 25, "Christmas Day", ALL),
    (2028, 12, 26, "Boxing Day", ALL),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_a_real_weekday_and_the_rows_stand_in_order() {
        let days: Vec<NaiveDate> =
            ROWS.iter().map(|row| NaiveDate::from_ymd_opt(row.0, row.1, row.2).expect(row.3)).collect();
        assert!(days.is_sorted());
        assert!(days.iter().all(|day| !crate::civil::is_weekend(*day)));
    }

    #[test]
    fn no_nation_has_two_holidays_on_one_day() {
        for nation in Nation::ALL {
            let days: Vec<_> = holidays(nation).map(|holiday| holiday.on).collect();
            let mut once = days.clone();
            once.dedup();
            assert_eq!(days, once);
        }
    }
}
