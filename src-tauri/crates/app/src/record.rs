//! The one way a case changes: fold, decide, seal, append.

use casebook_cases::casebook::Event as CasebookEvent;
use casebook_cases::codes::MovedBy;
use casebook_cases::subject_request::moved;
use casebook_cases::{Advisory, CaseId, Command, CommandId, Decision, Event, Happened, State, World, decide};
use casebook_history::Head;
use casebook_ipc::{IpcError, Refused};
use casebook_law::{Calendar, Nation, Place, RuleId};
use casebook_store::{Append, stored_form};
use chrono::{DateTime, NaiveDate, Utc};

use crate::computer_time::time_advice;
use crate::errors::{AppError, bug, refused};
use crate::open::Inner;
use crate::ports::Ports;
use crate::seal::{Chain, Unsealed, seal};

/// A particular on its way: which kind of event it belongs to, its name and its bytes.
pub(crate) struct Text {
    /// The kind of event.
    pub(crate) kind: &'static str,
    /// The particular's name.
    pub(crate) name: &'static str,
    /// Its bytes.
    pub(crate) value: Vec<u8>,
    /// Which event of its kind it belongs to, from 0, where there are several.
    pub(crate) of: Option<usize>,
}

impl Text {
    /// A particular.
    pub(crate) fn new(kind: &'static str, name: &'static str, value: impl Into<Vec<u8>>) -> Self {
        Self { kind, name, value: value.into(), of: None }
    }

    /// The same for one of several events of its kind, from 0.
    pub(crate) fn of(self, event: usize) -> Self {
        Self { of: Some(event), ..self }
    }

    /// A particular, unless it is blank.
    pub(crate) fn written(kind: &'static str, name: &'static str, value: &str) -> Option<Self> {
        (!value.trim().is_empty()).then(|| Self::new(kind, name, value))
    }
}

/// What the DPO wants to record in a case.
pub(crate) struct Record {
    /// Made by the door; sent again, it is answered from the store.
    pub(crate) command_id: CommandId,
    /// The case.
    pub(crate) case: CaseId,
    /// The version it was decided on; `None` for the first event.
    pub(crate) version: Option<u64>,
    /// The command.
    pub(crate) command: Command,
    /// Its texts.
    pub(crate) texts: Vec<Text>,
    /// Drafts that become records with it.
    pub(crate) forget_drafts: Vec<String>,
}

/// Events on their way into the store, with all that goes with them in one transaction.
struct Writing {
    /// The case; `None` for events of the casebook itself.
    case: Option<CaseId>,
    /// The action.
    command: CommandId,
    /// The events, in order.
    events: Vec<Unsealed>,
    /// Their texts.
    texts: Vec<Text>,
    /// Drafts that they replace.
    forget_drafts: Vec<String>,
    /// Particulars of earlier entries that they erase.
    erase: Vec<(u64, String)>,
}

impl Writing {
    fn of_casebook(ports: &Ports, events: Vec<Unsealed>) -> Self {
        Self {
            case: None,
            command: CommandId::new(ports.ids.next()),
            events,
            texts: Vec::new(),
            forget_drafts: Vec::new(),
            erase: Vec::new(),
        }
    }
}

impl Inner {
    /// The holidays of a nation.
    pub(crate) fn calendar(&self, nation: Nation) -> Calendar {
        self.holidays.calendar(Place::Uk(nation))
    }

    /// Decides and records. A command seen before changes nothing and is no error.
    pub(crate) fn record(&mut self, ports: &Ports, record: Record) -> Result<Vec<Advisory>, AppError> {
        self.record_and_erase(ports, record, Vec::new())
    }

    /// Whether this would be recorded now; for what cannot be taken back once it is done, such as paper.
    pub(crate) fn may_record(&self, ports: &Ports, record: &Record) -> Result<(), AppError> {
        let state = self.state_for(record)?;
        let calendar = self.holidays.calendar_of(&state);
        let world =
            World { today: ports.time.today(), calendar: &calendar, settings: self.clock_settings()? };
        decide(&state, record.command.clone(), &world).map_err(|refusal| refused(&refusal))?;
        Ok(())
    }

