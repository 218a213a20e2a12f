//! `casebook clock`: statutory dates with their working.

use std::io::Write as _;
use std::path::Path;

use casebook_app::tools::{ClockAnswer, ClockQuestion, clock};
use chrono::NaiveDate;
use serde_json::json;

use crate::Ended;
use crate::arguments::ClockTask;
use crate::system::today_in_london;

const COLUMNS: [&str; 6] = ["id", "right", "jurisdiction", "nation", "received", "events"];

pub(crate) fn run(task: &ClockTask) -> Result<(), Ended> {
    let today = task.today.unwrap_or_else(today_in_london);
    if let Some(file) = &task.batch {
        return batch(file, today);
    }
    let question = ClockQuestion {
        right: task.right.clone().unwrap_or_default(),
        jurisdiction: task.jurisdiction.clone(),
        nation: task.nation.clone(),
        received: task.received.clone().unwrap_or_default(),
        events: task.event.clone(),
    };
    let answer = clock(&question, today).map_err(|fault| Ended::BadInput(fault.to_string()))?;
    if task.json {
        print_json(&answer);
    } else {
        print_words(&answer);
    }
    Ok(())
}

fn print_json(answer: &ClockAnswer) {
    let working: Vec<_> = answer
        .working
        .iter()
        .map(|step| json!({ "rule": step.rule.to_string(), "text": step.text, "date": step.date }))
        .collect();
    let answer = json!({
        "due_initial": answer.due_initial,
        "due_final": answer.due_final,
        "state": answer.state.code(),
        "working": working,
    });
    println!("{answer:#}");
}

fn print_words(answer: &ClockAnswer) {
    let day = |date: Option<NaiveDate>| {
        date.map_or_else(|| "none".to_owned(), |day| day.format("%A %-d %B %Y").to_string())
    };
    println!("State: {}", answer.state.name());
    println!("Last day without extension: {}", day(answer.due_initial));
    println!("Last day: {}", day(answer.due_final));
    if answer.cautious_final != answer.due_final {
        println!("Last day, counted cautiously (what the window shows): {}", day(answer.cautious_final));
    }
    for (place, step) in answer.working.iter().enumerate() {
        println!("{:>3}. {} [{}]", place + 1, step.text, step.rule);
    }
}

/// Prints a row for each that can be done; names the others on standard error and then answers with "bad input".
fn batch(file: &Path, today: NaiveDate) -> Result<(), Ended> {
    let unreadable =
        |error: csv::Error| Ended::BadInput(format!("batch: the file cannot be read as CSV: {error}"));
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_path(file).map_err(unreadable)?;
    let headers = reader.headers().map_err(unreadable)?.clone();
    let place = |column: &str| headers.iter().position(|header| header == column);
    for column in COLUMNS {
        if place(column).is_none() {
            return Err(Ended::BadInput(format!("batch: the column {column} is missing")));
        }
    }
    let mut out = csv::Writer::from_writer(std::io::stdout());
    out.write_record(["id", "due_initial", "due_final"]).map_err(unreadable)?;
    let mut undone = 0_u32;
    for (number, row) in reader.records().enumerate() {
        let row = row.map_err(unreadable)?;
        let cell =
            |column: &str| place(column).and_then(|place| row.get(place)).unwrap_or_default().to_owned();
        let question = ClockQuestion {
            right: cell("right"),
            jurisdiction: cell("jurisdiction"),
            nation: cell("nation"),
            received: cell("received"),
            events: cell("events").split(';').map(str::to_owned).collect(),
        };
        let id = cell("id");
        match clock(&question, today) {
            Ok(answer) => {
                let day = |date: Option<NaiveDate>| date.map(|day| day.to_string()).unwrap_or_default();
                out.write_record([id, day(answer.due_initial), day(answer.due_final)]).map_err(unreadable)?;
            }
            Err(fault) => {
                undone += 1;
                // The header is line 1.
                eprintln!("row {id} (line {}): {fault}", number + 2);
            }
        }
    }
    out.flush()
        .and_then(|()| std::io::stdout().flush())
        .map_err(|_| Ended::BadInput("the answer could not be printed".to_owned()))?;
    match undone {
        0 => Ok(()),
        1 => Err(Ended::BadInput("1 row could not be done; the others were printed".to_owned())),
        many => Err(Ended::BadInput(format!("{many} rows could not be done; the others were printed"))),
    }
}
