//! The desktop window: it starts the program, opens the one window, carries the page's questions to the core and its
//! answers back, and locks when the DPO is away. No rule of law or business is decided here.
//!
//! Start reading at [`run`], then `gate.rs`.

mod arguments;
mod closing;
mod core;
mod crash;
mod dialogs;
mod gate;
mod hardening;
mod lock;
mod places;
pub mod printing;
mod progress;
mod session;
mod system;
mod window;

use std::io::Write;
use std::process::ExitCode;

use tauri::{App, Manager, RunEvent, WindowEvent};

use crate::arguments::{Arguments, Stop};
use crate::core::Core;

/// Runs the window until it is closed. Answers 0, or 2 with a sentence on standard error if it could not start.
#[must_use]
pub fn run() -> ExitCode {
    hardening::harden();
    let arguments = match Arguments::read(std::env::args_os().skip(1)) {
        Ok(arguments) => arguments,
        Err(Stop::Shown(text)) => return say(std::io::stdout(), &text, ExitCode::SUCCESS),
        Err(Stop::Wrong(sentence)) => return say(std::io::stderr(), &sentence, ExitCode::from(2)),
    };
    crash::install();
    match start(&arguments) {
        Ok(app) => {
            app.run(|app, event| {
                if let RunEvent::Exit = event {
                    app.state::<Core>().lock();
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            say(std::io::stderr(), &format!("The window could not be opened: {error}."), ExitCode::from(2))
        }
    }
}

/// Builds what the window needs, in order: the program around it, the core, the watch over idleness. The window itself
/// opens when the program runs.
fn start(arguments: &Arguments) -> Result<App, StartError> {
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![gate::call, gate::blob])
        .on_window_event(|window, event| {
            if let WindowEvent::CloseRequested { api, .. } = event {
                api.prevent_close();
                closing::close(window.app_handle());
            }
        })
        .setup(|app| Ok(window::open(app)?))
        .build(tauri::generate_context!())?;
    let core = Core::new(app.handle(), arguments)?;
    if let Some(file) = &arguments.passphrase_file {
        core.unlock_with(file)?;
    }
    app.manage(core);
    lock::watch(app.handle());
    closing::back_up_now_and_then(app.handle());
    #[cfg(unix)]
    closing::close_when_told(app.handle());
    session::listen(app.handle());
    Ok(app)
}

/// Why the window could not be opened.
#[derive(Debug, thiserror::Error)]
enum StartError {
    /// The system names no folder for the user's files.
    #[error("the system names no folder for your files; name one with --casebook DIR")]
    NoFolder,
    /// `--passphrase-file` did not open the casebook.
    #[error("the casebook does not open with the passphrase file")]
    PassphraseFile,
    /// The window system refused.
    #[error("the window system says: {0}")]
    Window(#[from] tauri::Error),
}

fn say(mut out: impl Write, text: &str, code: ExitCode) -> ExitCode {
    // Nobody may be listening, and then there is nobody to tell.
    drop(writeln!(out, "{text}"));
    code
}
