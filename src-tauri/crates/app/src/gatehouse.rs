//! Before and after unlocking: making a casebook, opening it, closing it.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use casebook_cases::CasebookId;
use casebook_cases::casebook::Event as CasebookEvent;
use casebook_ipc::{
    Answer, BackupFound, CasebookCreate, CasebookRestore, CasebookUnlock, GateState, GateStatus, Gatehouse,
    IpcError, Nothing, Outcome, PassphraseJudge, PassphraseJudged, PassphraseSuggested, RecoveryKeyShown,
    Reply, Topic, UnavailableCode, dispatch_casebook, dispatch_gatehouse,
};
use casebook_personal::Personal;
use casebook_store::Store;
use casebook_vault::{KEY_FILE_NAME, KdfStrength, KeyFile, MasterKey, RecoveryKey, Secret};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use crate::errors::{AppError, Done};
use crate::open::{Inner, Open};
use crate::passphrase::{judge, suggest};
use crate::ports::{Ports, random_source};
use crate::settings::LOGO_BLOB;

/// Where the casebook lies and how strong its keys are.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its folder.
    pub folder: PathBuf,
    /// What each guess of a passphrase costs. [`KdfStrength::DEFAULT`] outside tests.
    pub strength: KdfStrength,
    /// Whether it is the made-up casebook of the demonstration.
    pub made_up: bool,
}

/// The file that marks a casebook of made-up people.
pub const MADE_UP: &str = "made-up.txt";

/// Wrong tries after which the next has to wait.
const FREE_TRIES: u32 = 3;
/// Seconds to wait after each further wrong try.
const WAIT_SECONDS: u32 = 5;

/// The door of one casebook. One in each process.
pub struct Gate {
    ports: Ports,
    place: Place,
    open: Mutex<Option<Arc<Open>>>,
    tries: Mutex<Tries>,
    was_locked: AtomicBool,
    /// When it was locked, something had been recorded that no backup holds.
    owes_backup: AtomicBool,
    inspected: Mutex<Option<PathBuf>>,
}

#[derive(Default)]
struct Tries {
    wrong: u32,
    not_before: Option<DateTime<Utc>>,
}

/// A command by its name, at either door.
///
/// # Errors
/// Whatever the command answers; [`IpcError::Locked`] for a command of an open casebook while there is none, and
/// [`IpcError::NotFound`] for a name that no door knows.
pub fn call(gate: &Gate, name: &str, request: Value) -> Result<Outcome, IpcError> {
    if let Some(outcome) = dispatch_gatehouse(gate, name, request.clone()) {
        return outcome;
    }
    if !casebook_ipc::CASEBOOK_COMMANDS.contains(&name) {
        return Err(IpcError::NotFound { message: "There is no such command.".to_owned() });
    }
    let open = gate.open().ok_or(IpcError::Locked)?;
    dispatch_casebook(&*open, name, request)
        .unwrap_or_else(|| Err(IpcError::NotFound { message: "There is no such command.".to_owned() }))
}

/// The bytes behind a name that a view gave, for example the PDF of a letter.
///
/// # Errors
/// [`IpcError::Locked`] while there is no open casebook, [`IpcError::NotFound`] for a name that is none.
pub fn blob(gate: &Gate, name: &str) -> Result<Vec<u8>, IpcError> {
    let open = gate.open().ok_or(IpcError::Locked)?;
    if name.starts_with(LOGO_BLOB) {
        return open.logo_bytes().map_err(Into::into);
    }
    open.letter_bytes(name).map_err(Into::into)
}

/// A new command id, for a door that has no page to make one.
#[must_use]
pub fn new_command_id(gate: &Gate) -> String {
    gate.ports.ids.next().to_string()
}

/// Closes the casebook, if it is open, and forgets its keys. A backup under way stops; that one is owing is remembered.
pub fn lock(gate: &Gate) {
    if let Some(open) = gate.held().take() {
        open.is_locked.store(true, Ordering::SeqCst);
        open.backup.close();
        gate.owes_backup.store(open.owes_backup(), Ordering::SeqCst);
        gate.was_locked.store(true, Ordering::SeqCst);
    }
}

