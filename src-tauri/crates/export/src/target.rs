//! Where a bundle is written to: a folder, or an archive that only a passphrase opens.

use casebook_personal::Personal;

use crate::archive::NewArchive;
use crate::error::Cause;
use crate::folder::NewFolder;

/// How a bundle leaves.
#[derive(Clone, Copy, Debug)]
pub enum Wrapping<'a> {
    /// As a folder that everybody can read who gets hold of it.
    Folder,
    /// As a ZIP file, encrypted with AES-256, which 7-Zip and WinZip open with this passphrase. Nothing but another
    /// ZIP file is seen in it, so that not even the number of letters shows.
    Encrypted(&'a Personal<String>),
}

/// A bundle being written. Dropped before [`Target::finish`], nothing of it stays.
pub(crate) enum Target {
    Folder(NewFolder),
    Archive(Box<NewArchive>),
}

impl Target {
    /// Writes one new file. `path` is made of generated names with `/` between them.
    pub(crate) fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), Cause> {
        match self {
            Self::Folder(folder) => folder.write(path, bytes),
            Self::Archive(archive) => archive.write(path, bytes),
        }
    }

    /// Gives it its name, and returns it.
    pub(crate) fn finish(&mut self) -> Result<String, Cause> {
        match self {
            Self::Folder(folder) => folder.finish(),
            Self::Archive(archive) => archive.finish(),
        }
    }

    /// Removes what is unfinished; its name comes back if that fails.
    pub(crate) fn discard(self) -> Result<(), String> {
        match self {
            Self::Folder(folder) => folder.discard(),
            Self::Archive(archive) => archive.discard(),
        }
    }
}
