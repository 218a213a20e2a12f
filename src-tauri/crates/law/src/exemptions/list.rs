//! The list of exemptions itself, in our own words: those a company meets first, then the rare ones, then those that
//! are there for others only. Sources as the Schedules to the Act now read.

use serde::{Deserialize, Serialize};

use super::{ExemptionRow, Reach, UseByUs};

/// Declares the codes and the list in one go, so that neither can have what the other lacks.
macro_rules! exemptions {
    ($($name:ident $code:literal $label:literal, $source:literal, $reach:ident, $use_by_us:ident, $silent:literal,
        $test:literal;)+) => {
        /// A ground on which something may be withheld from an answer. Closed: another ground does not exist.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Exemption {
            $(#[doc = $label] #[serde(rename = $code)] $name,)+
        }

        impl Exemption {
            /// Every exemption: the common ones first, then the rare ones, then what only others may use.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// What is known of it.
            #[must_use]
            pub const fn row(self) -> &'static ExemptionRow {
                match self {
                    $(Self::$name => &ExemptionRow {
                        code: $code,
                        label: $label,
                        source: $source,
                        reach: Reach::$reach,
                        test: $test,
                        use_by_us: UseByUs::$use_by_us,
                        silent: $silent,
                    },)+
                }
            }
        }
    };
}

