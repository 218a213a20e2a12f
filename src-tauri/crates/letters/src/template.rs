//! Facts and words to blocks. The template language is strict: an unknown field, an empty value and a piece of markup
//! in a value cannot pass unnoticed.

use std::collections::BTreeMap;
use std::sync::Arc;

use casebook_law::{Right, words};
use chrono::NaiveDate;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value};
use serde::Serialize;

use crate::RenderError;
use crate::blocks::{self, Block, CLAUSE_CLOSES, CLAUSE_OPENS, Span};
use crate::facts::{ClosingGround, ExtensionGround, Fee, FeeBasis, LetterFacts};
use crate::kind::{FieldSpec, Reader};
use crate::templates::Template;
use crate::text::{clean_line, is_blank, literal, typed};

/// Steps a template may take: a letter takes a few hundred.
const FUEL: u64 = 50_000;

/// What a template may name. Dates are in words, addresses on one line.
#[derive(Serialize)]
struct Known {
    received_on: String,
    channel: String,
    last_day: Option<String>,
    rights: Vec<&'static str>,
    electronic: bool,
    reference: String,
    subject: String,
    reply_by: Option<String>,
    asked_on: String,
    withdrawn_on: String,
    extension: KnownExtension,
    fee: KnownFee,
    closing: KnownClosing,
    organisation: KnownOrganisation,
    regulator: KnownRegulator,
    dpo: KnownDpo,
}

#[derive(Serialize)]
struct KnownExtension {
    last_day: String,
    for_number: bool,
}

#[derive(Serialize)]
struct KnownFee {
    amount: String,
    because: String,
    for_copies: bool,
}

#[derive(Serialize)]
struct KnownClosing {
    is_clarification: bool,
    what: String,
}

#[derive(Serialize)]
struct KnownOrganisation {
    name: String,
    address_line: String,
}

#[derive(Serialize)]
struct KnownRegulator {
    name: String,
    address_line: String,
    phone: Option<String>,
    complaint_link: Option<String>,
}

#[derive(Serialize)]
struct KnownDpo {
    name: String,
    email: String,
}

impl Known {
    fn new(facts: &LetterFacts) -> Self {
        let circumstances = &facts.circumstances;
        Self {
            received_on: unbroken(&words::date(facts.received_on)),
            channel: clean_line(&facts.channel_words),
            last_day: facts.last_day.map(|day| unbroken(&words::date(day))),
            rights: facts.rights.iter().map(|right| asks_for(*right)).collect(),
            electronic: facts.electronic,
            reference: clean_line(&facts.reference),
            subject: subject(facts).unwrap_or_else(|| missing("whose data it is")),
            reply_by: circumstances.reply_by.map(|day| unbroken(&words::date(day))),
            asked_on: day_or_missing(circumstances.asked_on, "the day on which we asked"),
            withdrawn_on: day_or_missing(circumstances.withdrawn_on, "the day of the withdrawal"),
            extension: KnownExtension {
                last_day: day_or_missing(circumstances.extended_last_day, "the new last day"),
                for_number: circumstances.extension_ground == Some(ExtensionGround::Number),
            },
            fee: KnownFee::new(circumstances.fee),
            closing: KnownClosing {
                is_clarification: circumstances.closing_ground == Some(ClosingGround::Clarification),
                what: circumstances
                    .closing_ground
                    .map_or_else(|| missing("what we asked for"), |ground| asked_for(ground).to_owned()),
            },
            organisation: KnownOrganisation {
                name: clean_line(&facts.organisation.name),
                address_line: on_one_line(&facts.organisation.address, "our address"),
            },
            regulator: KnownRegulator {
                name: or_missing(&facts.regulator.name, "name of the regulator"),
                address_line: on_one_line(&facts.regulator.address, "address of the regulator"),
                phone: some_text(&facts.regulator.phone).map(|phone| unbroken(&phone)),
                complaint_link: some_text(&facts.regulator.complaint_link),
            },
            dpo: KnownDpo {
                name: clean_line(&facts.dpo.name),
                email: or_missing(&facts.dpo.email, "e-mail address"),
            },
        }
    }
}

