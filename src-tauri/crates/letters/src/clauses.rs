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

/// TIME-5 (b): the month waits for what makes us sure who is asking. UK GDPR Articles 12(6)(b) and 12A(2)(b).
pub(crate) const IDENTITY_CLOCK: Clause = Clause {
    id: "identity.clock",
    version: 1,
    title: "When our time starts",
    rule: "TIME-5",
    names_regulator: false,
    text: "\
**When our time starts.** The month in which we have to answer begins on the day on which we receive what we ask \
for in this letter. Until then the law allows us to wait.",
};

/// ID-2 and ID-3: nothing is asked for that can be avoided, and nothing is kept that is no longer needed.
pub(crate) const IDENTITY_PAPERS: Clause = Clause {
    id: "identity.papers",
    version: 1,
    title: "How to show who you are, and what happens to it",
    rule: "ID-2",
    names_regulator: false,
    text: "\
- Do not send originals. A copy is enough, and you may cover everything on it that we have not asked for.
- If you cannot send this, or would rather not send a document, tell us. There are other ways, for example to answer \
from an e-mail address that we already have, or to answer a few questions.
- We use what you send for this check alone. We note that the check was made, and then destroy the copy.",
};

/// ID-4: whoever is not known yet learns nothing about the person.
pub(crate) const NO_CONFIRMATION: Clause = Clause {
    id: "no_confirmation",
    version: 1,
    title: "This letter does not say what we hold",
    rule: "ID-4",
    names_regulator: false,
    text: "\
{% if closing.is_clarification %}\
This letter is not an answer to your request, and does not say what personal data we hold about you.\
{% else %}\
This letter does not say whether we hold personal data about anybody. We say so only when we know who is asking and \
that they may ask, because that protects the person concerned.\
{% endif %}",
};

/// AUTH-1: the same for somebody who acts for another person.
pub(crate) const AUTHORITY_CLOCK: Clause = Clause {
    id: "authority.clock",
    version: 1,
    title: "When our time starts",
    rule: "AUTH-1",
    names_regulator: false,
    text: "\
**When our time starts.** It is for the person who acts for somebody else to show that they may. The month in which \
we have to answer begins on the day on which we receive what we ask for in this letter.",
};

/// AUTH-1: papers of a representative, and the right to write to the person direct.
pub(crate) const AUTHORITY_PAPERS: Clause = Clause {
    id: "authority.papers",
    version: 1,
    title: "How to show that you may act, and what happens to it",
    rule: "AUTH-1",
    names_regulator: false,
    text: "\
- Do not send originals. A copy is enough, and you may cover everything on it that we have not asked for.
- If you cannot send this, tell us. There are other ways, for example that the person you act for writes to us.
- We may write to the person you act for direct, to make sure that this is what they want.
- We use what you send for this check alone, note that the check was made, and then destroy the copy.",
};

/// TIME-7: the pause, in the words of its effect. UK GDPR Article 12A(5) and (6).
pub(crate) const CLARIFICATION_CLOCK: Clause = Clause {
    id: "clarification.clock",
    version: 1,
    title: "The time for our answer stops",
    rule: "TIME-7",
    names_regulator: false,
    text: "\
**What this does to the time for our answer.** The law stops our time while we wait for you: the days from the day \
on which we send this letter to the day on which we receive your reply, both included, do not count. Then the time \
goes on from where it stopped. Any reply will do, also one that says that you do not want to narrow your request.",
};

/// FEE-1 and TIME-5 (c): what the fee is for, and what it does to the time. UK GDPR Articles 12(5) and 15(3).
pub(crate) const FEE_CLOCK: Clause = Clause {
    id: "fee.clock",
    version: 1,
    title: "What the fee does to the time",
    rule: "FEE-1",
    names_regulator: false,
    text: "\
{% if fee.for_copies %}\
**What this does to the time for our answer.** The first copy is free. The law allows a reasonable fee for more \
copies, based on what they cost us to make. It does not change the time in which we answer your request.\
{% else %}\
**What this does to the time for our answer.** Answers to such requests are free. Only where a request is manifestly \
unfounded or excessive does the law allow a reasonable fee, based on what the answer costs us. The month in which we \
have to answer begins on the day on which we receive the fee. If you do not agree that your request is of that kind, \
tell us, or use one of the ways at the end of this letter.\
{% endif %}",
};

/// TIME-10: the extension, its reason and its last day. UK GDPR Article 12A(3) and (4).
pub(crate) const EXTENSION: Clause = Clause {
    id: "extension",
    version: 1,
    title: "We need more time",
    rule: "TIME-10",
    names_regulator: false,
    text: "\
The law lets us take up to two months more where that is necessary because of {% if extension.for_number %}the number \
of requests a person has made{% else %}how complex a person's requests are{% endif %}. \
{% if extension.for_number %}You have made a number of requests{% else %}Your request is complex{% endif %}, and we \
explain below why that makes more time necessary. Our new last day is {{ extension.last_day }}\
{% if last_day %}; without the extension it is {{ last_day }}{% endif %}. We will answer earlier if we can.",
};

/// TRUE-1 and Article 15(1A): what may truly be said when a search finds nothing.
pub(crate) const NOTHING_FOUND: Clause = Clause {
    id: "nothing.found",
    version: 1,
    title: "Nothing was found",
    rule: "TRUE-1",
    names_regulator: false,
    text: "\
Apart from your request itself and our record of it, a reasonable and proportionate search found no personal data \
about you.",
};

/// TIME-14: a late answer is still owed.
pub(crate) const STILL_OWED: Clause = Clause {
    id: "still.owed",
    version: 1,
    title: "We still owe you the answer",
    rule: "TIME-14",
    names_regulator: false,
    text: "\
We still owe you the whole answer. You do not have to ask again, and you do not have to do anything to get it.",
};

/// REF-5: a third party is asked and not pressed.
pub(crate) const NO_DUTY: Clause = Clause {
    id: "no_duty",
    version: 1,
    title: "You do not have to agree",
    rule: "REF-5",
    names_regulator: false,
    text: "\
**You do not have to agree, and you do not have to answer.** If you object, tell us why and we will take it into \
account; no answer counts as no agreement. In the end data protection law makes us decide what is fair to everybody, \
and we may have to give the information even so.",
};
