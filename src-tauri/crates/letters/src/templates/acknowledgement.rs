//! L01: we have your request. The law asks for nothing here; people want to know that it arrived, how it was
//! understood, and by when they hear.

use super::{MORE, Need, Template};
use crate::kind::FieldSpec;

pub(crate) const TEMPLATE: Template = Template {
    code: "L01",
    title: "Acknowledgement",
    needs: &[Need::LastDay, Need::Rights],
    fields: FIELDS,
    body: BODY,
    ..Template::PLAIN
};

const FIELDS: &[FieldSpec] = &[
    FieldSpec {
        key: "next_steps",
        label: "What happens next",
        help: "What we are doing now, in a sentence or two.",
        rule: "L01",
        starting_text: "We are now searching the places where there may be personal data about you. We will write to \
                        you again with our answer, or earlier if we need something from you.",
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "adjustments",
        label: "If the person needs another form",
        help: "How to ask for large print, e-mail, help by telephone, and so on.",
        rule: "L01",
        starting_text: "If you would like our answer in another form, for example in large print or by e-mail, or if \
                        anything would make it easier for you to deal with us, tell us and we will do what we can. \
                        You do not have to give a reason.",
        ..FieldSpec::BLANK
    },
    MORE,
];

const BODY: &str = r#"
# We have received your request

Thank you for your request, which we received {{ channel }} on {{ received_on }}.
{% if last_day %}
We will answer it by {{ last_day }} at the latest.
{% else %}
We will tell you in our next letter by when we will answer it.
{% endif %}

## What we understand you are asking for

{% for right in rights %}
- {{ right }}
{% endfor %}

If we have misunderstood you, tell us. You do not have to use any particular words.

## What happens next

{{ written("next_steps") }}

{% if is_written("more") %}
{{ written("more") }}
{% endif %}

## If you need our answer in another form

{{ written("adjustments") }}

## How to reach us

Write to me at the address at the top of this letter, or e-mail {{ dpo.email }}. It helps us if you quote
{{ reference }}.
"#;
