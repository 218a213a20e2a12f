//! One case.

use casebook_cases::{CaseId, CommandId, LetterId, PartyId, PersonId};
use casebook_personal::Personal;
use chrono::NaiveDate;

use casebook_cases::codes;

use crate::answer::Refused;

use super::{
    AuthorityTypeCode, ChannelCode, ClockView, ContactView, DecisionSheet, DocumentView, FeeBasisCode,
    IdentityDoubtCode, IdentityLevelCode, LetterKindCode, LetterRow, LinkView, NoteSortCode, SearchSheet,
    TaskRow, Urgency, WhoToUsCode,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which case.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct CaseRead {
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
}

/// What the main button of a case may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum NextAction {
    /// Write a letter of the kind named.
    Write,
    /// Go on with the letter named.
    OpenLetter,
    /// Record that the letter named was sent.
    RecordSent,
    /// Record that the proof of identity came.
    RecordIdentityReceived,
    /// Send the answer named again, to an address that was checked.
    SendAgain,
    /// Record that the proof of authority came.
    RecordAuthorityReceived,
    /// Record that the clarification came.
    RecordClarificationReceived,
    /// Record that the fee was paid.
    RecordFeePaid,
    /// Ask the systems to search.
    AskSearches,
    /// Record what searches found, or ask again.
    FollowSearches,
    /// Decide what goes out.
    DecideItems,
    /// Record an answer that was sent.
    RecordAnswer,
    /// Close the case.
    Close,
    /// Export the history.
    Export,
}

/// One thing that can be done next.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct NextView {
    /// What.
    pub action: NextAction,
    /// The letter it is about.
    #[ts(as = "Option<String>")]
    pub letter: Option<LetterId>,
    /// The kind of letter to write.
    pub kind: Option<LetterKindCode>,
    /// What the button says: "Write the acknowledgement".
    pub words: String,
}

/// What to do next and by when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct NextStep {
    /// One sentence made of facts.
    pub sentence: String,
    /// By when.
    pub by: Option<NaiveDate>,
    /// The main button.
    pub main: Option<NextView>,
    /// At most two quieter ones.
    pub others: Vec<NextView>,
}

/// A person or body in the case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PartyView {
    /// Which one.
    #[ts(as = "String")]
    pub party: PartyId,
    /// Code of the role: "subject".
    pub role: String,
    /// The role in words.
    pub role_words: String,
    /// Name.
    #[ts(as = "String")]
    pub name: Personal<String>,
    /// How a letter begins.
    #[ts(as = "String")]
    pub salutation: Personal<String>,
    /// Postal address without the name, in lines.
    #[ts(as = "Vec<String>")]
    pub address: Vec<Personal<String>>,
    /// E-mail address.
    #[ts(as = "String")]
    pub email: Personal<String>,
    /// Telephone.
    #[ts(as = "String")]
    pub phone: Personal<String>,
    /// What would go wrong on an envelope.
    pub address_problems: Vec<AddressProblem>,
    /// How they want to be reached.
    pub contact: ContactView,
    /// Whether they ask for somebody else, so that authority is needed (AUTH-1).
    pub may_act: bool,
    /// The person, across cases.
    #[ts(as = "String")]
    pub person: PersonId,
}

/// Something about an address.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AddressProblem {
    /// The line, from 1; the name is line 1.
    pub line: u32,
    /// What is wrong and what to do.
    pub sentence: String,
    /// Whether a letter cannot be made final with it.
    pub blocks: bool,
}

/// One event as a sentence in the past tense.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct HistoryEntry {
    /// Its place in the case.
    #[ts(type = "number")]
    pub seq: u64,
    /// What happened; a place that was asked is named as the DPO named it.
    #[ts(as = "String")]
    pub sentence: Personal<String>,
    /// A quieter addition; may be empty.
    pub aside: String,
    /// When it was written down, UK time, in words.
    pub recorded: String,
    /// The event's kind.
    pub kind: String,
    /// Its hash, in hexadecimal.
    pub hash: String,
    /// In which role it was recorded.
    pub who: String,
    /// Whether it was corrected and no longer counts.
    pub is_struck: bool,
    /// Whether it can be corrected.
    pub may_be_corrected: bool,
    /// Whether a correction has to say the right day: a case cannot be without its receipt.
    pub wants_day: bool,
}