/// Makes a backup if the casebook is open, a backup folder was chosen, and a day has passed since the last one. To be
/// called from time to time, away from the window's thread. Answers whether one was made; the topic `safety` is then
/// stale.
///
/// # Errors
/// Why it could not be made, as a sentence; the status of backups says the same until one succeeds.
pub fn backup_if_due(gate: &Gate) -> Result<bool, IpcError> {
    gate.open().map_or(Ok(false), |open| Ok(open.back_up_if_due()?))
}

/// The same when the program is about to end, or nobody is there any more and it is about to lock: made if anything was
/// recorded since the last one.
///
/// # Errors
/// As [`backup_if_due`]; and if the casebook was locked before a backup of the last work was made, because a backup is
/// read back and that needs the key. The program may end all the same.
pub fn backup_at_quit(gate: &Gate) -> Result<bool, IpcError> {
    match gate.open() {
        Some(open) => Ok(open.back_up_if_changed()?),
        None if gate.owes_backup.load(Ordering::SeqCst) => {
            Err(IpcError::Unavailable { code: UnavailableCode::File, message: OWING.to_owned() })
        }
        None => Ok(false),
    }
}

const OWING: &str = "The casebook was locked before a backup of the last work was made, and a backup needs the passphrase. Unlock it and \
     close it then, and a backup is made.";

impl Gate {
    /// The door of the casebook in `place`. Opens nothing.
    #[must_use]
    pub fn new(ports: Ports, place: Place) -> Self {
        Self {
            ports,
            place,
            open: Mutex::new(None),
            tries: Mutex::new(Tries::default()),
            was_locked: AtomicBool::new(false),
            owes_backup: AtomicBool::new(false),
            inspected: Mutex::new(None),
        }
    }

    /// The open casebook, if it is open.
    #[must_use]
    pub fn open(&self) -> Option<Arc<Open>> {
        self.held().clone()
    }

