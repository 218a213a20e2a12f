//! Printing from the program.

use casebook_cases::{CommandId, LetterId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The computer's printers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PrintQueues {
    /// Their names, in the system's order.
    pub queues: Vec<String>,
    /// Why there are none, and what to do instead.
    pub problem: Option<String>,
}

/// A final letter to print.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct LetterPrint {
    /// Made by the page. The same again prints nothing again.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// Which one.
    #[ts(as = "String")]
    pub letter: LetterId,
    /// The case's version.
    #[ts(type = "number")]
    pub case_version: u64,
    /// The printer, by one of the names of [`PrintQueues`].
    pub queue: String,
    /// How often; from 1 to 99.
    pub copies: u32,
    /// On both sides of each sheet.
    pub both_sides: bool,
}
