//! The published list of bank holidays: read as a whole, or refused with a sentence.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use casebook_intake::bank_holidays::{LARGEST_FILE, NoList, read};
use casebook_law::{Calendar, Holiday, Nation, Place};
use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;
use serde_json::{Value, json};

fn published() -> Vec<u8> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/holidays/bank-holidays.json");
    std::fs::read(path).unwrap()
}

/// The published list with something changed in it.
fn changed(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut list: Value = serde_json::from_slice(&published()).unwrap();
    change(&mut list);
    serde_json::to_vec(&list).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_published_list_is_what_the_product_ships() {
    let listed = read(&published()).unwrap();
    for nation in Nation::ALL {
        let shipped = Calendar::shipped(Place::Uk(nation));
        let until = shipped.listed_until().unwrap();
        let years = 2019..=until.year();
        // The list writes "Bank Holiday" here and "Bank holiday" there.
        let said = |holiday: &Holiday| (holiday.on, holiday.title.to_lowercase());
        let shipped = shipped.holidays().iter().filter(|holiday| years.contains(&holiday.on.year()));
        let listed: Vec<_> = listed[&nation].iter().map(said).collect();
        assert_eq!(listed, shipped.map(said).collect::<Vec<_>>(), "{}", nation.name());
    }
    assert!(
        read(&[b"\xef\xbb\xbf".to_vec(), published()].concat()).is_ok(),
        "a byte order mark does no harm"
    );
}

#[test]
fn what_is_no_such_list_is_refused_with_the_reason() {
    let (england, scotland) = (Nation::EnglandAndWales, Nation::Scotland);
    let events = |list: &mut Value, at: &str| list["scotland"]["events"][0][at].take();
    for (bytes, why) in [
        (vec![b' '; LARGEST_FILE + 1], NoList::TooLarge),
        (Vec::new(), NoList::NotAList),
        (b"id,title\n1,Christmas\n".to_vec(), NoList::NotAList),
        (b"[]".to_vec(), NoList::NotAList),
        (b"{\"divisions\": {}}".to_vec(), NoList::NotAList),
        ([b"[".repeat(5_000), b"]".repeat(5_000)].concat(), NoList::NotAList),
        (changed(|list| drop(list["scotland"].take())), NoList::NationMissing(scotland)),
        (changed(|list| list["scotland"]["events"] = json!([])), NoList::NationMissing(scotland)),
        (changed(|list| drop(events(list, "date"))), NoList::NotADay(scotland, 1)),
        (changed(|list| drop(events(list, "title"))), NoList::NotADay(scotland, 1)),
        (
            changed(|list| list["scotland"]["events"][1]["title"] = json!(" \u{0} ")),
            NoList::NotADay(scotland, 2),
        ),
        (
            changed(|list| list["scotland"]["events"][1]["date"] = json!("2019-02-30")),
            NoList::NotADay(scotland, 2),
        ),
        (
            changed(|list| list["scotland"]["events"][1]["date"] = json!("01/02/2019")),
            NoList::NotADay(scotland, 2),
        ),
        (
            changed(|list| list["england-and-wales"]["events"][1]["date"] = json!("2019-01-01")),
            NoList::Twice(england, day("2019-01-01")),
        ),
        (
            changed(|list| list["england-and-wales"]["events"][0]["date"] = json!("1999-12-31")),
            NoList::Beyond(england, day("1999-12-31")),
        ),
        (
            changed(|list| {
                let of_2023 = |event: &Value| event["date"].as_str().unwrap().starts_with("2023");
                list["scotland"]["events"].as_array_mut().unwrap().retain(|event| !of_2023(event));
            }),
            NoList::Gap(scotland, 2023),
        ),
    ] {
        assert_eq!(read(&bytes), Err(why));
        assert!(why.to_string().ends_with('.'), "{why}");
    }
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(read(&bytes).is_err());
    }

    #[test]
    fn a_byte_changed_in_the_list_is_read_or_refused(at in 0_usize..31_000, byte in any::<u8>()) {
        let mut bytes = published();
        if let Some(place) = bytes.get_mut(at) {
            *place = byte;
        }
        if let Ok(listed) = read(&bytes) {
            prop_assert_eq!(listed.len(), 3);
        }
    }
}
