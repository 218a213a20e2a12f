//! Between an event and the `kind` and `facts` of its envelope. The serde names in `casebook-cases` are the stored
//! form; this module only moves them in and out of the envelope and never interprets a fact.

use casebook_cases::{Event, Recorded, casebook};
use casebook_history::{CanonicalError, Envelope, Facts, facts_from_json, facts_to_json};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::Error;

/// An event that has a stored form: those of cases and those of the casebook itself.
pub trait Stored: Serialize + DeserializeOwned {}

impl Stored for Event {}
impl Stored for casebook::Event {}

/// The kind and the facts of an event, ready for an envelope.
///
/// # Errors
/// [`Error::NoStoredForm`] or [`Error::Canonical`] if a fact is something an envelope cannot hold, such as null.
pub fn facts_of<E: Stored>(event: &E) -> Result<(String, Facts), Error> {
    let json = serde_json::to_value(event).map_err(Error::NoStoredForm)?;
    let Value::Object(mut parts) = json else { return Err(CanonicalError::NotAnObject.into()) };
    let Some(Value::String(kind)) = parts.remove("kind") else {
        return Err(CanonicalError::MissingPart { part: "kind" }.into());
    };
    let facts = parts.remove("facts").unwrap_or_else(|| Value::Object(Map::new()));
    Ok((kind, facts_from_json(facts)?))
}

/// The event that an envelope holds.
///
/// # Errors
/// [`Error::NotUnderstood`] for a kind, a version or facts unknown here.
pub fn event_of<E: Stored>(envelope: &Envelope) -> Result<E, Error> {
    // Every kind is still in its first version. A changed meaning will be read here by its own frozen form.
    if envelope.v != 1 {
        return Err(Error::NotUnderstood { seq: envelope.seq, source: None });
    }
    let mut parts = Map::new();
    parts.insert("kind".to_owned(), envelope.kind.clone().into());
    parts.insert("facts".to_owned(), facts_to_json(&envelope.facts));
    serde_json::from_value(Value::Object(parts))
        .map_err(|source| Error::NotUnderstood { seq: envelope.seq, source: Some(source) })
}

/// The event of an envelope with its place in the history. `answers` stays empty: which entry of the *case* is meant
/// is only known beside the other entries ([`answers_within`]).
pub(crate) fn recorded_of<E: Stored>(envelope: &Envelope) -> Result<Recorded<E>, Error> {
    let not_understood = || Error::NotUnderstood { seq: envelope.seq, source: None };
    let on = NaiveDate::parse_from_str(&envelope.on, "%Y-%m-%d").map_err(|_| not_understood())?;
    let at = DateTime::parse_from_rfc3339(&envelope.at).map_err(|_| not_understood())?.with_timezone(&Utc);
    Ok(Recorded {
        seq: envelope.seq,
        case_seq: envelope.case_seq,
        on,
        at,
        answers: None,
        event: event_of(envelope)?,
    })
}

/// Envelopes refer to earlier entries by their number in the casebook, events by their number in the case. This finds
/// the one for the other; an entry of another case answers nothing here.
pub(crate) fn answers_within<E>(earlier: &[Recorded<E>], refers_to: Option<u64>) -> Option<u64> {
    let seq = refers_to?;
    let place = earlier.binary_search_by_key(&seq, |recorded| recorded.seq).ok()?;
    earlier.get(place).map(|recorded| recorded.case_seq)
}
