//! Holidays as dated data (CAL-2): read, held against a published list, changed. A change runs the clocks of every open
//! case by both calendars and records each last day that it moves, in one transaction with the change itself. A closed
//! case keeps what it was closed with.

mod view;

use std::collections::BTreeMap;

use casebook_cases::casebook::{Event as CasebookEvent, HolidayChange, Holidays, line_of};
use casebook_cases::codes::MovedBy;
use casebook_cases::subject_request::moved;
use casebook_cases::{CaseId, Event, Happened, Recorded};
use casebook_intake::bank_holidays::{LARGEST_FILE, Listed, NoList, read};
use casebook_ipc::{
    HolidaySet, HolidaysApply, HolidaysChanged, HolidaysChosen, HolidaysConfirm, HolidaysView, IpcError,
    Nothing, Reply, Topic,
};
use casebook_law::{Nation, words};
use chrono::NaiveDate;

pub(crate) use self::view::warnings;
use self::view::{chosen, view};
use crate::errors::{AppError, Done, refused};
use crate::files::read_file;
use crate::letters::sha256;
use crate::open::{Inner, Open};
use crate::ports::Ports;
use crate::problems::Problems;
use crate::record::Text;

/// What moves in each case.
type Moves = Vec<(CaseId, Vec<Happened<Event>>)>;

/// A change that was thought through and not yet recorded.
struct Planned {
    event: CasebookEvent,
    texts: Vec<Text>,
    /// The holidays as they would be.
    after: Holidays,
    /// What would move in each open case.
    moves: Moves,
}

