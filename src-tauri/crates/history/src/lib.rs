//! The history of a casebook: what an entry is made of, the exact bytes it is stored as, how entries are chained, how
//! erasable content is sealed into them, and how all of that is checked again later.
//!
//! What is promised: any byte of any entry that is changed, any entry left out, added or moved, and any disclosed
//! particular that is not the one recorded, is found and named ([`verify`]). What is not: that the recorded facts are
//! true, nor that the holder of the passphrase has not rewritten what came after the last head that left the building
//! ([`head`]). Entries cut off the end are found only by comparing with such a head.
//!
//! This crate never learns what a kind of entry means, never reads the time, a file or a database, and never
//! serialises an entry twice: the bytes that were hashed are the bytes that are kept.
//!
//! Start with [`Envelope`], then [`canonical`], then [`verify::verify_casebook`].

#![deny(missing_docs)]

pub mod canonical;
pub mod chain;
pub mod commitment;
pub mod envelope;
pub mod head;
pub mod particulars;
mod shape;
pub mod value;
pub mod verify;

pub use canonical::CanonicalError;
pub use chain::{Hash, event_hash};
pub use commitment::Salt;
pub use envelope::Envelope;
pub use head::{Head, ShortHead};
pub use particulars::{Opening, Particular, Particulars, Tally};
pub use value::{Facts, Value, facts_from_json, facts_to_json};
pub use verify::{Fault, Summary, Wrong, verify_case, verify_casebook};
