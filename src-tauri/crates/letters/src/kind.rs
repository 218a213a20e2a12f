//! The kinds of letter. A new kind is one file under `templates/` and one line in [`LetterKind::template`].

use casebook_law::Right;
use serde::{Deserialize, Serialize};

use crate::clauses::ClauseSpec;
use crate::templates::{self, Template};

/// A kind of letter, stored and written as its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LetterKind {
    /// L01: we have your request.
    #[serde(rename = "L01")]
    Acknowledgement,
    /// L07: the answer to an access request.
    #[serde(rename = "L07")]
    AccessAnswer,
}

impl LetterKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[Self::Acknowledgement, Self::AccessAnswer];

    pub(crate) const fn template(self) -> &'static Template {
        match self {
            Self::Acknowledgement => &templates::acknowledgement::TEMPLATE,
            Self::AccessAnswer => &templates::access_answer::TEMPLATE,
        }
    }

    /// `L01`, `L07`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.template().code
    }

    /// The kind with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }

    /// What it is called in lists.
    #[must_use]
    pub const fn title(self) -> &'static str {
        self.template().title
    }

    /// The rights this letter answers: when it is sent, their clocks stop.
    #[must_use]
    pub const fn answers_rights(self) -> &'static [Right] {
        self.template().answers_rights
    }
}

/// A field of a letter that the DPO fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldSpec {
    /// Its key in [`crate::LetterFacts::written`].
    pub key: &'static str,
    /// Words beside it.
    pub label: &'static str,
    /// A sentence below it.
    pub help: &'static str,
    /// The rule that asks for it, for example `ACC-1`.
    pub rule: &'static str,
    /// Where the law says so, for example `UK GDPR Art 15(1)(a)`; empty if the law does not.
    pub basis: &'static str,
    /// A final letter needs it.
    pub required: bool,
    /// "Does not apply, because …" is an answer.
    pub may_not_apply: bool,
    /// Lines of the box to type in.
    pub rows: u8,
    /// What stands in it at first. `‹…›` marks what only the DPO can know; a final letter contains no such mark.
    pub starting_text: &'static str,
    /// What the reason for "does not apply" is at first.
    pub starting_reason: &'static str,
    /// Words that come before the reason in the letter.
    pub(crate) because: &'static str,
}

impl FieldSpec {
    /// A field with nothing in it, to be completed by the templates.
    pub(crate) const BLANK: Self = Self {
        key: "",
        label: "",
        help: "",
        rule: "",
        basis: "",
        required: true,
        may_not_apply: false,
        rows: 3,
        starting_text: "",
        starting_reason: "",
        because: "This does not apply to your data, because",
    };
}

/// The fields the DPO fills, in the order of the letter.
#[must_use]
pub const fn fields(kind: LetterKind) -> &'static [FieldSpec] {
    kind.template().fields
}

/// The locked clauses of a letter, in its order.
#[must_use]
pub fn clauses(kind: LetterKind) -> Vec<ClauseSpec> {
    kind.template().clauses.iter().map(|clause| clause.spec()).collect()
}
