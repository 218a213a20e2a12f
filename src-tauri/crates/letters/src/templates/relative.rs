//! L36: to a relative or an executor of somebody who has died (LAW-4). It states no right, gives nothing away, and is
//! written to people who have lost somebody.

use super::{MORE, Need, Template};
use crate::kind::{Choice, FieldSpec, Reader};

pub(crate) const TEMPLATE: Template = Template {
    code: "L36",
    title: "Reply to a relative or executor",
    reader: Reader::Anybody,
    needs: &[Need::Subject],
    fields: FIELDS,
    body: BODY,
    ..Template::PLAIN
};

const FIELDS: &[FieldSpec] = &[
    FieldSpec {
        key: "help",
        label: "What may help instead",
        help: "What we can do for the family or the estate without telling what was told to us in confidence.",
        rule: "L36",
        rows: 6,
        starting_text: "‹say what we can do›",
        choices: &[
            Choice {
                label: "Executor or administrator",
                text: "If you settle the estate, send us a copy of the grant of probate or letters of administration, and \
                       tell us what you need it for, for example an open invoice or an agreement. We will then see \
                       what we may give you outside data protection law.",
            },
            Choice {
                label: "Close an account",
                text: "We can close accounts and stop all mail in this name. For that we need no more than your letter.",
            },
            Choice {
                label: "Health records",
                text: "For health records there is a law of its own, the Access to Health Records Act 1990. Ask the \
                       surgery or hospital that holds them.",
            },
        ],
        ..FieldSpec::BLANK
    },
    MORE,
];

const BODY: &str = concat!(
    r#"
# About {{ subject }}

Thank you for your letter, which we received {{ channel }} on {{ received_on }}. I am sorry for your loss.

Data protection law is about living people, so I cannot treat your letter as a request under that law. I would like to
help where I can, and what was told to us in confidence stays in confidence after a death too.

## What we can do

{{ written("help") }}
"#,
    more!(),
    r#"
There is no hurry about any of this. If you would rather talk about it, write to me at the address at the top of this
letter, or e-mail {{ dpo.email }}. It helps if you quote {{ reference }}.
"#
);
