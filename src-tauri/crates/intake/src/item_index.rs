//! A list of items found by a search, as other programs write it (ITEM-1): CSV with a heading, one item a row.
//!
//! Headings are recognised by their usual names, the separator by what makes most of them known. A row that cannot be
//! used is named by its line with a reason; the others are kept.

use std::collections::HashMap;

use casebook_law::Exemption;
use casebook_personal::Personal;
use chrono::NaiveDate;

use crate::text::decoded;

mod columns;
mod row;

use self::columns::Columns;

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 20 * 1024 * 1024;
/// The most rows that are read.
pub const MOST_ROWS: usize = 100_000;
/// The most faults that are listed one by one; the others are counted.
pub const MOST_FAULTS: usize = 500;

/// What was decided about an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemDecision {
    /// Given in full.
    Released,
    /// Given with parts blacked out.
    Redacted,
    /// Not given.
    Withheld,
}

/// One item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line of the file it begins on, from 1.
    pub line: u64,
    /// The number or name the other program gave it; empty if the list has none.
    pub id: Personal<String>,
    /// What it is; never empty.
    pub title: Personal<String>,
    /// The group it belongs to; empty if the list has none.
    pub group: Personal<String>,
    /// Its pages, if the list says.
    pub pages: Option<u32>,
    /// Its date, if the list says.
    pub dated_on: Option<NaiveDate>,
    /// What was decided, if anything.
    pub decision: Option<ItemDecision>,
    /// The exemption; always there for what is redacted or withheld.
    pub exemption: Option<Exemption>,
    /// Why; may be empty.
    pub reason: Personal<String>,
}

/// A row that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line of the file it begins on, from 1.
    pub line: u64,
    /// What is wrong with it, as a sentence without anything that stands in the file.
    pub sentence: String,
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    /// The items, in the order of the file.
    pub rows: Vec<Row>,
    /// The rows that could not be used, at most [`MOST_FAULTS`] of them.
    pub faults: Vec<Fault>,
    /// How many more could not be used.
    pub more_faults: usize,
}

impl Index {
    fn fault(&mut self, line: u64, sentence: impl Into<String>) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(Fault { line, sentence: sentence.into() });
        } else {
            self.more_faults = self.more_faults.saturating_add(1);
        }
    }
}

/// Why nothing of a file could be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Larger than [`LARGEST_FILE`].
    TooLarge,
    /// Nothing in it.
    Empty,
    /// A workbook of a spreadsheet program.
    Workbook,
    /// Not text.
    NotText,
    /// No heading says which column is the description.
    NoHeading,
    /// More than [`MOST_ROWS`] rows.
    TooManyRows,
}

impl Unreadable {
    /// What to do about it, as a sentence.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::TooLarge => "The list is larger than 20 MiB. Divide it into several lists.",
            Self::Empty => "The list is empty.",
            Self::Workbook => {
                "This is a workbook of a spreadsheet program. Open it there and save it as CSV, then choose that file."
            }
            Self::NotText => "This is not a list in text form. Save it as CSV, then choose that file.",
            Self::NoHeading => {
                "The first row has to name the columns. “Title” or “Description” must be among them; “Id”, “Group”, “Pages”, \
                 “Date”, “Decision”, “Exemption” and “Reason” are read too."
            }
            Self::TooManyRows => "The list has more than 100,000 rows. Divide it into several lists.",
        }
    }
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.sentence())
    }
}

impl std::error::Error for Unreadable {}

/// Reads a list.
///
/// # Errors
/// [`Unreadable`] if nothing of it can be used. Faults of single rows are part of the answer.
pub fn read(bytes: &[u8]) -> Result<Index, Unreadable> {
    if bytes.len() > LARGEST_FILE {
        return Err(Unreadable::TooLarge);
    }
    // A zip archive, which a workbook is, and the older form of one.
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(Unreadable::Workbook);
    }
    let text = decoded(bytes);
    let (text, first_line) = without_separator_line(&text);
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    if text.contains('\0') {
        return Err(Unreadable::NotText);
    }
    let (separator, columns) = Columns::find(text).ok_or(Unreadable::NoHeading)?;
    rows(text, first_line, separator, &columns)
}

fn rows(text: &str, first_line: u64, separator: u8, columns: &Columns) -> Result<Index, Unreadable> {
    let mut index = Index::default();
    let mut seen: HashMap<Personal<String>, u64> = HashMap::new();
    let mut reader = columns::reader(text, separator);
    let mut records = 0_usize;
    for record in reader.records().skip(1) {
        // Text that was decoded is sound text, and rows may have any length: there is nothing left to fail.
        let Ok(record) = record else { continue };
        let line = record.position().map_or(0, |at| line_of(text, at)).saturating_add(first_line);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        records = records.saturating_add(1);
        if records > MOST_ROWS {
            return Err(Unreadable::TooManyRows);
        }
        match row::read(&record, columns, line) {
            Ok(row) => {
                let before = if row.id.is_blank() { None } else { seen.insert(row.id.clone(), line) };
                if let Some(before) = before {
                    index.fault(line, format!("It has the same number as line {before}."));
                } else {
                    index.rows.push(row);
                }
            }
            Err(sentence) => index.fault(line, sentence),
        }
    }
    Ok(index)
}

/// The line a record begins on. The reader counts empty lines before a record as its own.
fn line_of(text: &str, at: &csv::Position) -> u64 {
    let rest =
        usize::try_from(at.byte()).ok().and_then(|byte| text.as_bytes().get(byte..)).unwrap_or_default();
    let ends = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    ends.fold(at.line(), |line, byte| line.saturating_add(u64::from(*byte == b'\n')))
}

/// Some programs say first which separator they use: `sep=;`. What comes after it, and how many lines came before.
fn without_separator_line(text: &str) -> (&str, u64) {
    let Some((first, rest)) = text.split_once('\n') else { return (text, 0) };
    if first.trim().to_ascii_lowercase().starts_with("sep=") { (rest, 1) } else { (text, 0) }
}
