//! Speed as ratios of things measured side by side, in turn, in one run. Machines differ and are busy; a ratio tells
//! whether one way is dearer than another. Nothing here passes or fails.
//!
//! `cargo dev bench` runs everything; `-- --most 10000` after it leaves the largest casebook out, `-- --clocks` all but the
//! clocks.

#![expect(clippy::disallowed_methods, reason = "a benchmark looks at the time")]
#![expect(clippy::print_stdout, reason = "a benchmark prints")]
#![expect(clippy::indexing_slicing, reason = "a JSON value answers null for a name it does not have")]
#![expect(clippy::expect_used, clippy::panic, reason = "a benchmark stops at the first surprise")]

mod clocks;
mod letters;
mod opening;
mod recording;
mod side;
mod sizes;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        // This program again, to be looked at from outside.
        ["--draw", count] => letters::draw(count.parse().expect("a number of letters")),
        ["--clocks"] => clocks::measure(),
        ["--most", most] => all(most.parse().expect("a number of cases")),
        [] => all(u32::MAX),
        _ => println!("What can be said here: --most CASES, --clocks"),
    }
}

fn all(most: u32) {
    clocks::measure();
    recording::measure();
    letters::measure();
    opening::measure();
    sizes::measure(most);
}
