//! What has been typed and not yet recorded.

use casebook_personal::Personal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which form.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct DraftKey {
    /// The form's name: "new-case".
    pub form: String,
}

/// What to keep.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct DraftKeep {
    /// The form's name.
    pub form: String,
    /// The form's content as JSON text; empty forgets it. At most 8 MiB.
    #[ts(as = "String")]
    pub body: Personal<String>,
}

/// What was kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct DraftKept {
    /// The form's content; empty if there is none.
    #[ts(as = "String")]
    pub body: Personal<String>,
}
