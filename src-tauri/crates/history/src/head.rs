//! Heads: the end of a chain, and its short form for paper.
//!
//! A letter prints the head of its case, a backup keeps the head of the casebook. Whoever later rewrites an entry
//! before that head contradicts paper in other people's hands.

use std::fmt;

use thiserror::Error;

use crate::chain::Hash;

/// Crockford's base 32: no I, L, O or U, so that nothing on paper can be misread.
const ALPHABET: [char; 32] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'M',
    'N', 'P', 'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
];

/// Characters of the hash that are printed: 60 bits.
const SHORT_LENGTH: usize = 12;

/// The last entry of a chain: its number (in the case, or in the casebook) and its hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The number of the last entry; 0 if there is none yet.
    pub seq: u64,
    /// Its hash; [`Hash::ZERO`] if there is none yet.
    pub hash: Hash,
}

impl Head {
    /// The head of a chain that has no entry yet.
    pub const EMPTY: Self = Self { seq: 0, hash: Hash::ZERO };

    /// The first 60 bits of the hash as 12 characters, such as `4F7KA0ZX91QT`.
    #[must_use]
    pub fn short(&self) -> String {
        let bits = self.hash.as_bytes().iter().take(8).fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        (1..=SHORT_LENGTH)
            .filter_map(|place| {
                let five = bits >> (64 - 5 * place) & 0b1_1111;
                ALPHABET.get(usize::try_from(five).ok()?)
            })
            .collect()
    }

    /// The form that is printed and compared by hand.
    #[must_use]
    pub fn for_paper(&self) -> ShortHead {
        ShortHead { seq: self.seq, short: self.short() }
    }

    /// The head as it stands on paper: number, then the 12 characters in groups of four, such as
    /// `17 · 4F7K A0ZX 91QT`.
    #[must_use]
    pub fn words(&self) -> String {
        self.for_paper().to_string()
    }
}

/// A head as it was read from paper: a number and 12 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortHead {
    /// The number of the entry.
    pub seq: u64,
    short: String,
}

/// A text is not a head as it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a head: a number and 12 letters or digits are expected, as in 17 · 4F7K A0ZX 91QT")]
pub struct NotAHead;

impl ShortHead {
    /// Reads a head typed from paper. Case, spaces, hyphens and the dot do not matter; O counts as 0, I and L as 1.
    ///
    /// # Errors
    /// [`NotAHead`] unless there are a number and 12 characters of the alphabet, with something between them.
    pub fn parse(text: &str) -> Result<Self, NotAHead> {
        let text = text.trim();
        let end = text.find(|character: char| !character.is_ascii_digit()).ok_or(NotAHead)?;
        let (number, rest) = text.split_at_checked(end).ok_or(NotAHead)?;
        let is_filler =
            |character: char| character.is_whitespace() || matches!(character, '·' | '-' | '.' | ':');
        if !rest.starts_with(is_filler) {
            return Err(NotAHead);
        }
        let short = rest
            .chars()
            .filter(|character| !is_filler(*character))
            .map(|character| match character.to_ascii_uppercase() {
                'O' => Ok('0'),
                'I' | 'L' => Ok('1'),
                other if ALPHABET.contains(&other) => Ok(other),
                _ => Err(NotAHead),
            })
            .collect::<Result<String, _>>()?;
        if short.len() != SHORT_LENGTH {
            return Err(NotAHead);
        }
        Ok(Self { seq: number.parse().map_err(|_| NotAHead)?, short })
    }

    /// Whether this is the short form of `head`.
    #[must_use]
    pub fn is_of(&self, head: &Head) -> bool {
        *self == head.for_paper()
    }
}

impl fmt::Display for ShortHead {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} ·", self.seq)?;
        for (place, character) in self.short.chars().enumerate() {
            if place % 4 == 0 {
                write!(formatter, " ")?;
            }
            write!(formatter, "{character}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// SHA-256("abc") begins ba7816bf8f01cfea: 10111 01001 11100 00001 01101 01111 11100 01111 00000 00111 00111 11110.
    #[test]
    fn the_short_form_is_the_first_sixty_bits() {
        let head = Head { seq: 17, hash: Hash::of(b"abc") };
        assert_eq!(head.short(), "Q9W1DFWF077Y");
        assert_eq!(head.words(), "17 · Q9W1 DFWF 077Y");
        assert_eq!(Head::EMPTY.words(), "0 · 0000 0000 0000");
    }

    #[test]
    fn a_head_typed_from_paper_is_recognised() {
        let head = Head { seq: 17, hash: Hash::of(b"abc") };
        for typed in [
            "17 · Q9W1 DFWF 077Y",
            " 17 q9w1dfwf077y ",
            "17-Q9W1-DFWF-077Y",
            "17: q9wl DFWF o77y",
            "17·Q9WIDFWFO77Y",
        ] {
            assert!(ShortHead::parse(typed).unwrap().is_of(&head), "{typed}");
        }
        for other in ["18 · Q9W1 DFWF 077Y", "17 · Q9W1 DFWF 077Z"] {
            assert!(!ShortHead::parse(other).unwrap().is_of(&head), "{other}");
        }
    }

    #[test]
    fn what_is_no_head_is_refused() {
        for wrong in [
            "",
            "17",
            "17 · Q9W1 DFWF",
            "17 · Q9W1 DFWF 077Y 0",
            "17 · Q9W1 DFWF 077U",
            "Q9W1 DFWF 077Y",
            "17Q9W1DFWF077Y",
            "99999999999999999999 · Q9W1 DFWF 077Y",
            "17 · Q9W1 DFWF 07é",
        ] {
            assert_eq!(ShortHead::parse(wrong), Err(NotAHead), "{wrong}");
        }
    }
}
