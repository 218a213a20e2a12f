//! The search of a case, what it found, what is decided about it, and what goes out.

use casebook_cases::codes::{
    AdviceStanding, DecisionOutcome, Naming, SearchResult, ThirdPartyTest, Treatment,
};
use casebook_cases::{CaseId, CommandId, DocumentId, EntryId, GroupId, SearchId};
use casebook_law::Exemption;
use casebook_personal::Personal;
use chrono::NaiveDate;

use super::{
    AdviceStandingCode, DecisionOutcomeCode, ExemptionCode, NamingCode, SearchResultCode, ThirdPartyTestCode,
    TreatmentCode, Urgency,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One place that is looked into.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SearchView {
    /// Which search.
    #[ts(as = "String")]
    pub search: SearchId,
    /// The place.
    #[ts(as = "String")]
    pub place: Personal<String>,
    /// Who was asked.
    #[ts(as = "String")]
    pub who: Personal<String>,
    /// What to search with.
    #[ts(as = "String")]
    pub terms: Personal<String>,
    /// Which period.
    #[ts(as = "String")]
    pub period: Personal<String>,
    /// When it was asked for.
    pub asked_on: NaiveDate,
    /// By when.
    pub due: NaiveDate,
    /// How it is marked: waiting, late, done.
    pub urgency: Urgency,
    /// "Asked 3 November, due 10 November, asked again once", "Found 12 pages on 5 November".
    pub state_words: String,
    /// What came of it; none while it is waited for.
    #[ts(as = "Option<SearchResultCode>")]
    pub result: Option<SearchResult>,
    /// Pages found.
    pub pages: u32,
    /// Who searched.
    #[ts(as = "String")]
    pub by: Personal<String>,
    /// What was said of it, and why it was not searched.
    #[ts(as = "String")]
    pub note: Personal<String>,
    /// What proves it.
    #[ts(as = "String")]
    pub proof: Personal<String>,
    /// How often it was asked for again.
    pub chased: u32,
    /// To whom it was taken; empty if it was not.
    #[ts(as = "String")]
    pub escalated_to: Personal<String>,
}

/// The search of a case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SearchSheet {
    /// The places, in the order asked.
    pub places: Vec<SearchView>,
    /// How many have reported.
    pub reported: u32,
    /// "6 of 7 places have reported; one is late." Empty before any was asked.
    pub words: String,
}

/// A place that could be asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PlaceProposed {
    /// The entry of the systems register.
    #[ts(as = "String")]
    pub system: EntryId,
    /// Its name.
    #[ts(as = "String")]
    pub place: Personal<String>,
    /// What it holds.
    #[ts(as = "String")]
    pub holds: Personal<String>,
    /// Whom to ask.
    #[ts(as = "String")]
    pub who: Personal<String>,
    /// Whether it was asked in this case already.
    pub is_asked: bool,
}

/// What could be asked, and by when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SearchProposal {
    /// The places, from the register.
    pub places: Vec<PlaceProposed>,
    /// A share of the time that is left (SEARCH-1).
    pub due: NaiveDate,
    /// The same in words, with the reason.
    pub due_words: String,
    /// Terms that suggest themselves: the person's names and addresses.
    #[ts(as = "String")]
    pub terms: Personal<String>,
}

/// A place to be asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct PlaceAsked {
    /// The entry of the systems register; none for a place that is not in it.
    #[ts(as = "Option<String>")]
    pub system: Option<EntryId>,
    /// The place.
    #[ts(as = "String")]
    pub place: Personal<String>,
    /// Who is asked.
    #[ts(as = "String")]
    pub who: Personal<String>,
}

/// Places are asked to search.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct SearchesAsk {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The version it was made on.
    #[ts(type = "number")]
    pub version: u64,
    /// On which day.
    pub on: NaiveDate,
    /// By when they report.
    pub due: NaiveDate,
    /// Which places.
    pub places: Vec<PlaceAsked>,
    /// What to search with.
    #[ts(as = "String")]
    pub terms: Personal<String>,
    /// Which period; may be empty.
    #[ts(as = "String")]
    pub period: Personal<String>,
}

