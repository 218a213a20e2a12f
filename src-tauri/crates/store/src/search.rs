//! From what a person typed to a query of the index. Whatever it is, it is only ever looked for as words: each is
//! quoted, so no sign of the index's own language is left in it.

use unicode_normalization::UnicodeNormalization as _;

use crate::plain_letters::plain_letters;

/// More words than this do not make a search better, only slower.
const MOST_WORDS: usize = 12;

/// Longer words do not exist; the rest is cut.
const LONGEST_WORD: usize = 64;

/// A query for each word that was typed; all of them must be found somewhere in the case, the last as the beginning of
/// a word. None if there is nothing to look for.
pub(crate) fn queries_of(typed: &str) -> Vec<String> {
    let normal = plain_letters(typed.nfkc());
    let mut queries: Vec<_> = normal
        .split(|c: char| c.is_whitespace() || c.is_control() || c == '"')
        .map(|word| word.chars().take(LONGEST_WORD).collect::<String>())
        // The index drops signs: a word of signs alone would match nothing.
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .take(MOST_WORDS)
        .map(|word| format!("\"{word}\""))
        .collect();
    if let Some(last) = queries.last_mut() {
        last.push('*');
    }
    queries
}

#[cfg(test)]
mod tests {
    use super::queries_of;

    #[test]
    fn every_word_is_quoted_and_the_last_one_may_go_on() {
        let rows = [
            ("zofia", vec!["\"zofia\"*"]),
            ("  Zoë   O'Brien ", vec!["\"Zoë\"", "\"O'Brien\"*"]),
            ("a\"b", vec!["\"a\"", "\"b\"*"]),
            ("name:x OR NOT y*", vec!["\"name:x\"", "\"OR\"", "\"NOT\"", "\"y*\"*"]),
            ("nul\0byte", vec!["\"nul\"", "\"byte\"*"]),
            ("", vec![]),
            ("\" * ( ) - ^", vec![]),
        ];
        for (typed, expected) in rows {
            assert_eq!(queries_of(typed), expected, "{typed:?}");
        }
    }
}
