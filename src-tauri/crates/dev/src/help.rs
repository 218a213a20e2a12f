//! What `cargo dev help` prints.

/// One line for each chore, the everyday ones first.
pub(crate) const TEXT: &str = "\
cargo dev run [--demo] [ARGS]    build the page and open the window; ARGS go to the window
                                 --demo opens a made-up casebook of 60 cases, kept in target/demo
cargo dev test [--samples DIR]   everything that must hold before a change goes in
                                 --samples hands DIR to the tests that read other people's papers
cargo dev lint                   formatting, lints and types only
cargo dev bench [ARGS]           measurements; ARGS go to `cargo bench`
cargo dev icons                  draw every icon again from icons/icon.svg
cargo dev notices                write docs/THIRD-PARTY.md again
cargo dev set-up                 only install what is missing; run and test do it first by themselves
cargo dev help                   this list

Needed beforehand: Rust 1.95, Node 20.19 or newer, a C compiler (Debian: build-essential), git.
The chores leave with 0 when all went well, 1 when a check said no, 2 when something is missing.";
