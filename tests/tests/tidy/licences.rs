//! Under which licences the work of others may be in the product, and whether we say so.

use crate::tree::{expect_none, packages, shipped, top};
use serde_json::Value;

/// Licences that let a closed or an open product ship the work, with a notice at most (MPL: file by file).
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "WTFPL",
    "Zlib",
    // SQLite's: the author disclaims copyright and wishes well.
    "blessing",
];

/// Also good enough for tools of the page's build, which are not shipped.
const ALLOWED_FOR_TOOLS: &[&str] = &["BlueOak-1.0.0", "CC-BY-4.0", "Python-2.0"];

const WHY: &str = "A licence outside the list may forbid shipping the product or oblige us to more than a notice. Choose\n\
                   another crate, or add the licence to the list with somebody's reasoned yes.";

#[test]
fn every_crate_of_the_lock_file_has_a_licence_we_may_ship() {
    let findings: Vec<String> = packages()
        .iter()
        .filter(|package| !package.is_ours())
        .filter(|package| !package.licence.as_deref().is_some_and(|licence| is_allowed(licence, ALLOWED)))
        .map(|package| {
            format!("{} {}: {}", package.name, package.version, package.licence.as_deref().unwrap_or("none"))
        })
        .collect();
    expect_none(&findings, WHY);
}

#[test]
fn every_package_of_the_page_has_a_licence_we_may_use() {
    let lock = std::fs::read(top().join("ui/package-lock.json")).expect("ui/package-lock.json");
    let lock: Value = serde_json::from_slice(&lock).expect("package-lock.json is JSON");
    let tools = [ALLOWED, ALLOWED_FOR_TOOLS].concat();
    let mut findings = Vec::new();
    for (path, entry) in
        lock["packages"].as_object().expect("packages").iter().filter(|(path, _)| !path.is_empty())
    {
        let allowed = if entry["dev"] == Value::Bool(true) { tools.as_slice() } else { ALLOWED };
        let licence = entry["license"].as_str().unwrap_or("none");
        if !is_allowed(licence, allowed) {
            findings.push(format!("{path}: {licence}"));
        }
    }
    expect_none(&findings, WHY);
}

#[test]
fn the_notices_name_every_crate_we_ship() {
    let notices = std::fs::read_to_string(top().join("docs/THIRD-PARTY.md")).unwrap_or_default();
    let findings: Vec<String> = shipped()
        .into_iter()
        .map(|(name, version)| format!("| {name} | {version} |"))
        .filter(|row| !notices.contains(row))
        .collect();
    expect_none(&findings, "docs/THIRD-PARTY.md is behind Cargo.lock. `cargo dev notices` writes it anew.");
}

/// Whether an SPDX expression can be satisfied with allowed licences alone. `/` is how OR was written of old.
fn is_allowed(expression: &str, allowed: &[&str]) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let (answer, rest) = any_of(&words, allowed);
    answer && rest.is_empty()
}

/// `A OR B`: one suffices. Answers with what is left to read.
fn any_of<'a>(words: &'a [&'a str], allowed: &[&str]) -> (bool, &'a [&'a str]) {
    let (mut answer, mut rest) = all_of(words, allowed);
    while let Some((&"OR", after)) = rest.split_first() {
        let (also, after) = all_of(after, allowed);
        answer |= also;
        rest = after;
    }
    (answer, rest)
}

/// `A AND B`: both are needed.
fn all_of<'a>(words: &'a [&'a str], allowed: &[&str]) -> (bool, &'a [&'a str]) {
    let (mut answer, mut rest) = one(words, allowed);
    while let Some((&"AND", after)) = rest.split_first() {
        let (also, after) = one(after, allowed);
        answer &= also;
        rest = after;
    }
    (answer, rest)
}

/// A licence, a licence WITH an exception, or an expression in brackets.
fn one<'a>(words: &'a [&'a str], allowed: &[&str]) -> (bool, &'a [&'a str]) {
    match words {
        ["(", inner @ ..] => match any_of(inner, allowed) {
            (answer, [")", rest @ ..]) => (answer, rest),
            (_, rest) => (false, rest),
        },
        [licence, "WITH", exception, rest @ ..] => {
            (allowed.contains(&format!("{licence} WITH {exception}").as_str()), rest)
        }
        [licence, rest @ ..] => (allowed.contains(licence), rest),
        [] => (false, &[]),
    }
}

#[test]
fn a_licence_expression_is_read_as_spdx_means_it() {
    for (expression, answer) in [
        ("MIT", true),
        ("GPL-3.0-only", false),
        ("MIT/Apache-2.0", true),
        ("GPL-3.0-only OR MIT", true),
        ("GPL-3.0-only AND MIT", false),
        ("MIT AND (GPL-3.0-only OR ISC)", true),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ("(MIT OR Apache-2.0) AND GPL-3.0-only", false),
        ("MIT OR GPL-3.0-only AND GPL-2.0-only", true),
        ("Apache-2.0 WITH LLVM-exception", true),
        ("Apache-2.0 WITH Classpath-exception-2.0", false),
        ("(MIT", false),
        ("MIT MIT", false),
        ("", false),
    ] {
        assert_eq!(is_allowed(expression, ALLOWED), answer, "{expression:?}");
    }
}
