//! What belongs to no case: the casebook itself and its settings. These events have a chain of their own.

mod holidays;

use casebook_law::Place;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::EntryId;
use crate::codes::{EntryChange, Register};

pub use holidays::{HandSet, HolidayChange, Holidays, line_of};

/// What reading a backup back found. A backup in which anything else is wrong is none, and is not recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verified {
    /// Everything is there and as it was written.
    Whole,
    /// Documents are left out that were damaged or missing in the casebook itself; the rest is as it was written.
    WithoutDocuments,
}

/// What happens to the casebook as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "facts", deny_unknown_fields)]
pub enum Event {
    /// The casebook was made.
    #[serde(rename = "casebook.created")]
    Created {},
    /// Two groups of the recovery key were typed back correctly.
    #[serde(rename = "recovery.confirmed")]
    RecoveryConfirmed {},
    /// The recovery key was replaced; the one before opens nothing any more.
    #[serde(rename = "recovery.renewed")]
    RecoveryRenewed {},
    /// The passphrase was replaced; the one before opens nothing any more but backups made before.
    #[serde(rename = "passphrase.changed")]
    PassphraseChanged {},
    /// A folder for backups was chosen. Particulars: `folder`, its path.
    #[serde(rename = "backup.folder_chosen")]
    BackupFolderChosen {},
    /// A backup was made.
    #[serde(rename = "backup.made")]
    BackupMade {
        /// The number of the last entry it holds.
        through: u64,
        /// How many files it consists of.
        files: u32,
        /// What was found when they were read back from where they were written.
        verified: Verified,
    },
    /// The casebook was restored from a backup. What had been erased since is erased again by this entry.
    #[serde(rename = "casebook.restored")]
    Restored {
        /// The number of the last entry that the backup held.
        through: u64,
        /// How many particulars were erased again.
        erased_again: u32,
    },
    /// An entry of a register was written, checked or retired. Particulars: `entry`, the whole of it as JSON. What
    /// counts is the newest of each entry.
    #[serde(rename = "register.changed")]
    RegisterChanged {
        /// Which register.
        register: Register,
        /// Which entry.
        entry: EntryId,
        /// Counts the changes of this entry, from 1.
        revision: u64,
        /// What was done.
        change: EntryChange,
    },
    /// A newer list of bank holidays was read in (CAL-2). It has the final word for its years. Particulars: `titles`, one
    /// line for each day ([`line_of`]), and `source`.
    #[serde(rename = "holidays.imported")]
    HolidaysImported {
        /// Counts the changes of holidays, from 1.
        revision: u64,
        /// The days of England and Wales, in order.
        england_and_wales: Vec<NaiveDate>,
        /// Those of Scotland.
        scotland: Vec<NaiveDate>,
        /// Those of Northern Ireland.
        northern_ireland: Vec<NaiveDate>,
        /// SHA-256 of the file, hexadecimal.
        sha256: String,
    },
    /// A day is a holiday, whatever the lists say (CAL-2). Particulars: `title`, `source`.
    #[serde(rename = "holiday.added")]
    HolidayAdded {
        /// Counts the changes of holidays, from 1.
        revision: u64,
        /// Where.
        place: Place,
        /// Which day.
        day: NaiveDate,
    },
    /// A day is none, whatever the lists say (CAL-2). Particulars: `source`.
    #[serde(rename = "holiday.removed")]
    HolidayRemoved {
        /// Counts the changes of holidays, from 1.
        revision: u64,
        /// Where.
        place: Place,
        /// Which day.
        day: NaiveDate,
    },
    /// Somebody looked whether anything new was published, and found nothing.
    #[serde(rename = "holidays.checked")]
    HolidaysChecked {
        /// Counts the changes of holidays, from 1.
        revision: u64,
    },
    /// Another picture stands at the head of letters, or none. Particulars: `logo`, the PNG, unless there is none.
    #[serde(rename = "logo.changed")]
    LogoChanged {
        /// Its width in pixels; 0 if there is none.
        width: u32,
        /// Its height in pixels; 0 if there is none.
        height: u32,
    },
    /// Settings were changed. Particulars: `settings`, the whole of them as JSON.
    #[serde(rename = "settings.changed")]
    SettingsChanged {
        /// Counts the changes, from 1.
        revision: u64,
        /// The day on which the regulator's facts were last confirmed (LAW-6), if they are.
        #[serde(skip_serializing_if = "Option::is_none")]
        regulator_confirmed_on: Option<NaiveDate>,
    },
}
