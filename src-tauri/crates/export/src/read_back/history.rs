//! The record of a bundle: events, particulars, and the letters they speak of.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use casebook_history::verify::Walk;
use casebook_history::{Envelope, Hash, Head, Opening, Particular, Particulars, Salt, Summary, event_hash};
use serde_json::Value;

use super::fault::{Fault, Wrong};
use super::files::Bundle;
use super::{Withheld, lines};
use crate::input::Reason;

pub(super) const EVENTS: &str = "data/events.jsonl";
pub(super) const PARTICULARS: &str = "data/particulars.jsonl";
const BAG_INFO: &str = "bag-info.txt";
const LETTERS: &str = "data/letters/";

/// What the record holds.
pub(super) struct History {
    pub(super) reference: String,
    pub(super) summary: Summary,
    pub(super) heads: Vec<Head>,
    pub(super) audience: String,
    pub(super) withheld: Vec<Withheld>,
    pub(super) letters: u32,
    pub(super) letters_absent: Vec<u64>,
}

pub(super) fn check(bundle: &Bundle) -> Result<History, Fault> {
    let file = bundle.read(PARTICULARS)?;
    let told = lines::numbered(PARTICULARS, &file)?
        .map(|(number, line)| told(line).ok_or_else(|| Fault::of(PARTICULARS, Wrong::Line(number))))
        .collect::<Result<Vec<_>, _>>()?;
    let mut particulars = Particulars::partial();
    for told in &told {
        if let Content::Disclosed(opening) = &told.content {
            let twice = |fault: casebook_history::Fault| {
                Fault::of_entry(PARTICULARS, told.case_seq, Wrong::History(fault.what))
            };
            particulars.open(opening.clone()).map_err(twice)?;
        }
    }

    let (events, heads, summary) = walk(bundle, &particulars)?;
    let places: BTreeMap<u64, u64> = events.iter().map(|event| (event.seq, event.case_seq)).collect();
    for (line, told) in (1..).zip(&told) {
        if places.get(&told.seq) != Some(&told.case_seq) {
            return Err(Fault::of(PARTICULARS, Wrong::Line(line)));
        }
    }
    let bag_info = bundle.read(BAG_INFO)?;
    let labels = labels(&bag_info);
    let head = format!("{} {}", summary.head.seq, summary.head.hash);
    if labels.get("Case-Head").copied() != Some(head.as_str()) {
        return Err(Fault::of(BAG_INFO, Wrong::Head));
    }
    let (letters, letters_absent) = check_letters(bundle, &events)?;
    Ok(History {
        reference: labels.get("External-Identifier").copied().unwrap_or_default().to_owned(),
        audience: labels.get("Audience").copied().unwrap_or_default().to_owned(),
        withheld: withheld(&events, &particulars, &told)?,
        summary,
        heads,
        letters,
        letters_absent,
    })
}

fn walk(bundle: &Bundle, particulars: &Particulars) -> Result<(Vec<Envelope>, Vec<Head>, Summary), Fault> {
    let file = bundle.read(EVENTS)?;
    let mut walk = Walk::of_case();
    let (mut events, mut heads) = (Vec::new(), Vec::new());
    for (_, line) in lines::numbered(EVENTS, &file)? {
        let event = walk.step(line, particulars).map_err(named)?;
        heads.push(Head { seq: event.case_seq, hash: event_hash(line) });
        events.push(event);
    }
    if events.is_empty() {
        return Err(Fault::of(EVENTS, Wrong::NoEntry));
    }
    let summary = walk.finish(particulars).map_err(named)?;
    Ok((events, heads, summary))
}

/// A fault of the walk lies in the events, or in the particulars that were held against them.
fn named(fault: casebook_history::Fault) -> Fault {
    use casebook_history::Wrong as Of;
    let file = match fault.what {
        Of::ParticularMissing { .. }
        | Of::ParticularMismatch { .. }
        | Of::ParticularUnknown
        | Of::ParticularTwice => PARTICULARS,
        _ => EVENTS,
    };
    Fault::of_entry(file, fault.seq, Wrong::History(fault.what))
}

/// One line of `particulars.jsonl`.
struct Told {
    /// The number of its event in the casebook, and in the case.
    seq: u64,
    case_seq: u64,
    name: String,
    content: Content,
}

