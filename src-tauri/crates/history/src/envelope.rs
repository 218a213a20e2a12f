//! The parts of an entry.
//!
//! An envelope holds closed-list codes, dates, ids, numbers and hashes. It never holds free text or a name: those are
//! particulars, kept beside the entry and sealed into it by a commitment, so that they can be erased.

use std::collections::BTreeMap;

use crate::canonical::{CanonicalError, ObjectWriter};
use crate::chain::{Hash, event_hash};
use crate::shape::{is_code, is_date, is_instant, is_kind, is_uuid};
use crate::value::{Facts, MAX_WHOLE, Value, facts_from_json, is_key};

/// One entry of the history, ready to be written down or just read back. The docstring of each field gives its form;
/// its key in the canonical bytes has the same name, except `refers_to`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// The program that wrote it and its version, as a code of up to 64 visible ASCII characters.
    pub app: String,
    /// When it was recorded: UTC, as `2026-11-22T10:00:00.000Z`.
    pub at: String,
    /// The case as a UUID in lower case, or empty for an entry of the casebook itself.
    pub case: String,
    /// Its number within the case, from 1 without gaps. Entries of no case are counted the same way.
    pub case_seq: u64,
    /// Hash of the previous entry of the same case; [`Hash::ZERO`] for the first.
    pub case_prev: Hash,
    /// The id of the casebook, as a code of up to 64 visible ASCII characters.
    pub casebook: String,
    /// `ok`, or `jumped` if the computer's clock had moved unexpectedly.
    pub clock: String,
    /// Codes, dates, ids and numbers: what the entry says.
    pub facts: Facts,
    /// What happened, as `letter.finalised`.
    pub kind: String,
    /// The civil date on which it happened (Europe/London), as `2026-11-22`.
    pub on: String,
    /// Hash of the previous entry of the casebook; [`Hash::ZERO`] for the first.
    pub prev: Hash,
    /// The earlier entry (its `seq`) this one corrects or answers. Its key is `ref`.
    pub refers_to: Option<u64>,
    /// The commitment to each particular, by the particular's name.
    pub sealed: BTreeMap<String, Hash>,
    /// Its number within the casebook, from 1 without gaps.
    pub seq: u64,
    /// Version of the kind, from 1.
    pub v: u64,
    /// The role that recorded it, as a code. Never a name.
    pub who: String,
}

impl Envelope {
    /// The bytes that are stored and hashed.
    ///
    /// # Errors
    /// [`CanonicalError::Malformed`] names the part whose form is wrong; the other refusals are those of facts.
    pub fn canonical_bytes(&self) -> Result<Vec<u8>, CanonicalError> {
        self.check()?;
        let sealed =
            self.sealed.iter().map(|(name, hash)| (name.clone(), Value::Text(hash.to_hex()))).collect();
        let mut object = ObjectWriter::new();
        object.text("app", &self.app);
        object.text("at", &self.at);
        object.text("case", &self.case);
        object.text("case_prev", &self.case_prev.to_hex());
        object.whole("case_seq", self.case_seq)?;
        object.text("casebook", &self.casebook);
        object.text("clock", &self.clock);
        object.map("facts", &self.facts)?;
        object.text("kind", &self.kind);
        object.text("on", &self.on);
        object.text("prev", &self.prev.to_hex());
        if let Some(seq) = self.refers_to {
            object.whole("ref", seq)?;
        }
        object.map("sealed", &sealed)?;
        object.whole("seq", self.seq)?;
        object.whole("v", self.v)?;
        object.text("who", &self.who);
        Ok(object.finish())
    }

