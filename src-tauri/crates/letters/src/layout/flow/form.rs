//! What a person fills in or copies by hand: lines to write on, boxes to tick, groups of a key.

use super::{Column, Flow, Row, baseline_in, rule, text_item};
use crate::RenderError;
use crate::blocks::{Span, Style};
use crate::layout::items::{ElementKind, Zone};
use crate::layout::lines::{TextLine, break_lines, single_line};
use crate::layout::{Length, PT, Rect};

/// Groups of a key beside each other.
const GROUPS: usize = 3;
/// Width of a character of a key, in thousandths of its size.
const CELL: i32 = 1050;

impl Flow {
    /// A label, and rules from it to the right edge.
    pub(super) fn fill_in(&mut self, label: &str, lines: u8, column: Column) -> Result<(), RenderError> {
        let size = self.sizes.body;
        let height = self.sizes.share(2300);
        let baseline = height - self.sizes.share(300);
        let element = self.element(ElementKind::Paragraph, column.parent);
        let label = single_line(label, Style::Regular)?;
        let indent = label.width(size) + self.sizes.share(500);
        let mut items = vec![text_item(label, column.x, baseline, size, Some(element))];
        for number in 0..lines.max(1) {
            let from = if number == 0 { indent } else { 0 };
            let line =
                Rect { x: column.x + from, y: baseline + 2 * PT, width: column.width - from, height: PT / 2 };
            items.push(rule(line, Zone::Body));
            let glued = number + 1 < lines;
            self.push(Row { height, items: std::mem::take(&mut items), glued, ..Row::default() });
        }
        Ok(())
    }

    /// An outlined box with its meaning beside it.
    pub(super) fn tick(&mut self, label: &str, column: Column) -> Result<(), RenderError> {
        let size = self.sizes.body;
        let side = self.sizes.share(950);
        let indent = self.sizes.share(1600);
        let height = self.sizes.share(1700);
        let element = self.element(ElementKind::Paragraph, column.parent);
        let lines = break_lines(&[Span::regular(label)], size, column.width - indent)?;
        for (number, line) in lines.into_iter().enumerate() {
            let baseline = baseline_in(height, size);
            let mut items = vec![text_item(line, column.x + indent, baseline, size, Some(element))];
            if number == 0 {
                let outline = Rect { x: column.x, y: (height - side) / 2, width: side, height: side };
                items.extend(edges(outline, PT).map(|edge| rule(edge, Zone::Body)));
            }
            self.push(Row { height, items, ..Row::default() });
        }
        Ok(())
    }

    /// Groups in rows, each with its number before it.
    pub(super) fn key(&mut self, groups: &[String], column: Column) -> Result<(), RenderError> {
        let size = self.sizes.share(2200);
        let height = self.sizes.share(4200);
        let wide = column.width / 3;
        let mut number = 0;
        for row in groups.chunks(GROUPS) {
            let mut items = Vec::new();
            let mut x = column.x;
            for group in row {
                number += 1;
                let element = self.element(ElementKind::Paragraph, column.parent);
                let baseline = baseline_in(height, size);
                let mark = single_line(&format!("{number}."), Style::Regular)?;
                items.push(text_item(mark, x, baseline, self.sizes.body, Some(element)));
                let at = x + self.sizes.share(1500);
                items.push(text_item(
                    even(single_line(group, Style::Regular)?),
                    at,
                    baseline,
                    size,
                    Some(element),
                ));
                x += wide;
            }
            self.push(Row { height, items, glued: true, ..Row::default() });
        }
        Ok(())
    }
}

/// Every character in the middle of a place of the same width, so that they can be counted.
fn even(mut line: TextLine) -> TextLine {
    for glyph in line.runs.iter_mut().flat_map(|run| &mut run.glyphs) {
        glyph.x_offset += (CELL - glyph.natural) / 2;
        glyph.advance = CELL;
    }
    line
}

/// The outline of a rectangle, inside it.
pub(crate) const fn edges(rect: Rect, thick: Length) -> [Rect; 4] {
    let across = Rect { height: thick, ..rect };
    let down = Rect { width: thick, ..rect };
    [across, Rect { y: rect.bottom() - thick, ..across }, down, Rect { x: rect.right() - thick, ..down }]
}
