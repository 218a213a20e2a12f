//! Every rule the product follows, under the id the code names it by.
//!
//! One list: the ids that may be named, what each asks in our own words, where it comes from and which modules carry
//! it out. `docs/RULES.md` is this list as a page ([`rules_markdown`]). It is a description of software, not legal
//! advice.

use std::fmt;

/// The state of the law that is counted, kept with every case so that a later change never touches it (LAW-1).
pub const RULE_SET: &str = "UK-2026-06-19";

/// The id of a rule in the list: `TIME-9`. No other id can exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(&'static str);

impl RuleId {
    /// The id as it is printed.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// The rule of a printed id.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        RULES.iter().map(|rule| rule.id).find(|id| id.0 == text)
    }

    /// What the rule asks and where it comes from.
    #[must_use]
    pub fn rule(self) -> Option<&'static Rule> {
        RULES.iter().find(|rule| rule.id == self)
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0)
    }
}

/// One rule of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its id.
    pub id: RuleId,
    /// What it asks, in our own words.
    pub words: &'static str,
    /// The law, the guidance or the judgement behind it.
    pub source: &'static str,
    /// The modules that carry it out, as paths below `src-tauri/crates`: `law::clock::month`.
    pub implemented_in: &'static [&'static str],
}

/// Every rule implemented so far, in the order of the page.
#[must_use]
pub const fn rules() -> &'static [Rule] {
    RULES
}

