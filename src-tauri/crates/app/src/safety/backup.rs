//! Making a backup: copy, read back from where it lies, give it its name, and only then let old ones go.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use casebook_history::Head;
use casebook_store::{DATABASE_FILE, copy_database};
use casebook_vault::{KEY_FILE_NAME, MasterKey, copies, objects};
use chrono::{DateTime, TimeDelta, Utc};

use super::snapshot::{self, MANIFEST, Manifest, PARTIAL, name_of};
use super::trouble::Trouble;
use super::{documents, erasure_list, rotation};

/// A casebook to be copied. It may be in use.
pub(crate) struct Source {
    /// Its folder.
    pub(crate) folder: PathBuf,
    /// Its key.
    pub(crate) master: MasterKey,
    /// Its key file as it is now.
    pub(crate) key_file: Vec<u8>,
}

/// A backup that was made and read back.
#[derive(Debug)]
pub(crate) struct Made {
    /// The end of the history it holds.
    pub(crate) head: Head,
    /// Files it consists of.
    pub(crate) files: u32,
    /// Documents that are damaged or missing in the casebook itself, and so in the backup.
    pub(crate) without: u32,
    /// Whether old backups and what was erased could be removed.
    pub(crate) is_tidy: bool,
}

/// How far a backup has come. The words hold nothing personal.
pub(crate) type Report<'a> = dyn FnMut(u32, u32, &'static str) -> ControlFlow<()> + 'a;

/// Parts of the work, for whoever watches: copying counts as half.
const STEPS: u32 = 100;

/// Looks whether a folder can hold the backups of this casebook, and marks it as its own.
pub(crate) fn choose(folder: &Path, root: &Path, casebook: &str) -> Result<(), Trouble> {
    check_place(folder, root)?;
    if snapshot::all_in(root)?
        .into_values()
        .filter_map(|name| Manifest::read(root, &name).ok())
        .any(|manifest| manifest.casebook != casebook)
    {
        return Err(Trouble::OtherCasebook);
    }
    erasure_list::merge(folder, root, casebook)
}

/// Looks whether the backup folder is there, and is the one that was chosen.
pub(crate) fn check_root(folder: &Path, root: &Path, casebook: &str) -> Result<(), Trouble> {
    check_place(folder, root)?;
    match erasure_list::owner(root)? {
        None => Err(Trouble::NotOurs),
        Some(owner) if owner != casebook => Err(Trouble::OtherCasebook),
        Some(_) => Ok(()),
    }
}

fn check_place(folder: &Path, root: &Path) -> Result<(), Trouble> {
    let real = root.canonicalize()?;
    if !real.is_dir() {
        return Err(Trouble::Missing);
    }
    let own = folder.canonicalize()?;
    if real.starts_with(own) { Err(Trouble::Inside) } else { Ok(()) }
}

/// Makes a backup in the folder `root`, which was chosen before.
///
/// # Errors
/// Earlier backups are then as they were, and nothing half-written is left but what the disk refused to remove.
pub(crate) fn make(
    source: &Source,
    root: &Path,
    now: DateTime<Utc>,
    report: &mut Report<'_>,
) -> Result<Made, Trouble> {
    let casebook = source.master.casebook_id();
    check_root(&source.folder, root, casebook)?;
    for unfinished in snapshot::unfinished_in(root)? {
        copies::remove(&unfinished)?;
    }
    erasure_list::merge(&source.folder, root, casebook)?;
    let (at, name) = free_name(root, now)?;
    let partial = format!("{name}{PARTIAL}");
    let made = write(source, root, &partial, at, report).and_then(|made| {
        copies::rename(&root.join(&partial), &root.join(&name))?;
        Ok(made)
    });
    if made.is_err() {
        // The first error is the one to tell; the next backup removes what is left.
        let _ = copies::remove(&root.join(&partial));
    }
    let is_tidy = tidy(source, root, made.is_ok().then_some(at)).is_ok();
    made.map(|made| Made { is_tidy, ..made })
}

