//! What would follow from something that has not happened. Nothing here records anything.

use casebook_cases::CaseId;
use casebook_cases::codes::Supposed;
use casebook_law::Right;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ClockView, RightCode, SupposedCode};

/// Something supposed, on its day.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct SupposedForm {
    /// What.
    #[ts(as = "SupposedCode")]
    pub what: Supposed,
    /// When.
    pub on: NaiveDate,
}

/// What is supposed of a case; nothing asks for what is worth supposing.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct CaseWhatIf {
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// What, in any order.
    pub supposed: Vec<SupposedForm>,
}

/// One right, as it would be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct WhatIfRow {
    /// The right.
    #[ts(as = "RightCode")]
    pub right: Right,
    /// What would become of its last day, as a sentence.
    pub sentence: String,
    /// Its clock, if all of it had happened.
    pub clock: ClockView,
}

/// What would follow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct WhatIfView {
    /// What is worth supposing, the likeliest first.
    #[ts(as = "Vec<SupposedCode>")]
    pub choices: Vec<Supposed>,
    /// The rights still to be answered, in the order asked for.
    pub rows: Vec<WhatIfRow>,
}
