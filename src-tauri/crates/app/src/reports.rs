//! Numbers about the requests of a period, and the log of requests as a table (REP-1). Late is what was answered after
//! the statutory last day, pauses counted literally (REP-2).

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use casebook_cases::codes::Role;
use casebook_export::table::Table;
use casebook_ipc::{
    IpcError, Reply, ReportLine, ReportQuery, ReportTable, ReportView, SarLogSave, SarLogSaved,
};
use casebook_law::clock::Settings;
use casebook_law::{civil, words};
use casebook_store::{AnswerTiming, SarLogRow};
use chrono::NaiveDate;

use crate::errors::{AppError, Done};
use crate::open::Open;

/// How often progress is shown, in rows.
const EVERY: u32 = 500;

const MEASURED: &str = "Late is an answer sent after the statutory last day, with an extension if there was one and \
     pauses counted as they were. A case without such a day is counted apart, never as in time.";

impl Open {
    pub(crate) fn read_report(&self, request: &ReportQuery) -> Done<ReportView> {
        in_order(request.from, request.to)?;
        let mut report = Report::new(self.ports.time.today());
        self.inner().store.sar_log(request.from, request.to, |row| {
            report.count(&row);
            true
        })?;
        Ok(Reply::read(report.view(request)))
    }

    pub(crate) fn save_sar_log(&self, request: &SarLogSave) -> Done<SarLogSaved> {
        in_order(request.from, request.to)?;
        let file_name = format!("sar-log-{}-to-{}.csv", request.from, request.to);
        let title = "Save the log of requests";
        let path = self.ask_where_to_save(title, &file_name)?;
        let today = self.ports.time.today();
        let job = self.ports.jobs.begin(request.job.as_deref());
        let mut rows = 0;
        let mut is_cancelled = false;
        let bytes = {
            let inner = self.inner();
            let settings = inner.clock_settings()?;
            let of = inner.store.sar_log_len(request.from, request.to)?;
            let mut table = Table::of(&columns(request.with_names)).map_err(unwritten)?;
            let mut problem = None;
            inner.store.sar_log(request.from, request.to, |row| {
                rows += 1;
                is_cancelled =
                    rows % EVERY == 0 && job.report(rows, of, "Writing the log") == ControlFlow::Break(());
                problem = table.row(&cells(&row, request.with_names, today, &settings)).err();
                !is_cancelled && problem.is_none()
            })?;
            if let Some(cause) = problem {
                return Err(unwritten(cause));
            }
            table.finish().map_err(unwritten)?
        };
        if is_cancelled {
            return Err(IpcError::Cancelled.into());
        }
        casebook_vault::atomic::write(&path, &bytes).map_err(AppError::File)?;
        Ok(Reply::read(SarLogSaved {
            file_name,
            rows,
            note: format!(
                "Dates are written as 2026-11-22, year first, so that every spreadsheet reads them alike. {MEASURED}"
            ),
        }))
    }
}

fn unwritten(cause: casebook_export::Cause) -> AppError {
    casebook_export::Error { cause, left_behind: None }.into()
}

fn in_order(from: NaiveDate, to: NaiveDate) -> Result<(), IpcError> {
    if from <= to {
        return Ok(());
    }
    Err(IpcError::field("to", "The last day lies before the first. Choose a later day."))
}

/// The headers people keep such a log under.
const COLUMNS: [&str; 24] = [
    "Reference",
    "Date received",
    "Date logged",
    "Channel",
    "Requester type",
    "Who the person is to us",
    "Right(s)",
    "Status",
    "Acknowledged",
    "ID requested",
    "ID verified",
    "Clarification requested",
    "Clarification received",
    "Extended",
    "Reason for extension",
    "Statutory due date",
    "Date answered",
    "Days taken",
    "In time?",
    "Days late",
    "Outcome",
    "Exemptions",
    "Pages",
    "Closed",
];

fn columns(with_names: bool) -> Vec<&'static str> {
    let mut columns = COLUMNS.to_vec();
    if with_names {
        columns.insert(1, "Name");
    }
    columns
}

fn cells(row: &SarLogRow, with_names: bool, today: NaiveDate, settings: &Settings) -> Vec<String> {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    let mut cells = vec![
        row.reference.clone(),
        row.received_on.to_string(),
        row.logged_on.to_string(),
        capital(row.channel.words()),
        requester(row.requester).to_owned(),
        row.person_kind.map(|kind| capital(kind.words())).unwrap_or_default(),
        row.rights.iter().map(|right| right.name()).collect::<Vec<_>>().join(", "),
        row.status.words().to_owned(),
        day(row.acknowledged_on),
        day(row.identity_asked_on),
        day(row.identity_shown_on),
        day(row.clarification_asked_on),
        day(row.clarification_received_on),
        day(row.extended_on),
        row.extended_because.map(|because| capital(because.words())).unwrap_or_default(),
        day(row.due_on),
        day(row.answered_on),
        number(row.answered_on.map(|on| civil::days_between(row.received_on, on))),
        in_time(row, today, settings).to_owned(),
        number(days_late(row)),
        row.outcome.map(|outcome| outcome.words().to_owned()).unwrap_or_default(),
        row.exemptions.iter().map(|exemption| exemption.label()).collect::<Vec<_>>().join(", "),
        row.pages.map(|pages| pages.to_string()).unwrap_or_default(),
        day(row.closed_on),
    ];
    if with_names {
        cells.insert(1, row.who.reveal().clone());
    }
    cells
}

