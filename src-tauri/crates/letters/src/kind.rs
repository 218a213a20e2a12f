//! The kinds of letter. A new kind is one file under `templates/` and one line in [`LetterKind::template`].

use casebook_law::Right;
use serde::{Deserialize, Serialize};

use crate::clauses::ClauseSpec;
use crate::templates::{self, Template};

/// A kind of letter, stored and written as its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LetterKind {
    /// L00: whatever the other letters do not say.
    #[serde(rename = "L00")]
    General,
    /// L01: we have your request.
    #[serde(rename = "L01")]
    Acknowledgement,
    /// L02: we need to know who is asking.
    #[serde(rename = "L02")]
    IdentityRequest,
    /// L03: we need to know that somebody may act for another.
    #[serde(rename = "L03")]
    AuthorityRequest,
    /// L04: which information is meant.
    #[serde(rename = "L04")]
    Clarification,
    /// L05: a fee.
    #[serde(rename = "L05")]
    FeeNotice,
    /// L06: we need more time.
    #[serde(rename = "L06")]
    Extension,
    /// L07: the answer to an access request.
    #[serde(rename = "L07")]
    AccessAnswer,
    /// L08: nothing was found.
    #[serde(rename = "L08")]
    NothingHeld,
    /// L11: the whole request is refused.
    #[serde(rename = "L11")]
    Refusal,
    /// L12: an access answer of which a part is refused.
    #[serde(rename = "L12")]
    PartialRefusal,
    /// L30: closed, because what we asked for did not come.
    #[serde(rename = "L30")]
    ClosingNoReply,
    /// L32: the answer is late.
    #[serde(rename = "L32")]
    Holding,
    /// L33: may we give information that is also about you.
    #[serde(rename = "L33")]
    ThirdPartyQuestion,
    /// L34: the request was taken back.
    #[serde(rename = "L34")]
    WithdrawalConfirmed,
    /// L36: to somebody who writes about a person who has died.
    #[serde(rename = "L36")]
    RelativeOrExecutor,
}

impl LetterKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::General,
        Self::Acknowledgement,
        Self::IdentityRequest,
        Self::AuthorityRequest,
        Self::Clarification,
        Self::FeeNotice,
        Self::Extension,
        Self::AccessAnswer,
        Self::NothingHeld,
        Self::Refusal,
        Self::PartialRefusal,
        Self::ClosingNoReply,
        Self::Holding,
        Self::ThirdPartyQuestion,
        Self::WithdrawalConfirmed,
        Self::RelativeOrExecutor,
    ];

    pub(crate) const fn template(self) -> &'static Template {
        match self {
            Self::General => &templates::general::TEMPLATE,
            Self::Acknowledgement => &templates::acknowledgement::TEMPLATE,
            Self::IdentityRequest => &templates::identity_request::TEMPLATE,
            Self::AuthorityRequest => &templates::authority_request::TEMPLATE,
            Self::Clarification => &templates::clarification::TEMPLATE,
            Self::FeeNotice => &templates::fee_notice::TEMPLATE,
            Self::Extension => &templates::extension::TEMPLATE,
            Self::AccessAnswer => &templates::access_answer::TEMPLATE,
            Self::NothingHeld => &templates::nothing_held::TEMPLATE,
            Self::Refusal => &templates::refusal::TEMPLATE,
            Self::PartialRefusal => &templates::partial_refusal::TEMPLATE,
            Self::ClosingNoReply => &templates::closing::TEMPLATE,
            Self::Holding => &templates::holding::TEMPLATE,
            Self::ThirdPartyQuestion => &templates::third_party::TEMPLATE,
            Self::WithdrawalConfirmed => &templates::withdrawal::TEMPLATE,
            Self::RelativeOrExecutor => &templates::relative::TEMPLATE,
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

    /// Whom it speaks to.
    #[must_use]
    pub const fn reader(self) -> Reader {
        self.template().reader
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

/// Whom a kind of letter speaks to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// The person whose data it is, called "you"; or who acts for this person, and is told who "you" is.
    Requester,
    /// Who acts for somebody, about whether they may (AUTH-1).
    Representative,
    /// Somebody else, who must not learn who asked (REF-5).
    ThirdParty,
    /// Anybody of the case.
    Anybody,
}

/// A ready text for a field, to take in place of the starting text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// What it is called in the list of choices.
    pub label: &'static str,
    /// The text; `‹…›` as in starting texts.
    pub text: &'static str,
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
    /// Ready texts for cases that come often. To be put in place of what is there, or added to it.
    pub choices: &'static [Choice],
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
        choices: &[],
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
