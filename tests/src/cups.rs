//! A printing system of a test's own: CUPS's daemon in a temporary folder, with one printer that keeps what it is given.
//! It reaches no printer and no network, and nothing of the computer's own printing is touched.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;

use crate::place::run;

/// The name of the one printer.
pub const QUEUE: &str = "Paper";

/// Where Debian keeps the programs of CUPS.
const PROGRAMS: &str = "/usr/lib/cups";
/// The daemon and `lpadmin` lie where an ordinary user's path does not look.
const ADMINISTRATORS: &str = "/usr/sbin";

/// What a printer is: keeps the bytes of its sixth word, or of standard input, and writes down the others.
const BACKEND: &str = r#"#!/bin/sh
[ $# -eq 0 ] && exit 0
folder="${DEVICE_URI#capture:}"
if [ -n "$6" ]; then cat "$6"; else cat; fi > "$folder/$1.part"
printf '%s\n%s\n%s\n%s\n' "$2" "$3" "$4" "$5" > "$folder/$1.words"
mv "$folder/$1.part" "$folder/$1.pdf"
"#;

/// A running printing system.
pub struct Cups {
    folder: TempDir,
    daemon: Child,
}

/// What came out of the printer.
#[derive(Debug, PartialEq, Eq)]
pub struct Sheets {
    /// What the printing system knew it by.
    pub title: String,
    /// How often.
    pub copies: String,
    /// The other options.
    pub options: String,
    /// The bytes.
    pub pdf: Vec<u8>,
}

impl Cups {
    /// Starts one with its printer.
    ///
    /// # Errors
    /// Without CUPS (Debian: cups-daemon, cups-client).
    pub fn start() -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("cups-").tempdir()?;
        let at = |name: &str| folder.path().join(name);
        for name in ["state", "requests", "temporary", "cache", "log", "out", "programs", "programs/backend"]
        {
            fs::create_dir(at(name))?;
        }
        lend_programs(&at("programs"))?;
        let backend = at("programs/backend/capture");
        fs::write(&backend, BACKEND)?;
        fs::set_permissions(&backend, fs::Permissions::from_mode(0o700))?;
        fs::write(at("cups-files.conf"), files_conf(folder.path()))?;
        fs::write(at("cupsd.conf"), daemon_conf(folder.path()))?;
        let daemon = Command::new(format!("{ADMINISTRATORS}/cupsd"))
            .arg("-f")
            .arg("-c")
            .arg(at("cupsd.conf"))
            .arg("-s")
            .arg(at("cups-files.conf"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("cupsd could not be started (Debian: cups-daemon)")?;
        let cups = Self { folder, daemon };
        cups.wait("answers", || Ok(cups.server().exists()))?;
        run(Command::new(format!("{ADMINISTRATORS}/lpadmin"))
            .args(["-p", QUEUE, "-E", "-m", "raw", "-v"])
            .arg(format!("capture:{}", cups.out().display()))
            .env("CUPS_SERVER", cups.server()))?;
        Ok(cups)
    }

    /// What `CUPS_SERVER` has to say to reach it.
    pub fn server(&self) -> PathBuf {
        self.folder.path().join("cups.sock")
    }

    /// Takes the printer away.
    ///
    /// # Errors
    /// If it stays.
    pub fn remove_printer(&self) -> Result<()> {
        let mut command = Command::new(format!("{ADMINISTRATORS}/lpadmin"));
        run(command.args(["-x", QUEUE]).env("CUPS_SERVER", self.server())).map(|_| ())
    }

    /// Waits for so many printings and answers them in order.
    ///
    /// # Errors
    /// If they do not come.
    pub fn printed(&self, count: usize) -> Result<Vec<Sheets>> {
        self.wait("prints", || Ok(self.papers()?.len() >= count))?;
        let papers = self.papers()?;
        ensure!(papers.len() == count, "{} printings instead of {count}", papers.len());
        papers.iter().map(|paper| sheets(paper)).collect()
    }

    fn papers(&self) -> Result<Vec<PathBuf>> {
        let mut papers: Vec<(u32, PathBuf)> = Vec::new();
        for entry in fs::read_dir(self.out())? {
            let path = entry?.path();
            if path.extension().is_some_and(|end| end == "pdf") {
                let job = path.file_stem().and_then(|stem| stem.to_str()).context("a job has a number")?;
                papers.push((job.parse()?, path));
            }
        }
        papers.sort();
        Ok(papers.into_iter().map(|(_, path)| path).collect())
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    fn wait(&self, what: &str, is_so: impl Fn() -> Result<bool>) -> Result<()> {
        let begun = now();
        while !is_so()? {
            if begun.elapsed() > Duration::from_secs(30) {
                let log = fs::read_to_string(self.folder.path().join("log/error")).unwrap_or_default();
                bail!("waited in vain until the printing system {what}: {log}");
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

#[expect(clippy::disallowed_methods, reason = "a stopwatch for a test; nothing is dated by it")]
fn now() -> Instant {
    Instant::now()
}

fn sheets(paper: &Path) -> Result<Sheets> {
    let words = fs::read_to_string(paper.with_extension("words"))?;
    let [_user, title, copies, options] =
        words.lines().collect::<Vec<_>>().try_into().map_err(|_| anyhow::anyhow!("four lines: {words}"))?;
    Ok(Sheets {
        title: title.to_owned(),
        copies: copies.to_owned(),
        options: options.to_owned(),
        pdf: fs::read(paper)?,
    })
}

impl Drop for Cups {
    fn drop(&mut self) {
        // It may have ended already.
        drop(self.daemon.kill());
        drop(self.daemon.wait());
    }
}

/// All programs of CUPS but its ways to real printers.
fn lend_programs(to: &Path) -> Result<()> {
    for entry in fs::read_dir(PROGRAMS).context("CUPS is not installed (Debian: cups-daemon)")? {
        let entry = entry?;
        if entry.file_name() != "backend" {
            symlink(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

fn files_conf(folder: &Path) -> String {
    let folder = folder.display();
    [
        ("ServerRoot", ""),
        ("StateDir", "/state"),
        ("RequestRoot", "/requests"),
        ("TempDir", "/temporary"),
        ("CacheDir", "/cache"),
        ("AccessLog", "/log/access"),
        ("ErrorLog", "/log/error"),
        ("PageLog", "/log/page"),
        ("ServerBin", "/programs"),
    ]
    .map(|(name, place)| format!("{name} {folder}{place}\n"))
    .concat()
}

fn daemon_conf(folder: &Path) -> String {
    format!(
        "Listen {}/cups.sock\nBrowsing No\nWebInterface No\nDefaultAuthType None\n\
         <Location />\nAllow all\n</Location>\n\
         <Location /admin>\nAllow all\n</Location>\n\
         <Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n",
        folder.display()
    )
}
