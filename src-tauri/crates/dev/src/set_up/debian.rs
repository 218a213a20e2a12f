//! Packages on Debian 12 and its relatives.

use crate::program::{asked, run};
use crate::say;
use crate::stop::Stop;
use std::process::Command;

/// Everything needed to build, run and test, and what for. Proven on a bare Debian 12 (docs/measurements.md).
const NEEDED: &[(&str, &str)] = &[
    ("build-essential", "C compiler for SQLCipher, and nm"),
    ("pkg-config", "finds the libraries below"),
    ("libwebkit2gtk-4.1-dev", "the window"),
    ("libssl-dev", "libcrypto for SQLCipher"),
    ("webkit2gtk-driver", "drives the window in tests"),
    ("xvfb", "a screen for the tests"),
    ("xauth", "xvfb-run needs it"),
    ("dbus", "dbus-run-session: without a session bus each start of the window takes 8 s longer"),
    ("at-spi2-core", "accessibility bus of the window"),
    ("fonts-dejavu-core", "any font at all for dialogs and fallback"),
    ("fonts-liberation2", "metrically known fallback fonts for poppler"),
    ("cups-client", "lp and lpstat: printing from the window"),
    ("cups-daemon", "tests print through a printing system of their own"),
    ("poppler-utils", "tests read the letters back"),
    ("qpdf", "tests check the letters' structure"),
    ("p7zip-full", "tests open encrypted archives as their readers do"),
    ("python3", "tests run the bundle's verify.py"),
];

/// Installs what is missing.
///
/// # Errors
/// [`Stop::Missing`] with the one line to type when this user may not install packages.
pub(super) fn packages() -> Result<(), Stop> {
    let missing = missing();
    if missing.is_empty() {
        return Ok(());
    }
    let privilege = privilege().ok_or_else(|| {
        Stop::Missing(format!(
            "These system packages are missing, and only an administrator can install them. Type:\n  \
             sudo apt-get update && sudo apt-get install --no-install-recommends {}",
            missing.join(" ")
        ))
    })?;
    say::line(&format!("Installing system packages: {}", missing.join(" ")));
    // One unreachable source of several makes the update fail; whether it mattered, the installation will tell.
    if run(&mut apt_get(privilege, &["update"])).is_err() {
        say::line("The package lists could not all be refreshed; trying with those that are there.");
    }
    let mut install = apt_get(privilege, &["install", "--yes", "--no-install-recommends"]);
    run(install.args(missing))
}

/// The needed packages that dpkg does not call installed.
fn missing() -> Vec<&'static str> {
    let names: Vec<&str> = NEEDED.iter().map(|(name, _)| *name).collect();
    let mut arguments = vec!["--show", "--showformat=${Package} ${db:Status-Status}\n"];
    arguments.extend(&names);
    // dpkg-query leaves with 1 as soon as one of them is unknown, and lists the others all the same.
    let known = asked("dpkg-query", &arguments).map(|(_, text)| text).unwrap_or_default();
    names.into_iter().filter(|name| !is_installed(name, &known)).collect()
}

fn is_installed(name: &str, known: &str) -> bool {
    known.lines().any(|line| line.split_once(' ') == Some((name, "installed")))
}

/// The words to put before `apt-get`: none for root, `sudo -n` where that asks for no password.
fn privilege() -> Option<&'static [&'static str]> {
    let is_root = asked("id", &["-u"]).is_some_and(|(_, text)| text.trim() == "0");
    if is_root {
        return Some(&[]);
    }
    let may_sudo = asked("sudo", &["-n", "true"]).is_some_and(|(yes, _)| yes);
    may_sudo.then_some(&["sudo", "-n"])
}

fn apt_get(privilege: &[&str], arguments: &[&str]) -> Command {
    // `env`, because sudo does not pass the environment on. Another installation may be running: wait for it.
    let words = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=600"];
    let mut line = privilege.iter().chain(&words).chain(arguments);
    let mut command = Command::new(line.next().unwrap_or(&"env"));
    command.args(line);
    command
}

#[cfg(test)]
mod tests {
    use super::{apt_get, is_installed};
    use crate::program::shown;

    #[test]
    fn only_a_package_that_dpkg_calls_installed_counts() {
        let known = "qpdf installed\nxvfb config-files\n";
        assert!(is_installed("qpdf", known));
        assert!(!is_installed("xvfb", known), "removed, with its configuration left behind");
        assert!(!is_installed("dbus", known), "never heard of");
    }

    #[test]
    fn apt_get_waits_for_its_lock_and_asks_no_questions() {
        let with_sudo = shown(&apt_get(&["sudo", "-n"], &["update"]));
        assert_eq!(
            with_sudo,
            "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600 update"
        );
        assert!(shown(&apt_get(&[], &["update"])).starts_with("env DEBIAN_FRONTEND=noninteractive apt-get"));
    }
}
