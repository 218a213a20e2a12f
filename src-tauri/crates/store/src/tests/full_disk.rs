//! A full disk (row 5 of the bar): what was acknowledged is there, what was not is not, and it goes on once there is
//! space. Needs a small file system of its own, which only root can make; elsewhere the test says that it was left out.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::scribe::{Scribe, key, note};
use crate::{Error, Store};

/// A file system of a few megabytes that goes away with this value.
struct SmallDisk<'a>(&'a Path);

impl<'a> SmallDisk<'a> {
    fn mount(folder: &'a Path) -> Option<Self> {
        let arguments = ["-t", "tmpfs", "-o", "size=16m,mode=700", "casebook-test"];
        let mounted = Command::new("mount").args(arguments).arg(folder).output().ok()?;
        mounted.status.success().then_some(Self(folder))
    }
}

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        Command::new("umount").arg(self.0).output().unwrap();
    }
}

#[test]
fn on_a_full_disk_nothing_acknowledged_is_lost_and_writing_goes_on_with_space() {
    let folder = tempfile::tempdir().unwrap();
    let Some(disk) = SmallDisk::mount(folder.path()) else {
        println!("left out: a small disk can only be made by root");
        return;
    };
    let ballast = disk.0.join("ballast");
    fs::write(&ballast, vec![1; 6 << 20]).unwrap();

    let mut scribe = Scribe::create(disk.0);
    let case = scribe.receive("Zofia Nowak", "What do you hold about me?");
    let text = "word ".repeat(4_000);
    let mut acknowledged = 2;
    let refused = loop {
        let append = scribe.append_of(Some(case), "2026-11-02", &[note(&text)]);
        match scribe.store.append(&append) {
            Ok(appended) => acknowledged = appended.last_seq,
            Err(error) => {
                assert!(matches!(error, Error::DiskFull), "{error:?}");
                break append;
            }
        }
    };
    assert!(acknowledged > 10, "{acknowledged}");
    assert_eq!(scribe.store.head().unwrap().seq, acknowledged);
    assert_eq!(scribe.store.verify().unwrap().unwrap().entries, acknowledged);

    // Closing may find no space either; opened again, everything is there all the same.
    let _closed = scribe.store.close();
    fs::remove_file(&ballast).unwrap();
    let store = Store::open(disk.0, &key(1)).unwrap();
    assert_eq!(store.head().unwrap().seq, acknowledged);
    assert_eq!(store.append(&refused).unwrap().last_seq, acknowledged + 1);
    assert!(store.check().unwrap().is_sound());
    store.close().unwrap();
}
