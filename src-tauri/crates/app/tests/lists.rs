//! Lists of cases, searching them, and the lines of a history.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use casebook_testkit::{TestCasebook, about, access_request, with};
use serde_json::{Value, json};

fn receive(casebook: &TestCasebook, name: &str, on: &str, text: &str) -> Value {
    casebook.must("request_receive", with(access_request(name, on), json!({ "text": text })))
}

fn record(casebook: &TestCasebook, case: &Value, what: &str, on: &str, text: &str) -> Value {
    let happened = json!({ "what": what, "on": on, "text": text, "doubt": "unknown_email" });
    casebook.must("case_record", about(case, happened))
}

/// The names in a list, in its order.
fn names(casebook: &TestCasebook, filter: &str, sort: &str, text: &str) -> Vec<String> {
    let list = casebook.must("cases_open", json!({ "filter": filter, "sort": sort, "text": text }));
    let rows = casebook.must("cases_rows", json!({ "list": list["list"], "from": 0, "len": 50 }));
    let rows = rows["rows"].as_array().unwrap();
    assert_eq!(list["count"], json!(rows.len()));
    rows.iter().map(|row| row["who"].as_str().unwrap().to_owned()).collect()
}

/// Four cases: overdue, due soon, with time, waiting.
fn four() -> TestCasebook {
    let casebook = TestCasebook::ready("2026-11-20");
    receive(&casebook, "Maya Osei", "2026-10-12", "Everything, please.");
    receive(&casebook, "Zofia Żółkiewska", "2026-10-23", "My support tickets.");
    receive(&casebook, "Duncan MacInnes", "2026-11-19", "The e-mails about me.");
    let waiting = receive(&casebook, "Priya Raman", "2026-11-02", "A copy of all of it.");
    record(&casebook, &waiting, "identityAsked", "2026-11-03", "An unknown e-mail address.");
    casebook
}

#[test]
fn the_most_urgent_case_comes_first_and_waiting_ones_after_those_with_a_date() {
    let casebook = four();
    let order = ["Maya Osei", "Zofia Żółkiewska", "Duncan MacInnes", "Priya Raman"];
    assert_eq!(names(&casebook, "open", "mostUrgent", ""), order);
    assert_eq!(names(&casebook, "overdue", "mostUrgent", ""), ["Maya Osei"]);
    assert_eq!(names(&casebook, "dueSoon", "mostUrgent", ""), ["Zofia Żółkiewska"]);
    assert_eq!(names(&casebook, "waiting", "mostUrgent", ""), ["Priya Raman"]);
    assert_eq!(names(&casebook, "closed", "mostUrgent", ""), Vec::<String>::new());
    assert_eq!(names(&casebook, "all", "newest", "")[0], "Duncan MacInnes");
}

#[test]
fn a_search_finds_names_without_their_accents_texts_and_references() {
    let casebook = four();
    for (text, found) in [
        ("zolkiewska", "Zofia Żółkiewska"),
        ("support tick", "Zofia Żółkiewska"),
        ("sr 2026 1 x", "Maya Osei"),
        ("e-mails", "Duncan MacInnes"),
    ] {
        assert_eq!(names(&casebook, "all", "mostUrgent", text), [found], "{text}");
    }
    for hostile in ["\"", "a\" OR \"b", "*", "NEAR(", "'; DROP TABLE event; --", "\u{0}", "((((", "-"] {
        let _ = names(&casebook, "all", "mostUrgent", hostile);
    }
}

#[test]
fn a_list_keeps_its_order_while_it_is_open() {
    let casebook = four();
    let list = casebook.must("cases_open", json!({ "filter": "open", "sort": "newest", "text": "" }));
    let window = json!({ "list": list["list"], "from": 0, "len": 10 });
    let before = casebook.must("cases_rows", window.clone());
    receive(&casebook, "Newer Still", "2026-11-20", "Me too.");
    let after = casebook.must("cases_rows", window);
    let whos = |rows: &Value| -> Vec<Value> {
        rows["rows"].as_array().unwrap().iter().map(|row| row["who"].clone()).collect()
    };
    assert_eq!(whos(&before), whos(&after));
}

