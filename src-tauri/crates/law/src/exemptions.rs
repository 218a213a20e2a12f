//! Why something may be withheld: the closed list of exemptions, each with where it stands, what it reaches and what
//! has to be written down before it may be used (REF-4).
//!
//! What is not on this list is no exemption. "It would be awkward" is not on it.

use crate::Right;

mod list;

pub use list::Exemption;

/// Which rights an exemption can hold back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The copy and the explanation asked for under Article 15, and nothing else.
    Access,
    /// Article 15, and what people are told when data is collected (Articles 13 and 14).
    Informing,
    /// Articles 13 to 20 and 21(1): what the first two parts of Schedule 2 list.
    Listed,
    /// The articles that Schedule 3 lists, Article 15 among them.
    Schedule3,
    /// A copy of the data: Articles 15(3) and 20.
    Copies,
    /// Articles 15 to 20, which all need to know whose data it is.
    Recognising,
    /// Articles 15, 16, 18 and 21, for archives 19 and 20 too.
    Research,
    /// Every request that a person can make.
    AllRequests,
    /// Most of the regulation, the rights among it.
    Wide,
}

impl Reach {
    /// The articles in words: "Articles 13 to 15".
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Access => "Article 15",
            Self::Informing => "Articles 13 to 15",
            Self::Listed => "Articles 13 to 20 and 21(1)",
            Self::Schedule3 => "the articles Schedule 3 lists, Article 15 among them",
            Self::Copies => "Articles 15(3) and 20",
            Self::Recognising => "Articles 15 to 20",
            Self::Research => "Articles 15, 16, 18 and 21; for archives also 19 and 20",
            Self::AllRequests => "every request",
            Self::Wide => "most of the regulation",
        }
    }

    /// Whether a request under this right can be held back.
    #[must_use]
    pub const fn holds_back(self, right: Right) -> bool {
        match right {
            Right::Access => true,
            Right::Portability => !matches!(self, Self::Access | Self::Informing | Self::Research),
            Right::Rectification | Right::Restriction => {
                !matches!(self, Self::Access | Self::Informing | Self::Copies)
            }
            Right::Erasure => !matches!(self, Self::Access | Self::Informing | Self::Copies | Self::Research),
            Right::Objection => {
                !matches!(self, Self::Access | Self::Informing | Self::Copies | Self::Recognising)
            }
            Right::AutomatedDecision => matches!(self, Self::AllRequests | Self::Wide),
            Right::ConsentWithdrawal | Right::Complaint => false,
        }
    }
}

/// What is known of one exemption. [`Exemption`] is its name in events and on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExemptionRow {
    /// The stable code: `EX-OTHER`.
    pub code: &'static str,
    /// What it is about, as the DPO would say it.
    pub label: &'static str,
    /// Where it stands.
    pub source: &'static str,
    /// What it reaches.
    pub reach: Reach,
    /// What has to hold and to be written down, for each thing withheld.
    pub test: &'static str,
    /// How a company like ours meets it.
    pub use_by_us: UseByUs,
    /// Whether naming it can do the very harm it is there to prevent, so that a letter may stay silent about it.
    pub silent: bool,
}

/// How a company that runs software for others meets an exemption.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UseByUs {
    /// Offered first.
    Common,
    /// Offered on asking for more.
    Rare,
    /// Reserved for others. Listed, so that it can be said why it does not help.
    NotOurs,
}

