//! Letters through the same door as the window: every kind from its draft to the day it went, to whom it goes, what it
//! begins with, what comes back, and many at once.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use std::cell::Cell;

use casebook_ipc::IpcError;
use casebook_testkit::{TestCasebook, command_id};
use serde_json::{Value, json};

const CAME: &str = "2026-10-27";
const TODAY: &str = "2026-11-20";

/// A casebook, one request in it, and numbers for its commands.
struct Desk {
    casebook: TestCasebook,
    number: Cell<u64>,
}

impl Desk {
    fn new() -> Self {
        let casebook = TestCasebook::ready(TODAY);
        Self { casebook, number: Cell::new(1000) }
    }

    fn next(&self) -> u64 {
        self.number.set(self.number.get() + 1);
        self.number.get()
    }

    fn must(&self, name: &str, mut request: Value) -> Value {
        request["commandId"] = json!(command_id(self.next()));
        self.casebook.must(name, request)
    }

    fn call(&self, name: &str, mut request: Value) -> Result<Value, IpcError> {
        request["commandId"] = json!(command_id(self.next()));
        self.casebook.call(name, request).map(|outcome| outcome.value)
    }

    fn request(&self, channel: &str) -> Value {
        self.must(
            "request_receive",
            json!({
                "receivedOn": CAME, "channel": channel, "receivedBy": "Reception", "rights": ["access"],
                "text": "I want a copy of all data about me.", "name": "Zofia Żółkiewska-Brown",
                "salutation": "Dear Ms Żółkiewska-Brown",
                "address": ["The Old Dairy", "Mill Lane", "GREAT DUNMOW", "CM6 1BG"],
                "email": "zofia@mill-lane.example", "phone": "", "theirReference": "",
            }),
        )
    }

    fn read(&self, case: &Value) -> Value {
        self.casebook.must("case_read", json!({ "case": case["case"] }))
    }

    fn searched(&self, case: &Value, pages: u32) -> Value {
        let number = self.next();
        self.number.set(number + 1);
        self.casebook.searched(&self.read(case), TODAY, pages, number)
    }

    fn record(&self, case: &Value, what: &str, more: &Value) -> Value {
        let mut request = json!({
            "case": case["case"], "version": self.read(case)["version"], "what": what, "on": TODAY, "text": "Noted.",
        });
        for (key, value) in more.as_object().unwrap() {
            request[key] = value.clone();
        }
        self.must("case_record", request)
    }

    fn add(&self, case: &Value, role: &str, name: &str) -> Value {
        let case = self.must(
            "party_add",
            json!({
                "case": case["case"], "version": self.read(case)["version"], "role": role, "name": name,
                "salutation": format!("Dear {name}"), "address": ["2 Inn Court", "LONDON", "EC4Y 9AA"], "email": "",
                "phone": "",
            }),
        );
        case["parties"].as_array().unwrap().last().unwrap()["party"].clone()
    }

    fn begin(&self, case: &Value, kind: &str) -> Value {
        self.casebook.must("letter_begin", json!({ "case": case["case"], "kind": kind }))
    }

    fn keep(&self, letter: &Value) -> Value {
        self.casebook.must("letter_keep", filled(letter))
    }

    fn make_final(&self, letter: &Value) -> Value {
        let blocking: Vec<&Value> =
            list(&letter["gates"]).filter(|gate| gate["blocks"] == json!(true)).collect();
        assert!(blocking.is_empty(), "{}: {blocking:#?}", letter["kind"]);
        self.must(
            "letter_make_final",
            json!({
                "letter": letter["letter"], "revision": letter["revision"], "caseVersion": letter["caseVersion"],
            }),
        )
    }

    fn send(&self, letter: &Value) -> Value {
        let letter = self.casebook.must("letter_read", json!({ "letter": letter["letter"] }));
        self.must(
            "letter_record_sent",
            json!({
                "letter": letter["letter"], "caseVersion": letter["caseVersion"], "channel": "post", "on": TODAY,
                "class": "first", "tracking": "", "place": "Stansted post office",
            }),
        )
    }

    fn write_and_send(&self, case: &Value, kind: &str) -> Value {
        let letter = self.make_final(&self.keep(&self.begin(case, kind)));
        self.send(&letter)
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().unwrap().iter()
}

fn field<'a>(letter: &'a Value, key: &str) -> &'a Value {
    list(&letter["fields"]).find(|field| field["key"] == json!(key)).unwrap()
}

