//! Use cases: one function for each thing the DPO can do. Read, ask the core, write, answer.
//!
//! Nothing here knows a window or SQL. The window, the command line and the tests come in through [`call`] and
//! [`blob`]; time, ids, random bytes and dialogs come in through [`ports`]. A command of an open casebook is a method
//! of [`Open`], and an `Open` exists only while the casebook is unlocked.
//!
//! Start reading at `letters.rs`, then `record.rs`: every change of a case goes through it.

mod asking;
mod bulk;
mod cases;
mod computer_time;
mod documents;
mod drafts;
mod errors;
mod export;
mod files;
mod gatehouse;
mod help;
mod holidays;
mod home;
mod idle;
mod jobs;
mod letters;
mod open;
mod passphrase;
mod people;
pub mod ports;
mod problems;
mod record;
mod recovery;
mod registers;
mod reports;
mod safety;
mod seal;
mod settings;
mod tasks;
mod text;
mod today;
pub mod tools;
mod tray;
mod views;
mod words_list;

pub use bulk::{begin_bulk, end_bulk};
pub use casebook_vault::KdfStrength as Strength;
pub use gatehouse::{Gate, MADE_UP, Place, backup_at_quit, backup_if_due, blob, call, lock, new_command_id};
pub use idle::idle_limit;
pub use open::Open;

/// Name and version of the program, as they stand in events and exports.
pub const APP: &str = concat!("dpo-casebook/", env!("CARGO_PKG_VERSION"));
