//! Printing through CUPS: its own programs `lpstat` and `lp`, without a shell and without a file. The PDF goes to
//! standard input; the only words the printing system learns are the queue, how to print, and a letter's number.
//!
//! Other systems have no such programs, so they have no queues; there the DPO saves the PDF and prints that.

use std::ffi::OsString;
use std::io::{ErrorKind, Read, Write};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::thread;
use std::time::Duration;

use casebook_app::ports::{PrintOrder, PrintProblem, Printer};

use crate::system::moment;

/// A printing system that takes longer than this hangs.
const PATIENCE: Duration = Duration::from_secs(20);
/// A list of printers longer than this is none.
const LONGEST_ANSWER: u64 = 1024 * 1024;

/// The printers of the system.
#[derive(Default)]
pub struct Cups {
    /// The printing system to use: a socket or a host; the usual one without it.
    pub server: Option<OsString>,
}

impl Cups {
    fn program(&self, name: &str) -> Command {
        let mut command = Command::new(name);
        if let Some(server) = &self.server {
            command.arg("-h").arg(server);
        }
        // What is printed for people is printed in their language; we read it.
        command.env("LC_ALL", "C").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }
}

impl Printer for Cups {
    fn queues(&self) -> Result<Vec<String>, PrintProblem> {
        let mut asked = self.program("lpstat");
        asked.arg("-e").stdout(Stdio::piped());
        let mut asked = start(&mut asked)?;
        let answer = asked.stdout.take();
        let reader = thread::spawn(move || {
            let mut text = String::new();
            answer.map_or(Ok(0), |answer| answer.take(LONGEST_ANSWER).read_to_string(&mut text)).map(|_| text)
        });
        // Without printers lpstat says no as well, so its status tells nothing.
        wait(&mut asked, PATIENCE).ok_or(PrintProblem::NoPrinting)?;
        let text = reader.join().ok().and_then(Result::ok).ok_or(PrintProblem::NoPrinting)?;
        Ok(text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect())
    }

    fn print(&self, order: &PrintOrder<'_>) -> Result<(), PrintProblem> {
        if !self.queues()?.iter().any(|queue| queue == order.queue) {
            return Err(PrintProblem::NoSuchQueue);
        }
        let sides = if order.both_sides { "two-sided-long-edge" } else { "one-sided" };
        let mut command = self.program("lp");
        command.args(["-d", order.queue, "-n", &order.copies.to_string(), "-t", order.title]);
        // Paper as drawn: a page made smaller would miss the window of the envelope.
        for option in [&format!("sides={sides}"), "media=A4", "print-scaling=none"] {
            command.args(["-o", option]);
        }
        let mut child = start(command.args(["--", "-"]).stdin(Stdio::piped()))?;
        let input = child.stdin.take().ok_or(PrintProblem::Refused)?;
        match feed(&mut child, input, order.pdf) {
            Some(status) if status.success() => Ok(()),
            Some(_) => Err(PrintProblem::Refused),
            None => Err(PrintProblem::NoAnswer),
        }
    }
}

fn start(command: &mut Command) -> Result<Child, PrintProblem> {
    command.spawn().map_err(|error| match error.kind() {
        ErrorKind::NotFound => PrintProblem::NoPrinting,
        _ => PrintProblem::Refused,
    })
}

/// Writes the bytes on a thread of their own: a program that reads nothing must not hold us up.
fn feed(child: &mut Child, mut input: ChildStdin, bytes: &[u8]) -> Option<ExitStatus> {
    thread::scope(|scope| {
        // If it stops reading, its status tells why.
        scope.spawn(move || input.write_all(bytes));
        wait(child, PATIENCE)
    })
}

/// Waits until the program has ended; ends it when patience does, and answers nothing.
fn wait(child: &mut Child, patience: Duration) -> Option<ExitStatus> {
    let begun = moment().steady;
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status),
            Ok(None) if moment().steady.saturating_sub(begun) < patience => {
                thread::sleep(Duration::from_millis(10));
            }
            Ok(None) | Err(_) => {
                // It may have ended in this very moment; then there is nothing to end.
                drop(child.kill());
                drop(child.wait());
                return None;
            }
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::{feed, wait};
    use std::process::{Command, Stdio};
    use std::time::Duration;

    #[test]
    fn a_program_that_hangs_is_ended() {
        let mut child = Command::new("sleep").arg("600").spawn().unwrap();
        assert_eq!(wait(&mut child, Duration::from_millis(50)), None);
        assert!(child.try_wait().unwrap().is_some(), "it still runs");
    }

    #[test]
    fn a_program_that_does_not_read_is_told_apart_from_one_that_hangs() {
        let bytes = vec![b'x'; 1024 * 1024];
        for (program, is_well) in [("true", true), ("false", false)] {
            let mut child = Command::new(program).stdin(Stdio::piped()).spawn().unwrap();
            let input = child.stdin.take().unwrap();
            assert_eq!(feed(&mut child, input, &bytes).map(|status| status.success()), Some(is_well));
        }
    }
}
