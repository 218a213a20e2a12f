//! L00: whatever the other letters do not say. No right is stated and no time is counted.

use super::{MORE, Template};
use crate::kind::{FieldSpec, Reader};

pub(crate) const TEMPLATE: Template = Template {
    code: "L00",
    title: "General letter",
    reader: Reader::Anybody,
    fields: FIELDS,
    body: BODY,
    ..Template::PLAIN
};

const FIELDS: &[FieldSpec] = &[
    FieldSpec {
        key: "subject",
        label: "What the letter is about",
        help: "A few words, printed as the heading. Nothing that others should not see.",
        rule: "L00",
        rows: 1,
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "text",
        label: "The letter",
        help: "Begin with what the reader most wants to know.",
        rule: "L00",
        rows: 12,
        ..FieldSpec::BLANK
    },
    MORE,
];

const BODY: &str = concat!(
    r#"
# {{ phrase("subject") }}

{{ written("text") }}
"#,
    more!(),
    ask!()
);
