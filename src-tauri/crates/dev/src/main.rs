//! The chores behind `cargo dev`: set up, run, test, lint, measure, draw the icons, list the licences.
//!
//! It uses nothing but the standard library, so that it compiles in seconds on a machine that has nothing yet. It knows
//! how the product is built and never what the product does. Start reading in `test.rs`: the list of steps there is
//! what "everything is fine" means.

mod bench;
mod help;
mod icons;
mod lint;
mod notices;
mod page;
mod program;
mod run;
mod say;
mod set_up;
mod steps;
mod stop;
mod test;
mod tree;

use std::process::ExitCode;
use stop::Stop;
use tree::Tree;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match chore(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            if !matches!(stop, Stop::Told(_)) {
                say::trouble(&stop.to_string());
            }
            stop.exit_code()
        }
    }
}

/// Does the chore named by the first word with the words after it.
fn chore(words: &[String]) -> Result<(), Stop> {
    let tree = Tree::here()?;
    let (name, rest) = match words.split_first() {
        Some((name, rest)) => (name.as_str(), rest),
        None => ("help", words),
    };
    match name {
        "run" => run::run(&tree, rest),
        "test" => test::test(&tree, &test::Wishes::read(rest)?),
        "help" | "--help" | "-h" => {
            say::line(help::TEXT);
            Ok(())
        }
        "set-up" | "lint" | "bench" | "icons" | "notices" if !rest.is_empty() && name != "bench" => {
            Err(Stop::Asked(format!("`cargo dev {name}` takes no further words.")))
        }
        "set-up" => set_up::set_up(&tree),
        "lint" => lint::lint(&tree),
        "bench" => bench::bench(&tree, rest),
        "icons" => icons::icons(&tree),
        "notices" => notices::notices(&tree),
        unknown => Err(Stop::Asked(format!("There is no chore `{unknown}`.\n\n{}", help::TEXT))),
    }
}
