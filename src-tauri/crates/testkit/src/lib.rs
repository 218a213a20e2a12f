//! What tests stand on: a time that stands still, ids and random bytes that repeat themselves, dialogs that answer from
//! a list, and a casebook in a temporary folder. Used by tests only.

mod casebook;
mod ports;
mod requests;

pub use casebook::{PASSPHRASE, TestCasebook, command_id};
pub use ports::{FixedTime, HeldUp, ListedDialogs, PaperTray, Printed, ProgressSeen};
pub use requests::{about, access_request, filled, new_command, search_everything, with};
