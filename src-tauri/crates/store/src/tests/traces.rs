//! Traces: nothing readable in the files, nothing left of what was erased.

use std::fs;
use std::path::Path;

use casebook_cases::{CaseId, LetterId, PartyId, PersonId, common, subject_request};

use super::scribe::{Scribe, note};

/// A word that stands nowhere else, different for every place it is typed in. Its end is what is looked for: an index
/// stores words without the beginning they share with their neighbour.
fn sentinel(place: usize) -> String {
    let letters = casebook_history::Hash::of(format!("place {place}").as_bytes()).to_hex();
    letters.chars().filter(char::is_ascii_alphabetic).take(12).collect::<String>()
        + "Qzx"
        + &place.to_string()
}

/// A casebook with a sentinel in every place that takes text.
fn type_everywhere(scribe: &mut Scribe) -> (CaseId, Vec<String>) {
    let words: Vec<_> = (0..12).map(sentinel).collect();
    let case = CaseId::new(scribe.id());
    let receipt = scribe.receipt("", &words[0]);
    scribe.record(case, "2026-10-27", &receipt[..1]).unwrap();
    let party = common::Event::PartyAdded {
        party: PartyId::new(scribe.id()),
        person: PersonId::new(scribe.id()),
        role: casebook_cases::codes::Role::Subject,
    };
    let email = format!("{}@example.org", words[2]);
    let address = format!("1 {} Road\nLeeds\nLS1 4AP", words[3]);
    let particulars =
        vec![("name", words[1].as_str()), ("email", &email), ("address", &address), ("phone", &words[4])];
    scribe.record(case, "2026-10-27", &[(party.into(), particulars)]).unwrap();
    let asked = subject_request::Event::IdentityAsked { doubt: None };
    scribe
        .record(case, "2026-10-28", &[note(&words[5]), (asked.into(), vec![("reason", &words[6])])])
        .unwrap();

    let letter = LetterId::new(scribe.id());
    let (finalised, _) = super::scribe::letter_final(letter, 1);
    let facts = format!("{{\"body\": \"Dear {}\"}}", words[7]);
    let pdf = format!("%PDF {}", words[8]);
    let (sent, _) = super::scribe::letter_sent(letter);
    let told = [
        (finalised, vec![("pdf", pdf.as_str()), ("facts", facts.as_str())]),
        (sent, vec![("tracking", words[9].as_str())]),
    ];
    scribe.record(case, "2026-11-02", &told).unwrap();

    let keep =
        |key: &str, case, text: &String| scribe.store.draft_keep(key, case, &text.clone().into()).unwrap();
    keep("note", Some(case), &words[10]);
    keep("new-case", None, &words[11]);
    (case, words)
}

/// The ways in which a word could be readable.
fn forms(word: &str) -> Vec<Vec<u8>> {
    let (_, tail) = word.split_at(word.len() - 12);
    let mut forms = Vec::new();
    for text in [tail.to_owned(), tail.to_lowercase(), tail.to_uppercase()] {
        forms.push(text.as_bytes().to_vec());
        forms.push(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
        forms.push(text.encode_utf16().flat_map(u16::to_be_bytes).collect());
        // A word can begin at any of three places in a group of base64; whole groups inside it are the same each time.
        forms.extend((0..3).map(|skip| base64(&text.as_bytes()[skip..skip + 9])));
    }
    forms
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let sextets = |group: &[u8]| {
        let bits = group.iter().fold(0_usize, |bits, byte| bits << 8 | usize::from(*byte));
        [18, 12, 6, 0].map(|shift| alphabet[bits >> shift & 63])
    };
    bytes.chunks(3).flat_map(sextets).collect()
}

/// Which of these words can be read in which file of the folder.
fn readable(folder: &Path, words: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let bytes = fs::read(entry.path()).unwrap();
        for word in words {
            let is_there = |form: &Vec<u8>| bytes.windows(form.len()).any(|window| window == form);
            if forms(word).iter().any(is_there) {
                found.push(format!("{word} in {}", entry.file_name().display()));
            }
        }
    }
    found
}

/// Row 9 of the bar, for the database.
#[test]
fn no_text_can_be_read_in_the_files_of_a_casebook() {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create(folder.path());
    let (case, words) = type_everywhere(&mut scribe);
    assert_eq!(readable(folder.path(), &words), Vec::<String>::new(), "while it is open, with its journal");
    scribe.store.checkpoint().unwrap();
    assert_eq!(readable(folder.path(), &words), Vec::<String>::new(), "after the journal was emptied");
    assert_eq!(scribe.store.events(case).unwrap().len(), 6);
    scribe.store.close().unwrap();
    assert_eq!(readable(folder.path(), &words), Vec::<String>::new(), "closed");
}

/// Row 31 of the bar, and the proof that the scan above can find anything at all: in a twin of the file that is not
/// encrypted every word is there before the erasure and none after.
#[test]
fn nothing_is_left_of_what_was_erased_even_without_encryption() {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create_readable(folder.path());
    let (case, words) = type_everywhere(&mut scribe);
    // Enough neighbours that pages of the index are split, merged and shared.
    for number in 0..60 {
        let other = scribe.receive(
            &format!("Omar Haddad {number}"),
            &format!("{} about neighbour {number}", sentinel(100)),
        );
        scribe.record(other, "2026-10-28", &[note(&format!("qz abc bcd neighbour {number}"))]).unwrap();
    }
    // Filling the index again must not make it forget to overwrite.
    scribe.store.rebuild().unwrap();
    scribe.store.checkpoint().unwrap();
    let before = readable(folder.path(), &words);
    assert_eq!(before.len(), words.len(), "{before:#?}");

    let mut append = scribe.append_of(Some(case), "2026-11-20", &[note("All of it erased.")]);
    for event in scribe.store.events(case).unwrap() {
        let seq = event.envelope.seq;
        append.erase.extend(event.particulars.into_keys().map(|name| (seq, name)));
    }
    assert_eq!(append.erase.len(), 10);
    append.forget_drafts = vec!["note".to_owned(), "new-case".to_owned()];
    scribe.store.append(&append).unwrap();
    scribe.store.checkpoint().unwrap();
    assert_eq!(readable(folder.path(), &words), Vec::<String>::new());

    assert!(scribe.store.check().unwrap().is_sound());
    assert!(!readable(folder.path(), &[sentinel(100)]).is_empty(), "the neighbours keep their words");
}

/// Row 10 of the bar: whatever is sorted, searched or rewritten, no file appears beside the three of the database.
#[test]
fn no_other_file_appears_beside_the_database() {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create(folder.path());
    type_everywhere(&mut scribe);
    scribe.store.rebuild().unwrap();
    scribe.store.check().unwrap();
    let mut names: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["casebook.db", "casebook.db-shm", "casebook.db-wal"]);
}
