//! Today, lists, registers, reports, help, settings, and what lies over every screen.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use casebook_tests::Desk;
use casebook_tests::place::top;
use fantoccini::key::Key;
use serde_json::{Value, json};

use super::Walk;
use super::busy::busy_desk;
use crate::steps::{PLACE, open_and_unlock};

#[tokio::test]
async fn lists_registers_and_reports_are_accessible() -> Result<()> {
    let _turn = crate::turn().await;
    let busy = busy_desk("lists")?;
    let mut walk = Walk::begin(open_and_unlock(&busy.desk).await?).await?;
    walk.visit("#/today", "Overdue Person 1", "today").await?;
    walk.visit("#/cases", "Maya Osei", "cases").await?;
    walk.window.press("Filter").await?;
    walk.window.sees("Last day from").await?;
    walk.look("cases-filter").await?;
    walk.window.press("Filter").await?;
    walk.window.fill("Search cases", "nobody is called so").await?;
    walk.window.sees("No case fits").await?;
    walk.look("cases-nothing").await?;
    for register in ["systems", "purposes", "categories", "recipients", "retention", "sources"] {
        walk.visit(&format!("#/registers/{register}"), "Still so", &format!("register-{register}")).await?;
    }
    walk.visit("#/registers/holidays", "Read in a list…", "register-holidays").await?;
    walk.dialog("Add a holiday", "holiday-add").await?;
    busy.desk.answer(&list_with_one_more_holiday(&busy.desk)?)?;
    walk.dialog("Read in a list…", "holidays-read-in").await?;
    walk.visit("#/reports", "Log of requests", "reports").await?;
    walk.window.go("#/registers/systems").await?;
    walk.window.sees(PLACE).await?;
    walk.window.keys("n").await?;
    walk.look_and_leave("register-add").await?;
    walk.window.press(PLACE).await?;
    walk.window.shows_dialog(true).await?;
    let opened = walk.window.content("What it is called").await?;
    ensure!(opened == PLACE, "{opened} opens instead of {PLACE}");
    walk.look("register-change").await?;
    walk.dialog("Retire…", "register-retire").await?;
    walk.end().await
}

/// The published list with a holiday on which a last day falls.
fn list_with_one_more_holiday(desk: &Desk) -> Result<PathBuf> {
    let published = std::fs::read(top().join("tests/fixtures/holidays/bank-holidays.json"))?;
    let mut list: Value = serde_json::from_slice(&published)?;
    let events = list.pointer_mut("/england-and-wales/events").and_then(Value::as_array_mut);
    let events = events.context("a list of holidays")?;
    events.push(json!({ "title": "Jubilee", "date": "2026-11-27", "notes": "", "bunting": true }));
    let file = desk.home().join("bank-holidays.json");
    std::fs::write(&file, serde_json::to_vec(&list)?)?;
    Ok(file)
}

#[tokio::test]
async fn help_and_settings_are_accessible() -> Result<()> {
    let _turn = crate::turn().await;
    let busy = busy_desk("settings")?;
    let mut walk = Walk::begin(open_and_unlock(&busy.desk).await?).await?;
    walk.visit("#/help", "The law behind each step", "help").await?;
    walk.visit("#/help/TIME-10", "TIME-10", "help-rule").await?;
    walk.window.fill("Search the rules", "nobody says so").await?;
    walk.window.sees("No rule fits").await?;
    walk.look("help-nothing").await?;
    for (part, seen) in [
        ("organisation", "Registered name"),
        ("logo", "No logo"),
        ("regulator", "Where to complain on the web"),
        ("envelope", "Our window envelope"),
        ("desk", "Aim to answer within"),
        ("safety", "Backups"),
        ("device", "Appearance"),
    ] {
        walk.visit(&format!("#/settings/{part}"), seen, &format!("settings-{part}")).await?;
    }
    walk.window.press("Safety").await?;
    walk.window.fill("Passphrase now", "not the one").await?;
    walk.window.fill("New passphrase", "short").await?;
    walk.window.press("Change the passphrase").await?;
    walk.window.sees("another look").await?;
    walk.look("settings-passphrase-refused").await?;
    walk.window.press("This device").await?;
    walk.window.sees("Appearance").await?;
    walk.window.keys("?").await?;
    walk.window.sees("In a letter").await?;
    walk.look_and_leave("keys").await?;
    walk.window.chord(&[Key::Control], "k").await?;
    walk.window.shows_dialog(true).await?;
    walk.look("palette").await?;
    walk.window.keys("overdue person").await?;
    walk.window.sees("Overdue Person 2").await?;
    walk.look("palette-found").await?;
    // The first empties the box, the second leaves it.
    walk.window.key(Key::Escape).await?;
    walk.window.sees("Look up the law behind each step").await?;
    walk.window.key(Key::Escape).await?;
    walk.window.shows_dialog(false).await?;
    walk.window.press("Narrow").await?;
    walk.visit("#/today", "Overdue Person 1", "today-narrow").await?;
    walk.end().await
}
