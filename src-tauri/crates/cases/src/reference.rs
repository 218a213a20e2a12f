//! The reference people quote: `SR-2026-0042-E`. Kind, year of opening, running number, check letter. Nothing personal.

use thiserror::Error;

use crate::CaseKind;

/// The 23 check letters: no I, O, Q, and no digit that looks like one.
const CHECK_LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPRSTUVWXYZ";

/// A case reference. Prints and parses as `SR-2026-0042-E`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reference {
    kind: CaseKind,
    year: u16,
    number: u32,
}

/// Why a text is not a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ReferenceError {
    /// The text has not the four parts.
    #[error("a reference looks like SR-2026-0042-E")]
    Shape,
    /// The check letter does not fit the rest: a typing mistake.
    #[error("the last letter of this reference does not fit the rest; check it for a typing mistake")]
    CheckLetter,
}

impl Reference {
    /// A reference from its parts. `year` is that of opening (London), `number` counts per kind and year from 1.
    ///
    /// # Errors
    /// [`ReferenceError::Shape`] if the year has not four digits or the number is 0.
    pub const fn new(kind: CaseKind, year: u16, number: u32) -> Result<Self, ReferenceError> {
        if year < 1000 || year > 9999 || number == 0 {
            return Err(ReferenceError::Shape);
        }
        Ok(Self { kind, year, number })
    }

    /// The kind of case it names.
    #[must_use]
    pub const fn kind(&self) -> CaseKind {
        self.kind
    }

    /// The year of opening.
    #[must_use]
    pub const fn year(&self) -> u16 {
        self.year
    }

    /// The running number within kind and year.
    #[must_use]
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// The check letter: the kind's two letters, the year and the number read as one number in base 36, modulo 23.
    #[must_use]
    pub fn check_letter(&self) -> char {
        let text = format!("{}{:04}{:04}", self.kind.code(), self.year, self.number);
        let rest =
            text.chars().filter_map(|c| c.to_digit(36)).fold(0, |rest, digit| (rest * 36 + digit) % 23);
        CHECK_LETTERS.get(rest as usize).copied().map_or('A', char::from)
    }

    /// Reads what a person typed: spaces for hyphens, lower case and missing zeros are fine; a wrong check letter is not.
    ///
    /// # Errors
    /// [`ReferenceError::Shape`] or [`ReferenceError::CheckLetter`].
    pub fn parse(text: &str) -> Result<Self, ReferenceError> {
        let upper = text.trim().to_ascii_uppercase();
        let parts: Vec<&str> =
            upper.split(|c: char| c == '-' || c.is_whitespace()).filter(|part| !part.is_empty()).collect();
        let [kind, year, number, check] = parts.as_slice() else { return Err(ReferenceError::Shape) };
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(year) || !digits(number) {
            return Err(ReferenceError::Shape);
        }
        let kind = CaseKind::from_code(kind).ok_or(ReferenceError::Shape)?;
        let year = year.parse().map_err(|_| ReferenceError::Shape)?;
        let number = number.parse().map_err(|_| ReferenceError::Shape)?;
        let reference = Self::new(kind, year, number)?;
        let mut letters = check.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) if letter == reference.check_letter() => Ok(reference),
            (Some(letter), None) if letter.is_ascii_alphabetic() => Err(ReferenceError::CheckLetter),
            _ => Err(ReferenceError::Shape),
        }
    }
}

impl std::fmt::Display for Reference {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}-{:04}-{:04}-{}", self.kind.code(), self.year, self.number, self.check_letter())
    }
}

impl std::str::FromStr for Reference {
    type Err = ReferenceError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Reference, ReferenceError};
    use crate::CaseKind;

    #[test]
    fn a_reference_reads_back_however_it_is_typed() {
        let reference = Reference::new(CaseKind::SubjectRequest, 2026, 42).unwrap();
        let printed = reference.to_string();
        assert_eq!(printed, "SR-2026-0042-E");
        for typed in [printed.as_str(), "sr 2026 42 e", " SR-2026-042-E "] {
            assert_eq!(Reference::parse(typed), Ok(reference), "{typed}");
        }
    }

    #[test]
    fn a_wrong_letter_and_a_wrong_shape_are_told_apart() {
        assert_eq!(Reference::parse("SR-2026-0043-E"), Err(ReferenceError::CheckLetter));
        for text in
            ["", "SR", "SR-2026-0042", "XX-2026-0042-E", "SR-26-0042-E", "SR-2026-0000-E", "SR-+026-1-A"]
        {
            assert_eq!(Reference::parse(text), Err(ReferenceError::Shape), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_reference_reads_back(year in 1000_u16..=9999, number in 1_u32..2_000_000) {
            let reference = Reference::new(CaseKind::Complaint, year, number).unwrap();
            prop_assert_eq!(Reference::parse(&reference.to_string()), Ok(reference));
        }

        #[test]
        fn one_wrong_digit_is_always_caught(number in 1000_u32..=9999, place in 0_usize..4, shift in 1_u32..=9) {
            let reference = Reference::new(CaseKind::SubjectRequest, 2026, number).unwrap();
            let mut digits: Vec<u32> = number.to_string().chars().filter_map(|c| c.to_digit(10)).collect();
            digits[place] = (digits[place] + shift) % 10;
            let typed: String = digits.iter().map(ToString::to_string).collect();
            let text = format!("SR-2026-{typed}-{}", reference.check_letter());
            prop_assert!(Reference::parse(&text).is_err());
        }
    }
}
