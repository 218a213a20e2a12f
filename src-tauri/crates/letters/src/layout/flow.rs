//! Blocks to rows. A row is what a page is never broken inside: a line of a paragraph, or a row of a table.

pub(crate) mod form;
mod table;

use super::items::{Drawn, Element, ElementKind, Item, Shade, TextAt, Zone};
use super::lines::{TextLine, break_lines, scaled, single_line};
use super::{Length, PT, Rect};
use crate::RenderError;
use crate::blocks::{Block, Span, Style};

/// Sizes of the text. Everything is derived from the size of the body.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sizes {
    /// Body text.
    pub(crate) body: Length,
}

impl Sizes {
    /// 12 point.
    pub(crate) const STANDARD: Self = Self { body: 12 * PT };
    /// 18 point.
    pub(crate) const LARGE: Self = Self { body: 18 * PT };
    /// Reports: 9.5 point.
    pub(crate) const SHEET: Self = Self { body: 9500 };

    /// A share of the body's size, in thousandths.
    pub(crate) fn share(self, thousandths: i32) -> Length {
        scaled(thousandths, self.body)
    }

    /// Distance from baseline to baseline.
    pub(crate) fn leading(self) -> Length {
        self.share(1380)
    }

    /// Empty space between paragraphs.
    pub(crate) fn gap(self) -> Length {
        self.share(620)
    }

    fn heading(self, level: u8) -> Length {
        self.share(if level == 1 { 1200 } else { 1000 })
    }
}

/// A part of the page that is not broken.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    /// Height without the space before.
    pub(crate) height: Length,
    /// Space above, dropped at the top of a page.
    pub(crate) space_before: Length,
    /// Items placed as if the row's top were the top of the page.
    pub(crate) items: Vec<Item>,
    /// The next row has to be on the same page.
    pub(crate) glued: bool,
    /// Starts a new page.
    pub(crate) new_page: bool,
    /// The table it is part of.
    pub(crate) table: Option<usize>,
    /// Repeated at the top of each page the table goes on to.
    pub(crate) is_table_header: bool,
}

/// Where and in which size text is set.
#[derive(Clone, Copy)]
struct Column {
    x: Length,
    width: Length,
    parent: Option<usize>,
    kind: ElementKind,
}

/// Turns blocks into rows and keeps the logical structure.
pub(crate) struct Flow {
    sizes: Sizes,
    column: Column,
    pub(crate) rows: Vec<Row>,
    pub(crate) elements: Vec<Element>,
    tables: usize,
    new_page: bool,
}

impl Flow {
    /// Text between `x` and `x + width`.
    pub(crate) fn new(sizes: Sizes, x: Length, width: Length, elements: Vec<Element>) -> Self {
        let column = Column { x, width, parent: None, kind: ElementKind::Paragraph };
        Self { sizes, column, rows: Vec::new(), elements, tables: 0, new_page: false }
    }

    /// Adds an element of the structure.
    pub(crate) fn element(&mut self, kind: ElementKind, parent: Option<usize>) -> usize {
        self.elements.push(Element { kind, parent });
        self.elements.len() - 1
    }

    /// Adds blocks one after the other.
    pub(crate) fn blocks(&mut self, blocks: &[Block]) -> Result<(), RenderError> {
        let column = self.column;
        self.blocks_in(blocks, column)
    }

    fn blocks_in(&mut self, blocks: &[Block], column: Column) -> Result<(), RenderError> {
        for block in blocks {
            self.block(block, column)?;
        }
        Ok(())
    }

    fn block(&mut self, block: &Block, column: Column) -> Result<(), RenderError> {
        match block {
            Block::Heading { level, spans } => self.heading(*level, spans, column),
            Block::Paragraph(spans) => {
                let element = self.element(column.kind, column.parent);
                self.paragraph(spans, column, element, self.sizes.gap())
            }
            Block::List { numbered, entries } => self.list(*numbered, entries, column),
            Block::Quote(blocks) => self.quote(blocks, column),
            Block::Table { headers, rows } => self.table(headers, rows, column),
            Block::FillIn { label, lines } => self.fill_in(label, *lines, column),
            Block::Tick(label) => self.tick(label, column),
            Block::Key(groups) => self.key(groups, column),
            Block::NewPage => {
                self.new_page = true;
                Ok(())
            }
            Block::Clause { blocks, .. } => self.blocks_in(blocks, column),
        }
    }

    fn heading(&mut self, level: u8, spans: &[Span], column: Column) -> Result<(), RenderError> {
        let size = self.sizes.heading(level);
        let kind = if level == 1 { ElementKind::Heading1 } else { ElementKind::Heading2 };
        let element = self.element(kind, column.parent);
        let bold: Vec<Span> = spans.iter().map(|span| Span::bold(span.text.clone())).collect();
        let space = self.sizes.share(if level == 1 { 800 } else { 1000 });
        let lines = break_lines(&bold, size, column.width)?;
        self.lines(lines, size, column.x, element, space);
        // A heading stays with what it heads.
        if let Some(last) = self.rows.last_mut() {
            last.glued = true;
            last.height += if level == 1 { self.sizes.share(250) } else { 0 };
        }
        Ok(())
    }

    fn paragraph(
        &mut self,
        spans: &[Span],
        column: Column,
        element: usize,
        space: Length,
    ) -> Result<(), RenderError> {
        // Right after a heading the paragraph moves up to it.
        let space = if self.rows.last().is_some_and(|row| row.glued) { space / 3 } else { space };
        let lines = break_lines(spans, self.sizes.body, column.width)?;
        self.lines(lines, self.sizes.body, column.x, element, space);
        Ok(())
    }