exemptions! {
    SomeoneElse "EX-OTHER" "Information about someone else",
        "Data Protection Act 2018, Schedule 2, paragraphs 16 and 17", Access, Common, true,
        "The kind of information, any duty of confidence, what was done to get consent, whether that person can \
        consent, and whether they refuse; then whether it identifies them and whether going without consent \
        is reasonable.";
    LawyerClient "EX-LPP" "Confidence between lawyer and client",
        "Data Protection Act 2018, Schedule 2, paragraph 19", Informing, Common, false,
        "Who advised whom, that legal advice or proceedings were the purpose, and that the confidence was kept.";
    Crime "EX-CRIME" "Crime or tax: telling would harm the work",
        "Data Protection Act 2018, Schedule 2, paragraph 2", Listed, Common, true,
        "For each thing: which investigation or collection of tax would probably be harmed by telling, and how.";
    Law "EX-LAW" "A law or a court orders us to disclose",
        "Data Protection Act 2018, Schedule 2, paragraph 5(2)", Listed, Common, true,
        "The order or enactment, and why doing what the person asks would prevent that disclosure.";
    Claims "EX-CLAIMS" "Legal proceedings, legal advice, legal rights",
        "Data Protection Act 2018, Schedule 2, paragraph 5(3)", Listed, Common, false,
        "The proceedings, advice or right a disclosure is necessary for, and how this request would prevent it.";
    PublicByLaw "EX-PUBLIC" "A law makes us publish it",
        "Data Protection Act 2018, Schedule 2, paragraph 5(1)", Listed, Common, false,
        "The enactment that has it published, and how this request would prevent the publication.";
    Forecast "EX-FORECAST" "Management forecasts and plans",
        "Data Protection Act 2018, Schedule 2, paragraph 22", Informing, Common, true,
        "Which plan, and how telling now would probably harm the business. Ends when the plan is known.";
    Negotiations "EX-NEGOT" "Our negotiations with this person",
        "Data Protection Act 2018, Schedule 2, paragraph 23", Informing, Common, true,
        "That it records what we intend in negotiations with this person, and how telling would probably harm them.";
    Reference "EX-REF" "Confidential reference, given or received",
        "Data Protection Act 2018, Schedule 2, paragraph 24", Informing, Common, false,
        "That it was given in confidence, and for which purpose of the paragraph: work, training, office, service.";
    OwnOffence "EX-SELF" "It would reveal an offence of our own",
        "Data Protection Act 2018, Schedule 2, paragraph 20", Informing, Common, true,
        "Which offence would be exposed. Not for offences under the Data Protection Act itself.";
    Unfounded "EX-MUE" "Manifestly unfounded or excessive",
        "UK GDPR, Article 12(5)", AllRequests, Common, false,
        "What shows that there is no real wish to use the right, or that the request is clearly beyond reason. We \
        have to prove it. A lot of data, hard work, rude words or a dispute do not suffice. Consider a fee first.";
    OthersRights "EX-RIGHTS" "Harm to the rights of others, as trade secrets",
        "UK GDPR, Articles 15(4) and 20(4)", Copies, Common, false,
        "Whose right, what harm, and how the two were weighed. Never a reason to refuse everything.";
    Unidentified "EX-NOID" "We cannot tell which data is this person's",
        "UK GDPR, Article 11(2)", Recognising, Common, false,
        "How we looked and why nothing leads to this person. Ends as soon as they give us what does.";
    Search "EX-SEARCH" "Beyond a reasonable search",
        "UK GDPR, Article 15(1A)", Access, Common, false,
        "What was searched and how, and why more would be out of proportion: circumstances, volume, difficulty, \
        importance of the right.";

    HealthHarm "EX-HEALTH" "Health data: serious harm",
        "Data Protection Act 2018, Schedule 3, paragraphs 5 and 6", Access, Rare, true,
        "The opinion of the right health professional, not older than six months. We are none: without it we may \
        neither release nor withhold, except what the person already knows.";
    HealthExpectation "EX-HEALTHEXP" "Health data: secrecy expected towards this requester",
        "Data Protection Act 2018, Schedule 3, paragraph 4", Schedule3, Rare, true,
        "What the person said or expected when they gave it or were examined, and who is asking for them.";
    ChildAbuse "EX-ABUSE" "Child abuse data, against the child’s interest",
        "Data Protection Act 2018, Schedule 3, paragraph 21", Access, Rare, true,
        "Who asks on whose behalf, and why telling them would not be best for the child. Not in Scotland.";
    NationalSecurity "EX-NATSEC" "National security or defence",
        "Data Protection Act 2018, section 26", Wide, Rare, true,
        "A minister's certificate, or legal advice that the safeguard is required here.";
    ProtectingPublic "EX-PROTECT" "Functions that protect the public",
        "Data Protection Act 2018, Schedule 2, paragraph 7", Listed, Rare, true,
        "Which function of the table in the paragraph, and how telling would probably harm it.";
    Audit "EX-AUDIT" "Audit bodies",
        "Data Protection Act 2018, Schedule 2, paragraph 8", Listed, Rare, true,
        "Which audit body and function, and how telling would probably harm it.";
    BankOfEngland "EX-BOE" "The Bank of England",
        "Data Protection Act 2018, Schedule 2, paragraph 9", Listed, Rare, true,
        "Which function of the Bank, and how telling would probably harm it.";
    CareRegulators "EX-REG1" "Regulators of law firms, health and child care",
        "Data Protection Act 2018, Schedule 2, paragraph 10", Listed, Rare, true,
        "Which regulator and function, and how telling would probably harm it.";
    OtherRegulators "EX-REG2" "Other regulators",
        "Data Protection Act 2018, Schedule 2, paragraph 11", Listed, Rare, true,
        "Which regulator and function, and how telling would probably harm it.";
    Parliament "EX-PARL" "Parliamentary privilege",
        "Data Protection Act 2018, Schedule 2, paragraph 13", Listed, Rare, false,
        "Which privilege of which House, and why this is required so as not to infringe it.";
    Judges "EX-JUD" "Judges, judicial appointments and proceedings",
        "Data Protection Act 2018, Schedule 2, paragraph 14", Listed, Rare, false,
        "Which appointment, office or proceedings, and for the last how telling would probably harm them.";
    Honours "EX-HON" "Crown honours and appointments",
        "Data Protection Act 2018, Schedule 2, paragraph 15", Listed, Rare, false,
        "Which honour or appointment it was written for.";
    CorporateFinance "EX-CORPFIN" "Corporate finance",
        "Data Protection Act 2018, Schedule 2, paragraph 21", Informing, Rare, true,
        "Which service, and how telling could move a price or a decision to deal.";
    Exams "EX-EXAM" "Exam scripts and marks",
        "Data Protection Act 2018, Schedule 2, paragraph 25", Informing, Rare, false,
        "Scripts: that the candidate wrote them. Marks: the day results come out, which gives them a longer time.";
    Journalism "EX-JOURN" "Journalism, academic, artistic or literary work",
        "Data Protection Act 2018, Schedule 2, paragraph 26", Wide, Rare, false,
        "What is to be published, why that is believed to be in the public interest, and what could not be done.";
    ResearchWork "EX-RESEARCH" "Research and statistics",
        "Data Protection Act 2018, Schedule 2, paragraph 27", Research, Rare, false,
        "How the right would prevent or seriously impair the purpose, and that results name nobody.";
    Archiving "EX-ARCHIVE" "Archiving in the public interest",
        "Data Protection Act 2018, Schedule 2, paragraph 28", Research, Rare, false,
        "How the right would prevent or seriously impair the archive's purpose.";
    CourtReports "EX-COURTREP" "Reports to a court about children and others",
        "Data Protection Act 2018, Schedule 3, paragraphs 3, 9 and 18", Schedule3, Rare, false,
        "Which court and proceedings, and the rule under which the court may itself withhold it.";
    SocialWork "EX-SW" "Social work data: serious harm",
        "Data Protection Act 2018, Schedule 3, paragraphs 10 to 12", Access, Rare, true,
        "Who holds it, whether that body is one the paragraphs name, and what serious harm telling would probably do.";
    Education "EX-EDU" "Education data: serious harm",
        "Data Protection Act 2018, Schedule 3, paragraphs 19 and 20", Access, Rare, true,
        "Who holds it, whether that body is one the paragraphs name, and what serious harm telling would probably do.";
    Embryology "EX-HFEA" "Human fertilisation and embryology",
        "Data Protection Act 2018, Schedule 4, paragraph 2", Access, Rare, false,
        "Which other law forbids the disclosure.";
    Adoption "EX-ADOPT" "Adoption records and reports",
        "Data Protection Act 2018, Schedule 4, paragraph 3", Access, Rare, false,
        "Which other law forbids the disclosure.";
    SpecialNeeds "EX-SEN" "Statements of special educational needs",
        "Data Protection Act 2018, Schedule 4, paragraph 4", Access, Rare, false,
        "Which other law forbids the disclosure.";
    ParentalOrders "EX-PARORD" "Parental order records and reports",
        "Data Protection Act 2018, Schedule 4, paragraph 5", Access, Rare, false,
        "Which other law forbids the disclosure.";
    ChildrensHearings "EX-CHREP" "Reports for a children's hearing (Scotland)",
        "Data Protection Act 2018, Schedule 4, paragraph 6", Access, Rare, false,
        "Which other law forbids the disclosure.";

    PublicBodyRisk "EX-RISK" "Public bodies grading risks",
        "Data Protection Act 2018, Schedule 2, paragraph 3", Informing, NotOurs, true,
        "Reserved for public bodies that grade the risk of crime or debt. A company cannot use it.";
    Immigration "EX-IMM" "Immigration control",
        "Data Protection Act 2018, Schedule 2, paragraph 4", Listed, NotOurs, true,
        "Reserved for the Secretary of State. A company cannot use it.";
}
