//! Files from outside, read with care: a list of items from a search, a picture for the head of letters, the published
//! list of bank holidays.
//!
//! Pure: bytes in, values or faults out. Every size has a limit that is looked at before memory is taken, whatever the
//! bytes are nothing here panics, and a fault says in a sentence what to do about it. It quotes nothing of the file
//! beyond numbers.

pub mod bank_holidays;
pub mod item_index;
pub mod logo;
mod text;
