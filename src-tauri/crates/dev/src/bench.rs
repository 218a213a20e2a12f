//! `cargo dev bench`: measurements. They print ratios and times, and never say red or green.

use std::process::Command;

use crate::program::{cargo, run};
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
    if cfg!(target_os = "linux") { run(&mut on_a_screen(tree, &inner)) } else { run(&mut inner) }
}

/// The same command on a screen and a session bus of its own.
fn on_a_screen(tree: &Tree, inner: &Command) -> Command {
    let mut outer = Command::new("xvfb-run");
    outer.current_dir(tree.top()).args(["-a", "-s", "-screen 0 1280x900x24", "dbus-run-session", "--"]);
    outer.arg(inner.get_program()).args(inner.get_args());
    for (name, value) in inner.get_envs() {
        match value {
            Some(value) => outer.env(name, value),
            None => outer.env_remove(name),
        };
    }
    outer
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
