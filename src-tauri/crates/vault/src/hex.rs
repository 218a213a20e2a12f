//! Bytes of a fixed length, written in JSON as lower-case hexadecimal digits.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// `LENGTH` bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hex<const LENGTH: usize>(pub(crate) [u8; LENGTH]);

impl<const LENGTH: usize> Hex<LENGTH> {
    /// These bytes, if there are exactly `LENGTH`.
    pub(crate) fn of(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }
}

/// Two lower-case digits for each byte. Not for secrets: it leaves copies.
pub(crate) fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The reverse of [`to_hex`], for exactly `LENGTH` bytes; upper case is refused.
pub(crate) fn from_hex<const LENGTH: usize>(text: &str) -> Option<[u8; LENGTH]> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if pairs.len() != LENGTH || !rest.is_empty() {
        return None;
    }
    let mut bytes = [0; LENGTH];
    for (byte, pair) in bytes.iter_mut().zip(pairs) {
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

impl<const LENGTH: usize> Serialize for Hex<LENGTH> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&to_hex(&self.0))
    }
}

impl<'de, const LENGTH: usize> Deserialize<'de> for Hex<LENGTH> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        from_hex(&text).map(Self).ok_or_else(|| de::Error::custom("not hexadecimal, or of another length"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_have_one_written_form() {
        assert_eq!(to_hex(&[0, 0x0f, 0xa5, 0xff]), "000fa5ff");
        assert_eq!(from_hex("000fa5ff"), Some([0, 0x0f, 0xa5, 0xff]));
        for wrong in ["000fa5f", "000fa5fff", "000fa5", "000FA5FF", "000fa5fg", ""] {
            assert_eq!(from_hex::<4>(wrong), None, "{wrong}");
        }
    }
}
