//! `history.csv`: the events as a table for a spreadsheet, which must never take a cell for a formula.
//!
//! UTF-8 with a byte order mark, every cell quoted, CRLF. What a cell was before it was made harmless stands in
//! `events.jsonl` and `particulars.jsonl`.

use csv::{QuoteStyle, Terminator, WriterBuilder};

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

pub(crate) fn history_csv(record: &Record<'_>, counter: &mut Counter<'_>) -> Result<Vec<u8>, Cause> {
    let mut writer = WriterBuilder::new()
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(COLUMNS).map_err(unwritten)?;
    for entry in &record.entries {
        counter.step()?;
        writer.write_record(row(record, entry).iter().map(|cell| harmless(cell))).map_err(unwritten)?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
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
    use super::harmless;

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
}
