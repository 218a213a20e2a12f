//! The DPO is away: the screen is locked, another user takes over, the computer sleeps, or simply nothing happens. The
//! casebook locks, the page forgets what it showed, and what was typed is there again afterwards.

use std::time::Duration;

use anyhow::{Result, ensure};
use casebook_tests::session::{Away, Session};
use casebook_tests::{Window, until};
use fantoccini::key::Key;
use serde_json::json;

use crate::steps::{Request, nothing_went_wrong, open_and_unlock, ready_desk, record_request, unlock};

#[tokio::test]
async fn a_session_that_says_the_dpo_is_away_locks_the_casebook_and_loses_nothing() -> Result<()> {
    let _turn = crate::turn().await;
    let session = Session::start()?;
    let mut desk = ready_desk("away")?;
    desk.use_session(&session);
    let window = open_and_unlock(&desk).await?;
    let reference = record_request(&window, &Request::ORDINARY).await?;
    session.sleep_is_delayed().await?;
    let ways = [Away::ScreenSaver, Away::Lock, Away::LockedHint, Away::OtherUser, Away::Sleep];
    for (number, away) in ways.into_iter().enumerate() {
        let name = format!("Half typed {number}");
        window.press("New case").await?;
        window.fill("Name", &name).await?;
        window.script("window.remembered = 'everything'", Vec::new()).await?;
        session.tell(away)?;
        is_locked(&window, &reference).await?;
        unlock(&window).await?;
        window.press("New case").await?;
        window.sees("What came in").await?;
        let kept = window.content("Name").await?;
        ensure!(kept == name, "{away:?}: {kept:?} was kept instead of {name:?}");
    }
    // The computer may sleep once the casebook is locked, and is asked again to wait when it has woken up.
    session.sleep_is_free().await?;
    session.wake()?;
    session.sleep_is_delayed().await?;
    nothing_went_wrong(&window).await?;
    window.quit().await
}

/// The gate is shown by a page that knows nothing of what was shown before, and the core answers nothing.
async fn is_locked(window: &Window, reference: &str) -> Result<()> {
    window.sees("Unlock your casebook").await?;
    until("the page is loaded anew", async || {
        Ok(window.script("return window.remembered ?? null", Vec::new()).await? == json!(null))
    })
    .await?;
    window.sees("Unlock your casebook").await?;
    ensure!(!window.seen().await?.contains(reference));
    let read = "const done = arguments[arguments.length - 1];
        window.__TAURI_INTERNALS__.invoke('call', { name: 'home_read', request: {} })
            .then(() => done('open'), (problem) => done(problem.kind));";
    let answer = window.slow_script(read, Vec::new()).await?;
    ensure!(answer == json!("locked"), "{answer}");
    Ok(())
}

#[tokio::test]
async fn keys_put_off_locking_and_silence_does_not() -> Result<()> {
    let _turn = crate::turn().await;
    let mut desk = ready_desk("idle")?;
    desk.lock_after(9);
    let window = open_and_unlock(&desk).await?;
    // Looking round with keys asks the core nothing.
    for _ in 0..20 {
        window.keys(&String::from(char::from(Key::Down))).await?;
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    ensure!(window.offers("New case").await?, "it locked under the hands of the DPO");
    window.press("New case").await?;
    window.fill("Name", "Not yet recorded").await?;
    window.sees("Unlock your casebook").await?;
    unlock(&window).await?;
    window.press("New case").await?;
    window.sees("What came in").await?;
    ensure!(window.content("Name").await? == "Not yet recorded");
    nothing_went_wrong(&window).await?;
    window.quit().await
}
