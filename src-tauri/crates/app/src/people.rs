//! The same person in other cases: looked for while a request is typed, and beside a case. The store finds who looks
//! alike; that it is the same person is the DPO's answer.

use std::collections::BTreeSet;

use casebook_cases::{CaseId, PersonId};
use casebook_ipc::{AlikeRow, AlikeRows, CaseRead, EarlierCases, PeopleAlike, Reply};
use casebook_law::{civil, words};
use casebook_personal::Personal;
use casebook_store::{CaseRow, Described, LooksAlike, NameFit};
use chrono::{Datelike as _, NaiveDate};

use crate::errors::{AppError, Done};
use crate::open::{Inner, Open};
use crate::views::history::rights_words;
use crate::views::list::row_urgency;

/// So many are shown.
const MOST: usize = 20;

impl Open {
    pub(crate) fn alike(&self, request: &PeopleAlike) -> Done<AlikeRows> {
        let today = self.ports.time.today();
        let inner = self.inner();
        let described = described(&request.name, &request.email, &request.address);
        let found = inner.store.looks_alike(&described)?;
        let more = found.len().saturating_sub(MOST);
        let mut rows = Vec::new();
        for alike in found.into_iter().take(MOST) {
            if let Some(row) = inner.store.case_row(alike.case)? {
                rows.push(alike_row(&alike, row, false, today));
            }
        }
        Ok(Reply::read(AlikeRows { rows, more: u32::try_from(more).unwrap_or(u32::MAX) }))
    }

    pub(crate) fn earlier(&self, request: &CaseRead) -> Done<EarlierCases> {
        let today = self.ports.time.today();
        let inner = self.inner();
        let file = inner.case_file(request.case)?;
        let Some(subject) = file.state.subject() else {
            return Ok(Reply::read(EarlierCases {
                rows: Vec::new(),
                more: 0,
                last_answer: String::new(),
                last_case: None,
            }));
        };
        let known = file.known(subject);
        let same = inner.others_of(subject.person, request.case)?;
        let last = same.iter().filter_map(|row| Some((row.answered_on?, row))).max_by_key(|(on, _)| *on);
        let (last_answer, last_case) = match (&file.state.received, last) {
            (Some(received), Some((on, row))) => (last_words(on, row, received.on), Some(row.case)),
            _ => (String::new(), None),
        };
        let mut found = inner.store.looks_alike(&described(&known.name, &known.email, &known.address))?;
        found.retain(|alike| alike.case != request.case);
        let is_same = |alike: &LooksAlike| alike.person == subject.person;
        found.sort_by_key(|alike| !is_same(alike));
        let mut seen: BTreeSet<CaseId> = BTreeSet::new();
        found.retain(|alike| seen.insert(alike.case));
        let more = found.len().saturating_sub(MOST);
        let mut rows = Vec::new();
        for alike in found.iter().take(MOST) {
            if let Some(row) = inner.store.case_row(alike.case)? {
                rows.push(alike_row(alike, row, is_same(alike), today));
            }
        }
        Ok(Reply::read(EarlierCases {
            rows,
            more: u32::try_from(more).unwrap_or(u32::MAX),
            last_answer,
            last_case,
        }))
    }
}

impl Inner {
    /// The other cases of a person.
    fn others_of(&self, person: PersonId, but: CaseId) -> Result<Vec<CaseRow>, AppError> {
        let mut rows = Vec::new();
        for case in self.store.cases_of_person(person)?.into_iter().filter(|case| *case != but) {
            rows.extend(self.store.case_row(case)?);
        }
        Ok(rows)
    }
}

fn described(name: &Personal<String>, email: &Personal<String>, address: &[Personal<String>]) -> Described {
    let lines: Vec<&str> = address.iter().map(|line| line.reveal().as_str()).collect();
    Described { name: name.clone(), email: email.clone(), address: Personal::new(lines.join("\n")) }
}

fn alike_row(alike: &LooksAlike, row: CaseRow, is_same: bool, today: NaiveDate) -> AlikeRow {
    AlikeRow {
        case: alike.case,
        reference: alike.reference.clone(),
        party: alike.party,
        person: alike.person,
        role_words: alike.role.words().to_owned(),
        why: if is_same { "the same person".to_owned() } else { why(alike) },
        is_same,
        status_words: row.status.words().to_owned(),
        urgency: row_urgency(&row, today),
        received_on: row.received_on,
        summary: summary(&row),
        who: row.who,
    }
}

/// "same name and e-mail address", "similar name, same postcode".
fn why(alike: &LooksAlike) -> String {
    let same = [
        (alike.by_name == NameFit::Same, "name"),
        (alike.by_email, "e-mail address"),
        (alike.by_postcode, "postcode"),
    ];
    let same: Vec<String> =
        same.into_iter().filter(|(fits, _)| *fits).map(|(_, what)| what.to_owned()).collect();
    let similar = (alike.by_name == NameFit::Similar).then(|| "similar name".to_owned());
    let same = (!same.is_empty()).then(|| format!("same {}", words::listed(&same)));
    similar.into_iter().chain(same).collect::<Vec<_>>().join(", ")
}

fn summary(row: &CaseRow) -> String {
    let mut story = format!("{}, received {}", rights_words(&row.rights), words::date(row.received_on));
    if let Some(on) = row.answered_on {
        story.push_str(&format!(", answered {}", words::date(on)));
    }
    story
}

/// When this person was answered last, and how long before this request (REPEAT-1).
fn last_words(on: NaiveDate, row: &CaseRow, received_on: NaiveDate) -> String {
    let when = if on > received_on {
        "since this request came".to_owned()
    } else {
        format!("{} before this request", interval(on, received_on))
    };
    format!("Answered last on {} ({}), {when}.", words::date(on), row.reference)
}

/// "12 days", "7 months".
fn interval(from: NaiveDate, to: NaiveDate) -> String {
    let days = civil::days_between(from, to);
    let months = i64::from(to.year() - from.year()) * 12 + i64::from(to.month())
        - i64::from(from.month())
        - i64::from(to.day() < from.day());
    if months < 2 { words::counted(days, "day", "days") } else { words::counted(months, "month", "months") }
}
