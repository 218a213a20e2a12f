//! Draws a batch of letters and says what it took: `cargo run --release -p casebook-letters --example batch -- 200`.
#![expect(clippy::print_stdout, reason = "its output is what it is for")]

use std::error::Error;

use casebook_letters::{LetterFacts, render};

fn main() -> Result<(), Box<dyn Error>> {
    let count: u32 = std::env::args().nth(1).map_or(Ok(200), |count| count.parse())?;
    let text = include_str!("../tests/fixtures/letters/access-answer/facts.json");
    let mut facts: LetterFacts = serde_json::from_str(text)?;
    let mut bytes = 0;
    for number in 1..=count {
        facts.number = Some(number);
        bytes += render(&facts)?.pdf.len();
    }
    println!("{count} letters, {bytes} bytes; time and memory are for `time -v` to tell");
    Ok(())
}
