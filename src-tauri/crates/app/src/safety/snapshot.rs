//! One backup as it lies in the backup folder: its name, its manifest, and reading it back.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use casebook_history::{Hash, Head};
use casebook_store::{Copy, DATABASE_FILE, KeptDocument};
use casebook_vault::copies::{self, Print};
use casebook_vault::{KEY_FILE_NAME, KeyFile, MasterKey, atomic, objects};
use chrono::{DateTime, NaiveDateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

use super::trouble::Trouble;
use crate::letters::sha256;

/// The manifest's name in the folder of a backup.
pub(crate) const MANIFEST: &str = "manifest.json";
/// The ending of a backup that is being written.
pub(crate) const PARTIAL: &str = ".partial";
/// The events that keep a document.
pub(crate) const KEEPS_DOCUMENT: &str = "document.kept";

const NAME: &str = "%Y%m%d-%H%M-%SZ";
const FORMAT: u64 = 1;
/// A manifest names each document in about 110 bytes.
const LARGEST_MANIFEST: u64 = 64 * 1024 * 1024;

/// What a backup consists of. Ids, numbers and hashes; nothing that somebody wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    /// The program that wrote it.
    pub(crate) app: String,
    /// Which casebook.
    pub(crate) casebook: String,
    /// The documents it needs, by id in hexadecimal, with the SHA-256 of the encrypted file.
    pub(crate) documents: BTreeMap<String, String>,
    /// The files beside this one, with their SHA-256.
    pub(crate) files: BTreeMap<String, String>,
    /// The form of this file.
    pub(crate) format: u64,
    /// The hash of the last entry.
    pub(crate) head: String,
    /// When it was made.
    pub(crate) made_at: String,
    /// SHA-256 of this file as it is with this left empty, so that a changed byte in it is not looked for elsewhere.
    pub(crate) seal: String,
    /// The number of the last entry.
    pub(crate) through: u64,
    /// Documents that were damaged or missing in the casebook itself.
    pub(crate) without: BTreeSet<String>,
}

impl Manifest {
    /// A manifest of this version.
    pub(crate) fn new(casebook: String, at: DateTime<Utc>) -> Self {
        Self {
            app: crate::APP.to_owned(),
            casebook,
            documents: BTreeMap::new(),
            files: BTreeMap::new(),
            format: FORMAT,
            head: String::new(),
            made_at: at.to_rfc3339_opts(SecondsFormat::Secs, true),
            seal: String::new(),
            through: 0,
            without: BTreeSet::new(),
        }
    }

    /// Its bytes.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec_pretty(self).unwrap_or_default()
    }

    /// The same with its seal.
    pub(crate) fn sealed(self) -> Self {
        let open = Self { seal: String::new(), ..self };
        Self { seal: sha256(&open.to_bytes()), ..open }
    }

    /// Reads the manifest of a backup.
    pub(crate) fn read(root: &Path, name: &str) -> Result<Self, Trouble> {
        #[derive(Deserialize)]
        struct Format {
            format: u64,
        }
        let file = format!("{name}/{MANIFEST}");
        let bytes = atomic::read(&root.join(&file), LARGEST_MANIFEST).map_err(|error| lost(&file, error))?;
        let damaged = |_| Trouble::Damaged { file: file.clone() };
        let Format { format } = serde_json::from_slice(&bytes).map_err(damaged)?;
        if format > FORMAT {
            return Err(Trouble::Newer);
        }
        let manifest: Self = serde_json::from_slice(&bytes).map_err(damaged)?;
        if manifest.clone().sealed() == manifest { Ok(manifest) } else { Err(Trouble::Damaged { file }) }
    }

    fn head(&self) -> Option<Head> {
        Some(Head { seq: self.through, hash: Hash::from_hex(&self.head).ok()? })
    }
}

/// The name of a backup made at this time.
pub(crate) fn name_of(at: DateTime<Utc>) -> String {
    at.format(NAME).to_string()
}

/// The time a name stands for; nothing if it is not the name of a backup.
pub(crate) fn time_of(name: &str) -> Option<DateTime<Utc>> {
    let time = NaiveDateTime::parse_from_str(name, NAME).ok()?.and_utc();
    (name_of(time) == name).then_some(time)
}

