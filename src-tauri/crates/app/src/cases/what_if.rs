//! What if: the clocks that would follow from something that has not happened. Nothing is recorded.

use casebook_cases::subject_request::{RightClock, Supposition, WhatIf, World};
use casebook_ipc::{CaseWhatIf, Reply, WhatIfRow, WhatIfView};
use casebook_law::clock::Clock;
use casebook_law::{civil, words};
use chrono::NaiveDate;

use crate::errors::{Done, refused};
use crate::open::Open;
use crate::views::case::CaseFile;
use crate::views::clock::clock_view;

impl Open {
    pub(crate) fn what_if(&self, request: &CaseWhatIf) -> Done<WhatIfView> {
        let file = self.inner().case_file(request.case)?;
        let today = self.ports.time.today();
        let world = World { today, calendar: &file.calendar, settings: file.settings };
        let supposed: Vec<Supposition> =
            request.supposed.iter().map(|form| Supposition { what: form.what, on: form.on }).collect();
        let rows = file.state.what_if(&supposed, &world).map_err(|refusal| refused(&refusal))?;
        Ok(Reply::read(WhatIfView {
            choices: file.state.supposable(),
            rows: rows.into_iter().map(|row| view(row, &file)).collect(),
        }))
    }
}

fn view(row: WhatIf, file: &CaseFile) -> WhatIfRow {
    let WhatIf { right, now, then, as_of } = row;
    let sentence = match (&now, &then) {
        (Ok(now), Ok(then)) => sentence(now, then, as_of),
        (_, Err(error)) => format!("This cannot be worked out: {error}."),
        (Err(_), Ok(then)) => match then.cautious_final {
            Some(day) => format!("The last day would be {}.", words::long_date(day)),
            None => "There would be no last day.".to_owned(),
        },
    };
    WhatIfRow {
        right,
        sentence,
        clock: clock_view(&RightClock { right, clock: then }, &file.calendar, as_of),
    }
}

/// What would become of the last day on screen.
fn sentence(now: &Clock, then: &Clock, as_of: NaiveDate) -> String {
    match (now.cautious_final, then.cautious_final) {
        (Some(was), Some(is)) => {
            let days = civil::days_between(was, is);
            let how_far = |days| words::counted(days, "day", "days");
            match days {
                0 => format!("The last day would stay {}.", words::long_date(is)),
                1.. => format!(
                    "The last day would move from {} to {}, {} later.",
                    words::long_date(was),
                    words::long_date(is),
                    how_far(days)
                ),
                _ => format!(
                    "The last day would move from {} to {}, {} earlier.",
                    words::long_date(was),
                    words::long_date(is),
                    how_far(days.saturating_neg())
                ),
            }
        }
        (None, Some(is)) => format!("The last day would be {}.", words::long_date(is)),
        (_, None) => waiting(then, as_of),
    }
}

/// Why there would be no last day, and which one there would be if what is awaited came at once.
fn waiting(then: &Clock, as_of: NaiveDate) -> String {
    let Some(awaited) = then.waiting else { return "There would be no last day.".to_owned() };
    let until = format!("There would be no last day until {} comes", awaited.what.name());
    match then.if_it_came_today {
        Some(day) => {
            format!(
                "{until}. If it came on {}, the last day would be {}.",
                words::date(as_of),
                words::long_date(day)
            )
        }
        None => format!("{until}."),
    }
}
