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
use casebook_vault::{
    KEY_FILE_NAME, KdfStrength, KeyFile, LockFile, MasterKey, NoRandomness, RecoveryKey, Secret,
};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use crate::errors::{AppError, Done, bug};
use crate::open::{Inner, Open};
use crate::passphrase::judge;
use crate::ports::Ports;

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
        Err(wrong_passphrase(u32::try_from(seconds).unwrap_or(WAIT_SECONDS).min(WAIT_SECONDS)).into())
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

/// Random bytes as the vault asks for them.
pub(crate) fn random_source(ports: &Ports) -> impl FnMut(&mut [u8]) -> Result<(), NoRandomness> {
    move |buffer| if ports.random.fill(buffer) { Ok(()) } else { Err(NoRandomness) }
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
}

impl Open {
    /// Keeps a recovery key until it is confirmed, and shows it.
    pub(crate) fn show_recovery(&self, key: RecoveryKey) -> RecoveryKeyShown {
        let groups = key.groups();
        let mut bytes = [0_u8; 2];
        let drawn = self.ports.random.fill(&mut bytes);
        let [first, second] = if drawn { bytes.map(usize::from) } else { [0, 1] };
        // Two different ones of the eight groups of four; the check group is not asked for.
        let first = first % 8;
        let second = (first + 1 + second % 7) % 8;
        let ask = [first.min(second), first.max(second)];
        self.inner().pending = Some((key, ask));
        RecoveryKeyShown {
            groups: groups.into_iter().map(Into::into).collect(),
            ask: ask.iter().map(|place| u8::try_from(place + 1).unwrap_or(1)).collect(),
        }
    }

    pub(crate) fn renew_recovery(&self, _: &Nothing) -> Done<RecoveryKeyShown> {
        let mut inner = self.inner();
        let mut fill = random_source(&self.ports);
        let Inner { key_file, master, .. } = &mut *inner;
        let key = key_file.renew_recovery_key(master, &mut fill)?;
        key_file.write(&self.place.folder)?;
        inner.record_casebook(&self.ports, &CasebookEvent::RecoveryRenewed {}, Vec::new())?;
        drop(inner);
        Ok(Reply::changed(self.show_recovery(key), vec![Topic::Gate]))
    }

    pub(crate) fn confirm_recovery(
        &self,
        request: &casebook_ipc::RecoveryConfirm,
    ) -> Done<casebook_ipc::Home> {
        let mut inner = self.inner();
        let Some((key, ask)) = &inner.pending else {
            let message =
                "The recovery key is no longer on screen. Make a new one; the old one opens nothing then.";
            return Err(IpcError::Conflict { message: message.to_owned() }.into());
        };
        let groups = key.groups();
        let wrong: Vec<_> = ask
            .iter()
            .enumerate()
            .filter(|(place, group)| {
                let typed = request.groups.get(*place).map(|text| tidy_group(text.reveal()));
                typed.as_deref() != groups.get(**group).map(String::as_str)
            })
            .map(|(place, group)| casebook_ipc::FieldProblem {
                field: format!("groups.{place}"),
                message: format!("This is not group {}. Look at what you wrote down.", group + 1),
            })
            .collect();
        if !wrong.is_empty() {
            return Err(IpcError::Invalid { fields: wrong }.into());
        }
        inner.pending = None;
        inner.record_casebook(&self.ports, &CasebookEvent::RecoveryConfirmed {}, Vec::new())?;
        drop(inner);
        let home = self.home(&Nothing {})?.value;
        Ok(Reply::changed(home, vec![Topic::Gate]))
    }

    pub(crate) fn home(&self, _: &Nothing) -> Done<casebook_ipc::Home> {
        use casebook_ipc::SetupStep;
        let inner = self.inner();
        let settings = inner.settings()?;
        let setup = if !inner.recovery_is_confirmed()? {
            SetupStep::RecoveryKey
        } else if settings.is_complete() {
            SetupStep::Done
        } else {
            SetupStep::Organisation
        };
        let today = self.ports.time.today();
        Ok(Reply::read(casebook_ipc::Home {
            setup,
            organisation: settings.organisation.name,
            today,
            today_words: casebook_law::words::long_date(today),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            open_cases: inner.store.counts(today)?.open,
            letters_to_send: u32::try_from(inner.store.letters_to_send()?.len()).unwrap_or(u32::MAX),
            read_only: inner.read_only.clone(),
        }))
    }
}

/// A group of the recovery key as typed: case and spaces do not matter, O is 0, I and L are 1.
fn tidy_group(typed: &str) -> String {
    typed
        .chars()
        .filter(|c| c.is_ascii_alphanumeric())
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

impl Inner {
    fn recovery_is_confirmed(&self) -> Result<bool, AppError> {
        let seq = |kind: &str| -> Result<u64, AppError> {
            Ok(self.store.latest_of_kind(kind)?.map_or(0, |event| event.envelope.seq))
        };
        Ok(seq("recovery.confirmed")? > seq("recovery.renewed")?)
    }

    pub(crate) fn read_only_error(&self) -> AppError {
        self.read_only.as_ref().map_or_else(
            || bug("read-only"),
            |message| {
                IpcError::Unavailable {
                    code: casebook_ipc::UnavailableCode::ReadOnly,
                    message: message.clone(),
                }
                .into()
            },
        )
    }
}
