//! Lists of items as people's programs write them, and as nobody should.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use casebook_intake::item_index::{
    Index, ItemDecision, LARGEST_FILE, MOST_FAULTS, MOST_ROWS, Unreadable, read,
};
use casebook_law::Exemption;
use proptest::prelude::*;

fn rows(text: &str) -> Index {
    read(text.as_bytes()).expect("the list is readable")
}

fn faults(text: &str) -> Vec<(u64, String)> {
    rows(text).faults.into_iter().map(|fault| (fault.line, fault.sentence)).collect()
}

#[test]
fn every_column_is_read_as_what_it_means() {
    let index = rows(
        "ID,Description,Group,Pages,Date,Decision,Exemption,Reason\n\
         7,Mail to accounts,E-mail,\"1,200\",22/11/2026,Redacted,ex-other,Names another customer\n",
    );
    assert_eq!(index.faults, []);
    let [row] = index.rows.as_slice() else { panic!("one row") };
    assert_eq!(
        (row.line, row.id.reveal().as_str(), row.title.reveal().as_str()),
        (2, "7", "Mail to accounts")
    );
    assert_eq!((row.group.reveal().as_str(), row.pages), ("E-mail", Some(1200)));
    assert_eq!(row.dated_on, "2026-11-22".parse().ok());
    assert_eq!((row.decision, row.exemption), (Some(ItemDecision::Redacted), Some(Exemption::SomeoneElse)));
    assert_eq!(row.reason.reveal(), "Names another customer");
}

#[test]
fn headings_go_by_several_names_and_stand_in_any_order() {
    let index = rows("\u{feff}Page count;Doc ID;Subject;Unknown\n3;A-1;Invoice;x\n");
    assert_eq!(index.rows[0].pages, Some(3));
    assert_eq!(index.rows[0].id.reveal(), "A-1");
    assert_eq!(index.rows[0].title.reveal(), "Invoice");
}

#[test]
fn each_separator_is_found_by_what_it_makes_known() {
    for text in [
        "title,pages\nOne,1\n",
        "title;pages\nOne;1\n",
        "title\tpages\nOne\t1\n",
        "sep=;\r\ntitle;pages\r\nOne;1\r\n",
    ] {
        let index = rows(text);
        assert_eq!((index.rows.len(), index.rows[0].pages), (1, Some(1)), "{text}");
    }
}

#[test]
fn lines_are_those_of_the_file() {
    let text = "sep=,\nid,title\n1,\"two\nlines\"\n\n2,\n3,Third\n";
    let index = rows(text);
    assert_eq!(index.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [3, 7]);
    assert_eq!(index.rows[0].title.reveal(), "two lines");
    assert_eq!(faults(text), [(6, "It has no description.".to_owned())]);
}

#[test]
fn dates_are_read_as_the_british_write_them() {
    for text in [
        "2026-03-04",
        "04/03/2026",
        "4/3/2026",
        "4 March 2026",
        "4 Mar 2026",
        "2026-03-04T10:11:12",
        "04/03/2026 10:11",
    ] {
        assert_eq!(
            rows(&format!("title,date\nx,{text}\n")).rows[0].dated_on,
            "2026-03-04".parse().ok(),
            "{text}"
        );
    }
    for text in ["31/02/2026", "03/31/2026", "yesterday", "04/03/26"] {
        let found = faults(&format!("title,date\nx,{text}\n"));
        assert!(found[0].1.starts_with("The date"), "{text}: {found:?}");
    }
}

#[test]
fn what_is_wrong_is_said_of_its_line_and_the_rest_is_kept() {
    let text = "id,title,pages,decision,exemption\n\
        1,Good,2,released,\n\
        2,Bad pages,two,,\n\
        3,Bad decision,1,maybe,\n\
        4,Bad exemption,1,withheld,EX-AWKWARD\n\
        5,Not ours,1,withheld,EX-IMM\n\
        6,Held back,1,withheld,\n\
        7,Contradiction,1,released,EX-LPP\n\
        1,Twice,1,,\n\
        8,A comma, unquoted,1,withheld,EX-LPP\n\
        9,Good too,1,withheld,Information about someone else\n";
    let index = rows(text);
    assert_eq!(index.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 11]);
    assert_eq!(index.faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [3, 4, 5, 6, 7, 8, 9, 10]);
    let all: String = index.faults.iter().map(|fault| fault.sentence.as_str()).collect();
    for part in [
        "pages",
        "decision is none",
        "not on the list",
        "reserved for others",
        "held back",
        "Only one",
        "as line 2",
        "more cells",
    ] {
        assert!(all.contains(part), "{part}: {all}");
    }
    for typed in ["AWKWARD", "maybe", "unquoted"] {
        assert!(!all.contains(typed), "{typed} is quoted");
    }
}

#[test]
fn a_file_that_is_no_list_is_refused_with_what_to_do() {
    let many = format!("title\n{}", "x\n".repeat(MOST_ROWS + 1));
    for (bytes, why) in [
        (Vec::new(), Unreadable::Empty),
        (b" \r\n".to_vec(), Unreadable::Empty),
        (b"PK\x03\x04rest".to_vec(), Unreadable::Workbook),
        (b"\x89PNG\r\n\x1a\n".to_vec(), Unreadable::NoHeading),
        (b"1,2,3\n4,5,6\n".to_vec(), Unreadable::NoHeading),
        (b"id,pages\n1,2\n".to_vec(), Unreadable::NoHeading),
        (b"title\na\0b\n".to_vec(), Unreadable::NotText),
        (vec![b'a'; LARGEST_FILE + 1], Unreadable::TooLarge),
        (many.into_bytes(), Unreadable::TooManyRows),
    ] {
        assert_eq!(read(&bytes), Err(why), "{:?}", bytes.get(..20));
        assert!(why.sentence().ends_with('.'));
    }
}

#[test]
fn a_hundred_thousand_rows_are_read_and_faults_are_counted() {
    let good =
        format!("id,title\n{}", (0..MOST_ROWS).map(|n| format!("{n},Message {n}\n")).collect::<String>());
    assert_eq!(rows(&good).rows.len(), MOST_ROWS);
    let bad = format!("title,pages\n{}", "x,none\n".repeat(MOST_FAULTS + 7));
    let index = rows(&bad);
    assert_eq!((index.rows.len(), index.faults.len(), index.more_faults), (0, MOST_FAULTS, 7));
}

#[test]
fn an_open_quotation_mark_is_named() {
    let text = format!("id,title\n1,Good\n2,\"never closed\n{}", "3,More\n".repeat(4000));
    let index = rows(&text);
    assert_eq!(index.rows.len(), 1);
    assert!(index.faults[0].sentence.contains("quotation mark"));
}

proptest! {
    #[test]
    fn any_bytes_give_a_list_or_a_fault(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read(&bytes);
    }

    #[test]
    fn any_cells_under_a_sound_heading_are_read_or_named(cells in "[\\PC\n\r\t\",;]{0,400}") {
        let index = read(format!("id,title,group,pages,date,decision,exemption,reason\n{cells}").as_bytes()).unwrap();
        for row in &index.rows {
            prop_assert!(!row.title.is_blank());
            prop_assert!(row.line > 1);
        }
    }

    #[test]
    fn any_number_of_cells_in_any_separator(rows in proptest::collection::vec(proptest::collection::vec("[a-z0-9 ]{0,6}", 0..12), 0..20), separator in "[,;\t]") {
        let body: String = rows.iter().map(|row| row.join(&separator) + "\n").collect();
        let text = format!("title{separator}pages\n{body}");
        let _ = read(text.as_bytes());
    }
}
