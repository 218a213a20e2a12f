//! The result of typesetting: things at places on pages.

use std::fmt::Write;
use std::sync::Arc;

use super::lines::{TextLine, scaled};
use super::{Length, Rect};
use crate::logo::Picture;

/// A laid-out document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layout {
    /// Title shown by readers; holds no personal data.
    pub title: String,
    /// Who made it, for the document's properties.
    pub author: String,
    /// Date for the document's properties, as `2026-11-22`.
    pub made_on: String,
    /// The pages.
    pub pages: Vec<Page>,
    /// The logical structure: paragraphs, headings, lists, tables. Items point into this list.
    pub elements: Vec<Element>,
}

/// One page of A4.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// In reading order.
    pub items: Vec<Item>,
}

/// A node of the logical structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Element {
    /// What it is.
    pub kind: ElementKind,
    /// The element it is part of; `None` = the document.
    pub parent: Option<usize>,
}

/// What a part of the text is, in the words of the PDF standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of the standard's structure types")]
pub enum ElementKind {
    Heading1,
    Heading2,
    Paragraph,
    Quote,
    NumberedList,
    BulletedList,
    ListEntry,
    Label,
    ListBody,
    Table,
    Row,
    HeaderCell,
    Cell,
}

/// Which part of the page a thing belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Zone {
    /// Who writes.
    Letterhead,
    /// Date and references.
    References,
    /// PRIVATE AND CONFIDENTIAL, or DRAFT.
    Marking,
    /// Name and address.
    Address,
    /// Where to fold.
    FoldMark,
    /// The text.
    Body,
    /// Head of the second and later pages.
    ContinuationHead,
    /// Foot of every page.
    Footer,
}

/// How dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shade {
    /// Text.
    Black,
    /// Particulars and page numbers: 7 : 1 on white.
    Quiet,
    /// Rules.
    Faint,
}

/// Something at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Part of the page.
    pub zone: Zone,
    /// The element it is content of; `None` = furniture that is not read out.
    pub element: Option<usize>,
    /// What is drawn.
    pub drawn: Drawn,
}

/// What can be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drawn {
    /// A line of text.
    Text(TextAt),
    /// A filled rectangle: rules, fold marks, the edge of a quotation.
    Rule {
        /// Where.
        rect: Rect,
        /// How dark.
        shade: Shade,
    },
    /// A picture.
    Picture {
        /// Where.
        rect: Rect,
        /// What.
        picture: Arc<Picture>,
    },
}

/// A line of text at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextAt {
    /// Left end.
    pub x: Length,
    /// Baseline, from the top of the page.
    pub baseline: Length,
    /// Size of the type.
    pub size: Length,
    /// How dark.
    pub shade: Shade,
    /// The line.
    pub line: TextLine,
}

impl TextAt {
    /// The rectangle around the ink.
    fn ink(&self) -> Rect {
        let mut pen = 0;
        let mut around: Option<Rect> = None;
        for glyph in self.line.runs.iter().flat_map(|run| &run.glyphs) {
            let [left, top, right, bottom] = glyph.ink;
            if left != right || top != bottom {
                let x = self.x + scaled(pen + glyph.x_offset + left.min(right), self.size);
                let y = self.baseline - scaled(glyph.y_offset + top.max(bottom), self.size);
                let ink = Rect {
                    x,
                    y,
                    width: scaled((right - left).abs(), self.size),
                    height: scaled((top - bottom).abs(), self.size),
                };
                around = Some(around.map_or(ink, |all| all.around(&ink)));
            }
            pen += glyph.advance;
        }
        around.unwrap_or(Rect { x: self.x, y: self.baseline, width: 0, height: 0 })
    }
}

impl Item {
    /// The rectangle around what is printed.
    #[must_use]
    pub fn ink(&self) -> Rect {
        match &self.drawn {
            Drawn::Text(text) => text.ink(),
            Drawn::Rule { rect, .. } | Drawn::Picture { rect, .. } => *rect,
        }
    }

    /// The text, if it is text.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.drawn {
            Drawn::Text(text) => Some(&text.line.text),
            Drawn::Rule { .. } | Drawn::Picture { .. } => None,
        }
    }

    /// Moves it down.
    pub(crate) fn lower(&mut self, by: Length) {
        match &mut self.drawn {
            Drawn::Text(text) => text.baseline += by,
            Drawn::Rule { rect, .. } | Drawn::Picture { rect, .. } => rect.y += by,
        }
    }
}

impl Layout {
    /// All text in reading order, a line a line, without the furniture.
    #[must_use]
    pub fn reading_text(&self) -> String {
        let mut all = String::new();
        for item in self.pages.iter().flat_map(|page| &page.items).filter(|item| item.element.is_some()) {
            if let Some(text) = item.text() {
                all.push_str(text);
                all.push('\n');
            }
        }
        all
    }

    /// The layout as text, one thing a line, for comparison with an expected file.
    #[must_use]
    pub fn describe(&self) -> String {
        let mut text = String::new();
        for (number, page) in (1..).zip(&self.pages) {
            for item in &page.items {
                // Writing to a String cannot fail.
                let _ = match &item.drawn {
                    Drawn::Text(at) => writeln!(
                        text,
                        "{number} {:?} x={} y={} size={} {}",
                        item.zone, at.x, at.baseline, at.size, at.line.text
                    ),
                    Drawn::Rule { rect, .. } => writeln!(
                        text,
                        "{number} {:?} rule x={} y={} w={} h={}",
                        item.zone, rect.x, rect.y, rect.width, rect.height
                    ),
                    Drawn::Picture { rect, picture } => writeln!(
                        text,
                        "{number} {:?} picture x={} y={} w={} h={} of {} by {} dots",
                        item.zone, rect.x, rect.y, rect.width, rect.height, picture.width, picture.height
                    ),
                };
            }
        }
        text
    }
}
