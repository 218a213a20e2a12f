//! Facts and words to blocks. The template language is strict: an unknown field, an empty value and a piece of markup
//! in a value cannot pass unnoticed.

mod known;

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value};

use self::known::{Known, missing, some_text};
pub(crate) use self::known::{subject, unbroken};
use crate::RenderError;
use crate::blocks::{self, Block, CLAUSE_CLOSES, CLAUSE_OPENS, Span};
use crate::facts::LetterFacts;
use crate::kind::{FieldSpec, Reader};
use crate::templates::Template;
use crate::text::{clean_line, is_blank, literal, typed};

/// Steps a template may take: a letter takes a few hundred.
const FUEL: u64 = 50_000;

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
