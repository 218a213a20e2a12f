//! PDF/A-2a and PDF/UA-1, as far as it can be read off the objects. Each test names one demand; a validator of the
//! standards passed the same construction, and these tests keep it as it was.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "test code may stop at the first surprise"
)]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use casebook_letters::{LetterFacts, Logo, Sheet, SheetBlock, SheetSection, TextSize, render, render_sheet};
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object};

fn letter() -> Document {
    let text = include_str!("fixtures/letters/access-answer/facts.json");
    let facts: LetterFacts = serde_json::from_str(text).unwrap();
    Document::load_mem(&render(&facts).unwrap().pdf).unwrap()
}

fn report() -> Document {
    let sheet = Sheet {
        title: "History".to_owned(),
        subtitle: String::new(),
        reference: "SR-2026-0042-E".to_owned(),
        made_on: "2026-11-22".parse().unwrap(),
        sections: vec![SheetSection {
            heading: "Events".to_owned(),
            blocks: vec![
                SheetBlock::Numbered(vec!["one".to_owned(), "two".to_owned()]),
                SheetBlock::Table {
                    headers: vec!["No.".to_owned(), "What".to_owned()],
                    rows: (0..120).map(|row| vec![row.to_string(), "किरण wrote".to_owned()]).collect(),
                },
            ],
        }],
        footer: "Made by DPO Casebook".to_owned(),
    };
    Document::load_mem(&render_sheet(&sheet).unwrap().pdf).unwrap()
}

/// A report, each stored letter, and one with a logo that is partly transparent.
static DOCUMENTS: LazyLock<Vec<Document>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/letters");
    let mut documents = vec![letter(), report(), with_logo()];
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path().join("facts.json")).unwrap();
        let facts: LetterFacts = serde_json::from_str(&text).unwrap();
        let large = LetterFacts { text_size: TextSize::Large, ..facts.clone() };
        for facts in [facts, large] {
            documents.push(Document::load_mem(&render(&facts).unwrap().pdf).unwrap());
        }
    }
    documents
});

fn documents() -> &'static [Document] {
    &DOCUMENTS
}

fn with_logo() -> Document {
    let text = include_str!("fixtures/letters/access-answer/facts.json");
    let mut facts: LetterFacts = serde_json::from_str(text).unwrap();
    facts.organisation.logo = Some(Logo::new(include_bytes!("fixtures/logo.png").to_vec()).unwrap());
    Document::load_mem(&render(&facts).unwrap().pdf).unwrap()
}

fn follow<'a>(document: &'a Document, object: &'a Object) -> &'a Object {
    document.dereference(object).unwrap().1
}

fn part<'a>(document: &'a Document, dictionary: &'a Dictionary, key: &str) -> &'a Object {
    follow(document, dictionary.get(key.as_bytes()).unwrap())
}

fn name<'a>(document: &'a Document, dictionary: &'a Dictionary, key: &str) -> &'a str {
    std::str::from_utf8(part(document, dictionary, key).as_name().unwrap()).unwrap()
}

#[test]
fn the_header_says_1_7_and_has_bytes_above_127() {
    let facts: LetterFacts =
        serde_json::from_str(include_str!("fixtures/letters/acknowledgement/facts.json")).unwrap();
    let pdf = render(&facts).unwrap().pdf;
    assert!(pdf.starts_with(b"%PDF-1.7\n%"));
    assert!(pdf[10..14].iter().all(|byte| *byte > 127));
}

#[test]
fn the_catalogue_has_language_marks_preferences_and_title() {
    for document in documents() {
        let catalogue = document.catalog().unwrap();
        assert_eq!(part(document, catalogue, "Lang").as_str().unwrap(), b"en-GB");
        let marks = part(document, catalogue, "MarkInfo").as_dict().unwrap();
        assert!(part(document, marks, "Marked").as_bool().unwrap());
        let preferences = part(document, catalogue, "ViewerPreferences").as_dict().unwrap();
        assert!(part(document, preferences, "DisplayDocTitle").as_bool().unwrap());
        assert_eq!(name(document, preferences, "PrintScaling"), "None");
    }
}

