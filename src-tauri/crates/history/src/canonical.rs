//! Canonical bytes: the one way an entry is written down.
//!
//! The form is a narrow part of JSON (and of RFC 8785): UTF-8, no white space, keys in ASCII and sorted, whole
//! numbers without sign or leading zero, and only those escapes in text that JSON demands. Text is never normalised:
//! what was recorded is what is hashed. Python's `json.dumps(value, sort_keys=True, separators=(",", ":"),
//! ensure_ascii=False)` writes the same bytes, so that anybody can check an exported history without this program.
//!
//! This module never guesses: bytes that could have been written differently are refused, not repaired.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::value::{MAX_DEPTH, MAX_WHOLE, Value, is_key};

/// Why something has no canonical form, or why bytes are not one.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CanonicalError {
    /// Null stands where a value must stand.
    #[error("null is not a value; an absent fact has no key")]
    Null,
    /// A true or false.
    #[error("true and false are not values; a word is")]
    Boolean,
    /// A number with a fraction or an exponent.
    #[error("a number is not whole")]
    Fraction,
    /// A number below zero.
    #[error("a number is negative")]
    Negative,
    /// A number of 2^53 or more.
    #[error("a number is 2^53 or larger")]
    TooLarge,
    /// A key that is empty or not plain visible ASCII.
    #[error("a key is not plain ASCII")]
    Key,
    /// Lists and maps nested deeper than [`MAX_DEPTH`].
    #[error("values are nested too deeply")]
    TooDeep,
    /// The bytes are not JSON.
    #[error("the entry is not JSON")]
    NotJson,
    /// JSON, but not an object.
    #[error("the entry is not an object")]
    NotAnObject,
    /// A part every entry has is absent.
    #[error("the part `{part}` is missing")]
    MissingPart {
        /// Its key.
        part: &'static str,
    },
    /// A key that is not a part of an entry.
    #[error("the entry has a part that is not known")]
    UnknownPart,
    /// A part has the wrong type or form.
    #[error("the part `{part}` is not well formed")]
    Malformed {
        /// Its key.
        part: &'static str,
    },
    /// The same meaning, but other bytes: order, spaces, escapes or a key given twice.
    #[error("the entry is not in canonical form")]
    NotCanonical,
}

/// Writes one JSON object, member by member; the caller gives the keys in sorted order.
pub(crate) struct ObjectWriter {
    bytes: Vec<u8>,
    is_empty: bool,
}

impl ObjectWriter {
    pub(crate) fn new() -> Self {
        Self { bytes: vec![b'{'], is_empty: true }
    }

    pub(crate) fn text(&mut self, key: &str, text: &str) {
        self.key(key);
        write_text(&mut self.bytes, text);
    }

    pub(crate) fn whole(&mut self, key: &'static str, number: u64) -> Result<(), CanonicalError> {
        self.key(key);
        write_whole(&mut self.bytes, number)
    }

    pub(crate) fn map(&mut self, key: &str, map: &BTreeMap<String, Value>) -> Result<(), CanonicalError> {
        self.key(key);
        write_map(&mut self.bytes, map, 0)
    }

    pub(crate) fn finish(mut self) -> Vec<u8> {
        self.bytes.push(b'}');
        self.bytes
    }

    fn key(&mut self, key: &str) {
        if !self.is_empty {
            self.bytes.push(b',');
        }
        self.is_empty = false;
        write_text(&mut self.bytes, key);
        self.bytes.push(b':');
    }
}

/// The canonical bytes of a single value, for example for the commitment to a structured particular.
///
/// # Errors
/// [`CanonicalError::TooLarge`], [`CanonicalError::Key`] or [`CanonicalError::TooDeep`].
pub fn value_bytes(value: &Value) -> Result<Vec<u8>, CanonicalError> {
    let mut bytes = Vec::new();
    write_value(&mut bytes, value, 1)?;
    Ok(bytes)
}

fn write_value(bytes: &mut Vec<u8>, value: &Value, depth: usize) -> Result<(), CanonicalError> {
    if depth > MAX_DEPTH {
        return Err(CanonicalError::TooDeep);
    }
    match value {
        Value::Text(text) => write_text(bytes, text),
        Value::Whole(number) => write_whole(bytes, *number)?,
        Value::Map(members) => write_map(bytes, members, depth)?,
        Value::List(parts) => {
            bytes.push(b'[');
            for (place, part) in parts.iter().enumerate() {
                if place > 0 {
                    bytes.push(b',');
                }
                write_value(bytes, part, depth + 1)?;
            }
            bytes.push(b']');
        }
    }
    Ok(())
}

