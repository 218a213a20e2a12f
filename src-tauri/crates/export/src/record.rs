//! The record: the events as they were hashed and the particulars that open their seals, checked before anything is
//! written.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use casebook_history::verify::Walk;
use casebook_history::{Envelope, Hash, Head, Opening, Particulars, Salt, event_hash};

use crate::bundle::Counter;
use crate::error::Cause;
use crate::input::{BundleEvent, BundleInput, BundleParticular, BundleWithheld, is_key_of_document};

/// The events of a case, verified and read.
pub(crate) struct Record<'a> {
    pub(crate) entries: Vec<Entry<'a>>,
    pub(crate) head: Head,
    /// Numbers within the case by number within the casebook.
    places: BTreeMap<u64, u64>,
}

/// One event: what was recorded, and how it is told.
pub(crate) struct Entry<'a> {
    pub(crate) envelope: Envelope,
    pub(crate) hash: Hash,
    pub(crate) told: &'a BundleEvent,
}

impl Entry<'_> {
    /// The mark that a letter made after this event bears at its foot.
    pub(crate) fn mark(&self) -> String {
        Head { seq: self.envelope.case_seq, hash: self.hash }.words()
    }
}

impl<'a> Record<'a> {
    /// Verifies the events and every particular given with them.
    pub(crate) fn verified(input: &'a BundleInput, counter: &mut Counter<'_>) -> Result<Self, Cause> {
        let particulars = openings(&input.particulars)?;
        let mut walk = Walk::of_case();
        let mut entries = Vec::with_capacity(input.events.len());
        let mut places = BTreeMap::new();
        for told in &input.events {
            counter.step()?;
            let envelope = walk.step(&told.bytes, &particulars)?;
            places.insert(envelope.seq, envelope.case_seq);
            entries.push(Entry { envelope, hash: event_hash(&told.bytes), told });
        }
        let head = walk.finish(&particulars)?.head;
        if entries.iter().any(|entry| entry.envelope.casebook != input.casebook) {
            return Err(Cause::Malformed { field: "casebook" });
        }
        let is_placed =
            |particular: &BundleParticular| places.get(&particular.seq) == Some(&particular.case_seq);
        if !input.particulars.iter().all(is_placed) {
            return Err(Cause::Malformed { field: "particulars.case_seq" });
        }
        let record = Self { entries, head, places };
        record.check_withheld(input)?;
        Ok(record)
    }

    /// What is sealed is either disclosed or named with the reason why not, and never both.
    fn check_withheld(&self, input: &BundleInput) -> Result<(), Cause> {
        let mut sealed = BTreeSet::new();
        for Entry { envelope, .. } in &self.entries {
            let names = envelope.sealed.keys().filter(|name| !is_key_of_document(&envelope.kind, name));
            sealed.extend(names.map(|name| (envelope.seq, envelope.case_seq, name.as_str())));
        }
        for one in &input.particulars {
            sealed.remove(&(one.seq, one.case_seq, one.name.as_str()));
        }
        let withheld: BTreeSet<_> =
            input.withheld.iter().map(|one| (one.seq, one.case_seq, one.name.as_str())).collect();
        if withheld == sealed && withheld.len() == input.withheld.len() {
            Ok(())
        } else {
            Err(Cause::Malformed { field: "withheld" })
        }
    }

    /// The entry that an entry corrects or answers, numbered in the case.
    pub(crate) fn answered_by(&self, entry: &Entry<'_>) -> Option<u64> {
        self.places.get(&entry.envelope.refers_to?).copied()
    }

    /// `events.jsonl`: the bytes that were hashed, one event a line. They never contain a line break.
    pub(crate) fn events_file(&self) -> Vec<u8> {
        let mut file = Vec::new();
        for entry in &self.entries {
            file.extend_from_slice(&entry.told.bytes);
            file.push(b'\n');
        }
        file
    }
}

/// `particulars.jsonl`: one particular a line, disclosed or withheld, keys sorted, in the order of events and names.
pub(crate) fn particulars_file(input: &BundleInput) -> Vec<u8> {
    let disclosed = input.particulars.iter().map(|one| ((one.seq, one.name.as_str()), disclosed(one)));
    let withheld = input.withheld.iter().map(|one| ((one.seq, one.name.as_str()), withheld(one)));
    let lines: BTreeMap<_, _> = disclosed.chain(withheld).collect();
    lines.into_values().flat_map(|line| (line + "\n").into_bytes()).collect()
}

// serde_json escapes exactly what the canonical form escapes, so that every reader can check the line.
fn disclosed(particular: &BundleParticular) -> String {
    let value = particular.value.reveal();
    let (encoding, words) = match std::str::from_utf8(value) {
        Ok(text) => ("utf-8", text.to_owned()),
        Err(_) => ("base64", STANDARD.encode(value)),
    };
    let salt = Salt::from_bytes(*particular.salt.reveal());
    format!(
        r#"{{"case_seq":{},"encoding":{},"name":{},"salt":{},"seq":{},"value":{}}}"#,
        particular.case_seq,
        quoted(encoding),
        quoted(&particular.name),
        quoted(&salt.to_hex()),
        particular.seq,
        quoted(&words)
    )
}

fn withheld(particular: &BundleWithheld) -> String {
    format!(
        r#"{{"case_seq":{},"name":{},"seq":{},"withheld":{}}}"#,
        particular.case_seq,
        quoted(&particular.name),
        particular.seq,
        quoted(particular.reason.code())
    )
}

fn quoted(text: &str) -> serde_json::Value {
    serde_json::Value::from(text)
}

fn openings(particulars: &[BundleParticular]) -> Result<Particulars, Cause> {
    let mut openings = Particulars::partial();
    for particular in particulars {
        openings.open(Opening {
            seq: particular.seq,
            name: particular.name.clone(),
            value: particular.value.reveal().clone(),
            salt: Salt::from_bytes(*particular.salt.reveal()),
        })?;
    }
    Ok(openings)
}
