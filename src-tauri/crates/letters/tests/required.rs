//! What each letter has to say, item by item: what the law asks for and what good practice adds. Each item is a phrase
//! on the paper of the stored letter, a locked clause, or a field without which the letter is not final.
#![expect(clippy::unwrap_used, reason = "test code may stop at the first surprise")]

use std::path::Path;

use casebook_letters::{LetterFacts, LetterKind, TextSize, check, clauses, fields, render};
use casebook_personal::Personal;

/// How an item gets into the letter.
#[derive(Debug, Clone, Copy)]
enum Item {
    /// Words that stand on the paper.
    Says(&'static str),
    /// A locked clause.
    Clause(&'static str),
    /// A field that a final letter needs.
    Field(&'static str),
    /// A field that is offered and may stay empty.
    Offered(&'static str),
}
use Item::{Clause, Field, Offered, Says};

const CHALLENGE: [Item; 3] =
    [Clause("challenge.us"), Clause("challenge.regulator"), Clause("challenge.court")];
const ARTICLE_15: [Item; 15] = [
    Field("purposes"),
    Field("categories"),
    Field("recipients"),
    Field("retention"),
    Clause("rights"),
    Field("source"),
    Field("decisions"),
    Field("transfers"),
    Field("searched"),
    Field("found"),
    Field("withheld"),
    Offered("reading"),
    Says("Yes, we use personal data about you"),
    Says("enclosed with this letter"),
    Says("We made a reasonable and proportionate search of"),
];

/// Folder of the stored letter, its kind, its items, whether it carries the ways to challenge it.
const LETTERS: &[(&str, LetterKind, &[Item], bool)] = &[
    ("general", LetterKind::General, &[Field("subject"), Field("text")], false),
    (
        "acknowledgement",
        LetterKind::Acknowledgement,
        &[
            Says("we received by post on 26 October 2026"),
            Says("a copy of the personal data about you"),
            Says("by 26 November 2026 at the latest"),
            Field("next_steps"),
            Field("adjustments"),
        ],
        false,
    ),
    (
        "identity-request",
        LetterKind::IdentityRequest,
        &[
            Field("needed"),
            Field("why"),
            Clause("identity.clock"),
            Says("begins on the day on which we receive what we ask for"),
            Clause("identity.papers"),
            Says("There are other ways"),
            Says("then destroy the copy"),
            Says("Do not send originals"),
            Says("by 11 November 2026"),
            Clause("no_confirmation"),
        ],
        false,
    ),
    (
        "authority-request",
        LetterKind::AuthorityRequest,
        &[
            Field("proof"),
            Field("why"),
            Says("for Ms Zofia Żółkiewska-Brown"),
            Clause("authority.clock"),
            Clause("authority.papers"),
            Says("We may write to the person you act for direct"),
            Says("Do not send originals"),
            Says("by 11 November 2026"),
            Clause("no_confirmation"),
        ],
        false,
    ),
    (
        "clarification",
        LetterKind::Clarification,
        &[
            Field("question"),
            Field("why"),
            Clause("clarification.clock"),
            Says("both included, do not count"),
            Field("help"),
            Field("otherwise"),
            Offered("already"),
            Says("by 12 November 2026"),
        ],
        false,
    ),
    (
        "fee-notice",
        LetterKind::FeeNotice,
        &[
            Says("pay £47.50 before we answer it, because we consider it manifestly excessive"),
            Says("Article 12(5) of the UK GDPR"),
            Field("reasons"),
            Field("breakdown"),
            Field("narrow"),
            Field("payment"),
            Clause("fee.clock"),
            Says("begins on the day on which we receive the fee"),
        ],
        true,
    ),
    (
        "fee-further-copies",
        LetterKind::FeeNotice,
        &[
            Says("pay £3.45 for the further copies"),
            Says("Article 15(3) of the UK GDPR"),
            Says("It does not change the time in which we answer"),
        ],
        true,
    ),
    (
        "extension",
        LetterKind::Extension,
        &[
            Field("reasons"),
            Clause("extension"),
            Says("Our new last day is 26 January 2027; without the extension it is 26 November 2026"),
            Says("how complex a person's requests are"),
            Field("done"),
            Field("part"),
        ],
        true,
    ),
    ("access-answer", LetterKind::AccessAnswer, &ARTICLE_15, true),
    ("access-answer", LetterKind::AccessAnswer, &[Says("Enclosed: 2 documents, 24 pages in all")], true),
    (
        "nothing-held",
        LetterKind::NothingHeld,
        &[
            Clause("nothing.found"),
            Says(
                "Apart from your request itself and our record of it, a reasonable and proportionate search found",
            ),
            Field("searched"),
            Field("terms"),
            Field("own_record"),
            Field("hints"),
        ],
        true,
    ),
    (
        "refusal",
        LetterKind::Refusal,
        &[Field("reasons"), Field("law"), Field("factors"), Field("can_do"), Says("have decided not to do")],
        true,
    ),
    ("partial-refusal-neutral", LetterKind::PartialRefusal, &ARTICLE_15, true),
    (
        "partial-refusal-neutral",
        LetterKind::PartialRefusal,
        &[Field("provided"), Says("We neither confirm nor deny")],
        true,
    ),
    (
        "partial-refusal",
        LetterKind::PartialRefusal,
        &[
            Says("About Ms Zofia Żółkiewska-Brown. You act for this person."),
            Says("they have not agreed that we give it to you"),
        ],
        true,
    ),
    (
        "closing-no-reply",
        LetterKind::ClosingNoReply,
        &[
            Field("reasons"),
            Field("reopen"),
            Says("on 28 October 2026 we asked you for something that shows who you are"),
            Clause("no_confirmation"),
        ],
        true,
    ),
    (
        "holding",
        LetterKind::Holding,
        &[Clause("still.owed"), Says("I am sorry"), Field("reason"), Field("when"), Offered("so_far")],
        true,
    ),
    (
        "third-party-question",
        LetterKind::ThirdPartyQuestion,
        &[Field("what"), Field("whom"), Field("how"), Clause("no_duty"), Says("by 16 November 2026")],
        false,
    ),
    (
        "withdrawal-confirmed",
        LetterKind::WithdrawalConfirmed,
        &[
            Field("what"),
            Field("again"),
            Says("reached us on 5 November 2026"),
            Says("You can ask again at any time"),
        ],
        false,
    ),
    (
        "relative-or-executor",
        LetterKind::RelativeOrExecutor,
        &[
            Field("help"),
            Says("I am sorry for your loss"),
            Says("Data protection law is about living people"),
        ],
        false,
    ),
];

fn facts(folder: &str) -> LetterFacts {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/letters").join(folder);
    serde_json::from_str(&std::fs::read_to_string(path.join("facts.json")).unwrap()).unwrap()
}

/// The text on paper as one line, with plain spaces.
fn text(facts: &LetterFacts) -> String {
    let text = render(facts).unwrap().layout.reading_text();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_item_of_every_letter_is_there() {
    for kind in LetterKind::ALL {
        assert!(LETTERS.iter().any(|(_, listed, _, _)| listed == kind), "{}", kind.code());
    }
    for (folder, kind, items, challenge) in LETTERS {
        let facts = facts(folder);
        assert_eq!(facts.kind, *kind, "{folder}");
        let text = text(&facts);
        let locked: Vec<&str> = clauses(*kind).iter().map(|clause| clause.id).collect();
        let field = |key: &str| fields(*kind).iter().find(|field| field.key == key);
        for item in items.iter().chain(CHALLENGE.iter().filter(|_| *challenge)) {
            let is_there = match item {
                Says(words) => text.contains(words),
                Clause(id) => locked.contains(id),
                Field(key) => field(key).is_some_and(|field| field.required),
                Offered(key) => field(key).is_some_and(|field| !field.required),
            };
            assert!(is_there, "{folder}: {item:?}\n{text}");
        }
        assert_eq!(locked.contains(&"challenge.us"), *challenge, "{folder}");
    }
}

#[test]
fn what_all_letters_have_in_common_is_on_each_in_both_sizes() {
    for (folder, _, _, _) in LETTERS {
        for text_size in [TextSize::Standard, TextSize::Large] {
            let facts = LetterFacts { text_size, ..facts(folder) };
            let rendered = render(&facts).unwrap();
            let words: Vec<&str> = rendered
                .layout
                .pages
                .iter()
                .flat_map(|page| &page.items)
                .filter_map(|item| item.text())
                .collect();
            let all = words.join(" ").replace('\u{A0}', " ");
            let reference = format!("Our reference: {}/{}", facts.reference, facts.number.unwrap());
            let date = casebook_law::words::date(facts.dated_on);
            let pages = format!("Page 1 of {}", rendered.pages);
            for words in [
                "Expert CRM Services Limited",
                "Unit 1, 9 Station Road",
                "CM24 8BE",
                "dpo@expertcrm.co.uk",
                "PRIVATE AND CONFIDENTIAL",
                reference.as_str(),
                &date,
                facts.addressee.lines.first().unwrap().reveal(),
                facts.addressee.salutation.reveal(),
                "Data Protection Officer",
                "company number 01234567",
                &pages,
            ] {
                assert!(all.contains(words), "{folder}: {words}\n{all}");
            }
            for enclosure in &facts.enclosures {
                assert!(all.contains(enclosure.title.reveal().as_str()), "{folder}");
            }
        }
    }
}

#[test]
fn the_answer_stands_in_the_first_sentences() {
    // The heading, and the first paragraph after it: within the first 400 characters after the salutation.
    for (folder, words) in [
        ("acknowledgement", "We will answer it by 26 November 2026"),
        ("identity-request", "we need something from you"),
        ("authority-request", "we need proof that you may ask for this person"),
        ("clarification", "we have to ask you something"),
        ("fee-notice", "We ask you to pay £47.50"),
        ("extension", "You will have our answer by 26 January 2027"),
        ("access-answer", "a copy of it is enclosed"),
        ("nothing-held", "there is nothing that we could send you"),
        ("refusal", "have decided not to do what you ask"),
        ("partial-refusal", "a copy of part of it is enclosed"),
        ("closing-no-reply", "we have closed your request"),
        ("holding", "We have not done so, and I am sorry."),
        ("third-party-question", "Some of what we found is also about you"),
        ("withdrawal-confirmed", "we have stopped working on it"),
        ("relative-or-executor", "I cannot treat your letter as a request"),
    ] {
        let facts = facts(folder);
        let text = text(&facts);
        let body = text.split_once(facts.addressee.salutation.reveal().as_str()).unwrap().1;
        let begins: String = body.chars().take(440).collect();
        assert!(begins.contains(words), "{folder}: {words}\n{begins}");
    }
}

#[test]
fn a_third_party_does_not_learn_who_asked_for_what_and_when() {
    let facts = facts("third-party-question");
    let all = text(&facts).to_lowercase();
    for word in [
        "zofia",
        "żółkiewska",
        "26 october",
        "26 november",
        "article 15",
        "copy of your personal data",
        "complain",
    ] {
        assert!(!all.contains(word), "{word}\n{all}");
    }
    // Naming the person in a field is seen.
    let mut named = facts;
    named
        .written
        .insert("more".to_owned(), Personal::new("It was Zofia ŻÓŁKIEWSKA-Brown who asked.".to_owned()));
    let gates = render(&named).unwrap().gates;
    assert!(
        gates.iter().any(|gate| gate.rule == "REF-5" && gate.field.as_deref() == Some("more")),
        "{gates:?}"
    );
}

#[test]
fn letters_that_state_no_right_state_none() {
    for folder in ["general", "relative-or-executor"] {
        let all = text(&facts(folder)).to_lowercase();
        for words in ["you have the right", "you can complain", "article", "within one month", "last day"] {
            assert!(!all.contains(words), "{folder}: {words}");
        }
    }
}

#[test]
fn before_we_know_who_asks_nothing_is_said_about_what_we_hold() {
    for folder in ["identity-request", "authority-request", "closing-no-reply"] {
        let all = text(&facts(folder));
        assert!(all.contains("does not say whether we hold personal data"), "{folder}");
        for words in ["we use personal data about you", "we found", "a copy of it"] {
            assert!(!all.to_lowercase().contains(words), "{folder}: {words}");
        }
    }
}

#[test]
fn each_required_field_of_each_letter_is_missed() {
    for (folder, kind, _, _) in LETTERS {
        for field in fields(*kind).iter().filter(|field| field.required) {
            let mut facts = facts(folder);
            facts.written.remove(field.key);
            facts.not_applicable.remove(field.key);
            let gates = check(&facts).unwrap();
            let missed: Vec<_> = gates.iter().filter(|gate| gate.blocks).collect();
            let [gate] = missed.as_slice() else { panic!("{folder} {}: {missed:?}", field.key) };
            assert_eq!(gate.field.as_deref(), Some(field.key), "{folder}");
            assert!(text(&facts).contains(&format!("[not written yet: {}]", field.key)), "{folder}");
        }
    }
}

#[test]
fn starting_texts_and_choices_with_marks_never_become_final() {
    for (folder, kind, _, _) in LETTERS {
        for field in fields(*kind) {
            let texts = field.choices.iter().map(|choice| choice.text).chain([field.starting_text]);
            for start in texts.filter(|text| !text.is_empty()) {
                assert_eq!(start.contains('‹'), start.contains('›'), "{folder} {}", field.key);
                let mut facts = facts(folder);
                facts.not_applicable.remove(field.key);
                facts.written.insert(field.key.to_owned(), Personal::new(start.to_owned()));
                let gates = check(&facts).unwrap();
                let is_final = gates.iter().all(|gate| !gate.blocks);
                assert_eq!(is_final, !start.contains('‹'), "{folder} {}: {gates:?}", field.key);
            }
        }
    }
}

#[test]
fn each_fact_a_letter_needs_is_missed() {
    type Change = fn(&mut LetterFacts);
    let rows: [(&str, &str, bool, Change); 10] = [
        ("acknowledgement", "last_day", false, |facts| facts.last_day = None),
        ("refusal", "rights", true, |facts| facts.rights.clear()),
        ("identity-request", "reply_by", false, |facts| facts.circumstances.reply_by = None),
        ("authority-request", "subject_name", true, |facts| facts.circumstances.subject_name = None),
        ("fee-notice", "fee", true, |facts| facts.circumstances.fee = None),
        ("extension", "extended_last_day", true, |facts| facts.circumstances.extended_last_day = None),
        ("extension", "extension_ground", true, |facts| facts.circumstances.extension_ground = None),
        ("closing-no-reply", "closing_ground", true, |facts| facts.circumstances.asked_on = None),
        ("withdrawal-confirmed", "withdrawn_on", true, |facts| facts.circumstances.withdrawn_on = None),
        ("relative-or-executor", "subject_name", true, |facts| facts.circumstances.subject_name = None),
    ];
    for (folder, field, blocks, change) in rows {
        let mut facts = facts(folder);
        change(&mut facts);
        let rendered = render(&facts).unwrap();
        let gate = rendered.gates.iter().find(|gate| gate.field.as_deref() == Some(field));
        assert_eq!(gate.map(|gate| gate.blocks), Some(blocks), "{folder} {field}: {:?}", rendered.gates);
        assert_eq!(rendered.may_be_final(), !blocks, "{folder} {field}");
    }
}

#[test]
fn a_notice_of_more_time_after_the_last_day_is_refused() {
    let mut facts = facts("extension");
    facts.dated_on = facts.last_day.unwrap();
    assert!(check(&facts).unwrap().iter().all(|gate| !gate.blocks));
    facts.dated_on = facts.dated_on.succ_opt().unwrap();
    assert!(check(&facts).unwrap().iter().any(|gate| gate.blocks && gate.rule == "TIME-10"));
}

#[test]
fn answers_stop_the_clock_of_access_and_other_letters_stop_none() {
    use LetterKind::{AccessAnswer, NothingHeld, PartialRefusal, Refusal};
    for kind in LetterKind::ALL {
        let answers = [AccessAnswer, NothingHeld, Refusal, PartialRefusal].contains(kind);
        let rights: &[casebook_law::Right] = if answers { &[casebook_law::Right::Access] } else { &[] };
        assert_eq!(kind.answers_rights(), rights, "{}", kind.code());
    }
}
