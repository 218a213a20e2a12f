//! Events of a subject request.

use casebook_law::{Nation, Right};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::LetterId;
use crate::codes::{Channel, ExtensionReason, OurRole, Regime};

/// What happens in a subject request, besides what happens in every case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "facts", deny_unknown_fields)]
pub enum Event {
    /// A request came in; the first event of its case. Particulars: `text`, `received_by`.
    #[serde(rename = "request.received")]
    Received {
        /// The case's reference.
        reference: String,
        /// What is asked for (REQ-2).
        rights: Vec<Right>,
        /// Under which law it is answered.
        regime: Regime,
        /// Whose bank holidays count (TIME-4).
        nation: Nation,
        /// The rule set in force on receipt (RULES-1).
        rule_set: String,
        /// How it came.
        channel: Channel,
        /// What the company is for this data.
        our_role: OurRole,
        /// The day it was logged (TIME-6).
        logged_on: NaiveDate,
    },
    /// The requester was told that the request arrived (REQ-3).
    #[serde(rename = "request.acknowledged")]
    Acknowledged {
        /// The letter that said so.
        letter: LetterId,
    },
    /// Proof of identity was asked for. Particulars: `reason`.
    #[serde(rename = "identity.asked")]
    IdentityAsked {},
    /// Proof of identity came.
    #[serde(rename = "identity.received")]
    IdentityReceived {},
    /// Proof of identity is no longer needed. Particulars: `reason`.
    #[serde(rename = "identity.waived")]
    IdentityWaived {},
    /// The requester was asked which data or processing is meant (TIME-7). Particulars: `reason`.
    #[serde(rename = "clarification.asked")]
    ClarificationAsked {},
    /// They told us.
    #[serde(rename = "clarification.received")]
    ClarificationReceived {},
    /// They will not narrow the request, which ends the pause too.
    #[serde(rename = "clarification.refused")]
    ClarificationRefused {},
    /// A fee under Art 12(5) was asked for. Particulars: `reason`.
    #[serde(rename = "fee.asked")]
    FeeAsked {},
    /// It was paid.
    #[serde(rename = "fee.paid")]
    FeePaid {},
    /// Notice of an extension was given (TIME-10). Particulars: `reason`.
    #[serde(rename = "extension.notified")]
    ExtensionNotified {
        /// Why.
        reason: ExtensionReason,
    },
    /// The answer to these rights left the building.
    #[serde(rename = "right.answered")]
    Answered {
        /// Which rights it answers.
        rights: Vec<Right>,
        /// The letter; absent if it was sent outside the application (REC-1).
        #[serde(skip_serializing_if = "Option::is_none")]
        letter: Option<LetterId>,
        /// How it went.
        channel: Channel,
    },
    /// The requester withdrew. Particulars: `reason`.
    #[serde(rename = "request.withdrawn")]
    Withdrawn {},
}
