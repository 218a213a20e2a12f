//! What is asked for, found and decided.

use serde::{Deserialize, Serialize};

use super::codes;

codes! {
    /// Under which law a request is answered (LAW-5).
    Regime {
        /// UK GDPR and the Data Protection Act 2018.
        Uk = "UK",
        /// Those and the EU GDPR.
        UkAndEu = "UK and EU",
    }
    /// How a case ended.
    Resolution {
        /// Answered.
        Answered = "answered",
        /// The requester withdrew.
        Withdrawn = "withdrawn",
        /// The person could not be verified (ID-4).
        NotVerified = "closed because the person could not be verified",
        /// Nobody replied to our question (TIME-8).
        NoReply = "closed because nobody replied to our question",
        /// The subject died (LAW-4).
        SubjectDied = "closed because the person died",
        /// Opened in error.
        OpenedInError = "opened in error",
    }
    /// Why there is doubt about who asks (ID-1).
    IdentityDoubt {
        /// An e-mail address we do not know.
        UnknownEmail = "the e-mail address is not known to us",
        /// Details that do not match ours.
        DetailsDiffer = "details do not match our records",
        /// The data is sensitive.
        SensitiveData = "the data is sensitive",
        /// Somebody else may be using the account.
        AccountMisused = "somebody else may be using the account",
        /// Another reason.
        Other = "another reason",
    }
    /// How identity was shown, the least intrusive first (ID-2).
    IdentityLevel {
        /// Known already, for example logged in.
        AlreadyKnown = "already known",
        /// A reply from an address or number we hold.
        KnownChannel = "reply from a known address or number",
        /// Two or three facts from our records.
        Questions = "questions about our records",
        /// A document seen and not kept.
        DocumentSeen = "document seen",
        /// A copy of a document.
        DocumentCopy = "copy of a document",
        /// A certified document.
        CertifiedDocument = "certified document",
    }
    /// Under which rule a fee is asked for; only the first moves the clock (FEE-1, TIME-5).
    FeeBasis {
        /// Manifestly unfounded or excessive, Art 12(5).
        Excessive = "a manifestly unfounded or excessive request",
        /// Further copies, Art 15(3).
        FurtherCopies = "further copies",
    }
    /// Why more time is needed (TIME-10).
    ExtensionReason {
        /// The requests are complex.
        Complex = "complexity",
        /// This person made many.
        Number = "the number of this person's requests",
    }
    /// What a search in one place came to (SEARCH-1, REF-7).
    SearchResult {
        /// Something was found.
        Found = "found",
        /// Nothing was found.
        Nothing = "nothing found",
        /// Not searched, with the reason (REF-7).
        NotSearched = "not searched",
    }
    /// What happens with a group of items (ITEM-1).
    Treatment {
        /// Goes out as it is.
        Released = "released",
        /// Goes out with parts made unreadable.
        Redacted = "redacted",
        /// Stays.
        Withheld = "withheld",
    }
    /// What weighing other people's interests came to (REF-5).
    ThirdPartyTest {
        /// They agreed.
        Agreed = "the other person agreed",
        /// Reasonable without their agreement.
        Reasonable = "reasonable without agreement",
        /// They can no longer be recognised once parts are made unreadable.
        Unrecognisable = "no longer recognisable once redacted",
        /// Not reasonable: it stays.
        NotReasonable = "not reasonable",
    }
    /// Whether the letter may say that something was left out, and why (REF-4).
    Naming {
        /// It says so, with the reason.
        Named = "the reason is given",
        /// It neither confirms nor denies.
        Neutral = "neither confirmed nor denied",
    }
    /// What was decided about the request.
    DecisionOutcome {
        /// Everything found goes out.
        ReleaseAll = "release everything found",
        /// A part stays.
        ReleasePart = "release a part",
        /// Nothing goes out.
        Refuse = "refuse",
        /// There is nothing.
        NothingHeld = "nothing is held",
    }
    /// How a decision stands to the DPO's advice (DEC-1).
    AdviceStanding {
        /// As advised.
        Followed = "as the DPO advised",
        /// Otherwise, with the reason.
        NotFollowed = "against the DPO’s advice",
        /// A recorded delegation covers it.
        Delegated = "under the recorded delegation",
    }
    /// For whom a history is exported (EXP-3).
    Audience {
        /// A court, our own lawyer: everything.
        Full = "full",
        /// The person: without third parties, legal advice and confidential matters.
        Subject = "for the person",
    }
    /// How an export is wrapped.
    Wrapping {
        /// An encrypted archive.
        Archive = "encrypted archive",
        /// A plain folder.
        Folder = "folder",
    }
}

impl IdentityLevel {
    /// Whether a copy is in our hands that has to be destroyed (ID-3).
    #[must_use]
    pub const fn leaves_copy(self) -> bool {
        match self {
            Self::DocumentCopy | Self::CertifiedDocument => true,
            Self::AlreadyKnown | Self::KnownChannel | Self::Questions | Self::DocumentSeen => false,
        }
    }
}