/// Declares the ids and the list in one go, so that neither can have what the other lacks.
macro_rules! rules {
    ($($name:ident $id:literal: $words:literal, $source:literal, [$($module:literal),+ $(,)?];)+) => {
        impl RuleId {
            $(#[doc = $words] pub const $name: Self = Self($id);)+
        }
        const RULES: &[Rule] = &[
            $(Rule {
                id: RuleId::$name,
                words: $words,
                source: $source,
                implemented_in: &[$($module),+],
            },)+
        ];
    };
}

rules! {
    LAW_1 "LAW-1": "Every case keeps the state of the law that its clocks were counted by.",
        "UK GDPR and Data Protection Act 2018, both as amended by the Data (Use and Access) Act 2025, Part 5",
        ["law::rules", "cases::subject_request::event"];
    LAW_2 "LAW-2": "The paused clock became statute on 5 February 2026, the duty to acknowledge complaints on \
        19 June 2026; what came in earlier is treated by what then applied.",
        "Commencement regulations SI 2026/82 and the commencement of section 164A",
        ["law::clock::period"];
    LAW_3 "LAW-3": "A request that came before 5 February 2026 is counted the same way, with a note that pausing the \
        clock rested on guidance alone.",
        "Guidance of the regulator before that date; judgement",
        ["law::clock::advice"];
    LAW_4 "LAW-4": "Only living people have these rights. A death ends the clock, and no letter about rights goes to \
        the dead.",
        "Data Protection Act 2018, section 3(2)",
        ["law::clock::ending", "law::clock::advice"];
    LAW_5 "LAW-5": "A clock follows one law at a time. EU law has no paused clock and no duty to acknowledge \
        complaints.",
        "EU GDPR, Articles 3(2), 12 and 77",
        ["law::place", "law::clock::period"];
    LAW_6 "LAW-6": "The regulator's name, address and complaint link are settings, confirmed by the DPO and kept with \
        every letter that printed them.",
        "Data (Use and Access) Act 2025, section 119, not found to be in force",
        ["letters::clauses", "letters::check"];
    RULES_1 "RULES-1": "The law on the day of receipt governs the clock. For a request that came before 5 February \
        2026, the date without any pause is the one shown first.",
        "Judgement, after review by a practitioner",
        ["law::clock::pause", "law::clock::run", "letters::clauses"];
    REQ_1 "REQ-1": "A request needs no form and no magic words; any route to any member of staff counts.",
        "UK GDPR, Article 12(2); guidance of the regulator",
        ["cases::subject_request::decide"];
    REQ_2 "REQ-2": "What a person can ask for is a closed list, and each right says whether a month runs for it.",
        "UK GDPR, Articles 7(3), 15 to 22D; Data Protection Act 2018, section 164A",
        ["law::rights"];
    REQ_3 "REQ-3": "The law does not ask for an acknowledgement of a request. One is offered, and nothing waits for it.",
        "Guidance of the regulator",
        ["cases::subject_request::event"];
    REQ_5 "REQ-5": "Using a right is made easy: large print or another form for whoever needs it, noted once and carried into \
        each letter.",
        "UK GDPR, Article 12(2); Equality Act 2010",
        ["cases::subject_request::decide::papers", "letters::compose"];
    CONTACT_1 "CONTACT-1": "How somebody wants to be reached is on record: channel, form, language, where it is safe. The need is \
        noted, never the diagnosis.",
        "UK GDPR, Article 12; judgement, after review by a practitioner",
        ["cases::subject_request::decide::papers"];
    TYPE_1 "TYPE-1": "Who the person is to the company decides which purposes, systems and periods an answer names.",
        "Judgement, after review by a practitioner",
        ["cases::codes::people", "cases::subject_request::event"];
    REPEAT_1 "REPEAT-1": "For somebody who asked before, the last answer and the time since are shown.",
        "UK GDPR, Article 12(5); judgement",
        ["app::people"];
    ROLE_1 "ROLE-1": "Each request says whether we hold the data as controller, as processor for a client, or as both; so far \
        all are recorded as ours as controller.",
        "UK GDPR, Articles 4 and 28",
        ["cases::codes"];
    TIME_1 "TIME-1": "Answer without undue delay. The last day is a ceiling; the target, 20 days after \
        the start without the paused ones, is where to aim.",
        "UK GDPR, Article 12(3) and 12(4)",
        ["law::clock::run"];
    TIME_2 "TIME-2": "A month ends on the day with the same number in the next month, or on that month's last day if \
        there is none. The day it starts is not counted, and it may start on a closed day.",
        "UK GDPR, Articles 4A and 12A(1); Regulation 1182/71, Article 3",
        ["law::civil", "law::clock::month"];
    TIME_3 "TIME-3": "A last day that is a Saturday, a Sunday or a public holiday moves to the next working day, once, \
        at the very end of the counting.",
        "Regulation 1182/71, Article 3(3) and 3(4)",
        ["law::calendar", "law::clock::month"];
    TIME_4 "TIME-4": "The holidays that count are those of the place in which the office acts, not of the place where \
        the person lives.",
        "Regulation 1182/71, Article 2(1); judgement in applying it",
        ["law::place", "law::calendar"];
    TIME_5 "TIME-5": "The clock starts on the latest of the day of receipt, the day the proof of identity or authority \
        that was asked for came, and the day a fee for an excessive request was paid. Until then there is no last \
        day. A demand made after the last day changes nothing.",
        "UK GDPR, Article 12A(2); guidance of the regulator",
        ["law::clock::start", "law::clock::course"];
    TIME_6 "TIME-6": "A request is received on the day it reaches the organisation by any route, not on the day the \
        DPO sees it.",
        "Guidance of the regulator",
        ["law::clock::matter"];
    TIME_7 "TIME-7": "For access under UK law, the days from asking which information is meant to the answer, both \
        counted, are left out. The cautious counting leaves out one day fewer for each pause, and its result is the \
        last day shown; reports use the literal one.",
        "UK GDPR, Article 12A(5) and 12A(6); the cautious counting is judgement",
        ["law::clock::pause", "law::clock::course"];
    TIME_8 "TIME-8": "A paused clock has no last day. Any reply ends the pause, also one that declines to narrow the \
        request; closing and reopening a case restarts nothing.",
        "Guidance of the regulator; judgement",
        ["law::clock::course", "law::clock::ending"];
    TIME_9 "TIME-9": "The walk: from the day after the start, count as many unpaused days as the month has; if the day \
        reached is closed or paused, go on to the next that is neither.",
        "The rules above in one algorithm",
        ["law::clock::month", "law::clock::course"];
    TIME_10 "TIME-10": "One extension by two months, if notice of it is given while the first month still runs. The \
        three months are counted from the start day.",
        "UK GDPR, Article 12A(3) and 12A(4)",
        ["law::clock::course", "law::clock::month"];
    TIME_11 "TIME-11": "The month belongs to the rights of Articles 15 to 22D, the pause to access alone. Withdrawn \
        consent and stopping direct marketing have no month: act at once.",
        "UK GDPR, Articles 7(3), 12, 12A and 21(2)",
        ["law::rights", "law::clock::period"];
    TIME_12 "TIME-12": "A complaint is acknowledged within 30 days, the first being the day after receipt; the last \
        one moves off closed days. Nothing pauses or extends it, and there is no date for complaints that came \
        before 19 June 2026.",
        "Data Protection Act 2018, sections 164A and 205(2)",
        ["law::clock::complaint", "law::clock::period"];
    TIME_13 "TIME-13": "A letter needs time to arrive: post it two working days before the last day by first class, \
        four by second class. One posted later is reported apart.",
        "Good practice; judgement",
        ["law::clock::run", "law::clock::advice"];
    TIME_14 "TIME-14": "A late answer is still owed. The dates stay as they were, and the days late are shown.",
        "Judgement",
        ["law::clock::state", "law::clock::working"];
    TIME_15 "TIME-15": "The state of a clock follows from what happened and is never typed in. Each right of a case \
        has its own.",
        "Judgement",
        ["law::clock::state"];
    TIME_16 "TIME-16": "The law counts days on the calendar of London, never instants. A last day runs to midnight. \
        Where the computer's own date lies before that of an entry, it is said.",
        "Regulation 1182/71, Article 3; judgement",
        ["law::civil", "app::computer_time"];
    TIME_EU "TIME-EU": "Under EU law the month runs from receipt with the holidays of the member state. Pausing for \
        identity or clarity is tolerated by guidance only, and off unless the DPO chooses it.",
        "EU GDPR, Article 12(3); EDPB Guidelines 01/2022, paragraphs 157 to 164",
        ["law::clock::period", "law::clock::course"];
    CAL_1 "CAL-1": "Bank holidays fall by rule: fixed days with substitutes, Easter, first and last Mondays, \
        different in each nation.",
        "Banking and Financial Dealings Act 1971, Schedule 1, with the yearly proclamations; common law",
        ["law::calendar::usual"];
    CAL_2 "CAL-2": "Days proclaimed once are data, as the whole list is: a newer list can be read in, single days can be \
        set by hand, and a calendar says which list it is. A change moves open cases only, and each records what moved.",
        "Proclamations; GOV.UK bank holidays",
        ["law::calendar", "law::calendar::published", "law::clock::advice", "cases::casebook::holidays",
            "cases::subject_request::moved", "intake::bank_holidays", "app::holidays"];
    CAL_3 "CAL-3": "For 2019 to 2028 the published list has the final word.",
        "GOV.UK bank holidays as of 21 August 2026, Open Government Licence v3.0",
        ["law::calendar::published"];
    COMP_3 "COMP-3": "An outcome sent within the 30 days is acknowledgement enough.",
        "Guidance of the regulator on complaints",
        ["law::clock::ending"];
    MULTI_1 "MULTI-1": "One case can hold many rights. Each has its own clock, and one answer can stop them all.",
        "Judgement, after review by a practitioner",
        ["law::clock", "cases::subject_request"];
    REC_1 "REC-1": "What has happened can always be recorded, with its legal effect stated. A rule stops the next \
        act, never the record.",
        "Judgement, after review by a practitioner",
        ["law::clock::course", "cases::subject_request::decide"];
    SEND_1 "SEND-1": "An answer goes by the channel the request came by or the one the person asked for. What the law \
        counts happens on the day a letter is sent, not on the day it is made final.",
        "UK GDPR, Article 12(3); judgement",
        ["cases::subject_request::decide", "cases::subject_request::letters", "letters::check"];
    ID_1 "ID-1": "Proof of identity is asked for only where there is reasonable doubt, and the request may be held until \
        it comes.",
        "UK GDPR, Article 12(6)",
        ["cases::subject_request::decide", "cases::subject_request::letters"];
    ID_2 "ID-2": "The least intrusive proof that fits the risk is enough; why none is needed any more is written down.",
        "UK GDPR, Articles 5(1)(c) and 12(6)",
        ["cases::subject_request::decide"];
    ID_3 "ID-3": "Of a proof of identity the fact, the method and the day are kept, not the copy: it is destroyed within a day of \
        the check, with a task and a proof, and never exported.",
        "UK GDPR, Article 5(1)(c) and (e)",
        ["cases::subject_request::decide::papers", "cases::subject_request::decide::effects"];
    ID_4 "ID-4": "A request whose person cannot be verified may be closed, with the reason and the ways to challenge it.",
        "UK GDPR, Articles 11(2) and 12(2)",
        ["cases::subject_request::decide"];
    AUTH_1 "AUTH-1": "Whoever acts for another person shows that they may; until then the month waits. We may write to \
        the person direct.",
        "Guidance of the regulator on the right of access",
        ["letters::templates::authority_request"];
    FEE_1 "FEE-1": "An answer is free. A fee for an unfounded or excessive request needs its amount and basis, and holds \
        the answer until it is paid.",
        "UK GDPR, Articles 12(5) and 15(3)",
        ["cases::subject_request::decide", "cases::subject_request::letters"];
    REF_1 "REF-1": "That a request is manifestly unfounded or excessive is for us to show, with facts; size, difficulty or \
        rudeness are not enough.",
        "UK GDPR, Article 12(5)",
        ["letters::templates::refusal", "letters::templates::fee_notice"];
    REF_2 "REF-2": "Refusing is answering, and is due by the same last day.",
        "UK GDPR, Article 12(4)",
        ["law::clock::act"];
    REF_3 "REF-3": "Whoever is refused anything is told the reasons, that they can complain to us and to the \
        regulator, and that they can go to court.",
        "UK GDPR, Articles 12(4), 79 and 82; Data Protection Act 2018, sections 164A, 165, 167 and 168",
        ["letters::clauses", "letters::check"];
    REF_4 "REF-4": "What can be released is released. The letter says that something was withheld and why, unless \
        saying so would do the very harm the exemption is there to prevent.",
        "UK GDPR, Article 12(4); Data Protection Act 2018, Schedules 2 to 4",
        ["law::exemptions", "letters::templates::access_answer"];
    REF_5 "REF-5": "What would show who another person is goes out only if that person agrees or it is reasonable \
        without. Asking them is fair, and binds neither them nor us.",
        "Data Protection Act 2018, Schedule 2, paragraphs 16 and 17",
        ["letters::templates::third_party"];
    REF_7 "REF-7": "What is owed is what a reasonable and proportionate search finds, and we can show how we searched.",
        "UK GDPR, Article 15(1A)",
        ["letters::templates::nothing_held"];
    ACC_1 "ACC-1": "An answer to an access request says all that Article 15 lists, each point filled in or marked as \
        not applying, with the reason.",
        "UK GDPR, Article 15",
        ["letters::check", "letters::templates::access_answer"];
    ACC_2 "ACC-2": "Recipients are named, unless that is impossible or excessive.",
        "UK GDPR, Article 15(1)(c); Harrison v Cameron [2024] EWHC 1377 (KB)",
        ["letters::templates::access_answer"];
    ACC_3 "ACC-3": "A copy of the data goes with the answer; the first is free.",
        "UK GDPR, Article 15(3)",
        ["letters::check", "letters::templates::access_answer"];
    ITEM_1 "ITEM-1": "What was found is grouped, decisions are made for groups, and an index of items can be read in. The letter \
        gives reasons by kind; the index stays inside.",
        "Judgement, after review by a practitioner",
        ["cases::subject_request::decide::search"];
    SEARCH_1 "SEARCH-1": "Whoever is asked to search has a share of the time that is left, is reminded twice, and then it is taken \
        to somebody above. Each step is on record.",
        "Judgement, after review by a practitioner",
        ["cases::subject_request::decide::search"];
    DEC_1 "DEC-1": "The officer advises, the company decides: advice, who decided, and why advice was not followed stand apart.",
        "UK GDPR, Articles 38(6) and 39",
        ["cases::subject_request::decide::search"];
    TRUE_1 "TRUE-1": "A letter speaks of a reasonable and proportionate search, never of everything that is held.",
        "UK GDPR, Article 15(1A)",
        ["letters::check", "letters::templates::access_answer"];
    POST_1 "POST-1": "An answer that comes back stays sent in time, and is still owed: the case goes on with a task, without a new \
        clock, and no other address is used unchecked.",
        "Judgement, after review by a practitioner",
        ["cases::subject_request::decide::post", "cases::subject_request::next"];
    PACK_1 "PACK-1": "What left the building is kept as it was sent: the very bytes, their pages and their hashes.",
        "Judgement, after review by a practitioner",
        ["letters::check", "letters::compose", "cases::subject_request::letters"];
    EXP_1 "EXP-1": "An exported case holds all of it in one order: who, what happened, how its dates came about, the request, \
        the letters as sent.",
        "Judgement",
        ["export::bundle", "export::paper"];
    EXP_2 "EXP-2": "A history is only added to, each entry carries the hash of the one before, and an export can be checked \
        without this program.",
        "Judgement",
        ["history", "export::bundle"];
    EXP_3 "EXP-3": "An export says for whom it was made, and with that what it leaves out.",
        "Judgement",
        ["export"];
    EXP_4 "EXP-4": "Who exported what, when, for whom and why is itself part of the history.",
        "Judgement",
        ["cases::subject_request::decide", "export"];
    EXP_5 "EXP-5": "An export explains in a page how the records were kept, because their weight as evidence rests on that.",
        "Civil Evidence Act 1995, sections 8 and 9, and its counterparts in Scotland and Northern Ireland",
        ["export::paper"];
    L00 "L00": "A letter about anything else: no right is stated and no time is counted.",
        "Good practice",
        ["letters::templates::general"];
    L01 "L01": "The acknowledgement of a request: when it came, what was understood, the last day, what happens next. \
        The law does not ask for it.",
        "Good practice",
        ["letters::templates::acknowledgement"];
    L02 "L02": "The request for identity: what is needed and why, what else would do, when our time \
        starts, what happens to the proof. It does not say what we hold.",
        "UK GDPR, Article 12(6)",
        ["letters::templates::identity_request"];
    L03 "L03": "The request for authority: what proof, for whom, and that we may write to the person \
        direct.",
        "UK GDPR, Article 12(6); guidance of the regulator",
        ["letters::templates::authority_request"];
    L04 "L04": "The question which information is meant, why we reasonably need to know, and that the time \
        stops meanwhile.",
        "UK GDPR, Article 12A(5) and (6)",
        ["letters::templates::clarification"];
    L05 "L05": "The fee: how much, for what, how it comes about, how to pay less, and what it does to the \
        time.",
        "UK GDPR, Articles 12(5) and 15(3)",
        ["letters::templates::fee_notice"];
    L06 "L06": "The notice of more time: the reasons, the new last day, what has been done, what can be \
        had now.",
        "UK GDPR, Article 12A(3) and (4)",
        ["letters::templates::extension"];
    L07 "L07": "The cover letter of an access answer: the points of ACC-1, what is enclosed, what is withheld and \
        why, with the ways to challenge it.",
        "UK GDPR, Articles 12 and 15",
        ["letters::templates::access_answer"];
    L08 "L08": "The answer that nothing was found, apart from the request and our record of it: where and \
        for what we looked.",
        "UK GDPR, Article 15(1) and (1A)",
        ["letters::templates::nothing_held"];
    L11 "L11": "The refusal of a whole request: the reasons, the law, what was weighed, what the person \
        can do.",
        "UK GDPR, Article 12(4) and (5)",
        ["letters::templates::refusal"];
    L12 "L12": "An access answer of which a part is refused: all of ACC-1, what is given, and what is not, \
        by kind with reasons or in neutral words.",
        "UK GDPR, Articles 12(4) and 15",
        ["letters::templates::partial_refusal"];
    L30 "L30": "The closing of a request because what we asked for did not come: the reasons, and how to \
        reopen it.",
        "UK GDPR, Articles 11(2) and 12(2), (4)",
        ["letters::templates::closing"];
    L32 "L32": "The letter when an answer is late: it is still owed, we are sorry, why, and when it will \
        come.",
        "UK GDPR, Article 12(4)",
        ["letters::templates::holding"];
    L33 "L33": "The question to somebody else whether we may give what is also about them. It does not say \
        who asks.",
        "Data Protection Act 2018, Schedule 2, paragraph 16",
        ["letters::templates::third_party"];
    L34 "L34": "The confirmation that a request was withdrawn, and can be made again.",
        "Good practice",
        ["letters::templates::withdrawal"];
    L36 "L36": "The reply to a relative or executor: sorry, no right, and what may help instead.",
        "Data Protection Act 2018, section 3(2)",
        ["letters::templates::relative"];
}

/// The list as a page of Markdown: the text of `docs/RULES.md`.
#[must_use]
pub fn rules_markdown() -> String {
    let mut page = String::from(HEADING);
    for rule in RULES {
        let modules: Vec<String> = rule.implemented_in.iter().map(|module| format!("`{module}`")).collect();
        page.push_str(&format!(
            "\n## {}\n\n{}\n\n- Source: {}.\n- Where: {}\n",
            rule.id,
            rule.words,
            rule.source,
            modules.join(", ")
        ));
    }
    page
}

const HEADING: &str = "\
# Rules

What DPO Casebook follows, in its own words. The ids stand beside the code that carries a rule out, in the working of a
clock and in every refusal. This is a description of software, not legal advice.

State of the law: `UK-2026-06-19`. This page is written from the list in `law::rules` by
`cargo run -p casebook-law --example rules_page`; edit the list, not the page.
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_listed_once_and_can_be_read_back() {
        for rule in rules() {
            assert_eq!(RuleId::parse(rule.id.as_str()), Some(rule.id));
            assert_eq!(rules().iter().filter(|other| other.id == rule.id).count(), 1, "{}", rule.id);
            assert_eq!(rule.id.rule(), Some(rule));
        }
        assert_eq!(RuleId::parse("TIME-99"), None);
        assert_eq!(RuleId::TIME_9.to_string(), "TIME-9");
    }

    #[test]
    fn every_rule_names_modules_that_exist() {
        let crates = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        for rule in rules() {
            for module in rule.implemented_in {
                let mut parts = module.split("::");
                let mut path = crates.join(parts.next().unwrap()).join("src");
                assert!(path.is_dir(), "{}: {module}", rule.id);
                parts.for_each(|part| path.push(part));
                let found = path.is_dir() || path.with_extension("rs").is_file();
                assert!(found, "{}: {module}", rule.id);
            }
        }
    }

    #[test]
    fn the_page_names_the_rule_set() {
        assert!(rules_markdown().contains(RULE_SET));
    }
}
