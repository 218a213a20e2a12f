//! The erasure list, `erased.log`: what was erased, by number and id, so that it can be erased again in a casebook that
//! was brought back from a backup made before.
//!
//! It lies beside the key file and in each backup folder. A line is written before the erasure is recorded: if the
//! program is stopped in between, the line names something that should be gone, and a restore makes it so. If
//! recording fails instead, the line is taken back, because the DPO was told that nothing happened. Entries are named
//! by number and hash, because after a restore the same number stands for another entry.
//!
//! ```text
//! dpo-casebook erasures 1 018cc251-f400-7000-8000-000000000001
//! particular 17 4f7ka0… text
//! document 0190000000007000900000000000000b
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::Path;

use casebook_cases::DocumentId;
use casebook_history::{Hash, Value};
use casebook_store::Store;
use casebook_vault::objects::{self, ObjectId};
use casebook_vault::{atomic, copies};

use super::snapshot::KEEPS_DOCUMENT;
use super::trouble::Trouble;
use crate::documents::KEY;
use crate::errors::{AppError, bug};
use crate::open::Inner;

/// Its name, beside the key file and in a backup folder.
pub(crate) const FILE: &str = "erased.log";

const TITLE: &str = "dpo-casebook erasures 1 ";
const PARTICULAR: &str = "particular";
const DOCUMENT: &str = "document";
/// About two million lines.
const LARGEST: u64 = 256 * 1024 * 1024;

/// One thing that was erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Erased {
    /// A particular of an entry.
    Particular {
        /// The entry's number.
        seq: u64,
        /// The entry's hash.
        hash: Hash,
        /// The particular's name.
        name: String,
    },
    /// The file of a document.
    Document(ObjectId),
}

impl Erased {
    fn line(&self) -> String {
        match self {
            Self::Particular { seq, hash, name } => format!("{PARTICULAR} {seq} {hash} {name}"),
            Self::Document(id) => format!("{DOCUMENT} {}", objects::name_of(id)),
        }
    }

    fn of(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let erased = match (words.next()?, words.next()?) {
            (PARTICULAR, seq) => Self::Particular {
                seq: seq.parse().ok()?,
                hash: Hash::from_hex(words.next()?).ok()?,
                name: words.next().filter(|name| !name.is_empty())?.to_owned(),
            },
            (DOCUMENT, id) => Self::Document(objects::id_of(id)?),
            _ => return None,
        };
        words.next().is_none().then_some(erased)
    }
}

/// Adds what is about to be erased to the list of the casebook in `folder`, and answers what was not on it before. To be
/// called before the erasure is recorded.
pub(crate) fn append(folder: &Path, casebook: &str, erased: &[Erased]) -> Result<Vec<Erased>, AppError> {
    let path = folder.join(FILE);
    let mut list = List::read(folder, casebook)?;
    let new: Vec<Erased> = erased.iter().filter(|each| list.lines.insert(each.line())).cloned().collect();
    if !new.is_empty() || !path.exists() {
        atomic::write(&path, &list.to_bytes()).map_err(AppError::File)?;
    }
    Ok(new)
}

/// Takes what [`append`] answered off the list again: it was not erased.
fn take_back(folder: &Path, casebook: &str, erased: &[Erased]) -> Result<(), AppError> {
    let mut list = List::read(folder, casebook)?;
    for each in erased {
        list.lines.remove(&each.line());
    }
    atomic::write(&folder.join(FILE), &list.to_bytes()).map_err(AppError::File)
}

/// Adds the list of the casebook in `folder` to the one in a backup folder, and begins that one if need be.
pub(crate) fn merge(folder: &Path, root: &Path, casebook: &str) -> Result<(), Trouble> {
    let ours = List::read(folder, casebook)?;
    let mut theirs = List::read(root, casebook)?;
    let before = theirs.lines.len();
    theirs.lines.extend(ours.lines);
    let path = root.join(FILE);
    if theirs.lines.len() > before || !path.exists() {
        copies::replace(&path, &theirs.to_bytes())?;
    }
    Ok(())
}

