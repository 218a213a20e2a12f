//! A letter in each of its states, and the out tray with everything that is done from there.

use anyhow::Result;
use casebook_tests::Cups;

use super::Walk;
use super::busy::{Busy, busy_desk};
use crate::steps::{open_and_unlock, pages_are_drawn};

#[tokio::test]
async fn letters_and_the_out_tray_are_accessible() -> Result<()> {
    let _turn = crate::turn().await;
    let cups = Cups::start()?;
    let mut busy = busy_desk("letters")?;
    busy.desk.use_printers(&cups);
    let mut walk = Walk::begin(open_and_unlock(&busy.desk).await?).await?;
    drafts(&mut walk, &busy).await?;
    finals(&mut walk, &busy).await?;
    tray(&mut walk).await?;
    walk.end().await
}

async fn letter(walk: &mut Walk, letter: &str, seen: &str, screen: &str) -> Result<()> {
    walk.window.go(&format!("#/letter/{letter}")).await?;
    walk.window.sees(seen).await?;
    pages_are_drawn(&walk.window).await?;
    walk.look(screen).await
}

async fn drafts(walk: &mut Walk, busy: &Busy) -> Result<()> {
    letter(walk, &busy.draft, "Before it can be made final", "letter-draft").await?;
    walk.dialog("Discard draft", "letter-discard").await?;
    letter(walk, &busy.finished, "It can be made final", "letter-finished").await?;
    walk.dialog("Make final", "letter-make-final").await
}

async fn finals(walk: &mut Walk, busy: &Busy) -> Result<()> {
    letter(walk, &busy.ready, "These are the pages as they are frozen", "letter-final").await?;
    walk.window.press("Show what the envelope shows").await?;
    walk.look("letter-envelope").await?;
    walk.dialog("Print", "letter-print").await?;
    walk.dialog("Record as sent", "letter-record-sent").await?;
    walk.dialog("Declare void", "letter-void").await?;
    letter(walk, &busy.sent, "Record that it came back", "letter-sent").await?;
    walk.dialog("Record that it arrived", "letter-arrived").await?;
    walk.dialog("Record that it came back", "letter-came-back").await?;
    letter(walk, &busy.returned, "Write it again", "letter-returned").await?;
    letter(walk, &busy.electronic, "Save as e-mail", "letter-electronic").await?;
    busy.desk.answer(&busy.desk.out().join("answer.zip"))?;
    walk.dialog("Save encrypted", "letter-encrypted").await
}

async fn tray(walk: &mut Walk) -> Result<()> {
    for (state, seen) in [
        ("draft", "Partial refusal"),
        ("printed", "Printed Writer"),
        ("sent", "Sent Writer"),
        ("returned", "Gone Away"),
        ("ready", "Ready Writer"),
    ] {
        walk.visit(&format!("#/letters/{state}"), seen, &format!("tray-{state}")).await?;
    }
    walk.window.press("Choose all").await?;
    walk.look("tray-chosen").await?;
    walk.dialog("One file to print", "tray-print-file").await?;
    walk.dialog("Record as sent", "tray-record-sent").await
}
