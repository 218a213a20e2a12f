//! From what happened to what is stored: ids, the instant, salts, commitments, hashes.

use std::collections::{BTreeMap, BTreeSet};

use casebook_cases::{CaseId, CasebookId};
use casebook_history::commitment::{Salt, commit};
use casebook_history::head::Head;
use casebook_history::{Envelope, Facts};
use casebook_store::{NewEvent, NewParticular};
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};

use crate::APP;
use crate::errors::{AppError, bug};
use crate::ports::Ports;
use crate::record::Text;

/// Where the next event goes: the heads it follows.
pub(crate) struct Chain {
    /// The casebook.
    pub(crate) casebook: CasebookId,
    /// The case; `None` for the casebook's own chain.
    pub(crate) case: Option<CaseId>,
    /// Head of everything.
    pub(crate) head: Head,
    /// Head of the case, or of the events of no case.
    pub(crate) case_head: Head,
    /// When the latest event was written down, to notice a computer's clock that jumped back.
    pub(crate) latest_at: Option<DateTime<Utc>>,
}

/// One event on its way into the store.
pub(crate) struct Unsealed {
    /// Its kind.
    pub(crate) kind: String,
    /// Its facts.
    pub(crate) facts: Facts,
    /// The day it happened.
    pub(crate) on: NaiveDate,
    /// The event it answers.
    pub(crate) answers: Option<u64>,
}

/// Seals events one after the other. A text that names its event goes there; any other goes to the first event of its
/// kind that has none of its name yet.
pub(crate) fn seal(
    ports: &Ports,
    mut chain: Chain,
    events: Vec<Unsealed>,
    mut texts: Vec<Text>,
) -> Result<Vec<NewEvent>, AppError> {
    let at = ports.time.now();
    let jumped = chain.latest_at.is_some_and(|latest| at < latest);
    let mut sealed = Vec::with_capacity(events.len());
    let mut of_kind: BTreeMap<String, usize> = BTreeMap::new();
    for event in events {
        let place = of_kind.entry(event.kind.clone()).and_modify(|place| *place += 1).or_insert(0);
        let mut names = BTreeSet::new();
        let (mine, others) = texts.into_iter().partition(|text| {
            text.kind == event.kind && text.of.is_none_or(|of| of == *place) && names.insert(text.name)
        });
        texts = others;
        let particulars = particulars(ports, mine)?;
        let envelope = Envelope {
            app: APP.to_owned(),
            at: at.to_rfc3339_opts(SecondsFormat::Millis, true),
            case: chain.case.map(|case| case.to_string()).unwrap_or_default(),
            case_prev: chain.case_head.hash,
            case_seq: chain.case_head.seq + 1,
            casebook: chain.casebook.to_string(),
            clock: if jumped { "jumped" } else { "ok" }.to_owned(),
            facts: event.facts,
            kind: event.kind,
            on: event.on.to_string(),
            prev: chain.head.hash,
            refers_to: event.answers,
            sealed: particulars
                .iter()
                .map(|each| (each.name.clone(), commit(&each.salt, &each.value)))
                .collect::<BTreeMap<_, _>>(),
            seq: chain.head.seq + 1,
            v: 1,
            who: "dpo".to_owned(),
        };
        let hash = envelope.hash().map_err(|_| bug("event-shape"))?;
        chain.head = Head { seq: envelope.seq, hash };
        chain.case_head = Head { seq: envelope.case_seq, hash };
        sealed.push(NewEvent { envelope, particulars });
    }
    // A text that fits no event would be lost without a word.
    if texts.is_empty() { Ok(sealed) } else { Err(bug("text-without-event")) }
}

fn particulars(ports: &Ports, texts: Vec<Text>) -> Result<Vec<NewParticular>, AppError> {
    texts
        .into_iter()
        .map(|text| {
            let mut salt = [0_u8; 32];
            if !ports.random.fill(&mut salt) {
                return Err(bug("no-random-bytes"));
            }
            Ok(NewParticular { name: text.name.to_owned(), value: text.value, salt: Salt::from_bytes(salt) })
        })
        .collect()
}
