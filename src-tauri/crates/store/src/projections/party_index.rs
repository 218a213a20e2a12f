//! `party_index`: who is in which case, by name, e-mail address and postcode written one way, so that the same person
//! is found however they were typed.

use casebook_cases::subject_request::Party;
use rusqlite::{Connection, named_params};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::{CaseFile, Projection};
use crate::names::Name;
use crate::plain_letters::plain_letters;
use crate::{Error, columns, particulars};

pub(super) struct PartyIndex;

impl Projection for PartyIndex {
    const NAME: &'static str = "party_index";
    const VERSION: u32 = 3;
    const READS_PARTICULARS: bool = true;

    fn project(db: &Connection, file: &CaseFile) -> Result<(), Error> {
        db.prepare_cached("DELETE FROM party_index WHERE case_no = ?1")?.execute([file.no()])?;
        file.state.parties.iter().try_for_each(|party| insert(db, file, party))
    }

    fn clear(db: &Connection) -> Result<(), Error> {
        db.execute("DELETE FROM party_index", [])?;
        Ok(())
    }
}

fn insert(db: &Connection, file: &CaseFile, party: &Party) -> Result<(), Error> {
    let text = |name| particulars::text(db, party.known_from, name);
    let keys = Keys::of(&text("name")?, &text("email")?, &text("address")?);
    let mut statement = db.prepare_cached(
        "INSERT INTO party_index (party_id, case_no, case_id, person_id, role, name_key, name_words, email_key, \
         postcode_key) VALUES (:party_id, :case_no, :case_id, :person_id, :role, :name_key, :name_words, :email_key, \
         :postcode_key)",
    )?;
    statement.execute(named_params! {
        ":party_id": columns::id(&party.party),
        ":case_no": file.no(),
        ":case_id": columns::id(&file.case),
        ":person_id": columns::id(&party.person),
        ":role": columns::code(party.role)?,
        ":name_key": keys.name.key(),
        ":name_words": keys.name.words(),
        ":email_key": keys.email,
        ":postcode_key": keys.postcode,
    })?;
    Ok(())
}

/// How a person is looked up. A key is empty where nothing is known.
pub(crate) struct Keys {
    pub(crate) name: Name,
    pub(crate) email: String,
    pub(crate) postcode: String,
}

impl Keys {
    pub(crate) fn of(name: &str, email: &str, address: &str) -> Self {
        Self { name: Name::of(name), email: email_of(email), postcode: postcode_of(address) }
    }
}

/// The words of a text in lower case without accents, single spaces between: "Zoë  O’Brien" is `zoe o brien`.
pub(crate) fn words_of(text: &str) -> String {
    let plain = plain_letters(text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase));
    let words: Vec<_> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn email_of(text: &str) -> String {
    let text = text.trim().to_lowercase();
    if text.contains('@') { text } else { String::new() }
}

/// The last British postcode in an address, without its space: `SW1A1AA`. Empty if there is none.
fn postcode_of(address: &str) -> String {
    let upper = address.to_uppercase();
    let words: Vec<_> =
        upper.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let in_two = words.windows(2).map(<[&str]>::concat);
    let in_one = words.iter().map(ToString::to_string);
    in_two.chain(in_one).rfind(|word| is_postcode(word)).unwrap_or_default()
}

/// The shape of a British postcode: one or two letters, a digit, perhaps one more letter or digit, a digit, two letters.
fn is_postcode(word: &str) -> bool {
    let Some((outward, inward)) = word.len().checked_sub(3).and_then(|end| word.split_at_checked(end)) else {
        return false;
    };
    let shape: String = outward.chars().map(|c| if c.is_ascii_digit() { '9' } else { 'A' }).collect();
    let outward_fits = matches!(shape.as_str(), "A9" | "A99" | "AA9" | "AA99" | "A9A" | "AA9A");
    let mut inward = inward.chars();
    outward_fits
        && inward.next().is_some_and(|c| c.is_ascii_digit())
        && inward.all(|c| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_however_it_was_typed() {
        for typed in ["Zoë O’Brien", "ZOE  O'BRIEN", " zoe\to-brien ", "Ｚｏｅ O Brien"] {
            assert_eq!(words_of(typed), "zoe o brien", "{typed}");
        }
        assert_eq!(words_of("Łukasz"), "lukasz");
        assert_eq!(words_of("王小明"), "王小明");
        assert_eq!(words_of(" -- "), "");
    }

    #[test]
    fn the_postcode_of_an_address_is_found_with_and_without_its_space() {
        let rows = [
            ("12 High Street\nLeeds\nLS1 4AP", "LS14AP"),
            ("12 High Street, LS14AP, England", "LS14AP"),
            ("1 Old Road\nEC1A 1BB\nUnited Kingdom", "EC1A1BB"),
            ("[\"Flat 2\",\"London\",\"sw1a 1aa\"]", "SW1A1AA"),
            ("Rue de la Paix 1\n75002 Paris", ""),
            ("", ""),
        ];
        for (address, expected) in rows {
            assert_eq!(postcode_of(address), expected, "{address}");
        }
    }

    #[test]
    fn only_an_address_with_an_at_sign_is_an_e_mail_address() {
        assert_eq!(email_of(" Zoe@Example.org "), "zoe@example.org");
        assert_eq!(email_of("none"), "");
    }
}
