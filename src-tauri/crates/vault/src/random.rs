//! Where random bytes come from: the caller says, so that tests can repeat themselves and the product always asks the
//! operating system.

use thiserror::Error;

/// The operating system gave no random bytes. Nothing was made or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the operating system gave no random bytes")]
pub struct NoRandomness;

/// Fills a buffer with bytes that nobody can guess, or says that it cannot.
pub type RandomSource<'a> = dyn FnMut(&mut [u8]) -> Result<(), NoRandomness> + 'a;

/// The operating system's generator: the only source outside tests.
///
/// # Errors
/// [`NoRandomness`] if it fails.
pub fn os_random(bytes: &mut [u8]) -> Result<(), NoRandomness> {
    getrandom::fill(bytes).map_err(|_| NoRandomness)
}

/// An array of random bytes.
pub(crate) fn array<const LENGTH: usize>(
    random: &mut RandomSource<'_>,
) -> Result<[u8; LENGTH], NoRandomness> {
    let mut bytes = [0; LENGTH];
    random(&mut bytes)?;
    Ok(bytes)
}
