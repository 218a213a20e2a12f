//! `cargo dev bench`: measurements. They print ratios and times, and never say red or green.

use crate::program::{cargo, run};
use crate::stop::Stop;
use crate::tree::Tree;
use crate::{page, set_up};

/// Runs tests/benches with `words` passed on to `cargo bench`.
///
/// # Errors
/// When one does not run to its end.
pub(crate) fn bench(tree: &Tree, words: &[String]) -> Result<(), Stop> {
    set_up::set_up(tree)?;
    page::build(tree)?;
    run(cargo(tree).args(["bench", "--locked", "--package", "casebook-tests", "--benches"]).args(words))
}
