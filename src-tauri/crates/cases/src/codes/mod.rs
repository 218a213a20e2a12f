//! Closed lists whose codes stand in events: what an event says is a code from here, a date, an id or a number.

mod letters;
mod papers;
mod people;
mod registers;
mod request;
mod supposed;

pub use letters::{LetterKind, PostalClass, ReturnReason, Sides};
pub use papers::{LinkKind, Media, NoteSort, Purpose, TaskKind};
pub use people::{AuthorityType, Channel, OurRole, PersonKind, PrintSize, Role};
pub use registers::{EntryChange, MovedBy, Register};
pub use request::{
    AdviceStanding, Audience, DecisionOutcome, ExtensionReason, FeeBasis, IdentityDoubt, IdentityLevel,
    Naming, Regime, Resolution, SearchResult, ThirdPartyTest, Treatment, Wrapping,
};
pub use supposed::Supposed;

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

use codes;