impl Exemption {
    /// The stable code, as stored: `EX-OTHER`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.row().code
    }

    /// The exemption of a code. Small letters and blanks around it are forgiven, because lists are typed by hand.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let code = code.trim();
        Self::ALL.iter().copied().find(|exemption| exemption.code().eq_ignore_ascii_case(code))
    }

    /// What it is about, as the DPO would say it: "Information about someone else".
    #[must_use]
    pub fn label(self) -> &'static str {
        self.row().label
    }

    /// Where it stands: "Data Protection Act 2018, Schedule 2, paragraphs 16 and 17".
    #[must_use]
    pub fn source(self) -> &'static str {
        self.row().source
    }

    /// What it reaches.
    #[must_use]
    pub fn reach(self) -> Reach {
        self.row().reach
    }

    /// What has to hold, and be written down, for each thing withheld.
    #[must_use]
    pub fn test(self) -> &'static str {
        self.row().test
    }

    /// Whether it is offered first.
    #[must_use]
    pub fn is_common(self) -> bool {
        self.row().use_by_us == UseByUs::Common
    }

    /// Whether a company like ours may use it at all.
    #[must_use]
    pub fn is_available(self) -> bool {
        self.row().use_by_us != UseByUs::NotOurs
    }

    /// Whether it can hold back anything of an access request.
    #[must_use]
    pub fn applies_to_access(self) -> bool {
        self.reach().holds_back(Right::Access)
    }

    /// Whether a letter may leave its reason unsaid, with a note why (REF-4): where naming it would tip somebody off,
    /// give a person away, or do the harm that it is there to prevent. Judgement, exemption by exemption.
    #[must_use]
    pub fn may_stay_unsaid(self) -> bool {
        self.row().silent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_exemption_is_found_by_its_code_and_stored_under_it() {
        for exemption in Exemption::ALL.iter().copied() {
            assert_eq!(Exemption::from_code(exemption.code()), Some(exemption));
            assert_eq!(serde_json::to_value(exemption).unwrap(), exemption.code());
            assert!(exemption.code().starts_with("EX-"), "{exemption:?}");
            let read: Exemption = serde_json::from_value(exemption.code().into()).unwrap();
            assert_eq!(read, exemption);
        }
        assert_eq!(Exemption::from_code(" ex-lpp "), Some(Exemption::LawyerClient));
        assert_eq!(Exemption::from_code("EX-AWKWARD"), None);
    }

    #[test]
    fn codes_and_labels_are_all_different() {
        for (place, one) in Exemption::ALL.iter().enumerate() {
            for other in Exemption::ALL.iter().skip(place + 1) {
                assert_ne!(one.code(), other.code());
                assert_ne!(one.label(), other.label());
            }
        }
    }

    #[test]
    fn the_common_ones_come_first_and_what_is_not_ours_comes_last() {
        let rank = |one: &Exemption| match one.row().use_by_us {
            UseByUs::Common => 0,
            UseByUs::Rare => 1,
            UseByUs::NotOurs => 2,
        };
        assert!(Exemption::ALL.is_sorted_by_key(rank));
        assert_eq!(Exemption::ALL.iter().filter(|one| one.is_common()).count(), 14);
        assert_eq!(Exemption::ALL.len(), 41);
    }

    #[test]
    fn what_only_others_may_use_is_listed_and_not_available() {
        let not_ours: Vec<_> = Exemption::ALL.iter().filter(|one| !one.is_available()).copied().collect();
        assert_eq!(not_ours, [Exemption::PublicBodyRisk, Exemption::Immigration]);
    }

    #[test]
    fn every_one_says_what_to_write_down() {
        for one in Exemption::ALL {
            assert!(one.test().len() > 20 && one.test().ends_with('.'), "{one:?}");
            assert!(!one.label().ends_with('.') && one.label().len() < 60, "{one:?}");
        }
    }

    #[test]
    fn no_exemption_holds_back_a_complaint_and_the_copy_of_another_is_no_reason_not_to_correct() {
        for one in Exemption::ALL {
            assert!(!one.reach().holds_back(Right::Complaint), "{one:?}");
            assert!(one.applies_to_access(), "{one:?}");
        }
        assert!(!Exemption::SomeoneElse.reach().holds_back(Right::Rectification));
        assert!(Exemption::Crime.reach().holds_back(Right::Erasure));
        assert!(Exemption::OthersRights.reach().holds_back(Right::Portability));
    }

    #[test]
    fn only_what_gives_something_away_by_its_name_may_stay_unsaid() {
        assert!(Exemption::Crime.may_stay_unsaid());
        assert!(Exemption::SomeoneElse.may_stay_unsaid());
        assert!(!Exemption::Search.may_stay_unsaid());
        assert!(!Exemption::Unfounded.may_stay_unsaid());
    }
}
