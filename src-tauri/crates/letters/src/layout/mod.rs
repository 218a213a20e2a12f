//! The typesetter: from blocks to positioned things on pages, with no PDF in it.
//!
//! Tests look at the [`Layout`] (is the address inside the window? is the clause there?); the PDF writer only copies
//! it. All lengths are whole thousandths of a point, so that the same text falls on the same spot everywhere.
//!
//! - `fonts`: the faces we ship, and which one has a character
//! - `shape`: characters to glyphs (kerning, ligatures, Arabic, Indic)
//! - `lines`: a paragraph to lines (writing direction, line breaks)
//! - `flow`: blocks to rows that a page may be broken between
//! - `pages`: rows to pages
//! - `items`: the result

pub(crate) mod flow;
pub(crate) mod fonts;
pub(crate) mod items;
pub(crate) mod lines;
pub(crate) mod pages;
pub(crate) mod shape;

pub use fonts::Face;
pub use items::{Drawn, Element, ElementKind, Item, Layout, Page, Shade, TextAt, Zone};
pub use lines::{Run, TextLine};
pub use shape::Glyph;

/// A length in thousandths of a point.
pub type Length = i32;

/// One point.
pub const PT: Length = 1000;
/// Width of a sheet of A4.
pub const A4_WIDTH: Length = mm10(2100);
/// Height of a sheet of A4.
pub const A4_HEIGHT: Length = mm10(2970);

/// A length given in tenths of a millimetre (up to a metre).
#[must_use]
pub const fn mm10(tenths: i32) -> Length {
    // 0.1 mm = 283.464566… thousandths of a point; the five figures kept are exact to 0.001 pt over a sheet.
    tenths * 283 + tenths * 4646 / 10_000
}

/// A rectangle on a page, from the page's top left corner.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rect {
    /// From the left edge of the page.
    pub x: Length,
    /// From the top edge of the page.
    pub y: Length,
    /// Width.
    pub width: Length,
    /// Height.
    pub height: Length,
}

impl Rect {
    /// The right edge.
    #[must_use]
    pub const fn right(&self) -> Length {
        self.x + self.width
    }

    /// The bottom edge.
    #[must_use]
    pub const fn bottom(&self) -> Length {
        self.y + self.height
    }

    /// Whether `other` lies wholly in this rectangle.
    #[must_use]
    pub const fn contains(&self, other: &Self) -> bool {
        other.x >= self.x
            && other.y >= self.y
            && other.right() <= self.right()
            && other.bottom() <= self.bottom()
    }

    /// Whether the two rectangles share any area.
    #[must_use]
    pub const fn meets(&self, other: &Self) -> bool {
        other.x < self.right() && self.x < other.right() && other.y < self.bottom() && self.y < other.bottom()
    }

    /// The smallest rectangle around both.
    #[must_use]
    pub fn around(&self, other: &Self) -> Self {
        let x = self.x.min(other.x);
        let y = self.y.min(other.y);
        Self {
            x,
            y,
            width: self.right().max(other.right()) - x,
            height: self.bottom().max(other.bottom()) - y,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{A4_HEIGHT, A4_WIDTH, mm10};

    #[test]
    fn a4_is_595_276_by_841_890_points() {
        assert_eq!((A4_WIDTH, A4_HEIGHT), (595_275, 841_889));
        assert_eq!(mm10(10), 2834);
    }
}
