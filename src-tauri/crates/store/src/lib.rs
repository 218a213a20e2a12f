//! A casebook's database: SQLCipher, one file, encrypted as a whole.
//!
//! The entries of the history and the particulars beside them are the truth; every other table is computed from them
//! in the same transaction and can be filled again ([`Store::rebuild`]). An entry is only ever added, by
//! [`Store::append`]; the database itself refuses everything else.
//!
//! This crate decides nothing and knows no rule: which events to write is the answer of `casebook-cases`, where they
//! stand in the history is the envelope's. It never repairs: damage is reported by [`Store::check`] and left as it is.
//!
//! Start reading at `append.rs`, then `projections/mod.rs`; `open.rs` and `settings.rs` hold what the promises about
//! power loss and erasure rest on.

mod append;
mod asked;
mod backup;
mod bulk;
mod check;
mod columns;
mod drafts;
mod error;
mod holidays;
mod letters;
mod lists;
mod load;
mod migrate;
mod names;
mod open;
mod particulars;
mod parties;
mod plain_letters;
mod projections;
mod read;
mod sar_log;
mod search;
mod settings;
mod store;
pub mod stored_form;
mod tasks;
mod visible;
mod which;

#[cfg(test)]
mod tests;

pub use append::{Append, Appended, NewEvent};
pub use backup::{Copy, KeptDocument, Proceed, copy_database};
pub use check::Report;
pub use drafts::Draft;
pub use error::Error;
pub use letters::{LetterRow, LetterState};
pub use lists::{CaseRow, Counts, ListId, OpenedList};
pub use load::{AnswerTiming, Answers, PostTime, Timeliness};
pub use names::NameFit;
pub use open::DATABASE_FILE;
pub use particulars::{NewParticular, StoredParticular};
pub use parties::{Described, LooksAlike};
pub use read::StoredEvent;
pub use sar_log::{Outcome, SarLogRow};
pub use store::Store;
pub use tasks::{AwaitedSearch, TaskRow};
pub use visible::SecretCases;
pub use which::{Filter, ListQuery, Sort};
