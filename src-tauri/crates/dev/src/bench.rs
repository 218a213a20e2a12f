//! `cargo dev bench`: measurements. They print ratios and times, and never say red or green.

use std::process::Command;

use crate::program::{cargo, on_a_screen, run};
use crate::stop::Stop;
use crate::tree::Tree;
use crate::{page, say, set_up};

/// The typesetter that ours is measured beside.
const TYPST: &str = "typst==0.15.0";

/// Runs tests/benches with `words` passed on to `cargo bench`, on a screen of its own.
///
/// # Errors
/// When one does not run to its end.
pub(crate) fn bench(tree: &Tree, words: &[String]) -> Result<(), Stop> {
    set_up::set_up(tree)?;
    page::build(tree)?;
    if let Err(stop) = fetch_typst(tree) {
        say::line(&format!("Letters are measured without Typst: {stop}"));
    }
    let windows = ["build", "--locked", "--profile", "bench", "--package", "dpo-casebook"];
    run(cargo(tree).args(windows).args(["--bins", "--example", "empty_window"]))?;
    let mut inner = cargo(tree);
    inner.args(["bench", "--locked", "--package", "casebook-tests", "--bench", "ratios"]).args(words);
    run(&mut on_a_screen(tree, inner))
}

/// Puts Typst's wheel into a place of its own under the target folder, once.
fn fetch_typst(tree: &Tree) -> Result<(), Stop> {
    let place = tree.target().join("bench").join("typst");
    let python = place.join("bin/python");
    if python.is_file() && run(Command::new(&python).args(["-c", "import typst"])).is_ok() {
        return Ok(());
    }
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&place))?;
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet", "--only-binary=:all:", TYPST]))
}
