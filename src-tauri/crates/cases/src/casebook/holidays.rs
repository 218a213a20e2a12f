//! Which days are holidays, as the entries of the casebook say (CAL-2): the lists that come with the product, a newer
//! one that was read in, and single days set by hand. What holds is folded from the entries, and so is what held before
//! any of them: a closed case keeps the calendar it was closed under, so that none of its dates ever moves.

use std::collections::BTreeMap;

use casebook_law::calendar::Amendments;
use casebook_law::{Calendar, Holiday, Nation, Place, RuleId, civil, words};
use chrono::{Datelike, NaiveDate};

use super::Event;
use crate::{Recorded, Refusal, State};

/// The name of a day that was read in or added, once its own has been erased.
const UNNAMED: &str = "Bank holiday";

/// A new list is looked for when fewer than so many months of the one in force are left.
const HORIZON_MONTHS: u32 = 12;

/// Which days are holidays, and since which entry of the casebook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holidays {
    revision: u64,
    checked_on: Option<NaiveDate>,
    imported_on: Option<NaiveDate>,
    lists: BTreeMap<Place, Vec<Holiday>>,
    by_hand: BTreeMap<(Place, NaiveDate), HandSet>,
    versions: Vec<Version>,
}

/// The calendars as they were from one entry on, for the places that are no longer as shipped.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Version {
    seq: u64,
    calendars: BTreeMap<Place, Calendar>,
}

/// A day that was set by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandSet {
    /// Its name; `None` for a day that is no holiday.
    pub title: Option<String>,
    /// Who says so; empty once erased.
    pub source: String,
    /// The entry (its number in the casebook) that did it.
    pub seq: u64,
}

/// What the DPO wants to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HolidayChange {
    /// Takes over a newer list: for each nation its days, in order.
    Import {
        /// All three nations.
        days: BTreeMap<Nation, Vec<NaiveDate>>,
        /// SHA-256 of the file, hexadecimal.
        sha256: String,
    },
    /// Makes a day a holiday.
    Add(Place, NaiveDate),
    /// Makes a day none.
    Remove(Place, NaiveDate),
    /// Notes that nothing new was published.
    Check,
}

impl Holidays {
    /// What is true after an entry of the casebook. `text` gives its particulars, which name days and change no date.
    #[must_use]
    pub fn fold(mut self, recorded: &Recorded<Event>, text: impl Fn(&str) -> Option<String>) -> Self {
        let changed: Vec<Place> = match &recorded.event {
            Event::HolidaysImported {
                revision,
                england_and_wales,
                scotland,
                northern_ireland,
                sha256: _,
            } => {
                let titles = titles(&text("titles").unwrap_or_default());
                let listed = [
                    (Nation::EnglandAndWales, england_and_wales),
                    (Nation::Scotland, scotland),
                    (Nation::NorthernIreland, northern_ireland),
                ];
                for (nation, days) in listed {
                    let place = Place::Uk(nation);
                    let named = |day: &NaiveDate| {
                        let title = titles.get(&(place, *day)).map_or(UNNAMED, String::as_str);
                        Holiday { on: *day, title: title.to_owned().into() }
                    };
                    self.lists.insert(place, days.iter().map(named).collect());
                    // What was set by hand and is now published needs no hand any more.
                    let listed = self.listed(place);
                    self.by_hand.retain(|(of, day), set| {
                        *of != place || listed.holiday(*day).is_some() != set.title.is_some()
                    });
                }
                self.revision = *revision;
                self.checked_on = Some(recorded.on);
                self.imported_on = Some(recorded.on);
                Nation::ALL.map(Place::Uk).to_vec()
            }
            Event::HolidayAdded { revision, place, day } => {
                self.revision = *revision;
                let title = Some(text("title").unwrap_or_else(|| UNNAMED.to_owned()));
                self.set((*place, *day), title, recorded.seq, &text);
                vec![*place]
            }
            Event::HolidayRemoved { revision, place, day } => {
                self.revision = *revision;
                self.set((*place, *day), None, recorded.seq, &text);
                vec![*place]
            }
            Event::HolidaysChecked { revision } => {
                self.revision = *revision;
                self.checked_on = Some(recorded.on);
                return self;
            }
            Event::Created {}
            | Event::RecoveryConfirmed {}
            | Event::RecoveryRenewed {}
            | Event::PassphraseChanged {}
            | Event::BackupFolderChosen {}
            | Event::BackupMade { .. }
            | Event::Restored { .. }
            | Event::RegisterChanged { .. }
            | Event::LogoChanged { .. }
            | Event::SettingsChanged { .. } => return self,
        };
        let mut calendars = self.versions.last().map(|version| version.calendars.clone()).unwrap_or_default();
        for place in changed {
            calendars.insert(place, self.worked_out(place));
        }
        self.versions.push(Version { seq: recorded.seq, calendars });
        self
    }

