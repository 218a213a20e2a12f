//! What a bundle is made from: plain values, put together outside. Nothing here is looked up or computed.
//!
//! No type here prints its content: names, texts and sentences are [`Personal`].

use casebook_personal::Personal;
use chrono::NaiveDate;

/// Who the bundle is for, which decides what is in it (EXP-3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// A court or the company's own lawyer: everything but proof of identity (ID-3).
    Full,
    /// The person the case is about, or whoever acts for them: nothing about others, no legal advice, no internal
    /// advice.
    Subject,
}

impl Audience {
    /// Its code in `bag-info.txt`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Subject => "subject",
        }
    }

    /// What `history.pdf` says about it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Full => "Full history: everything that is kept about the case",
            Self::Subject => {
                "History for the person concerned: without what is about others, and without advice"
            }
        }
    }
}

/// Everything one bundle is made from.
#[derive(Clone, Debug)]
pub struct BundleInput {
    /// The case's reference, such as `SR-2026-0042-E`. It names the folder.
    pub case_reference: String,
    /// Registered name of the company.
    pub organisation: String,
    /// When the bundle is made: UTC, as `2026-11-22T10:00:00.000Z`.
    pub made_at: String,
    /// The same as a civil day in London. It names the folder.
    pub made_on: NaiveDate,
    /// The program and its version, such as `DPO Casebook 0.1.0`.
    pub app: String,
    /// The id of the casebook, as in the events.
    pub casebook: String,
    /// Who it is for.
    pub audience: Audience,
    /// The case in a few lines, first page of `history.pdf`.
    pub summary: Vec<BundleLine>,
    /// People and bodies in the case, with their roles.
    pub parties: Vec<BundleParty>,
    /// All events of the case, from the first on.
    pub events: Vec<BundleEvent>,
    /// The particulars that are disclosed.
    pub particulars: Vec<BundleParticular>,
    /// Those that are not, each with the reason. Together the two lists name every particular that is sealed in an
    /// event, but for the keys of documents: those are no content, and nobody is told of them.
    pub withheld: Vec<BundleWithheld>,
    /// How each last day was worked out.
    pub working: Vec<BundleWorking>,
    /// The settings in force: rule set, holiday list, nation, and so on.
    pub settings: Vec<BundleLine>,
    /// The letters made final, as `SR-2026-0042-E-1.pdf`: the number before `.pdf` is the letter's.
    pub letters: Vec<BundleFile>,
    /// Papers kept with the case.
    pub documents: Vec<BundleFile>,
}

/// A label and what there is to say.
#[derive(Clone, Debug)]
pub struct BundleLine {
    /// Such as `Received`.
    pub label: String,
    /// Such as `22 November 2026, by e-mail`.
    pub words: Personal<String>,
}

/// A person or body in the case.
#[derive(Clone, Debug)]
pub struct BundleParty {
    /// Such as `Requester`.
    pub role: String,
    /// The name, or words that say it was erased.
    pub name: Personal<String>,
    /// Address and the like, one line each.
    pub lines: Vec<Personal<String>>,
}

/// One event of the case.
#[derive(Clone, Debug)]
pub struct BundleEvent {
    /// Its canonical bytes, exactly as they were hashed. Dates, numbers and hashes are read from these.
    pub bytes: Vec<u8>,
    /// What happened, as a sentence.
    pub sentence: Personal<String>,
    /// What else to know, or empty.
    pub aside: Personal<String>,
    /// Who recorded it, in words.
    pub who: String,
}

/// A particular that is disclosed.
#[derive(Clone, Debug)]
pub struct BundleParticular {
    /// Number of its event in the casebook.
    pub seq: u64,
    /// Number of its event in the case.
    pub case_seq: u64,
    /// Its name in that event.
    pub name: String,
    /// The recorded bytes.
    pub value: Personal<Vec<u8>>,
    /// The salt of its commitment.
    pub salt: Personal<[u8; 32]>,
}

/// Why a particular is not in a bundle.
///
/// There is no reason for secret matters (EXP-3): one of its own would give away what it keeps. They are `Internal`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It is about somebody else.
    OtherPerson,
    /// Advice of a lawyer.
    LegalAdvice,
    /// Advice and considerations within the company.
    Internal,
    /// Proof of identity, which leaves in no export (ID-3).
    Identity,
    /// It no longer exists.
    Erased,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 5] =
        [Self::OtherPerson, Self::LegalAdvice, Self::Internal, Self::Identity, Self::Erased];

    /// Its code in `particulars.jsonl`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::OtherPerson => "other_person",
            Self::LegalAdvice => "legal_advice",
            Self::Internal => "internal",
            Self::Identity => "identity",
            Self::Erased => "erased",
        }
    }

    /// What people read. `verify.py` says the same.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::OtherPerson => "withheld: it is about somebody else",
            Self::LegalAdvice => "withheld: legal advice",
            Self::Internal => "withheld: internal advice",
            Self::Identity => "withheld: proof of identity is in no export",
            Self::Erased => "erased: it no longer exists",
        }
    }

    /// The reason of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// A particular that is not disclosed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundleWithheld {
    /// Number of its event in the casebook.
    pub seq: u64,
    /// Number of its event in the case.
    pub case_seq: u64,
    /// Its name in that event.
    pub name: String,
    /// Why.
    pub reason: Reason,
}

/// How one last day was worked out.
#[derive(Clone, Debug)]
pub struct BundleWorking {
    /// Of what, such as `Access`.
    pub of: String,
    /// The steps, in order.
    pub steps: Vec<BundleStep>,
}

/// One step of the working.
#[derive(Clone, Debug)]
pub struct BundleStep {
    /// The id of the rule, such as `TIME-9`.
    pub rule: String,
    /// The step as a sentence.
    pub text: String,
    /// The date it leads to.
    pub date: Option<NaiveDate>,
}

/// A file that goes into the bundle as it is.
#[derive(Clone)]
pub struct BundleFile {
    /// A generated name: letters, digits, `.`, `-` and `_`, nothing a person typed.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// SHA-256 that the bytes must have, 64 lower-case hexadecimal digits: what was recorded when the file was taken
    /// in or made final.
    pub sha256: String,
}

impl std::fmt::Debug for BundleFile {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("BundleFile").field("name", &self.name).finish_non_exhaustive()
    }
}

/// The key of a document opens it inside the casebook only; in a bundle the document itself is open or not there.
pub(crate) fn is_key_of_document(kind: &str, name: &str) -> bool {
    kind == "document.kept" && name == "key"
}

/// Files of a bundle have names that every system can hold, whatever a document was called where it came from.
pub(crate) fn is_generated_name(name: &str) -> bool {
    name.len() <= 120
        && name.starts_with(|first: char| first.is_ascii_alphanumeric())
        && name.ends_with(|last: char| last.is_ascii_alphanumeric())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
}

#[cfg(test)]
mod tests {
    use super::is_generated_name;

    #[test]
    fn a_name_that_leads_elsewhere_or_hides_is_not_generated() {
        for right in ["SR-2026-0042-E-1.pdf", "0001.pdf", "a", "SR-2026-0042-E"] {
            assert!(is_generated_name(right), "{right}");
        }
        let long = "a".repeat(121);
        for wrong in [
            "", ".", "..", "../x.pdf", "a/b.pdf", "a\\b.pdf", ".hidden", "a.", "a b.pdf", "ä.pdf", "a\n",
            "a%20", &long,
        ] {
            assert!(!is_generated_name(wrong), "{wrong}");
        }
    }
}
