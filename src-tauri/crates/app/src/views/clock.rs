//! A clock as it is read: dates, words, and the working.

use casebook_cases::subject_request::RightClock;
use casebook_ipc::{ClockView, StepView, Urgency};
use casebook_law::clock::{Clock, State, WaitingFor};
use casebook_law::{Calendar, RULE_SET, Right, civil, words};
use chrono::NaiveDate;

/// So many days left count as due soon.
const SOON: i64 = 7;

/// The clock of one right as the screen shows it.
pub(crate) fn clock_view(each: &RightClock, calendar: &Calendar, today: NaiveDate) -> ClockView {
    match &each.clock {
        Ok(clock) => view(each.right, clock, calendar, today),
        Err(error) => ClockView {
            right: each.right,
            right_words: each.right.name().to_owned(),
            state: "unknown".to_owned(),
            state_words: "No date".to_owned(),
            urgency: Urgency::Overdue,
            last_day: None,
            last_day_words: "The last day cannot be worked out".to_owned(),
            left_words: error.to_string(),
            due_initial: None,
            due_final: None,
            target_on: None,
            post_by_first: None,
            post_by_second: None,
            post_by_words: String::new(),
            working: Vec::new(),
            basis_words: basis(calendar),
            advisories: Vec::new(),
        },
    }
}

fn view(right: Right, clock: &Clock, calendar: &Calendar, today: NaiveDate) -> ClockView {
    let urgency = urgency(clock, today);
    ClockView {
        right,
        right_words: right.name().to_owned(),
        state: clock.state.code().to_owned(),
        state_words: clock.state.name().to_owned(),
        urgency,
        last_day: clock.cautious_final,
        last_day_words: clock.cautious_final.map_or_else(|| no_date(clock).to_owned(), words::long_date),
        left_words: left_words(clock, today),
        due_initial: clock.due_initial,
        due_final: clock.due_final,
        target_on: clock.target_on,
        post_by_first: clock.post_by_first,
        post_by_second: clock.post_by_second,
        post_by_words: post_by_words(clock, today),
        working: clock
            .working
            .iter()
            .map(|step| StepView {
                rule: step.rule.to_string(),
                text: step.text.clone(),
                date: step.date,
                source: step.rule.rule().map_or_else(String::new, |rule| rule.source.to_owned()),
            })
            .collect(),
        basis_words: basis(calendar),
        advisories: clock.advisories.clone(),
    }
}

fn basis(calendar: &Calendar) -> String {
    format!("{} · rules {RULE_SET}", calendar.version())
}

/// How a clock is marked today.
pub(crate) fn urgency(clock: &Clock, today: NaiveDate) -> Urgency {
    match clock.state {
        State::Closed | State::AnsweredInTime | State::AnsweredLate => {
            if days_late(clock).is_some() {
                Urgency::DoneLate
            } else {
                Urgency::Done
            }
        }
        State::NoStatutoryDate => Urgency::None,
        State::NotStarted | State::Paused => Urgency::Waiting,
        State::Overdue => Urgency::Overdue,
        State::Extended | State::Running => day_urgency(clock.cautious_final, today),
    }
}

/// How a last day is marked today.
pub(crate) fn day_urgency(last_day: Option<NaiveDate>, today: NaiveDate) -> Urgency {
    match last_day.map(|day| civil::days_between(today, day)) {
        None => Urgency::None,
        Some(days) if days < 0 => Urgency::Overdue,
        Some(days) if days <= SOON => Urgency::DueSoon,
        Some(_) => Urgency::Running,
    }
}

/// "5 days left", "Last day today", "2 days late".
pub(crate) fn days_words(last_day: NaiveDate, today: NaiveDate) -> String {
    match civil::days_between(today, last_day) {
        0 => "Last day today".to_owned(),
        days if days > 0 => format!("{} left", words::counted(days, "day", "days")),
        days => format!("{} late", words::counted(-days, "day", "days")),
    }
}

const fn no_date(clock: &Clock) -> &'static str {
    match clock.state {
        State::NotStarted => "No last day yet",
        State::Paused => "No last day while paused",
        _ => "No last day",
    }
}

/// How many days after the last day the answer went, if it did (TIME-14).
fn days_late(clock: &Clock) -> Option<i64> {
    let (on, due) = clock.answered_on.zip(clock.due_final)?;
    Some(civil::days_between(due, on)).filter(|days| *days > 0)
}

/// "Answered on 5 November 2026, 3 days late".
fn answered_words(clock: &Clock, on: NaiveDate) -> String {
    let late = days_late(clock);
    let late =
        late.map_or_else(String::new, |days| format!(", {} late", words::counted(days, "day", "days")));
    format!("Answered on {}{late}", words::date(on))
}

fn left_words(clock: &Clock, today: NaiveDate) -> String {
    match clock.state {
        State::AnsweredInTime | State::AnsweredLate => {
            clock.answered_on.map_or_else(String::new, |on| answered_words(clock, on))
        }
        State::Closed => clock
            .answered_on
            .map_or_else(|| "Closed without an answer".to_owned(), |on| answered_words(clock, on)),
        State::NotStarted | State::Paused => waiting_words(clock),
        State::NoStatutoryDate => "Act without delay".to_owned(),
        State::Overdue | State::Extended | State::Running => {
            clock.cautious_final.map_or_else(String::new, |day| days_words(day, today))
        }
    }
}

fn waiting_words(clock: &Clock) -> String {
    let Some(waiting) = &clock.waiting else { return String::new() };
    let what = match waiting.what {
        WaitingFor::Identity => "proof of identity",
        WaitingFor::Authority => "proof of authority",
        WaitingFor::Fee => "the fee",
        WaitingFor::Clarification => "clarification",
    };
    let mut sentence = format!("Waiting for {what} since {}", words::date(waiting.since));
    if let Some(day) = clock.if_it_came_today {
        sentence.push_str(&format!("; if it came today, the last day would be {}", words::long_date(day)));
    }
    sentence
}

fn post_by_words(clock: &Clock, today: NaiveDate) -> String {
    if !matches!(clock.state, State::Running | State::Extended) {
        return String::new();
    }
    match (clock.post_by_first, clock.post_by_second) {
        (Some(first), _) if first < today => {
            "Too late for the post to be safe; send it another way".to_owned()
        }
        (Some(first), Some(second)) if second >= today => format!(
            "Post by {} (1st class) or {} (2nd class)",
            words::short_date(first),
            words::short_date(second)
        ),
        (Some(first), _) => format!("Post by {} (1st class)", words::short_date(first)),
        (None, _) => String::new(),
    }
}