fn kinds(case: &Value) -> Vec<&str> {
    list(&case["history"])
        .flat_map(|day| list(&day["entries"]))
        .map(|entry| entry["kind"].as_str().unwrap())
        .collect()
}

/// A draft as the page would send it back, with every field filled and everything chosen.
fn filled(letter: &Value) -> Value {
    let mut fields = serde_json::Map::new();
    for field in list(&letter["fields"]) {
        fields.insert(field["key"].as_str().unwrap().to_owned(), json!("what is set out here"));
    }
    let mut choices = serde_json::Map::new();
    for choice in list(&letter["choices"]) {
        choices.insert(choice["key"].as_str().unwrap().to_owned(), choice["options"][0]["value"].clone());
    }
    let addressee = match letter["addressee"].as_array().unwrap().len() {
        0 => json!(["Some Body", "1 High Street", "LONDON", "EC4Y 9AA"]),
        _ => letter["addressee"].clone(),
    };
    json!({
        "letter": letter["letter"], "revision": letter["revision"], "addressee": addressee,
        "salutation": letter["salutation"], "datedOn": letter["datedOn"], "largePrint": letter["largePrint"],
        "electronic": letter["electronic"], "fields": fields, "notApplicable": {},
        "enclosures": [{ "title": "Copy of your data", "pages": 12 }], "party": letter["party"], "choices": choices,
        "fee": if letter["fee"].is_null() { "" } else { "25.50" },
    })
}

/// The words of a final letter's pages would need a reader of PDF; its stored facts say the same.
fn words_of(desk: &Desk, letter: &Value) -> Value {
    desk.casebook.must("letter_read", json!({ "letter": letter["letter"] }))
}

#[test]
fn the_acknowledgement_is_recorded_with_the_day_it_went() {
    let desk = Desk::new();
    let case = desk.request("post");
    let case = desk.write_and_send(&case, "L01");
    assert!(kinds(&case).contains(&"request.acknowledged"), "{:?}", kinds(&case));
    assert_eq!(case["letters"][0]["state"], json!("sent"));
}

#[test]
fn questions_move_the_clock_on_the_day_they_went() {
    for (kind, event, status, moves) in [
        ("L02", "identity.asked", "Waiting for identity", true),
        ("L04", "clarification.asked", "Waiting for clarification", true),
        ("L05", "fee.asked", "Waiting for a fee", true),
    ] {
        let desk = Desk::new();
        let case = desk.request("post");
        assert_eq!(case["clocks"][0]["state"], json!("running"), "{kind}");
        let letter = desk.make_final(&desk.keep(&desk.begin(&case, kind)));
        let before = desk.read(&case);
        assert_eq!(
            before["clocks"][0]["state"],
            json!("running"),
            "{kind}: a final letter alone moves nothing"
        );
        let case = desk.send(&letter);
        assert!(kinds(&case).contains(&event), "{kind}: {:?}", kinds(&case));
        assert_eq!(case["statusWords"], json!(status), "{kind}");
        assert_eq!(case["clocks"][0]["lastDay"].is_null(), moves, "{kind}");
    }
}

#[test]
fn a_notice_of_extension_names_the_last_day_the_clock_then_counts() {
    let desk = Desk::new();
    let case = desk.request("post");
    assert_eq!(case["clocks"][0]["lastDay"], json!("2026-11-27"));
    let draft = desk.begin(&case, "L06");
    assert!(
        list(&draft["gates"]).any(|gate| gate["field"] == json!("extension_ground")),
        "the ground is asked for: {:#?}",
        draft["gates"]
    );
    let case = desk.send(&desk.make_final(&desk.keep(&draft)));
    assert!(kinds(&case).contains(&"extension.notified"));
    assert_eq!(case["clocks"][0]["lastDay"], json!("2027-01-27"), "{}", case["clocks"][0]["lastDay"]);
}

