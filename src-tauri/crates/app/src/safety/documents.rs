//! The documents in a backup folder: each once, whichever backups need it, and none that was erased.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use casebook_store::KeptDocument;
use casebook_vault::objects::{self, ObjectId};
use casebook_vault::{MasterKey, atomic, copies};

use super::erasure_list::Erased;
use super::snapshot::{self, Manifest, check_print, document_file};
use super::trouble::Trouble;
use crate::letters::sha256;

/// Copies a document into the backup folder, unless a sound copy is there, and reads it back: opened with its key, its
/// content must be what the casebook recorded. Answers the SHA-256 of the file, or nothing if the casebook's own file
/// is damaged or missing and no earlier copy is sound.
pub(crate) fn bring(
    folder: &Path,
    root: &Path,
    document: &KeptDocument,
    master: &MasterKey,
) -> Result<Option<String>, Trouble> {
    let file = document_file(&document.id);
    let target = root.join(&file);
    if target.exists() {
        if let Some(print) = sound_print(root, document, master)? {
            return Ok(Some(print));
        }
        copies::remove(&target)?;
    }
    let source = objects::path_of(folder, &document.id);
    if !is_sound(folder, document, master) {
        return Ok(None);
    }
    if let Some(above) = target.parent() {
        copies::create_folder(above)?;
    }
    copies::copy_new(&source, &target)?;
    match sound_print(root, document, master)? {
        Some(print) => Ok(Some(print)),
        // The casebook's own is sound, so it is the disk.
        None => Err(Trouble::Damaged { file }),
    }
}

/// Checks that every document a backup should hold is there and as it was written.
pub(crate) fn check(
    root: &Path,
    manifest: &Manifest,
    wanted: &[KeptDocument],
    erased: &BTreeSet<ObjectId>,
    master: &MasterKey,
) -> Result<(), Trouble> {
    for document in wanted {
        let name = objects::name_of(&document.id);
        if erased.contains(&document.id) || manifest.without.contains(&name) {
            continue;
        }
        let file = document_file(&document.id);
        let expected = manifest.documents.get(&name).ok_or_else(|| Trouble::Lost { file: file.clone() })?;
        check_print(root, &file, expected)?;
        if !is_sound(root, document, master) {
            return Err(Trouble::Damaged { file });
        }
    }
    Ok(())
}

/// Copies a backup's documents into the folder of a casebook that is being brought back.
pub(crate) fn bring_back(
    root: &Path,
    folder: &Path,
    manifest: &Manifest,
    erased: &BTreeSet<ObjectId>,
) -> Result<u32, Trouble> {
    let mut count = 0;
    for id in manifest.documents.keys().filter_map(|name| objects::id_of(name)) {
        if erased.contains(&id) {
            continue;
        }
        let target = objects::path_of(folder, &id);
        for above in [target.parent().and_then(Path::parent), target.parent()].into_iter().flatten() {
            atomic::create_folder(above)?;
        }
        copies::copy_new(&objects::path_of(root, &id), &target)?;
        count += 1;
    }
    Ok(count)
}

/// The ids of the documents on an erasure list.
pub(crate) fn erased_ids(erased: &[Erased]) -> BTreeSet<ObjectId> {
    erased
        .iter()
        .filter_map(|each| match each {
            Erased::Document(id) => Some(*id),
            Erased::Particular { .. } => None,
        })
        .collect()
}

/// Removes from a backup folder what was erased, and what no backup needs any more. While a manifest cannot be read
/// nobody knows what it needs, so then only what was erased goes.
pub(crate) fn sweep(root: &Path, erased: &BTreeSet<ObjectId>) -> Result<(), Trouble> {
    let manifests: BTreeMap<_, _> = snapshot::all_in(root)?
        .into_values()
        .map(|name| (name.clone(), Manifest::read(root, &name)))
        .collect();
    let all_are_known = manifests.values().all(Result::is_ok);
    let needed: BTreeSet<ObjectId> = manifests
        .values()
        .flatten()
        .flat_map(|manifest| manifest.documents.keys())
        .filter_map(|name| objects::id_of(name))
        .collect();
    for id in objects::list(root).map_err(crate::errors::AppError::from)? {
        if erased.contains(&id) || (all_are_known && !needed.contains(&id)) {
            copies::remove(&objects::path_of(root, &id))?;
        }
    }
    Ok(())
}

/// The print of a copy that opens and holds what was recorded.
fn sound_print(root: &Path, document: &KeptDocument, master: &MasterKey) -> Result<Option<String>, Trouble> {
    let print = copies::print_of(&objects::path_of(root, &document.id))?;
    Ok(is_sound(root, document, master).then_some(print.sha256))
}

fn is_sound(folder: &Path, document: &KeptDocument, master: &MasterKey) -> bool {
    let Ok(key) = master.unwrap_object_key(&document.id, &document.wrapped_key) else { return false };
    objects::get(folder, &document.id, &key)
        .is_ok_and(|bytes| document.sha256.is_empty() || sha256(&bytes) == document.sha256)
}
