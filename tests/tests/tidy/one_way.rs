//! There is one way to change a case.

use crate::tree::{expect_none, text_files};

/// What writes history, and the only files that may call it.
const WRITERS: &[(&str, &[&str])] = &[
    (".append_many(", &["src-tauri/crates/app/src/record.rs", "src-tauri/crates/store/src/append.rs"]),
    ("stored_form::facts_of(", &["src-tauri/crates/app/src/record.rs"]),
    ("Append {", &["src-tauri/crates/app/src/record.rs", "src-tauri/crates/store/src/append.rs"]),
];

#[test]
fn invariant_03_only_recording_writes_history_and_it_asks_decide_first() {
    let mut findings = Vec::new();
    let mut used = vec![false; WRITERS.len()];
    for file in text_files().iter().filter(|file| file.is_rust() && file.path.starts_with("src-tauri/")) {
        if file.path.contains("/tests/")
            || file.path.ends_with("/tests.rs")
            || file.path.contains("/testkit/")
        {
            continue;
        }
        let shipped = file.lines().take_while(|(_, line)| line.trim() != "#[cfg(test)]");
        for (number, line) in shipped.filter(|(_, line)| !line.trim_start().starts_with("//")) {
            for ((call, places), used) in WRITERS.iter().zip(&mut used) {
                if !line.contains(call) {
                    continue;
                }
                if places.contains(&file.path.as_str()) {
                    *used = true;
                } else {
                    findings.push(format!("{}:{number}: {}", file.path, line.trim()));
                }
            }
        }
    }
    expect_none(
        &findings,
        "What is written without being decided can contradict the law and the rest of its case.\n\
         Give `Inner::record` a command.",
    );
    let unused: Vec<_> =
        WRITERS.iter().zip(&used).filter(|(_, used)| !**used).map(|((call, _), _)| call).collect();
    assert!(unused.is_empty(), "Nobody calls {unused:?} any more: this list holds nothing.");

    let record = text_files().iter().find(|file| file.path == "src-tauri/crates/app/src/record.rs");
    let lines: Vec<&str> = record.expect("record.rs is there").lines().map(|(_, line)| line).collect();
    let first = |part: &str| lines.iter().position(|line| line.contains(part));
    assert!(first("decide(&state") < first("self.append(ports, writing)"), "decide comes before append");
    assert!(first("decide(&state").is_some(), "record.rs asks decide");
}
