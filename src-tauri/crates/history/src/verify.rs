//! Walks a history in order and names the first thing that is wrong.
//!
//! Two walks exist. [`verify_casebook`] has every entry and checks both chains: the casebook's and that of each case.
//! [`verify_case`] has the entries of one case, as a bundle does, and checks that case's chain; of the casebook's chain
//! it checks what it can see. Either walk also compares the particulars it is given with the commitments in the
//! entries.
//!
//! A walk cannot see that entries were cut off the end: for that, compare the summary with a head kept elsewhere
//! ([`Summary::ends_at`], [`is_on_paper`]). It never repairs and never reads what an entry means.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::canonical::CanonicalError;
use crate::chain::event_hash;
use crate::envelope::Envelope;
use crate::head::{Head, ShortHead};
use crate::particulars::{Particular, Particulars, Tally};

/// The first thing found wrong.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("entry {seq}: {what}")]
pub struct Fault {
    /// The number the entry has or should have: in the casebook for [`verify_casebook`], in the case for
    /// [`verify_case`]. For a particular of an entry that does not exist, the number given with the particular.
    pub seq: u64,
    /// What is wrong with it.
    pub what: Wrong,
}

/// What can be wrong with an entry.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Wrong {
    /// The bytes are not those of an entry.
    #[error("it cannot be read: {0}")]
    Unreadable(CanonicalError),
    /// An entry is left out, repeated or moved.
    #[error("number {expected} of the casebook should stand here, but it is number {found}")]
    Number {
        /// The next number.
        expected: u64,
        /// The number it has.
        found: u64,
    },
    /// An entry of the case is left out, repeated or moved.
    #[error("number {expected} of the case should stand here, but it is number {found}")]
    CaseNumber {
        /// The next number.
        expected: u64,
        /// The number it has.
        found: u64,
    },
    /// It follows an entry that was not as it is now.
    #[error("it does not follow the entry before it in the casebook; one of the two was changed")]
    Previous,
    /// It follows an entry of its case that was not as it is now.
    #[error("it does not follow the entry before it in its case; one of the two was changed")]
    CasePrevious,
    /// It belongs to another casebook.
    #[error("it belongs to another casebook")]
    OtherCasebook,
    /// It belongs to another case.
    #[error("it belongs to another case")]
    OtherCase,
    /// A particular is neither there nor accounted for.
    #[error("the particular `{name}` is missing without an erasure")]
    ParticularMissing {
        /// The name in the entry.
        name: String,
    },
    /// A particular is not the one recorded.
    #[error("the particular `{name}` is not the one recorded")]
    ParticularMismatch {
        /// The name in the entry.
        name: String,
    },
    /// A particular is given that this entry does not have.
    #[error("a particular is given that was never recorded")]
    ParticularUnknown,
    /// The same particular is given twice.
    #[error("a particular is given twice")]
    ParticularTwice,
    /// The entry said to have erased a particular does not come after it.
    #[error("the erasure of the particular `{name}` is not a later entry")]
    ErasureUnknown {
        /// The name in the entry.
        name: String,
    },
    /// The history does not end where it should.
    #[error("the history does not end with the expected entry")]
    Head,
}

/// What a walk without a fault found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// How many entries there are.
    pub entries: u64,
    /// The last entry: numbered in the casebook for [`verify_casebook`], in the case for [`verify_case`].
    pub head: Head,
    /// The last entry of each case, numbered in the case; the key "" holds the entries of no case.
    pub case_heads: BTreeMap<String, Head>,
    /// Entries recorded while the computer's clock had jumped.
    pub clock_jumps: u64,
    /// How many particulars are in which state.
    pub particulars: Tally,
}

impl Summary {
    /// Checks the end against a head kept elsewhere, for example in a backup.
    ///
    /// # Errors
    /// [`Wrong::Head`] if the history ends with another entry.
    pub fn ends_at(&self, expected: &Head) -> Result<(), Fault> {
        if self.head == *expected { Ok(()) } else { Err(Fault { seq: expected.seq, what: Wrong::Head }) }
    }
}

/// Checks a whole casebook: its entries in the order of `seq`, as the bytes that were hashed.
///
/// # Errors
/// The first [`Fault`].
pub fn verify_casebook<Bytes: AsRef<[u8]>>(
    events: impl IntoIterator<Item = Bytes>,
    particulars: &Particulars,
) -> Result<Summary, Fault> {
    Walk::of_casebook().over(events, particulars)
}

/// Checks one case: its entries in the order of `case_seq`, as the bytes that were hashed.
///
/// # Errors
/// The first [`Fault`], numbered by `case_seq`.
pub fn verify_case<Bytes: AsRef<[u8]>>(
    events: impl IntoIterator<Item = Bytes>,
    particulars: &Particulars,
) -> Result<Summary, Fault> {
    Walk::of_case().over(events, particulars)
}

/// Whether a head read from a letter is that of one of these entries of a case. The entries must have been verified.
#[must_use]
pub fn is_on_paper<Bytes: AsRef<[u8]>>(events: impl IntoIterator<Item = Bytes>, paper: &ShortHead) -> bool {
    events.into_iter().any(|bytes| {
        let bytes = bytes.as_ref();
        Envelope::from_canonical_bytes(bytes)
            .is_ok_and(|event| paper.is_of(&Head { seq: event.case_seq, hash: event_hash(bytes) }))
    })
}

