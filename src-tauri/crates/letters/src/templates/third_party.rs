//! L33: we ask somebody else whether we may give information that is also about them (REF-5). It goes to a third party,
//! so it says no more than needed: not who asks, not which right, no dates of the request.

use super::{MORE, Need, Template};
use crate::clauses::NO_DUTY;
use crate::kind::{Choice, FieldSpec, Reader};

pub(crate) const TEMPLATE: Template = Template {
    code: "L33",
    title: "Third party question",
    reader: Reader::ThirdParty,
    needs: &[Need::ReplyBy],
    fields: FIELDS,
    clauses: &[&NO_DUTY],
    body: BODY,
    ..Template::PLAIN
};

const FIELDS: &[FieldSpec] = &[
    FieldSpec {
        key: "what",
        label: "What would be given",
        help: "Only what is about this reader, described and not copied.",
        rule: "REF-5",
        basis: "Data Protection Act 2018, Sch 2 para 16",
        starting_text: "‹for example: your name and job title as the sender of three e-mails from 2025, and what you \
                        wrote in them about deliveries›",
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "whom",
        label: "To whom, in general terms",
        help: "Goes on from “It would be given to …”. Not the name.",
        rule: "REF-5",
        rows: 1,
        starting_text: "‹choose› somebody whom those e-mails are also about",
        choices: &[
            Choice {
                label: "Somebody it is also about",
                text: "the person whom this information is also about, and nobody else",
            },
            Choice {
                label: "Somebody who dealt with us",
                text: "a person who has dealt with us, and nobody else",
            },
        ],
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "how",
        label: "How to answer",
        help: "One line is enough; say how.",
        rule: "L33",
        starting_text: "One line by post or e-mail is enough: that you agree, that you agree if something is left out, \
                        or that you do not agree. If it was told to us in confidence, tell us that too.",
        ..FieldSpec::BLANK
    },
    MORE,
];

const BODY: &str = concat!(
    r#"
# May we give information that is also about you?

Somebody has asked us for information about themselves, as the law allows. Some of what we found is also about you, and
before we decide we would like to know what you think.{% if reply_by %} We would be glad to hear from you by {{ reply_by }}.{% endif %}


## What it is

{{ written("what") }}

## Who would get it

It would be given to {{ phrase("whom") }}. We do not tell you more about that person.

{{ clause("no_duty") }}

## How to answer

{{ written("how") }}
"#,
    more!(),
    ask!()
);
