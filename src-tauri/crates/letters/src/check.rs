//! May this letter be made final? Every answer "no" is a gate: the reason and the remedy in one sentence.
//!
//! Gates look at what was laid out and at the facts, never at the template alone: what the law requires has to stand
//! on the paper.

mod needs;

use serde::Serialize;

use crate::RenderError;
use crate::blocks::Block;
use crate::facts::LetterFacts;
use crate::kind::{FieldSpec, Reader};
use crate::layout::{Item, Layout, Zone};
use crate::postal;
use crate::template::clause_blocks;
use crate::templates::Template;
use crate::text::is_blank;

/// Where company particulars on business letters are required.
const TRADING_DISCLOSURES: &str = "SI 2015/17 reg 25";
/// Marks in a starting text what only the DPO can know.
const PROMPTS: [char; 2] = ['‹', '›'];
/// Words that promise more than a search can hold (TRUE-1).
const TOO_MUCH: [&str; 4] =
    ["everything we hold", "all the data we hold", "all data we hold", "all the information we hold"];
/// Sheets of 80 g paper, folded in three, that stay under the 5 mm of a letter.
const SHEETS_IN_DL: u32 = 15;

/// Something to see to before a letter is made final.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gate {
    /// The rule behind it, for example `ACC-1`.
    pub rule: String,
    /// The field it is about, if it is about one.
    pub field: Option<String>,
    /// Reason and remedy. Holds nothing that was typed.
    pub sentence: String,
    /// A final letter is refused while this stands; else it is advice.
    pub blocks: bool,
}

fn gate(rule: &str, field: Option<&str>, sentence: impl Into<String>) -> Gate {
    Gate { rule: rule.to_owned(), field: field.map(str::to_owned), sentence: sentence.into(), blocks: true }
}

fn advice(rule: &str, field: Option<&str>, sentence: impl Into<String>) -> Gate {
    Gate { blocks: false, ..gate(rule, field, sentence) }
}

/// All gates of a letter, in the order in which its parts are read.
///
/// # Errors
/// [`RenderError::Template`] if a clause cannot be read.
pub(crate) fn gates(
    facts: &LetterFacts,
    template: &Template,
    blocks: &[Block],
    layout: &Layout,
) -> Result<Vec<Gate>, RenderError> {
    let mut gates = Vec::new();
    particulars(facts, &mut gates);
    addressee(facts, &mut gates);
    if !facts.electronic {
        window(facts, layout, &mut gates);
    }
    needs::needs(facts, template, &mut gates);
    for field in template.fields {
        written(field, facts, &mut gates);
    }
    needs::too_late(facts, &mut gates);
    if template.reader == Reader::ThirdParty {
        needs::names_the_requester(facts, template, &mut gates);
    }
    unknown_fields(facts, template, &mut gates);
    clauses(facts, template, blocks, layout, &mut gates)?;
    enclosures(facts, template, &mut gates);
    Ok(gates)
}

/// Who writes, who regulates, date, number.
fn particulars(facts: &LetterFacts, gates: &mut Vec<Gate>) {
    let code = facts.kind.code();
    let organisation = &facts.organisation;
    for (text, what) in [
        (&organisation.name, "The registered name of the company"),
        (&organisation.company_number, "The company number"),
        (&organisation.registered_in, "The part of the United Kingdom the company is registered in"),
        (&organisation.registered_office.join(""), "The registered office"),
        (&organisation.address.join(""), "Our address"),
    ] {
        if is_blank(text) {
            let sentence = format!(
                "{what} is missing, and business letters must show it: enter it in Settings, Organisation."
            );
            gates.push(gate(TRADING_DISCLOSURES, Some("organisation"), sentence));
        }
    }
    for (text, what) in [
        (&facts.dpo.name, "The name of the person who signs"),
        (&facts.dpo.role, "The role of the person who signs"),
        (&facts.dpo.email, "The e-mail address people can write to"),
    ] {
        if is_blank(text) {
            gates.push(gate(
                code,
                Some("dpo"),
                format!("{what} is missing: enter it in Settings, Organisation."),
            ));
        }
    }
    if is_blank(&facts.reference) {
        gates.push(gate(code, Some("reference"), "The letter has no reference: take it from the case."));
    }
    if !facts.draft && facts.number.is_none() {
        gates.push(gate(
            code,
            Some("number"),
            "A final letter bears a number: give it one, or keep it a draft.",
        ));
    }
    if facts.dated_on < facts.received_on {
        gates.push(gate(
            code,
            Some("dated_on"),
            "The letter is dated before the request came: correct one of the dates.",
        ));
    }
}

