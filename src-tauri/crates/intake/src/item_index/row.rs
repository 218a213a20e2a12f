//! One row: each cell as what it means, or a sentence on what is wrong.

use casebook_law::Exemption;
use casebook_personal::Personal;
use chrono::NaiveDate;
use csv::StringRecord;

use super::columns::{Column, Columns};
use super::{ItemDecision, Row};
use crate::text::one_line;

/// Longest description, number and group, in characters.
const LONGEST_LINE: usize = 500;
/// Longest reason, in characters.
const LONGEST_REASON: usize = 2000;
/// A cell this long is several rows in one.
const LONGEST_CELL: usize = 20_000;
/// No item has more pages.
const MOST_PAGES: u32 = 100_000;

/// How dates are written: as the standard has it, as the British do, in words. Never month first.
const DATES: &[&str] =
    &["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%Y/%m/%d"];

/// Reads a row, or says what is wrong with it.
pub(super) fn read(record: &StringRecord, columns: &Columns, line: u64) -> Result<Row, &'static str> {
    if record.iter().any(|cell| cell.len() > LONGEST_CELL) {
        return Err("A cell is longer than any description. A quotation mark before it may not be closed.");
    }
    if columns.overflows(record) {
        return Err("It has more cells than the first row. A text with a comma in it needs quotation marks.");
    }
    let cell = |column| columns.cell(record, column);
    let title = line_of(cell(Column::Title), "The description is longer than 500 characters.")?;
    if title.is_blank() {
        return Err("It has no description.");
    }
    let decision = decision(cell(Column::Decision))?;
    let exemption = exemption(cell(Column::Exemption))?;
    let holds_back = matches!(decision, Some(ItemDecision::Redacted | ItemDecision::Withheld));
    if holds_back && exemption.is_none() {
        return Err("Something is held back, and no exemption is named.");
    }
    if exemption.is_some() && decision == Some(ItemDecision::Released) {
        return Err("It is released, and an exemption is named. Only one of the two can be right.");
    }
    let reason = one_line(cell(Column::Reason));
    if reason.chars().count() > LONGEST_REASON {
        return Err("The reason is longer than 2,000 characters.");
    }
    Ok(Row {
        line,
        id: line_of(cell(Column::Id), "The number is longer than 500 characters.")?,
        title,
        group: line_of(cell(Column::Group), "The group is longer than 500 characters.")?,
        pages: pages(cell(Column::Pages))?,
        dated_on: date(cell(Column::Date))?,
        decision,
        exemption,
        reason: Personal::new(reason),
    })
}

fn line_of(cell: &str, too_long: &'static str) -> Result<Personal<String>, &'static str> {
    let line = one_line(cell);
    if line.chars().count() > LONGEST_LINE { Err(too_long) } else { Ok(Personal::new(line)) }
}

fn pages(cell: &str) -> Result<Option<u32>, &'static str> {
    if cell.is_empty() {
        return Ok(None);
    }
    let digits: String = cell.chars().filter(|c| *c != ',' && !c.is_whitespace()).collect();
    let pages = digits.parse().ok().filter(|pages| (1..=MOST_PAGES).contains(pages));
    pages.map(Some).ok_or("The number of pages is not a whole number from 1 to 100,000.")
}

fn date(cell: &str) -> Result<Option<NaiveDate>, &'static str> {
    if cell.is_empty() {
        return Ok(None);
    }
    // A time of day after the date says nothing here.
    let day = cell.split(['T', ',']).next().unwrap_or(cell).trim();
    let day = day.rsplit_once(' ').filter(|(_, time)| time.contains(':')).map_or(day, |(day, _)| day);
    let found = DATES.iter().find_map(|form| NaiveDate::parse_from_str(day, form).ok());
    let sensible = found.filter(|day| (1900..=2200).contains(&chrono::Datelike::year(day)));
    sensible.map(Some).ok_or("The date cannot be read. Write it as 2026-11-22 or 22/11/2026.")
}

fn decision(cell: &str) -> Result<Option<ItemDecision>, &'static str> {
    Ok(Some(match cell.to_lowercase().as_str() {
        "" | "open" | "undecided" | "pending" => return Ok(None),
        "release" | "released" | "disclose" | "disclosed" | "full" | "yes" => ItemDecision::Released,
        "redact" | "redacted" | "part" | "partial" | "partly" | "in part" => ItemDecision::Redacted,
        "withhold" | "withheld" | "exempt" | "refused" | "no" => ItemDecision::Withheld,
        _ => return Err("The decision is none of released, redacted, withheld."),
    }))
}

fn exemption(cell: &str) -> Result<Option<Exemption>, &'static str> {
    if cell.is_empty() {
        return Ok(None);
    }
    let by_label = || Exemption::ALL.iter().copied().find(|one| one.label().eq_ignore_ascii_case(cell));
    match Exemption::from_code(cell).or_else(by_label) {
        None => Err("The exemption is not on the list. Use one code of the list, as EX-OTHER."),
        Some(found) if !found.is_available() => {
            Err("The exemption is reserved for others; a company cannot use it.")
        }
        found => Ok(found),
    }
}
