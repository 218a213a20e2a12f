//! What stands in the registers of a new casebook: what the company's published policy of 25 January 2019 says, as
//! facts in our own words, and the casebook itself (TRUE-1). The policy names no period for ordinary data, no processor
//! and no country of one; these are left to be asked for rather than guessed.

use casebook_cases::codes::{PersonKind, Register};
use casebook_personal::Personal;

use super::Entry;

const VISITORS: &[PersonKind] = &[PersonKind::WebsiteVisitor];
const BUSINESS: &[PersonKind] = &[PersonKind::ClientContact, PersonKind::Supplier];
const PUBLIC: &[PersonKind] = &[PersonKind::WebsiteVisitor, PersonKind::ClientContact, PersonKind::Supplier];
const EVERYBODY: &[PersonKind] = &[];

const UK: &str = "United Kingdom";

/// The entries of a new casebook, none of them checked by anybody yet.
pub(super) fn entries() -> Vec<(Register, Entry)> {
    let plain =
        [(Register::Purposes, PURPOSES), (Register::Categories, CATEGORIES), (Register::Sources, SOURCES)];
    let mut all = systems();
    for (register, lines) in plain {
        all.extend(lines.iter().map(|(name, detail, kinds)| (register, named(name, detail, kinds))));
    }
    all.extend(recipients());
    all.extend(retention());
    all
}

fn named(name: &str, detail: &str, kinds: &[PersonKind]) -> Entry {
    Entry {
        name: Personal::new(name.to_owned()),
        detail: Personal::new(detail.to_owned()),
        kinds: kinds.to_vec(),
        ..Entry::default()
    }
}

fn systems() -> Vec<(Register, Entry)> {
    let casebook = Entry {
        country: Personal::new(UK.to_owned()),
        owner: Personal::new("Data Protection Officer".to_owned()),
        is_casebook: true,
        ..named("This casebook", "Requests, what was done about them, letters, notes.", EVERYBODY)
    };
    let others = [
        ("E-mail", "Mailboxes of everybody who may have written to or about the person.", EVERYBODY),
        ("Website forms", "What people enter on the company’s websites.", VISITORS),
        (
            "Web analytics",
            "Internet address, browser, pages, times and device identifiers, held by the analytics provider.",
            VISITORS,
        ),
        ("Customer records", "Contacts, agreements, support given under them.", BUSINESS),
        ("Marketing and events", "Who gets news and invitations, and who does not want them.", PUBLIC),
        ("Orders and accounts", "Purchases, invoices, payments.", BUSINESS),
    ];
    let others = others.into_iter().map(|(name, detail, kinds)| named(name, detail, kinds));
    std::iter::once(casebook).chain(others).map(|entry| (Register::Systems, entry)).collect()
}

type Plain = &'static [(&'static str, &'static str, &'static [PersonKind])];

const PURPOSES: Plain = &[
    ("Running and maintaining our websites", "", VISITORS),
    ("Giving support under a commercial agreement", "", BUSINESS),
    ("Sending marketing and news of events", "", PUBLIC),
    ("Dealing with purchases", "", BUSINESS),
    ("Meeting our legal obligations", "", EVERYBODY),
    ("Answering requests about personal data, and being able to show that we did", "", EVERYBODY),
];

const CATEGORIES: Plain = &[
    ("Contact details", "first and last name, e-mail address, postal address, telephone number", EVERYBODY),
    (
        "Usage data",
        "internet address, browser type and version, pages seen, times and durations, device identifiers",
        VISITORS,
    ),
    ("Cookie data", "session, preference and security cookies and similar means", VISITORS),
    ("Correspondence", "what the person wrote to us and what we wrote back", EVERYBODY),
];

const SOURCES: Plain = &[
    ("Forms on our websites", "what the person entered there", VISITORS),
    (
        "Business dealings",
        "what the person or their organisation gave us in the course of business",
        BUSINESS,
    ),
    ("The person’s own device", "usage and cookie data, collected while our websites are used", VISITORS),
];

fn recipients() -> Vec<(Register, Entry)> {
    let processors = [
        ("Web analytics provider", "measures how our websites are used, for our tasks only", VISITORS),
        ("Service providers", "companies and people who process data for our tasks only", EVERYBODY),
    ];
    let processors = processors
        .into_iter()
        .map(|(name, detail, kinds)| Entry { processor: true, ..named(name, detail, kinds) });
    processors.map(|entry| (Register::Recipients, entry)).collect()
}

fn retention() -> Vec<(Register, Entry)> {
    let period = |name: &str, period: &str, reason: &str, kinds: &[PersonKind]| Entry {
        period: Personal::new(period.to_owned()),
        reason: Personal::new(reason.to_owned()),
        ..named(name, "", kinds)
    };
    let all = [
        period("Usage data", "at most 12 months", "our privacy policy promises it", VISITORS),
        period("Contact details and correspondence", "", "", EVERYBODY),
        period(
            "Records of requests about personal data",
            "6 years from the closing of the request",
            "claims can be brought for that long",
            EVERYBODY,
        ),
    ];
    all.into_iter().map(|entry| (Register::Retention, entry)).collect()
}