fn write_map(
    bytes: &mut Vec<u8>,
    members: &BTreeMap<String, Value>,
    depth: usize,
) -> Result<(), CanonicalError> {
    bytes.push(b'{');
    for (place, (key, member)) in members.iter().enumerate() {
        if !is_key(key) {
            return Err(CanonicalError::Key);
        }
        if place > 0 {
            bytes.push(b',');
        }
        write_text(bytes, key);
        bytes.push(b':');
        write_value(bytes, member, depth + 1)?;
    }
    bytes.push(b'}');
    Ok(())
}

fn write_whole(bytes: &mut Vec<u8>, number: u64) -> Result<(), CanonicalError> {
    if number > MAX_WHOLE {
        return Err(CanonicalError::TooLarge);
    }
    bytes.extend_from_slice(number.to_string().as_bytes());
    Ok(())
}

/// DEL and everything beyond ASCII stand for themselves, as in RFC 8785 and in Python.
fn write_text(bytes: &mut Vec<u8>, text: &str) {
    bytes.push(b'"');
    // Whole runs at a time: most texts have nothing to escape.
    for run in text.as_bytes().split_inclusive(|byte| is_escaped(*byte)) {
        match run.split_last() {
            Some((last, plain)) if is_escaped(*last) => {
                bytes.extend_from_slice(plain);
                write_escaped(bytes, *last);
            }
            _ => bytes.extend_from_slice(run),
        }
    }
    bytes.push(b'"');
}

const fn is_escaped(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

fn write_escaped(bytes: &mut Vec<u8>, byte: u8) {
    match byte {
        b'"' => bytes.extend_from_slice(b"\\\""),
        b'\\' => bytes.extend_from_slice(b"\\\\"),
        b'\x08' => bytes.extend_from_slice(b"\\b"),
        b'\x0c' => bytes.extend_from_slice(b"\\f"),
        b'\n' => bytes.extend_from_slice(b"\\n"),
        b'\r' => bytes.extend_from_slice(b"\\r"),
        b'\t' => bytes.extend_from_slice(b"\\t"),
        control => bytes.extend_from_slice(format!("\\u{control:04x}").as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: &Value) -> String {
        String::from_utf8(value_bytes(value).unwrap()).unwrap()
    }

    #[test]
    fn text_is_escaped_only_where_json_demands_it() {
        let rows = [
            ("", r#""""#),
            ("plain", r#""plain""#),
            ("a\"b\\c/d", r#""a\"b\\c/d""#),
            ("\u{8}\t\n\u{c}\r", r#""\b\t\n\f\r""#),
            ("\0\u{1f}\u{7f}", "\"\\u0000\\u001f\u{7f}\""),
            ("Zoë, 世界 😀 \u{2028}", "\"Zoë, 世界 😀 \u{2028}\""),
        ];
        for (text, expected) in rows {
            assert_eq!(written(&Value::Text(text.to_owned())), expected);
        }
    }

    #[test]
    fn keys_are_sorted_and_nothing_is_spaced() {
        let map = BTreeMap::from([
            ("b".to_owned(), Value::List(vec![Value::Whole(0), Value::List(vec![])])),
            ("B".to_owned(), Value::Map(BTreeMap::new())),
            ("a".to_owned(), Value::Whole(MAX_WHOLE)),
        ]);
        assert_eq!(written(&Value::Map(map)), r#"{"B":{},"a":9007199254740991,"b":[0,[]]}"#);
    }

    #[test]
    fn a_value_without_a_canonical_form_is_refused() {
        let mut deep = Value::Whole(1);
        for _ in 0..MAX_DEPTH {
            deep = Value::List(vec![deep]);
        }
        let odd_key = Value::Map(BTreeMap::from([("é".to_owned(), Value::Whole(1))]));
        assert_eq!(value_bytes(&Value::Whole(MAX_WHOLE + 1)), Err(CanonicalError::TooLarge));
        assert_eq!(value_bytes(&odd_key), Err(CanonicalError::Key));
        assert_eq!(value_bytes(&deep), Err(CanonicalError::TooDeep));
    }
}
