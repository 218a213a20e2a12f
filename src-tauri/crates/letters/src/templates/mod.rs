//! The letters themselves, one file each: words, fields, required clauses.
//!
//! A body is Markdown with MiniJinja in it. It knows `received_on`, `channel`, `last_day`, `rights`, `electronic`,
//! `reference`, `organisation.*`, `regulator.*`, `dpo.*`, and the functions `written("key")` (what the DPO wrote, as
//! paragraphs and lists), `phrase("key")` (the same inside a sentence), `is_written("key")` and `clause("id")`.

use casebook_law::Right;

use crate::clauses::Clause;
use crate::kind::FieldSpec;

pub(crate) mod access_answer;
pub(crate) mod acknowledgement;

/// One kind of letter.
pub(crate) struct Template {
    /// Its code in the rulebook, for example `L07`.
    pub(crate) code: &'static str,
    /// Raised with every change of its words.
    pub(crate) version: u32,
    /// What it is called in lists.
    pub(crate) title: &'static str,
    /// The rights whose clocks it stops.
    pub(crate) answers_rights: &'static [Right],
    /// Says that a copy comes with it, so it needs an enclosure (ACC-3, PACK-1).
    pub(crate) promises_copy: bool,
    /// Says by when we answer, so it is better with a last day.
    pub(crate) states_last_day: bool,
    /// What the DPO fills.
    pub(crate) fields: &'static [FieldSpec],
    /// What cannot be left out.
    pub(crate) clauses: &'static [&'static Clause],
    /// The words.
    pub(crate) body: &'static str,
}
