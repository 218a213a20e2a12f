//! Which crates of others may be used, and where.

use crate::tree::{expect_none, ours, packages, shipped};

/// The pure crates and all they may take from outside. A name is here because of what it cannot do: none of these
/// reads a file, a network or the time of day (chrono's clock is forbidden by Clippy).
const PURE: &[(&str, &[&str])] = &[
    ("personal", &["serde", "zeroize"]),
    // serde only derives the codes of closed enums: law knows no JSON.
    ("law", &["chrono", "serde", "thiserror"]),
    // serde for the stored form of events; uuid as a value, never to draw one.
    ("cases", &["chrono", "serde", "thiserror", "uuid"]),
    ("history", &["serde_json", "sha2", "thiserror"]),
];

/// Crates that have one home, so that what they do has one way to be done. An end of `*` stands for any end.
const HOMES: &[(&str, &[&str])] = &[
    ("tauri*", &["dpo-casebook"]),
    ("clap*", &["cli"]),
    ("rusqlite", &["store"]),
    ("argon2", &["vault"]),
    ("chacha20poly1305", &["vault"]),
    ("hkdf", &["vault"]),
    ("fs4", &["vault"]),
    ("harfrust", &["letters"]),
    ("lopdf", &["letters"]),
    ("minijinja", &["letters"]),
    ("printpdf", &["letters"]),
    ("subsetter", &["letters"]),
    ("mail-builder", &["export"]),
    ("zip", &["export"]),
    ("ts-rs", &["ipc"]),
    ("anyhow", &["cli", "tests"]),
    // JSON is known to history, to what crosses to the page, to those who knock at its door and to those who write or
    // read files.
    (
        "serde_json",
        &[
            "app",
            "cli",
            "demo",
            "dpo-casebook",
            "export",
            "history",
            "intake",
            "ipc",
            "store",
            "tests",
            "testkit",
            "vault",
        ],
    ),
    ("fantoccini", &["tests"]),
    ("insta", &[]),
    ("proptest", &[]),
];

/// What would speak to a network for us. Tokio is not here: Tauri's runtime is made of it.
const NETWORK: &[&str] = &[
    "curl",
    "h2",
    "hyper",
    "isahc",
    "native-tls",
    "openssl",
    "quinn",
    "reqwest",
    "rustls",
    "surf",
    "tungstenite",
    "ureq",
];

#[test]
fn the_pure_crates_use_only_what_cannot_touch_the_world() {
    let mut findings = Vec::new();
    for (name, allowed) in PURE {
        let Some(package) = ours().find(|package| package.short() == *name) else {
            findings.push(format!("{name} has gone: take its row away"));
            continue;
        };
        let linked =
            package.wants.iter().filter(|(wanted, kind)| kind != "dev" && !wanted.starts_with("casebook-"));
        let surplus = linked.filter(|(wanted, _)| !allowed.contains(&wanted.as_str()));
        findings.extend(surplus.map(|(wanted, _)| format!("{name} uses {wanted}")));
    }
    expect_none(
        &findings,
        "The pure crates decide about people's rights from values alone, so that a decision can be tested and\n\
         explained. If the new crate is as pure as they are, add it to the table with its reason.",
    );
}

#[test]
fn a_crate_with_a_home_is_used_there_only() {
    let mut findings = Vec::new();
    for package in ours() {
        for (wanted, kind) in package.wants.iter().filter(|(_, kind)| kind != "dev") {
            let home = HOMES.iter().find(|(pattern, _)| matches(pattern, wanted));
            if home.is_some_and(|(_, homes)| !homes.contains(&package.short())) {
                let kind = if kind.is_empty() { "" } else { " to build" };
                findings.push(format!("{} uses {wanted}{kind}", package.short()));
            }
        }
    }
    expect_none(
        &findings,
        "Windows, SQL, keys, PDF and JSON each have a crate of ours as their home; a second one would be a second way\n\
         of doing the same thing. Ask the home crate for what is missing.",
    );
}

#[test]
fn invariant_14_nothing_that_speaks_to_a_network_is_shipped() {
    let findings: Vec<String> = shipped()
        .into_iter()
        .filter(|(name, _)| NETWORK.contains(&name.as_str()))
        .map(|(name, version)| format!("{name} {version}"))
        .collect();
    expect_none(
        &findings,
        "The product promises never to talk to a network. `cargo tree -i NAME` says who brought it.",
    );
}

#[test]
fn every_crate_of_others_comes_from_the_registry() {
    const REGISTRY: &str = concat!("registry+https://github.com/rust-lang/", "crates.io-index");
    let findings: Vec<String> = packages()
        .iter()
        .filter_map(|package| Some((package, package.source.as_deref()?)))
        .filter(|(_, source)| *source != REGISTRY)
        .map(|(package, source)| format!("{} {} comes from {source}", package.name, package.version))
        .collect();
    expect_none(&findings, "A branch of a repository can change under us; a released version cannot.");
}

fn matches(pattern: &str, name: &str) -> bool {
    pattern.strip_suffix('*').map_or(pattern == name, |start| name.starts_with(start))
}

#[test]
fn a_pattern_with_a_star_matches_any_end() {
    for (pattern, name, answer) in [
        ("tauri*", "tauri", true),
        ("tauri*", "tauri-build", true),
        ("clap", "clap_derive", false),
        ("a", "a", true),
    ] {
        assert_eq!(matches(pattern, name), answer, "{pattern} on {name}");
    }
}
