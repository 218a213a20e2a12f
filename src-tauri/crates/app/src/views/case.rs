//! One case as its page shows it.

use std::collections::BTreeMap;

use casebook_cases::codes::{LetterKind, Role};
use casebook_cases::subject_request::{Party, Status, World, answer_kind, may_be_corrected, next_step};
use casebook_cases::{Advisory, CaseId, Event, LetterId, Next, Recorded, State, common};
use casebook_ipc::{
    AddressProblem, CaseView, ClockView, HistoryDay, HistoryEntry, LetterRow, LetterStateCode, NextAction,
    NextStep, NextView, PartyView, Urgency,
};
use casebook_law::clock::Settings as ClockSettings;
use casebook_law::{Calendar, words};
use casebook_letters::postal;
use casebook_personal::Personal;
use casebook_store::StoredEvent;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::London;

use crate::errors::{AppError, bug};
use crate::open::Inner;
use crate::ports::Ports;
use crate::text::{hidden_note, shown};
use crate::views::clock::clock_view;
use crate::views::history::rights_words;
use crate::views::letter::{kind_code, stage_words, state_code, title};
use crate::views::offers::{
    advice_before_closing, advisory, endings, letters_that_fit, likely_record, may_record,
};
use crate::views::papers::{authority_words, identity_words};

/// A case with everything that its page, its letters and its export are made from.
pub(crate) struct CaseFile {
    /// What is true.
    pub(crate) state: State,
    /// Its events as stored.
    pub(crate) stored: Vec<StoredEvent>,
    /// The same, decoded.
    pub(crate) recorded: Vec<Recorded<Event>>,
    /// By what its clocks are counted.
    pub(crate) settings: ClockSettings,
    /// The days on which it counts as closed.
    pub(crate) calendar: Calendar,
}

/// How somebody is named and reached, from the particulars that still exist.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    /// Name.
    pub(crate) name: Personal<String>,
    /// How a letter begins.
    pub(crate) salutation: Personal<String>,
    /// Postal address without the name, in lines.
    pub(crate) address: Vec<Personal<String>>,
    /// E-mail address.
    pub(crate) email: Personal<String>,
    /// Telephone.
    pub(crate) phone: Personal<String>,
}

impl Inner {
    /// Reads a case, without what is long and shown nowhere: letters, their facts, indexes of items.
    pub(crate) fn case_file(&self, case: CaseId) -> Result<CaseFile, AppError> {
        let (stored, recorded) = self.store.case_entries(case)?;
        self.file_of(stored, recorded)
    }

    /// Reads a case with everything in it, as it leaves in an export.
    pub(crate) fn whole_case_file(&self, case: CaseId) -> Result<CaseFile, AppError> {
        self.file_of(self.store.events(case)?, self.store.recorded(case)?)
    }

    fn file_of(
        &self,
        stored: Vec<StoredEvent>,
        recorded: Vec<Recorded<Event>>,
    ) -> Result<CaseFile, AppError> {
        if stored.is_empty() {
            return Err(crate::record::no_case().into());
        }
        let state = recorded.iter().fold(State::default(), casebook_cases::fold);
        let calendar = self.holidays.calendar_of(&state);
        Ok(CaseFile { state, stored, recorded, settings: self.clock_settings()?, calendar })
    }

    /// The case as its page shows it once something was recorded, with what is to be said of that.
    pub(crate) fn case_view_after(
        &self,
        ports: &Ports,
        case: CaseId,
        advisories: Vec<Advisory>,
    ) -> Result<CaseView, AppError> {
        let advisories = advisories.into_iter().map(advisory).collect();
        Ok(CaseView { advisories, ..self.case_view(ports, case)? })
    }

    /// The case as its page shows it.
    pub(crate) fn case_view(&self, ports: &Ports, case: CaseId) -> Result<CaseView, AppError> {
        let file = self.case_file(case)?;
        let today = ports.time.today();
        let world = World { today, calendar: &file.calendar, settings: file.settings };
        let state = &file.state;
        let received = state.received.as_ref().ok_or_else(|| bug("case-without-request"))?;
        let clocks = clocks(&file, today);
        let known = state.subject().map(|party| file.known(party)).unwrap_or_default();
        let text = file.particular(1, "text").unwrap_or_default();
        let rights = rights_words(&received.rights);
        let letters = self.letter_rows(case, state)?;
        Ok(CaseView {
            case,
            version: state.version,
            reference: received.reference.clone(),
            who: known.name,
            summary: format!(
                "{rights}, {}, received {}",
                received.channel.words(),
                words::long_date(received.on)
            ),
            came_electronically: received.channel.is_electronic(),
            status_words: state.status().words().to_owned(),
            urgency: urgency(state, &clocks),
            resolution_words: state
                .closed
                .as_ref()
                .map_or_else(String::new, |closed| closed.resolution.words().to_owned()),
            closed: state.closed.is_some(),
            clocks,
            next: next_view(next_step(state, &world), state, &letters),
            parties: state.parties.iter().map(|party| file.party_view(party)).collect(),
            request_note: request_note(&file, &text),
            request_text: Personal::new(shown(&text)),
            letters,
            history: file.history(),
            may_record: may_record(),
            likely_record: likely_record(state),
            fitting_letters: letters_that_fit(state, &world),
            head: self.store.case_head(Some(case))?.words(),
            endings: endings(state),
            closing_advice: advice_before_closing(state),
            advisories: Vec::new(),
            search: file.search_sheet(today),
            decision: file.decision_sheet(),
            documents: file.document_views(),
            tasks: self.task_rows(case, today)?,
            links: self.link_views(state)?,
            identity_words: identity_words(state),
            authority_words: authority_words(state),
            answer_kind: kind_code(answer_kind(state)),
            our_role_words: received.our_role.words().to_owned(),
            person_kind: received.person_kind,
        })
    }

