//! L07: the answer to an access request. It confirms, brings the copy, and carries every element of Article 15 (ACC-1)
//! and the three ways to challenge it (REF-3). The sentence about the search is that of Article 15(1A) (TRUE-1).

use casebook_law::Right;

use super::access_fields::{
    CATEGORIES, DECISIONS, FOUND, PURPOSES, READING, RECIPIENTS, RETENTION, SEARCHED, SOURCE, TRANSFERS,
    article_15, search_and_copy,
};
use super::{MORE, Template};
use crate::clauses::{CHALLENGE_COURT, CHALLENGE_REGULATOR, CHALLENGE_US, RIGHTS};
use crate::kind::FieldSpec;

pub(crate) const TEMPLATE: Template = Template {
    code: "L07",
    version: 2,
    title: "Access answer",
    answers_rights: &[Right::Access],
    promises_copy: true,
    fields: FIELDS,
    clauses: &[&RIGHTS, &CHALLENGE_US, &CHALLENGE_REGULATOR, &CHALLENGE_COURT],
    body: BODY,
    ..Template::PLAIN
};

const FIELDS: &[FieldSpec] = &[
    SEARCHED, FOUND, WITHHELD, READING, PURPOSES, CATEGORIES, RECIPIENTS, SOURCE, RETENTION, TRANSFERS,
    DECISIONS, MORE,
];

/// Small things left out, such as names of others. A whole part withheld is L12.
const WITHHELD: FieldSpec = FieldSpec {
    key: "withheld",
    label: "What was left out, and why",
    help: "By kind, with the reason for each kind. If nothing was left out, say why it does not apply.",
    rule: "REF-4",
    basis: "UK GDPR Art 12(4)",
    may_not_apply: true,
    starting_reason: "none of it is about other people or protected in another way",
    because: "We have not left out anything that the search found, because",
    ..FieldSpec::BLANK
};

const BODY: &str = concat!(
    r#"
# Your request for a copy of your personal data

Thank you for your request, which we received {{ channel }} on {{ received_on }}. Yes, we use personal data about
you, and a copy of it is {% if electronic %}attached to{% else %}enclosed with{% endif %} this letter.
"#,
    search_and_copy!(),
    r#"
## What we left out, and why

{{ written("withheld") }}
"#,
    article_15!(),
    more!(),
    challenge!("this answer"),
    ask!()
);
