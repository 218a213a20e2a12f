//! Choosing a backup folder, making a backup now, at quitting, and once a day.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};

use casebook_cases::casebook::{Event as CasebookEvent, Verified};
use casebook_ipc::{BackupNow, BackupStatus, IpcError, Nothing, Reply, Topic};

use super::backup::{self, Made, Report, Source};
use super::status::{CHOSEN, FOLDER};
use super::trouble::Trouble;
use crate::errors::{AppError, Done};
use crate::open::{Inner, Open};
use crate::record::Text;

/// What an open casebook remembers of its backups, beside its history.
#[derive(Default)]
pub(crate) struct BackupWatch {
    under_way: Mutex<()>,
    problem: Mutex<Option<String>>,
    is_closing: AtomicBool,
    /// Whether a folder was chosen; kept here so that asking waits for nothing.
    has_folder: AtomicBool,
}

impl BackupWatch {
    /// Of a casebook that is being opened.
    pub(crate) fn of(inner: &Inner) -> Self {
        let has_folder = inner.backups_known().is_ok_and(|known| known.root.is_some());
        Self { has_folder: AtomicBool::new(has_folder), ..Self::default() }
    }

    /// Why the last backup was not made.
    pub(crate) fn problem(&self) -> Option<String> {
        self.problem_held().clone()
    }

    /// The casebook is being locked: a backup under way stops, and its key is forgotten.
    pub(crate) fn close(&self) {
        self.is_closing.store(true, Ordering::SeqCst);
    }

    fn problem_held(&self) -> MutexGuard<'_, Option<String>> {
        self.problem.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn begin(&self) -> Result<MutexGuard<'_, ()>, Trouble> {
        match self.under_way.try_lock() {
            Ok(held) => Ok(held),
            Err(TryLockError::Poisoned(held)) => Ok(held.into_inner()),
            Err(TryLockError::WouldBlock) => Err(Trouble::UnderWay),
        }
    }
}

impl Open {
    pub(crate) fn backup_status(&self, _: &Nothing) -> Done<BackupStatus> {
        Ok(Reply::read(self.backups_stand()?))
    }

    pub(crate) fn choose_backup_folder(&self, _: &Nothing) -> Done<BackupStatus> {
        let root = self.ask_for_folder("Choose the folder for backups, best on another disk")?;
        let path = root.to_str().ok_or_else(|| {
            IpcError::field("folder", "The name of this folder is not plain text. Choose another folder.")
        })?;
        {
            let mut inner = self.inner();
            backup::choose(&inner.folder, &root, &inner.store.casebook().to_string())?;
            let texts = vec![Text::new(CHOSEN, FOLDER, path)];
            inner.record_casebook(&self.ports, &CasebookEvent::BackupFolderChosen {}, texts)?;
        }
        self.backup.has_folder.store(true, Ordering::SeqCst);
        *self.backup.problem_held() = None;
        Ok(Reply::changed(self.backups_stand()?, vec![Topic::Safety]))
    }

    pub(crate) fn back_up_now(&self, request: &BackupNow) -> Done<BackupStatus> {
        let job = self.ports.jobs.begin(request.job.as_deref());
        self.back_up(&mut |done, of, words| job.report(done, of, words))?;
        Ok(Reply::changed(self.backups_stand()?, vec![Topic::Safety]))
    }

    /// Makes a backup if a day has passed since the last. Answers whether one was made.
    pub(crate) fn back_up_if_due(&self) -> Result<bool, AppError> {
        let is_due = self.inner().backups_known()?.is_due(self.ports.time.now());
        if is_due {
            self.back_up(&mut |_, _, _| ControlFlow::Continue(()))?;
        }
        Ok(is_due)
    }

    /// Whether something was recorded that no backup holds, although there is a folder for backups. Locking waits for
    /// nothing: while a command is at work, it is taken to record something.
    pub(crate) fn owes_backup(&self) -> bool {
        let has_changed = || {
            let Some(inner) = self.inner_at_once() else { return true };
            inner.backups_known().is_ok_and(|known| known.has_changed)
        };
        self.backup.has_folder.load(Ordering::SeqCst) && has_changed()
    }

    /// Makes a backup if anything was recorded since the last. Answers whether one was made.
    pub(crate) fn back_up_if_changed(&self) -> Result<bool, AppError> {
        let known = self.inner().backups_known()?;
        let is_due = known.root.is_some() && (known.has_changed || known.is_due(self.ports.time.now()));
        if is_due {
            self.back_up(&mut |_, _, _| ControlFlow::Continue(()))?;
        }
        Ok(is_due)
    }

    /// The casebook may be used meanwhile: it is held only to begin and to record.
    fn back_up(&self, report: &mut Report<'_>) -> Result<Made, AppError> {
        let _under_way = self.backup.begin()?;
        let (root, source) = {
            let inner = self.inner();
            let root = inner.backups_known()?.root.ok_or_else(|| {
                let message = "No backup folder has been chosen. Choose one in the settings, under Safety.";
                IpcError::Conflict { message: message.to_owned() }
            })?;
            let (master, key_file) = (inner.master.clone(), inner.key_file.to_bytes());
            (root, Source { folder: inner.folder.clone(), master, key_file })
        };
        let made = backup::make(&source, &root, self.ports.time.now(), &mut |done, of, words| {
            if self.backup.is_closing.load(Ordering::SeqCst) {
                return ControlFlow::Break(());
            }
            report(done, of, words)
        });
        *self.backup.problem_held() = match &made {
            Err(Trouble::Cancelled) => self.backup.problem(),
            Err(trouble) => Some(trouble.to_string()),
            Ok(made) => left_to_say(made),
        };
        let made = made?;
        let verified = if made.without == 0 { Verified::Whole } else { Verified::WithoutDocuments };
        let event = CasebookEvent::BackupMade { through: made.head.seq, files: made.files, verified };
        self.inner().record_casebook(&self.ports, &event, Vec::new())?;
        Ok(made)
    }
}

/// What the DPO should know of a backup that was made.
fn left_to_say(made: &Made) -> Option<String> {
    if made.without > 0 {
        let documents = casebook_law::words::counted(made.without, "document is", "documents are");
        return Some(format!(
            "The backup was made, but in the casebook itself {documents} damaged or missing. Look for it in an older backup."
        ));
    }
    (!made.is_tidy).then(|| {
        "The backup was made, but old backups could not be removed. What was erased may still be in them: look at the \
         permissions of the backup folder."
            .to_owned()
    })
}
