//! Files on a disk that is not ours: a stick, a second disk, a share. Written so that what is there under its name is
//! whole, and read back from the disk itself where the system allows it.
//!
//! Such places may not know owners, locks or synchronised folders. Nothing secret rests on them: what is copied there
//! is encrypted already.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::hex::to_hex;
use crate::platform;

/// What is read or written at once.
const PORTION: usize = 256 * 1024;

/// A file's content in short: how long it is, and its SHA-256 in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Print {
    /// Bytes.
    pub bytes: u64,
    /// SHA-256, hexadecimal.
    pub sha256: String,
}

/// Makes a folder, and those above it. One that exists is left as it is.
///
/// # Errors
/// Whatever the system says.
pub fn create_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Writes a new file and waits until the disk has it.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`]; whatever the system says. A file begun here is taken away again.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fill(path, |file| file.write_all(bytes))
}

/// Copies a file to a new one and waits until the disk has it.
///
/// # Errors
/// As [`write_new`].
pub fn copy_new(from: &Path, to: &Path) -> io::Result<()> {
    let mut source = platform::open_to_read(from)?;
    fill(to, |file| {
        let mut portion = vec![0; PORTION];
        loop {
            let read = source.read(&mut portion)?;
            let Some(part) = portion.get(..read).filter(|part| !part.is_empty()) else { return Ok(()) };
            file.write_all(part)?;
        }
    })
}

/// Replaces a file whole: beside it first, then moved over it.
///
/// # Errors
/// Whatever the system says; the old file is then as it was.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    let beside = Path::new(&name);
    remove(beside)?;
    write_new(beside, bytes)?;
    rename(beside, path)
}

/// Moves a file or folder on one disk.
///
/// # Errors
/// Whatever the system says.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)?;
    settle(to);
    Ok(())
}

/// Removes a file or a folder with all it holds. One that is not there is no error.
///
/// # Errors
/// Whatever the system says.
pub fn remove(path: &Path) -> io::Result<()> {
    let gone = match fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(error) => Err(error),
    };
    match gone {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Reads a file and takes its print: from the disk, not from what the system still remembers of it.
///
/// # Errors
/// Whatever the system says.
pub fn print_of(path: &Path) -> io::Result<Print> {
    let mut file = platform::open_to_read(path)?;
    forget_cached(&file);
    let mut hasher = Sha256::new();
    let mut bytes = 0_u64;
    let mut portion = vec![0; PORTION];
    loop {
        let read = file.read(&mut portion)?;
        let Some(part) = portion.get(..read).filter(|part| !part.is_empty()) else { break };
        hasher.update(part);
        bytes = bytes.saturating_add(u64::try_from(read).unwrap_or(u64::MAX));
    }
    Ok(Print { bytes, sha256: to_hex(&hasher.finalize()) })
}

/// Whether two places are on one disk, as far as the system tells; `None` if it does not.
#[must_use]
pub fn on_one_disk(one: &Path, other: &Path) -> Option<bool> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        let [one, other] = [one, other].map(|path| fs::metadata(path).map(|found| found.dev()).ok());
        Some(one? == other?)
    }
    #[cfg(not(unix))]
    {
        let _ = (one, other);
        None
    }
}

fn fill(path: &Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    let written = write(&mut file).and_then(|()| file.sync_all());
    if written.is_err() {
        drop(file);
        // The first error is the one to tell.
        let _ = fs::remove_file(path);
        return written;
    }
    settle(path);
    Ok(())
}

/// Not every such disk can synchronise a folder; the files themselves were.
fn settle(path: &Path) {
    if let Some(folder) = path.parent() {
        let _ = platform::sync_folder(folder);
    }
}

#[cfg(target_os = "linux")]
fn forget_cached(file: &File) {
    // Advice only: where it is not taken, the file is still read whole.
    let _ = rustix::fs::fadvise(file, 0, None, rustix::fs::Advice::DontNeed);
}

#[cfg(not(target_os = "linux"))]
const fn forget_cached(_file: &File) {}

#[cfg(test)]
mod tests {
    use tempfile::tempdir;

    use super::*;

    #[test]
    fn a_copy_has_the_print_of_what_was_copied() {
        let folder = tempdir().unwrap();
        let [one, two] = ["one", "two"].map(|name| folder.path().join(name));
        write_new(&one, &vec![7; PORTION * 2 + 1]).unwrap();
        copy_new(&one, &two).unwrap();
        assert_eq!(print_of(&one).unwrap(), print_of(&two).unwrap());
        assert_eq!(print_of(&one).unwrap().bytes, (PORTION * 2 + 1) as u64);
        let empty = folder.path().join("empty");
        write_new(&empty, b"").unwrap();
        let of_nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(print_of(&empty).unwrap(), Print { bytes: 0, sha256: of_nothing.to_owned() });
    }

    #[test]
    fn nothing_that_is_there_is_written_over_but_by_replacing() {
        let folder = tempdir().unwrap();
        let path = folder.path().join("file");
        write_new(&path, b"old").unwrap();
        assert_eq!(write_new(&path, b"new").unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(copy_new(&path, &path).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        replace(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_goes_with_what_it_holds_and_may_be_gone_already() {
        let outer = tempdir().unwrap();
        let folder = outer.path().join("a/b");
        create_folder(&folder).unwrap();
        create_folder(&folder).unwrap();
        write_new(&folder.join("file"), b"x").unwrap();
        remove(&outer.path().join("a")).unwrap();
        assert!(!folder.exists());
        remove(&folder).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn one_disk_is_told_from_another_where_the_system_knows() {
        let folder = tempdir().unwrap();
        assert_eq!(on_one_disk(folder.path(), &folder.path().join("..")), Some(true));
        assert_eq!(on_one_disk(folder.path(), &folder.path().join("missing")), None);
        if Path::new("/proc/self").exists() {
            assert_eq!(on_one_disk(folder.path(), Path::new("/proc/self")), Some(false));
        }
    }
}
