//! Onto paper, without a file in between.

use casebook_ipc::{IpcError, Nothing, PrintQueues, Reply, UnavailableCode};

use crate::errors::{AppError, Done};
use crate::open::Open;
use crate::ports::PrintProblem;

impl Open {
    pub(crate) fn printers(&self, _: &Nothing) -> Done<PrintQueues> {
        let view = match self.ports.printer.queues() {
            Ok(queues) => {
                let problem = queues.is_empty().then(|| NO_PRINTER.to_owned());
                PrintQueues { queues, problem }
            }
            Err(problem) => PrintQueues { queues: Vec::new(), problem: Some(sentence(problem).to_owned()) },
        };
        Ok(Reply::read(view))
    }
}

const NO_PRINTER: &str = "This computer has no printer set up. Set one up in the system’s settings, or save the PDF and print that.";

/// What happened, what is safe, what to do.
const fn sentence(problem: PrintProblem) -> &'static str {
    match problem {
        PrintProblem::NoPrinting => {
            "Printing from here needs the printing system CUPS, which is not running on this computer. Save the PDF and \
             print that."
        }
        PrintProblem::NoSuchQueue => {
            "That printer is not there any more. Nothing was printed and nothing was recorded; choose another printer."
        }
        PrintProblem::Refused => {
            "The printing system did not take the letter. Nothing was recorded; look at the printer, then print again."
        }
        PrintProblem::NoAnswer => {
            "The printing system did not answer in time, so nothing was recorded. It may print all the same: look at the \
             printer before you print again."
        }
    }
}

impl From<PrintProblem> for AppError {
    fn from(problem: PrintProblem) -> Self {
        let message = sentence(problem).to_owned();
        IpcError::Unavailable { code: UnavailableCode::Printer, message }.into()
    }
}