#[test]
fn a_fee_that_is_no_money_is_named_and_a_choice_from_no_list_is_refused() {
    let desk = Desk::new();
    let case = desk.request("post");
    let draft = desk.begin(&case, "L05");
    let mut edited = filled(&draft);
    edited["fee"] = json!("a lot");
    let draft = desk.casebook.must("letter_keep", edited);
    assert!(
        list(&draft["gates"]).any(|gate| gate["field"] == json!("fee") && gate["rule"] == json!("FEE-1"))
    );
    assert_eq!(draft["fee"], json!("a lot"), "what was typed stays");
    let mut edited = filled(&draft);
    edited["choices"] = json!({ "fee": "because" });
    let refused = desk.casebook.call("letter_keep", edited).map(|outcome| outcome.value);
    assert!(matches!(refused, Err(IpcError::Invalid { .. })), "{refused:?}");
}

#[test]
fn answers_say_what_was_searched_and_found_and_stop_the_clock() {
    let desk = Desk::new();
    let case = desk.request("post");
    let refused = desk.call("letter_make_final", {
        let letter = desk.keep(&desk.begin(&case, "L07"));
        json!({
            "letter": letter["letter"], "revision": letter["revision"], "caseVersion": letter["caseVersion"],
        })
    });
    let Err(IpcError::Refused { refused }) = refused else { panic!("{refused:?}") };
    assert_eq!(refused.rule, "REF-7", "no answer without a search");

    let desk = Desk::new();
    let case = desk.searched(&desk.request("post"), 12);
    let draft = desk.begin(&case, "L07");
    assert_eq!(field(&draft, "searched")["value"], json!("the customer records"));
    assert_eq!(field(&draft, "searched")["linesStand"], json!("phrase"));
    assert_eq!(
        field(&draft, "searched")["lines"],
        json!([{ "text": "the customer records", "chosen": true }])
    );
    assert_eq!(
        field(&draft, "found")["value"],
        json!("We found 12 pages about you: 12 in the customer records.")
    );
    let purposes = field(&draft, "purposes");
    assert!(list(&purposes["lines"]).count() > 2, "{purposes:#?}");
    assert!(list(&purposes["lines"]).all(|line| line["chosen"] == json!(true)));
    let case = desk.send(&desk.make_final(&desk.keep(&draft)));
    assert_eq!(case["statusWords"], json!("Answered"));

    let desk = Desk::new();
    let case = desk.searched(&desk.request("post"), 0);
    let case = desk.write_and_send(&case, "L08");
    assert_eq!(case["statusWords"], json!("Answered"));
}

#[test]
fn a_refusal_waits_for_the_decision_and_then_answers() {
    let desk = Desk::new();
    let case = desk.request("post");
    let draft = desk.begin(&case, "L11");
    assert!(
        list(&draft["gates"]).any(|gate| gate["rule"] == json!("DEC-1") && gate["blocks"] == json!(true))
    );
    desk.must(
        "decision_record",
        json!({
            "case": case["case"], "version": desk.read(&case)["version"], "on": TODAY, "outcome": "refuse",
            "standing": "followed", "advice": "", "decidedBy": "A. Manager", "role": "Director",
            "reason": "Manifestly excessive.", "whyNot": "",
        }),
    );
    let case = desk.write_and_send(&case, "L11");
    assert_eq!(case["statusWords"], json!("Answered"));
}

fn grouped(desk: &Desk, case: &Value, title: &str, pages: u32) -> Value {
    let case = desk.must(
        "items_group",
        json!({
            "case": case["case"], "version": desk.read(case)["version"], "title": title, "items": 3,
            "pages": pages,
        }),
    );
    list(&case["decision"]["groups"]).last().unwrap()["group"].clone()
}

fn decided(desk: &Desk, case: &Value, group: &Value, treatment: &str, exemption: &Value, naming: &str) {
    desk.must(
        "items_decide",
        json!({
            "case": case["case"], "version": desk.read(case)["version"], "group": group,
            "treatment": treatment, "exemption": exemption, "thirdParty": null, "naming": naming, "reason": "Looked at.",
            "weighed": "",
        }),
    );
}

/// What a draft says about a number of pages that is not that of the case.
fn other_number(draft: &Value) -> Option<String> {
    let gate = list(&draft["gates"]).find(|gate| gate["rule"] == json!("TRUE-1"))?;
    Some(gate["sentence"].as_str().unwrap().to_owned())
}

