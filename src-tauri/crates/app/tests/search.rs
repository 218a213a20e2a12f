//! The search of a case through the door: whom to ask, asking again, what came of it (SEARCH-1, REF-7).

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use std::fs;

use casebook_ipc::IpcError;
use casebook_testkit::{TestCasebook, about, access_request, search_everything, with};
use serde_json::{Value, json};

fn received() -> (TestCasebook, Value) {
    let casebook = TestCasebook::ready("2026-11-02");
    let request =
        with(access_request("Zofia Nowak", "2026-10-27"), json!({ "email": "zofia@mill-lane.example" }));
    let case = casebook.must("request_receive", request);
    (casebook, case)
}

/// Places are asked on the second, to report by the ninth.
fn asked(casebook: &TestCasebook, case: &Value, places: &[&str]) -> Value {
    let places: Vec<Value> =
        places.iter().map(|place| json!({ "system": null, "place": place, "who": "Robin Hale" })).collect();
    let ask = json!({
        "on": "2026-11-02", "due": "2026-11-09", "places": places, "terms": "Zofia Nowak\nzofia@mill-lane.example",
        "period": "since 2024",
    });
    casebook.must("searches_ask", about(case, ask))
}

fn follow(casebook: &TestCasebook, case: &Value, what: &str, text: &str) -> Result<Value, IpcError> {
    let search = &case["search"]["places"][0]["search"];
    let follow = json!({ "search": search, "what": what, "on": casebook.today(), "text": text });
    casebook.call("search_follow", about(case, follow)).map(|outcome| outcome.value)
}

fn report(case: &Value, place: usize, result: &str, pages: u32, note: &str) -> Value {
    let report = json!({
        "search": case["search"]["places"][place]["search"], "on": "2026-11-10", "result": result, "pages": pages,
        "by": "Robin Hale", "note": note, "proof": "screenshot 4",
    });
    about(case, report)
}

