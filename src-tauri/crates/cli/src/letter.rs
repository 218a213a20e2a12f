//! `casebook letter`: a PDF from facts. Records nothing and says so.

use std::io::Read as _;

use serde_json::json;

use crate::Ended;
use crate::arguments::LetterTask;

pub(crate) fn run(task: &LetterTask) -> Result<(), Ended> {
    let facts = if task.facts.as_os_str() == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(&task.facts)
    };
    let facts = facts.map_err(|error| Ended::BadInput(format!("facts: the file cannot be read: {error}")))?;
    let drawn = casebook_app::tools::letter(&facts, task.draft)
        .map_err(|fault| Ended::BadInput(format!("facts: {fault}")))?;
    std::fs::write(&task.out, &drawn.pdf)
        .map_err(|error| Ended::BadInput(format!("out: the PDF cannot be written: {error}")))?;
    if task.json {
        println!(
            "{:#}",
            json!({ "pages": drawn.pages, "sha256": drawn.sha256, "template": drawn.template, "gates": drawn.gates })
        );
        return Ok(());
    }
    println!(
        "Written: {} pages, SHA-256 {}. Nothing was recorded in any casebook.",
        drawn.pages, drawn.sha256
    );
    for gate in &drawn.gates {
        let what = if gate.blocks { "Must be seen to" } else { "Look at this" };
        println!("{what}: {} [{}]", gate.sentence, gate.rule);
    }
    Ok(())
}
