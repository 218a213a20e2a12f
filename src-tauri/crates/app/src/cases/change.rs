//! Correcting how a person in a case is named or reached. The earlier words stay in the history.

use casebook_cases::{Command, Written};
use casebook_ipc::{CaseView, PartyChange};

use super::party::Typed;
use crate::errors::Done;
use crate::open::Open;
use crate::problems::Problems;

impl Open {
    pub(crate) fn change_party(&self, request: &PartyChange) -> Done<CaseView> {
        let mut problems = Problems::default();
        let name = problems.wanted("name", request.name.reveal(), "Enter the name.");
        problems.none()?;
        let PartyChange { salutation, address, email, phone, .. } = request;
        let texts = Typed { salutation, address, email, phone }.texts("party.changed", &name);
        let command = Command::ChangeParty {
            on: self.ports.time.today(),
            party: request.party,
            name: Written::of(&name),
        };
        self.record_and_show(request.command_id, request.case, request.version, command, texts)
    }
}
