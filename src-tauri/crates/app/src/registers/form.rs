//! An entry as a form, there and back.

use casebook_cases::codes::Register;
use casebook_ipc::{RegisterCount, RegisterEntry, RegisterForm, RegisterView};
use casebook_law::words;
use casebook_personal::Personal;
use chrono::NaiveDate;

use super::Registers;
use super::entry::{Entry, Line};
use crate::errors::AppError;
use crate::problems::Problems;
use crate::text::{is_hidden, one_line};

/// Longest line, in characters.
const LONGEST_LINE: usize = 200;
/// Longest text of several lines, in characters.
const LONGEST_DETAIL: usize = 2000;
/// A backup that is kept for longer than ten years is a mistake of typing.
const MOST_BACKUP_DAYS: u32 = 3660;

/// One register as its screen shows it.
pub(super) fn view(registers: &Registers, register: Register, today: NaiveDate) -> RegisterView {
    let mut entries: Vec<RegisterEntry> = registers.all(register).map(|line| shown(line, today)).collect();
    entries.sort_by_key(|entry| entry.retired);
    let counts = Register::ALL.iter().map(|each| count(registers, *each, today)).collect();
    RegisterView { register, entries, counts }
}

fn count(registers: &Registers, register: Register, today: NaiveDate) -> RegisterCount {
    let live = || registers.all(register).filter(|line| !line.entry.is_over(today));
    RegisterCount {
        register,
        entries: small(live().count()),
        want_check: small(live().filter(|line| line.entry.wants_check(today)).count()),
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn shown(line: &Line, today: NaiveDate) -> RegisterEntry {
    let entry = &line.entry;
    RegisterEntry {
        entry: line.id,
        revision: line.revision,
        form: form_of(entry),
        checked_on: entry.checked_on,
        checked: entry
            .checked_on
            .map_or_else(|| "Not checked yet.".to_owned(), |day| format!("Checked on {}.", words::date(day))),
        wants_check: !entry.is_over(today) && entry.wants_check(today),
        validity: validity(entry),
        retired: entry.is_over(today),
        missing: missing(line),
        is_casebook: entry.is_casebook,
    }
}

fn form_of(entry: &Entry) -> RegisterForm {
    RegisterForm {
        name: entry.name.clone(),
        detail: entry.detail.clone(),
        owner: entry.owner.clone(),
        country: entry.country.clone(),
        safeguard: entry.safeguard.clone(),
        period: entry.period.clone(),
        reason: entry.reason.clone(),
        backup_days: entry.backup_days,
        processor: entry.processor,
        kinds: entry.kinds.clone(),
        valid_from: entry.valid_from,
        valid_until: entry.valid_until,
    }
}

fn validity(entry: &Entry) -> Option<String> {
    match (entry.valid_from, entry.valid_until) {
        (None, None) => None,
        (Some(from), None) => Some(format!("From {}.", words::date(from))),
        (None, Some(until)) => Some(format!("Until {}.", words::date(until))),
        (Some(from), Some(until)) => {
            Some(format!("From {} until {}.", words::date(from), words::date(until)))
        }
    }
}

/// What a letter or a search would need and does not find here.
fn missing(line: &Line) -> Option<String> {
    let entry = &line.entry;
    let sentence = match line.register {
        Register::Systems if entry.owner.is_blank() => "Nobody is named who can be asked to search here.",
        Register::Recipients if entry.country.is_blank() => {
            "No country is named. An answer has to say whether data went abroad."
        }
        Register::Systems | Register::Recipients if entry.is_abroad() && entry.safeguard.is_blank() => {
            "It is abroad, and nothing is named that protects the data there."
        }
        Register::Retention if entry.period.is_blank() => {
            "No period is named. An answer has to say how long, or how that is decided."
        }
        Register::Systems
        | Register::Recipients
        | Register::Retention
        | Register::Purposes
        | Register::Categories
        | Register::Sources => return None,
    };
    Some(sentence.to_owned())
}

/// Reads the form; every problem is named with its field. What a register does not have is dropped.
pub(super) fn parse(register: Register, form: &RegisterForm) -> Result<Entry, AppError> {
    let mut problems = Problems::default();
    let name = problems.wanted("name", form.name.reveal(), name_wanted(register));
    let (systems, recipients, retention) =
        (register == Register::Systems, register == Register::Recipients, register == Register::Retention);
    let mut line = |field: &str, text: &Personal<String>, has: bool| {
        let line = if has { one_line(text.reveal()) } else { String::new() };
        if line.chars().count() > LONGEST_LINE {
            problems.add(field, "Keep this to 200 characters; details have a field of their own.");
        }
        Personal::new(line)
    };
    let entry = Entry {
        name: line("name", &Personal::new(name), true),
        owner: line("owner", &form.owner, systems),
        country: line("country", &form.country, systems || recipients),
        safeguard: line("safeguard", &form.safeguard, systems || recipients),
        period: line("period", &form.period, retention),
        reason: line("reason", &form.reason, retention),
        detail: Personal::new(paragraph(form.detail.reveal())),
        backup_days: form.backup_days.filter(|_| systems),
        processor: form.processor && recipients,
        kinds: sorted(&form.kinds),
        valid_from: form.valid_from,
        valid_until: form.valid_until,
        checked_on: None,
        is_casebook: false,
    };
    if entry.detail.reveal().chars().count() > LONGEST_DETAIL {
        problems.add("detail", "Keep this to 2,000 characters.");
    }
    if entry.backup_days.is_some_and(|days| days == 0 || days > MOST_BACKUP_DAYS) {
        problems.add("backupDays", "Enter a number of days from 1 to 3660, or leave it empty.");
    }
    if entry.valid_from.zip(entry.valid_until).is_some_and(|(from, until)| until < from) {
        problems.add("validUntil", "It ends before it begins. Change one of the two days.");
    }
    problems.none()?;
    Ok(entry)
}

const fn name_wanted(register: Register) -> &'static str {
    match register {
        Register::Systems => "Enter what the system is called here.",
        Register::Purposes => "Enter what the data is used for.",
        Register::Categories => "Enter what this kind of data is called.",
        Register::Recipients => "Enter who receives the data.",
        Register::Retention => "Enter which data the period is for.",
        Register::Sources => "Enter where the data comes from.",
    }
}

/// Several lines: hidden characters gone, lines kept, ends trimmed.
fn paragraph(text: &str) -> String {
    let seen: String = text.chars().filter(|c| *c == '\n' || *c == '\t' || !is_hidden(*c)).collect();
    seen.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned()
}

fn sorted(kinds: &[casebook_cases::codes::PersonKind]) -> Vec<casebook_cases::codes::PersonKind> {
    let mut kinds = kinds.to_vec();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}
