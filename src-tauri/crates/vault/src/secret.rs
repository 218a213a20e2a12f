//! A passphrase on its way from the keyboard to the key derivation.

use std::fmt;

use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

/// A passphrase. Wiped when dropped, never shown by `Debug`, compared by nobody.
///
/// It is held in Unicode form NFKC, so that the same letters typed on another keyboard or system are the same
/// passphrase. Spaces and case count.
#[derive(Clone)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes a passphrase as typed.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        // Measured first and written once: a string that grows leaves copies of itself behind in memory.
        let length = typed.nfkc().map(char::len_utf8).sum();
        let mut normal = Zeroizing::new(String::with_capacity(length));
        normal.extend(typed.nfkc());
        Self(normal)
    }

    /// How many characters it has, for rules about length.
    #[must_use]
    pub fn characters(&self) -> usize {
        self.0.chars().count()
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl From<&str> for Secret {
    fn from(typed: &str) -> Self {
        Self::new(typed)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("‹secret›")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_does_not_show_it() {
        assert_eq!(format!("{:?}", Secret::new("correct horse")), "‹secret›");
    }

    #[test]
    fn the_same_letters_in_another_encoding_are_the_same_passphrase() {
        let rows = [("Zoë", "Zoe\u{308}"), ("ﬁne", "fine"), ("Å", "\u{212b}"), ("５", "5")];
        for (one, other) in rows {
            assert_eq!(Secret::new(one).bytes(), Secret::new(other).bytes(), "{one}");
        }
        for (one, other) in [("zoe", "Zoe"), ("a b", "ab"), ("a ", "a")] {
            assert_ne!(Secret::new(one).bytes(), Secret::new(other).bytes(), "{one}");
        }
        assert_eq!(Secret::new("Zoe\u{308}").characters(), 3);
    }
}
