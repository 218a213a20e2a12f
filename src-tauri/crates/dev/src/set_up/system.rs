//! Which way this system installs packages.

use super::debian;
use crate::program::asked;
use crate::say;
use crate::stop::Stop;

/// Installs the missing system packages on Debian and its relatives; elsewhere says what is needed.
///
/// # Errors
/// [`Stop::Missing`] when they cannot be installed without the developer.
pub(super) fn packages() -> Result<(), Stop> {
    if asked("dpkg-query", &["--version"]).is_some() {
        return debian::packages();
    }
    if cfg!(target_os = "linux") {
        say::line(
            "This is not Debian, so nothing is installed. Needed: WebKitGTK 4.1 and OpenSSL 3 with their headers,\n\
             pkg-config; for the tests WebKitWebDriver, Xvfb with xauth, dbus-run-session, poppler-utils, qpdf,\n\
             7-Zip, Python 3 and the DejaVu and Liberation fonts.",
        );
    } else {
        say::line(
            "On this system nothing is installed. Needed: the prerequisites of Tauri 2 and a C compiler.",
        );
    }
    Ok(())
}