impl KnownFee {
    fn new(fee: Option<Fee>) -> Self {
        let amount = fee.map_or_else(
            || missing("amount of the fee"),
            |fee| match (fee.pence / 100, fee.pence % 100) {
                (pounds, 0) => format!("£{pounds}"),
                (pounds, pence) => format!("£{pounds}.{pence:02}"),
            },
        );
        let because = match fee.map(|fee| fee.basis) {
            Some(FeeBasis::Unfounded) => "manifestly unfounded".to_owned(),
            Some(FeeBasis::Excessive) => "manifestly excessive".to_owned(),
            Some(FeeBasis::FurtherCopies) => "a request for further copies".to_owned(),
            None => missing("what the fee is for"),
        };
        Self { amount, because, for_copies: fee.is_some_and(|fee| fee.basis == FeeBasis::FurtherCopies) }
    }
}

/// The person whose data it is, if somebody else is written to.
pub(crate) fn subject(facts: &LetterFacts) -> Option<String> {
    facts.circumstances.subject_name.as_ref().and_then(|name| some_text(name.reveal()))
}

fn day_or_missing(day: Option<NaiveDate>, what: &str) -> String {
    day.map_or_else(|| missing(what), |day| unbroken(&words::date(day)))
}

/// What did not come, after "we asked you for".
const fn asked_for(ground: ClosingGround) -> &'static str {
    match ground {
        ClosingGround::Identity => "something that shows who you are",
        ClosingGround::Clarification => "an answer to the question which information you want",
        ClosingGround::Authority => "proof that you may act for the person concerned",
    }
}

fn some_text(text: &str) -> Option<String> {
    (!is_blank(text)).then(|| clean_line(text))
}

fn or_missing(text: &str, what: &str) -> String {
    some_text(text).unwrap_or_else(|| missing(what))
}

fn on_one_line(lines: &[String], what: &str) -> String {
    let lines: Vec<String> = lines.iter().filter_map(|line| some_text(line)).collect();
    if lines.is_empty() { missing(what) } else { unbroken(&lines.join(", ")) }
}

/// With no-break spaces, but for those after a comma: a house number stays with its street, a day with its month.
pub(crate) fn unbroken(text: &str) -> String {
    text.split(", ").map(|part| part.replace(' ', "\u{A0}")).collect::<Vec<_>>().join(", ")
}

/// What stands in a letter for something that is not there yet. [`crate::check`] keeps such a letter from being final.
fn missing(what: &str) -> String {
    format!("[not written yet: {what}]")
}

/// A right as the person asked for it.
const fn asks_for(right: Right) -> &'static str {
    match right {
        Right::Access => "a copy of the personal data about you, and how we use it",
        Right::Rectification => "that personal data about you is corrected or completed",
        Right::Erasure => "that personal data about you is erased",
        Right::Restriction => "that we restrict what we do with personal data about you",
        Right::Portability => "personal data about you in a form that you or others can use again",
        Right::Objection => "that we stop using personal data about you for certain purposes",
        Right::AutomatedDecision => "that a person looks again at a decision made by automated means",
        Right::ConsentWithdrawal => "that your consent ends",
        Right::Complaint => "that we look into your complaint",
    }
}

/// The letter's text as blocks. Whatever is missing is marked in the text.
///
/// # Errors
/// [`RenderError::Template`] if the template is at fault.
pub(crate) fn blocks(template: &Template, facts: &LetterFacts) -> Result<Vec<Block>, RenderError> {
    let mut blocks = blocks::read(&render(template.body, template, facts)?)?;
    if let Some(about) = about(template, facts) {
        let after_heading = usize::from(matches!(blocks.first(), Some(Block::Heading { .. })));
        blocks.insert(after_heading, about);
    }
    Ok(blocks)
}

/// A letter about one person to another says whose data it speaks of: its "you" is the person's, not the reader's.
fn about(template: &Template, facts: &LetterFacts) -> Option<Block> {
    let name = subject(facts).filter(|_| template.reader == Reader::Requester)?;
    Some(Block::Paragraph(vec![
        Span::bold(format!("About {}. ", unbroken(&name))),
        Span::regular(
            "You act for this person. Where this letter says “you” or “your data”, this person and this person's \
             data are meant.",
        ),
    ]))
}

