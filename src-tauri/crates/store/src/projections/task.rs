//! `task`: what is to be done in a case by a day, by us or, for a search, by whoever was asked.

use casebook_cases::subject_request::{Search, Task};
use chrono::NaiveDate;
use rusqlite::{Connection, named_params};

use super::{CaseFile, Projection};
use crate::{Error, columns, particulars};

pub(super) struct Tasks;

impl Projection for Tasks {
    const NAME: &'static str = "task";
    const VERSION: u32 = 1;
    /// It holds a few words, read again each time, as `case_row` does.
    const READS_PARTICULARS: bool = false;

    fn project(db: &Connection, file: &CaseFile) -> Result<(), Error> {
        db.prepare_cached("DELETE FROM task WHERE case_no = ?1")?.execute([file.no()])?;
        for task in &file.state.tasks {
            insert(db, file, &of_task(db, file, task)?)?;
        }
        for search in &file.state.searches {
            insert(db, file, &of_search(db, search)?)?;
        }
        Ok(())
    }

    fn clear(db: &Connection) -> Result<(), Error> {
        db.execute("DELETE FROM task", [])?;
        Ok(())
    }
}

struct Line<'a> {
    id: &'a [u8],
    sort: &'static str,
    about: String,
    what: String,
    set_on: NaiveDate,
    due: NaiveDate,
    chases: usize,
    ended_on: Option<NaiveDate>,
}

fn of_task<'a>(db: &Connection, file: &CaseFile, task: &'a Task) -> Result<Line<'a>, Error> {
    let set = file.events.iter().find(|event| event.seq == task.set_at);
    Ok(Line {
        id: columns::id(&task.task),
        sort: "task",
        about: columns::code(task.about)?,
        what: particulars::text(db, task.set_at, "what")?,
        set_on: set.map_or(task.due, |event| event.on),
        due: task.due,
        chases: 0,
        ended_on: task.ended_on,
    })
}

fn of_search<'a>(db: &Connection, search: &'a Search) -> Result<Line<'a>, Error> {
    Ok(Line {
        id: columns::id(&search.search),
        sort: "search",
        about: String::new(),
        what: particulars::text(db, search.asked_at, "place")?,
        set_on: search.asked_on,
        due: search.due,
        chases: search.chased_on.len(),
        ended_on: search.report.map(|report| report.on),
    })
}

fn insert(db: &Connection, file: &CaseFile, line: &Line<'_>) -> Result<(), Error> {
    let mut statement = db.prepare_cached(
        "INSERT INTO task (task_id, case_no, case_id, sort, about, what, set_on, due, chases, ended_on) \
         VALUES (:task_id, :case_no, :case_id, :sort, :about, :what, :set_on, :due, :chases, :ended_on)",
    )?;
    statement.execute(named_params! {
        ":task_id": line.id,
        ":case_no": file.no(),
        ":case_id": columns::id(&file.case),
        ":sort": line.sort,
        ":about": line.about,
        ":what": line.what,
        ":set_on": columns::date(line.set_on),
        ":due": columns::date(line.due),
        ":chases": i64::try_from(line.chases).unwrap_or(i64::MAX),
        ":ended_on": line.ended_on.map(columns::date),
    })?;
    Ok(())
}
