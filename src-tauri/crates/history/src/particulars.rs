//! What became of the content beside the entries: which particulars are disclosed, withheld or erased.
//!
//! The caller says it, because only the caller knows which kind of entry erases; the walk in [`crate::verify`] holds
//! it against the commitments. A particular that is neither there nor accounted for is an alarm.

use std::collections::BTreeMap;
use std::fmt;

use crate::chain::Hash;
use crate::commitment::{Salt, opens};
use crate::verify::{Fault, Wrong};

/// A disclosed particular. `Debug` shows neither value nor salt.
#[derive(Clone, PartialEq, Eq)]
pub struct Opening {
    /// The entry it belongs to, numbered in the casebook.
    pub seq: u64,
    /// Its name in that entry.
    pub name: String,
    /// The recorded bytes.
    pub value: Vec<u8>,
    /// The salt of its commitment.
    pub salt: Salt,
}

impl fmt::Debug for Opening {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Opening")
            .field("seq", &self.seq)
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

/// How a particular stands to the commitment in its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Particular {
    /// It is there and is the one recorded.
    Matches,
    /// It exists but is not disclosed here.
    Withheld,
    /// It was erased.
    Erased {
        /// The entry that erased it, numbered in the casebook.
        by: u64,
    },
    /// Alarm: it should be there.
    Missing,
    /// Alarm: it is there, but is not the one recorded.
    Mismatch,
}

/// How many particulars a verified history has in each harmless state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// There, and as recorded.
    pub matching: u64,
    /// Not disclosed.
    pub withheld: u64,
    /// Erased by a later entry.
    pub erased: u64,
}

impl Tally {
    /// Nothing counted yet.
    pub const NONE: Self = Self { matching: 0, withheld: 0, erased: 0 };
}

/// Everything known about the particulars of a history.
#[derive(Clone, Debug)]
pub struct Particulars {
    /// What it means if nothing is said about a particular.
    unlisted: Particular,
    listed: BTreeMap<u64, BTreeMap<String, Kept>>,
}

#[derive(Clone, Debug)]
enum Kept {
    Opened(Opening),
    Withheld,
    Erased { by: u64 },
}

impl Particulars {
    /// For a casebook: what is not listed is missing.
    #[must_use]
    pub const fn complete() -> Self {
        Self { unlisted: Particular::Missing, listed: BTreeMap::new() }
    }

    /// For a redacted bundle, or to check the chains alone: what is not listed is withheld.
    #[must_use]
    pub const fn partial() -> Self {
        Self { unlisted: Particular::Withheld, listed: BTreeMap::new() }
    }

    /// Lists a disclosed particular.
    ///
    /// # Errors
    /// [`Wrong::ParticularTwice`] if something was already listed under that entry and name.
    pub fn open(&mut self, opening: Opening) -> Result<(), Fault> {
        self.list(opening.seq, opening.name.clone(), Kept::Opened(opening))
    }

    /// Lists a particular that exists but is not disclosed.
    ///
    /// # Errors
    /// As [`Particulars::open`].
    pub fn withhold(&mut self, seq: u64, name: String) -> Result<(), Fault> {
        self.list(seq, name, Kept::Withheld)
    }

    /// Lists a particular that the later entry `by` erased.
    ///
    /// # Errors
    /// As [`Particulars::open`].
    pub fn erased(&mut self, seq: u64, name: String, by: u64) -> Result<(), Fault> {
        self.list(seq, name, Kept::Erased { by })
    }

    /// How one particular stands to its commitment.
    #[must_use]
    pub fn state(&self, seq: u64, name: &str, commitment: &Hash) -> Particular {
        match self.listed.get(&seq).and_then(|names| names.get(name)) {
            None => self.unlisted,
            Some(Kept::Withheld) => Particular::Withheld,
            Some(Kept::Erased { by }) => Particular::Erased { by: *by },
            Some(Kept::Opened(opening)) if opens(commitment, &opening.salt, &opening.value) => {
                Particular::Matches
            }
            Some(Kept::Opened(_)) => Particular::Mismatch,
        }
    }

    /// The first entry after `seq` about which something is listed.
    pub(crate) fn first_after(&self, seq: u64) -> Option<u64> {
        self.listed.range(seq.saturating_add(1)..).next().map(|(found, _)| *found)
    }

    pub(crate) fn names_of(&self, seq: u64) -> impl Iterator<Item = &String> {
        self.listed.get(&seq).into_iter().flat_map(BTreeMap::keys)
    }

    fn list(&mut self, seq: u64, name: String, kept: Kept) -> Result<(), Fault> {
        let names = self.listed.entry(seq).or_default();
        if names.contains_key(&name) {
            return Err(Fault { seq, what: Wrong::ParticularTwice });
        }
        names.insert(name, kept);
        Ok(())
    }
}
