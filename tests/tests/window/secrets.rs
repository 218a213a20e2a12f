//! What is typed into the window is nowhere to be found on the disk, but in the encrypted casebook.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use anyhow::{Result, ensure};
use casebook_testkit::PASSPHRASE;
use casebook_tests::marks::{files_under, found_under, mark};
use casebook_tests::{Desk, Window};
use fantoccini::key::Key;

use crate::steps::{
    PLACE, Request, choose, make_final, open_and_unlock, pages_are_drawn, ready_desk, record_posted,
    record_request, reference, save_pdf, search,
};

#[tokio::test]
async fn nothing_typed_is_found_outside_the_encryption() -> Result<()> {
    let _turn = crate::turn().await;
    let desk = ready_desk("secrets")?;
    let window = open_and_unlock(&desk).await?;
    let mut marks = vec![PASSPHRASE.to_owned()];
    type_into_new_case(&window, &mut marks).await?;
    type_into_case(&window, &mut marks).await?;
    type_into_letter(&window, &mut marks).await?;
    type_elsewhere(&window, &mut marks).await?;
    ensure!(marks.len() > 20, "only {} marks were typed", marks.len());
    is_clean(&desk, &marks)?;
    window.press("Lock").await?;
    window.sees("Unlock your casebook").await?;
    is_clean(&desk, &marks)?;
    window.quit().await?;
    is_clean(&desk, &marks)
}

#[tokio::test]
async fn files_are_their_owner_s_alone_and_closing_leaves_nothing_open() -> Result<()> {
    let _turn = crate::turn().await;
    let desk = ready_desk("private")?;
    let window = open_and_unlock(&desk).await?;
    record_request(&window, &Request::ORDINARY).await?;
    choose(&window, "Write the answer").await?;
    pages_are_drawn(&window).await?;
    let draft = save_pdf(&window, &desk, "draft.pdf").await?;
    let limits = window.process("limits")?;
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap_or_default();
    ensure!(
        core.split_whitespace().filter(|word| *word == "0").count() == 2,
        "a memory image may be left: {core}"
    );
    window.quit().await?;

    let written = files_under(&desk.casebook())?;
    ensure!(written.len() >= 2, "{written:?}");
    for file in written.iter().chain([&draft]) {
        let mode = fs::metadata(file)?.permissions().mode() & 0o777;
        ensure!(mode == 0o600, "{} has mode {mode:o}", file.display());
    }
    let folder = fs::metadata(desk.casebook())?.permissions().mode() & 0o777;
    ensure!(folder == 0o700, "the casebook's folder has mode {folder:o}");
    // All that was written is in the database itself.
    for file in written.iter().filter(|file| file.to_string_lossy().ends_with("-wal")) {
        ensure!(fs::metadata(file)?.len() == 0, "{} was left", file.display());
    }
    Ok(())
}

/// A new mark, remembered.
fn made(marks: &mut Vec<String>, place: &str) -> String {
    let mark = mark(place);
    marks.push(mark.clone());
    mark
}

async fn type_into_new_case(window: &Window, marks: &mut Vec<String>) -> Result<()> {
    window.press("New case").await?;
    window.write("What came in", &made(marks, "Came")).await?;
    window.write_date("Received on", 27, 10, 2026).await?;
    for (label, place) in [
        ("Who received it", "Receiver"),
        ("Name", "Name"),
        ("Letters begin with", "Salutation"),
        ("Telephone", "Phone"),
        ("Their reference", "Theirs"),
    ] {
        window.fill(label, &made(marks, place)).await?;
    }
    window.fill("E-mail", &format!("{}@example.org", made(marks, "Mail"))).await?;
    let address = format!("{}\n{}\nYO21 1EW", made(marks, "Street"), made(marks, "Town"));
    window.fill("Postal address", &address).await?;
    window.press("Record request").await?;
    window.sees("Recorded as SR-").await
}

async fn type_into_case(window: &Window, marks: &mut Vec<String>) -> Result<()> {
    window.press("Record what happened").await?;
    window.pick("What happened", "A note").await?;
    window.fill("Note", &made(marks, "Note")).await?;
    window.press("Record").await?;
    window.is_rid_of("Cancel").await
}

async fn type_into_letter(window: &Window, marks: &mut Vec<String>) -> Result<()> {
    let reference = reference(window).await?;
    search(window, PLACE, 14).await?;
    choose(window, "Write the answer").await?;
    window.sees("What the search found").await?;
    for (label, place) in [
        ("Where we searched", "Searched"),
        ("What the search found", "Found"),
        ("How to read the copy", "Reading"),
        ("What we use the data for", "Purposes"),
        ("Kinds of data", "Kinds"),
        ("Who has received it", "Recipients"),
        ("Where it came from", "Source"),
        ("How long we keep it", "Retention"),
    ] {
        window.fill(label, &made(marks, place)).await?;
    }
    for (label, place) in [
        ("What was left out, and why", "Withheld"),
        ("Data sent abroad", "Abroad"),
        ("Decisions made by automated means alone", "Decisions"),
    ] {
        window.press(&format!("Does not apply: {label}")).await?;
        window.fill(&format!("{label}: does not apply"), &made(marks, place)).await?;
    }
    window.press("Add an enclosure").await?;
    window.fill("What it is", &made(marks, "Enclosure")).await?;
    window.sees("It can be made final. Kept").await?;
    pages_are_drawn(window).await?;
    make_final(window).await?;
    pages_are_drawn(window).await?;
    record_posted(window).await?;
    window.press(&reference).await?;
    choose(window, "Close case").await?;
    window.fill("Why", &made(marks, "Closing")).await?;
    window.press("Close it").await?;
    window.sees("Closed: answered").await
}

async fn type_elsewhere(window: &Window, marks: &mut Vec<String>) -> Result<()> {
    window.press("Settings").await?;
    window.fill("Name of the DPO", &made(marks, "Officer")).await?;
    window.press("Save settings").await?;
    window.sees("Settings are saved").await?;
    window.press("Cases").await?;
    window.fill("Search cases", &made(marks, "Search")).await?;
    window.sees("No case fits").await?;
    window.chord(&[Key::Control], "k").await?;
    window.keys(&made(marks, "Palette")).await?;
    window.sees("Nothing fits").await?;
    window.keys(&String::from(char::from(Key::Escape))).await?;
    window.press("New case").await?;
    window.write("What came in", &made(marks, "Unsent")).await
}

/// Everything on the desk is searched: casebook, caches, settings, the web view's own folders, and what was printed.
fn is_clean(desk: &Desk, marks: &[String]) -> Result<()> {
    let found = found_under(desk.home(), marks)?;
    ensure!(found.is_empty(), "found in plain: {found:?}");
    let searched = files_under(desk.home())?;
    for part in [desk.casebook(), desk.home().join("cache/dpo-casebook/window"), desk.log()] {
        ensure!(searched.iter().any(|file| file.starts_with(&part)), "{} was not searched", part.display());
    }
    Ok(())
}
