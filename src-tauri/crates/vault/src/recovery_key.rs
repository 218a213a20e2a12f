//! The recovery key: 160 random bits on paper, for the day the passphrase is forgotten.
//!
//! It is shown as eight groups of four characters and one group of two. The alphabet is Crockford's (no I, L, O, U).
//! The last group is a check value c below 1021 with (N · 1024 + c) mod 1021 = 0; since 1021 is a prime above 32, any
//! one character mistyped and any two neighbours swapped are noticed before a slow unlocking is tried.

use std::fmt;

use thiserror::Error;
use zeroize::{Zeroize as _, Zeroizing};

use crate::random::{NoRandomness, RandomSource};

const ALPHABET: [char; 32] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'M',
    'N', 'P', 'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
];
const KEY_BYTES: usize = 20;
/// 160 bits, five a character.
const KEY_CHARACTERS: usize = 32;
const ALL_CHARACTERS: usize = KEY_CHARACTERS + 2;
const CHECK_PRIME: u32 = 1021;

/// A recovery key. Wiped when dropped, never shown by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryKey(Zeroizing<[u8; KEY_BYTES]>);

/// Why a typed recovery key cannot be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RecoveryKeyError {
    /// Too few or too many characters.
    #[error("a recovery key has 34 letters and digits, this has {found}")]
    Length {
        /// How many were typed, not counting spaces and hyphens.
        found: usize,
    },
    /// A character that no recovery key contains.
    #[error("group {group} has a character that no recovery key contains")]
    Character {
        /// The group of four it is in, from 1; 9 is the last, short one.
        group: usize,
    },
    /// The check characters do not fit: something was mistyped.
    #[error("the check characters do not fit; a character was mistyped or two were swapped")]
    Check,
}

impl RecoveryKey {
    /// Draws a new key.
    pub(crate) fn draw(random: &mut RandomSource<'_>) -> Result<Self, NoRandomness> {
        let mut bytes = Zeroizing::new([0; KEY_BYTES]);
        random(&mut *bytes)?;
        Ok(Self(bytes))
    }

    /// Reads a key as typed. Case, spaces and hyphens do not matter; O is read as 0, I and L as 1.
    ///
    /// # Errors
    /// [`RecoveryKeyError`] says what cannot be right, without repeating what was typed.
    pub fn parse(typed: &str) -> Result<Self, RecoveryKeyError> {
        let mut digits = Zeroizing::new([0_u8; ALL_CHARACTERS]);
        let mut found = 0;
        for character in
            typed.chars().filter(|character| !character.is_whitespace() && !is_hyphen(*character))
        {
            if let Some(digit) = digits.get_mut(found) {
                *digit = digit_of(character).ok_or(RecoveryKeyError::Character { group: found / 4 + 1 })?;
            }
            found += 1;
        }
        if found != ALL_CHARACTERS {
            return Err(RecoveryKeyError::Length { found });
        }
        if remainder(digits.iter().copied()) != 0 {
            return Err(RecoveryKeyError::Check);
        }
        let mut bytes = Zeroizing::new([0; KEY_BYTES]);
        // Eight characters are five bytes.
        for (five, eight) in bytes.chunks_exact_mut(5).zip(digits.chunks_exact(8)) {
            let mut bits = eight.iter().fold(0_u64, |bits, digit| bits << 5 | u64::from(*digit));
            for byte in five.iter_mut().rev() {
                *byte = bits.to_le_bytes()[0];
                bits >>= 8;
            }
            bits.zeroize();
        }
        Ok(Self(bytes))
    }

    /// The key as it is shown and printed: eight groups of four characters, then the two check characters.
    #[must_use]
    pub fn groups(&self) -> Vec<String> {
        let mut digits = self.digits();
        // c below 1021 with (N · 1024 + c) mod 1021 = 0.
        let check = (CHECK_PRIME - remainder(digits.iter().copied().chain([0, 0]))) % CHECK_PRIME;
        digits.extend([check >> 5, check & 0b1_1111].map(|digit| digit.to_le_bytes()[0]));
        let letters =
            |group: &[u8]| group.iter().filter_map(|digit| ALPHABET.get(usize::from(*digit))).collect();
        digits.chunks(4).map(letters).collect()
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &*self.0
    }

    fn digits(&self) -> Zeroizing<Vec<u8>> {
        let mut digits = Zeroizing::new(Vec::with_capacity(ALL_CHARACTERS));
        for five in self.0.chunks_exact(5) {
            let bits = five.iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
            digits.extend((0..8).rev().map(|place| (bits >> (5 * place)).to_le_bytes()[0] & 0b1_1111));
        }
        digits
    }
}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("‹recovery key›")
    }
}

