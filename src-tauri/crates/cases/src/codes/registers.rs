//! The registers of the casebook.

use serde::{Deserialize, Serialize};

use super::codes;

codes! {
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
    /// What moved a last day that had been worked out (CAL-2).
    MovedBy {
        /// A newer list of holidays.
        Imported = "a newer list of holidays was read in",
        /// A holiday that was added.
        Added = "a holiday was added",
        /// A holiday that was taken away.
        Removed = "a holiday was taken away",
        /// The case was opened again after the list had changed.
        Reopened = "the holidays changed while the case was closed",
    }
}
