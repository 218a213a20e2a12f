//! A desk on which everything is going on: long names and notes, searches, groups, a release pack, letters in every state,
//! an earlier case of the same person, tasks, links, an entry that was corrected. Made through the door of the core, which
//! takes no time.

#![allow(
    clippy::indexing_slicing,
    reason = "an answer without what is looked for holds null, which no command takes"
)]

use anyhow::{Context, Result};
use casebook_testkit::{TestCasebook, about, access_request, filled, search_everything, with};
use casebook_tests::Desk;
use serde_json::{Value, json};

use crate::steps::{TODAY, copy_casebook};

/// As long as names get: 60 letters.
pub(super) const LONG_NAME: &str = "Maximilienne Konstantina Featherstonehaugh-Cholmondeley Orme";
const POSTCODE: &str = "CM6 1BG";

/// The desk, and where things are on it, by id.
pub(super) struct Busy {
    pub(super) desk: Desk,
    /// The case with everything in it, and its draft.
    pub(super) case: String,
    pub(super) draft: String,
    /// Cases that wait, are closed, are overdue.
    pub(super) waiting: String,
    pub(super) closed: String,
    /// A draft in which nothing is missing.
    pub(super) finished: String,
    /// Letters in their states, and the case of the first.
    pub(super) ready_case: String,
    pub(super) ready: String,
    pub(super) sent: String,
    pub(super) returned: String,
    pub(super) electronic: String,
}

pub(super) fn busy_desk(name: &str) -> Result<Busy> {
    let mut desk = Desk::new(name)?;
    desk.set_today(TODAY);
    let mut casebook = TestCasebook::ready(TODAY);
    let closed = answered_earlier(&casebook)?;
    let case = full_case(&casebook, &closed)?;
    let case_id = id(&case, "case")?;
    let waiting =
        in_case(&casebook, "Maya Osei", "2026-11-02", "identityAsked", json!({ "doubt": "unknown_email" }))?;
    let waiting = asked(&casebook, &waiting);
    for number in 1..=4 {
        receive(&casebook, &format!("Overdue Person {number}"), "2026-10-05");
    }
    let ready = letter(&casebook, "Ready Writer", "L32");
    let printed = letter(&casebook, "Printed Writer", "L01");
    print(&casebook, &printed);
    let sent = letter(&casebook, "Sent Writer", "L01");
    send(&casebook, &sent);
    let returned = letter(&casebook, "Gone Away", "L07");
    come_back(&casebook, &returned);
    let electronic = electronic(&casebook);
    let draft = draft(&casebook, &case)?;
    let busy = Busy {
        case: case_id,
        draft,
        finished: finished(&casebook, &waiting)?,
        waiting: id(&waiting, "case")?,
        ready_case: id(&ready, "case")?,
        closed: id(&closed, "case")?,
        ready: id(&ready, "letter")?,
        sent: id(&sent, "letter")?,
        returned: id(&returned, "letter")?,
        electronic: id(&electronic, "letter")?,
        desk,
    };
    casebook.restart();
    copy_casebook(&casebook.place(), &busy.desk.casebook())?;
    Ok(busy)
}

fn id(view: &Value, key: &str) -> Result<String> {
    Ok(view[key].as_str().with_context(|| format!("no {key}"))?.to_owned())
}

fn receive(casebook: &TestCasebook, name: &str, on: &str) -> Value {
    let text = "Dear Sir or Madam,\nplease send me a copy of all the personal data you hold about me, with its sources.";
    casebook
        .must("request_receive", with(access_request(name, on), json!({ "channel": "post", "text": text })))
}

fn read(casebook: &TestCasebook, case: &Value) -> Value {
    casebook.must("case_read", json!({ "case": case["case"] }))
}

fn record(casebook: &TestCasebook, case: &Value, what: &str, on: &str, more: Value) -> Value {
    let happened = with(json!({ "what": what, "on": on, "text": "As agreed on the telephone." }), more);
    casebook.must("case_record", about(case, happened))
}

fn in_case(casebook: &TestCasebook, name: &str, on: &str, what: &str, more: Value) -> Result<Value> {
    let case = receive(casebook, name, on);
    Ok(record(casebook, &case, what, on, more))
}