    /// A day set by hand. One that takes back an earlier one of the other sort leaves the lists to speak.
    fn set(
        &mut self,
        at: (Place, NaiveDate),
        title: Option<String>,
        seq: u64,
        text: &impl Fn(&str) -> Option<String>,
    ) {
        let is_listed = self.listed(at.0).holiday(at.1).is_some();
        if is_listed == title.is_some() {
            self.by_hand.remove(&at);
        } else {
            let source = text("source").unwrap_or_default();
            self.by_hand.insert(at, HandSet { title, source, seq });
        }
    }

    /// The lists alone, without what was set by hand.
    fn listed(&self, place: Place) -> Calendar {
        let list = self.lists.get(&place).cloned().unwrap_or_default();
        Calendar::amended(place, String::new(), &Amendments { list, ..Amendments::default() })
    }

    fn worked_out(&self, place: Place) -> Calendar {
        let mut amendments =
            Amendments { list: self.lists.get(&place).cloned().unwrap_or_default(), ..Amendments::default() };
        let mut by_hand = 0_u32;
        for ((_, day), set) in self.by_hand.iter().filter(|((of, _), _)| *of == place) {
            by_hand = by_hand.saturating_add(1);
            match &set.title {
                Some(title) => {
                    amendments.added.push(Holiday { on: *day, title: title.clone().into() });
                }
                None => amendments.removed.push(*day),
            }
        }
        let list = match self.imported_on.filter(|_| place.is_uk()) {
            Some(on) => format!("Holiday list read in on {}", words::date(on)),
            None => Calendar::shipped(place).version().to_owned(),
        };
        let version = match by_hand {
            0 => list,
            some => format!("{list}, {} changed by hand", words::counted(some, "day", "days")),
        };
        Calendar::amended(place, version, &amendments)
    }

    /// The holidays of a place as they are now.
    #[must_use]
    pub fn calendar(&self, place: Place) -> Calendar {
        self.calendar_before(place, u64::MAX)
    }

    /// The holidays of a place as they were known before an entry of the casebook.
    #[must_use]
    pub fn calendar_before(&self, place: Place, seq: u64) -> Calendar {
        let version = self.versions.iter().rev().find(|version| version.seq < seq);
        let kept = version.and_then(|version| version.calendars.get(&place).cloned());
        kept.unwrap_or_else(|| Calendar::shipped(place))
    }

    /// The calendar of a case: that of the nation it was received under, as it is now; for a closed case as it was when
    /// it was closed.
    #[must_use]
    pub fn calendar_of(&self, state: &State) -> Calendar {
        let nation = state.received.as_ref().map_or(Nation::EnglandAndWales, |received| received.nation);
        let before = state.closed.as_ref().map_or(u64::MAX, |closed| closed.seq);
        self.calendar_before(Place::Uk(nation), before)
    }

    /// Counts the changes; 0 before the first.
    #[must_use]
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// The entry (its number in the casebook) that changed a calendar last; 0 if none did.
    #[must_use]
    pub fn changed_at(&self) -> u64 {
        self.versions.last().map_or(0, |version| version.seq)
    }

    /// When somebody last looked whether anything new was published.
    #[must_use]
    pub const fn checked_on(&self) -> Option<NaiveDate> {
        self.checked_on
    }

    /// The days set by hand that differ from the lists, by place and day.
    pub fn by_hand(&self) -> impl Iterator<Item = (Place, NaiveDate, &HandSet)> {
        self.by_hand.iter().map(|((place, day), set)| (*place, *day, set))
    }