fn addressee(facts: &LetterFacts, gates: &mut Vec<Gate>) {
    let code = facts.kind.code();
    if facts.addressee.salutation.is_blank() {
        gates.push(gate(
            code,
            Some("salutation"),
            "The salutation is missing: write it, for example “Dear Sir or Madam”.",
        ));
    }
    if facts.electronic {
        if facts.addressee.lines.first().is_none_or(casebook_personal::Personal::is_blank) {
            gates.push(gate(code, Some("addressee"), "The name of the addressee is missing: enter it."));
        }
        return;
    }
    for fault in postal::check(&facts.addressee.lines) {
        let sentence = fault.sentence.clone();
        gates.push(Gate { blocks: fault.blocks, ..gate("SEND-1", Some("addressee"), sentence) });
    }
}

/// The window shows the whole address and nothing else, wherever the sheet slips.
fn window(facts: &LetterFacts, layout: &Layout, gates: &mut Vec<Gate>) {
    if !facts.envelope.is_possible() {
        gates.push(gate(
            "SEND-1",
            Some("envelope"),
            "The envelope's numbers do not fit together: measure the window again in Settings, Our envelope.",
        ));
        return;
    }
    let address_box = facts.envelope.address_box();
    let ever_visible = facts.envelope.ever_visible();
    let Some(page) = layout.pages.first() else { return };
    let is_address = |item: &&Item| matches!(item.zone, Zone::Marking | Zone::Address);
    for (number, item) in page.items.iter().filter(is_address).enumerate() {
        let ink = item.ink();
        if item.text().is_none_or(is_blank) || address_box.contains(&ink) {
            continue;
        }
        let sentence = if ink.right() > address_box.right() {
            format!(
                "Line {number} of the address as printed is too wide for the window: put part of it on another line, or shorten it."
            )
        } else {
            format!(
                "Line {number} of the address as printed is outside the window: use fewer lines, or an envelope with a larger window."
            )
        };
        gates.push(gate("SEND-1", Some("addressee"), sentence));
    }
    let shows = page.items.iter().any(|item| !is_address(&item) && item.ink().meets(&ever_visible));
    if shows {
        gates.push(gate("SEND-1", Some("envelope"), "Something other than the address could show through the window: shorten the letterhead, or choose another envelope."));
    }
}

/// One field the DPO fills.
fn written(field: &FieldSpec, facts: &LetterFacts, gates: &mut Vec<Gate>) {
    let text = facts.written.get(field.key).filter(|text| !is_blank(text.reveal()));
    let reason = facts.not_applicable.get(field.key);
    let label = field.label;
    match reason {
        Some(_) if !field.may_not_apply => {
            gates.push(gate(
                field.rule,
                Some(field.key),
                format!("“{label}” always applies: write it in place of a reason."),
            ));
        }
        Some(reason) if is_blank(reason.reveal()) => {
            gates.push(gate(
                field.rule,
                Some(field.key),
                format!("“{label}” is marked as not applying: say why."),
            ));
        }
        Some(_) => {}
        None if text.is_none() && field.required => {
            let remedy =
                if field.may_not_apply { "write it, or say why it does not apply" } else { "write it" };
            gates.push(gate(field.rule, Some(field.key), format!("“{label}” is empty: {remedy}.")));
        }
        None => {}
    }
    for text in [text.filter(|_| reason.is_none()), reason].into_iter().flatten() {
        let text = text.reveal();
        if text.contains(PROMPTS) {
            gates.push(gate(
                field.rule,
                Some(field.key),
                format!("“{label}” still has a part in ‹ › that only you can fill: replace it."),
            ));
        }
        let lower = text.to_lowercase();
        if TOO_MUCH.iter().any(|words| lower.contains(words)) {
            gates.push(gate(
                "TRUE-1",
                Some(field.key),
                format!(
                    "“{label}” promises everything; say what a reasonable and proportionate search found."
                ),
            ));
        }
    }
}

