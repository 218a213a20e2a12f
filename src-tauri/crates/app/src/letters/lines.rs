//! What the case and the registers say for the fields of a letter: lines that the DPO takes in or leaves out, and the
//! texts a draft starts with. Only what was really searched is said to have been searched (TRUE-1); what is withheld is
//! told by kind, never item by item (ITEM-1), and not at all where the reason itself would tell (REF-4).

use std::collections::BTreeMap;

use casebook_cases::codes::{LetterKind, Naming, SearchResult, Treatment};
use casebook_cases::subject_request::ItemGroup;
use casebook_ipc::LinesStand;
use casebook_law::{Exemption, words};
use casebook_letters::FieldSpec;
use chrono::NaiveDate;

use crate::errors::AppError;
use crate::open::Inner;
use crate::registers;
use crate::views::case::CaseFile;

/// Lines for the fields of a letter, by key.
pub(super) type Lines = BTreeMap<&'static str, Vec<String>>;

/// How lines stand in a field: two fields go on inside a sentence of the letter.
pub(super) fn stand(key: &str) -> LinesStand {
    match key {
        "searched" | "provided" => LinesStand::Phrase,
        _ => LinesStand::List,
    }
}

/// Whether a line stands in a text, as the page puts it there.
pub(super) fn holds(text: &str, line: &str, stand: LinesStand) -> bool {
    match stand {
        LinesStand::List => text.lines().any(|each| each.trim().trim_start_matches("- ").trim() == line),
        LinesStand::Phrase => text.contains(line),
    }
}

impl Inner {
    /// The lines for a letter of this kind; none for most.
    pub(super) fn field_lines(
        &self,
        file: &CaseFile,
        kind: LetterKind,
        today: NaiveDate,
    ) -> Result<Lines, AppError> {
        if !is_answer_with_fields(kind) {
            return Ok(Lines::new());
        }
        let person = file.state.received.as_ref().and_then(|received| received.person_kind);
        let mut lines = self.registers()?.access_lines(person, today);
        let searched = places(file);
        if !searched.is_empty() {
            lines.insert("searched", searched.into_iter().map(|place| place.name).collect());
        }
        if kind == LetterKind::L12 {
            lines.insert("provided", titles(file));
            lines.insert("withheld", withheld(&file.state.groups));
        }
        lines.retain(|_, found| !found.is_empty());
        Ok(lines)
    }

    /// What the fields of a new draft start with, where the registers or the case know more than the template.
    pub(super) fn starting_texts(
        &self,
        file: &CaseFile,
        kind: LetterKind,
        fields: &[FieldSpec],
        today: NaiveDate,
    ) -> Result<BTreeMap<&'static str, String>, AppError> {
        if !is_answer_with_fields(kind) {
            return Ok(BTreeMap::new());
        }
        let lines = self.field_lines(file, kind, today)?;
        let mut texts = registers::starting_texts(&lines);
        // What the case itself knows need not be checked against the registers.
        for key in ["searched", "provided", "withheld"] {
            let is_of_case = key != "searched" || !places(file).is_empty();
            match lines.get(key).filter(|_| is_of_case) {
                Some(known) if stand(key) == LinesStand::Phrase => texts.insert(key, words::listed(known)),
                Some(known) => texts.insert(key, list(known)),
                None => None,
            };
        }
        if kind != LetterKind::L08
            && let Some(found) = found(file)
        {
            texts.insert("found", found);
        }
        if kind == LetterKind::L12
            && !texts.contains_key("withheld")
            && file.state.groups.iter().any(is_unsaid)
            && let Some(neutral) = neutral(fields)
        {
            texts.insert("withheld", neutral.to_owned());
        }
        Ok(texts)
    }
}

/// Whether a letter says what was searched and what the registers know.
const fn is_answer_with_fields(kind: LetterKind) -> bool {
    matches!(kind, LetterKind::L07 | LetterKind::L08 | LetterKind::L12)
}

/// The places that were searched, with the pages found there.
fn places(file: &CaseFile) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for search in &file.state.searches {
        let Some(report) = search.report.filter(|report| report.result != SearchResult::NotSearched) else {
            continue;
        };
        let Some(name) = file.said(search.asked_at, "place") else { continue };
        let pages = if report.result == SearchResult::Found { report.pages } else { 0 };
        match places.iter_mut().find(|place| place.name == name) {
            Some(known) => known.pages = known.pages.saturating_add(pages),
            None => places.push(Place { name, pages }),
        }
    }
    places
}

/// The titles of what goes out.
fn titles(file: &CaseFile) -> Vec<String> {
    let mut titles: Vec<String> = Vec::new();
    for group in file.state.groups.iter().filter(|group| is_given(group)) {
        if let Some(title) = file.said(group.grouped_at, "title").filter(|title| !titles.contains(title)) {
            titles.push(title);
        }
    }
    titles
}

