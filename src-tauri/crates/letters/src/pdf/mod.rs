//! A layout as the bytes of a PDF that is PDF/A-2a and PDF/UA-1 at once.
//!
//! printpdf writes pages and fonts (`write`), then the document it made is completed: logical structure (`tags`),
//! metadata, colour profile and identity (`metadata`, `profile`). Its own notion of conformance is not used, and
//! nothing it leaves to chance (names, dates, identities) stays.

mod metadata;
mod print_file;
mod profile;
mod tags;
mod write;

pub use print_file::{MAX_PDF_BYTES, PdfError, page_count, print_file};

use crate::RenderError;
use crate::layout::Layout;

/// Writes a layout. The same layout gives the same bytes.
pub(crate) fn write(layout: &Layout) -> Result<Vec<u8>, RenderError> {
    let mut document = write::pages(layout)?;
    tags::add(&mut document, layout)?;
    metadata::finish(document, layout)
}

/// An error of the PDF library, without its details.
fn failed(what: &str) -> RenderError {
    RenderError::Pdf(what.to_owned())
}
