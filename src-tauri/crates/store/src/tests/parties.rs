//! The same person in several cases.

use casebook_cases::codes::Role;
use casebook_cases::{CaseId, PartyId, PersonId, common};

use super::scribe::{Scribe, received};
use crate::Described;

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
        [(one.clone(), true, true, true), (three.clone(), false, false, true), (two, true, false, false)]
    );
    assert_eq!(find(&scribe, described("", "", "")), []);
    assert_eq!(find(&scribe, described("Somebody else", "other@example.org", "EC1A 1BB")), []);
    assert_eq!(scribe.store.cases_of_person(zofia).unwrap(), [first, second]);

    // A changed name counts from then on; an erased one is no longer looked at.
    let changed = common::Event::PartyChanged { party };
    let now = vec![("name", "Zofia Kowalska"), ("email", "zofia@example.org")];
    let appended = scribe.record(first, "2026-10-28", &[(changed.into(), now)]).unwrap();
    assert_eq!(find(&scribe, described("Zofia Kowalska", "", "")), [(one.clone(), true, false, false)]);
    assert_eq!(find(&scribe, described("", "", "LS1 4AP")), [(three, false, false, true)]);
    let mut append = scribe.append_of(Some(first), "2026-10-29", &[super::scribe::note("Erased.")]);
    append.erase = vec![(appended.last_seq, "name".to_owned())];
    scribe.store.append(&append).unwrap();
    assert_eq!(find(&scribe, described("Zofia Kowalska", "", "")), []);
    assert_eq!(find(&scribe, described("", "zofia@example.org", "")), [(one, false, true, false)]);
    assert_eq!(scribe.store.cases_of_person(zofia).unwrap().len(), 2);
}