    /// The letters of a case: final ones by number, then drafts.
    pub(crate) fn letter_rows(&self, case: CaseId, state: &State) -> Result<Vec<LetterRow>, AppError> {
        let reference =
            state.received.as_ref().map(|received| received.reference.clone()).unwrap_or_default();
        let mut rows: Vec<LetterRow> = state
            .letters
            .iter()
            .map(|letter| LetterRow {
                letter: letter.letter,
                kind: kind_code(letter.kind),
                title: title(kind_code(letter.kind)).to_owned(),
                state: state_code(letter),
                state_words: stage_words(letter),
                number: Some(format!("{reference}/{}", letter.number)),
            })
            .collect();
        for draft in self.letter_drafts(case)? {
            rows.push(LetterRow {
                letter: draft.letter,
                kind: draft.kind,
                title: title(draft.kind).to_owned(),
                state: LetterStateCode::Draft,
                state_words: "Draft".to_owned(),
                number: None,
            });
        }
        Ok(rows)
    }
}

impl CaseFile {
    /// A particular as text; `None` if there is none, or no longer.
    pub(crate) fn particular(&self, case_seq: u64, name: &str) -> Option<String> {
        let event = self.stored.iter().find(|event| event.envelope.case_seq == case_seq)?;
        text_of(event, name)
    }

    /// A particular as text, by the entry's number in the casebook.
    pub(crate) fn said(&self, seq: u64, name: &str) -> Option<String> {
        let event = self.stored.iter().find(|event| event.envelope.seq == seq)?;
        text_of(event, name)
    }

    /// The same, empty if there is none or it was erased.
    pub(crate) fn words_of(&self, seq: u64, name: &str) -> Personal<String> {
        Personal::new(self.said(seq, name).unwrap_or_default())
    }

    /// What was said of a party when it entered the case.
    pub(crate) fn first_said(&self, party: &Party, name: &str) -> Option<String> {
        let entered = self.recorded.iter().find(|recorded| {
            matches!(&recorded.event, Event::Common(common::Event::PartyAdded { party: known, .. }) if *known == party.party)
        })?;
        self.particular(entered.case_seq, name)
    }

    /// How a party is named and reached.
    pub(crate) fn known(&self, party: &Party) -> Known {
        let Some(event) = self.stored.iter().find(|event| event.envelope.seq == party.known_from) else {
            return Known::default();
        };
        let text = |name| Personal::new(text_of(event, name).unwrap_or_default());
        Known {
            name: text("name"),
            salutation: text("salutation"),
            address: text_of(event, "address")
                .unwrap_or_default()
                .lines()
                .map(|line| Personal::new(line.to_owned()))
                .collect(),
            email: text("email"),
            phone: text("phone"),
        }
    }

    fn party_view(&self, party: &Party) -> PartyView {
        let known = self.known(party);
        let lines: Vec<Personal<String>> =
            std::iter::once(known.name.clone()).chain(known.address.clone()).collect();
        let problems = if known.address.is_empty() { Vec::new() } else { postal::check(&lines) };
        PartyView {
            party: party.party,
            role: role_code(party.role).to_owned(),
            role_words: party.role.words().to_owned(),
            name: known.name,
            salutation: known.salutation,
            address: known.address,
            email: known.email,
            phone: known.phone,
            contact: self.contact(party),
            may_act: party.role.acts_for_another(),
            person: party.person,
            address_problems: problems
                .into_iter()
                .map(|fault| AddressProblem {
                    line: u32::try_from(fault.line).unwrap_or(0),
                    sentence: fault.sentence,
                    blocks: fault.blocks,
                })
                .collect(),
        }
    }

    /// The history by day, oldest first; within a day in the order recorded.
    pub(crate) fn history(&self) -> Vec<HistoryDay> {
        let mut days: BTreeMap<NaiveDate, Vec<HistoryEntry>> = BTreeMap::new();
        for (stored, recorded) in self.stored.iter().zip(&self.recorded) {
            let told = self.told(&recorded.event);
            days.entry(recorded.on).or_default().push(HistoryEntry {
                seq: recorded.case_seq,
                sentence: Personal::new(told.sentence),
                aside: told.aside,
                recorded: recorded_words(recorded.at),
                kind: stored.envelope.kind.clone(),
                hash: stored.hash.to_hex(),
                is_struck: self.state.is_struck(recorded.case_seq),
                may_be_corrected: !self.state.is_struck(recorded.case_seq)
                    && may_be_corrected(&recorded.event),
                wants_day: recorded.case_seq == 1,
                who: stored.envelope.who.clone(),
            });
        }
        days.into_iter()
            .map(|(on, entries)| HistoryDay { on, words: words::short_date_year(on), entries })
            .collect()
    }
}

