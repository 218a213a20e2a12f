//! `LetterFacts`: all that a letter may know. Plain values, built outside, the same whether they come from a case or
//! from a JSON file. Nothing here is computed, and nothing is looked up.

use std::collections::BTreeMap;

use casebook_law::Right;
use casebook_personal::Personal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::envelope_profiles::EnvelopeProfile;
use crate::kind::LetterKind;
use crate::logo::Logo;

/// Everything one letter is made from. The same facts give the same bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterFacts {
    /// Which letter.
    pub kind: LetterKind,
    /// A draft says so in place of the marking and bears no number.
    pub draft: bool,
    /// The case's reference, for example `SR-2026-0042-E`.
    pub reference: String,
    /// The letter's number within the case, given when it is made final.
    #[serde(default)]
    pub number: Option<u32>,
    /// The date printed on the letter.
    pub dated_on: NaiveDate,
    /// Who writes.
    pub organisation: Organisation,
    /// The regulator as confirmed by the DPO (LAW-6).
    pub regulator: Regulator,
    /// Who signs.
    pub dpo: Dpo,
    /// Who is written to.
    pub addressee: Addressee,
    /// What the addressee calls the matter.
    #[serde(default)]
    pub your_reference: Option<Personal<String>>,
    /// The day the request came.
    pub received_on: NaiveDate,
    /// How it came, in words that follow "your request": `by post`, `by e-mail`.
    pub channel_words: String,
    /// The rights the request was understood to ask for.
    pub rights: Vec<Right>,
    /// The last day for the answer, where it is known.
    #[serde(default)]
    pub last_day: Option<NaiveDate>,
    /// What the DPO wrote, by the key of the field ([`crate::fields`]).
    #[serde(default)]
    pub written: BTreeMap<String, Personal<String>>,
    /// Fields that do not apply: key to reason, read as "because …".
    #[serde(default)]
    pub not_applicable: BTreeMap<String, Personal<String>>,
    /// What goes with the letter, in order (PACK-1).
    #[serde(default)]
    pub enclosures: Vec<Enclosure>,
    /// Where the case's history stood, printed in the footer.
    #[serde(default)]
    pub head: Option<HeadMark>,
    /// The envelope it goes into.
    #[serde(default)]
    pub envelope: EnvelopeProfile,
    /// Size of the text.
    #[serde(default)]
    pub text_size: TextSize,
    /// Goes by e-mail or another electronic channel: no folds, no window, "attached" for "enclosed" (SEND-1).
    #[serde(default)]
    pub electronic: bool,
    /// What has happened in the case that only some letters speak of.
    #[serde(default)]
    pub circumstances: Circumstances,
}

/// What has happened in a case that only some letters speak of. Dates are computed by the clock or recorded with their
/// event, never typed for the letter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Circumstances {
    /// Whose data it is, when we write to somebody who acts for this person (AUTH-1), and who has died in L36.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject_name: Option<Personal<String>>,
    /// The day by which we would like a reply: L02, L03, L04, L33.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply_by: Option<NaiveDate>,
    /// The last day once the extension counts: L06.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extended_last_day: Option<NaiveDate>,
    /// Why the extension is necessary: L06.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extension_ground: Option<ExtensionGround>,
    /// The fee that is asked for: L05.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fee: Option<Fee>,
    /// The day on which we asked for what did not come: L30.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked_on: Option<NaiveDate>,
    /// What did not come: L30.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closing_ground: Option<ClosingGround>,
    /// The day on which the person took the request back: L34.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn_on: Option<NaiveDate>,
}

/// Why the time for an answer may be extended (TIME-10). There are no other reasons; workload is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExtensionGround {
    /// What the person asks for is complex.
    Complex,
    /// The person has made a number of requests.
    Number,
}

/// What a person was asked for and did not send (ID-4, TIME-8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClosingGround {
    /// Proof of identity.
    Identity,
    /// Which information or processing is meant.
    Clarification,
    /// Proof that somebody may act for the person.
    Authority,
}

/// A fee (FEE-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// The whole amount, in pence.
    pub pence: u64,
    /// What the law allows it for.
    pub basis: FeeBasis,
}

/// What a fee may be charged for. Only the first two keep the clock from starting (TIME-5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FeeBasis {
    /// The request is manifestly unfounded (Art 12(5)).
    Unfounded,
    /// The request is manifestly excessive (Art 12(5)).
    Excessive,
    /// More copies than the first (Art 15(3)).
    FurtherCopies,
}

/// The company that writes. Registered name, number, part of the UK and office are required on business letters by
/// SI 2015/17, regulation 25.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Registered name.
    pub name: String,
    /// Registered number. Blank until the DPO enters it; a letter is not made final without it.
    #[serde(default)]
    pub company_number: String,
    /// Part of the United Kingdom it is registered in, for example `England and Wales`.
    #[serde(default)]
    pub registered_in: String,
    /// Registered office, one element a line.
    #[serde(default)]
    pub registered_office: Vec<String>,
    /// Address to write to, one element a line.
    pub address: Vec<String>,
    /// E-mail address to write to.
    pub email: String,
    /// Telephone number, if one is offered.
    #[serde(default)]
    pub phone: Option<String>,
    /// Web address, if it is to be printed.
    #[serde(default)]
    pub website: Option<String>,
    /// The mark in the letterhead, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<Logo>,
}

/// The regulator's particulars: settings confirmed by the DPO, never text of a template (LAW-6).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regulator {
    /// Full name.
    pub name: String,
    /// Short name, for example `ICO`.
    #[serde(default)]
    pub short_name: String,
    /// Postal address, one element a line; empty until confirmed.
    #[serde(default)]
    pub address: Vec<String>,
    /// Telephone number.
    #[serde(default)]
    pub phone: String,
    /// Web address.
    #[serde(default)]
    pub website: String,
    /// Where a complaint can be made on the web.
    #[serde(default)]
    pub complaint_link: String,
    /// The DPO has confirmed these particulars.
    #[serde(default)]
    pub confirmed: bool,
}

/// The Data Protection Officer who signs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dpo {
    /// Name under the signature.
    pub name: String,
    /// Role under the name.
    pub role: String,
    /// E-mail address to write to.
    pub email: String,
    /// Direct telephone number, if one is offered.
    #[serde(default)]
    pub phone: Option<String>,
}

/// Who is written to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addressee {
    /// The name, then the address, one element a line, as the DPO typed them.
    pub lines: Vec<Personal<String>>,
    /// The whole salutation, for example `Dear Ms Żółkiewska-Brown`.
    pub salutation: Personal<String>,
    /// The salutation names the person, so the letter closes "Yours sincerely".
    pub named: bool,
}

/// One thing that goes with the letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Enclosure {
    /// What it is.
    pub title: Personal<String>,
    /// Number of pages; 0 while unknown, which a final letter may not have.
    pub pages: u32,
}

/// The case's own head as it is printed (number of the event and the first characters of its hash).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadMark {
    /// Number of the last event in the case.
    pub case_seq: u64,
    /// First twelve characters of its hash.
    pub short: String,
}

/// Size of the text of a letter.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextSize {
    /// 12 point.
    #[default]
    Standard,
    /// 18 point: large print. Everything grows but the address in the window.
    Large,
}
