//! The real program in its real window.
//!
//! Run it with a screen: `xvfb-run -a -s '-screen 0 1280x900x24' dbus-run-session -- cargo test -p casebook-tests --test
//! window`. Pictures of the screens are kept in `target/pictures`.

mod acts;
mod away;
mod journeys;
mod policy;
mod printing;
mod samples;
mod screens;
mod secrets;
mod steps;
mod trouble;
mod whole_line;

use tokio::sync::{Mutex, MutexGuard};

/// One window at a time: on a small machine several at once only wait for each other.
async fn turn() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::const_new(());
    TURN.lock().await
}
