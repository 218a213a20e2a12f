//! What tests ask of a casebook, in the shapes of the page.

use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::{Value, json};

use crate::{TestCasebook, command_id};

/// Command ids above those that tests count themselves.
static NEXT: AtomicU64 = AtomicU64::new(1_000_000);

/// A command id that no other command of this test has.
#[must_use]
pub fn new_command() -> String {
    command_id(NEXT.fetch_add(1, Ordering::Relaxed))
}

/// A request with more fields, or with other values in them.
///
/// # Panics
/// If one of the two is no object.
#[must_use]
pub fn with(mut request: Value, more: Value) -> Value {
    let Value::Object(more) = more else { panic!("fields are an object") };
    request.as_object_mut().expect("a request is an object").extend(more);
    request
}

/// A request for access that came by e-mail from somebody at a whole address. [`with`] makes others of it.
#[must_use]
pub fn access_request(name: &str, received_on: &str) -> Value {
    json!({
        "commandId": new_command(), "receivedOn": received_on, "channel": "email", "receivedBy": "Reception",
        "rights": ["access"], "text": "I want a copy of all data about me.", "name": name, "salutation": "",
        "address": ["The Old Dairy", "Mill Lane", "GREAT DUNMOW", "CM6 1BG"], "email": "", "phone": "",
        "theirReference": "",
    })
}

/// A command about a case as it was last shown.
///
/// # Panics
/// If `more` is no object.
#[must_use]
pub fn about(case: &Value, more: Value) -> Value {
    let command = json!({ "commandId": new_command(), "case": case["case"], "version": case["version"] });
    with(command, more)
}

/// Asks every place that the register proposes, and records on the same day that the first holds twelve pages and the
/// others nothing: now the case can be answered. Answers the case.
///
/// # Panics
/// If it cannot be recorded.
#[must_use]
pub fn search_everything(casebook: &TestCasebook, case: &Value) -> Value {
    let proposal = casebook.must("search_propose", json!({ "case": case["case"] }));
    let today = casebook.today();
    let proposed = proposal["places"].as_array().expect("places");
    let places: Vec<Value> = proposed
        .iter()
        .map(|place| json!({ "system": place["system"], "place": place["place"], "who": place["who"] }))
        .collect();
    let ask = json!({
        "on": today, "due": proposal["due"], "places": places, "terms": proposal["terms"], "period": "",
    });
    let mut case = casebook.must("searches_ask", about(case, ask));
    let searches = case["search"]["places"].as_array().expect("searches").clone();
    for (place, search) in searches.iter().enumerate() {
        let (result, pages) = if place == 0 { ("found", 12) } else { ("nothing", 0) };
        let report = json!({
            "search": search["search"], "on": today, "result": result, "pages": pages, "by": "", "note": "",
            "proof": "",
        });
        case = casebook.must("search_report", about(&case, report));
    }
    case
}

/// A draft as the page would send it back, with everything filled that the law asks for.
///
/// # Panics
/// If `letter` is no letter as it is shown.
#[must_use]
pub fn filled(letter: &Value) -> Value {
    let (mut fields, mut not_applicable) = (serde_json::Map::new(), serde_json::Map::new());
    for field in letter["fields"].as_array().expect("fields") {
        let key = field["key"].as_str().expect("a key").to_owned();
        if field["mayNotApply"] == json!(true) {
            not_applicable.insert(key, field["startingReason"].clone());
        } else {
            fields.insert(key, json!("We checked this for you and found what is set out here."));
        }
    }
    json!({
        "letter": letter["letter"], "revision": letter["revision"], "addressee": letter["addressee"],
        "salutation": letter["salutation"], "datedOn": letter["datedOn"], "largePrint": letter["largePrint"],
        "electronic": letter["electronic"], "fields": fields, "notApplicable": not_applicable, "enclosures": [],
    })
}
