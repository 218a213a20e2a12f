//! The rules by which holidays fall, for years no list covers (CAL-1, TIME-EU).
//!
//! A forecast: most substitute days need a proclamation each year, and a one-off day (a coronation, a funeral) follows
//! no rule. The published list is laid over these rules for its own years.

use chrono::{NaiveDate, Weekday};

use super::Holiday;
use crate::civil::{
    easter_sunday, first_weekday_of_month, is_weekend, last_weekday_of_month, minus_days, plus_days,
};
use crate::place::{MemberState, Nation, Place};

/// A holiday that has a date of its own every year.
struct Fixed {
    month: u32,
    day: u32,
    title: &'static str,
    substitute: &'static str,
}

const fn fixed(month: u32, day: u32, title: &'static str, substitute: &'static str) -> Fixed {
    Fixed { month, day, title, substitute }
}

const NEW_YEAR: Fixed = fixed(1, 1, "New Year’s Day", "New Year’s Day (substitute day)");
const SECOND_JANUARY: Fixed = fixed(1, 2, "2nd January", "2nd January (substitute day)");
const ST_PATRICK: Fixed = fixed(3, 17, "St Patrick’s Day", "St Patrick’s Day (substitute day)");
const BOYNE: Fixed = fixed(
    7,
    12,
    "Battle of the Boyne (Orangemen’s Day)",
    "Battle of the Boyne (Orangemen’s Day) (substitute day)",
);
const ST_ANDREW: Fixed = fixed(11, 30, "St Andrew’s Day", "St Andrew’s Day (substitute day)");
const CHRISTMAS: Fixed = fixed(12, 25, "Christmas Day", "Christmas Day (substitute day)");
const BOXING_DAY: Fixed = fixed(12, 26, "Boxing Day", "Boxing Day (substitute day)");

/// The holidays to expect in a place in one year, in order.
pub(super) fn holidays(place: Place, year: i32) -> Vec<Holiday> {
    let mut holidays = match place {
        Place::Uk(nation) => of_nation(nation, year),
        Place::Eu(MemberState::Ireland) => of_ireland(year),
        Place::Eu(MemberState::France) => of_france(year),
    };
    holidays.sort_by_key(|holiday| holiday.on);
    holidays
}

fn of_nation(nation: Nation, year: i32) -> Vec<Holiday> {
    let scotland = nation == Nation::Scotland;
    let mut holidays: Vec<Holiday> = [
        named(good_friday(year), "Good Friday"),
        named(easter_monday(year).filter(|_| !scotland), "Easter Monday"),
        named(first_weekday_of_month(year, 5, Weekday::Mon), "Early May bank holiday"),
        named(last_weekday_of_month(year, 5, Weekday::Mon), "Spring bank holiday"),
        named(
            if scotland {
                first_weekday_of_month(year, 8, Weekday::Mon)
            } else {
                last_weekday_of_month(year, 8, Weekday::Mon)
            },
            "Summer bank holiday",
        ),
    ]
    .into_iter()
    .flatten()
    .collect();
    let fixed: &[Fixed] = match nation {
        Nation::EnglandAndWales => &[NEW_YEAR, CHRISTMAS, BOXING_DAY],
        Nation::Scotland => &[NEW_YEAR, SECOND_JANUARY, ST_ANDREW, CHRISTMAS, BOXING_DAY],
        Nation::NorthernIreland => &[NEW_YEAR, ST_PATRICK, BOYNE, CHRISTMAS, BOXING_DAY],
    };
    add_with_substitutes(&mut holidays, fixed, year);
    holidays
}

/// Adds the days with a date of their own. One on a weekend moves to the next weekday that is free; the days that stay
/// take their places first, so that Christmas on a Sunday does not push Boxing Day off its Monday.
fn add_with_substitutes(holidays: &mut Vec<Holiday>, fixed: &[Fixed], year: i32) {
    let on = |day: &Fixed| NaiveDate::from_ymd_opt(year, day.month, day.day);
    holidays
        .extend(fixed.iter().filter_map(|day| named(on(day).filter(|date| !is_weekend(*date)), day.title)));
    for day in fixed {
        let mut free = on(day).filter(|date| is_weekend(*date));
        while let Some(date) = free
            && (is_weekend(date) || holidays.iter().any(|holiday| holiday.on == date))
        {
            free = plus_days(date, 1);
        }
        holidays.extend(named(free, day.substitute));
    }
}

