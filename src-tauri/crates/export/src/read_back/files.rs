//! The files of a bundle against the lists of hashes in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use casebook_history::Hash;
use casebook_personal::Personal;

use super::fault::{Fault, Wrong};
use super::history::{EVENTS, PARTICULARS};
use super::lines;
use crate::archive::{INNER, decrypted};

const BAGIT: &[u8] = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
const MANIFEST: &str = "manifest-sha256.txt";
const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";
const TAG_FILES: [&str; 5] = ["README.txt", "bag-info.txt", "bagit.txt", MANIFEST, "verify.py"];
const DATA_FILES: [&str; 4] = [EVENTS, "data/history.csv", "data/history.pdf", PARTICULARS];

/// A bundle and the paths of all files in it.
pub(super) struct Bundle {
    source: Source,
    paths: BTreeSet<String>,
    empty_folders: BTreeSet<String>,
}

/// Where the files are read from.
enum Source {
    Folder(PathBuf),
    /// Unpacked from an archive.
    Memory(BTreeMap<String, Vec<u8>>),
}

impl Bundle {
    /// The bundle in an encrypted archive, unpacked into memory.
    pub(super) fn unpacked(archive: &[u8], passphrase: &Personal<String>) -> Result<Self, Fault> {
        let not_opened = |_| Fault::of("", Wrong::NotOpened);
        let mut outer = decrypted(archive, passphrase).map_err(not_opened)?;
        let (Some((name, inner)), true) = (outer.pop(), outer.is_empty()) else {
            return Err(Fault::of("", Wrong::NotABundle));
        };
        if name != INNER {
            return Err(Fault::of("", Wrong::NotABundle));
        }
        let mut files = BTreeMap::new();
        let mut folders = BTreeSet::new();
        for (name, bytes) in decrypted(&inner, &Personal::default()).map_err(not_opened)? {
            let Some((folder, path)) = name.split_once('/') else {
                return Err(Fault::of(&name, Wrong::NotListed(MANIFEST)));
            };
            folders.insert(folder.to_owned());
            files.insert(path.to_owned(), bytes);
        }
        let paths: BTreeSet<String> = files.keys().cloned().collect();
        if folders.len() != 1 || !paths.contains("bagit.txt") {
            return Err(Fault::of("", Wrong::NotABundle));
        }
        Ok(Self { source: Source::Memory(files), paths, empty_folders: BTreeSet::new() })
    }

    /// Finds all files. Only what is found is ever opened; a path that merely stands in a list is not.
    pub(super) fn open(folder: &Path) -> Result<Self, Fault> {
        let mut bundle = Self {
            source: Source::Folder(folder.to_owned()),
            paths: BTreeSet::new(),
            empty_folders: BTreeSet::new(),
        };
        bundle.find(folder, "")?;
        if !bundle.paths.contains("bagit.txt") {
            return Err(Fault::of("", Wrong::NotABundle));
        }
        Ok(bundle)
    }

    /// How many files there are.
    pub(super) fn len(&self) -> usize {
        self.paths.len()
    }

    /// The paths that begin with `prefix`.
    pub(super) fn under(&self, prefix: &str) -> impl Iterator<Item = &String> {
        self.paths.iter().filter(move |path| path.starts_with(prefix))
    }

    /// The bytes of a file.
    pub(super) fn read(&self, path: &str) -> Result<Vec<u8>, Fault> {
        let read = match &self.source {
            Source::Folder(folder) => fs::read(folder.join(path)).map_err(|error| error.kind()),
            Source::Memory(files) => files.get(path).cloned().ok_or(std::io::ErrorKind::NotFound),
        };
        read.map_err(|kind| Fault::of(path, Wrong::Unreadable(kind)))
    }

    /// Checks both lists, the one over the lists first. Returns the hash of the manifest.
    pub(super) fn check_files(&self) -> Result<Hash, Fault> {
        if self.read("bagit.txt")? != BAGIT {
            return Err(Fault::of("bagit.txt", Wrong::NotAsWritten));
        }
        let (data, mut tags): (BTreeSet<&String>, BTreeSet<&String>) =
            self.paths.iter().partition(|path| path.starts_with("data/"));
        tags.retain(|path| *path != TAG_MANIFEST);
        self.check_list(TAG_MANIFEST, &TAG_FILES, &tags)?;
        self.check_list(MANIFEST, &DATA_FILES, &data)?;
        // After the lists: a file missing from a folder that is now empty is the better answer.
        if let Some(path) = self.empty_folders.first() {
            return Err(Fault::of(path, Wrong::EmptyFolder));
        }
        Ok(Hash::of(&self.read(MANIFEST)?))
    }

    fn check_list(
        &self,
        list: &'static str,
        expected: &[&'static str],
        found: &BTreeSet<&String>,
    ) -> Result<(), Fault> {
        let listed = parse(list, &self.read(list)?)?;
        if let Some(path) = expected.iter().find(|path| !listed.contains_key(**path)) {
            return Err(Fault::of(list, Wrong::DoesNotList(path)));
        }
        if let Some(path) = found.iter().find(|path| !listed.contains_key(**path)) {
            return Err(Fault::of(path, Wrong::NotListed(list)));
        }
        for (path, hash) in &listed {
            if !found.contains(path) {
                return Err(Fault::of(path, Wrong::Missing(list)));
            }
            if Hash::of(&self.read(path)?) != *hash {
                return Err(Fault::of(path, Wrong::Changed(list)));
            }
        }
        Ok(())
    }

    fn find(&mut self, folder: &Path, prefix: &str) -> Result<(), Fault> {
        let place = prefix.trim_end_matches('/');
        let unreadable = |error: std::io::Error| Fault::of(place, Wrong::Unreadable(error.kind()));
        let mut is_empty = true;
        for entry in fs::read_dir(folder).map_err(unreadable)? {
            is_empty = false;
            let entry = entry.map_err(unreadable)?;
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            let kind = entry.file_type().map_err(unreadable)?;
            if kind.is_dir() {
                self.find(&entry.path(), &format!("{path}/"))?;
            } else if kind.is_file() {
                self.paths.insert(path);
            } else {
                return Err(Fault::of(&path, Wrong::Special));
            }
        }
        if is_empty {
            self.empty_folders.insert(place.to_owned());
        }
        Ok(())
    }
}

/// One line a file: its SHA-256, two spaces, its path; sorted by path. BagIt allows more; our bundles have one form.
fn parse(list: &str, content: &[u8]) -> Result<BTreeMap<String, Hash>, Fault> {
    let mut listed = BTreeMap::<String, Hash>::new();
    for (number, line) in lines::numbered(list, content)? {
        let (hash, path) = std::str::from_utf8(line)
            .ok()
            .and_then(entry)
            .ok_or_else(|| Fault::of(list, Wrong::Line(number)))?;
        if listed.last_key_value().is_some_and(|(last, _)| last.as_str() >= path) {
            return Err(Fault::of(list, Wrong::Line(number)));
        }
        listed.insert(path.to_owned(), hash);
    }
    Ok(listed)
}

fn entry(line: &str) -> Option<(Hash, &str)> {
    let (hash, path) = line.split_once("  ")?;
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'/' | b'-');
    (!path.is_empty() && path.bytes().all(is_plain)).then_some((Hash::from_hex(hash).ok()?, path))
}
