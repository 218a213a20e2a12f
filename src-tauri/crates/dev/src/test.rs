//! `cargo dev test`: everything that must hold before a change goes in, cheapest first.
//!
//! All cargo steps work on the whole workspace with the same profile and flags, so that nothing is built twice.

use crate::program::{asked, cargo, on_a_screen, run};
use crate::steps::{self, Step};
use crate::stop::Stop;
use crate::tree::Tree;
use crate::{lint, page, set_up};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The test of the real window. It needs a screen, so it has a step of its own.
const WINDOW_TEST: &str = "window";
/// Written by the tests and kept in the repository.
const GENERATED: [&str; 2] = ["ui/src/backend/generated", "docs/RULES.md"];
/// Tests of papers that are not in the repository find their folder in this variable.
const SAMPLES: &str = "DPO_CASEBOOK_SAMPLES";

/// In this order: what is quick or breaks often comes first.
const fn steps<'a>() -> [Step<(&'a Tree, &'a Wishes)>; 12] {
    [
        Step { name: "set-up", work: |(tree, _)| set_up::set_up(tree) },
        Step { name: "page: types and lints", work: |(tree, _)| page::script(tree, "check") },
        Step { name: "page: tests", work: |(tree, _)| page::script(tree, "test") },
        Step { name: "page: build", work: |(tree, _)| page::build(tree) },
        Step { name: "formatting", work: |(tree, _)| lint::formatting(tree) },
        Step { name: "build", work: |(tree, _)| build(tree) },
        Step { name: "no SQLite symbols", work: |(tree, _)| no_sqlite_symbols(tree) },
        Step { name: "tests", work: |(tree, wishes)| tests(tree, wishes) },
        Step { name: "examples in comments", work: |(tree, _)| run(cargo_test(tree).arg("--doc")) },
        Step { name: "generated files", work: |(tree, _)| generated_files_are_committed(tree) },
        Step { name: "clippy", work: |(tree, _)| lint::clippy(tree) },
        Step { name: "the real window", work: |(tree, wishes)| window_tests(tree, wishes) },
    ]
}

/// What was asked for after `cargo dev test`.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Wishes {
    /// A folder of papers for the tests that read such.
    samples: Option<PathBuf>,
}

impl Wishes {
    /// Reads `--samples DIR`.
    ///
    /// # Errors
    /// [`Stop::Asked`] for anything else, or a folder that is not there.
    pub(crate) fn read(words: &[String]) -> Result<Self, Stop> {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words.as_slice() {
            [] => Ok(Self::default()),
            ["--samples", folder] => std::fs::canonicalize(folder)
                .ok()
                .filter(|path| path.is_dir())
                .map(|path| Self { samples: Some(path) })
                .ok_or_else(|| Stop::Asked(format!("--samples: there is no folder {folder}."))),
            _ => Err(Stop::Asked("`cargo dev test` takes `--samples DIR` and nothing else.".into())),
        }
    }
}

/// Does all the steps.
///
/// # Errors
/// At the first step that fails.
pub(crate) fn test(tree: &Tree, wishes: &Wishes) -> Result<(), Stop> {
    steps::all(&steps(), &(tree, wishes))
}

/// Builds programs and tests together: built one after the other, they would want some crates with other features.
fn build(tree: &Tree) -> Result<(), Stop> {
    run(cargo(tree).args(["build", "--locked", "--workspace", "--all-targets"]))
}

/// WebKit looks for SQLite in the process it runs in. Exported from our program, SQLCipher would be what it finds.
fn no_sqlite_symbols(tree: &Tree) -> Result<(), Stop> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let program = tree.built("dpo-casebook");
    let (yes, symbols) = asked("nm", &["--dynamic", "--defined-only", &program.to_string_lossy()])
        .ok_or_else(|| Stop::Missing("`nm` is missing (Debian: build-essential).".into()))?;
    if !yes {
        return Err(Stop::Failed(format!("nm could not read {}.", program.display())));
    }
    match symbols.lines().filter(|line| line.contains(" sqlite3_")).count() {
        0 => Ok(()),
        count => Err(Stop::Failed(format!(
            "The window's program exports {count} sqlite3_ symbols, so WebKit would run on our SQLCipher. \
             The link argument in src-tauri/build.rs is there to prevent that."
        ))),
    }
}

