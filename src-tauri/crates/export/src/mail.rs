//! A message that was not sent yet (SEND-1): an `.eml` file that opens in the DPO's own mail program as a new message,
//! ready to be looked at and sent from there. This program sends nothing.

use casebook_personal::Personal;
use chrono::{DateTime, Utc};
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::raw::Raw;
use uuid::Uuid;

use crate::error::Cause;
use crate::input::is_generated_name;

/// Somebody with an address for mail.
#[derive(Clone, Debug)]
pub struct Mailbox {
    /// The name shown; may be empty.
    pub name: Personal<String>,
    /// The address.
    pub email: Personal<String>,
}

/// A message to be sent by somebody else.
#[derive(Clone, Debug)]
pub struct Mail<'a> {
    /// Makes the message one that exists once, however often it is written.
    pub id: Uuid,
    /// Who sends it; the mail program may put its own address there. `None` leaves it to that.
    pub from: Option<Mailbox>,
    /// Who gets it. `None` leaves it to the DPO.
    pub to: Option<Mailbox>,
    /// The subject: everybody on the way can read it, so it holds a reference and no name.
    pub subject: &'a str,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// What it says, in plain text.
    pub body: &'a Personal<String>,
    /// What goes with it.
    pub attachments: &'a [Attachment<'a>],
}

/// A file that goes with a message.
#[derive(Clone)]
pub struct Attachment<'a> {
    /// A generated name.
    pub name: &'a str,
    /// What sort of file it is, such as `application/pdf`.
    pub media: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

impl std::fmt::Debug for Attachment<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Attachment").field("name", &self.name).finish_non_exhaustive()
    }
}

/// The message as the bytes of an `.eml` file.
///
/// # Errors
/// [`Cause::FileName`] for an attachment whose name is not a generated one (`list` is `attachments`);
/// [`Cause::Malformed`] for an address (`from` or `to`) that is none.
pub fn unsent(mail: &Mail<'_>) -> Result<Vec<u8>, Cause> {
    let id = format!("{}@unsent.invalid", mail.id);
    let mut message = MessageBuilder::new()
        .header("X-Unsent", Raw::new("1"))
        .message_id(id)
        .date(mail.at.timestamp())
        .subject(one_line(mail.subject));
    if let Some(from) = &mail.from {
        message = message.from(address(from, "from")?);
    }
    if let Some(to) = &mail.to {
        message = message.to(address(to, "to")?);
    }
    message = message.text_body(mail.body.reveal().as_str());
    for (place, attachment) in (1..).zip(mail.attachments) {
        if !is_generated_name(attachment.name) {
            return Err(Cause::FileName { list: "attachments", place });
        }
        message = message.attachment(attachment.media, attachment.name, attachment.bytes);
    }
    Ok(message.write_to_vec()?)
}

fn address<'a>(mailbox: &'a Mailbox, field: &'static str) -> Result<Address<'a>, Cause> {
    let email = mailbox.email.reveal().trim();
    if !is_address(email) {
        return Err(Cause::Malformed { field });
    }
    let name = one_line(mailbox.name.reveal());
    Ok(Address::new_address((!name.is_empty()).then_some(name), email))
}

/// Whether a mail program can be expected to take it: something, an at sign, something, and nothing that would make
/// two addresses or another header of it. Whether anybody reads it only a reply tells.
#[must_use]
pub fn is_address(email: &str) -> bool {
    let is_plain = |character: char| {
        !character.is_whitespace() && !character.is_control() && !"<>()[],;:\\\"".contains(character)
    };
    match email.split_once('@') {
        Some((local, domain)) => {
            !local.is_empty() && !domain.is_empty() && !domain.contains('@') && email.chars().all(is_plain)
        }
        None => false,
    }
}

fn one_line(text: &str) -> String {
    text.split(|character: char| character.is_control() || character.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