/// What is to be said about the request's text: what cannot be seen in it, and that only its beginning is shown.
fn request_note(file: &CaseFile, text: &str) -> String {
    let is_longer = file.documents().next().is_some();
    let cut = is_longer.then(|| {
        "Only the beginning is shown. The whole is kept as a document and goes into every export.".to_owned()
    });
    hidden_note(text).into_iter().chain(cut).collect::<Vec<_>>().join(" ")
}

/// "22 November 2026, 14:03".
pub(crate) fn recorded_words(at: DateTime<Utc>) -> String {
    at.with_timezone(&London).format("%-d %B %Y, %H:%M").to_string()
}

fn text_of(event: &StoredEvent, name: &str) -> Option<String> {
    event.particulars.get(name).map(|particular| String::from_utf8_lossy(&particular.value).into_owned())
}

const fn role_code(role: Role) -> &'static str {
    match role {
        Role::Subject => "subject",
        Role::Requester => "requester",
        Role::Representative => "representative",
        Role::ParentOrGuardian => "parent_or_guardian",
        Role::Authority => "authority",
        Role::Recipient => "recipient",
        Role::Processor => "processor",
    }
}

fn clocks(file: &CaseFile, today: NaiveDate) -> Vec<ClockView> {
    let mut clocks: Vec<ClockView> = file
        .state
        .clocks(&file.calendar, file.settings, today)
        .iter()
        .map(|each| clock_view(each, &file.calendar, today))
        .collect();
    clocks.sort_by_key(|clock| (is_done(clock), clock.last_day.is_none(), clock.last_day));
    clocks
}

const fn is_done(clock: &ClockView) -> bool {
    matches!(clock.urgency, Urgency::Done | Urgency::DoneLate)
}

fn urgency(state: &State, clocks: &[ClockView]) -> Urgency {
    match state.status() {
        Status::Closed | Status::Answered | Status::Withdrawn => {
            let is_late = clocks.iter().any(|clock| clock.urgency == Urgency::DoneLate);
            if is_late { Urgency::DoneLate } else { Urgency::Done }
        }
        _ => clocks.first().map_or(Urgency::None, |clock| clock.urgency),
    }
}

fn next_view(step: casebook_cases::NextStep, state: &State, letters: &[LetterRow]) -> NextStep {
    // A letter that was begun is gone on with.
    let write = |kind: LetterKind| {
        let code = kind_code(kind);
        let begun = letters.iter().find(|row| row.kind == code && row.state == LetterStateCode::Draft);
        match begun {
            Some(draft) => NextView {
                action: NextAction::OpenLetter,
                letter: Some(draft.letter),
                kind: Some(code),
                words: format!("Go on with the {}", kind.words()),
            },
            None => NextView {
                action: NextAction::Write,
                letter: None,
                kind: Some(code),
                words: format!("Write the {}", kind.words()),
            },
        }
    };
    let view = |next: Next| match next {
        Next::Write(kind) => write(kind),
        Next::RecordSent(letter) => about(NextAction::RecordSent, letter, "Record as sent"),
        Next::SendAgain(letter) => about(NextAction::SendAgain, letter, "Send it again"),
        Next::RecordIdentityReceived => {
            plain(NextAction::RecordIdentityReceived, "Record the proof that came")
        }
        Next::RecordAuthorityReceived => {
            plain(NextAction::RecordAuthorityReceived, "Record the authority that came")
        }
        Next::RecordClarificationReceived => {
            plain(NextAction::RecordClarificationReceived, "Record the reply that came")
        }
        Next::RecordFeePaid => plain(NextAction::RecordFeePaid, "Record the payment"),
        Next::AskSearches => plain(NextAction::AskSearches, "Ask for searches"),
        Next::FollowSearches => plain(NextAction::FollowSearches, "Record what was found"),
        Next::DecideItems => plain(NextAction::DecideItems, "Decide what goes out"),
        Next::RecordAnswer => plain(NextAction::RecordAnswer, "Record the answer that was sent"),
        Next::Close => plain(NextAction::Close, "Close the case"),
        Next::Export => plain(NextAction::Export, "Export the history"),
    };
    let mut others: Vec<NextView> = step.others.into_iter().map(view).collect();
    // A final letter can be looked at from here before it is recorded as sent.
    if let Some(letter) = state.answer_to_send() {
        others.push(about(NextAction::OpenLetter, letter.letter, "Open the letter"));
    }
    NextStep { sentence: step.sentence, by: step.by, main: step.main.map(view), others }
}

fn plain(action: NextAction, words: &str) -> NextView {
    NextView { action, letter: None, kind: None, words: words.to_owned() }
}

fn about(action: NextAction, letter: LetterId, words: &str) -> NextView {
    NextView { letter: Some(letter), ..plain(action, words) }
}
