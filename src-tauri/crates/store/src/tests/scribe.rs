//! Writes entries as `app` would: placed at the head, sealed, with ids and salts of their own. Nobody here is real.

use std::path::Path;

use casebook_cases::codes::{Channel, LetterKind, OurRole, PostalClass, Regime, Resolution, Role};
use casebook_cases::{
    CaseId, CaseKind, CasebookId, CommandId, Event, LetterId, PartyId, PersonId, Reference, casebook, common,
    subject_request,
};
use casebook_history::commitment::commit;
use casebook_history::{Envelope, Facts, Hash, Salt};
use casebook_law::{Nation, RULE_SET, Right};
use casebook_vault::DatabaseKey;
use chrono::NaiveDate;
use uuid::Uuid;

use crate::open::Lock;
use crate::{Append, Appended, Error, NewEvent, NewParticular, Store, stored_form};

/// A key made of one byte, so that tests can have a right and a wrong one.
pub(super) fn key(byte: u8) -> DatabaseKey {
    DatabaseKey::draw(&mut |bytes: &mut [u8]| {
        bytes.fill(byte);
        Ok(())
    })
    .unwrap()
}

pub(super) fn casebook_id() -> CasebookId {
    CasebookId::new(Uuid::from_u128(0xCA5E_B00C))
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An event as an envelope takes it: its kind, its facts, and its particulars.
type Entry<'a> = (String, Facts, Vec<(&'a str, &'a str)>);

/// An event with its particulars.
pub(super) type Told<'a> = (Event, Vec<(&'a str, &'a str)>);

/// A casebook being written.
pub(super) struct Scribe {
    pub(super) store: Store,
    ids: u128,
}

impl Scribe {
    pub(super) fn create(folder: &Path) -> Self {
        Self::on(Store::create(folder, &key(1), casebook_id()).unwrap(), 0)
    }

    /// The readable twin of a casebook: the same schema and settings, no encryption.
    pub(super) fn create_readable(folder: &Path) -> Self {
        Self::on(Store::create_locked(folder, &Lock::Open, casebook_id()).unwrap(), 0)
    }

    /// Goes on in an open casebook; `ids` keeps apart what different scribes write.
    pub(super) fn on(store: Store, ids: u128) -> Self {
        Self { store, ids: ids << 64 }
    }

    pub(super) fn id(&mut self) -> Uuid {
        self.ids += 1;
        Uuid::from_u128(self.ids)
    }

    /// Opens a case and returns it.
    pub(super) fn receive(&mut self, name: &str, text: &str) -> CaseId {
        let case = CaseId::new(self.id());
        let events = self.receipt(name, text);
        self.record(case, "2026-10-27", &events).unwrap();
        case
    }

    /// The two events with which a case begins.
    pub(super) fn receipt<'a>(&mut self, name: &'a str, text: &'a str) -> Vec<Told<'a>> {
        let number = self.store.next_number(CaseKind::SubjectRequest, 2026).unwrap();
        vec![received(number, text), party(PartyId::new(self.id()), PersonId::new(self.id()), name)]
    }

    /// Records what happened in a case on a day.
    pub(super) fn record(&mut self, case: CaseId, on: &str, told: &[Told<'_>]) -> Result<Appended, Error> {
        let append = self.append_of(Some(case), on, told);
        self.store.append(&append)
    }

    /// Records an event of the casebook itself.
    pub(super) fn record_casebook(
        &mut self,
        event: &casebook::Event,
        particulars: &[(&str, &str)],
    ) -> Appended {
        let (kind, facts) = stored_form::facts_of(event).unwrap();
        let append = self.placed(None, "2026-10-27", vec![(kind, facts, particulars.to_vec())]);
        self.store.append(&append).unwrap()
    }

    /// What recording this would append, without doing so.
    pub(super) fn append_of(&mut self, case: Option<CaseId>, on: &str, told: &[Told<'_>]) -> Append {
        let entries = told.iter().map(|(event, particulars)| {
            let (kind, facts) = stored_form::facts_of(event).unwrap();
            (kind, facts, particulars.clone())
        });
        self.placed(case, on, entries.collect())
    }

    fn placed(&mut self, case: Option<CaseId>, on: &str, entries: Vec<Entry<'_>>) -> Append {
        let (mut head, mut case_head) = (self.store.head().unwrap(), self.store.case_head(case).unwrap());
        let expected_head = head.seq;
        let mut events = Vec::new();
        for (kind, facts, particulars) in entries {
            let particulars: Vec<_> =
                particulars.iter().map(|(name, text)| self.particular(name, text)).collect();
            let sealed = |each: &NewParticular| (each.name.clone(), commit(&each.salt, &each.value));
            let envelope = Envelope {
                app: "casebook-test/1".to_owned(),
                at: format!("{on}T10:00:00.000Z"),
                case: case.map(|case| case.to_string()).unwrap_or_default(),
                case_seq: case_head.seq + 1,
                case_prev: case_head.hash,
                casebook: casebook_id().to_string(),
                clock: "ok".to_owned(),
                facts,
                kind,
                on: on.to_owned(),
                prev: head.hash,
                refers_to: None,
                sealed: particulars.iter().map(sealed).collect(),
                seq: head.seq + 1,
                v: 1,
                who: "dpo".to_owned(),
            };
            head.seq += 1;
            case_head.seq += 1;
            head.hash = envelope.hash().unwrap();
            case_head.hash = head.hash;
            events.push(NewEvent { envelope, particulars });
        }
        let command = CommandId::new(self.id());
        Append { command, expected_head, case, events, erase: Vec::new(), forget_drafts: Vec::new() }
    }

    fn particular(&mut self, name: &str, text: &str) -> NewParticular {
        let salt = Hash::of(self.id().as_bytes());
        NewParticular {
            name: name.to_owned(),
            value: text.as_bytes().to_vec(),
            salt: Salt::from_bytes(*salt.as_bytes()),
        }
    }
}

pub(super) fn reference(number: u32) -> Reference {
    Reference::new(CaseKind::SubjectRequest, 2026, number).unwrap()
}

pub(super) fn received(number: u32, text: &str) -> Told<'_> {
    let event = subject_request::Event::Received {
        reference: reference(number).to_string(),
        rights: vec![Right::Access, Right::Erasure],
        regime: Regime::Uk,
        nation: Nation::EnglandAndWales,
        rule_set: RULE_SET.to_owned(),
        channel: Channel::Email,
        our_role: OurRole::Controller,
        logged_on: day("2026-10-27"),
        person_kind: None,
    };
    (event.into(), vec![("text", text)])
}

pub(super) fn party(party: PartyId, person: PersonId, name: &str) -> Told<'_> {
    let event = common::Event::PartyAdded { party, person, role: Role::Subject };
    (
        event.into(),
        vec![("name", name), ("email", "zofia@example.org"), ("address", "1 Low Road\nLeeds\nLS1 4AP")],
    )
}

pub(super) fn note(text: &str) -> Told<'_> {
    (common::Event::NoteWritten { sort: None }.into(), vec![("text", text)])
}

