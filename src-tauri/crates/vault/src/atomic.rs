//! Writing a file so that there is always either the old one or the new one, whole, and nobody else can read it.
//!
//! The order is: new file beside the old one, synchronise, rename over it, synchronise the folder. A crash leaves at
//! most a `.new` file behind, which the next write replaces. Nothing here follows a link.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use crate::platform;

/// What the unfinished file is called until it is renamed.
pub(crate) const UNFINISHED: &str = ".new";

/// Writes a file whole: afterwards it has these bytes and mode 0600, or it is as it was before.
///
/// # Errors
/// Whatever the system says: no space, no permission, no such folder. The old file is then untouched.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let (folder, unfinished) = unfinished_beside(path)?;
    let written = write_unfinished(&unfinished, bytes).and_then(|()| fs::rename(&unfinished, path));
    if written.is_err() {
        // The first error is the one to tell; a leftover is harmless.
        let _ = fs::remove_file(&unfinished);
        return written;
    }
    platform::sync_folder(&folder)
}

/// Reads a file of at most `limit` bytes, not through a link.
///
/// # Errors
/// [`io::ErrorKind::FileTooLarge`] above the limit; otherwise whatever the system says.
pub fn read(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let file = platform::open_to_read(path)?;
    if file.metadata()?.len() > limit {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let mut bytes = Vec::new();
    file.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Removes a file so that it stays removed. A file that is not there is no error: a removal can be repeated.
///
/// # Errors
/// Whatever the system says.
pub fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Ok(()) => platform::sync_folder(&parent_of(path)?),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

/// Moves a file or folder within one file system so that the move lasts. An empty folder or a file at the new place
/// gives way; what holds something does not.
///
/// # Errors
/// Whatever the system says.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)?;
    let (old, new) = (parent_of(from)?, parent_of(to)?);
    platform::sync_folder(&new)?;
    if old == new { Ok(()) } else { platform::sync_folder(&old) }
}

/// Creates a folder for this user alone (0700). One that exists is made so.
///
/// # Errors
/// [`io::ErrorKind::NotADirectory`] if something else has the name, a link included; otherwise whatever the system says.
pub fn create_folder(path: &Path) -> io::Result<()> {
    match platform::create_folder(path) {
        Ok(()) => platform::sync_folder(&parent_of(path)?)?,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            if !fs::symlink_metadata(path)?.is_dir() {
                return Err(io::ErrorKind::NotADirectory.into());
            }
        }
        Err(error) => return Err(error),
    }
    platform::keep_folder_private(path)
}

