//! L03: we need to know that somebody may act for another person (AUTH-1).

use super::{MORE, Need, Template};
use crate::clauses::{AUTHORITY_CLOCK, AUTHORITY_PAPERS, NO_CONFIRMATION};
use crate::kind::{Choice, FieldSpec, Reader};

pub(crate) const TEMPLATE: Template = Template {
    code: "L03",
    title: "Authority request",
    reader: Reader::Representative,
    needs: &[Need::Subject, Need::ReplyBy],
    fields: FIELDS,
    clauses: &[&AUTHORITY_PAPERS, &AUTHORITY_CLOCK, &NO_CONFIRMATION],
    body: BODY,
    ..Template::PLAIN
};

const FIELDS: &[FieldSpec] = &[
    FieldSpec {
        key: "proof",
        label: "What proof we need",
        help: "For this kind of representative, and no more.",
        rule: "AUTH-1",
        basis: "UK GDPR Art 12(6)",
        starting_text: "‹choose what fits who is writing›",
        rows: 4,
        choices: &[
            Choice {
                label: "Solicitor, adviser, claims firm",
                text: "An authority that this person has signed and dated, that names you or your firm, and that covers \
                       asking us for personal data. An electronic signature is enough.",
            },
            Choice {
                label: "Attorney or deputy",
                text: "A copy of the power of attorney as registered, or of the court's order, with the pages that \
                       show whom it appoints, what it covers and that it is in force.",
            },
            Choice {
                label: "Parent or guardian",
                text: "Something that shows that you have parental responsibility, for example the child's birth \
                       certificate that names you, or a court's order. If the child is old enough to understand the \
                       request, a line from the child that you may ask.",
            },
            Choice {
                label: "Family member, friend, charity",
                text: "A letter that this person has signed and dated, that names you, and that says what you may ask \
                       us for.",
            },
        ],
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "why",
        label: "Why what we have is not enough",
        help: "For example: no authority came with the request; it is not signed; it does not cover this.",
        rule: "AUTH-1",
        starting_text: "‹say what is missing›",
        choices: &[
            Choice { label: "Nothing came", text: "No authority came with your letter." },
            Choice {
                label: "Does not cover it",
                text: "What you sent does not say that you may ask for personal data.",
            },
            Choice {
                label: "Old",
                text: "The authority you sent is more than six months old, and we cannot tell whether it still holds.",
            },
        ],
        ..FieldSpec::BLANK
    },
    MORE,
];

const BODY: &str = concat!(
    r#"
# Before we can answer, we need to see that you may act for somebody else

Thank you for your letter for {{ subject }}, which we received {{ channel }} on {{ received_on }}. Before we can deal
with it, we need proof that you may ask for this person.
{% if reply_by %}We would be glad to have it by {{ reply_by }}.{% endif %}


## What we need

{{ written("proof") }}

## Why we ask

The rights that you want to use belong to {{ subject }}. We have to be sure that this person wants you to use them.

{{ written("why") }}

## How to send it, and what happens to it

{{ clause("authority.papers") }}

{{ clause("authority.clock") }}
"#,
    more!(),
    r#"
{{ clause("no_confirmation") }}
"#,
    ask!()
);