pub(super) fn letter_final(letter: LetterId, number: u32) -> Told<'static> {
    let event = common::Event::LetterFinalised {
        letter,
        letter_kind: LetterKind::L07,
        number,
        dated_on: day("2026-11-02"),
        pages: 2,
        enclosed_pages: 0,
        pdf_sha256: Hash::of(b"%PDF").to_hex(),
        template: "L07/1".to_owned(),
        clauses: [("complain".to_owned(), 1)].into(),
        fee: None,
        ground: None,
        doubt: None,
    };
    (
        event.into(),
        vec![
            ("pdf", "%PDF"),
            (
                "facts",
                r#"{"body": "Dear Zofia, here is a copy", "addressee": {"lines": ["Zofia Nowak", "1 Low Road", "LS1 4AP"]}}"#,
            ),
        ],
    )
}

pub(super) fn letter_sent(letter: LetterId) -> Told<'static> {
    let event =
        common::Event::LetterSent { letter, channel: Channel::Post, class: Some(PostalClass::FirstSigned) };
    (event.into(), vec![("tracking", "AB123456789GB")])
}

pub(super) fn answered(rights: Vec<Right>) -> Told<'static> {
    (subject_request::Event::Answered { rights, letter: None, channel: Channel::Email }.into(), vec![])
}

pub(super) fn closed() -> Told<'static> {
    let event = common::Event::CaseClosed {
        resolution: Resolution::Answered,
        due: [("access".to_owned(), day("2026-11-27"))].into(),
        holidays: "test".to_owned(),
    };
    (event.into(), vec![])
}
