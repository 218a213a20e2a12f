//! Events of a subject request.

use casebook_law::{Exemption, Nation, Right};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::codes::{
    AdviceStanding, AuthorityType, Channel, DecisionOutcome, ExtensionReason, FeeBasis, IdentityDoubt,
    IdentityLevel, MovedBy, Naming, OurRole, PersonKind, Regime, SearchResult, ThirdPartyTest, Treatment,
};
use crate::{EntryId, GroupId, LetterId, SearchId};

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
        /// What the person is to us (TYPE-1), once known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person_kind: Option<PersonKind>,
    },
    /// The requester was told that the request arrived (REQ-3).
    #[serde(rename = "request.acknowledged")]
    Acknowledged {
        /// The letter that said so.
        letter: LetterId,
    },
    /// Proof of identity was asked for. Particulars: `reason`.
    #[serde(rename = "identity.asked")]
    IdentityAsked {
        /// Why there is doubt (ID-1).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        doubt: Option<IdentityDoubt>,
    },
    /// What came was not enough; as good as asking again. Particulars: `reason`.
    #[serde(rename = "identity.insufficient")]
    IdentityInsufficient {},
    /// Proof of identity came. Particulars: `note`, `reason` (why a document was needed).
    #[serde(rename = "identity.received")]
    IdentityReceived {
        /// How identity was shown (ID-2).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        level: Option<IdentityLevel>,
    },
    /// Proof of identity is no longer needed. Particulars: `reason`.
    #[serde(rename = "identity.waived")]
    IdentityWaived {},
    /// Proof was asked for that somebody may act for the subject (AUTH-1). Particulars: `reason`.
    #[serde(rename = "authority.asked")]
    AuthorityAsked {},
    /// That proof came. Particulars: `note`, `limits`.
    #[serde(rename = "authority.received")]
    AuthorityReceived {
        /// What it is.
        authority: AuthorityType,
        /// Until when it holds, if it ends.
        #[serde(skip_serializing_if = "Option::is_none")]
        valid_until: Option<NaiveDate>,
    },
    /// The requester was asked which data or processing is meant (TIME-7). Particulars: `reason`.
    #[serde(rename = "clarification.asked")]
    ClarificationAsked {},
    /// They told us.
    #[serde(rename = "clarification.received")]
    ClarificationReceived {},
    /// They will not narrow the request, which ends the pause too.
    #[serde(rename = "clarification.refused")]
    ClarificationRefused {},
    /// A question about format, reason or delivery; moves nothing. Particulars: `text`.
    #[serde(rename = "question.asked")]
    QuestionAsked {},
    /// A fee was asked for. Particulars: `reason`.
    #[serde(rename = "fee.asked")]
    FeeAsked {
        /// Under which rule; absent means Art 12(5).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        basis: Option<FeeBasis>,
    },
    /// It was paid.
    #[serde(rename = "fee.paid")]
    FeePaid {
        /// Under which rule; absent means Art 12(5).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        basis: Option<FeeBasis>,
    },
    /// Notice of an extension was given (TIME-10). Particulars: `reason`.
    #[serde(rename = "extension.notified")]
    ExtensionNotified {
        /// Why.
        reason: ExtensionReason,
    },
    /// Another list of holidays moved the last day of a right (CAL-2).
    #[serde(rename = "last_day.moved")]
    LastDayMoved {
        /// Which right.
        right: Right,
        /// The last day on screen as it was.
        was: NaiveDate,
        /// The same as it is now.
        now: NaiveDate,
        /// The statutory last day as it was, pauses counted literally.
        due_was: NaiveDate,
        /// The same as it is now.
        due_now: NaiveDate,
        /// What moved it.
        why: MovedBy,
        /// The entry of the casebook (its number) that changed the holidays last.
        list: u64,
    },
    /// Somebody was asked to search a place (SEARCH-1). Particulars: `place`, `who`, `terms`, `period`.
    #[serde(rename = "search.asked")]
    SearchAsked {
        /// The search.
        search: SearchId,
        /// The entry of the systems register, if the place is one of them.
        #[serde(skip_serializing_if = "Option::is_none")]
        system: Option<EntryId>,
        /// By when.
        due: NaiveDate,
    },
    /// They were asked again. Particulars: `note`.
    #[serde(rename = "search.chased")]
    SearchChased {
        /// The search.
        search: SearchId,
    },
    /// It was taken to somebody above them. Particulars: `to`.
    #[serde(rename = "search.escalated")]
    SearchEscalated {
        /// The search.
        search: SearchId,
    },
    /// What came of it. Particulars: `by`, `note`, `proof`; `reason` where the place was not searched (REF-7).
    #[serde(rename = "search.reported")]
    SearchReported {
        /// The search.
        search: SearchId,
        /// What came of it.
        result: SearchResult,
        /// Pages found.
        pages: u32,
    },
    /// What was found, in groups (ITEM-1). Particulars: `title`.
    #[serde(rename = "items.grouped")]
    ItemsGrouped {
        /// The group.
        group: GroupId,
        /// How many items.
        items: u32,
        /// Their pages.
        pages: u32,
    },
    /// An index of items was read in; its groups follow. Particulars: `index`, as CSV.
    #[serde(rename = "items.imported")]
    ItemsImported {
        /// How many items.
        items: u32,
        /// In how many groups.
        groups: u32,
    },
    /// What happens with a group. Particulars: `reason`, `weighed` (the test of REF-5), `decided_by`.
    #[serde(rename = "items.decided")]
    ItemsDecided {
        /// The group.
        group: GroupId,
        /// What happens with it.
        treatment: Treatment,
        /// Why, where something stays.
        #[serde(skip_serializing_if = "Option::is_none")]
        exemption: Option<Exemption>,
        /// What weighing other people's interests came to, where it is about them.
        #[serde(skip_serializing_if = "Option::is_none")]
        third_party: Option<ThirdPartyTest>,
        /// Whether the letter may say so.
        naming: Naming,
    },
    /// What the company decided (DEC-1). Particulars: `advice`, `advised_on`, `decided_by`, `role`, `reason`, `why_not`.
    #[serde(rename = "decision.made")]
    DecisionMade {
        /// What.
        outcome: DecisionOutcome,
        /// How it stands to the DPO's advice.
        advice: AdviceStanding,
    },
    /// The files that go out were put together (PACK-1). Particulars: `contents`, a list of name, pages and hash.
    #[serde(rename = "pack.made")]
    PackMade {
        /// How many files.
        files: u32,
        /// Their pages.
        pages: u32,
        /// SHA-256 over the list of contents, hexadecimal.
        sha256: String,
    },
    /// The person the data is about died (LAW-4). Particulars: `note`.
    #[serde(rename = "subject.died")]
    SubjectDied {},
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
