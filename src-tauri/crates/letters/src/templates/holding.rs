//! L32: the answer is late (TIME-14). An apology, the reason, when it will come, and the ways to complain.

use super::{MORE, Template};
use crate::clauses::{CHALLENGE_COURT, CHALLENGE_REGULATOR, CHALLENGE_US, STILL_OWED};
use crate::kind::FieldSpec;

pub(crate) const TEMPLATE: Template = Template {
    code: "L32",
    title: "Holding letter",
    fields: FIELDS,
    clauses: &[&STILL_OWED, &CHALLENGE_US, &CHALLENGE_REGULATOR, &CHALLENGE_COURT],
    body: BODY,
    ..Template::PLAIN
};

const FIELDS: &[FieldSpec] = &[
    FieldSpec {
        key: "when",
        label: "When the answer will come",
        help: "A day that can be kept. It changes nothing in the law: the answer stays late.",
        rule: "L32",
        starting_text: "You will have our answer by ‹day›. If anything changes, I will write to you before then.",
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "reason",
        label: "Why it is late",
        help: "The true reason, in plain words, without excuses.",
        rule: "TIME-14",
        starting_text: "‹say why›",
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "so_far",
        label: "What is ready",
        help: "What has been done, and what can be sent now. May stay empty.",
        rule: "L32",
        required: false,
        ..FieldSpec::BLANK
    },
    MORE,
];

const BODY: &str = concat!(
    r#"
# Our answer to your request is late

We received your request {{ channel }} on {{ received_on }}{% if last_day %}, and should have answered it by
{{ last_day }}{% endif %}. We have not done so, and I am sorry.

{{ clause("still.owed") }}

## When you will have it

{{ written("when") }}

## Why it is late

{{ written("reason") }}

{% if is_written("so_far") %}
{{ written("so_far") }}
{% endif %}
"#,
    more!(),
    challenge!("this"),
    ask!()
);
