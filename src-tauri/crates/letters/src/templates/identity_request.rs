//! L02: we need to know who is asking (ID-1, ID-2). Only where there is a doubt, only what is needed; and nothing is
//! said about what we hold (ID-4).

use super::{MORE, Need, Template};
use crate::clauses::{IDENTITY_CLOCK, IDENTITY_PAPERS, NO_CONFIRMATION};
use crate::kind::{Choice, FieldSpec};

pub(crate) const TEMPLATE: Template = Template {
    code: "L02",
    title: "Identity request",
    needs: &[Need::ReplyBy],
    fields: FIELDS,
    clauses: &[&IDENTITY_PAPERS, &IDENTITY_CLOCK, &NO_CONFIRMATION],
    body: BODY,
    ..Template::PLAIN
};

const FIELDS: &[FieldSpec] = &[
    FieldSpec {
        key: "needed",
        label: "What we need",
        help: "The least that will do: first what they can answer or confirm, a document only if nothing else helps.",
        rule: "ID-2",
        basis: "UK GDPR Art 12(6)",
        starting_text: "‹keep one›\n\n- a reply to this letter from the e-mail address you use with us\n- the answers to \
                        these questions: ‹questions only this person can answer›\n- a copy of a document that shows your \
                        name and your address, for example a household bill of the last three months",
        rows: 5,
        choices: &[
            Choice {
                label: "Reply from a known address",
                text: "Reply to this letter from the e-mail address that you use with us. We ask for nothing more.",
            },
            Choice {
                label: "Answers to questions",
                text: "Answer these questions, which only you are likely to know the answers to:\n\n- ‹question›\n- \
                       ‹question›",
            },
            Choice {
                label: "A document",
                text: "Send us a copy of one document that shows your name and your address, for example a household \
                       bill of the last three months. You may cover everything else on it.",
            },
        ],
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "why",
        label: "Why we are in doubt",
        help: "The doubt in this case. A habit of always asking is no reason.",
        rule: "ID-1",
        basis: "UK GDPR Art 12(6)(a)",
        starting_text: "‹say what the doubt is›",
        choices: &[
            Choice {
                label: "Unknown e-mail address",
                text: "Your request came from an e-mail address that we do not know.",
            },
            Choice {
                label: "Details do not match",
                text: "Some details in your request are different from what we would expect: ‹which, without telling \
                       what we have›.",
            },
            Choice {
                label: "Sensitive data",
                text: "What you ask for could do harm if it reached the wrong person, so we have to be surer than \
                       usual.",
            },
            Choice {
                label: "Somebody else may be writing",
                text: "There are signs that somebody other than you may be using your name or your account.",
            },
        ],
        ..FieldSpec::BLANK
    },
    MORE,
];

const BODY: &str = concat!(
    r#"
# Before we can answer, we need to know who is asking

Thank you for your request, which we received {{ channel }} on {{ received_on }}. Before we can deal with it, we need
something from you.{% if reply_by %} We would be glad to have it by {{ reply_by }}.{% endif %}


## What we need

{{ written("needed") }}

## Why we ask

We ask only where we are not sure who is writing, so that nobody else is given information about you.

{{ written("why") }}

## How to send it, and what happens to it

{{ clause("identity.papers") }}

{{ clause("identity.clock") }}
"#,
    more!(),
    r#"
{{ clause("no_confirmation") }}
"#,
    ask!()
);
