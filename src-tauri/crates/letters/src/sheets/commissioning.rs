//! The request to a colleague without a login: search your place, and say what you found. It names the case by its
//! reference alone; the terms are what the colleague has to know and nothing more.

use casebook_law::words;
use casebook_personal::Personal;
use chrono::NaiveDate;

use super::{heading, list, named, paragraph};
use crate::blocks::Block;
use crate::layout::flow::Sizes;
use crate::sheet::Head;
use crate::text::{clean, clean_line, is_blank};
use crate::{RenderError, Rendered};

/// What a colleague is asked to search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commissioning {
    /// The case's reference: all that is said of the case.
    pub reference: String,
    /// The place to search, for example `Shared mailbox support@`.
    pub system: String,
    /// Who is asked: a name or a role; may be empty.
    pub to: String,
    /// What to look for, in words.
    pub look_for: Personal<String>,
    /// The terms to search with, one each.
    pub terms: Vec<Personal<String>>,
    /// From when.
    pub from: Option<NaiveDate>,
    /// Until when.
    pub until: Option<NaiveDate>,
    /// The day by which to report back.
    pub by: NaiveDate,
    /// Who asks.
    pub asked_by: String,
    /// Where to report back: e-mail address, telephone or room.
    pub report_to: String,
    /// The day of the request.
    pub made_on: NaiveDate,
}

const TITLE: &str = "Please search for personal data";
/// What to do, in order. The last one because of section 173 of the Data Protection Act 2018 (REF-6).
const STEPS: [&str; 4] = [
    "Search for every term, also with other spellings you know of. Look in folders, archives and paper, if you have them.",
    "Do not decide what may be given. Report all that you find, also drafts, notes and copies.",
    "Report “nothing found” too: it has to be shown that somebody looked.",
    "Do not change or delete anything that you find. To do so in order to keep it from the person is a crime.",
];
const DISCREET: &str = "Tell nobody who need not know. Destroy this request when you have reported back.";

impl Commissioning {
    fn period(&self) -> String {
        match (self.from, self.until) {
            (Some(from), Some(until)) => {
                format!("from {} to {}, both included", words::date(from), words::date(until))
            }
            (Some(from), None) => format!("from {} to today", words::date(from)),
            (None, Some(until)) => format!("everything up to {}", words::date(until)),
            (None, None) => "everything, from whenever it is".to_owned(),
        }
    }

    fn terms(&self) -> Vec<String> {
        self.terms.iter().filter(|term| !term.is_blank()).map(|term| clean_line(term.reveal())).collect()
    }
}

/// Draws it with a form to fill in by hand.
///
/// # Errors
/// [`RenderError::Undrawable`] if a character is in none of the faces.
pub fn render_commissioning(request: &Commissioning) -> Result<Rendered, RenderError> {
    let head = Head {
        title: TITLE,
        reference: &request.reference,
        made_on: request.made_on,
        footer: "Confidential. For the colleague who searches, and for the file.",
        sizes: Sizes { body: 11_000 },
    };
    let mut blocks = vec![heading(1, TITLE)];
    blocks.push(paragraph(&format!(
        "Report back by {}, with the form below, to {}.",
        words::long_date(request.by),
        clean_line(&request.report_to)
    )));
    blocks.push(named("Reference", &clean_line(&request.reference)));
    blocks.push(named("Where to search", &clean_line(&request.system)));
    if !is_blank(&request.to) {
        blocks.push(named("Asked", &clean_line(&request.to)));
    }
    blocks.push(named("What to look for", request.look_for.reveal()));
    let terms = request.terms();
    if !terms.is_empty() {
        blocks.push(named("Search terms", &terms.join("; ")));
    }
    blocks.push(named("Period", &request.period()));
    blocks.push(heading(2, "How"));
    blocks.push(list(true, &STEPS));
    blocks.push(paragraph(DISCREET));
    blocks.push(heading(2, "Report"));
    blocks.push(Block::Tick("Found, and enclosed or sent".to_owned()));
    blocks.push(Block::Tick("Nothing found".to_owned()));
    blocks.push(Block::FillIn { label: "Pages or items".to_owned(), lines: 1 });
    blocks.push(Block::FillIn { label: "Searched how, and where it lies".to_owned(), lines: 2 });
    blocks.push(Block::FillIn { label: "Name".to_owned(), lines: 1 });
    blocks.push(Block::FillIn { label: "Date and signature".to_owned(), lines: 1 });
    blocks.push(paragraph(&format!("{} · {}", clean_line(&request.asked_by), words::date(request.made_on))));
    Rendered::new(head.lay_out(&blocks)?, "commissioning/1".to_owned())
}

/// The same as the text of an e-mail, with a form to answer in.
#[must_use]
pub fn commissioning_text(request: &Commissioning) -> String {
    let mut text = format!(
        "{TITLE}\n\nPlease report back by {} to {}: answering this message is enough.\n\n",
        words::long_date(request.by),
        clean_line(&request.report_to)
    );
    let mut say = |name: &str, value: &str| {
        text.push_str(name);
        text.push_str(": ");
        text.push_str(value);
        text.push('\n');
    };
    say("Reference", &clean_line(&request.reference));
    say("Where to search", &clean_line(&request.system));
    say("What to look for", clean(request.look_for.reveal()).trim());
    let terms = request.terms();
    if !terms.is_empty() {
        say("Search terms", &terms.join("; "));
    }
    say("Period", &request.period());
    text.push('\n');
    for (number, step) in (1..).zip(STEPS) {
        let number: u32 = number;
        text.push_str(&format!("{number}. {step}\n"));
    }
    text.push_str(&format!(
        "\n{DISCREET}\n\nYour report\n\n[ ] Found, and attached\n[ ] Nothing found\nPages or items:\nSearched how, and where it lies:\nName:\nDate:\n\n{}\n",
        clean_line(&request.asked_by)
    ));
    text
}
