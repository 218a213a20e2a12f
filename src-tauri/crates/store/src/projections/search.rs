//! `search_text` and the index over it: the reference, the names, notes, reasons, the pasted request and the words of
//! letters, one row per case.

use rusqlite::Connection;
use unicode_normalization::UnicodeNormalization as _;

use super::{CaseFile, Projection};
use crate::{Error, columns};

/// The particulars whose words are searched. Any other, such as the bytes of a PDF or the key of a document, never
/// enters the index, whatever is added later.
const SEARCHED: [&str; 11] = [
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
];

pub(super) struct Search;

impl Projection for Search {
    const NAME: &'static str = "search";
    const VERSION: u32 = 1;
    const READS_PARTICULARS: bool = true;

    fn project(db: &Connection, file: &CaseFile) -> Result<(), Error> {
        let words = words(db, file)?;
        db.prepare_cached("DELETE FROM search_text WHERE case_no = ?1")?.execute([file.no()])?;
        db.prepare_cached("INSERT INTO search_text (case_no, words) VALUES (?1, ?2)")?
            .execute((file.no(), words))?;
        Ok(())
    }

    fn clear(db: &Connection) -> Result<(), Error> {
        db.execute("DELETE FROM search_text", [])?;
        Ok(())
    }
}

fn words(db: &Connection, file: &CaseFile) -> Result<String, Error> {
    let mut statement = db.prepare_cached(
        "SELECT particular.name, particular.value FROM event JOIN particular USING (seq) \
         WHERE event.case_id = ?1 ORDER BY seq, particular.name",
    )?;
    let mut rows = statement.query([columns::id(&file.case)])?;
    let mut words = file.received()?.reference.clone();
    while let Some(row) = rows.next()? {
        let name: String = row.get(0)?;
        if !SEARCHED.contains(&name.as_str()) {
            continue;
        }
        // A particular that is no text has no words.
        let Ok(text) = String::from_utf8(row.get(1)?) else { continue };
        words.push('\n');
        if name == "facts" {
            words.extend(texts_in_json(&text).nfkc());
        } else {
            words.extend(text.nfkc());
        }
    }
    Ok(words)
}

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
            members.values().for_each(|member| collect_texts(member, texts));
        }
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::texts_in_json;

    #[test]
    fn the_texts_of_a_letter_are_its_words_and_its_keys_are_not() {
        let json = r#"{"subject": "Your request", "blocks": [{"text": "Dear Zoë"}, 3, null, true]}"#;
        let texts = texts_in_json(json);
        assert!(texts.contains("Your request") && texts.contains("Dear Zoë"), "{texts}");
        assert!(!texts.contains("blocks"), "{texts}");
        assert_eq!(texts_in_json("not JSON"), "");
    }
}
