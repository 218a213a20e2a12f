//! From a sheet to the bytes of a PDF, whatever characters people wrote.

use std::collections::BTreeSet;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use casebook_letters::layout::Layout;
use casebook_letters::{RenderError, Sheet, SheetBlock, SheetSection, lay_out_sheet, render_sheet};

use super::contents;
use crate::bundle::Counter;
use crate::error::Cause;

/// How long somebody who cancels may wait for it at most.
const PATIENCE: Duration = Duration::from_millis(100);

/// How often characters that cannot be drawn may turn up anew. Each round learns of all those of one paragraph; the
/// first round has asked about every character there is, so that more than one is rare.
const ROUNDS: usize = 20;

/// Draws the sheet, beside this thread, so that progress can be asked all along. Who cancels does not wait for the
/// drawing: it comes to its end alone and nobody looks at it.
pub(super) fn printed(sheet: Sheet, counter: &mut Counter<'_>) -> Result<Vec<u8>, Cause> {
    let (send, receive) = channel();
    thread::Builder::new().spawn(move || send.send(drawn(sheet)))?;
    loop {
        match receive.recv_timeout(PATIENCE) {
            Ok(pdf) => return pdf,
            Err(RecvTimeoutError::Timeout) => counter.ask()?,
            Err(RecvTimeoutError::Disconnected) => {
                return Err(Cause::Paper("drawing ended early".to_owned()));
            }
        }
    }
}

/// Lays the sheet out, to learn where its chapters begin; says so in the index, and draws it.
fn drawn(sheet: Sheet) -> Result<Vec<u8>, Cause> {
    let (sheet, layout) = drawable(sheet)?;
    let sheet = contents::filled(sheet, &layout);
    drop(layout);
    let rendered = render_sheet(&sheet).map_err(|error| Cause::Paper(error.to_string()))?;
    Ok(rendered.pdf)
}

/// Lays the sheet out. A history must be printable whatever somebody wrote in a request, so a character no typeface
/// has is printed as its code, such as `[U+1F600]`; the text as it came is in `particulars.jsonl`.
fn drawable(mut sheet: Sheet) -> Result<(Sheet, Layout), Cause> {
    let mut undrawable = undrawable_of(&sheet);
    for _ in 0..ROUNDS {
        if !undrawable.is_empty() {
            sheet = with_codes(&sheet, &undrawable);
        }
        match lay_out_sheet(&sheet) {
            Ok(layout) => return Ok((sheet, layout)),
            Err(RenderError::Undrawable { characters }) => undrawable = codes_in(&characters),
            Err(error) => return Err(Cause::Paper(error.to_string())),
        }
    }
    Err(Cause::Paper("too many characters cannot be printed".to_owned()))
}

/// Lays each unusual character of the sheet out once, to learn which ones no face has.
fn undrawable_of(sheet: &Sheet) -> BTreeSet<char> {
    let mut unusual = BTreeSet::new();
    let _ = changed(sheet, &mut |text| {
        unusual.extend(text.chars().filter(|character| !character.is_ascii()));
        text.to_owned()
    });
    let probe = unusual.iter().map(char::to_string).collect::<Vec<_>>().join(" ");
    let sections = vec![SheetSection { heading: String::new(), blocks: vec![SheetBlock::Paragraph(probe)] }];
    match lay_out_sheet(&Sheet { sections, ..bare(sheet) }) {
        Err(RenderError::Undrawable { characters }) => codes_in(&characters),
        _ => BTreeSet::new(),
    }
}

fn bare(sheet: &Sheet) -> Sheet {
    Sheet {
        title: String::new(),
        subtitle: String::new(),
        reference: String::new(),
        made_on: sheet.made_on,
        sections: Vec::new(),
        footer: String::new(),
    }
}

/// The characters of `山 (U+5C71), 😀 (U+1F600)`.
fn codes_in(characters: &str) -> BTreeSet<char> {
    characters
        .split("(U+")
        .skip(1)
        .filter_map(|rest| char::from_u32(u32::from_str_radix(rest.split_once(')')?.0, 16).ok()?))
        .collect()
}

fn with_codes(sheet: &Sheet, undrawable: &BTreeSet<char>) -> Sheet {
    changed(sheet, &mut |text| {
        let mut drawable = String::with_capacity(text.len());
        for character in text.chars() {
            if undrawable.contains(&character) {
                drawable.push_str(&format!("[U+{:04X}]", u32::from(character)));
            } else {
                drawable.push(character);
            }
        }
        drawable
    })
}

fn changed(sheet: &Sheet, change: &mut dyn FnMut(&str) -> String) -> Sheet {
    let sections = sheet.sections.iter().map(|section| SheetSection {
        heading: change(&section.heading),
        blocks: section.blocks.iter().map(|block| changed_block(block, change)).collect(),
    });
    Sheet {
        sections: sections.collect(),
        title: change(&sheet.title),
        subtitle: change(&sheet.subtitle),
        reference: change(&sheet.reference),
        made_on: sheet.made_on,
        footer: change(&sheet.footer),
    }
}

fn changed_block(block: &SheetBlock, change: &mut dyn FnMut(&str) -> String) -> SheetBlock {
    let mut all = |cells: &[String]| cells.iter().map(|cell| change(cell)).collect::<Vec<_>>();
    match block {
        SheetBlock::Paragraph(text) => SheetBlock::Paragraph(change(text)),
        SheetBlock::Numbered(entries) => SheetBlock::Numbered(all(entries)),
        SheetBlock::Table { headers, rows } => {
            SheetBlock::Table { headers: all(headers), rows: rows.iter().map(|row| all(row)).collect() }
        }
    }
}
