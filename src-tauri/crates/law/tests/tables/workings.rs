//! The working, read as people read it: `tests/fixtures/law/workings.txt` holds whole workings under the matter they
//! belong to. Lines that begin with `!` are advice.

use std::fmt::Write;

use crate::row::{Row, folder};

#[test]
fn workings_read_as_they_were_approved() {
    let approved = std::fs::read_to_string(folder().join("workings.txt")).unwrap();
    let mut now = String::new();
    for heading in approved.lines().filter(|line| line.starts_with("# ")) {
        let words: Vec<&str> = heading.split(' ').skip(1).collect();
        let [right, jurisdiction, nation, received, "today", today, events @ ..] = words.as_slice() else {
            panic!("not a heading: {heading}");
        };
        let row = Row::of(&[
            ("right", *right),
            ("jurisdiction", *jurisdiction),
            ("nation", *nation),
            ("received", *received),
            ("today", *today),
            ("events", events.first().unwrap_or(&"")),
        ]);
        let clock = row.run();
        writeln!(now, "{heading}\n").unwrap();
        for step in &clock.working {
            writeln!(now, "{:8} {}", step.rule.as_str(), step.text).unwrap();
        }
        for advice in &clock.advisories {
            writeln!(now, "!        {advice}").unwrap();
        }
        writeln!(now).unwrap();
    }
    assert!(now.trim_end() == approved.trim_end(), "workings.txt should read:\n{now}");
}
