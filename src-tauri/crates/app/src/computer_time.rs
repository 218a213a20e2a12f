//! A computer whose time was set back. No date fixed by law may be wrong without a word: the DPO is told on Today and in
//! the answer to whatever is recorded meanwhile.

use casebook_cases::Advisory;
use casebook_law::{RuleId, words};
use chrono_tz::Europe::London;

use crate::errors::AppError;
use crate::open::Inner;
use crate::ports::Ports;

impl Inner {
    /// A warning if the computer says a day before that of an entry made lately. Within one day no last day is wrong.
    pub(crate) fn time_warning(&self, ports: &Ports) -> Result<Option<String>, AppError> {
        let today = ports.time.today();
        let latest = self.store.latest_at()?.map(|at| at.with_timezone(&London).date_naive());
        Ok(latest.filter(|latest| today < *latest).map(|latest| {
            format!(
                "The computer’s clock says {}, but an entry was made on {}. Check the clock: last days and days left are \
                 counted by it. Nothing is lost, and entries keep their order.",
                words::long_date(today),
                words::long_date(latest)
            )
        }))
    }

    /// The same, as what is said of something recorded.
    pub(crate) fn time_advice(&self, ports: &Ports) -> Result<Option<Advisory>, AppError> {
        let warning = self.time_warning(ports)?;
        Ok(warning.map(|sentence| Advisory { rule: RuleId::TIME_16, sentence }))
    }
}
