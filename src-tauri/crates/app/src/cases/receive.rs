//! A request came in: the clock while it is typed, and the record that opens its case.

use casebook_cases::codes::{OurRole, Regime, Role};
use casebook_cases::subject_request::{NewParty, RightClock, late_logging, may_be_received};
use casebook_cases::{CaseId, CaseKind, Command, PartyId, PersonId, Reference, Written};
use casebook_ipc::{AskedBy, CaseView, IntakePreview, IntakePreviewed, Reply, RequestReceive, Topic};
use casebook_law::clock::{Matter, run};
use casebook_law::{Place, Right};
use chrono::Datelike;

use super::party::Typed;
use crate::documents::beginning;
use crate::errors::{AppError, Done, bug};
use crate::open::Open;
use crate::problems::Problems;
use crate::record::{Record, Text, refuse};
use crate::text::{LONGEST_TEXT, hidden_note, one_line};
use crate::views::clock::clock_view;

impl Open {
    pub(crate) fn preview_intake(&self, request: &IntakePreview) -> Done<IntakePreviewed> {
        let today = self.ports.time.today();
        let inner = self.inner();
        let settings = inner.settings()?;
        let nation = settings.nation;
        let calendar = inner.calendar(nation);
        drop(inner);
        let mut previewed = IntakePreviewed { clocks: Vec::new(), problem: None, advisories: Vec::new() };
        previewed.advisories.extend(hidden_note(request.text.reveal()));
        let Some(received_on) = request.received_on else { return Ok(Reply::read(previewed)) };
        if let Err(refusal) = may_be_received(received_on, today) {
            previewed.problem = Some(format!("{} {}", refusal.reason, refusal.remedy));
            return Ok(Reply::read(previewed));
        }
        previewed.advisories.extend(late_logging(received_on, today).map(|advisory| advisory.sentence));
        for right in &request.rights {
            let matter = Matter {
                right: *right,
                place: Place::Uk(nation),
                received_on,
                facts: &[],
                settings: settings.desk.clock(),
            };
            let each = RightClock { right: *right, clock: run(&matter, &calendar, today) };
            previewed.clocks.push(clock_view(&each, &calendar, today));
        }
        Ok(Reply::read(previewed))
    }

    pub(crate) fn receive_request(&self, request: &RequestReceive) -> Done<CaseView> {
        check(request)?;
        let mut inner = self.inner();
        if let Some(case) = inner.store.case_of_command(request.command_id)? {
            return Ok(Reply::read(inner.case_view(&self.ports, case)?));
        }
        let settings = inner.settings()?;
        if !settings.is_complete() {
            return Err(refuse(
                "LAW-6",
                "The organisation and the regulator have not been entered.",
                "Finish the settings first; what was typed here is kept.",
            )
            .into());
        }
        let today = self.ports.time.today();
        let year = u16::try_from(today.year()).map_err(|_| bug("year"))?;
        let number = inner.store.next_number(CaseKind::SubjectRequest, year)?;
        let reference =
            Reference::new(CaseKind::SubjectRequest, year, number).map_err(|_| bug("reference"))?;
        let case = CaseId::new(self.ports.ids.next());
        let name = one_line(request.name.reveal());
        let subject = NewParty {
            party: PartyId::new(self.ports.ids.next()),
            person: request.same_person.unwrap_or_else(|| PersonId::new(self.ports.ids.next())),
            role: Role::Subject,
        };
        let requester = request.asked_by.as_ref().map(|asked_by| {
            let party = NewParty {
                party: PartyId::new(self.ports.ids.next()),
                person: PersonId::new(self.ports.ids.next()),
                role: asked_by.role,
            };
            (party, one_line(asked_by.name.reveal()))
        });
        let (document, mut kept) = inner.keep_if_long(&self.ports, request.text.reveal())?;
        let command = Command::Receive {
            on: request.received_on,
            reference,
            rights: request.rights.clone(),
            regime: Regime::Uk,
            nation: settings.nation,
            channel: super::channel(request.channel),
            our_role: OurRole::Controller,
            subject: Written::of(&name).map(|written| (subject, written)),
            requester: requester.and_then(|(party, name)| Written::of(&name).map(|written| (party, written))),
            person_kind: request.person_kind,
            document,
        };
        let mut texts = texts(request, &name);
        texts.append(&mut kept);
        let record = Record {
            command_id: request.command_id,
            case,
            version: None,
            command,
            texts,
            forget_drafts: vec![crate::drafts::NEW_CASE.to_owned()],
        };
        let advisories = inner.record(&self.ports, record)?;
        let view = inner.case_view_after(&self.ports, case, advisories)?;
        Ok(Reply::changed(view, vec![Topic::Cases, Topic::Gate]))
    }
}

fn check(request: &RequestReceive) -> Result<(), AppError> {
    let mut problems = Problems::default();
    problems.wanted("name", request.name.reveal(), "Enter the name of the person the data is about.");
    if request.text.is_blank() {
        problems.add("text", "Paste what came in. Of a spoken request, write what was said.");
    }
    if request.text.reveal().len() > LONGEST_TEXT {
        problems.add("text", "This is longer than 8 MiB. Keep the file and paste its first pages.");
    }
    if request.rights.is_empty() {
        problems.add("rights", "Choose what the person asks for.");
    }
    if request.rights.contains(&Right::Complaint) {
        problems.add(
            "rights",
            "A complaint is a matter of its own. Record the request here, and the complaint apart.",
        );
    }
    if let Some(asked_by) = &request.asked_by {
        problems.wanted("askedBy", asked_by.name.reveal(), "Enter the name of whoever asks.");
    }
    problems.none()
}

fn texts(request: &RequestReceive, name: &str) -> Vec<Text> {
    const RECEIVED: &str = "request.received";
    const ADDED: &str = "party.added";
    let RequestReceive { salutation, address, email, phone, .. } = request;
    let mut texts = Typed { salutation, address, email, phone }.texts(ADDED, name);
    if let Some(AskedBy { name, salutation, address, email, phone, .. }) = &request.asked_by {
        let typed = Typed { salutation, address, email, phone };
        let asked_by = typed.texts(ADDED, &one_line(name.reveal()));
        texts = texts.into_iter().map(|text| text.of(0)).collect();
        texts.extend(asked_by.into_iter().map(|text| text.of(1)));
    }
    texts.extend(Text::written(RECEIVED, "text", beginning(request.text.reveal())));
    texts.extend(Text::written(RECEIVED, "received_by", &one_line(request.received_by.reveal())));
    texts.extend(Text::written(ADDED, "their_reference", &one_line(request.their_reference.reveal())));
    texts
}
