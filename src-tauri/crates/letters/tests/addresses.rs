//! Addresses nobody here wrote, one letter each: what is accepted never leaves the window, and what is refused says
//! which line is at fault. They are not part of this repository: their folder is given in `DPO_CASEBOOK_SAMPLES`, and
//! below `addresses` in it lie text files with an empty line between two addresses.
#![expect(clippy::unwrap_used, reason = "test code may stop at the first surprise")]

use std::path::Path;

use casebook_letters::layout::{Rect, Zone, mm10};
use casebook_letters::{EnvelopeProfile, LetterFacts, RenderError, Rendered, render};
use casebook_personal::Personal;

/// What the window of the usual DL envelope shows of the sheet wherever it slips, measured with a ruler and not taken
/// from the code: the envelope is 220 by 110 mm, its window 90 by 35 mm, 20 from the left and 18 from the bottom; the
/// folded sheet, 210 by 105 mm, has 10 mm of play across and 5 mm down.
const ALWAYS_SEEN: Rect =
    Rect { x: mm10(200), y: mm10(570), width: mm10(1000) - mm10(200), height: mm10(870) - mm10(570) };

#[test]
fn addresses_of_strangers_stay_in_the_window_or_are_refused_by_line() {
    let Some(folder) = std::env::var_os("DPO_CASEBOOK_SAMPLES") else {
        println!("No addresses of strangers were given (DPO_CASEBOOK_SAMPLES), so none was tried.");
        return;
    };
    let addresses = addresses(&Path::new(&folder).join("addresses"));
    assert!(!addresses.is_empty(), "there is no address in the folder given");
    let (mut accepted, mut refused) = (0_usize, 0_usize);
    let mut wrong = Vec::new();
    for address in &addresses {
        let fault = match render(&letter_to(address)) {
            Ok(letter) if letter.may_be_final() => {
                accepted += 1;
                outside(&letter)
            }
            Ok(letter) => {
                refused += 1;
                unnamed(&letter, address.len())
            }
            // What no typeface has is named by its characters, which says more than a line.
            Err(RenderError::Undrawable { .. }) => {
                refused += 1;
                None
            }
            Err(error) => Some(error.to_string()),
        };
        wrong.extend(fault.map(|fault| format!("{}: {fault}", address.join(" | "))));
    }
    println!("{} addresses: {accepted} laid out, {refused} refused", addresses.len());
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), addresses.len(), wrong.join("\n"));
}

fn addresses(folder: &Path) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap().replace('\r', "");
        let records = text.split("\n\n").map(|record| record.lines().map(str::to_owned).collect());
        all.extend(records.filter(|lines: &Vec<String>| !lines.is_empty()));
    }
    all
}

fn letter_to(address: &[String]) -> LetterFacts {
    let stored =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/letters/acknowledgement/facts.json");
    let mut facts: LetterFacts = serde_json::from_str(&std::fs::read_to_string(stored).unwrap()).unwrap();
    facts.addressee.lines = address.iter().map(|line| Personal::new(line.clone())).collect();
    facts.envelope = EnvelopeProfile::UK_DL;
    facts
}

/// What of the address a window may hide.
fn outside(letter: &Rendered) -> Option<String> {
    let page = letter.layout.pages.first()?;
    let lines = page.items.iter().filter(|item| item.zone == Zone::Address);
    let lost: Vec<&str> = lines
        .filter(|item| item.text().is_some_and(|text| !text.trim().is_empty()))
        .filter(|item| !ALWAYS_SEEN.contains(&item.ink()))
        .filter_map(|item| item.text())
        .collect();
    (!lost.is_empty()).then(|| format!("outside the window: {}", lost.join(" | ")))
}

/// A refusal that does not say which line it is about, though only one can be.
fn unnamed(letter: &Rendered, lines: usize) -> Option<String> {
    let about_address =
        letter.gates.iter().filter(|gate| gate.blocks && gate.field.as_deref() == Some("addressee"));
    let sentences: Vec<&str> = about_address.map(|gate| gate.sentence.as_str()).collect();
    let names_line = |sentence: &&str| {
        (1..=lines.max(6)).any(|line| sentence.contains(&format!("Line {line} ")))
            || sentence.contains("first line")
    };
    // Of an address that is too short no line is at fault.
    let is_short = |sentence: &&str| sentence.contains("too short");
    let nameless: Vec<&str> =
        sentences.iter().copied().filter(|sentence| !names_line(sentence) && !is_short(sentence)).collect();
    match (sentences.is_empty(), nameless.is_empty()) {
        (true, _) => Some("refused, and not because of the address".to_owned()),
        (false, true) => None,
        (false, false) => Some(format!("refused without its line: {}", nameless.join(" | "))),
    }
}
