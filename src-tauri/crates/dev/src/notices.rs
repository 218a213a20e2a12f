//! `cargo dev notices`: whose work is inside what we ship, and under which licence.

use crate::program::{cargo, read};
use crate::say;
use crate::stop::Stop;
use crate::tree::Tree;
use std::collections::BTreeSet;
use std::process::Command;

const HEAD: &str = "\
# Third-party notices

Written by `cargo dev notices`; not to be edited. What is built in on Linux, by name, version and licence.
";

/// What no package list knows: sources compiled in by a crate, and fonts.
const INSIDE_OTHERS: &str = "\
## Inside these packages

| Part | Licence | Comes with |
|---|---|---|
| SQLite | public domain | `libsqlite3-sys`, `sqlcipher-src` |
| SQLCipher, Zetetic LLC | BSD-3-Clause | `libsqlite3-sys`, `sqlcipher-src` |
| Noto Sans, The Noto Project Authors | OFL-1.1 | the letters |
| Atkinson Hyperlegible Next, Braille Institute of America | OFL-1.1 | `@fontsource-variable/atkinson-hyperlegible-next` |
";

/// Prints a table row for each npm package that is not for development only.
const NPM_ROWS: &str = include_str!("notices/npm_rows.js");

/// Writes docs/THIRD-PARTY.md.
///
/// # Errors
/// When a package list cannot be read.
pub(crate) fn notices(tree: &Tree) -> Result<(), Stop> {
    let crates = crate_rows(tree)?;
    let packages = read(Command::new("node").current_dir(tree.at("ui")).args(["--eval", NPM_ROWS]))?;
    let table = "| Name | Version | Licence |\n|---|---|---|\n";
    let text = format!(
        "{HEAD}\n## Crates\n\n{table}{}\n## Packages of the page\n\n{table}{packages}\n{INSIDE_OTHERS}",
        crates.into_iter().collect::<String>()
    );
    let path = tree.at("docs/THIRD-PARTY.md");
    std::fs::write(&path, text).map_err(Stop::file(&path, "written"))?;
    say::line("docs/THIRD-PARTY.md is written.");
    Ok(())
}

/// A table row for each crate of others that is linked into the window or the command line on Linux.
fn crate_rows(tree: &Tree) -> Result<BTreeSet<String>, Stop> {
    let mut command = cargo(tree);
    command.args(["tree", "--locked", "--quiet", "--package", "dpo-casebook", "--package", "casebook-cli"]);
    command.args([
        "--edges",
        "normal",
        "--target",
        "x86_64-unknown-linux-gnu",
        "--prefix",
        "none",
        "--no-dedupe",
    ]);
    command.args(["--format", "{p}|{l}"]);
    Ok(read(&mut command)?.lines().filter_map(crate_row).collect())
}

/// "serde v1.0.229|MIT OR Apache-2.0" as a row; none for our own crates, whose path stands in brackets.
fn crate_row(line: &str) -> Option<String> {
    let (package, licence) = line.split_once('|')?;
    let mut words = package.split(' ');
    let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
    let is_ours = words.any(|word| word.starts_with("(/") || word.contains(":\\"));
    (!is_ours).then(|| format!("| {name} | {version} | {} |\n", licence.replace('/', " OR ")))
}

#[cfg(test)]
mod tests {
    use super::crate_row;

    #[test]
    fn a_crate_of_others_makes_a_row_and_one_of_ours_does_not() {
        for (line, row) in [
            ("serde v1.0.229|MIT OR Apache-2.0", Some("| serde | 1.0.229 | MIT OR Apache-2.0 |\n")),
            (
                "serde_derive v1.0.229 (proc-macro)|MIT/Apache-2.0",
                Some("| serde_derive | 1.0.229 | MIT OR Apache-2.0 |\n"),
            ),
            ("casebook-law v0.1.0 (/somewhere/law)|", None),
            ("", None),
        ] {
            assert_eq!(crate_row(line).as_deref(), row, "{line}");
        }
    }
}