/// Which casebook the list in a backup folder belongs to; nothing if there is no list.
pub(crate) fn owner(root: &Path) -> Result<Option<String>, Trouble> {
    let bytes = match atomic::read(&root.join(FILE), LARGEST) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let text = String::from_utf8_lossy(&bytes);
    let first = text.lines().next().and_then(|line| line.strip_prefix(TITLE));
    first.map(|casebook| Some(casebook.to_owned())).ok_or(Trouble::ErasureList { line: 1 })
}

/// Everything on the list in a folder, in order.
pub(crate) fn all(folder: &Path, casebook: &str) -> Result<Vec<Erased>, Trouble> {
    let list = List::read(folder, casebook)?;
    // Looked at when it was read.
    Ok(list.lines.iter().filter_map(|line| Erased::of(line)).collect())
}

/// What of the list is still in a casebook that was brought back: the particulars to erase again. Entries that are not
/// in this casebook, or are others under the same number, are passed over.
pub(crate) fn still_there(store: &Store, erased: &[Erased]) -> Result<Vec<(u64, String)>, AppError> {
    let mut wanted: BTreeMap<u64, Vec<(&Hash, &str)>> = BTreeMap::new();
    for each in erased {
        if let Erased::Particular { seq, hash, name } = each {
            wanted.entry(*seq).or_default().push((hash, name));
        }
    }
    let mut there = Vec::new();
    for (seq, wanted) in wanted {
        let Some(stored) = store.event(seq)? else { continue };
        let is_kept =
            |(hash, name): &(&Hash, &str)| stored.hash == **hash && stored.particulars.contains_key(*name);
        there.extend(wanted.into_iter().filter(is_kept).map(|(_, name)| (seq, name.to_owned())));
    }
    Ok(there)
}

/// Removes the files of the documents on the list.
pub(crate) fn remove_documents(folder: &Path, erased: &[Erased]) -> Result<(), AppError> {
    for each in erased {
        if let Erased::Document(id) = each {
            objects::remove(folder, id)?;
        }
    }
    Ok(())
}

impl Inner {
    /// Lists the particulars that are about to be erased, and each document whose key is among them: without it nobody
    /// can open the file, so the file goes too. To be called before the erasure is recorded; answers what is new on the
    /// list.
    pub(crate) fn list_erasures(&self, particulars: &[(u64, String)]) -> Result<Vec<Erased>, AppError> {
        if particulars.is_empty() {
            return Ok(Vec::new());
        }
        let mut erased = Vec::new();
        for (seq, name) in particulars {
            let event = self.store.event(*seq)?.ok_or_else(|| bug("erasure-of-nothing"))?;
            erased.push(Erased::Particular { seq: *seq, hash: event.hash, name: name.clone() });
            if name == KEY && event.envelope.kind == KEEPS_DOCUMENT {
                let document = event.envelope.facts.get("document").and_then(Value::as_text);
                let document: DocumentId =
                    document.and_then(|id| id.parse().ok()).ok_or_else(|| bug("document-id"))?;
                erased.push(Erased::Document(*document.as_uuid().as_bytes()));
            }
        }
        append(&self.folder, &self.store.casebook().to_string(), &erased)
    }

    /// Takes off the list what was listed and then not erased.
    pub(crate) fn unlist_erasures(&self, listed: &[Erased]) -> Result<(), AppError> {
        if listed.is_empty() {
            return Ok(());
        }
        take_back(&self.folder, &self.store.casebook().to_string(), listed)
    }
}

/// The lines of a list, without its title.
struct List {
    casebook: String,
    lines: BTreeSet<String>,
}

impl List {
    /// Reads the list in a folder; one that is not there is empty.
    fn read(folder: &Path, casebook: &str) -> Result<Self, Trouble> {
        let empty = Self { casebook: casebook.to_owned(), lines: BTreeSet::new() };
        match atomic::read(&folder.join(FILE), LARGEST) {
            Ok(bytes) => empty.with(&bytes),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(empty),
            Err(error) => Err(error.into()),
        }
    }

