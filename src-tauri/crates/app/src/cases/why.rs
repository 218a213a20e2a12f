//! "Why this date": the working of a clock as a page to print.

use casebook_ipc::{FileSaved, IpcError, Reply, WhySheetSave};
use casebook_law::{RULE_SET, Right};
use casebook_letters::{WhyStep, WhyThisDate, render_why_this_date};

use crate::errors::{AppError, Done, bug};
use crate::letters::sha256;
use crate::open::Open;

impl Open {
    pub(crate) fn save_why_sheet(&self, request: &WhySheetSave) -> Done<FileSaved> {
        let why = self.why_this_date(request.case, request.right)?;
        let drawn = render_why_this_date(&why).map_err(|_| bug("why-sheet"))?;
        let name = format!("{}-why-this-date.pdf", why.reference);
        let path = self.ask_where_to_save("Save the working", &name)?;
        casebook_vault::atomic::write(&path, &drawn.pdf).map_err(AppError::File)?;
        Ok(Reply::read(FileSaved { file_name: name, sha256: sha256(&drawn.pdf) }))
    }

    fn why_this_date(&self, case: casebook_cases::CaseId, right: Right) -> Result<WhyThisDate, AppError> {
        let today = self.ports.time.today();
        let file = self.inner().case_file(case)?;
        let calendar = &file.calendar;
        let received_on = file.state.received.as_ref().map(|received| received.on).unwrap_or(today);
        let clocks = file.state.clocks(calendar, file.settings, today);
        let clock = clocks.into_iter().find(|each| each.right == right).and_then(|each| each.clock.ok());
        let clock = clock.ok_or_else(|| {
            AppError::from(IpcError::field("right", "There is no clock for this right that could be shown."))
        })?;
        let mut before = None;
        let steps = clock
            .working
            .iter()
            .map(|step| WhyStep {
                rule: step.rule.to_string(),
                sentence: step.text.clone(),
                before: std::mem::replace(&mut before, step.date),
                after: step.date,
            })
            .collect();
        let until = clock.cautious_final.unwrap_or(today);
        let holidays = calendar
            .holidays()
            .iter()
            .filter(|holiday| (received_on..=until).contains(&holiday.on))
            .map(|holiday| (holiday.on, holiday.title.clone().into_owned()))
            .collect();
        Ok(WhyThisDate {
            reference: file.reference(),
            right: right.name().to_owned(),
            state: clock.state.name().to_owned(),
            received_on,
            steps,
            holidays,
            last_day: clock.cautious_final,
            post_by: clock.post_by_first,
            rule_set: format!("{RULE_SET}, holiday list {}", calendar.version()),
            made_on: today,
        })
    }
}
