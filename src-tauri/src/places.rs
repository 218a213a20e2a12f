//! Where this program's own files are on this computer. Names hold nothing personal.

use std::path::PathBuf;

const NAME: &str = "dpo-casebook";

/// The usual folder of the casebook; `None` if the system names no folder for the user's files.
pub(crate) fn casebook() -> Option<PathBuf> {
    Some(dirs::data_dir()?.join(NAME).join("casebook"))
}

/// What the web view keeps for itself: caches and salts, no content of a case.
pub(crate) fn web_view() -> Option<PathBuf> {
    Some(dirs::cache_dir()?.join(NAME).join("window"))
}

/// Where faults of the program are written down.
pub(crate) fn fault_record() -> Option<PathBuf> {
    Some(dirs::data_local_dir()?.join(NAME).join("faults.log"))
}
