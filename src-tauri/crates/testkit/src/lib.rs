//! What tests stand on: a time that stands still, ids and random bytes that repeat themselves, dialogs that answer from
//! a list, and a casebook in a temporary folder. Used by tests only.

mod casebook;
mod ports;

pub use casebook::{PASSPHRASE, TestCasebook, command_id};
pub use ports::{FixedTime, ListedDialogs, PaperTray, Printed, ProgressSeen};