/// A walk entry by entry, for a caller that reads them one at a time.
#[derive(Debug)]
pub struct Walk {
    has_every_entry: bool,
    entries: u64,
    casebook: Option<String>,
    /// The last entry seen, numbered in the casebook.
    last: Head,
    case_heads: BTreeMap<String, Head>,
    clock_jumps: u64,
    particulars: Tally,
    /// The furthest entry named as an eraser, which must exist by the end: the particular's entry and name, then it.
    latest_eraser: Option<(u64, String, u64)>,
}

impl Walk {
    /// A walk over every entry of a casebook.
    #[must_use]
    pub const fn of_casebook() -> Self {
        Self::new(true)
    }

    /// A walk over the entries of one case.
    #[must_use]
    pub const fn of_case() -> Self {
        Self::new(false)
    }

    /// Checks the next entry and returns it.
    ///
    /// # Errors
    /// The [`Fault`] found. The walk is then over.
    pub fn step(&mut self, bytes: &[u8], particulars: &Particulars) -> Result<Envelope, Fault> {
        let expected = self.entries + 1;
        let event = Envelope::from_canonical_bytes(bytes)
            .map_err(|error| Fault { seq: expected, what: Wrong::Unreadable(error) })?;
        let fault = |what| Fault { seq: expected, what };
        self.check_place(&event).map_err(fault)?;
        self.check_particulars(&event, particulars).map_err(fault)?;

        let hash = event_hash(bytes);
        self.entries = expected;
        self.last = Head { seq: event.seq, hash };
        self.casebook.get_or_insert_with(|| event.casebook.clone());
        self.case_heads.insert(event.case.clone(), Head { seq: event.case_seq, hash });
        self.clock_jumps += u64::from(event.clock != "ok");
        Ok(event)
    }

    /// Ends the walk.
    ///
    /// # Errors
    /// What can only be known now: particulars of entries that never came.
    pub fn finish(self, particulars: &Particulars) -> Result<Summary, Fault> {
        if let Some(seq) = particulars.first_after(self.last.seq) {
            return Err(Fault { seq, what: Wrong::ParticularUnknown });
        }
        if let Some((seq, name, eraser)) = self.latest_eraser
            && self.has_every_entry
            && eraser > self.last.seq
        {
            return Err(Fault { seq, what: Wrong::ErasureUnknown { name } });
        }
        let head = match self.case_heads.values().next() {
            Some(case_head) if !self.has_every_entry => *case_head,
            _ => self.last,
        };
        Ok(Summary {
            entries: self.entries,
            head,
            case_heads: self.case_heads,
            clock_jumps: self.clock_jumps,
            particulars: self.particulars,
        })
    }

    const fn new(has_every_entry: bool) -> Self {
        Self {
            has_every_entry,
            entries: 0,
            casebook: None,
            last: Head::EMPTY,
            case_heads: BTreeMap::new(),
            clock_jumps: 0,
            particulars: Tally::NONE,
            latest_eraser: None,
        }
    }

    fn over<Bytes: AsRef<[u8]>>(
        mut self,
        events: impl IntoIterator<Item = Bytes>,
        particulars: &Particulars,
    ) -> Result<Summary, Fault> {
        for bytes in events {
            self.step(bytes.as_ref(), particulars)?;
        }
        self.finish(particulars)
    }

    fn check_place(&self, event: &Envelope) -> Result<(), Wrong> {
        if self.casebook.as_ref().is_some_and(|casebook| *casebook != event.casebook) {
            return Err(Wrong::OtherCasebook);
        }
        if !self.has_every_entry && self.entries > 0 && !self.case_heads.contains_key(&event.case) {
            return Err(Wrong::OtherCase);
        }
        let case_head = self.case_heads.get(&event.case).copied().unwrap_or(Head::EMPTY);
        if self.has_every_entry && event.seq != self.last.seq + 1 {
            return Err(Wrong::Number { expected: self.last.seq + 1, found: event.seq });
        }
        if event.case_seq != case_head.seq + 1 {
            return Err(Wrong::CaseNumber { expected: case_head.seq + 1, found: event.case_seq });
        }
        // One case's entries leave gaps in the casebook's numbers, but they only ever rise, and neighbours must fit.
        if event.seq <= self.last.seq {
            return Err(Wrong::Number { expected: self.last.seq + 1, found: event.seq });
        }
        if event.case_prev != case_head.hash {
            return Err(Wrong::CasePrevious);
        }
        if event.seq == self.last.seq + 1 && event.prev != self.last.hash {
            return Err(Wrong::Previous);
        }
        Ok(())
    }

    fn check_particulars(&mut self, event: &Envelope, particulars: &Particulars) -> Result<(), Wrong> {
        if particulars.first_after(self.last.seq).is_some_and(|seq| seq < event.seq)
            || particulars.names_of(event.seq).any(|name| !event.sealed.contains_key(name))
        {
            return Err(Wrong::ParticularUnknown);
        }
        for (name, commitment) in &event.sealed {
            match particulars.state(event.seq, name, commitment) {
                Particular::Matches => self.particulars.matching += 1,
                Particular::Withheld => self.particulars.withheld += 1,
                Particular::Erased { by } => {
                    if by <= event.seq {
                        return Err(Wrong::ErasureUnknown { name: name.clone() });
                    }
                    self.particulars.erased += 1;
                    if self.latest_eraser.as_ref().is_none_or(|(_, _, latest)| *latest < by) {
                        self.latest_eraser = Some((event.seq, name.clone(), by));
                    }
                }
                Particular::Missing => return Err(Wrong::ParticularMissing { name: name.clone() }),
                Particular::Mismatch => return Err(Wrong::ParticularMismatch { name: name.clone() }),
            }
        }
        Ok(())
    }
}
