//! Printing from the program.

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
