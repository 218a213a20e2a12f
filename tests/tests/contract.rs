//! Every command of the table, asked in ways that no page of ours would: the answer is a proper error, never a fault
//! of the program, and never an echo of what was sent.

use casebook_app::call;
use casebook_ipc::{CASEBOOK_COMMANDS, GATEHOUSE_COMMANDS, IpcError};
use casebook_testkit::TestCasebook;
use serde_json::{Value, json};

const TODAY: &str = "2026-11-20";
/// Stands for what somebody typed: no error may hold it.
const TYPED: &str = "Qzxtypedvkj";

/// Requests that fit no command.
fn wrong_shapes() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(7),
        json!(TYPED),
        json!([
            TYPED, TYPED, TYPED, TYPED, TYPED, TYPED, TYPED, TYPED, TYPED, TYPED, TYPED, TYPED, TYPED, TYPED
        ]),
        json!({ TYPED: TYPED }),
        json!({ "case": TYPED, "letter": TYPED, "commandId": TYPED, "version": -1, TYPED: {} }),
        json!({ "passphrase": { TYPED: 1 }, "again": [] }),
        json!({ "list": 1e300, "from": -1, "len": "all" }),
        deep(),
    ]
}

/// A request a hundred levels deep.
fn deep() -> Value {
    (0..100).fold(json!(TYPED), |inside, _| json!({ "a": inside }))
}

fn all_commands() -> impl Iterator<Item = &'static str> {
    GATEHOUSE_COMMANDS.iter().chain(CASEBOOK_COMMANDS).copied()
}

#[test]
fn a_request_of_the_wrong_shape_is_refused_by_every_command() {
    let casebook = TestCasebook::ready(TODAY);
    for name in all_commands() {
        for request in wrong_shapes() {
            let answer = casebook.call(name, request.clone()).map(|outcome| outcome.value);
            let Err(IpcError::Invalid { fields }) = &answer else {
                panic!("{name} {request}: {answer:?}");
            };
            assert_eq!(fields.len(), 1, "{name} {request}");
            assert_eq!(fields[0].field, "request", "{name} {request}");
            assert!(!format!("{answer:?}").contains(TYPED), "{name} repeats what was sent: {answer:?}");
        }
    }
    assert!(casebook.gate.open().is_some(), "a wrong request locked the casebook");
}

#[test]
fn while_locked_every_command_of_the_casebook_is_refused() {
    for casebook in [TestCasebook::absent(TODAY), locked()] {
        for name in CASEBOOK_COMMANDS {
            for request in wrong_shapes().into_iter().chain([json!({})]) {
                let answer = casebook.call(name, request).map(|outcome| outcome.value);
                assert_eq!(answer, Err(IpcError::Locked), "{name}");
            }
        }
        assert_eq!(casebook_app::blob(&casebook.gate, "letter/x/1"), Err(IpcError::Locked));
    }
}

fn locked() -> TestCasebook {
    let mut casebook = TestCasebook::ready(TODAY);
    casebook.restart();
    casebook
}

#[test]
fn a_name_that_is_no_command_is_not_found() {
    for casebook in [TestCasebook::absent(TODAY), locked(), TestCasebook::ready(TODAY)] {
        for name in
            ["", " ", "gate_status ", "Gate_Status", "case-read", "drop", "../call", TYPED, "gate_status\0"]
        {
            let answer = call(&casebook.gate, name, json!({})).map(|outcome| outcome.value);
            let Err(IpcError::NotFound { message }) = answer else { panic!("{name:?}: {answer:?}") };
            assert!(!message.contains(TYPED), "{message}");
        }
    }
}

#[test]
fn ids_of_nothing_find_nothing_and_record_nothing() {
    let casebook = TestCasebook::ready(TODAY);
    let id = "01900000-0000-7000-8000-00000000dead";
    let act = |more: Value| {
        let mut request = json!({ "commandId": id });
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        request
    };
    let before = casebook.must("cases_open", json!({ "filter": "all", "sort": "newest", "text": "" }));
    for (name, request) in [
        ("case_read", json!({ "case": id })),
        (
            "case_record",
            act(json!({ "case": id, "version": 1, "what": "noteWritten", "on": TODAY, "text": TYPED })),
        ),
        ("case_close", act(json!({ "case": id, "version": 1, "resolution": "answered", "reason": TYPED }))),
        ("case_reopen", act(json!({ "case": id, "version": 1, "reason": TYPED }))),
        ("case_what_if", json!({ "case": id, "supposed": [] })),
        ("holidays_apply", json!({ "revision": 0, "sha256": TYPED, "source": TYPED })),
        ("letter_begin", json!({ "case": id, "kind": "L07" })),
        ("letter_read", json!({ "letter": id })),
        ("letter_discard", json!({ "letter": id })),
        ("letter_save_pdf", json!({ "letter": id })),
        ("letter_make_final", act(json!({ "letter": id, "revision": 1, "caseVersion": 1 }))),
        ("letter_kinds", json!({ "case": id })),
        (
            "letter_record_delivered",
            act(json!({ "letter": id, "caseVersion": 1, "on": TODAY, "proof": TYPED })),
        ),
        (
            "letter_record_returned",
            act(json!({ "letter": id, "caseVersion": 1, "on": TODAY, "reason": "lost", "note": TYPED })),
        ),
        ("correction_preview", json!({ "case": id, "entry": 1, "rightDay": null })),
        ("tray_print_file", json!({ "letters": [id], "bothSides": false })),
        ("letter_void", act(json!({ "letter": id, "caseVersion": 1, "reason": TYPED }))),
        ("register_confirm", json!({ "register": "systems", "entry": id, "revision": 0 })),
        ("register_remove", json!({ "register": "systems", "entry": id, "revision": 1, "until": TODAY })),
        ("cases_rows", json!({ "list": 4_000_000_000_u32, "from": 0, "len": 200 })),
    ] {
        let answer = casebook.call(name, request).map(|outcome| outcome.value);
        // To a case that is not there, an act on a version of it is an act on another version.
        let is_known = matches!(answer, Err(IpcError::NotFound { .. } | IpcError::Conflict { .. }));
        assert!(is_known, "{name}: {answer:?}");
        assert!(!format!("{answer:?}").contains(TYPED), "{name}: {answer:?}");
    }
    for blob in
        ["", "letter", "letter/", "letter//", "letter/x/1", "letter/../1", &format!("letter/{id}/1"), TYPED]
    {
        let answer = casebook_app::blob(&casebook.gate, blob);
        assert!(matches!(answer, Err(IpcError::NotFound { .. })), "{blob}: {answer:?}");
    }
    let after = casebook.must("cases_open", json!({ "filter": "all", "sort": "newest", "text": "" }));
    assert_eq!(after["all"], before["all"]);
}