#[test]
fn what_is_withheld_is_told_by_kind_and_what_must_not_be_named_is_not_even_counted() {
    let desk = Desk::new();
    let case = desk.searched(&desk.request("post"), 60);
    let given = grouped(&desk, &case, "E-mails with support", 14);
    let advice = grouped(&desk, &case, "Letters to our solicitors", 6);
    let silent = grouped(&desk, &case, "The fraud report", 40);
    decided(&desk, &case, &given, "released", &Value::Null, "named");
    decided(&desk, &case, &advice, "withheld", &json!("EX-LPP"), "named");
    decided(&desk, &case, &silent, "withheld", &json!("EX-CRIME"), "neutral");
    let draft = desk.begin(&case, "L12");
    assert_eq!(field(&draft, "provided")["value"], json!("E-mails with support"));
    assert_eq!(
        field(&draft, "found")["value"],
        json!(
            "We found 20 pages about you. Of these we give you 14: E-mails with support (14 pages). We do not give you 6 pages; \
             this letter says why."
        )
    );
    assert_eq!(other_number(&draft), None);
    let withheld = field(&draft, "withheld")["value"].as_str().unwrap();
    assert!(
        withheld.contains("Confidence between lawyer and client: 3 items on 6 pages, left out"),
        "{withheld}"
    );
    let all = draft["fields"].to_string();
    assert!(!all.contains("fraud") && !all.contains("40") && !all.contains("60 pages"), "{all}");
    let mut edited = filled(&draft);
    edited["fields"]["found"] = json!("We found 60 pages about you.");
    let draft = desk.casebook.must("letter_keep", edited);
    assert!(other_number(&draft).unwrap().contains("20 pages"), "{:?}", draft["gates"]);
    let case = desk.send(&desk.make_final(&desk.keep(&draft)));
    assert_eq!(case["statusWords"], json!("Answered"));
}

#[test]
fn a_representative_is_written_to_first_and_the_person_can_be_instead() {
    let desk = Desk::new();
    let case = desk.request("post");
    let who = desk.add(&case, "representative", "Ayo Lawal");
    let draft = desk.begin(&case, "L01");
    assert_eq!(draft["party"], who);
    assert_eq!(draft["addressee"][0], json!("Ayo Lawal"));
    let offered: Vec<&Value> = list(&draft["recipients"]).map(|each| &each["addressee"][0]).collect();
    assert_eq!(offered, [&json!("Ayo Lawal"), &json!("Zofia Żółkiewska-Brown")]);

    let subject = &draft["recipients"][1];
    let mut edited = filled(&draft);
    edited["party"] = subject["party"].clone();
    edited["addressee"] = subject["addressee"].clone();
    edited["salutation"] = subject["salutation"].clone();
    let draft = desk.casebook.must("letter_keep", edited);
    assert_eq!(draft["party"], subject["party"]);
    let case = desk.send(&desk.make_final(&draft));
    assert!(kinds(&case).contains(&"request.acknowledged"));

    // Without proof that they may act, no answer; the letter that asks for it goes to them and to nobody else.
    let draft = desk.begin(&case, "L03");
    assert_eq!(list(&draft["recipients"]).count(), 1);
    let case = desk.send(&desk.make_final(&desk.keep(&draft)));
    assert_eq!(case["statusWords"], json!("Waiting for authority"));
}

#[test]
fn somebody_outside_is_asked_without_learning_who_asked() {
    let desk = Desk::new();
    let case = desk.request("email");
    let who = desk.add(&case, "recipient", "Robin Stone");
    let draft = desk.begin(&case, "L33");
    assert_eq!(draft["party"], who);
    assert_eq!(draft["electronic"], json!(false), "the channel of the request says nothing of somebody else");
    assert_eq!(list(&draft["recipients"]).count(), 1);
    assert!(!draft.to_string().contains("Żółkiewska"), "{draft:#}");
    let case = desk.send(&desk.make_final(&desk.keep(&draft)));
    assert_eq!(case["statusWords"], json!("To search"), "no clock and no status hangs on it");
}

