//! A computer whose time was set back. No date fixed by law may be wrong without a word: the DPO is told on Today and in
//! the answer to whatever is recorded meanwhile.

use casebook_cases::Advisory;
use casebook_law::{RuleId, words};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::London;

use crate::errors::AppError;
use crate::open::Inner;
use crate::ports::Ports;

impl Inner {
    /// A warning if the computer says a day before that of an entry made lately.
    pub(crate) fn time_warning(&self, ports: &Ports) -> Result<Option<String>, AppError> {
        Ok(warning(ports.time.today(), self.store.latest_at()?))
    }
}

/// The same for something just recorded; `latest_at` is the latest instant among the entries before it.
pub(crate) fn time_advice(today: NaiveDate, latest_at: Option<DateTime<Utc>>) -> Option<Advisory> {
    warning(today, latest_at).map(|sentence| Advisory { rule: RuleId::TIME_16, sentence })
}

/// Within one day no last day is wrong.
fn warning(today: NaiveDate, latest_at: Option<DateTime<Utc>>) -> Option<String> {
    let latest = latest_at?.with_timezone(&London).date_naive();
    (today < latest).then(|| {
        format!(
            "The computer’s clock says {}, but an entry was made on {}. Check the clock: last days and days left are \
             counted by it. Nothing is lost, and entries keep their order.",
            words::long_date(today),
            words::long_date(latest)
        )
    })
}
