//! The page of rules is the list of rules.

#[test]
fn the_page_of_rules_is_up_to_date() {
    let page = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../docs/RULES.md");
    let stored = std::fs::read_to_string(page).expect("docs/RULES.md is there");
    assert!(
        stored == casebook_law::rules_markdown(),
        "docs/RULES.md is out of date; `cargo run -p casebook-law --example rules_page` writes it"
    );
}
