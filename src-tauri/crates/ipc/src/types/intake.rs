//! A request that came in.

use casebook_cases::codes::{PersonKind, Role};
use casebook_cases::{CommandId, PersonId};
use casebook_law::Right;
use casebook_personal::Personal;
use chrono::NaiveDate;

use super::{ClockView, RightCode, RoleCode, WhoToUsCode};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How something reached us, or left us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ChannelCode {
    /// By post.
    Post,
    /// By e-mail.
    Email,
    /// By hand.
    Hand,
    /// By telephone.
    Phone,
    /// Through a web form.
    WebForm,
    /// Through social media.
    SocialMedia,
    /// Through a portal.
    Portal,
    /// By a link that only the person can open.
    SecureLink,
    /// Collected by the person.
    Collected,
    /// Another way.
    Other,
}

/// The part of the form that decides the clock.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct IntakePreview {
    /// When it reached the organisation, by any route (TIME-6).
    pub received_on: Option<NaiveDate>,
    /// What it asks for.
    #[ts(as = "Vec<RightCode>")]
    pub rights: Vec<Right>,
    /// What came in, pasted.
    #[ts(as = "String")]
    pub text: Personal<String>,
}

/// What follows from it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct IntakePreviewed {
    /// One clock per right; empty while the date is missing or wrong.
    pub clocks: Vec<ClockView>,
    /// What is wrong with the date, as a sentence.
    pub problem: Option<String>,
    /// What to bear in mind, for example a late logging or hidden characters in the text.
    pub advisories: Vec<String>,
}

/// A request as recorded.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct RequestReceive {
    /// Made by the page; the same again is answered from the store.
    #[ts(as = "String")]
    pub command_id: CommandId,
    /// When it reached the organisation.
    pub received_on: NaiveDate,
    /// How it came.
    pub channel: ChannelCode,
    /// Who received it; may be empty.
    #[ts(as = "String")]
    pub received_by: Personal<String>,
    /// What it asks for.
    #[ts(as = "Vec<RightCode>")]
    pub rights: Vec<Right>,
    /// What came in.
    #[ts(as = "String")]
    pub text: Personal<String>,
    /// Name of the person the data is about.
    #[ts(as = "String")]
    pub name: Personal<String>,
    /// How the letter begins; empty makes "Dear" and the name.
    #[ts(as = "String")]
    pub salutation: Personal<String>,
    /// Postal address without the name, in lines; may be empty.
    #[ts(as = "Vec<String>")]
    pub address: Vec<Personal<String>>,
    /// E-mail address; may be empty.
    #[ts(as = "String")]
    pub email: Personal<String>,
    /// Telephone; may be empty.
    #[ts(as = "String")]
    pub phone: Personal<String>,
    /// A reference of theirs; may be empty.
    #[ts(as = "String")]
    pub their_reference: Personal<String>,
    /// What the person is to the company, if known (TYPE-1).
    #[serde(default)]
    #[ts(as = "Option<WhoToUsCode>")]
    pub person_kind: Option<PersonKind>,
    /// The person of an earlier case who this is, says the DPO.
    #[serde(default)]
    #[ts(as = "Option<String>")]
    pub same_person: Option<PersonId>,
    /// Whoever asks, where that is somebody else (AUTH-1).
    #[serde(default)]
    pub asked_by: Option<AskedBy>,
}

/// Somebody who asks for another person.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct AskedBy {
    /// What they are.
    #[ts(as = "RoleCode")]
    pub role: Role,
    /// Name.
    #[ts(as = "String")]
    pub name: Personal<String>,
    /// How the letter begins; empty makes "Dear" and the name.
    #[ts(as = "String")]
    pub salutation: Personal<String>,
    /// Postal address without the name, in lines; may be empty.
    #[ts(as = "Vec<String>")]
    pub address: Vec<Personal<String>>,
    /// E-mail address; may be empty.
    #[ts(as = "String")]
    pub email: Personal<String>,
    /// Telephone; may be empty.
    #[ts(as = "String")]
    pub phone: Personal<String>,
}
