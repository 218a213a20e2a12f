//! Writes `docs/RULES.md` from the list of rules. Run it after a change of the list.

use std::path::Path;

fn main() -> std::io::Result<()> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../docs/RULES.md");
    std::fs::write(page, casebook_law::rules_markdown())
}
