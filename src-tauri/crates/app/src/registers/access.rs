//! What the registers say in the answer to an access request (ACC-1): lines for the fields of the letter, each to be
//! checked and changed by the DPO for the case.

use std::collections::BTreeMap;

use casebook_cases::codes::{PersonKind, Register};
use casebook_law::words;
use chrono::NaiveDate;

use super::Registers;
use super::entry::Entry;

impl Registers {
    /// Lines for the fields `searched`, `purposes`, `categories`, `recipients`, `source`, `retention` and `transfers`
    /// of an access answer, by the key of the field. A field without a line is absent.
    pub(crate) fn access_lines(
        &self,
        kind: Option<PersonKind>,
        today: NaiveDate,
    ) -> BTreeMap<&'static str, Vec<String>> {
        let mut lines = BTreeMap::new();
        let mut fill = |key: &'static str, register: Register, line: fn(&Entry) -> Option<String>| {
            let found = self.on(register, today, kind).filter_map(|each| line(&each.entry));
            lines.entry(key).or_insert_with(Vec::new).extend(found);
        };
        fill("searched", Register::Systems, searched);
        fill("purposes", Register::Purposes, with_detail);
        fill("categories", Register::Categories, with_detail);
        fill("recipients", Register::Recipients, recipient);
        fill("source", Register::Sources, with_detail);
        fill("retention", Register::Retention, retention);
        fill("transfers", Register::Recipients, transfer);
        fill("transfers", Register::Systems, transfer);
        lines.retain(|_, found| !found.is_empty());
        lines
    }
}

/// The same as a draft begins with them, each marked as still to be checked for this person.
pub(crate) fn starting_texts(lines: &BTreeMap<&'static str, Vec<String>>) -> BTreeMap<&'static str, String> {
    let text = |key: &str, found: &[String]| match key {
        // Goes on in the middle of a sentence.
        "searched" => format!("‹keep what was searched› {}", words::listed(found)),
        _ => format!("‹keep what concerns this person›\n\n- {}", found.join("\n- ")),
    };
    lines.iter().map(|(key, found)| (*key, text(key, found))).collect()
}

/// "The websites", in the middle of a sentence about the search.
fn searched(entry: &Entry) -> Option<String> {
    Some(entry.name.reveal().clone())
}

/// "Contact details: name, e-mail address".
fn with_detail(entry: &Entry) -> Option<String> {
    Some(joined(entry.name.reveal(), &first_line(entry.detail.reveal())))
}

/// "Example Ltd (Ireland): runs our mailboxes".
fn recipient(entry: &Entry) -> Option<String> {
    let country = entry.country.reveal();
    let name = entry.name.reveal();
    let who = if country.is_empty() { name.clone() } else { format!("{name} ({country})") };
    Some(joined(&who, &first_line(entry.detail.reveal())))
}

/// "Usage data: at most 12 months, because …". Without a period there is nothing to say yet.
fn retention(entry: &Entry) -> Option<String> {
    let period = entry.period.reveal();
    if period.is_empty() {
        return None;
    }
    let line = joined(entry.name.reveal(), period);
    let reason = entry.reason.reveal();
    Some(if reason.is_empty() { line } else { format!("{line}, because {reason}") })
}

/// "Example Inc. (United States): the addendum to the standard clauses".
fn transfer(entry: &Entry) -> Option<String> {
    let where_to = format!("{} ({})", entry.name.reveal(), entry.country.reveal());
    entry.is_abroad().then(|| joined(&where_to, entry.safeguard.reveal()))
}

fn joined(head: &str, tail: &str) -> String {
    if tail.is_empty() { head.to_owned() } else { format!("{head}: {tail}") }
}

/// A detail of several lines becomes one, because the letter makes a list of it.
fn first_line(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}