/// The events of one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct HistoryDay {
    /// The day.
    pub on: NaiveDate,
    /// The day in words.
    pub words: String,
    /// Its events.
    pub entries: Vec<HistoryEntry>,
}

/// A case as its page shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CaseView {
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// Number of its events; a command names the version it was made on.
    #[ts(type = "number")]
    pub version: u64,
    /// Its reference.
    pub reference: String,
    /// The person.
    #[ts(as = "String")]
    pub who: Personal<String>,
    /// "Access, by post, received Tuesday 27 October 2026".
    pub summary: String,
    /// Whether the request came electronically, so that the answer does too unless they ask otherwise (SEND-1).
    pub came_electronically: bool,
    /// Where it is.
    pub status_words: String,
    /// How it is marked.
    pub urgency: Urgency,
    /// How it ended; empty while open.
    pub resolution_words: String,
    /// Whether it is closed.
    pub closed: bool,
    /// One clock per right, the nearest first.
    pub clocks: Vec<ClockView>,
    /// What to do next.
    pub next: NextStep,
    /// Who is in it.
    pub parties: Vec<PartyView>,
    /// What came in; empty when it was erased.
    #[ts(as = "String")]
    pub request_text: Personal<String>,
    /// What is to be said about that text, for example hidden characters; may be empty.
    pub request_note: String,
    /// Its letters.
    pub letters: Vec<LetterRow>,
    /// What happened, oldest first.
    pub history: Vec<HistoryDay>,
    /// What can be recorded just now from the menu.
    pub may_record: Vec<HappeningCode>,
    /// What of it is most likely, because the case waits for it; `None` if nothing is more likely than the rest.
    pub likely_record: Option<HappeningCode>,
    /// The letters that fit now, as the menu offers them; an answer that is still owed comes first.
    pub fitting_letters: Vec<FittingLetter>,
    /// The head of its history: number and 12 characters.
    pub head: String,
    /// How it could end, and what speaks against each; empty once it is closed.
    pub endings: Vec<EndingView>,
    /// What to bear in mind before it is closed; stops nothing.
    pub closing_advice: Vec<AdvisoryView>,
    /// What is to be said of what was just recorded; empty for a read.
    pub advisories: Vec<AdvisoryView>,
    /// The places looked into.
    pub search: SearchSheet,
    /// What was found, decided, and goes out.
    pub decision: DecisionSheet,
    /// Files kept with it.
    pub documents: Vec<DocumentView>,
    /// Its tasks, the most urgent first.
    pub tasks: Vec<TaskRow>,
    /// Cases that belong to it.
    pub links: Vec<LinkView>,
    /// How identity was shown; empty if it was not.
    pub identity_words: String,
    /// How authority was shown; empty if it was not.
    pub authority_words: String,
    /// The kind of answer that fits what was found and decided.
    pub answer_kind: LetterKindCode,
    /// What the company is for this data (ROLE-1).
    pub our_role_words: String,
    /// What the person is to the company (TYPE-1).
    #[ts(as = "Option<WhoToUsCode>")]
    pub person_kind: Option<codes::PersonKind>,
}

/// One way in which a case could end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EndingView {
    /// How.
    pub resolution: ResolutionCode,
    /// Why it does not fit now; none where it does, given a reason where one is needed.
    pub refused: Option<Refused>,
}

/// A word on something that was recorded: it stands, but.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AdvisoryView {
    /// The rule it comes from.
    pub rule: String,
    /// What to bear in mind.
    pub sentence: String,
}

/// A letter that fits what has happened so far.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FittingLetter {
    /// Its kind.
    pub kind: LetterKindCode,
    /// What the menu says: "Write the request for identification".
    pub words: String,
}

