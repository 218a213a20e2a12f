//! To whom a letter goes (AUTH-1), how that person is addressed, and in which form they want it (SEND-1, REQ-5).

use casebook_cases::PartyId;
use casebook_cases::codes::{Channel, LetterKind, PrintSize, Role};
use casebook_cases::subject_request::{Party, State};
use casebook_ipc::LetterRecipient;
use casebook_letters::Reader;
use casebook_personal::Personal;

use crate::views::case::CaseFile;
use crate::views::letter::{drawn_kind, kind_code};

/// The parties that a letter of this kind can go to, whoever it goes to first.
fn parties(state: &State, kind: LetterKind) -> Vec<&Party> {
    let with = |wanted: fn(&Party) -> bool| state.parties.iter().filter(move |party| wanted(party));
    let acting = with(|party| party.role.acts_for_another());
    let subject = with(|party| party.role == Role::Subject);
    let others = with(|party| !party.role.acts_for_another() && party.role != Role::Subject);
    if kind == LetterKind::L36 {
        // Never to the person who died.
        return acting.chain(others).collect();
    }
    match drawn_kind(kind_code(kind)).reader() {
        Reader::Requester => acting.chain(subject).collect(),
        Reader::Representative => acting.collect(),
        // Never to somebody who asked, or acts for whoever asked.
        Reader::ThirdParty => {
            with(|party| matches!(party.role, Role::Recipient | Role::Processor | Role::Authority)).collect()
        }
        Reader::Anybody => acting.chain(subject).chain(others).collect(),
    }
}

/// Whom a letter of this kind can be addressed to, whoever it goes to first.
pub(super) fn recipients(file: &CaseFile, kind: LetterKind) -> Vec<LetterRecipient> {
    parties(&file.state, kind).into_iter().map(|party| recipient(file, party)).collect()
}

fn recipient(file: &CaseFile, party: &Party) -> LetterRecipient {
    let known = file.known(party);
    let came_by = file.state.received.as_ref().map(|received| received.channel);
    // What they asked for wins; the channel of the request says something only of whoever may have sent it.
    let came_by = came_by.filter(|_| !is_outsider(party.role));
    LetterRecipient {
        party: party.party,
        role_words: party.role.words().to_owned(),
        addressee: std::iter::once(known.name).chain(known.address).collect(),
        salutation: known.salutation,
        large_print: party.print == PrintSize::Large,
        electronic: party.reply_by.or(came_by).is_some_and(|channel| channel.is_electronic()),
        safe_contact: party.contact_from.map(|seq| file.words_of(seq, "safe_contact")).unwrap_or_default(),
    }
}

/// What whoever the letter is addressed to asked for, if that speaks against an e-mail or has to be looked at first
/// (CONTACT-1).
pub(super) fn mail_warning(file: &CaseFile, addressee: &[Personal<String>]) -> Option<Personal<String>> {
    let name = addressee.first()?.reveal().trim();
    let party = file.state.parties.iter().find(|party| file.known(party).name.reveal().trim() == name)?;
    let safe = recipient(file, party).safe_contact;
    let asked = party.reply_by.filter(|channel| *channel != Channel::Email);
    let asked = asked.map(|channel| format!("They asked to be answered {}.", channel.words()));
    let safe = (!safe.is_blank()).then(|| format!("How to reach them safely: {}", safe.reveal().trim()));
    let said: Vec<String> = asked.into_iter().chain(safe).collect();
    (!said.is_empty()).then(|| Personal::new(said.join(" ")))
}

const fn is_outsider(role: Role) -> bool {
    match role {
        Role::Subject | Role::Requester | Role::Representative | Role::ParentOrGuardian => false,
        Role::Authority | Role::Recipient | Role::Processor => true,
    }
}

/// The name of the person a letter is about, if it goes to somebody else and may say so.
pub(super) fn subject_name(
    file: &CaseFile,
    kind: LetterKind,
    party: Option<PartyId>,
) -> Option<Personal<String>> {
    let subject = file.state.subject()?;
    let is_to_another = party.is_some_and(|party| party != subject.party);
    let speaks_of_subject = match drawn_kind(kind_code(kind)).reader() {
        Reader::Requester | Reader::Representative => is_to_another,
        Reader::Anybody => kind == LetterKind::L36,
        Reader::ThirdParty => false,
    };
    speaks_of_subject.then(|| file.known(subject).name)
}
