//! Tables for a spreadsheet, which must never take a cell for a formula: UTF-8 with a byte order mark, every cell
//! quoted, CRLF.
//!
//! One of them is `history.csv`, the events of a bundle. What a cell was before it was made harmless stands there in
//! `events.jsonl` and `particulars.jsonl`.

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};

use crate::bundle::Counter;
use crate::error::Cause;
use crate::paper::times;
use crate::record::{Entry, Record};

const COLUMNS: [&str; 12] = [
    "Entry",
    "Happened on",
    "What happened",
    "More",
    "Recorded at (UTC)",
    "Recorded at (UK)",
    "Recorded by",
    "Corrects or answers entry",
    "Kind",
    "Entry of the casebook",
    "Mark on paper",
    "SHA-256",
];

/// A table being written.
pub struct Table {
    writer: Writer<Vec<u8>>,
}

impl Table {
    /// Begins a table with the names of its columns.
    ///
    /// # Errors
    /// None that is known of: it is written to memory.
    pub fn of(columns: &[&str]) -> Result<Self, Cause> {
        let writer = WriterBuilder::new()
            .quote_style(QuoteStyle::Always)
            .terminator(Terminator::CRLF)
            .from_writer("\u{feff}".as_bytes().to_vec());
        let mut table = Self { writer };
        table.row(columns)?;
        Ok(table)
    }

    /// Adds a row. It must have as many cells as there are columns.
    ///
    /// # Errors
    /// If it has not.
    pub fn row<C: AsRef<str>>(&mut self, cells: &[C]) -> Result<(), Cause> {
        self.writer.write_record(cells.iter().map(|cell| harmless(cell.as_ref()))).map_err(unwritten)
    }

    /// The table as the bytes of a file.
    ///
    /// # Errors
    /// None that is known of.
    pub fn finish(self) -> Result<Vec<u8>, Cause> {
        self.writer.into_inner().map_err(|error| error.into_error().into())
    }
}

pub(crate) fn history_csv(record: &Record<'_>, counter: &mut Counter<'_>) -> Result<Vec<u8>, Cause> {
    let mut table = Table::of(&COLUMNS)?;
    for entry in &record.entries {
        counter.step()?;
        table.row(&row(record, entry))?;
    }
    table.finish()
}

fn row(record: &Record<'_>, entry: &Entry<'_>) -> [String; 12] {
    let envelope = &entry.envelope;
    [
        envelope.case_seq.to_string(),
        envelope.on.clone(),
        entry.told.sentence.reveal().clone(),
        entry.told.aside.reveal().clone(),
        envelope.at.clone(),
        times::uk_sortable(&envelope.at),
        entry.told.who.clone(),
        record.answered_by(entry).map(|number| number.to_string()).unwrap_or_default(),
        envelope.kind.clone(),
        envelope.seq.to_string(),
        entry.mark(),
        entry.hash.to_hex(),
    ]
}

/// A cell that no spreadsheet computes: an apostrophe goes before anything that could begin a formula, at the start of
/// the cell and, for programs that divide cells elsewhere, after a semicolon, a tab or a line break.
fn harmless(cell: &str) -> String {
    let mut safe = String::with_capacity(cell.len() + 1);
    if cell.starts_with(['\t', '\r', '\n', '\0']) {
        safe.push('\'');
    }
    let mut may_begin = true;
    for character in cell.chars() {
        if may_begin && begins_formula(character) {
            safe.push('\'');
        }
        may_begin = divides(character) || may_begin && is_unseen(character);
        safe.push(character);
    }
    safe
}

const fn begins_formula(character: char) -> bool {
    matches!(character, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '−')
}

const fn divides(character: char) -> bool {
    matches!(character, ';' | '\t' | '\r' | '\n')
}

/// Characters that a spreadsheet may drop before it looks for a formula; a quotation mark may be its own.
fn is_unseen(character: char) -> bool {
    character == '"'
        || character.is_whitespace()
        || character.is_control()
        || "\u{ad}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{feff}".contains(character)
        || ('\u{202a}'..='\u{202e}').contains(&character)
        || ('\u{2060}'..='\u{2069}').contains(&character)
}

/// Writing to memory does not fail; should it, the bundle is not made.
fn unwritten(error: csv::Error) -> Cause {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error.into(),
        _ => Cause::Io(std::io::ErrorKind::Other),
    }
}

#[cfg(test)]
mod tests {
    use super::{Table, begins_formula, harmless, is_unseen};

    #[test]
    fn what_could_be_a_formula_gets_an_apostrophe() {
        let rows = [
            ("", ""),
            ("plain", "plain"),
            ("3 - 2 = 1", "3 - 2 = 1"),
            ("=1+1", "'=1+1"),
            ("+44 20", "'+44 20"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t'=1"),
            ("\r\n=1", "'\r\n'=1"),
            ("\0=1", "'\0'=1"),
            ("  =1", "  '=1"),
            ("\u{a0}\u{200b}=1", "\u{a0}\u{200b}'=1"),
            ("\u{feff}=1", "\u{feff}'=1"),
            ("＝1", "'＝1"),
            ("x;=1", "x;'=1"),
            ("x\n-1", "x\n'-1"),
            ("x,=1", "x,=1"),
            ("\"=1\"", "\"'=1\""),
            ("x\";\"=1", "x\";\"'=1"),
            ("'=1", "'=1"),
        ];
        for (cell, expected) in rows {
            assert_eq!(harmless(cell), expected, "{cell:?}");
        }
    }

    proptest::proptest! {
        /// Whatever is typed, in whatever program the cell ends up: what is looked at first begins no formula, at the
        /// start of the cell and after everything that some programs divide cells at. Nothing is lost or reordered.
        #[test]
        fn no_part_of_a_cell_begins_a_formula(cell in "([=+\\-@\t\r\n\0;\"' a1＝−\u{feff}\u{202e}\u{a0}]|\\PC){0,40}") {
            let safe = harmless(&cell);
            for part in safe.split([';', '\t', '\r', '\n']) {
                let first = part.chars().find(|character| !is_unseen(*character));
                proptest::prop_assert!(!first.is_some_and(begins_formula), "{safe:?}");
            }
            proptest::prop_assert!(!safe.starts_with(['\t', '\r', '\n', '\0']));
            let mut left = safe.chars().peekable();
            for character in cell.chars() {
                if character != '\'' || left.peek() != Some(&'\'') {
                    while left.peek().is_some_and(|next| *next == '\'' && *next != character) { left.next(); }
                }
                proptest::prop_assert_eq!(left.next(), Some(character));
            }
            proptest::prop_assert_eq!(left.next(), None);
        }

        #[test]
        fn a_table_is_read_back_as_it_was_written(rows in proptest::collection::vec(
            proptest::collection::vec("\\PC{0,20}", 3), 0..8
        )) {
            let mut table = Table::of(&["a", "b", "c"]).unwrap();
            for row in &rows {
                table.row(row).unwrap();
            }
            let bytes = table.finish().unwrap();
            let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap();
            let mut reader = csv::ReaderBuilder::new().from_reader(text);
            let back: Vec<Vec<String>> = reader
                .records()
                .map(|record| record.unwrap().iter().map(str::to_owned).collect())
                .collect();
            let expected: Vec<Vec<String>> =
                rows.iter().map(|row| row.iter().map(|cell| harmless(cell)).collect()).collect();
            proptest::prop_assert_eq!(back, expected);
        }
    }
}
