//! One writer at a time: a lock of the operating system on `casebook.lock`.
//!
//! The system lets go of the lock when the process ends, however it ends; the file itself stays and means nothing.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;

use thiserror::Error;

use crate::platform::open_or_create;

/// The name of the file in the casebook's folder.
pub const LOCK_FILE_NAME: &str = "casebook.lock";

/// While this value lives, no other process opens the casebook.
#[derive(Debug)]
pub struct LockFile {
    _held: File,
}

/// Why the casebook could not be locked.
#[derive(Debug, Error)]
pub enum LockError {
    /// Another window or program has it open.
    #[error("the casebook is open in another window or program")]
    InUse,
    /// The lock file could not be opened or locked.
    #[error("the lock file of the casebook could not be opened")]
    Io(#[source] io::Error),
}

impl LockFile {
    /// Locks the casebook in this folder, without waiting.
    ///
    /// # Errors
    /// [`LockError::InUse`] at once if somebody else holds it.
    pub fn acquire(folder: &Path) -> Result<Self, LockError> {
        let file = open_or_create(&folder.join(LOCK_FILE_NAME)).map_err(LockError::Io)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _held: file }),
            Err(TryLockError::WouldBlock) => Err(LockError::InUse),
            Err(TryLockError::Error(error)) => Err(LockError::Io(error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead as _, BufReader};
    use std::process::{Command, Stdio};

    use tempfile::tempdir;

    use super::*;

    /// A second program that tries to take the same lock without waiting, says `held` or `refused`, and then waits.
    const OTHER_PROGRAM: &str = "\
import fcntl, sys, time
lock = open(sys.argv[1], 'a')
try:
    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    print('held', flush=True)
except BlockingIOError:
    print('refused', flush=True)
time.sleep(60)
";

    fn start_other_program(folder: &Path) -> (std::process::Child, String) {
        let mut child = Command::new("python3")
            .args(["-c", OTHER_PROGRAM])
            .arg(folder.join(LOCK_FILE_NAME))
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3 is part of the set-up");
        let mut said = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut said).unwrap();
        (child, said.trim().to_owned())
    }

    #[test]
    fn a_second_opening_is_refused_until_the_first_is_closed() {
        let folder = tempdir().unwrap();
        let first = LockFile::acquire(folder.path()).unwrap();
        assert!(matches!(LockFile::acquire(folder.path()), Err(LockError::InUse)));
        drop(first);
        LockFile::acquire(folder.path()).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn another_process_is_refused_and_we_by_it() {
        let folder = tempdir().unwrap();
        let ours = LockFile::acquire(folder.path()).unwrap();
        let (mut child, said) = start_other_program(folder.path());
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(said, "refused");
        drop(ours);

        let (mut child, said) = start_other_program(folder.path());
        assert_eq!(said, "held");
        assert!(matches!(LockFile::acquire(folder.path()), Err(LockError::InUse)));
        // A process that is killed leaves the file, but not the lock.
        child.kill().unwrap();
        child.wait().unwrap();
        LockFile::acquire(folder.path()).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_its_place_is_refused() {
        let folder = tempdir().unwrap();
        std::os::unix::fs::symlink(folder.path().join("elsewhere"), folder.path().join(LOCK_FILE_NAME))
            .unwrap();
        assert!(matches!(LockFile::acquire(folder.path()), Err(LockError::Io(_))));
        assert!(!folder.path().join("elsewhere").exists());
    }
}
