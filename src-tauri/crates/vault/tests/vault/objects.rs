//! Encrypted documents: each with its own key, whole or named as damaged.

use std::fs;
use std::path::{Path, PathBuf};

use casebook_vault::objects::{self, MAX_OBJECT_BYTES, ObjectError, ObjectId};
use casebook_vault::{Error, KdfStrength, KeyFile, MasterKey, ObjectKey, Secret, os_random};
use tempfile::tempdir;

const ID: ObjectId = [0xab; 16];
const OTHER: ObjectId = [0xac; 16];

fn path_of(folder: &Path, id: &ObjectId) -> PathBuf {
    let name: String = id.iter().map(|byte| format!("{byte:02x}")).collect();
    folder.join(format!("objects/{:02x}/{name}.age", id[0]))
}

fn is_damaged(result: Result<impl Sized, ObjectError>, id: &ObjectId) -> bool {
    let name: String = id.iter().map(|byte| format!("{byte:02x}")).collect();
    matches!(result, Err(ObjectError::Damaged { object }) if object == name)
}

fn master() -> MasterKey {
    let passphrase = Secret::new("correct horse battery staple");
    KeyFile::create("casebook", &passphrase, KdfStrength::FOR_TESTS, &mut os_random).unwrap().1
}

#[test]
fn a_document_of_any_length_comes_back_as_it_was() {
    let folder = tempdir().unwrap();
    // Around the 64 KiB pieces in which the format encrypts.
    for (number, length) in [0, 1, 65_535, 65_536, 65_537, 300_000].into_iter().enumerate() {
        let id = [u8::try_from(number).unwrap(); 16];
        let bytes: Vec<u8> = (0..length).map(|place: u32| place.to_le_bytes()[0]).collect();
        let key = objects::put(folder.path(), &id, &bytes).unwrap();
        assert_eq!(*objects::get(folder.path(), &id, &key).unwrap(), bytes);
    }
}

#[test]
fn the_file_is_an_age_file_without_the_text_and_for_this_user_alone() {
    let folder = tempdir().unwrap();
    let text = "I ask for a copy of everything. Zoë Müller".repeat(20);
    let key = objects::put(folder.path(), &ID, text.as_bytes()).unwrap();
    assert!(key.text().starts_with("AGE-SECRET-KEY-1"));
    assert!(!format!("{key:?}").contains("AGE"));
    let path = path_of(folder.path(), &ID);
    let bytes = fs::read(&path).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1\n-> X25519 "));
    assert!(!bytes.windows(6).any(|window| window == b"Zo\xc3\xab M"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        for (path, mode) in [(path.as_path(), 0o600), (path.parent().unwrap(), 0o700)] {
            assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o7777, mode);
        }
    }
}

#[test]
fn every_changed_missing_or_added_byte_is_named_as_damage() {
    let folder = tempdir().unwrap();
    let key = objects::put(folder.path(), &ID, b"a short document").unwrap();
    let path = path_of(folder.path(), &ID);
    let whole = fs::read(&path).unwrap();
    let is_found = |bytes: &[u8]| {
        fs::write(&path, bytes).unwrap();
        is_damaged(objects::get(folder.path(), &ID, &key), &ID)
    };
    assert!(!is_found(&whole));
    for place in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[place] ^= 1;
        assert!(is_found(&damaged), "byte {place}");
        assert!(is_found(&whole[..place]), "cut off at {place}");
    }
    assert!(is_found(&[whole.as_slice(), b"x"].concat()));
    assert!(!is_found(&whole));
}

#[test]
fn a_document_opens_with_its_own_key_only() {
    let folder = tempdir().unwrap();
    let key = objects::put(folder.path(), &ID, b"one").unwrap();
    let other_key = objects::put(folder.path(), &OTHER, b"two").unwrap();
    assert!(is_damaged(objects::get(folder.path(), &ID, &other_key), &ID));
    // Two files that changed places are found too.
    let [one, two, aside] =
        [path_of(folder.path(), &ID), path_of(folder.path(), &OTHER), folder.path().join("x")];
    fs::rename(&one, &aside).unwrap();
    fs::rename(&two, &one).unwrap();
    fs::rename(&aside, &two).unwrap();
    assert!(is_damaged(objects::get(folder.path(), &ID, &key), &ID));
    assert!(is_damaged(objects::get(folder.path(), &OTHER, &other_key), &OTHER));
}

