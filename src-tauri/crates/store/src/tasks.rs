//! What is to be done by a day: tasks, and searches that somebody was asked to make.

use casebook_cases::codes::TaskKind;
use casebook_cases::{CaseId, TaskId};
use casebook_personal::Personal;
use chrono::NaiveDate;
use rusqlite::{Connection, Params, Row};

use crate::visible::SecretCases;
use crate::{Error, Store, columns};

/// Something to do by a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskRow {
    /// The task.
    pub task: TaskId,
    /// Its case.
    pub case: CaseId,
    /// The reference of its case.
    pub reference: String,
    /// The person the case is about; empty if nobody is named.
    pub who: Personal<String>,
    /// What it is about.
    pub about: TaskKind,
    /// What is to be done, in the DPO's words; may be empty.
    pub what: Personal<String>,
    /// When it was set.
    pub set_on: NaiveDate,
    /// By when.
    pub due: NaiveDate,
    /// When it was done or given up.
    pub ended_on: Option<NaiveDate>,
}

/// A search that has not been reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwaitedSearch {
    /// Its case.
    pub case: CaseId,
    /// The reference of its case.
    pub reference: String,
    /// The person the case is about.
    pub who: Personal<String>,
    /// The place to be searched; empty if its name was erased.
    pub place: Personal<String>,
    /// When it was asked for.
    pub asked_on: NaiveDate,
    /// By when.
    pub due: NaiveDate,
    /// How often it was asked for again.
    pub chases: u32,
}

impl Store {
    /// Tasks still to be done, the most urgent first, at most `most` of them. Those of secret cases are left out.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn open_tasks(&self, most: u32) -> Result<Vec<TaskRow>, Error> {
        let condition = format!(
            "ended_on IS NULL AND {} ORDER BY due, set_on, task_id LIMIT ?1",
            SecretCases::LeftOut.condition()
        );
        self.read(|db| tasks(db, &condition, [most]))
    }

    /// The tasks of a case, those to be done first, then by day.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn tasks_of(&self, case: CaseId) -> Result<Vec<TaskRow>, Error> {
        let condition = "task.case_id = ?1 ORDER BY ended_on IS NOT NULL, due, set_on, task_id";
        self.read(|db| tasks(db, condition, [columns::id(&case)]))
    }

    /// How many tasks are to be done by a day. Those of secret cases are left out.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn count_tasks(&self, by: NaiveDate) -> Result<u32, Error> {
        self.read(|db| count(db, "task", by))
    }

    /// Searches not reported whose day is over on `today`, the latest first, at most `most` of them. Those of secret
    /// and of closed cases are left out.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn late_searches(&self, today: NaiveDate, most: u32) -> Result<Vec<AwaitedSearch>, Error> {
        self.read(|db| {
            let sql = format!(
                "SELECT task.case_id, reference, who, what, set_on, due, chases FROM task \
                 JOIN case_row ON case_row.no = task.case_no WHERE {} AND due < ?1 ORDER BY due, task_id LIMIT ?2",
                awaited("search")
            );
            let mut statement = db.prepare_cached(&sql)?;
            let rows = statement.query_map((columns::date(today), most), |row| Ok(to_search(row)))?;
            rows.map(|row| row?).collect()
        })
    }

    /// How many such searches there are.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn count_late_searches(&self, today: NaiveDate) -> Result<u32, Error> {
        self.read(|db| today.pred_opt().map_or(Ok(0), |yesterday| count(db, "search", yesterday)))
    }
}

/// Not ended, and in a case that is neither secret nor, for a search, closed.
fn awaited(sort: &str) -> String {
    let open = if sort == "search" { "stage < 2" } else { "TRUE" };
    format!("sort = '{sort}' AND ended_on IS NULL AND {open} AND {}", SecretCases::LeftOut.condition())
}

fn count(db: &Connection, sort: &str, by: NaiveDate) -> Result<u32, Error> {
    let sql = format!(
        "SELECT count(*) FROM task JOIN case_row ON case_row.no = task.case_no WHERE {} AND due <= ?1",
        awaited(sort)
    );
    columns::to_small(db.prepare_cached(&sql)?.query_row([columns::date(by)], |row| row.get(0))?, "count")
}

fn tasks(db: &Connection, condition: &str, parameters: impl Params) -> Result<Vec<TaskRow>, Error> {
    let sql = format!(
        "SELECT task_id, task.case_id, reference, who, about, what, set_on, due, ended_on FROM task \
         JOIN case_row ON case_row.no = task.case_no WHERE sort = 'task' AND {condition}"
    );
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map(parameters, |row| Ok(to_task(row)))?;
    rows.map(|row| row?).collect()
}

fn to_task(row: &Row<'_>) -> Result<TaskRow, Error> {
    let (set_on, due): (String, String) = (row.get(6)?, row.get(7)?);
    let ended_on: Option<String> = row.get(8)?;
    Ok(TaskRow {
        task: columns::to_id(row, 0, "task.task_id")?,
        case: columns::to_id(row, 1, "task.case_id")?,
        reference: row.get(2)?,
        who: Personal::new(row.get(3)?),
        about: columns::to_code(row.get(4)?, "task.about")?,
        what: Personal::new(row.get(5)?),
        set_on: columns::to_date(&set_on, "task.set_on")?,
        due: columns::to_date(&due, "task.due")?,
        ended_on: columns::to_optional_date(ended_on.as_deref(), "task.ended_on")?,
    })
}

fn to_search(row: &Row<'_>) -> Result<AwaitedSearch, Error> {
    let (asked_on, due): (String, String) = (row.get(4)?, row.get(5)?);
    Ok(AwaitedSearch {
        case: columns::to_id(row, 0, "task.case_id")?,
        reference: row.get(1)?,
        who: Personal::new(row.get(2)?),
        place: Personal::new(row.get(3)?),
        asked_on: columns::to_date(&asked_on, "task.set_on")?,
        due: columns::to_date(&due, "task.due")?,
        chases: columns::to_small(row.get(6)?, "task.chases")?,
    })
}
