//! Whatever is done to a history afterwards is found and named.

use crate::made::{CASES, Chain};
use casebook_history::particulars::Tally;
use casebook_history::verify::{Fault, Summary, Walk, Wrong, is_on_paper};
use casebook_history::{
    Envelope, Hash, Head, Particulars, ShortHead, Value, event_hash, verify_case, verify_casebook,
};
use proptest::prelude::*;

const LENGTH: u64 = 9;

/// What a reader does who kept the head: walk, then compare the end.
fn verify_against(events: &[Vec<u8>], head: &Head) -> Result<Summary, Fault> {
    let summary = verify_casebook(events, &Particulars::partial())?;
    summary.ends_at(head)?;
    Ok(summary)
}

fn altered(bytes: &[u8], change: impl FnOnce(&mut Envelope)) -> Vec<u8> {
    let mut event = Envelope::from_canonical_bytes(bytes).unwrap();
    change(&mut event);
    event.canonical_bytes().unwrap()
}

#[test]
fn an_untouched_history_verifies_with_all_its_heads() {
    let chain = Chain::of(LENGTH);
    let mut particulars = Particulars::complete();
    for opening in chain.openings.clone() {
        particulars.open(opening).unwrap();
    }
    let summary = verify_casebook(&chain.events, &particulars).unwrap();
    assert_eq!((summary.entries, summary.head, summary.clock_jumps), (LENGTH, chain.head(), 0));
    assert_eq!(summary.particulars, Tally { matching: 8, withheld: 0, erased: 0 });
    for case in CASES {
        let head = chain.case_head(case);
        assert_eq!(summary.case_heads[case], head);
        let of_case = verify_case(chain.case(case), &Particulars::partial()).unwrap();
        assert_eq!((of_case.head, of_case.entries), (head, 3));
    }
    assert_eq!(
        verify_casebook(Vec::<Vec<u8>>::new(), &particulars).unwrap_err().what,
        Wrong::ParticularUnknown
    );
    let empty = verify_casebook(Vec::<Vec<u8>>::new(), &Particulars::complete()).unwrap();
    assert_eq!((empty.entries, empty.head), (0, Head::EMPTY));
}

#[test]
fn every_changed_byte_is_found_at_its_entry_or_the_next() {
    let chain = Chain::of(4);
    for place in 0..chain.events.len() {
        for offset in 0..chain.events[place].len() {
            for flip in [0x01, 0x20, 0x80] {
                let mut events = chain.events.clone();
                events[place][offset] ^= flip;
                let fault = verify_against(&events, &chain.head()).unwrap_err();
                let number = u64::try_from(place).unwrap() + 1;
                assert!((number..=number + 1).contains(&fault.seq), "entry {number}, byte {offset}: {fault}");
            }
        }
    }
}

#[test]
fn every_changed_part_is_found_even_if_it_is_well_written() {
    type Change = fn(&mut Envelope);
    let changes: [(&str, Change); 17] = [
        ("app", |event| event.app.push('1')),
        ("at", |event| event.at = "2026-11-22T10:00:00.001Z".to_owned()),
        ("case", |event| event.case = "01890a5d-ac96-774b-bcce-b302099a8059".to_owned()),
        ("case_seq", |event| event.case_seq += 1),
        ("case_prev", |event| event.case_prev = Hash::of(b"x")),
        ("casebook", |event| event.casebook = "another".to_owned()),
        ("clock", |event| event.clock = "jumped".to_owned()),
        ("facts: added", |event| {
            event.facts.insert("new".to_owned(), Value::Whole(1));
        }),
        ("facts: changed", |event| {
            event.facts.insert("pages".to_owned(), Value::Whole(4));
        }),
        ("facts: removed", |event| {
            event.facts.remove("pages");
        }),
        ("kind", |event| event.kind = "request.refused".to_owned()),
        ("on", |event| event.on = "2026-11-19".to_owned()),
        ("prev", |event| event.prev = Hash::of(b"x")),
        ("ref", |event| event.refers_to = None),
        ("sealed", |event| {
            event.sealed.insert("note".to_owned(), Hash::of(b"x"));
        }),
        ("v", |event| event.v += 1),
        ("who", |event| event.who = "deputy".to_owned()),
    ];
    let chain = Chain::of(LENGTH);
    for (part, change) in changes {
        // From the fourth entry on every case has a predecessor; the last entry is found by the head.
        for place in 3..chain.events.len() {
            let mut events = chain.events.clone();
            events[place] = altered(&events[place], change);
            assert_ne!(events[place], chain.events[place], "{part}");
            let fault = verify_against(&events, &chain.head()).unwrap_err();
            let number = u64::try_from(place).unwrap() + 1;
            assert!((number..=number + 1).contains(&fault.seq), "{part} of entry {number}: {fault}");

            // The case alone, against its own head.
            let case = Envelope::from_canonical_bytes(&chain.events[place]).unwrap().case;
            let mut of_case = chain.case(&case);
            let in_case = of_case.iter().position(|bytes| *bytes == chain.events[place]).unwrap();
            of_case[in_case] = events[place].clone();
            let found = verify_case(&of_case, &Particulars::partial())
                .and_then(|summary| summary.ends_at(&chain.case_head(&case)));
            assert!(found.is_err(), "{part} of entry {number} in its case");
        }
    }
}

