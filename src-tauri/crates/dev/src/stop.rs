//! Why a chore stopped, in words for the developer at the terminal.

use std::fmt;
use std::process::ExitCode;

/// A chore that did not reach its end.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The words after `cargo dev` cannot be followed.
    Asked(String),
    /// This machine lacks something, and the text says what to do about it.
    Missing(String),
    /// A program ran and said no, or a file could not be read or written.
    Failed(String),
    /// As [`Stop::Missing`] or [`Stop::Failed`], and the developer has been told already.
    Told(ExitCode),
}

impl Stop {
    /// 1 when a check said no, 2 when the developer has to do something first.
    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Failed(_) => ExitCode::from(1),
            Self::Asked(_) | Self::Missing(_) => ExitCode::from(2),
            Self::Told(code) => *code,
        }
    }

    /// For `map_err`: a file that could not be `verb`ed ("read", "written").
    pub(crate) fn file(path: &std::path::Path, verb: &str) -> impl FnOnce(std::io::Error) -> Self {
        let sentence = format!("{} could not be {verb}", path.display());
        move |error| Self::Failed(format!("{sentence}: {error}"))
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Asked(words) | Self::Missing(words) | Self::Failed(words) => formatter.write_str(words),
            Self::Told(_) => Ok(()),
        }
    }
}
