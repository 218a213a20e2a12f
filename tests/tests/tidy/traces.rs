//! Nothing in the tree may depend on, or tell of, the machine it was written on.

use crate::tree::{expect_none, text_files};

/// Folders that exist on one machine or for one user only.
const FOLDERS: [&str; 6] = [
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/Us", "ers/"),
    concat!("/wo", "rk/"),
    concat!("C:\\Us", "ers\\"),
    concat!("/tm", "p/"),
];

/// Where packages come from is the machine's setting, not the product's.
const HOSTS: [&str; 6] = [
    concat!("registry.", "npmjs.org"),
    concat!("index.", "crates.io"),
    concat!("static.", "crates.io"),
    concat!("deb.", "debian.org"),
    concat!("security.", "debian.org"),
    concat!("files.", "pythonhosted.org"),
];

/// Files whose subject such folders are.
const ABOUT_FOLDERS: [&str; 1] = [
    // Knows by name the folders that other programs copy to other machines.
    "src-tauri/crates/vault/src/place.rs",
];

#[test]
fn no_file_names_a_folder_or_a_registry_of_one_machine() {
    let mut findings = Vec::new();
    for file in text_files().iter().filter(|file| !file.is_lock()) {
        if ABOUT_FOLDERS.contains(&file.path.as_str()) {
            continue;
        }
        for (number, line) in file.lines() {
            let folder = FOLDERS.iter().find(|folder| names_folder(line, folder));
            let host = HOSTS.iter().find(|host| line.contains(**host));
            if let Some(trace) = folder.or(host) {
                findings.push(format!("{}:{number}: {trace}", file.path));
            }
        }
    }
    expect_none(
        &findings,
        "A clone must work anywhere, and say nothing about where it was made. Use a path from the top folder, a\n\
         temporary folder of the test's own, or the machine's own configuration.",
    );
}

/// Whether `folder` begins a path in `line`: "/somewhere/x", but not the end of a web address or of a longer path.
fn names_folder(line: &str, folder: &str) -> bool {
    let pieces: Vec<&str> = line.split(folder).collect();
    let befores = pieces.split_last().map(|(_, befores)| befores).unwrap_or_default();
    befores.iter().any(|before| {
        let last = before.chars().next_back();
        last.is_none_or(|character| !character.is_alphanumeric() && !"_-.~}/*".contains(character))
    })
}

#[test]
fn a_folder_counts_only_at_the_beginning_of_a_path() {
    let home = FOLDERS[1];
    for (line, answer) in [
        (format!("{home}anna/casebook"), true),
        (format!("see \"{home}anna\""), true),
        (format!("https://example.org{home}"), false),
        (format!("src{home}mod.rs"), false),
    ] {
        assert_eq!(names_folder(&line, home), answer, "{line}");
    }
}
