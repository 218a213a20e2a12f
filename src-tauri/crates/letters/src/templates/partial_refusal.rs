//! L12: an access answer of which a part is refused. It is the whole answer of L07 (ACC-1), and besides says what is
//! given, what is not and why (REF-4), or that we neither confirm nor deny it where even the reason would tell too much.

use casebook_law::Right;

use super::access_fields::{
    CATEGORIES, DECISIONS, FOUND, PURPOSES, READING, RECIPIENTS, RETENTION, SEARCHED, SOURCE, TRANSFERS,
    article_15, search_and_copy,
};
use super::{MORE, Template};
use crate::clauses::{CHALLENGE_COURT, CHALLENGE_REGULATOR, CHALLENGE_US, RIGHTS};
use crate::kind::{Choice, FieldSpec};

pub(crate) const TEMPLATE: Template = Template {
    code: "L12",
    title: "Partial refusal",
    answers_rights: &[Right::Access],
    promises_copy: true,
    fields: FIELDS,
    clauses: &[&RIGHTS, &CHALLENGE_US, &CHALLENGE_REGULATOR, &CHALLENGE_COURT],
    body: BODY,
    ..Template::PLAIN
};

const FIELDS: &[FieldSpec] = &[
    PROVIDED, SEARCHED, FOUND, WITHHELD, READING, PURPOSES, CATEGORIES, RECIPIENTS, SOURCE, RETENTION,
    TRANSFERS, DECISIONS, MORE,
];

const PROVIDED: FieldSpec = FieldSpec {
    key: "provided",
    label: "What we give",
    help: "Goes on from “We give you …”.",
    rule: "L12",
    basis: "UK GDPR Art 15(3)",
    rows: 2,
    starting_text: "‹keep what is given› your entry in our customer records and your correspondence with us",
    ..FieldSpec::BLANK
};

/// Reasons by kind, never item by item: a list can tell what is withheld (ITEM-1).
const WITHHELD: FieldSpec = FieldSpec {
    key: "withheld",
    label: "What we do not give, and why",
    help: "By kind, each with its reason and the law. Take the neutral words only where the reason itself would do the \
           harm, and note why.",
    rule: "REF-4",
    basis: "UK GDPR Art 12(4)",
    rows: 8,
    starting_text: "‹for each kind: what it is, and why›",
    choices: &[
        Choice {
            label: "Information about other people",
            text: "- information about other people: they have not agreed that we give it to you, and we have weighed \
                   that it would not be reasonable without their agreement (Data Protection Act 2018, Schedule 2, \
                   paragraph 16)",
        },
        Choice {
            label: "Legal advice",
            text: "- letters between us and our lawyers: they are confidential because they ask for or give legal \
                   advice (Data Protection Act 2018, Schedule 2, paragraph 19)",
        },
        Choice {
            label: "Negotiations",
            text: "- notes on how we mean to negotiate with you: to give them would be likely to harm those \
                   negotiations (Data Protection Act 2018, Schedule 2, paragraph 23)",
        },
        Choice {
            label: "Confidential reference",
            text: "- a reference given in confidence (Data Protection Act 2018, Schedule 2, paragraph 24)",
        },
        Choice {
            label: "Other people's rights",
            text: "- ‹what›: a copy would harm the rights of others, namely ‹whose and how› (UK GDPR, Article 15(4))",
        },
        Choice {
            label: "Neither confirm nor deny",
            text: "The law allows us to keep some kinds of information back, and in some cases also not to say whether \
                   there is any. We neither confirm nor deny that there is information about you beyond what we give \
                   you with this letter. You can challenge this in the same ways as any refusal.",
        },
    ],
    ..FieldSpec::BLANK
};

const BODY: &str = concat!(
    r#"
# Your request for a copy of your personal data

Thank you for your request, which we received {{ channel }} on {{ received_on }}. Yes, we use personal data about you,
and a copy of part of it is {% if electronic %}attached to{% else %}enclosed with{% endif %} this letter. We do not give
you all of it: this letter says what we keep back and why, and what you can do about it.

## What we give you

We give you {{ phrase("provided") }}.
"#,
    search_and_copy!(),
    r#"
## What we do not give you, and why

{{ written("withheld") }}
"#,
    article_15!(),
    more!(),
    challenge!("this answer"),
    ask!()
);
