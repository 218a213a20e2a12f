//! Safety of the desk: backups of the casebook, bringing one back, changing the passphrase, the recovery sheet.
//!
//! A backup folder holds `erased.log`, the documents of the casebook below `objects`, each once, and a folder for each
//! backup, named by its time (UTC): the database, the key file and a manifest. Everything in it is encrypted as in the
//! casebook itself. A backup counts only once it was read back from there.
//!
//! Start reading at `backup.rs`; `restore.rs` is the way back.

pub(crate) mod backup;
pub(crate) mod commands;
mod documents;
pub(crate) mod erasure_list;
pub(crate) mod passphrase_change;
pub(crate) mod recovery_sheet;
pub(crate) mod restore;
mod rotation;
mod snapshot;
mod status;
mod trouble;
