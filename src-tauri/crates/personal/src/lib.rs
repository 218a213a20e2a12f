//! One type, [`Personal`]: content about a person that must never reach a log, an error message, a file name or a
//! window title by accident.
//!
//! It has no `Display`, and its `Debug` prints a placeholder. The one way to the value is [`Personal::reveal`], and the
//! tidy test allows that call only where content is meant to come out: the store, letters, exports and views.

use serde::{Deserialize, Serialize};
use zeroize::Zeroize;

/// A value about a person. `Debug` prints `‹personal›`.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Personal<T>(T);

impl<T> Personal<T> {
    /// Wraps a value. From here on it can only be read with [`Personal::reveal`].
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value itself. Call it as late as possible, and never for a log or an error.
    pub const fn reveal(&self) -> &T {
        &self.0
    }

    /// Applies a function to the value and keeps the result wrapped.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Personal<U> {
        Personal(change(self.0))
    }
}

impl Personal<String> {
    /// Whether nothing but white space was written.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl<T> From<T> for Personal<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T> std::fmt::Debug for Personal<T> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("‹personal›")
    }
}

impl<T: Zeroize> Zeroize for Personal<T> {
    fn zeroize(&mut self) {
        self.0.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::Personal;

    #[test]
    fn debug_never_shows_the_content() {
        #[derive(Debug)]
        #[expect(dead_code, reason = "only its Debug output is looked at")]
        struct Party {
            name: Personal<String>,
        }
        let shown = format!("{:?}", Party { name: Personal::new("Zofia".to_owned()) });
        assert!(!shown.contains("Zofia"), "{shown}");
        assert!(shown.contains("‹personal›"), "{shown}");
    }

    #[test]
    fn white_space_is_blank() {
        assert!(Personal::new(" \n\t".to_owned()).is_blank());
        assert!(!Personal::new("x".to_owned()).is_blank());
    }
}
