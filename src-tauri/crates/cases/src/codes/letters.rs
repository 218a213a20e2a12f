//! Letters and the post.

use serde::{Deserialize, Serialize};

use super::codes;

codes! {
    /// The kinds of letter that exist so far (law.md section 8).
    LetterKind {
        /// Any other letter.
        L00 = "letter",
        /// Acknowledgement of a request.
        L01 = "acknowledgement",
        /// Asks for proof of identity.
        L02 = "request for proof of identity",
        /// Asks for proof of authority.
        L03 = "request for proof of authority",
        /// Asks which information is meant.
        L04 = "question about the request",
        /// Fee notice.
        L05 = "fee notice",
        /// Notice of an extension.
        L06 = "notice of an extension",
        /// Answer to an access request.
        L07 = "answer to the access request",
        /// Answer: nothing is held.
        L08 = "answer that nothing is held",
        /// Refusal of the whole.
        L11 = "refusal",
        /// Answer that refuses a part.
        L12 = "answer with a part refused",
        /// Closing because no proof or no reply came.
        L30 = "closing letter",
        /// The answer is late and still owed.
        L32 = "holding letter",
        /// Asks a third party about disclosing what concerns them.
        L33 = "question to a third party",
        /// The withdrawal is confirmed.
        L34 = "confirmation of the withdrawal",
        /// To a relative or an executor.
        L36 = "letter to a relative or executor",
    }
    /// The postal class of a letter.
    PostalClass {
        /// 1st class.
        First = "1st class",
        /// 2nd class.
        Second = "2nd class",
        /// 1st class, signed for.
        FirstSigned = "1st class, signed for",
        /// 2nd class, signed for.
        SecondSigned = "2nd class, signed for",
        /// Special Delivery.
        SpecialDelivery = "Special Delivery",
        /// Courier.
        Courier = "by courier",
    }
    /// Why a letter came back, as the post writes it, or an e-mail did (POST-1).
    ReturnReason {
        /// Addressee gone away.
        GoneAway = "addressee gone away",
        /// Addressee unknown.
        Unknown = "addressee unknown",
        /// Address incomplete.
        Incomplete = "address incomplete",
        /// No such address.
        NoSuchAddress = "no such address",
        /// Refused.
        Refused = "refused",
        /// Not called for.
        NotCalledFor = "not called for",
        /// The place could not be reached.
        Inaccessible = "inaccessible",
        /// An e-mail that bounced.
        Bounced = "bounced",
        /// Opened on the way or delivered to somebody else; consider a breach (INC-1).
        OpenedOrMisdelivered = "opened or delivered to somebody else",
        /// Lost on the way.
        Lost = "lost",
    }
    /// How sheets are printed.
    Sides {
        /// On one side.
        One = "one side",
        /// On both sides.
        Both = "both sides",
    }
}

impl LetterKind {
    /// Whether sending it answers the access request, wholly or with a refusal (REF-2).
    #[must_use]
    pub const fn answers(self) -> bool {
        match self {
            Self::L07 | Self::L08 | Self::L11 | Self::L12 => true,
            Self::L00
            | Self::L01
            | Self::L02
            | Self::L03
            | Self::L04
            | Self::L05
            | Self::L06
            | Self::L30
            | Self::L32
            | Self::L33
            | Self::L34
            | Self::L36 => false,
        }
    }
}

impl PostalClass {
    /// Whether the margin of second class counts (TIME-13).
    #[must_use]
    pub const fn is_second(self) -> bool {
        match self {
            Self::Second | Self::SecondSigned => true,
            Self::First | Self::FirstSigned | Self::SpecialDelivery | Self::Courier => false,
        }
    }
}
