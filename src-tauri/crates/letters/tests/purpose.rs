//! The sheets with a purpose of their own: what they have to say, on how many pages, and that they can be looked at.
#![expect(clippy::unwrap_used, reason = "test code may stop at the first surprise")]

use std::path::Path;
use std::process::Command;

use casebook_letters::envelope_profiles::Fold;
use casebook_letters::layout::{Drawn, Zone, mm10};
use casebook_letters::{
    Commissioning, EnvelopeProfile, RecoverySheet, RectMm, RenderError, Rendered, WhyStep, WhyThisDate,
    commissioning_text, envelope_overlay, render_commissioning, render_recovery_sheet, render_test_sheet,
    render_why_this_date,
};
use casebook_personal::Personal;
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn personal(text: &str) -> Personal<String> {
    Personal::new(text.to_owned())
}

/// Checks the file, writes its picture for people to look at, and gives its text on one line.
fn looked_at(name: &str, rendered: &Rendered) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../pictures/letters");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{name}.pdf"));
    std::fs::write(&path, &rendered.pdf).unwrap();
    assert!(Command::new("qpdf").arg("--check").arg(&path).output().unwrap().status.success());
    let picture =
        Command::new("pdftoppm").args(["-r", "70", "-png"]).arg(&path).arg(folder.join(name)).status();
    assert!(picture.unwrap().success());
    for page in &rendered.layout.pages {
        let foot = page.items.iter().find(|item| item.zone == Zone::Footer).map(|item| item.ink().y);
        for item in page.items.iter().filter(|item| item.zone == Zone::Body) {
            assert!(item.ink().x >= 0 && item.ink().right() <= 595_275, "{:?}", item.text());
            assert!(foot.is_none_or(|foot| item.ink().bottom() <= foot), "{:?}", item.text());
        }
        let words: Vec<_> =
            page.items.iter().filter(|item| item.text().is_some()).map(|item| item.ink()).collect();
        for (number, ink) in words.iter().enumerate() {
            assert!(words.iter().skip(number + 1).all(|other| !other.meets(ink)), "{ink:?}");
        }
    }
    rendered.layout.reading_text().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn why() -> WhyThisDate {
    let step = |rule: &str, sentence: &str, before: Option<&str>, after: Option<&str>| WhyStep {
        rule: rule.to_owned(),
        sentence: sentence.to_owned(),
        before: before.map(day),
        after: after.map(day),
    };
    WhyThisDate {
        reference: "SR-2026-0042-E".to_owned(),
        right: "A copy of the personal data (Article 15)".to_owned(),
        state: "Running".to_owned(),
        received_on: day("2026-11-25"),
        steps: vec![
            step(
                "TIME-6",
                "The request was received on Wednesday 25 November 2026.",
                None,
                Some("2026-11-25"),
            ),
            step("TIME-5", "The clock started on the day of receipt.", None, Some("2026-11-25")),
            step(
                "TIME-2",
                "One month from 25 November 2026 ends on 25 December 2026, the day with the same number.",
                Some("2026-11-25"),
                Some("2026-12-25"),
            ),
            step(
                "TIME-3",
                "25 December 2026 is Christmas Day, 26 December 2026 is a Saturday, 27 December 2026 is a Sunday and 28 December 2026 is Boxing Day (substitute day), so the last day moves to Tuesday 29 December 2026.",
                Some("2026-12-25"),
                Some("2026-12-29"),
            ),
        ],
        holidays: vec![
            (day("2026-12-25"), "Christmas Day".to_owned()),
            (day("2026-12-28"), "Boxing Day (substitute day)".to_owned()),
        ],
        last_day: Some(day("2026-12-29")),
        post_by: Some(day("2026-12-23")),
        rule_set: "UK-2026-06-19".to_owned(),
        made_on: day("2026-11-26"),
    }
}

