//! The letters themselves, one file each: words, fields, required clauses.
//!
//! A body is Markdown with MiniJinja in it. It knows `received_on`, `channel`, `last_day`, `rights`, `electronic`,
//! `reference`, `subject`, `reply_by`, `asked_on`, `withdrawn_on`, `extension.*`, `fee.*`, `closing.*`,
//! `organisation.*`, `regulator.*`, `dpo.*`, and the functions `written("key")` (what the DPO wrote, as paragraphs and
//! lists), `phrase("key")` (the same inside a sentence), `is_written("key")` and `clause("id")`.

use casebook_law::Right;

use crate::clauses::Clause;
use crate::kind::{FieldSpec, Reader};

/// The ways to challenge what a letter says (REF-3), as the end of a body.
macro_rules! challenge {
    ($content:literal) => {
        concat!(
            "\n## If you are not content with ",
            $content,
            r#"

{{ clause("challenge.us") }}

{{ clause("challenge.regulator") }}

{{ clause("challenge.court") }}
"#
        )
    };
}

/// What the DPO wants to say beyond the template.
macro_rules! more {
    () => {
        r#"
{% if is_written("more") %}
{{ written("more") }}
{% endif %}
"#
    };
}

/// The last paragraph: how to ask.
macro_rules! ask {
    () => {
        r#"
If anything in this letter is not clear, write to me at the address at the top of this letter, or e-mail
{{ dpo.email }}. It helps if you quote {{ reference }}.
"#
    };
}

pub(crate) mod access_answer;
pub(crate) mod access_fields;
pub(crate) mod acknowledgement;
pub(crate) mod authority_request;
pub(crate) mod clarification;
pub(crate) mod closing;
pub(crate) mod extension;
pub(crate) mod fee_notice;
pub(crate) mod general;
pub(crate) mod holding;
pub(crate) mod identity_request;
pub(crate) mod nothing_held;
pub(crate) mod partial_refusal;
pub(crate) mod refusal;
pub(crate) mod relative;
pub(crate) mod third_party;
pub(crate) mod withdrawal;

/// One kind of letter.
pub(crate) struct Template {
    /// Its code in the rulebook, for example `L07`.
    pub(crate) code: &'static str,
    /// Raised with every change of its words.
    pub(crate) version: u32,
    /// What it is called in lists.
    pub(crate) title: &'static str,
    /// Whom it speaks to.
    pub(crate) reader: Reader,
    /// The rights whose clocks it stops.
    pub(crate) answers_rights: &'static [Right],
    /// Says that a copy comes with it, so it needs an enclosure (ACC-3, PACK-1).
    pub(crate) promises_copy: bool,
    /// What has to be known of the case, beyond what every letter needs.
    pub(crate) needs: &'static [Need],
    /// What the DPO fills.
    pub(crate) fields: &'static [FieldSpec],
    /// What cannot be left out.
    pub(crate) clauses: &'static [&'static Clause],
    /// The words.
    pub(crate) body: &'static str,
}

/// Something in the facts a letter cannot do without, or is worse without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// At least one right.
    Rights,
    /// By when we answer; only better with it.
    LastDay,
    /// By when we would like a reply; only better with it.
    ReplyBy,
    /// The last day with the extension.
    ExtendedLastDay,
    /// Why the extension is necessary.
    ExtensionGround,
    /// The fee.
    Fee,
    /// What did not come, and when it was asked for.
    ClosingGround,
    /// When the request was taken back.
    WithdrawnOn,
    /// Whose data it is.
    Subject,
}

impl Template {
    /// What a template has that says nothing of itself.
    const PLAIN: Self = Self {
        code: "",
        version: 1,
        title: "",
        reader: Reader::Requester,
        answers_rights: &[],
        promises_copy: false,
        needs: &[],
        fields: &[],
        clauses: &[],
        body: "",
    };
}

/// The DPO's own words, in every letter.
const MORE: FieldSpec = FieldSpec {
    key: "more",
    label: "Anything else",
    help: "In your own words. May stay empty.",
    rule: "L00",
    required: false,
    ..FieldSpec::BLANK
};
