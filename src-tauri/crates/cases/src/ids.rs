//! Every id type, in one list. Ids never mix, never appear in print and are made by `app`, never here.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps an id that `app` made or that was read back.
            #[must_use]
            pub const fn new(id: Uuid) -> Self {
                Self(id)
            }

            /// The id as it is stored: 16 bytes.
            #[must_use]
            pub const fn as_uuid(&self) -> &Uuid {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )+};
}

ids! {
    /// One case.
    CaseId,
    /// One person or body in one case.
    PartyId,
    /// One person across all cases ("same person as …" is the DPO's answer); random, says nothing.
    PersonId,
    /// One letter, from its first draft on.
    LetterId,
    /// One file kept with a case.
    DocumentId,
    /// One place looked into for a case.
    SearchId,
    /// One group of items found.
    GroupId,
    /// One task.
    TaskId,
    /// One entry of a register.
    EntryId,
    /// One action of the DPO; sent again after a crash, it is answered from the store.
    CommandId,
    /// One casebook.
    CasebookId,
}
