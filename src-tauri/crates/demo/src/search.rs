//! Searches, tasks and extensions of the story.

#![expect(clippy::indexing_slicing, reason = "a JSON value answers null for a name it does not have")]

use casebook_law::civil;
use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::story::{Teller, Thread};

/// The places that are asked in every case, and by whom they are looked after.
const PLACES: [(&str, &str); 2] = [("Customer records", "Customer service"), ("Mailboxes", "IT")];

impl Teller {
    /// Asks every place.
    pub(crate) fn searches_asked(&self, on: NaiveDate, thread: &mut Thread) -> Result<(), String> {
        let places = PLACES.map(|(place, who)| json!({ "system": null, "place": place, "who": who }));
        let request = self.about(
            thread,
            &json!({
                "on": on, "due": in_days(on, 5), "places": places, "terms": "name, e-mail address", "period": "",
            }),
        );
        thread.case = self.must("searches_ask", request)?;
        Ok(())
    }

    /// One place says what it found; the second never has anything.
    pub(crate) fn search_reported(
        &self,
        on: NaiveDate,
        thread: &mut Thread,
        place: usize,
    ) -> Result<(), String> {
        let search = thread.case["search"]["places"][place]["search"].clone();
        if search == Value::Null {
            return Err("a search that was asked for was not found".to_owned());
        }
        let (result, pages) = if place == 0 { ("found", 14) } else { ("nothing", 0) };
        let request = self.about(
            thread,
            &json!({
                "search": search, "on": on, "result": result, "pages": pages, "by": "", "note": "", "proof": "",
            }),
        );
        thread.case = self.must("search_report", request)?;
        Ok(())
    }

    /// Something to do in a while.
    pub(crate) fn task_set(&self, on: NaiveDate, thread: &mut Thread) -> Result<(), String> {
        let request = self.about(
            thread,
            &json!({ "what": "Ask the accounts team how long invoices are kept.", "due": in_days(on, 10) }),
        );
        thread.case = self.must("task_set", request)?;
        Ok(())
    }

    /// More time is taken.
    pub(crate) fn extended(&self, on: NaiveDate, thread: &mut Thread) -> Result<(), String> {
        let request = self.about(
            thread,
            &json!({
                "what": "extended", "on": on, "text": "Eleven years of support requests.", "channel": "email",
                "ground": "complex",
            }),
        );
        thread.case = self.must("case_record", request)?;
        Ok(())
    }
}

fn in_days(day: NaiveDate, days: u32) -> NaiveDate {
    civil::plus_days(day, days).unwrap_or(day)
}