#[test]
fn the_metadata_are_plain_and_claim_both_standards() {
    for document in documents() {
        let stream = part(document, document.catalog().unwrap(), "Metadata").as_stream().unwrap();
        assert!(!stream.dict.has(b"Filter"));
        let xmp = std::str::from_utf8(&stream.content).unwrap();
        for claim in [
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
            "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
        ] {
            assert!(xmp.contains(claim), "{claim}");
        }
        assert!(!xmp.contains("Żół"), "no personal data in the metadata");
    }
}

#[test]
fn properties_and_metadata_say_the_same() {
    for document in documents() {
        let info = follow(document, document.trailer.get(b"Info").unwrap()).as_dict().unwrap();
        let text = |key: &str| {
            let bytes = part(document, info, key).as_str().unwrap();
            let units: Vec<u16> =
                bytes[2..].chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).unwrap()
        };
        let stream = part(document, document.catalog().unwrap(), "Metadata").as_stream().unwrap();
        let xmp = std::str::from_utf8(&stream.content).unwrap();
        assert!(xmp.contains(&format!("<rdf:li xml:lang=\"x-default\">{}</rdf:li>", text("Title"))));
        assert!(xmp.contains(&format!("<pdf:Producer>{}</pdf:Producer>", text("Producer"))));
        let made =
            String::from_utf8(part(document, info, "CreationDate").as_str().unwrap().to_vec()).unwrap();
        let day = format!("{}-{}-{}", &made[2..6], &made[6..8], &made[8..10]);
        assert!(made.ends_with("000000Z"));
        assert!(xmp.contains(&format!("<xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate>")));
        for foreign in ["GTS_PDFXVersion", "Identifier", "Trapped", "Subject", "Keywords"] {
            assert!(!info.has(foreign.as_bytes()), "{foreign}");
        }
    }
}

#[test]
fn colours_have_an_srgb_output_intent() {
    for document in documents() {
        let intents = part(document, document.catalog().unwrap(), "OutputIntents").as_array().unwrap();
        let intent = follow(document, &intents[0]).as_dict().unwrap();
        assert_eq!(name(document, intent, "S"), "GTS_PDFA1");
        let profile = part(document, intent, "DestOutputProfile").as_stream().unwrap();
        assert_eq!(profile.dict.get(b"N").unwrap().as_i64().unwrap(), 3);
        let bytes = profile.decompressed_content().unwrap();
        assert_eq!(&bytes[36..40], b"acsp");
        assert_eq!(&bytes[16..20], b"RGB ");
    }
}

#[test]
fn the_identity_is_there_twice_and_comes_from_the_content() {
    let document = letter();
    let id = document.trailer.get(b"ID").unwrap().as_array().unwrap();
    assert_eq!(id.len(), 2);
    assert_eq!(id[0].as_str().unwrap().len(), 16);
    assert_eq!(id[0], id[1]);
    assert_ne!(id[0], report().trailer.get(b"ID").unwrap().as_array().unwrap()[0]);
}

#[test]
fn there_is_no_encryption_script_action_or_attachment() {
    for document in documents() {
        assert!(!document.trailer.has(b"Encrypt"));
        for key in ["OpenAction", "AA", "Names", "AcroForm", "OCProperties"] {
            assert!(!document.catalog().unwrap().has(key.as_bytes()), "{key}");
        }
    }
}

/// The kinds of element below an object, the numbers of marked content, and the pages they are on.
fn walk(document: &Document, object: &Object, path: &str, found: &mut Vec<(String, Option<(Object, i64)>)>) {
    match follow(document, object) {
        Object::Array(kids) => kids.iter().for_each(|kid| walk(document, kid, path, found)),
        Object::Dictionary(node) if node.has(b"MCID") => {
            let id = node.get(b"MCID").unwrap().as_i64().unwrap();
            found.push((path.to_owned(), Some((node.get(b"Pg").unwrap().clone(), id))));
        }
        Object::Dictionary(node) => {
            let path = format!("{path}/{}", name(document, node, "S"));
            found.push((path.clone(), None));
            walk(document, node.get(b"K").unwrap(), &path, found);
        }
        other => panic!("{other:?}"),
    }
}

