//! The shorter chapters: summary, people, working, texts, letters, documents, seals and settings (EXP-1, parts 1 and
//! 3 to 7).

use std::collections::BTreeMap;

use casebook_history::Value;
use casebook_law::words::counted;
use casebook_letters::{SheetBlock, SheetSection};

use super::times;
use crate::input::{
    BundleFile, BundleInput, BundleLine, BundleParticular, BundleParty, BundleWithheld, BundleWorking, Reason,
};
use crate::record::{Entry, Record};

/// A longer text is printed this far; the whole of it is in `particulars.jsonl`.
const LONGEST_TEXT: usize = 40_000;

pub(super) fn summary(input: &BundleInput, record: &Record<'_>) -> SheetSection {
    let mut rows = lines(&input.summary);
    rows.extend([
        row(["Entries", &counted(record.entries.len(), "entry", "entries")]),
        row(["Mark of the last entry", &record.head.words()]),
        row([
            "Made",
            &format!("{} ({}), with {}", times::uk(&input.made_at), times::utc(&input.made_at), input.app),
        ]),
        row(["Casebook", &input.casebook]),
    ]);
    section("Summary", vec![table(["What", "How it stands"], rows)])
}

pub(super) fn people(parties: &[BundleParty]) -> SheetSection {
    let rows = parties.iter().map(|party| {
        let lines: Vec<_> = party.lines.iter().map(|line| line.reveal().as_str()).collect();
        row([&party.role, party.name.reveal(), &lines.join("\n")])
    });
    let rows: Vec<_> = rows.collect();
    section(
        "People and roles",
        told(rows, ["Role", "Name", "How to reach them"], "Nobody is named in the case."),
    )
}

pub(super) fn working(working: &BundleWorking) -> SheetSection {
    let rows = working
        .steps
        .iter()
        .map(|step| row([&step.rule, &step.text, &step.date.map(times::date_in_a_cell).unwrap_or_default()]));
    let rows: Vec<_> = rows.collect();
    let heading = format!("How the last day was worked out: {}", working.of);
    section(&heading, told(rows, ["Rule", "Step", "Leads to"], "There was nothing to work out."))
}

/// What people wrote: the request as it came, reasons, notes. Papers and structured content are elsewhere.
pub(super) fn texts(input: &BundleInput, record: &Record<'_>) -> SheetSection {
    let mut by_event = BTreeMap::<u64, Vec<&BundleParticular>>::new();
    for particular in &input.particulars {
        by_event.entry(particular.seq).or_default().push(particular);
    }
    let mut rows = Vec::new();
    for entry in &record.entries {
        for particular in by_event.get(&entry.envelope.seq).into_iter().flatten() {
            if let Some(text) = readable(particular.value.reveal()) {
                let name = particular.name.replace('_', " ");
                rows.push(row([&entry.envelope.case_seq.to_string(), &name, &text]));
            }
        }
    }
    let headers = ["Entry", "What", "As it was recorded"];
    section("Texts recorded with the entries", told(rows, headers, "No text is disclosed."))
}

pub(super) fn letters(input: &BundleInput, record: &Record<'_>) -> SheetSection {
    let final_letters = record.entries.iter().filter(|entry| entry.envelope.kind == "letter.finalised");
    let rows: Vec<_> = final_letters.map(|entry| letter(entry, &input.letters)).collect();
    section(
        "Letters",
        told(rows, ["Letter", "Dated", "Pages", "File and SHA-256"], "No letter was made final."),
    )
}

fn letter(entry: &Entry<'_>, files: &[BundleFile]) -> Vec<String> {
    let fact = |name: &str| entry.envelope.facts.get(name);
    let whole =
        |name: &str| fact(name).and_then(Value::as_whole).map(|whole| whole.to_string()).unwrap_or_default();
    let sha256 = fact("pdf_sha256").and_then(Value::as_text).unwrap_or_default();
    let file = files.iter().find(|file| file.sha256 == sha256);
    let place = file.map_or_else(|| "not in this bundle".to_owned(), |file| format!("letters/{}", file.name));
    let dated = fact("dated_on").and_then(Value::as_text).map(times::day).unwrap_or_default();
    let number = format!("{}\nmade final in entry {}", whole("number"), entry.envelope.case_seq);
    row([&number, &dated, &whole("pages"), &format!("{place}\n{}", in_two_lines(sha256))])
}

