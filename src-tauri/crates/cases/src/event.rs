//! An event of any kind of case.

use serde::{Deserialize, Serialize};

use crate::{common, subject_request};

/// What happened in a case. The stored form is `{"kind": "noun.past_tense", "facts": {…}}`; the kinds of the parts
/// never overlap, so the first that fits is the right one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Event {
    /// What can happen in every kind of case.
    Common(common::Event),
    /// What happens in subject requests only.
    Request(subject_request::Event),
}

impl From<common::Event> for Event {
    fn from(event: common::Event) -> Self {
        Self::Common(event)
    }
}

impl From<subject_request::Event> for Event {
    fn from(event: subject_request::Event) -> Self {
        Self::Request(event)
    }
}
