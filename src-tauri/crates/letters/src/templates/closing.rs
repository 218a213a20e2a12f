//! L30: the request is closed, because what we asked for did not come (ID-4, TIME-8, AUTH-1).

use super::{MORE, Need, Template};
use crate::clauses::{CHALLENGE_COURT, CHALLENGE_REGULATOR, CHALLENGE_US, NO_CONFIRMATION};
use crate::kind::FieldSpec;

pub(crate) const TEMPLATE: Template = Template {
    code: "L30",
    title: "Closing, no reply",
    needs: &[Need::ClosingGround],
    fields: FIELDS,
    clauses: &[&NO_CONFIRMATION, &CHALLENGE_US, &CHALLENGE_REGULATOR, &CHALLENGE_COURT],
    body: BODY,
    ..Template::PLAIN
};

const FIELDS: &[FieldSpec] = &[
    FieldSpec {
        key: "reasons",
        label: "Why we cannot go on without it",
        help: "What is missing, what we did to get it, and why we need it.",
        rule: "L30",
        basis: "UK GDPR Art 12(4)",
        starting_text: "We reminded you on ‹date›. Without it we ‹cannot be sure that we would send the answer to the \
                        right person / cannot tell what to look for›.",
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "reopen",
        label: "How to go on after all",
        help: "How the person can reopen the request.",
        rule: "L30",
        starting_text: "Send us what we asked for, at any time and in any way. You do not have to write a new request: \
                        quote our reference, and we go on.",
        ..FieldSpec::BLANK
    },
    MORE,
];

const BODY: &str = concat!(
    r#"
# We have closed your request

We received your request {{ channel }} on {{ received_on }}, and on {{ asked_on }} we asked you for {{ closing.what }}.
We have not received it, so we have closed your request. You can reopen it at any time.

## Why we closed it

{{ written("reasons") }}

{{ clause("no_confirmation") }}

## How to reopen it

{{ written("reopen") }}
"#,
    more!(),
    challenge!("this"),
    ask!()
);
