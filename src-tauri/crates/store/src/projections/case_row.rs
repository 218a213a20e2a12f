//! `case_row`: what a list shows of a case.

use casebook_cases::State;
use casebook_cases::codes::{Channel, PostalClass, Role};
use casebook_cases::subject_request::{Answer, RightClock, Wait};
use casebook_law::Calendar;
use casebook_law::clock::Settings;
use chrono::NaiveDate;
use rusqlite::{Connection, named_params};

use super::party_index::words_of;
use super::{CaseFile, Projection};
use crate::load::{PostTime, Timeliness};
use crate::{Error, columns, particulars};

/// Nobody gives the post more working days than these; more are not counted.
const MOST_POST_DAYS: u32 = 30;

pub(super) struct CaseRows;

impl Projection for CaseRows {
    const NAME: &'static str = "case_row";
    const VERSION: u32 = 4;
    /// It holds one name, read again each time; that is cheaper than to know whether it changed.
    const READS_PARTICULARS: bool = false;

    fn project(db: &Connection, file: &CaseFile) -> Result<(), Error> {
        let received = file.received()?;
        let state = &file.state;
        let who = who(db, file)?;
        let rights: Vec<_> = received.rights.iter().map(|right| right.code()).collect();
        let days = Days::of(file)?;
        db.prepare_cached("DELETE FROM case_row WHERE no = ?1")?.execute([file.no()])?;
        // No event makes a case secret yet, so the column is 0; every query asks for it all the same.
        let mut statement = db.prepare_cached(
            "INSERT INTO case_row (no, case_id, reference, kind, nation, who, who_key, rights, status, stage, \
             is_waiting, waits_since, received_on, first_last_day, last_day, answered_on, timing, post_days, \
             post_is_second, closed_on, resolution, version, is_secret) \
             VALUES (:no, :case_id, :reference, :kind, :nation, :who, :who_key, :rights, :status, :stage, \
             :is_waiting, :waits_since, :received_on, :first_last_day, :last_day, :answered_on, :timing, :post_days, \
             :post_is_second, :closed_on, :resolution, :version, 0)",
        )?;
        statement.execute(named_params! {
            ":no": file.no(),
            ":case_id": columns::id(&file.case),
            ":reference": received.reference,
            ":kind": received.reference.get(..2).unwrap_or_default(),
            ":nation": columns::code(received.nation)?,
            ":who": who,
            ":who_key": words_of(&who),
            ":rights": rights.join(","),
            ":status": state.status().code(),
            ":stage": days.stage(state),
            ":is_waiting": state.status().is_waiting(),
            ":waits_since": waits_since(state).map(columns::date),
            ":received_on": columns::date(received.on),
            ":first_last_day": days.first_last.map(columns::date),
            ":last_day": days.last.map(columns::date),
            ":answered_on": days.answered.map(columns::date),
            ":timing": days.timeliness.map(|kept| kept.code()),
            ":post_days": days.timeliness.and_then(|kept| kept.post).map(|post| post.days),
            ":post_is_second": days.timeliness.and_then(|kept| kept.post).map(|post| post.is_second),
            ":closed_on": state.closed.as_ref().map(|closed| columns::date(closed.on)),
            ":resolution": state.closed.as_ref().map(|closed| columns::code(closed.resolution)).transpose()?,
            ":version": columns::number(state.version),
        })?;
        Ok(())
    }

    fn clear(db: &Connection) -> Result<(), Error> {
        db.execute("DELETE FROM case_row", [])?;
        Ok(())
    }
}

/// The person the data is about, or whoever is first in the case; empty if nobody is named or the name was erased.
fn who(db: &Connection, file: &CaseFile) -> Result<String, Error> {
    let parties = &file.state.parties;
    let party = parties.iter().find(|party| party.role == Role::Subject).or_else(|| parties.first());
    party.map_or_else(|| Ok(String::new()), |party| particulars::text(db, party.known_from, "name"))
}

/// Since when the case waits for somebody else, while it does.
fn waits_since(state: &State) -> Option<NaiveDate> {
    let since = state.waits().first().map(|wait| match wait {
        Wait::Identity(since) | Wait::Authority(since) | Wait::Clarification(since) | Wait::Fee(since) => {
            *since
        }
    });
    since.filter(|_| state.status().is_waiting())
}

/// What the clocks of a case say, in the days that a list needs.
struct Days {
    /// The nearest last day before any extension of the rights still to be answered, counted cautiously (TIME-7).
    first_last: Option<NaiveDate>,
    /// The same, extensions counted.
    last: Option<NaiveDate>,
    /// The day on which the last of the rights was answered, once all are.
    answered: Option<NaiveDate>,
    /// Whether that kept every date; `None` while unanswered, and where no date was to be kept.
    timeliness: Option<Timeliness>,
}

impl Days {
    fn of(file: &CaseFile) -> Result<Self, Error> {
        let state = &file.state;
        let received = file.received()?;
        let calendar = file.calendar();
        let clocks = state.clocks(&calendar, Settings::default(), file.last_recorded_on());
        let open = || {
            let owed = clocks.iter().filter(|each| state.answered_on(each.right).is_none());
            owed.filter_map(|each| each.clock.as_ref().ok())
        };
        let answered: Option<Vec<NaiveDate>> =
            received.rights.iter().map(|right| state.answered_on(*right)).collect();
        let answered = answered.and_then(|days| days.into_iter().max());
        let kept = clocks.iter().filter_map(|each| timeliness(state, each, &calendar));
        Ok(Self {
            first_last: open().filter_map(|clock| clock.cautious_initial).min(),
            last: open().filter_map(|clock| clock.cautious_final).min(),
            answered,
            timeliness: kept.reduce(Timeliness::worse).filter(|_| answered.is_some()),
        })
    }

    /// Where in the order of urgency a case stands.
    fn stage(&self, state: &State) -> i64 {
        // An answer that came back is still owed, and gets no new last day (POST-1).
        let is_answered = self.answered.is_some() && state.returned_answer().is_none();
        match (state.closed.is_some(), is_answered, self.last.is_some()) {
            (true, _, _) => 3,
            (false, true, _) => 2,
            (false, false, false) => 1,
            (false, false, true) => 0,
        }
    }
}

/// Whether the answer to one right kept its date, by the literal counting that reports use (TIME-14), and how many
/// working days the post was given to the last day that people are shown (TIME-13).
fn timeliness(state: &State, each: &RightClock, calendar: &Calendar) -> Option<Timeliness> {
    let answered = state.answered_on(each.right)?;
    let clock = each.clock.as_ref().ok()?;
    let is_late = answered > clock.due_final?;
    let posted = state.answers.iter().find(|answer| {
        answer.on == answered && answer.rights.contains(&each.right) && answer.channel == Channel::Post
    });
    let post = posted.zip(clock.cautious_final).map(|(answer, last)| PostTime {
        days: working_days_left(calendar, answered, last),
        is_second: is_second(state, answer),
    });
    Some(Timeliness { is_late, post })
}

fn is_second(state: &State, answer: &Answer) -> bool {
    let sent = answer.letter.and_then(|letter| state.letter(letter)?.stage.sent());
    sent.and_then(|sent| sent.class).is_some_and(PostalClass::is_second)
}

/// The greatest margin with which a letter posted on a day would still have been safe.
fn working_days_left(calendar: &Calendar, posted: NaiveDate, last: NaiveDate) -> u32 {
    let is_safe = |margin: &u32| posted <= calendar.subtract_working_days(last, *margin);
    (1..=MOST_POST_DAYS).take_while(is_safe).last().unwrap_or(0)
}