#[test]
fn a_document_is_never_overwritten() {
    let folder = tempdir().unwrap();
    let key = objects::put(folder.path(), &ID, b"one").unwrap();
    assert!(matches!(objects::put(folder.path(), &ID, b"two"), Err(ObjectError::Exists { .. })));
    assert_eq!(**objects::get(folder.path(), &ID, &key).unwrap(), *b"one");
}

#[test]
fn a_document_that_is_too_large_leaves_nothing_behind() {
    let folder = tempdir().unwrap();
    let refused = objects::put(folder.path(), &ID, &vec![0; MAX_OBJECT_BYTES + 1]);
    assert!(matches!(refused, Err(ObjectError::TooLarge)));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    // A file that somebody blew up is not read into memory.
    let key = objects::put(folder.path(), &ID, b"one").unwrap();
    let file = fs::OpenOptions::new().write(true).open(path_of(folder.path(), &ID)).unwrap();
    file.set_len(1 << 40).unwrap();
    assert!(is_damaged(objects::get(folder.path(), &ID, &key), &ID));
}

#[test]
fn a_removed_document_is_missing_and_can_be_removed_again() {
    let folder = tempdir().unwrap();
    let key = objects::put(folder.path(), &ID, b"one").unwrap();
    objects::remove(folder.path(), &ID).unwrap();
    objects::remove(folder.path(), &ID).unwrap();
    assert!(matches!(objects::get(folder.path(), &ID, &key), Err(ObjectError::Missing { .. })));
    assert_eq!(objects::list(folder.path()).unwrap(), Vec::<ObjectId>::new());
}

/// A crash after writing and before recording leaves an orphan; one while writing leaves an unfinished file.
#[test]
fn what_a_crash_leaves_is_found_and_nothing_else_is_touched() {
    let folder = tempdir().unwrap();
    assert_eq!(objects::list(folder.path()).unwrap(), Vec::<ObjectId>::new());
    objects::remove_unfinished(folder.path()).unwrap();

    objects::put(folder.path(), &OTHER, b"two").unwrap();
    objects::put(folder.path(), &ID, b"one").unwrap();
    let inner = path_of(folder.path(), &ID).parent().unwrap().to_path_buf();
    let half = path_of(folder.path(), &[0xab, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    let unfinished = half.with_extension("age.new");
    fs::write(&unfinished, b"age-encryp").unwrap();
    for foreign in [
        "notes.txt",
        "abab.age",
        "ABABABABABABABABABABABABABABABAB.age",
        "acacacacacacacacacacacacacacacac.age",
    ] {
        fs::write(inner.join(foreign), b"x").unwrap();
    }
    assert_eq!(objects::list(folder.path()).unwrap(), [ID, OTHER]);
    objects::remove_unfinished(folder.path()).unwrap();
    assert!(!unfinished.exists());
    assert_eq!(fs::read_dir(&inner).unwrap().count(), 5);
    assert_eq!(objects::list(folder.path()).unwrap(), [ID, OTHER]);
}

#[test]
fn an_object_key_is_wrapped_for_its_document_and_casebook_only() {
    let folder = tempdir().unwrap();
    let (master, other_master) = (master(), master());
    let key = objects::put(folder.path(), &ID, b"one").unwrap();
    let wrapped = master.wrap_object_key(&ID, &key, &mut os_random).unwrap();
    assert!(!wrapped.windows(8).any(|window| key.text().as_bytes().starts_with(window)));
    let unwrapped = master.unwrap_object_key(&ID, &wrapped).unwrap();
    assert_eq!(**objects::get(folder.path(), &ID, &unwrapped).unwrap(), *b"one");

    let is_refused = |result| matches!(result, Err(Error::Damaged { .. }));
    assert!(is_refused(master.unwrap_object_key(&OTHER, &wrapped)));
    assert!(is_refused(other_master.unwrap_object_key(&ID, &wrapped)));
    for place in 0..wrapped.len() {
        let mut damaged = wrapped.clone();
        damaged[place] ^= 1;
        assert!(is_refused(master.unwrap_object_key(&ID, &damaged)), "byte {place}");
        assert!(is_refused(master.unwrap_object_key(&ID, &wrapped[..place])), "cut off at {place}");
    }
}

#[test]
fn only_the_text_of_a_key_is_one() {
    let folder = tempdir().unwrap();
    let key = objects::put(folder.path(), &ID, b"one").unwrap();
    assert_eq!(ObjectKey::from_text(key.text()), Some(key.clone()));
    for wrong in ["", "AGE-SECRET-KEY-1", &key.text().replace('1', "2"), &format!("{} ", key.text())] {
        assert_eq!(ObjectKey::from_text(wrong), None);
    }
}
