//! A request came by e-mail and is answered so: a message that waits to be sent, with the very bytes that are kept.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};
use casebook_tests::place::run;
use casebook_tests::{Window, until};
use fantoccini::key::Key;

use super::open;
use crate::acts::{NOTHING_HELD, begin_letter, write_and_make_final};
use crate::steps::{Request, nothing_went_wrong, ready_desk, save_pdf, search};

const ADDRESS: &str = "zofia@harbour-street.example";

#[tokio::test]
async fn an_answer_by_e_mail_is_a_message_with_the_bytes_that_are_kept() -> Result<()> {
    let _turn = crate::turn().await;
    let desk = ready_desk("mail")?;
    let window = open(&desk).await?;
    receive(&window).await?;
    search(&window, "", 0).await?;
    window.sees("Nothing was found. Write the answer that says so.").await?;
    begin_letter(&window, "Nothing held").await?;
    let number = write_and_make_final(&window, NOTHING_HELD).await?;
    let kept = save_pdf(&window, &desk, "kept.pdf").await?;
    let message = desk.out().join("answer.eml");
    desk.answer(&message)?;
    window.press("Save as e-mail").await?;
    until("the message is saved", async || Ok(message.is_file())).await?;
    window.picture("message").await?;
    says(&message, &kept, &number)?;
    window.press("Record as sent").await?;
    window.sees("How was it sent?").await?;
    window.press("Record it").await?;
    window.is_rid_of("Record it").await?;
    window.sees("Sent 20 November 2026").await?;
    window.picture("sent").await?;
    nothing_went_wrong(&window).await?;
    window.quit().await
}

async fn receive(window: &Window) -> Result<()> {
    let request = Request::ORDINARY;
    window.chord(&[Key::Control], "n").await?;
    window.write("What came in", request.text).await?;
    let (day, month, year) = request.received;
    window.write_date("Received on", day, month, year).await?;
    window.pick("How it came", "E-mail").await?;
    window.fill("Name", request.name).await?;
    window.fill("E-mail", ADDRESS).await?;
    window.press("Record request").await?;
    window.sees("Recorded as SR-").await
}

/// The message as a program reads it that knows nothing of this one.
fn says(message: &Path, kept: &Path, number: &str) -> Result<()> {
    let read = "import email, email.policy, hashlib, sys
with open(sys.argv[1], 'rb') as file:
    message = email.message_from_binary_file(file, policy=email.policy.default)
print('unsent', message['X-Unsent'])
print('to', message['To'])
print('subject', message['Subject'])
for part in message.iter_attachments():
    print('part', part.get_content_type(), hashlib.sha256(part.get_content()).hexdigest())
with open(sys.argv[2], 'rb') as file:
    print('kept', hashlib.sha256(file.read()).hexdigest())";
    let said = run(Command::new("python3").args(["-c", read]).arg(message).arg(kept))?;
    let hash = said.lines().find_map(|line| line.strip_prefix("kept ")).unwrap_or_default();
    for part in ["unsent 1", ADDRESS, &format!("part application/pdf {hash}")] {
        ensure!(said.contains(part), "“{part}” is not in the message:\n{said}");
    }
    ensure!(!fs::read(kept)?.is_empty() && !number.is_empty(), "nothing was compared");
    Ok(())
}
