//! Sheets: reports with tables over many pages, and what can be wrong with a table.
#![expect(clippy::unwrap_used, reason = "test code may stop at the first surprise")]

use std::path::Path;
use std::process::Command;

use casebook_letters::layout::{ElementKind, Item, Zone};
use casebook_letters::{Rendered, Sheet, SheetBlock, SheetSection, render_sheet};

fn sheet(blocks: Vec<SheetBlock>) -> Sheet {
    Sheet {
        title: "History of a case".to_owned(),
        subtitle: "Every event of the case in the order in which it was recorded.".to_owned(),
        reference: "SR-2026-0042-E".to_owned(),
        made_on: "2026-11-22".parse().unwrap(),
        sections: vec![SheetSection { heading: "Events".to_owned(), blocks }],
        footer: "Head of the case: 17 · 9f3c1a2b77d0".to_owned(),
    }
}

fn table(headers: &[&str], rows: Vec<Vec<String>>) -> SheetBlock {
    SheetBlock::Table { headers: headers.iter().map(|header| (*header).to_owned()).collect(), rows }
}

fn history(rows: usize) -> SheetBlock {
    let what = [
        ("request.received", "Ms Zofia Żółkiewska-Brown asked by post for a copy of her personal data."),
        ("letter.finalised", "Letter SR-2026-0042-E/1 (L01) made final."),
        (
            "search.recorded",
            "Shared mailbox searched by Jane Okafor for “zolkiewska” and two telephone numbers: 14 messages found.",
        ),
        ("note.added", "Called at 10:15; she prefers the copy on paper."),
    ];
    let row = |number: usize| {
        let (kind, words) = what.get(number % what.len()).unwrap();
        let day = format!("{} November 2026", number % 28 + 1);
        vec![(number + 1).to_string(), day, (*kind).to_owned(), (*words).to_owned(), "jane".to_owned()]
    };
    table(&["No.", "On", "What", "Details", "Who"], (0..rows).map(row).collect())
}

fn drawn(blocks: Vec<SheetBlock>) -> Rendered {
    render_sheet(&sheet(blocks)).unwrap()
}

fn body(page: &casebook_letters::layout::Page) -> Vec<&Item> {
    page.items.iter().filter(|item| item.zone == Zone::Body).collect()
}

#[test]
fn a_long_table_repeats_its_headers_and_loses_no_row() {
    let rendered = drawn(vec![history(480)]);
    assert!(rendered.pages >= 12, "{} pages", rendered.pages);
    for page in &rendered.layout.pages {
        let texts: Vec<&str> = body(page).into_iter().filter_map(Item::text).collect();
        assert_eq!(texts.iter().filter(|text| **text == "Details").count(), 1);
    }
    let text = rendered.layout.reading_text();
    for number in 1..=480 {
        assert!(text.contains(&format!("\n{number}\n")), "row {number}");
    }
    let headers = rendered.layout.elements.iter().filter(|element| element.kind == ElementKind::HeaderCell);
    assert_eq!(headers.count(), 5);
    assert!(rendered.gates.is_empty());
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("history.pdf");
    std::fs::write(&path, &rendered.pdf).unwrap();
    let check = Command::new("qpdf").arg("--check").arg(&path).output().unwrap();
    assert!(check.status.success());
}

#[test]
fn whatever_a_table_is_like_it_stays_on_the_page() {
    let long = "word ".repeat(2500);
    let tables = [
        table(&["One column"], vec![vec!["a".to_owned()], vec![long.clone()]]),
        table(
            &["a", "b", "c", "d", "e", "f", "g", "h", "i"],
            vec![vec!["unbreakable_identifier_0123456789".to_owned(); 9]; 30],
        ),
        table(&["", ""], vec![vec![String::new(), " ".to_owned()]; 3]),
        table(&["pipe | and \\", "<b>"], vec![vec!["a | b \\ c".to_owned(), "**not bold**".to_owned()]]),
        table(&["a", "b"], vec![vec![long.clone(), "short".to_owned()], vec!["x".to_owned(), long]]),
        table(&["a", "b"], Vec::new()),
    ];
    for block in tables {
        let rendered = drawn(vec![block.clone(), SheetBlock::Paragraph("After the table.".to_owned())]);
        for page in &rendered.layout.pages {
            let foot = page.items.iter().find(|item| item.zone == Zone::Footer).unwrap().ink().y;
            for item in body(page) {
                let ink = item.ink();
                assert!(ink.bottom() < foot, "{:?}", item.text());
                assert!(ink.x >= 0 && ink.right() <= 595_275, "{:?}", item.text());
            }
            let inks: Vec<_> =
                body(page).into_iter().filter(|item| item.text().is_some()).map(Item::ink).collect();
            for (number, ink) in inks.iter().enumerate() {
                assert!(inks.iter().skip(number + 1).all(|other| !other.meets(ink)), "{ink:?}");
            }
        }
        assert!(rendered.layout.reading_text().contains("After the table."));
    }
}

#[test]
fn a_cell_held_together_by_no_break_spaces_is_not_torn_apart() {
    let rows =
        vec![vec!["22\u{a0}November\u{a0}2026\u{a0}at\u{a0}10:15".to_owned(), "a long text ".repeat(30)]; 3];
    let text = drawn(vec![table(&["When", "What"], rows)]).layout.reading_text();
    assert_eq!(text.matches("\n22\u{a0}November\u{a0}2026\u{a0}at\u{a0}10:15\n").count(), 3, "{text}");
}

#[test]
fn nothing_in_a_sheet_is_markup() {
    let rendered = drawn(vec![
        SheetBlock::Paragraph("# not a heading\n{{ nor.a.field }} & <b>".to_owned()),
        SheetBlock::Numbered(vec!["**one**".to_owned(), "- two".to_owned()]),
    ]);
    let text = rendered.layout.reading_text();
    for words in ["# not a heading\n{{ nor.a.field }} & <b>", "1.\n**one**", "2.\n- two"] {
        assert!(text.contains(words), "{text}");
    }
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    assert_eq!(drawn(vec![history(9)]).pdf, drawn(vec![history(9)]).pdf);
}
