//! What ends a clock: an answer, a withdrawal, a death, the closing of the case.

use chrono::NaiveDate;

use super::act::{Act, Fact};
use super::matter::Matter;

/// How far a matter has come to its end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ending {
    /// The first answer (for a complaint: acknowledgement or outcome, COMP-3). Later ones change nothing.
    pub(super) answered_on: Option<NaiveDate>,
    /// The withdrawal or the death that ended the clock (LAW-4), whichever came first.
    pub(super) ended: Option<Fact>,
    /// The day of the closing that still holds.
    pub(super) closed_on: Option<NaiveDate>,
}

impl Ending {
    /// Reads the end of a matter from its facts in order.
    pub(super) fn of(matter: &Matter<'_>, facts: &[Fact]) -> Self {
        let mut ending = Self::default();
        for fact in facts {
            match fact.act {
                act if matter.is_answered_by(act) => {
                    ending.answered_on.get_or_insert(fact.on);
                }
                Act::Withdrawn | Act::SubjectDied => {
                    ending.ended.get_or_insert(*fact);
                }
                Act::Closed => ending.closed_on = Some(fact.on),
                // TIME-8: opening again restarts nothing; an answer stays given.
                Act::Reopened => ending.closed_on = None,
                _ => {}
            }
        }
        ending
    }

    /// The day after which nothing asked or said moves the clock any more.
    pub(super) fn over_on(&self) -> Option<NaiveDate> {
        let ended_on = self.ended.map(|fact| fact.on);
        self.answered_on.into_iter().chain(ended_on).min()
    }

    /// Whether an answer is still awaited from us: not answered, not ended, not closed.
    pub(super) fn is_open(&self) -> bool {
        self.over_on().is_none() && self.closed_on.is_none()
    }

    /// Whether a withdrawal or a death took the last day away: it came before any answer.
    pub(super) fn has_lost_its_date(&self) -> bool {
        self.ended.is_some_and(|fact| self.answered_on.is_none_or(|answered| fact.on < answered))
    }
}
