//! Tables: the widths of their columns, their rows, and rows too high for a page.

use super::{Column, Flow, Row, baseline_in, rule, text_item};
use crate::RenderError;
use crate::blocks::{Span, Style};
use crate::layout::items::{ElementKind, Item, Zone};
use crate::layout::lines::{break_lines, single_line};
use crate::layout::{A4_HEIGHT, Length, PT, Rect};

impl Flow {
    pub(super) fn table(
        &mut self,
        headers: &[Vec<Span>],
        rows: &[Vec<Vec<Span>>],
        column: Column,
    ) -> Result<(), RenderError> {
        let table = self.element(ElementKind::Table, column.parent);
        self.tables += 1;
        let number = self.tables;
        let widths = self.column_widths(headers, rows, column.width)?;
        let bold: Vec<Vec<Span>> = headers
            .iter()
            .map(|cell| cell.iter().map(|span| Span::bold(span.text.clone())).collect())
            .collect();
        if bold.iter().flatten().any(|span| !span.text.is_empty()) {
            self.table_row(&bold, &widths, column, (table, number), true)?;
        }
        for row in rows {
            self.table_row(row, &widths, column, (table, number), false)?;
        }
        Ok(())
    }

    /// One row of a table. A row higher than a third of a page is handed over line by line, so that it can be broken.
    fn table_row(
        &mut self,
        cells: &[Vec<Span>],
        widths: &[Length],
        column: Column,
        (table, number): (usize, usize),
        is_header: bool,
    ) -> Result<(), RenderError> {
        let size = self.sizes.body;
        let leading = self.sizes.leading();
        let padding = self.sizes.share(350);
        let row_element = self.element(ElementKind::Row, Some(table));
        let kind = if is_header { ElementKind::HeaderCell } else { ElementKind::Cell };
        let mut lines_by_level: Vec<Vec<Item>> = Vec::new();
        let mut x = column.x;
        for (cell, width) in cells.iter().zip(widths) {
            let element = self.element(kind, Some(row_element));
            for (level, line) in break_lines(cell, size, *width - 2 * padding)?.into_iter().enumerate() {
                if lines_by_level.len() <= level {
                    lines_by_level.push(Vec::new());
                }
                if let Some(items) = lines_by_level.get_mut(level) {
                    items.push(text_item(line, x + padding, baseline_in(leading, size), size, Some(element)));
                }
            }
            x += width;
        }
        let count = Length::try_from(lines_by_level.len()).unwrap_or(Length::MAX).max(1);
        let breakable = count.saturating_mul(leading) > A4_HEIGHT / 3;
        let width: Length = widths.iter().sum();
        let edge = Rect { x: column.x, y: 0, width, height: if is_header { PT } else { PT / 2 } };
        let space_before = if is_header { self.sizes.gap() } else { 0 };
        let base =
            Row { table: Some(number), is_table_header: is_header, glued: is_header, ..Row::default() };
        if breakable {
            self.table_row_in_lines(lines_by_level, leading, edge, &base);
            return Ok(());
        }
        let height = count * leading + 2 * padding;
        let items = in_cell_order(lines_by_level, leading, padding, Rect { y: height, ..edge });
        self.push(Row { height, space_before, items, ..base });
        Ok(())
    }

    fn table_row_in_lines(&mut self, lines: Vec<Vec<Item>>, leading: Length, edge: Rect, base: &Row) {
        let count = lines.len();
        for (number, mut items) in (1..).zip(lines) {
            if number == count {
                items.push(rule(Rect { y: leading, ..edge }, Zone::Body));
            }
            self.push(Row { height: leading, items, ..base.clone() });
        }
    }

    /// Shares the width among the columns: each gets its longest word, short texts such as dates whole if there is
    /// room, and the rest goes by the amount of text.
    fn column_widths(
        &self,
        headers: &[Vec<Span>],
        rows: &[Vec<Vec<Span>>],
        width: Length,
    ) -> Result<Vec<Length>, RenderError> {
        let size = self.sizes.body;
        let columns = rows.iter().map(Vec::len).chain([headers.len()]).max().unwrap_or(0);
        let padding = 2 * self.sizes.share(350);
        let mut needs = vec![Need::default(); columns];
        // A long table is judged by its first rows: measuring tens of thousands tells nothing more.
        for row in std::iter::once(headers).chain(rows.iter().take(200).map(Vec::as_slice)) {
            for (cell, need) in row.iter().zip(&mut needs) {
                let text: String = cell.iter().map(|span| span.text.as_str()).collect();
                // Words held together by no-break spaces are one word: they would be torn apart otherwise.
                for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
                    let word = single_line(word, Style::Bold)?.width(size) + padding;
                    need.word = word.max(need.word).min(width / 3);
                }
                let whole = single_line(&text, Style::Bold)?.width(size) + padding;
                if whole <= width / 5 {
                    need.short_text = whole.max(need.short_text);
                }
                need.all = whole.max(need.all).min(width);
            }
        }
        let all: Vec<Length> = needs.iter().map(|need| need.all).collect();
        let words: Vec<Length> = needs.iter().map(|need| need.word).collect();
        let texts: Vec<Length> = needs.iter().map(|need| need.word.max(need.short_text)).collect();
        let is_roomy = texts.iter().sum::<Length>() <= width / 4 * 3;
        Ok(share(if is_roomy { &texts } else { &words }, &all, width))
    }
}

/// Widths a column would like: for its longest word, for its texts that are short, for all of its text.
#[derive(Clone, Default)]
struct Need {
    word: Length,
    short_text: Length,
    all: Length,
}

/// Gives each column what it wants if there is room, else its least and a share of the rest.
fn share(least: &[Length], wanted: &[Length], width: Length) -> Vec<Length> {
    let all_wanted: i64 = wanted.iter().map(|width| i64::from(*width)).sum();
    let all_least: i64 = least.iter().map(|width| i64::from(*width)).sum();
    let room = i64::from(width);
    let count = i64::try_from(wanted.len().max(1)).unwrap_or(1);
    let part = |least: Length, wanted: Length| -> i64 {
        if all_wanted <= room {
            i64::from(wanted) + (room - all_wanted) / count
        } else if all_least >= room || all_wanted == all_least {
            room / count
        } else {
            i64::from(least) + (room - all_least) * i64::from(wanted - least) / (all_wanted - all_least)
        }
    };
    least
        .iter()
        .zip(wanted)
        .map(|(least, wanted)| Length::try_from(part(*least, *wanted)).unwrap_or(0))
        .collect()
}

/// The items of a table row cell by cell, as they are read, each line lowered to its place.
fn in_cell_order(lines: Vec<Vec<Item>>, leading: Length, padding: Length, edge: Rect) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut top = padding;
    for line in lines {
        for mut item in line {
            item.lower(top);
            items.push(item);
        }
        top += leading;
    }
    items.sort_by_key(|item| item.element);
    items.push(rule(edge, Zone::Body));
    items
}
