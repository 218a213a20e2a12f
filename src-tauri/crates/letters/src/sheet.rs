//! Sheets: reports on paper without a letterhead, such as a case's history or "why this date". Tables may run over
//! hundreds of pages.

use casebook_law::words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::blocks::{Block, Span};
use crate::layout::flow::{Flow, Sizes, rule};
use crate::layout::items::{Drawn, Item, Layout, Shade, TextAt, Zone};
use crate::layout::lines::{TextLine, break_lines, single_line};
use crate::layout::pages::{Frame, paginate};
use crate::layout::{A4_HEIGHT, A4_WIDTH, Length, PT, Rect, mm10};
use crate::text::{clean, clean_line, is_blank};
use crate::{RenderError, Rendered, Style};

/// Left and right edge of the text.
const MARGIN: Length = mm10(200);
/// Width of the text.
const WIDTH: Length = A4_WIDTH - 2 * MARGIN;
/// What a table says where a cell is empty, so that it is seen to be empty on purpose.
const EMPTY: &str = "–";

/// A report. Everything in it is printed as it is; nothing is markup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The heading.
    pub title: String,
    /// A line below it; may be empty.
    pub subtitle: String,
    /// The reference it is about, printed on every page.
    pub reference: String,
    /// The day it was made.
    pub made_on: NaiveDate,
    /// Its parts.
    pub sections: Vec<SheetSection>,
    /// A line at the foot of every page; may be empty.
    pub footer: String,
}

/// A part of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetSection {
    /// Its heading; may be empty.
    pub heading: String,
    /// What it says.
    pub blocks: Vec<SheetBlock>,
}

/// A block of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetBlock {
    /// A paragraph; its line ends are kept.
    Paragraph(String),
    /// A numbered list.
    Numbered(Vec<String>),
    /// A table with its headers repeated on every page.
    Table {
        /// Words over the columns.
        headers: Vec<String>,
        /// The rows, each with a cell for each column.
        rows: Vec<Vec<String>>,
    },
}

/// Draws a sheet.
///
/// # Errors
/// [`RenderError::Undrawable`] if a character is in none of the faces.
pub fn render_sheet(sheet: &Sheet) -> Result<Rendered, RenderError> {
    Rendered::new(lay_out_sheet(sheet)?, "sheet/1".to_owned())
}

/// Lays a sheet out without drawing it, to learn on which page its parts begin.
///
/// # Errors
/// [`RenderError::Undrawable`] if a character is in none of the faces.
pub fn lay_out_sheet(sheet: &Sheet) -> Result<Layout, RenderError> {
    let head = Head {
        title: &sheet.title,
        reference: &sheet.reference,
        made_on: sheet.made_on,
        footer: &sheet.footer,
        sizes: Sizes::SHEET,
    };
    head.lay_out(&blocks(sheet))
}

/// What is the same on every page of a sheet.
pub(crate) struct Head<'a> {
    /// The heading, and the title of the file.
    pub(crate) title: &'a str,
    /// The reference it is about; may be empty.
    pub(crate) reference: &'a str,
    /// The day it was made.
    pub(crate) made_on: NaiveDate,
    /// A line at the foot of every page; may be empty.
    pub(crate) footer: &'a str,
    /// Size of the text.
    pub(crate) sizes: Sizes,
}

impl Head<'_> {
    /// Puts blocks on as many pages as they need. The heading is one of them.
    pub(crate) fn lay_out(&self, blocks: &[Block]) -> Result<Layout, RenderError> {
        let mut flow = Flow::new(self.sizes, MARGIN, WIDTH, Vec::new());
        flow.blocks(blocks)?;
        let frame = Frame { first_top: mm10(180), later_top: mm10(240), bottom: A4_HEIGHT - mm10(240) };
        let mut pages = paginate(flow.rows, frame);
        let count = pages.len();
        for (number, page) in (1..).zip(pages.iter_mut()) {
            page.items.extend(self.furniture(number, count)?);
        }
        let named = format!("{} {}", clean_line(self.title), clean_line(self.reference));
        Ok(Layout {
            title: named.trim().to_owned(),
            author: String::new(),
            made_on: self.made_on.to_string(),
            pages,
            elements: flow.elements,
        })
    }

    /// Head and foot of a page.
    fn furniture(&self, number: usize, count: usize) -> Result<Vec<Item>, RenderError> {
        // Of the size of a report's, whatever the size of the text.
        let size = Sizes::SHEET.share(880);
        let foot = A4_HEIGHT - mm10(150);
        let page = single_line(&format!("Page {number} of {count}"), Style::Regular)?;
        let page_x = MARGIN + WIDTH - page.width(size);
        let footer = [Span::regular(clean_line(self.footer))];
        let room = page_x - MARGIN - mm10(60);
        let mut items = vec![rule(
            Rect { x: MARGIN, y: foot - size * 160 / 100, width: WIDTH, height: PT / 2 },
            Zone::Footer,
        )];
        let mut baseline = foot;
        for line in break_lines(&footer, size, room)?.into_iter().take(2) {
            items.push(quiet(line, MARGIN, baseline, size, Zone::Footer));
            baseline += size * 130 / 100;
        }
        items.push(quiet(page, page_x, foot, size, Zone::Footer));
        if number > 1 {
            let title = format!("{} · {}", clean_line(self.title), clean_line(self.reference));
            let line =
                break_lines(&[Span::regular(title)], size, WIDTH)?.into_iter().next().unwrap_or_default();
            items.push(quiet(line, MARGIN, mm10(160), size, Zone::ContinuationHead));
        }
        Ok(items)
    }
}

fn blocks(sheet: &Sheet) -> Vec<Block> {
    let mut blocks = vec![Block::Heading { level: 1, spans: vec![Span::bold(clean_line(&sheet.title))] }];
    if !is_blank(&sheet.subtitle) {
        blocks.push(Block::Paragraph(vec![Span::regular(clean_line(&sheet.subtitle))]));
    }
    let made = format!("{} · made on {}", clean_line(&sheet.reference), words::date(sheet.made_on));
    blocks.push(Block::Paragraph(vec![Span::regular(made)]));
    for section in &sheet.sections {
        if !is_blank(&section.heading) {
            let spans = vec![Span::bold(clean_line(&section.heading))];
            blocks.push(Block::Heading { level: 2, spans });
        }
        blocks.extend(section.blocks.iter().map(block));
    }
    blocks
}

fn block(block: &SheetBlock) -> Block {
    match block {
        SheetBlock::Paragraph(text) => Block::Paragraph(words_of(text)),
        SheetBlock::Numbered(entries) => Block::List {
            numbered: true,
            entries: entries.iter().map(|entry| vec![Block::Paragraph(words_of(entry))]).collect(),
        },
        SheetBlock::Table { headers, rows } => Block::Table {
            headers: headers.iter().map(|header| words_of(header)).collect(),
            rows: rows.iter().map(|row| row.iter().map(|cell| cell_of(cell)).collect()).collect(),
        },
    }
}

fn words_of(text: &str) -> Vec<Span> {
    vec![Span::regular(clean(text).trim_matches('\n'))]
}

fn cell_of(text: &str) -> Vec<Span> {
    if is_blank(text) { vec![Span::regular(EMPTY)] } else { words_of(text) }
}

fn quiet(line: TextLine, x: Length, baseline: Length, size: Length, zone: Zone) -> Item {
    Item { zone, element: None, drawn: Drawn::Text(TextAt { x, baseline, size, shade: Shade::Quiet, line }) }
}