    fn held(&self) -> MutexGuard<'_, Option<Arc<Open>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) const fn ports(&self) -> &Ports {
        &self.ports
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.place.folder
    }

    /// The backup folder that was looked at last.
    pub(crate) fn inspected(&self) -> MutexGuard<'_, Option<PathBuf>> {
        self.inspected.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn status(&self) -> GateStatus {
        let state = if self.held().is_some() {
            GateState::Open
        } else if self.has_key_file() {
            GateState::Locked
        } else {
            GateState::None
        };
        let problem = match state {
            GateState::Open => None,
            GateState::None | GateState::Locked => casebook_vault::place::check(&self.place.folder)
                .err()
                .map(|error| crate::errors::sentence(error.into())),
        };
        GateStatus {
            state,
            problem,
            made_up: self.place.made_up || self.place.folder.join(MADE_UP).exists(),
            was_locked: state == GateState::Locked && self.was_locked.load(Ordering::SeqCst),
        }
    }

    fn create(&self, request: &CasebookCreate) -> Done<RecoveryKeyShown> {
        let secret = choose_passphrase("passphrase", &request.passphrase, &request.again)?;
        let mut held = self.held();
        if held.is_some() || self.has_key_file() {
            let message = "There is a casebook in this folder already. Nothing was changed; unlock that one.";
            return Err(IpcError::Conflict { message: message.to_owned() }.into());
        }
        let (key_file, master, recovery) = self.make(&secret)?;
        let open = self.enter(key_file, master)?;
        let shown = open.show_recovery(recovery);
        *held = Some(Arc::new(open));
        Ok(Reply::changed(shown, vec![Topic::Gate]))
    }

    /// Makes the casebook beside its place and moves it there in one step, so that there is never half a casebook.
    fn make(&self, secret: &Secret) -> Result<(KeyFile, MasterKey, RecoveryKey), AppError> {
        let folder = &self.place.folder;
        casebook_vault::place::check(folder)?;
        let id = CasebookId::new(self.ports.ids.next());
        let mut fill = random_source(&self.ports);
        let (key_file, master, recovery) =
            KeyFile::create(&id.to_string(), secret, self.place.strength, &mut fill)?;
        whole(folder, &id.to_string(), |beside| {
            Store::create(beside, master.database_key(), id)?.close()?;
            Ok(key_file.write(beside)?)
        })?;
        Ok((key_file, master, recovery))
    }

    pub(crate) fn has_key_file(&self) -> bool {
        self.place.folder.join(KEY_FILE_NAME).exists()
    }

    /// Takes the lock and opens the store.
    fn enter(&self, key_file: KeyFile, master: MasterKey) -> Result<Open, AppError> {
        let mut inner = Inner::open(&self.place.folder, key_file, master)?;
        KeyFile::forget_previous(&self.place.folder)?;
        inner.sweep_documents()?;
        if inner.store.head()?.seq == 0 {
            inner.record_casebook(&self.ports, &CasebookEvent::Created {}, Vec::new())?;
        }
        inner.fill_registers(&self.ports)?;
        Ok(Open::new(self.ports.clone(), self.place.clone(), inner))
    }

    fn unlock(&self, request: &CasebookUnlock) -> Done<GateStatus> {
        let mut held = self.held();
        if held.is_some() {
            drop(held);
            return Ok(Reply::read(self.status()));
        }
        let key_file = KeyFile::read(&self.place.folder)?;
        let master = self.keys(&key_file, request.passphrase.as_ref(), request.recovery_key.as_ref())?;
        *held = Some(Arc::new(self.enter(key_file, master)?));
        drop(held);
        Ok(Reply::changed(self.status(), vec![Topic::Gate]))
    }

    /// Opens a casebook that was just put in its place.
    pub(crate) fn let_in(&self, key_file: KeyFile, master: MasterKey) -> Result<(), AppError> {
        let mut held = self.held();
        *held = Some(Arc::new(self.enter(key_file, master)?));
        Ok(())
    }

    /// Unlocks a key file, unless too many wrong tries came before.
    pub(crate) fn keys(
        &self,
        key_file: &KeyFile,
        passphrase: Option<&Personal<String>>,
        recovery_key: Option<&Personal<String>>,
    ) -> Result<MasterKey, AppError> {
        self.may_try()?;
        let opened = match (passphrase, recovery_key) {
            (Some(passphrase), None) => key_file.unlock_with_passphrase(&secret(passphrase)),
            (None, Some(typed)) => {
                let key = RecoveryKey::parse(typed.reveal()).map_err(|error| {
                    AppError::from(IpcError::field(
                        "recoveryKey",
                        format!("This is not the recovery key: {error}."),
                    ))
                })?;
                key_file.unlock_with_recovery_key(&key)
            }
            _ => {
                return Err(
                    IpcError::field("passphrase", "Type the passphrase, or use the recovery key.").into()
                );
            }
        };
        match opened {
            Ok(master) => {
                *self.tries() = Tries::default();
                Ok(master)
            }
            Err(casebook_vault::Error::WrongPassphrase | casebook_vault::Error::WrongRecoveryKey) => {
                Err(self.wrong().into())
            }
            Err(error) => Err(error.into()),
        }
    }

    fn tries(&self) -> MutexGuard<'_, Tries> {
        self.tries.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn may_try(&self) -> Result<(), AppError> {
        let tries = self.tries();
        let now = self.ports.time.now();
        let Some(until) = tries.not_before.filter(|until| now < *until) else { return Ok(()) };
        let seconds = until.signed_duration_since(now).num_seconds().saturating_add(1);
        let wait_seconds = u32::try_from(seconds).unwrap_or(WAIT_SECONDS).min(WAIT_SECONDS);
        let message = "This was not tried: after three wrong tries the next one has to wait a few seconds. Try it again then.";
        Err(IpcError::WrongPassphrase { message: message.to_owned(), wait_seconds }.into())
    }

    fn wrong(&self) -> IpcError {
        let mut tries = self.tries();
        tries.wrong = tries.wrong.saturating_add(1);
        let wait = if tries.wrong >= FREE_TRIES { WAIT_SECONDS } else { 0 };
        tries.not_before = self.ports.time.now().checked_add_signed(TimeDelta::seconds(i64::from(wait)));
        wrong_passphrase(wait)
    }
}

fn wrong_passphrase(wait_seconds: u32) -> IpcError {
    let message = "This does not open the casebook. Check capital letters and the keyboard’s language. Nothing was changed.";
    IpcError::WrongPassphrase { message: message.to_owned(), wait_seconds }
}

