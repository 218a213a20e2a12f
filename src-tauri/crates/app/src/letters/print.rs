//! Onto paper, without a file in between.

use casebook_cases::codes::Sides;
use casebook_cases::subject_request::PostCommand;
use casebook_cases::{CaseId, Command, CommandId, LetterId};
use casebook_ipc::{CaseView, IpcError, LetterPrint, Nothing, PrintQueues, Reply, Topic, UnavailableCode};

use crate::errors::{AppError, Done};
use crate::open::{Inner, Open};
use crate::ports::{PrintOrder, PrintProblem};
use crate::problems::Problems;
use crate::record::{Record, conflict};

/// More is a slip of the hand.
const MOST_COPIES: u32 = 99;

/// A final letter on its way to the printer.
struct Sheets {
    case: CaseId,
    /// The letter's number, all that the printing system learns.
    title: String,
    pdf: Vec<u8>,
}

/// How sheets come out of the printer.
pub(super) struct How<'a> {
    /// The printer.
    queue: &'a str,
    copies: u32,
    both_sides: bool,
}

impl<'a> How<'a> {
    /// What the DPO chose, if it can be.
    pub(super) fn of(queue: &'a str, copies: u32, both_sides: bool) -> Result<Self, AppError> {
        let mut problems = Problems::default();
        if !(1..=MOST_COPIES).contains(&copies) {
            problems.add("copies", "Give a number of copies from 1 to 99.");
        }
        problems.wanted("queue", queue, "Choose a printer.");
        problems.none()?;
        Ok(Self { queue, copies, both_sides })
    }
}

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

    pub(crate) fn print_letter(&self, request: &LetterPrint) -> Done<CaseView> {
        let how = How::of(&request.queue, request.copies, request.both_sides)?;
        let case = self.print_one(request.command_id, request.letter, Some(request.case_version), &how)?;
        let view = self.inner().case_view(&self.ports, case)?;
        Ok(Reply::changed(view, vec![Topic::Case { case }, Topic::Cases, Topic::Letters, Topic::Gate]))
    }

    /// Prints a final letter and records it; nothing if this very command has printed it before. What would be refused
    /// leaves no paper. Answers its case.
    pub(super) fn print_one(
        &self,
        command_id: CommandId,
        letter: LetterId,
        version: Option<u64>,
        how: &How<'_>,
    ) -> Result<CaseId, AppError> {
        // The same command sent twice at once waits here, and then finds itself recorded.
        let _printing = self.printing();
        let (sheets, record) = {
            let mut inner = self.inner();
            if inner.store.seen(command_id)? {
                return Ok(inner.case_of_letter(letter)?.0);
            }
            let sheets = inner.sheets(letter, version)?;
            let command = Command::Post(PostCommand::Printed {
                on: self.ports.time.today(),
                letter,
                copies: how.copies,
                sides: if how.both_sides { Sides::Both } else { Sides::One },
            });
            let record = Record {
                command_id,
                case: sheets.case,
                // Once it is printed, it is printed, whatever else was recorded meanwhile.
                version: None,
                command,
                texts: Vec::new(),
                forget_drafts: Vec::new(),
            };
            inner.may_record(&self.ports, &record)?;
            (sheets, record)
        };
        // A slow printing system holds nothing else up but printing.
        self.ports.printer.print(&PrintOrder {
            queue: how.queue,
            copies: how.copies,
            both_sides: how.both_sides,
            title: &sheets.title,
            pdf: &sheets.pdf,
        })?;
        self.inner().record(&self.ports, record).map_err(printed_unrecorded)?;
        Ok(sheets.case)
    }
}

/// What went wrong once there was paper.
fn printed_unrecorded(error: AppError) -> AppError {
    match IpcError::from(error) {
        IpcError::Unavailable { code, message } => IpcError::Unavailable {
            code,
            message: format!("The printer took the letter, but that could not be recorded. {message}"),
        }
        .into(),
        other => other.into(),
    }
}

impl Inner {
    /// What to print, if the case is still as it was shown.
    fn sheets(&mut self, letter: LetterId, version: Option<u64>) -> Result<Sheets, AppError> {
        let (case, file) = self.case_of_letter(letter)?;
        if version.is_some_and(|version| version != file.state.version) {
            return Err(conflict().into());
        }
        let (progress, pdf) = self.final_bytes(&file.state, letter)?;
        Ok(Sheets { case, title: format!("{}/{}", file.reference(), progress.number), pdf })
    }
}

const NO_PRINTER: &str = "No printer was found: none is set up on this computer, or its printing system is not running. Look at the system’s \
     settings, or save the PDF and print that.";

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
