//! Correcting how a person in a case is named or reached. The earlier words stay in the history.

use casebook_cases::{Command, Written};
use casebook_ipc::{CaseView, PartyChange, Reply, Topic};

use crate::errors::Done;
use crate::open::Open;
use crate::problems::Problems;
use crate::record::{Record, Text};
use crate::text::one_line;

impl Open {
    pub(crate) fn change_party(&self, request: &PartyChange) -> Done<CaseView> {
        const KIND: &str = "party.changed";
        let mut problems = Problems::default();
        let name = problems.wanted("name", request.name.reveal(), "Enter the name.");
        problems.none()?;
        let salutation = one_line(request.salutation.reveal());
        let salutation = if salutation.is_empty() { format!("Dear {name}") } else { salutation };
        let address: Vec<String> = request
            .address
            .iter()
            .map(|line| one_line(line.reveal()))
            .filter(|line| !line.is_empty())
            .collect();
        let texts = [
            Text::written(KIND, "name", &name),
            Text::written(KIND, "salutation", &salutation),
            Text::written(KIND, "address", &address.join("\n")),
            Text::written(KIND, "email", &one_line(request.email.reveal())),
            Text::written(KIND, "phone", &one_line(request.phone.reveal())),
        ];
        let command = Command::ChangeParty {
            on: self.ports.time.today(),
            party: request.party,
            name: Written::of(&name),
        };
        let record = Record {
            command_id: request.command_id,
            case: request.case,
            version: Some(request.version),
            command,
            texts: texts.into_iter().flatten().collect(),
            forget_drafts: Vec::new(),
        };
        let mut inner = self.inner();
        inner.record(&self.ports, record)?;
        let view = inner.case_view(&self.ports, request.case)?;
        Ok(Reply::changed(view, vec![Topic::Case { case: request.case }, Topic::Cases]))
    }
}