#[test]
fn the_fault_names_what_is_wrong() {
    let chain = Chain::of(LENGTH);
    let other = Chain::of(3).events;
    let [first, second] = [&chain.events[0], &chain.events[1]];
    let changed_second = altered(second, |event| event.on = "2026-11-19".to_owned());
    let foreign = altered(second, |event| event.casebook = "another".to_owned());
    let rows: [(Vec<&Vec<u8>>, u64, Wrong); 6] = [
        (vec![second], 1, Wrong::Number { expected: 1, found: 2 }),
        (vec![first, &chain.events[2]], 2, Wrong::Number { expected: 2, found: 3 }),
        (vec![first, first], 2, Wrong::Number { expected: 2, found: 1 }),
        (vec![first, &changed_second, &chain.events[2]], 3, Wrong::Previous),
        (vec![first, &foreign], 2, Wrong::OtherCasebook),
        (vec![&other[0], &other[1], &chain.events[3]], 3, Wrong::Number { expected: 3, found: 4 }),
    ];
    for (events, seq, what) in rows {
        assert_eq!(verify_casebook(events, &Particulars::partial()), Err(Fault { seq, what }));
    }
    let case = chain.case(CASES[1]);
    let mixed = [case[0].clone(), chain.case(CASES[2])[1].clone()];
    let gap = [case[0].clone(), case[2].clone()];
    let changed = [altered(&case[0], |event| event.v = 2), case[1].clone()];
    let rows = [
        (&mixed, 2, Wrong::OtherCase),
        (&gap, 2, Wrong::CaseNumber { expected: 2, found: 3 }),
        (&changed, 2, Wrong::CasePrevious),
    ];
    for (events, seq, what) in rows {
        assert_eq!(verify_case(events, &Particulars::partial()), Err(Fault { seq, what }));
    }
}

/// In one case's entries most hashes of the casebook's chain cannot be checked, but not everything fits.
#[test]
fn entries_of_a_case_must_fit_the_casebook_they_came_from() {
    let second_with = |change: fn(&mut Envelope)| {
        let mut chain = Chain::default();
        chain.append(CASES[1], false, |event| (event.seq, event.prev) = (5, Hash::of(b"4")));
        chain.append(CASES[1], false, change);
        verify_case(&chain.events, &Particulars::partial()).map(|summary| summary.entries)
    };
    let fault = |what| Err(Fault { seq: 2, what });
    assert_eq!(second_with(|_| {}), Ok(2));
    assert_eq!(second_with(|event| (event.seq, event.prev) = (9, Hash::of(b"8"))), Ok(2));
    assert_eq!(
        second_with(|event| (event.seq, event.refers_to) = (5, None)),
        fault(Wrong::Number { expected: 6, found: 5 })
    );
    assert_eq!(
        second_with(|event| (event.seq, event.refers_to) = (3, None)),
        fault(Wrong::Number { expected: 6, found: 3 })
    );
    assert_eq!(second_with(|event| event.prev = Hash::of(b"8")), fault(Wrong::Previous));
}

/// Somebody with the passphrase can write a new history that fits together. Paper does not fit it any more.
#[test]
fn a_history_rewritten_with_care_contradicts_every_later_head() {
    let case = CASES[1];
    let rewrite = |day: &str| {
        let mut chain = Chain::default();
        for number in 1..=5 {
            chain.append(case, false, |event| {
                if number == 3 {
                    event.on = day.to_owned();
                }
            });
        }
        chain
    };
    let (told, rewritten) = (rewrite("2026-11-20"), rewrite("2026-11-18"));
    let summary = verify_case(&rewritten.events, &Particulars::partial()).unwrap();
    assert_eq!(summary.ends_at(&told.head()), Err(Fault { seq: 5, what: Wrong::Head }));
    for (place, bytes) in told.events.iter().enumerate() {
        let head = Head { seq: u64::try_from(place).unwrap() + 1, hash: event_hash(bytes) };
        let paper = ShortHead::parse(&head.words()).unwrap();
        assert!(is_on_paper(&told.events, &paper));
        assert_eq!(is_on_paper(&rewritten.events, &paper), head.seq < 3, "{paper}");
    }
}

#[test]
fn entries_cut_off_the_end_are_found_by_the_head_alone() {
    let chain = Chain::of(LENGTH);
    for kept in 0..chain.events.len() {
        assert!(verify_casebook(&chain.events[..kept], &Particulars::partial()).is_ok());
        assert_eq!(verify_against(&chain.events[..kept], &chain.head()).unwrap_err().what, Wrong::Head);
    }
}

