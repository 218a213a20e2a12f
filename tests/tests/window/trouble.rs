//! What goes wrong on ordinary days: a wrong passphrase, the program started twice, a power cut, a huge paste, hidden
//! characters.

use std::process::Command;

use anyhow::{Result, ensure};
use casebook_testkit::PASSPHRASE;
use casebook_tests::place::built;
use casebook_tests::{Window, until};
use serde_json::json;

use crate::steps::{Request, nothing_went_wrong, open_and_unlock, ready_desk, record_request, unlock};

#[tokio::test]
async fn a_wrong_passphrase_opens_nothing_and_after_three_one_has_to_wait() -> Result<()> {
    let _turn = crate::turn().await;
    let desk = ready_desk("wrong-passphrase")?;
    let window = desk.open().await?;
    for _ in 0..3 {
        window.fill("Passphrase", "violet tram kettle orbit parsnips").await?;
        window.press("Unlock").await?;
        window.sees("That does not open the casebook").await?;
    }
    window.sees("The next try is possible in").await?;
    window.picture("refused").await?;
    ensure!(!window.offers("New case").await?);
    // The right one as well has to wait its time, and then opens.
    until("the casebook opens", async || {
        if window.offers("Unlock").await? {
            window.fill("Passphrase", PASSPHRASE).await?;
            window.press("Unlock").await?;
        }
        window.offers("New case").await
    })
    .await?;
    nothing_went_wrong(&window).await?;
    window.quit().await
}

#[tokio::test]
async fn the_program_started_twice_is_told_so_and_harms_nothing() -> Result<()> {
    let _turn = crate::turn().await;
    let desk = ready_desk("twice")?;
    let first = open_and_unlock(&desk).await?;
    let second = desk.open().await?;
    second.fill("Passphrase", PASSPHRASE).await?;
    second.press("Unlock").await?;
    second.sees("The casebook is open elsewhere").await?;
    second.picture("second").await?;
    second.quit().await?;
    record_request(&first, &Request::ORDINARY).await?;
    first.quit().await?;
    let again = open_and_unlock(&desk).await?;
    again.sees(Request::ORDINARY.name).await?;
    again.quit().await
}

#[tokio::test]
async fn what_was_acknowledged_and_what_was_kept_survive_a_power_cut() -> Result<()> {
    let _turn = crate::turn().await;
    let desk = ready_desk("power-cut")?;
    let window = open_and_unlock(&desk).await?;
    let reference = record_request(&window, &Request::ORDINARY).await?;
    window.press("New case").await?;
    window.fill("Name", "Half a request").await?;
    is_kept(&window, "Half a request").await?;
    window.pull_the_plug().await?;

    let window = open_and_unlock(&desk).await?;
    window.sees(&reference).await?;
    window.press("New case").await?;
    window.sees("What came in").await?;
    ensure!(window.content("Name").await? == "Half a request", "{}", window.content("Name").await?);
    nothing_went_wrong(&window).await?;
    window.quit().await
}

/// Waits until the core has kept what is typed into the form.
async fn is_kept(window: &Window, text: &str) -> Result<()> {
    let read = "const done = arguments[arguments.length - 1];
        window.__TAURI_INTERNALS__.invoke('call', { name: 'draft_read', request: { form: 'new-case' } })
            .then((draft) => done(draft.body), () => done(''));";
    until("the form is kept", async || {
        let body = window.slow_script(read, Vec::new()).await?;
        Ok(body.as_str().is_some_and(|body| body.contains(text)))
    })
    .await
}

#[tokio::test]
async fn two_fast_clicks_on_make_final_make_one_letter() -> Result<()> {
    let _turn = crate::turn().await;
    let desk = ready_desk("fast")?;
    let window = open_and_unlock(&desk).await?;
    record_request(&window, &Request::ORDINARY).await?;
    window.turn_to("Letters").await?;
    window.press("Write a letter…").await?;
    window.press("Acknowledgement").await?;
    window.sees("It can be made final. Kept").await?;
    window.press("Make final").await?;
    window.sees("Make this letter final?").await?;
    // Faster than any hand: the second click comes before the page has drawn what the first one did.
    let clicks =
        "const named = [...document.querySelectorAll('[role=dialog] button, [role=alertdialog] button')]
            .find((button) => button.textContent.includes('Make it final'));
        named.click();
        named.click();
        return named !== undefined;";
    ensure!(window.script(clicks, Vec::new()).await? == json!(true), "there is no such button");
    window.sees("These are the pages as they are frozen").await?;
    let tray = window.call("tray_read", json!({ "state": "ready", "order": "urgent" })).await?;
    ensure!(tray["counts"]["ready"] == json!(1) && tray["counts"]["draft"] == json!(0), "{tray}");
    nothing_went_wrong(&window).await?;
    window.quit().await
}

