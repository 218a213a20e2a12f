//! The organisation and what the law asks of it to be known.

use casebook_law::Nation;
use casebook_personal::Personal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The office nation as the page sees it.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
pub enum NationCode {
    /// England and Wales.
    EW,
    /// Scotland.
    SC,
    /// Northern Ireland.
    NI,
}

/// What is still to be done before the first case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum SetupStep {
    /// Two groups of the recovery key have not been typed back.
    RecoveryKey,
    /// The organisation, the DPO and the regulator have not been entered.
    Organisation,
    /// Nothing.
    Done,
}

/// What the frame of every screen shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Home {
    /// What set-up still needs.
    pub setup: SetupStep,
    /// The organisation's name; empty until entered.
    pub organisation: String,
    /// Today in London.
    pub today: NaiveDate,
    /// The same, "Sunday 22 November 2026".
    pub today_words: String,
    /// The program's version.
    pub version: String,
    /// Number of open cases.
    pub open_cases: u32,
    /// Number of final letters not yet sent.
    pub letters_to_send: u32,
}

/// The organisation as it stands on letters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct OrganisationForm {
    /// Registered name.
    pub name: String,
    /// Company number: eight characters.
    pub company_number: String,
    /// The part of the UK it is registered in.
    pub registered_in: String,
    /// Registered office, in lines.
    pub registered_office: Vec<String>,
    /// Postal address for the letterhead, in lines.
    pub address: Vec<String>,
    /// E-mail address for data protection.
    pub email: String,
    /// Telephone; may be empty.
    pub phone: String,
    /// Web address; may be empty.
    pub website: String,
    /// Name of the DPO, who signs.
    #[ts(as = "String")]
    pub dpo_name: Personal<String>,
    /// Role under the signature.
    pub dpo_role: String,
    /// Whose bank holidays count (TIME-4).
    #[ts(as = "NationCode")]
    pub office_nation: Nation,
}

/// The regulator as it stands on letters (LAW-6).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RegulatorForm {
    /// Full name.
    pub name: String,
    /// Short name, "ICO".
    pub short_name: String,
    /// Postal address, in lines; empty until confirmed.
    pub address: Vec<String>,
    /// Telephone.
    pub phone: String,
    /// Web address.
    pub website: String,
    /// Where to complain on the web.
    pub complaint_link: String,
    /// Whether the DPO has confirmed these facts.
    pub confirmed: bool,
    /// When they were last confirmed.
    pub confirmed_on: Option<NaiveDate>,
    /// Why they want to be looked at, as a sentence. What comes back here is not read.
    #[serde(default)]
    pub warning: Option<String>,
}

/// Where a sheet is folded before it goes into the envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum FoldCode {
    /// At 105 and 210 mm.
    At105And210,
    /// At 99 and 198 mm.
    At99And198,
    /// Once, in the middle.
    Half,
    /// Not at all.
    None,
}

/// The window of the company's envelope, in tenths of a millimetre.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EnvelopeForm {
    /// Code of the preset, or "own".
    pub preset: String,
    /// Envelope width.
    pub width: u32,
    /// Envelope height.
    pub height: u32,
    /// Window, from the left edge.
    pub window_left: u32,
    /// Window, from the bottom edge.
    pub window_bottom: u32,
    /// Window width.
    pub window_width: u32,
    /// Window height.
    pub window_height: u32,
    /// Where the sheet is folded.
    pub fold: FoldCode,
}

/// An envelope whose test sheet is to be saved.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct EnvelopeTestSheet {
    /// The envelope as it stands in the form, kept or not.
    pub envelope: EnvelopeForm,
}

/// How the desk works: where to aim, how long the post takes, when to close and to lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct DeskForm {
    /// How many days after the start to aim for (TIME-1).
    pub target_days: u32,
    /// Working days a first class letter needs (TIME-13).
    pub post_margin_first: u32,
    /// Working days a second class letter needs (TIME-13).
    pub post_margin_second: u32,
    /// Months after which a request may be closed when no proof of identity came (ID-4).
    pub id_close_months: u32,
    /// Months after which a request may be closed when our question was not answered (TIME-8).
    pub clarification_close_months: u32,
    /// Minutes without anybody at the page after which the casebook locks (LOCK-1).
    pub idle_minutes: u32,
}

/// The picture at the head of letters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LogoView {
    /// The name under which its bytes can be asked for.
    pub blob: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// Whether a picture stands at the head of letters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LogoShown {
    /// The picture, if there is one.
    pub logo: Option<LogoView>,
}

/// All settings of the casebook.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SettingsView {
    /// The organisation.
    pub organisation: OrganisationForm,
    /// The regulator.
    pub regulator: RegulatorForm,
    /// The envelope.
    pub envelope: EnvelopeForm,
    /// How the desk works.
    pub desk: DeskForm,
    /// Grows with each change.
    #[ts(type = "number")]
    pub revision: u64,
}

/// Settings as edited.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct SettingsSave {
    /// The organisation.
    pub organisation: OrganisationForm,
    /// The regulator.
    pub regulator: RegulatorForm,
    /// The envelope.
    pub envelope: EnvelopeForm,
    /// How the desk works; absent leaves it as it is.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub desk: Option<DeskForm>,
    /// The revision that was edited.
    #[ts(type = "number")]
    pub revision: u64,
}
