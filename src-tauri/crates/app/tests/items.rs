//! What a search found, through the door: groups, an index read in, what is decided and by whom (ITEM-1, REF-4, REF-5,
//! DEC-1).

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use std::fmt::Write as _;
use std::fs;

use casebook_ipc::IpcError;
use casebook_testkit::{TestCasebook, about, access_request, with};
use serde_json::{Value, json};

fn received() -> (TestCasebook, Value) {
    let casebook = TestCasebook::ready("2026-11-02");
    let case = casebook.must("request_receive", access_request("Zofia Nowak", "2026-10-27"));
    (casebook, case)
}

fn import(casebook: &TestCasebook, case: &Value, list: &[u8]) -> Result<Value, IpcError> {
    let path = casebook.folder.path().join("items.csv");
    fs::write(&path, list).unwrap();
    casebook.dialogs.will_answer(path);
    casebook.call("items_import", about(case, json!({}))).map(|outcome| outcome.value)
}

fn read(casebook: &TestCasebook, case: &Value) -> Value {
    casebook.must("case_read", json!({ "case": case["case"] }))
}

fn rule(refused: Result<Value, IpcError>) -> String {
    match refused {
        Err(IpcError::Refused { refused }) => refused.rule,
        other => panic!("{other:?}"),
    }
}

/// Three thousand items of one page in three groups; every five hundredth has no description.
fn list() -> String {
    let mut list = "Id,Title,Group,Pages,Decision,Exemption,Reason\n".to_owned();
    for number in 1..=3_000 {
        let title = if number % 500 == 0 { "" } else { "A message, \"quoted\" once" };
        let title = title.replace('"', "\"\"");
        let rest = match number % 3 {
            0 => "Tickets,1,,,",
            1 => "E-mails,1,released,,",
            _ => "Advice,1,withheld,EX-LPP,Counsel advised on the claim",
        };
        writeln!(list, "M-{number},\"{title}\",{rest}").unwrap();
    }
    list
}

#[test]
fn three_thousand_items_are_read_in_and_unusable_lines_are_named() {
    let (casebook, case) = received();
    let imported = import(&casebook, &case, list().as_bytes()).unwrap();
    assert_eq!((&imported["items"], &imported["groups"]), (&json!(2_994), &json!(3)));
    let faults: Vec<&str> =
        imported["faults"].as_array().unwrap().iter().map(|each| each.as_str().unwrap()).collect();
    assert_eq!(faults.len(), 6, "{faults:?}");
    // The heading is line 1.
    assert_eq!(faults[0], "Line 501: It has no description.");
    assert_eq!(
        imported["words"],
        json!("Read 2,994 items in 3 groups. Left out 6 lines that could not be used.")
    );

    let case = read(&casebook, &case);
    let groups: Vec<(&str, u64, &str, &str)> = case["decision"]["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| {
            let text = |name: &str| group[name].as_str().unwrap();
            (text("title"), group["pages"].as_u64().unwrap(), text("stateWords"), text("reason"))
        })
        .collect();
    let withheld = "Withheld: confidence between lawyer and client";
    assert_eq!(
        groups,
        [
            ("Advice", 998, withheld, "Counsel advised on the claim"),
            ("E-mails", 998, "Released", ""),
            ("Tickets", 998, "Not decided", ""),
        ]
    );
    assert_eq!(case["decision"]["words"], json!("2 of 3 groups are decided; 998 pages are held back."));
}

