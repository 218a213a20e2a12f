//! Which days are working days in a place, and why the others are not (TIME-3, TIME-4, CAL-1 to CAL-3).
//!
//! Holidays are data: a [`Calendar`] can be amended by a newer list and by single days, and says which list it is. Years
//! outside all lists are filled from the usual rules. A calendar knows nothing of cases; local holidays and office closures are
//! never in it.

mod published;
mod usual;

use std::borrow::Cow;

use std::sync::{Arc, LazyLock};

use chrono::{Datelike, NaiveDate};

use crate::civil::{is_weekend, minus_days, plus_days};
use crate::place::Place;

/// The first and last year any calendar knows. The right to an answer in a month began in 2018; beyond 2099 a date is
/// a slip of the pen.
const KNOWN_YEARS: (i32, i32) = (2018, 2099);

/// One public holiday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// The day.
    pub on: NaiveDate,
    /// Its name as published: "Boxing Day (substitute day)".
    pub title: Cow<'static, str>,
}

/// What is known beyond the shipped calendar of a place (CAL-2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Amendments {
    /// A newer published list. It is the whole truth from the first year it names to the last.
    pub list: Vec<Holiday>,
    /// Days that are holidays whatever the lists say.
    pub added: Vec<Holiday>,
    /// Days that are none whatever the lists say.
    pub removed: Vec<NaiveDate>,
}

/// The closed days of one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    place: Place,
    version: String,
    /// In order of the day; shared, since every case asks for the same list.
    holidays: Arc<[Holiday]>,
    listed_until: Option<NaiveDate>,
}

impl Calendar {
    /// The calendar that comes with the product: the published list of a UK nation, the computed days of a member
    /// state.
    #[must_use]
    pub fn shipped(place: Place) -> Self {
        // Eighty years of days, worked out once; every case asks for the same few lists.
        static SHIPPED: LazyLock<[Calendar; 5]> = LazyLock::new(|| Place::ALL.map(Calendar::of_the_product));
        let kept = SHIPPED.iter().find(|calendar| calendar.place == place);
        kept.cloned().unwrap_or_else(|| Self::of_the_product(place))
    }

    /// The day on which the list that comes with the product was looked up.
    #[must_use]
    pub fn shipped_on() -> NaiveDate {
        published::AS_OF.unwrap_or(NaiveDate::MIN)
    }

    fn of_the_product(place: Place) -> Self {
        match place {
            Place::Uk(nation) => {
                let listed = published::holidays(nation).collect();
                Self::over_usual(place, published::VERSION.to_owned(), listed, Some(published::YEARS))
            }
            Place::Eu(state) => {
                let version = format!("Usual holidays of {}", state.name());
                Self::over_usual(place, version, Vec::new(), None)
            }
        }
    }

    /// The shipped calendar of a place, amended (CAL-2). `version` is shown to people as it stands.
    #[must_use]
    pub fn amended(place: Place, version: String, amendments: &Amendments) -> Self {
        let shipped = Self::shipped(place);
        let years = || amendments.list.iter().map(|holiday| holiday.on.year());
        let newer = years().min().zip(years().max());
        let is_newer =
            |day: NaiveDate| newer.is_some_and(|(first, last)| (first..=last).contains(&day.year()));
        let kept = shipped.holidays.iter().filter(|holiday| !is_newer(holiday.on)).cloned();
        let mut holidays: Vec<Holiday> = kept.chain(amendments.list.iter().cloned()).collect();
        holidays.retain(|holiday| !amendments.removed.contains(&holiday.on));
        holidays.extend(amendments.added.iter().cloned());
        holidays.sort_by_key(|holiday| holiday.on);
        holidays.dedup_by_key(|holiday| holiday.on);
        let until = newer.and_then(|(_, last)| NaiveDate::from_ymd_opt(last, 12, 31));
        Self { place, version, holidays: holidays.into(), listed_until: shipped.listed_until.max(until) }
    }

