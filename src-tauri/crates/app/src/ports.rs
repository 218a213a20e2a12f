//! What the use cases need from whoever runs them: the time, ids, random bytes, dialogs, a printer, and somebody who
//! watches long work. Nothing else comes from outside; the core reads no environment and names no file of its own
//! choosing.

use std::path::PathBuf;

use casebook_vault::NoRandomness;
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

pub use crate::jobs::Jobs;

/// The time. The word *clock* is kept for statutory time.
pub trait TimeSource: Send + Sync {
    /// This instant.
    fn now(&self) -> DateTime<Utc>;
    /// Today in London, whatever the computer's time zone says (TIME-16).
    fn today(&self) -> NaiveDate;
}

/// New ids, UUID version 7.
pub trait IdSource: Send + Sync {
    /// An id that was never given before.
    fn next(&self) -> Uuid;
}

/// Random bytes fit for keys and salts.
pub trait Random: Send + Sync {
    /// Fills the buffer; `false` if the system has none to give.
    #[must_use]
    fn fill(&self, buffer: &mut [u8]) -> bool;
}

/// Dialogs in which the DPO names a file or folder. Paths come from here, never from the page.
pub trait Dialogs: Send + Sync {
    /// A folder to write into; `None` if the DPO closed the dialog.
    fn choose_folder(&self, title: &str) -> Option<PathBuf>;
    /// A file to read; `None` if the DPO closed the dialog.
    fn open_file(&self, title: &str) -> Option<PathBuf>;
    /// A file to write; `None` if the DPO closed the dialog.
    fn save_file(&self, title: &str, suggested_name: &str) -> Option<PathBuf>;
}

/// The computer's printers. Paper is printed from the bytes that are kept; no file is written on the way.
pub trait Printer: Send + Sync {
    /// The names of the printers, in the system's order; may be empty.
    ///
    /// # Errors
    /// [`PrintProblem::NoPrinting`] where the system cannot print at all.
    fn queues(&self) -> Result<Vec<String>, PrintProblem>;
    /// Hands a PDF to a printer. When this answers, the printing system has taken it.
    ///
    /// # Errors
    /// If it was not taken, or if that is not known.
    fn print(&self, order: &PrintOrder<'_>) -> Result<(), PrintProblem>;
}

/// What to print, and how.
#[derive(Clone, Copy)]
pub struct PrintOrder<'a> {
    /// The printer, by one of the names of [`Printer::queues`].
    pub queue: &'a str,
    /// How often; from 1.
    pub copies: u32,
    /// Both sides of each sheet.
    pub both_sides: bool,
    /// What the printing system may show and log: a letter's number, never a name.
    pub title: &'a str,
    /// The PDF.
    pub pdf: &'a [u8],
}

/// Why nothing was printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PrintProblem {
    /// The system has no printing.
    #[error("this computer has no printing system that this program knows")]
    NoPrinting,
    /// There is no printer of that name.
    #[error("there is no such printer any more")]
    NoSuchQueue,
    /// The printing system said no.
    #[error("the printing system did not take it")]
    Refused,
    /// It was handed over, and no answer came in time.
    #[error("the printing system did not answer in time")]
    NoAnswer,
}

/// Where no printer is to be had: made-up casebooks and the command line.
pub struct NoPrinter;

impl Printer for NoPrinter {
    fn queues(&self) -> Result<Vec<String>, PrintProblem> {
        Err(PrintProblem::NoPrinting)
    }

    fn print(&self, _order: &PrintOrder<'_>) -> Result<(), PrintProblem> {
        Err(PrintProblem::NoPrinting)
    }
}

/// Whoever shows how far long work has come.
pub trait Progress: Send + Sync {
    /// `done` of `of` steps of the job are done. The words hold nothing personal.
    fn show(&self, job: &str, done: u32, of: u32, words: &str);
}

/// Nobody watches.
pub struct Unwatched;

impl Progress for Unwatched {
    fn show(&self, _job: &str, _done: u32, _of: u32, _words: &str) {}
}

/// All of them together.
#[derive(Clone)]
pub struct Ports {
    /// The time.
    pub time: std::sync::Arc<dyn TimeSource>,
    /// New ids.
    pub ids: std::sync::Arc<dyn IdSource>,
    /// Random bytes.
    pub random: std::sync::Arc<dyn Random>,
    /// Dialogs.
    pub dialogs: std::sync::Arc<dyn Dialogs>,
    /// Printers.
    pub printer: std::sync::Arc<dyn Printer>,
    /// Long work that is under way, and who watches it.
    pub jobs: std::sync::Arc<Jobs>,
}

/// Random bytes as the vault asks for them.
pub(crate) fn random_source(ports: &Ports) -> impl FnMut(&mut [u8]) -> Result<(), NoRandomness> {
    move |buffer| if ports.random.fill(buffer) { Ok(()) } else { Err(NoRandomness) }
}
