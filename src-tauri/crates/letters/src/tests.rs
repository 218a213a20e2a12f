//! Letters with nasty contents, and what stands in the way of a final one.

use casebook_personal::Personal;

use crate::envelope_profiles::Fold;
use crate::layout::{Drawn, ElementKind, Item, Layout, Rect, Zone, mm10};
use crate::sample::{access_answer, acknowledgement, every, lines, personal, png};
use crate::{
    Enclosure, EnvelopeProfile, Gate, LetterFacts, LetterKind, Logo, LogoError, RenderError, Rendered,
    TextSize, check, clauses, fields, lay_out, render,
};

fn drawn(facts: &LetterFacts) -> Rendered {
    render(facts).unwrap()
}

fn laid_out(facts: &LetterFacts) -> Layout {
    lay_out(facts).unwrap().0
}

fn changed(change: impl FnOnce(&mut LetterFacts)) -> LetterFacts {
    let mut facts = access_answer();
    change(&mut facts);
    facts
}

fn blocking(facts: &LetterFacts) -> Vec<Gate> {
    check(facts).unwrap().into_iter().filter(|gate| gate.blocks).collect()
}

fn text_of(facts: &LetterFacts) -> String {
    laid_out(facts).reading_text().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn complete_letters_may_be_made_final() {
    for facts in every() {
        assert_eq!(blocking(&facts), [], "{}", facts.kind.code());
        assert!(drawn(&facts).may_be_final());
    }
}

#[test]
fn every_kind_can_be_found_by_its_code() {
    for kind in LetterKind::ALL {
        assert_eq!(LetterKind::from_code(kind.code()), Some(*kind));
        assert_eq!(serde_json::to_string(kind).unwrap(), format!("\"{}\"", kind.code()));
    }
    assert_eq!(LetterKind::from_code("L99"), None);
}

#[test]
fn every_rule_a_letter_names_is_in_the_list_of_rules() {
    for kind in LetterKind::ALL {
        let of_fields = fields(*kind).iter().map(|field| field.rule);
        let of_clauses = clauses(*kind).into_iter().map(|clause| clause.rule);
        for rule in of_fields.chain(of_clauses).chain([kind.code()]) {
            assert!(casebook_law::RuleId::parse(rule).is_some(), "{}: {rule}", kind.code());
        }
    }
}

#[test]
fn every_letter_has_room_for_the_own_words_of_the_dpo() {
    for facts in every() {
        let slot = fields(facts.kind).iter().find(|field| field.key == "more").unwrap();
        assert!(!slot.required && slot.starting_text.is_empty());
        let mut facts = facts;
        facts.written.insert("more".to_owned(), personal("Words of my own, ending here."));
        assert!(text_of(&facts).contains("Words of my own, ending here."), "{}", facts.kind.code());
    }
}

#[test]
fn an_access_answer_carries_every_part_of_article_15() {
    let rules: Vec<&str> = fields(LetterKind::AccessAnswer).iter().map(|field| field.basis).collect();
    for part in ["(1)(a)", "(1)(b)", "(1)(c)", "(1)(d)", "(1)(g)", "(1)(h)", "15(2)", "(3)"] {
        assert!(rules.iter().any(|basis| basis.contains(part)), "{part}");
    }
    let text = text_of(&access_answer());
    for words in [
        "We made a reasonable and proportionate search of our customer records",
        "to correct personal data about you that is wrong",
        "to erase personal data about you",
        "to restrict what we do with it",
        "You can also object",
        "You can complain to us.",
        "You can complain to the regulator.",
        "You can go to court.",
        "This does not apply to your data, because no decision about you was made by automated means alone.",
        "Enclosed: 2 documents, 24 pages in all",
        "1. Copy of your personal data, 23 pages",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    assert!(!text.contains("everything we hold"));
    let ids: Vec<&str> = clauses(LetterKind::AccessAnswer).iter().map(|clause| clause.id).collect();
    assert_eq!(ids, ["rights", "challenge.us", "challenge.regulator", "challenge.court"]);
}

#[test]
fn an_empty_field_is_a_gate_and_is_seen_in_the_draft() {
    for field in fields(LetterKind::AccessAnswer) {
        let facts = changed(|facts| {
            facts.draft = true;
            facts.written.insert(field.key.to_owned(), personal(" \n\u{200B} "));
            facts.not_applicable.remove(field.key);
        });
        let gates = blocking(&facts);
        if field.required {
            assert_eq!(gates.len(), 1, "{}: {gates:?}", field.key);
            assert_eq!((gates[0].field.as_deref(), gates[0].rule.as_str()), (Some(field.key), field.rule));
            assert!(text_of(&facts).contains(&format!("[not written yet: {}]", field.key)));
        } else {
            assert_eq!(gates, []);
        }
    }
}

#[test]
fn each_thing_that_is_wrong_with_a_letter_is_a_gate_of_its_rule() {
    type Change = fn(&mut LetterFacts);
    let rows: [(&str, &str, Change); 22] = [
        ("SI 2015/17 reg 25", "company number", |facts| facts.organisation.company_number.clear()),
        ("SI 2015/17 reg 25", "registered office", |facts| facts.organisation.registered_office.clear()),
        ("LAW-6", "confirmed", |facts| facts.regulator.confirmed = false),
        ("LAW-6", "postal address", |facts| facts.regulator.address.clear()),
        ("L07", "bears a number", |facts| facts.number = None),
        ("L07", "dated before", |facts| facts.dated_on = facts.received_on.pred_opt().unwrap()),
        ("L07", "salutation", |facts| facts.addressee.salutation = personal(" ")),
        ("L07", "person who signs", |facts| facts.dpo.name.clear()),
        ("SEND-1", "name", |facts| facts.addressee.lines = lines(" |1 Road|Stansted|CM24 8BE")),
        ("SEND-1", "too short", |facts| facts.addressee.lines = lines("A B|CM24 8BE")),
        ("SEND-1", "too wide", |facts| {
            facts.addressee.lines = lines(
                "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch House|1 Road|Stansted|CM24 8BE",
            );
        }),
        ("SEND-1", "do not fit together", |facts| facts.envelope.window_height = 10),
        ("SEND-1", "outside the window", |facts| facts.envelope.window_height = 200),
        ("SEND-1", "show through", |facts| {
            facts.text_size = TextSize::Large;
            facts.organisation.address = vec!["A long line".to_owned(); 40];
        }),
        ("PACK-1", "nothing is listed", |facts| facts.enclosures.clear()),
        ("PACK-1", "has no pages", |facts| facts.enclosures[0].pages = 0),
        ("PACK-1", "has no title", |facts| facts.enclosures[1].title = personal("")),
        ("ACC-1", "always applies", |facts| {
            facts.not_applicable.insert("purposes".to_owned(), personal("no"));
        }),
        ("ACC-1", "say why", |facts| {
            facts.not_applicable.insert("decisions".to_owned(), personal(" "));
        }),
        ("ACC-1", "only you can fill", |facts| {
            facts.written.insert("recipients".to_owned(), personal("‹name›"));
        }),
        ("TRUE-1", "promises everything", |facts| {
            facts.written.insert("found".to_owned(), personal("This is Everything we hold."));
        }),
        ("L07", "does not have", |facts| {
            facts.written.insert("purpose".to_owned(), personal("misspelt"));
        }),
    ];
    for (rule, words, change) in rows {
        let gates = blocking(&changed(change));
        assert!(
            gates.iter().any(|gate| gate.rule == rule && gate.sentence.contains(words)),
            "{rule} {words}: {gates:?}"
        );
        assert!(rule.starts_with("SI ") || casebook_law::RuleId::parse(rule).is_some(), "{rule}");
    }
}

#[test]
fn a_letter_that_does_not_name_the_regulator_needs_no_confirmed_regulator() {
    let mut facts = acknowledgement();
    facts.regulator = crate::Regulator::default();
    assert_eq!(blocking(&facts), []);
}

#[test]
fn gates_hold_nothing_that_was_typed() {
    let facts = changed(|facts| {
        facts.addressee.lines = lines("@Zofia|Zofia|Zofia|Zofia|Zofia|Zofia|Zofia");
        facts.written.insert("found".to_owned(), personal("‹Zofia› everything we hold"));
        facts.not_applicable.insert("Zofia".to_owned(), personal("Zofia"));
        facts.enclosures = vec![Enclosure { title: personal("Zofia"), pages: 0 }];
    });
    let gates = check(&facts).unwrap();
    assert!(gates.len() > 5);
    assert!(gates.iter().all(|gate| !format!("{gate:?}").contains("Zofia")), "{gates:?}");
}

#[test]
fn a_draft_says_so_where_the_marking_stands_and_bears_no_number() {
    let facts = changed(|facts| facts.draft = true);
    let layout = laid_out(&facts);
    let marking: Vec<&str> = zone(&layout, Zone::Marking).filter_map(Item::text).collect();
    assert_eq!(marking, ["DRAFT"]);
    let all = layout.describe();
    assert!(all.contains("SR-2026-0042-E (draft)"));
    assert!(!all.contains("SR-2026-0042-E/3"));
    assert!(!all.contains("PRIVATE AND CONFIDENTIAL"));
}

fn zone(layout: &Layout, zone: Zone) -> impl Iterator<Item = &Item> {
    layout.pages.iter().flat_map(|page| &page.items).filter(move |item| item.zone == zone)
}

/// The window on the sheet when the sheet lies at `left`, `top` in the envelope (tenths of a millimetre).
fn window_at(envelope: &EnvelopeProfile, left: i32, top: i32) -> Rect {
    let window_top = envelope.height - envelope.window_bottom - envelope.window_height;
    Rect {
        x: mm10(envelope.window_left - left),
        y: mm10(window_top - top),
        width: mm10(envelope.window_width),
        height: mm10(envelope.window_height),
    }
}

#[test]
fn pushed_to_each_corner_the_window_shows_the_whole_address_and_nothing_else() {
    let six_lines = "Dr Zofia Żółkiewska-Brown|Great Company Limited|Flat 3, The Old Dairy, Mill Lane|Great Dunmow|CM6 1BG";
    for text_size in [TextSize::Standard, TextSize::Large] {
        for draft in [false, true] {
            let facts = changed(|facts| {
                facts.addressee.lines = lines(six_lines);
                facts.text_size = text_size;
                facts.draft = draft;
                facts.your_reference = Some(personal("a reference of their own, Ref 12/2026"));
            });
            let layout = laid_out(&facts);
            let envelope = facts.envelope;
            for left in [0, envelope.width - 2100] {
                for top in [0, envelope.height - 1050] {
                    let window = window_at(&envelope, left, top);
                    for item in &layout.pages[0].items {
                        let in_window = matches!(item.zone, Zone::Marking | Zone::Address);
                        assert_eq!(window.contains(&item.ink()), in_window, "{left} {top} {item:?}");
                        assert!(in_window || !window.meets(&item.ink()), "{left} {top} {item:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn nothing_stands_where_desktop_printers_do_not_reach() {
    let paper = Rect { x: mm10(50), y: mm10(50), width: mm10(2000), height: mm10(2870) };
    for facts in [access_answer(), changed(|facts| facts.text_size = TextSize::Large)] {
        for item in laid_out(&facts).pages.iter().flat_map(|page| &page.items) {
            assert!(paper.contains(&item.ink()) || item.ink().width == 0, "{item:?}");
        }
    }
}

#[test]
fn the_text_of_a_page_neither_overlaps_nor_runs_into_its_foot() {
    let long_head =
        changed(|facts| facts.organisation.address = vec!["A long line, too long to pair".to_owned(); 30]);
    for facts in [access_answer(), changed(|facts| facts.text_size = TextSize::Large), long_head] {
        for page in &laid_out(&facts).pages {
            let foot = page.items.iter().find(|item| item.zone == Zone::Footer).unwrap().ink().y;
            let body: Vec<Rect> =
                page.items.iter().filter(|item| item.zone != Zone::Footer).map(Item::ink).collect();
            for (number, ink) in body.iter().enumerate() {
                assert!(ink.bottom() < foot);
                assert!(body[number + 1..].iter().all(|other| !other.meets(ink)), "{ink:?}");
            }
        }
    }
}

#[test]
fn every_page_says_which_of_how_many_it_is_and_of_which_letter() {
    let rendered = drawn(&access_answer());
    let count = rendered.layout.pages.len();
    assert!(count >= 2);
    assert_eq!(rendered.pages as usize, count);
    for (number, page) in (1..).zip(&rendered.layout.pages) {
        let foot: Vec<&str> =
            page.items.iter().filter(|item| item.zone == Zone::Footer).filter_map(Item::text).collect();
        assert!(foot.contains(&format!("Page {number} of {count}").as_str()));
        assert!(foot.contains(&"SR-2026-0042-E/3 · case record 17 9f3c1a2b77d0"));
        assert!(foot.iter().any(|line| line.contains("company number")));
        let head = page.items.iter().any(|item| item.zone == Zone::ContinuationHead);
        assert_eq!(head, number > 1);
    }
}

#[test]
fn the_close_fits_the_salutation_and_is_never_alone_on_a_page() {
    let unnamed = changed(|facts| {
        facts.addressee.named = false;
        facts.addressee.salutation = personal("Dear Sir or Madam");
    });
    assert!(text_of(&unnamed).contains("Yours faithfully"));
    // Longer and longer, so that the close meets the end of a page in every way.
    for sentences in 0..12 {
        let facts = changed(|facts| {
            facts.enclosures.truncate(1);
            let long = "We found one more page about you in the paper files. ".repeat(sentences * 6);
            facts.written.insert("found".to_owned(), Personal::new(format!("We found this.\n\n{long}")));
        });
        let layout = laid_out(&facts);
        let page = layout
            .pages
            .iter()
            .find(|page| page.items.iter().any(|item| item.text() == Some("Yours sincerely")))
            .unwrap();
        let body: Vec<&str> =
            page.items.iter().filter(|item| item.zone == Zone::Body).filter_map(Item::text).collect();
        let close = body.iter().position(|line| *line == "Yours sincerely").unwrap();
        assert!(close >= 2, "{sentences}: {body:?}");
        assert!(body.contains(&"Jane Okafor") && body.contains(&"Data Protection Officer"), "{body:?}");
        // Each page ends with something other than a heading.
        for page in &layout.pages {
            let last = page.items.iter().rfind(|item| item.zone == Zone::Body).unwrap();
            let element = layout.elements[last.element.unwrap()];
            assert_ne!(element.kind, ElementKind::Heading2, "{:?}", last.text());
        }
    }
}

#[test]
fn a_paragraph_leaves_two_lines_on_either_side_of_a_page_break() {
    for words in 0..12 {
        let facts = changed(|facts| {
            let long = "word ".repeat(300 + words * 33);
            facts.written.insert("found".to_owned(), Personal::new(long));
        });
        let layout = laid_out(&facts);
        for pair in layout.pages.windows(2) {
            let lines = |page: &crate::layout::Page, element: usize| {
                page.items.iter().filter(|item| item.element == Some(element)).count()
            };
            let body = |page: &crate::layout::Page| {
                page.items
                    .iter()
                    .filter(|item| item.zone == Zone::Body)
                    .filter_map(|item| item.element)
                    .collect::<Vec<_>>()
            };
            let (before, after) = (body(&pair[0]), body(&pair[1]));
            if before.last() == after.first() {
                let element = after[0];
                assert!(lines(&pair[0], element) >= 2 && lines(&pair[1], element) >= 2, "{words}");
            }
        }
    }
}

#[test]
fn names_full_of_markup_are_printed_literally() {
    for name in
        ["# *Bobby* <b>", "{{ case.id }}", "{% raw %}", "=HYPERLINK(1)", "O'Neill & Sons", "van der Berg_x"]
    {
        let facts = changed(|facts| {
            facts.addressee.salutation = personal(&format!("Dear {name}"));
            facts.addressee.lines[0] = personal(name);
            facts.written.insert("found".to_owned(), personal(&format!("About {name}\n\n## heading {name}")));
            facts.enclosures[0].title = personal(name);
            facts.channel_words = format!("from {name}");
            facts.your_reference = Some(personal(name));
        });
        let text = text_of(&facts);
        assert_eq!(text.matches(name).count(), 7, "{name}: {text}");
        assert!(text.contains("## heading"));
    }
}

#[test]
fn names_in_every_script_of_our_faces_are_drawn() {
    for name in [
        "Siân Ŵyn Ŷsgol",
        "Nguyễn Thị Hạnh",
        "Ğülşah Işık",
        "Ελένη",
        "Юрий Щукин",
        "محمد الأمين",
        "דוד לוי",
        "कृष्णा",
        "হাসিনা",
        "ગૌરવ",
        "ਗੁਰਪ੍ਰੀਤ",
        "தமிழ்ச்செல்வி",
        "สมชาย",
        "Արամ",
        "გიორგი",
        "አበበ",
        "D\u{301}ora",
        "o\u{323}\u{308}",
    ] {
        let facts = changed(|facts| facts.addressee.lines[0] = personal(name));
        assert_eq!(blocking(&facts), [], "{name}");
    }
}

#[test]
fn what_no_face_has_is_refused_by_name_and_never_drawn_as_a_box() {
    for (text, named) in [
        ("山田太郎", "山 (U+5C71)"),
        ("བོད", "(U+0F56)"),
        ("🎉", "🎉 (U+1F389)"),
        ("👨‍👩‍👧", "👩 (U+1F469)"),
        ("🇬🇧", "(U+1F1EC)"),
        ("5️⃣", "(U+20E3)"),
        ("\u{E000}rights", "(U+E000)"),
    ] {
        let inserts: [fn(&mut LetterFacts, Personal<String>); 3] = [
            |facts, text| facts.addressee.lines[0] = text,
            |facts, text| {
                facts.written.insert("found".to_owned(), text);
            },
            |facts, text| facts.enclosures[0].title = text,
        ];
        for insert in inserts {
            let facts = changed(|facts| insert(facts, personal(text)));
            let RenderError::Undrawable { characters } = render(&facts).unwrap_err() else {
                panic!("{text}")
            };
            assert!(characters.contains(named), "{text}: {characters}");
        }
    }
}

#[test]
fn no_glyph_zero_is_laid_out() {
    for facts in [access_answer(), acknowledgement()] {
        for item in laid_out(&facts).pages.iter().flat_map(|page| &page.items) {
            if let crate::layout::Drawn::Text(text) = &item.drawn {
                assert!(text.line.runs.iter().flat_map(|run| &run.glyphs).all(|glyph| glyph.id != 0));
            }
        }
    }
}

#[test]
fn characters_that_draw_nothing_do_no_harm() {
    let nasty = "soft\u{AD}hyphen zero\u{200B}width no\u{A0}break narrow\u{202F}space line\u{2028}separator \
                 mark\u{FEFF} control\u{7} nul\0 tab\there over\u{202E}ride";
    let text = text_of(&changed(|facts| {
        facts.written.insert("found".to_owned(), personal(nasty));
    }));
    assert!(text.contains("softhyphen zerowidth"), "{text}");
    assert!(text.contains("override"), "{text}");
}

#[test]
fn a_word_longer_than_a_line_stays_between_the_margins() {
    let address = format!("https://example.org/{}", "a1b2c3d4e5".repeat(18));
    let facts = changed(|facts| {
        facts.written.insert("found".to_owned(), personal(&format!("- {address}\n- short")));
    });
    let layout = laid_out(&facts);
    assert!(zone(&layout, Zone::Body).all(|item| item.ink().right() <= mm10(1900) + 500));
    let joined: String = layout.reading_text().split_whitespace().collect();
    assert!(joined.contains(&address));
}

#[test]
fn enclosures_are_listed_counted_or_not_mentioned() {
    let many = changed(|facts| {
        facts.enclosures = (1..=40)
            .map(|number| Enclosure {
                title: Personal::new(format!("Record {number} {}", "with a long title ".repeat(6))),
                pages: 2,
            })
            .collect();
    });
    let text = text_of(&many);
    assert!(text.contains("Enclosed: 40 documents, 80 pages in all"));
    assert!(text.contains("40. Record 40"));
    assert!(!text_of(&acknowledgement()).contains("Enclosed"));
    let electronic = changed(|facts| facts.electronic = true);
    assert!(text_of(&electronic).contains("Attached: 2 documents"));
    assert!(text_of(&electronic).contains("attached to this letter"));
}

#[test]
fn a_letter_sent_electronically_has_no_folds_and_needs_no_postal_address() {
    let facts = changed(|facts| {
        facts.electronic = true;
        facts.addressee.lines = lines("Ms Zofia Żółkiewska-Brown");
    });
    assert_eq!(blocking(&facts), []);
    assert_eq!(zone(&laid_out(&facts), Zone::FoldMark).count(), 0);
    assert_eq!(zone(&laid_out(&access_answer()), Zone::FoldMark).count(), 2);
}

#[test]
fn the_same_facts_give_the_same_bytes_alone_and_as_the_150th() {
    let facts = access_answer();
    let first = drawn(&facts);
    for number in 0..149 {
        let mut other = acknowledgement();
        other.number = Some(number);
        render(&other).unwrap();
    }
    let last = drawn(&facts);
    assert_eq!(first.sha256, last.sha256);
    assert_eq!(first.pdf, last.pdf);
    assert_ne!(first.sha256, drawn(&changed(|facts| facts.number = Some(4))).sha256);
}

#[test]
fn number_9999_is_followed_by_10000() {
    for number in [1, 9999, 10_000, u32::MAX] {
        let facts = changed(|facts| facts.number = Some(number));
        assert!(text_of(&facts).contains(&format!("SR-2026-0042-E/{number}")));
    }
}

#[test]
fn facts_survive_json_and_unknown_keys_are_refused() {
    let facts = access_answer();
    let json = serde_json::to_string(&facts).unwrap();
    assert_eq!(serde_json::from_str::<LetterFacts>(&json).unwrap(), facts);
    let misspelt = json.replacen("\"draft\"", "\"drafft\"", 1);
    let error = serde_json::from_str::<LetterFacts>(&misspelt).unwrap_err().to_string();
    assert!(error.contains("drafft"), "{error}");
}

#[test]
fn a_text_too_long_for_a_letter_is_a_gate_and_not_drawn() {
    let facts = changed(|facts| {
        facts.written.insert("found".to_owned(), Personal::new("word ".repeat(600_000)));
        facts.not_applicable.insert("decisions".to_owned(), Personal::new("x".repeat(60_001)));
        facts.addressee.salutation = Personal::new("y".repeat(2_000));
        facts.enclosures[0].title = Personal::new("z".repeat(2_000));
        facts.addressee.lines.push(Personal::new("w".repeat(100_000)));
    });
    let gates = blocking(&facts);
    let named: Vec<&str> = gates.iter().filter_map(|gate| gate.field.as_deref()).collect();
    assert_eq!(named, ["found", "decisions", "salutation", "addressee", "enclosures"], "{gates:?}");
    assert!(gates[0].sentence.contains("“What the search found” is too long"), "{gates:?}");
    assert!(text_of(&facts).contains("[too long to be printed]"));
    assert!(laid_out(&facts).pages.len() < 6);
}

#[test]
fn a_text_just_short_enough_is_drawn_whole() {
    let facts = changed(|facts| {
        let long = "word ".repeat(11_999);
        facts.written.insert("found".to_owned(), Personal::new(format!("{long}last")));
    });
    assert_eq!(blocking(&facts), []);
    assert_eq!(text_of(&facts).matches("word").count(), 11_999);
}

#[test]
fn the_logo_stands_clear_of_the_window_and_of_everything_else() {
    let window_at_the_top = EnvelopeProfile {
        height: 1620,
        window_bottom: 1000,
        window_height: 450,
        fold: Fold::Half,
        ..EnvelopeProfile::UK_DL
    };
    assert!(window_at_the_top.is_possible());
    for (width, height) in [(600, 180), (300, 10), (10, 300), (100, 100)] {
        for text_size in [TextSize::Standard, TextSize::Large] {
            for envelope in [EnvelopeProfile::UK_DL, window_at_the_top] {
                let facts = changed(|facts| {
                    facts.organisation.logo = Some(Logo::new(png(width, height, 8, 0)).unwrap());
                    facts.text_size = text_size;
                    facts.envelope = envelope;
                });
                let page = &laid_out(&facts).pages[0];
                let is_logo = |item: &&Item| matches!(item.drawn, Drawn::Picture { .. });
                let logo = page.items.iter().find(is_logo).unwrap();
                assert_eq!((logo.zone, logo.element), (Zone::Letterhead, None));
                let ink = logo.ink();
                let paper = Rect { x: mm10(50), y: mm10(50), width: mm10(2000), height: mm10(2870) };
                assert!(paper.contains(&ink), "{ink:?}");
                let crowded =
                    page.items.iter().filter(|item| !is_logo(item)).any(|item| item.ink().meets(&ink));
                assert!(!crowded, "{width} {height} {text_size:?} {envelope:?}");
                if text_size == TextSize::Standard || envelope == EnvelopeProfile::UK_DL {
                    assert!(!ink.meets(&envelope.ever_visible()), "{width} {height} {text_size:?}");
                    assert_eq!(blocking(&facts), [], "{width} {height} {text_size:?} {envelope:?}");
                }
            }
        }
    }
}

#[test]
fn a_logo_that_lies_about_itself_is_an_error_and_not_a_letter_without_it() {
    let mut facts = access_answer();
    facts.organisation.logo = Some(Logo::new(png(20, 10, 8, 6)).unwrap());
    let json = serde_json::to_string(&facts).unwrap().replace("\"width\":20", "\"width\":30");
    let facts: LetterFacts = serde_json::from_str(&json).unwrap();
    assert_eq!(render(&facts).unwrap_err(), RenderError::Logo(LogoError::Damaged));
}