    /// The case as it is, if it is the version that was decided on.
    fn state_for(&self, record: &Record) -> Result<State, AppError> {
        let opens = matches!(record.command, Command::Receive { .. });
        let state = match self.store.state(record.case)? {
            Some(state) => state,
            None if opens => State::default(),
            None => return Err(no_case().into()),
        };
        if record.version.is_some_and(|version| version != state.version) {
            return Err(conflict().into());
        }
        Ok(state)
    }

    /// Decides and records, and erases particulars in the same transaction.
    pub(crate) fn record_and_erase(
        &mut self,
        ports: &Ports,
        record: Record,
        erase: Vec<(u64, String)>,
    ) -> Result<Vec<Advisory>, AppError> {
        if self.store.seen(record.command_id)? {
            return Ok(Vec::new());
        }
        let reopens = matches!(record.command, Command::Reopen { .. });
        let state = self.state_for(&record)?;
        let nation = match &record.command {
            Command::Receive { nation, .. } => Some(*nation),
            _ => None,
        };
        let calendar =
            nation.map_or_else(|| self.holidays.calendar_of(&state), |nation| self.calendar(nation));
        let world =
            World { today: ports.time.today(), calendar: &calendar, settings: self.clock_settings()? };
        let Decision { mut events, mut advisories } =
            decide(&state, record.command, &world).map_err(|refusal| refused(&refusal))?;
        if reopens {
            // What was closed under another list goes on under this one (CAL-2).
            let now = self.holidays.calendar(calendar.place());
            let why = (MovedBy::Reopened, self.holidays.changed_at());
            let moves = moved(&state, (&calendar, &now), world.settings, world.today, why);
            advisories.extend((!moves.is_empty()).then(|| Advisory {
                rule: RuleId::CAL_2,
                sentence:
                    "The holidays changed while the case was closed, and its last day with them.".to_owned(),
            }));
            events.extend(moves);
        }
        let unsealed = unsealed(&state, events)?;
        let writing = Writing {
            case: Some(record.case),
            command: record.command_id,
            events: unsealed,
            texts: record.texts,
            forget_drafts: record.forget_drafts,
            erase,
        };
        let latest_at = self.append(ports, writing)?;
        advisories.extend(time_advice(ports.time.today(), latest_at));
        Ok(advisories)
    }

    /// Records an event of the casebook itself.
    pub(crate) fn record_casebook(
        &mut self,
        ports: &Ports,
        event: &CasebookEvent,
        texts: Vec<Text>,
    ) -> Result<(), AppError> {
        self.record_casebook_all(ports, std::slice::from_ref(event), texts)
    }

    /// Records several events of the casebook itself, all or none.
    pub(crate) fn record_casebook_all(
        &mut self,
        ports: &Ports,
        events: &[CasebookEvent],
        texts: Vec<Text>,
    ) -> Result<(), AppError> {
        let on: NaiveDate = ports.time.today();
        let unsealed = events
            .iter()
            .map(|event| {
                let (kind, facts) = stored_form::facts_of(event)?;
                Ok(Unsealed { kind, facts, on, answers: None })
            })
            .collect::<Result<Vec<_>, AppError>>()?;
        self.append(ports, Writing { texts, ..Writing::of_casebook(ports, unsealed) }).map(drop)
    }

    /// Records an event of the casebook itself and what it moves in cases, all or none.
    pub(crate) fn record_with_cases(
        &mut self,
        ports: &Ports,
        event: &CasebookEvent,
        texts: Vec<Text>,
        cases: Vec<(CaseId, Vec<Happened<Event>>)>,
    ) -> Result<(), AppError> {
        let (kind, facts) = stored_form::facts_of(event)?;
        let first = vec![Unsealed { kind, facts, on: ports.time.today(), answers: None }];
        let mut writings = vec![Writing { texts, ..Writing::of_casebook(ports, first) }];
        for (case, events) in cases {
            let events = unsealed(&State::default(), events)?;
            writings.push(Writing { case: Some(case), ..Writing::of_casebook(ports, events) });
        }
        self.append_all(ports, writings).map(drop)
    }

