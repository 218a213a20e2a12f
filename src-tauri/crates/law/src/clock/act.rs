//! What can happen in a matter, as far as a clock cares, and the names the command line uses for it.

use chrono::NaiveDate;

/// Something that happened and that a clock looks at. What it does to the clock is decided in [`super::run`], never
/// by whoever records it (REC-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Act {
    /// Proof of identity was asked for, on the day the question was sent.
    IdentityAsked,
    /// Proof of identity came.
    IdentityReceived,
    /// The person was told that the proof was not enough: as good as asking again.
    IdentityInsufficient,
    /// Identity no longer needs proof; what was asked and what came no longer count.
    IdentityWaived,
    /// Proof was asked for that the requester may act for the subject.
    AuthorityAsked,
    /// That proof came.
    AuthorityReceived,
    /// A fee for a manifestly unfounded or excessive request was asked for, Art 12(5).
    FeeAsked,
    /// That fee was paid.
    FeePaid,
    /// A fee for extra copies was asked for, Art 15(3). Never moves a clock.
    CopyFeeAsked,
    /// That fee was paid. Never moves a clock.
    CopyFeePaid,
    /// We asked which information or processing an access request is about, Art 12A(5).
    ClarificationAsked,
    /// An answer to that came.
    ClarificationReceived,
    /// The person declined to narrow the request; an answer like any other (TIME-8).
    ClarificationRefused,
    /// A question about format, reason or delivery. Never moves a clock.
    OtherQuestion,
    /// Notice of an extension was given, Art 12A(3).
    Extended,
    /// Receipt of a complaint was acknowledged. Answers the clock of a complaint, no other.
    Acknowledged,
    /// The answer was sent, or the refusal (REF-2).
    Answered,
    /// The person took the request back.
    Withdrawn,
    /// The subject died (LAW-4).
    SubjectDied,
    /// The case was closed.
    Closed,
    /// The case was opened again. Restarts nothing (TIME-8).
    Reopened,
}

/// Something that happened, on a day in London.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fact {
    /// The day. What is sent counts on the day it was sent, what comes in on the day it arrived.
    pub on: NaiveDate,
    /// What happened.
    pub act: Act,
}

/// The one table of names. The first name of an act is the one printed; `refused` is read as an answer (REF-2).
const NAMES: &[(&str, Act)] = &[
    ("id_requested", Act::IdentityAsked),
    ("id_received", Act::IdentityReceived),
    ("id_insufficient", Act::IdentityInsufficient),
    ("id_waived", Act::IdentityWaived),
    ("authority_requested", Act::AuthorityAsked),
    ("authority_received", Act::AuthorityReceived),
    ("fee_requested", Act::FeeAsked),
    ("fee_paid", Act::FeePaid),
    ("copy_fee_requested", Act::CopyFeeAsked),
    ("copy_fee_paid", Act::CopyFeePaid),
    ("clar_requested", Act::ClarificationAsked),
    ("clar_received", Act::ClarificationReceived),
    ("clar_refused", Act::ClarificationRefused),
    ("other_question", Act::OtherQuestion),
    ("extended", Act::Extended),
    ("acknowledged", Act::Acknowledged),
    ("answered", Act::Answered),
    ("refused", Act::Answered),
    ("withdrawn", Act::Withdrawn),
    ("subject_died", Act::SubjectDied),
    ("closed", Act::Closed),
    ("reopened", Act::Reopened),
];

/// Names of events that a history may hold and no clock looks at.
const SILENT_NAMES: &[&str] = &[
    "received",
    "logged",
    "search_done",
    "decision",
    "part_answer",
    "posted",
    "delivered",
    "restricted",
    "lift_notice",
    "restriction_lifted",
    "recipient_notified",
    "recipient_confirmed",
    "erased",
    "backup_expired",
    "complaint_linked",
    "hold_set",
    "hold_released",
    "override",
    "minimised",
    "exported",
];

impl Act {
    /// Every act, in the order of the table of names.
    pub fn all() -> impl Iterator<Item = Self> {
        NAMES.iter().filter(|(name, act)| act.name() == *name).map(|(_, act)| *act)
    }

    /// Every name that says something to a clock, in the order of the table.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(name, _)| *name)
    }

    /// The name of the command line: `id_requested`.
    #[must_use]
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(_, act)| *act == self).map_or("", |(name, _)| name)
    }

    /// The act of such a name. `None` also for the names no clock looks at; see [`Self::is_silent_name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, act)| *act)
    }

    /// Whether a name is one that may stand in a history but says nothing to a clock: `search_done`, `posted`.
    #[must_use]
    pub fn is_silent_name(name: &str) -> bool {
        SILENT_NAMES.contains(&name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_is_found_by_its_name() {
        assert_eq!(Act::all().count(), 21);
        for act in Act::all() {
            assert_eq!(Act::from_name(act.name()), Some(act));
            assert!(!Act::is_silent_name(act.name()));
        }
        assert_eq!(Act::from_name("refused"), Some(Act::Answered), "REF-2: refusing is answering");
        assert_eq!(Act::from_name("search_done"), None);
        assert!(Act::is_silent_name("search_done"));
        assert!(!Act::is_silent_name("serach_done"));
    }
}
