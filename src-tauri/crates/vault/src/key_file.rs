//! The key file `casebook.keys`: the master key, wrapped once for the passphrase and once for the recovery key, and
//! the database key, wrapped with the master key.
//!
//! It is a small text of JSON with one possible form. Each slot authenticates its own cost and kind; the wrapping of
//! the database key authenticates everything else in the file. A changed byte anywhere is therefore refused, and a
//! slot cannot be made cheaper to guess. Passphrase and recovery key can be changed without touching the database.

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::atomic;
use crate::error::Error;
use crate::hex::Hex;
use crate::keys::{
    self, DATABASE_KEY_LENGTH, DatabaseKey, KEY_LENGTH, KdfStrength, Key, MasterKey, NONCE_LENGTH,
    SALT_LENGTH, TAG_LENGTH,
};
use crate::random::{self, RandomSource};
use crate::recovery_key::RecoveryKey;
use crate::secret::Secret;

/// The name of the key file in the casebook's folder.
pub const KEY_FILE_NAME: &str = "casebook.keys";
/// The key file as it was before the last change, until the next successful unlocking.
pub const PREVIOUS_KEY_FILE_NAME: &str = "casebook.keys.prev";

const FORMAT: u64 = 1;
const LARGEST_FILE: u64 = 8 * 1024;
const ARGON2ID: &str = "argon2id";
const HKDF: &str = "hkdf-sha256";

/// The key file of a casebook. It holds nothing secret in the clear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFile(Stored);

/// The file as JSON. The fields of all these structs stand in the order of their names, which makes the form canonical.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    casebook: String,
    database: WrappedDatabaseKey,
    format: u64,
    slots: Slots,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrappedDatabaseKey {
    nonce: Hex<NONCE_LENGTH>,
    sealed: Hex<{ DATABASE_KEY_LENGTH + TAG_LENGTH }>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Slots {
    passphrase: Slot<Argon2idCost>,
    recovery: Slot<NoCost>,
}

/// The master key, wrapped for one way of unlocking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Slot<Cost> {
    cost: Cost,
    kdf: String,
    nonce: Hex<NONCE_LENGTH>,
    salt: Hex<SALT_LENGTH>,
    sealed: Hex<{ KEY_LENGTH + TAG_LENGTH }>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Argon2idCost {
    lanes: u32,
    memory_kib: u32,
    passes: u32,
}

/// A recovery key cannot be guessed at any cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct NoCost {}

/// What the wrapping in a slot authenticates.
#[derive(Serialize)]
struct SlotLabel<'a, Cost> {
    casebook: &'a str,
    cost: &'a Cost,
    format: u64,
    kdf: &'a str,
    salt: &'a Hex<SALT_LENGTH>,
}

/// What the wrapping of the database key authenticates: the rest of the file.
#[derive(Serialize)]
struct FileLabel<'a> {
    casebook: &'a str,
    format: u64,
    slots: &'a Slots,
}

impl KeyFile {
    /// Makes the keys of a new casebook: a random master key and database key, and a recovery key to be shown once.
    /// Nothing is written yet.
    ///
    /// # Errors
    /// [`Error::CasebookId`], [`Error::WeakParameters`], [`Error::Memory`] or [`Error::Random`].
    pub fn create(
        casebook_id: &str,
        passphrase: &Secret,
        strength: KdfStrength,
        random: &mut RandomSource<'_>,
    ) -> Result<(Self, MasterKey, RecoveryKey), Error> {
        if !is_id(casebook_id) {
            return Err(Error::CasebookId);
        }
        let database = DatabaseKey::draw(random)?;
        let master = MasterKey::new(keys::draw(random)?, casebook_id.to_owned(), database);
        let recovery = RecoveryKey::draw(random)?;
        let slots = Slots {
            passphrase: passphrase_slot(&master, passphrase, strength, random)?,
            recovery: recovery_slot(&master, &recovery, random)?,
        };
        Ok((Self::seal(&master, slots, random)?, master, recovery))
    }

    /// Reads the key file in a casebook's folder.
    ///
    /// # Errors
    /// [`Error::Missing`], [`Error::Newer`], [`Error::Damaged`] if it has not the one form, [`Error::WeakParameters`].
    pub fn read(folder: &Path) -> Result<Self, Error> {
        Self::read_file(&folder.join(KEY_FILE_NAME))
    }

    /// Reads the key file as it was before the last change, if it is still kept. It opens with the passphrase and
    /// recovery key of that time.
    ///
    /// # Errors
    /// As [`KeyFile::read`].
    pub fn read_previous(folder: &Path) -> Result<Self, Error> {
        Self::read_file(&folder.join(PREVIOUS_KEY_FILE_NAME))
    }

