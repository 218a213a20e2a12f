//! L04: which information is meant (TIME-7). Access only; asking about the form of the answer is no clarification.

use super::{MORE, Need, Template};
use crate::clauses::CLARIFICATION_CLOCK;
use crate::kind::{Choice, FieldSpec};

pub(crate) const TEMPLATE: Template = Template {
    code: "L04",
    title: "Clarification",
    needs: &[Need::ReplyBy],
    fields: FIELDS,
    clauses: &[&CLARIFICATION_CLOCK],
    body: BODY,
    ..Template::PLAIN
};

const FIELDS: &[FieldSpec] = &[
    FieldSpec {
        key: "question",
        label: "Our question",
        help: "Which information, or which use of it, is meant? Not in which form, and not why they ask.",
        rule: "TIME-7",
        basis: "UK GDPR Art 12A(5)",
        starting_text: "Which information would you like us to look for? ‹for example: from which years, about which \
                        contract, e-mails with whom›",
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "why",
        label: "Why we reasonably need to know",
        help: "Without this the time does not stop. That we hold a lot of data about the person is an example.",
        rule: "TIME-7",
        basis: "UK GDPR Art 12A(5) and (6)",
        starting_text: "‹say why›",
        choices: &[
            Choice {
                label: "A lot of data",
                text: "You have dealt with us for a long time and in several ways. There is a great deal of \
                       information in which your name could appear, and without knowing what you want we could not \
                       find it in a reasonable search.",
            },
            Choice {
                label: "Could mean several things",
                text: "Your request can be understood in more than one way: ‹which›. We would look in different places \
                       for each of them.",
            },
        ],
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "help",
        label: "How to narrow the request",
        help: "What would help us: dates, names of colleagues, subjects, places.",
        rule: "L04",
        starting_text: "It helps if you tell us one or more of these:\n\n- from when to when\n- about which matter, \
                        contract or event\n- e-mails between whom\n- anything else that would lead us to it",
        rows: 5,
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "otherwise",
        label: "If they do not answer, or do not want to narrow it",
        help: "What we will do then.",
        rule: "TIME-8",
        starting_text: "You do not have to narrow your request. If you tell us so, we will make a reasonable and \
                        proportionate search for all of it. If we do not hear from you at all, we will remind you once \
                        and then close your request; you can reopen it by writing to us.",
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "already",
        label: "What they can have already",
        help: "Information on how we use personal data that does not depend on the reply. May stay empty.",
        rule: "L04",
        required: false,
        starting_text: "How we use personal data in general, for which purposes and for how long, is in the privacy \
                        notice on our website. We will send you a copy on paper if you like.",
        ..FieldSpec::BLANK
    },
    MORE,
];

const BODY: &str = concat!(
    r#"
# A question about your request

Thank you for your request for a copy of your personal data, which we received {{ channel }} on {{ received_on }}. To
find what you want, we have to ask you something.{% if reply_by %} We would be glad to have your reply by {{ reply_by }}.{% endif %}


## Our question

{{ written("question") }}

## Why we ask

{{ written("why") }}

{{ clause("clarification.clock") }}

## What would help

{{ written("help") }}

## If you do not want to narrow your request

{{ written("otherwise") }}

{% if is_written("already") %}
## What you can have already

{{ written("already") }}
{% endif %}
"#,
    more!(),
    ask!()
);
