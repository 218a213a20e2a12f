//! Where the content of a `Personal` value may come out.

use crate::tree::{expect_none, text_files};

/// Files and folders of shipped code in which content is meant to be read: to be kept, printed, exported or shown.
const PLACES: &[&str] = &[
    "src-tauri/crates/personal/src/",
    "src-tauri/crates/store/src/",
    "src-tauri/crates/letters/src/",
    "src-tauri/crates/export/src/",
    "src-tauri/crates/app/src/views",
    // What was typed is tidied, looked at for blanks and handed on to be kept.
    "src-tauri/crates/app/src/cases/",
    "src-tauri/crates/app/src/drafts.rs",
    // The name of a holiday and who says so are tidied and handed on to be kept.
    "src-tauri/crates/app/src/holidays/",
    // The lines of an address are joined, to be compared with those of other cases.
    "src-tauri/crates/app/src/people.rs",
    // The place of a late search becomes a line of the first screen.
    "src-tauri/crates/app/src/today.rs",
    "src-tauri/crates/app/src/export/",
    // The log of requests holds names when it is asked to.
    "src-tauri/crates/app/src/reports.rs",
    // Entries are tidied as they are typed, and become lines of an access answer.
    "src-tauri/crates/app/src/registers",
    "src-tauri/crates/app/src/settings",
    // A typed passphrase or recovery key goes from here straight into the vault's own wiped type.
    "src-tauri/crates/app/src/gatehouse",
    "src-tauri/crates/app/src/recovery.rs",
    "src-tauri/crates/app/src/seal.rs",
    "src-tauri/crates/app/src/letters",
];

/// Never shipped: tests look inside, and so do the builders for them.
const FOR_TESTS: &[&str] = &["tests/", "src-tauri/crates/testkit/"];

#[test]
fn personal_content_is_revealed_only_where_it_is_meant_to_be_read() {
    let mut findings = Vec::new();
    for file in text_files().iter().filter(|file| file.is_rust()) {
        let is_free = PLACES.iter().chain(FOR_TESTS).any(|place| file.path.starts_with(place));
        if is_free || file.path.contains("/tests/") || file.path.ends_with("/tests.rs") {
            continue;
        }
        let shipped = file.lines().take_while(|(_, line)| line.trim() != "#[cfg(test)]");
        let calls =
            shipped.filter(|(_, line)| line.contains(".reveal()") || line.contains("Personal::reveal"));
        let calls = calls.filter(|(_, line)| !line.trim_start().starts_with("//"));
        findings.extend(calls.map(|(number, line)| format!("{}:{number}: {}", file.path, line.trim())));
    }
    expect_none(
        &findings,
        "Each place that reads a name or a note is a place that can leak it into a log, an error or a file name.\n\
         Pass the Personal value on, and let one of the places in the table read it.",
    );
}