enum Content {
    /// What opens the seal.
    Disclosed(Opening),
    Withheld(Reason),
}

fn told(line: &[u8]) -> Option<Told> {
    let Value::Object(mut parts) = serde_json::from_slice(line).ok()? else { return None };
    let seq = parts.remove("seq")?.as_u64()?;
    let case_seq = parts.remove("case_seq")?.as_u64()?;
    let mut text = |key: &str| match parts.remove(key) {
        Some(Value::String(text)) => Some(text),
        _ => None,
    };
    let name = text("name")?;
    let content = if let Some(code) = text("withheld") {
        Content::Withheld(Reason::from_code(&code)?)
    } else {
        let (encoding, salt, value) = (text("encoding")?, text("salt")?, text("value")?);
        let value = match encoding.as_str() {
            "utf-8" => value.into_bytes(),
            "base64" => STANDARD.decode(value).ok()?,
            _ => return None,
        };
        let salt = Salt::from_hex(&salt).ok()?;
        Content::Disclosed(Opening { seq, name: name.clone(), value, salt })
    };
    parts.is_empty().then_some(Told { seq, case_seq, name, content })
}

fn labels(bag_info: &[u8]) -> BTreeMap<&str, &str> {
    let text = std::str::from_utf8(bag_info).unwrap_or_default();
    text.lines().filter_map(|line| line.split_once(": ")).collect()
}

/// What is sealed and not disclosed, each with the reason that is given. One without a reason is a fault, and so is a
/// reason for something that is not sealed, or that is disclosed.
fn withheld(events: &[Envelope], particulars: &Particulars, told: &[Told]) -> Result<Vec<Withheld>, Fault> {
    let mut reasons = BTreeMap::new();
    for (line, told) in (1..).zip(told) {
        if let Content::Withheld(reason) = told.content
            && reasons.insert((told.seq, told.name.as_str()), (line, reason)).is_some()
        {
            return Err(Fault::of(PARTICULARS, Wrong::Line(line)));
        }
    }
    let mut withheld = Vec::new();
    for event in events {
        for (name, commitment) in &event.sealed {
            let is_closed = particulars.state(event.seq, name, commitment) == Particular::Withheld;
            // A document's own key is no content: the document is here, or it is not.
            let is_key = event.kind == "document.kept" && name == "key";
            if !is_closed || is_key {
                continue;
            }
            let Some((_, reason)) = reasons.remove(&(event.seq, name.as_str())) else {
                return Err(Fault::of_entry(PARTICULARS, event.case_seq, Wrong::Unaccounted(name.clone())));
            };
            withheld.push(Withheld { case_seq: event.case_seq, name: name.clone(), reason });
        }
    }
    match reasons.into_values().next() {
        Some((line, _)) => Err(Fault::of(PARTICULARS, Wrong::Line(line))),
        None => Ok(withheld),
    }
}

/// Holds each letter against the hash recorded when it was made final. Returns how many there are, and the numbers of
/// those made final that are not in the bundle.
fn check_letters(bundle: &Bundle, events: &[Envelope]) -> Result<(u32, Vec<u64>), Fault> {
    let mut expected = BTreeMap::new();
    for event in events.iter().filter(|event| event.kind == "letter.finalised") {
        let number = event.facts.get("number").and_then(casebook_history::Value::as_whole);
        let hash = event.facts.get("pdf_sha256").and_then(casebook_history::Value::as_text);
        if let (Some(number), Some(hash)) = (number, hash) {
            expected.insert(number, (event.case_seq, hash));
        }
    }
    let mut found = 0;
    for path in bundle.under(LETTERS) {
        let recorded = letter_number(path).and_then(|number| expected.remove(&number));
        let Some((entry, hash)) = recorded else { return Err(Fault::of(path, Wrong::LetterUnknown)) };
        if Hash::of(&bundle.read(path)?).to_hex() != hash {
            return Err(Fault::of_entry(path, entry, Wrong::LetterChanged));
        }
        found += 1;
    }
    Ok((found, expected.into_keys().collect()))
}

/// `1` of `data/letters/SR-2026-0042-E-1.pdf`.
fn letter_number(path: &str) -> Option<u64> {
    path.strip_suffix(".pdf")?.rsplit_once('-')?.1.parse().ok()
}