/// What is done about a search that has not reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum FollowCode {
    /// They were asked again.
    Chase,
    /// It was taken to somebody above.
    Escalate,
}

/// A search that has not reported is followed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct SearchFollow {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The version it was made on.
    #[ts(type = "number")]
    pub version: u64,
    /// Which search.
    #[ts(as = "String")]
    pub search: SearchId,
    /// What was done.
    pub what: FollowCode,
    /// On which day.
    pub on: NaiveDate,
    /// A note; to whom it was taken.
    #[ts(as = "String")]
    pub text: Personal<String>,
}

/// What came of a search.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct SearchReport {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The version it was made on.
    #[ts(type = "number")]
    pub version: u64,
    /// Which search.
    #[ts(as = "String")]
    pub search: SearchId,
    /// On which day.
    pub on: NaiveDate,
    /// What came of it.
    #[ts(as = "SearchResultCode")]
    pub result: SearchResult,
    /// Pages found.
    pub pages: u32,
    /// Who searched; may be empty.
    #[ts(as = "String")]
    pub by: Personal<String>,
    /// What was said of it; why it was not searched.
    #[ts(as = "String")]
    pub note: Personal<String>,
    /// What proves it; may be empty.
    #[ts(as = "String")]
    pub proof: Personal<String>,
}

/// One search of one case.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct SearchOf {
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// Which search.
    #[ts(as = "String")]
    pub search: SearchId,
}

/// A text to put into a message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TextShown {
    /// The text.
    #[ts(as = "String")]
    pub text: Personal<String>,
}

/// A group of what was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct GroupView {
    /// Which group.
    #[ts(as = "String")]
    pub group: GroupId,
    /// What it holds.
    #[ts(as = "String")]
    pub title: Personal<String>,
    /// How many items.
    pub items: u32,
    /// Their pages.
    pub pages: u32,
    /// What happens with it; none while undecided.
    #[ts(as = "Option<TreatmentCode>")]
    pub treatment: Option<Treatment>,
    /// Why something stays.
    #[ts(as = "Option<ExemptionCode>")]
    pub exemption: Option<Exemption>,
    /// What weighing other people's interests came to.
    #[ts(as = "Option<ThirdPartyTestCode>")]
    pub third_party: Option<ThirdPartyTest>,
    /// Whether the letter may say so.
    #[ts(as = "NamingCode")]
    pub naming: Naming,
    /// The reason.
    #[ts(as = "String")]
    pub reason: Personal<String>,
    /// The weighing (REF-5).
    #[ts(as = "String")]
    pub weighed: Personal<String>,
    /// "Withheld: information about someone else", "Not decided".
    pub state_words: String,
}

/// An exemption that can be chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ExemptionView {
    /// Its code.
    #[ts(as = "ExemptionCode")]
    pub code: Exemption,
    /// What it is called.
    pub label: String,
    /// Where the law says so.
    pub source: String,
    /// What has to be recorded.
    pub test: String,
    /// One of those a company meets often.
    pub is_common: bool,
    /// The letter may keep the reason to itself (REF-4).
    pub may_stay_unsaid: bool,
    /// Needs the weighing of REF-5.
    pub wants_weighing: bool,
}

/// What the company decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct DecisionView {
    /// What.
    #[ts(as = "DecisionOutcomeCode")]
    pub outcome: DecisionOutcome,
    /// How it stands to the officer's advice.
    #[ts(as = "AdviceStandingCode")]
    pub standing: AdviceStanding,
    /// On which day.
    pub on: NaiveDate,
    /// "Release a part, as the DPO advised, 5 November 2026".
    pub words: String,
    /// The advice.
    #[ts(as = "String")]
    pub advice: Personal<String>,
    /// Who decided.
    #[ts(as = "String")]
    pub decided_by: Personal<String>,
    /// Their role.
    #[ts(as = "String")]
    pub role: Personal<String>,
    /// Why.
    #[ts(as = "String")]
    pub reason: Personal<String>,
    /// Why the advice was not followed.
    #[ts(as = "String")]
    pub why_not: Personal<String>,
}