/// The blocks of one clause as this letter has to print it.
pub(crate) fn clause_blocks(
    template: &Template,
    facts: &LetterFacts,
    id: &str,
) -> Result<Vec<Block>, RenderError> {
    blocks::read(&render(&format!("{{{{ clause(\"{id}\") }}}}"), template, facts)?)
}

fn render(body: &str, template: &Template, facts: &LetterFacts) -> Result<String, RenderError> {
    let known = Value::from(Serde(Known::new(facts)));
    let mut environment = strict();
    let written = Arc::new(written_fields(template.fields, facts));
    let phrases = Arc::new(phrases(template.fields, facts));
    let clauses = Arc::new(clause_texts(template, &known)?);

    let fields = Arc::clone(&written);
    environment.add_function("written", move |key: String| {
        fields
            .get(key.as_str())
            .map(|field| Value::from_safe_string(field.markdown.clone()))
            .ok_or_else(|| unknown("field", &key))
    });
    let fields = Arc::clone(&written);
    environment.add_function("is_written", move |key: String| {
        fields.get(key.as_str()).map(|field| field.is_there).ok_or_else(|| unknown("field", &key))
    });
    environment.add_function("phrase", move |key: String| {
        phrases.get(key.as_str()).cloned().ok_or_else(|| unknown("field", &key))
    });
    environment.add_function("clause", move |id: String| {
        clauses
            .get(id.as_str())
            .map(|text| Value::from_safe_string(text.clone()))
            .ok_or_else(|| unknown("clause", &id))
    });
    environment.render_named_str(template.code, body, known).map_err(|error| at_fault(&error))
}

/// Clauses may name the facts, but neither fields nor other clauses.
fn clause_texts(template: &Template, known: &Value) -> Result<BTreeMap<&'static str, String>, RenderError> {
    let environment = strict();
    let mut texts = BTreeMap::new();
    for clause in template.clauses {
        let text = environment
            .render_named_str(clause.id, clause.text, known.clone())
            .map_err(|error| at_fault(&error))?;
        texts.insert(clause.id, format!("{CLAUSE_OPENS}{}\n\n{text}\n\n{CLAUSE_CLOSES}", clause.id));
    }
    Ok(texts)
}

fn strict() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_recursion_limit(50);
    // A line that holds only a block tag leaves no empty line, which would be the end of a paragraph.
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        environment.set_syntax(syntax);
    }
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
    environment.set_formatter(print_value);
    environment
}

/// The formatter: nothing empty is printed in silence, and a value is text, never markup.
fn print_value(output: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    let text = value.as_str().map(str::to_owned).unwrap_or_else(|| value.to_string());
    if value.is_undefined() || value.is_none() || is_blank(&text) {
        return Err(Error::new(ErrorKind::InvalidOperation, "empty field"));
    }
    let safe = if value.is_safe() { text } else { literal(&clean_line(&text)) };
    output.write_str(&safe).map_err(Error::from)
}

fn unknown(what: &str, name: &str) -> Error {
    Error::new(ErrorKind::InvalidOperation, format!("unknown {what} {name:?}"))
}

/// Only kind and place: the engine's details could repeat values of the letter.
fn at_fault(error: &Error) -> RenderError {
    let name = error.name().unwrap_or("template").to_owned();
    let line = error.line().map(|line| format!(", line {line}")).unwrap_or_default();
    let detail = error.detail().filter(|_| error.kind() != ErrorKind::BadSerialization).unwrap_or_default();
    RenderError::Template(format!("{name}{line}: {} {detail}", error.kind()).trim_end().to_owned())
}

/// A field as the template prints it.
struct Field {
    markdown: String,
    is_there: bool,
}

fn written_fields(fields: &[FieldSpec], facts: &LetterFacts) -> BTreeMap<&'static str, Field> {
    fields.iter().map(|field| (field.key, written_field(field, facts))).collect()
}