    fn with(mut self, bytes: &[u8]) -> Result<Self, Trouble> {
        let text = std::str::from_utf8(bytes).map_err(|error| Trouble::ErasureList {
            line: bytes.iter().take(error.valid_up_to()).filter(|byte| **byte == b'\n').count() + 1,
        })?;
        for (number, line) in (1..).zip(text.lines()) {
            match line.strip_prefix(TITLE) {
                Some(casebook) if number == 1 => {
                    if casebook != self.casebook {
                        return Err(Trouble::OtherCasebook);
                    }
                }
                _ if number > 1 && Erased::of(line).is_some() => {
                    self.lines.insert(line.to_owned());
                }
                _ => return Err(Trouble::ErasureList { line: number }),
            }
        }
        Ok(self)
    }

    fn to_bytes(&self) -> Vec<u8> {
        let mut text = format!("{TITLE}{}\n", self.casebook);
        for line in &self.lines {
            text.push_str(line);
            text.push('\n');
        }
        text.into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::tempdir;

    use super::*;

    fn particular(seq: u64) -> Erased {
        Erased::Particular { seq, hash: Hash::from_bytes([7; 32]), name: "text".to_owned() }
    }

    #[test]
    fn what_was_listed_is_read_back_once_however_often_it_was_listed() {
        let folder = tempdir().unwrap();
        assert_eq!(all(folder.path(), "a").unwrap(), []);
        append(folder.path(), "a", &[particular(3), Erased::Document([9; 16])]).unwrap();
        append(folder.path(), "a", &[particular(3), particular(4)]).unwrap();
        let expected = [Erased::Document([9; 16]), particular(3), particular(4)];
        assert_eq!(all(folder.path(), "a").unwrap(), expected);
        assert_eq!(owner(folder.path()).unwrap().as_deref(), Some("a"));
    }

    #[test]
    fn what_was_not_erased_after_all_leaves_the_list_and_nothing_else_does() {
        let folder = tempdir().unwrap();
        append(folder.path(), "a", &[particular(3)]).unwrap();
        let listed = append(folder.path(), "a", &[particular(3), particular(4)]).unwrap();
        assert_eq!(listed, [particular(4)]);
        take_back(folder.path(), "a", &listed).unwrap();
        assert_eq!(all(folder.path(), "a").unwrap(), [particular(3)]);
    }

    #[test]
    fn a_backup_folder_keeps_what_either_list_knows() {
        let (ours, root) = (tempdir().unwrap(), tempdir().unwrap());
        assert_eq!(owner(root.path()).unwrap(), None);
        merge(ours.path(), root.path(), "a").unwrap();
        assert_eq!(owner(root.path()).unwrap().as_deref(), Some("a"));
        append(ours.path(), "a", &[particular(3)]).unwrap();
        merge(ours.path(), root.path(), "a").unwrap();
        fs::remove_file(ours.path().join(FILE)).unwrap();
        append(ours.path(), "a", &[particular(4)]).unwrap();
        merge(ours.path(), root.path(), "a").unwrap();
        assert_eq!(all(root.path(), "a").unwrap(), [particular(3), particular(4)]);
        assert!(matches!(merge(ours.path(), root.path(), "b"), Err(Trouble::OtherCasebook)));
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named() {
        let folder = tempdir().unwrap();
        let good = particular(3).line();
        for (text, line) in [
            ("", None),
            ("dpo-casebook erasures 1 a\n", None),
            ("erasures\n", Some(1)),
            ("dpo-casebook erasures 1 a\nparticular 3\n", Some(2)),
            (&format!("dpo-casebook erasures 1 a\n{good}\ndocument 00\n"), Some(3)),
            (&format!("dpo-casebook erasures 1 a\n{good} and more\n"), Some(2)),
        ] {
            fs::write(folder.path().join(FILE), text).unwrap();
            match (all(folder.path(), "a"), line) {
                (Ok(_), None) => {}
                (Err(Trouble::ErasureList { line: found }), Some(line)) => assert_eq!(found, line, "{text}"),
                (other, _) => panic!("{text}: {other:?}"),
            }
        }
    }
}
