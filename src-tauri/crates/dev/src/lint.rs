//! `cargo dev lint`: what can be said without running anything.

use crate::page;
use crate::program::{cargo, run};
use crate::set_up;
use crate::stop::Stop;
use crate::tree::Tree;

/// Formatting, the page's types and lints, Clippy.
///
/// # Errors
/// At the first that is not clean.
pub(crate) fn lint(tree: &Tree) -> Result<(), Stop> {
    set_up::set_up(tree)?;
    formatting(tree)?;
    page::script(tree, "check")?;
    clippy(tree)
}

/// Every Rust file is as rustfmt would write it.
pub(crate) fn formatting(tree: &Tree) -> Result<(), Stop> {
    run(cargo(tree).args(["fmt", "--all", "--check"]))
}

/// No warning from the compiler or from Clippy, in any target.
pub(crate) fn clippy(tree: &Tree) -> Result<(), Stop> {
    run(cargo(tree).args(["clippy", "--locked", "--workspace", "--all-targets", "--", "--deny", "warnings"]))
}
