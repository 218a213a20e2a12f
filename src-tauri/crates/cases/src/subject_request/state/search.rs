//! The search, what it found, what is decided about it, and what goes out.

use casebook_law::Exemption;
use chrono::NaiveDate;

use crate::codes::{AdviceStanding, DecisionOutcome, Naming, SearchResult, ThirdPartyTest, Treatment};
use crate::{EntryId, GroupId, SearchId};

use super::State;

/// One place that is looked into (SEARCH-1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// Which one.
    pub search: SearchId,
    /// The entry of the systems register, if it is one of them.
    pub system: Option<EntryId>,
    /// When it was asked for.
    pub asked_on: NaiveDate,
    /// By when.
    pub due: NaiveDate,
    /// The entry (`seq` in the casebook) that holds its words.
    pub asked_at: u64,
    /// When it was asked for again.
    pub chased_on: Vec<NaiveDate>,
    /// When it was taken to somebody above.
    pub escalated_on: Option<NaiveDate>,
    /// What came of it.
    pub report: Option<SearchReport>,
}

/// What came of a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SearchReport {
    /// The day.
    pub on: NaiveDate,
    /// What.
    pub result: SearchResult,
    /// Pages found.
    pub pages: u32,
    /// The entry (`seq` in the casebook) that holds its words.
    pub reported_at: u64,
}

/// A group of items that were found (ITEM-1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemGroup {
    /// Which one.
    pub group: GroupId,
    /// How many items.
    pub items: u32,
    /// Their pages.
    pub pages: u32,
    /// The entry (`seq` in the casebook) that holds its title.
    pub grouped_at: u64,
    /// What happens with it.
    pub decided: Option<GroupDecision>,
}

/// What happens with a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupDecision {
    /// The day.
    pub on: NaiveDate,
    /// What.
    pub treatment: Treatment,
    /// Why something stays.
    pub exemption: Option<Exemption>,
    /// The test about other people (REF-5).
    pub third_party: Option<ThirdPartyTest>,
    /// Whether the letter may say so (REF-4).
    pub naming: Naming,
    /// The entry (`seq` in the casebook) that holds its reasons.
    pub decided_at: u64,
}

/// What the company decided (DEC-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecisionMade {
    /// The day.
    pub on: NaiveDate,
    /// What.
    pub outcome: DecisionOutcome,
    /// How it stands to the DPO's advice.
    pub advice: AdviceStanding,
    /// The entry (`seq` in the casebook) that holds its words.
    pub made_at: u64,
}

/// The files that go out (PACK-1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// The day.
    pub on: NaiveDate,
    /// How many files.
    pub files: u32,
    /// Their pages.
    pub pages: u32,
    /// SHA-256 over the list of contents.
    pub sha256: String,
    /// The entry (`seq` in the casebook) that holds the list.
    pub made_at: u64,
}

/// How far the search has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SearchProgress {
    /// Places asked.
    pub asked: usize,
    /// Places that reported.
    pub reported: usize,
    /// Places that are late on a given day.
    pub late: usize,
}

impl SearchProgress {
    /// Whether places were asked and all of them reported.
    #[must_use]
    pub const fn is_finished(&self) -> bool {
        self.asked > 0 && self.reported == self.asked
    }
}

impl State {
    /// A search by its id.
    #[must_use]
    pub fn search(&self, search: SearchId) -> Option<&Search> {
        self.searches.iter().find(|known| known.search == search)
    }

    /// How far the search has come, `today`.
    #[must_use]
    pub fn search_progress(&self, today: NaiveDate) -> SearchProgress {
        let is_late = |search: &&Search| search.report.is_none() && search.due < today;
        SearchProgress {
            asked: self.searches.len(),
            reported: self.searches.iter().filter(|search| search.report.is_some()).count(),
            late: self.searches.iter().filter(is_late).count(),
        }
    }

    /// Whether every place that was searched holds nothing.
    #[must_use]
    pub fn found_nothing(&self) -> bool {
        self.searches
            .iter()
            .filter_map(|search| search.report)
            .all(|report| report.result != SearchResult::Found)
    }

    /// A group by its id.
    #[must_use]
    pub fn group(&self, group: GroupId) -> Option<&ItemGroup> {
        self.groups.iter().find(|known| known.group == group)
    }

    /// Groups nobody has decided about.
    #[must_use]
    pub fn undecided_groups(&self) -> usize {
        self.groups.iter().filter(|group| group.decided.is_none()).count()
    }

    /// Whether something that was found stays, or goes out with parts made unreadable.
    #[must_use]
    pub fn leaves_out_something(&self) -> bool {
        self.groups
            .iter()
            .filter_map(|group| group.decided)
            .any(|decided| decided.treatment != Treatment::Released)
    }
}
