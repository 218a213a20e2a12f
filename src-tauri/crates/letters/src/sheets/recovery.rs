//! The recovery key on paper. Whoever has this sheet and the casebook can read everything, so it says to keep the two
//! apart.

use casebook_law::words;
use chrono::NaiveDate;

use super::{heading, list, named, paragraph};
use crate::blocks::Block;
use crate::layout::flow::Sizes;
use crate::sheet::Head;
use crate::text::clean_line;
use crate::{RenderError, Rendered};

/// What stands on a recovery sheet.
pub struct RecoverySheet<'a> {
    /// Id of the casebook, so that sheets of several casebooks can be told apart.
    pub casebook: &'a str,
    /// The groups of the key, in order: eight of four characters and one of two.
    pub groups: &'a [String],
    /// The day the key was made.
    pub made_on: NaiveDate,
}

const TITLE: &str = "Recovery key of a casebook";

/// Draws it on one page.
///
/// # Errors
/// [`RenderError::Undrawable`] if a character is in none of the faces.
pub fn render_recovery_sheet(sheet: &RecoverySheet<'_>) -> Result<Rendered, RenderError> {
    let head = Head {
        title: TITLE,
        reference: "",
        made_on: sheet.made_on,
        footer: "Keep this sheet apart from the computer and from every backup.",
        sizes: Sizes::STANDARD,
    };
    let groups: Vec<String> = sheet.groups.iter().map(|group| clean_line(group)).collect();
    let layout = head.lay_out(&[
        heading(1, TITLE),
        paragraph("With this key the casebook can be opened when nobody knows its passphrase any more."),
        Block::Key(groups),
        named("Casebook", &clean_line(sheet.casebook)),
        named("Made on", &words::long_date(sheet.made_on)),
        heading(2, "Keep it apart"),
        paragraph(
            "Whoever has this sheet and the casebook, or a backup of it, can read everything in it. Keep the sheet where \
             the computer and the backups are not: in a safe, or with somebody you trust. Make no photograph and no \
             scan of it.",
        ),
        heading(2, "How to use it"),
        list(
            true,
            &[
                "Start DPO Casebook and choose to open the casebook with the recovery key.",
                "Type the groups in the order of their numbers. Capital and small letters are the same.",
                "Choose a new passphrase, and keep this sheet: the key stays the same until a new one is made.",
            ],
        ),
        heading(2, "When it is no longer good"),
        paragraph(
            "When a new recovery key is made, this one opens only backups made before. Destroy this sheet once those \
             backups are gone.",
        ),
    ])?;
    Rendered::new(layout, "recovery/1".to_owned())
}
