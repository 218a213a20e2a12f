//! What a letter has to know of the case, beyond what every letter needs.

use super::{Gate, advice, gate};
use crate::facts::LetterFacts;
use crate::kind::LetterKind;
use crate::template::subject;
use crate::templates::{Need, Template};

/// What the letter needs to know of the case.
pub(super) fn needs(facts: &LetterFacts, template: &Template, gates: &mut Vec<Gate>) {
    let circumstances = &facts.circumstances;
    for need in template.needs {
        let (is_there, blocks, field, sentence) = match need {
            Need::Rights => (
                !facts.rights.is_empty(),
                true,
                "rights",
                "The letter names nothing the person asked for: record at least one right.",
            ),
            Need::LastDay => (
                facts.last_day.is_some(),
                false,
                "last_day",
                "The letter does not say by when we answer, because no last day is known yet.",
            ),
            Need::ReplyBy => (
                circumstances.reply_by.is_some(),
                false,
                "reply_by",
                "The letter does not say by when we would like a reply.",
            ),
            Need::ExtendedLastDay => (
                circumstances.extended_last_day.is_some(),
                true,
                "extended_last_day",
                "The last day with the extension is not known, because the time for this request does not run: see why on the case.",
            ),
            Need::ExtensionGround => (
                circumstances.extension_ground.is_some(),
                true,
                "extension_ground",
                "The law extends the time only for complex or for several requests: say which it is.",
            ),
            Need::Fee => (
                circumstances.fee.is_some_and(|fee| fee.pence > 0),
                true,
                "fee",
                "The fee has no amount or nothing it is for: enter both.",
            ),
            Need::ClosingGround => (
                circumstances.closing_ground.is_some() && circumstances.asked_on.is_some(),
                true,
                "closing_ground",
                "The letter does not say what we asked for and when: record the request for it first.",
            ),
            Need::WithdrawnOn => (
                circumstances.withdrawn_on.is_some(),
                true,
                "withdrawn_on",
                "The day on which the request was withdrawn is not known: record the withdrawal first.",
            ),
            Need::Subject => (
                subject(facts).is_some(),
                true,
                "subject_name",
                "The letter does not say whom it is about: add this person to the case.",
            ),
        };
        if !is_there {
            gates.push(Gate { blocks, ..gate(template.code, Some(field), sentence) });
        }
    }
}

/// A notice of more time that comes after the last day changes nothing (TIME-10).
pub(super) fn too_late(facts: &LetterFacts, gates: &mut Vec<Gate>) {
    if facts.kind == LetterKind::Extension && facts.last_day.is_some_and(|day| day < facts.dated_on) {
        gates.push(gate(
            "TIME-10",
            Some("last_day"),
            "The last day has passed, so that this notice would not give more time: write the holding letter.",
        ));
    }
}

/// A third party need not learn who asked (REF-5). Advice: sometimes the name has to be said.
pub(super) fn names_the_requester(facts: &LetterFacts, template: &Template, gates: &mut Vec<Gate>) {
    let Some(name) = subject(facts).map(|name| name.to_lowercase()) else { return };
    let parts: Vec<&str> = name.split_whitespace().filter(|part| part.chars().count() > 3).collect();
    for field in template.fields {
        let Some(text) = facts.written.get(field.key) else { continue };
        let text = text.reveal().to_lowercase();
        if parts.iter().any(|part| text.contains(part)) {
            let sentence = format!(
                "“{}” seems to name the person who asked: leave the name out if you can.",
                field.label
            );
            gates.push(advice("REF-5", Some(field.key), sentence));
        }
    }
}