/// Something that has happened and can be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum HappeningCode {
    /// We asked for proof of identity.
    IdentityAsked,
    /// What came was not enough.
    IdentityInsufficient,
    /// Proof of identity came.
    IdentityReceived,
    /// Proof of identity is no longer needed.
    IdentityWaived,
    /// We asked for proof that somebody may act for the person.
    AuthorityAsked,
    /// That proof came.
    AuthorityReceived,
    /// We asked which information the request is about.
    ClarificationAsked,
    /// The person told us.
    ClarificationReceived,
    /// The person will not narrow the request.
    ClarificationRefused,
    /// We asked something about format, reason or delivery.
    QuestionAsked,
    /// We asked for a fee.
    FeeAsked,
    /// The fee was paid.
    FeePaid,
    /// We gave notice of an extension.
    Extended,
    /// An answer was sent outside the application.
    AnsweredOutside,
    /// The person withdrew the request.
    Withdrawn,
    /// We heard that the person died.
    SubjectDied,
    /// A note.
    NoteWritten,
}

/// Why more time is needed (TIME-10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ExtensionGroundCode {
    /// The requests are complex.
    Complex,
    /// This person made many.
    Number,
}

/// What happened.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct CaseRecord {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The version it was made on.
    #[ts(type = "number")]
    pub version: u64,
    /// What.
    pub what: HappeningCode,
    /// On which day.
    pub on: NaiveDate,
    /// The reason or the words, where the rule wants them.
    #[ts(as = "String")]
    pub text: Personal<String>,
    /// How it went, for an answer that was sent outside the application.
    #[serde(default)]
    pub channel: Option<ChannelCode>,
    /// The ground, for an extension.
    #[serde(default)]
    pub ground: Option<ExtensionGroundCode>,
    /// Why there is doubt, for a request for proof of identity.
    #[serde(default)]
    #[ts(as = "Option<IdentityDoubtCode>")]
    pub doubt: Option<codes::IdentityDoubt>,
    /// How identity was shown, for a proof that came.
    #[serde(default)]
    #[ts(as = "Option<IdentityLevelCode>")]
    pub level: Option<codes::IdentityLevel>,
    /// What it is, for a proof of authority that came.
    #[serde(default)]
    #[ts(as = "Option<AuthorityTypeCode>")]
    pub authority: Option<codes::AuthorityType>,
    /// Until when that authority holds.
    #[serde(default)]
    pub valid_until: Option<NaiveDate>,
    /// Under which rule a fee is asked for or was paid.
    #[serde(default)]
    #[ts(as = "Option<FeeBasisCode>")]
    pub basis: Option<codes::FeeBasis>,
    /// That a note needs care.
    #[serde(default)]
    #[ts(as = "Option<NoteSortCode>")]
    pub sort: Option<codes::NoteSort>,
}

/// A person as corrected.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct PartyChange {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The version it was made on.
    #[ts(type = "number")]
    pub version: u64,
    /// Which one.
    #[ts(as = "String")]
    pub party: PartyId,
    /// Name.
    #[ts(as = "String")]
    pub name: Personal<String>,
    /// How a letter begins.
    #[ts(as = "String")]
    pub salutation: Personal<String>,
    /// Postal address, in lines.
    #[ts(as = "Vec<String>")]
    pub address: Vec<Personal<String>>,
    /// E-mail address.
    #[ts(as = "String")]
    pub email: Personal<String>,
    /// Telephone.
    #[ts(as = "String")]
    pub phone: Personal<String>,
}

/// How a case ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ResolutionCode {
    /// Answered.
    Answered,
    /// Withdrawn.
    Withdrawn,
    /// The person could not be verified (ID-4).
    NotVerified,
    /// No reply to our question (TIME-8).
    NoReply,
    /// The person died (LAW-4).
    SubjectDied,
    /// Opened in error.
    OpenedInError,
}

/// A case to close.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct CaseClose {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The version it was made on.
    #[ts(type = "number")]
    pub version: u64,
    /// How it ended.
    pub resolution: ResolutionCode,
    /// Why, where no answer was sent; may be empty otherwise.
    #[ts(as = "String")]
    pub reason: Personal<String>,
}

/// A case to open again.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct CaseReopen {
    /// Made by the page.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// The case.
    #[ts(as = "String")]
    pub case: CaseId,
    /// The version it was made on.
    #[ts(type = "number")]
    pub version: u64,
    /// Why.
    #[ts(as = "String")]
    pub reason: Personal<String>,
}
