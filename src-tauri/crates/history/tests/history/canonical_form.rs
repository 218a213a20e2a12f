//! The canonical bytes: one entry, one form, in any language.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::made::{Chain, plain_event};
use casebook_history::canonical::CanonicalError;
use casebook_history::value::MAX_WHOLE;
use casebook_history::{Envelope, Hash, Value, event_hash, facts_to_json};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;

/// Text with everything that writers of JSON disagree about, and ordinary text.
fn any_text() -> impl Strategy<Value = String> {
    let awkward = prop::sample::select(vec![
        '"', '\\', '/', '\0', '\u{1}', '\u{8}', '\t', '\n', '\u{b}', '\u{c}', '\r', '\u{1f}', ' ', '\u{7f}',
        '\u{80}', 'é', '\u{301}', '\u{2028}', '\u{feff}', '\u{ffff}', '😀', '<', '&',
    ]);
    prop::collection::vec(prop_oneof![awkward, any::<char>()], 0..12).prop_map(String::from_iter)
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![any_text().prop_map(Value::Text), (0..=MAX_WHOLE).prop_map(Value::Whole)];
    leaf.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::List),
            prop::collection::btree_map("[!#-\\[\\]-~]{1,6}", inner, 0..5).prop_map(Value::Map),
        ]
    })
}

prop_compose! {
    fn any_event()(
        facts in prop::collection::btree_map("[a-zA-Z_]{1,8}", any_value(), 0..6),
        sealed in prop::collection::btree_map("[a-z_]{1,8}", any::<[u8; 32]>(), 0..3),
        place in 2..MAX_WHOLE,
        previous in any::<[u8; 32]>(),
        has_ref in any::<bool>(),
    ) -> Envelope {
        let previous = Hash::from_bytes(previous);
        Envelope {
            facts,
            sealed: sealed.into_iter().map(|(name, bytes)| (name, Hash::from_bytes(bytes))).collect(),
            seq: place,
            case_seq: place,
            prev: previous,
            case_prev: previous,
            refers_to: has_ref.then_some(1),
            ..plain_event()
        }
    }
}

/// The entry written by serde_json, which knows nothing of canonical form: other spaces, other order of parts.
fn loosely_written(event: &Envelope) -> String {
    let mut object = serde_json::json!({
        "who": event.who, "v": event.v, "seq": event.seq, "prev": event.prev.to_hex(), "on": event.on,
        "sealed": event.sealed.iter().map(|(name, hash)| (name.clone(), hash.to_hex())).collect::<BTreeMap<_, _>>(),
        "kind": event.kind, "facts": facts_to_json(&event.facts), "clock": event.clock, "casebook": event.casebook,
        "case_seq": event.case_seq, "case_prev": event.case_prev.to_hex(), "case": event.case, "at": event.at,
        "app": event.app,
    });
    if let Some(earlier) = event.refers_to {
        object["ref"] = earlier.into();
    }
    serde_json::to_string_pretty(&object).unwrap()
}

proptest! {
    #[test]
    fn what_is_written_is_read_back_the_same(event in any_event()) {
        let bytes = event.canonical_bytes().unwrap();
        let read = Envelope::from_canonical_bytes(&bytes).unwrap();
        prop_assert_eq!(&read, &event);
        prop_assert_eq!(&read.canonical_bytes().unwrap(), &bytes);
        prop_assert_eq!(event.hash().unwrap(), event_hash(&bytes));
        let json: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        let loose: serde_json::Value = serde_json::from_str(&loosely_written(&event)).unwrap();
        prop_assert_eq!(json, loose);
    }

    #[test]
    fn no_bytes_make_the_reader_fall_over(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(Envelope::from_canonical_bytes(&bytes).is_err());
    }
}

/// Python reads what serde_json wrote and writes it its own way; both must arrive at our bytes and our hash.
#[test]
fn python_writes_the_same_bytes_and_hashes() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let events: Vec<Envelope> = (0..300)
        .map(|_| any_event().new_tree(&mut runner).unwrap().current())
        .chain([plain_event()])
        .collect();
    // One entry a line: the loose form has its line ends taken out (inside text they are escaped anyway).
    let lines: String = events.iter().map(|event| loosely_written(event).replace('\n', " ") + "\n").collect();

    let twin = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/history/canonical_twin.py");
    let mut python = Command::new("python3")
        .arg(twin)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 is part of the set-up");
    let mut input = python.stdin.take().unwrap();
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()).unwrap());
    let output = python.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(output.status.success());

    let printed = String::from_utf8(output.stdout).unwrap();
    let mut lines = printed.split('\n');
    for event in &events {
        let bytes = event.canonical_bytes().unwrap();
        assert_eq!(lines.next(), Some(event_hash(&bytes).to_hex().as_str()));
        assert_eq!(lines.next().map(str::as_bytes), Some(bytes.as_slice()));
    }
    assert_eq!((lines.next(), lines.next()), (Some(""), None));
}

