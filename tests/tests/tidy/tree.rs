//! What the other modules read: cargo's description of the workspace, and the files git knows.

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The system that is built and tested first.
const LINUX: &str = "x86_64-unknown-linux-gnu";

/// The top folder of the source tree.
pub(crate) fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ stands in the top folder")
}

/// One package of the workspace or of others, as `cargo metadata` describes it.
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) version: String,
    /// An SPDX expression; none when the package states none.
    pub(crate) licence: Option<String>,
    /// Where it came from; none for the packages of this workspace.
    pub(crate) source: Option<String>,
    /// What it asks for, with the kind: "" for what is linked in, "build", "dev".
    pub(crate) wants: Vec<(String, String)>,
    /// Its Cargo.toml.
    pub(crate) manifest: PathBuf,
}

impl Package {
    /// Whether the package is one of this workspace.
    pub(crate) fn is_ours(&self) -> bool {
        self.source.is_none()
    }

    /// "law" for "casebook-law"; the window's package keeps its name.
    pub(crate) fn short(&self) -> &str {
        short(&self.name)
    }
}

/// A package's name without the product's.
pub(crate) fn short(name: &str) -> &str {
    name.strip_prefix("casebook-").unwrap_or(name)
}

/// All packages of Cargo.lock, whatever system they are for.
pub(crate) fn packages() -> &'static [Package] {
    static PACKAGES: OnceLock<Vec<Package>> = OnceLock::new();
    PACKAGES.get_or_init(|| described(&[]))
}

/// The packages of this workspace. It suffices that the crates for Linux are there.
pub(crate) fn ours() -> impl Iterator<Item = &'static Package> {
    static OURS: OnceLock<Vec<Package>> = OnceLock::new();
    OURS.get_or_init(|| described(&["--filter-platform", LINUX])).iter().filter(|package| package.is_ours())
}

fn described(words: &[&str]) -> Vec<Package> {
    let metadata = cargo(&[&["metadata", "--format-version", "1"], words].concat());
    let metadata: Value = serde_json::from_str(&metadata).expect("cargo metadata prints JSON");
    list(&metadata["packages"]).iter().map(read).collect()
}

/// Name and version of each package of others that is linked into the window or the command line on Linux.
///
/// From `cargo tree`, because `cargo metadata` counts the features that only tests ask for.
pub(crate) fn shipped() -> Vec<(String, String)> {
    let tree = cargo(&[
        "tree",
        "--package=dpo-casebook",
        "--package=casebook-cli",
        "--edges=normal,no-proc-macro",
        "--target",
        LINUX,
        "--prefix=none",
        "--no-dedupe",
    ]);
    let lines: BTreeSet<&str> = tree.lines().filter(|line| !line.contains(" (/")).collect();
    let pairs = lines.into_iter().filter_map(|line| line.trim_end_matches(" (*)").split_once(" v"));
    pairs.map(|(name, version)| (name.to_owned(), version.to_owned())).collect()
}

fn cargo(words: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .current_dir(top())
        .args(words)
        .args(["--locked", "--offline"])
        .output()
        .expect("cargo starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo failed; `cargo dev set-up` fetches what it needs:\n{said}");
    String::from_utf8(output.stdout).expect("cargo prints UTF-8")
}

fn read(package: &Value) -> Package {
    let wants = list(&package["dependencies"])
        .iter()
        .map(|wanted| (text(&wanted["name"]), wanted["kind"].as_str().unwrap_or_default().to_owned()))
        .collect();
    Package {
        name: text(&package["name"]),
        version: text(&package["version"]),
        licence: package["license"].as_str().map(str::to_owned),
        source: package["source"].as_str().map(str::to_owned),
        wants,
        manifest: text(&package["manifest_path"]).into(),
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// A file of the tree that is text.
pub(crate) struct TextFile {
    /// From the top folder, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl TextFile {
    /// The lines with their numbers, counted from 1.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (usize, &str)> + Clone {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    pub(crate) fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// Written by a program of others: a lock file, or a page package's text that is kept as it came.
    pub(crate) fn is_lock(&self) -> bool {
        ["Cargo.lock", "ui/package-lock.json"].contains(&self.path.as_str())
    }
}

/// Every text file that git tracks or would track, so that a rule holds before the commit too.
pub(crate) fn text_files() -> &'static [TextFile] {
    static FILES: OnceLock<Vec<TextFile>> = OnceLock::new();
    FILES.get_or_init(|| {
        let output = Command::new("git")
            .current_dir(top())
            .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .output()
            .expect("git starts");
        assert!(output.status.success(), "git ls-files failed: {}", String::from_utf8_lossy(&output.stderr));
        let names = String::from_utf8(output.stdout).expect("file names are UTF-8");
        names.split('\0').filter(|name| !name.is_empty()).filter_map(read_text).collect()
    })
}

/// None for what is not text, and for what git still knows and somebody has deleted.
fn read_text(path: &str) -> Option<TextFile> {
    let text = String::from_utf8(std::fs::read(top().join(path)).ok()?).ok()?;
    (!text.contains('\0')).then(|| TextFile { path: path.to_owned(), text })
}

/// Fails with `why` and the findings, one a line, unless there are none.
pub(crate) fn expect_none(findings: &[String], why: &str) {
    assert!(findings.is_empty(), "{why}\n\n  {}\n", findings.join("\n  "));
}