/// The backups in a folder, oldest first. Half-written ones are none.
pub(crate) fn all_in(root: &Path) -> Result<BTreeMap<DateTime<Utc>, String>, Trouble> {
    Ok(names_in(root)?.into_iter().filter_map(|name| Some((time_of(&name)?, name))).collect())
}

/// What a stopped program left half-written.
pub(crate) fn unfinished_in(root: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let is_ours = |name: &String| name.strip_suffix(PARTIAL).is_some_and(|name| time_of(name).is_some());
    Ok(names_in(root)?.into_iter().filter(is_ours).map(|name| root.join(name)).collect())
}

fn names_in(root: &Path) -> Result<Vec<String>, Trouble> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            names.extend(entry.file_name().to_str().map(str::to_owned));
        }
    }
    Ok(names)
}

/// A database and key file that were read back and are sound.
pub(crate) struct Sound {
    /// The end of the history.
    pub(crate) head: Head,
    /// The documents that are to be there.
    pub(crate) documents: Vec<KeptDocument>,
}

/// Reads database and key file back from where they lie and checks every page and every entry.
pub(crate) fn read_back(
    root: &Path,
    name: &str,
    manifest: &Manifest,
    master: &MasterKey,
) -> Result<Sound, Trouble> {
    for file in [DATABASE_FILE, KEY_FILE_NAME] {
        let expected = manifest.files.get(file).ok_or_else(|| damaged(name, MANIFEST))?;
        check_print(root, &format!("{name}/{file}"), expected)?;
    }
    let key_file = KeyFile::read(&root.join(name)).map_err(|_| damaged(name, KEY_FILE_NAME))?;
    let sound = look_into(root, name, master)?;
    let is_one = key_file.casebook_id() == manifest.casebook
        && master.casebook_id() == manifest.casebook
        && Some(sound.head) == manifest.head();
    if is_one { Ok(sound) } else { Err(damaged(name, MANIFEST)) }
}

/// Checks the copy of a database as a whole.
pub(crate) fn look_into(root: &Path, name: &str, master: &MasterKey) -> Result<Sound, Trouble> {
    use casebook_store::Error;
    let told = |error: Error| match error {
        Error::Newer { .. } => Trouble::Newer,
        Error::NotThere => Trouble::Lost { file: format!("{name}/{DATABASE_FILE}") },
        _ => damaged(name, DATABASE_FILE),
    };
    let copy = Copy::open(&root.join(name).join(DATABASE_FILE), master.database_key()).map_err(told)?;
    if !copy.check().map_err(told)?.is_sound()
        || copy.casebook().map_err(told)?.to_string() != master.casebook_id()
    {
        return Err(damaged(name, DATABASE_FILE));
    }
    let documents = copy.documents(KEEPS_DOCUMENT).map_err(told)?;
    Ok(Sound { head: copy.head().map_err(told)?, documents })
}

/// Whether a file is as the manifest says.
pub(crate) fn check_print(root: &Path, file: &str, expected: &str) -> Result<(), Trouble> {
    let Print { sha256, .. } = copies::print_of(&root.join(file)).map_err(|error| lost(file, error))?;
    if sha256 == expected { Ok(()) } else { Err(Trouble::Damaged { file: file.to_owned() }) }
}

/// The name of a document's file below the backup folder.
pub(crate) fn document_file(id: &objects::ObjectId) -> String {
    objects::path_of(Path::new(""), id).to_string_lossy().into_owned()
}

fn damaged(name: &str, file: &str) -> Trouble {
    Trouble::Damaged { file: format!("{name}/{file}") }
}

/// A file that cannot be read is missing or damaged; a whole disk that is gone is another matter.
fn lost(file: &str, error: std::io::Error) -> Trouble {
    match error.kind() {
        ErrorKind::NotFound => Trouble::Lost { file: file.to_owned() },
        ErrorKind::PermissionDenied | ErrorKind::FileTooLarge => Trouble::Damaged { file: file.to_owned() },
        _ => error.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::{name_of, time_of};

    #[test]
    fn names_are_times_and_nothing_else_is() {
        let time = time_of("20261122-1403-17Z").unwrap();
        assert_eq!(time.to_rfc3339(), "2026-11-22T14:03:17+00:00");
        assert_eq!(name_of(time), "20261122-1403-17Z");
        for other in
            ["", "objects", "20261122-1403-17Z.partial", "20261322-1403-17Z", "2026112-1403-17Z", ".."]
        {
            assert_eq!(time_of(other), None, "{other}");
        }
    }
}
