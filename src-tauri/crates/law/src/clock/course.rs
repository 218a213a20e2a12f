//! What happened to a month, fact by fact, and what each fact did to it (TIME-5, TIME-7, TIME-9, TIME-10).
//!
//! A demand counts only if it was made in time, judged by what was known on its day. That judgement always uses the
//! literal counting of pauses; the cautious counting changes how many days a pause takes out, not which acts count.

use chrono::NaiveDate;

use super::act::{Act, Fact};
use super::ending::Ending;
use super::error::ClockError;
use super::month::{Walk, walk};
use super::outcome::{Waiting, WaitingFor};
use super::pause::{Counting, Questions};
use super::period::Movers;
use super::start::StartWaits;
use crate::calendar::Calendar;

/// What a fact did to the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// Since then the clock waits.
    Waits,
    /// It waited for the same thing already.
    WaitedAlready,
    /// What it waited for came.
    Came,
    /// Nothing was awaited, so nothing changed.
    NotAwaited,
    /// Identity needs no proof any more.
    Waived,
    /// A question paused the clock.
    Paused,
    /// The answer to the question of this day ended a pause.
    Resumed { asked_on: NaiveDate },
    /// Notice of the extension was given in time; the last day then running, if any.
    Extended { limit: Option<NaiveDate> },
    /// It was extended before, and one extension is all.
    ExtendedAlready,
    /// It came after this day, the last one then running.
    TooLate { limit: NaiveDate },
    /// Such a fact cannot move this clock at all.
    MovesNothing,
    /// It came after the answer, or after the clock had ended.
    Over,
    /// It says how the matter ended; see [`Ending`].
    Ends,
}

/// A fact and what it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Happened {
    pub(super) fact: Fact,
    pub(super) effect: Effect,
}

/// The state of a month while its facts are followed in order.
#[derive(Clone, Debug)]
pub(super) struct Course<'a> {
    received_on: NaiveDate,
    movers: Movers,
    calendar: &'a Calendar,
    waits: StartWaits,
    questions: Questions,
    extended_on: Option<NaiveDate>,
    happened: Vec<Happened>,
}

/// The last days of a month, by one counting.
#[derive(Clone, Copy, Debug)]
pub(super) struct Due {
    /// One month.
    pub(super) initial: Walk,
    /// Three months, where the extension is valid.
    pub(super) extended: Option<Walk>,
}

impl Due {
    /// The last day that holds.
    pub(super) fn last(&self) -> NaiveDate {
        self.extended.unwrap_or(self.initial).last
    }
}

impl<'a> Course<'a> {
    /// Follows the facts, in order, from receipt to the end.
    pub(super) fn follow(
        received_on: NaiveDate,
        movers: Movers,
        facts: &[Fact],
        ending: &Ending,
        calendar: &'a Calendar,
    ) -> Result<Self, ClockError> {
        let mut course = Self {
            received_on,
            movers,
            calendar,
            waits: StartWaits::default(),
            questions: Questions::default(),
            extended_on: None,
            happened: Vec::with_capacity(facts.len()),
        };
        let over_on = ending.over_on();
        for fact in facts {
            let is_over = over_on.is_some_and(|over_on| fact.on > over_on);
            let effect = course.take(*fact, is_over)?;
            course.happened.push(Happened { fact: *fact, effect });
        }
        Ok(course)
    }

    fn take(&mut self, fact: Fact, is_over: bool) -> Result<Effect, ClockError> {
        let on = fact.on;
        match fact.act {
            Act::Answered
            | Act::Acknowledged
            | Act::Withdrawn
            | Act::SubjectDied
            | Act::Closed
            | Act::Reopened => Ok(Effect::Ends),
            Act::CopyFeeAsked | Act::CopyFeePaid | Act::OtherQuestion => Ok(Effect::MovesNothing),
            _ if is_over => Ok(Effect::Over),
            Act::IdentityAsked | Act::IdentityInsufficient => self.ask(WaitingFor::Identity, on),
            Act::AuthorityAsked => self.ask(WaitingFor::Authority, on),
            Act::FeeAsked => self.ask(WaitingFor::Fee, on),
            Act::IdentityReceived => Ok(self.receive(WaitingFor::Identity, on)),
            Act::AuthorityReceived => Ok(self.receive(WaitingFor::Authority, on)),
            Act::FeePaid => Ok(self.receive(WaitingFor::Fee, on)),
            Act::IdentityWaived => Ok(self.waive_identity()),
            Act::ClarificationAsked => self.question(on),
            Act::ClarificationReceived | Act::ClarificationRefused => Ok(self.answer(on)),
            Act::Extended => self.extend(on),
        }
    }

    fn can_wait_for(&self, what: WaitingFor) -> bool {
        match what {
            WaitingFor::Identity | WaitingFor::Authority => self.movers.identity,
            WaitingFor::Fee => self.movers.fee,
            WaitingFor::Clarification => self.movers.clarification,
        }
    }

