//! L06: we need more time (TIME-10). To be given, with its reasons, before the first last day.

use super::{MORE, Need, Template};
use crate::clauses::{CHALLENGE_COURT, CHALLENGE_REGULATOR, CHALLENGE_US, EXTENSION};
use crate::kind::{Choice, FieldSpec};

pub(crate) const TEMPLATE: Template = Template {
    code: "L06",
    title: "Extension notice",
    needs: &[Need::ExtendedLastDay, Need::ExtensionGround],
    fields: FIELDS,
    clauses: &[&EXTENSION, &CHALLENGE_US, &CHALLENGE_REGULATOR, &CHALLENGE_COURT],
    body: BODY,
    ..Template::PLAIN
};

const FIELDS: &[FieldSpec] = &[
    FieldSpec {
        key: "reasons",
        label: "Why more time is necessary",
        help: "What makes this request complex, or which requests this person has made. How busy we are is no reason.",
        rule: "TIME-10",
        basis: "UK GDPR Art 12A(4)",
        starting_text: "‹say what makes it so›",
        choices: &[
            Choice {
                label: "Complex: other people's data",
                text: "What we have found is mixed with information about ‹number› other people. For each of them we \
                       have to weigh what may be given to you, and some of them we have to ask.",
            },
            Choice {
                label: "Complex: technically hard",
                text: "Part of it is in ‹which system›, from which it can only be taken by ‹how›.",
            },
            Choice {
                label: "Number: several requests",
                text: "You have made ‹number› requests since ‹month›: ‹which›. They concern the same records, and we \
                       have to deal with them together.",
            },
        ],
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "done",
        label: "What has been done so far",
        help: "So that the person sees that work goes on.",
        rule: "L06",
        starting_text: "We have searched ‹where› and are now going through what we found.",
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "part",
        label: "What we can send now",
        help: "Whatever is ready. If nothing is, say why it does not apply.",
        rule: "L06",
        may_not_apply: true,
        starting_text: "With this letter we send what is ready: ‹what›.",
        starting_reason: "what we have so far has to be checked as a whole",
        because: "We do not send a part of our answer with this letter, because",
        ..FieldSpec::BLANK
    },
    MORE,
];

const BODY: &str = concat!(
    r#"
# We need more time to answer your request

We are working on your request, which we received {{ channel }} on {{ received_on }}, and need more time for it than
one month. You will have our answer by {{ extension.last_day }} at the latest.

{{ clause("extension") }}

## Why more time is necessary

{{ written("reasons") }}

## What we have done, and what you can have now

{{ written("done") }}

{{ written("part") }}
"#,
    more!(),
    challenge!("this"),
    ask!()
);