fn structure(document: &Document) -> Vec<(String, Option<(Object, i64)>)> {
    let root = part(document, document.catalog().unwrap(), "StructTreeRoot").as_dict().unwrap();
    let mut found = Vec::new();
    walk(document, root.get(b"K").unwrap(), "", &mut found);
    found
}

#[test]
fn the_structure_nests_as_the_standard_wants() {
    let allowed = [
        ("Document", "P"),
        ("Document", "H1"),
        ("Document", "H2"),
        ("Document", "L"),
        ("Document", "Table"),
        ("L", "LI"),
        ("LI", "Lbl"),
        ("LI", "LBody"),
        ("LBody", "P"),
        ("Table", "TR"),
        ("TR", "TH"),
        ("TR", "TD"),
    ];
    for document in documents() {
        let found = structure(document);
        assert_eq!(found.iter().filter(|(path, leaf)| leaf.is_none() && path.ends_with("/H1")).count(), 1);
        for (path, _) in &found {
            let steps: Vec<&str> = path.split('/').skip(1).collect();
            for pair in steps.windows(2) {
                assert!(allowed.contains(&(pair[0], pair[1])), "{path}");
            }
        }
    }
    let tables = structure(&report());
    assert_eq!(tables.iter().filter(|(path, leaf)| leaf.is_none() && path.ends_with("/TH")).count(), 2);
    assert_eq!(tables.iter().filter(|(path, leaf)| leaf.is_none() && path.ends_with("/TD")).count(), 240);
}

#[test]
fn header_cells_and_lists_say_what_they_are() {
    let document = report();
    let attributes: BTreeSet<String> = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter_map(|node| {
            Some(format!(
                "{} {:?}",
                node.get(b"S").ok()?.as_name().ok().map(String::from_utf8_lossy)?,
                node.get(b"A").ok()?
            ))
        })
        .collect();
    assert!(
        attributes.iter().any(|line| line.starts_with("TH") && line.contains("/Column")),
        "{attributes:?}"
    );
    assert!(
        attributes.iter().any(|line| line.starts_with("L ") && line.contains("/Decimal")),
        "{attributes:?}"
    );
}

/// Marked content of a page: numbers of the content, and whether anything is shown outside of all marks.
fn marks(document: &Document, page: lopdf::ObjectId) -> Vec<i64> {
    let content = Content::decode(&document.get_page_content(page)).unwrap();
    let mut open: Vec<Option<i64>> = Vec::new();
    let mut ids = Vec::new();
    for operation in &content.operations {
        match operation.operator.as_str() {
            "BDC" => {
                let properties = operation.operands[1].as_dict().unwrap();
                let id = properties.get(b"MCID").ok().map(|id| id.as_i64().unwrap());
                ids.extend(id);
                open.push(id);
            }
            "BMC" => open.push(None),
            "EMC" => assert!(open.pop().is_some()),
            "Tj" | "TJ" | "f" | "S" | "Do" => {
                assert!(!open.is_empty(), "{operation:?} is neither content nor furniture");
            }
            _ => {}
        }
    }
    assert!(open.is_empty());
    ids
}

#[test]
fn everything_shown_is_content_of_one_element_or_furniture() {
    for document in documents() {
        let found = structure(document);
        let mut in_tree: Vec<(u32, i64)> = found
            .iter()
            .filter_map(|(_, leaf)| leaf.as_ref())
            .map(|(page, id)| (page.as_reference().unwrap().0, *id))
            .collect();
        in_tree.sort_unstable();
        let mut on_pages = Vec::new();
        for page in document.get_pages().into_values() {
            on_pages.extend(marks(document, page).into_iter().map(|id| (page.0, id)));
        }
        on_pages.sort_unstable();
        assert_eq!(in_tree, on_pages);
        assert!(on_pages.windows(2).all(|pair| pair[0] != pair[1]));
    }
}