    /// Reads an entry back.
    ///
    /// # Errors
    /// Anything that [`Envelope::canonical_bytes`] would not have written exactly so: another order of keys, spaces,
    /// other escapes, a key given twice, unknown or missing parts, null.
    pub fn from_canonical_bytes(bytes: &[u8]) -> Result<Self, CanonicalError> {
        let json = serde_json::from_slice(bytes).map_err(|_| CanonicalError::NotJson)?;
        let serde_json::Value::Object(members) = json else { return Err(CanonicalError::NotAnObject) };
        let mut parts = Parts(members);
        let envelope = Self {
            app: parts.text("app")?,
            at: parts.text("at")?,
            case: parts.text("case")?,
            case_seq: parts.whole("case_seq")?,
            case_prev: parts.hash("case_prev")?,
            casebook: parts.text("casebook")?,
            clock: parts.text("clock")?,
            facts: facts_from_json(parts.take("facts")?)?,
            kind: parts.text("kind")?,
            on: parts.text("on")?,
            prev: parts.hash("prev")?,
            refers_to: parts.optional_whole("ref")?,
            sealed: parts.hashes("sealed")?,
            seq: parts.whole("seq")?,
            v: parts.whole("v")?,
            who: parts.text("who")?,
        };
        if !parts.0.is_empty() {
            return Err(CanonicalError::UnknownPart);
        }
        if envelope.canonical_bytes()? == bytes { Ok(envelope) } else { Err(CanonicalError::NotCanonical) }
    }

    /// The hash of its canonical bytes, which the next entry will carry. Where the stored bytes are at hand, hash
    /// those with [`event_hash`] instead.
    ///
    /// # Errors
    /// As [`Envelope::canonical_bytes`].
    pub fn hash(&self) -> Result<Hash, CanonicalError> {
        self.canonical_bytes().map(|bytes| event_hash(&bytes))
    }

    fn check(&self) -> Result<(), CanonicalError> {
        let parts = [
            ("app", is_code(&self.app)),
            ("at", is_instant(&self.at)),
            ("case", self.case.is_empty() || is_uuid(&self.case)),
            ("case_prev", (self.case_prev == Hash::ZERO) == (self.case_seq == 1)),
            ("case_seq", (1..=self.seq).contains(&self.case_seq)),
            ("casebook", is_code(&self.casebook)),
            ("clock", matches!(self.clock.as_str(), "ok" | "jumped")),
            ("kind", is_kind(&self.kind)),
            ("on", is_date(&self.on)),
            ("prev", (self.prev == Hash::ZERO) == (self.seq == 1)),
            // One can only look back.
            ("ref", self.refers_to.is_none_or(|earlier| (1..self.seq).contains(&earlier))),
            ("sealed", self.sealed.keys().all(|name| is_key(name))),
            ("seq", (1..=MAX_WHOLE).contains(&self.seq)),
            ("v", (1..=MAX_WHOLE).contains(&self.v)),
            ("who", is_code(&self.who)),
        ];
        match parts.into_iter().find(|(_, is_right)| !is_right) {
            Some((part, _)) => Err(CanonicalError::Malformed { part }),
            None => Ok(()),
        }
    }
}

/// The members of a parsed entry, taken out one by one; what is left at the end is unknown.
struct Parts(serde_json::Map<String, serde_json::Value>);

impl Parts {
    fn take(&mut self, part: &'static str) -> Result<serde_json::Value, CanonicalError> {
        self.0.remove(part).ok_or(CanonicalError::MissingPart { part })
    }

    fn text(&mut self, part: &'static str) -> Result<String, CanonicalError> {
        match self.take(part)? {
            serde_json::Value::String(text) => Ok(text),
            _ => Err(CanonicalError::Malformed { part }),
        }
    }

    fn whole(&mut self, part: &'static str) -> Result<u64, CanonicalError> {
        self.take(part)?.as_u64().ok_or(CanonicalError::Malformed { part })
    }

    fn optional_whole(&mut self, part: &'static str) -> Result<Option<u64>, CanonicalError> {
        if self.0.contains_key(part) { self.whole(part).map(Some) } else { Ok(None) }
    }

    fn hash(&mut self, part: &'static str) -> Result<Hash, CanonicalError> {
        Hash::from_hex(&self.text(part)?).map_err(|_| CanonicalError::Malformed { part })
    }

    fn hashes(&mut self, part: &'static str) -> Result<BTreeMap<String, Hash>, CanonicalError> {
        let serde_json::Value::Object(members) = self.take(part)? else {
            return Err(CanonicalError::Malformed { part });
        };
        members
            .into_iter()
            .map(|(name, hash)| {
                let hash = hash.as_str().and_then(|text| Hash::from_hex(text).ok());
                hash.map(|hash| (name, hash)).ok_or(CanonicalError::Malformed { part })
            })
            .collect()
    }
}
