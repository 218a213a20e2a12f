//! Who people are to a case, and how they are reached.

use serde::{Deserialize, Serialize};

use super::codes;

codes! {
    /// How something reached us, or left us (SEND-1).
    Channel {
        /// Post.
        Post = "by post",
        /// E-mail.
        Email = "by e-mail",
        /// Handed over.
        Hand = "by hand",
        /// Telephone; of an answer, read out to a person whose identity was proven another way.
        Phone = "by telephone",
        /// A form on a website.
        WebForm = "through a web form",
        /// Social media.
        SocialMedia = "through social media",
        /// A portal.
        Portal = "through a portal",
        /// A link that only the person can open.
        SecureLink = "by secure link",
        /// Collected by the person.
        Collected = "by collection",
        /// Any other way.
        Other = "another way",
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
        /// Somebody who received the data, or who is asked about it.
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
    /// What shows that somebody may act for the subject (AUTH-1).
    AuthorityType {
        /// A signed and dated authority.
        SignedAuthority = "a signed authority",
        /// A registered power of attorney.
        PowerOfAttorney = "a power of attorney",
        /// A court's order, or an appointment by one.
        CourtOrder = "a court order",
        /// Parental responsibility (CHILD-2).
        ParentalResponsibility = "parental responsibility",
        /// A mandate to a body under Art 80(1).
        Mandate = "a mandate",
        /// Casework of a Member of Parliament or a councillor.
        Casework = "casework of an elected representative",
        /// Anything else.
        Other = "other proof",
    }
    /// The size of type a person can read (REQ-5).
    PrintSize {
        /// 12 pt.
        Standard = "standard print",
        /// 18 pt.
        Large = "large print",
    }
}

impl Channel {
    /// Whether what comes this way is answered the same way unless the person asks otherwise (SEND-1).
    #[must_use]
    pub const fn is_electronic(self) -> bool {
        match self {
            Self::Email | Self::WebForm | Self::SocialMedia | Self::Portal | Self::SecureLink => true,
            Self::Post | Self::Hand | Self::Phone | Self::Collected | Self::Other => false,
        }
    }
}

impl Role {
    /// Whether somebody in this role asks on the subject's behalf, so that authority is needed (AUTH-1).
    #[must_use]
    pub const fn acts_for_another(self) -> bool {
        match self {
            Self::Representative | Self::ParentOrGuardian => true,
            Self::Subject | Self::Requester | Self::Authority | Self::Recipient | Self::Processor => false,
        }
    }
}