/// Every test but that of the window.
fn tests(tree: &Tree, wishes: &Wishes) -> Result<(), Stop> {
    let mut command = cargo_test(tree);
    command.args(["--lib", "--bins"]);
    for name in integration_tests(tree.top()) {
        command.args(["--test", &name]);
    }
    run(with_samples(&mut command, wishes))
}

/// The names of the tests that are programs of their own, except the window's.
fn integration_tests(top: &Path) -> Vec<String> {
    let crates = entries(&top.join("src-tauri/crates"));
    let members = crates.into_iter().chain([top.join("src-tauri"), top.join("tests")]);
    let mut names: Vec<String> = members
        .flat_map(|member| entries(&member.join("tests")))
        .filter(|path| path.extension().is_some_and(|end| end == "rs") || path.join("main.rs").is_file())
        .filter_map(|path| path.file_stem()?.to_str().map(str::to_owned))
        .filter(|name| name != WINDOW_TEST)
        .collect();
    names.sort();
    names.dedup();
    names
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder)
        .map(|all| all.filter_map(Result::ok).map(|entry| entry.path()).collect())
        .unwrap_or_default()
}

/// What the tests write into the tree is what the repository holds.
fn generated_files_are_committed(tree: &Tree) -> Result<(), Stop> {
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.current_dir(tree.top()).args(arguments).arg("--").args(GENERATED);
        command
    };
    run(&mut git(&["diff", "--exit-code", "--stat"])).map_err(|_| {
        Stop::Failed("The tests wrote these files anew. Read the difference and commit it.".into())
    })?;
    match crate::program::read(&mut git(&["ls-files", "--others", "--exclude-standard"]))? {
        none if none.is_empty() => Ok(()),
        new => Err(Stop::Failed(format!("The tests wrote new files. Commit them:\n{new}"))),
    }
}

/// The real window, driven on a screen of its own with a session bus of its own.
fn window_tests(tree: &Tree, wishes: &Wishes) -> Result<(), Stop> {
    let mut command = on_a_screen(tree, cargo_test(tree));
    // What a test waited for is said first; pages of the test runner's own frames would only hide it.
    command.env("RUST_LIB_BACKTRACE", "0");
    run(with_samples(command.args(["--test", WINDOW_TEST]), wishes))
}

fn cargo_test(tree: &Tree) -> Command {
    let mut command = cargo(tree);
    command.args(["test", "--locked", "--workspace"]);
    command
}

fn with_samples<'a>(command: &'a mut Command, wishes: &Wishes) -> &'a mut Command {
    match &wishes.samples {
        Some(folder) => command.env(SAMPLES, folder),
        None => command,
    }
}

#[cfg(test)]
mod tests {
    use super::{Wishes, integration_tests};
    use crate::tree::Tree;

    #[test]
    fn samples_are_a_folder_that_exists() {
        let here = env!("CARGO_MANIFEST_DIR");
        let read =
            |words: &[&str]| Wishes::read(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        assert_eq!(read(&[]).unwrap(), Wishes::default());
        assert!(read(&["--samples", here]).unwrap().samples.unwrap().is_absolute());
        for refused in [&["--samples"][..], &["--samples", "no-such-folder"], &["--sample", here], &["now"]] {
            assert!(read(refused).is_err(), "{refused:?}");
        }
    }

    #[test]
    fn the_list_of_tests_has_this_workspace_s_tidy_test_and_not_the_window_s() {
        let names = integration_tests(Tree::here().unwrap().top());
        assert!(names.iter().any(|name| name == "tidy"), "{names:?}");
        assert!(names.iter().all(|name| name != "window"), "{names:?}");
    }
}
