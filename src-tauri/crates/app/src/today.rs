//! Today: what wants doing, the most urgent first, and how well answers kept their dates. Everything is read from the
//! store's tables as of today; nothing is changed because a day has passed.

use casebook_cases::subject_request::Status;
use casebook_ipc::{
    MonthAnswered, Nothing, Reply, TodayAction, TodayKey, TodayRow, TodaySection, TodayView, Urgency, WeekDue,
};
use casebook_law::{civil, words};
use casebook_personal::Personal;
use casebook_store::{Answers, CaseRow, Counts, Filter, LetterRow, LetterState, ListQuery};
use chrono::{Datelike as _, NaiveDate};

use crate::errors::{AppError, Done};
use crate::holidays::warnings;
use crate::open::{Inner, Open};
use crate::tasks::task_words;
use crate::tray::{PostTime, post_by, post_by_words};
use crate::views::clock::{day_urgency, days_words};
use crate::views::history::rights_words;
use crate::views::letter::{kind_code, title};
use crate::views::list::{next_words, row_urgency};

/// So many rows are shown of each section.
const MOST: u32 = 8;

/// A task within so many days is one of today's.
const TASK_DAYS: u32 = 7;

/// After so many days without a word, somebody is asked again.
const CHASE_AFTER: i64 = 7;

/// Weeks that the chart of last days looks ahead, this one included.
const WEEKS: u32 = 8;

/// Months that the chart of answers looks back, this one included.
const MONTHS: u32 = 12;

impl Open {
    pub(crate) fn today(&self, _: &Nothing) -> Done<TodayView> {
        let today = self.ports.time.today();
        let inner = self.inner();
        let counts = inner.store.counts(today)?;
        let answered = inner.answered(today)?;
        Ok(Reply::read(TodayView {
            today,
            today_words: words::long_date(today),
            sections: vec![
                inner.due(TodayKey::Overdue, Filter::Overdue, counts.overdue, today)?,
                inner.due(TodayKey::DueSoon, Filter::DueSoon, counts.due_soon, today)?,
                inner.came_back(today)?,
                inner.waiting(&counts, today)?,
                inner.letters_section(TodayKey::ToPrint, LetterState::Final, today)?,
                inner.letters_section(TodayKey::ToPost, LetterState::Printed, today)?,
                inner.tasks_soon(today)?,
            ],
            open: counts.open,
            all: counts.open.saturating_add(counts.closed),
            due: inner.due_by_week(today)?,
            answered_words: answered_words(&answered),
            holidays: warnings(&inner.holidays, inner.settings()?.nation, today),
            answered,
            time_warning: inner.time_warning(&self.ports)?,
        }))
    }
}

impl Inner {
    fn due(
        &self,
        key: TodayKey,
        filter: Filter,
        count: u32,
        today: NaiveDate,
    ) -> Result<TodaySection, AppError> {
        let query = ListQuery { filter, ..ListQuery::open(today) };
        let rows = self.store.first_rows(&query, MOST)?;
        Ok(section(key, count, rows.into_iter().map(|row| case_row(row, today)).collect()))
    }

    fn came_back(&self, today: NaiveDate) -> Result<TodaySection, AppError> {
        let query = ListQuery { status: Some(Status::AnswerReturned), ..ListQuery::open(today) };
        let opened = self.store.list_open(&query)?;
        self.store.list_close(opened.list);
        let rows = self.store.first_rows(&query, MOST)?;
        let rows = rows.into_iter().map(|row| case_row(row, today)).collect();
        Ok(section(TodayKey::Returned, opened.count, rows))
    }

    /// Cases that wait for the person, and searches whose day is over.
    fn waiting(&self, counts: &Counts, today: NaiveDate) -> Result<TodaySection, AppError> {
        let cases = self.store.longest_waiting(MOST)?;
        let searches = self.store.late_searches(today, MOST)?;
        let count = counts.waiting.saturating_add(self.store.count_late_searches(today)?);
        let mut rows: Vec<TodayRow> =
            cases.into_iter().filter_map(|row| Some(waiting_row(row.waits_since?, row, today))).collect();
        rows.extend(searches.into_iter().map(|search| {
            let what = if search.place.is_blank() {
                "A search is late".to_owned()
            } else {
                format!("Search of {}", search.place.reveal())
            };
            TodayRow {
                case: search.case,
                reference: search.reference,
                who: search.who,
                what: Personal::new(what),
                on: Some(search.asked_on),
                when: format!("since {}", words::short_date(search.asked_on)),
                when_aside: days_words(search.due, today),
                urgency: Urgency::Overdue,
                next: if search.chases < 2 { "Chase" } else { "Escalate" }.to_owned(),
                action: TodayAction::OpenCase,
                letter: None,
                task: None,
            }
        }));
        rows.sort_by_key(|row| row.on);
        rows.truncate(usize::try_from(MOST).unwrap_or(usize::MAX));
        Ok(section(TodayKey::Waiting, count, rows))
    }

    fn letters_section(
        &self,
        key: TodayKey,
        state: LetterState,
        today: NaiveDate,
    ) -> Result<TodaySection, AppError> {
        let counts = self.store.count_letters()?;
        let count = counts.into_iter().find(|(known, _)| *known == state).map_or(0, |(_, count)| count);
        let rows = self.store.letters_in(&[state], MOST)?;
        let post = self.post_time()?;
        Ok(section(key, count, rows.into_iter().map(|row| letter_row(row, &post, today)).collect()))
    }

