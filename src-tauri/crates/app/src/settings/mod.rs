//! The settings of the casebook: organisation, DPO, regulator, envelope. Changing them is an event; the settings in
//! force are the particular of the newest one.

mod desk;
mod form;
mod logo;
mod test_sheet;

use casebook_cases::casebook::Event as CasebookEvent;
use casebook_ipc::{IpcError, Nothing, Reply, SettingsSave, SettingsView, Topic};
use casebook_law::Nation;
use casebook_law::clock::Settings as ClockSettings;
use casebook_letters::{Dpo, EnvelopeProfile, Organisation, Regulator};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub(crate) use self::desk::Desk;
use self::form::{parse, view};
pub(crate) use self::logo::LOGO_BLOB;
use crate::errors::{AppError, Done, bug};
use crate::open::{Inner, Open};
use crate::record::Text;

/// The event whose particular holds them.
const KIND: &str = "settings.changed";

/// The settings as they are kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Settings {
    /// The organisation.
    pub(crate) organisation: Organisation,
    /// The DPO, who signs.
    pub(crate) dpo: Dpo,
    /// The regulator.
    pub(crate) regulator: Regulator,
    /// When the regulator's facts were last confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) regulator_confirmed_on: Option<NaiveDate>,
    /// The envelope.
    pub(crate) envelope: EnvelopeProfile,
    /// Whose holidays count.
    pub(crate) nation: Nation,
    /// How the desk works.
    #[serde(default)]
    pub(crate) desk: Desk,
    /// Counts the changes; 0 before the first.
    #[serde(default)]
    pub(crate) revision: u64,
}

impl Default for Settings {
    /// What is known before anybody entered anything. The regulator's address moves in autumn 2026, so it is left
    /// empty until the DPO confirms it (LAW-6).
    fn default() -> Self {
        Self {
            organisation: Organisation {
                registered_in: "England and Wales".to_owned(),
                ..Organisation::default()
            },
            dpo: Dpo { role: "Data Protection Officer".to_owned(), ..Dpo::default() },
            regulator: Regulator {
                name: "Information Commissioner’s Office".to_owned(),
                short_name: "ICO".to_owned(),
                phone: "0303 123 1113".to_owned(),
                website: "ico.org.uk".to_owned(),
                complaint_link: "ico.org.uk/make-a-complaint".to_owned(),
                ..Regulator::default()
            },
            regulator_confirmed_on: None,
            envelope: EnvelopeProfile::default(),
            nation: Nation::EnglandAndWales,
            desk: Desk::default(),
            revision: 0,
        }
    }
}

impl Settings {
    /// Whether everything a first case needs has been entered.
    pub(crate) const fn is_complete(&self) -> bool {
        self.revision > 0
    }
}

impl Inner {
    /// The settings in force.
    pub(crate) fn settings(&self) -> Result<Settings, AppError> {
        let Some(event) = self.store.latest_of_kind(KIND)? else { return Ok(Settings::default()) };
        let Some(bytes) = event.particulars.get("settings") else { return Ok(Settings::default()) };
        serde_json::from_slice(&bytes.value).map_err(|_| bug("settings-shape"))
    }

    /// By what every clock is counted.
    pub(crate) fn clock_settings(&self) -> Result<ClockSettings, AppError> {
        Ok(self.settings()?.desk.clock())
    }

    fn settings_view(&self, today: NaiveDate) -> Result<SettingsView, AppError> {
        Ok(view(&self.settings()?, today))
    }
}

impl Open {
    pub(crate) fn read_settings(&self, _: &Nothing) -> Done<SettingsView> {
        Ok(Reply::read(self.inner().settings_view(self.ports.time.today())?))
    }

    pub(crate) fn save_settings(&self, request: &SettingsSave) -> Done<SettingsView> {
        let today = self.ports.time.today();
        let mut inner = self.inner();
        let before = inner.settings()?;
        if before.revision != request.revision {
            let message = "The settings were changed meanwhile. What you entered is still on screen; read them again and \
                           compare.";
            return Err(IpcError::Conflict { message: message.to_owned() }.into());
        }
        let mut after = parse(request, before.desk, today)?;
        if after.regulator == before.regulator {
            after.regulator_confirmed_on = before.regulator_confirmed_on.or(after.regulator_confirmed_on);
        }
        after.revision = before.revision;
        if after == before {
            return Ok(Reply::read(inner.settings_view(today)?));
        }
        after.revision = before.revision.saturating_add(1);
        let event = CasebookEvent::SettingsChanged {
            revision: after.revision,
            regulator_confirmed_on: after.regulator_confirmed_on,
        };
        let body = serde_json::to_vec(&after).map_err(|_| bug("settings-shape"))?;
        inner.record_casebook(&self.ports, &event, vec![Text::new(KIND, "settings", body)])?;
        self.keep_idle_minutes(after.desk.idle_minutes);
        Ok(Reply::changed(inner.settings_view(today)?, vec![Topic::Settings, Topic::Gate, Topic::Cases]))
    }
}
