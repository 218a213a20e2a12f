//! Tasks: what is to be done by a day, in one case or in all of them.

use casebook_ipc::{Reply, TaskRow, TasksRead, TasksView, Urgency};
use casebook_law::words;
use casebook_personal::Personal;
use chrono::NaiveDate;

use crate::errors::Done;
use crate::open::Open;
use crate::views::clock::{day_urgency, days_words};
use crate::views::list::capital;

/// So many tasks are shown.
const MOST: u32 = 500;

impl Open {
    pub(crate) fn tasks(&self, request: &TasksRead) -> Done<TasksView> {
        let today = self.ports.time.today();
        let inner = self.inner();
        let tasks = match request.case {
            Some(case) => inner.store.tasks_of(case)?,
            None => inner.store.open_tasks(MOST)?,
        };
        let count = match request.case {
            Some(_) => 0,
            None => inner.store.count_tasks(NaiveDate::MAX)?,
        };
        let rows: Vec<TaskRow> = tasks.into_iter().map(|task| shown(task, today)).collect();
        let more = count.saturating_sub(u32::try_from(rows.len()).unwrap_or(u32::MAX));
        Ok(Reply::read(TasksView { rows, more }))
    }
}

/// What is to be done: the DPO's words, or what such a task is always about.
pub(crate) fn task_words(task: &casebook_store::TaskRow) -> Personal<String> {
    if task.what.is_blank() { Personal::new(capital(task.about.words())) } else { task.what.clone() }
}

/// A task as it is shown today.
pub(crate) fn shown(task: casebook_store::TaskRow, today: NaiveDate) -> TaskRow {
    TaskRow {
        what: task_words(&task),
        due_words: words::short_date(task.due),
        left_words: match task.ended_on {
            Some(on) => format!("Done {}", words::date(on)),
            None => days_words(task.due, today),
        },
        urgency: if task.ended_on.is_some() { Urgency::Done } else { day_urgency(Some(task.due), today) },
        is_over: task.ended_on.is_some(),
        task: task.task,
        case: task.case,
        reference: task.reference,
        who: task.who,
        due: task.due,
    }
}
