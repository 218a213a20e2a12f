//! `casebook demo`: a casebook full of made-up people.

use crate::Ended;
use crate::arguments::DemoTask;
use crate::system::today_in_london;

pub(crate) fn run(task: &DemoTask) -> Result<(), Ended> {
    let story = casebook_demo::Story {
        cases: task.cases,
        seed: task.seed,
        papers: task.papers,
        today: task.today.unwrap_or_else(today_in_london),
    };
    let told = casebook_demo::tell(&task.casebook, &story, &mut |done, all| {
        if done.is_multiple_of((all / 100).max(25)) || done == all {
            eprintln!("{done} of {all} cases");
        }
    })
    .map_err(Ended::BadInput)?;
    std::fs::write(&task.passphrase_file, casebook_demo::PASSPHRASE)
        .map_err(|error| Ended::BadInput(format!("passphrase-file: it cannot be written: {error}")))?;
    println!("A made-up casebook with {} cases. Its passphrase: {}", told.cases, casebook_demo::PASSPHRASE);
    Ok(())
}
