//! ZIP files encrypted with AES-256 (WinZip's AE-2), which 7-Zip and WinZip open and the systems' own tools do not.
//!
//! Names and sizes of the files in such an archive can be read without the passphrase, and few rounds stand between a
//! guess and its answer: hence one inner archive for a bundle, names without personal data, and a passphrase of at
//! least 77 bits, generated and never stored.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};

use casebook_personal::Personal;
use chrono::{Datelike as _, NaiveDate};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{AesMode, CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::error::Cause;
use crate::folder::{free_name, sync_folder};

/// What an archive of a bundle holds, and all that can be seen of it without the passphrase.
pub(crate) const INNER: &str = "history.zip";

/// The files as an encrypted archive. Names must be generated ones: they can be read without the passphrase.
///
/// # Errors
/// [`Cause::FileName`] for a name that is not a generated one, or that two files have; `list` is `files`.
pub fn encrypted(
    files: &[(&str, &[u8])],
    passphrase: &Personal<String>,
    made_on: NaiveDate,
) -> Result<Vec<u8>, Cause> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = dated(made_on).with_aes_encryption(AesMode::Aes256, passphrase.reveal());
    for (place, (name, bytes)) in (1..).zip(files) {
        let wrong = Cause::FileName { list: "files", place };
        let is_taken = files.iter().take(place - 1).any(|(earlier, _)| earlier.eq_ignore_ascii_case(name));
        if is_taken || !crate::input::is_generated_name(name) {
            return Err(wrong);
        }
        archive.start_file(*name, options.compression_method(CompressionMethod::Deflated))?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The files of an encrypted archive by name, in its order. For archives of our own: what they hold is kept in memory.
///
/// # Errors
/// [`Cause::NotOpened`] if the passphrase is not the right one or the archive is damaged.
pub fn decrypted(archive: &[u8], passphrase: &Personal<String>) -> Result<Vec<(String, Vec<u8>)>, Cause> {
    let mut archive = ZipArchive::new(Cursor::new(archive)).map_err(|_| Cause::NotOpened)?;
    let mut files = Vec::with_capacity(archive.len());
    for place in 0..archive.len() {
        let file = archive.by_index_decrypt(place, passphrase.reveal().as_bytes());
        let mut file = file.map_err(|_| Cause::NotOpened)?;
        let name = file.name().map_err(|_| Cause::NotOpened)?.into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(|_| Cause::NotOpened)?;
        files.push((name, bytes));
    }
    Ok(files)
}

fn dated(made_on: NaiveDate) -> SimpleFileOptions {
    let year = u16::try_from(made_on.year()).unwrap_or_default();
    let [month, day] = [made_on.month(), made_on.day()].map(|part| u8::try_from(part).unwrap_or_default());
    let made = DateTime::from_date_and_time(year, month, day, 12, 0, 0).unwrap_or_default();
    SimpleFileOptions::default().last_modified_time(made).unix_permissions(0o600)
}

/// A bundle in an encrypted archive that appears whole or not at all. Only encrypted bytes ever touch the disk.
pub(crate) struct NewArchive {
    parent: PathBuf,
    name: String,
    partial: PathBuf,
    /// `None` once it has its name.
    file: Option<File>,
    /// The folder within the inner archive.
    folder: String,
    inner: ZipWriter<Cursor<Vec<u8>>>,
    passphrase: Personal<String>,
    made_on: NaiveDate,
}

impl NewArchive {
    /// Begins an archive called `wanted` with the ending `.zip` in `parent`, or with a number where that name is taken.
    pub(crate) fn create(
        parent: &Path,
        wanted: &str,
        passphrase: &Personal<String>,
        made_on: NaiveDate,
    ) -> Result<Self, Cause> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let (name, partial, file) = free_name(parent, wanted, ".zip", |partial| options.open(partial))?;
        Ok(Self {
            parent: parent.to_owned(),
            name,
            partial,
            file: Some(file),
            folder: wanted.to_owned(),
            inner: ZipWriter::new(Cursor::new(Vec::new())),
            passphrase: passphrase.clone(),
            made_on,
        })
    }

    pub(crate) fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), Cause> {
        let options = dated(self.made_on).compression_method(CompressionMethod::Deflated);
        self.inner.start_file(format!("{}/{path}", self.folder), options)?;
        self.inner.write_all(bytes)?;
        Ok(())
    }

    pub(crate) fn finish(&mut self) -> Result<String, Cause> {
        let empty = ZipWriter::new(Cursor::new(Vec::new()));
        let inner = std::mem::replace(&mut self.inner, empty).finish()?.into_inner();
        let Some(file) = self.file.as_mut() else { return Err(Cause::NameTaken) };
        let mut outer = ZipWriter::new(file);
        let options = dated(self.made_on)
            .compression_method(CompressionMethod::Stored)
            .large_file(inner.len() > LARGEST_OF_OLD)
            .with_aes_encryption(AesMode::Aes256, self.passphrase.reveal());
        outer.start_file(INNER, options)?;
        outer.write_all(&inner)?;
        outer.finish()?.sync_all()?;
        let target = self.parent.join(&self.name);
        if fs::symlink_metadata(&target).is_ok() {
            return Err(Cause::NameTaken);
        }
        fs::rename(&self.partial, &target)?;
        // Should even the last step fail, the file is removed under its new name.
        self.partial = target;
        sync_folder(&self.parent)?;
        self.file = None;
        Ok(self.name.clone())
    }

    /// Removes the unfinished file; its name comes back if that fails.
    pub(crate) fn discard(mut self) -> Result<(), String> {
        if self.file.take().is_some() && fs::remove_file(&self.partial).is_err() {
            return Err(self.partial.file_name().unwrap_or_default().to_string_lossy().into_owned());
        }
        Ok(())
    }
}

impl Drop for NewArchive {
    fn drop(&mut self) {
        if self.file.take().is_some() {
            // Only reached when a caller's progress function panics: nobody is left to tell about a failure.
            let _ = fs::remove_file(&self.partial);
        }
    }
}

/// What the older form of the format can count; encryption adds a little to it.
const LARGEST_OF_OLD: usize = 0xFF00_0000;

impl From<ZipError> for Cause {
    fn from(error: ZipError) -> Self {
        match error {
            ZipError::Io(error) => error.into(),
            _ => Self::Io(io::ErrorKind::Other),
        }
    }
}
