//! What is written down when the program itself is at fault: where in the code, and an incident number. Never the
//! message of the panic, which may hold what was typed.

use std::cell::RefCell;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::panic::{self, UnwindSafe};
use std::path::Path;

use casebook_app::ports::Random;

use crate::places;
use crate::system::{RealRandom, utc_now};

thread_local! {
    /// The incident of this thread's last panic, for whoever catches it.
    static INCIDENT: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Writes down every panic from now on.
pub(crate) fn install() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        let incident = new_incident();
        let place = panic.location().map_or_else(|| "nowhere".to_owned(), ToString::to_string);
        write_down(&incident, &place);
        INCIDENT.set(Some(incident));
        if cfg!(debug_assertions) {
            usual(panic);
        }
    }));
}

/// Does the work. If it panics, answers the incident number instead.
pub(crate) fn guard<T>(work: impl FnOnce() -> T + UnwindSafe) -> Result<T, String> {
    panic::catch_unwind(work).map_err(|_| INCIDENT.take().unwrap_or_else(new_incident))
}

/// Eight characters to quote when reporting a fault.
pub(crate) fn new_incident() -> String {
    let mut bytes = [0; 4];
    if RealRandom.fill(&mut bytes) {
        format!("{:08X}", u32::from_be_bytes(bytes))
    } else {
        "UNNUMBERED".to_owned()
    }
}

/// Writes down a fault: what happened, as a code, and where, in names of our own. A fault that cannot be written down is
/// still answered.
pub(crate) fn write_down(incident: &str, place: &str) {
    if let Some(file) = places::fault_record() {
        drop(add_line(&file, incident, place));
    }
}

fn add_line(file: &Path, incident: &str, place: &str) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let at = utc_now().format("%Y-%m-%dT%H:%M:%SZ");
    let version = env!("CARGO_PKG_VERSION");
    writeln!(OpenOptions::new().create(true).append(true).open(file)?, "{at} {version} {incident} {place}")
}

#[cfg(test)]
mod tests {
    use super::{add_line, guard};

    #[test]
    fn a_panic_becomes_an_incident_and_work_without_one_its_answer() {
        assert_eq!(guard(|| 7), Ok(7));
        let incident = guard(|| panic!("Żółkiewska")).unwrap_err();
        assert!(incident.len() >= 8 && incident.chars().all(|c| c.is_ascii_alphanumeric()), "{incident}");
    }

    #[test]
    fn the_record_has_one_line_a_fault() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("new").join("faults.log");
        for number in ["0000000A", "0000000B"] {
            add_line(&file, number, "gate.rs:1:2").unwrap();
        }
        let written = std::fs::read_to_string(&file).unwrap();
        let ends: Vec<&str> = written.lines().map(|line| line.split_once("Z ").unwrap().1).collect();
        let version = env!("CARGO_PKG_VERSION");
        assert_eq!(
            ends,
            [format!("{version} 0000000A gate.rs:1:2"), format!("{version} 0000000B gate.rs:1:2")]
        );
    }
}
