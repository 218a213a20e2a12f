//! Lists of cases: which ones, in which order, and one line of each.

use casebook_cases::CaseKind;
use casebook_cases::subject_request::Status;
use casebook_ipc::{
    CaseFilter, CaseList, CaseRow, CaseRows, CaseSort, CasesChoices, CasesQuery, CasesWindow, Choice,
    Nothing, Reply, Urgency,
};
use casebook_law::clock::Settings;
use casebook_law::{Right, words};
use casebook_store::{AnswerTiming, Filter, ListQuery, SecretCases, Sort};
use chrono::NaiveDate;

use crate::errors::{AppError, Done};
use crate::open::Open;
use crate::problems::Problems;
use crate::views::clock::{day_urgency, days_words};

/// The longest window of rows that is answered at once.
const LONGEST_WINDOW: u32 = 200;

impl Open {
    /// What lists can be filtered by.
    pub(crate) fn choices_of_cases(&self, _: &Nothing) -> Done<CasesChoices> {
        let choice = |code: &str, words: &str| Choice { code: code.to_owned(), words: words.to_owned() };
        Ok(Reply::read(CasesChoices {
            kinds: CaseKind::ALL.iter().map(|kind| choice(kind.code(), kind_words(*kind))).collect(),
            rights: Right::ALL.iter().map(|right| choice(right.code(), right.name())).collect(),
            statuses: Status::ALL.iter().map(|status| choice(status.code(), status.words())).collect(),
        }))
    }

    pub(crate) fn open_cases(&self, request: &CasesQuery) -> Done<CaseList> {
        let query = asked(request, self.ports.time.today())?;
        let opened = self.inner().store.list_open(&query)?;
        Ok(Reply::read(CaseList { list: opened.list.0, count: opened.count, all: opened.all }))
    }

    pub(crate) fn rows_of_cases(&self, request: &CasesWindow) -> Done<CaseRows> {
        let today = self.ports.time.today();
        let len = request.len.min(LONGEST_WINDOW);
        let list = casebook_store::ListId(request.list);
        let inner = self.inner();
        let settings = inner.clock_settings()?;
        let rows = inner.store.list_rows(list, request.from, len)?;
        let rows = rows.into_iter().map(|row| shown(row, today, &settings)).collect();
        Ok(Reply::read(CaseRows { from: request.from, rows }))
    }
}

/// The list asked for.
fn asked(request: &CasesQuery, today: NaiveDate) -> Result<ListQuery, AppError> {
    let mut problems = Problems::default();
    let kind = request.kind.as_deref().map(CaseKind::from_code);
    if kind == Some(None) {
        problems.add("kind", "There is no such kind of case.");
    }
    let status = request.status.as_deref().map(Status::from_code);
    if status == Some(None) {
        problems.add("status", "There is no such status.");
    }
    if request.due_from.zip(request.due_to).is_some_and(|(from, to)| from > to) {
        problems.add("dueTo", "The end of the span lies before its beginning.");
    }
    problems.none()?;
    Ok(ListQuery {
        filter: match request.filter {
            CaseFilter::Open => Filter::Open,
            CaseFilter::Overdue => Filter::Overdue,
            CaseFilter::DueSoon => Filter::DueSoon,
            CaseFilter::Waiting => Filter::Waiting,
            CaseFilter::Closed => Filter::Closed,
            CaseFilter::All => Filter::All,
        },
        kind: kind.flatten(),
        right: request.right,
        status: status.flatten(),
        due_from: request.due_from,
        due_to: request.due_to,
        sort: match request.sort {
            CaseSort::MostUrgent => Sort::MostUrgent,
            CaseSort::Newest => Sort::Newest,
            CaseSort::Reference => Sort::Reference,
            CaseSort::Name => Sort::Name,
            CaseSort::Right => Sort::Right,
            CaseSort::Status => Sort::Status,
        },
        reversed: request.reversed,
        text: request.text.clone(),
        today,
        secret: SecretCases::LeftOut,
    })
}

const fn kind_words(kind: CaseKind) -> &'static str {
    match kind {
        CaseKind::SubjectRequest => "Request",
        CaseKind::ChildDeletion => "Deletion of a child’s data",
        CaseKind::Disclosure => "Disclosure",
        CaseKind::Complaint => "Complaint",
    }
}

/// How an answered or closed case reads where an open one shows the days left.
fn ended_words(row: &casebook_store::CaseRow, settings: &Settings) -> String {
    match (row.timeliness.map(|kept| kept.timing(settings)), row.resolution) {
        (Some(AnswerTiming::InTime), _) => "Answered in time".to_owned(),
        (Some(AnswerTiming::PostedLate), _) => "Posted late".to_owned(),
        (Some(AnswerTiming::Late), _) => "Answered late".to_owned(),
        (None, Some(resolution)) => capital(resolution.words()),
        (None, None) => "Answered".to_owned(),
    }
}

/// The words with a capital letter.
pub(crate) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whether nothing is owed any more. An answer that came back is (POST-1).
fn is_over(row: &casebook_store::CaseRow) -> bool {
    row.closed_on.is_some() || (row.answered_on.is_some() && row.status != Status::AnswerReturned)
}

/// How a case is marked in a list today.
pub(crate) fn row_urgency(row: &casebook_store::CaseRow, today: NaiveDate) -> Urgency {
    match () {
        () if row.status == Status::AnswerReturned => Urgency::Overdue,
        () if is_over(row) && row.timeliness.is_some_and(|kept| kept.is_late) => Urgency::DoneLate,
        () if is_over(row) => Urgency::Done,
        () if row.status.is_waiting() && row.last_day.is_none() => Urgency::Waiting,
        () => day_urgency(row.last_day, today),
    }
}

fn shown(row: casebook_store::CaseRow, today: NaiveDate, settings: &Settings) -> CaseRow {
    let is_over = is_over(&row);
    let urgency = row_urgency(&row, today);
    let left_words = match (is_over, row.last_day, row.waits_since) {
        (true, _, _) => ended_words(&row, settings),
        (false, Some(day), _) => days_words(day, today),
        (false, None, Some(since)) => format!("since {}", words::short_date(since)),
        (false, None, None) if row.status == Status::AnswerReturned => "Still owed".to_owned(),
        (false, None, None) => "No last day".to_owned(),
    };
    let last_day = row.last_day.filter(|_| !is_over);
    CaseRow {
        case: row.case,
        reference: row.reference,
        who: row.who,
        what: crate::views::history::rights_words(&row.rights),
        status: row.status.code().to_owned(),
        status_words: row.status.words().to_owned(),
        urgency,
        received_on: row.received_on,
        received_words: row.received_on.format("%-d %b %Y").to_string(),
        last_day,
        last_day_words: last_day.map_or_else(String::new, words::short_date),
        left_words,
        next: next_words(row.status).to_owned(),
    }
}

/// What to do next, in a few words, from the status alone.
pub(crate) const fn next_words(status: Status) -> &'static str {
    match status {
        Status::WaitingForIdentity => "Identity awaited",
        Status::WaitingForAuthority => "Authority awaited",
        Status::WaitingForClarification => "Reply awaited",
        Status::WaitingForFee => "Fee awaited",
        Status::ToSearch => "Ask for the search",
        Status::Searching => "Follow the search",
        Status::ToDecide => "Decide what goes out",
        Status::ToAnswer => "Write the answer",
        Status::AnswerToSend => "Send the answer",
        Status::AnswerReturned => "Send it again",
        Status::Answered | Status::Withdrawn | Status::SubjectDied => "Close",
        Status::Closed => "",
    }
}
