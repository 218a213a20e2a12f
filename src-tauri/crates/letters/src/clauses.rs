//! Locked clauses: paragraphs the law requires word for word as far as the product is concerned. They are shown as
//! chips and cannot be edited; a final letter contains each of its clauses exactly once (REF-3, RULES-1).

/// A required paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clause {
    /// Its id, recorded with the letter.
    pub(crate) id: &'static str,
    /// Raised with every change of its text.
    pub(crate) version: u32,
    /// What the chip says.
    pub(crate) title: &'static str,
    /// The rule that asks for it.
    pub(crate) rule: &'static str,
    /// It names the regulator, so the regulator's particulars have to be confirmed (LAW-6).
    pub(crate) names_regulator: bool,
    /// Text with fields of the letter in it.
    pub(crate) text: &'static str,
}

/// What the outside may know of a locked clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClauseSpec {
    /// Its id.
    pub id: &'static str,
    /// What the chip says.
    pub title: &'static str,
    /// The rule that asks for it.
    pub rule: &'static str,
    /// Its version.
    pub version: u32,
}

impl Clause {
    /// The clause without its text.
    pub(crate) const fn spec(&self) -> ClauseSpec {
        ClauseSpec { id: self.id, title: self.title, rule: self.rule, version: self.version }
    }
}

/// ACC-1, Article 15(1)(e).
pub(crate) const RIGHTS: Clause = Clause {
    id: "rights",
    version: 1,
    title: "Your other rights",
    rule: "ACC-1",
    names_regulator: false,
    text: "\
You can ask us:

- to correct personal data about you that is wrong, or to complete it (rectification)
- to erase personal data about you
- to restrict what we do with it, which means to keep it and not use it.

You can also object to our using it. If you object to marketing, we stop. The other rights do not apply in every \
case; if we cannot do what you ask, we will tell you why.",
};

/// ACC-1 (ea) and REF-3 (b): the complaint to the controller, section 164A of the Data Protection Act 2018.
pub(crate) const CHALLENGE_US: Clause = Clause {
    id: "challenge.us",
    version: 1,
    title: "Complain to us",
    rule: "REF-3",
    names_regulator: false,
    text: "\
**You can complain to us.** The law gives you the right to complain to us if you think that we have broken data \
protection law in how we use your personal data or in how we dealt with your request. Write to the Data Protection \
Officer at {{ organisation.address_line }}, or e-mail {{ dpo.email }}. We will acknowledge your complaint within \
30 days and tell you the outcome as soon as we can.",
};

/// ACC-1 (f) and REF-3 (c): the complaint to the regulator, section 165.
pub(crate) const CHALLENGE_REGULATOR: Clause = Clause {
    id: "challenge.regulator",
    version: 1,
    title: "Complain to the regulator",
    rule: "REF-3",
    names_regulator: true,
    text: "\
**You can complain to the regulator.** You have the right to complain to the {{ regulator.name }}, which normally \
expects you to have complained to us first. Write to {{ regulator.address_line }}\
{% if regulator.phone %}, telephone {{ regulator.phone }}{% endif %}\
{% if regulator.complaint_link %}, or use the form at {{ regulator.complaint_link }}{% endif %}.",
};

/// REF-3 (d): the courts. UK GDPR Articles 79 and 82, Data Protection Act 2018 sections 167 and 168.
pub(crate) const CHALLENGE_COURT: Clause = Clause {
    id: "challenge.court",
    version: 1,
    title: "Go to court",
    rule: "REF-3",
    names_regulator: false,
    text: "\
**You can go to court.** You can ask a court to order us to comply with the law, and to award compensation if you \
have suffered damage. In England, Wales and Northern Ireland this is the County Court or the High Court; in Scotland \
it is the sheriff court or the Court of Session.",
};
