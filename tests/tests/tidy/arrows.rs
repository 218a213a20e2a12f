//! Which crate of ours may lean on which.

use crate::tree::{expect_none, ours, short};
use std::collections::BTreeSet;

/// Each crate with those it may use, in the program and in its build script. What only its tests use is free.
const ARROWS: &[(&str, &[&str])] = &[
    // The pure core: values in, values out.
    ("personal", &[]),
    ("law", &[]),
    ("cases", &["law", "personal"]),
    ("history", &[]),
    ("letters", &["law", "personal"]),
    // The rim: files, encryption, SQL, hostile bytes.
    ("vault", &[]),
    ("store", &["cases", "history", "law", "personal", "vault"]),
    ("intake", &["law", "personal"]),
    ("export", &["cases", "history", "law", "letters", "personal"]),
    // The use cases, and the types that cross to the page.
    ("ipc", &["cases", "law", "personal"]),
    ("app", &["cases", "export", "history", "intake", "ipc", "law", "letters", "personal", "store", "vault"]),
    // The doors. Both can fill a casebook with made-up cases.
    ("dpo-casebook", &["app", "demo", "ipc"]),
    ("cli", &["app", "demo", "ipc"]),
    ("demo", &["app", "ipc", "law"]),
    // Never shipped.
    ("dev", &[]),
    ("testkit", ANYTHING),
    ("tests", ANYTHING),
];

const ANYTHING: &[&str] = &["*"];

#[test]
fn no_crate_leans_on_a_crate_it_may_not_know() {
    let names: BTreeSet<&str> = ours().map(|package| package.short()).collect();
    let mut findings = Vec::new();
    for package in ours() {
        let name = package.short();
        let Some((_, may_use)) = ARROWS.iter().find(|(known, _)| *known == name) else {
            findings.push(format!("{name} is not in the table: give it a row"));
            continue;
        };
        if *may_use == ANYTHING {
            continue;
        }
        for (wanted, kind) in &package.wants {
            let wanted = short(wanted);
            if kind != "dev" && names.contains(wanted) && !may_use.contains(&wanted) {
                findings.push(format!("{name} must not use {wanted}"));
            }
        }
    }
    expect_none(
        &findings,
        "The core stays testable and the law stays readable because arrows point one way only: doors to use cases,\n\
         use cases to rim and core, nothing back (docs/ARCHITECTURE.md). Move the code, or argue for the arrow.",
    );
}
