//! What the DPO may suppose, to see where it would lead.

use serde::{Deserialize, Serialize};

use super::codes;

codes! {
    /// Something that has not happened and that would move a clock, or not.
    Supposed {
        /// We ask which information is meant.
        ClarificationAsked = "we ask which information is meant",
        /// The answer to that comes.
        ClarificationReceived = "the answer to our question comes",
        /// Notice of an extension is given.
        Extended = "we give notice of an extension",
        /// We ask for proof of identity.
        IdentityAsked = "we ask for proof of identity",
        /// It comes.
        IdentityReceived = "proof of identity comes",
        /// We ask for proof that somebody may act for the person.
        AuthorityAsked = "we ask for proof of authority",
        /// It comes.
        AuthorityReceived = "proof of authority comes",
        /// We ask for a fee under Art 12(5).
        FeeAsked = "we ask for a fee for an unfounded or excessive request",
        /// It is paid.
        FeePaid = "that fee is paid",
        /// The answer goes.
        Answered = "we send the answer",
    }
}
