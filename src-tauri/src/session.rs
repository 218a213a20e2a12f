//! Hearing from the session that the DPO is away: the screen is locked, another user takes over, or the computer goes to
//! sleep. Hearing too much only locks once too often.

#[cfg(target_os = "linux")]
mod linux;

#[cfg(target_os = "linux")]
pub(crate) use linux::listen;

/// On other systems nothing is heard yet, and nobody has tried the program there. The casebook still locks after some
/// minutes and after a sleep.
#[cfg(not(target_os = "linux"))]
pub(crate) fn listen(_app: &tauri::AppHandle) {}
