//! The same person in other cases.

use casebook_cases::{CaseId, PartyId, PersonId};
use casebook_personal::Personal;
use chrono::NaiveDate;

use super::Urgency;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A person as far as typed; each part may be empty.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct PeopleAlike {
    /// Name.
    #[ts(as = "String")]
    pub name: Personal<String>,
    /// E-mail address.
    #[ts(as = "String")]
    pub email: Personal<String>,
    /// Postal address, in lines; of it the postcode is looked at.
    #[ts(as = "Vec<String>")]
    pub address: Vec<Personal<String>>,
}

/// Somebody in a case who looks like a person. That it is the same person, only the DPO can say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AlikeRow {
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// The party in that case.
    #[ts(as = "String")]
    pub party: PartyId,
    /// The person this party is.
    #[ts(as = "String")]
    pub person: PersonId,
    /// The person that case is about.
    #[ts(as = "String")]
    pub who: Personal<String>,
    /// What the one who looks alike is in that case: "the person the data is about".
    pub role_words: String,
    /// Why: "same name and e-mail address"; "the same person" where the DPO has said so.
    pub why: String,
    /// Whether the DPO has said that it is the same person.
    pub is_same: bool,
    /// Where that case is.
    pub status_words: String,
    /// How that case is marked.
    pub urgency: Urgency,
    /// When it was received.
    pub received_on: NaiveDate,
    /// Its story in a few words: "Access, received 3 March 2026, answered 27 March 2026".
    pub summary: String,
}

/// Those who look like a person, the most alike first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AlikeRows {
    /// At most twenty.
    pub rows: Vec<AlikeRow>,
    /// How many more there are.
    pub more: u32,
}

/// What is known of a case's person from other cases.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EarlierCases {
    /// Cases of the same person, and of people who look alike; never this case.
    pub rows: Vec<AlikeRow>,
    /// How many more there are.
    pub more: u32,
    /// If the same person was answered before (REPEAT-1): "Answered last on 27 March 2026 (SR-2026-0007-K), 7 months
    /// before this request." Empty otherwise.
    pub last_answer: String,
    /// The case of that answer.
    #[ts(as = "Option<String>")]
    pub last_case: Option<CaseId>,
}