/// A passphrase that was typed twice, if it may be used. `field` names the first of the two.
pub(crate) fn choose_passphrase(
    field: &str,
    typed: &Personal<String>,
    again: &Personal<String>,
) -> Result<Secret, AppError> {
    let judgement = judge(typed.reveal());
    if !judgement.accepted {
        return Err(IpcError::field(field, judgement.sentence).into());
    }
    if typed != again {
        return Err(IpcError::field("again", "The two are not the same. Type the passphrase again.").into());
    }
    Ok(secret(typed))
}

/// A passphrase in the vault's own wiped type.
pub(crate) fn secret(typed: &Personal<String>) -> Secret {
    Secret::new(typed.reveal())
}

/// The folder beside its place in which something is put together.
pub(crate) fn beside(folder: &Path, mark: &str) -> Option<PathBuf> {
    let (above, name) = folder.parent().zip(folder.file_name())?;
    Some(above.join(format!(".{}-{mark}", name.to_string_lossy())))
}

/// Makes a folder beside its place, fills it, and moves it there in one step: there is never half a casebook.
pub(crate) fn whole(
    folder: &Path,
    mark: &str,
    fill: impl FnOnce(&Path) -> Result<(), AppError>,
) -> Result<(), AppError> {
    // A name of its own: whatever else lies there is somebody's.
    let Some((above, beside)) = folder.parent().zip(beside(folder, mark)) else { return Err(not_empty()) };
    let done = (|| {
        std::fs::create_dir_all(above).map_err(AppError::File)?;
        casebook_vault::atomic::create_folder(&beside).map_err(AppError::File)?;
        fill(&beside)?;
        // An empty folder gives way; one with files in it is somebody's.
        casebook_vault::atomic::rename(&beside, folder).map_err(|error| match error.kind() {
            std::io::ErrorKind::DirectoryNotEmpty | std::io::ErrorKind::AlreadyExists => not_empty(),
            _ => AppError::File(error),
        })
    })();
    if done.is_err() {
        // Nothing of it was acknowledged; a second failure here changes nothing.
        let _ = std::fs::remove_dir_all(&beside);
    }
    done
}

fn not_empty() -> AppError {
    let message =
        "The folder for the casebook holds other files. Nothing was changed; choose an empty folder.";
    IpcError::Unavailable { code: UnavailableCode::File, message: message.to_owned() }.into()
}

impl Gatehouse for Gate {
    fn gate_status(&self, _: Nothing) -> Answer<GateStatus> {
        Ok(Reply::read(self.status()))
    }

    fn passphrase_judge(&self, request: PassphraseJudge) -> Answer<PassphraseJudged> {
        let judgement = judge(request.passphrase.reveal());
        Ok(Reply::read(PassphraseJudged {
            accepted: judgement.accepted,
            sentence: judgement.sentence.to_owned(),
        }))
    }

    fn passphrase_suggest(&self, _: Nothing) -> Answer<PassphraseSuggested> {
        Ok(Reply::read(suggest(&self.ports)?))
    }

    fn backup_inspect(&self, _: Nothing) -> Answer<BackupFound> {
        self.inspect_backup().map_err(Into::into)
    }

    fn casebook_restore(&self, request: CasebookRestore) -> Answer<GateStatus> {
        self.restore(&request).map_err(Into::into)
    }

    fn casebook_create(&self, request: CasebookCreate) -> Answer<RecoveryKeyShown> {
        self.create(&request).map_err(Into::into)
    }

    fn casebook_unlock(&self, request: CasebookUnlock) -> Answer<GateStatus> {
        self.unlock(&request).map_err(Into::into)
    }

    fn casebook_lock(&self, _: Nothing) -> Answer<GateStatus> {
        lock(self);
        Ok(Reply::changed(self.status(), vec![Topic::Gate]))
    }

    // Whoever locks by itself, which is the window, takes the asking itself for the message.
    fn activity_note(&self, _: Nothing) -> Answer<Nothing> {
        Ok(Reply::read(Nothing {}))
    }

    fn drafts_kept(&self, _: Nothing) -> Answer<Nothing> {
        Ok(Reply::read(Nothing {}))
    }
}
