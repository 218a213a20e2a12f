//! L34: the request was taken back, and we say that we noted it.

use super::{MORE, Need, Template};
use crate::kind::FieldSpec;

pub(crate) const TEMPLATE: Template = Template {
    code: "L34",
    title: "Withdrawal confirmed",
    needs: &[Need::WithdrawnOn],
    fields: FIELDS,
    body: BODY,
    ..Template::PLAIN
};

const FIELDS: &[FieldSpec] = &[
    FieldSpec {
        key: "what",
        label: "What was taken back",
        help: "Goes on from “You have withdrawn …”.",
        rule: "L34",
        rows: 2,
        starting_text: "your request for a copy of your personal data",
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "again",
        label: "Asking again",
        help: "That nothing is lost.",
        rule: "L34",
        starting_text: "You can ask again at any time, in any way you like. You do not have to say why you withdrew, and \
                        it will not count against you.",
        ..FieldSpec::BLANK
    },
    MORE,
];

const BODY: &str = concat!(
    r#"
# You have withdrawn your request

You have withdrawn {{ phrase("what") }}, which we received {{ channel }} on {{ received_on }}. Your message reached us on
{{ withdrawn_on }}, and we have stopped working on it. If this is not what you meant, tell us and we will go on.

{{ written("again") }}
"#,
    more!(),
    ask!()
);
