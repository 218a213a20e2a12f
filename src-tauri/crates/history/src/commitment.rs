//! Commitments: how an entry vouches for content it does not contain.
//!
//! The content (a particular) is kept beside the entry with a random salt; the entry holds only a hash over both.
//! While value and salt exist, anybody can check that they are the recorded ones. Once both are deleted, the entry
//! still verifies, and the hash tells nothing: without the salt not even a guess can be confirmed.
//!
//! This module never makes a salt itself; randomness comes from the caller.

use std::fmt;

use sha2::{Digest as _, Sha256};

use crate::chain::{Hash, NotAHash, from_hex, to_hex};

/// Separates these hashes from every other use of SHA-256, and one version of this scheme from the next.
const TAG: &[u8] = b"cb/field/v1\0";

/// 32 random bytes, used for one particular only. `Debug` does not show them.
#[derive(Clone, PartialEq, Eq)]
pub struct Salt([u8; 32]);

impl Salt {
    /// A salt from 32 random bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes, to be stored beside the value and erased with it.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// 64 lower-case hexadecimal digits, as in an exported bundle.
    #[must_use]
    pub fn to_hex(&self) -> String {
        to_hex(&self.0)
    }

    /// Reads what [`Salt::to_hex`] wrote.
    ///
    /// # Errors
    /// [`NotAHash`] for anything else.
    pub fn from_hex(text: &str) -> Result<Self, NotAHash> {
        from_hex(text).map(Self).ok_or(NotAHash)
    }
}

impl fmt::Debug for Salt {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Salt(…)")
    }
}

/// The commitment to a value: SHA-256 over a tag, the salt, the value's length as eight bytes (most significant
/// first) and the value.
#[must_use]
pub fn commit(salt: &Salt, value: &[u8]) -> Hash {
    let length = u64::try_from(value.len()).unwrap_or(u64::MAX);
    let hash = Sha256::new()
        .chain_update(TAG)
        .chain_update(salt.0)
        .chain_update(length.to_be_bytes())
        .chain_update(value)
        .finalize();
    Hash::from_bytes(hash.into())
}

/// Whether a value and its salt are those the commitment was made of.
#[must_use]
pub fn opens(commitment: &Hash, salt: &Salt, value: &[u8]) -> bool {
    commit(salt, value) == *commitment
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commitment_opens_with_its_own_value_and_salt_only() {
        let salt = Salt::from_bytes([7; 32]);
        let commitment = commit(&salt, "Zoë".as_bytes());
        assert!(opens(&commitment, &salt, "Zoë".as_bytes()));
        assert!(!opens(&commitment, &salt, b"Zoe"));
        assert!(!opens(&commitment, &salt, b""));
        assert!(!opens(&commitment, &Salt::from_bytes([8; 32]), "Zoë".as_bytes()));
    }

    /// Computed with Python's hashlib from the description alone:
    /// `sha256(b"cb/field/v1\0" + bytes(range(32)) + (3).to_bytes(8, "big") + b"abc").hexdigest()`.
    #[test]
    fn the_commitment_is_the_one_anybody_computes_from_its_description() {
        let salt = Salt::from_bytes(std::array::from_fn(|place| u8::try_from(place).unwrap()));
        assert_eq!(
            commit(&salt, b"abc").to_hex(),
            "a6f80ea62d4ba21065d816f7dabce366e4ca1cb6458b762aa47b1667a9e8de10"
        );
        assert_eq!(
            commit(&salt, b"").to_hex(),
            "64753a5256ab8ab9b57352982497755427bd46af811dc714dc7f3b969e072af8"
        );
    }

    #[test]
    fn debug_does_not_show_a_salt() {
        assert_eq!(format!("{:?}", Salt::from_bytes([1; 32])), "Salt(…)");
    }
}
