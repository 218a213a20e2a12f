//! The program's end, and backups without being asked: what has been typed is kept, a backup is made if anything was
//! recorded since the last one, the casebook is locked. A backup that cannot be made is told, and the DPO may close all
//! the same.

use std::panic::AssertUnwindSafe;
use std::thread;
use std::time::Duration;

use casebook_ipc::{IpcError, Topic};
use tauri::{AppHandle, Emitter, Manager};

use crate::core::Core;
use crate::lock::{Only, let_page_keep};
use crate::{crash, gate};

/// How often we look whether a backup is due. One is due each day.
const LOOK: Duration = Duration::from_secs(10 * 60);

/// Closing the window. Returns at once: the window's thread is needed for the page to keep what was typed.
pub(crate) fn close(app: &AppHandle) {
    end(app, |app, sentence| {
        app.state::<Core>().dialogs.agrees(TITLE, &format!("{sentence}\n\n{ASK}"), CLOSE, STAY)
    });
}

/// The end of the session: nobody is there to be asked.
fn close_unasked(app: &AppHandle) {
    end(app, |_, _| true);
}

const TITLE: &str = "No backup was made";
const ASK: &str = "Everything you recorded is kept in the casebook itself. Close it without a backup?";
const CLOSE: &str = "Close without a backup";
const STAY: &str = "Stay";

fn end(app: &AppHandle, closes_anyway: impl FnOnce(&AppHandle, &str) -> bool + Send + 'static) {
    let app = app.clone();
    thread::spawn(move || {
        let core = app.state::<Core>();
        let Some(_only) = Only::one(&core.activity.is_closing) else { return };
        if core.is_open() {
            let_page_keep(&app, &core, "closing");
        }
        // Also while it is locked: then one may be owing that cannot be made without the key.
        if let Err(problem) = backed_up(|| casebook_app::backup_at_quit(&core.gate))
            && !closes_anyway(&app, &sentence(problem))
        {
            gate::tell(&app, &core, vec![Topic::Safety]);
            // A page that is gone needs no telling.
            drop(app.emit("closing", false));
            return;
        }
        core.lock();
        app.exit(0);
    });
}

/// Makes a backup when one is due, for as long as the program runs. Its status tells of failures.
pub(crate) fn back_up_now_and_then(app: &AppHandle) {
    let app = app.clone();
    thread::spawn(move || {
        loop {
            thread::sleep(LOOK);
            let core = app.state::<Core>();
            if !matches!(backed_up(|| casebook_app::backup_if_due(&core.gate)), Ok(false)) {
                gate::tell(&app, &core, vec![Topic::Safety]);
            }
        }
    });
}

/// Nobody has been there for half the time after which it locks: once locked, no backup can be made. Returns at once;
/// locking does not wait for it. The page is not told, because its question would count as somebody being there.
pub(crate) fn back_up_before_locking(app: &AppHandle) {
    let app = app.clone();
    thread::spawn(move || {
        // Its status tells of failures.
        drop(backed_up(|| casebook_app::backup_at_quit(&app.state::<Core>().gate)));
    });
}

/// A fault while backing up must neither keep the program from ending nor end the looking.
fn backed_up(work: impl FnOnce() -> Result<bool, IpcError>) -> Result<bool, IpcError> {
    crash::guard(AssertUnwindSafe(work)).unwrap_or_else(|incident| Err(IpcError::Bug { incident }))
}

fn sentence(problem: IpcError) -> String {
    match problem {
        IpcError::Unavailable { message, .. } => message,
        IpcError::Bug { incident } => {
            format!("The backup failed by a fault of the program (incident {incident}).")
        }
        _ => "The backup could not be made.".to_owned(),
    }
}

/// Ending the session or shutting down ends the program as closing its window does.
#[cfg(unix)]
pub(crate) fn close_when_told(app: &AppHandle) {
    use tokio::signal::unix::{SignalKind, signal};

    for kind in [SignalKind::terminate(), SignalKind::interrupt(), SignalKind::hangup()] {
        let app = app.clone();
        tauri::async_runtime::spawn(async move {
            if let Ok(mut told) = signal(kind)
                && told.recv().await.is_some()
            {
                close_unasked(&app);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{backed_up, sentence};
    use casebook_ipc::{IpcError, UnavailableCode};

    #[test]
    fn a_fault_while_backing_up_is_a_problem_like_any_other() {
        let problem = backed_up(|| panic!("Żółkiewska")).unwrap_err();
        assert!(matches!(problem, IpcError::Bug { .. }), "{problem:?}");
        assert!(!sentence(problem).contains("Żółkiewska"));
    }

    #[test]
    fn what_is_wrong_with_the_folder_is_told_in_its_own_words() {
        let message = "The backup folder is not there.".to_owned();
        let problem = IpcError::Unavailable { code: UnavailableCode::File, message: message.clone() };
        assert_eq!(sentence(problem), message);
    }
}