impl Inner {
    /// Thinks a change through: decides it, works out the calendars, runs the clocks of every open case by both.
    fn plan(
        &self,
        ports: &Ports,
        change: &HolidayChange,
        texts: &[(&'static str, String)],
    ) -> Result<Planned, AppError> {
        let event = self.holidays.decide(change).map_err(|refusal| refused(&refusal))?;
        let (today, at) = (ports.time.today(), ports.time.now());
        let seq = self.store.head()?.seq.saturating_add(1);
        let recorded = Recorded { seq, case_seq: 0, on: today, at, answers: None, event: event.clone() };
        let text = |name: &str| texts.iter().find(|(known, _)| *known == name).map(|(_, text)| text.clone());
        let after = self.holidays.clone().fold(&recorded, text);
        let (kind, why) = match change {
            HolidayChange::Import { .. } => ("holidays.imported", Some(MovedBy::Imported)),
            HolidayChange::Add(..) => ("holiday.added", Some(MovedBy::Added)),
            HolidayChange::Remove(..) => ("holiday.removed", Some(MovedBy::Removed)),
            HolidayChange::Check => ("holidays.checked", None),
        };
        let moves = why.map_or_else(|| Ok(Vec::new()), |why| self.moves(&after, today, (why, seq)))?;
        let texts = texts.iter().map(|(name, text)| Text::new(kind, name, text.as_str())).collect();
        Ok(Planned { event, texts, after, moves })
    }

    fn moves(&self, after: &Holidays, today: NaiveDate, why: (MovedBy, u64)) -> Result<Moves, AppError> {
        let settings = self.clock_settings()?;
        let mut moves = Vec::new();
        for case in self.store.open_cases()? {
            let Some(state) = self.store.state(case)? else { continue };
            let (was, now) = (self.holidays.calendar_of(&state), after.calendar_of(&state));
            if was.holidays() != now.holidays() {
                let events = moved(&state, (&was, &now), settings, today, why);
                moves.extend((!events.is_empty()).then_some((case, events)));
            }
        }
        Ok(moves)
    }

    /// Records a change and everything it moves; how many last days that were.
    fn carry_out(&mut self, ports: &Ports, planned: Planned) -> Result<usize, AppError> {
        let Planned { event, texts, after, moves } = planned;
        let moved = moves.iter().map(|(_, events)| events.len()).sum();
        self.record_with_cases(ports, &event, texts, moves)?;
        self.holidays = after;
        self.chosen_list = None;
        self.drawn = None;
        Ok(moved)
    }

    fn holidays_are_still(&self, revision: u64) -> Result<(), AppError> {
        if self.holidays.revision() == revision {
            return Ok(());
        }
        let message =
            "The holidays were changed meanwhile. Nothing was recorded; look at them again and repeat.";
        Err(IpcError::Conflict { message: message.to_owned() }.into())
    }

    fn holidays_view(&self, today: NaiveDate) -> Result<HolidaysView, AppError> {
        Ok(view(&self.holidays, self.settings()?.nation, today))
    }
}

impl Open {
    pub(crate) fn read_holidays(&self, _: &Nothing) -> Done<HolidaysView> {
        Ok(Reply::read(self.inner().holidays_view(self.ports.time.today())?))
    }

    pub(crate) fn choose_holidays(&self, _: &Nothing) -> Done<HolidaysChosen> {
        // The dialog stays open as long as the DPO likes; nothing is held meanwhile.
        let title = "Choose the list of bank holidays, bank-holidays.json";
        let path = self.ask_for_file(title)?;
        let bytes = read_file(&path, LARGEST_FILE, &NoList::TooLarge.to_string())?;
        let listed = read(&bytes).map_err(|no_list| IpcError::field("file", no_list.to_string()))?;
        let sha256 = sha256(&bytes);
        let mut inner = self.inner();
        let planned = inner.plan(&self.ports, &import(&listed, &sha256), &named(&listed, ""))?;
        let mut rows = Vec::new();
        for (case, events) in &planned.moves {
            let row = inner.store.case_row(*case)?.filter(|row| !row.is_secret);
            rows.extend(row.map(|row| (row, events.as_slice())));
        }
        let answer = chosen(&inner.holidays, &planned.after, &listed, &sha256, &rows);
        inner.chosen_list = Some((listed, sha256));
        Ok(Reply::read(answer))
    }

    pub(crate) fn apply_holidays(&self, request: &HolidaysApply) -> Done<HolidaysChanged> {
        let mut problems = Problems::default();
        let source = problems.wanted("source", request.source.reveal(), "Write where the list comes from.");
        problems.none()?;
        let mut inner = self.inner();
        let Some((listed, sha256)) = inner.chosen_list.clone().filter(|(_, of)| *of == request.sha256) else {
            let message = "This list is no longer at hand. Nothing was recorded; choose the file again.";
            return Err(IpcError::NotFound { message: message.to_owned() }.into());
        };
        inner.holidays_are_still(request.revision)?;
        let planned = inner.plan(&self.ports, &import(&listed, &sha256), &named(&listed, &source))?;
        let moved = inner.carry_out(&self.ports, planned)?;
        self.changed(&inner, "The list was taken over", moved)
    }

    pub(crate) fn set_holiday(&self, request: &HolidaySet) -> Done<HolidaysChanged> {
        let mut problems = Problems::default();
        let source = problems.wanted("source", request.source.reveal(), "Write who says so.");
        let mut texts = vec![("source", source)];
        if request.is_holiday {
            let title = problems.wanted("title", request.title.reveal(), "Write what the day is called.");
            texts.push(("title", title));
        }
        problems.none()?;
        let (change, done) = if request.is_holiday {
            (HolidayChange::Add(request.place, request.day), "The holiday was added")
        } else {
            (HolidayChange::Remove(request.place, request.day), "The holiday was taken away")
        };
        let mut inner = self.inner();
        inner.holidays_are_still(request.revision)?;
        let planned = inner.plan(&self.ports, &change, &texts)?;
        let moved = inner.carry_out(&self.ports, planned)?;
        self.changed(&inner, done, moved)
    }

    pub(crate) fn confirm_holidays(&self, request: &HolidaysConfirm) -> Done<HolidaysChanged> {
        let mut inner = self.inner();
        inner.holidays_are_still(request.revision)?;
        let planned = inner.plan(&self.ports, &HolidayChange::Check, &[])?;
        let moved = inner.carry_out(&self.ports, planned)?;
        self.changed(&inner, "Noted that nothing new was published", moved)
    }

    fn changed(&self, inner: &Inner, done: &str, moved: usize) -> Done<HolidaysChanged> {
        let sentence = match moved {
            0 => format!("{done}. No last day moved."),
            some => format!("{done}. {} moved.", words::counted(some, "last day", "last days")),
        };
        let view = inner.holidays_view(self.ports.time.today())?;
        // Every screen that shows a date may show another one now.
        let topics = vec![Topic::Holidays, Topic::Settings, Topic::Cases, Topic::Letters];
        Ok(Reply::changed(HolidaysChanged { sentence, view }, topics))
    }
}

fn import(listed: &Listed, sha256: &str) -> HolidayChange {
    let days = listed.iter().map(|(nation, days)| (*nation, days.iter().map(|day| day.on).collect()));
    HolidayChange::Import { days: days.collect::<BTreeMap<Nation, _>>(), sha256: sha256.to_owned() }
}

/// The texts of a list: its names, and where it comes from.
fn named(listed: &Listed, source: &str) -> Vec<(&'static str, String)> {
    let lines = listed.iter().flat_map(|(nation, days)| days.iter().map(|day| line_of(*nation, day)));
    vec![("titles", lines.collect::<Vec<_>>().join("\n")), ("source", source.to_owned())]
}
