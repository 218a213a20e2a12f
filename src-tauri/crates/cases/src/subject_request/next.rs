//! What to do next in a subject request, from the same facts that decide.

use casebook_law::words;
use chrono::NaiveDate;

use super::{State, Wait, World};
use crate::codes::LetterKind;
use crate::{Next, NextStep};

/// The next step of a case, as one sentence with its button.
#[must_use]
pub fn next_step(state: &State, world: &World<'_>) -> NextStep {
    let last_day = state.last_day(world.calendar, world.settings, world.today);
    if let Some(closed) = &state.closed {
        return closed_step(state, closed.on);
    }
    if let Some(on) = state.withdrawn_on {
        return step(
            format!("The request was withdrawn on {}. Close the case.", words::date(on)),
            None,
            Next::Close,
        );
    }
    if state.is_answered() {
        return answered_step(state);
    }
    if let Some(letter) = state.answer_to_send() {
        let sentence = match last_day {
            Some(day) => format!("The answer is final. Send it; the last day is {}.", words::long_date(day)),
            None => "The answer is final. Send it.".to_owned(),
        };
        return step(sentence, last_day, Next::RecordSent(letter.letter));
    }
    if let Some(wait) = state.waits().first() {
        return waiting_step(*wait, last_day);
    }
    in_hand_step(state, world.today, last_day)
}

fn in_hand_step(state: &State, today: NaiveDate, last_day: Option<NaiveDate>) -> NextStep {
    let sentence = match last_day {
        Some(day) if day < today => {
            format!(
                "The last day was {}. The answer is still owed: write and send it.",
                words::long_date(day)
            )
        }
        Some(day) => {
            format!("Search for the data, then write the answer. The last day is {}.", words::long_date(day))
        }
        None => "Search for the data, then write the answer.".to_owned(),
    };
    let mut next = step(sentence, last_day, Next::Answer);
    let unsent = state.letters.iter().find(|letter| letter.is_to_send() && letter.kind == LetterKind::L01);
    match unsent {
        Some(letter) => next.others.push(Next::RecordSent(letter.letter)),
        None if state.acknowledged_on.is_none() => next.others.push(Next::Acknowledge),
        None => {}
    }
    next
}

fn waiting_step(wait: Wait, last_day: Option<NaiveDate>) -> NextStep {
    let (what, since, main) = match wait {
        Wait::Identity(since) => ("proof of identity", since, Some(Next::RecordIdentityReceived)),
        Wait::Clarification(since) => {
            ("an answer to our question", since, Some(Next::RecordClarificationReceived))
        }
        Wait::Fee(since) => ("the fee", since, None),
    };
    let mut sentence = format!("Waiting for {what} since {}.", words::date(since));
    if let Some(day) = last_day {
        sentence.push_str(&format!(
            " The clock runs on all the same: the last day is {}.",
            words::long_date(day)
        ));
    }
    NextStep { sentence, by: last_day, main, others: Vec::new() }
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