/// After a backup was made, old ones go; in any case the documents that no backup needs.
fn tidy(source: &Source, root: &Path, made: Option<DateTime<Utc>>) -> Result<(), Trouble> {
    let casebook = source.master.casebook_id();
    // What was erased while we copied is listed too.
    erasure_list::merge(&source.folder, root, casebook)?;
    if let Some(now) = made {
        let times = snapshot::all_in(root)?;
        let kept = rotation::kept(&times.keys().copied().collect(), now);
        for (_, old) in times.iter().filter(|(time, _)| !kept.contains(time)) {
            copies::remove(&root.join(old))?;
        }
    }
    let erased = documents::erased_ids(&erasure_list::all(root, casebook)?);
    documents::sweep(root, &erased)
}

/// A name that no backup has yet: two may be made within a second.
fn free_name(root: &Path, now: DateTime<Utc>) -> Result<(DateTime<Utc>, String), Trouble> {
    let taken: BTreeSet<String> = snapshot::all_in(root)?.into_values().collect();
    (0..60)
        .filter_map(|second| now.checked_add_signed(TimeDelta::seconds(second)))
        .map(|time| (time, name_of(time)))
        .find(|(_, name)| !taken.contains(name))
        .ok_or(Trouble::UnderWay)
}

fn write(
    source: &Source,
    root: &Path,
    partial: &str,
    at: DateTime<Utc>,
    report: &mut Report<'_>,
) -> Result<Made, Trouble> {
    use casebook_store::Error;
    let beside = root.join(partial);
    copies::create_folder(&beside)?;
    let mut going_on = |done: u32, words| match report(done, STEPS, words) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Trouble::Cancelled),
    };
    going_on(0, COPYING)?;
    let key = source.master.database_key();
    copy_database(&source.folder, key, &beside.join(DATABASE_FILE), &mut |done, all| {
        let share = done.saturating_mul(u64::from(STEPS) / 2) / all.max(1);
        match going_on(u32::try_from(share).unwrap_or_default(), COPYING) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    })
    .map_err(|error| match error {
        Error::Cancelled => Trouble::Cancelled,
        Error::DiskFull => Trouble::Full,
        Error::Disk(error) => error.into(),
        other => Trouble::from(crate::errors::AppError::from(other)),
    })?;
    copies::write_new(&beside.join(KEY_FILE_NAME), &source.key_file)?;

    going_on(STEPS / 2, READING)?;
    let mut manifest = Manifest::new(source.master.casebook_id().to_owned(), at);
    // Before the copy is opened, so that it is read from the disk.
    for file in [DATABASE_FILE, KEY_FILE_NAME] {
        manifest.files.insert(file.to_owned(), copies::print_of(&beside.join(file))?.sha256);
    }
    let sound = snapshot::look_into(root, partial, &source.master)?;
    manifest.through = sound.head.seq;
    manifest.head = sound.head.hash.to_hex();
    let count = u32::try_from(sound.documents.len()).unwrap_or(u32::MAX);
    for (number, document) in (0_u32..).zip(&sound.documents) {
        let share = u64::from(number) * u64::from(STEPS / 2 - 5) / u64::from(count.max(1));
        going_on(STEPS / 2 + u32::try_from(share).unwrap_or_default(), DOCUMENTS)?;
        let id = objects::name_of(&document.id);
        match documents::bring(&source.folder, root, document, &source.master)? {
            Some(sha256) => drop(manifest.documents.insert(id, sha256)),
            None => drop(manifest.without.insert(id)),
        }
    }
    let manifest = manifest.sealed();
    copies::write_new(&beside.join(MANIFEST), &manifest.to_bytes())?;
    going_on(STEPS - 5, READING)?;
    let written = Manifest::read(root, partial)?;
    if written != manifest {
        return Err(Trouble::Damaged { file: format!("{partial}/{MANIFEST}") });
    }
    let without = u32::try_from(manifest.without.len()).unwrap_or(u32::MAX);
    let documents = u32::try_from(manifest.documents.len()).unwrap_or(u32::MAX);
    Ok(Made { head: sound.head, files: documents.saturating_add(3), without, is_tidy: true })
}

const COPYING: &str = "Copying the casebook";
const READING: &str = "Reading the copy back";
const DOCUMENTS: &str = "Copying and reading back documents";
