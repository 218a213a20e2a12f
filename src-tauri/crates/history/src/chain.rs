//! Hashes, and how one entry holds on to the one before it.
//!
//! Every entry carries the hash of the previous entry of the casebook and of its own case; the first of each carries
//! [`Hash::ZERO`].

use std::fmt;

use sha2::{Digest as _, Sha256};
use thiserror::Error;

/// A SHA-256 hash. Shown as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; 32]);

/// A text is not 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not 64 lower-case hexadecimal digits")]
pub struct NotAHash;

impl Hash {
    /// What the first entry of a chain gives as the hash before it.
    pub const ZERO: Self = Self([0; 32]);

    /// A hash from its 32 bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The plain SHA-256 of some bytes, as `sha256sum` prints it: for files, letters and documents. Entries have
    /// [`event_hash`].
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// 64 lower-case hexadecimal digits.
    #[must_use]
    pub fn to_hex(&self) -> String {
        to_hex(&self.0)
    }

    /// Reads what [`Hash::to_hex`] wrote.
    ///
    /// # Errors
    /// [`NotAHash`] for anything else, upper case included: one hash has one form.
    pub fn from_hex(text: &str) -> Result<Self, NotAHash> {
        from_hex(text).map(Self).ok_or(NotAHash)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.to_hex())
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Hash({self})")
    }
}

/// The hash of an entry: SHA-256 over one zero byte and its canonical bytes. The zero byte keeps the hashes of
/// entries apart from those of files.
#[must_use]
pub fn event_hash(canonical_bytes: &[u8]) -> Hash {
    Hash(Sha256::new().chain_update([0]).chain_update(canonical_bytes).finalize().into())
}

pub(crate) fn to_hex(bytes: &[u8; 32]) -> String {
    // Verification writes several hashes for each entry: this is ten times as quick as `format!`.
    let mut text = String::with_capacity(64);
    for byte in bytes {
        text.extend([byte >> 4, byte & 0xf].map(|nibble| char::from_digit(nibble.into(), 16).unwrap_or('0')));
    }
    text
}

pub(crate) fn from_hex(text: &str) -> Option<[u8; 32]> {
    let digits: [u8; 64] = text.as_bytes().try_into().ok()?;
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(digits.as_chunks::<2>().0) {
        let [high, low] = pair.map(nibble);
        *byte = high? << 4 | low?;
    }
    Some(bytes)
}

const fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples NIST publishes with FIPS 180-4.
    #[test]
    fn the_published_sha_256_examples_come_out() {
        let rows: [(&[u8], &str); 3] = [
            (b"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            (b"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
            ),
        ];
        for (message, expected) in rows {
            assert_eq!(Hash::of(message).to_hex(), expected);
        }
        let million = vec![b'a'; 1_000_000];
        assert_eq!(
            Hash::of(&million).to_hex(),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        );
    }

    #[test]
    fn an_entry_is_hashed_behind_a_zero_byte() {
        assert_eq!(event_hash(b"abc"), Hash::of(b"\0abc"));
        assert_ne!(event_hash(b"abc"), Hash::of(b"abc"));
    }

    #[test]
    fn only_the_one_written_form_of_a_hash_is_read() {
        let hash = Hash::of(b"abc");
        assert_eq!(Hash::from_hex(&hash.to_hex()), Ok(hash));
        let text = hash.to_hex();
        for wrong in [
            text.to_uppercase(),
            format!("{text}0"),
            text.replacen('b', "g", 1),
            format!("{text} "),
            String::new(),
        ] {
            assert_eq!(Hash::from_hex(&wrong), Err(NotAHash), "{wrong}");
        }
        assert_eq!(Hash::ZERO.to_hex(), "0".repeat(64));
    }
}
