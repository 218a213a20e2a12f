//! `history.pdf`: the history for people. It says what the record says, in words, and how both can be checked.
//!
//! It never contains the hash of the manifest, which covers this file too.

mod chapters;
mod chronology;
mod contents;
mod method;
mod print;
pub(crate) mod times;

use casebook_letters::{Sheet, SheetSection};

use crate::bundle::Counter;
use crate::error::Cause;
use crate::input::BundleInput;
use crate::record::Record;

/// The pages, as the bytes of a PDF.
pub(crate) fn history_pdf(
    input: &BundleInput,
    record: &Record<'_>,
    counter: &mut Counter<'_>,
) -> Result<Vec<u8>, Cause> {
    let mut sections = vec![chapters::summary(input, record), chapters::people(&input.parties)];
    sections.push(chronology::section(record, counter)?);
    sections.extend(input.working.iter().map(chapters::working));
    sections.extend([
        chapters::texts(input, record),
        chapters::letters(input, record),
        chapters::documents(input, record),
        chapters::sealed(&input.withheld),
        chapters::settings(&input.settings),
        method::section(input),
    ]);
    let chapters = numbered(sections);
    let mut sections = vec![contents::index(&chapters, &[])];
    sections.extend(chapters);
    let sheet = Sheet {
        title: "History of the case".to_owned(),
        subtitle: format!("{} · {}", input.organisation, input.audience.words()),
        reference: input.case_reference.clone(),
        made_on: input.made_on,
        sections,
        footer: format!(
            "{} · {} · last entry {}",
            input.organisation,
            input.case_reference,
            record.head.words()
        ),
    };
    print::printed(sheet, counter)
}

/// Chapters bear numbers, so that one can be pointed at.
fn numbered(mut sections: Vec<SheetSection>) -> Vec<SheetSection> {
    for (number, section) in (1..).zip(&mut sections) {
        section.heading = format!("{number}. {}", section.heading);
    }
    sections
}