    fn over_usual(
        place: Place,
        version: String,
        listed: Vec<Holiday>,
        listed_years: Option<(i32, i32)>,
    ) -> Self {
        let is_listed = |year: &i32| listed_years.is_some_and(|(first, last)| (first..=last).contains(year));
        let mut holidays = listed;
        let usual_years = (KNOWN_YEARS.0..=KNOWN_YEARS.1).filter(|year| !is_listed(year));
        holidays.extend(usual_years.flat_map(|year| usual::holidays(place, year)));
        holidays.sort_by_key(|holiday| holiday.on);
        let listed_until = listed_years.and_then(|(_, last)| NaiveDate::from_ymd_opt(last, 12, 31));
        Self { place, version, holidays: holidays.into(), listed_until }
    }

    /// The place whose days these are.
    #[must_use]
    pub const fn place(&self) -> Place {
        self.place
    }

    /// The name of the list, as people read it: "Holiday list of 21 August 2026".
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The first day this calendar can speak for.
    #[must_use]
    pub fn known_from(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(KNOWN_YEARS.0, 1, 1).unwrap_or(NaiveDate::MIN)
    }

    /// The last day this calendar can speak for.
    #[must_use]
    pub fn known_until(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(KNOWN_YEARS.1, 12, 31).unwrap_or(NaiveDate::MAX)
    }

    /// Whether this calendar can speak for a day.
    #[must_use]
    pub fn knows(&self, day: NaiveDate) -> bool {
        (self.known_from()..=self.known_until()).contains(&day)
    }

    /// The last day of the list; later days are a forecast. `None` where all days are computed.
    #[must_use]
    pub const fn listed_until(&self) -> Option<NaiveDate> {
        self.listed_until
    }

    /// All holidays known, in order.
    #[must_use]
    pub fn holidays(&self) -> &[Holiday] {
        &self.holidays
    }

    /// The holiday on a day. Saturdays and Sundays are no holidays.
    #[must_use]
    pub fn holiday(&self, day: NaiveDate) -> Option<&Holiday> {
        let first_not_before = self.holidays.partition_point(|holiday| holiday.on < day);
        self.holidays.get(first_not_before).filter(|holiday| holiday.on == day)
    }

