//! What belongs to no case: the casebook itself and its settings. These events have a chain of their own.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What happens to the casebook as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "facts", deny_unknown_fields)]
pub enum Event {
    /// The casebook was made.
    #[serde(rename = "casebook.created")]
    Created {},
    /// Two groups of the recovery key were typed back correctly.
    #[serde(rename = "recovery.confirmed")]
    RecoveryConfirmed {},
    /// The recovery key was replaced; the one before opens nothing any more.
    #[serde(rename = "recovery.renewed")]
    RecoveryRenewed {},
    /// Settings were changed. Particulars: `settings`, the whole of them as JSON.
    #[serde(rename = "settings.changed")]
    SettingsChanged {
        /// Counts the changes, from 1.
        revision: u64,
        /// The day on which the regulator's facts were last confirmed (LAW-6), if they are.
        #[serde(skip_serializing_if = "Option::is_none")]
        regulator_confirmed_on: Option<NaiveDate>,
    },
}
