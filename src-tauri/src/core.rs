//! What lives as long as the program: the gate to the casebook, the watch over idleness, the count of changes.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use casebook_app::ports::Ports;
use casebook_app::{Gate, Place, Strength};
use tauri::AppHandle;

use crate::arguments::Arguments;
use crate::dialogs::Dialogs;
use crate::lock::Activity;
use crate::system::{RealIds, RealRandom, RealTime};
use crate::{StartError, places};

/// The window's one state. Tauri hands it to the two commands.
pub(crate) struct Core {
    /// The use cases, locked or open.
    pub(crate) gate: Gate,
    /// When the page last asked for something.
    pub(crate) activity: Activity,
    changes: AtomicU64,
}

impl Core {
    /// Puts the real ports behind the gate. Opens nothing.
    pub(crate) fn new(app: &AppHandle, arguments: &Arguments) -> Result<Self, StartError> {
        let folder = arguments.casebook.clone().or_else(places::casebook).ok_or(StartError::NoFolder)?;
        let ports = Ports {
            time: Arc::new(RealTime { fixed: arguments.today }),
            ids: Arc::new(RealIds::default()),
            random: Arc::new(RealRandom),
            dialogs: Arc::new(Dialogs::new(app.clone(), arguments.answers.clone())),
        };
        let gate = Gate::new(ports, Place { folder, strength: Strength::DEFAULT, made_up: false });
        Ok(Self { gate, activity: Activity::default(), changes: AtomicU64::default() })
    }

    /// The number of the next change told to the page; from 1.
    pub(crate) fn next_change(&self) -> u64 {
        self.changes.fetch_add(1, Ordering::Relaxed).saturating_add(1)
    }

    /// Whether there is something to lock.
    pub(crate) fn is_open(&self) -> bool {
        self.gate.open().is_some()
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
