//! L05: a fee (FEE-1). Only for a manifestly unfounded or excessive request, or for more copies than the first.

use super::{MORE, Need, Template};
use crate::clauses::{CHALLENGE_COURT, CHALLENGE_REGULATOR, CHALLENGE_US, FEE_CLOCK};
use crate::kind::FieldSpec;

pub(crate) const TEMPLATE: Template = Template {
    code: "L05",
    title: "Fee notice",
    needs: &[Need::Fee],
    fields: FIELDS,
    clauses: &[&FEE_CLOCK, &CHALLENGE_US, &CHALLENGE_REGULATOR, &CHALLENGE_COURT],
    body: BODY,
    ..Template::PLAIN
};

const FIELDS: &[FieldSpec] = &[
    FieldSpec {
        key: "reasons",
        label: "Why there is a fee",
        help: "The facts that make the request unfounded or excessive, which it is for us to show; or which copies.",
        rule: "REF-1",
        basis: "UK GDPR Art 12(5), Art 15(3)",
        starting_text: "‹say what makes the request so, or for which copies the fee is›",
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "breakdown",
        label: "How the fee comes about",
        help: "Work and material. Nothing for checking who is asking, and nothing for post.",
        rule: "FEE-1",
        starting_text: "- ‹hours› of work at ‹£ an hour›: ‹£›\n- paper and printing: ‹£›",
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "narrow",
        label: "How to pay less or nothing",
        help: "For example by asking for less. If there is no such way, say why it does not apply.",
        rule: "L05",
        may_not_apply: true,
        starting_text: "You can ask for less. If you ask only for ‹what›, there is no fee.",
        starting_reason: "the fee is for further copies that you asked for",
        because: "There is no smaller request without a fee, because",
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "payment",
        label: "How to pay",
        help: "Account or address, and what to quote.",
        rule: "L05",
        starting_text: "Pay by bank transfer to ‹account›, and quote our reference; or send a cheque to the address at \
                        the top of this letter.",
        ..FieldSpec::BLANK
    },
    MORE,
];

const BODY: &str = concat!(
    r#"
# There is a fee for what you asked for

Thank you for your request, which we received {{ channel }} on {{ received_on }}. We ask you to pay {{ fee.amount }}
{% if fee.for_copies %}
for the further copies that you asked for. The law allows this in Article 15(3) of the UK GDPR.
{% else %}
before we answer it, because we consider it {{ fee.because }}. The law allows this in Article 12(5) of the UK GDPR.
{% endif %}

## Why there is a fee

{{ written("reasons") }}

## How it comes to {{ fee.amount }}

{{ written("breakdown") }}

## How to pay less

{{ written("narrow") }}

## How to pay

{{ written("payment") }}

{{ clause("fee.clock") }}
"#,
    more!(),
    challenge!("this"),
    ask!()
);
