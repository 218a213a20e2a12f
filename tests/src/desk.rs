//! A desk: one DPO's folders, in a temporary place. The casebook stays on it while windows are opened and closed.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::cups::Cups;
use crate::place;
use crate::session::Session;
use crate::window::Window;

/// The folders of one DPO.
pub struct Desk {
    name: String,
    home: Option<TempDir>,
    today: Option<String>,
    idle: Option<u32>,
    environment: BTreeMap<&'static str, OsString>,
}

impl Desk {
    /// An empty desk; its name stands in the names of the pictures.
    ///
    /// # Errors
    /// If the folders cannot be made.
    pub fn new(name: &str) -> Result<Self> {
        let home = tempfile::Builder::new().prefix("desk-").tempdir()?;
        for folder in ["cache", "config", "data", "state", "tmp", "out"] {
            fs::create_dir(home.path().join(folder))?;
        }
        // Nothing of the computer's own printers or session, unless the test has some of its own.
        let nowhere = home.path().join("nowhere");
        let bus = format!("unix:path={}", nowhere.display());
        let environment = BTreeMap::from([
            ("CUPS_SERVER", nowhere.into_os_string()),
            ("DBUS_SYSTEM_BUS_ADDRESS", bus.into()),
        ]);
        Ok(Self { name: name.to_owned(), home: Some(home), today: None, idle: None, environment })
    }

    /// Gives the desk a printing system, for windows opened from now on.
    pub fn use_printers(&mut self, cups: &Cups) {
        self.environment.insert("CUPS_SERVER", cups.server().into_os_string());
    }

    /// Gives the desk a session that can be locked and put to sleep, for windows opened from now on.
    pub fn use_session(&mut self, session: &Session) {
        for bus in ["DBUS_SYSTEM_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS"] {
            self.environment.insert(bus, session.address().into());
        }
    }

    /// Locks after so many seconds of silence instead of the setting, in windows opened from now on.
    pub fn lock_after(&mut self, seconds: u32) {
        self.idle = Some(seconds);
    }

    /// The same desk on another day (`YYYY-MM-DD`), for windows opened from now on.
    pub fn set_today(&mut self, day: &str) {
        self.today = Some(day.to_owned());
    }

    /// The desk's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The folder that holds everything on this desk.
    pub fn home(&self) -> &Path {
        self.home.as_ref().map_or(Path::new(""), TempDir::path)
    }

    /// The casebook's folder.
    pub fn casebook(&self) -> PathBuf {
        self.home().join("casebook")
    }

    /// Where files are saved to and bundles exported to.
    pub fn out(&self) -> PathBuf {
        self.home().join("out")
    }

    /// What the window's program and its driver printed.
    pub fn log(&self) -> PathBuf {
        self.home().join("driver.log")
    }

    /// Says what the next file dialog answers.
    ///
    /// # Errors
    /// If it cannot be written down.
    pub fn answer(&self, path: &Path) -> Result<()> {
        let mut answers = OpenOptions::new().create(true).append(true).open(self.answers())?;
        writeln!(answers, "{}", path.display())?;
        Ok(())
    }

    /// Opens the window on this desk's casebook.
    ///
    /// # Errors
    /// Without a screen, a driver or a built program.
    pub async fn open(&self) -> Result<Window> {
        self.open_program(&place::built("dpo-casebook")?).await
    }

    /// The same with another program, which is given the same words.
    ///
    /// # Errors
    /// Without a screen, a driver or this program.
    pub async fn open_program(&self, program: &Path) -> Result<Window> {
        // Answers are taken from the first on in each window.
        File::create(self.answers())?;
        let casebook = self.casebook();
        let mut words = vec!["--casebook".to_owned(), path_text(&casebook)?];
        // What is sold takes no answers; the program was built as this was.
        if cfg!(debug_assertions) {
            words.extend(["--answers".to_owned(), path_text(&self.answers())?]);
        }
        if let Some(today) = &self.today {
            words.extend(["--today".to_owned(), today.clone()]);
        }
        if let Some(seconds) = self.idle {
            words.extend(["--idle".to_owned(), seconds.to_string()]);
        }
        let log = OpenOptions::new().create(true).append(true).open(self.log())?;
        Window::open(&self.name, self.home(), program, words, &self.environment, log).await
    }

    fn answers(&self) -> PathBuf {
        self.home().join("answers")
    }
}

fn path_text(path: &Path) -> Result<String> {
    Ok(path.to_str().context("the path is not text")?.to_owned())
}

impl Drop for Desk {
    /// A program that was just ended may still be writing caches, so removing is tried more than once.
    fn drop(&mut self) {
        let Some(home) = self.home.take() else { return };
        let path = home.keep();
        for _ in 0..20 {
            if fs::remove_dir_all(&path).is_ok() || !path.exists() {
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}
