//! "Why this date": the working of a clock on paper, for a file, a colleague, a court.

use casebook_law::{RuleId, words};
use chrono::NaiveDate;

use super::{heading, list, named, paragraph};
use crate::blocks::{Block, Span};
use crate::layout::flow::Sizes;
use crate::sheet::Head;
use crate::text::clean_line;
use crate::{RenderError, Rendered};

/// The working of one right's clock, in the words of `law`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhyThisDate {
    /// The case's reference.
    pub reference: String,
    /// The right, for example `Access to personal data (Article 15)`.
    pub right: String,
    /// What the clock does, for example `Running`.
    pub state: String,
    /// The day the request was received.
    pub received_on: NaiveDate,
    /// The steps, in order.
    pub steps: Vec<WhyStep>,
    /// Bank holidays that played a part: day and name.
    pub holidays: Vec<(NaiveDate, String)>,
    /// The last day, where there is one.
    pub last_day: Option<NaiveDate>,
    /// The day by which to post it, where it goes by post.
    pub post_by: Option<NaiveDate>,
    /// Which state of the law was counted by, for example `UK-2026-06-19`.
    pub rule_set: String,
    /// The day of the working.
    pub made_on: NaiveDate,
}

/// One step of the working.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhyStep {
    /// The rule, for example `TIME-3`.
    pub rule: String,
    /// The sentence.
    pub sentence: String,
    /// The day before this step, where it moves one.
    pub before: Option<NaiveDate>,
    /// The day it leads to or speaks of.
    pub after: Option<NaiveDate>,
}

/// Draws it: one page for all but the longest workings.
///
/// # Errors
/// [`RenderError::Undrawable`] if a character is in none of the faces.
pub fn render_why_this_date(why: &WhyThisDate) -> Result<Rendered, RenderError> {
    let footer =
        format!("Made by DPO Casebook on {}. A tool and not legal advice.", words::date(why.made_on));
    let head = Head {
        title: "Why this date",
        reference: &why.reference,
        made_on: why.made_on,
        footer: &footer,
        sizes: Sizes::SHEET,
    };
    let answer = match why.last_day {
        Some(day) => format!("The last day for the answer is {}.", words::long_date(day)),
        None => "There is no last day at present.".to_owned(),
    };
    let mut blocks = vec![
        heading(1, "Why this date"),
        Block::Paragraph(vec![Span::bold(answer)]),
        named("Case", &why.reference),
        named("What is asked for", &why.right),
        named("Received", &words::long_date(why.received_on)),
        named("Clock", &why.state),
    ];
    if let Some(day) = why.post_by {
        blocks.push(named("Post it by", &words::long_date(day)));
    }
    blocks.push(heading(2, "The steps"));
    blocks.push(steps(&why.steps));
    if !why.holidays.is_empty() {
        blocks.push(heading(2, "Bank holidays that played a part"));
        let days: Vec<String> =
            why.holidays.iter().map(|(day, name)| format!("{}: {name}", words::long_date(*day))).collect();
        blocks.push(list(false, &days.iter().map(String::as_str).collect::<Vec<_>>()));
    }
    let sources = sources(&why.steps);
    if !sources.is_empty() {
        blocks.push(heading(2, "Where the law says so"));
        blocks.push(list(false, &sources.iter().map(String::as_str).collect::<Vec<_>>()));
    }
    blocks.push(paragraph(&format!("State of the law: {}.", clean_line(&why.rule_set))));
    Rendered::new(head.lay_out(&blocks)?, "why-this-date/1".to_owned())
}

fn steps(steps: &[WhyStep]) -> Block {
    let cell = |text: String| vec![Span::regular(text)];
    let rows = (1..).zip(steps).map(|(number, step): (u32, _)| {
        let day = |day: Option<NaiveDate>| {
            day.map_or_else(|| "–".to_owned(), |day| words::short_date_year(day).replace(' ', "\u{A0}"))
        };
        vec![
            cell(number.to_string()),
            cell(clean_line(&step.sentence)),
            cell(clean_line(&step.rule)),
            cell(day(step.before)),
            cell(day(step.after)),
        ]
    });
    Block::Table {
        headers: ["Step", "What", "Rule", "Before", "After"].map(|word| vec![Span::regular(word)]).to_vec(),
        rows: rows.collect(),
    }
}

/// Each rule of the steps once, with its source.
fn sources(steps: &[WhyStep]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for rule in steps.iter().filter_map(|step| RuleId::parse(&step.rule)?.rule()) {
        let line = format!("{}: {}", rule.id, rule.source);
        if !found.contains(&line) {
            found.push(line);
        }
    }
    found
}
