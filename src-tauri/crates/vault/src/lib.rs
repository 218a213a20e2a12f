//! The keys of a casebook and the files around its database: the key file, the encrypted documents, the lock file, and
//! the careful ways of writing and choosing a place.
//!
//! Nothing here knows SQL, an event or a case. Nothing here prints a secret, keeps one longer than needed, repairs
//! damage by deleting, or opens a network connection.
//!
//! ```text
//! passphrase ── NFKC, Argon2id ──┐
//!                                ├─ unwraps ─ master key ─┬─ "cb/dbwrap/v1"  ─ unwraps ─ database key and salt
//! recovery key ── HKDF ──────────┘                        └─ "cb/objwrap/v1" ─ wraps the key of each document
//! ```
//!
//! Start with [`KeyFile::create`] and [`KeyFile::unlock_with_passphrase`].

#![deny(missing_docs)]

pub mod atomic;
pub mod copies;
mod error;
mod hex;
mod key_file;
mod keys;
mod lock_file;
pub mod objects;
pub mod place;
mod platform;
mod random;
mod recovery_key;
mod secret;

pub use error::Error;
pub use key_file::{KEY_FILE_NAME, KeyFile, PREVIOUS_KEY_FILE_NAME};
pub use keys::{DatabaseKey, KdfStrength, MasterKey};
pub use lock_file::{LOCK_FILE_NAME, LockError, LockFile};
pub use objects::ObjectKey;
pub use random::{NoRandomness, RandomSource, os_random};
pub use recovery_key::{RecoveryKey, RecoveryKeyError};
pub use secret::Secret;