#[test]
fn a_jump_of_the_clock_is_counted_and_is_no_fault() {
    let mut chain = Chain::of(2);
    chain.append(CASES[0], false, |event| event.clock = "jumped".to_owned());
    assert_eq!(verify_casebook(&chain.events, &Particulars::partial()).unwrap().clock_jumps, 1);
}

#[test]
fn each_particular_matches_or_is_accounted_for() {
    // Entries 2 and 4 seal `name` and `note`.
    let chain = Chain::of(5);
    let listed = |skip: (u64, &str)| {
        let mut particulars = Particulars::complete();
        for opening in chain.openings.iter().filter(|opening| (opening.seq, opening.name.as_str()) != skip) {
            particulars.open(opening.clone()).unwrap();
        }
        particulars
    };
    let check = |particulars: &Particulars| verify_casebook(&chain.events, particulars);
    let name = || "name".to_owned();

    assert_eq!(check(&listed((0, ""))).unwrap().particulars, Tally { matching: 4, withheld: 0, erased: 0 });
    let missing = Fault { seq: 2, what: Wrong::ParticularMissing { name: name() } };
    assert_eq!(check(&listed((2, "name"))), Err(missing));

    let mut withheld = listed((2, "name"));
    withheld.withhold(2, name()).unwrap();
    assert_eq!(check(&withheld).unwrap().particulars, Tally { matching: 3, withheld: 1, erased: 0 });

    for (by, is_later_entry) in [(1, false), (2, false), (3, true), (5, true), (6, false)] {
        let mut erased = listed((2, "name"));
        erased.erased(2, name(), by).unwrap();
        let expected = if is_later_entry {
            Ok(Tally { matching: 3, withheld: 0, erased: 1 })
        } else {
            Err(Fault { seq: 2, what: Wrong::ErasureUnknown { name: name() } })
        };
        assert_eq!(check(&erased).map(|summary| summary.particulars), expected, "erased by {by}");
    }

    let mut twice = listed((0, ""));
    assert_eq!(twice.erased(2, name(), 3), Err(Fault { seq: 2, what: Wrong::ParticularTwice }));

    for (seq, other_name) in [(2, "address"), (3, "name"), (6, "name")] {
        let mut surplus = listed((0, ""));
        surplus.withhold(seq, other_name.to_owned()).unwrap();
        assert_eq!(check(&surplus), Err(Fault { seq, what: Wrong::ParticularUnknown }), "{seq} {other_name}");
    }
}

#[test]
fn a_changed_value_or_salt_is_a_mismatch() {
    let chain = Chain::of(3);
    for (place, opening) in chain.openings.iter().enumerate() {
        for offset in 0..opening.value.len() + 32 {
            let mut particulars = Particulars::complete();
            for (other, opening) in chain.openings.iter().enumerate() {
                let mut opening = opening.clone();
                if other == place {
                    if let Some(byte) = opening.value.get_mut(offset) {
                        *byte ^= 1;
                    } else {
                        let mut salt = *opening.salt.as_bytes();
                        salt[offset - opening.value.len()] ^= 1;
                        opening.salt = casebook_history::Salt::from_bytes(salt);
                    }
                }
                particulars.open(opening).unwrap();
            }
            let what = Wrong::ParticularMismatch { name: opening.name.clone() };
            assert_eq!(verify_casebook(&chain.events, &particulars), Err(Fault { seq: 2, what }));
        }
    }
}

#[test]
fn a_walk_gives_back_each_entry_it_has_checked() {
    let chain = Chain::of(3);
    let particulars = Particulars::partial();
    let mut walk = Walk::of_casebook();
    for (number, bytes) in (1..).zip(&chain.events) {
        assert_eq!(walk.step(bytes, &particulars).unwrap().seq, number);
    }
    assert_eq!(walk.finish(&particulars).unwrap().head, chain.head());
}

proptest! {
    #[test]
    fn any_dropped_moved_or_repeated_entry_is_found(
        from in 0..usize::try_from(LENGTH).unwrap(),
        to in 0..usize::try_from(LENGTH).unwrap(),
        act in 0..3,
    ) {
        let chain = Chain::of(LENGTH);
        let mut events = chain.events.clone();
        match act {
            0 => drop(events.remove(from)),
            1 => events.insert(to, chain.events[from].clone()),
            _ => {
                let moved = events.remove(from);
                events.insert(to, moved);
            }
        }
        prop_assume!(events != chain.events);
        prop_assert!(verify_against(&events, &chain.head()).is_err());
    }

    #[test]
    fn an_entry_made_up_and_put_in_anywhere_is_found(place in 0..=usize::try_from(LENGTH).unwrap(), seq in 1..=LENGTH + 1) {
        let chain = Chain::of(LENGTH);
        let model = &chain.events[usize::try_from(seq).unwrap().min(chain.events.len()) - 1];
        let mut events = chain.events.clone();
        events.insert(place, altered(model, |event| event.on = "2026-11-01".to_owned()));
        prop_assert!(verify_against(&events, &chain.head()).is_err());
    }
}
