//! The key file opens with the right secret and with nothing else, in whatever way it is damaged or forged.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use casebook_vault::{
    Error, KEY_FILE_NAME, KdfStrength, KeyFile, MasterKey, NoRandomness, PREVIOUS_KEY_FILE_NAME, RecoveryKey,
    Secret, os_random,
};
use tempfile::tempdir;

const PASSPHRASE: &str = "correct horse battery staple";
const CASEBOOK: &str = "5e1f2c9a-0b7d-4a53-9a60-2f4f0c2b7d11";

struct Made {
    key_file: KeyFile,
    master: MasterKey,
    recovery: RecoveryKey,
}

/// Made once: each derivation costs what it costs an attacker.
static MADE: LazyLock<Made> = LazyLock::new(|| make(PASSPHRASE));

fn make(passphrase: &str) -> Made {
    let (key_file, master, recovery) =
        KeyFile::create(CASEBOOK, &Secret::new(passphrase), KdfStrength::FOR_TESTS, &mut os_random).unwrap();
    Made { key_file, master, recovery }
}

fn pragma(master: &MasterKey) -> String {
    master.database_key().pragma_text().to_string()
}

fn text() -> String {
    String::from_utf8(MADE.key_file.to_bytes()).unwrap()
}

#[test]
fn passphrase_and_recovery_key_open_the_same_database() {
    let folder = tempdir().unwrap();
    MADE.key_file.write(folder.path()).unwrap();
    let read = KeyFile::read(folder.path()).unwrap();
    assert_eq!(read, MADE.key_file);
    assert_eq!((read.casebook_id(), read.strength()), (CASEBOOK, KdfStrength::FOR_TESTS));
    assert!(read.to_bytes().len() < 8 * 1024);

    let by_passphrase = read.unlock_with_passphrase(&Secret::new(PASSPHRASE)).unwrap();
    let typed = RecoveryKey::parse(&MADE.recovery.groups().join(" ").to_lowercase()).unwrap();
    let by_recovery_key = read.unlock_with_recovery_key(&typed).unwrap();
    assert_eq!(pragma(&by_passphrase), pragma(&MADE.master));
    assert_eq!(pragma(&by_recovery_key), pragma(&MADE.master));
    assert_eq!(by_passphrase.casebook_id(), CASEBOOK);
}

/// The format is documented by a second program that opens it, so that no casebook hangs on this one.
#[test]
fn python_opens_a_key_file_from_its_description() {
    let open = |bytes: Vec<u8>, recovery: &RecoveryKey| {
        let mut python = Command::new("python3")
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vault/key_file_twin.py"))
            .arg(recovery.groups().join(" "))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3 is part of the set-up");
        python.stdin.take().unwrap().write_all(&bytes).unwrap();
        let output = python.wait_with_output().unwrap();
        output.status.success().then(|| String::from_utf8(output.stdout).unwrap().trim_end().to_owned())
    };
    assert_eq!(open(MADE.key_file.to_bytes(), &MADE.recovery), Some(pragma(&MADE.master)));

    let mut renewed = MADE.key_file.clone();
    let other_recovery = renewed.renew_recovery_key(&MADE.master, &mut os_random).unwrap();
    assert_eq!(open(renewed.to_bytes(), &other_recovery), Some(pragma(&MADE.master)));
    assert_eq!(open(renewed.to_bytes(), &MADE.recovery), None);
    let cheaper = text().replacen("\"memory_kib\":65536", "\"memory_kib\":65537", 1);
    assert_eq!(open(cheaper.into_bytes(), &MADE.recovery), None);
}

