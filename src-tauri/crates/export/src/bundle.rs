//! Writes a bundle: checks what is to be exported, fills a new folder or archive, and gives it its name at the very end.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::Path;

use casebook_history::Hash;

use crate::archive::NewArchive;
use crate::bag::Bag;
use crate::error::{Cause, Error};
use crate::folder::NewFolder;
use crate::input::{BundleFile, BundleInput, is_generated_name};
use crate::record::{Record, particulars_file};
use crate::target::{Target, Wrapping};
use crate::{paper, table};

/// Told from time to time how far the work is (done, total); answers whether to go on. Breaking cancels the export.
pub type Progress<'a> = &'a mut dyn FnMut(u32, u32) -> ControlFlow<()>;

/// A bundle that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Name of the new folder, such as `SR-2026-0042-E-history-2026-11-22`, or of the archive, with `.zip`.
    pub name: String,
    /// How many files the bundle has.
    pub files: u32,
    /// SHA-256 of `manifest-sha256.txt`, 64 hexadecimal digits: shown on screen, told to the recipient by another way.
    pub manifest_sha256: String,
}

impl Written {
    /// Removes it again, when it turns out that it must not be used. What cannot be removed stays.
    pub fn remove(&self, folder: &Path) {
        let place = folder.join(&self.name);
        let _ = if place.is_dir() { std::fs::remove_dir_all(place) } else { std::fs::remove_file(place) };
    }
}

/// Writes a bundle into a new folder or archive within `folder` (EXP-1 to EXP-4). It appears complete or not at all.
///
/// # Errors
/// [`Error`] says why nothing was written and, if even cleaning up failed, what lies there.
pub fn write_bundle(
    folder: &Path,
    input: &BundleInput,
    wrapping: Wrapping<'_>,
    progress: Progress<'_>,
) -> Result<Written, Error> {
    let unstarted = |cause| Error { cause, left_behind: None };
    check_names(input).map_err(unstarted)?;
    let mut counter = Counter::new(input, progress);
    let record = Record::verified(input, &mut counter).map_err(unstarted)?;
    let wanted = format!("{}-history-{}", input.case_reference, input.made_on);
    let mut new = begun(folder, &wanted, input, wrapping).map_err(unstarted)?;
    match fill(&mut new, input, &record, &mut counter) {
        Ok(written) => Ok(written),
        Err(cause) => Err(Error { cause, left_behind: new.discard().err() }),
    }
}

fn begun(folder: &Path, wanted: &str, input: &BundleInput, wrapping: Wrapping<'_>) -> Result<Target, Cause> {
    match wrapping {
        Wrapping::Folder => NewFolder::create(folder, wanted).map(Target::Folder),
        Wrapping::Encrypted(passphrase) => NewArchive::create(folder, wanted, passphrase, input.made_on)
            .map(|archive| Target::Archive(Box::new(archive))),
    }
}

fn fill(
    target: &mut Target,
    input: &BundleInput,
    record: &Record<'_>,
    counter: &mut Counter<'_>,
) -> Result<Written, Cause> {
    let mut bag = Bag::new(target);
    bag.data("events.jsonl", &record.events_file())?;
    bag.data("particulars.jsonl", &particulars_file(input))?;
    bag.data("history.csv", &table::history_csv(record, counter)?)?;
    for (list, files) in lists(input) {
        for file in files {
            counter.step()?;
            bag.data(&format!("{list}/{}", file.name), &file.bytes)?;
        }
    }
    bag.data("history.pdf", &paper::history_pdf(input, record, counter)?)?;
    let (files, manifest) = bag.close(input, &record.head)?;
    counter.finish()?;
    Ok(Written {
        name: target.finish()?,
        files: u32::try_from(files).unwrap_or(u32::MAX),
        manifest_sha256: manifest.to_hex(),
    })
}

fn lists(input: &BundleInput) -> [(&'static str, &[BundleFile]); 2] {
    [("letters", &input.letters), ("documents", &input.documents)]
}

fn check_names(input: &BundleInput) -> Result<(), Cause> {
    if !is_generated_name(&input.case_reference) {
        return Err(Cause::Malformed { field: "case_reference" });
    }
    for (list, files) in lists(input) {
        // Two names that differ in case only are one name on many systems.
        let mut names = BTreeSet::new();
        for (place, file) in (1..).zip(files) {
            if !is_generated_name(&file.name) || !names.insert(file.name.to_ascii_lowercase()) {
                return Err(Cause::FileName { list, place });
            }
            if Hash::of(&file.bytes).to_hex() != file.sha256 {
                return Err(Cause::NotAsRecorded { list, place });
            }
        }
    }
    Ok(())
}

/// Counts the work done and asks, every now and then, whether to go on.
pub(crate) struct Counter<'a> {
    done: u32,
    total: u32,
    progress: Progress<'a>,
}

impl<'a> Counter<'a> {
    /// How often events are reported; anything a person could notice is far above it.
    const EVERY: u32 = 64;

    fn new(input: &BundleInput, progress: Progress<'a>) -> Self {
        // Each event is checked, put into the table and put on paper.
        let total = 3 * input.events.len() + input.letters.len() + input.documents.len() + 1;
        Self { done: 0, total: u32::try_from(total).unwrap_or(u32::MAX), progress }
    }

    /// One event or file more.
    pub(crate) fn step(&mut self) -> Result<(), Cause> {
        self.done = self.done.saturating_add(1).min(self.total);
        if self.done.is_multiple_of(Self::EVERY) { self.ask() } else { Ok(()) }
    }

    fn finish(&mut self) -> Result<(), Cause> {
        self.done = self.total;
        self.ask()
    }

    /// Asks whether to go on.
    pub(crate) fn ask(&mut self) -> Result<(), Cause> {
        match (self.progress)(self.done, self.total) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Cause::Cancelled),
        }
    }
}
