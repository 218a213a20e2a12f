//! The computer is gone; its backup is not: an empty one brings the casebook back with the same history.

use anyhow::{Context, Result, ensure};
use casebook_testkit::PASSPHRASE;
use casebook_tests::{Desk, Window};
use fantoccini::key::Key;

use super::open;
use crate::steps::{Request, TODAY, nothing_went_wrong, ready_desk, record_request};

#[tokio::test]
async fn an_empty_machine_brings_a_backup_back_with_the_same_head() -> Result<()> {
    let _turn = crate::turn().await;
    let desk = ready_desk("lost")?;
    let window = open(&desk).await?;
    let reference = record_request(&window, &Request::ORDINARY).await?;
    let before = head(&window).await?;
    window.press("Settings").await?;
    window.press("Safety").await?;
    desk.answer(&desk.out())?;
    window.press("Choose a backup folder").await?;
    window.press("Back up now").await?;
    window.sees("The last backup").await?;
    window.picture("backed-up").await?;
    nothing_went_wrong(&window).await?;
    window.quit().await?;

    let mut empty = Desk::new("empty")?;
    empty.set_today(TODAY);
    let window = empty.open().await?.without_pointer();
    window.press("Restore from a backup").await?;
    empty.answer(&desk.out())?;
    window.press("Choose the backup folder").await?;
    window.sees("Which backup").await?;
    window.fill("Passphrase", PASSPHRASE).await?;
    window.picture("which").await?;
    window.press("Restore").await?;
    window.sees("New case").await?;
    window.chord(&[Key::Control], "k").await?;
    window.keys(&reference).await?;
    // Today shows the name as well; only what was found shows it beside its reference.
    window.sees(&format!("{reference} · ")).await?;
    window.key(Key::Enter).await?;
    window.sees("Record what happened").await?;
    ensure!(head(&window).await? == before, "the history is another one");
    window.picture("back").await?;
    nothing_went_wrong(&window).await?;
    window.quit().await
}

/// The head of the history of the case on screen.
async fn head(window: &Window) -> Result<String> {
    window.turn_to("History").await?;
    window.sees("Head of this history:").await?;
    let seen = window.seen().await?;
    let (_, after) = seen.split_once("Head of this history: ").context("no head is seen")?;
    Ok(after.split_once(". ").context("the head ends")?.0.to_owned())
}
