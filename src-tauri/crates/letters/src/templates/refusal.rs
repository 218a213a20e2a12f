//! L11: the whole of a request is refused. Refusing is answering (REF-2); it needs the reasons and the three ways to
//! challenge it (REF-3).

use casebook_law::Right;

use super::{MORE, Need, Template};
use crate::clauses::{CHALLENGE_COURT, CHALLENGE_REGULATOR, CHALLENGE_US};
use crate::kind::{Choice, FieldSpec};

pub(crate) const TEMPLATE: Template = Template {
    code: "L11",
    title: "Refusal",
    answers_rights: &[Right::Access],
    needs: &[Need::Rights],
    fields: FIELDS,
    clauses: &[&CHALLENGE_US, &CHALLENGE_REGULATOR, &CHALLENGE_COURT],
    body: BODY,
    ..Template::PLAIN
};

const FIELDS: &[FieldSpec] = &[
    FieldSpec {
        key: "reasons",
        label: "Why we refuse",
        help: "The facts of this case, so that the person can understand them and answer them.",
        rule: "REF-3",
        basis: "UK GDPR Art 12(4)",
        rows: 6,
        starting_text: "‹say why›",
        choices: &[
            Choice {
                label: "Manifestly unfounded",
                text: "It is clear to us that you do not really want to use this right, but ‹what the request is for›. We \
                       see this from ‹facts›.",
            },
            Choice {
                label: "Manifestly excessive",
                text: "We answered the same request on ‹date›. Since then ‹nothing or little has changed›, and to go \
                       through all of it again would be clearly out of proportion, because ‹facts›.",
            },
            Choice {
                label: "An exemption covers all of it",
                text: "All that we found is ‹kind of information›. We do not have to give it, because ‹why giving it \
                       would do the harm that the law wants to avoid›.",
            },
            Choice {
                label: "We cannot identify the person",
                text: "With what you have told us we cannot find out which data, if any, is about you. We have tried \
                       ‹what›.",
            },
            Choice {
                label: "Neither confirm nor deny",
                text: "The law allows us in some cases neither to confirm nor to deny that there is information, and not \
                       to give the reason. This is such a case.",
            },
        ],
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "law",
        label: "The law we rely on",
        help: "Act or article, schedule and paragraph. If naming it would tell too much, say why it does not apply.",
        rule: "REF-3",
        may_not_apply: true,
        starting_text: "We rely on ‹article, or schedule and paragraph›.",
        starting_reason: "to name it would tell what the law allows us not to tell",
        because: "We do not name the provision here, because",
        choices: &[
            Choice {
                label: "Unfounded or excessive",
                text: "We rely on Article 12(5) of the UK GDPR, which allows us to refuse a request that is manifestly \
                       unfounded or excessive.",
            },
            Choice { label: "Cannot identify", text: "We rely on Articles 11(2) and 12(2) of the UK GDPR." },
        ],
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "factors",
        label: "What we weighed",
        help: "What speaks for the person, too.",
        rule: "REF-1",
        starting_text: "We have weighed ‹what speaks for giving it, and what against›. That a request is large, hard to \
                        answer or made in anger was no reason for us.",
        ..FieldSpec::BLANK
    },
    FieldSpec {
        key: "can_do",
        label: "What the person can do",
        help: "A narrower request, more details, a later time.",
        rule: "L11",
        starting_text: "You can make a new request at any time, for example ‹what we could answer›. If you think that we \
                        have misunderstood something, tell us and we will look at it again.",
        ..FieldSpec::BLANK
    },
    MORE,
];

const BODY: &str = concat!(
    r#"
# Our answer to your request

We have considered your request, which we received {{ channel }} on {{ received_on }}, and have decided not to do what
you ask. This letter gives our reasons, and says what you can do now and how you can challenge them.

You asked for this:

{% for right in rights %}
- {{ right }}
{% endfor %}

## Why we refuse

{{ written("reasons") }}

{{ written("law") }}

## What we weighed

{{ written("factors") }}

## What you can do now

{{ written("can_do") }}
"#,
    more!(),
    challenge!("this answer"),
    ask!()
);