    /// Whether a day is neither a Saturday, nor a Sunday, nor a holiday (TIME-3).
    #[must_use]
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        !is_weekend(day) && self.holiday(day).is_none()
    }

    /// The day itself if it is a working day, else the next one (TIME-3). `None` beyond what the calendar knows.
    #[must_use]
    pub fn roll_forward(&self, day: NaiveDate) -> Option<NaiveDate> {
        let mut day = day;
        while !self.is_working_day(day) {
            day = plus_days(day, 1)?;
        }
        self.knows(day).then_some(day)
    }

    /// The day that is `count` working days later. Stops at the edge of what the calendar knows.
    #[must_use]
    pub fn add_working_days(&self, day: NaiveDate, count: u32) -> NaiveDate {
        self.step_working_days(day, count, |day| plus_days(day, 1))
    }

    /// The day that is `count` working days earlier. Stops at the edge of what the calendar knows.
    #[must_use]
    pub fn subtract_working_days(&self, day: NaiveDate, count: u32) -> NaiveDate {
        self.step_working_days(day, count, |day| minus_days(day, 1))
    }

    fn step_working_days(
        &self,
        day: NaiveDate,
        count: u32,
        step: impl Fn(NaiveDate) -> Option<NaiveDate>,
    ) -> NaiveDate {
        let mut day = day;
        let mut left = count;
        while left > 0
            && let Some(next) = step(day).filter(|next| self.knows(*next))
        {
            day = next;
            left -= u32::from(self.is_working_day(day));
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::{MemberState, Nation};

    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn england() -> Calendar {
        Calendar::shipped(Place::Uk(Nation::EnglandAndWales))
    }

    #[test]
    fn a_holiday_has_its_published_name() {
        let title =
            |place, day| Calendar::shipped(place).holiday(on(day)).map(|holiday| holiday.title.clone());
        let scotland = Place::Uk(Nation::Scotland);
        assert_eq!(title(scotland, "2026-06-15").as_deref(), Some("World Cup bank holiday"));
        assert_eq!(title(scotland, "2026-04-06"), None, "Easter Monday is not kept in Scotland");
        assert_eq!(england().holiday(on("2026-12-28")).unwrap().title, "Boxing Day (substitute day)");
        assert_eq!(england().holiday(on("2026-12-26")), None, "a Saturday is closed without being a holiday");
    }

    #[test]
    fn working_days_step_over_weekends_and_holidays() {
        let calendar = england();
        assert_eq!(calendar.add_working_days(on("2026-12-24"), 1), on("2026-12-29"));
        assert_eq!(calendar.subtract_working_days(on("2026-12-29"), 2), on("2026-12-23"));
        assert_eq!(calendar.add_working_days(on("2026-12-26"), 0), on("2026-12-26"));
        assert_eq!(calendar.roll_forward(on("2026-12-25")), Some(on("2026-12-29")));
        assert_eq!(calendar.roll_forward(on("2026-12-24")), Some(on("2026-12-24")));
    }

    #[test]
    fn counting_stops_where_the_calendar_ends() {
        let calendar = england();
        assert_eq!(calendar.add_working_days(on("2099-12-01"), u32::MAX), on("2099-12-31"));
        assert_eq!(calendar.subtract_working_days(on("2018-01-10"), u32::MAX), on("2018-01-01"));
        assert_eq!(calendar.add_working_days(NaiveDate::MAX, 3), NaiveDate::MAX);
        assert_eq!(calendar.roll_forward(NaiveDate::MAX), None);
    }

    #[test]
    fn years_outside_the_list_follow_the_usual_rules() {
        let calendar = england();
        assert_eq!(calendar.listed_until(), Some(on("2028-12-31")));
        assert_eq!(calendar.version(), "Holiday list of 21 August 2026");
        assert!(!calendar.is_working_day(on("2030-04-19")), "Good Friday 2030");
        assert!(!calendar.is_working_day(on("2018-05-28")), "spring bank holiday 2018");
        let ireland = Calendar::shipped(Place::Eu(MemberState::Ireland));
        assert_eq!(ireland.listed_until(), None);
        assert!(!ireland.is_working_day(on("2026-10-26")));
    }

    #[test]
    fn a_newer_list_is_the_whole_truth_for_its_years() {
        let place = Place::Uk(Nation::EnglandAndWales);
        let extra = Holiday { on: on("2027-06-07"), title: "A day for everyone".into() };
        let list = Amendments { list: vec![extra.clone()], ..Amendments::default() };
        let calendar = Calendar::amended(place, "Edited today".into(), &list);
        assert_eq!(calendar.version(), "Edited today");
        assert_eq!(calendar.holiday(on("2027-06-07")), Some(&extra));
        assert!(calendar.is_working_day(on("2027-12-28")), "not in the list, so not kept");
        assert!(!calendar.is_working_day(on("2026-12-28")), "another year keeps its days");
        assert_eq!(calendar.listed_until(), Some(on("2028-12-31")), "the shipped list goes on longer");
        let later = Holiday { on: on("2031-01-01"), title: "New Year’s Day".into() };
        let longer = Amendments { list: vec![later], ..Amendments::default() };
        let calendar = Calendar::amended(place, String::new(), &longer);
        assert_eq!(calendar.listed_until(), Some(on("2031-12-31")));
    }

    #[test]
    fn days_set_by_hand_stand_above_every_list() {
        let place = Place::Uk(Nation::Scotland);
        let fair = Holiday { on: on("2027-07-19"), title: "Fair Monday".into() };
        let amendments = Amendments {
            list: vec![Holiday { on: on("2026-01-01"), title: "New Year’s Day".into() }],
            added: vec![fair.clone(), fair.clone()],
            removed: vec![on("2026-01-01"), on("2027-11-30")],
        };
        let calendar = Calendar::amended(place, String::new(), &amendments);
        assert_eq!(calendar.holiday(on("2027-07-19")), Some(&fair));
        assert!(calendar.is_working_day(on("2026-01-01")) && calendar.is_working_day(on("2027-11-30")));
        assert_eq!(calendar.holidays().iter().filter(|holiday| **holiday == fair).count(), 1);
        let plain = Calendar::amended(place, String::new(), &Amendments::default());
        assert_eq!(plain.holidays(), Calendar::shipped(place).holidays());
    }
}
