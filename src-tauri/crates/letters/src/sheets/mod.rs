//! Sheets with a purpose of their own, made of plain values: why a date is what it is, what a colleague is asked to
//! search for, the recovery key, and whether an envelope fits.

mod commissioning;
mod envelope;
mod recovery;
mod why;

pub use commissioning::{Commissioning, commissioning_text, render_commissioning};
pub use envelope::{EnvelopeOverlay, RectMm, envelope_overlay, render_test_sheet};
pub use recovery::{RecoverySheet, render_recovery_sheet};
pub use why::{WhyStep, WhyThisDate, render_why_this_date};

use crate::blocks::{Block, Span};
use crate::text::{clean, clean_line};

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, spans: vec![Span::bold(clean_line(text))] }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(vec![Span::regular(clean(text).trim_matches('\n'))])
}

/// A paragraph that begins with what it is about.
fn named(name: &str, text: &str) -> Block {
    Block::Paragraph(vec![Span::bold(format!("{name}: ")), Span::regular(clean(text).trim_matches('\n'))])
}

fn list(numbered: bool, entries: &[&str]) -> Block {
    Block::List { numbered, entries: entries.iter().map(|entry| vec![paragraph(entry)]).collect() }
}