fn write_unfinished(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::remove_file(path) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    let mut file = platform::open_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn unfinished_beside(path: &Path) -> io::Result<(PathBuf, PathBuf)> {
    let folder = parent_of(path)?;
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let mut unfinished = OsString::from(name);
    unfinished.push(UNFINISHED);
    Ok((folder.clone(), folder.join(unfinished)))
}

fn parent_of(path: &Path) -> io::Result<PathBuf> {
    match path.parent() {
        Some(parent) if parent.as_os_str().is_empty() => Ok(PathBuf::from(".")),
        Some(parent) => Ok(parent.to_path_buf()),
        None => Err(io::ErrorKind::InvalidInput.into()),
    }
}

#[cfg(test)]
mod tests {
    use tempfile::tempdir;

    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempdir().unwrap();
        let path = folder.path().join("casebook.keys");
        for bytes in [b"first".as_slice(), b"second, longer", b"3", b""] {
            write(&path, bytes).unwrap();
            assert_eq!(read(&path, 100).unwrap(), bytes);
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    /// What a crash before the rename leaves: the old file whole, and an unfinished one.
    #[test]
    fn an_unfinished_file_of_an_earlier_crash_is_ignored_and_then_replaced() {
        let folder = tempdir().unwrap();
        let path = folder.path().join("casebook.keys");
        write(&path, b"old").unwrap();
        fs::write(folder.path().join("casebook.keys.new"), b"ne").unwrap();
        assert_eq!(read(&path, 100).unwrap(), b"old");
        write(&path, b"newer").unwrap();
        assert_eq!(read(&path, 100).unwrap(), b"newer");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_write_that_cannot_be_finished_leaves_the_old_file() {
        let folder = tempdir().unwrap();
        let path = folder.path().join("old");
        write(&path, b"old").unwrap();
        // A folder where the unfinished file should go, and one where the file itself should.
        fs::create_dir(folder.path().join("old.new")).unwrap();
        assert!(write(&path, b"new").is_err());
        assert_eq!(read(&path, 100).unwrap(), b"old");
        let taken = folder.path().join("taken");
        fs::create_dir(&taken).unwrap();
        assert!(write(&taken, b"new").is_err());
        assert!(!folder.path().join("taken.new").exists());
        assert!(write(&folder.path().join("missing/file"), b"new").is_err());
    }

    #[test]
    fn a_file_above_the_limit_is_not_read() {
        let folder = tempdir().unwrap();
        let path = folder.path().join("file");
        write(&path, &[7; 11]).unwrap();
        assert_eq!(read(&path, 11).unwrap(), [7; 11]);
        assert_eq!(read(&path, 10).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
    }

    #[test]
    fn a_folder_is_moved_with_what_it_holds_but_not_over_another() {
        let outer = tempdir().unwrap();
        let [old, new] = ["old", "new"].map(|name| outer.path().join(name));
        create_folder(&old).unwrap();
        write(&old.join("file"), b"x").unwrap();
        rename(&old, &new).unwrap();
        assert!(!old.exists());
        assert_eq!(read(&new.join("file"), 1).unwrap(), b"x");

        create_folder(&old).unwrap();
        write(&old.join("file"), b"y").unwrap();
        assert!(rename(&old, &new).is_err());
        assert_eq!(read(&new.join("file"), 1).unwrap(), b"x");
    }

    #[test]
    fn a_removal_can_be_repeated() {
        let folder = tempdir().unwrap();
        let path = folder.path().join("file");
        write(&path, b"x").unwrap();
        remove(&path).unwrap();
        assert!(!path.exists());
        remove(&path).unwrap();
    }

    #[cfg(unix)]
    mod on_unix {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        use std::process::Command;

        use super::*;

        fn mode(path: &Path) -> u32 {
            fs::metadata(path).unwrap().permissions().mode() & 0o7777
        }

        #[test]
        fn files_and_folders_are_for_this_user_alone() {
            let outer = tempdir().unwrap();
            let folder = outer.path().join("casebook");
            create_folder(&folder).unwrap();
            assert_eq!(mode(&folder), 0o700);
            let path = folder.join("file");
            write(&path, b"x").unwrap();
            assert_eq!(mode(&path), 0o600);
            // One that is too open is closed.
            fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
            create_folder(&folder).unwrap();
            write(&path, b"y").unwrap();
            assert_eq!((mode(&folder), mode(&path)), (0o700, 0o600));
        }

        #[test]
        fn links_and_pipes_are_not_followed() {
            let folder = tempdir().unwrap();
            let [target, link, pipe] = ["target", "link", "pipe"].map(|name| folder.path().join(name));
            write(&target, b"target").unwrap();
            symlink(&target, &link).unwrap();
            assert!(read(&link, 100).is_err());
            write(&link, b"new").unwrap();
            assert_eq!(read(&target, 100).unwrap(), b"target", "the link was replaced, not written through");
            assert_eq!(read(&link, 100).unwrap(), b"new");

            let folder_link = folder.path().join("folder-link");
            symlink(folder.path(), &folder_link).unwrap();
            assert_eq!(create_folder(&folder_link).unwrap_err().kind(), io::ErrorKind::NotADirectory);

            assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
            assert!(read(&pipe, 100).is_err());
        }
    }
}
