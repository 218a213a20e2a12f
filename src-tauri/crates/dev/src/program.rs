//! Starting other programs and waiting for them.

use crate::stop::Stop;
use crate::tree::Tree;
use std::ffi::OsStr;
use std::process::{Command, Output, Stdio};

/// `cargo` in the top folder, as a developer would start it by hand.
pub(crate) fn cargo(tree: &Tree) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(tree.top());
    // `cargo run` describes this crate to us in these. Some build scripts watch them, and passed on they would make
    // the same build look different from here and from the command line: everything would be built twice.
    for (name, _) in std::env::vars_os() {
        let ours = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"];
        if name.to_str().is_some_and(|name| ours.iter().any(|start| name.starts_with(start))) {
            command.env_remove(&name);
        }
    }
    command
}

/// `npm` for the page.
pub(crate) fn npm(tree: &Tree) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(tree.at("ui"));
    command
}

/// The same command on a screen and a session bus of its own, where windows need such.
pub(crate) fn on_a_screen(tree: &Tree, inner: Command) -> Command {
    if !cfg!(target_os = "linux") {
        return inner;
    }
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

/// Runs a program that talks to the terminal itself.
///
/// # Errors
/// When it cannot be started or does not leave with 0.
pub(crate) fn run(command: &mut Command) -> Result<(), Stop> {
    let status = command.status().map_err(not_started(command))?;
    if status.success() {
        Ok(())
    } else {
        Err(Stop::Failed(format!("`{}` ended with {status}.", shown(command))))
    }
}

/// Runs a program and keeps what it prints on standard output; its errors still go to the terminal.
///
/// # Errors
/// When it cannot be started or does not leave with 0.
pub(crate) fn read(command: &mut Command) -> Result<String, Stop> {
    command.stderr(Stdio::inherit());
    let output = command.output().map_err(not_started(command))?;
    if !output.status.success() {
        return Err(Stop::Failed(format!("`{}` ended with {}.", shown(command), output.status)));
    }
    Ok(text(&output))
}

/// What a program answers on standard output, whether it says yes or no; `None` when there is no such program.
pub(crate) fn asked(program: &str, arguments: &[&str]) -> Option<(bool, String)> {
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).output().ok()?;
    Some((output.status.success(), text(&output)))
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn not_started(command: &Command) -> impl FnOnce(std::io::Error) -> Stop + use<> {
    let name = command.get_program().to_string_lossy().into_owned();
    move |error| Stop::Missing(format!("`{name}` could not be started: {error}."))
}

/// The command as it would be typed.
pub(crate) fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