#[test]
fn pages_lead_back_to_their_elements() {
    for document in documents() {
        let root = part(document, document.catalog().unwrap(), "StructTreeRoot").as_dict().unwrap();
        let tree = part(document, root, "ParentTree").as_dict().unwrap();
        let numbers = part(document, tree, "Nums").as_array().unwrap();
        for (number, page) in (0..).zip(document.get_pages().into_values()) {
            let dictionary = document.get_dictionary(page).unwrap();
            assert_eq!(dictionary.get(b"StructParents").unwrap().as_i64().unwrap(), number);
            assert_eq!(name(document, dictionary, "Tabs"), "S");
            assert!(!dictionary.has(b"Annots"));
            let at = usize::try_from(number).unwrap() * 2;
            assert_eq!(numbers[at].as_i64().unwrap(), number);
            let owners = follow(document, &numbers[at + 1]).as_array().unwrap();
            assert_eq!(owners.len(), marks(document, page).len());
        }
    }
}

#[test]
fn fonts_are_embedded_whole_named_and_measured() {
    for document in documents() {
        let fonts: Vec<&Dictionary> = document
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok())
            .filter(|font| font.get(b"Subtype").ok().and_then(|kind| kind.as_name().ok()) == Some(b"Type0"))
            .collect();
        assert!(fonts.len() >= 2);
        for font in fonts {
            assert_eq!(name(document, font, "Encoding"), "Identity-H");
            let below = part(document, font, "DescendantFonts").as_array().unwrap();
            let below = follow(document, &below[0]).as_dict().unwrap();
            assert_eq!(name(document, below, "CIDToGIDMap"), "Identity");
            let descriptor = part(document, below, "FontDescriptor").as_dict().unwrap();
            assert_eq!(name(document, font, "BaseFont"), name(document, descriptor, "FontName"));
            assert_eq!(&name(document, font, "BaseFont")[6..7], "+");
            part(document, descriptor, "FontFile2").as_stream().unwrap();
            // No glyph without characters, and none that stands for the mark of what is missing.
            let map = part(document, font, "ToUnicode").as_stream().unwrap().decompressed_content().unwrap();
            let map = String::from_utf8(map).unwrap();
            let lines = || map.lines().filter(|line| *line != "<0000> <FFFF>");
            assert!(lines().any(|line| line.starts_with("<0001> <")), "{map}");
            assert!(
                !lines()
                    .any(|line| line.contains("<>") || line.contains("FFFD") || line.starts_with("<0000>"))
            );
        }
    }
}

#[test]
fn text_whose_glyphs_are_in_another_order_carries_its_characters() {
    let document = report();
    let page = document.get_pages()[&1];
    let content = String::from_utf8_lossy(&document.get_page_content(page)).into_owned();
    assert!(content.contains("ActualText"));
    assert!(
        !String::from_utf8_lossy(&letter().get_page_content(letter().get_pages()[&1])).contains("ActualText")
    );
}

#[test]
fn pictures_are_packed_without_loss_and_have_eight_bits_in_red_green_and_blue() {
    let document = with_logo();
    let images: Vec<&lopdf::Stream> = document
        .objects
        .values()
        .filter_map(|object| object.as_stream().ok())
        .filter(|stream| {
            stream.dict.get(b"Subtype").ok().and_then(|kind| kind.as_name().ok()) == Some(b"Image")
        })
        .collect();
    assert_eq!(images.len(), 2, "colours and opacity");
    for image in images {
        assert_eq!(image.dict.get(b"Filter").unwrap().as_name().unwrap(), b"FlateDecode");
        assert_eq!(image.dict.get(b"BitsPerComponent").unwrap().as_i64().unwrap(), 8);
        assert!(!image.dict.get(b"Interpolate").unwrap().as_bool().unwrap());
        let is_mask = !image.dict.has(b"SMask");
        let colours = if is_mask { b"DeviceGray".as_slice() } else { b"DeviceRGB" };
        assert_eq!(image.dict.get(b"ColorSpace").unwrap().as_name().unwrap(), colours);
    }
}
