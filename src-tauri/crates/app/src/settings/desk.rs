//! How the desk works: where to aim, how long the post takes, when to close and to lock.

use casebook_ipc::DeskForm;
use casebook_law::clock::Settings as ClockSettings;
use serde::{Deserialize, Serialize};

use crate::problems::Problems;

/// The numbers of the desk, each within bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Desk {
    /// How many days after the start to aim for (TIME-1).
    pub(crate) target_days: u32,
    /// Working days a first class letter needs (TIME-13).
    pub(crate) post_margin_first: u32,
    /// Working days a second class letter needs (TIME-13).
    pub(crate) post_margin_second: u32,
    /// Months to wait for proof of identity before closing (ID-4).
    pub(crate) id_close_months: u32,
    /// Months to wait for a reply to our question before closing (TIME-8).
    pub(crate) clarification_close_months: u32,
    /// Minutes without anybody at the page before locking (LOCK-1).
    pub(crate) idle_minutes: u32,
}

impl Default for Desk {
    fn default() -> Self {
        let clock = ClockSettings::default();
        Self {
            target_days: clock.target_days,
            post_margin_first: clock.post_margin_first,
            post_margin_second: clock.post_margin_second,
            id_close_months: 1,
            clarification_close_months: 1,
            idle_minutes: 15,
        }
    }
}

impl Desk {
    /// By what every clock is counted.
    pub(crate) fn clock(self) -> ClockSettings {
        ClockSettings {
            target_days: self.target_days,
            post_margin_first: self.post_margin_first,
            post_margin_second: self.post_margin_second,
            ..ClockSettings::default()
        }
    }

    pub(super) const fn form(self) -> DeskForm {
        DeskForm {
            target_days: self.target_days,
            post_margin_first: self.post_margin_first,
            post_margin_second: self.post_margin_second,
            id_close_months: self.id_close_months,
            clarification_close_months: self.clarification_close_months,
            idle_minutes: self.idle_minutes,
        }
    }

    pub(super) fn parse(form: &DeskForm, problems: &mut Problems) -> Self {
        let mut within = |field: &str, number: u32, least: u32, most: u32, what: &str| {
            if !(least..=most).contains(&number) {
                problems.add(field, &format!("Enter {what} from {least} to {most}."));
            }
            number
        };
        let desk = Self {
            target_days: within("desk.targetDays", form.target_days, 1, 28, "a number of days"),
            post_margin_first: within("desk.postMarginFirst", form.post_margin_first, 1, 10, "working days"),
            post_margin_second: within(
                "desk.postMarginSecond",
                form.post_margin_second,
                1,
                15,
                "working days",
            ),
            id_close_months: within("desk.idCloseMonths", form.id_close_months, 1, 6, "months"),
            clarification_close_months: within(
                "desk.clarificationCloseMonths",
                form.clarification_close_months,
                1,
                6,
                "months",
            ),
            idle_minutes: within("desk.idleMinutes", form.idle_minutes, 1, 60, "minutes"),
        };
        if desk.post_margin_second < desk.post_margin_first {
            problems.add("desk.postMarginSecond", "Second class cannot be faster than first class.");
        }
        desk
    }
}