/// A file of the release pack.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PackFile {
    /// The document.
    #[ts(as = "String")]
    pub document: DocumentId,
    /// What it is called.
    #[ts(as = "String")]
    pub name: Personal<String>,
    /// Its pages; 0 where they cannot be counted.
    pub pages: u32,
    /// SHA-256 of the file.
    pub sha256: String,
}

/// The files that go out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PackView {
    /// In order.
    pub files: Vec<PackFile>,
    /// All their pages.
    pub pages: u32,
    /// When it was put together.
    pub on: NaiveDate,
    /// SHA-256 over the list.
    pub sha256: String,
    /// What an answer begun from now on names as enclosed: "Copy of your personal data, 2 files (14 pages)".
    pub letter_words: String,
}

/// What was found, decided, and goes out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct DecisionSheet {
    /// The groups.
    pub groups: Vec<GroupView>,
    /// "2 of 3 groups are decided; 14 pages stay." Empty without groups.
    pub words: String,
    /// The exemptions that can be chosen, the common ones first.
    pub exemptions: Vec<ExemptionView>,
    /// What the company decided, most lately.
    pub decision: Option<DecisionView>,
    /// What goes out, as last put together.
    pub pack: Option<PackView>,
    /// Pages that the searches found.
    pub pages_found: u32,
}

/// A group of what was found.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct ItemsGroup {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The version it was made on.
    #[ts(type = "number")]
    pub version: u64,
    /// What it holds.
    #[ts(as = "String")]
    pub title: Personal<String>,
    /// How many items.
    pub items: u32,
    /// Their pages.
    pub pages: u32,
}

/// What happens with a group.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct ItemsDecide {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The version it was made on.
    #[ts(type = "number")]
    pub version: u64,
    /// Which group.
    #[ts(as = "String")]
    pub group: GroupId,
    /// What happens with it.
    #[ts(as = "TreatmentCode")]
    pub treatment: Treatment,
    /// Why something stays.
    #[ts(as = "Option<ExemptionCode>")]
    pub exemption: Option<Exemption>,
    /// What weighing other people's interests came to.
    #[ts(as = "Option<ThirdPartyTestCode>")]
    pub third_party: Option<ThirdPartyTest>,
    /// Whether the letter may say so.
    #[ts(as = "NamingCode")]
    pub naming: Naming,
    /// The reason.
    #[ts(as = "String")]
    pub reason: Personal<String>,
    /// The weighing: kind of information, confidence, steps for agreement, whether they can agree, any refusal.
    #[ts(as = "String")]
    pub weighed: Personal<String>,
}

/// An index of items to be read in. The dialog opens outside the page.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct ItemsImport {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The version it was made on.
    #[ts(type = "number")]
    pub version: u64,
}

/// What was read in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ItemsImported {
    /// How many items were read.
    pub items: u32,
    /// In how many groups.
    pub groups: u32,
    /// Lines that could not be used, each with its reason: "Line 14: no description."
    pub faults: Vec<String>,
    /// "3,120 items in 4 groups were read. 2 lines could not be used."
    pub words: String,
}

/// What the company decided.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct DecisionRecord {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The version it was made on.
    #[ts(type = "number")]
    pub version: u64,
    /// On which day.
    pub on: NaiveDate,
    /// What.
    #[ts(as = "DecisionOutcomeCode")]
    pub outcome: DecisionOutcome,
    /// How it stands to the officer's advice.
    #[ts(as = "AdviceStandingCode")]
    pub standing: AdviceStanding,
    /// The officer's advice; may be empty.
    #[ts(as = "String")]
    pub advice: Personal<String>,
    /// Who decided.
    #[ts(as = "String")]
    pub decided_by: Personal<String>,
    /// Their role; may be empty.
    #[ts(as = "String")]
    pub role: Personal<String>,
    /// Why.
    #[ts(as = "String")]
    pub reason: Personal<String>,
    /// Why the advice was not followed.
    #[ts(as = "String")]
    pub why_not: Personal<String>,
}

/// The files that go out, in order.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct PackMake {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The version it was made on.
    #[ts(type = "number")]
    pub version: u64,
    /// The documents.
    #[ts(as = "Vec<String>")]
    pub documents: Vec<DocumentId>,
}
