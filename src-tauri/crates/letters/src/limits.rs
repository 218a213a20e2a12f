//! How long a text of a letter may be. What is longer was pasted by mistake, or is a document: it would take the
//! typesetter minutes and fill hundreds of pages. Such a text is left out of the drawing and named by a gate.

use casebook_personal::Personal;

use crate::check::Gate;
use crate::facts::{Enclosure, LetterFacts};
use crate::kind::FieldSpec;

/// Characters of a field: about twenty pages.
const FIELD: usize = 60_000;
/// Characters of all fields together.
const ALL_FIELDS: usize = 200_000;
/// Characters of a line: of an address, a salutation, a title.
const LINE: usize = 1_000;
/// Stands where such a text would be.
const LEFT_OUT: &str = "[too long to be printed]";
/// Lines of an address, and entries of a list.
const ENTRIES: usize = 200;

/// The facts with everything in them short enough to be drawn, and a gate for each thing that was not.
pub(crate) fn bounded(facts: &LetterFacts, fields: &[FieldSpec]) -> (LetterFacts, Vec<Gate>) {
    let mut facts = facts.clone();
    let mut gates = Vec::new();
    let code = facts.kind.code();
    let mut left = ALL_FIELDS;
    for field in fields {
        let texts = [facts.written.get_mut(field.key), facts.not_applicable.get_mut(field.key)];
        for text in texts.into_iter().flatten() {
            let length = text.reveal().chars().count();
            if length > FIELD.min(left) {
                let sentence = format!(
                    "“{}” is too long for a letter, {length} characters where {} fit: shorten it, or enclose it as a document.",
                    field.label,
                    FIELD.min(left)
                );
                gates.push(gate(field.rule, field.key, sentence));
                *text = Personal::new(LEFT_OUT.to_owned());
            } else {
                left -= length;
            }
        }
    }
    for (text, key, what) in [
        (Some(&mut facts.addressee.salutation), "salutation", "The salutation"),
        (facts.your_reference.as_mut(), "your_reference", "The reference of the addressee"),
        (facts.circumstances.subject_name.as_mut(), "subject_name", "The name of the person it is about"),
    ] {
        if let Some(text) = text.filter(|text| is_long(text)) {
            gates.push(gate(code, key, format!("{what} is longer than {LINE} characters: shorten it.")));
            *text = Personal::new(LEFT_OUT.to_owned());
        }
    }
    let lines = facts.addressee.lines.len();
    facts.addressee.lines.truncate(ENTRIES);
    facts.addressee.lines.retain(|line| !is_long(line));
    if facts.addressee.lines.len() < lines {
        let sentence = format!(
            "A line of the address is longer than {LINE} characters, or there are too many: shorten it."
        );
        gates.push(gate("SEND-1", "addressee", sentence));
    }
    let enclosures = facts.enclosures.len();
    facts.enclosures.truncate(ENTRIES);
    facts.enclosures.retain(|Enclosure { title, .. }| !is_long(title));
    if facts.enclosures.len() < enclosures {
        let sentence = format!(
            "An enclosure has a title of more than {LINE} characters, or there are more than {ENTRIES} enclosures: shorten the list, or enclose a list of contents."
        );
        gates.push(gate("PACK-1", "enclosures", sentence));
    }
    (facts, gates)
}

fn is_long(text: &Personal<String>) -> bool {
    text.reveal().chars().count() > LINE
}

fn gate(rule: &str, field: &str, sentence: String) -> Gate {
    Gate { rule: rule.to_owned(), field: Some(field.to_owned()), sentence, blocks: true }
}
