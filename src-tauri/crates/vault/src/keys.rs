//! Deriving keys, wrapping one key with another, and wiping them.
//!
//! Every key is 32 bytes. A key is wrapped with XChaCha20-Poly1305 under a fresh random nonce, and everything that
//! describes it is authenticated with it. The master key never leaves this crate.

use std::fmt;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::{Zeroize as _, Zeroizing};

use crate::error::Error;
use crate::objects::ObjectKey;
use crate::random::{self, NoRandomness, RandomSource};
use crate::recovery_key::RecoveryKey;
use crate::secret::Secret;

pub(crate) const KEY_LENGTH: usize = 32;
pub(crate) const NONCE_LENGTH: usize = 24;
pub(crate) const TAG_LENGTH: usize = 16;
pub(crate) const SALT_LENGTH: usize = 32;
/// A key and the salt SQLCipher keeps in the first bytes of the database.
pub(crate) const DATABASE_KEY_LENGTH: usize = KEY_LENGTH + 16;

/// A key that is wiped when dropped.
pub(crate) type Key = Zeroizing<[u8; KEY_LENGTH]>;

/// What one guess at a passphrase costs (Argon2id).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KdfStrength {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes the memory is divided into.
    pub lanes: u32,
}

impl KdfStrength {
    /// 256 MiB and three passes: about 0.7 s.
    pub const DEFAULT: Self = Self { memory_kib: 256 * 1024, passes: 3, lanes: 4 };

    /// The floor: 64 MiB. Enough for a casebook that a test throws away, and still a real derivation.
    pub const FOR_TESTS: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 4 };

    /// Below the floor a guess is too cheap; above the ceiling a forged file could eat the memory.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let is_within = (64 * 1024..=1024 * 1024).contains(&self.memory_kib)
            && (3..=10).contains(&self.passes)
            && (1..=8).contains(&self.lanes);
        if is_within { Ok(()) } else { Err(Error::WeakParameters) }
    }
}

/// The key that wraps every other key of a casebook. Wiped when dropped, never shown by `Debug`.
#[derive(Clone)]
pub struct MasterKey {
    key: Key,
    casebook: String,
    database: DatabaseKey,
}

impl MasterKey {
    pub(crate) const fn new(key: Key, casebook: String, database: DatabaseKey) -> Self {
        Self { key, casebook, database }
    }

    /// The id of the casebook it belongs to.
    #[must_use]
    pub fn casebook_id(&self) -> &str {
        &self.casebook
    }

    /// What opens the database.
    #[must_use]
    pub const fn database_key(&self) -> &DatabaseKey {
        &self.database
    }

    /// Wraps the key of a document, for keeping in the database beside the document's id. Once the wrapped key is
    /// erased, the document cannot be read any more, wherever copies of its file may be.
    ///
    /// # Errors
    /// [`Error::Random`], and [`Error::Cipher`], which has no cause we know.
    pub fn wrap_object_key(
        &self,
        id: &[u8; 16],
        key: &ObjectKey,
        random: &mut RandomSource<'_>,
    ) -> Result<Vec<u8>, Error> {
        let nonce = random::array(random)?;
        let sealed = wrap(&self.object_wrap()?, &nonce, &self.object_label(id), key.text().as_bytes())?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Unwraps what [`MasterKey::wrap_object_key`] made for the same document.
    ///
    /// # Errors
    /// [`Error::Damaged`] if it is not that.
    pub fn unwrap_object_key(&self, id: &[u8; 16], wrapped: &[u8]) -> Result<ObjectKey, Error> {
        let key = self.object_wrap()?;
        wrapped
            .split_first_chunk()
            .and_then(|(nonce, sealed)| unwrap(&key, nonce, &self.object_label(id), sealed))
            .and_then(|text| ObjectKey::from_text(std::str::from_utf8(&text).ok()?))
            .ok_or(Error::Damaged { what: "the key of a document" })
    }

    pub(crate) const fn key(&self) -> &Key {
        &self.key
    }

    fn object_wrap(&self) -> Result<Key, Error> {
        expand(&*self.key, &[], "cb/objwrap/v1")
    }

    fn object_label(&self, id: &[u8; 16]) -> Vec<u8> {
        [id.as_slice(), self.casebook.as_bytes()].concat()
    }
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("‹master key›")
    }
}

