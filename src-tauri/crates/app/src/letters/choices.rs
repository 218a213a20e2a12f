//! What a letter says that a clock or a rule looks at, chosen from closed lists; and the fee.

use std::collections::BTreeMap;

use casebook_cases::codes::{self, ExtensionReason, IdentityDoubt, LetterKind};
use casebook_cases::subject_request::LetterChoices;
use casebook_ipc::{IpcError, LetterChoice, LetterOption};
use casebook_letters::FeeBasis;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::errors::AppError;

/// What has been chosen. Which of it counts, the kind of letter says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Choices {
    /// Under which rule a fee notice asks for a fee.
    pub(crate) fee: Option<FeeBasis>,
    /// Why a notice of an extension says that more time is needed.
    pub(crate) ground: Option<ExtensionReason>,
    /// Why a request for proof of identity doubts.
    pub(crate) doubt: Option<IdentityDoubt>,
}

impl From<Choices> for LetterChoices {
    fn from(choices: Choices) -> Self {
        let fee = choices.fee.map(|basis| match basis {
            FeeBasis::Unfounded | FeeBasis::Excessive => codes::FeeBasis::Excessive,
            FeeBasis::FurtherCopies => codes::FeeBasis::FurtherCopies,
        });
        Self { fee, ground: choices.ground, doubt: choices.doubt }
    }
}

impl Choices {
    /// What the page sends back, by key. An empty value is nothing chosen.
    ///
    /// # Errors
    /// If a key or a value is on no list.
    pub(crate) fn read(chosen: &BTreeMap<String, String>) -> Result<Self, AppError> {
        let mut choices = Self::default();
        for (key, value) in chosen.iter().filter(|(_, value)| !value.is_empty()) {
            let is_known = match key.as_str() {
                "fee" => of_code(value, &mut choices.fee),
                "ground" => of_code(value, &mut choices.ground),
                "doubt" => of_code(value, &mut choices.doubt),
                _ => false,
            };
            if !is_known {
                return Err(IpcError::field("choices", "Choose one of the things on the list.").into());
            }
        }
        Ok(choices)
    }

    /// What a letter of this kind gives to choose, and what is chosen.
    pub(crate) fn view(self, kind: LetterKind) -> Vec<LetterChoice> {
        match kind {
            LetterKind::L02 => vec![LetterChoice {
                key: "doubt".to_owned(),
                label: "Why there is doubt".to_owned(),
                help: "Proof may be asked for only where there is a reasonable doubt.".to_owned(),
                rule: "ID-1".to_owned(),
                options: options(IdentityDoubt::ALL, |doubt| doubt.words()),
                value: self.doubt.map(code),
            }],
            LetterKind::L05 => vec![LetterChoice {
                key: "fee".to_owned(),
                label: "What the fee is for".to_owned(),
                help: "There is no fee for anything else. A fee for further copies does not keep the time from running."
                    .to_owned(),
                rule: "FEE-1".to_owned(),
                options: options(
                    &[FeeBasis::Unfounded, FeeBasis::Excessive, FeeBasis::FurtherCopies],
                    |basis| match basis {
                        FeeBasis::Unfounded => "a manifestly unfounded request",
                        FeeBasis::Excessive => "a manifestly excessive request",
                        FeeBasis::FurtherCopies => "further copies",
                    },
                ),
                value: self.fee.map(code),
            }],
            LetterKind::L06 => vec![LetterChoice {
                key: "ground".to_owned(),
                label: "Why more time is needed".to_owned(),
                help: "There is no other ground. How busy we are is none.".to_owned(),
                rule: "TIME-10".to_owned(),
                options: options(ExtensionReason::ALL, |reason| reason.words()),
                value: self.ground.map(code),
            }],
            LetterKind::L00
            | LetterKind::L01
            | LetterKind::L03
            | LetterKind::L04
            | LetterKind::L07
            | LetterKind::L08
            | LetterKind::L11
            | LetterKind::L12
            | LetterKind::L30
            | LetterKind::L32
            | LetterKind::L33
            | LetterKind::L34
            | LetterKind::L36 => Vec::new(),
        }
    }
}

fn options<T: Copy + Serialize>(all: &[T], words: impl Fn(T) -> &'static str) -> Vec<LetterOption> {
    all.iter().map(|each| LetterOption { value: code(*each), words: words(*each).to_owned() }).collect()
}

/// The code under which a member of a closed list is stored.
fn code<T: Serialize>(member: T) -> String {
    match serde_json::to_value(member) {
        Ok(Value::String(code)) => code,
        Ok(_) | Err(_) => String::new(),
    }
}

fn of_code<T: DeserializeOwned>(value: &str, into: &mut Option<T>) -> bool {
    *into = serde_json::from_value(Value::String(value.to_owned())).ok();
    into.is_some()
}

/// The largest fee that anybody may mean, in pounds.
const MOST_POUNDS: u64 = 1_000_000;

/// A fee as typed, in pence: "10", "£10.50". `None` if it is no amount of money.
pub(super) fn pence(typed: &str) -> Option<u64> {
    let number = typed.trim().trim_start_matches('£').trim();
    let (pounds, pence) = number.split_once('.').unwrap_or((number, "00"));
    let is_number = |text: &str| !text.is_empty() && text.chars().all(|each| each.is_ascii_digit());
    if !is_number(pounds) || !is_number(pence) || pence.len() != 2 {
        return None;
    }
    let pounds: u64 = pounds.parse().ok().filter(|pounds| *pounds <= MOST_POUNDS)?;
    let pence: u64 = pence.parse().ok()?;
    Some(pounds * 100 + pence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fee_is_read_as_it_is_written() {
        for (typed, expected) in
            [("10", Some(1000)), (" £10.50 ", Some(1050)), ("0.05", Some(5)), ("1000000", Some(100_000_000))]
        {
            assert_eq!(pence(typed), expected, "{typed}");
        }
        for typed in ["", "£", "ten", "10.5", "10,50", "-10", "1000001", "99999999999999999999", "10.50.1"] {
            assert_eq!(pence(typed), None, "{typed}");
        }
    }

    #[test]
    fn only_what_is_on_a_list_can_be_chosen() {
        let chosen =
            |key: &str, value: &str| Choices::read(&BTreeMap::from([(key.to_owned(), value.to_owned())]));
        assert!(chosen("ground", "number").is_ok_and(|read| read.ground == Some(ExtensionReason::Number)));
        assert!(chosen("ground", "").is_ok_and(|read| read.ground.is_none()));
        assert!(chosen("ground", "workload").is_err());
        assert!(chosen("mood", "good").is_err());
    }

    #[test]
    fn every_option_is_read_back_as_itself() {
        for kind in [LetterKind::L02, LetterKind::L05, LetterKind::L06] {
            for choice in Choices::default().view(kind) {
                for option in choice.options {
                    let chosen = BTreeMap::from([(choice.key.clone(), option.value.clone())]);
                    let shown = Choices::read(&chosen).map(|read| read.view(kind));
                    let value = shown.ok().and_then(|choices| choices.into_iter().next()?.value);
                    assert_eq!(value, Some(option.value));
                }
            }
        }
    }
}
