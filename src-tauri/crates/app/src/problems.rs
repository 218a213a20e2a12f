//! What is wrong with a form, collected so that all of it can be said at once.

use casebook_ipc::{FieldProblem, IpcError};

use crate::errors::AppError;
use crate::text::one_line;

/// What is wrong with a form, collected so that all of it can be said at once.
#[derive(Default)]
pub(crate) struct Problems(Vec<FieldProblem>);

impl Problems {
    /// Adds one.
    pub(crate) fn add(&mut self, field: &str, message: &str) {
        self.0.push(FieldProblem { field: field.to_owned(), message: message.to_owned() });
    }

    /// A line that must be written.
    pub(crate) fn wanted(&mut self, field: &str, text: &str, message: &str) -> String {
        let line = one_line(text);
        if line.is_empty() {
            self.add(field, message);
        }
        line
    }

    /// Lines of which at least one must be written; blank ones are left out.
    pub(crate) fn wanted_lines(&mut self, field: &str, text: &[String], message: &str) -> Vec<String> {
        let lines = lines_of(text);
        if lines.is_empty() {
            self.add(field, message);
        }
        lines
    }

    /// All is well, or all that is not.
    pub(crate) fn none(self) -> Result<(), AppError> {
        if self.0.is_empty() { Ok(()) } else { Err(IpcError::Invalid { fields: self.0 }.into()) }
    }
}

/// The lines that say something, each as it is recorded.
pub(crate) fn lines_of(lines: &[String]) -> Vec<String> {
    lines.iter().map(|line| one_line(line)).filter(|line| !line.is_empty()).collect()
}
