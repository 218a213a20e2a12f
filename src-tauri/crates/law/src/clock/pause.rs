//! The paused clock: questions about what an access request means, and the days they take out (TIME-7).

use std::collections::VecDeque;

use chrono::NaiveDate;

use crate::civil::{days_in_span, minus_days, plus_days};

/// How the days of a pause are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counting {
    /// The day of the question and the day of the answer both stand still.
    Statutory,
    /// The clock runs again on the day of the answer: one day fewer for each pause.
    Cautious,
    /// No pause at all (RULES-1, before the pause was law).
    Unpaused,
}

/// Questions and answers, paired first in, first out.
#[derive(Clone, Debug, Default)]
pub(super) struct Questions {
    open: VecDeque<NaiveDate>,
    /// The day of each question and of its answer.
    answered: Vec<(NaiveDate, NaiveDate)>,
}

impl Questions {
    /// A question goes out.
    pub(super) fn ask(&mut self, on: NaiveDate) {
        self.open.push_back(on);
    }

    /// An answer closes the oldest open question and gives its day; `None` if none was open.
    pub(super) fn answer(&mut self, on: NaiveDate) -> Option<NaiveDate> {
        let asked_on = self.open.pop_front()?;
        self.answered.push((asked_on, on));
        Some(asked_on)
    }

    /// Answers to all open questions come on one day: "if it came today".
    pub(super) fn answer_all(&mut self, on: NaiveDate) {
        while self.answer(on).is_some() {}
    }

    /// The day of the oldest open question.
    pub(super) fn open_since(&self) -> Option<NaiveDate> {
        self.open.front().copied()
    }

    /// The days taken out by the pauses that have ended.
    pub(super) fn paused_days(&self, counting: Counting) -> PausedDays {
        let ended = self.answered.iter().filter_map(|&(asked, answered)| match counting {
            Counting::Statutory => Some((asked, answered)),
            Counting::Cautious => Some((asked, minus_days(answered, 1)?)),
            Counting::Unpaused => None,
        });
        PausedDays::merged(ended.filter(|(first, last)| first <= last).collect())
    }
}

/// Days that do not count: spans in order that neither overlap nor touch, so that each day is left out once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct PausedDays(Vec<(NaiveDate, NaiveDate)>);

impl PausedDays {
    fn merged(mut spans: Vec<(NaiveDate, NaiveDate)>) -> Self {
        spans.sort_unstable();
        let mut merged: Vec<(NaiveDate, NaiveDate)> = Vec::with_capacity(spans.len());
        for (first, last) in spans {
            match merged.last_mut() {
                Some(before) if plus_days(before.1, 1).is_some_and(|next| first <= next) => {
                    before.1 = before.1.max(last);
                }
                _ => merged.push((first, last)),
            }
        }
        Self(merged)
    }

    /// The last day of the span a day lies in; `None` if the day is not paused.
    pub(super) fn pause_ends(&self, day: NaiveDate) -> Option<NaiveDate> {
        let before_or_on = self.0.partition_point(|(first, _)| *first <= day);
        let (_, last) = self.0.get(before_or_on.checked_sub(1)?)?;
        (day <= *last).then_some(*last)
    }

    /// The day on which `needed` unpaused days after `start` have been counted (TIME-9, step 4). `None` past the end
    /// of the calendar of the world.
    pub(super) fn count_from(&self, start: NaiveDate, needed: u32) -> Option<NaiveDate> {
        let mut counted_to = start;
        let mut left = i64::from(needed);
        for &(first, last) in self.0.iter().filter(|(_, last)| *last > start) {
            let free = days_in_span(plus_days(counted_to, 1)?, minus_days(first, 1)?);
            if left <= free {
                break;
            }
            left -= free;
            counted_to = last;
        }
        plus_days(counted_to, u32::try_from(left).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 9, day).unwrap()
    }

    fn asked_and_answered(pairs: &[(u32, u32)]) -> Questions {
        let mut questions = Questions::default();
        for (asked, _) in pairs {
            questions.ask(on(*asked));
        }
        for (_, answered) in pairs {
            questions.answer(on(*answered));
        }
        questions
    }

    #[test]
    fn pauses_that_overlap_or_touch_become_one() {
        let questions = asked_and_answered(&[(4, 10), (8, 15), (16, 16), (20, 21)]);
        let paused = questions.paused_days(Counting::Statutory);
        assert_eq!(paused, PausedDays(vec![(on(4), on(16)), (on(20), on(21))]));
    }

    #[test]
    fn the_cautious_counting_gives_back_the_day_of_the_answer() {
        let questions = asked_and_answered(&[(4, 10), (12, 12)]);
        assert_eq!(questions.paused_days(Counting::Cautious), PausedDays(vec![(on(4), on(9))]));
        assert_eq!(questions.paused_days(Counting::Unpaused), PausedDays::default());
    }

    #[test]
    fn a_day_knows_when_its_pause_ends() {
        let paused = asked_and_answered(&[(4, 10)]).paused_days(Counting::Statutory);
        assert_eq!(paused.pause_ends(on(3)), None);
        assert_eq!(paused.pause_ends(on(4)), Some(on(10)));
        assert_eq!(paused.pause_ends(on(10)), Some(on(10)));
        assert_eq!(paused.pause_ends(on(11)), None);
    }

    #[test]
    fn counting_steps_over_the_pauses_after_the_start_only() {
        let paused = asked_and_answered(&[(1, 5), (8, 9)]).paused_days(Counting::Statutory);
        assert_eq!(paused.count_from(on(3), 2), Some(on(7)), "6 and 7 September");
        assert_eq!(paused.count_from(on(3), 3), Some(on(10)), "8 and 9 September are left out");
        assert_eq!(paused.count_from(on(9), 3), Some(on(12)), "a pause on the start day takes nothing");
        assert_eq!(paused.count_from(NaiveDate::MAX, 1), None);
    }
}
