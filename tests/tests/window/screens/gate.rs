//! Making, unlocking and restoring a casebook.

use anyhow::Result;
use casebook_testkit::PASSPHRASE;
use casebook_tests::Desk;

use super::Walk;
use crate::steps::{TODAY, confirm_recovery_key, set_up_organisation};

#[tokio::test]
async fn making_and_unlocking_a_casebook_is_accessible() -> Result<()> {
    let _turn = crate::turn().await;
    let mut desk = Desk::new("gate")?;
    desk.set_today(TODAY);
    let mut walk = Walk::begin(desk.open().await?).await?;
    walk.look("passphrase").await?;
    walk.window.fill("Passphrase", "short").await?;
    walk.window.press("Create casebook").await?;
    walk.window.sees("One thing needs another look").await?;
    walk.look("passphrase-refused").await?;
    walk.window.fill("Passphrase", PASSPHRASE).await?;
    walk.window.fill("The same again", PASSPHRASE).await?;
    walk.window.press("Create casebook").await?;
    walk.window.sees("Write down your recovery key").await?;
    walk.look("recovery-key").await?;
    walk.dialog("Save it as a PDF instead", "recovery-sheet").await?;
    confirm_recovery_key(&walk.window).await?;
    walk.look("organisation").await?;
    set_up_organisation(&walk.window).await?;
    walk.look("today-empty").await?;
    empty(&mut walk).await?;
    walk.window.press("Lock").await?;
    walk.window.sees("Unlock your casebook").await?;
    walk.look("locked").await?;
    walk.window.fill("Passphrase", "not the passphrase at all").await?;
    walk.window.press("Unlock").await?;
    walk.window.sees("That does not open the casebook").await?;
    walk.look("wrong-passphrase").await?;
    walk.window.press("Use the recovery key instead").await?;
    walk.look("with-recovery-key").await?;
    walk.window.press("Restore from a backup").await?;
    walk.window.sees("Choose the folder in which the backups are").await?;
    walk.look("restore").await?;
    walk.end().await
}

/// What places say while there is nothing in them.
async fn empty(walk: &mut Walk) -> Result<()> {
    walk.visit("#/cases", "No case yet", "cases-empty").await?;
    walk.visit("#/letters/ready", "Nothing to send", "tray-empty").await?;
    walk.visit("#/reports", "No request was received in this time", "reports-empty").await
}