    /// TIME-5: a demand counts if it was sent on or before the last day of the first month.
    fn ask(&mut self, what: WaitingFor, on: NaiveDate) -> Result<Effect, ClockError> {
        if !self.can_wait_for(what) {
            return Ok(Effect::MovesNothing);
        }
        if let Some(limit) = self.initial_limit()?.filter(|limit| on > *limit) {
            return Ok(Effect::TooLate { limit });
        }
        Ok(if self.waits.ask(what, on) { Effect::Waits } else { Effect::WaitedAlready })
    }

    fn receive(&mut self, what: WaitingFor, on: NaiveDate) -> Effect {
        if !self.can_wait_for(what) {
            return Effect::MovesNothing;
        }
        if self.waits.receive(what, on) { Effect::Came } else { Effect::NotAwaited }
    }

    fn waive_identity(&mut self) -> Effect {
        if !self.movers.identity {
            return Effect::MovesNothing;
        }
        self.waits.waive_identity();
        Effect::Waived
    }

    /// TIME-9: a question counts if it was sent on or before the last day then running, extension included.
    fn question(&mut self, on: NaiveDate) -> Result<Effect, ClockError> {
        if !self.movers.clarification {
            return Ok(Effect::MovesNothing);
        }
        if let Some(limit) = self.final_limit()?.filter(|limit| on > *limit) {
            return Ok(Effect::TooLate { limit });
        }
        self.questions.ask(on);
        Ok(Effect::Paused)
    }

    fn answer(&mut self, on: NaiveDate) -> Effect {
        if !self.movers.clarification {
            return Effect::MovesNothing;
        }
        self.questions.answer(on).map_or(Effect::NotAwaited, |asked_on| Effect::Resumed { asked_on })
    }

    /// TIME-10: notice counts if it was given on or before the last day of the first month, and once.
    fn extend(&mut self, on: NaiveDate) -> Result<Effect, ClockError> {
        if self.extended_on.is_some() {
            return Ok(Effect::ExtendedAlready);
        }
        let limit = self.initial_limit()?;
        if let Some(limit) = limit.filter(|limit| on > *limit) {
            return Ok(Effect::TooLate { limit });
        }
        self.extended_on = Some(on);
        Ok(Effect::Extended { limit })
    }

    /// The last day of the first month as it stands after the facts so far. `None` while it has not been reached,
    /// because the clock has not started or is paused.
    fn initial_limit(&self) -> Result<Option<NaiveDate>, ClockError> {
        Ok(self.due(Counting::Statutory)?.map(|due| due.initial.last))
    }

    /// The same, with the extension.
    fn final_limit(&self) -> Result<Option<NaiveDate>, ClockError> {
        Ok(self.due(Counting::Statutory)?.map(|due| due.last()))
    }

    /// The last days as they stand. `None` while the clock has not started or is paused.
    pub(super) fn due(&self, counting: Counting) -> Result<Option<Due>, ClockError> {
        if self.questions.open_since().is_some() {
            return Ok(None);
        }
        let Some(start) = self.started_on() else { return Ok(None) };
        let paused = self.questions.paused_days(counting);
        let months = |months| walk(start, months, &paused, self.calendar);
        let extended = self.extended_on.map(|_| months(3)).transpose()?;
        Ok(Some(Due { initial: months(1)?, extended }))
    }

    /// The last day if all that is awaited came on `day`, or on the day of the last fact if that is later.
    pub(super) fn due_if_all_came(
        &self,
        day: NaiveDate,
        counting: Counting,
    ) -> Result<Option<NaiveDate>, ClockError> {
        let day = self.happened.iter().map(|happened| happened.fact.on).fold(day, NaiveDate::max);
        let mut complete = self.clone();
        complete.waits.receive_all(day);
        complete.questions.answer_all(day);
        Ok(complete.due(counting)?.map(|due| due.last()))
    }

    /// The day `days` unpaused days after the start: the target (TIME-1).
    pub(super) fn day_number(&self, days: u32, counting: Counting) -> Option<NaiveDate> {
        self.questions.paused_days(counting).count_from(self.started_on()?, days)
    }

    /// The last day with no pause taken out at all, also while one is open (RULES-1).
    pub(super) fn due_without_pauses(&self) -> Result<Option<NaiveDate>, ClockError> {
        let mut unpaused = self.clone();
        unpaused.questions = Questions::default();
        Ok(unpaused.due(Counting::Unpaused)?.map(|due| due.last()))
    }

    pub(super) fn started_on(&self) -> Option<NaiveDate> {
        self.waits.started_on(self.received_on)
    }

    pub(super) fn is_paused(&self) -> bool {
        self.questions.open_since().is_some()
    }

    pub(super) fn extended_on(&self) -> Option<NaiveDate> {
        self.extended_on
    }

    pub(super) fn happened(&self) -> &[Happened] {
        &self.happened
    }

    pub(super) fn into_happened(self) -> Vec<Happened> {
        self.happened
    }

    /// What is awaited: first what keeps the clock from starting, then the oldest open question.
    pub(super) fn waiting(&self) -> Option<Waiting> {
        let question = || {
            let since = self.questions.open_since()?;
            Some(Waiting { what: WaitingFor::Clarification, since })
        };
        self.waits.waiting().or_else(question)
    }
}
