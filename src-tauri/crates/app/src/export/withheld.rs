//! Who may read what of a case (EXP-3, ID-3).
//!
//! Whoever adds an event decides here who reads its texts: a new kind does not compile before.

use std::collections::BTreeSet;

use casebook_cases::codes::{LetterKind, NoteSort, Purpose, Role};
use casebook_cases::common::Event as Common;
use casebook_cases::subject_request::Event as Request;
use casebook_cases::{Event, LetterId, PartyId, Recorded};
use casebook_export::{Audience, Reason};

use crate::views::case::CaseFile;

/// Somebody a history is made for.
pub(crate) struct Reader {
    /// Who they are.
    pub(crate) audience: Audience,
    /// Whether the DPO confirmed that notes of legal advice leave too. Only a court or our own lawyer can get them.
    pub(crate) with_legal_advice: bool,
    /// Entries (numbers in the case) whose texts, so the DPO found, speak of somebody else.
    pub(crate) about_others: BTreeSet<u64>,
}

impl Reader {
    /// Whether they may know who has this role in the case.
    pub(crate) const fn may_know(&self, role: Role) -> bool {
        match self.audience {
            Audience::Full => true,
            Audience::Subject => match role {
                Role::Subject | Role::Requester | Role::Representative | Role::ParentOrGuardian => true,
                Role::Authority | Role::Recipient | Role::Processor => false,
            },
        }
    }

    /// Why they do not get a particular; `None` if they do.
    pub(crate) fn withholds(
        &self,
        file: &CaseFile,
        recorded: &Recorded<Event>,
        name: &str,
    ) -> Option<Reason> {
        match &recorded.event {
            Event::Common(Common::DocumentKept { purpose: Some(Purpose::Identity), .. }) => {
                return Some(Reason::Identity);
            }
            Event::Common(Common::NoteWritten { sort: Some(NoteSort::LegalAdvice) }) => {
                let may_leave = self.audience == Audience::Full && self.with_legal_advice;
                return (!may_leave).then_some(Reason::LegalAdvice);
            }
            Event::Common(_) | Event::Request(_) => {}
        }
        match self.audience {
            Audience::Full => None,
            Audience::Subject if self.about_others.contains(&recorded.case_seq) => Some(Reason::OtherPerson),
            Audience::Subject => match &recorded.event {
                Event::Common(event) => self.of_common(file, event),
                Event::Request(event) => of_request(event, name),
            },
        }
    }

    fn of_common(&self, file: &CaseFile, event: &Common) -> Option<Reason> {
        match event {
            Common::PartyAdded { party, .. }
            | Common::PartyChanged { party }
            | Common::PersonIdentified { party, .. }
            | Common::ContactNoted { party, .. } => self.of_party(file, *party),
            Common::LetterFinalised { letter, .. }
            | Common::LetterPrinted { letter, .. }
            | Common::LetterSent { letter, .. }
            | Common::LetterDelivered { letter }
            | Common::LetterReturned { letter, .. }
            | Common::LetterVoided { letter } => of_letter(file, *letter),
            Common::DocumentKept { purpose, .. } => match purpose {
                // Without a purpose: the request's own text, too long for a particular.
                None | Some(Purpose::Request | Purpose::Authority | Purpose::Released) => None,
                Some(Purpose::Identity) => Some(Reason::Identity),
                // What was found has not been looked through for other people; the pack has.
                Some(Purpose::Found | Purpose::Evidence | Purpose::Other) => Some(Reason::Internal),
            },
            Common::TaskSet { .. }
            | Common::TaskDone { .. }
            | Common::TaskDropped { .. }
            | Common::CaseExported { .. } => Some(Reason::Internal),
            Common::NoteWritten { .. }
            | Common::CaseLinked { .. }
            | Common::EntryCorrected { .. }
            | Common::DocumentDestroyed { .. }
            | Common::CaseClosed { .. }
            | Common::CaseReopened {} => None,
        }
    }

    fn of_party(&self, file: &CaseFile, party: PartyId) -> Option<Reason> {
        let known = file.state.parties.iter().find(|known| known.party == party);
        let may_know = known.is_some_and(|known| self.may_know(known.role));
        (!may_know).then_some(Reason::OtherPerson)
    }
}

/// The person gets the letters that went to them or to whoever acts for them.
fn of_letter(file: &CaseFile, letter: LetterId) -> Option<Reason> {
    match file.state.letter(letter) {
        Some(known) if known.kind == LetterKind::L33 => Some(Reason::OtherPerson),
        Some(known) if known.stage.sent().is_some() => None,
        Some(_) | None => Some(Reason::Internal),
    }
}

fn of_request(event: &Request, name: &str) -> Option<Reason> {
    match event {
        // Who at the desk took it in.
        Request::Received { .. } => (name == "received_by").then_some(Reason::OtherPerson),
        // Who searched, what with, and what was weighed.
        Request::SearchAsked { .. }
        | Request::SearchChased { .. }
        | Request::SearchEscalated { .. }
        | Request::SearchReported { .. }
        | Request::ItemsGrouped { .. }
        | Request::ItemsImported { .. }
        | Request::ItemsDecided { .. }
        | Request::DecisionMade { .. } => Some(Reason::Internal),
        Request::Acknowledged { .. }
        | Request::IdentityAsked { .. }
        | Request::IdentityInsufficient {}
        | Request::IdentityReceived { .. }
        | Request::IdentityWaived {}
        | Request::AuthorityAsked {}
        | Request::AuthorityReceived { .. }
        | Request::ClarificationAsked {}
        | Request::ClarificationReceived {}
        | Request::ClarificationRefused {}
        | Request::QuestionAsked {}
        | Request::FeeAsked { .. }
        | Request::FeePaid { .. }
        | Request::ExtensionNotified { .. }
        | Request::LastDayMoved { .. }
        | Request::PackMade { .. }
        | Request::SubjectDied {}
        | Request::Answered { .. }
        | Request::Withdrawn {} => None,
    }
}
