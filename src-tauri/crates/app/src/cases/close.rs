//! The end of a case, and its going on.

use casebook_cases::{CaseId, Command, CommandId, Written};
use casebook_ipc::{CaseClose, CaseRead, CaseReopen, CaseView, Reply, Topic};

use crate::errors::Done;
use crate::open::Open;
use crate::record::{Record, Text};

impl Open {
    pub(crate) fn read_case(&self, request: &CaseRead) -> Done<CaseView> {
        Ok(Reply::read(self.inner().case_view(&self.ports, request.case)?))
    }

    pub(crate) fn close_case(&self, request: &CaseClose) -> Done<CaseView> {
        let reason = request.reason.reveal();
        let command = Command::Close {
            on: self.ports.time.today(),
            resolution: super::resolution(request.resolution),
            reason: Written::of(reason),
        };
        let text = Text::written("case.closed", "reason", reason);
        self.record_and_show(request.command_id, request.case, request.version, command, text)
    }

    pub(crate) fn reopen_case(&self, request: &CaseReopen) -> Done<CaseView> {
        let reason = request.reason.reveal();
        let command = Command::Reopen { on: self.ports.time.today(), reason: Written::of(reason) };
        let text = Text::written("case.reopened", "reason", reason);
        self.record_and_show(request.command_id, request.case, request.version, command, text)
    }

    /// Records a command with its texts and shows the case as it then is.
    pub(crate) fn record_and_show(
        &self,
        command_id: CommandId,
        case: CaseId,
        version: u64,
        command: Command,
        texts: impl IntoIterator<Item = Text>,
    ) -> Done<CaseView> {
        let record = Record {
            command_id,
            case,
            version: Some(version),
            command,
            texts: texts.into_iter().collect(),
            forget_drafts: Vec::new(),
        };
        let mut inner = self.inner();
        let advisories = inner.record(&self.ports, record)?;
        let view = inner.case_view_after(&self.ports, case, advisories)?;
        Ok(Reply::changed(view, vec![Topic::Case { case }, Topic::Cases, Topic::Letters, Topic::Gate]))
    }
}
