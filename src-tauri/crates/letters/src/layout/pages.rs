//! Rows to pages: the last place where a break is allowed before the page is full.

use super::Length;
use super::flow::Row;
use super::items::{Item, Page};

/// Top and bottom of the text on the first and on later pages.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    /// Top of the text on page 1.
    pub(crate) first_top: Length,
    /// Top of the text on later pages.
    pub(crate) later_top: Length,
    /// Bottom of the text.
    pub(crate) bottom: Length,
}

/// Distributes rows over pages. There is at least one page.
pub(crate) fn paginate(rows: Vec<Row>, frame: Frame) -> Vec<Page> {
    let mut pages = Vec::new();
    let mut rest = rows.into_iter().peekable();
    let mut carried: Vec<Row> = Vec::new();
    let mut headers: Option<Row> = None;
    loop {
        let top = if pages.is_empty() { frame.first_top } else { frame.later_top };
        let mut rows = repeated_header(headers.as_ref(), carried.first().or(rest.peek()));
        let repeated = rows.len();
        rows.append(&mut carried);
        let mut height: Length = height_of(&rows);
        while let Some(row) = rest.peek() {
            let is_full = top + height + space(row, rows.is_empty()) + row.height > frame.bottom;
            // A page takes at least one row, however high it is.
            if rows.len() > repeated && (row.new_page || is_full) {
                break;
            }
            if let Some(row) = rest.next() {
                height += space(&row, rows.is_empty()) + row.height;
                rows.push(row);
            }
        }
        if rest.peek().is_some_and(|next| !next.new_page) {
            carried = rows.split_off(break_before(&rows, repeated));
        }
        if let Some(header) = rows.iter().rev().find(|row| row.is_table_header) {
            headers = Some(header.clone());
        }
        pages.push(page(rows, repeated, top));
        if rest.peek().is_none() && carried.is_empty() {
            return pages;
        }
    }
}

/// The header of the table that goes on at the top of the page.
fn repeated_header(header: Option<&Row>, first: Option<&Row>) -> Vec<Row> {
    match (header, first) {
        (Some(header), Some(first)) if first.table == header.table && !first.is_table_header => {
            vec![header.clone()]
        }
        _ => Vec::new(),
    }
}

/// Number of rows that stay on the page: up to the last allowed break, or all if no break is allowed.
fn break_before(rows: &[Row], repeated: usize) -> usize {
    (repeated + 1..=rows.len())
        .rev()
        .find(|count| rows.get(count - 1).is_some_and(|row| !row.glued))
        .unwrap_or(rows.len())
}

const fn space(row: &Row, first: bool) -> Length {
    if first { 0 } else { row.space_before }
}

fn height_of(rows: &[Row]) -> Length {
    rows.iter().enumerate().map(|(number, row)| space(row, number == 0) + row.height).sum()
}

fn page(rows: Vec<Row>, repeated: usize, top: Length) -> Page {
    let mut items: Vec<Item> = Vec::new();
    let mut y = top;
    for (number, row) in rows.into_iter().enumerate() {
        y += space(&row, number == 0);
        for mut item in row.items {
            if number < repeated {
                // A repeated header is not read out again.
                item.element = None;
            }
            item.lower(y);
            items.push(item);
        }
        y += row.height;
    }
    Page { items }
}

#[cfg(test)]
mod tests {
    use super::super::flow::{Row, text_item};
    use super::super::lines::TextLine;
    use super::{Frame, paginate};

    const FRAME: Frame = Frame { first_top: 0, later_top: 0, bottom: 100 };

    fn row(name: &str, glued: bool) -> Row {
        let line = TextLine { text: name.to_owned(), runs: Vec::new() };
        Row { height: 10, glued, items: vec![text_item(line, 0, 0, 1, Some(0))], ..Row::default() }
    }

    fn laid(rows: Vec<Row>) -> Vec<Vec<String>> {
        paginate(rows, FRAME)
            .into_iter()
            .map(|page| page.items.iter().filter_map(|item| item.text().map(str::to_owned)).collect())
            .collect()
    }

    #[test]
    fn a_full_page_is_one_page_and_one_row_more_is_two() {
        let rows = |count: usize| (0..count).map(|number| row(&number.to_string(), false)).collect();
        assert_eq!(laid(rows(10)).len(), 1);
        assert_eq!(laid(rows(11)).len(), 2);
        assert_eq!(laid(Vec::new()).len(), 1);
    }

    #[test]
    fn a_heading_is_never_the_last_thing_on_a_page() {
        let mut rows: Vec<Row> = (0..9).map(|number| row(&number.to_string(), false)).collect();
        rows.push(row("heading", true));
        rows.push(row("text", false));
        assert_eq!(laid(rows)[1], ["heading", "text"]);
    }

    #[test]
    fn rows_that_may_not_be_parted_but_do_not_fit_are_parted_at_the_edge() {
        let rows = (0..25).map(|number| row(&number.to_string(), true)).collect();
        let pages = laid(rows);
        assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [10, 10, 5]);
    }

    #[test]
    fn the_header_of_a_table_is_repeated_but_read_out_once() {
        let mut header = row("header", true);
        header.table = Some(1);
        header.is_table_header = true;
        let mut rows = vec![header];
        for number in 0..25 {
            rows.push(Row { table: Some(1), ..row(&number.to_string(), false) });
        }
        let pages = paginate(rows, FRAME);
        assert_eq!(pages.len(), 3);
        for (number, page) in pages.iter().enumerate() {
            assert_eq!(page.items[0].text(), Some("header"));
            assert_eq!(page.items[0].element.is_some(), number == 0);
        }
    }

    #[test]
    fn a_page_break_is_obeyed() {
        let rows = vec![row("a", false), Row { new_page: true, ..row("b", false) }];
        assert_eq!(laid(rows), [["a"], ["b"]]);
    }
}
