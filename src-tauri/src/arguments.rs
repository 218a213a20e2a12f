//! The words after the program's name.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use chrono::NaiveDate;

/// Debug builds understand some words more: they serve tests and the demonstration.
const DEBUG: bool = cfg!(debug_assertions);

const HELP: &str = "\
DPO Casebook

Usage: dpo-casebook [--casebook DIR]

  --casebook DIR  the folder of the casebook (else the usual one)
  --version       print the version
  --help          print this";

const DEBUG_HELP: &str = "

In this debug build also:
  --today DATE            what the program takes for today, YYYY-MM-DD
  --answers FILE          answers to file dialogs, one path a line; an empty line closes the dialog
  --passphrase-file FILE  open the made-up casebook at once with the passphrase in this file
  --idle SECONDS          lock after so long without a key or the mouse, whatever the setting says";

/// What was asked for.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// The folder of the casebook, if it is not the usual one.
    pub(crate) casebook: Option<PathBuf>,
    /// What to take for today.
    pub(crate) today: Option<NaiveDate>,
    /// Answers to file dialogs.
    pub(crate) answers: Option<PathBuf>,
    /// Opens the made-up casebook without asking.
    pub(crate) passphrase_file: Option<PathBuf>,
    /// Locks after so long, whatever the setting says.
    pub(crate) idle: Option<Duration>,
}

/// Why the window does not open.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// A text was asked for, and that is all.
    Shown(String),
    /// A word that is not understood, as a sentence.
    Wrong(String),
}

impl Arguments {
    /// Reads the words.
    pub(crate) fn read(words: impl Iterator<Item = OsString>) -> Result<Self, Stop> {
        let mut arguments = Self::default();
        let mut words = words;
        while let Some(word) = words.next() {
            match word.to_str() {
                Some("--help") => return Err(Stop::Shown(help())),
                Some("--version") => return Err(Stop::Shown(env!("CARGO_PKG_VERSION").to_owned())),
                Some("--casebook") => arguments.casebook = Some(path_after("--casebook", &mut words)?),
                Some("--answers") if DEBUG => arguments.answers = Some(path_after("--answers", &mut words)?),
                Some("--passphrase-file") if DEBUG => {
                    arguments.passphrase_file = Some(path_after("--passphrase-file", &mut words)?);
                }
                Some("--idle") if DEBUG => arguments.idle = Some(seconds_after(&mut words)?),
                Some("--today") if DEBUG => arguments.today = Some(day_after(&mut words)?),
                _ => {
                    let word = word.to_string_lossy();
                    return Err(Stop::Wrong(format!("{word}: not understood. --help lists what is.")));
                }
            }
        }
        Ok(arguments)
    }
}

fn help() -> String {
    if DEBUG { format!("{HELP}{DEBUG_HELP}") } else { HELP.to_owned() }
}

fn path_after(name: &str, words: &mut impl Iterator<Item = OsString>) -> Result<PathBuf, Stop> {
    let word = words.next().filter(|word| !word.is_empty());
    let word = word.ok_or_else(|| Stop::Wrong(format!("{name}: a path has to follow.")))?;
    std::path::absolute(word).map_err(|_| Stop::Wrong(format!("{name}: that path cannot be used.")))
}

fn day_after(words: &mut impl Iterator<Item = OsString>) -> Result<NaiveDate, Stop> {
    let word = words.next().unwrap_or_default();
    let day = word.to_str().and_then(|word| NaiveDate::parse_from_str(word, "%Y-%m-%d").ok());
    day.ok_or_else(|| Stop::Wrong("--today: a date has to follow, such as 2026-11-22.".to_owned()))
}

fn seconds_after(words: &mut impl Iterator<Item = OsString>) -> Result<Duration, Stop> {
    let word = words.next().unwrap_or_default();
    let seconds = word.to_str().and_then(|word| word.parse().ok()).filter(|seconds| *seconds > 0);
    let seconds =
        seconds.ok_or_else(|| Stop::Wrong("--idle: seconds have to follow, such as 900.".to_owned()))?;
    Ok(Duration::from_secs(seconds))
}

#[cfg(test)]
mod tests {
    use super::{Arguments, Stop};

    fn read(words: &[&str]) -> Result<Arguments, Stop> {
        Arguments::read(words.iter().map(Into::into))
    }

    #[test]
    fn paths_are_made_absolute() {
        let read = read(&["--casebook", "somewhere"]).unwrap();
        assert!(read.casebook.unwrap().is_absolute());
    }

    #[test]
    fn a_wrong_word_is_named() {
        for (words, named) in [
            (&["--cases"][..], "--cases"),
            (&["--casebook"], "--casebook"),
            (&["--casebook", ""], "--casebook"),
            (&["--today", "22 November"], "--today"),
            (&["--today"], "--today"),
            (&["--idle", "0"], "--idle"),
            (&["--idle", "soon"], "--idle"),
        ] {
            let Err(Stop::Wrong(sentence)) = read(words) else { panic!("{words:?} was accepted") };
            assert!(sentence.starts_with(named), "{sentence}");
        }
    }

    #[test]
    fn nothing_is_needed() {
        assert_eq!(read(&[]), Ok(Arguments::default()));
    }

    #[test]
    fn the_help_names_every_word() {
        let Err(Stop::Shown(help)) = read(&["--help"]) else { panic!("no help") };
        for word in
            ["--casebook", "--version", "--help", "--today", "--answers", "--passphrase-file", "--idle"]
        {
            assert!(help.contains(word), "{word}");
        }
    }
}