#[test]
fn a_history_reads_as_a_story_in_the_order_of_days() {
    let casebook = TestCasebook::ready("2026-11-20");
    let case = receive(&casebook, "Maya Osei", "2026-11-02", "A copy.");
    let case = record(&casebook, &case, "clarificationAsked", "2026-11-10", "Eleven years of mail.");
    let case = record(&casebook, &case, "identityAsked", "2026-11-04", "An unknown address.");
    let told: Vec<(String, String)> = case["history"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|day| {
            let entries = day["entries"].as_array().unwrap();
            entries.iter().map(|entry| {
                (day["on"].as_str().unwrap().to_owned(), entry["sentence"].as_str().unwrap().to_owned())
            })
        })
        .collect();
    let expected = [
        ("2026-11-02", "Access request received by e-mail."),
        ("2026-11-04", "Proof of identity asked for."),
        ("2026-11-10", "Asked which information the request is about."),
        ("2026-11-20", "Recorded the person the data is about."),
    ];
    let expected: Vec<(String, String)> =
        expected.iter().map(|(on, sentence)| ((*on).to_owned(), (*sentence).to_owned())).collect();
    assert_eq!(told, expected);
    assert_eq!(case["statusWords"], json!("Waiting for identity"));
    assert_eq!(case["clocks"][0]["lastDay"], Value::Null);
}

#[test]
fn a_recovery_key_can_be_renewed_and_the_old_one_opens_nothing() {
    let mut casebook = TestCasebook::ready("2026-11-20");
    let shown = casebook.must("recovery_renew", json!({}));
    assert_eq!(casebook.must("home_read", json!({}))["setup"], json!("recoveryKey"));
    let wrong = casebook.call("recovery_confirm", json!({ "groups": ["AAAA", "BBBB"] }));
    assert!(wrong.is_err());
    let groups: Vec<String> =
        shown["groups"].as_array().unwrap().iter().map(|group| group.as_str().unwrap().to_owned()).collect();
    let asked: Vec<&String> = shown["ask"]
        .as_array()
        .unwrap()
        .iter()
        .map(|place| &groups[usize::try_from(place.as_u64().unwrap()).unwrap() - 1])
        .collect();
    casebook.must("recovery_confirm", json!({ "groups": asked }));
    assert_eq!(casebook.must("home_read", json!({}))["setup"], json!("done"));
    casebook.restart();
    casebook.must("casebook_unlock", json!({ "passphrase": null, "recoveryKey": groups.join("-") }));
}

#[test]
fn an_answer_that_went_late_is_shown_as_late_everywhere() {
    let casebook = TestCasebook::ready("2026-12-02");
    let case = casebook.must("request_receive", access_request("Maya Osei", "2026-10-27"));
    let went =
        json!({ "what": "answeredOutside", "on": "2026-11-30", "channel": "email", "text": "A copy." });
    let case = casebook.must("case_record", about(&case, went));
    let clock = &case["clocks"][0];
    assert_eq!(clock["leftWords"], json!("Answered on 30 November 2026, 3 days late"));
    assert_eq!((&clock["urgency"], &case["urgency"]), (&json!("doneLate"), &json!("doneLate")));
    let closed = casebook.must("case_close", about(&case, json!({ "resolution": "answered", "reason": "" })));
    assert_eq!(closed["clocks"][0]["leftWords"], json!("Answered on 30 November 2026, 3 days late"));
    assert_eq!(closed["urgency"], json!("doneLate"));
    let list = casebook.must("cases_open", json!({ "filter": "all", "sort": "newest", "text": "" }));
    let shown = casebook.must("cases_rows", json!({ "list": list["list"], "from": 0, "len": 1 }));
    assert_eq!(shown["rows"][0]["urgency"], json!("doneLate"));
}
