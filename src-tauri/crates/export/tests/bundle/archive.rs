//! Encrypted archives: written whole, read back, opened by another program, and shut to everybody else.

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;

use casebook_export::{Cause, Wrapping, Wrong, pack, read_back_encrypted, write_bundle};
use casebook_personal::Personal;
use tempfile::TempDir;

use crate::made::{Bundled, case, day, files, python};
use crate::whole::long_case;

fn passphrase() -> Personal<String> {
    Personal::new("acorn-bridge-candle-dolphin-ember-fiddle-garlic-harbour".to_owned())
}

fn go_on(_: u32, _: u32) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

#[test]
fn an_archive_is_read_back_as_it_was_written() {
    let place = TempDir::new().unwrap();
    let written =
        write_bundle(place.path(), &case(), Wrapping::Encrypted(&passphrase()), &mut go_on).unwrap();
    assert_eq!(written.name, "SR-2026-0042-E-history-2026-11-22.zip");
    assert_eq!(files(place.path()), [written.name.as_str()]);
    let archive = place.path().join(&written.name);
    let checked = read_back_encrypted(&archive, &passphrase()).unwrap();
    assert_eq!((checked.events, checked.files), (10, written.files));
    assert_eq!(checked.manifest_sha256, written.manifest_sha256);
    let as_folder = Bundled::of_the_case();
    assert_eq!(
        as_folder.written.manifest_sha256, written.manifest_sha256,
        "the same bundle, however wrapped"
    );
}

#[test]
fn without_the_passphrase_only_the_name_of_the_inner_archive_is_seen() {
    let place = TempDir::new().unwrap();
    let written =
        write_bundle(place.path(), &case(), Wrapping::Encrypted(&passphrase()), &mut go_on).unwrap();
    let archive = place.path().join(&written.name);
    let bytes = fs::read(&archive).unwrap();
    for seen in ["particulars", "letters", "Larch", "events.jsonl", "SR-2026-0042-E-1.pdf"] {
        assert!(!bytes.windows(seen.len()).any(|window| window == seen.as_bytes()), "{seen}");
    }
    assert!(bytes.windows(11).any(|window| window == b"history.zip"));
    let wrong = Personal::new("acorn".to_owned());
    for tried in [wrong, Personal::default()] {
        assert_eq!(read_back_encrypted(&archive, &tried).unwrap_err().what, Wrong::NotOpened);
    }
}

#[test]
fn a_changed_byte_anywhere_in_the_encrypted_content_is_found() {
    let place = TempDir::new().unwrap();
    let written =
        write_bundle(place.path(), &long_case(1), Wrapping::Encrypted(&passphrase()), &mut go_on).unwrap();
    let archive = place.path().join(&written.name);
    let bytes = fs::read(&archive).unwrap();
    // Behind the local header and before the directory at the end, everything is encrypted or authenticates it.
    for part in 1..40 {
        let mut changed = bytes.clone();
        changed[100 + part * (bytes.len() - 400) / 40] ^= 0x10;
        fs::write(&archive, &changed).unwrap();
        assert!(read_back_encrypted(&archive, &passphrase()).is_err(), "part {part}");
    }
    fs::write(&archive, &bytes[..bytes.len() / 2]).unwrap();
    assert!(read_back_encrypted(&archive, &passphrase()).is_err());
}

#[test]
fn an_archive_that_is_cancelled_or_cannot_be_written_leaves_nothing() {
    let input = long_case(100);
    for moment in [1, 64, 128, 192, 301] {
        let place = TempDir::new().unwrap();
        let error = write_bundle(place.path(), &input, Wrapping::Encrypted(&passphrase()), &mut |done, _| {
            if done >= moment { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!(error.unwrap_err().cause, Cause::Cancelled);
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0);
    }
    let gone = Path::new("/nowhere/at/all");
    let error = write_bundle(gone, &input, Wrapping::Encrypted(&passphrase()), &mut go_on).unwrap_err();
    assert_eq!(error.cause, Cause::FolderMissing);
}

#[cfg(unix)]
#[test]
fn nobody_but_its_owner_may_read_an_archive_and_a_second_one_gets_a_number() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = TempDir::new().unwrap();
    let names = [1, 2].map(|_| {
        let wrapping = Wrapping::Encrypted(&passphrase());
        write_bundle(place.path(), &long_case(1), wrapping, &mut go_on).unwrap().name
    });
    assert_eq!(names[1], "SR-2026-0042-E-history-2026-11-22-2.zip");
    let mode = fs::metadata(place.path().join(&names[0])).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn seven_zip_opens_it_and_verify_py_is_content() {
    let place = TempDir::new().unwrap();
    let written =
        write_bundle(place.path(), &case(), Wrapping::Encrypted(&passphrase()), &mut go_on).unwrap();
    let unpack = |archive: &Path, passphrase: &str| {
        let mut command = Command::new("7z");
        command.arg("x").arg("-y").arg(format!("-p{passphrase}")).arg(archive).current_dir(place.path());
        command.output().unwrap().status.success()
    };
    let archive = place.path().join(&written.name);
    assert!(!unpack(&archive, "acorn"));
    assert!(unpack(&archive, passphrase().reveal()));
    assert!(unpack(&place.path().join("history.zip"), ""));
    let folder = place.path().join("SR-2026-0042-E-history-2026-11-22");
    let (is_content, said) = python(&folder.join("verify.py"), Some(&folder), &[]);
    assert!(is_content, "{said}");
}

#[test]
fn a_pack_holds_the_files_in_order_and_refuses_names_that_tell_something() {
    let files: [(&str, &[u8]); 3] =
        [("SR-2026-0042-E-3.pdf", b"%PDF"), ("0001.pdf", b"one"), ("0002.csv", b"")];
    let packed = pack::encrypted(&files, &passphrase(), day(2026, 11, 22)).unwrap();
    let back = pack::decrypted(&packed, &passphrase()).unwrap();
    let expected: Vec<_> = files.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect();
    assert_eq!(back, expected);
    let wrong = pack::decrypted(&packed, &Personal::new("acorn".to_owned()));
    assert_eq!(wrong.unwrap_err(), Cause::NotOpened);
    assert_eq!(pack::decrypted(b"no archive", &passphrase()).unwrap_err(), Cause::NotOpened);
    for names in [["a.pdf", "../b.pdf"], ["a.pdf", "Żółkiewska.pdf"], ["a.pdf", "A.pdf"]] {
        let files = names.map(|name| (name, b"x".as_slice()));
        let error = pack::encrypted(&files, &passphrase(), day(2026, 11, 22)).unwrap_err();
        assert_eq!(error, Cause::FileName { list: "files", place: 2 });
    }
}
