//! The program `casebook`: the same core for scripts, checks, and anyone who has only a bundle.
//!
//! Human text by default, `--json` where it says so. Exit code 0: done; 1: the answer is no, for example something
//! does not verify; 2: bad input, with a message that names the field. Nothing here opens a network connection.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "printing is what a command line is for")]

mod arguments;
mod backup;
mod clock;
mod demo;
mod door;
mod export;
mod letter;
mod system;
mod verify;

use std::process::ExitCode;

use clap::Parser as _;

use crate::arguments::{Arguments, Task};

/// How a task ended, if not well.
pub(crate) enum Ended {
    /// The answer is no.
    No(String),
    /// The input cannot be worked with.
    BadInput(String),
}

fn main() -> ExitCode {
    // Bad arguments exit with 2 by clap itself.
    let done = match Arguments::parse().task {
        Task::Clock(task) => clock::run(&task),
        Task::Letter(task) => letter::run(&task),
        Task::Verify(task) => verify::run(&task),
        Task::Export(task) => export::run(&task),
        Task::Backup(task) => backup::back_up(&task),
        Task::Restore(task) => backup::restore(&task),
        Task::Demo(task) => demo::run(&task),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Ended::No(sentence)) => {
            eprintln!("{sentence}");
            ExitCode::from(1)
        }
        Err(Ended::BadInput(sentence)) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}
