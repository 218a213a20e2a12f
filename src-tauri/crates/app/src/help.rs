//! The law behind each step: the list of rules, by subject.

use casebook_ipc::{Nothing, Reply, RuleSubject, RuleView, RulesView};
use casebook_law::{RULE_SET, Rule, rules, words};
use chrono::NaiveDate;

use crate::errors::AppError;
use crate::open::Open;

/// What rules are about, by the beginning of their ids, in the order of the page.
const SUBJECTS: &[(&[&str], &str)] = &[
    (&["LAW", "RULES"], "Which law applies"),
    (&["REQ", "ROLE", "TYPE", "REPEAT"], "What a request is"),
    (&["CONTACT"], "Reaching people"),
    (&["TIME", "MULTI"], "Counting the time"),
    (&["CAL"], "Working days and holidays"),
    (&["COMP"], "Complaints"),
    (&["ID", "AUTH"], "Who is asking"),
    (&["FEE"], "Fees"),
    (&["SEARCH", "ITEM"], "Searching and sorting what is found"),
    (&["ACC"], "Answering an access request"),
    (&["REF", "DEC"], "Deciding and refusing"),
    (&["SEND", "POST", "PACK", "TRUE"], "Letters and sending them"),
    (&["REC"], "Recording"),
    (&["EXP"], "Exporting a case"),
    (&["L"], "What each letter says"),
];
/// What a rule of a family without a subject is about.
const OTHER: &str = "Other rules";

impl Open {
    /// Every rule, by subject.
    pub(crate) fn rules(&self, _: &Nothing) -> Result<Reply<RulesView>, AppError> {
        let subjects = SUBJECTS.iter().map(|(_, words)| *words).chain([OTHER]).filter_map(|words| {
            let rules: Vec<RuleView> =
                rules().iter().filter(|rule| subject(rule) == words).map(view).collect();
            (!rules.is_empty()).then(|| RuleSubject { words: words.to_owned(), rules })
        });
        Ok(Reply::read(RulesView { law: law(), subjects: subjects.collect() }))
    }
}

/// The state of the law is named by its day: `UK-2026-06-19`.
fn law() -> String {
    let day = RULE_SET.strip_prefix("UK-").and_then(|day| day.parse::<NaiveDate>().ok());
    day.map_or_else(
        || format!("State of the law: {RULE_SET}."),
        |day| format!("The law of the United Kingdom as it stands since {}.", words::date(day)),
    )
}

fn view(rule: &Rule) -> RuleView {
    RuleView { id: rule.id.to_string(), words: rule.words.to_owned(), source: rule.source.to_owned() }
}

fn subject(rule: &Rule) -> &'static str {
    let family = rule.id.as_str().split(|sign: char| !sign.is_ascii_alphabetic()).next().unwrap_or_default();
    SUBJECTS.iter().find(|(families, _)| families.contains(&family)).map_or(OTHER, |(_, words)| words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_of_the_law_is_told_as_a_day() {
        assert_eq!(law(), "The law of the United Kingdom as it stands since 19 June 2026.");
    }

    #[test]
    fn every_rule_has_a_subject() {
        for rule in rules() {
            assert_ne!(subject(rule), OTHER, "{}: its family wants a line in SUBJECTS", rule.id);
        }
    }
}
