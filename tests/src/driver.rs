//! The process that drives the window. Each window has one of its own, in a process group of its own: when the group is
//! empty, everything the window started is gone.

#![expect(
    clippy::disallowed_types,
    reason = "the driver is another program of this computer, spoken to by a port"
)]

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, File};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};
use rustix::process::{Pid, Signal, kill_process, kill_process_group};

use crate::window::until;

/// A running WebKitWebDriver.
pub(crate) struct Driver {
    process: Child,
    port: u16,
    /// What the window's program is called.
    program: String,
}

impl Driver {
    /// Starts one. What it and the window print goes into `log`, never into the test's own output: an orphan holding
    /// that would keep the test runner waiting for ever.
    pub(crate) async fn start(
        home: &Path,
        program: &Path,
        environment: &BTreeMap<&'static str, OsString>,
        log: File,
    ) -> Result<Self> {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let process = Command::new("WebKitWebDriver")
            .args(["--host=127.0.0.1", &format!("--port={port}")])
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_STATE_HOME", home.join("state"))
            .env("HOME", home)
            .env("TMPDIR", home.join("tmp"))
            .envs(environment)
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .process_group(0)
            .spawn()
            .context("WebKitWebDriver could not be started (Debian: webkit2gtk-driver)")?;
        let program = program.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let driver = Self { process, port, program };
        until("the driver answers", async || {
            Ok(tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_ok())
        })
        .await?;
        Ok(driver)
    }

    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Asks the window's program to end, as the end of a session does.
    pub(crate) fn tell_program_to_end(&self) -> Result<()> {
        let program = self.program().context("the window's program does not run")?;
        kill_process(program, Signal::TERM).context("the window's program could not be told")
    }

    /// Ends the window's program at once, as a power cut does.
    pub(crate) fn kill_program(&self) -> Result<()> {
        let program = self.program().context("the window's program does not run")?;
        kill_process(program, Signal::KILL).context("the window's program could not be killed")
    }

    /// The window's program, if it runs.
    pub(crate) fn program(&self) -> Option<Pid> {
        members(self.group()?)
            .into_iter()
            .find(|member| member.name == self.program)
            .and_then(|member| member.pid)
    }

    /// Ends everything and waits until it is gone.
    pub(crate) async fn end(mut self) -> Result<()> {
        self.kill();
        drop(self.process.wait());
        let group = self.group().context("the driver had a process id")?;
        until("the driver's processes are gone", async || Ok(members(group).is_empty())).await
    }

    fn group(&self) -> Option<Pid> {
        Pid::from_raw(i32::try_from(self.process.id()).ok()?)
    }

    fn kill(&self) {
        if let Some(group) = self.group() {
            // It may be gone already.
            let _ = kill_process_group(group, Signal::KILL);
        }
    }
}

impl Drop for Driver {
    /// For tests that fail: nothing may stay behind.
    fn drop(&mut self) {
        self.kill();
        drop(self.process.wait());
    }
}

struct Member {
    pid: Option<Pid>,
    name: String,
}

/// The living processes of a group, read from /proc.
fn members(group: Pid) -> Vec<Member> {
    let group = group.as_raw_nonzero().get().to_string();
    let Ok(processes) = fs::read_dir("/proc") else { return Vec::new() };
    processes
        .filter_map(|entry| fs::read_to_string(entry.ok()?.path().join("stat")).ok())
        .filter_map(|stat| {
            // "PID (NAME) STATE PPID GROUP …", and the name may hold anything.
            let (pid, rest) = stat.split_once(" (")?;
            let (name, rest) = rest.rsplit_once(") ")?;
            let mut rest = rest.split(' ');
            let state = rest.next()?;
            let is_member = rest.nth(1)? == group && state != "Z";
            is_member.then(|| Member { pid: pid.parse().ok().and_then(Pid::from_raw), name: name.to_owned() })
        })
        .collect()
}

/// A step of the driver may take this long on a busy machine; then it hangs.
pub(crate) const STEP: Duration = Duration::from_secs(40);