#[test]
fn the_database_key_is_what_sqlcipher_takes() {
    let text = pragma(&MADE.master);
    let digits = text.strip_prefix("x'").and_then(|rest| rest.strip_suffix('\'')).unwrap();
    assert_eq!(digits.len(), 96);
    assert!(digits.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')));
}

#[test]
fn two_casebooks_have_nothing_in_common() {
    let other = make(PASSPHRASE);
    assert_ne!(pragma(&other.master), pragma(&MADE.master));
    assert_ne!(other.recovery, MADE.recovery);
    let refused = other.key_file.unlock_with_recovery_key(&MADE.recovery);
    assert!(matches!(refused, Err(Error::WrongRecoveryKey)));
}

#[test]
fn any_other_passphrase_is_refused() {
    for wrong in
        ["", "correct horse battery stapl", "Correct horse battery staple", "correct horse battery staple "]
    {
        let refused = MADE.key_file.unlock_with_passphrase(&Secret::new(wrong));
        assert!(matches!(refused, Err(Error::WrongPassphrase)), "{wrong}");
    }
}

#[test]
fn the_same_letters_from_another_keyboard_open_it() {
    let made = make("Zoë’s long ﬁne passphrase");
    made.key_file.unlock_with_passphrase(&Secret::new("Zoe\u{308}’s long fine passphrase")).unwrap();
}

/// The recovery key opens without the slow derivation, so every byte can be tried.
#[test]
fn a_changed_byte_anywhere_is_refused() {
    let bytes = MADE.key_file.to_bytes();
    let opens = |bytes: &[u8]| {
        KeyFile::from_bytes(bytes)
            .and_then(|key_file| key_file.unlock_with_recovery_key(&MADE.recovery))
            .is_ok()
    };
    assert!(opens(&bytes));
    for place in 0..bytes.len() {
        for flip in [0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80] {
            let mut damaged = bytes.clone();
            damaged[place] ^= flip;
            assert!(!opens(&damaged), "byte {place}, bit {flip:#x}");
        }
        assert!(!opens(&bytes[..place]), "cut off at {place}");
        let mut longer = bytes.clone();
        longer.insert(place, b' ');
        assert!(!opens(&longer), "a space at {place}");
        let mut shorter = bytes.clone();
        shorter.remove(place);
        assert!(!opens(&shorter), "without byte {place}");
    }
    assert!(!opens(&[bytes.as_slice(), b"\n"].concat()));
}

#[test]
fn a_changed_passphrase_slot_says_wrong_passphrase_and_not_more() {
    let text = text();
    let (before, slot) = text.split_once(r#""passphrase":"#).unwrap();
    for field in ["nonce", "salt", "sealed"] {
        let start = slot.find(&format!(r#""{field}":""#)).unwrap() + field.len() + 4;
        let (kept, rest) = slot.split_at(start);
        let (digit, rest) = rest.split_at(1);
        let other = if digit == "0" { "1" } else { "0" };
        let forged = format!(r#"{before}"passphrase":{kept}{other}{rest}"#);
        let key_file = KeyFile::from_bytes(forged.as_bytes()).unwrap();
        let refused = key_file.unlock_with_passphrase(&Secret::new(PASSPHRASE));
        assert!(matches!(refused, Err(Error::WrongPassphrase)), "{field}");
        // The recovery key is right, and says so.
        assert!(
            matches!(key_file.unlock_with_recovery_key(&MADE.recovery), Err(Error::Damaged { .. })),
            "{field}"
        );
    }
}

/// Nothing is allocated for these: they are refused when the file is read, before any passphrase is asked for.
#[test]
fn a_cost_outside_the_bounds_is_refused_when_the_file_is_read() {
    let text = text();
    let rows = [
        ("\"memory_kib\":65536", "\"memory_kib\":65535"),
        ("\"memory_kib\":65536", "\"memory_kib\":8"),
        ("\"memory_kib\":65536", "\"memory_kib\":0"),
        ("\"memory_kib\":65536", "\"memory_kib\":1048577"),
        ("\"memory_kib\":65536", "\"memory_kib\":4294967295"),
        ("\"passes\":3", "\"passes\":2"),
        ("\"passes\":3", "\"passes\":0"),
        ("\"passes\":3", "\"passes\":11"),
        ("\"lanes\":4", "\"lanes\":0"),
        ("\"lanes\":4", "\"lanes\":9"),
    ];
    for (from, to) in rows {
        assert!(text.contains(from), "{from}");
        let forged = text.replacen(from, to, 1);
        assert!(matches!(KeyFile::from_bytes(forged.as_bytes()), Err(Error::WeakParameters)), "{to}");
    }
    for (from, to) in [("\"lanes\":4", "\"lanes\":-1"), ("\"memory_kib\":65536", "\"memory_kib\":4294967296")]
    {
        let forged = text.replacen(from, to, 1);
        assert!(matches!(KeyFile::from_bytes(forged.as_bytes()), Err(Error::Damaged { .. })), "{to}");
    }
    let weak = KdfStrength { memory_kib: 1024, ..KdfStrength::FOR_TESTS };
    let refused = KeyFile::create(CASEBOOK, &Secret::new(PASSPHRASE), weak, &mut os_random);
    assert!(matches!(refused, Err(Error::WeakParameters)));
}

#[test]
fn a_cost_lowered_within_the_bounds_does_not_open() {
    let dearer = KdfStrength { passes: 4, ..KdfStrength::FOR_TESTS };
    let passphrase = Secret::new(PASSPHRASE);
    let (key_file, _, recovery) = KeyFile::create(CASEBOOK, &passphrase, dearer, &mut os_random).unwrap();
    key_file.unlock_with_passphrase(&passphrase).unwrap();
    let lowered = String::from_utf8(key_file.to_bytes()).unwrap().replacen("\"passes\":4", "\"passes\":3", 1);
    let lowered = KeyFile::from_bytes(lowered.as_bytes()).unwrap();
    assert_eq!(lowered.strength(), KdfStrength::FOR_TESTS);
    assert!(matches!(lowered.unlock_with_passphrase(&passphrase), Err(Error::WrongPassphrase)));
    assert!(matches!(lowered.unlock_with_recovery_key(&recovery), Err(Error::Damaged { .. })));
}

#[test]
fn the_default_cost_is_256_mib_and_within_the_bounds() {
    assert_eq!(KdfStrength::DEFAULT, KdfStrength { memory_kib: 262_144, passes: 3, lanes: 4 });
    let text = text().replacen("\"memory_kib\":65536", "\"memory_kib\":262144", 1);
    assert_eq!(KeyFile::from_bytes(text.as_bytes()).unwrap().strength(), KdfStrength::DEFAULT);
}

#[test]
fn a_file_from_a_newer_version_says_so() {
    let newer = text().replacen("\"format\":1", "\"format\":2,\"novelty\":[]", 1);
    assert!(matches!(KeyFile::from_bytes(newer.as_bytes()), Err(Error::Newer)));
    let older = text().replacen("\"format\":1", "\"format\":0", 1);
    assert!(matches!(KeyFile::from_bytes(older.as_bytes()), Err(Error::Damaged { .. })));
}

#[test]
fn a_derivation_that_is_not_known_is_refused_when_the_file_is_read() {
    for (known, other) in [("argon2id", "argon2i"), ("hkdf-sha256", "hkdf-sha512")] {
        let forged = text().replacen(&format!("\"kdf\":\"{known}\""), &format!("\"kdf\":\"{other}\""), 1);
        assert_ne!(forged, text());
        assert!(matches!(KeyFile::from_bytes(forged.as_bytes()), Err(Error::Damaged { .. })), "{other}");
    }
}

#[test]
fn another_casebook_s_name_cannot_be_put_on_it() {
    let renamed = text().replacen(CASEBOOK, "5e1f2c9a-0b7d-4a53-9a60-2f4f0c2b7d12", 1);
    let renamed = KeyFile::from_bytes(renamed.as_bytes()).unwrap();
    assert!(matches!(renamed.unlock_with_recovery_key(&MADE.recovery), Err(Error::WrongRecoveryKey)));
    for id in ["", "a b", "Zoë", &"x".repeat(65)] {
        let refused = KeyFile::create(id, &Secret::new(PASSPHRASE), KdfStrength::FOR_TESTS, &mut os_random);
        assert!(matches!(refused, Err(Error::CasebookId)), "{id}");
    }
}

#[test]
fn a_new_passphrase_replaces_the_old_and_nothing_else() {
    let folder = tempdir().unwrap();
    MADE.key_file.write(folder.path()).unwrap();
    let mut key_file = KeyFile::read(folder.path()).unwrap();
    let new = Secret::new("another long passphrase");
    key_file.change_passphrase(&MADE.master, &new, KdfStrength::FOR_TESTS, &mut os_random).unwrap();
    key_file.write(folder.path()).unwrap();

    let read = KeyFile::read(folder.path()).unwrap();
    assert_eq!(pragma(&read.unlock_with_passphrase(&new).unwrap()), pragma(&MADE.master));
    assert_eq!(pragma(&read.unlock_with_recovery_key(&MADE.recovery).unwrap()), pragma(&MADE.master));
    let old = Secret::new(PASSPHRASE);
    assert!(matches!(read.unlock_with_passphrase(&old), Err(Error::WrongPassphrase)));

    // Until an unlocking has shown that the new one works, the old file is there.
    let previous = KeyFile::read_previous(folder.path()).unwrap();
    assert_eq!(pragma(&previous.unlock_with_passphrase(&old).unwrap()), pragma(&MADE.master));
    KeyFile::forget_previous(folder.path()).unwrap();
    KeyFile::forget_previous(folder.path()).unwrap();
    assert!(matches!(KeyFile::read_previous(folder.path()), Err(Error::Missing)));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_new_recovery_key_replaces_the_old_and_nothing_else() {
    let mut key_file = MADE.key_file.clone();
    let new = key_file.renew_recovery_key(&MADE.master, &mut os_random).unwrap();
    assert_eq!(pragma(&key_file.unlock_with_recovery_key(&new).unwrap()), pragma(&MADE.master));
    assert!(matches!(key_file.unlock_with_recovery_key(&MADE.recovery), Err(Error::WrongRecoveryKey)));
    key_file.unlock_with_passphrase(&Secret::new(PASSPHRASE)).unwrap();
}

#[test]
fn the_keys_of_another_casebook_change_nothing() {
    let other = make(PASSPHRASE);
    let mut key_file = MADE.key_file.clone();
    let refused =
        key_file.change_passphrase(&other.master, &Secret::new("x"), KdfStrength::FOR_TESTS, &mut os_random);
    assert!(matches!(refused, Err(Error::OtherCasebook)));
    assert!(matches!(key_file.renew_recovery_key(&other.master, &mut os_random), Err(Error::OtherCasebook)));
    assert_eq!(key_file, MADE.key_file);
}

#[test]
fn without_random_bytes_nothing_is_made_or_changed() {
    let failing_at = |call: usize| {
        let mut calls = 0;
        move |bytes: &mut [u8]| {
            calls += 1;
            if calls == call { Err(NoRandomness) } else { os_random(bytes) }
        }
    };
    for call in 1..=8 {
        let made = KeyFile::create(
            CASEBOOK,
            &Secret::new(PASSPHRASE),
            KdfStrength::FOR_TESTS,
            &mut failing_at(call),
        );
        assert!(matches!(made, Err(Error::Random(NoRandomness))), "call {call}");
    }
    let mut key_file = MADE.key_file.clone();
    for call in 1..=4 {
        let renewed = key_file.renew_recovery_key(&MADE.master, &mut failing_at(call));
        assert!(matches!(renewed, Err(Error::Random(NoRandomness))), "call {call}");
        assert_eq!(key_file, MADE.key_file);
    }
}

/// Between the steps of writing, a crash leaves one of these folders.
#[test]
fn a_crash_while_writing_leaves_a_key_file_that_opens() {
    let mut newer = MADE.key_file.clone();
    let new_recovery = newer.renew_recovery_key(&MADE.master, &mut os_random).unwrap();
    let (old_bytes, new_bytes) = (MADE.key_file.to_bytes(), newer.to_bytes());
    let half = &new_bytes[..new_bytes.len() / 2];
    let previous_unfinished = format!("{PREVIOUS_KEY_FILE_NAME}.new");
    let unfinished = format!("{KEY_FILE_NAME}.new");
    let steps: [&[(&str, &[u8])]; 5] = [
        &[],
        &[(&previous_unfinished, half)],
        &[(PREVIOUS_KEY_FILE_NAME, &old_bytes)],
        &[(PREVIOUS_KEY_FILE_NAME, &old_bytes), (&unfinished, half)],
        &[(PREVIOUS_KEY_FILE_NAME, &old_bytes), (&unfinished, &new_bytes)],
    ];
    for (step, left) in steps.into_iter().enumerate() {
        let folder = tempdir().unwrap();
        fs::write(folder.path().join(KEY_FILE_NAME), &old_bytes).unwrap();
        for (name, bytes) in left {
            fs::write(folder.path().join(name), bytes).unwrap();
        }
        KeyFile::read(folder.path()).unwrap().unlock_with_recovery_key(&MADE.recovery).unwrap();
        // The next attempt finishes, and the previous file is a good one.
        newer.write(folder.path()).unwrap();
        KeyFile::read(folder.path()).unwrap().unlock_with_recovery_key(&new_recovery).unwrap();
        let previous = KeyFile::read_previous(folder.path()).unwrap();
        previous.unlock_with_recovery_key(&MADE.recovery).unwrap();
        KeyFile::forget_previous(folder.path()).unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "step {step}");
    }
}

#[test]
fn a_damaged_key_file_never_displaces_a_good_previous_one() {
    let folder = tempdir().unwrap();
    let good = MADE.key_file.to_bytes();
    fs::write(folder.path().join(PREVIOUS_KEY_FILE_NAME), &good).unwrap();
    fs::write(folder.path().join(KEY_FILE_NAME), &good[..100]).unwrap();
    assert!(matches!(KeyFile::read(folder.path()), Err(Error::Damaged { .. })));
    let previous = KeyFile::read_previous(folder.path()).unwrap();
    previous.write(folder.path()).unwrap();
    assert_eq!(KeyFile::read(folder.path()).unwrap(), MADE.key_file);
    assert_eq!(KeyFile::read_previous(folder.path()).unwrap(), MADE.key_file);
}

#[test]
fn what_is_no_key_file_is_not_read() {
    let folder = tempdir().unwrap();
    assert!(matches!(KeyFile::read(folder.path()), Err(Error::Missing)));
    let path = folder.path().join(KEY_FILE_NAME);
    for bytes in [Vec::new(), b"{}".to_vec(), b"null".to_vec(), vec![b' '; 9000], vec![b'['; 8000]] {
        fs::write(&path, &bytes).unwrap();
        assert!(matches!(KeyFile::read(folder.path()), Err(Error::Damaged { .. })), "{} bytes", bytes.len());
    }
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert!(matches!(KeyFile::read(folder.path()), Err(Error::Io(_))));
}

#[cfg(unix)]
#[test]
fn the_key_file_is_for_this_user_alone_and_no_link() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempdir().unwrap();
    MADE.key_file.write(folder.path()).unwrap();
    let path = folder.path().join(KEY_FILE_NAME);
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o7777, 0o600);
    let elsewhere = folder.path().join("elsewhere");
    fs::rename(&path, &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &path).unwrap();
    assert!(matches!(KeyFile::read(folder.path()), Err(Error::Io(_))));
}

#[test]
fn nothing_secret_stands_in_the_file_or_in_debug_output() {
    let secrets = [PASSPHRASE.to_owned(), pragma(&MADE.master), MADE.recovery.groups().concat()];
    let shown = format!(
        "{} {:?} {:?} {:?} {:?}",
        text(),
        MADE.key_file,
        MADE.master,
        MADE.recovery,
        MADE.master.database_key()
    );
    for secret in secrets {
        assert!(!shown.contains(secret.trim_matches(['x', '\''])));
    }
}

/// Written by the first version. If this stops opening, every casebook in use has become unreadable.
#[test]
fn a_key_file_of_the_first_version_still_opens() {
    let key_file = KeyFile::from_bytes(include_bytes!("../fixtures/first-version.keys")).unwrap();
    let recovery = RecoveryKey::parse("RQB0 QYVT JDYG EK08 M61J VCN6 N6E0 YH31 YX").unwrap();
    let expected =
        "x'e7614fdcd8405bba7ab6307acf98bf39156424231dc4e84f281b095e3a586282a5d02a9a1f2c327322331e82a474c54e'";
    let by_passphrase = key_file.unlock_with_passphrase(&Secret::new(PASSPHRASE)).unwrap();
    assert_eq!(pragma(&by_passphrase), expected);
    assert_eq!(pragma(&key_file.unlock_with_recovery_key(&recovery).unwrap()), expected);
}
