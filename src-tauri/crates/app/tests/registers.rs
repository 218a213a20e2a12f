//! Registers and settings, through the door of the window.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use casebook_ipc::IpcError;
use casebook_testkit::{TestCasebook, access_request, command_id};
use serde_json::{Value, json};

const REGISTERS: [&str; 6] = ["systems", "purposes", "categories", "recipients", "retention", "sources"];

fn read(casebook: &TestCasebook, register: &str) -> Vec<Value> {
    let view = casebook.must("registers_read", json!({ "register": register }));
    view["entries"].as_array().unwrap().clone()
}

fn names(casebook: &TestCasebook, register: &str) -> Vec<String> {
    read(casebook, register).iter().map(|entry| entry["form"]["name"].as_str().unwrap().to_owned()).collect()
}

fn form(name: &str) -> Value {
    json!({
        "name": name, "detail": "", "owner": "", "country": "", "safeguard": "", "period": "", "reason": "",
        "backupDays": null, "processor": false, "kinds": [], "validFrom": null, "validUntil": null,
    })
}

fn save(
    casebook: &TestCasebook,
    register: &str,
    number: u64,
    revision: u64,
    form: &Value,
) -> Result<Value, IpcError> {
    let request =
        json!({ "register": register, "entry": command_id(number), "revision": revision, "form": form });
    casebook.call("register_save", request).map(|outcome| outcome.value)
}

fn fields(error: IpcError) -> Vec<String> {
    let IpcError::Invalid { fields } = error else { panic!("{error:?}") };
    fields.into_iter().map(|problem| problem.field).collect()
}

fn find(entries: &[Value], name: &str) -> Value {
    entries.iter().find(|entry| entry["form"]["name"] == name).unwrap_or_else(|| panic!("{name}")).clone()
}

#[test]
fn a_new_casebook_knows_what_the_policy_says_and_that_nobody_has_checked_it() {
    let casebook = TestCasebook::ready("2026-11-22");
    for register in REGISTERS {
        let entries = read(&casebook, register);
        assert!(!entries.is_empty(), "{register}");
        assert!(entries.iter().all(|entry| entry["wantsCheck"] == json!(true)), "{register}");
    }
    let systems = read(&casebook, "systems");
    let itself: Vec<_> = systems.iter().filter(|entry| entry["isCasebook"] == json!(true)).collect();
    assert_eq!(itself.len(), 1, "the casebook is a place to search (TRUE-1)");
    let retention = read(&casebook, "retention");
    assert_eq!(find(&retention, "Usage data")["form"]["period"], "at most 12 months");
    assert!(find(&retention, "Contact details and correspondence")["missing"].is_string());
}

#[test]
fn registers_are_filled_once_and_survive_locking() {
    let mut casebook = TestCasebook::ready("2026-11-22");
    let before = names(&casebook, "systems");
    casebook.restart();
    casebook.unlock();
    assert_eq!(names(&casebook, "systems"), before);
}

#[test]
fn an_entry_is_added_changed_checked_and_retired_and_never_lost() {
    let casebook = TestCasebook::ready("2026-11-22");
    let mut entry = form("Help desk");
    entry["owner"] = json!("  Priya\u{200b}  Raman ");
    entry["country"] = json!("Ireland");
    save(&casebook, "systems", 900, 0, &entry).unwrap();
    let shown = find(&read(&casebook, "systems"), "Help desk");
    assert_eq!(
        (&shown["form"]["owner"], &shown["checked"]),
        (&json!("Priya Raman"), &json!("Checked on 22 November 2026."))
    );
    assert!(shown["missing"].as_str().unwrap().contains("abroad"));
    // The same form sent twice is one change.
    save(&casebook, "systems", 900, 1, &shown["form"]).unwrap();
    let mut changed = shown["form"].clone();
    changed["safeguard"] = json!("UK adequacy regulations");
    save(&casebook, "systems", 900, 1, &changed).unwrap();
    let shown = find(&read(&casebook, "systems"), "Help desk");
    assert_eq!((&shown["revision"], &shown["missing"]), (&json!(2), &Value::Null));
    // Somebody who still saw the first revision loses nothing and overwrites nothing.
    let stale = save(&casebook, "systems", 900, 1, &form("Old name"));
    assert!(matches!(stale, Err(IpcError::Conflict { .. })), "{stale:?}");
    let at = json!({ "register": "systems", "entry": command_id(900), "revision": 2, "until": "2026-11-21" });
    let view = casebook.must("register_remove", at);
    let last = view["entries"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&last["form"]["name"], &last["retired"]), (&json!("Help desk"), &json!(true)));
    assert_eq!(last["validity"], "Until 21 November 2026.");
}