#[test]
fn items_of_a_group_that_are_treated_differently_are_apart_and_what_wants_weighing_stays_open() {
    let (casebook, case) = received();
    let list = "title;group;pages;decision;exemption;reason\n\
                Rota;Staff;2;released;;\n\
                Appraisal;Staff;3;withheld;EX-OTHER;It is about a colleague\n\
                Loose sheet;;1;;;\n";
    import(&casebook, &case, list.as_bytes()).unwrap();
    let case = read(&casebook, &case);
    let groups: Vec<(&Value, &Value, &Value)> = case["decision"]["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| (&group["title"], &group["items"], &group["treatment"]))
        .collect();
    assert_eq!(groups.len(), 3, "{groups:?}");
    let treatment = |title: &str| groups.iter().find(|(name, ..)| **name == json!(title)).expect(title).2;
    assert_eq!(treatment("Staff, released"), &json!("released"));
    assert_eq!(treatment("Staff, withheld (EX-OTHER)"), &Value::Null, "nobody has weighed it yet (REF-5)");
    assert_eq!(treatment("Items without a group"), &Value::Null);
}

#[test]
fn an_index_that_cannot_be_used_records_nothing_and_says_why() {
    let (casebook, case) = received();
    for (list, said) in [
        (&b"PK\x03\x04rest of a workbook"[..], "workbook"),
        (b"", "empty"),
        (b"colour,shape\nred,round\n", "first row"),
        (b"title,pages\n,3\n", "No line"),
    ] {
        let refused = import(&casebook, &case, list);
        let Err(IpcError::Invalid { fields }) = refused else { panic!("{said}: {refused:?}") };
        assert_eq!(fields[0].field, "file");
        assert!(fields[0].message.contains(said), "{said}: {}", fields[0].message);
    }
    let closed = casebook.call("items_import", about(&case, json!({})));
    assert_eq!(closed.unwrap_err(), IpcError::Cancelled);
    casebook.dialogs.will_answer(casebook.folder.path().join("gone.csv"));
    let gone = casebook.call("items_import", about(&case, json!({})));
    assert!(matches!(gone, Err(IpcError::Invalid { .. })), "{gone:?}");
    assert_eq!(read(&casebook, &case)["version"], case["version"]);
}

/// A case with one group of twelve pages.
fn with_group(casebook: &TestCasebook, case: &Value) -> Value {
    let group = json!({ "title": "E-mails with suppliers", "items": 4, "pages": 12 });
    casebook.must("items_group", about(case, group))
}

fn decide(casebook: &TestCasebook, case: &Value, more: Value) -> Result<Value, IpcError> {
    let decide = json!({
        "group": case["decision"]["groups"][0]["group"], "treatment": "withheld", "exemption": null,
        "thirdParty": null, "naming": "named", "reason": "It would show our price before we signed.", "weighed": "",
    });
    casebook.call("items_decide", about(case, with(decide, more))).map(|outcome| outcome.value)
}

#[test]
fn what_is_left_out_needs_an_exemption_that_is_ours_and_a_reason() {
    let (casebook, case) = received();
    let case = with_group(&casebook, &case);
    for (more, expected) in [
        (json!({}), "REF-4"),
        (json!({ "exemption": "EX-IMM" }), "REF-4"),
        (json!({ "exemption": "EX-NEGOT", "reason": " " }), "REF-4"),
        (json!({ "exemption": "EX-SEARCH", "naming": "neutral" }), "REF-4"),
        (json!({ "exemption": "EX-OTHER" }), "REF-5"),
        (json!({ "exemption": "EX-OTHER", "thirdParty": "not_reasonable" }), "REF-5"),
        (json!({ "treatment": "released", "thirdParty": "not_reasonable" }), "REF-5"),
    ] {
        assert_eq!(rule(decide(&casebook, &case, more.clone())), expected, "{more}");
    }
    assert_eq!(read(&casebook, &case)["version"], case["version"], "nothing was recorded");

    let weighed = json!({
        "exemption": "EX-OTHER", "thirdParty": "not_reasonable", "naming": "neutral",
        "weighed": "Private messages, given in confidence; asked on 1 November; refused.",
    });
    let decided = decide(&casebook, &case, weighed).unwrap();
    let group = &decided["decision"]["groups"][0];
    assert_eq!(group["stateWords"], json!("Withheld: information about someone else"));
    assert_eq!(
        group["weighed"],
        json!("Private messages, given in confidence; asked on 1 November; refused.")
    );
    assert_eq!(decided["decision"]["words"], json!("1 of 1 group is decided; 12 pages are held back."));

    // Decided anew, the last word counts and the earlier reason is not shown for it.
    let released = decide(&casebook, &decided, json!({ "treatment": "released", "reason": "" })).unwrap();
    let group = &released["decision"]["groups"][0];
    assert_eq!(
        (&group["treatment"], &group["exemption"], &group["reason"]),
        (&json!("released"), &Value::Null, &json!(""))
    );
}

#[test]
fn a_group_needs_a_title_and_something_in_it() {
    let (casebook, case) = received();
    for group in
        [json!({ "title": " ", "items": 1, "pages": 1 }), json!({ "title": "Mail", "items": 0, "pages": 0 })]
    {
        let refused = casebook.call("items_group", about(&case, group.clone())).map(|outcome| outcome.value);
        assert_eq!(rule(refused), "ITEM-1", "{group}");
    }
}

#[test]
fn the_company_decides_by_name_and_says_why_it_does_not_follow_the_advice() {
    let (casebook, case) = received();
    let conclude = |case: &Value, more: Value| {
        let decision = json!({
            "on": "2026-11-02", "outcome": "release_part", "standing": "followed", "advice": "Release all but the claim.",
            "decidedBy": "Jo Field", "role": "Director", "reason": "The claim is pending.", "whyNot": "",
        });
        casebook.call("decision_record", about(case, with(decision, more))).map(|outcome| outcome.value)
    };
    for (more, expected) in [
        (json!({ "decidedBy": " " }), "DEC-1"),
        (json!({ "standing": "not_followed" }), "DEC-1"),
        (json!({ "reason": "" }), "REF-2"),
        (json!({ "outcome": "refuse", "reason": "" }), "REF-2"),
    ] {
        assert_eq!(rule(conclude(&case, more.clone())), expected, "{more}");
    }
    let case = conclude(&case, json!({ "standing": "not_followed", "whyNot": "The board weighs the risk." }))
        .unwrap();
    let decision = &case["decision"]["decision"];
    assert_eq!(decision["words"], json!("Release a part, against the DPO’s advice, 2 November 2026"));
    for (name, text) in [
        ("advice", "Release all but the claim."),
        ("decidedBy", "Jo Field"),
        ("role", "Director"),
        ("whyNot", "The board weighs the risk."),
    ] {
        assert_eq!(decision[name], json!(text), "{name}");
    }
    let all = json!({ "outcome": "release_all", "reason": "", "advice": "" });
    let case = conclude(&case, all).unwrap();
    assert_eq!(
        case["decision"]["decision"]["words"],
        json!("Release everything found, as the DPO advised, 2 November 2026")
    );
}
