//! The settings of the casebook: organisation, DPO, regulator, envelope. Changing them is an event; the settings in
//! force are the particular of the newest one.

use casebook_cases::casebook::Event as CasebookEvent;
use casebook_ipc::{
    EnvelopeForm, FieldProblem, FoldCode, IpcError, Nothing, OrganisationForm, RegulatorForm, Reply,
    SettingsSave, SettingsView, Topic,
};
use casebook_law::Nation;
use casebook_letters::envelope_profiles::Fold;
use casebook_letters::{Dpo, EnvelopeProfile, Organisation, Regulator};
use casebook_personal::Personal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::errors::{AppError, Done, bug};
use crate::open::{Inner, Open};
use crate::record::Text;
use crate::text::one_line;

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
}

impl Open {
    pub(crate) fn read_settings(&self, _: &Nothing) -> Done<SettingsView> {
        Ok(Reply::read(view(&self.inner().settings()?)))
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
        let mut after = parse(request, today)?;
        if after.regulator == before.regulator {
            after.regulator_confirmed_on = before.regulator_confirmed_on.or(after.regulator_confirmed_on);
        }
        after.revision = before.revision;
        if after == before {
            return Ok(Reply::read(view(&before)));
        }
        after.revision = before.revision.saturating_add(1);
        let event = CasebookEvent::SettingsChanged {
            revision: after.revision,
            regulator_confirmed_on: after.regulator_confirmed_on,
        };
        let body = serde_json::to_vec(&after).map_err(|_| bug("settings-shape"))?;
        inner.record_casebook(&self.ports, &event, vec![Text::new(KIND, "settings", body)])?;
        Ok(Reply::changed(view(&after), vec![Topic::Settings, Topic::Gate, Topic::Cases]))
    }
}

fn view(settings: &Settings) -> SettingsView {
    let Settings { organisation, dpo, regulator, envelope, .. } = settings;
    SettingsView {
        organisation: OrganisationForm {
            name: organisation.name.clone(),
            company_number: organisation.company_number.clone(),
            registered_in: organisation.registered_in.clone(),
            registered_office: organisation.registered_office.clone(),
            address: organisation.address.clone(),
            email: organisation.email.clone(),
            phone: organisation.phone.clone().unwrap_or_default(),
            website: organisation.website.clone().unwrap_or_default(),
            dpo_name: Personal::new(dpo.name.clone()),
            dpo_role: dpo.role.clone(),
            office_nation: settings.nation,
        },
        regulator: RegulatorForm {
            name: regulator.name.clone(),
            short_name: regulator.short_name.clone(),
            address: regulator.address.clone(),
            phone: regulator.phone.clone(),
            website: regulator.website.clone(),
            complaint_link: regulator.complaint_link.clone(),
            confirmed: regulator.confirmed,
            confirmed_on: settings.regulator_confirmed_on,
        },
        envelope: envelope_form(envelope),
        revision: settings.revision,
    }
}

/// Reads the form; every problem is named with its field.
fn parse(request: &SettingsSave, today: NaiveDate) -> Result<Settings, AppError> {
    let mut problems = Problems::default();
    let form = &request.organisation;
    let email = one_line(&form.email);
    let organisation = Organisation {
        name: problems.wanted(
            "organisation.name",
            &form.name,
            "Enter the registered name of the organisation.",
        ),
        company_number: company_number(&form.company_number, &mut problems),
        registered_in: problems.wanted(
            "organisation.registeredIn",
            &form.registered_in,
            "Enter the part of the United Kingdom in which the company is registered.",
        ),
        registered_office: problems.wanted_lines(
            "organisation.registeredOffice",
            &form.registered_office,
            "Enter the registered office, one line each.",
        ),
        address: problems.wanted_lines(
            "organisation.address",
            &form.address,
            "Enter the postal address, one line each.",
        ),
        email: email.clone(),
        phone: optional(&form.phone),
        website: optional(&form.website),
    };
    if !looks_like_email(&email) {
        problems.add(
            "organisation.email",
            "Enter the e-mail address for data protection, for example dpo@example.org.",
        );
    }
    let name = problems.wanted(
        "organisation.dpoName",
        form.dpo_name.reveal(),
        "Enter the name of the DPO, who signs the letters.",
    );
    let role = problems.wanted(
        "organisation.dpoRole",
        &form.dpo_role,
        "Enter the role to stand under the signature.",
    );
    let (regulator, confirmed_on) = regulator(&request.regulator, today, &mut problems);
    let envelope = envelope(&request.envelope, &mut problems);
    problems.none()?;
    Ok(Settings {
        dpo: Dpo { name, role, email, phone: organisation.phone.clone() },
        organisation,
        regulator,
        regulator_confirmed_on: confirmed_on,
        envelope,
        nation: form.office_nation,
        revision: request.revision,
    })
}

