//! Where things are: the tree, the built programs, the folder for pictures.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use anyhow::{Context, Result, bail, ensure};

/// The top folder of the tree.
pub fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A built program of the workspace, beside the test that runs.
///
/// # Errors
/// If it has not been built.
pub fn built(name: &str) -> Result<PathBuf> {
    let test = std::env::current_exe()?;
    let folder = test.ancestors().nth(2).context("a test lies in target/PROFILE/deps")?;
    let program = folder.join(name);
    ensure!(program.is_file(), "{name} is not built: cargo build -p dpo-casebook -p casebook-cli");
    Ok(program)
}

/// A folder under target/ for what a person may want to look at after a test.
///
/// # Errors
/// If it cannot be made.
pub fn kept(name: &str) -> Result<PathBuf> {
    let test = std::env::current_exe()?;
    let target = test.ancestors().nth(3).context("a test lies in target/PROFILE/deps")?;
    let folder = target.join(name);
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Runs a program and answers what it printed.
///
/// # Errors
/// If it cannot be started or says no; the error holds what it printed.
pub fn run(command: &mut Command) -> Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let Output { status, stdout, stderr } =
        command.output().with_context(|| format!("{name} could not be started"))?;
    let stdout = String::from_utf8_lossy(&stdout).into_owned();
    if !status.success() {
        bail!("{name} ended with {status}:\n{stdout}{}", String::from_utf8_lossy(&stderr));
    }
    Ok(stdout)
}
