//! Closed lists whose codes stand in events.

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident { $( $(#[$line:meta])* $variant:ident = $words:literal ),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $( $(#[$line])* $variant ),+ }

        impl $name {
            /// Every member, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// How it reads inside a sentence.
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self { $(Self::$variant => $words),+ }
            }
        }
    )+};
}

codes! {
    /// How something reached us, or left us (SEND-1).
    Channel {
        /// Post.
        Post = "by post",
        /// E-mail.
        Email = "by e-mail",
        /// Handed over.
        Hand = "by hand",
        /// Telephone.
        Phone = "by telephone",
        /// A form on a website.
        WebForm = "through a web form",
        /// Social media.
        SocialMedia = "through social media",
        /// A portal.
        Portal = "through a portal",
        /// Any other way.
        Other = "another way",
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
    /// What a person is in a case.
    Role {
        /// The person the data is about.
        Subject = "the person the data is about",
        /// Whoever wrote to us.
        Requester = "the requester",
        /// Somebody who acts for the subject.
        Representative = "the representative",
        /// A parent or guardian.
        ParentOrGuardian = "the parent or guardian",
        /// An authority.
        Authority = "the authority",
        /// Somebody who received the data.
        Recipient = "a recipient",
        /// Somebody who holds data for us.
        Processor = "a processor",
    }
    /// What the company is for the data asked about (ROLE-1).
    OurRole {
        /// It decides about the data.
        Controller = "controller",
        /// It holds the data for a client.
        Processor = "processor",
        /// Some of each.
        Both = "controller and processor",
    }
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
        /// Opened in error.
        OpenedInError = "opened in error",
    }
    /// What sort of file a document is.
    Media {
        /// Plain text.
        Text = "text",
        /// Anything else.
        Other = "file",
    }
    /// Why more time is needed (TIME-10).
    ExtensionReason {
        /// The requests are complex.
        Complex = "complexity",
        /// This person made many.
        Number = "the number of this person's requests",
    }
    /// Who a person is to the company (TYPE-1). Each kind has purposes, systems and periods of its own.
    PersonKind {
        /// Somebody who looks at a website.
        WebsiteVisitor = "website visitor",
        /// Somebody who deals with us for a client.
        ClientContact = "client contact",
        /// A supplier, or somebody who works for one.
        Supplier = "supplier",
        /// Somebody who applied for work.
        Applicant = "applicant",
        /// Somebody who works or worked for the company.
        Worker = "worker or former worker",
        /// Anybody else.
        Other = "other",
    }
    /// What the company keeps a list of, so that an answer need not be written anew each time (ACC-1, SEARCH-1).
    Register {
        /// Where data lies, and whom to ask to search there.
        Systems = "systems",
        /// What data is used for.
        Purposes = "purposes",
        /// Which kinds of data there are.
        Categories = "kinds of data",
        /// Who receives data, processors among them.
        Recipients = "recipients and processors",
        /// How long data is kept.
        Retention = "how long data is kept",
        /// Where data comes from.
        Sources = "where data comes from",
    }
    /// What was done with an entry of a register.
    EntryChange {
        /// It was written, for the first time or anew.
        Kept = "written",
        /// Somebody looked and found that it is still so.
        Checked = "checked",
        /// It holds no longer from some day on. It stays readable.
        Retired = "retired",
    }
    /// The kinds of letter that exist so far (law.md section 8).
    LetterKind {
        /// Acknowledgement of a request.
        L01 = "acknowledgement",
        /// Answer to an access request.
        L07 = "answer to the access request",
    }
}

impl Channel {
    /// Whether what comes this way is answered the same way unless the person asks otherwise (SEND-1).
    #[must_use]
    pub const fn is_electronic(self) -> bool {
        match self {
            Self::Email | Self::WebForm | Self::SocialMedia | Self::Portal => true,
            Self::Post | Self::Hand | Self::Phone | Self::Other => false,
        }
    }
}