/// REF-5 from the question to the answer: asked, weighed, kept back, and told without a word of who it was.
#[test]
fn a_third_party_stays_unnamed_in_the_answer_that_keeps_their_words_back() {
    let desk = Desk::new();
    let case = desk.searched(&desk.request("post"), 20);
    let _robin = desk.add(&case, "recipient", "Robin Stone");
    desk.write_and_send(&case, "L33");
    let given = grouped(&desk, &case, "E-mails with support", 14);
    let theirs = grouped(&desk, &case, "Messages from Robin Stone", 6);
    decided(&desk, &case, &given, "released", &Value::Null, "named");
    let decide = |more: Value| {
        let mut request = json!({
            "case": case["case"], "version": desk.read(&case)["version"], "group": theirs, "treatment": "withheld",
            "exemption": "EX-OTHER", "thirdParty": null, "naming": "named", "reason": "Private messages of somebody else.",
            "weighed": "",
        });
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        desk.call("items_decide", request)
    };
    let untested = decide(json!({}));
    assert!(matches!(untested, Err(IpcError::Refused { refused }) if refused.rule == "REF-5"));
    let tested = json!({ "thirdParty": "not_reasonable", "weighed": "Asked; Robin Stone refused; told in confidence." });
    decide(tested).unwrap();
    let draft = desk.begin(&case, "L12");
    let withheld = field(&draft, "withheld")["value"].as_str().unwrap();
    assert!(withheld.contains("3 items on 6 pages, left out"), "{withheld}");
    assert!(!draft["fields"].to_string().contains("Robin"), "{:#}", draft["fields"]);
    let letter = desk.make_final(&desk.keep(&draft));
    assert!(!letter.to_string().contains("Robin"), "{letter:#}");
    assert_eq!(desk.send(&letter)["statusWords"], json!("Answered"));
}

#[test]
fn the_end_of_a_request_has_its_letters_too() {
    // Nothing came: closing.
    let desk = Desk::new();
    let case = desk.request("post");
    desk.record(&case, "identityAsked", &json!({ "doubt": "unknown_email" }));
    let case = desk.write_and_send(&case, "L30");
    assert_eq!(case["letters"][0]["state"], json!("sent"));

    // Withdrawn: the confirmation, and nothing else but a general letter.
    let desk = Desk::new();
    let case = desk.request("post");
    desk.record(&case, "withdrawn", &json!({}));
    let draft = desk.begin(&case, "L01");
    assert!(
        list(&draft["gates"]).any(|gate| gate["blocks"] == json!(true) && gate["rule"] == json!("REC-1"))
    );
    let case = desk.write_and_send(&case, "L34");
    assert_eq!(case["statusWords"], json!("Withdrawn"));

    // The person died: to a relative, never to them.
    let desk = Desk::new();
    let case = desk.request("post");
    desk.record(&case, "subjectDied", &json!({}));
    let draft = desk.begin(&case, "L36");
    assert_eq!(draft["addressee"], json!([]), "never addressed to the person who died");
    desk.send(&desk.make_final(&desk.keep(&draft)));

    for kind in ["L00", "L32"] {
        let desk = Desk::new();
        let case = desk.write_and_send(&desk.request("post"), kind);
        assert_eq!(case["statusWords"], json!("To search"), "{kind} moves nothing");
    }
}

#[test]
fn the_form_a_person_asked_for_wins_over_the_way_they_wrote() {
    let desk = Desk::new();
    let case = desk.request("email");
    assert_eq!(desk.begin(&case, "L01")["electronic"], json!(true), "asked electronically, answered so");
    let desk = Desk::new();
    let case = desk.request("email");
    desk.must(
        "contact_note",
        json!({
            "case": case["case"], "version": desk.read(&case)["version"], "party": case["parties"][0]["party"],
            "replyBy": "post", "print": "large", "needs": "", "safeContact": "Not at home", "language": "",
        }),
    );
    let draft = desk.begin(&case, "L01");
    assert_eq!((&draft["electronic"], &draft["largePrint"]), (&json!(false), &json!(true)));
    assert_eq!(draft["recipients"][0]["safeContact"], json!("Not at home"));
    assert_eq!(draft["mailWarning"], json!(null), "a draft does not leave");
    let made = desk.must(
        "letter_make_final",
        json!({
            "letter": draft["letter"], "revision": draft["revision"], "caseVersion": draft["caseVersion"],
        }),
    );
    let warning = "They asked to be answered by post. How to reach them safely: Not at home";
    assert_eq!(made["mailWarning"], json!(warning));
    assert!(!draft["envelope"].is_null(), "a letter by post has an envelope");
}

