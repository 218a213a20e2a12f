//! `history.csv` in the hands of a spreadsheet.

use std::fs;

use crate::made::{Bundled, Recorder, day, facts};

/// What has been used to make a spreadsheet compute, fetch or run something, and what only looks like it.
const PAYLOADS: [&str; 60] = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1,1)",
    "=cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    "-cmd|' /C calc'!A0",
    "@cmd|' /C calc'!A0",
    "=DDE(\"cmd\";\"/C calc\";\"x\")",
    "=HYPERLINK(\"http://x.example\",\"click\")",
    "=IMPORTXML(\"http://x.example\",\"//a\")",
    "=WEBSERVICE(\"http://x.example\")",
    "=IMAGE(\"http://x.example\")",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\r\n=1+1",
    "\0=1+1",
    " =1+1",
    "  \t =1+1",
    "\u{a0}=1+1",
    "\u{feff}=1+1",
    "\u{200b}=1+1",
    "\u{202e}=1+1",
    "\u{ad}=1+1",
    "\u{2028}=1+1",
    "\u{3000}=1+1",
    "\u{7f}=1+1",
    "\u{85}=1+1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1)",
    "−1",
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\0",
    "x;=1+1",
    "x\t=1+1",
    "x\n=1+1",
    "x\r\n=1+1",
    "x\r=1+1",
    "x; =1+1",
    ";=1+1",
    "\"=1+1",
    "\"\"=1+1",
    "x\",\"=1+1",
    "x\"\r\n\"=1+1",
    "x\";\"=1+1",
    "'=1+1",
    "''=1+1",
    "+44 20 7946 0000",
    "-5 degrees",
    "@zofia",
    "a,b,c",
    "a \"quoted\" word",
];

/// A reader of our own, that takes the file as a spreadsheet would.
fn cells(text: &str, divider: char) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut characters = text.chars().peekable();
    let (mut is_quoted, mut is_new) = (false, true);
    while let Some(character) = characters.next() {
        match character {
            '"' if is_quoted && characters.peek() == Some(&'"') => cell.extend(characters.next()),
            '"' if is_quoted => is_quoted = false,
            '"' if is_new => is_quoted = true,
            _ if is_quoted => cell.push(character),
            '\r' if characters.peek() == Some(&'\n') => {}
            '\n' => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
                is_new = true;
                continue;
            }
            _ if character == divider => {
                row.push(std::mem::take(&mut cell));
                is_new = true;
                continue;
            }
            _ => cell.push(character),
        }
        is_new = false;
    }
    assert!(!is_quoted && cell.is_empty() && row.is_empty(), "the file ends in the middle of a row");
    rows
}

fn is_computed(cell: &str) -> bool {
    let seen = cell.trim_start_matches(|character: char| {
        character.is_whitespace()
            || character.is_control()
            || "\u{ad}\u{200b}\u{202e}\u{feff}".contains(character)
    });
    seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '−'])
        || cell.starts_with(['\t', '\r', '\n', '\0'])
}

fn table_of_payloads() -> String {
    let mut made = Recorder::new();
    for payload in PAYLOADS {
        made.record("note.written", day(2026, 11, 1), facts(&[]), payload, &[]);
    }
    for event in &mut made.input.events {
        event.aside = event.sentence.clone();
    }
    let bundled = Bundled::of(&made.input);
    fs::read_to_string(bundled.folder().join("data/history.csv")).unwrap()
}

#[test]
fn no_cell_is_computed_by_a_spreadsheet_and_nothing_is_lost() {
    let table = table_of_payloads();
    let rows = cells(table.strip_prefix('\u{feff}').unwrap(), ',');
    assert_eq!(rows.len(), 1 + PAYLOADS.len());
    for (row, payload) in rows.iter().skip(1).zip(PAYLOADS) {
        assert_eq!(row.len(), 12, "{payload:?}");
        for cell in row {
            assert!(!is_computed(cell), "{cell:?}");
        }
        for cell in [&row[2], &row[3]] {
            assert_eq!(cell.replace('\'', ""), payload.replace('\'', ""), "only apostrophes may come in");
        }
    }
}

#[test]
fn a_spreadsheet_that_divides_at_semicolons_computes_nothing_either() {
    let table = table_of_payloads();
    for divider in [';', '\t'] {
        for cell in cells(table.strip_prefix('\u{feff}').unwrap(), divider).into_iter().flatten() {
            assert!(!is_computed(&cell), "{cell:?}");
        }
    }
}

#[test]
fn every_cell_is_quoted_and_every_row_ends_as_spreadsheets_want_it() {
    let bundled = Bundled::of_the_case();
    let table = fs::read_to_string(bundled.folder().join("data/history.csv")).unwrap();
    let rows: Vec<&str> = table.strip_prefix('\u{feff}').unwrap().split_terminator("\r\n").collect();
    assert_eq!(rows.len(), 11);
    assert!(table.ends_with("\"\r\n") && !table.replace("\r\n", "").contains(['\r', '\n']));
    for row in &rows {
        assert!(row.starts_with('"') && row.ends_with('"'), "{row}");
        assert_eq!(row.matches("\",\"").count(), 11, "{row}");
    }
    assert!(rows[1].contains("2026-10-12 10:00:05 BST"), "{}", rows[1]);
    assert!(rows[9].contains("\"8\""), "an entry names the one it answers: {}", rows[9]);
}
