//! The help: the law behind each step.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Every rule that the program follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RulesView {
    /// The state of the law they describe, as a sentence.
    pub law: String,
    /// The rules by subject, in the order of the list.
    pub subjects: Vec<RuleSubject>,
}

/// The rules about one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RuleSubject {
    /// What they are about, in words.
    pub words: String,
    /// The rules; at least one.
    pub rules: Vec<RuleView>,
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RuleView {
    /// Its id, as it stands beside refusals and dates: `TIME-9`.
    pub id: String,
    /// What it asks, as sentences.
    pub words: String,
    /// The law, the guidance or the judgement behind it.
    pub source: String,
}
