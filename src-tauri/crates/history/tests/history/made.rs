//! Histories for the tests of this crate, made the way the product makes them.

use std::collections::BTreeMap;

use casebook_history::commitment::{Salt, commit};
use casebook_history::{Envelope, Hash, Head, Opening, Value, event_hash};

pub(crate) const CASES: [&str; 3] =
    ["", "01890a5d-ac96-774b-bcce-b302099a8057", "01890a5d-ac96-774b-bcce-b302099a8058"];

/// Entries with their bytes, as a store holds them.
#[derive(Clone, Default)]
pub(crate) struct Chain {
    pub(crate) events: Vec<Vec<u8>>,
    pub(crate) openings: Vec<Opening>,
    heads: BTreeMap<String, Head>,
    last: Option<Head>,
}

impl Chain {
    /// `length` entries spread over three cases; every other one seals two particulars.
    pub(crate) fn of(length: u64) -> Self {
        let mut chain = Self::default();
        for number in 1..=length {
            chain.append(CASES[usize::try_from(number % 3).unwrap()], number % 2 == 0, |_| {});
        }
        chain
    }

    /// Appends an entry to a case; `change` may still alter it.
    pub(crate) fn append(&mut self, case: &str, has_particulars: bool, change: impl FnOnce(&mut Envelope)) {
        let last = self.last.unwrap_or(Head::EMPTY);
        let case_head = self.heads.get(case).copied().unwrap_or(Head::EMPTY);
        let mut event = plain_event();
        event.case = case.to_owned();
        event.seq = last.seq + 1;
        event.prev = last.hash;
        event.case_seq = case_head.seq + 1;
        event.case_prev = case_head.hash;
        event.refers_to = (last.seq > 0).then_some(last.seq);
        if has_particulars {
            for (name, value) in [("note", "Zoë called"), ("name", "Zoë Müller")] {
                let salt = Salt::from_bytes(*Hash::of(format!("{name}{}", event.seq).as_bytes()).as_bytes());
                event.sealed.insert(name.to_owned(), commit(&salt, value.as_bytes()));
                let (seq, name, value) = (event.seq, name.to_owned(), value.as_bytes().to_vec());
                self.openings.push(Opening { seq, name, value, salt });
            }
        }
        change(&mut event);
        let bytes = event.canonical_bytes().unwrap();
        let hash = event_hash(&bytes);
        self.last = Some(Head { seq: event.seq, hash });
        self.heads.insert(case.to_owned(), Head { seq: event.case_seq, hash });
        self.events.push(bytes);
    }

    /// The head of the casebook.
    pub(crate) fn head(&self) -> Head {
        self.last.unwrap()
    }

    /// The head of one case.
    pub(crate) fn case_head(&self, case: &str) -> Head {
        self.heads[case]
    }

    /// The entries of one case, as in a bundle.
    pub(crate) fn case(&self, case: &str) -> Vec<Vec<u8>> {
        let is_of_case = |bytes: &&Vec<u8>| Envelope::from_canonical_bytes(bytes).unwrap().case == case;
        self.events.iter().filter(is_of_case).cloned().collect()
    }
}

/// The first entry of a casebook.
pub(crate) fn plain_event() -> Envelope {
    Envelope {
        app: "0.1.0".to_owned(),
        at: "2026-11-22T10:00:00.000Z".to_owned(),
        case: String::new(),
        case_seq: 1,
        case_prev: Hash::ZERO,
        casebook: "5e1f2c9a-0b7d-4a53-9a60-2f4f0c2b7d11".to_owned(),
        clock: "ok".to_owned(),
        facts: BTreeMap::from([
            ("channel".to_owned(), Value::Text("post".to_owned())),
            ("pages".to_owned(), Value::Whole(3)),
        ]),
        kind: "request.received".to_owned(),
        on: "2026-11-20".to_owned(),
        prev: Hash::ZERO,
        refers_to: None,
        sealed: BTreeMap::new(),
        seq: 1,
        v: 1,
        who: "dpo".to_owned(),
    }
}
