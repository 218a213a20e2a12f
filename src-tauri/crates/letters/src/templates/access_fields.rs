//! The fields of Article 15 (ACC-1) and of the search (TRUE-1): what an access answer says, whether it gives everything
//! or withholds a part. L07, L08 and L12 are made of them.

use crate::kind::FieldSpec;

/// The part of the letter about Article 15, after what was found.
macro_rules! article_15 {
    () => {
        r#"
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
"#
    };
}
pub(crate) use article_15;

/// The search and what it found.
macro_rules! search_and_copy {
    () => {
        r#"
## What we did, and what we found

We made a reasonable and proportionate search of {{ phrase("searched") }}.

{{ written("found") }}

{% if is_written("reading") %}
{{ written("reading") }}
{% endif %}
"#
    };
}
pub(crate) use search_and_copy;

/// TRUE-1: what was searched, in every answer about access.
pub(super) const SEARCHED: FieldSpec = FieldSpec {
    key: "searched",
    label: "Where we searched",
    help: "Goes on from “We made a reasonable and proportionate search of …”.",
    rule: "TRUE-1",
    basis: "UK GDPR Art 15(1A)",
    rows: 2,
    starting_text: "‹keep what was searched› our customer records, our mailboxes, our support records, our accounts, our website \
                    analytics and the record of this request",
    ..FieldSpec::BLANK
};

/// What came of it.
pub(super) const FOUND: FieldSpec = FieldSpec {
    key: "found",
    label: "What the search found",
    help: "How many pages or records, of which kinds, from when.",
    rule: "ACC-1",
    basis: "UK GDPR Art 15(1) and (3)",
    ..FieldSpec::BLANK
};

/// ACC-3: what has to be explained.
pub(super) const READING: FieldSpec = FieldSpec {
    key: "reading",
    label: "How to read the copy",
    help: "Explain codes and abbreviations. May stay empty.",
    rule: "ACC-3",
    basis: "UK GDPR Art 12(1)",
    required: false,
    rows: 2,
    ..FieldSpec::BLANK
};

/// ACC-1 (a).
pub(super) const PURPOSES: FieldSpec = FieldSpec {
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
};

/// ACC-1 (b).
pub(super) const CATEGORIES: FieldSpec = FieldSpec {
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
};

/// ACC-1 (c) and ACC-2.
pub(super) const RECIPIENTS: FieldSpec = FieldSpec {
    key: "recipients",
    label: "Who has received it",
    help: "Name them where you can, with the country. Disclosures about this person are recipients too (ACC-2).",
    rule: "ACC-1",
    basis: "UK GDPR Art 15(1)(c)",
    rows: 4,
    starting_text: "Companies that work for us and may use the data only for our tasks: ‹name and country of \
                    each›.",
    ..FieldSpec::BLANK
};

/// ACC-1 (g).
pub(super) const SOURCE: FieldSpec = FieldSpec {
    key: "source",
    label: "Where it came from",
    help: "If all of it came from the person, say why this does not apply.",
    rule: "ACC-1",
    basis: "UK GDPR Art 15(1)(g)",
    may_not_apply: true,
    starting_text: "You gave us most of it, on our websites and when you dealt with us. The rest came from ‹whom›.",
    starting_reason: "all of it came from you",
    ..FieldSpec::BLANK
};

/// ACC-1 (d).
pub(super) const RETENTION: FieldSpec = FieldSpec {
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
};

/// ACC-1, Article 15(2).
pub(super) const TRANSFERS: FieldSpec = FieldSpec {
    key: "transfers",
    label: "Data sent abroad",
    help: "Which safeguards protect data sent outside the United Kingdom.",
    rule: "ACC-1",
    basis: "UK GDPR Art 15(2)",
    may_not_apply: true,
    starting_reason: "none of it was sent outside the United Kingdom",
    ..FieldSpec::BLANK
};

/// ACC-1 (h).
pub(super) const DECISIONS: FieldSpec = FieldSpec {
    key: "decisions",
    label: "Decisions made by automated means alone",
    help: "That they are made, the logic, and what they mean for the person.",
    rule: "ACC-1",
    basis: "UK GDPR Art 15(1)(h)",
    may_not_apply: true,
    starting_reason: "no decision about you was made by automated means alone",
    ..FieldSpec::BLANK
};
