//! One access request goes the whole way, from an empty folder to a history that a stranger can check.

use std::fs;

use anyhow::{Result, ensure};
use casebook_tests::paper::{as_one_line, font_count, fonts_missing, is_sound, text};
use casebook_tests::{Desk, Window};
use fantoccini::key::Key;

use crate::steps::{
    PLACE, Request, TODAY, close_case, export_history, first_run, make_final, nothing_went_wrong,
    pages_are_drawn, record_posted, reference, save_pdf, search, unlock, verify, write_answer,
};

#[tokio::test]
async fn one_request_goes_the_whole_way() -> Result<()> {
    let _turn = crate::turn().await;
    let mut desk = Desk::new("whole-line")?;
    desk.set_today(TODAY);
    let window = desk.open().await?.without_pointer();
    first_run(&window).await?;

    type_request(&window, &Request::ORDINARY).await?;
    window.picture("new-case").await?;
    window.chord(&[Key::Control], &String::from(char::from(Key::Enter))).await?;
    window.sees("Recorded as SR-2026-0001-").await?;
    let reference = reference(&window).await?;
    window.picture("case").await?;
    window.keys("w").await?;
    window.sees("TIME-1").await?;
    window.picture("why-this-date").await?;

    search(&window, PLACE, 14).await?;
    window.picture("searched").await?;
    write_answer(&window).await?;
    pages_are_drawn(&window).await?;
    window.picture("answer").await?;
    let number = make_final(&window).await?;
    ensure!(number == format!("{reference}/1"), "{number}");
    let first = save_pdf(&window, &desk, "first.pdf").await?;
    reads_as_it_should(&first, &number)?;
    record_posted(&window).await?;
    window.sees("20 November 2026, 1st class").await?;
    window.picture("posted").await?;

    window.press(&reference).await?;
    window.turn_to("Overview").await?;
    close_case(&window).await?;
    let bundle = export_history(&window, &desk).await?;
    window.picture("exported").await?;
    window.press("Done").await?;
    nothing_went_wrong(&window).await?;
    let said = verify(&bundle)?;
    ensure!(!said.contains("WRONG"), "{said}");
    window.quit().await?;

    let window = desk.open().await?.without_pointer();
    unlock(&window).await?;
    window.press("Cases").await?;
    window.press("Closed").await?;
    window.sees(&reference).await?;
    window.picture("closed-cases").await?;
    open_first_case(&window).await?;
    window.sees("Closed: answered").await?;
    window.turn_to("History").await?;
    for happened in ["20 November 2026", "27 October 2026"] {
        window.sees(happened).await?;
    }
    window.picture("history").await?;
    window.turn_to("Letters").await?;
    window.press("Access answer").await?;
    window.sees(&number).await?;
    pages_are_drawn(&window).await?;
    let again = save_pdf(&window, &desk, "again.pdf").await?;
    ensure!(fs::read(&first)? == fs::read(&again)?, "the frozen letter has changed");
    nothing_went_wrong(&window).await?;
    window.quit().await?;

    one_changed_byte_is_found(&bundle)
}

/// Types a request without touching the mouse, and sees its last day appear.
async fn type_request(window: &Window, request: &Request<'_>) -> Result<()> {
    window.chord(&[Key::Control], "n").await?;
    window.sees("What came in").await?;
    window.write("What came in", request.text).await?;
    let (day, month, year) = request.received;
    window.write_date("Received on", day, month, year).await?;
    window.sees("Friday 27 November 2026").await?;
    window.write("Name", request.name).await?;
    window.write("Postal address", request.address).await
}

/// The letter on paper, as programs read it that know nothing of this one.
fn reads_as_it_should(pdf: &std::path::Path, number: &str) -> Result<()> {
    is_sound(pdf)?;
    let missing = fonts_missing(pdf)?;
    ensure!(font_count(pdf)? > 0 && missing.is_empty(), "{missing:?}");
    let words = as_one_line(&text(pdf)?);
    for part in [
        Request::ORDINARY.name,
        "12 Harbour Street",
        "YO21 1EW",
        number,
        "20 November 2026",
        "27 October 2026",
        "We found 14 pages",
        "Parcel Pilots Ltd",
        "because no decision about you was made by automated means alone",
        "Commission for Made-up Information",
        "Imogen Achterberg",
        "Halden Instruments Ltd",
        "09999999",
    ] {
        ensure!(words.contains(part), "“{part}” is not in the letter:\n{words}");
    }
    ensure!(!words.contains("DRAFT"), "a final letter is marked as a draft");
    Ok(())
}

/// Opens the case that is marked in the list.
async fn open_first_case(window: &Window) -> Result<()> {
    window.tab_to("Cases").await?;
    window.keys(&String::from(char::from(Key::Enter))).await
}

/// The program in the bundle names the file in which one byte was changed.
fn one_changed_byte_is_found(bundle: &std::path::Path) -> Result<()> {
    let events = bundle.join("data/events.jsonl");
    let mut bytes = fs::read(&events)?;
    let middle = bytes.len() / 2;
    bytes.iter_mut().skip(middle).take(1).for_each(|byte| *byte ^= 1);
    fs::write(&events, bytes)?;
    let Err(said) = verify(bundle) else { anyhow::bail!("a changed byte was not found") };
    ensure!(said.to_string().contains("data/events.jsonl"), "{said}");
    Ok(())
}
