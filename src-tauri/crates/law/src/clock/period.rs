//! Which period runs for a matter, and what can move it (TIME-11, TIME-12, TIME-EU).

use chrono::NaiveDate;

use super::matter::{EuSuspension, Matter};
use crate::place::Place;
use crate::rights::Right;

/// The day the paused clock became statute (LAW-2).
pub(super) const PAUSE_IS_LAW_FROM: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 2, 5);

/// The day the duty to acknowledge complaints began (LAW-2).
const COMPLAINTS_FROM: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 6, 19);

/// The period of a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Period {
    /// A month, with what can move it.
    OneMonth(Movers),
    /// Thirty days to acknowledge a complaint. Nothing moves them.
    ThirtyDays,
    /// None, and why.
    None(WhyNone),
}

/// What can move a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Movers {
    /// Whether proof of identity or authority holds up the start.
    pub(super) identity: bool,
    /// Whether an Art 12(5) fee holds up the start.
    pub(super) fee: bool,
    /// Whether a question about what is meant pauses it.
    pub(super) clarification: bool,
}

/// Why no period runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WhyNone {
    ConsentWithdrawal,
    ComplaintBeforeTheDuty,
    ComplaintUnderEuLaw,
}

impl Period {
    /// The period that runs for a matter.
    pub(super) fn of(matter: &Matter<'_>) -> Self {
        match (matter.right, matter.place) {
            (Right::ConsentWithdrawal, _) => Self::None(WhyNone::ConsentWithdrawal),
            (Right::Complaint, Place::Eu(_)) => Self::None(WhyNone::ComplaintUnderEuLaw),
            (Right::Complaint, Place::Uk(_)) if is_before(matter.received_on, COMPLAINTS_FROM) => {
                Self::None(WhyNone::ComplaintBeforeTheDuty)
            }
            (Right::Complaint, Place::Uk(_)) => Self::ThirtyDays,
            (right, place) => {
                let is_tolerated = matter.settings.eu_suspension == EuSuspension::Edpb;
                let may_wait = place.is_uk() || is_tolerated;
                Self::OneMonth(Movers {
                    identity: may_wait,
                    fee: place.is_uk(),
                    clarification: may_wait && right == Right::Access,
                })
            }
        }
    }
}

/// Whether a UK request came before pausing was statute (LAW-3, RULES-1).
pub(super) fn came_before_the_pause_was_law(matter: &Matter<'_>) -> bool {
    matter.place.is_uk() && is_before(matter.received_on, PAUSE_IS_LAW_FROM)
}

fn is_before(day: NaiveDate, began: Option<NaiveDate>) -> bool {
    began.is_some_and(|began| day < began)
}