fn rule(refused: Result<Value, IpcError>) -> String {
    match refused {
        Err(IpcError::Refused { refused }) => refused.rule,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_register_proposes_places_and_marks_those_that_were_asked() {
    let (casebook, case) = received();
    let read = json!({ "case": case["case"] });
    let proposal = casebook.must("search_propose", read.clone());
    let places = proposal["places"].as_array().unwrap();
    assert!(places.len() > 2, "{proposal}");
    assert!(places.iter().all(|place| place["isAsked"] == json!(false)), "{proposal}");
    // Twenty-five days are left until 27 November.
    assert_eq!(proposal["due"], json!("2026-11-16"), "the first working day after half of them: {proposal}");
    assert!(
        proposal["dueWords"].as_str().unwrap().ends_with("half of the 25 days that are left"),
        "{proposal}"
    );
    assert_eq!(proposal["terms"], json!("Zofia Nowak\nzofia@mill-lane.example\nCM6 1BG"));

    let first = json!([{ "system": places[0]["system"], "place": places[0]["place"], "who": "" }]);
    let ask = json!({
        "on": "2026-11-02", "due": proposal["due"], "places": first, "terms": proposal["terms"], "period": "",
    });
    casebook.must("searches_ask", about(&case, ask));
    let again = casebook.must("search_propose", read.clone());
    let asked: Vec<&Value> =
        again["places"].as_array().unwrap().iter().map(|place| &place["isAsked"]).collect();
    assert_eq!(asked[0], &json!(true));
    assert!(asked[1..].iter().all(|asked| **asked == json!(false)), "{again}");

    // A request forwarded after its last day leaves days all the same.
    casebook.time.set("2026-12-07");
    let late = casebook.must("search_propose", read);
    assert_eq!(late["due"], json!("2026-12-14"), "{late}");
}

#[test]
fn a_late_place_is_asked_again_twice_and_then_taken_to_somebody_above() {
    let (casebook, case) = received();
    let case = asked(&casebook, &case, &["the mail archive", "the paper files"]);
    assert_eq!(case["search"]["words"], json!("0 of 2 places have reported."));
    casebook.time.set("2026-11-10");
    let case = casebook.must("case_read", json!({ "case": case["case"] }));
    assert_eq!(case["search"]["words"], json!("0 of 2 places have reported; 2 are late."));
    assert_eq!(case["search"]["places"][0]["urgency"], json!("overdue"));

    let case = follow(&casebook, &case, "chase", "").unwrap();
    assert_eq!(case["advisories"], json!([]));
    let case = follow(&casebook, &case, "chase", "By telephone.").unwrap();
    assert_eq!(case["advisories"][0]["rule"], json!("SEARCH-1"), "a director is next");
    assert_eq!(rule(follow(&casebook, &case, "escalate", " ")), "SEARCH-1");
    let case = follow(&casebook, &case, "escalate", "Jo Field, director").unwrap();
    let place = &case["search"]["places"][0];
    assert_eq!((&place["chased"], &place["escalatedTo"]), (&json!(2), &json!("Jo Field, director")));
    assert!(
        place["stateWords"].as_str().unwrap().contains("asked again 2 times, taken to somebody above"),
        "{place}"
    );
    assert_eq!(case["search"]["places"][1]["chased"], json!(0), "the other place was not touched");

    let case = casebook.must("search_report", report(&case, 0, "found", 12, "Two mailboxes."));
    let told: Vec<&str> = case["history"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|day| day["entries"].as_array().unwrap())
        .map(|entry| entry["sentence"].as_str().unwrap())
        .collect();
    for sentence in [
        "Asked to search: the mail archive.",
        "Asked to search: the paper files.",
        "Asked again: the mail archive.",
        "The late search of the mail archive was taken to somebody above.",
        "The search of the mail archive was reported: found.",
    ] {
        assert!(told.contains(&sentence), "{sentence} is not in {told:#?}");
    }
    assert!(told.iter().all(|sentence| !sentence.starts_with(char::is_lowercase)), "{told:#?}");
    let place = &case["search"]["places"][0];
    assert_eq!(
        (&place["result"], &place["pages"], &place["note"], &place["proof"], &place["urgency"]),
        (&json!("found"), &json!(12), &json!("Two mailboxes."), &json!("screenshot 4"), &json!("done"))
    );
    assert_eq!(case["decision"]["pagesFound"], json!(12));
    assert_eq!(rule(follow(&casebook, &case, "chase", "")), "SEARCH-1", "it has reported");
}

#[test]
fn a_place_is_left_out_only_with_a_reason() {
    let (casebook, case) = received();
    let case = asked(&casebook, &case, &["the backups"]);
    casebook.time.set("2026-11-10");
    let without = casebook.call("search_report", report(&case, 0, "not_searched", 0, "  "));
    assert_eq!(rule(without.map(|outcome| outcome.value)), "REF-7");
    let unchanged = casebook.must("case_read", json!({ "case": case["case"] }));
    assert_eq!(unchanged["version"], case["version"]);
    let note = "Overwritten every week, and nothing in them is not in the archive too.";
    let case = casebook.must("search_report", report(&case, 0, "not_searched", 40, note));
    let place = &case["search"]["places"][0];
    assert_eq!(
        (&place["pages"], &place["note"]),
        (&json!(0), &json!(note)),
        "nothing was found where nobody looked"
    );
    assert_eq!(case["search"]["words"], json!("1 of 1 place has reported."));
}

#[test]
fn each_place_keeps_its_own_words_and_a_bad_request_is_named() {
    let (casebook, case) = received();
    let ask = |places: Value, due: &str| {
        let ask = json!({ "on": "2026-11-02", "due": due, "places": places, "terms": "Zofia", "period": "" });
        casebook.call("searches_ask", about(&case, ask)).map(|outcome| outcome.value)
    };
    let place = |name: &str, who: &str| json!({ "system": null, "place": name, "who": who });
    for places in [json!([]), json!([place(" ", "Robin")])] {
        let Err(IpcError::Invalid { fields }) = ask(places.clone(), "2026-11-09") else { panic!("{places}") };
        assert_eq!(fields[0].field, "places");
    }
    assert_eq!(
        rule(ask(json!([place("the archive", "")]), "2026-11-01")),
        "SEARCH-1",
        "due before it was asked"
    );

    let case = ask(json!([place("the archive", ""), place("the shop", "Kim")]), "2026-11-09").unwrap();
    let asked: Vec<(&Value, &Value)> = case["search"]["places"]
        .as_array()
        .unwrap()
        .iter()
        .map(|asked| (&asked["place"], &asked["who"]))
        .collect();
    let [archive, shop, kim, nobody] = ["the archive", "the shop", "Kim", ""].map(|text| json!(text));
    assert_eq!(asked, [(&archive, &nobody), (&shop, &kim)], "nobody was named for the first");
}

#[test]
fn a_colleague_gets_the_place_and_the_terms_on_paper_and_as_a_message_and_nothing_else() {
    let (casebook, case) = received();
    let case = asked(&casebook, &case, &["the mail archive"]);
    let of = json!({ "case": case["case"], "search": case["search"]["places"][0]["search"] });
    let text = casebook.must("search_text", of.clone())["text"].as_str().unwrap().to_owned();
    for said in ["SR-2026-0001-X", "the mail archive", "Zofia Nowak", "since 2024", "9 November 2026"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains("I want a copy") && !text.contains("Mill Lane"), "{text}");

    assert_eq!(casebook.call("search_sheet_save", of.clone()).unwrap_err(), IpcError::Cancelled);
    let path = casebook.folder.path().join("sheet.pdf");
    casebook.dialogs.will_answer(&path);
    let saved = casebook.must("search_sheet_save", of);
    assert_eq!(
        saved["fileName"],
        json!("SR-2026-0001-X-search.pdf"),
        "a file name says nothing of the person"
    );
    assert!(fs::read(path).unwrap().starts_with(b"%PDF"));
    let unknown = json!({ "case": case["case"], "search": case["case"] });
    assert!(matches!(casebook.call("search_text", unknown), Err(IpcError::NotFound { .. })));
}

#[test]
fn an_answer_waits_for_every_place() {
    let (casebook, case) = received();
    let answer = |case: &Value| {
        let kinds = casebook.must("letter_kinds", json!({ "case": case["case"] }));
        kinds["kinds"].as_array().unwrap().iter().find(|row| row["kind"] == json!("L07")).unwrap().clone()
    };
    assert_ne!(answer(&case)["notNow"], json!(""), "nothing was searched");
    let case = search_everything(&casebook, &case);
    assert_eq!(answer(&case)["notNow"], json!(""));
}
