//! The settings as a form, there and back.

use casebook_ipc::{EnvelopeForm, FoldCode, OrganisationForm, RegulatorForm, SettingsSave, SettingsView};
use casebook_law::words;
use casebook_letters::envelope_profiles::Fold;
use casebook_letters::{Dpo, EnvelopeProfile, Organisation, Regulator};
use casebook_personal::Personal;
use chrono::NaiveDate;

use super::{Desk, Settings};
use crate::errors::AppError;
use crate::problems::{Problems, lines_of};
use crate::registers::is_a_year_ago;
use crate::text::one_line;

/// The settings as the page shows them.
pub(super) fn view(settings: &Settings, today: NaiveDate) -> SettingsView {
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
            warning: regulator_warning(settings, today),
        },
        envelope: envelope_form(envelope),
        desk: settings.desk.form(),
        revision: settings.revision,
    }
}

/// LAW-6: what is a year old may have moved.
fn regulator_warning(settings: &Settings, today: NaiveDate) -> Option<String> {
    let confirmed = settings.regulator_confirmed_on?;
    is_a_year_ago(confirmed, today).then(|| {
        format!(
            "These facts were last confirmed on {}, more than twelve months ago. Authorities move; look them up again and \
             confirm them.",
            words::date(confirmed)
        )
    })
}

/// Reads the form; every problem is named with its field.
pub(super) fn parse(request: &SettingsSave, desk: Desk, today: NaiveDate) -> Result<Settings, AppError> {
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
        logo: None,
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
    let desk = request.desk.as_ref().map_or(desk, |form| Desk::parse(form, &mut problems));
    problems.none()?;
    Ok(Settings {
        dpo: Dpo { name, role, email, phone: organisation.phone.clone() },
        organisation,
        regulator,
        regulator_confirmed_on: confirmed_on,
        envelope,
        nation: form.office_nation,
        desk,
        revision: request.revision,
    })
}

fn regulator(
    form: &RegulatorForm,
    today: NaiveDate,
    problems: &mut Problems,
) -> (Regulator, Option<NaiveDate>) {
    let address = lines_of(&form.address);
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

pub(super) fn envelope(form: &EnvelopeForm, problems: &mut Problems) -> EnvelopeProfile {
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