/// A misspelt key would be a text that is never printed.
fn unknown_fields(facts: &LetterFacts, template: &Template, gates: &mut Vec<Gate>) {
    let known = |key: &&String| template.fields.iter().any(|field| field.key == key.as_str());
    let unknown = facts.written.keys().chain(facts.not_applicable.keys()).filter(|key| !known(key)).count();
    if unknown > 0 {
        gates.push(gate(template.code, None, "A text was given for a field this letter does not have, so it is not printed: check the names of the fields."));
    }
}

/// Each locked clause stands on the paper once, word for word (REF-3, RULES-1).
fn clauses(
    facts: &LetterFacts,
    template: &Template,
    blocks: &[Block],
    layout: &Layout,
    gates: &mut Vec<Gate>,
) -> Result<(), RenderError> {
    let on_paper = unbroken(&layout.reading_text());
    for clause in template.clauses {
        let found: Vec<&Block> = blocks
            .iter()
            .filter(|block| matches!(block, Block::Clause { id, .. } if id == clause.id))
            .collect();
        let expected = clause_blocks(template, facts, clause.id)?;
        let stands = found.iter().all(|block| expected.iter().any(|other| other == *block))
            && on_paper.contains(&unbroken(&words_of(&expected)));
        if found.len() != 1 || !stands {
            let sentence = format!(
                "The required paragraph “{}” has to stand in the letter once and unchanged: restore the shipped text.",
                clause.title
            );
            gates.push(gate(clause.rule, None, sentence));
        }
    }
    let names_regulator = template.clauses.iter().any(|clause| clause.names_regulator);
    if names_regulator {
        let regulator = &facts.regulator;
        if is_blank(&regulator.name) || is_blank(&regulator.address.join("")) {
            gates.push(gate(
                "LAW-6",
                Some("regulator"),
                "The regulator's name or postal address is missing: enter it in Settings, Regulator.",
            ));
        }
        if !regulator.confirmed {
            gates.push(gate("LAW-6", Some("regulator"), "The regulator's particulars have not been confirmed: compare them with the regulator's website and confirm them in Settings, Regulator."));
        }
    }
    Ok(())
}

/// The words without bullets and white space, so that it does not matter where lines and pages were broken.
fn unbroken(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace() && *character != '•').collect()
}

fn words_of(blocks: &[Block]) -> String {
    let mut words = String::new();
    for block in blocks {
        match block {
            Block::Paragraph(spans) | Block::Heading { spans, .. } => {
                words.extend(spans.iter().map(|span| span.text.as_str()));
            }
            Block::List { entries, .. } => words.extend(entries.iter().map(|entry| words_of(entry))),
            Block::Quote(blocks) | Block::Clause { blocks, .. } => words.push_str(&words_of(blocks)),
            Block::Table { .. } | Block::FillIn { .. } | Block::Tick(_) | Block::Key(_) | Block::NewPage => {}
        }
    }
    words
}

/// What the letter says comes with it, comes with it (ACC-3, PACK-1).
fn enclosures(facts: &LetterFacts, template: &Template, gates: &mut Vec<Gate>) {
    if template.promises_copy && facts.enclosures.is_empty() {
        gates.push(gate("PACK-1", Some("enclosures"), "The letter says that a copy comes with it, and nothing is listed: add the copy with its number of pages."));
    }
    for (number, enclosure) in (1..).zip(&facts.enclosures) {
        if enclosure.title.is_blank() {
            gates.push(gate(
                "PACK-1",
                Some("enclosures"),
                format!("Enclosure {number} has no title: say what it is."),
            ));
        }
        if enclosure.pages == 0 {
            gates.push(gate(
                "PACK-1",
                Some("enclosures"),
                format!("Enclosure {number} has no pages: count them."),
            ));
        }
    }
}

/// What is too thick for the envelope, counted as pages printed on one side.
pub(crate) fn thickness(facts: &LetterFacts, layout: &Layout) -> Option<Gate> {
    let enclosed = facts.enclosures.iter().map(|enclosure| enclosure.pages);
    let own = u32::try_from(layout.pages.len()).unwrap_or(u32::MAX);
    let all = enclosed.fold(own, u32::saturating_add);
    let is_folded = facts.envelope.fold.marks().len() > 1;
    (!facts.electronic && is_folded && all > SHEETS_IN_DL).then(|| {
        let sentence = format!(
            "{all} pages printed on one side are too thick for a folded letter: use both sides, or a larger envelope."
        );
        advice("SEND-1", Some("envelope"), sentence)
    })
}