#[test]
fn checking_counts_for_a_year() {
    let mut casebook = TestCasebook::ready("2026-11-22");
    let entry = read(&casebook, "purposes")[0].clone();
    let at = json!({ "register": "purposes", "entry": entry["entry"], "revision": entry["revision"] });
    let view = casebook.must("register_confirm", at);
    assert_eq!(view["entries"][0]["wantsCheck"], json!(false));
    casebook.time.set("2027-11-21");
    assert_eq!(read(&casebook, "purposes")[0]["wantsCheck"], json!(false));
    casebook.time.set("2027-11-22");
    assert_eq!(read(&casebook, "purposes")[0]["wantsCheck"], json!(true));
    casebook.restart();
}

#[test]
fn the_casebook_itself_cannot_be_retired() {
    let casebook = TestCasebook::ready("2026-11-22");
    let itself =
        read(&casebook, "systems").into_iter().find(|entry| entry["isCasebook"] == json!(true)).unwrap();
    let at = json!({
        "register": "systems", "entry": itself["entry"], "revision": itself["revision"], "until": "2026-11-22",
    });
    let Err(IpcError::Refused { refused }) = casebook.call("register_remove", at) else { panic!("refused") };
    assert_eq!(refused.rule, "TRUE-1");
}

#[test]
fn what_is_wrong_with_an_entry_is_named_by_its_field() {
    let casebook = TestCasebook::ready("2026-11-22");
    let mut entry = form("  ");
    entry["validFrom"] = json!("2026-12-01");
    entry["validUntil"] = json!("2026-11-01");
    entry["backupDays"] = json!(0);
    entry["owner"] = json!("x".repeat(201));
    entry["detail"] = json!("x".repeat(2001));
    let mut found = fields(save(&casebook, "systems", 901, 0, &entry).unwrap_err());
    found.sort();
    assert_eq!(found, ["backupDays", "detail", "name", "owner", "validUntil"]);
    let gone = save(&casebook, "systems", 902, 3, &form("Nobody’s"));
    assert!(matches!(gone, Err(IpcError::NotFound { .. })), "{gone:?}");
}

#[test]
fn an_access_answer_begins_with_what_the_registers_say() {
    let casebook = TestCasebook::ready("2026-11-22");
    let mut recipient = form("Example Cloud Inc.");
    recipient["country"] = json!("United States");
    recipient["safeguard"] = json!("the UK addendum to the standard clauses");
    save(&casebook, "recipients", 903, 0, &recipient).unwrap();
    let case = casebook.must("request_receive", access_request("Maya Osei", "2026-11-20"));
    let letter = casebook.must("letter_begin", json!({ "case": case["case"], "kind": "L07" }));
    let fields = letter["fields"].as_array().unwrap();
    let text = |key: &str| {
        let field = fields.iter().find(|field| field["key"] == key).unwrap_or_else(|| panic!("{key}"));
        field["value"].as_str().unwrap_or_else(|| panic!("{field}")).to_owned()
    };
    assert!(text("purposes").contains("\n- Running and maintaining our websites\n"), "{}", text("purposes"));
    assert!(text("searched").contains("This casebook"), "{}", text("searched"));
    let transfer = "Example Cloud Inc. (United States): the UK addendum to the standard clauses";
    assert!(text("transfers").contains(transfer), "{}", text("transfers"));
    assert!(text("retention").contains("Usage data: at most 12 months, because"), "{}", text("retention"));
    assert!(!text("retention").contains("Contact details"), "no period, nothing to say");
    assert!(text("categories").starts_with('‹'), "still to be checked for this person");
}

