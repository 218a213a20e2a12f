//! The one way a case changes: fold, decide, seal, append.

use casebook_cases::casebook::Event as CasebookEvent;
use casebook_cases::{Advisory, CaseId, Command, CommandId, Decision, State, World, decide};
use casebook_ipc::{IpcError, Refused};
use casebook_law::clock::Settings as ClockSettings;
use casebook_law::{Calendar, Nation, Place};
use casebook_store::{Append, stored_form};
use chrono::NaiveDate;

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
}

impl Text {
    /// A particular.
    pub(crate) fn new(kind: &'static str, name: &'static str, value: impl Into<Vec<u8>>) -> Self {
        Self { kind, name, value: value.into() }
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

impl Inner {
    /// The holidays of a nation.
    pub(crate) fn calendar(nation: Nation) -> Calendar {
        Calendar::shipped(Place::Uk(nation))
    }

    /// The calendar of a case: that of the nation it was received under.
    pub(crate) fn calendar_of(state: &State) -> Calendar {
        Self::calendar(state.received.as_ref().map_or(Nation::EnglandAndWales, |received| received.nation))
    }

    fn read_only_error(&self) -> AppError {
        self.read_only.as_ref().map_or_else(
            || bug("read-only"),
            |message| {
                IpcError::Unavailable {
                    code: casebook_ipc::UnavailableCode::ReadOnly,
                    message: message.clone(),
                }
                .into()
            },
        )
    }

    /// Decides and records. A command seen before changes nothing and is no error.
    pub(crate) fn record(&mut self, ports: &Ports, record: Record) -> Result<Vec<Advisory>, AppError> {
        if self.store.seen(record.command_id)? {
            return Ok(Vec::new());
        }
        let opens = matches!(record.command, Command::Receive { .. });
        let state = match self.store.state(record.case)? {
            Some(state) => state,
            None if opens => State::default(),
            None => return Err(no_case().into()),
        };
        if record.version.is_some_and(|version| version != state.version) {
            return Err(conflict().into());
        }
        let nation = match &record.command {
            Command::Receive { nation, .. } => Some(*nation),
            _ => None,
        };
        let calendar = nation.map_or_else(|| Self::calendar_of(&state), Self::calendar);
        let world =
            World { today: ports.time.today(), calendar: &calendar, settings: ClockSettings::default() };
        let Decision { events, advisories } =
            decide(&state, record.command, &world).map_err(|refusal| refused(&refusal))?;
        let unsealed = events
            .into_iter()
            .map(|happened| {
                let (kind, facts) = stored_form::facts_of(&happened.event)?;
                Ok(Unsealed { kind, facts, on: happened.on, answers: happened.answers })
            })
            .collect::<Result<Vec<_>, AppError>>()?;
        self.append(
            ports,
            Some(record.case),
            record.command_id,
            unsealed,
            record.texts,
            record.forget_drafts,
        )?;
        Ok(advisories)
    }

    /// Records an event of the casebook itself.
    pub(crate) fn record_casebook(
        &mut self,
        ports: &Ports,
        event: &CasebookEvent,
        texts: Vec<Text>,
    ) -> Result<(), AppError> {
        let (kind, facts) = stored_form::facts_of(event)?;
        let on: NaiveDate = ports.time.today();
        let unsealed = vec![Unsealed { kind, facts, on, answers: None }];
        self.append(ports, None, CommandId::new(ports.ids.next()), unsealed, texts, Vec::new())
    }

    fn append(
        &mut self,
        ports: &Ports,
        case: Option<CaseId>,
        command: CommandId,
        events: Vec<Unsealed>,
        texts: Vec<Text>,
        forget_drafts: Vec<String>,
    ) -> Result<(), AppError> {
        if self.read_only.is_some() {
            return Err(self.read_only_error());
        }
        let head = self.store.head()?;
        let chain = Chain {
            casebook: self.store.casebook(),
            case,
            head,
            case_head: self.store.case_head(case)?,
            last_at: self.store.last_at()?,
        };
        let expected_head = chain.head.seq;
        let sealed = seal(ports, chain, events, texts)?;
        self.store.append(&Append {
            command,
            expected_head,
            case,
            events: sealed,
            forget_drafts,
            erase: Vec::new(),
        })?;
        Ok(())
    }
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
