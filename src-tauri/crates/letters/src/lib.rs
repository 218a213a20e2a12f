//! Letters: from facts to the bytes of a PDF, the same bytes for the same facts.
//!
//! The way through, and where to start reading:
//!
//! 1. [`LetterFacts`] is all a letter may know (`facts`).
//! 2. A template (`templates`, one file per letter) and its locked clauses (`clauses`) turn it into blocks
//!    (`template`, `text`, `blocks`).
//! 3. `compose` puts blocks, letterhead, address and foot on pages with our own typesetter (`layout`).
//! 4. `check` looks at the result and says what stands in the way of a final letter ([`Gate`]).
//! 5. `pdf` writes it as PDF/A-2a and PDF/UA-1.
//!
//! This crate knows no case and no store, reads no file, uses no font of the machine and does not know the time. It
//! draws what it is given: something missing is a gate and is visibly marked, only what cannot be drawn is an error.

mod blocks;
mod check;
mod clauses;
mod compose;
pub mod envelope_profiles;
mod facts;
mod kind;
pub mod layout;
mod limits;
mod logo;
mod pdf;
pub mod postal;
#[cfg(test)]
mod sample;
mod sheet;
mod sheets;
mod template;
mod templates;
#[cfg(test)]
mod tests;
mod text;

use sha2::{Digest, Sha256};

pub use blocks::{Block, Span, Style};
pub use check::Gate;
pub use clauses::ClauseSpec;
pub use compose::printed_reference;
pub use envelope_profiles::EnvelopeProfile;
pub use facts::{
    Addressee, Circumstances, ClosingGround, Dpo, Enclosure, ExtensionGround, Fee, FeeBasis, HeadMark,
    LetterFacts, Organisation, Regulator, TextSize,
};
pub use kind::{Choice, FieldSpec, LetterKind, Reader, clauses, fields};
pub use layout::Layout;
pub use logo::{Logo, LogoError, Picture};
pub use pdf::{MAX_PDF_BYTES, PdfError, page_count, print_file};
pub use sheet::{Sheet, SheetBlock, SheetSection, lay_out_sheet, render_sheet};
pub use sheets::{
    Commissioning, EnvelopeOverlay, RecoverySheet, RectMm, WhyStep, WhyThisDate, commissioning_text,
    envelope_overlay, render_commissioning, render_recovery_sheet, render_test_sheet, render_why_this_date,
};

/// Why nothing could be drawn. None of these contains what a letter says, but for the characters no font has.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum RenderError {
    /// Characters that none of the shipped faces has.
    #[error(
        "cannot be printed: {characters}. Write the name in Latin letters as well, or leave these characters out"
    )]
    Undrawable {
        /// Each character once with its code, for example `山 (U+5C71)`.
        characters: String,
    },
    /// A template or a clause is at fault, not the facts.
    #[error("the template is at fault: {0}")]
    Template(String),
    /// A typeface cannot be read.
    #[error("the typeface {face} cannot be read")]
    Font {
        /// Its name.
        face: &'static str,
    },
    /// The numbers of an envelope contradict each other.
    #[error("the envelope's numbers do not fit together")]
    Envelope,
    /// The logo cannot be drawn.
    #[error("the logo: {0}")]
    Logo(LogoError),
    /// The PDF could not be written.
    #[error("the PDF could not be written: {0}")]
    Pdf(String),
}

impl RenderError {
    /// Names the characters of `text`, each once, in order of their codes.
    pub(crate) fn undrawable(text: &str) -> Self {
        let characters: std::collections::BTreeSet<char> = text.chars().collect();
        let named: Vec<String> = characters
            .into_iter()
            .map(|character| format!("{character} (U+{:04X})", u32::from(character)))
            .collect();
        Self::Undrawable { characters: named.join(", ") }
    }
}

/// A letter or a sheet, drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The file.
    pub pdf: Vec<u8>,
    /// SHA-256 of the file, in lower-case hexadecimal.
    pub sha256: String,
    /// Number of pages.
    pub pages: u32,
    /// Sheets of paper when both sides are printed.
    pub sheets: u32,
    /// What stands in the way of a final letter, and advice. Empty for sheets.
    pub gates: Vec<Gate>,
    /// Template and version, for example `L07/1`.
    pub template: String,
    /// Ids and versions of the locked clauses in it.
    pub clauses: Vec<(String, u32)>,
    /// What stands where.
    pub layout: Layout,
}

impl Rendered {
    /// Whether nothing stands in the way of making it final.
    #[must_use]
    pub fn may_be_final(&self) -> bool {
        self.gates.iter().all(|gate| !gate.blocks)
    }

    fn new(layout: Layout, template: String) -> Result<Self, RenderError> {
        let pdf = pdf::write(&layout)?;
        let sha256 = Sha256::digest(&pdf).iter().map(|byte| format!("{byte:02x}")).collect();
        let pages = u32::try_from(layout.pages.len()).unwrap_or(u32::MAX);
        Ok(Self {
            pdf,
            sha256,
            pages,
            sheets: pages.div_ceil(2),
            gates: Vec::new(),
            template,
            clauses: Vec::new(),
            layout,
        })
    }
}

/// Draws a letter, draft or final, and lists its gates.
///
/// # Errors
/// [`RenderError`], only for what cannot be drawn at all. Missing texts are gates, marked in the drawing.
pub fn render(facts: &LetterFacts) -> Result<Rendered, RenderError> {
    let template = facts.kind.template();
    let (layout, gates) = lay_out(facts)?;
    let mut rendered = Rendered::new(layout, format!("{}/{}", template.code, template.version))?;
    rendered.gates = gates;
    rendered.clauses = template.clauses.iter().map(|clause| (clause.id.to_owned(), clause.version)).collect();
    Ok(rendered)
}

/// The gates alone, without writing a PDF: what stands in the way of a final letter while it is being written.
///
/// # Errors
/// As [`render`].
pub fn check(facts: &LetterFacts) -> Result<Vec<Gate>, RenderError> {
    Ok(lay_out(facts)?.1)
}

fn lay_out(facts: &LetterFacts) -> Result<(Layout, Vec<Gate>), RenderError> {
    let template = facts.kind.template();
    let (facts, mut gates) = limits::bounded(facts, template.fields);
    let blocks = template::blocks(template, &facts)?;
    let layout = compose::letter(&facts, &blocks)?;
    gates.extend(check::gates(&facts, template, &blocks, &layout)?);
    gates.extend(check::thickness(&facts, &layout));
    Ok((layout, gates))
}