#[test]
fn why_this_date_is_one_page_with_steps_holidays_and_sources() {
    let rendered = render_why_this_date(&why()).unwrap();
    assert_eq!(rendered.pages, 1);
    let text = looked_at("why-this-date", &rendered);
    for words in [
        "The last day for the answer is Tuesday 29 December 2026.",
        "Case: SR-2026-0042-E",
        "Post it by: Wednesday 23 December 2026",
        "Fri 25 Dec 2026 Tue 29 Dec 2026",
        "Monday 28 December 2026: Boxing Day (substitute day)",
        "TIME-3:",
        "State of the law: UK-2026-06-19.",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let paused = WhyThisDate { last_day: None, post_by: None, holidays: Vec::new(), ..why() };
    let text = looked_at("why-no-date", &render_why_this_date(&paused).unwrap());
    assert!(text.contains("There is no last day at present.") && !text.contains("Bank holidays"), "{text}");
}

fn commissioning() -> Commissioning {
    Commissioning {
        reference: "SR-2026-0042-E".to_owned(),
        system: "Shared mailbox support@expertcrm.co.uk".to_owned(),
        to: "Support team".to_owned(),
        look_for: personal("E-mails to, from or about one person, and notes of telephone calls."),
        terms: vec![
            personal("zofia.brown@example.org"),
            personal("Żółkiewska"),
            personal(" "),
            personal("Zolkiewska"),
        ],
        from: Some(day("2023-01-01")),
        until: Some(day("2026-10-26")),
        by: day("2026-11-09"),
        asked_by: "Jane Okafor, Data Protection Officer".to_owned(),
        report_to: "dpo@expertcrm.co.uk".to_owned(),
        made_on: day("2026-10-28"),
    }
}

#[test]
fn a_commissioning_sheet_and_its_text_say_the_same() {
    let rendered = render_commissioning(&commissioning()).unwrap();
    assert_eq!(rendered.pages, 1);
    let sheet = looked_at("commissioning", &rendered);
    let text = commissioning_text(&commissioning());
    for words in [
        "SR-2026-0042-E",
        "Shared mailbox support@expertcrm.co.uk",
        "notes of telephone calls",
        "zofia.brown@example.org; Żółkiewska; Zolkiewska",
        "from 1 January 2023 to 26 October 2026, both included",
        "Monday 9 November 2026",
        "dpo@expertcrm.co.uk",
        "is a crime",
        "Nothing found",
        "Pages or items",
        "Name",
    ] {
        assert!(sheet.contains(words), "{words}\n{sheet}");
        assert!(text.contains(words), "{words}\n{text}");
    }
    let open = Commissioning { from: None, until: None, terms: Vec::new(), ..commissioning() };
    assert!(commissioning_text(&open).contains("Period: everything, from whenever it is\n"));
    assert!(!commissioning_text(&open).contains("Search terms"));
}

#[test]
fn a_recovery_sheet_is_one_page_with_every_group() {
    let groups: Vec<String> =
        ["7KQ4", "M0XD", "WWWW", "I1L1", "9TBR", "C3VN", "H5GZ", "2YEP", "QX"].map(str::to_owned).to_vec();
    let rendered = render_recovery_sheet(&RecoverySheet {
        casebook: "0193-7a5c-11ee",
        groups: &groups,
        made_on: day("2026-11-22"),
    })
    .unwrap();
    assert_eq!(rendered.pages, 1);
    let text = looked_at("recovery", &rendered);
    for (number, group) in (1..).zip(&groups) {
        assert!(text.contains(&format!("{number}. {group}")), "{group}\n{text}");
    }
    assert!(text.contains("Casebook: 0193-7a5c-11ee") && text.contains("Sunday 22 November 2026"));
    // Groups of the same length are of the same width, whatever is in them.
    let widths: Vec<i32> = rendered
        .layout
        .pages
        .iter()
        .flat_map(|page| &page.items)
        .filter(|item| item.text().is_some_and(|text| groups.iter().take(8).any(|group| group == text)))
        .filter_map(|item| match &item.drawn {
            Drawn::Text(text) => Some(text.line.width(text.size)),
            Drawn::Rule { .. } | Drawn::Picture { .. } => None,
        })
        .collect();
    assert_eq!(widths.len(), 8);
    assert!(widths.windows(2).all(|pair| pair.first() == pair.last()), "{widths:?}");
}

#[test]
fn the_overlay_is_in_millimetres_to_the_tenth() {
    let overlay = envelope_overlay(&EnvelopeProfile::UK_DL).unwrap();
    assert_eq!(overlay.always_visible, RectMm { x: 20.0, y: 57.0, width: 80.0, height: 30.0 });
    assert_eq!(overlay.ever_visible, RectMm { x: 10.0, y: 52.0, width: 100.0, height: 40.0 });
    assert_eq!(overlay.address_box, RectMm { x: 22.0, y: 59.0, width: 76.0, height: 26.0 });
    assert_eq!(overlay.folds, [105.0, 210.0]);
    let impossible = EnvelopeProfile { height: 500, ..EnvelopeProfile::UK_DL };
    assert_eq!(envelope_overlay(&impossible), None);
    assert_eq!(render_test_sheet(&impossible, day("2026-11-22")), Err(RenderError::Envelope));
}

#[test]
fn the_test_sheet_draws_both_rectangles_where_they_are() {
    let c4 = EnvelopeProfile {
        width: 2290,
        height: 3240,
        window_left: 200,
        window_bottom: 600,
        window_width: 900,
        window_height: 500,
        fold: Fold::None,
    };
    let c5 = EnvelopeProfile {
        width: 2290,
        height: 1620,
        window_left: 200,
        window_bottom: 600,
        window_width: 900,
        window_height: 450,
        fold: Fold::Half,
    };
    for (name, envelope) in [("dl", EnvelopeProfile::UK_DL), ("c5", c5), ("c4", c4)] {
        let rendered = render_test_sheet(&envelope, day("2026-11-22")).unwrap();
        let text = looked_at(&format!("envelope-{name}"), &rendered);
        let page = rendered.layout.pages.first().unwrap();
        let rules: Vec<_> = page
            .items
            .iter()
            .filter(|item| matches!(item.drawn, Drawn::Rule { .. }))
            .map(|item| item.ink())
            .collect();
        for wanted in [envelope.always_visible(), envelope.ever_visible()] {
            let across = rules.iter().filter(|rule| rule.x == wanted.x && rule.width == wanted.width);
            assert_eq!(across.count(), 2, "{name}");
            assert!(rules.iter().any(|rule| rule.bottom() == wanted.bottom()), "{name}");
        }
        for mark in envelope.fold.marks() {
            assert!(rules.iter().any(|rule| rule.y == mm10(*mark)), "{name}");
        }
        assert!(rules.iter().any(|rule| rule.width == mm10(1000)), "{name}");
        for words in ["never “fit to page”", "This line is 100 mm long.", "Window, width by height"] {
            assert!(text.contains(words), "{words}\n{text}");
        }
    }
}