#[test]
fn the_numbers_of_the_desk_move_the_target_and_the_last_safe_day_and_never_the_last_day() {
    let casebook = TestCasebook::ready("2026-11-22");
    let preview = json!({ "receivedOn": "2026-11-20", "rights": ["access"], "text": "" });
    let before = casebook.must("intake_preview", preview.clone());
    let mut settings = casebook.must("settings_read", json!({}));
    assert_eq!(settings["desk"]["idleMinutes"], json!(15));
    settings["desk"]["targetDays"] = json!(10);
    settings["desk"]["postMarginFirst"] = json!(3);
    let saved = casebook.must("settings_save", settings);
    assert_eq!(saved["desk"]["targetDays"], json!(10));
    let after = casebook.must("intake_preview", preview);
    assert_eq!(before["clocks"][0]["lastDay"], after["clocks"][0]["lastDay"]);
    assert_ne!(before["clocks"][0], after["clocks"][0]);
}

#[test]
fn numbers_out_of_bounds_are_named_and_absent_ones_stay() {
    let casebook = TestCasebook::ready("2026-11-22");
    let settings = casebook.must("settings_read", json!({}));
    let mut wrong = settings.clone();
    wrong["desk"]["idleMinutes"] = json!(61);
    wrong["desk"]["targetDays"] = json!(0);
    wrong["desk"]["postMarginSecond"] = json!(1);
    let mut found = fields(casebook.call("settings_save", wrong).unwrap_err());
    found.sort();
    assert_eq!(found, ["desk.idleMinutes", "desk.postMarginSecond", "desk.targetDays"]);
    let mut without = settings.clone();
    without["organisation"]["phone"] = json!("01279 000000");
    without.as_object_mut().unwrap().remove("desk");
    assert_eq!(casebook.must("settings_save", without)["desk"], settings["desk"]);
}

#[test]
fn the_regulators_facts_want_a_look_after_a_year() {
    let casebook = TestCasebook::ready("2026-11-22");
    assert_eq!(casebook.must("settings_read", json!({}))["regulator"]["warning"], Value::Null);
    casebook.time.set("2027-11-22");
    let warning = casebook.must("settings_read", json!({}))["regulator"]["warning"].clone();
    assert!(warning.as_str().unwrap().contains("22 November 2026"), "{warning}");
}

#[test]
fn a_logo_is_chosen_shown_and_taken_away() {
    let casebook = TestCasebook::ready("2026-11-22");
    let folder = casebook.place();
    let file = folder.parent().unwrap().join("logo.png");
    let picture = include_bytes!("../../../../icons/128x128.png");
    std::fs::write(&file, picture).unwrap();
    assert_eq!(casebook.must("logo_read", json!({}))["logo"], Value::Null);
    casebook.dialogs.will_answer(&file);
    let shown = casebook.must("logo_choose", json!({}));
    assert_eq!((&shown["logo"]["width"], &shown["logo"]["height"]), (&json!(128), &json!(128)));
    let bytes = casebook.bytes(shown["logo"]["blob"].as_str().unwrap());
    assert!(bytes.starts_with(b"\x89PNG"));
    // One that is no picture changes nothing.
    std::fs::write(&file, b"GIF89a").unwrap();
    casebook.dialogs.will_answer(&file);
    assert_eq!(fields(casebook.call("logo_choose", json!({})).unwrap_err()), ["logo"]);
    assert_eq!(casebook.must("logo_read", json!({})), shown);
    // Nor does one that says it has 20,000 by 20,000 points: it is refused before its points are read.
    let mut vast = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    vast.extend([20_000_u32.to_be_bytes(), 20_000_u32.to_be_bytes()].concat());
    vast.extend([8, 6, 0, 0, 0, 0, 0, 0, 0]);
    std::fs::write(&file, vast).unwrap();
    casebook.dialogs.will_answer(&file);
    let Err(IpcError::Invalid { fields: refused }) = casebook.call("logo_choose", json!({})) else {
        panic!("20,000 points are too many")
    };
    assert!(refused[0].field == "logo" && refused[0].message.contains("20000 by 20000"), "{refused:?}");
    assert_eq!(casebook.must("logo_read", json!({})), shown);
    assert_eq!(casebook.must("logo_remove", json!({}))["logo"], Value::Null);
    assert!(matches!(casebook.call("logo_choose", json!({})), Err(IpcError::Cancelled)));
}
