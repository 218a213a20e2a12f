//! The holidays as their page shows them, and what a chosen list would change.

use std::collections::BTreeSet;

use casebook_cases::casebook::{HandSet, Holidays};
use casebook_cases::subject_request::Event as Request;
use casebook_cases::{Event, Happened};
use casebook_intake::bank_holidays::Listed;
use casebook_ipc::{HolidayDifference, HolidayPlace, HolidayRow, HolidaysChosen, HolidaysView, LastDayMove};
use casebook_law::{Calendar, Nation, Place, words};
use casebook_store::CaseRow;
use chrono::{Datelike, NaiveDate};

/// Last year's days, and those of the years that a clock may reach.
const YEARS_BACK: i32 = 1;
const YEARS_AHEAD: i32 = 3;

/// So many of the last days that would move are named.
const MOST_MOVES: usize = 100;

/// The whole page; the nation of the office comes first.
pub(super) fn view(holidays: &Holidays, office: Nation, today: NaiveDate) -> HolidaysView {
    let mut places = Place::ALL.to_vec();
    places.sort_by_key(|place| *place != Place::Uk(office));
    HolidaysView {
        revision: holidays.revision(),
        checked: match holidays.checked_on() {
            Some(on) => format!("Last looked for a newer list on {}.", words::date(on)),
            None => format!(
                "The list that came with the program was looked up on {}.",
                words::date(Calendar::shipped_on())
            ),
        },
        warnings: warnings(holidays, office, today),
        places: places.into_iter().map(|place| of_place(holidays, place, today)).collect(),
    }
}

/// What wants doing about the lists.
pub(crate) fn warnings(holidays: &Holidays, office: Nation, today: NaiveDate) -> Vec<String> {
    let place = Place::Uk(office);
    let until = holidays.calendar(place).listed_until().filter(|_| holidays.is_horizon_near(place, today));
    let near = until.map(|until| {
        format!(
            "The published holidays end on {}. Dates after it rest on a forecast: look for a newer list.",
            words::date(until)
        )
    });
    let unchecked = holidays
        .wants_check(today)
        .then(|| format!("Nobody has looked for a newer list of bank holidays in {} yet.", today.year()));
    near.into_iter().chain(unchecked).collect()
}

fn of_place(holidays: &Holidays, place: Place, today: NaiveDate) -> HolidayPlace {
    let calendar = holidays.calendar(place);
    let years = today.year().saturating_sub(YEARS_BACK)..=today.year().saturating_add(YEARS_AHEAD);
    let mut days: Vec<HolidayRow> = calendar
        .holidays()
        .iter()
        .filter(|holiday| years.contains(&holiday.on.year()))
        .map(|holiday| HolidayRow {
            on: holiday.on,
            words: words::short_date_year(holiday.on),
            title: holiday.title.to_string(),
            note: note(holidays, &calendar, holiday.on),
            is_holiday: true,
        })
        .collect();
    days.extend(holidays.by_hand().filter(|(of, _, set)| *of == place && set.title.is_none()).map(
        |(_, on, set)| HolidayRow {
            on,
            words: words::short_date_year(on),
            title: String::new(),
            note: by_hand("Taken away by hand", set),
            is_holiday: false,
        },
    ));
    days.sort_by_key(|day| day.on);
    let list = match calendar.listed_until() {
        Some(until) => {
            format!(
                "{}. Published until {}; later days are a forecast.",
                calendar.version(),
                words::date(until)
            )
        }
        None => format!("{}, worked out by rule.", calendar.version()),
    };
    HolidayPlace { place, name: place.name().to_owned(), list, days }
}

fn note(holidays: &Holidays, calendar: &Calendar, on: NaiveDate) -> String {
    let mut sets = holidays.by_hand();
    if let Some((_, _, set)) = sets.find(|(of, day, _)| *of == calendar.place() && *day == on) {
        return by_hand("Added by hand", set);
    }
    let is_forecast = calendar.listed_until().is_some_and(|until| on > until);
    if is_forecast { "Forecast".to_owned() } else { String::new() }
}

fn by_hand(what: &str, set: &HandSet) -> String {
    if set.source.is_empty() { what.to_owned() } else { format!("{what}: {}", set.source) }
}

/// What a chosen list would change.
pub(super) fn chosen(
    before: &Holidays,
    after: &Holidays,
    listed: &Listed,
    sha256: &str,
    rows: &[(CaseRow, &[Happened<Event>])],
) -> HolidaysChosen {
    let mut differences: Vec<HolidayDifference> = Nation::ALL
        .into_iter()
        .flat_map(|nation| {
            differences(&before.calendar(Place::Uk(nation)), &after.calendar(Place::Uk(nation)))
        })
        .collect();
    differences.sort_by_key(|difference| difference.on);
    let mut moves: Vec<LastDayMove> = rows.iter().flat_map(|(row, events)| moves_of(row, events)).collect();
    let more_moves = u32::try_from(moves.len().saturating_sub(MOST_MOVES)).unwrap_or(u32::MAX);
    moves.truncate(MOST_MOVES);
    let days: usize = listed.values().map(Vec::len).sum();
    let years: BTreeSet<i32> = listed.values().flatten().map(|holiday| holiday.on.year()).collect();
    let from_to = years.first().zip(years.last()).map(|(first, last)| format!(", {first} to {last}"));
    HolidaysChosen {
        revision: before.revision(),
        sha256: sha256.to_owned(),
        sentence: format!(
            "The list holds {} of three nations{}.",
            words::counted(days, "day", "days"),
            from_to.unwrap_or_default()
        ),
        differences,
        moves,
        more_moves,
    }
}

fn differences(before: &Calendar, after: &Calendar) -> Vec<HolidayDifference> {
    let only_in = |one: &Calendar, other: &Calendar, is_added: bool| -> Vec<HolidayDifference> {
        let alone = one.holidays().iter().filter(|holiday| other.holiday(holiday.on).is_none());
        alone
            .map(|holiday| HolidayDifference {
                place: one.place().name().to_owned(),
                on: holiday.on,
                words: words::short_date_year(holiday.on),
                title: holiday.title.to_string(),
                is_added,
            })
            .collect()
    };
    [only_in(after, before, true), only_in(before, after, false)].concat()
}

fn moves_of(row: &CaseRow, events: &[Happened<Event>]) -> Vec<LastDayMove> {
    let moved = events.iter().filter_map(|happened| match &happened.event {
        Event::Request(Request::LastDayMoved { right, was, now, .. }) => Some((right, was, now)),
        Event::Request(_) | Event::Common(_) => None,
    });
    moved
        .map(|(right, was, now)| LastDayMove {
            case: row.case,
            reference: row.reference.clone(),
            who: row.who.clone(),
            right: right.name().to_owned(),
            was: words::short_date_year(*was),
            now: words::short_date_year(*now),
        })
        .collect()
}
