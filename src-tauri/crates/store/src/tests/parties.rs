//! The same person in several cases.

use casebook_cases::codes::Role;
use casebook_cases::{CaseId, PartyId, PersonId, common};

use super::scribe::{Scribe, received};
use crate::{Described, NameFit};

fn with_party(scribe: &mut Scribe, person: PersonId, particulars: Vec<(&str, &str)>) -> (CaseId, PartyId) {
    let (case, party) = (CaseId::new(scribe.id()), PartyId::new(scribe.id()));
    let number = scribe.store.next_number(casebook_cases::CaseKind::SubjectRequest, 2026).unwrap();
    let added = common::Event::PartyAdded { party, person, role: Role::Subject };
    scribe.record(case, "2026-10-27", &[received(number, "text"), (added.into(), particulars)]).unwrap();
    (case, party)
}

fn described(name: &str, email: &str, address: &str) -> Described {
    let [name, email, address] = [name, email, address].map(|text| text.to_owned().into());
    Described { name, email, address }
}

#[test]
fn whoever_looks_alike_is_found_with_what_is_alike() {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create(folder.path());
    let zofia = PersonId::new(scribe.id());
    let omar = PersonId::new(scribe.id());
    let full =
        vec![("name", "Zofia Nowak"), ("email", "Zofia@Example.org"), ("address", "1 Low Road\nLS1 4AP")];
    let (first, party) = with_party(&mut scribe, zofia, full);
    let (second, _) = with_party(&mut scribe, zofia, vec![("name", "ZOFIA NOWAK")]);
    with_party(&mut scribe, omar, vec![("name", "Omar Haddad"), ("address", "2 Low Road, ls14ap")]);
    with_party(&mut scribe, omar, vec![]);

    let find = |scribe: &Scribe, described: Described| {
        let found = scribe.store.looks_alike(&described).unwrap();
        found
            .into_iter()
            .map(|each| (each.reference, each.by_name, each.by_email, each.by_postcode))
            .collect::<Vec<_>>()
    };
    let [one, two, three] = [1, 2, 3].map(|number| super::scribe::reference(number).to_string());
    assert_eq!(
        find(&scribe, described("zofia  nowak", "zofia@example.org ", "LS1 4AP")),
        [
            (one.clone(), NameFit::Same, true, true),
            (two, NameFit::Same, false, false),
            (three.clone(), NameFit::No, false, true)
        ]
    );
    assert_eq!(find(&scribe, described("", "", "")), []);
    assert_eq!(find(&scribe, described("Somebody else", "other@example.org", "EC1A 1BB")), []);
    assert_eq!(scribe.store.cases_of_person(zofia).unwrap(), [first, second]);

    // A changed name counts from then on; an erased one is no longer looked at.
    let changed = common::Event::PartyChanged { party };
    let now = vec![("name", "Zofia Kowalska"), ("email", "zofia@example.org")];
    let appended = scribe.record(first, "2026-10-28", &[(changed.into(), now)]).unwrap();
    assert_eq!(
        find(&scribe, described("Zofia Kowalska", "", "")),
        [(one.clone(), NameFit::Same, false, false)]
    );
    assert_eq!(find(&scribe, described("", "", "LS1 4AP")), [(three, NameFit::No, false, true)]);
    let mut append = scribe.append_of(Some(first), "2026-10-29", &[super::scribe::note("Erased.")]);
    append.erase = vec![(appended.last_seq, "name".to_owned())];
    scribe.store.append(&append).unwrap();
    assert_eq!(find(&scribe, described("Zofia Kowalska", "", "")), []);
    assert_eq!(find(&scribe, described("", "zofia@example.org", "")), [(one, NameFit::No, true, false)]);
    assert_eq!(scribe.store.cases_of_person(zofia).unwrap().len(), 2);
}

/// What a person would take for one person is found; what merely begins alike is not.
#[test]
fn a_name_is_found_in_another_form() {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create(folder.path());
    let names = ["Zofia Maria Żółkiewska", "Zofia Anna Żółkiewska", "Omar Żółkiewski", "Z. Żółkiewska"];
    for name in names {
        let person = PersonId::new(scribe.id());
        with_party(&mut scribe, person, vec![("name", name), ("email", "family@example.org")]);
    }
    let find = |name: &str, email: &str| {
        let found = scribe.store.looks_alike(&described(name, email, "")).unwrap();
        let number = |reference: &str| (1..).find(|n| super::scribe::reference(*n).to_string() == reference);
        found.iter().map(|each| (number(&each.reference).unwrap(), each.by_name)).collect::<Vec<_>>()
    };
    assert_eq!(find("Mrs Zolkiewska, Zofia Maria", ""), [(1, NameFit::Same)]);
    assert_eq!(find("zofia zolkiewska", ""), [(2, NameFit::Similar), (1, NameFit::Similar)]);
    assert_eq!(find("Zofia Elżbieta Żółkiewska", ""), []);
    // An initial alone would bring up strangers; with the same e-mail address it is told.
    assert_eq!(
        find("Zofia Maria Żółkiewska", "Family@example.org"),
        [(1, NameFit::Same), (4, NameFit::Similar), (3, NameFit::No), (2, NameFit::No)]
    );
}

#[test]
fn a_tower_block_is_no_household() {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::create(folder.path());
    let live_at = |scribe: &mut Scribe, name: &str| {
        let person = PersonId::new(scribe.id());
        with_party(scribe, person, vec![("name", name), ("address", "Flat 3\nLS1 4AP")]);
    };
    let find =
        |scribe: &Scribe| scribe.store.looks_alike(&described("Zofia Nowak", "", "LS1 4AP")).unwrap().len();
    for name in ["Zofia Nowak", "Omar Haddad", "Maya Osei", "Priya Raman", "Wei Chen"] {
        live_at(&mut scribe, name);
    }
    assert_eq!(find(&scribe), 5);
    live_at(&mut scribe, "Duncan MacInnes");
    assert_eq!(find(&scribe), 1, "only she who has the name too");
}
