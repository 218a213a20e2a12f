//! Lists of cases: which ones, in which order, and one line of each.

use casebook_ipc::{
    CaseFilter, CaseList, CaseRow, CaseRows, CaseSort, CasesQuery, CasesWindow, Reply, Urgency,
};
use casebook_law::words;
use chrono::NaiveDate;

use crate::errors::Done;
use crate::open::Open;
use crate::views::clock::{day_urgency, days_words};

/// The longest window of rows that is answered at once.
const LONGEST_WINDOW: u32 = 200;

impl Open {
    pub(crate) fn open_cases(&self, request: &CasesQuery) -> Done<CaseList> {
        let query = casebook_store::ListQuery {
            filter: match request.filter {
                CaseFilter::Open => casebook_store::Filter::Open,
                CaseFilter::Overdue => casebook_store::Filter::Overdue,
                CaseFilter::DueSoon => casebook_store::Filter::DueSoon,
                CaseFilter::Waiting => casebook_store::Filter::Waiting,
                CaseFilter::Closed => casebook_store::Filter::Closed,
                CaseFilter::All => casebook_store::Filter::All,
            },
            sort: match request.sort {
                CaseSort::MostUrgent => casebook_store::Sort::MostUrgent,
                CaseSort::Newest => casebook_store::Sort::Newest,
                CaseSort::Reference => casebook_store::Sort::Reference,
                CaseSort::Name => casebook_store::Sort::Name,
            },
            text: request.text.clone(),
            today: self.ports.time.today(),
            secret: casebook_store::SecretCases::LeftOut,
        };
        let opened = self.inner().store.list_open(&query)?;
        Ok(Reply::read(CaseList { list: opened.list.0, count: opened.count, all: opened.all }))
    }

    pub(crate) fn rows_of_cases(&self, request: &CasesWindow) -> Done<CaseRows> {
        let today = self.ports.time.today();
        let len = request.len.min(LONGEST_WINDOW);
        let list = casebook_store::ListId(request.list);
        let rows = self.inner().store.list_rows(list, request.from, len)?;
        let rows = rows.into_iter().map(|row| shown(row, today)).collect();
        Ok(Reply::read(CaseRows { from: request.from, rows }))
    }
}

fn shown(row: casebook_store::CaseRow, today: NaiveDate) -> CaseRow {
    let is_over = row.closed_on.is_some() || row.answered_on.is_some();
    let urgency = match () {
        () if is_over => Urgency::Done,
        () if row.status.is_waiting() && row.last_day.is_none() => Urgency::Waiting,
        () => day_urgency(row.last_day, today),
    };
    let last_day = row.last_day.filter(|_| !is_over);
    CaseRow {
        case: row.case,
        reference: row.reference,
        who: row.who,
        what: crate::views::history::rights_words(&row.rights),
        status_words: row.status.words().to_owned(),
        urgency,
        received_on: row.received_on,
        received_words: row.received_on.format("%-d %b %Y").to_string(),
        last_day,
        last_day_words: last_day.map_or_else(String::new, words::short_date),
        left_words: last_day.map_or_else(String::new, |day| days_words(day, today)),
        next: next_words(row.status).to_owned(),
    }
}

/// What to do next, in a few words, from the status alone.
const fn next_words(status: casebook_cases::subject_request::Status) -> &'static str {
    use casebook_cases::subject_request::Status;
    match status {
        Status::WaitingForIdentity => "Identity awaited",
        Status::WaitingForClarification => "Reply awaited",
        Status::WaitingForFee => "Fee awaited",
        Status::InHand => "Write the answer",
        Status::AnswerToSend => "Send the answer",
        Status::Answered | Status::Withdrawn => "Close",
        Status::Closed => "",
    }
}
