//! Files that the DPO chose in a dialog.

use std::path::Path;

use casebook_ipc::IpcError;

use crate::errors::AppError;

/// Reads a chosen file of at most `limit` bytes; `too_large` is what to say of a larger one.
///
/// # Errors
/// A field problem of `file`, with what is safe and what to do.
pub(crate) fn read_file(path: &Path, limit: usize, too_large: &str) -> Result<Vec<u8>, AppError> {
    let size = std::fs::metadata(path).map_err(|_| unreadable())?.len();
    if size > u64::try_from(limit).unwrap_or(u64::MAX) {
        return Err(IpcError::field("file", too_large).into());
    }
    std::fs::read(path).map_err(|_| unreadable())
}

fn unreadable() -> AppError {
    let message = "This file cannot be read. Nothing was recorded. Check that it is still there and that you may open it.";
    IpcError::field("file", message).into()
}
