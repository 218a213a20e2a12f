//! What to do next in a subject request, from the same facts that decide.

use casebook_law::{Right, civil, words};
use chrono::NaiveDate;

use super::{LetterProgress, State, Wait, World};
use crate::codes::{DecisionOutcome, LetterKind};
use crate::{Next, NextStep};

/// The next step of a case, as one sentence with its button.
#[must_use]
pub fn next_step(state: &State, world: &World<'_>) -> NextStep {
    let last_day = state.last_day(world.calendar, world.settings, world.today);
    if let Some(closed) = &state.closed {
        return closed_step(state, closed.on);
    }
    if let Some(on) = state.died_on {
        let sentence = format!(
            "We heard on {} that the person died. Their rights have ended; write to the family only if that helps, and close the case.",
            words::date(on)
        );
        return with(step(sentence, None, Next::Close), vec![Next::Write(LetterKind::L36)]);
    }
    if let Some(on) = state.withdrawn_on {
        return withdrawn_step(state, on);
    }
    if let Some(letter) = state.answer_to_send() {
        return send_step(letter, last_day);
    }
    if let Some(letter) = state.returned_answer() {
        let sentence = "The answer came back and is still owed. Find out where it can go, check that address, and send it again.";
        return step(sentence.to_owned(), last_day, Next::SendAgain(letter.letter));
    }
    if state.is_answered() {
        return answered_step(state);
    }
    if let Some(wait) = state.waits().first() {
        return waiting_step(*wait, last_day, world.today);
    }
    let mut next = match other_right(state) {
        Some(right) => {
            let sentence = format!(
                "{} is not answered yet. Answer it, and record what was sent.{}",
                right.name(),
                ends(last_day, world.today)
            );
            step(sentence, last_day, Next::RecordAnswer)
        }
        None => in_hand_step(state, world, last_day),
    };
    let unsent = state.letters.iter().find(|letter| letter.is_to_send());
    match unsent {
        Some(letter) => next.others.push(Next::RecordSent(letter.letter)),
        None if state.acknowledged_on.is_none() => next.others.push(Next::Write(LetterKind::L01)),
        None => {}
    }
    next.others.truncate(2);
    next
}

/// A right still to be answered, once access is not among them.
fn other_right(state: &State) -> Option<Right> {
    let rights = &state.received.as_ref()?.rights;
    let open = |right: &Right| state.answered_on(*right).is_none();
    if rights.iter().any(|right| *right == Right::Access && open(right)) {
        return None;
    }
    rights.iter().copied().find(open)
}

/// The last day, as the end of a sentence.
fn ends(last_day: Option<NaiveDate>, today: NaiveDate) -> String {
    match last_day {
        Some(day) if day < today => {
            format!(" The last day was {}: the answer is late and still owed.", words::long_date(day))
        }
        Some(day) => format!(" The last day is {}.", words::long_date(day)),
        None => String::new(),
    }
}

/// Search, decide, answer.
fn in_hand_step(state: &State, world: &World<'_>, last_day: Option<NaiveDate>) -> NextStep {
    let progress = state.search_progress(world.today);
    let ends = ends(last_day, world.today);
    if progress.asked == 0 {
        let sentence = format!("Ask the systems that may hold the person’s data.{ends}");
        return step(sentence, last_day, Next::AskSearches);
    }
    if !progress.is_finished() {
        let late = match progress.late {
            0 => String::new(),
            1 => " One is late.".to_owned(),
            some => format!(" {some} are late."),
        };
        let places = words::counted(progress.asked, "place", "places");
        let sentence = format!("Search is finished in {} of {places}.{late}{ends}", progress.reported);
        return step(sentence, last_day, Next::FollowSearches);
    }
    if state.undecided_groups() > 0 {
        let groups = words::counted(state.undecided_groups(), "group", "groups");
        let sentence = format!("The search is finished. Decide about {groups} of what was found.{ends}");
        return step(sentence, last_day, Next::DecideItems);
    }
    let kind = answer_kind(state);
    if kind != LetterKind::L08 && state.groups.is_empty() && state.decision.is_none() {
        let sentence = format!("Something was found. Decide what goes out and what stays.{ends}");
        return with(step(sentence, last_day, Next::DecideItems), vec![Next::Write(kind)]);
    }
    let sentence = if kind == LetterKind::L08 {
        format!("Nothing was found. Write the answer that says so.{ends}")
    } else {
        format!("The search is finished. Write the answer.{ends}")
    };
    step(sentence, last_day, Next::Write(kind))
}