fn written_field(field: &FieldSpec, facts: &LetterFacts) -> Field {
    if let Some(reason) = reason_of(field, facts) {
        let sentence = format!("{} {}.", literal(field.because), literal(reason.trim_end_matches('.')));
        return Field { markdown: sentence, is_there: true };
    }
    match facts.written.get(field.key).filter(|text| !is_blank(text.reveal())) {
        Some(text) => Field { markdown: typed(text.reveal()), is_there: true },
        None => Field { markdown: format!("**{}**", literal(&missing(field.key))), is_there: false },
    }
}

/// The reason why a field does not apply, if it may not apply and a reason is given.
fn reason_of(field: &FieldSpec, facts: &LetterFacts) -> Option<String> {
    let reason = facts.not_applicable.get(field.key).filter(|_| field.may_not_apply)?;
    some_text(reason.reveal())
}

/// Fields inside a sentence: one line, without the full stop at the end.
fn phrases(fields: &[FieldSpec], facts: &LetterFacts) -> BTreeMap<&'static str, Value> {
    let phrase =
        |field: &FieldSpec| match facts.written.get(field.key).and_then(|text| some_text(text.reveal())) {
            Some(text) => Value::from(text.trim_end_matches(['.', ' '])),
            None => Value::from_safe_string(format!("**{}**", literal(&missing(field.key)))),
        };
    fields.iter().map(|field| (field.key, phrase(field))).collect()
}

#[cfg(test)]
mod tests {
    use super::{blocks, render};
    use crate::kind::LetterKind;
    use crate::sample;
    use crate::templates::Template;

    fn fault(body: &str) -> String {
        let template = LetterKind::AccessAnswer.template();
        render(body, template, &sample::access_answer()).unwrap_err().to_string()
    }

    #[test]
    fn mistakes_of_a_template_are_errors_with_a_line() {
        for (body, words) in [
            ("\n{{ recieved_on }}", "L07, line 2: undefined value"),
            ("{{ dpo.nmae }}", "undefined"),
            ("{% if nope %}x{% endif %}", "undefined"),
            ("{{ none }}", "empty field"),
            ("{{ '  ' }}", "empty field"),
            ("{{ written(\"nope\") }}", "unknown field"),
            ("{{ clause(\"nope\") }}", "unknown clause"),
            ("{% include 'x' %}", "L07, line 1"),
            ("{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}", "fuel"),
        ] {
            let error = fault(body);
            assert!(error.contains(words), "{body}: {error}");
        }
    }

    #[test]
    fn an_error_does_not_repeat_what_the_letter_says() {
        let mut facts = sample::access_answer();
        facts.organisation.name = "SECRET".to_owned();
        let template = LetterKind::AccessAnswer.template();
        let error = render("{{ organisation.name.x }}", template, &facts).unwrap_err();
        assert!(!error.to_string().contains("SECRET"), "{error}");
    }

    #[test]
    fn a_misspelt_field_in_a_branch_not_taken_is_found_before_any_letter() {
        for kind in LetterKind::ALL {
            let template: &Template = kind.template();
            let environment = super::strict();
            let parsed = environment.template_from_str(template.body).unwrap();
            let known = [
                "received_on",
                "channel",
                "last_day",
                "rights",
                "electronic",
                "reference",
                "subject",
                "reply_by",
                "asked_on",
                "withdrawn_on",
                "extension.last_day",
                "fee.amount",
                "fee.because",
                "fee.for_copies",
                "closing.what",
                "organisation.address_line",
                "organisation.name",
                "dpo.email",
                "dpo.name",
                "written",
                "phrase",
                "is_written",
                "clause",
            ];
            for name in parsed.undeclared_variables(true) {
                assert!(known.contains(&name.as_str()), "{} names {name}", kind.code());
            }
            // Every field and clause the template has is used in it.
            for field in template.fields {
                assert!(template.body.contains(&format!("\"{}\"", field.key)), "{}", field.key);
            }
            for clause in template.clauses {
                assert_eq!(template.body.matches(&format!("clause(\"{}\")", clause.id)).count(), 1);
            }
        }
    }

    #[test]
    fn what_is_not_written_is_marked_in_the_text() {
        let mut facts = sample::access_answer();
        facts.written.remove("purposes");
        let shown = format!("{:?}", blocks(LetterKind::AccessAnswer.template(), &facts).unwrap());
        assert!(shown.contains("[not written yet: purposes]"));
    }
}