    /// Writes the key file into a casebook's folder. A different one that is there is kept beside it until
    /// [`KeyFile::forget_previous`].
    ///
    /// # Errors
    /// [`Error::Io`]; the old key file is then still in place.
    pub fn write(&self, folder: &Path) -> Result<(), Error> {
        // A damaged file is not worth keeping, least of all in place of a good previous one.
        if let Ok(old) = Self::read(folder)
            && old != *self
        {
            atomic::write(&folder.join(PREVIOUS_KEY_FILE_NAME), &old.to_bytes())?;
        }
        Ok(atomic::write(&folder.join(KEY_FILE_NAME), &self.to_bytes())?)
    }

    /// Removes the previous key file. To be called after each successful unlocking: by then the new passphrase is known
    /// to work, and the old one must no longer.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn forget_previous(folder: &Path) -> Result<(), Error> {
        Ok(atomic::remove(&folder.join(PREVIOUS_KEY_FILE_NAME))?)
    }

    /// Reads a key file from its bytes, for example from a backup.
    ///
    /// # Errors
    /// As [`KeyFile::read`], except [`Error::Missing`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        #[derive(Deserialize)]
        struct Format {
            format: u64,
        }
        let damaged = |_| Error::Damaged { what: "the key file" };
        let Format { format } = serde_json::from_slice(bytes).map_err(damaged)?;
        if format > FORMAT {
            return Err(Error::Newer);
        }
        let key_file = Self(serde_json::from_slice(bytes).map_err(damaged)?);
        let Stored { casebook, slots, .. } = &key_file.0;
        let is_of_one_form = format == FORMAT
            && is_id(casebook)
            && slots.passphrase.kdf == ARGON2ID
            && slots.recovery.kdf == HKDF
            && key_file.to_bytes() == bytes;
        if !is_of_one_form {
            return Err(Error::Damaged { what: "the key file" });
        }
        key_file.strength().check()?;
        Ok(key_file)
    }

    /// The bytes of the file: canonical JSON, below 8 KiB.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        canonical(&self.0)
    }

    /// The id of the casebook.
    #[must_use]
    pub fn casebook_id(&self) -> &str {
        &self.0.casebook
    }

    /// What a guess at the passphrase costs.
    #[must_use]
    pub const fn strength(&self) -> KdfStrength {
        let Argon2idCost { lanes, memory_kib, passes } = self.0.slots.passphrase.cost;
        KdfStrength { memory_kib, passes, lanes }
    }

    /// Unlocks with the passphrase. Slow on purpose; call it away from the window's thread.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`]; [`Error::Damaged`] if the passphrase is right but something else was changed;
    /// [`Error::WeakParameters`], [`Error::Memory`].
    pub fn unlock_with_passphrase(&self, passphrase: &Secret) -> Result<MasterKey, Error> {
        let slot = &self.0.slots.passphrase;
        let key = keys::from_passphrase(passphrase, &slot.salt.0, self.strength())?;
        let master = slot.open(&self.0.casebook, &key).ok_or(Error::WrongPassphrase)?;
        self.unseal(master)
    }

    /// Unlocks with the recovery key.
    ///
    /// # Errors
    /// [`Error::WrongRecoveryKey`]; [`Error::Damaged`] if it is right but something else was changed.
    pub fn unlock_with_recovery_key(&self, recovery: &RecoveryKey) -> Result<MasterKey, Error> {
        let slot = &self.0.slots.recovery;
        let key = keys::from_recovery_key(recovery, &slot.salt.0)?;
        let master = slot.open(&self.0.casebook, &key).ok_or(Error::WrongRecoveryKey)?;
        self.unseal(master)
    }

    /// Replaces the passphrase. The recovery key and the database stay as they are. Write the file afterwards.
    ///
    /// # Errors
    /// [`Error::OtherCasebook`], [`Error::WeakParameters`], [`Error::Memory`], [`Error::Random`]; the old passphrase is
    /// then still the one.
    pub fn change_passphrase(
        &mut self,
        master: &MasterKey,
        passphrase: &Secret,
        strength: KdfStrength,
        random: &mut RandomSource<'_>,
    ) -> Result<(), Error> {
        self.check_owner(master)?;
        let passphrase = passphrase_slot(master, passphrase, strength, random)?;
        *self = Self::seal(master, Slots { passphrase, recovery: self.0.slots.recovery.clone() }, random)?;
        Ok(())
    }

    /// Replaces the recovery key and returns the new one, to be shown once. Write the file afterwards.
    ///
    /// # Errors
    /// [`Error::OtherCasebook`], [`Error::Random`]; the old recovery key is then still the one.
    pub fn renew_recovery_key(
        &mut self,
        master: &MasterKey,
        random: &mut RandomSource<'_>,
    ) -> Result<RecoveryKey, Error> {
        self.check_owner(master)?;
        let key = RecoveryKey::draw(random)?;
        let recovery = recovery_slot(master, &key, random)?;
        *self = Self::seal(master, Slots { passphrase: self.0.slots.passphrase.clone(), recovery }, random)?;
        Ok(key)
    }

    fn read_file(path: &Path) -> Result<Self, Error> {
        match atomic::read(path, LARGEST_FILE) {
            Ok(bytes) => Self::from_bytes(&bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Error::Missing),
            Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                Err(Error::Damaged { what: "the key file" })
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Wraps the database key so that it vouches for everything else in the file.
    fn seal(master: &MasterKey, slots: Slots, random: &mut RandomSource<'_>) -> Result<Self, Error> {
        let casebook = master.casebook_id().to_owned();
        let label = canonical(&FileLabel { casebook: &casebook, format: FORMAT, slots: &slots });
        let nonce = random::array(random)?;
        let sealed =
            keys::wrap(&database_wrap(master.key())?, &nonce, &label, master.database_key().bytes())?;
        let database =
            WrappedDatabaseKey { nonce: Hex(nonce), sealed: Hex::of(&sealed).ok_or(Error::Cipher)? };
        Ok(Self(Stored { casebook, database, format: FORMAT, slots }))
    }

    fn unseal(&self, master: Key) -> Result<MasterKey, Error> {
        let Stored { casebook, database, format, slots } = &self.0;
        let label = canonical(&FileLabel { casebook, format: *format, slots });
        keys::unwrap(&database_wrap(&master)?, &database.nonce.0, &label, &database.sealed.0)
            .and_then(|bytes| DatabaseKey::from_bytes(&bytes))
            .map(|database| MasterKey::new(master, casebook.clone(), database))
            .ok_or(Error::Damaged { what: "the key file" })
    }

    fn check_owner(&self, master: &MasterKey) -> Result<(), Error> {
        match self.unseal(master.key().clone()) {
            Ok(own) if own.database_key() == master.database_key() => Ok(()),
            _ => Err(Error::OtherCasebook),
        }
    }
}

impl<Cost: Serialize> Slot<Cost> {
    /// The master key, if `key` is the one the slot was closed with.
    fn open(&self, casebook: &str, key: &Key) -> Option<Key> {
        let secret = keys::unwrap(key, &self.nonce.0, &self.label(casebook), &self.sealed.0)?;
        secret.as_slice().try_into().ok().map(Zeroizing::new)
    }

    /// Puts the master key in.
    fn close(mut self, master: &MasterKey, key: &Key) -> Result<Self, Error> {
        let label = self.label(master.casebook_id());
        let sealed = keys::wrap(key, &self.nonce.0, &label, master.key().as_slice())?;
        self.sealed = Hex::of(&sealed).ok_or(Error::Cipher)?;
        Ok(self)
    }

    fn label(&self, casebook: &str) -> Vec<u8> {
        canonical(&SlotLabel { casebook, cost: &self.cost, format: FORMAT, kdf: &self.kdf, salt: &self.salt })
    }
}

fn passphrase_slot(
    master: &MasterKey,
    passphrase: &Secret,
    strength: KdfStrength,
    random: &mut RandomSource<'_>,
) -> Result<Slot<Argon2idCost>, Error> {
    let KdfStrength { memory_kib, passes, lanes } = strength;
    let salt = random::array(random)?;
    let key = keys::from_passphrase(passphrase, &salt, strength)?;
    open_slot(Argon2idCost { lanes, memory_kib, passes }, ARGON2ID, salt, random)?.close(master, &key)
}

fn recovery_slot(
    master: &MasterKey,
    recovery: &RecoveryKey,
    random: &mut RandomSource<'_>,
) -> Result<Slot<NoCost>, Error> {
    let salt = random::array(random)?;
    let key = keys::from_recovery_key(recovery, &salt)?;
    open_slot(NoCost {}, HKDF, salt, random)?.close(master, &key)
}

/// A slot that does not hold the master key yet.
fn open_slot<Cost>(
    cost: Cost,
    kdf: &str,
    salt: [u8; SALT_LENGTH],
    random: &mut RandomSource<'_>,
) -> Result<Slot<Cost>, Error> {
    let nonce = Hex(random::array(random)?);
    Ok(Slot { cost, kdf: kdf.to_owned(), nonce, salt: Hex(salt), sealed: Hex([0; KEY_LENGTH + TAG_LENGTH]) })
}

fn database_wrap(master: &Key) -> Result<Key, Error> {
    keys::expand(&**master, &[], "cb/dbwrap/v1")
}

fn is_id(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// JSON without spaces, keys in the order of the fields. Structs of text and numbers always have a form.
fn canonical(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}
