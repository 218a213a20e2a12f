//! Telling a long story: many actions share a transaction, so that not each of them waits for the disk. For casebooks of
//! made-up people alone; everywhere else what was answered is on the disk.

use casebook_ipc::IpcError;

use crate::errors::{AppError, bug};
use crate::gatehouse::Gate;

/// From now on a power cut may cost the last few hundred actions. Until [`end_bulk`].
///
/// # Errors
/// [`IpcError::Locked`]; a bug if the people of this casebook are not made up.
pub fn begin_bulk(gate: &Gate) -> Result<(), IpcError> {
    let open = gate.open().ok_or(IpcError::Locked)?;
    if !open.place.made_up {
        return Err(bug("bulk").into());
    }
    Ok(open.inner().store.begin_bulk().map_err(AppError::from)?)
}

/// Everything answered so far is on the disk, and so is from now on each action before it is answered.
///
/// # Errors
/// [`IpcError::Locked`], or why it could not be written.
pub fn end_bulk(gate: &Gate) -> Result<(), IpcError> {
    let open = gate.open().ok_or(IpcError::Locked)?;
    Ok(open.inner().store.end_bulk().map_err(AppError::from)?)
}