/// The same person asked last year, and was answered.
fn answered_earlier(casebook: &TestCasebook) -> Result<Value> {
    let case = in_case(casebook, LONG_NAME, "2026-03-02", "answeredOutside", json!({ "channel": "email" }))?;
    let close = json!({ "resolution": "answered", "reason": "" });
    Ok(casebook.must("case_close", about(&case, close)))
}

fn full_case(casebook: &TestCasebook, earlier: &Value) -> Result<Value> {
    let case = receive(casebook, LONG_NAME, "2026-10-28");
    let seq = &case["history"][0]["entries"][0]["seq"];
    let right =
        json!({ "entry": seq, "rightDay": "2026-10-27", "reason": "The stamp on the envelope says so." });
    let case = casebook.must("entry_correct", about(&case, right));
    let case = casebook.must(
        "party_add",
        about(
            &case,
            json!({
                "role": "recipient", "name": "Robin Stone", "salutation": "Dear Robin Stone",
                "address": ["2 Inn Court", "LONDON", "EC4Y 9AA"], "email": "robin@inn-court.example", "phone": "",
            }),
        ),
    );
    let case = casebook.must(
        "contact_note",
        about(
            &case,
            json!({
                "party": case["parties"][0]["party"], "replyBy": "post", "print": "large",
                "needs": "text relay, no telephone calls", "safeContact": "Not at home; only to the office in Whitby.",
                "language": "Polish",
            }),
        ),
    );
    let case = casebook.must(
        "task_set",
        about(&case, json!({ "what": "Ask the archive for its list", "due": "2026-11-23" })),
    );
    let note = "The conversation went on for most of an hour and touched many things. ".repeat(25);
    let case = record(casebook, &case, "noteWritten", "2026-11-02", json!({ "text": note }));
    let advice = json!({ "text": "Counsel thinks the claim weak.", "sort": "legal_advice" });
    let case = record(casebook, &case, "noteWritten", "2026-11-03", advice);
    let link = json!({ "reference": earlier["reference"], "link": "follows_from" });
    let case = casebook.must("case_link", about(&case, link));
    let case = search_everything(casebook, &case);
    let case = decided(casebook, &case)?;
    packed(casebook, &case)
}

fn decided(casebook: &TestCasebook, case: &Value) -> Result<Value> {
    let mut case = case.clone();
    for (title, items, pages) in [
        ("Mail with the support team", 30, 54),
        ("Letters to our solicitors", 3, 6),
        ("Notes of the branch", 5, 9),
    ] {
        let group = json!({ "title": title, "items": items, "pages": pages });
        case = casebook.must("items_group", about(&case, group));
    }
    let groups = case["decision"]["groups"].as_array().context("groups")?.clone();
    for (title, treatment, exemption) in [
        ("Mail with the support team", "released", None),
        ("Letters to our solicitors", "withheld", Some("EX-LPP")),
    ] {
        let group = groups.iter().find(|group| group["title"] == json!(title)).context("the group")?;
        let decision = json!({
            "group": group["group"], "treatment": treatment, "exemption": exemption, "thirdParty": null,
            "naming": "named", "reason": "Advice asked for and given about a claim that is still open.", "weighed": "",
        });
        case = casebook.must("items_decide", about(&case, decision));
    }
    let decision = json!({
        "on": TODAY, "outcome": "release_part", "standing": "followed", "advice": "Give all but the advice.",
        "decidedBy": "A. Manager", "role": "Director", "reason": "The advice stays confidential.", "whyNot": "",
    });
    Ok(casebook.must("decision_record", about(&case, decision)))
}