    fn tasks_soon(&self, today: NaiveDate) -> Result<TodaySection, AppError> {
        let until = civil::plus_days(today, TASK_DAYS).unwrap_or(today);
        let count = self.store.count_tasks(until)?;
        let tasks = self.store.open_tasks(MOST)?;
        let rows = tasks.into_iter().filter(|task| task.due <= until).map(|task| TodayRow {
            what: task_words(&task),
            case: task.case,
            reference: task.reference,
            who: task.who,
            on: Some(task.due),
            when: words::short_date(task.due),
            when_aside: days_words(task.due, today),
            urgency: day_urgency(Some(task.due), today),
            next: String::new(),
            action: TodayAction::OpenTask,
            letter: None,
            task: Some(task.task),
        });
        Ok(section(TodayKey::Tasks, count, rows.collect()))
    }

    /// Open requests by the week of their last day; what is overdue first.
    fn due_by_week(&self, today: NaiveDate) -> Result<Vec<WeekDue>, AppError> {
        let days = self.store.open_by_last_day()?;
        let count =
            |from: NaiveDate, before: NaiveDate| -> u32 { days.range(from..before).map(|(_, n)| n).sum() };
        let monday = today.week(chrono::Weekday::Mon).first_day();
        let mut weeks = vec![WeekDue {
            from: civil::minus_days(monday, 7).unwrap_or(monday),
            words: "Overdue".to_owned(),
            count: count(NaiveDate::MIN, today),
        }];
        for week in 0..WEEKS {
            let Some(from) = civil::plus_days(monday, week * 7) else { break };
            let Some(before) = civil::plus_days(from, 7) else { break };
            weeks.push(WeekDue {
                from,
                words: match week {
                    0 => "This week".to_owned(),
                    1 => "Next week".to_owned(),
                    _ => format!("From {}", from.format("%-d %b")),
                },
                count: count(from.max(today), before),
            });
        }
        Ok(weeks)
    }

    /// Answers of the last twelve months, this one last.
    fn answered(&self, today: NaiveDate) -> Result<Vec<MonthAnswered>, AppError> {
        let this = today.with_day(1).unwrap_or(today);
        let months: Vec<NaiveDate> =
            (0..MONTHS).rev().filter_map(|back| this.checked_sub_months(chrono::Months::new(back))).collect();
        let first = months.first().copied().unwrap_or(this);
        let answers = self.store.answers_by_month(first, &self.clock_settings()?)?;
        Ok(months
            .into_iter()
            .map(|month| {
                let Answers { in_time, posted_late, late } =
                    answers.get(&(month.year(), month.month())).copied().unwrap_or_default();
                MonthAnswered {
                    month: month.format("%Y-%m").to_string(),
                    words: month.format("%b %Y").to_string(),
                    in_time,
                    posted_late,
                    late,
                }
            })
            .collect())
    }
}

fn section(key: TodayKey, count: u32, rows: Vec<TodayRow>) -> TodaySection {
    let shown = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    TodaySection { key, count, rows, more: count.saturating_sub(shown) }
}

fn case_row(row: CaseRow, today: NaiveDate) -> TodayRow {
    TodayRow {
        urgency: row_urgency(&row, today),
        what: Personal::new(rights_words(&row.rights)),
        on: row.last_day,
        when: row.last_day.map_or_else(String::new, words::short_date),
        when_aside: row.last_day.map_or_else(|| "Still owed".to_owned(), |day| days_words(day, today)),
        next: next_words(row.status).to_owned(),
        action: TodayAction::OpenCase,
        case: row.case,
        reference: row.reference,
        who: row.who,
        letter: None,
        task: None,
    }
}

fn waiting_row(since: NaiveDate, row: CaseRow, today: NaiveDate) -> TodayRow {
    let days = civil::days_between(since, today);
    let next = if days >= CHASE_AFTER { "Chase" } else { "" };
    TodayRow {
        what: Personal::new(row.status.words().to_owned()),
        on: Some(since),
        when: format!("since {}", words::short_date(since)),
        when_aside: words::counted(days, "day", "days"),
        urgency: Urgency::Waiting,
        next: next.to_owned(),
        ..case_row(row, today)
    }
}

fn letter_row(row: LetterRow, post: &PostTime, today: NaiveDate) -> TodayRow {
    let by = post_by(&row, post);
    TodayRow {
        what: Personal::new(title(kind_code(row.kind)).to_owned()),
        on: by,
        when: post_by_words(&row, post, today),
        when_aside: by
            .map_or_else(|| format!("since {}", words::short_date(row.state_on)), |_| String::new()),
        urgency: day_urgency(by, today),
        next: match (row.state, row.goes_electronically) {
            (LetterState::Final, true) => "Send it",
            (LetterState::Final, false) => "Print it",
            _ => "Post it",
        }
        .to_owned(),
        action: if row.state == LetterState::Final { TodayAction::OpenLetter } else { TodayAction::OpenTray },
        case: row.case,
        reference: row.reference,
        who: if row.addressee.is_blank() { row.who } else { row.addressee },
        letter: Some(row.letter),
        task: None,
    }
}

/// "In the last twelve months 41 of 43 requests were answered in time."
fn answered_words(months: &[MonthAnswered]) -> String {
    let sum = |of: fn(&MonthAnswered) -> u32| -> u32 { months.iter().map(of).sum() };
    let (in_time, posted_late, late) =
        (sum(|month| month.in_time), sum(|month| month.posted_late), sum(|month| month.late));
    match in_time + posted_late + late {
        0 => "No request was answered in the last twelve months.".to_owned(),
        1 if in_time == 1 => "One request was answered in the last twelve months, in time.".to_owned(),
        all => {
            let mut sentence =
                format!("In the last twelve months {in_time} of {all} requests were answered in time");
            if posted_late > 0 {
                sentence.push_str(&format!(", and {posted_late} in time but posted late"));
            }
            sentence.push('.');
            sentence
        }
    }
}