    /// Whether the list of a place ends so soon that a new one should be looked for.
    #[must_use]
    pub fn is_horizon_near(&self, place: Place, today: NaiveDate) -> bool {
        let until = self.calendar(place).listed_until();
        let wanted = civil::plus_months(today, HORIZON_MONTHS).unwrap_or(NaiveDate::MAX);
        until.is_some_and(|until| until < wanted)
    }

    /// Whether nobody has looked for a new list this year (CAL-2): each January asks for it anew.
    #[must_use]
    pub fn wants_check(&self, today: NaiveDate) -> bool {
        let listed_on = self.checked_on.map_or_else(|| Calendar::shipped_on().year(), |on| on.year());
        listed_on < today.year()
    }

    /// What changing the holidays records, or why it may not.
    ///
    /// # Errors
    /// A [`Refusal`] for a day that no calendar knows, that is a weekend, or that is already as asked; for a list that
    /// lacks a nation.
    pub fn decide(&self, change: &HolidayChange) -> Result<Event, Refusal> {
        let revision = self.revision.saturating_add(1);
        match change {
            HolidayChange::Import { days, sha256 } => {
                let of = |nation| days.get(&nation).cloned().unwrap_or_default();
                let lists = Nation::ALL.map(of);
                if lists.iter().any(Vec::is_empty) {
                    return Err(refusal("The list lacks a nation.", "Choose the whole list."));
                }
                let beyond = lists.iter().flatten().any(|day| !self.calendar(HOME).knows(*day));
                if beyond {
                    return Err(refusal(
                        "The list holds a day outside 2018 to 2099.",
                        "Choose the list as it was published.",
                    ));
                }
                let [england_and_wales, scotland, northern_ireland] = lists;
                let sha256 = sha256.clone();
                Ok(Event::HolidaysImported {
                    revision,
                    england_and_wales,
                    scotland,
                    northern_ireland,
                    sha256,
                })
            }
            HolidayChange::Add(place, day) => {
                self.may_set(*place, *day)?;
                if self.calendar(*place).holiday(*day).is_some() {
                    return Err(refusal("This day is a holiday already.", "Enter another day."));
                }
                Ok(Event::HolidayAdded { revision, place: *place, day: *day })
            }
            HolidayChange::Remove(place, day) => {
                self.may_set(*place, *day)?;
                if self.calendar(*place).holiday(*day).is_none() {
                    return Err(refusal("This day is no holiday.", "Enter another day."));
                }
                Ok(Event::HolidayRemoved { revision, place: *place, day: *day })
            }
            HolidayChange::Check => Ok(Event::HolidaysChecked { revision }),
        }
    }

    fn may_set(&self, place: Place, day: NaiveDate) -> Result<(), Refusal> {
        if !self.calendar(place).knows(day) {
            return Err(refusal("No calendar goes as far as this day.", "Enter a day from 2018 to 2099."));
        }
        if civil::is_weekend(day) {
            return Err(refusal(
                "A Saturday or Sunday is closed anyway.",
                "Enter the working day that takes its place, if there is one.",
            ));
        }
        Ok(())
    }
}

/// Any place will do to know how far calendars go.
const HOME: Place = Place::Uk(Nation::EnglandAndWales);

const fn refusal(reason: &'static str, remedy: &'static str) -> Refusal {
    Refusal { rule: RuleId::CAL_2, reason, remedy }
}

/// A day with its name as the particular `titles` keeps it: "EW 2027-06-07 A day for everyone".
#[must_use]
pub fn line_of(nation: Nation, holiday: &Holiday) -> String {
    format!("{} {} {}", nation.code(), holiday.on, holiday.title)
}

/// Lines that are none are passed over: names change no date.
fn titles(lines: &str) -> BTreeMap<(Place, NaiveDate), String> {
    let named = |line: &str| {
        let (place, rest) = line.split_once(' ')?;
        let (day, title) = rest.split_once(' ')?;
        Some(((Place::from_code(place)?, day.parse().ok()?), title.to_owned()))
    };
    lines.lines().filter_map(named).collect()
}