    /// Records an event of the casebook itself that erases particulars of earlier entries. The erasure list names them
    /// first.
    pub(crate) fn record_erasing(
        &mut self,
        ports: &Ports,
        event: &CasebookEvent,
        erase: Vec<(u64, String)>,
    ) -> Result<(), AppError> {
        let (kind, facts) = stored_form::facts_of(event)?;
        let unsealed = vec![Unsealed { kind, facts, on: ports.time.today(), answers: None }];
        self.append(ports, Writing { erase, ..Writing::of_casebook(ports, unsealed) }).map(drop)
    }

    /// Appends one action; answers as [`Self::append_all`].
    fn append(&mut self, ports: &Ports, writing: Writing) -> Result<Option<DateTime<Utc>>, AppError> {
        self.append_all(ports, vec![writing])
    }

    /// Appends several actions in one transaction: each of another case, and at most one of the casebook itself. Answers
    /// the latest instant at which an entry before them was written down.
    fn append_all(
        &mut self,
        ports: &Ports,
        writings: Vec<Writing>,
    ) -> Result<Option<DateTime<Utc>>, AppError> {
        let mut head = self.store.head()?;
        let latest_at = self.store.latest_at()?;
        let mut appends = Vec::with_capacity(writings.len());
        for writing in writings {
            let Writing { case, command, events, texts, forget_drafts, erase } = writing;
            let case_head = self.store.case_head(case)?;
            let chain = Chain { casebook: self.store.casebook(), case, head, case_head, latest_at };
            let expected_head = head.seq;
            let events = seal(ports, chain, events, texts)?;
            if let Some(last) = events.last() {
                let hash = last.envelope.hash().map_err(|_| bug("event-shape"))?;
                head = Head { seq: last.envelope.seq, hash };
            }
            appends.push(Append { command, expected_head, case, events, forget_drafts, erase });
        }
        // Listed last, so that only the transaction itself can still fail.
        let erase: Vec<(u64, String)> = appends.iter().flat_map(|append| append.erase.clone()).collect();
        let listed = self.list_erasures(&erase)?;
        self.store.append_many(&appends).inspect_err(|_| {
            let was_kept = appends.iter().any(|append| self.store.seen(append.command).unwrap_or(true));
            // What is not erased must not be erased by a restore either. Where that cannot be told, the line stays: the
            // DPO wanted it gone.
            if !was_kept {
                let _ = self.unlist_erasures(&listed);
            }
        })?;
        Ok(latest_at)
    }
}

fn unsealed(state: &State, events: Vec<Happened<Event>>) -> Result<Vec<Unsealed>, AppError> {
    let sealing = |happened: Happened<Event>| {
        let (kind, facts) = stored_form::facts_of(&happened.event)?;
        // Events name entries by their number in the case, envelopes by that in the casebook.
        let answers = happened.answers.and_then(|entry| state.entry(entry)).map(|entry| entry.seq);
        Ok(Unsealed { kind, facts, on: happened.on, answers })
    };
    events.into_iter().map(sealing).collect()
}

/// The case moved on between reading and writing.
pub(crate) fn conflict() -> IpcError {
    IpcError::Conflict {
        message: "This case was changed meanwhile. Nothing was recorded; look at it again and repeat."
            .to_owned(),
    }
}

/// There is no such case.
pub(crate) fn no_case() -> IpcError {
    IpcError::NotFound { message: "There is no such case in this casebook.".to_owned() }
}

/// A refusal made here, in the words of a rule.
pub(crate) fn refuse(rule: &str, reason: &str, remedy: &str) -> IpcError {
    IpcError::Refused {
        refused: Refused { rule: rule.to_owned(), reason: reason.to_owned(), remedy: remedy.to_owned() },
    }
}