    /// Lines as rows, with at least two of them on either side of a page break.
    fn lines(&mut self, lines: Vec<TextLine>, size: Length, x: Length, element: usize, space: Length) {
        let count = lines.len();
        let height = scaled(1380, size);
        for (number, line) in (1..).zip(lines) {
            let glued = number == 1 && count > 1 || number + 1 == count;
            let space_before = if number == 1 { space } else { 0 };
            let item = text_item(line, x, baseline_in(height, size), size, Some(element));
            self.push(Row { height, space_before, items: vec![item], glued, ..Row::default() });
        }
    }

    fn push(&mut self, mut row: Row) {
        row.new_page = std::mem::take(&mut self.new_page);
        self.rows.push(row);
    }

    /// Makes the last `count` rows stay together with what comes next.
    pub(crate) fn glue_last(&mut self, count: usize) {
        for row in self.rows.iter_mut().rev().take(count) {
            row.glued = true;
        }
    }

    /// Empty space that stays with the rows around it, for the signature.
    pub(crate) fn space(&mut self, height: Length) {
        self.push(Row { height, glued: true, ..Row::default() });
    }

    /// One paragraph of lines that belong together, without space between: name and role, references.
    pub(crate) fn stack(&mut self, lines: &[Span], space: Length, glued: bool) -> Result<(), RenderError> {
        let element = self.element(ElementKind::Paragraph, None);
        let mut space = space;
        for span in lines {
            let broken = break_lines(std::slice::from_ref(span), self.sizes.body, self.column.width)?;
            let first = self.rows.len();
            self.lines(broken, self.sizes.body, self.column.x, element, space);
            for row in self.rows.iter_mut().skip(first) {
                row.glued = true;
            }
            space = 0;
        }
        if let Some(last) = self.rows.last_mut() {
            last.glued = glued;
        }
        Ok(())
    }

    fn list(&mut self, numbered: bool, entries: &[Vec<Block>], column: Column) -> Result<(), RenderError> {
        let kind = if numbered { ElementKind::NumberedList } else { ElementKind::BulletedList };
        let list = self.element(kind, column.parent);
        let widest = if numbered { format!("{}.", entries.len()) } else { "•".to_owned() };
        let indent = single_line(&widest, Style::Regular)?.width(self.sizes.body) + self.sizes.share(600);
        for (number, entry) in (1..).zip(entries) {
            let whole = self.element(ElementKind::ListEntry, Some(list));
            let label = self.element(ElementKind::Label, Some(whole));
            let body = self.element(ElementKind::ListBody, Some(whole));
            let first = self.rows.len();
            let inner = Column {
                x: column.x + indent,
                width: column.width - indent,
                parent: Some(body),
                kind: ElementKind::Paragraph,
            };
            self.blocks_in(entry, inner)?;
            let mark = if numbered { format!("{number}.") } else { "•".to_owned() };
            self.label(&mark, first, column.x, label, number > 1)?;
            // No entry is left alone on either side of a page break.
            if number == 1 && entries.len() > 1 || number + 1 == entries.len() {
                self.glue_last(1);
            }
        }
        Ok(())
    }

    /// Puts the number or bullet beside the first line of an entry, before it in reading order.
    fn label(
        &mut self,
        mark: &str,
        row: usize,
        x: Length,
        element: usize,
        close: bool,
    ) -> Result<(), RenderError> {
        let line = single_line(mark, Style::Regular)?;
        let size = self.sizes.body;
        let tight = self.sizes.share(200);
        if let Some(row) = self.rows.get_mut(row) {
            if close {
                row.space_before = row.space_before.min(tight);
            }
            row.items
                .insert(0, text_item(line, x, baseline_in(scaled(1380, size), size), size, Some(element)));
        }
        Ok(())
    }

    fn quote(&mut self, blocks: &[Block], column: Column) -> Result<(), RenderError> {
        let indent = self.sizes.share(1200);
        let first = self.rows.len();
        let inner =
            Column { x: column.x + indent, width: column.width - indent, kind: ElementKind::Quote, ..column };
        self.blocks_in(blocks, inner)?;
        let edge = column.x + self.sizes.share(400);
        for (number, row) in self.rows.iter_mut().skip(first).enumerate() {
            // The edge runs on through the space between the quoted paragraphs.
            let above = if number == 0 { 0 } else { row.space_before };
            let rect = Rect { x: edge, y: -above, width: PT, height: row.height + above };
            row.items.push(rule(rect, Zone::Body));
        }
        Ok(())
    }
}

/// A faint rule.
pub(crate) const fn rule(rect: Rect, zone: Zone) -> Item {
    Item { zone, element: None, drawn: Drawn::Rule { rect, shade: Shade::Faint } }
}

/// A line of text in the body.
pub(crate) const fn text_item(
    line: TextLine,
    x: Length,
    baseline: Length,
    size: Length,
    element: Option<usize>,
) -> Item {
    let text = TextAt { x, baseline, size, shade: Shade::Black, line };
    Item { zone: Zone::Body, element, drawn: Drawn::Text(text) }
}

/// Where the baseline lies in a row, so that capitals stand in its middle.
pub(crate) fn baseline_in(height: Length, size: Length) -> Length {
    (height + scaled(714, size)) / 2
}
