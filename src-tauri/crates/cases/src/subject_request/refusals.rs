//! Refusals that more than one command gives.

use casebook_law::RuleId;

use crate::Refusal;

pub(super) const fn closed_already() -> Refusal {
    Refusal { rule: RuleId::REC_1, reason: "The case is closed.", remedy: "Open it again first." }
}

pub(super) const fn unwritten(rule: RuleId, reason: &'static str, remedy: &'static str) -> Refusal {
    Refusal { rule, reason, remedy }
}

pub(super) const fn no_case() -> Refusal {
    Refusal {
        rule: RuleId::REC_1,
        reason: "There is nothing of that name in this case.",
        remedy: "Read the case again.",
    }
}
