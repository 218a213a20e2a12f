//! What happens in a case, each as one step: what is recorded and written.

use std::path::Path;

use anyhow::Result;
use casebook_tests::{Desk, Window};

use crate::steps::make_final;

/// What only the DPO can say in the answer that nothing is held, by label.
pub(crate) const NOTHING_HELD: &[(&str, &str)] = &[
    ("What we searched for", "your name, your address and the number of your letter"),
    ("Our record of the request", "We keep your request and this answer for six years."),
];

/// Something that happened in the case on screen.
pub(crate) struct Happening<'a> {
    pub(crate) what: &'a str,
    /// Day, month, year.
    pub(crate) on: (u32, u32, i32),
    /// One of a list: the words of the choice.
    pub(crate) choice: Option<&'a str>,
    /// One of a menu: its label, and what is chosen.
    pub(crate) picked: Option<(&'a str, &'a str)>,
    /// The label of its text, and the text.
    pub(crate) text: (&'a str, &'a str),
}

/// Records it.
pub(crate) async fn record(window: &Window, happening: &Happening<'_>) -> Result<()> {
    window.press("Record what happened").await?;
    window.pick("What happened", happening.what).await?;
    let (day, month, year) = happening.on;
    window.write_date("On", day, month, year).await?;
    if let Some(choice) = happening.choice {
        window.press(choice).await?;
    }
    if let Some((label, option)) = happening.picked {
        window.pick(label, option).await?;
    }
    let (label, text) = happening.text;
    window.fill(label, text).await?;
    window.press("Record").await?;
    window.is_rid_of("Cancel").await
}

/// Begins a letter of the case on screen by its name.
pub(crate) async fn begin_letter(window: &Window, title: &str) -> Result<()> {
    window.turn_to("Letters").await?;
    window.press("Write a letter…").await?;
    window.press(title).await?;
    window.sees("Before it can be made final").await
}

/// Writes what is still missing in the letter on screen, until nothing stands in its way, and makes it final.
pub(crate) async fn write_and_make_final(window: &Window, fields: &[(&str, &str)]) -> Result<String> {
    for (label, text) in fields {
        window.fill(label, text).await?;
    }
    window.sees("Nothing is missing. It can be made final. Kept").await?;
    make_final(window).await
}

/// Adds a group of what was found in the case on screen, on its decision's part.
pub(crate) async fn add_group(window: &Window, title: &str, items: u32, pages: u32) -> Result<()> {
    window.press("Add a group").await?;
    window.fill("What it holds", title).await?;
    window.fill("Items", &items.to_string()).await?;
    window.fill("Pages", &pages.to_string()).await?;
    window.press("Add the group").await?;
    window.is_rid_of("Add the group").await
}

/// Keeps a file with the case on screen, for a purpose in the words of the choice.
pub(crate) async fn keep_document(window: &Window, desk: &Desk, file: &Path, purpose: &str) -> Result<()> {
    window.turn_to("Documents").await?;
    window.press("Keep a file").await?;
    window.press(purpose).await?;
    desk.answer(file)?;
    window.press("Choose the file").await?;
    window.is_rid_of("Choose the file").await
}
