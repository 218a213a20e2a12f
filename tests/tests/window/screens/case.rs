//! A case with everything in it: its parts, and every dialog that opens from them.

use anyhow::Result;

use super::Walk;
use super::busy::{Busy, LONG_NAME, busy_desk};
use crate::steps::{PLACE, open_and_unlock};

#[tokio::test]
async fn a_case_and_what_is_recorded_in_it_are_accessible() -> Result<()> {
    let _turn = crate::turn().await;
    let busy = busy_desk("case")?;
    let mut walk = Walk::begin(open_and_unlock(&busy.desk).await?).await?;
    overview(&mut walk, &busy).await?;
    closed(&mut walk, &busy).await?;
    walk.end().await
}

#[tokio::test]
async fn search_decision_and_papers_of_a_case_are_accessible() -> Result<()> {
    let _turn = crate::turn().await;
    let busy = busy_desk("parts")?;
    let mut walk = Walk::begin(open_and_unlock(&busy.desk).await?).await?;
    search(&mut walk, &busy).await?;
    decision(&mut walk, &busy).await?;
    papers(&mut walk, &busy).await?;
    walk.end().await
}

fn part(case: &str, tab: &str) -> String {
    format!("#/case/{case}/{tab}")
}

async fn overview(walk: &mut Walk, busy: &Busy) -> Result<()> {
    walk.visit(&part(&busy.case, "overview"), "Ask the archive for its list", "case-overview").await?;
    walk.window.keys("w").await?;
    walk.window.sees("TIME-1").await?;
    walk.look("case-why").await?;
    walk.window.keys("w").await?;
    walk.window.keys("i").await?;
    walk.look_and_leave("case-what-if").await?;
    walk.dialog("Record what happened", "case-record").await?;
    walk.dialog(&format!("Change name or address of {LONG_NAME}"), "case-party").await?;
    walk.dialog(&format!("How to reach them: {LONG_NAME}"), "case-contact").await?;
    walk.dialog("Done: Ask the archive for its list", "case-task-done").await?;
    walk.dialog("Give up: Ask the archive for its list", "case-task-given-up").await?;
    for (what, screen) in [
        ("Add a person", "case-add-person"),
        ("Set a task", "case-set-task"),
        ("Write a note", "case-note"),
        ("Link a case", "case-link"),
        ("Close case", "case-close"),
        ("Export history", "case-export"),
        ("They withdrew the request", "case-withdrawn"),
    ] {
        walk.case_dialog(what, screen).await?;
    }
    Ok(())
}

async fn search(walk: &mut Walk, busy: &Busy) -> Result<()> {
    walk.visit(&part(&busy.case, "search"), PLACE, "case-search").await?;
    walk.window.press("Ask more places").await?;
    walk.look_and_leave("case-ask-more").await?;
    walk.visit(&part(&busy.ready_case, "search"), "Ask for the search", "case-ask").await?;
    walk.visit(&part(&busy.waiting, "search"), "places have reported", "case-search-waiting").await?;
    walk.dialog("Record result of E-mail", "case-result").await?;
    walk.dialog("Record the same for several", "case-same").await?;
    for (what, screen) in [
        ("Ask again", "case-ask-again"),
        ("Take it up", "case-take-up"),
        ("Request as e-mail text", "case-request-text"),
    ] {
        walk.window.press("More for E-mail").await?;
        walk.dialog(what, screen).await?;
    }
    Ok(())
}

async fn decision(walk: &mut Walk, busy: &Busy) -> Result<()> {
    walk.visit(&part(&busy.case, "decision"), "Letters to our solicitors", "case-decision").await?;
    walk.dialog("Add a group", "case-group").await?;
    walk.dialog("Decide again about Letters to our solicitors", "case-decide").await?;
    walk.dialog("Record a new decision", "case-company").await?;
    walk.dialog("Put it together again", "case-pack").await?;
    walk.visit(&part(&busy.waiting, "decision"), "Nothing to decide yet", "case-decision-empty").await
}

async fn papers(walk: &mut Walk, busy: &Busy) -> Result<()> {
    walk.visit(&part(&busy.case, "documents"), "passport.txt", "case-documents").await?;
    walk.dialog("Keep a file", "case-keep").await?;
    walk.dialog("Destroy certificate of posting.txt", "case-destroy").await?;
    walk.visit(&part(&busy.waiting, "documents"), "No file is kept", "case-documents-empty").await?;
    walk.visit(&part(&busy.case, "letters"), "Partial refusal", "case-letters").await?;
    walk.dialog("Write a letter…", "case-kinds").await?;
    walk.visit(&part(&busy.case, "history"), "Head of this history", "case-history").await?;
    walk.window.press("Show the exact record").await?;
    walk.look("case-history-record").await?;
    walk.dialog("This is wrong", "case-correct").await
}

async fn closed(walk: &mut Walk, busy: &Busy) -> Result<()> {
    walk.visit(&part(&busy.closed, "overview"), "Closed: answered", "case-closed").await?;
    walk.case_dialog("Open case again", "case-reopen").await
}
