//! The registers: what the company holds where, what for, for how long, and who gets it.

use casebook_cases::EntryId;
use casebook_cases::codes::{PersonKind, Register};
use casebook_personal::Personal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The registers as the page names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum RegisterCode {
    /// Where data lies.
    Systems,
    /// What it is used for.
    Purposes,
    /// Which kinds there are.
    Categories,
    /// Who receives it.
    Recipients,
    /// How long it is kept.
    Retention,
    /// Where it comes from.
    Sources,
}

/// Who a person is to the company (TYPE-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum PersonKindCode {
    /// Somebody who looks at a website.
    WebsiteVisitor,
    /// Somebody who deals with us for a client.
    ClientContact,
    /// A supplier.
    Supplier,
    /// Somebody who applied for work.
    Applicant,
    /// Somebody who works or worked for the company.
    Worker,
    /// Anybody else.
    Other,
}

/// Which register.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct RegistersRead {
    /// Which one.
    #[ts(as = "RegisterCode")]
    pub register: Register,
}

/// What an entry says. Which of the texts a register has, and what they are called there, the page knows; the others
/// stay empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct RegisterForm {
    /// What it is called.
    #[ts(as = "String")]
    pub name: Personal<String>,
    /// What it holds, what it is for, what it consists of.
    #[ts(as = "String")]
    pub detail: Personal<String>,
    /// Systems: whom to ask.
    #[ts(as = "String")]
    pub owner: Personal<String>,
    /// Systems and recipients: the country.
    #[ts(as = "String")]
    pub country: Personal<String>,
    /// Recipients: what protects the data in another country.
    #[ts(as = "String")]
    pub safeguard: Personal<String>,
    /// Retention: for how long.
    #[ts(as = "String")]
    pub period: Personal<String>,
    /// Retention: why so long.
    #[ts(as = "String")]
    pub reason: Personal<String>,
    /// Systems: after how many days a backup is overwritten, if known.
    pub backup_days: Option<u32>,
    /// Recipients: works for us and may use the data for our tasks only.
    pub processor: bool,
    /// The kinds of person it concerns; none means all of them.
    #[ts(as = "Vec<PersonKindCode>")]
    pub kinds: Vec<PersonKind>,
    /// From which day on it holds, if not always.
    pub valid_from: Option<NaiveDate>,
    /// The last day on which it holds, if it ends.
    pub valid_until: Option<NaiveDate>,
}

/// One entry as its register shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RegisterEntry {
    /// Which one.
    #[ts(type = "string")]
    pub entry: EntryId,
    /// Counts its changes.
    #[ts(type = "number")]
    pub revision: u64,
    /// What it says.
    pub form: RegisterForm,
    /// When somebody last looked whether it is still so.
    pub checked_on: Option<NaiveDate>,
    /// The same in words: "Checked on 3 March 2026.", "Not checked yet."
    pub checked: String,
    /// Whether it was never checked, or more than a year ago.
    pub wants_check: bool,
    /// "From 1 January 2027.", "Until 31 March 2026."; absent if it always holds.
    pub validity: Option<String>,
    /// Whether it holds no longer.
    pub retired: bool,
    /// What should be added before a letter relies on it, as a sentence.
    pub missing: Option<String>,
    /// The casebook itself, which is a place to search like any other (TRUE-1) and cannot be retired.
    pub is_casebook: bool,
}

/// How many entries a register has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RegisterCount {
    /// Which register.
    #[ts(as = "RegisterCode")]
    pub register: Register,
    /// Entries that hold, or will.
    pub entries: u32,
    /// Those of them to be checked.
    pub want_check: u32,
}

/// One register, and how many entries each has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RegisterView {
    /// Which register.
    #[ts(as = "RegisterCode")]
    pub register: Register,
    /// Its entries by name; those that hold no longer come last.
    pub entries: Vec<RegisterEntry>,
    /// All registers, in the order they are offered.
    pub counts: Vec<RegisterCount>,
}

/// An entry as edited. The page draws the id of a new one when its form opens, so that a second press is the same
/// entry.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct RegisterSave {
    /// Which register.
    #[ts(as = "RegisterCode")]
    pub register: Register,
    /// Which entry.
    #[ts(type = "string")]
    pub entry: EntryId,
    /// The revision that was edited; 0 for a new one.
    #[ts(type = "number")]
    pub revision: u64,
    /// What it says.
    pub form: RegisterForm,
}

/// An entry that holds no longer.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct RegisterRemove {
    /// Which register.
    #[ts(as = "RegisterCode")]
    pub register: Register,
    /// Which entry.
    #[ts(type = "string")]
    pub entry: EntryId,
    /// The revision that was on screen.
    #[ts(type = "number")]
    pub revision: u64,
    /// The last day on which it held.
    pub until: NaiveDate,
}

/// An entry that was looked at and is still so.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct RegisterConfirm {
    /// Which register.
    #[ts(as = "RegisterCode")]
    pub register: Register,
    /// Which entry.
    #[ts(type = "string")]
    pub entry: EntryId,
    /// The revision that was on screen.
    #[ts(type = "number")]
    pub revision: u64,
}
