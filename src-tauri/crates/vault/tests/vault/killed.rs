//! A process that is killed in the middle of writing, again and again, leaves whole files only.
//!
//! The test starts its own program a second time as the writer. What is marked `ignore` here is that program's work and
//! no test of its own; run by hand, it finds no mark in its folder and does nothing.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use casebook_vault::objects;
use casebook_vault::{KEY_FILE_NAME, LOCK_FILE_NAME, LockFile, ObjectKey, atomic};
use tempfile::tempdir;

/// Each write is one of these, in turn; a mixture of two would be seen.
const VERSIONS: [u8; 2] = [b'a', b'b'];
const LENGTH: usize = 300_000;
const KILLS: u64 = 25;

/// Lies in the folder that a second program may write to.
const MARK: &str = "writing-allowed";

fn may_write_here() -> bool {
    Path::new(MARK).exists()
}

fn start(work: &str, folder: &Path) -> Child {
    fs::write(folder.join(MARK), "").unwrap();
    let program = std::env::current_exe().unwrap().canonicalize().unwrap();
    Command::new(program)
        .args(["--exact", "--ignored", &format!("killed::{work}")])
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Waits until the writer is at work, which `sign` shows, lets it write on for `further` milliseconds, and kills it
/// wherever it is then.
fn kill_at_work(mut writer: Child, sign: &Path, further: u64) {
    let is_at_work = (0..30_000).any(|_| {
        thread::sleep(Duration::from_millis(1));
        sign.exists()
    });
    thread::sleep(Duration::from_millis(further));
    writer.kill().unwrap();
    writer.wait().unwrap();
    assert!(is_at_work, "the writer did not begin");
}

#[test]
#[ignore = "the work of the process that is killed"]
fn writes_one_file_for_ever() {
    if !may_write_here() {
        return;
    }
    let _held = LockFile::acquire(Path::new(".")).unwrap();
    for version in VERSIONS.into_iter().cycle() {
        atomic::write(Path::new(KEY_FILE_NAME), &[version; LENGTH]).unwrap();
    }
}

#[test]
#[ignore = "the work of the process that is killed"]
fn writes_documents_for_ever() {
    if !may_write_here() {
        return;
    }
    for number in 0_u128.. {
        let key = objects::put(Path::new("."), &number.to_be_bytes(), &[7; 5_000]).unwrap();
        // The caller records a document only after it was written: here, by noting its key.
        atomic::write(Path::new(&format!("{number}.recorded")), key.text().as_bytes()).unwrap();
    }
}

#[test]
fn a_file_written_while_the_process_is_killed_is_whole() {
    let folder = tempdir().unwrap();
    let path = folder.path().join(KEY_FILE_NAME);
    atomic::write(&path, &[b'a'; LENGTH]).unwrap();
    let mut unfinished = 0;
    for round in 0..KILLS {
        let lock = folder.path().join(LOCK_FILE_NAME);
        fs::remove_file(&lock).unwrap_or_default();
        kill_at_work(start("writes_one_file_for_ever", folder.path()), &lock, round);
        let bytes = atomic::read(&path, 1 << 20).unwrap();
        assert!(
            VERSIONS.iter().any(|version| bytes == [*version; LENGTH]),
            "round {round}: {} bytes",
            bytes.len()
        );
        unfinished += u64::from(folder.path().join(format!("{KEY_FILE_NAME}.new")).exists());
        // The lock went with the process.
        LockFile::acquire(folder.path()).unwrap();
    }
    assert!(unfinished > 0, "no kill came in the middle of a write, so nothing was tried");
}

#[test]
fn a_recorded_document_is_always_there() {
    for round in 0..6 {
        let folder = tempdir().unwrap();
        let first = folder.path().join("0.recorded");
        kill_at_work(start("writes_documents_for_ever", folder.path()), &first, 10 * round);
        let present = objects::list(folder.path()).unwrap();
        let mut recorded = 0;
        for entry in fs::read_dir(folder.path()).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "recorded") {
                let number: u128 = path.file_stem().unwrap().to_str().unwrap().parse().unwrap();
                let key = ObjectKey::from_text(&fs::read_to_string(&path).unwrap()).unwrap();
                let document = objects::get(folder.path(), &number.to_be_bytes(), &key).unwrap();
                assert_eq!(**document, [7; 5_000]);
                recorded += 1;
            }
        }
        // At most the one document that was being written is not recorded.
        assert!((recorded..=recorded + 1).contains(&present.len()), "{recorded} of {}", present.len());
        objects::remove_unfinished(folder.path()).unwrap();
        assert_eq!(objects::list(folder.path()).unwrap(), present);
    }
}

/// The mode of a file must not hang on how the program was started.
#[cfg(unix)]
mod under_any_umask {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    #[ignore = "the work of the process that has another umask"]
    fn makes_one_of_each() {
        if !may_write_here() {
            return;
        }
        atomic::create_folder(Path::new("casebook")).unwrap();
        atomic::write(Path::new("casebook/file"), b"x").unwrap();
        objects::put(Path::new("casebook"), &[1; 16], b"x").unwrap();
        LockFile::acquire(Path::new("casebook")).unwrap();
    }

    #[test]
    fn files_are_0600_and_folders_0700() {
        for umask in ["000", "022", "077", "277"] {
            let folder = tempdir().unwrap();
            fs::write(folder.path().join(MARK), "").unwrap();
            let program = std::env::current_exe().unwrap().canonicalize().unwrap();
            let status = Command::new("sh")
                .args(["-c", "umask \"$1\" && exec \"$2\" --exact --ignored killed::under_any_umask::makes_one_of_each"])
                .args(["sh", umask])
                .arg(program)
                .current_dir(folder.path())
                .stdout(Stdio::null())
                .status()
                .unwrap();
            assert!(status.success(), "umask {umask}");
            let mut found = Vec::new();
            let mut folders = vec![folder.path().join("casebook")];
            while let Some(next) = folders.pop() {
                found.push((next.clone(), 0o700));
                for entry in fs::read_dir(next).unwrap().map(|entry| entry.unwrap().path()) {
                    if entry.is_dir() {
                        folders.push(entry);
                    } else {
                        found.push((entry, 0o600));
                    }
                }
            }
            assert_eq!(found.len(), 6, "three folders and three files");
            for (path, mode) in found {
                let has = fs::metadata(&path).unwrap().permissions().mode() & 0o7777;
                assert_eq!(has, mode, "umask {umask}: {}", path.display());
            }
        }
    }
}
