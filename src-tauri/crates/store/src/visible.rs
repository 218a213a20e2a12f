//! Secret cases: the one place that decides whether a query sees them. Every list, search and count takes its condition
//! from here, and whoever does not ask gets them left out.

/// Whether a query sees secret cases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SecretCases {
    /// They are left out, as if they did not exist.
    #[default]
    LeftOut,
    /// They are shown, because this list was asked for them.
    Shown,
}

impl SecretCases {
    /// The condition on `case_row` for a WHERE.
    pub(crate) const fn condition(self) -> &'static str {
        match self {
            Self::LeftOut => "case_row.is_secret = 0",
            Self::Shown => "case_row.is_secret IN (0, 1)",
        }
    }
}