#[test]
fn a_letter_is_made_final_once_however_often_it_is_asked_for() {
    let desk = Desk::new();
    let case = desk.request("post");
    let letter = desk.keep(&desk.begin(&case, "L01"));
    let request = json!({
        "commandId": command_id(7), "letter": letter["letter"], "revision": letter["revision"],
        "caseVersion": letter["caseVersion"],
    });
    let first = desk.casebook.must("letter_make_final", request.clone());
    let second = desk.casebook.must("letter_make_final", request.clone());
    assert_eq!(first, second);
    let mut other = request;
    other["commandId"] = json!(command_id(8));
    assert!(desk.casebook.call("letter_make_final", other).is_err(), "the draft is gone");
    assert_eq!(list(&desk.read(&case)["letters"]).count(), 1);
}

#[test]
fn an_answer_that_came_back_is_still_owed_and_is_sent_again() {
    let desk = Desk::new();
    let case = desk.searched(&desk.request("post"), 12);
    let answer = desk.make_final(&desk.keep(&desk.begin(&case, "L07")));
    let returned = |version: &Value, reason: &str, on: &str| {
        json!({
            "letter": answer["letter"], "caseVersion": version, "on": on, "reason": reason, "note": "Stamped.",
        })
    };
    let unsent = desk.call("letter_record_returned", returned(&answer["caseVersion"], "gone_away", TODAY));
    assert!(matches!(unsent, Err(IpcError::Refused { .. })), "{unsent:?}");
    let case = desk.send(&answer);
    desk.casebook.time.set("2026-11-24");
    let case = desk.must("letter_record_returned", returned(&case["version"], "gone_away", "2026-11-24"));
    assert_eq!(case["statusWords"], json!("Answer came back"));
    assert!(
        list(&case["advisories"]).any(|each| each["rule"] == json!("POST-1")),
        "{:#?}",
        case["advisories"]
    );
    assert!(list(&case["tasks"]).count() > 0, "the address is to be checked");
    assert_eq!(case["next"]["main"]["action"], json!("sendAgain"));
    let shown = words_of(&desk, &answer);
    assert_eq!((&shown["state"], &shown["cameBack"]), (&json!("returned"), &json!("gone_away")));
    assert_eq!(shown["sha256"], answer["sha256"]);

    let again = desk
        .casebook
        .must("letter_begin", json!({ "case": case["case"], "kind": "L07", "again": answer["letter"] }));
    assert_eq!(
        field(&again, "found")["value"],
        json!("what is set out here"),
        "what was written is taken over"
    );
    let case = desk.send_on(&desk.make_final(&again), "2026-11-24");
    assert_eq!(case["statusWords"], json!("Answered"));
    assert_eq!(case["clocks"][0]["state"], json!("answered_in_time"), "{}", case["clocks"][0]["state"]);
}

impl Desk {
    fn send_on(&self, letter: &Value, on: &str) -> Value {
        let letter = words_of(self, letter);
        self.must(
            "letter_record_sent",
            json!({
                "letter": letter["letter"], "caseVersion": letter["caseVersion"], "channel": "post", "on": on,
                "class": "firstSigned", "tracking": "AB123456789GB", "place": "",
            }),
        )
    }
}

#[test]
fn a_letter_lost_on_the_way_asks_about_a_breach_and_one_that_arrived_says_so() {
    let desk = Desk::new();
    let case = desk.write_and_send(&desk.request("post"), "L01");
    let letter = case["letters"][0]["letter"].clone();
    let arrived = desk.must(
        "letter_record_delivered",
        json!({ "letter": letter, "caseVersion": case["version"], "on": TODAY, "proof": "Signed for." }),
    );
    assert_eq!(arrived["letters"][0]["state"], json!("delivered"));

    let desk = Desk::new();
    let case = desk.write_and_send(&desk.request("post"), "L01");
    let lost = desk.must(
        "letter_record_returned",
        json!({
            "letter": case["letters"][0]["letter"], "caseVersion": case["version"], "on": TODAY, "reason": "lost",
            "note": "",
        }),
    );
    let said: Vec<&str> = list(&lost["advisories"]).map(|each| each["sentence"].as_str().unwrap()).collect();
    assert!(said.iter().any(|sentence| sentence.contains("breach")), "{said:?}");
}

