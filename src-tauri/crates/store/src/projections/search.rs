//! `search_text` and the index over it: the reference, the names, notes, reasons, the pasted request and the words of
//! letters, one row for each.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use unicode_normalization::UnicodeNormalization as _;

use super::{CaseFile, Projection};
use crate::plain_letters::plain_letters;
use crate::{Error, columns, particulars};

/// The particulars whose words are searched. Any other, such as the bytes of a PDF or the key of a document, never
/// enters the index, whatever is added later. At most thirty-two; a row's id holds the place of its name here, so a new
/// one goes to the end and raises `VERSION`.
const SEARCHED: [&str; 23] = [
    "address",
    "email",
    "facts",
    "name",
    "phone",
    "reason",
    "received_by",
    "salutation",
    "text",
    "their_reference",
    "tracking",
    "what",
    "place",
    "who",
    "terms",
    "period",
    "note",
    "proof",
    "title",
    "to",
    "by",
    "advice",
    "decided_by",
];

pub(super) struct Search;

impl Projection for Search {
    const NAME: &'static str = "search";
    const VERSION: u32 = 4;
    const READS_PARTICULARS: bool = true;

    /// A particular never changes, so its row stays as long as it does, and only rows that came or went are touched:
    /// overwriting takes the index about half a millisecond a word.
    fn project(db: &Connection, file: &CaseFile) -> Result<(), Error> {
        let wanted = searched_of(db, file)?;
        let kept = kept_of(db, file)?;
        for id in kept.iter().filter(|id| !wanted.contains_key(*id)) {
            remove(db, *id)?;
        }
        for (id, source) in wanted.iter().filter(|(id, _)| !kept.contains(*id)) {
            add(db, *id, &source.words(db)?)?;
        }
        Ok(())
    }

    fn clear(db: &Connection) -> Result<(), Error> {
        // The index forgets everything at once; word by word it would take minutes. Its pages are overwritten too.
        db.execute("INSERT INTO search (search) VALUES ('delete-all')", [])?;
        db.execute("DELETE FROM search_text", [])?;
        Ok(())
    }
}

fn add(db: &Connection, id: i64, words: &str) -> Result<(), Error> {
    db.prepare_cached("INSERT INTO search_text (id, words) VALUES (?1, ?2)")?.execute((id, words))?;
    db.prepare_cached("INSERT INTO search (rowid, words) VALUES (?1, ?2)")?.execute((id, words))?;
    Ok(())
}

/// The index has no words of its own: to take some out, it must be told which they were.
fn remove(db: &Connection, id: i64) -> Result<(), Error> {
    let sql =
        "INSERT INTO search (search, rowid, words) SELECT 'delete', id, words FROM search_text WHERE id = ?1";
    db.prepare_cached(sql)?.execute([id])?;
    db.prepare_cached("DELETE FROM search_text WHERE id = ?1")?.execute([id])?;
    Ok(())
}

/// Where the words of one row come from.
enum Source {
    Reference(String),
    Particular { seq: u64, name: String },
}

impl Source {
    fn words(&self, db: &Connection) -> Result<String, Error> {
        match self {
            Self::Reference(reference) => Ok(reference.clone()),
            Self::Particular { seq, name } => {
                let text = particulars::text(db, *seq, name)?;
                let text = if name == "facts" { texts_in_json(&text) } else { text };
                Ok(plain_letters(text.nfkc()))
            }
        }
    }
}

/// The rows a case should have: its reference, and each of its particulars that is searched and still there.
fn searched_of(db: &Connection, file: &CaseFile) -> Result<BTreeMap<i64, Source>, Error> {
    let reference = Source::Reference(file.received()?.reference.clone());
    let mut wanted = BTreeMap::from([(first_id(file), reference)]);
    let mut statement = db.prepare_cached(
        "SELECT event.seq, case_seq, name FROM event JOIN particular USING (seq) WHERE event.case_id = ?1",
    )?;
    let mut rows = statement.query([columns::id(&file.case)])?;
    while let Some(row) = rows.next()? {
        let name: String = row.get(2)?;
        if let Some(place) = SEARCHED.iter().position(|searched| *searched == name) {
            let seq = columns::to_number(row.get(0)?, "event.seq")?;
            wanted.insert(id(file, row.get(1)?, place)?, Source::Particular { seq, name });
        }
    }
    Ok(wanted)
}

/// The rows a case has.
fn kept_of(db: &Connection, file: &CaseFile) -> Result<BTreeSet<i64>, Error> {
    let mut statement = db.prepare_cached("SELECT id FROM search_text WHERE id BETWEEN ?1 AND ?2")?;
    let first = first_id(file);
    let ids = statement.query_map((first, first + LAST_WITHIN_CASE), |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// Ids of rows leave 24 bits to each case: 19 for the entry in the case, 5 for the name of its particular.
const CASE_BITS: u32 = 24;
const NAME_BITS: u32 = 5;
const LAST_WITHIN_CASE: i64 = (1 << CASE_BITS) - 1;

fn first_id(file: &CaseFile) -> i64 {
    file.no() << CASE_BITS
}

/// The same particular has the same id whenever its row is made.
fn id(file: &CaseFile, case_seq: i64, place: usize) -> Result<i64, Error> {
    let place = i64::try_from(place).map_err(|_| Error::Column { column: "search_text.id" })?;
    let within = case_seq << NAME_BITS | place;
    if within > LAST_WITHIN_CASE {
        return Err(Error::Column { column: "search_text.id" });
    }
    Ok(first_id(file) + within)
}

/// A picture in the facts of a letter: a long text, and not one word of it.
const PICTURE: &str = "logo";

/// The facts of a letter are JSON; its texts are what a person would search for, its keys are not.
fn texts_in_json(json: &str) -> String {
    let mut texts = String::new();
    if let Ok(value) = serde_json::from_str(json) {
        collect_texts(&value, &mut texts);
    }
    texts
}

fn collect_texts(value: &serde_json::Value, texts: &mut String) {
    match value {
        serde_json::Value::String(text) => {
            texts.push_str(text);
            texts.push('\n');
        }
        serde_json::Value::Array(parts) => parts.iter().for_each(|part| collect_texts(part, texts)),
        serde_json::Value::Object(members) => {
            let words = members.iter().filter(|(key, _)| key.as_str() != PICTURE);
            words.for_each(|(_, member)| collect_texts(member, texts));
        }
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::texts_in_json;

    #[test]
    fn the_texts_of_a_letter_are_its_words_and_its_keys_are_not() {
        let json = r#"{"subject": "Your request", "blocks": [{"text": "Dear Zoë"}, 3, null, true],
                       "logo": {"png": "iVBORw0KGgo"}}"#;
        let texts = texts_in_json(json);
        assert!(texts.contains("Your request") && texts.contains("Dear Zoë"), "{texts}");
        assert!(!texts.contains("blocks") && !texts.contains("iVBOR"), "{texts}");
        assert_eq!(texts_in_json("not JSON"), "");
    }
}