#[tokio::test]
async fn locking_forgets_the_page_and_keeps_what_was_typed() -> Result<()> {
    let _turn = crate::turn().await;
    let desk = ready_desk("lock")?;
    let window = open_and_unlock(&desk).await?;
    let reference = record_request(&window, &Request::ORDINARY).await?;
    window.press("New case").await?;
    window.script("window.remembered = 'everything'", Vec::new()).await?;
    window.write("Name", "Not yet recorded").await?;
    window.press("Lock").await?;
    window.sees("Unlock your casebook").await?;
    until("the page is loaded anew", async || {
        Ok(window.script("return window.remembered ?? null", Vec::new()).await? == json!(null))
    })
    .await?;
    window.sees("Unlock your casebook").await?;
    ensure!(!window.seen().await?.contains(&reference));
    ensure!(window.title().await? == "DPO Casebook");
    window.picture("locked").await?;
    unlock(&window).await?;
    window.press("New case").await?;
    window.sees("What came in").await?;
    ensure!(window.content("Name").await? == "Not yet recorded");
    window.quit().await
}

#[tokio::test]
async fn five_megabytes_are_pasted_and_recorded() -> Result<()> {
    let _turn = crate::turn().await;
    let desk = ready_desk("huge")?;
    let window = open_and_unlock(&desk).await?;
    let line = "Please send me everything you hold about me, as I have asked before. Zażółć gęślą jaźń.\n";
    let text = line.repeat(5 * 1024 * 1024 / line.len());
    let request = Request { text: &text, name: "Verbose Person", ..Request::ORDINARY };
    record_request(&window, &request).await?;
    window.picture("recorded").await?;
    window.press("Show all of it").await?;
    window.press("Show less").await?;
    nothing_went_wrong(&window).await?;
    window.quit().await
}

#[tokio::test]
async fn hidden_characters_are_kept_shown_and_turn_nothing_round() -> Result<()> {
    let _turn = crate::turn().await;
    let desk = ready_desk("hidden")?;
    let window = open_and_unlock(&desk).await?;
    let request = Request {
        text: "Send the copy to invoice\u{202e}fdp.exe\u{7}\u{200b} and <b>hurry</b>; =1+1; '); DROP TABLE event;--",
        name: "Anna\u{202e}\u{200b} Nowak <i>x</i>",
        ..Request::ORDINARY
    };
    window.press("New case").await?;
    window.paste("What came in", request.text).await?;
    window.write_date("Received on", 27, 10, 2026).await?;
    window.sees("characters that cannot be seen").await?;
    window.paste("Name", request.name).await?;
    window.press("Record request").await?;
    window.sees("Recorded as SR-").await?;
    window.sees("Anna Nowak <i>x</i>").await?;
    window.sees("invoice\u{fffd}fdp.exe").await?;
    window.sees("<b>hurry</b>; =1+1; '); DROP TABLE event;--").await?;
    let seen = window.seen().await?;
    ensure!(!seen.contains(['\u{202e}', '\u{200b}', '\u{7}']), "{seen}");
    window.picture("case").await?;
    nothing_went_wrong(&window).await?;
    window.quit().await
}

#[tokio::test]
async fn what_the_program_cannot_do_it_says_in_a_sentence_and_ends() -> Result<()> {
    let _turn = crate::turn().await;
    let desk = ready_desk("words")?;
    let casebook = desk.casebook();
    let casebook = casebook.to_string_lossy();
    let missing = desk.out().join("no-such-file");
    let missing = missing.to_string_lossy();
    for (words, says) in [
        (&["--casebooks"][..], "--casebooks: not understood"),
        (&["--today", "tomorrow"], "--today: a date has to follow"),
        (&["--casebook", &casebook, "--passphrase-file", &missing], "does not open with the passphrase file"),
    ] {
        let answer =
            Command::new(built("dpo-casebook")?).args(words).env("XDG_DATA_HOME", desk.home()).output()?;
        let said = String::from_utf8(answer.stderr)?;
        ensure!(
            answer.status.code() == Some(2) && said.contains(says),
            "{words:?}: {} {said}",
            answer.status
        );
    }
    Ok(())
}