/// How many pages were found, and of what or where. What must not even be hinted at is not counted.
fn found(file: &CaseFile) -> Option<String> {
    let groups = &file.state.groups;
    if groups.is_empty() {
        let places: Vec<Place> = places(file).into_iter().filter(|place| place.pages > 0).collect();
        let parts: Vec<String> =
            places.iter().map(|place| format!("{} in {}", place.pages, place.name)).collect();
        let pages = pages_told(file);
        return (pages > 0).then(|| format!("{}: {}.", found_pages(pages), words::listed(&parts)));
    }
    let told: Vec<&ItemGroup> = groups.iter().filter(|group| !is_unsaid(group)).collect();
    let parts: Vec<String> = told
        .iter()
        .filter(|group| is_given(group) && group.pages > 0)
        .filter_map(|group| {
            let title = file.said(group.grouped_at, "title")?;
            Some(format!("{title} ({})", words::counted(group.pages, "page", "pages")))
        })
        .collect();
    let is_decided = told.iter().all(|group| group.decided.is_some());
    let pages = pages_told(file);
    (pages > 0).then(|| found_words(pages, pages_given(file), &parts, is_decided))
}

/// The pages that an answer may count: of the groups, or without any of the searches.
pub(super) fn pages_told(file: &CaseFile) -> u32 {
    let groups = &file.state.groups;
    if groups.is_empty() {
        return sum(places(file).iter().map(|place| place.pages));
    }
    sum(groups.iter().filter(|group| !is_unsaid(group)).map(|group| group.pages))
}

/// The pages of the groups that go out.
pub(super) fn pages_given(file: &CaseFile) -> u32 {
    sum(file.state.groups.iter().filter(|group| is_given(group)).map(|group| group.pages))
}

/// A place that was searched.
struct Place {
    name: String,
    pages: u32,
}

fn sum(pages: impl Iterator<Item = u32>) -> u32 {
    pages.fold(0, u32::saturating_add)
}

fn found_pages(pages: u32) -> String {
    format!("We found {} about you", words::counted(pages, "page", "pages"))
}

/// Says of all pages that are told which go out, so that the numbers in the letter add up (TRUE-1).
fn found_words(pages: u32, given: u32, parts: &[String], is_decided: bool) -> String {
    let found = found_pages(pages);
    let kept = pages.saturating_sub(given);
    if parts.is_empty() || !is_decided {
        return format!("{found}.");
    }
    if kept == 0 {
        return format!("{found}: {}.", words::listed(parts));
    }
    let kept = words::counted(kept, "page", "pages");
    format!(
        "{found}. Of these we give you {given}: {}. We do not give you {kept}; this letter says why.",
        words::listed(parts)
    )
}

fn list(lines: &[String]) -> String {
    lines.iter().map(|line| format!("- {line}")).collect::<Vec<_>>().join("\n")
}

/// Goes out, whole or with parts made unreadable.
fn is_given(group: &ItemGroup) -> bool {
    group.decided.is_some_and(|decided| decided.treatment != Treatment::Withheld)
}

/// Stays, and the letter does not even say so (REF-4).
fn is_unsaid(group: &ItemGroup) -> bool {
    group
        .decided
        .is_some_and(|decided| decided.treatment == Treatment::Withheld && decided.naming == Naming::Neutral)
}

/// What stays or is made unreadable, by reason. What is not to be named is not in it.
fn withheld(groups: &[ItemGroup]) -> Vec<String> {
    let mut by_reason: BTreeMap<(Exemption, bool), (u32, u32)> = BTreeMap::new();
    for group in groups {
        let Some(decided) = group.decided.filter(|decided| decided.naming == Naming::Named) else { continue };
        let is_whole = match decided.treatment {
            Treatment::Released => continue,
            Treatment::Redacted => false,
            Treatment::Withheld => true,
        };
        let Some(exemption) = decided.exemption else { continue };
        let (items, pages) = by_reason.entry((exemption, is_whole)).or_default();
        *items = items.saturating_add(group.items);
        *pages = pages.saturating_add(group.pages);
    }
    by_reason
        .into_iter()
        .map(|((exemption, is_whole), (items, pages))| {
            let pages = words::counted(pages, "page", "pages");
            let what = if is_whole {
                format!("{} on {pages}, left out", words::counted(items, "item", "items"))
            } else {
                format!("parts of {pages}, made unreadable")
            };
            format!("{}: {what} ({})", exemption.label(), exemption.source())
        })
        .collect()
}

/// The ready text that neither confirms nor denies.
fn neutral(fields: &[FieldSpec]) -> Option<&'static str> {
    let field = fields.iter().find(|field| field.key == "withheld")?;
    field.choices.iter().find(|choice| choice.label == "Neither confirm nor deny").map(|choice| choice.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_found_where_the_page_put_it() {
        let text = "Some words\n- one thing\n-  another thing ";
        assert!(holds(text, "one thing", LinesStand::List));
        assert!(holds(text, "another thing", LinesStand::List));
        assert!(!holds(text, "thing", LinesStand::List));
        assert!(holds("E-mail, Orders and Website forms", "Orders", LinesStand::Phrase));
    }

    #[test]
    fn the_neutral_words_exist() {
        let fields = casebook_letters::fields(casebook_letters::LetterKind::PartialRefusal);
        assert!(neutral(fields).is_some_and(|text| text.contains("neither confirm nor deny")));
    }
}
