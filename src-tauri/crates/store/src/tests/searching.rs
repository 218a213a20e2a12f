//! Searching: whatever is typed, it is looked for as words.

use casebook_cases::codes::Media;
use casebook_cases::{CaseId, DocumentId, common};
use proptest::prelude::*;

use super::scribe::{Scribe, day, note, reference};
use crate::{Filter, ListQuery, Sort, Store};

fn search(store: &Store, text: &str) -> Vec<String> {
    let query = ListQuery {
        filter: Filter::All,
        sort: Sort::Reference,
        text: text.to_owned().into(),
        ..ListQuery::open(day("2026-11-22"))
    };
    let opened = store.list_open(&query).unwrap();
    let rows = store.list_rows(opened.list, 0, 200).unwrap();
    assert_eq!(rows.len(), usize::try_from(opened.count).unwrap());
    rows.into_iter().map(|row| row.reference).collect()
}

fn scribe() -> (tempfile::TempDir, Scribe, Vec<CaseId>) {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create(folder.path());
    let cases = vec![
        scribe.receive("Zoë Nowak", "I want a copy of my invoices."),
        scribe.receive("Omar Haddad", "Delete the newsletter, “please”; O'Brien sent it."),
        scribe.receive("王小明", "NEAR OR AND NOT: what do you hold?"),
    ];
    scribe.record(cases[0], "2026-10-28", &[note("The parcel number is AB-1234.")]).unwrap();
    (folder, scribe, cases)
}

#[test]
fn words_are_found_wherever_they_stand_in_a_case() {
    let (_folder, scribe, _) = scribe();
    let rows: [(&str, &[u32]); 18] = [
        ("nowak", &[1]),
        ("NOWAK", &[1]),
        ("zoe", &[1]),
        ("Zoë", &[1]),
        ("now", &[1]),
        ("nowak zo", &[1]),
        // One word in the name, one in the note.
        ("invoices parcel", &[1]),
        ("ab-1234", &[1]),
        ("o'brien", &[2]),
        ("王小明", &[3]),
        ("王", &[3]),
        ("near", &[3]),
        ("example.org", &[1, 2, 3]),
        ("leeds", &[1, 2, 3]),
        ("nobody", &[]),
        ("owak", &[]),
        ("", &[1, 2, 3]),
        ("* \" -", &[]),
    ];
    for (text, expected) in rows {
        let expected: Vec<_> = expected.iter().map(|number| reference(*number).to_string()).collect();
        assert_eq!(search(&scribe.store, text), expected, "{text}");
    }
}

#[test]
fn a_reference_is_found_however_it_is_typed() {
    let (_folder, scribe, _) = scribe();
    let printed = reference(2).to_string();
    let letter = printed.chars().last().unwrap();
    for typed in
        [printed.clone(), format!(" sr 2026 2 {letter}"), printed.to_lowercase(), "2026-0002".to_owned()]
    {
        assert_eq!(search(&scribe.store, &typed), [printed.as_str()], "{typed}");
    }
}

/// The index would otherwise keep the key of a document after the document was erased.
#[test]
fn a_documents_name_is_found_and_its_key_is_not_in_the_index() {
    let (_folder, mut scribe, cases) = scribe();
    let kept = common::Event::DocumentKept {
        document: DocumentId::new(scribe.id()),
        media: Media::ALL[0],
        bytes: 3,
        purpose: None,
    };
    let particulars = vec![("name", "passport.pdf"), ("key", "SECRETKEY"), ("sha256", "ba7816bf")];
    scribe.record(cases[0], "2026-10-28", &[(kept.into(), particulars)]).unwrap();
    assert_eq!(search(&scribe.store, "passport").len(), 1);
    assert_eq!(search(&scribe.store, "secretkey"), Vec::<String>::new());
    assert_eq!(search(&scribe.store, "ba7816bf"), Vec::<String>::new());
}

#[test]
fn what_was_erased_is_no_longer_found() {
    let (_folder, mut scribe, cases) = scribe();
    let mut append = scribe.append_of(Some(cases[0]), "2026-11-02", &[note("Erased.")]);
    append.erase = vec![(7, "text".to_owned()), (2, "name".to_owned())];
    scribe.store.append(&append).unwrap();
    assert_eq!(search(&scribe.store, "parcel"), Vec::<String>::new());
    assert_eq!(search(&scribe.store, "nowak"), Vec::<String>::new());
    assert_eq!(search(&scribe.store, "invoices").len(), 1);
}

#[test]
fn signs_of_the_indexs_own_language_are_only_signs() {
    let (_folder, scribe, _) = scribe();
    let rows = [
        "\"",
        "\"\"",
        "'",
        "*",
        "nowak*",
        "^nowak",
        "words:nowak",
        "words : nowak",
        "{words} : nowak",
        "-words:x",
        "nowak AND",
        "NOT nowak",
        "NOT",
        "OR OR",
        "NEAR(nowak, 2)",
        "NEAR(",
        "(nowak",
        ")",
        "nowak + haddad",
        "+",
        "a\0b",
        "\0",
        "\u{feff}",
        "nowak\"; DROP TABLE event; --",
        "' OR 1=1 --",
        "%",
        "_",
        "\\",
        "\u{202e}nowak",
        "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "e\u{301}",
        "\u{301}",
        "½",
        "ﬁ",
        "\u{1f}",
        "a\u{85}b",
        "\"a\"\"b\"",
        "rank MATCH 'x'",
        "search",
        "- - -",
        "…",
        "\u{200b}",
        "İ",
        "ß",
    ];
    for text in rows {
        let _found = search(&scribe.store, text);
    }
    assert_eq!(search(&scribe.store, "words:nowak"), Vec::<String>::new());
    let long = "nowak ".repeat(10_000);
    assert_eq!(search(&scribe.store, &long).len(), 1);
    let _found = search(&scribe.store, &"n".repeat(1_000_000));
    assert!(scribe.store.check().unwrap().is_sound());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    /// Many texts for each casebook, because opening one costs more than searching it.
    #[test]
    fn no_text_makes_a_search_fail(texts in prop::collection::vec(any::<String>(), 300)) {
        let (_folder, scribe, _) = scribe();
        for text in &texts {
            let _found = search(&scribe.store, text);
        }
    }

    #[test]
    fn every_text_can_be_recorded_and_its_words_are_found(
        texts in prop::collection::vec(("\\PC{0,40}", "[a-z]{6,12}"), 20),
    ) {
        let (_folder, mut scribe, cases) = scribe();
        for (text, word) in &texts {
            scribe.record(cases[1], "2026-10-28", &[note(&format!("{text} {word}"))]).unwrap();
            prop_assert!(search(&scribe.store, word).contains(&reference(2).to_string()));
        }
        prop_assert!(scribe.store.check().unwrap().is_sound());
    }
}
