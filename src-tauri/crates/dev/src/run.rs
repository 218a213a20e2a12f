//! `cargo dev run`: the window, built as it stands, empty or with a made-up casebook.

use crate::program::{cargo, run as run_program};
use crate::stop::Stop;
use crate::tree::Tree;
use crate::{page, say, set_up};
use std::ffi::OsString;
use std::process::Command;

const DEMO_FOLDER: &str = "target/demo";
const DEMO_PASSPHRASE_FILE: &str = "target/demo.passphrase";

/// Builds and opens the window. `--demo` anywhere opens the made-up casebook; every other word goes to the window.
///
/// # Errors
/// [`Stop::Missing`] without a screen.
pub(crate) fn run(tree: &Tree, words: &[String]) -> Result<(), Stop> {
    a_screen_is_there()?;
    set_up::set_up(tree)?;
    page::build(tree)?;
    let (demo, others): (Vec<&String>, Vec<&String>) = words.iter().partition(|word| *word == "--demo");
    build_programs(tree)?;
    let mut window = Command::new(tree.built("dpo-casebook"));
    if !demo.is_empty() {
        window.args(demo_casebook(tree)?);
    }
    run_program(window.args(others))
}

/// All programs of the workspace at once: built one by one, cargo would compile shared crates anew for each, because
/// each wants them with other features.
fn build_programs(tree: &Tree) -> Result<(), Stop> {
    run_program(cargo(tree).args(["build", "--locked", "--workspace", "--bins"]))
}

/// Makes the made-up casebook and the file of its passphrase unless they are there, and answers with the window's words that open it.
fn demo_casebook(tree: &Tree) -> Result<[OsString; 4], Stop> {
    let folder = tree.at(DEMO_FOLDER);
    let passphrase_file = tree.at(DEMO_PASSPHRASE_FILE);
    if !(folder.is_dir() && passphrase_file.is_file()) {
        say::line(&format!(
            "Making a casebook of 60 made-up cases in {DEMO_FOLDER}. Delete the folder to make it anew."
        ));
        // The passphrase is written last: without it, what is there is half a casebook that somebody interrupted.
        drop(std::fs::remove_dir_all(&folder));
        drop(std::fs::remove_file(&passphrase_file));
        let mut demo = Command::new(tree.built("casebook"));
        demo.args(["demo", "--cases", "60", "--seed", "1", "--papers", "20"]);
        demo.arg("--casebook").arg(&folder).arg("--passphrase-file").arg(&passphrase_file);
        run_program(&mut demo)?;
    }
    Ok(["--casebook".into(), folder.into(), "--passphrase-file".into(), passphrase_file.into()])
}

/// On Linux a window needs an X or Wayland display.
fn a_screen_is_there() -> Result<(), Stop> {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY") {
        return Ok(());
    }
    Err(Stop::Missing(
        "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set). To run without one:\n  \
         xvfb-run -a -s '-screen 0 1280x900x24' dbus-run-session -- cargo dev run"
            .into(),
    ))
}
