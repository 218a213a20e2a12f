//! L07: the answer to an access request. It confirms, brings the copy, and carries every element of Article 15 (ACC-1)
//! and the three ways to challenge it (REF-3). The sentence about the search is that of Article 15(1A) (TRUE-1).

use casebook_law::Right;

use super::Template;
use crate::clauses::{CHALLENGE_COURT, CHALLENGE_REGULATOR, CHALLENGE_US, RIGHTS};
use crate::kind::FieldSpec;

pub(crate) const TEMPLATE: Template = Template {
    code: "L07",
    version: 1,
    title: "Access answer",
    answers_rights: &[Right::Access],
    promises_copy: true,
    states_last_day: false,
    fields: FIELDS,
    clauses: &[&RIGHTS, &CHALLENGE_US, &CHALLENGE_REGULATOR, &CHALLENGE_COURT],
    body: BODY,
};

const FIELDS: &[FieldSpec] = &[
    FieldSpec {
        key: "searched",
        label: "Where we searched",
        help: "Goes on from “We made a reasonable and proportionate search of …”.",
        rule: "TRUE-1",
        basis: "UK GDPR Art 15(1A)",
        rows: 2,
        starting_text: "‹keep what was searched› our customer records, our mailboxes, our support records, our accounts, our website \
                        analytics and the record of this request",
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "found",
        label: "What the search found",
        help: "How many pages or records, of which kinds, from when.",
        rule: "ACC-1",
        basis: "UK GDPR Art 15(1) and (3)",
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "withheld",
        label: "What was left out, and why",
        help: "By kind, with the reason for each kind. If nothing was left out, say why it does not apply.",
        rule: "REF-4",
        basis: "UK GDPR Art 12(4)",
        may_not_apply: true,
        starting_reason: "none of it is about other people or protected in another way",
        because: "We have not left out anything that the search found, because",
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "reading",
        label: "How to read the copy",
        help: "Explain codes and abbreviations. May stay empty.",
        rule: "ACC-3",
        basis: "UK GDPR Art 12(1)",
        required: false,
        rows: 2,
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "purposes",
        label: "What we use the data for",
        help: "Only the purposes that concern this person.",
        rule: "ACC-1",
        basis: "UK GDPR Art 15(1)(a)",
        rows: 5,
        starting_text: "‹keep what concerns this person›\n\n- to run our websites and keep them in order\n- to give support under a commercial \
                        agreement\n- to send marketing and news of events\n- to deal with purchases\n- to do what \
                        the law requires of us",
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "categories",
        label: "Kinds of data",
        help: "Only the kinds that were found.",
        rule: "ACC-1",
        basis: "UK GDPR Art 15(1)(b)",
        rows: 5,
        starting_text: "‹keep what was found›\n\n- contact details: name, e-mail address, postal address, telephone number\n- what you wrote \
                        to us and what we wrote to you\n- use of our websites: IP address, browser, pages seen, \
                        times, and identifiers of your device\n- data from cookies and similar means",
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "recipients",
        label: "Who has received it",
        help: "Name them where you can, with the country. Disclosures about this person are recipients too (ACC-2).",
        rule: "ACC-1",
        basis: "UK GDPR Art 15(1)(c)",
        rows: 4,
        starting_text: "Companies that work for us and may use the data only for our tasks: ‹name and country of \
                        each›.",
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "source",
        label: "Where it came from",
        help: "If all of it came from the person, say why this does not apply.",
        rule: "ACC-1",
        basis: "UK GDPR Art 15(1)(g)",
        may_not_apply: true,
        starting_text: "You gave us most of it, on our websites and when you dealt with us. The rest came from ‹whom›.",
        starting_reason: "all of it came from you",
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "retention",
        label: "How long we keep it",
        help: "A period for each kind of data, or how the period is decided.",
        rule: "ACC-1",
        basis: "UK GDPR Art 15(1)(d)",
        rows: 4,
        starting_text: "- data about your use of our websites: at most 12 months, unless the law obliges us to keep \
                        it longer\n- everything else: only as long as we need it for the purposes above, which is \
                        ‹how long for each kind›",
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "transfers",
        label: "Data sent abroad",
        help: "Which safeguards protect data sent outside the United Kingdom.",
        rule: "ACC-1",
        basis: "UK GDPR Art 15(2)",
        may_not_apply: true,
        starting_reason: "none of it was sent outside the United Kingdom",
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "decisions",
        label: "Decisions made by automated means alone",
        help: "That they are made, the logic, and what they mean for the person.",
        rule: "ACC-1",
        basis: "UK GDPR Art 15(1)(h)",
        may_not_apply: true,
        starting_reason: "no decision about you was made by automated means alone",
        ..FieldSpec::BLANK
    },
];

const BODY: &str = r#"
# Your request for a copy of your personal data

Thank you for your request, which we received {{ channel }} on {{ received_on }}. Yes, we use personal data about
you, and a copy of it is {% if electronic %}attached to{% else %}enclosed with{% endif %} this letter.

## What we did, and what we found

We made a reasonable and proportionate search of {{ phrase("searched") }}.

{{ written("found") }}

{% if is_written("reading") %}
{{ written("reading") }}
{% endif %}

## What we left out, and why

{{ written("withheld") }}

## What we use the data for

{{ written("purposes") }}

## What kinds of data it is

{{ written("categories") }}

## Who has received it

{{ written("recipients") }}

## Where it came from

{{ written("source") }}

## How long we keep it

{{ written("retention") }}

## Data sent outside the United Kingdom

{{ written("transfers") }}

## Decisions made by automated means alone

{{ written("decisions") }}

## Your other rights

{{ clause("rights") }}

To use any of these rights, write to me at the address at the top of this letter, or e-mail {{ dpo.email }}.

## If you are not content with this answer

{{ clause("challenge.us") }}

{{ clause("challenge.regulator") }}

{{ clause("challenge.court") }}

If anything in this letter is not clear, tell me and I will explain it. It helps if you quote {{ reference }}.
"#;
