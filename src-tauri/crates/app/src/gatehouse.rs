//! Before and after unlocking: making a casebook, opening it, closing it.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use casebook_cases::CasebookId;
use casebook_cases::casebook::Event as CasebookEvent;
use casebook_ipc::{
    Answer, CasebookCreate, CasebookUnlock, GateState, GateStatus, Gatehouse, IpcError, Nothing, Outcome,
    PassphraseJudge, PassphraseJudged, RecoveryKeyShown, Reply, Topic, dispatch_casebook, dispatch_gatehouse,
};
use casebook_store::Store;
use casebook_vault::{KEY_FILE_NAME, KdfStrength, KeyFile, LockFile, MasterKey, RecoveryKey, Secret};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use crate::errors::{AppError, Done};
use crate::open::{Inner, Open};
use crate::passphrase::judge;
use crate::ports::{Ports, random_source};

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
    open.letter_bytes(name).map_err(Into::into)
}

/// A new command id, for a door that has no page to make one.
#[must_use]
pub fn new_command_id(gate: &Gate) -> String {
    gate.ports.ids.next().to_string()
}

/// Closes the casebook, if it is open, and forgets its keys.
pub fn lock(gate: &Gate) {
    gate.held().take();
}

impl Gate {
    /// The door of the casebook in `place`. Opens nothing.
    #[must_use]
    pub fn new(ports: Ports, place: Place) -> Self {
        Self { ports, place, open: Mutex::new(None), tries: Mutex::new(Tries::default()) }
    }

    /// The open casebook, if it is open.
    #[must_use]
    pub fn open(&self) -> Option<Arc<Open>> {
        self.held().clone()
    }

    fn held(&self) -> MutexGuard<'_, Option<Arc<Open>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn status(&self) -> GateStatus {
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
        GateStatus { state, problem, made_up: self.place.made_up || self.place.folder.join(MADE_UP).exists() }
    }

    fn create(&self, request: &CasebookCreate) -> Done<RecoveryKeyShown> {
        let judgement = judge(request.passphrase.reveal());
        if !judgement.accepted {
            return Err(IpcError::field("passphrase", judgement.sentence).into());
        }
        if request.passphrase != request.again {
            return Err(
                IpcError::field("again", "The two are not the same. Type the passphrase again.").into()
            );
        }
        let mut held = self.held();
        if held.is_some() || self.has_key_file() {
            let message = "There is a casebook in this folder already. Nothing was changed; unlock that one.";
            return Err(IpcError::Conflict { message: message.to_owned() }.into());
        }
        let secret = Secret::new(request.passphrase.reveal());
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

    fn has_key_file(&self) -> bool {
        self.place.folder.join(KEY_FILE_NAME).exists()
    }

    /// Takes the lock and opens the store.
    fn enter(&self, key_file: KeyFile, master: MasterKey) -> Result<Open, AppError> {
        let lock = LockFile::acquire(&self.place.folder)?;
        let store = Store::open(&self.place.folder, master.database_key())?;
        let folder = self.place.folder.clone();
        let mut inner = Inner {
            folder,
            store,
            key_file,
            master,
            pending: None,
            read_only: None,
            drawn: None,
            _lock: lock,
        };
        KeyFile::forget_previous(&self.place.folder)?;
        inner.sweep_documents()?;
        if inner.store.head()?.seq == 0 {
            inner.record_casebook(&self.ports, &CasebookEvent::Created {}, Vec::new())?;
        }
        Ok(Open::new(self.ports.clone(), self.place.clone(), inner))
    }

    fn unlock(&self, request: &CasebookUnlock) -> Done<GateStatus> {
        let mut held = self.held();
        if held.is_some() {
            drop(held);
            return Ok(Reply::read(self.status()));
        }
        self.may_try()?;
        let (key_file, master) = self.keys(request)?;
        *self.tries() = Tries::default();
        *held = Some(Arc::new(self.enter(key_file, master)?));
        drop(held);
        Ok(Reply::changed(self.status(), vec![Topic::Gate]))
    }

    fn keys(&self, request: &CasebookUnlock) -> Result<(KeyFile, MasterKey), AppError> {
        let key_file = KeyFile::read(&self.place.folder)?;
        let opened = match (&request.passphrase, &request.recovery_key) {
            (Some(passphrase), None) => key_file.unlock_with_passphrase(&Secret::new(passphrase.reveal())),
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
            Ok(master) => Ok((key_file, master)),
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

/// Makes a folder beside its place, fills it, and moves it there in one step: there is never half a casebook.
fn whole(
    folder: &Path,
    mark: &str,
    fill: impl FnOnce(&Path) -> Result<(), AppError>,
) -> Result<(), AppError> {
    let Some((above, name)) = folder.parent().zip(folder.file_name()) else { return Err(not_empty()) };
    // A name of its own: whatever else lies there is somebody's.
    let beside = above.join(format!(".{}-{mark}", name.to_string_lossy()));
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
    IpcError::Unavailable { code: casebook_ipc::UnavailableCode::File, message: message.to_owned() }.into()
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
