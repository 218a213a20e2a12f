//! A new folder that appears whole or not at all: written under another name, synchronised, then renamed.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::error::Cause;

/// How many bundles of one case and one day can lie side by side.
const MOST_OF_ONE_NAME: u32 = 999;

/// A folder being filled. Dropped before [`NewFolder::finish`], it is removed with all that is in it.
#[derive(Debug)]
pub(crate) struct NewFolder {
    parent: PathBuf,
    name: String,
    partial: PathBuf,
    is_open: bool,
}

impl NewFolder {
    /// Begins a folder called `wanted` in `parent`, or `wanted-2` and so on where that name is taken. What lies there
    /// already is never touched, not even an unfinished folder: it is not ours to judge.
    pub(crate) fn create(parent: &Path, wanted: &str) -> Result<Self, Cause> {
        let (name, partial, ()) = free_name(parent, wanted, "", create_private)?;
        Ok(Self { parent: parent.to_owned(), name, partial, is_open: true })
    }

    /// Writes one new file, with the folders it lies in, and waits until it is on the disk. `path` is made of generated
    /// names with `/` between them.
    pub(crate) fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Cause> {
        let full = self.partial.join(path);
        if let Some(folder) = full.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut file = OpenOptions::new().write(true).create_new(true).open(full)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        Ok(())
    }

    /// Gives the folder its name, and returns it.
    pub(crate) fn finish(&mut self) -> Result<String, Cause> {
        sync_folders(&self.partial)?;
        let target = self.parent.join(&self.name);
        // A rename would quietly replace an empty folder that came into being meanwhile.
        if fs::symlink_metadata(&target).is_ok() {
            return Err(Cause::NameTaken);
        }
        fs::rename(&self.partial, &target)?;
        // Should even the last step fail, the folder is removed under its new name.
        self.partial = target;
        sync_folder(&self.parent)?;
        self.is_open = false;
        Ok(self.name.clone())
    }

    /// Removes the unfinished folder; its name comes back if that fails.
    pub(crate) fn discard(mut self) -> Result<(), String> {
        let was_open = std::mem::take(&mut self.is_open);
        if was_open && fs::remove_dir_all(&self.partial).is_err() {
            return Err(self.partial.file_name().unwrap_or_default().to_string_lossy().into_owned());
        }
        Ok(())
    }
}

impl Drop for NewFolder {
    fn drop(&mut self) {
        if self.is_open {
            // Only reached when a caller's progress function panics: nobody is left to tell about a failure.
            let _ = fs::remove_dir_all(&self.partial);
        }
    }
}

/// Makes something under an unfinished name (`.partial`) beside which the wanted one is free. Returns its final name,
/// its place for now, and what was made.
pub(crate) fn free_name<T>(
    parent: &Path,
    wanted: &str,
    ending: &str,
    make: impl Fn(&Path) -> io::Result<T>,
) -> Result<(String, PathBuf, T), Cause> {
    if !fs::metadata(parent)?.is_dir() {
        return Err(Cause::FolderMissing);
    }
    for count in 1..=MOST_OF_ONE_NAME {
        let name = if count == 1 { format!("{wanted}{ending}") } else { format!("{wanted}-{count}{ending}") };
        let partial = parent.join(format!("{name}.partial"));
        if fs::symlink_metadata(parent.join(&name)).is_ok() {
            continue;
        }
        match make(&partial) {
            Ok(made) => return Ok((name, partial, made)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Cause::NameTaken)
}

/// What lies in a bundle is personal: on systems with such rights, only its owner may look into the folder.
fn create_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn sync_folders(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            sync_folders(&entry.path())?;
        }
    }
    sync_folder(folder)
}

/// Windows cannot open a folder to synchronise it, and does not need to; nor do some network drives and sticks.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    if !cfg!(unix) {
        return Ok(());
    }
    match File::open(folder)?.sync_all() {
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {
            Ok(())
        }
        synced => synced,
    }
}
