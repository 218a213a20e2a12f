//! What every source file owes its reader.

use crate::tree::{TextFile, expect_none, ours, text_files};

/// Put together here, so that this file does not find itself.
const NOTES_TO_SELF: [&str; 2] = [concat!("TO", "DO"), concat!("FIX", "ME")];

#[test]
fn every_rust_file_says_first_what_it_is_for() {
    let findings: Vec<String> =
        rust_files().filter(|file| !file.text.starts_with("//! ")).map(|file| file.path.clone()).collect();
    expect_none(
        &findings,
        "Each file begins with `//!`: what it is for, what it never does. A file whose purpose does not fit into a\n\
         sentence or two is two files.",
    );
}

#[test]
fn no_file_holds_a_note_of_what_is_still_to_be_done() {
    let mut findings = Vec::new();
    for file in text_files().iter().filter(|file| !file.is_lock()) {
        let notes = file.lines().filter(|(_, line)| words(line).any(|word| NOTES_TO_SELF.contains(&word)));
        findings.extend(notes.map(|(number, line)| format!("{}:{number}: {}", file.path, line.trim())));
    }
    expect_none(&findings, "What is to be done stands in the list of issues, where somebody will find it.");
}

#[test]
fn no_code_is_commented_out() {
    let mut findings = Vec::new();
    for file in text_files().iter().filter(|file| has_line_comments(&file.path)) {
        let dead = file.lines().filter(|(_, line)| is_dead_code(line));
        findings.extend(dead.map(|(number, line)| format!("{}:{number}: {}", file.path, line.trim())));
    }
    expect_none(
        &findings,
        "What was there before is kept by git. Here it only raises the question whether it is meant.",
    );
}

#[test]
fn every_exception_from_a_lint_has_a_reason() {
    let mut findings = Vec::new();
    for file in rust_files() {
        for (number, line) in file.lines().filter(|(_, line)| is_exception(line)) {
            let first_lines = file.lines().skip(number - 1).map(|(_, line)| line);
            let end = first_lines.clone().position(|line| line.trim_end().ends_with(']')).unwrap_or_default();
            if !first_lines.take(end + 1).any(|line| line.contains("reason")) {
                findings.push(format!("{}:{number}: {}", file.path, line.trim()));
            }
        }
    }
    expect_none(&findings, "`reason = \"…\"` tells the next reader when the exception can go.");
}

/// testkit has lints of its own: it is not test code to Clippy, and yet may stop at the first surprise as tests may.
const LINTS: &str = "[lints]\nworkspace = true";

#[test]
fn every_crate_takes_lints_edition_and_version_from_the_workspace() {
    let mut findings = Vec::new();
    for package in ours() {
        let manifest = std::fs::read_to_string(&package.manifest).expect("a manifest that cargo has read");
        for line in [LINTS, "edition.workspace = true", "version.workspace = true"] {
            let may_differ = line == LINTS && package.short() == "testkit";
            if !may_differ && !manifest.contains(line) {
                findings.push(format!("{}: {line:?} is missing", package.name));
            }
        }
    }
    expect_none(
        &findings,
        "One set of lints for all: the strict ones are of use only where nobody can forget them.",
    );
}

/// Whether the line begins an attribute that lets something through.
fn is_exception(line: &str) -> bool {
    let attribute = line.trim_start().trim_start_matches('#').trim_start_matches('!');
    ["[allow(", "[expect("].iter().any(|start| attribute.starts_with(start))
}

fn rust_files() -> impl Iterator<Item = &'static TextFile> {
    text_files().iter().filter(|file| file.is_rust())
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|character: char| !character.is_alphanumeric() && character != '_')
}

fn has_line_comments(path: &str) -> bool {
    [".rs", ".ts", ".tsx", ".js"].iter().any(|end| path.ends_with(end))
}

/// A comment that ends as only code ends. Sentences may end with a semicolon, but not with brackets or an assignment
/// before it. Documentation (`///`, `//!`) may show code.
fn is_dead_code(line: &str) -> bool {
    let Some(comment) = line.trim().strip_prefix("//") else { return false };
    if comment.starts_with(['/', '!']) {
        return false;
    }
    let comment = comment.trim();
    let is_statement =
        comment.ends_with(';') && (comment.contains(['=', '(']) || comment.starts_with("use "));
    let opens = comment.ends_with(" {") || comment.ends_with("=> (") || comment.ends_with("=> {");
    let closes = ["}", "};", "});", ")", ");", "},"].contains(&comment);
    is_statement || opens || closes
}

#[test]
fn dead_code_is_told_from_prose() {
    for (line, answer) in [
        ("    // let total = rows.len();", true),
        ("    // }", true),
        ("// if late {", true),
        ("// use std::path::Path;", true),
        ("// First the weekend, then the holidays; the order matters.", false),
        ("// The month that follows (TIME-4);", true),
        ("/// let shown = case.reference();", false),
        ("let total = 1; // one", false),
        ("// Ends with a bracket (so it does)", false),
    ] {
        assert_eq!(is_dead_code(line), answer, "{line}");
    }
}
