//! Papers that must never change: what a released product has written, the next ones must read for ever.
//!
//! tests/fixtures/SHA256SUMS lists them as `sha256sum` would, by paths from the top folder. A file is put on the list
//! when it is first released (or earlier, when it is known to be final); from then on it may be superseded by another
//! file, and not be edited.

use crate::tree::{expect_none, top};
use sha2::{Digest, Sha256};

const LIST: &str = "tests/fixtures/SHA256SUMS";

#[test]
fn what_is_listed_as_final_has_not_changed() {
    let list = std::fs::read_to_string(top().join(LIST)).expect(LIST);
    expect_none(
        &differences(&list),
        "Somebody's casebook holds what these files hold. Add a new file beside the old one (a next migration, a next\n\
         version of an event), and leave the old one as it is.",
    );
}

#[test]
fn a_changed_a_missing_and_an_unreadable_line_are_each_noticed() {
    let good = format!("{}  {LIST}", hex(&Sha256::digest(std::fs::read(top().join(LIST)).expect(LIST))));
    assert!(differences(&good).is_empty());
    let of_nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    for (line, finding) in [
        (format!("{of_nothing}  Cargo.toml"), "Cargo.toml has changed"),
        (format!("{of_nothing}  no-such-file"), "no-such-file has gone"),
        (of_nothing.to_owned(), "is not `SUM  PATH`"),
    ] {
        let found = differences(&format!("{good}\n{line}\n"));
        assert!(found.len() == 1 && found[0].contains(finding), "{line}: {found:?}");
    }
}

/// What is no longer as the list says.
fn differences(list: &str) -> Vec<String> {
    list.lines().filter_map(difference).collect()
}

fn difference(line: &str) -> Option<String> {
    let Some((sum, path)) = line.split_once("  ") else {
        return Some(format!("{LIST}: {line:?} is not `SUM  PATH`"));
    };
    match std::fs::read(top().join(path)) {
        Ok(bytes) if hex(&Sha256::digest(&bytes)) == sum => None,
        Ok(_) => Some(format!("{path} has changed")),
        Err(_) => Some(format!("{path} has gone")),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
