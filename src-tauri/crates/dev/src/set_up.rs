//! Installs what building, running and testing needs, and says so. A second time it finds everything there, asks no
//! network and is done within a second or two.

mod debian;
mod node;
mod system;

use crate::program::{cargo, run};
use crate::say;
use crate::stop::Stop;
use crate::tree::Tree;

/// System packages, npm packages, crates.
///
/// # Errors
/// [`Stop::Missing`] when the developer has to install something by hand.
pub(crate) fn set_up(tree: &Tree) -> Result<(), Stop> {
    node::is_new_enough()?;
    system::packages()?;
    node::packages(tree)?;
    crates(tree)
}

/// Fetches the crates of every platform: the licence test reads them all.
fn crates(tree: &Tree) -> Result<(), Stop> {
    // Asked offline first, so that a machine that has everything never touches the network.
    let mut offline = cargo(tree);
    offline.args(["fetch", "--locked", "--offline", "--quiet"]);
    let complete = offline.output().is_ok_and(|output| output.status.success());
    if complete {
        return Ok(());
    }
    say::line("Fetching the crates of Cargo.lock.");
    run(cargo(tree).args(["fetch", "--locked"]))
}
