//! What can be asked for, and how.

use std::path::PathBuf;

use casebook_app::tools::day;
use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};

/// DPO Casebook on the command line.
#[derive(Debug, Parser)]
#[command(name = "casebook", version, about)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) task: Task,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Task {
    /// Compute the statutory dates of one matter, or of a CSV of them.
    Clock(ClockTask),
    /// Draw a letter from its facts as JSON; records nothing.
    Letter(LetterTask),
    /// Check an exported case history, or a whole casebook.
    Verify(VerifyTask),
    /// Export the history of one case.
    Export(ExportTask),
    /// Make a backup and read it back.
    Backup(BackupTask),
    /// Bring a casebook back from a backup, into a folder that holds none.
    Restore(RestoreTask),
    /// Make a casebook full of made-up people.
    Demo(DemoTask),
}

#[derive(Debug, Args)]
pub(crate) struct ClockTask {
    /// A CSV with the columns id,right,jurisdiction,nation,received,events; events separated by ';'.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["right", "nation", "received", "event"])]
    pub(crate) batch: Option<PathBuf>,
    /// The right asked for: access …
    #[arg(long, required_unless_present = "batch")]
    pub(crate) right: Option<String>,
    /// UK or EU.
    #[arg(long, default_value = "UK")]
    pub(crate) jurisdiction: String,
    /// Whose holidays count: EW, SC, NI; for the EU IE, FR.
    #[arg(long, default_value = "EW")]
    pub(crate) nation: String,
    /// The day it was received: 2026-09-01.
    #[arg(long, required_unless_present = "batch")]
    pub(crate) received: Option<String>,
    /// What happened: id_requested:2026-09-02. May be given many times.
    #[arg(long, value_name = "NAME:DATE")]
    pub(crate) event: Vec<String>,
    /// Pretend that today is this day.
    #[arg(long, value_parser = day)]
    pub(crate) today: Option<NaiveDate>,
    /// Print JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct LetterTask {
    /// The facts, as JSON; '-' reads standard input.
    pub(crate) facts: PathBuf,
    /// Where to write the PDF.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// Draw the draft form.
    #[arg(long)]
    pub(crate) draft: bool,
    /// Print JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct VerifyTask {
    /// The folder of an exported history, or of a casebook.
    pub(crate) folder: PathBuf,
    /// For a casebook: a file that holds the passphrase; without it the passphrase is asked for.
    #[arg(long, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// Print JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ExportTask {
    /// The folder of the casebook.
    #[arg(long, value_name = "DIR")]
    pub(crate) casebook: PathBuf,
    /// A file that holds the passphrase; without it the passphrase is asked for.
    #[arg(long, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// The case: SR-2026-0042-E.
    #[arg(long)]
    pub(crate) case: String,
    /// The folder to write into.
    #[arg(long, value_name = "DIR")]
    pub(crate) to: PathBuf,
    /// For whom it is and why; it is recorded.
    #[arg(long)]
    pub(crate) reason: String,
    /// Who reads it: everything, or what the person concerned may read.
    #[arg(long, value_enum, default_value = "full")]
    pub(crate) audience: ExportAudience,
    /// Write an encrypted archive and print its passphrase. This is the default.
    #[arg(long, conflicts_with = "folder")]
    pub(crate) zip: bool,
    /// Write a folder that everybody can read.
    #[arg(long)]
    pub(crate) folder: bool,
    /// Include notes of legal advice; never for the person concerned.
    #[arg(long)]
    pub(crate) with_legal_advice: bool,
    /// Print JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Who a history is for.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(crate) enum ExportAudience {
    /// A court or the company's own lawyer.
    Full,
    /// The person concerned.
    Subject,
}

#[derive(Debug, Args)]
pub(crate) struct BackupTask {
    /// The folder of the casebook.
    #[arg(long, value_name = "DIR")]
    pub(crate) casebook: PathBuf,
    /// The backup folder, chosen from now on; without it the one chosen before.
    #[arg(long, value_name = "DIR")]
    pub(crate) to: Option<PathBuf>,
    /// A file that holds the passphrase; without it the passphrase is asked for.
    #[arg(long, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// Print JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RestoreTask {
    /// The folder in which the backups are.
    #[arg(long, value_name = "DIR")]
    pub(crate) from: PathBuf,
    /// The new folder of the casebook; must not exist, or be empty.
    #[arg(long, value_name = "DIR")]
    pub(crate) casebook: PathBuf,
    /// Which backup: 20261122-1403-17Z; without it the newest.
    #[arg(long, value_name = "NAME")]
    pub(crate) snapshot: Option<String>,
    /// A file that holds the passphrase; without it the passphrase is asked for.
    #[arg(long, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// Ask for the recovery key instead of the passphrase.
    #[arg(long, conflicts_with = "passphrase_file")]
    pub(crate) recovery_key: bool,
}

#[derive(Debug, Args)]
pub(crate) struct DemoTask {
    /// The folder to make it in; must not exist, or be empty.
    #[arg(long, value_name = "DIR")]
    pub(crate) casebook: PathBuf,
    /// How many cases.
    #[arg(long, default_value_t = 60)]
    pub(crate) cases: u32,
    /// The same seed makes the same people and the same story.
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// For how many of the cases letters are drawn.
    #[arg(long, default_value_t = 50)]
    pub(crate) papers: u32,
    /// Where to write the passphrase of the new casebook.
    #[arg(long, value_name = "FILE")]
    pub(crate) passphrase_file: PathBuf,
    /// Pretend that today is this day.
    #[arg(long, value_parser = day)]
    pub(crate) today: Option<NaiveDate>,
}