pub(super) fn documents(input: &BundleInput, record: &Record<'_>) -> SheetSection {
    let mut rows: Vec<_> = input
        .documents
        .iter()
        .map(|file| {
            let size = counted(file.bytes.len(), "byte", "bytes");
            row([&format!("documents/{}", file.name), &size, &in_two_lines(&file.sha256)])
        })
        .collect();
    for entry in record.entries.iter().filter(|entry| entry.envelope.kind == "document.kept") {
        let seal = |one: &&BundleWithheld| one.seq == entry.envelope.seq && one.name == "sha256";
        if let Some(withheld) = input.withheld.iter().find(seal) {
            let size = entry.envelope.facts.get("bytes").and_then(Value::as_whole).unwrap_or_default();
            let kept = format!("kept in entry {}", entry.envelope.case_seq);
            rows.push(row([&kept, &counted(size, "byte", "bytes"), withheld.reason.words()]));
        }
    }
    section("Papers kept with the case", told(rows, ["File", "Size", "SHA-256"], "None is in this bundle."))
}

/// What the entries vouch for and this bundle does not contain, with the reasons.
pub(super) fn sealed(withheld: &[BundleWithheld]) -> SheetSection {
    let mut names = BTreeMap::<(u64, Reason), Vec<&str>>::new();
    for one in withheld {
        names.entry((one.case_seq, one.reason)).or_default().push(&one.name);
    }
    let rows = names.into_iter().map(|((entry, reason), names)| {
        row([&entry.to_string(), &names.join(", ").replace('_', " "), reason.words()])
    });
    let rows: Vec<_> = rows.collect();
    let none = "Nothing: every name and text that was recorded and sealed is in this bundle.";
    section("What is withheld or erased", told(rows, ["Entry", "What stays sealed", "Why"], none))
}

pub(super) fn settings(settings: &[BundleLine]) -> SheetSection {
    section("Settings in force", told(lines(settings), ["Setting", "Value"], "None are recorded."))
}

/// The text of a particular, if it is one that people wrote.
fn readable(value: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(value).ok()?.trim();
    let is_structured =
        text.starts_with(['{', '[']) && serde_json::from_str::<serde_json::Value>(text).is_ok();
    if text.is_empty() || is_structured {
        return None;
    }
    match text.char_indices().nth(LONGEST_TEXT) {
        None => Some(text.to_owned()),
        Some((end, _)) => {
            let start = text.get(..end)?;
            Some(format!("{start} …\n(The text goes on in particulars.jsonl.)"))
        }
    }
}

/// 64 digits do not fit into a narrow column.
fn in_two_lines(sha256: &str) -> String {
    sha256
        .split_at_checked(32)
        .map_or_else(|| sha256.to_owned(), |(first, second)| format!("{first}\n{second}"))
}

fn lines(lines: &[BundleLine]) -> Vec<Vec<String>> {
    lines.iter().map(|line| row([&line.label, line.words.reveal()])).collect()
}

fn section(heading: &str, blocks: Vec<SheetBlock>) -> SheetSection {
    SheetSection { heading: heading.to_owned(), blocks }
}

/// A table, or a sentence where it would be empty.
fn told<const COLUMNS: usize>(
    rows: Vec<Vec<String>>,
    headers: [&str; COLUMNS],
    otherwise: &str,
) -> Vec<SheetBlock> {
    if rows.is_empty() {
        vec![SheetBlock::Paragraph(otherwise.to_owned())]
    } else {
        vec![table(headers, rows)]
    }
}

fn table<const COLUMNS: usize>(headers: [&str; COLUMNS], rows: Vec<Vec<String>>) -> SheetBlock {
    SheetBlock::Table { headers: row(headers), rows }
}

fn row<const COLUMNS: usize>(cells: [&str; COLUMNS]) -> Vec<String> {
    cells.map(str::to_owned).to_vec()
}
