//! The page: built into `ui/dist`, from where the window takes it at compile time.

use crate::program::{npm, run};
use crate::say;
use crate::stop::Stop;
use crate::tree::{Tree, newest};

/// What the built page is made from.
const SOURCES: [&str; 6] = [
    "ui/src",
    "ui/public",
    "ui/index.html",
    "ui/vite.config.ts",
    "ui/tsconfig.json",
    "ui/node_modules/.installed-from.json",
];

/// Builds the page unless the built one is newer than everything it is made from. Not building spares compiling the
/// window again.
///
/// # Errors
/// When the build fails.
pub(crate) fn build(tree: &Tree) -> Result<(), Stop> {
    let built = newest(&[tree.at("ui/dist/index.html")]);
    let sources = newest(&SOURCES.map(|source| tree.at(source)));
    if built.is_some() && built > sources {
        say::line("The built page is newer than its sources.");
        return Ok(());
    }
    script(tree, "build")
}

/// Runs one of the scripts of ui/package.json.
///
/// # Errors
/// When the script says no.
pub(crate) fn script(tree: &Tree, name: &str) -> Result<(), Stop> {
    run(npm(tree).args(["run", "--silent", name]))
}
