//! The bag around the data: lists of hashes and labels as BagIt 1.0 (RFC 8493) wants them.

use std::collections::BTreeMap;

use casebook_history::{Hash, Head};

use crate::error::Cause;
use crate::input::BundleInput;
use crate::target::Target;

const BAGIT: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
const README: &str = include_str!("bundle/README.txt");

/// Writes the files of a bundle and remembers their hashes.
pub(crate) struct Bag<'a> {
    target: &'a mut Target,
    /// Hashes by path, in the order the manifests want them.
    data: BTreeMap<String, Hash>,
    tags: BTreeMap<String, Hash>,
    bytes: u64,
}

impl<'a> Bag<'a> {
    pub(crate) const fn new(target: &'a mut Target) -> Self {
        Self { target, data: BTreeMap::new(), tags: BTreeMap::new(), bytes: 0 }
    }

    /// Writes a file of the payload; `path` lies under `data/`.
    pub(crate) fn data(&mut self, path: &str, bytes: &[u8]) -> Result<(), Cause> {
        let path = format!("data/{path}");
        self.target.write(&path, bytes)?;
        self.bytes = self.bytes.saturating_add(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        self.data.insert(path, Hash::of(bytes));
        Ok(())
    }

    /// Writes everything around the payload. Returns the number of all files and the hash of the manifest, which is
    /// shown on screen and never stands inside the data.
    pub(crate) fn close(mut self, input: &BundleInput, head: &Head) -> Result<(usize, Hash), Cause> {
        let manifest = manifest(&self.data);
        let bag_info = bag_info(input, head, self.bytes, self.data.len());
        self.tag("README.txt", readme(input).as_bytes())?;
        self.tag("bag-info.txt", bag_info.as_bytes())?;
        self.tag("bagit.txt", BAGIT.as_bytes())?;
        self.tag("manifest-sha256.txt", manifest.as_bytes())?;
        self.tag("verify.py", crate::VERIFY_PY.as_bytes())?;
        self.target.write("tagmanifest-sha256.txt", self::manifest(&self.tags).as_bytes())?;
        Ok((self.data.len() + self.tags.len() + 1, Hash::of(manifest.as_bytes())))
    }

    fn tag(&mut self, path: &str, bytes: &[u8]) -> Result<(), Cause> {
        self.target.write(path, bytes)?;
        self.tags.insert(path.to_owned(), Hash::of(bytes));
        Ok(())
    }
}

/// One line a file, as `sha256sum --check` reads it too.
fn manifest(files: &BTreeMap<String, Hash>) -> String {
    files.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect()
}

fn bag_info(input: &BundleInput, head: &Head, bytes: u64, files: usize) -> String {
    let reference = &input.case_reference;
    let labels = [
        ("Source-Organization", one_line(&input.organisation)),
        ("External-Identifier", reference.clone()),
        ("External-Description", format!("History of the case {reference}")),
        ("Bagging-Date", input.made_on.to_string()),
        ("Bag-Software-Agent", one_line(&input.app)),
        ("Payload-Oxum", format!("{bytes}.{files}")),
        ("Made-At", one_line(&input.made_at)),
        ("Audience", input.audience.code().to_owned()),
        ("Casebook", one_line(&input.casebook)),
        ("Case-Head", format!("{} {}", head.seq, head.hash)),
    ];
    labels.into_iter().map(|(label, words)| format!("{label}: {words}\n")).collect()
}

fn readme(input: &BundleInput) -> String {
    // The organisation's name goes in last, so that a name with braces in it is not looked into.
    README
        .replace("{reference}", &input.case_reference)
        .replace("{made_on}", &casebook_law::words::date(input.made_on))
        .replace("{app}", &one_line(&input.app))
        .replace("{organisation}", &one_line(&input.organisation))
}

/// A label's words must stay on their line.
fn one_line(words: &str) -> String {
    words
        .split(|character: char| character.is_control() || character.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
