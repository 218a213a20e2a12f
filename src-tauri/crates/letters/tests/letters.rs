//! Letters as they leave the crate: the stored facts of `tests/fixtures/letters`, drawn, and looked at with the tools
//! people have (qpdf, poppler) and with lopdf.
//!
//! `UPDATE_EXPECTED=1` writes `expected.txt`, `expected-large.txt` and `page-1.png` anew; look at the differences before
//! keeping them. Pictures of all pages in both sizes are written to `target/pictures/letters`.
#![expect(clippy::unwrap_used, clippy::panic, reason = "test code may stop at the first surprise")]

use std::path::{Path, PathBuf};
use std::process::Command;

use casebook_letters::{LetterFacts, LetterKind, Rendered, TextSize, render};
use printpdf::{RawImage, RawImageData};

fn all() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/letters")
}

fn folder(name: &str) -> PathBuf {
    all().join(name)
}

/// The stored letters, by their folders.
fn letters() -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(all())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn facts(name: &str) -> LetterFacts {
    let text = std::fs::read_to_string(folder(name).join("facts.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn drawn(name: &str) -> Rendered {
    render(&facts(name)).unwrap()
}

/// The same letter in large print.
fn drawn_large(name: &str) -> Rendered {
    render(&LetterFacts { text_size: TextSize::Large, ..facts(name) }).unwrap()
}

/// Writes the PDF where cargo lets tests write, and gives its path.
fn file(name: &str, rendered: &Rendered) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.pdf"));
    std::fs::write(&path, &rendered.pdf).unwrap();
    path
}

fn run(program: &str, arguments: &[&str], path: &Path) -> String {
    let output = Command::new(program).args(arguments).arg(path).output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn updating() -> bool {
    std::env::var_os("UPDATE_EXPECTED").is_some()
}

#[test]
fn the_layout_of_each_letter_is_the_expected_one() {
    for name in letters() {
        compare(&name, "expected.txt", &drawn(&name).layout.describe());
        compare(&name, "expected-large.txt", &drawn_large(&name).layout.describe());
    }
}

fn compare(name: &str, file: &str, described: &str) {
    let path = folder(name).join(file);
    if updating() {
        std::fs::write(&path, described).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap();
    for (number, (found, expected)) in (1..).zip(described.lines().zip(expected.lines())) {
        assert_eq!(found, expected, "{name}, line {number} of {file}");
    }
    assert_eq!(described.lines().count(), expected.lines().count(), "{name}, {file}");
}

#[test]
fn each_kind_of_letter_is_stored_and_may_be_final_in_both_sizes() {
    let letters = letters();
    for kind in LetterKind::ALL {
        assert!(letters.iter().any(|name| facts(name).kind == *kind), "{}", kind.code());
    }
    for name in letters.iter().filter(|name| !facts(name).draft) {
        for rendered in [drawn(name), drawn_large(name)] {
            assert!(rendered.may_be_final(), "{name}: {:?}", rendered.gates);
        }
    }
}

/// All pages as pictures, for people to look at.
#[test]
fn pictures_of_every_letter_are_written() {
    for name in letters() {
        pictures(&name, "12", &drawn(&name));
    }
}

#[test]
fn pictures_of_every_letter_in_large_print_are_written() {
    for name in letters() {
        pictures(&name, "18", &drawn_large(&name));
    }
}

fn pictures(name: &str, size: &str, rendered: &Rendered) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../pictures/letters");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{}-{name}-{size}.pdf", facts(name).kind.code()));
    std::fs::write(&path, &rendered.pdf).unwrap();
    let made =
        Command::new("pdftoppm").args(["-r", "70", "-png"]).arg(&path).arg(path.with_extension("")).status();
    assert!(made.unwrap().success(), "{name}");
}

#[test]
fn qpdf_finds_nothing_wrong() {
    for name in letters() {
        run("qpdf", &["--check"], &file(&name, &drawn(&name)));
        run("qpdf", &["--check"], &file(&format!("{name}-18"), &drawn_large(&name)));
    }
}

#[test]
fn every_font_is_embedded_subset_and_has_its_characters() {
    for name in letters() {
        let path = file(&format!("{name}-fonts"), &drawn(&name));
        let fonts = run("pdffonts", &[], &path);
        let lines: Vec<&str> = fonts.lines().skip(2).collect();
        assert!(lines.len() >= 2, "{fonts}");
        for line in lines {
            assert!(line.contains("NotoSans") && line.contains("Identity-H       yes yes yes"), "{line}");
        }
    }
}

/// White space apart, which layout decides.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_text_copies_out_whole_and_in_reading_order() {
    for name in letters().iter().filter(|name| *name != "access-answer-draft") {
        let rendered = drawn(name);
        let path = file(&format!("{name}-text"), &rendered);
        let output =
            Command::new("pdftotext").args(["-raw", "-nopgbrk"]).arg(&path).arg("-").output().unwrap();
        let copied = String::from_utf8(output.stdout).unwrap();
        let everything: String = rendered
            .layout
            .pages
            .iter()
            .flat_map(|page| &page.items)
            .filter_map(|item| item.text())
            .map(|line| format!("{line}\n"))
            .collect();
        assert_eq!(words(&copied), words(&everything), "{name}");
    }
}

#[test]
fn names_in_other_scripts_copy_out_as_they_are_written() {
    let rendered = drawn("access-answer-draft");
    let path = file("scripts-text", &rendered);
    let output = Command::new("pdftotext").args(["-raw"]).arg(&path).arg("-").output().unwrap();
    let copied = String::from_utf8(output.stdout).unwrap();
    for name in ["محمد", "דוד", "Nguyễn Thị Hạnh", "Ŵyn", "ŁÓDŹ", "office"] {
        assert!(copied.contains(name), "{name}: {copied}");
    }
}

/// A picture of the first page at 60 dots an inch.
fn picture(path: &Path) -> Vec<u8> {
    let output = Command::new("pdftoppm")
        .args(["-r", "60", "-gray", "-png", "-f", "1", "-l", "1"])
        .arg(path)
        .output()
        .unwrap();
    assert!(output.status.success());
    output.stdout
}

fn dots(png: &[u8]) -> (usize, Vec<u8>) {
    let image = RawImage::decode_from_bytes(png, &mut Vec::new()).unwrap();
    let RawImageData::U8(dots) = image.pixels else { panic!("not 8 bits a dot") };
    (image.width, dots)
}

#[test]
fn the_first_page_looks_as_it_did() {
    for name in letters() {
        let path = file(&format!("{name}-look"), &drawn(&name));
        let found = picture(&path);
        let kept = folder(&name).join("page-1.png");
        if updating() {
            std::fs::write(&kept, found).unwrap();
            continue;
        }
        let (found, expected) = (dots(&found), dots(&std::fs::read(&kept).unwrap()));
        assert_eq!((found.0, found.1.len()), (expected.0, expected.1.len()), "{name}");
        // Another version of poppler smooths edges differently; a line that moved or is missing changes far more.
        let far = found
            .1
            .iter()
            .zip(&expected.1)
            .filter(|(found, expected)| found.abs_diff(**expected) > 96)
            .count();
        assert!(
            far * 1000 < found.1.len(),
            "{name}: {far} of {} dots differ; look at {}",
            found.1.len(),
            path.display()
        );
    }
}
