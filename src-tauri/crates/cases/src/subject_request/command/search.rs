//! What the DPO records about the search, what it found and what is decided about it.

use casebook_law::Exemption;
use chrono::NaiveDate;

use crate::codes::{AdviceStanding, DecisionOutcome, Naming, SearchResult, ThirdPartyTest, Treatment};
use crate::{EntryId, GroupId, SearchId, Written};

/// A place to be searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewSearch {
    /// The search.
    pub search: SearchId,
    /// The entry of the systems register, if it is one of them.
    pub system: Option<EntryId>,
    /// By when.
    pub due: NaiveDate,
    /// The place is named.
    pub place: Option<Written>,
}

/// A group of items, with what is decided about it if that is known already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewGroup {
    /// The group.
    pub group: GroupId,
    /// How many items.
    pub items: u32,
    /// Their pages.
    pub pages: u32,
    /// It has a title.
    pub title: Option<Written>,
}

/// What happens with a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecideItems {
    /// The day.
    pub on: NaiveDate,
    /// The group.
    pub group: GroupId,
    /// What happens with it.
    pub treatment: Treatment,
    /// Why something stays.
    pub exemption: Option<Exemption>,
    /// What weighing other people's interests came to.
    pub third_party: Option<ThirdPartyTest>,
    /// Whether the letter may say so.
    pub naming: Naming,
    /// The reason is written.
    pub reason: Option<Written>,
    /// The weighing is written (REF-5).
    pub weighed: Option<Written>,
}

/// The search and what follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchCommand {
    /// Places were asked to search.
    Ask {
        /// The day.
        on: NaiveDate,
        /// Which places.
        places: Vec<NewSearch>,
    },
    /// A place was asked again.
    Chase {
        /// The day.
        on: NaiveDate,
        /// The search.
        search: SearchId,
    },
    /// It was taken to somebody above.
    Escalate {
        /// The day.
        on: NaiveDate,
        /// The search.
        search: SearchId,
        /// To whom.
        to: Option<Written>,
    },
    /// What came of a search.
    Report {
        /// The day.
        on: NaiveDate,
        /// The search.
        search: SearchId,
        /// What.
        result: SearchResult,
        /// Pages found.
        pages: u32,
        /// Why it was not searched.
        reason: Option<Written>,
    },
    /// A group of what was found.
    Group {
        /// The day.
        on: NaiveDate,
        /// The group.
        group: NewGroup,
    },
    /// An index of items was read in.
    Import {
        /// The day.
        on: NaiveDate,
        /// How many items.
        items: u32,
        /// Their groups.
        groups: Vec<NewGroup>,
        /// What the index says about them.
        decided: Vec<DecideItems>,
    },
    /// What happens with a group.
    Decide(DecideItems),
    /// What the company decided.
    Conclude {
        /// The day.
        on: NaiveDate,
        /// What.
        outcome: DecisionOutcome,
        /// How it stands to the DPO's advice.
        advice: AdviceStanding,
        /// Who decided.
        decided_by: Option<Written>,
        /// Why it was decided so.
        reason: Option<Written>,
        /// Why the advice was not followed.
        why_not: Option<Written>,
    },
    /// The files that go out were put together.
    Pack {
        /// The day.
        on: NaiveDate,
        /// How many files.
        files: u32,
        /// Their pages.
        pages: u32,
        /// SHA-256 over the list of contents.
        sha256: String,
    },
}
