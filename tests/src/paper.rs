//! Reading PDFs back with programs that know nothing of this product.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::place::run;

/// The text of a PDF, page after page, as laid out (pdftotext).
///
/// # Errors
/// If the program says no.
pub fn text(pdf: &Path) -> Result<String> {
    run(Command::new("pdftotext").arg("-layout").arg(pdf).arg("-"))
}

/// The fonts of a PDF that are not embedded, subsetted and readable as Unicode (pdffonts); empty is right.
///
/// # Errors
/// If the program says no.
pub fn fonts_missing(pdf: &Path) -> Result<Vec<String>> {
    let table = run(Command::new("pdffonts").arg(pdf))?;
    // Two lines of heading; the columns "emb sub uni" are followed by the two numbers of the object.
    let is_whole = |line: &str| line.split_whitespace().rev().skip(2).take(3).all(|word| word == "yes");
    Ok(table.lines().skip(2).filter(|line| !is_whole(line)).map(str::to_owned).collect())
}

/// How many fonts it has.
///
/// # Errors
/// If the program says no.
pub fn font_count(pdf: &Path) -> Result<usize> {
    Ok(run(Command::new("pdffonts").arg(pdf))?.lines().skip(2).count())
}

/// Whether its structure is sound (qpdf).
///
/// # Errors
/// With what qpdf found.
pub fn is_sound(pdf: &Path) -> Result<()> {
    run(Command::new("qpdf").arg("--check").arg(pdf)).map(|_| ())
}

/// Text without line breaks and runs of spaces, to search for sentences.
pub fn as_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
