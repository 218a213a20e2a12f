//! What the DPO should know besides the dates: doubts, oddities, things to do at once. One plain sentence each.

use chrono::NaiveDate;

use super::act::Act;
use super::course::Effect;
use super::period::came_before_the_pause_was_law;
use super::phrase;
use super::run::{Question, Reckoned};
use crate::rights::Right;
use crate::words::{counted, date};

/// A demand later than this many working days after receipt is not prompt (TIME-5, TIME-7).
const PROMPT_WORKING_DAYS: u32 = 5;

/// All there is to know about a clock that has been run.
pub(super) struct Advice<'a> {
    pub(super) question: &'a Question<'a>,
    pub(super) reckoned: &'a Reckoned,
    pub(super) post_by_first: Option<NaiveDate>,
}

impl Advice<'_> {
    /// Everything worth saying, the most basic doubts first.
    pub(super) fn sentences(&self) -> Vec<String> {
        [
            self.dated_before_receipt(),
            self.before_the_pause_was_law(),
            self.after_the_forecast_begins(),
            self.direct_marketing(),
            self.death(),
            self.asked_late(),
            self.only_tolerated(),
            self.notice_in_doubt(),
            self.between_the_countings(),
            self.posted_late(),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn dated_before_receipt(&self) -> Option<String> {
        let received_on = self.question.matter.received_on;
        let early = self.question.facts.iter().find(|fact| fact.on < received_on)?;
        let noun = self.question.matter.noun();
        let begins = phrase::begins(*early);
        Some(format!("{begins}, before the {noun} was received on {}: check both dates.", date(received_on)))
    }

    /// LAW-3.
    fn before_the_pause_was_law(&self) -> Option<String> {
        let applies =
            self.question.matter.right.has_one_month() && came_before_the_pause_was_law(self.question.matter);
        applies.then(|| {
            "Received before 5 February 2026: the stop-the-clock rule was guidance, not statute.".into()
        })
    }

    /// CAL-2: holidays beyond the published list are a forecast.
    fn after_the_forecast_begins(&self) -> Option<String> {
        let until = self.question.calendar.listed_until()?;
        (self.reckoned.dates?.due_final > until).then(|| {
            format!(
                "The holidays after {} are a forecast by the usual rules; check the published list when it comes out.",
                date(until)
            )
        })
    }

    /// TIME-11.
    fn direct_marketing(&self) -> Option<String> {
        (self.question.ending.is_open() && self.question.matter.right == Right::Objection)
            .then(|| "If this objects to direct marketing, stop at once: only the answer has a month.".into())
    }

    /// LAW-4.
    fn death(&self) -> Option<String> {
        let died = self.question.ending.ended.is_some_and(|fact| fact.act == Act::SubjectDied);
        died.then(|| {
            "The person has died: decide what confidence and the estate call for, and send no letter about rights."
                .into()
        })
    }

    /// TIME-5, TIME-7: such questions are asked promptly.
    fn asked_late(&self) -> Option<String> {
        let prompt_until =
            self.question.calendar.add_working_days(self.question.matter.received_on, PROMPT_WORKING_DAYS);
        let late = self.reckoned.happened.iter().find(|happened| {
            let asks = matches!(
                happened.fact.act,
                Act::IdentityAsked | Act::AuthorityAsked | Act::ClarificationAsked
            );
            let counts = matches!(happened.effect, Effect::Waits | Effect::Paused | Effect::TooLate { .. });
            asks && counts && happened.fact.on > prompt_until
        })?;
        Some(format!(
            "{}, more than {} after receipt. The regulator expects such a question promptly.",
            phrase::begins(late.fact),
            counted(PROMPT_WORKING_DAYS, "working day", "working days")
        ))
    }

    /// TIME-EU: what waited, waited by guidance.
    fn only_tolerated(&self) -> Option<String> {
        let waited = self
            .reckoned
            .happened
            .iter()
            .any(|happened| matches!(happened.effect, Effect::Waits | Effect::Paused));
        (waited && !self.question.matter.place.is_uk()).then(|| {
            "Under EU law waiting stops the clock by guidance only, if we asked without delay; the text has no such \
             pause."
                .into()
        })
    }

    /// TIME-10, TIME-13: a notice of extension that is in time only if all goes well.
    fn notice_in_doubt(&self) -> Option<String> {
        let (given_on, first_month) = (self.reckoned.extended_on?, self.reckoned.dates?.cautious_initial);
        if given_on > first_month {
            return Some(format!(
                "The notice of extension was given after the cautious last day of the first month, {}; only the \
                 literal counting has it in time.",
                date(first_month)
            ));
        }
        let post_by = self
            .question
            .calendar
            .subtract_working_days(first_month, self.question.matter.settings.post_margin_first);
        (given_on > post_by).then(|| {
            "If the notice of extension went by post, it may have arrived after the first month: disputable, do not \
             rely on it."
                .into()
        })
    }

    /// TIME-7: the day shown has passed, the literal one has not.
    fn between_the_countings(&self) -> Option<String> {
        let dates = self.reckoned.dates?;
        (self.question.ending.is_open() && self.question.today > dates.cautious_final && self.question.today <= dates.due_final).then(|| {
            format!(
                "The cautious last day, {}, has passed; only the literal counting still gives time, until {}.",
                date(dates.cautious_final),
                date(dates.due_final)
            )
        })
    }

    /// TIME-13.
    fn posted_late(&self) -> Option<String> {
        let (answered_on, post_by) = (self.question.ending.answered_on?, self.post_by_first?);
        (answered_on > post_by && answered_on <= self.reckoned.dates?.due_final).then(|| {
            "If the answer went by post, it left too late to be sure to arrive in time; it is reported apart.".into()
        })
    }
}