const fn requester(role: Role) -> &'static str {
    match role {
        Role::Subject | Role::Requester => "The person",
        Role::Representative => "Representative",
        Role::ParentOrGuardian => "Parent or guardian",
        Role::Authority => "Authority",
        Role::Recipient | Role::Processor => "Other",
    }
}

/// Whether the case is over without an answer: nothing is late then.
fn is_over(row: &SarLogRow) -> bool {
    use casebook_cases::subject_request::Status;
    match row.status {
        Status::Closed | Status::Withdrawn | Status::SubjectDied => true,
        Status::WaitingForIdentity
        | Status::WaitingForAuthority
        | Status::WaitingForClarification
        | Status::WaitingForFee
        | Status::ToSearch
        | Status::Searching
        | Status::ToDecide
        | Status::ToAnswer
        | Status::AnswerToSend
        | Status::AnswerReturned
        | Status::Answered => false,
    }
}

fn is_overdue(row: &SarLogRow, today: NaiveDate) -> bool {
    row.answered_on.is_none() && !is_over(row) && row.due_on.is_some_and(|due| due < today)
}

fn in_time(row: &SarLogRow, today: NaiveDate, settings: &Settings) -> &'static str {
    match row.timeliness.map(|kept| kept.timing(settings)) {
        Some(AnswerTiming::InTime) => "Yes",
        Some(AnswerTiming::PostedLate) => "Yes, posted after the safe day",
        Some(AnswerTiming::Late) => "No",
        None if is_overdue(row, today) => "Overdue",
        None if row.due_on.is_none() || is_over(row) => "No date",
        None => "Open",
    }
}

fn days_late(row: &SarLogRow) -> Option<i64> {
    row.timeliness
        .is_some_and(|kept| kept.is_late)
        .then(|| row.due_on.zip(row.answered_on).map(|(due, on)| civil::days_between(due, on)))
        .flatten()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Numbers while they are counted.
struct Report {
    today: NaiveDate,
    all: ReportLine,
    closed: u32,
    extended: u32,
    identity_asked: u32,
    clarification_asked: u32,
    answers: i64,
    days: i64,
    longest_late: i64,
    /// One for each of [`TABLES`].
    tables: [BTreeMap<String, ReportLine>; 5],
}

const TABLES: [&str; 5] = ["Right", "Channel", "Requester", "Outcome", "Exemption"];

impl Report {
    fn new(today: NaiveDate) -> Self {
        Self {
            today,
            all: empty("All requests"),
            closed: 0,
            extended: 0,
            identity_asked: 0,
            clarification_asked: 0,
            answers: 0,
            days: 0,
            longest_late: 0,
            tables: Default::default(),
        }
    }

    fn count(&mut self, row: &SarLogRow) {
        add(&mut self.all, row, self.today);
        self.closed += u32::from(row.closed_on.is_some());
        self.extended += u32::from(row.extended_on.is_some());
        self.identity_asked += u32::from(row.identity_asked_on.is_some());
        self.clarification_asked += u32::from(row.clarification_asked_on.is_some());
        if let Some(on) = row.answered_on {
            self.answers += 1;
            self.days += civil::days_between(row.received_on, on);
        }
        self.longest_late = self.longest_late.max(days_late(row).unwrap_or_default());
        let [rights, channels, requesters, outcomes, exemptions] = &mut self.tables;
        let line = |table: &mut BTreeMap<String, ReportLine>, what: &str| {
            let line = table.entry(what.to_owned()).or_insert_with(|| empty(what));
            add(line, row, self.today);
        };
        row.rights.iter().for_each(|right| line(rights, right.name()));
        line(channels, &capital(row.channel.words()));
        line(requesters, requester(row.requester));
        line(outcomes, row.outcome.map_or("None yet", |outcome| outcome.words()));
        row.exemptions.iter().for_each(|exemption| line(exemptions, exemption.label()));
    }

    fn view(self, request: &ReportQuery) -> ReportView {
        let dated = self.all.in_time + self.all.late;
        let tables = TABLES.iter().zip(self.tables).map(|(title, lines)| {
            let mut lines: Vec<ReportLine> = lines.into_values().collect();
            lines.sort_by_key(|line| std::cmp::Reverse(line.received));
            ReportTable { title: (*title).to_owned(), lines }
        });
        ReportView {
            period: format!("Received {} to {}", words::date(request.from), words::date(request.to)),
            in_time_percent: (self.all.in_time * 100).checked_div(dated),
            average_days: self.days.checked_div(self.answers).and_then(|days| u32::try_from(days).ok()),
            longest_late_days: u32::try_from(self.longest_late).unwrap_or_default(),
            all: self.all,
            closed: self.closed,
            extended: self.extended,
            identity_asked: self.identity_asked,
            clarification_asked: self.clarification_asked,
            tables: tables.filter(|table| !table.lines.is_empty()).collect(),
            measured: MEASURED.to_owned(),
        }
    }
}

fn empty(what: &str) -> ReportLine {
    ReportLine { what: what.to_owned(), received: 0, open: 0, in_time: 0, late: 0, overdue: 0, no_date: 0 }
}

fn add(line: &mut ReportLine, row: &SarLogRow, today: NaiveDate) {
    line.received += 1;
    line.open += u32::from(row.closed_on.is_none());
    match row.timeliness {
        Some(kept) if kept.is_late => line.late += 1,
        Some(_) => line.in_time += 1,
        None if is_overdue(row, today) => line.overdue += 1,
        None if row.due_on.is_none() || is_over(row) => line.no_date += 1,
        None => {}
    }
}