/// Ireland: fixed days do not move when they fall on a weekend. St Brigid's Day exists since 2023, and 18 March 2022
/// was a day of remembrance kept once.
fn of_ireland(year: i32) -> Vec<Holiday> {
    let first_of_february = NaiveDate::from_ymd_opt(year, 2, 1);
    let brigid = first_of_february
        .filter(|date| chrono::Datelike::weekday(date) == Weekday::Fri)
        .or_else(|| first_weekday_of_month(year, 2, Weekday::Mon))
        .filter(|_| year >= 2023);
    [
        named(NaiveDate::from_ymd_opt(year, 1, 1), "New Year’s Day"),
        named(brigid, "St Brigid’s Day"),
        named(NaiveDate::from_ymd_opt(year, 3, 17), "St Patrick’s Day"),
        named(NaiveDate::from_ymd_opt(year, 3, 18).filter(|_| year == 2022), "Day of Remembrance"),
        named(easter_monday(year), "Easter Monday"),
        named(first_weekday_of_month(year, 5, Weekday::Mon), "May Day"),
        named(first_weekday_of_month(year, 6, Weekday::Mon), "June holiday"),
        named(first_weekday_of_month(year, 8, Weekday::Mon), "August holiday"),
        named(last_weekday_of_month(year, 10, Weekday::Mon), "October holiday"),
        named(NaiveDate::from_ymd_opt(year, 12, 25), "Christmas Day"),
        named(NaiveDate::from_ymd_opt(year, 12, 26), "St Stephen’s Day"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// France: fixed days do not move when they fall on a weekend.
fn of_france(year: i32) -> Vec<Holiday> {
    let easter = easter_sunday(year);
    [
        named(NaiveDate::from_ymd_opt(year, 1, 1), "New Year’s Day"),
        named(easter_monday(year), "Easter Monday"),
        named(NaiveDate::from_ymd_opt(year, 5, 1), "Labour Day"),
        named(NaiveDate::from_ymd_opt(year, 5, 8), "Victory Day"),
        named(easter.and_then(|sunday| plus_days(sunday, 39)), "Ascension Day"),
        named(easter.and_then(|sunday| plus_days(sunday, 50)), "Whit Monday"),
        named(NaiveDate::from_ymd_opt(year, 7, 14), "Bastille Day"),
        named(NaiveDate::from_ymd_opt(year, 8, 15), "Assumption Day"),
        named(NaiveDate::from_ymd_opt(year, 11, 1), "All Saints’ Day"),
        named(NaiveDate::from_ymd_opt(year, 11, 11), "Armistice Day"),
        named(NaiveDate::from_ymd_opt(year, 12, 25), "Christmas Day"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn good_friday(year: i32) -> Option<NaiveDate> {
    easter_sunday(year).and_then(|sunday| minus_days(sunday, 2))
}

fn easter_monday(year: i32) -> Option<NaiveDate> {
    easter_sunday(year).and_then(|sunday| plus_days(sunday, 1))
}

fn named(on: Option<NaiveDate>, title: &'static str) -> Option<Holiday> {
    Some(Holiday { on: on?, title: title.into() })
}

#[cfg(test)]
mod tests {
    use super::super::published;
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Days that no rule foresees (CAL-2): kept by, taken away, put in its place.
    const ONE_OFFS: &[(&[Nation], Option<&str>, &str)] = &[
        (&Nation::ALL, Some("2020-05-04"), "2020-05-08"), // early May moved to the anniversary of VE Day
        (&Nation::ALL, Some("2022-05-30"), "2022-06-02"), // spring moved for the Platinum Jubilee
        (&Nation::ALL, None, "2022-06-03"),               // the Jubilee itself
        (&Nation::ALL, None, "2022-09-19"),               // the State Funeral
        (&Nation::ALL, None, "2023-05-08"),               // the coronation
        (&[Nation::Scotland], None, "2026-06-15"),        // the World Cup
    ];

    #[test]
    fn the_usual_rules_and_the_one_offs_give_the_published_list() {
        for nation in Nation::ALL {
            let mut computed: Vec<NaiveDate> = (published::YEARS.0..=published::YEARS.1)
                .flat_map(|year| holidays(Place::Uk(nation), year))
                .map(|holiday| holiday.on)
                .collect();
            for (_, away, added) in ONE_OFFS.iter().filter(|(nations, ..)| nations.contains(&nation)) {
                computed.retain(|date| away.map(day) != Some(*date));
                computed.push(day(added));
            }
            computed.sort();
            let listed: Vec<NaiveDate> = published::holidays(nation).map(|holiday| holiday.on).collect();
            assert_eq!(computed, listed, "{}", nation.name());
        }
    }

    #[test]
    fn substitute_days_fall_where_the_act_and_the_proclamations_put_them() {
        let both = |year, month| {
            holidays(Place::Uk(Nation::Scotland), year)
                .into_iter()
                .filter(|holiday| chrono::Datelike::month(&holiday.on) == month)
                .map(|holiday| holiday.on.to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(both(2033, 1), ["2033-01-03", "2033-01-04"], "Saturday and Sunday");
        assert_eq!(both(2034, 1), ["2034-01-02", "2034-01-03"], "Sunday and Monday");
        assert_eq!(both(2032, 12), ["2032-12-27", "2032-12-28"], "Saturday and Sunday");
        assert_eq!(both(2033, 12), ["2033-12-26", "2033-12-27"], "Sunday and Monday");
    }

    #[test]
    fn fixed_days_of_member_states_stay_on_their_weekend() {
        let dates = |state, year| {
            holidays(Place::Eu(state), year).iter().map(|h| h.on.to_string()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(
            dates(MemberState::Ireland, 2026),
            "2026-01-01 2026-02-02 2026-03-17 2026-04-06 2026-05-04 2026-06-01 2026-08-03 2026-10-26 \
             2026-12-25 2026-12-26"
        );
        assert_eq!(
            dates(MemberState::France, 2026),
            "2026-01-01 2026-04-06 2026-05-01 2026-05-08 2026-05-14 2026-05-25 2026-07-14 2026-08-15 \
             2026-11-01 2026-11-11 2026-12-25"
        );
        assert!(dates(MemberState::Ireland, 2030).contains("2030-02-01"), "1 February on a Friday is kept");
        assert!(!dates(MemberState::Ireland, 2022).contains("2022-02"), "St Brigid's Day began in 2023");
        assert!(dates(MemberState::Ireland, 2022).contains("2022-03-18"));
    }
}
