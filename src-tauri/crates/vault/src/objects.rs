//! Documents as encrypted files outside the database, in the `age` format, each with a key of its own.
//!
//! A document's key is kept by the caller in the database (wrapped, see [`crate::MasterKey::wrap_object_key`]). To
//! erase the key is to erase the document, in every copy of the file there may be. Any program that reads `age` files
//! can open one, given its key.
//!
//! The order of writing is: file, synchronise, rename, synchronise the folder; only then may the caller record the
//! document. A crash in between leaves a file that no record names, which [`list`] and [`remove_unfinished`] find.

use std::fmt;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use age::secrecy::ExposeSecret as _;
use age::x25519::Identity;
use thiserror::Error;
use zeroize::Zeroizing;

use crate::atomic;
use crate::hex::{from_hex, to_hex};

/// The largest document: 50 MiB.
pub const MAX_OBJECT_BYTES: usize = 50 * 1024 * 1024;

const FOLDER: &str = "objects";
const ENDING: &str = "age";
/// Header and one tag for each 64 KiB stay far below this.
const LARGEST_OVERHEAD: u64 = 64 * 1024;

/// The name of a document: 16 random bytes.
pub type ObjectId = [u8; 16];

/// The key of one document, as the text of an `age` identity. Wiped when dropped, never shown by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct ObjectKey(Zeroizing<String>);

impl ObjectKey {
    /// Reads a key from its text (`AGE-SECRET-KEY-1…`); nothing if it is not one.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        text.parse::<Identity>().ok().map(|_| Self(Zeroizing::new(text.to_owned())))
    }

    /// The text of the key. Whoever has it can read the document.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ObjectKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("‹object key›")
    }
}

/// Why a document could not be kept or read. `object` is its id in hexadecimal, which says nothing about it.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ObjectError {
    /// Larger than [`MAX_OBJECT_BYTES`].
    #[error("a document may have at most 50 MiB")]
    TooLarge,
    /// A document with this id exists. Documents are never overwritten.
    #[error("there is already a document {object}")]
    Exists {
        /// The document.
        object: String,
    },
    /// Its file is not there.
    #[error("the file of document {object} is missing")]
    Missing {
        /// The document.
        object: String,
    },
    /// Its file is not as it was written, or belongs to another key.
    #[error("the file of document {object} is damaged")]
    Damaged {
        /// The document.
        object: String,
    },
    /// It could not be encrypted.
    #[error("document {object} could not be encrypted")]
    Cipher {
        /// The document.
        object: String,
    },
    /// The system refused to read or write.
    #[error("the file of a document could not be read or written")]
    Io(#[from] io::Error),
}

/// Encrypts a document under a new key and writes it into the casebook's folder. The key is the caller's to keep.
///
/// # Errors
/// [`ObjectError::TooLarge`], [`ObjectError::Exists`], [`ObjectError::Io`]; nothing is then left under this id.
pub fn put(folder: &Path, id: &ObjectId, bytes: &[u8]) -> Result<ObjectKey, ObjectError> {
    if bytes.len() > MAX_OBJECT_BYTES {
        return Err(ObjectError::TooLarge);
    }
    let path = path_of(folder, id);
    if path.try_exists()? {
        return Err(ObjectError::Exists { object: to_hex(id) });
    }
    let identity = Identity::generate();
    let sealed =
        age::encrypt(&identity.to_public(), bytes).map_err(|_| ObjectError::Cipher { object: to_hex(id) })?;
    create_folders(folder, id)?;
    atomic::write(&path, &sealed)?;
    Ok(ObjectKey(Zeroizing::new(identity.to_string().expose_secret().to_owned())))
}

/// Reads a document back, whole.
///
/// # Errors
/// [`ObjectError::Missing`]; [`ObjectError::Damaged`] for any changed, missing or added byte and for another key.
pub fn get(folder: &Path, id: &ObjectId, key: &ObjectKey) -> Result<Zeroizing<Vec<u8>>, ObjectError> {
    let damaged = || ObjectError::Damaged { object: to_hex(id) };
    let limit = u64::try_from(MAX_OBJECT_BYTES).unwrap_or(u64::MAX).saturating_add(LARGEST_OVERHEAD);
    let sealed = atomic::read(&path_of(folder, id), limit).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => ObjectError::Missing { object: to_hex(id) },
        io::ErrorKind::FileTooLarge => damaged(),
        _ => error.into(),
    })?;
    let identity: Identity = key.text().parse().map_err(|_| damaged())?;
    // Reserved at once: a vector that grows leaves copies of itself behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(sealed.len()));
    let decryptor = age::Decryptor::new_buffered(sealed.as_slice()).map_err(|_| damaged())?;
    let mut reader =
        decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).map_err(|_| damaged())?;
    reader.read_to_end(&mut bytes).map_err(|_| damaged())?;
    Ok(bytes)
}

/// Removes a document's file. One that is not there is no error: a removal can be repeated.
///
/// # Errors
/// [`ObjectError::Io`].
pub fn remove(folder: &Path, id: &ObjectId) -> Result<(), ObjectError> {
    Ok(atomic::remove(&path_of(folder, id))?)
}

/// The ids of all documents whose files are there, in order: to compare with those that are recorded. Files with
/// other names are left alone.
///
/// # Errors
/// [`ObjectError::Io`].
pub fn list(folder: &Path) -> Result<Vec<ObjectId>, ObjectError> {
    let mut ids = Vec::new();
    each_file(folder, |path| {
        if path.extension().is_some_and(|ending| ending == ENDING)
            && let Some(id) = path.file_stem().and_then(|name| from_hex(name.to_str()?))
            && path == path_of(folder, &id)
        {
            ids.push(id);
        }
        Ok(())
    })?;
    ids.sort_unstable();
    Ok(ids)
}

/// Removes what a crash left half-written. To be called while the casebook is locked by us and nothing is being written.
///
/// # Errors
/// [`ObjectError::Io`].
pub fn remove_unfinished(folder: &Path) -> Result<(), ObjectError> {
    each_file(folder, |path| {
        let is_unfinished = path.to_str().is_some_and(|name| name.ends_with(atomic::UNFINISHED));
        if is_unfinished { atomic::remove(path) } else { Ok(()) }
    })
}

fn each_file(folder: &Path, mut visit: impl FnMut(&Path) -> io::Result<()>) -> Result<(), ObjectError> {
    let outer = match fs::read_dir(folder.join(FOLDER)) {
        Ok(outer) => outer,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    for inner in outer {
        let inner = inner?;
        if inner.file_type()?.is_dir() {
            for file in fs::read_dir(inner.path())? {
                visit(&file?.path())?;
            }
        }
    }
    Ok(())
}

/// Where a document's file lies: `objects/ab/abcd….age`. The first byte as a folder keeps folders small.
#[must_use]
pub fn path_of(folder: &Path, id: &ObjectId) -> PathBuf {
    let name = to_hex(id);
    let [first, ..] = id;
    folder.join(FOLDER).join(format!("{first:02x}")).join(name).with_extension(ENDING)
}

/// A document's id in hexadecimal, as in the name of its file. Says nothing about it.
#[must_use]
pub fn name_of(id: &ObjectId) -> String {
    to_hex(id)
}

/// The reverse of [`name_of`].
#[must_use]
pub fn id_of(name: &str) -> Option<ObjectId> {
    from_hex(name)
}

fn create_folders(folder: &Path, id: &ObjectId) -> io::Result<()> {
    let [first, ..] = id;
    atomic::create_folder(&folder.join(FOLDER))?;
    atomic::create_folder(&folder.join(FOLDER).join(format!("{first:02x}")))
}
