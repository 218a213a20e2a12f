//! The index: which chapter begins on which page (EXP-1, part 1).
//!
//! Pages are known only once the sheet has been laid out, so the index is laid out with its chapters first and filled
//! in afterwards. A row takes one line whatever the number, so nothing moves.

use std::collections::BTreeMap;

use casebook_letters::layout::{ElementKind, Layout};
use casebook_letters::{Sheet, SheetBlock, SheetSection};

/// The index with a number for each chapter, in the order of the chapters.
pub(super) fn index(chapters: &[SheetSection], pages: &[usize]) -> SheetSection {
    let rows = chapters.iter().enumerate().map(|(place, chapter)| {
        let page = pages.get(place).copied().unwrap_or_default();
        vec![chapter.heading.clone(), page.to_string()]
    });
    let headers = ["Chapter", "Page"].map(str::to_owned).to_vec();
    let table = SheetBlock::Table { headers, rows: rows.collect() };
    SheetSection { heading: "Contents".to_owned(), blocks: vec![table] }
}

/// The same sheet, its index filled in from how it was laid out. The index is its first section.
pub(super) fn filled(mut sheet: Sheet, layout: &Layout) -> Sheet {
    let pages = pages_of_headings(layout);
    if let [first, chapters @ ..] = sheet.sections.as_mut_slice() {
        *first = index(chapters, pages.get(1..).unwrap_or_default());
    }
    sheet
}

/// The page on which each heading of a section begins, in order.
fn pages_of_headings(layout: &Layout) -> Vec<usize> {
    let mut begins = BTreeMap::new();
    for (page, items) in (1..).zip(layout.pages.iter().map(|page| &page.items)) {
        for element in items.iter().filter_map(|drawn| drawn.element) {
            if layout.elements.get(element).is_some_and(|element| element.kind == ElementKind::Heading2) {
                begins.entry(element).or_insert(page);
            }
        }
    }
    begins.into_values().collect()
}
