//! From what a person typed to a query of the index. Whatever it is, it is only ever looked for as words: each is
//! quoted, so no sign of the index's own language is left in it.

use casebook_cases::Reference;
use rusqlite::{Connection, OptionalExtension as _};
use unicode_normalization::UnicodeNormalization as _;

use crate::Error;
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

/// The numbers of the cases, in order, in which everything that was typed is found: a reference, or each word somewhere
/// in the case. `None` if nothing was typed, so that every case is meant.
pub(crate) fn cases_with(db: &Connection, typed: &str) -> Result<Option<Vec<i64>>, Error> {
    if let Ok(reference) = Reference::parse(typed) {
        let mut statement = db.prepare_cached("SELECT no FROM case_row WHERE reference = ?1")?;
        let no = statement.query_row([reference.to_string()], |row| row.get(0)).optional()?;
        return Ok(Some(no.into_iter().collect()));
    }
    let mut words = queries_of(typed);
    if words.is_empty() {
        // Signs alone are found nowhere.
        return Ok((!typed.trim().is_empty()).then(Vec::new));
    }
    // Long words are rarer, so that little is left for the short ones to be looked for in.
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let mut found: Option<Vec<i64>> = None;
    for word in words {
        found = Some(match found {
            None => cases_with_word(db, &word)?,
            Some(few) if few.len() <= FEW => only_with_word(db, few, &word)?,
            Some(many) => in_both(many, &cases_with_word(db, &word)?),
        });
    }
    Ok(found)
}

/// The index answers in the order of its rows, and the rows of a case stand together; so the cases come in order too.
fn cases_with_word(db: &Connection, word: &str) -> Result<Vec<i64>, Error> {
    let mut statement =
        db.prepare_cached("SELECT rowid >> 24 FROM search WHERE search MATCH ?1 ORDER BY rowid")?;
    let mut rows = statement.query([word])?;
    let mut cases: Vec<i64> = Vec::new();
    while let Some(row) = rows.next()? {
        let case = row.get(0)?;
        if cases.last() != Some(&case) {
            cases.push(case);
        }
    }
    Ok(cases)
}

/// Up to so many cases are asked one by one whether they have a word.
const FEW: usize = 100;

fn only_with_word(db: &Connection, cases: Vec<i64>, word: &str) -> Result<Vec<i64>, Error> {
    let mut statement = db.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM search WHERE search MATCH ?1 AND rowid >= ?2 << 24 AND rowid < (?2 + 1) << 24)",
    )?;
    let mut with = Vec::new();
    for case in cases {
        if statement.query_row((word, case), |row| row.get(0))? {
            with.push(case);
        }
    }
    Ok(with)
}

/// What stands in both of two ordered lists.
fn in_both(mut some: Vec<i64>, others: &[i64]) -> Vec<i64> {
    let mut others = others.iter().peekable();
    some.retain(|case| {
        while others.next_if(|other| *other < case).is_some() {}
        others.peek() == Some(&case)
    });
    some
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