/// This form is for ever: if this test has to change, every stored history has become unreadable.
#[test]
fn the_bytes_of_an_entry_are_these() {
    let mut event = plain_event();
    event.sealed.insert("pasted".to_owned(), Hash::of(b"abc"));
    let expected = concat!(
        r#"{"app":"0.1.0","at":"2026-11-22T10:00:00.000Z","case":"","#,
        r#""case_prev":"0000000000000000000000000000000000000000000000000000000000000000","case_seq":1,"#,
        r#""casebook":"5e1f2c9a-0b7d-4a53-9a60-2f4f0c2b7d11","clock":"ok","facts":{"channel":"post","pages":3},"#,
        r#""kind":"request.received","on":"2026-11-20","#,
        r#""prev":"0000000000000000000000000000000000000000000000000000000000000000","#,
        r#""sealed":{"pasted":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},"#,
        r#""seq":1,"v":1,"who":"dpo"}"#,
    );
    assert_eq!(String::from_utf8(event.canonical_bytes().unwrap()).unwrap(), expected);
}

/// Each row changes the canonical text of one entry without changing what JSON says, or by adding to it.
#[test]
fn any_other_way_of_writing_an_entry_is_refused() {
    let bytes = Chain::of(2).events[1].clone();
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(Envelope::from_canonical_bytes(&bytes).is_ok());
    let not_canonical = CanonicalError::NotCanonical;
    let rows: [(&str, &str, CanonicalError); 22] = [
        (r#"{"app""#, r#"{ "app""#, not_canonical.clone()),
        (r#""who":"dpo"}"#, "\"who\":\"dpo\"}\n", not_canonical.clone()),
        (r#""v":1,"who":"dpo""#, r#""who":"dpo","v":1"#, not_canonical.clone()),
        (r#""channel":"post","pages":3"#, r#""pages":3,"channel":"post""#, not_canonical.clone()),
        (r#""who":"dpo""#, r#""who":"\u0064po""#, not_canonical.clone()),
        (r#""channel":"post""#, r#""channel":"p\/st""#, not_canonical.clone()),
        (r#""v":1,"#, r#""v":1,"v":1,"#, not_canonical.clone()),
        (r#""v":1,"#, r#""v":2,"v":1,"#, not_canonical.clone()),
        (r#""channel":"post","#, r#""channel":"email","channel":"post","#, not_canonical),
        (r#""pages":3"#, r#""pages":3.0"#, CanonicalError::Fraction),
        (r#""pages":3"#, r#""pages":3e0"#, CanonicalError::Fraction),
        (r#""pages":3"#, r#""pages":-3"#, CanonicalError::Negative),
        (r#""pages":3"#, r#""pages":9007199254740992"#, CanonicalError::TooLarge),
        (r#""pages":3"#, r#""pages":null"#, CanonicalError::Null),
        (r#""pages":3"#, r#""pages":true"#, CanonicalError::Boolean),
        (r#""pages":3"#, r#""pages":03"#, CanonicalError::NotJson),
        (r#""v":1,"#, r#""v":1,"x":1,"#, CanonicalError::UnknownPart),
        (r#""v":1,"#, "", CanonicalError::MissingPart { part: "v" }),
        (r#""v":1,"#, r#""v":"1","#, CanonicalError::Malformed { part: "v" }),
        (r#""ref":1,"#, r#""ref":null,"#, CanonicalError::Malformed { part: "ref" }),
        (r#""ref":1,"#, r#""ref":2,"#, CanonicalError::Malformed { part: "ref" }),
        (r#""sealed":{"#, r#""sealed":{"a":"AB","#, CanonicalError::Malformed { part: "sealed" }),
    ];
    for (from, to, expected) in rows {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        let changed = text.replacen(from, to, 1);
        assert_eq!(Envelope::from_canonical_bytes(changed.as_bytes()), Err(expected), "{from} -> {to}");
    }
    assert_eq!(Envelope::from_canonical_bytes(b"[]"), Err(CanonicalError::NotAnObject));
    assert_eq!(Envelope::from_canonical_bytes(b"\xff"), Err(CanonicalError::NotJson));
    assert_eq!(Envelope::from_canonical_bytes("[".repeat(100_000).as_bytes()), Err(CanonicalError::NotJson));
}

#[test]
fn a_part_without_its_form_is_named_and_not_written() {
    type Change = fn(&mut Envelope);
    let rows: [(&str, Change); 16] = [
        ("app", |event| event.app = String::new()),
        ("at", |event| event.at = "2026-11-22T10:00:00Z".to_owned()),
        ("case", |event| event.case = "SR-2026-0042-E".to_owned()),
        ("case_prev", |event| event.case_prev = Hash::of(b"x")),
        ("case_seq", |event| (event.case_seq, event.case_prev) = (2, Hash::of(b"x"))),
        ("case_prev", |event| event.case_seq = 0),
        ("casebook", |event| event.casebook = "a b".to_owned()),
        ("clock", |event| event.clock = "late".to_owned()),
        ("kind", |event| event.kind = "received".to_owned()),
        ("on", |event| event.on = "2026-02-30".to_owned()),
        ("prev", |event| event.prev = Hash::of(b"x")),
        ("ref", |event| event.refers_to = Some(1)),
        ("ref", |event| event.refers_to = Some(0)),
        ("sealed", |event| {
            event.sealed.insert("naïve".to_owned(), Hash::ZERO);
        }),
        ("v", |event| event.v = 0),
        ("who", |event| event.who = "Zoë".to_owned()),
    ];
    for (part, change) in rows {
        let mut event = plain_event();
        change(&mut event);
        assert_eq!(event.canonical_bytes(), Err(CanonicalError::Malformed { part }));
    }
}