/// Which answer fits what was found and decided.
#[must_use]
pub fn answer_kind(state: &State) -> LetterKind {
    let outcome = state.decision.map(|decision| decision.outcome);
    if outcome == Some(DecisionOutcome::Refuse) {
        return LetterKind::L11;
    }
    if !state.searches.is_empty() && state.found_nothing() {
        return LetterKind::L08;
    }
    if outcome == Some(DecisionOutcome::ReleasePart) || state.leaves_out_something() {
        return LetterKind::L12;
    }
    LetterKind::L07
}

fn send_step(letter: &LetterProgress, last_day: Option<NaiveDate>) -> NextStep {
    let sentence = match last_day {
        Some(day) => format!("The answer is final. Send it; the last day is {}.", words::long_date(day)),
        None => "The answer is final. Send it.".to_owned(),
    };
    step(sentence, last_day, Next::RecordSent(letter.letter))
}

fn withdrawn_step(state: &State, on: NaiveDate) -> NextStep {
    let sentence = format!(
        "The request was withdrawn on {}. Confirm it in writing, and close the case.",
        words::date(on)
    );
    let confirmation = state.letters.iter().find(|letter| letter.kind == LetterKind::L34);
    match confirmation {
        Some(letter) if letter.is_to_send() => step(sentence, None, Next::RecordSent(letter.letter)),
        Some(_) => step(
            format!("The request was withdrawn on {}. Close the case.", words::date(on)),
            None,
            Next::Close,
        ),
        None => with(step(sentence, None, Next::Close), vec![Next::Write(LetterKind::L34)]),
    }
}

fn waiting_step(wait: Wait, last_day: Option<NaiveDate>, today: NaiveDate) -> NextStep {
    let (what, since, main) = match wait {
        Wait::Identity(since) => ("proof of identity", since, Next::RecordIdentityReceived),
        Wait::Authority(since) => ("proof of authority", since, Next::RecordAuthorityReceived),
        Wait::Clarification(since) => ("an answer to our question", since, Next::RecordClarificationReceived),
        Wait::Fee(since) => ("the fee", since, Next::RecordFeePaid),
    };
    let days = civil::days_between(since, today);
    let mut sentence = format!("Waiting for {what} since {}.", words::date(since));
    if let Some(day) = last_day {
        sentence.push_str(&format!(
            " The clock runs on all the same: the last day is {}.",
            words::long_date(day)
        ));
    }
    // A month without an answer is long enough to close (ID-4, TIME-8).
    let others = if days > 31 { vec![Next::Write(LetterKind::L30)] } else { Vec::new() };
    NextStep { sentence, by: last_day, main: Some(main), others }
}

fn answered_step(state: &State) -> NextStep {
    let unsent = state.letters.iter().find(|letter| letter.is_to_send());
    match unsent {
        Some(letter) => step(
            "The request is answered, but a final letter has not been sent. Record that it was sent, or declare it void."
                .to_owned(),
            None,
            Next::RecordSent(letter.letter),
        ),
        None => {
            let on = state.answers.iter().map(|answer| answer.on).max();
            let sentence = on.map_or_else(
                || "The request is answered. Close the case.".to_owned(),
                |on| format!("The request was answered on {}. Close the case.", words::date(on)),
            );
            step(sentence, None, Next::Close)
        }
    }
}

fn closed_step(state: &State, on: NaiveDate) -> NextStep {
    let mut sentence = format!("Closed on {}. Nothing more is to be done.", words::date(on));
    if state.exported_through.is_none() {
        sentence.push_str(" The history can be exported for a file or a court.");
    }
    NextStep { sentence, by: None, main: None, others: vec![Next::Export] }
}

fn step(sentence: String, by: Option<NaiveDate>, main: Next) -> NextStep {
    NextStep { sentence, by, main: Some(main), others: Vec::new() }
}

fn with(step: NextStep, others: Vec<Next>) -> NextStep {
    NextStep { others, ..step }
}
