//! Proof that a text was written, without the text.

/// Says that a text a rule demands was written. Deciding never sees the text itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written(());

impl Written {
    /// A `Written` for a text that is not blank.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        (!text.trim().is_empty()).then_some(Self(()))
    }
}
