//! The facts as a template may name them: in words, cleaned, and marked where they are missing.

use casebook_law::{Right, words};
use chrono::NaiveDate;
use serde::Serialize;

use crate::facts::{ClosingGround, ExtensionGround, Fee, FeeBasis, LetterFacts};
use crate::text::{clean_line, is_blank};

/// What a template may name. Dates are in words, addresses on one line.
#[derive(Serialize)]
pub(super) struct Known {
    received_on: String,
    channel: String,
    last_day: Option<String>,
    rights: Vec<&'static str>,
    electronic: bool,
    reference: String,
    subject: String,
    reply_by: Option<String>,
    asked_on: String,
    withdrawn_on: String,
    extension: KnownExtension,
    fee: KnownFee,
    closing: KnownClosing,
    organisation: KnownOrganisation,
    regulator: KnownRegulator,
    dpo: KnownDpo,
}

#[derive(Serialize)]
struct KnownExtension {
    last_day: String,
    for_number: bool,
}

#[derive(Serialize)]
struct KnownFee {
    amount: String,
    because: String,
    for_copies: bool,
}

#[derive(Serialize)]
struct KnownClosing {
    is_clarification: bool,
    what: String,
}

#[derive(Serialize)]
struct KnownOrganisation {
    name: String,
    address_line: String,
}

#[derive(Serialize)]
struct KnownRegulator {
    name: String,
    address_line: String,
    phone: Option<String>,
    complaint_link: Option<String>,
}

#[derive(Serialize)]
struct KnownDpo {
    name: String,
    email: String,
}

impl Known {
    pub(super) fn new(facts: &LetterFacts) -> Self {
        let circumstances = &facts.circumstances;
        Self {
            received_on: unbroken(&words::date(facts.received_on)),
            channel: clean_line(&facts.channel_words),
            last_day: facts.last_day.map(|day| unbroken(&words::date(day))),
            rights: facts.rights.iter().map(|right| asks_for(*right)).collect(),
            electronic: facts.electronic,
            reference: clean_line(&facts.reference),
            subject: subject(facts).unwrap_or_else(|| missing("whose data it is")),
            reply_by: circumstances.reply_by.map(|day| unbroken(&words::date(day))),
            asked_on: day_or_missing(circumstances.asked_on, "the day on which we asked"),
            withdrawn_on: day_or_missing(circumstances.withdrawn_on, "the day of the withdrawal"),
            extension: KnownExtension {
                last_day: day_or_missing(circumstances.extended_last_day, "the new last day"),
                for_number: circumstances.extension_ground == Some(ExtensionGround::Number),
            },
            fee: KnownFee::new(circumstances.fee),
            closing: KnownClosing {
                is_clarification: circumstances.closing_ground == Some(ClosingGround::Clarification),
                what: circumstances
                    .closing_ground
                    .map_or_else(|| missing("what we asked for"), |ground| asked_for(ground).to_owned()),
            },
            organisation: KnownOrganisation {
                name: clean_line(&facts.organisation.name),
                address_line: on_one_line(&facts.organisation.address, "our address"),
            },
            regulator: KnownRegulator {
                name: or_missing(&facts.regulator.name, "name of the regulator"),
                address_line: on_one_line(&facts.regulator.address, "address of the regulator"),
                phone: some_text(&facts.regulator.phone).map(|phone| unbroken(&phone)),
                complaint_link: some_text(&facts.regulator.complaint_link),
            },
            dpo: KnownDpo {
                name: clean_line(&facts.dpo.name),
                email: or_missing(&facts.dpo.email, "e-mail address"),
            },
        }
    }
}

impl KnownFee {
    fn new(fee: Option<Fee>) -> Self {
        let amount = fee.map_or_else(
            || missing("amount of the fee"),
            |fee| match (fee.pence / 100, fee.pence % 100) {
                (pounds, 0) => format!("£{pounds}"),
                (pounds, pence) => format!("£{pounds}.{pence:02}"),
            },
        );
        let because = match fee.map(|fee| fee.basis) {
            Some(FeeBasis::Unfounded) => "manifestly unfounded".to_owned(),
            Some(FeeBasis::Excessive) => "manifestly excessive".to_owned(),
            Some(FeeBasis::FurtherCopies) => "a request for further copies".to_owned(),
            None => missing("what the fee is for"),
        };
        Self { amount, because, for_copies: fee.is_some_and(|fee| fee.basis == FeeBasis::FurtherCopies) }
    }
}

/// The person whose data it is, if somebody else is written to.
pub(crate) fn subject(facts: &LetterFacts) -> Option<String> {
    facts.circumstances.subject_name.as_ref().and_then(|name| some_text(name.reveal()))
}

fn day_or_missing(day: Option<NaiveDate>, what: &str) -> String {
    day.map_or_else(|| missing(what), |day| unbroken(&words::date(day)))
}

/// What did not come, after "we asked you for".
const fn asked_for(ground: ClosingGround) -> &'static str {
    match ground {
        ClosingGround::Identity => "something that shows who you are",
        ClosingGround::Clarification => "an answer to the question which information you want",
        ClosingGround::Authority => "proof that you may act for the person concerned",
    }
}

pub(super) fn some_text(text: &str) -> Option<String> {
    (!is_blank(text)).then(|| clean_line(text))
}

fn or_missing(text: &str, what: &str) -> String {
    some_text(text).unwrap_or_else(|| missing(what))
}

fn on_one_line(lines: &[String], what: &str) -> String {
    let lines: Vec<String> = lines.iter().filter_map(|line| some_text(line)).collect();
    if lines.is_empty() { missing(what) } else { unbroken(&lines.join(", ")) }
}

/// With no-break spaces, but for those after a comma: a house number stays with its street, a day with its month.
pub(crate) fn unbroken(text: &str) -> String {
    text.split(", ").map(|part| part.replace(' ', "\u{A0}")).collect::<Vec<_>>().join(", ")
}

/// What stands in a letter for something that is not there yet. [`crate::check`] keeps such a letter from being final.
pub(super) fn missing(what: &str) -> String {
    format!("[not written yet: {what}]")
}

/// A right as the person asked for it.
const fn asks_for(right: Right) -> &'static str {
    match right {
        Right::Access => "a copy of the personal data about you, and how we use it",
        Right::Rectification => "that personal data about you is corrected or completed",
        Right::Erasure => "that personal data about you is erased",
        Right::Restriction => "that we restrict what we do with personal data about you",
        Right::Portability => "personal data about you in a form that you or others can use again",
        Right::Objection => "that we stop using personal data about you for certain purposes",
        Right::AutomatedDecision => "that a person looks again at a decision made by automated means",
        Right::ConsentWithdrawal => "that your consent ends",
        Right::Complaint => "that we look into your complaint",
    }
}