/// What SQLCipher needs: a raw key of 32 bytes and the 16 bytes of salt that begin the database file.
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseKey(Zeroizing<[u8; DATABASE_KEY_LENGTH]>);

impl DatabaseKey {
    /// Draws a key for a new database.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn draw(random: &mut RandomSource<'_>) -> Result<Self, NoRandomness> {
        let mut bytes = Zeroizing::new([0; DATABASE_KEY_LENGTH]);
        random(&mut *bytes)?;
        Ok(Self(bytes))
    }

    /// The key as SQLCipher's `PRAGMA key` takes it: `x'` and 96 hexadecimal digits and `'`. It contains no character
    /// that would need quoting.
    #[must_use]
    pub fn pragma_text(&self) -> Zeroizing<String> {
        // Written in place: a string that grows leaves copies of itself behind.
        let mut text = Zeroizing::new(String::with_capacity(2 * DATABASE_KEY_LENGTH + 3));
        text.push_str("x'");
        for byte in self.0.iter() {
            text.extend(
                [byte >> 4, byte & 0xf].map(|nibble| char::from_digit(nibble.into(), 16).unwrap_or('0')),
            );
        }
        text.push('\'');
        text
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &*self.0
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(|bytes| Self(Zeroizing::new(bytes)))
    }
}

impl fmt::Debug for DatabaseKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("‹database key›")
    }
}

/// Draws a random key.
pub(crate) fn draw(random: &mut RandomSource<'_>) -> Result<Key, NoRandomness> {
    let mut key = Zeroizing::new([0; KEY_LENGTH]);
    random(&mut *key)?;
    Ok(key)
}

/// Slow on purpose: the key a passphrase stands for.
pub(crate) fn from_passphrase(
    passphrase: &Secret,
    salt: &[u8; SALT_LENGTH],
    strength: KdfStrength,
) -> Result<Key, Error> {
    // Checked here too, so that no caller can allocate first.
    strength.check()?;
    let params = Params::new(strength.memory_kib, strength.passes, strength.lanes, Some(KEY_LENGTH))
        .map_err(|_| Error::WeakParameters)?;
    let mut memory = Vec::new();
    memory.try_reserve_exact(params.block_count()).map_err(|_| Error::Memory)?;
    memory.resize(params.block_count(), Block::new());

    let mut key = Zeroizing::new([0; KEY_LENGTH]);
    let derived = Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into_with_memory(
        passphrase.bytes(),
        salt,
        &mut *key,
        &mut memory,
    );
    memory.zeroize();
    derived.map_err(|_| Error::WeakParameters)?;
    Ok(key)
}

/// Quick: a recovery key is as hard to guess as any key.
pub(crate) fn from_recovery_key(recovery: &RecoveryKey, salt: &[u8; SALT_LENGTH]) -> Result<Key, Error> {
    expand(recovery.bytes(), salt, "cb/recovery/v1")
}

/// HKDF-SHA256: a key for one purpose out of another. It fails only for more than 8,160 bytes of output.
pub(crate) fn expand(secret: &[u8], salt: &[u8], purpose: &str) -> Result<Key, Error> {
    let mut key = Zeroizing::new([0; KEY_LENGTH]);
    Hkdf::<Sha256>::new(Some(salt), secret)
        .expand(purpose.as_bytes(), &mut *key)
        .map_err(|_| Error::Cipher)?;
    Ok(key)
}

/// Encrypts `secret` and authenticates it together with `label`.
pub(crate) fn wrap(
    key: &Key,
    nonce: &[u8; NONCE_LENGTH],
    label: &[u8],
    secret: &[u8],
) -> Result<Vec<u8>, Error> {
    XChaCha20Poly1305::new((&**key).into())
        .encrypt(&XNonce::from(*nonce), Payload { msg: secret, aad: label })
        .map_err(|_| Error::Cipher)
}

/// The reverse of [`wrap`]; nothing if the key, the label or any byte is another.
pub(crate) fn unwrap(
    key: &Key,
    nonce: &[u8; NONCE_LENGTH],
    label: &[u8],
    sealed: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    XChaCha20Poly1305::new((&**key).into())
        .decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: label })
        .ok()
        .map(Zeroizing::new)
}