fn packed(casebook: &TestCasebook, case: &Value) -> Result<Value> {
    let mut case = case.clone();
    for (name, purpose) in [
        (
            "Export of the ticket system, all messages from January 2024 until today, with their attachments.txt",
            "released",
        ),
        ("passport.txt", "identity"),
        ("certificate of posting.txt", "evidence"),
    ] {
        let path = casebook.folder.path().join(name);
        std::fs::write(&path, name.repeat(500))?;
        casebook.dialogs.will_answer(path);
        case = casebook.must("document_keep", about(&case, json!({ "purpose": purpose })));
    }
    let documents = case["documents"].as_array().context("documents")?;
    let released =
        documents.iter().find(|kept| kept["purpose"] == json!("released")).context("for release")?;
    let pack = json!({ "documents": [released["document"]] });
    Ok(casebook.must("pack_make", about(&case, pack)))
}

/// A draft of the answer, still with what only the DPO can fill.
fn draft(casebook: &TestCasebook, case: &Value) -> Result<String> {
    let draft = casebook.must("letter_begin", json!({ "case": case["case"], "kind": "L12" }));
    id(&draft, "letter")
}

/// A draft in which nothing is missing.
fn finished(casebook: &TestCasebook, case: &Value) -> Result<String> {
    let draft = casebook.must("letter_begin", json!({ "case": case["case"], "kind": "L32" }));
    id(&casebook.must("letter_keep", filled(&draft)), "letter")
}

/// Two places are asked to search; none has answered, and the day is over.
fn asked(casebook: &TestCasebook, case: &Value) -> Value {
    let places = ["E-mail", "Customer records"]
        .map(|place| json!({ "system": null, "place": place, "who": "Priya Raman, Head of Support" }));
    let ask = json!({ "on": "2026-11-06", "due": "2026-11-13", "places": places, "terms": "Maya Osei", "period": "" });
    casebook.must("searches_ask", about(case, ask))
}

/// A final letter of this kind in a case of its own.
fn letter(casebook: &TestCasebook, to: &str, kind: &str) -> Value {
    let case = receive(casebook, to, "2026-10-27");
    if kind == "L07" {
        drop(search_everything(casebook, &case));
    }
    final_letter(casebook, &case, kind)
}

fn final_letter(casebook: &TestCasebook, case: &Value, kind: &str) -> Value {
    let draft = casebook.must("letter_begin", json!({ "case": case["case"], "kind": kind }));
    let enclosed = json!({ "enclosures": [{ "title": "Copy of your personal data", "pages": 12 }] });
    let kept = casebook.must("letter_keep", with(filled(&draft), enclosed));
    casebook.must(
        "letter_make_final",
        json!({
            "commandId": casebook_testkit::new_command(), "letter": kept["letter"], "revision": kept["revision"],
            "caseVersion": kept["caseVersion"],
        }),
    )
}

/// A command about a letter as it is now.
fn of_letter(casebook: &TestCasebook, letter: &Value, more: Value) -> Value {
    let now = casebook.must("letter_read", json!({ "letter": letter["letter"] }));
    let command = json!({
        "commandId": casebook_testkit::new_command(), "letter": now["letter"], "caseVersion": now["caseVersion"],
    });
    with(command, more)
}

fn print(casebook: &TestCasebook, letter: &Value) {
    let order = json!({ "queue": "Paper", "copies": 1, "bothSides": true });
    casebook.must("letter_print", of_letter(casebook, letter, order));
}

fn send(casebook: &TestCasebook, letter: &Value) {
    let sent = json!({ "channel": "post", "on": TODAY, "class": "first", "tracking": "AB 1234 5678 9GB", "place": "Whitby" });
    casebook.must("letter_record_sent", of_letter(casebook, letter, sent));
}

fn come_back(casebook: &TestCasebook, letter: &Value) {
    send(casebook, letter);
    let back = json!({ "on": TODAY, "reason": "gone_away", "note": "No longer at this address" });
    casebook.must("letter_record_returned", of_letter(casebook, letter, back));
}

/// A final letter that goes by e-mail.
fn electronic(casebook: &TestCasebook) -> Value {
    let request =
        with(access_request("Electra Mail", "2026-10-27"), json!({ "email": "electra@mail.example" }));
    let case = casebook.must("request_receive", request);
    final_letter(casebook, &read(casebook, &case), "L01")
}

/// Somebody who is already in the casebook, as typed into a new case.
pub(super) const KNOWN: (&str, &str) = (LONG_NAME, POSTCODE);
