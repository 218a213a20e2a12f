//! Papers that must never change: what a released product has written, the next ones must read for ever.
//!
//! tests/fixtures/SHA256SUMS lists them as `sha256sum` would, by paths from the top folder. A file is put on the list
//! when it is first released (or earlier, when it is known to be final); from then on it may be superseded by another
//! file, and not be edited.

use crate::tree::{expect_none, top};
use sha2::{Digest, Sha256};
use std::fmt::Write;

const LIST: &str = "tests/fixtures/SHA256SUMS";

#[test]
fn what_is_listed_as_final_has_not_changed() {
    let list = std::fs::read_to_string(top().join(LIST)).expect(LIST);
    let mut findings = Vec::new();
    for line in list.lines() {
        let (sum, path) =
            line.split_once("  ").unwrap_or_else(|| panic!("{LIST}: {line:?} is not `SUM  PATH`"));
        match std::fs::read(top().join(path)) {
            Ok(bytes) if hex(&Sha256::digest(&bytes)) == sum => {}
            Ok(_) => findings.push(format!("{path} has changed")),
            Err(_) => findings.push(format!("{path} has gone")),
        }
    }
    expect_none(
        &findings,
        "Somebody's casebook holds what these files hold. Add a new file beside the old one (a next migration, a next\n\
         version of an event), and leave the old one as it is.",
    );
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a string takes it");
        text
    })
}

#[test]
fn a_hash_is_written_as_sha256sum_writes_it() {
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(hex(&Sha256::digest(b"")), empty);
}
