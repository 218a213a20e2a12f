//! What lives as long as the program: the gate to the casebook, the watch over idleness, the count of changes.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use casebook_app::ports::{Jobs, Ports};
use casebook_app::{Gate, Place, Strength};
use tauri::AppHandle;

use crate::arguments::Arguments;
use crate::dialogs::Dialogs;
use crate::lock::{Activity, SURELY_THERE};
use crate::printing::Cups;
use crate::progress::ProgressEvents;
use crate::system::{RealIds, RealRandom, RealTime};
use crate::{StartError, places};

/// The window's one state. Tauri hands it to the two commands.
pub(crate) struct Core {
    /// The use cases, locked or open.
    pub(crate) gate: Gate,
    /// When the page last asked for something.
    pub(crate) activity: Activity,
    /// The system's dialogs, for questions of the program itself.
    pub(crate) dialogs: Arc<Dialogs>,
    changes: AtomicU64,
    /// Instead of the setting, in tests.
    idle: Option<Duration>,
}

impl Core {
    /// Puts the real ports behind the gate. Opens nothing.
    pub(crate) fn new(app: &AppHandle, arguments: &Arguments) -> Result<Self, StartError> {
        let folder = arguments.casebook.clone().or_else(places::casebook).ok_or(StartError::NoFolder)?;
        let dialogs = Arc::new(Dialogs::new(app.clone(), arguments.answers.clone()));
        let ports = Ports {
            time: Arc::new(RealTime { fixed: arguments.today }),
            ids: Arc::new(RealIds::default()),
            random: Arc::new(RealRandom),
            dialogs: Arc::clone(&dialogs) as _,
            printer: Arc::new(Cups::default()),
            jobs: Jobs::watched_by(Arc::new(ProgressEvents::new(app.clone()))),
        };
        let gate = Gate::new(ports, Place { folder, strength: Strength::DEFAULT, made_up: false });
        Ok(Self {
            gate,
            activity: Activity::default(),
            dialogs,
            changes: AtomicU64::default(),
            idle: arguments.idle,
        })
    }

    /// The number of the next change told to the page; from 1.
    pub(crate) fn next_change(&self) -> u64 {
        self.changes.fetch_add(1, Ordering::Relaxed).saturating_add(1)
    }

    /// Whether there is something to lock.
    pub(crate) fn is_open(&self) -> bool {
        self.gate.open().is_some()
    }

    /// Whether somebody who did nothing for so long is away.
    pub(crate) fn is_idle(&self, silent: Duration) -> bool {
        match self.idle {
            Some(limit) => silent >= limit,
            None => silent >= SURELY_THERE && silent >= casebook_app::idle_limit(&self.gate),
        }
    }

    /// Closes the casebook and forgets its keys.
    pub(crate) fn lock(&self) {
        casebook_app::lock(&self.gate);
    }

    /// Opens the casebook with the passphrase in a file: the demonstration's way in.
    pub(crate) fn unlock_with(&self, file: &std::path::Path) -> Result<(), StartError> {
        let passphrase = std::fs::read_to_string(file).map_err(|_| StartError::PassphraseFile)?;
        let request = serde_json::json!({ "passphrase": passphrase.trim_end_matches(['\r', '\n']), "recoveryKey": null });
        casebook_app::call(&self.gate, "casebook_unlock", request).map_err(|_| StartError::PassphraseFile)?;
        Ok(())
    }
}
