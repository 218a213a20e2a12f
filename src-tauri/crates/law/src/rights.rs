//! What a person can ask for, and whether the law gives an answer a last day (REQ-2, TIME-11).

use serde::{Deserialize, Serialize};

/// A right of a data subject, or a complaint. Each one asked for has its own clock (MULTI-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// A copy of one's own data and an explanation of it, Art 15.
    Access,
    /// Wrong or incomplete data put right, Art 16.
    Rectification,
    /// Data deleted, Art 17.
    Erasure,
    /// Data kept but not used, Art 18.
    Restriction,
    /// A machine-readable copy of what the person gave, Art 20.
    Portability,
    /// A use of data stopped, Art 21.
    Objection,
    /// A decision made by a machine explained, contested, taken again by a person, Arts 22A to 22D.
    AutomatedDecision,
    /// Consent taken back, Art 7(3). No month: act at once.
    ConsentWithdrawal,
    /// A data protection complaint made to us, DPA section 164A. Thirty days to acknowledge.
    Complaint,
}

impl Right {
    /// Every right, in the order lists show them.
    pub const ALL: [Self; 9] = [
        Self::Access,
        Self::Rectification,
        Self::Erasure,
        Self::Restriction,
        Self::Portability,
        Self::Objection,
        Self::AutomatedDecision,
        Self::ConsentWithdrawal,
        Self::Complaint,
    ];

    /// The stable code, as stored and as the command line takes it: `access`, `automated_decision`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Access => "access",
            Self::Rectification => "rectification",
            Self::Erasure => "erasure",
            Self::Restriction => "restriction",
            Self::Portability => "portability",
            Self::Objection => "objection",
            Self::AutomatedDecision => "automated_decision",
            Self::ConsentWithdrawal => "consent_withdrawal",
            Self::Complaint => "complaint",
        }
    }

    /// The right of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|right| right.code() == code)
    }

    /// The name as people read it: "Access", "Automated decision".
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Access => "Access",
            Self::Rectification => "Rectification",
            Self::Erasure => "Erasure",
            Self::Restriction => "Restriction",
            Self::Portability => "Portability",
            Self::Objection => "Objection",
            Self::AutomatedDecision => "Automated decision",
            Self::ConsentWithdrawal => "Withdrawal of consent",
            Self::Complaint => "Complaint",
        }
    }

    /// Whether an answer is due within a month (TIME-11): all of Arts 15 to 22D, neither withdrawal of consent nor a
    /// complaint.
    #[must_use]
    pub const fn has_one_month(self) -> bool {
        !matches!(self, Self::ConsentWithdrawal | Self::Complaint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_right_is_found_by_its_code_and_stored_under_it() {
        for right in Right::ALL {
            assert_eq!(Right::from_code(right.code()), Some(right));
            assert_eq!(serde_json::to_value(right).unwrap(), right.code());
        }
        assert_eq!(Right::from_code("Access"), None);
    }

    #[test]
    fn two_rights_have_no_month() {
        let without: Vec<_> = Right::ALL.into_iter().filter(|right| !right.has_one_month()).collect();
        assert_eq!(without, [Right::ConsentWithdrawal, Right::Complaint]);
    }
}
