//! L08: nothing was found. What the law asks for is the true sentence about the search (TRUE-1, Article 15(1A)).

use casebook_law::Right;

use super::access_fields::SEARCHED;
use super::{MORE, Template};
use crate::clauses::{CHALLENGE_COURT, CHALLENGE_REGULATOR, CHALLENGE_US, NOTHING_FOUND};
use crate::kind::FieldSpec;

pub(crate) const TEMPLATE: Template = Template {
    code: "L08",
    title: "Nothing held",
    answers_rights: &[Right::Access],
    fields: FIELDS,
    clauses: &[&NOTHING_FOUND, &CHALLENGE_US, &CHALLENGE_REGULATOR, &CHALLENGE_COURT],
    body: BODY,
    ..Template::PLAIN
};

const FIELDS: &[FieldSpec] = &[
    SEARCHED,
    FieldSpec {
        key: "terms",
        label: "What we searched for",
        help: "The names, addresses and numbers we looked for.",
        rule: "REF-7",
        basis: "UK GDPR Art 15(1A)",
        starting_text: "We looked for ‹your name in the ways it can be written, your e-mail address, your telephone \
                        number›.",
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "own_record",
        label: "Our record of the request",
        help: "What we keep about the request itself, and for how long.",
        rule: "L08",
        starting_text: "We keep your request, this letter and a record of what we did, so that we can show how we dealt \
                        with it. We keep them for ‹how long›.",
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "hints",
        label: "What would help to look again",
        help: "What the person could tell us.",
        rule: "L08",
        starting_text: "If you think that there must be something, tell us what leads you to think so: another name or \
                        e-mail address you have used, when you dealt with us, or with whom. We will look again.",
        ..FieldSpec::BLANK
    },
    MORE,
];

const BODY: &str = concat!(
    r#"
# Your request for a copy of your personal data

Thank you for your request, which we received {{ channel }} on {{ received_on }}. We have looked, and there is nothing
that we could send you.

{{ clause("nothing.found") }}

## What we searched

We searched {{ phrase("searched") }}.

{{ written("terms") }}

## What we keep about your request

{{ written("own_record") }}

## If you think that there is something

{{ written("hints") }}
"#,
    more!(),
    challenge!("this answer"),
    ask!()
);