#[test]
fn letters_that_fit_stand_first_and_the_others_say_why_not() {
    let desk = Desk::new();
    let case = desk.request("post");
    let rows = desk.casebook.must("letter_kinds", json!({ "case": case["case"] }));
    let rows: Vec<&Value> = list(&rows["kinds"]).collect();
    assert_eq!(rows.len(), 16);
    assert_eq!((&rows[0]["kind"], &rows[0]["isNext"]), (&json!("L01"), &json!(true)));
    let answer = rows.iter().find(|row| row["kind"] == json!("L07")).unwrap();
    assert_eq!(answer["rule"], json!("REF-7"));
    assert!(answer["notNow"].as_str().unwrap().contains("No search is recorded"), "{answer}");
    desk.begin(&case, "L07");
    let rows = desk.casebook.must("letter_kinds", json!({ "case": case["case"] }));
    let answer = list(&rows["kinds"]).find(|row| row["kind"] == json!("L07")).unwrap();
    assert!(!answer["draft"].is_null(), "a begun draft is known");
}

#[test]
fn many_letters_are_printed_in_one_file_and_recorded_at_once_each_in_its_case() {
    let desk = Desk::new();
    let cases = [desk.request("post"), desk.request("post"), desk.request("post")];
    let letters: Vec<Value> =
        cases.iter().map(|case| desk.make_final(&desk.keep(&desk.begin(case, "L01")))).collect();
    // A second letter of the first case, so that two entries of one case go at once.
    let more = desk.make_final(&desk.keep(&desk.begin(&cases[0], "L00")));
    let tray = desk.casebook.must("tray_read", json!({ "state": "ready", "order": "urgent" }));
    assert_eq!(tray["counts"]["ready"], json!(4));

    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("letters.pdf");
    desk.casebook.dialogs.will_answer(&target);
    let ids: Vec<&Value> = letters.iter().chain([&more]).map(|letter| &letter["letter"]).collect();
    let printed = desk.casebook.must("tray_print_file", json!({ "letters": ids, "bothSides": true }));
    assert_eq!(printed["letters"], json!(4));
    let pdf = std::fs::read(&target).unwrap();
    assert_eq!(json!(casebook_letters::page_count(&pdf).unwrap()), printed["pages"]);
    // Each letter begins on a new sheet, so all but the last are filled up to whole sheets.
    let whole = |pages: u64| pages.div_ceil(2) * 2;
    let pages: u64 = letters.iter().map(|letter| whole(letter["pages"].as_u64().unwrap())).sum();
    assert_eq!(printed["pages"], json!(pages + more["pages"].as_u64().unwrap()));

    // The third case was changed meanwhile; the others are recorded all the same.
    desk.record(&cases[2], "noteWritten", &json!({}));
    let version = |id: &Value| {
        let rows: Vec<&Value> = list(&tray["rows"]).filter(|row| row["letter"] == *id).collect();
        (rows[0]["case"].clone(), rows[0]["caseVersion"].clone())
    };
    let rows: Vec<Value> = ids
        .iter()
        .map(|id| {
            let (case, version) = version(id);
            json!({
                "commandId": command_id(desk.next()), "letter": id, "case": case, "version": version, "tracking": "",
            })
        })
        .collect();
    let request = json!({
        "letters": rows, "on": TODAY, "channel": "post", "class": "second", "place": "Stansted post office",
    });
    let answer = desk.casebook.must("tray_record_sent", request.clone());
    assert_eq!(answer["recorded"], json!([ids[0], ids[1], ids[3]]));
    assert_eq!(answer["failed"][0]["letter"], *ids[2]);
    assert!(answer["failed"][0]["number"].as_str().unwrap().starts_with("SR-2026-0003"));
    for case in &cases[..2] {
        assert!(kinds(&desk.read(case)).contains(&"letter.sent"));
    }
    assert!(!kinds(&desk.read(&cases[2])).contains(&"letter.sent"));

    // The same once more records nothing twice.
    let again = desk.casebook.must("tray_record_sent", request);
    assert_eq!(again["recorded"], answer["recorded"]);
    let sent = kinds(&desk.read(&cases[0])).iter().filter(|kind| **kind == "letter.sent").count();
    assert_eq!(sent, 2);
    assert_eq!(
        desk.casebook.must("tray_read", json!({ "state": "sent", "order": "urgent" }))["counts"]["sent"],
        json!(3)
    );
}
