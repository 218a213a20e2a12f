//! Many letters as one file to print, and the pages of PDFs from anywhere.
#![expect(clippy::unwrap_used, reason = "test code may stop at the first surprise")]

use std::path::Path;
use std::process::Command;

use casebook_letters::{LetterFacts, MAX_PDF_BYTES, PdfError, TextSize, page_count, print_file, render};
use lopdf::{Document, Object, dictionary};

fn letter(name: &str, text_size: TextSize) -> Vec<u8> {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/letters").join(name).join("facts.json");
    let facts: LetterFacts = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    render(&LetterFacts { text_size, ..facts }).unwrap().pdf
}

fn one_page() -> Vec<u8> {
    letter("acknowledgement", TextSize::Standard)
}

fn three_pages() -> Vec<u8> {
    letter("access-answer", TextSize::Standard)
}

fn contents(pdf: &[u8]) -> Vec<Vec<u8>> {
    let document = Document::load_mem(pdf).unwrap();
    document.get_pages().into_values().map(|page| document.get_page_content(page)).collect()
}

#[test]
fn pages_are_copied_as_they_are_and_in_order() {
    let (first, second) = (one_page(), three_pages());
    let joined = print_file(&[&first, &second], false).unwrap();
    assert_eq!(contents(&joined), [contents(&first), contents(&second)].concat());
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("print-file.pdf");
    std::fs::write(&path, &joined).unwrap();
    assert!(Command::new("qpdf").arg("--check").arg(&path).output().unwrap().status.success());
    let picture = |pdf: &[u8], page: &str| {
        std::fs::write(&path, pdf).unwrap();
        let made = Command::new("pdftoppm").args(["-r", "40", "-f", page, "-l", page]).arg(&path).output();
        made.unwrap().stdout
    };
    assert_eq!(picture(&joined, "1"), picture(&first, "1"));
    assert_eq!(picture(&joined, "3"), picture(&second, "2"));
}

#[test]
fn on_both_sides_no_letter_begins_on_the_back_of_another() {
    let letters = [one_page(), three_pages(), one_page()];
    let letters: Vec<&[u8]> = letters.iter().map(Vec::as_slice).collect();
    let pages = contents(&print_file(&letters, true).unwrap());
    assert_eq!(pages.len(), 2 + 4 + 1);
    let empty: Vec<usize> = (0..pages.len()).filter(|page| pages[*page].is_empty()).collect();
    assert_eq!(empty, [1, 5]);
    assert_eq!(pages[2], contents(letters[1])[0]);
    assert_eq!(pages[6], contents(letters[2])[0]);
    assert_eq!(contents(&print_file(&letters, false).unwrap()).len(), 5);
}

#[test]
fn it_is_printed_at_its_own_size_and_on_the_right_sides() {
    for (both_sides, sides) in [(true, "DuplexFlipLongEdge"), (false, "Simplex")] {
        let pdf = print_file(&[&one_page()], both_sides).unwrap();
        let document = Document::load_mem(&pdf).unwrap();
        let preferences = document.catalog().unwrap().get(b"ViewerPreferences").unwrap().as_dict().unwrap();
        assert_eq!(preferences.get(b"PrintScaling").unwrap().as_name().unwrap(), b"None");
        assert_eq!(preferences.get(b"Duplex").unwrap().as_name().unwrap(), sides.as_bytes());
        assert!(!document.catalog().unwrap().has(b"StructTreeRoot"));
    }
}

#[test]
fn the_same_letters_give_the_same_file() {
    let letters = [one_page(), three_pages()];
    let letters: Vec<&[u8]> = letters.iter().map(Vec::as_slice).collect();
    assert_eq!(print_file(&letters, true).unwrap(), print_file(&letters, true).unwrap());
    assert_ne!(print_file(&letters, true).unwrap(), print_file(&letters, false).unwrap());
}

#[test]
fn nothing_is_an_error_and_so_is_one_bad_letter_among_good_ones() {
    assert_eq!(print_file(&[], true), Err(PdfError::Nothing));
    assert_eq!(print_file(&[&one_page(), b"%PDF-1.7 no more"], true), Err(PdfError::Unreadable));
}

#[test]
fn what_pages_inherit_goes_with_them() {
    let mut document = Document::with_version("1.4");
    let tree = document.new_object_id();
    let page = document.add_object(dictionary! { "Type" => "Page", "Parent" => tree });
    let size: Vec<Object> = [0, 0, 300, 400].map(Object::Integer).to_vec();
    document.objects.insert(
        tree,
        dictionary! {
            "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1, "MediaBox" => size, "Rotate" => 90,
        }
        .into(),
    );
    let root = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", root);
    let mut pdf = Vec::new();
    document.save_to(&mut pdf).unwrap();
    let joined = Document::load_mem(&print_file(&[&pdf, &one_page()], true).unwrap()).unwrap();
    for page in [1, 2] {
        let page = joined.get_dictionary(joined.get_pages()[&page]).unwrap();
        assert_eq!(page.get(b"MediaBox").unwrap().as_array().unwrap().len(), 4);
    }
    let first = joined.get_dictionary(joined.get_pages()[&1]).unwrap();
    assert_eq!(first.get(b"Rotate").unwrap().as_i64().unwrap(), 90);
}

#[test]
fn pages_are_counted_and_bytes_of_strangers_only_refused() {
    assert_eq!(page_count(&one_page()), Ok(1));
    assert_eq!(page_count(&three_pages()), Ok(3));
    for bytes in [b"".as_slice(), b"%PDF-", b"hello", &[0; 4096], b"%PDF-1.7\ntrailer<</Root 1 0 R>>\n%%EOF"]
    {
        assert_eq!(page_count(bytes), Err(PdfError::Unreadable));
    }
    assert_eq!(page_count(&vec![b' '; MAX_PDF_BYTES + 1]), Err(PdfError::TooLarge));
    let nested = format!("%PDF-1.7\n1 0 obj\n{}\nendobj\ntrailer<</Root 1 0 R>>", "[".repeat(200_000));
    assert!(page_count(nested.as_bytes()).is_err());
}

#[test]
fn damaged_letters_never_bring_the_program_down() {
    let whole = three_pages();
    for cut in (0..whole.len()).step_by(whole.len() / 40) {
        let _ = page_count(&whole[..cut]);
    }
    let mut seed: u32 = 7;
    for _ in 0..60 {
        let mut bytes = whole.clone();
        for _ in 0..20 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let at = seed as usize % bytes.len();
            bytes[at] = seed.to_be_bytes()[0];
        }
        let _ = page_count(&bytes);
        let _ = print_file(&[&bytes, &whole], true);
    }
}

#[test]
fn a_locked_pdf_says_so() {
    let source = Path::new(env!("CARGO_TARGET_TMPDIR")).join("to-lock.pdf");
    let locked = source.with_file_name("locked.pdf");
    std::fs::write(&source, one_page()).unwrap();
    let mut made = Command::new("qpdf");
    made.args(["--encrypt", "secret", "owner", "256", "--"]).args([&source, &locked]);
    assert!(made.status().unwrap().success());
    assert_eq!(page_count(&std::fs::read(&locked).unwrap()), Err(PdfError::Locked));
}
