//! Finished PDFs as one file to print, and how many pages a PDF has.
//!
//! Pages are copied as they are. What belongs to a whole document (its structure, its metadata) stays behind: the
//! print file is for the printer, the letters themselves are what is kept.

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, StringFormat, dictionary};

use super::{metadata, write};

/// Largest PDF that is looked into.
pub const MAX_PDF_BYTES: usize = 50 * 1024 * 1024;
/// What one packed stream of it may become while it is read.
const MAX_UNPACKED: usize = 32 * 1024 * 1024;
/// Most pages of a print file and of an enclosure.
const MAX_PAGES: usize = 20_000;
/// Levels of a page tree that are followed.
const MAX_DEPTH: usize = 32;
/// Room for a reader that follows nested objects.
const STACK: usize = 16 * 1024 * 1024;
/// What a page can have from the nodes above it.
const INHERITED: [&[u8]; 4] = [b"Resources", b"MediaBox", b"CropBox", b"Rotate"];

/// Why a PDF cannot be used. Holds nothing of what is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// Nothing was given.
    #[error("There is nothing to print.")]
    Nothing,
    /// More than 50 MiB.
    #[error("The PDF is larger than 50 MB.")]
    TooLarge,
    /// Needs a password.
    #[error("The PDF is locked with a password: save it without one.")]
    Locked,
    /// Damaged, or no PDF.
    #[error("The file cannot be read as a PDF.")]
    Unreadable,
    /// No pages, or too many of them.
    #[error("The PDF has no pages, or more than 20,000.")]
    Pages,
}

/// Number of pages of a PDF from anywhere.
///
/// # Errors
/// [`PdfError`] if it is too large, locked, or cannot be read.
pub fn page_count(pdf: &[u8]) -> Result<u32, PdfError> {
    apart(|| {
        let document = read(pdf)?;
        let count = document.page_iter().take(MAX_PAGES + 1).count();
        if count == 0 || count > MAX_PAGES {
            return Err(PdfError::Pages);
        }
        u32::try_from(count).map_err(|_| PdfError::Pages)
    })
}

/// One file with the pages of all letters, in order. Printed on both sides, each letter begins on a sheet of its own:
/// an empty page follows a letter with an odd number of pages, so that no letter has another one on its back.
///
/// # Errors
/// [`PdfError`] if there are no letters or one of them cannot be read.
pub fn print_file(letters: &[&[u8]], both_sides: bool) -> Result<Vec<u8>, PdfError> {
    apart(|| {
        let documents: Vec<Document> = letters.iter().map(|letter| read(letter)).collect::<Result<_, _>>()?;
        join(documents, both_sides)
    })
}

/// Runs the reader on a thread of its own, with room to spare, so that bytes that bring it down bring down nothing else.
fn apart<T: Send>(work: impl FnOnce() -> Result<T, PdfError> + Send) -> Result<T, PdfError> {
    std::thread::scope(|scope| {
        let reader = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        let reader = reader.map_err(|_| PdfError::Unreadable)?;
        reader.join().unwrap_or(Err(PdfError::Unreadable))
    })
}

fn read(pdf: &[u8]) -> Result<Document, PdfError> {
    if pdf.len() > MAX_PDF_BYTES {
        return Err(PdfError::TooLarge);
    }
    let options = LoadOptions { max_decompressed_size: Some(MAX_UNPACKED), ..LoadOptions::default() };
    match Document::load_mem_with_options(pdf, options) {
        Ok(document) if document.is_encrypted() || document.was_encrypted() => Err(PdfError::Locked),
        Ok(document) => Ok(document),
        Err(lopdf::Error::Decryption(_) | lopdf::Error::InvalidPassword) => Err(PdfError::Locked),
        Err(_) => Err(PdfError::Unreadable),
    }
}

fn join(documents: Vec<Document>, both_sides: bool) -> Result<Vec<u8>, PdfError> {
    let mut joined = Document::with_version("1.7");
    let tree = joined.new_object_id();
    let mut pages: Vec<ObjectId> = Vec::new();
    let count = documents.len();
    for (number, mut document) in (1..).zip(documents) {
        document.renumber_objects_with(joined.max_id + 1);
        let own: Vec<ObjectId> = document.page_iter().take(MAX_PAGES + 1).collect();
        if own.is_empty() || pages.len() + own.len() > MAX_PAGES {
            return Err(PdfError::Pages);
        }
        let mut size = None;
        for id in &own {
            let page = whole_page(&document, *id, tree).ok_or(PdfError::Unreadable)?;
            size = page.get(b"MediaBox").ok().cloned();
            document.objects.insert(*id, Object::Dictionary(page));
        }
        joined.max_id = document.max_id;
        joined.objects.append(&mut document.objects);
        pages.extend(&own);
        if both_sides && own.len() % 2 == 1 && number < count {
            let size = size.ok_or(PdfError::Unreadable)?;
            let empty = dictionary! {
                "Type" => "Page", "Parent" => tree, "MediaBox" => size, "Resources" => Dictionary::new(),
            };
            pages.push(joined.add_object(empty));
        }
    }
    if pages.is_empty() {
        return Err(PdfError::Nothing);
    }
    let total = i64::try_from(pages.len()).map_err(|_| PdfError::Pages)?;
    let kids: Vec<Object> = pages.into_iter().map(Object::Reference).collect();
    joined.objects.insert(
        tree,
        Object::Dictionary(dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => total }),
    );
    let catalogue = joined.add_object(dictionary! {
        "Type" => "Catalog",
        "Pages" => tree,
        "Lang" => Object::string_literal("en-GB"),
        "ViewerPreferences" => preferences(both_sides),
    });
    let title = Object::String(write::utf16("Letters to print"), StringFormat::Hexadecimal);
    let info = joined.add_object(dictionary! { "Title" => title });
    joined.trailer.set("Root", catalogue);
    joined.trailer.set("Info", info);
    // What the pages do not need stays behind: structure, metadata, forms, scripts.
    joined.prune_objects();
    metadata::identify(joined).map_err(|_| PdfError::Unreadable)
}

/// A page with all it inherits, below the new root and without ties to its old document.
fn whole_page(document: &Document, id: ObjectId, tree: ObjectId) -> Option<Dictionary> {
    let mut page = document.get_dictionary(id).ok()?.clone();
    let mut above = page.get(b"Parent").ok().cloned();
    for _ in 0..MAX_DEPTH {
        let Some(node) = above.and_then(|parent| parent.as_reference().ok()) else { break };
        let Ok(node) = document.get_dictionary(node) else { break };
        for key in INHERITED {
            if !page.has(key)
                && let Ok(value) = node.get(key)
            {
                page.set(key, value.clone());
            }
        }
        above = node.get(b"Parent").ok().cloned();
    }
    for key in [b"StructParents".as_slice(), b"AA", b"B", b"Metadata"] {
        page.remove(key);
    }
    page.set("Parent", tree);
    page.has(b"MediaBox").then_some(page)
}

/// Printed at its own size, on the sides that the file was made for.
fn preferences(both_sides: bool) -> Dictionary {
    let sides: &[u8] = if both_sides { b"DuplexFlipLongEdge" } else { b"Simplex" };
    dictionary! {
        "DisplayDocTitle" => true,
        "PrintScaling" => Object::Name(b"None".to_vec()),
        "Duplex" => Object::Name(sides.to_vec()),
        "PickTrayByPDFSize" => true,
    }
}