fn regulator(
    form: &RegulatorForm,
    today: NaiveDate,
    problems: &mut Problems,
) -> (Regulator, Option<NaiveDate>) {
    let address = lines(&form.address);
    if form.confirmed && address.is_empty() {
        problems.add(
            "regulator.address",
            "Enter the regulator’s postal address as its website gives it today; its head office was due to move in autumn 2026.",
        );
    }
    let regulator = Regulator {
        name: problems.wanted("regulator.name", &form.name, "Enter the regulator’s name."),
        short_name: one_line(&form.short_name),
        address,
        phone: one_line(&form.phone),
        website: problems.wanted("regulator.website", &form.website, "Enter the regulator’s web address."),
        complaint_link: one_line(&form.complaint_link),
        confirmed: form.confirmed,
    };
    (regulator, form.confirmed.then_some(today))
}

/// The envelope as the page shows it: lengths in tenths of a millimetre.
fn envelope_form(envelope: &EnvelopeProfile) -> EnvelopeForm {
    let preset = EnvelopeProfile::PRESETS.iter().find(|(_, _, preset)| preset == envelope);
    EnvelopeForm {
        preset: preset.map_or("own", |(code, _, _)| code).to_owned(),
        width: length(envelope.width),
        height: length(envelope.height),
        window_left: length(envelope.window_left),
        window_bottom: length(envelope.window_bottom),
        window_width: length(envelope.window_width),
        window_height: length(envelope.window_height),
        fold: match envelope.fold {
            Fold::At105And210 => FoldCode::At105And210,
            Fold::At99And198 => FoldCode::At99And198,
            Fold::Half => FoldCode::Half,
            Fold::None => FoldCode::None,
        },
    }
}

fn envelope(form: &EnvelopeForm, problems: &mut Problems) -> EnvelopeProfile {
    if let Some((_, _, preset)) = EnvelopeProfile::PRESETS.iter().find(|(code, _, _)| *code == form.preset) {
        return *preset;
    }
    let mut measured = |field: &str, value: u32| {
        i32::try_from(value).ok().filter(|tenths| (1..=5000).contains(tenths)).unwrap_or_else(|| {
            problems.add(field, "Measure this on the envelope, in millimetres, between 0.1 and 500.");
            1
        })
    };
    EnvelopeProfile {
        width: measured("envelope.width", form.width),
        height: measured("envelope.height", form.height),
        window_left: measured("envelope.windowLeft", form.window_left),
        window_bottom: measured("envelope.windowBottom", form.window_bottom),
        window_width: measured("envelope.windowWidth", form.window_width),
        window_height: measured("envelope.windowHeight", form.window_height),
        fold: match form.fold {
            FoldCode::At105And210 => Fold::At105And210,
            FoldCode::At99And198 => Fold::At99And198,
            FoldCode::Half => Fold::Half,
            FoldCode::None => Fold::None,
        },
    }
}

fn length(tenths: i32) -> u32 {
    u32::try_from(tenths).unwrap_or(0)
}

/// A company number has eight characters: eight digits, or two letters and six digits.
fn company_number(text: &str, problems: &mut Problems) -> String {
    let number: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
    let (head, tail) = (number.get(..2).unwrap_or(""), number.get(2..).unwrap_or(""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let fits = number.len() == 8
        && digits(tail)
        && (digits(head) || head.bytes().all(|byte| byte.is_ascii_uppercase()));
    if !fits {
        problems.add(
            "organisation.companyNumber",
            "Enter the company number: eight digits, or two letters and six digits. Letters must carry it.",
        );
    }
    number
}

fn looks_like_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(before, after)| {
        !before.is_empty()
            && after.contains('.')
            && !after.starts_with('.')
            && !after.ends_with('.')
            && !text.contains(' ')
    })
}

fn optional(text: &str) -> Option<String> {
    Some(one_line(text)).filter(|line| !line.is_empty())
}

fn lines(lines: &[String]) -> Vec<String> {
    lines.iter().map(|line| one_line(line)).filter(|line| !line.is_empty()).collect()
}

/// What is wrong with a form, collected so that all of it can be said at once.
#[derive(Default)]
pub(crate) struct Problems(Vec<FieldProblem>);

impl Problems {
    /// Adds one.
    pub(crate) fn add(&mut self, field: &str, message: &str) {
        self.0.push(FieldProblem { field: field.to_owned(), message: message.to_owned() });
    }

    /// A line that must be written.
    pub(crate) fn wanted(&mut self, field: &str, text: &str, message: &str) -> String {
        let line = one_line(text);
        if line.is_empty() {
            self.add(field, message);
        }
        line
    }

    fn wanted_lines(&mut self, field: &str, text: &[String], message: &str) -> Vec<String> {
        let lines = lines(text);
        if lines.is_empty() {
            self.add(field, message);
        }
        lines
    }

    /// All is well, or all that is not.
    pub(crate) fn none(self) -> Result<(), AppError> {
        if self.0.is_empty() { Ok(()) } else { Err(IpcError::Invalid { fields: self.0 }.into()) }
    }
}
