//! Long work that shows its progress.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Long work that is to stop.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct JobCancel {
    /// The name that the request gave it.
    pub job: String,
}