/// The number these base-32 digits spell, modulo 1021.
fn remainder(digits: impl Iterator<Item = u8>) -> u32 {
    digits.fold(0, |rest, digit| (rest * 32 + u32::from(digit)) % CHECK_PRIME)
}

fn digit_of(character: char) -> Option<u8> {
    let plain = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|letter| *letter == plain).and_then(|place| u8::try_from(place).ok())
}

/// The hyphens and dashes a word processor may have made of a typed hyphen.
const fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '\u{2010}'..='\u{2015}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn key(bytes: [u8; KEY_BYTES]) -> RecoveryKey {
        RecoveryKey(Zeroizing::new(bytes))
    }

    fn counting() -> RecoveryKey {
        key(std::array::from_fn(|place| u8::try_from(place * 13 + 1).unwrap()))
    }

    fn written(key: &RecoveryKey) -> String {
        key.groups().concat()
    }

    /// Computed from the description with Python's whole numbers.
    #[test]
    fn the_written_form_is_the_one_described() {
        let rows = [
            ([0; KEY_BYTES], "0000 0000 0000 0000 0000 0000 0000 0000 00"),
            ([0xff; KEY_BYTES], "ZZZZ ZZZZ ZZZZ ZZZZ ZZZZ ZZZZ ZZZZ ZZZZ 04"),
            (*counting().0, "0471 PA1N 897N RTBP GE89 VANQ RK8X XTZR QQ"),
        ];
        for (bytes, expected) in rows {
            assert_eq!(key(bytes).groups().join(" "), expected);
        }
    }

    #[test]
    fn every_single_character_mistyped_is_noticed() {
        let right: Vec<char> = written(&counting()).chars().collect();
        for place in 0..right.len() {
            for other in ALPHABET {
                let mut typed = right.clone();
                typed[place] = other;
                let expected = if typed == right { Ok(counting()) } else { Err(RecoveryKeyError::Check) };
                assert_eq!(RecoveryKey::parse(&String::from_iter(typed)), expected);
            }
        }
    }

    #[test]
    fn every_two_neighbours_swapped_are_noticed() {
        let right: Vec<char> = written(&counting()).chars().collect();
        for place in 1..right.len() {
            let mut typed = right.clone();
            typed.swap(place - 1, place);
            let expected = if typed == right { Ok(counting()) } else { Err(RecoveryKeyError::Check) };
            assert_eq!(RecoveryKey::parse(&String::from_iter(typed)), expected);
        }
    }

    #[test]
    fn case_spaces_hyphens_and_look_alikes_do_not_matter() {
        let groups = counting().groups();
        for typed in [
            groups.concat(),
            groups.join("-"),
            groups.join(" – "),
            format!("  {}\n", groups.join("\n")),
            groups.join(" ").to_lowercase(),
            groups.join(" ").replace('0', "O").replace('1', "l"),
            groups.join(" ").replace('0', "o").replace('1', "I"),
        ] {
            assert_eq!(RecoveryKey::parse(&typed), Ok(counting()), "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_a_key_is_refused_by_reason() {
        let right = written(&counting());
        let (all_but_one, _) = right.split_at(33);
        let rows = [
            (String::new(), RecoveryKeyError::Length { found: 0 }),
            (all_but_one.to_owned(), RecoveryKeyError::Length { found: 33 }),
            (format!("{right}0"), RecoveryKeyError::Length { found: 35 }),
            (format!("U{right}"), RecoveryKeyError::Character { group: 1 }),
            (format!("{all_but_one}é"), RecoveryKeyError::Character { group: 9 }),
        ];
        for (typed, expected) in rows {
            assert_eq!(RecoveryKey::parse(&typed), Err(expected), "{typed}");
        }
    }

    #[test]
    fn debug_does_not_show_it() {
        assert_eq!(format!("{:?}", counting()), "‹recovery key›");
    }

    proptest! {
        #[test]
        fn every_key_is_read_back_as_it_was_written(bytes in any::<[u8; KEY_BYTES]>()) {
            let groups = key(bytes).groups();
            prop_assert_eq!(groups.iter().map(String::len).collect::<Vec<_>>(), [4, 4, 4, 4, 4, 4, 4, 4, 2]);
            prop_assert_eq!(RecoveryKey::parse(&groups.join(" ")), Ok(key(bytes)));
        }
    }
}
