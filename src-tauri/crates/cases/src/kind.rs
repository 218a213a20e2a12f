//! The four kinds of matter.

use serde::{Deserialize, Serialize};

/// What kind of matter a case is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseKind {
    /// Somebody uses one or more of their rights.
    SubjectRequest,
    /// Data of a child is deleted.
    ChildDeletion,
    /// An authority or another body wants data.
    Disclosure,
    /// A data-protection complaint to the company.
    Complaint,
}

impl CaseKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::SubjectRequest, Self::ChildDeletion, Self::Disclosure, Self::Complaint];

    /// The two letters of its references: `SR`, `CD`, `DD`, `CO`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::SubjectRequest => "SR",
            Self::ChildDeletion => "CD",
            Self::Disclosure => "DD",
            Self::Complaint => "CO",
        }
    }

    /// The kind whose references begin so.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}
