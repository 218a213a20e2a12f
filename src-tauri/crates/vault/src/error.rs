//! What can go wrong with keys. The texts say what this crate tried; none contains a path, a secret or a name.

use std::io;

use thiserror::Error;

use crate::random::NoRandomness;

/// Why a casebook's keys could not be made, read or used.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum Error {
    /// The passphrase does not open the key file. A key file whose passphrase part was changed says the same.
    #[error("the passphrase does not open this casebook")]
    WrongPassphrase,
    /// The recovery key does not open the key file. A key file whose recovery part was changed says the same.
    #[error("the recovery key does not open this casebook")]
    WrongRecoveryKey,
    /// There is no key file in the folder.
    #[error("there is no key file here")]
    Missing,
    /// The key file, or a key kept elsewhere, is not as it was written.
    #[error("damaged: {what}")]
    Damaged {
        /// What is not as it was written.
        what: &'static str,
    },
    /// The key file was written by a newer version.
    #[error("the key file was written by a newer version of this program")]
    Newer,
    /// The cost of guessing is outside the allowed bounds: too cheap, or so dear that it could only be meant to harm.
    #[error("the key derivation is weaker or dearer than allowed")]
    WeakParameters,
    /// A master key was used with the key file of another casebook.
    #[error("this key belongs to another casebook")]
    OtherCasebook,
    /// The id of the casebook is not 1 to 64 visible ASCII characters.
    #[error("the id of the casebook is not well formed")]
    CasebookId,
    /// There is not enough free memory to derive the key.
    #[error("there is not enough free memory to check the passphrase")]
    Memory,
    /// The cipher refused its input; it has no reason to.
    #[error("a key could not be encrypted")]
    Cipher,
    /// See [`NoRandomness`].
    #[error(transparent)]
    Random(#[from] NoRandomness),
    /// The key file could not be read or written.
    #[error("the key file could not be read or written")]
    Io(#[from] io::Error),
}
