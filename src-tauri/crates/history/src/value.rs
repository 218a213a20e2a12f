//! The values a fact may have: text, whole numbers, lists and maps of these. Nothing else exists here, so that two
//! programs in two languages cannot disagree about how a value is written down.
//!
//! There is no null: a fact that is absent has no key. There is no boolean: a fact says what it is in a word. There
//! are no fractions: money is counted in pence, time in dates.

use std::collections::BTreeMap;

use crate::canonical::CanonicalError;

/// The largest whole number: 2^53 - 1, above which some readers of JSON begin to round.
pub const MAX_WHOLE: u64 = (1 << 53) - 1;

/// How deep lists and maps may nest, the outermost value of a fact counting as 1.
pub const MAX_DEPTH: usize = 16;

/// The facts of one entry, by name.
pub type Facts = BTreeMap<String, Value>;

/// One fact, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// A code, date, id or hash as text.
    Text(String),
    /// A whole number up to [`MAX_WHOLE`].
    Whole(u64),
    /// Values in an order that means something.
    List(Vec<Self>),
    /// Values by name.
    Map(BTreeMap<String, Self>),
}

impl Value {
    /// Reads a value from parsed JSON.
    ///
    /// # Errors
    /// Refuses null, booleans, fractions, negative and too large numbers, unusual keys and nesting deeper than
    /// [`MAX_DEPTH`].
    pub fn from_json(json: serde_json::Value) -> Result<Self, CanonicalError> {
        Self::from_json_at(json, 1)
    }

    fn from_json_at(json: serde_json::Value, depth: usize) -> Result<Self, CanonicalError> {
        if depth > MAX_DEPTH {
            return Err(CanonicalError::TooDeep);
        }
        match json {
            serde_json::Value::Null => Err(CanonicalError::Null),
            serde_json::Value::Bool(_) => Err(CanonicalError::Boolean),
            serde_json::Value::Number(number) => whole(&number).map(Self::Whole),
            serde_json::Value::String(text) => Ok(Self::Text(text)),
            serde_json::Value::Array(parts) => parts
                .into_iter()
                .map(|part| Self::from_json_at(part, depth + 1))
                .collect::<Result<_, _>>()
                .map(Self::List),
            serde_json::Value::Object(members) => map_from_json(members, depth).map(Self::Map),
        }
    }

    /// The same value as JSON for a caller that wants to read it with serde.
    #[must_use]
    pub fn to_json(&self) -> serde_json::Value {
        match self {
            Self::Text(text) => text.as_str().into(),
            Self::Whole(number) => (*number).into(),
            Self::List(parts) => parts.iter().map(Self::to_json).collect(),
            Self::Map(members) => facts_to_json(members),
        }
    }

    /// The text, if this is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The whole number, if this is one.
    #[must_use]
    pub const fn as_whole(&self) -> Option<u64> {
        if let Self::Whole(number) = self { Some(*number) } else { None }
    }
}

/// Reads the facts of an entry from a JSON object, for example a serialised event without its tag.
///
/// # Errors
/// As [`Value::from_json`]; [`CanonicalError::NotAnObject`] for anything that is not an object.
pub fn facts_from_json(json: serde_json::Value) -> Result<Facts, CanonicalError> {
    match json {
        serde_json::Value::Object(members) => map_from_json(members, 0),
        _ => Err(CanonicalError::NotAnObject),
    }
}

/// The facts as a JSON object.
#[must_use]
pub fn facts_to_json(facts: &Facts) -> serde_json::Value {
    serde_json::Value::Object(facts.iter().map(|(key, value)| (key.clone(), value.to_json())).collect())
}

fn map_from_json(
    members: serde_json::Map<String, serde_json::Value>,
    depth: usize,
) -> Result<BTreeMap<String, Value>, CanonicalError> {
    let mut map = BTreeMap::new();
    for (key, member) in members {
        if !is_key(&key) {
            return Err(CanonicalError::Key);
        }
        map.insert(key, Value::from_json_at(member, depth + 1)?);
    }
    Ok(map)
}

/// A key is visible ASCII without quote or backslash. It then sorts the same by byte, by code point and by UTF-16
/// unit, and needs no escape.
pub(crate) fn is_key(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"' && byte != b'\\')
}

fn whole(number: &serde_json::Number) -> Result<u64, CanonicalError> {
    match number.as_u64() {
        Some(whole) if whole <= MAX_WHOLE => Ok(whole),
        Some(_) => Err(CanonicalError::TooLarge),
        None if number.is_i64() => Err(CanonicalError::Negative),
        None => Err(CanonicalError::Fraction),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_json_can_say_and_a_fact_may_not_is_refused_by_name() {
        let mut deep = json!("x");
        for _ in 0..MAX_DEPTH {
            deep = json!([deep]);
        }
        let refused = [
            (json!(null), CanonicalError::Null),
            (json!([null]), CanonicalError::Null),
            (json!(true), CanonicalError::Boolean),
            (json!({"paid": false}), CanonicalError::Boolean),
            (json!(1.0), CanonicalError::Fraction),
            (json!(0.5), CanonicalError::Fraction),
            (json!(-1), CanonicalError::Negative),
            (json!(9_007_199_254_740_992_u64), CanonicalError::TooLarge),
            (json!({"": 1}), CanonicalError::Key),
            (json!({"naïve": 1}), CanonicalError::Key),
            (json!({"a b": 1}), CanonicalError::Key),
            (json!({"a\"b": 1}), CanonicalError::Key),
            (deep, CanonicalError::TooDeep),
        ];
        for (json, expected) in refused {
            assert_eq!(Value::from_json(json.clone()), Err(expected), "{json}");
        }
    }

    #[test]
    fn everything_else_comes_back_as_it_went_in() {
        let json = json!({"codes": ["a", "é"], "due": {"access": "2026-12-22"}, "largest": MAX_WHOLE, "none": [], "zero": 0});
        assert_eq!(Value::from_json(json.clone()).unwrap().to_json(), json);
        assert_eq!(facts_to_json(&facts_from_json(json.clone()).unwrap()), json);
        assert_eq!(facts_from_json(json!([])), Err(CanonicalError::NotAnObject));
    }
}
