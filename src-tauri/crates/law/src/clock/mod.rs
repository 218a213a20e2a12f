//! The clock: from a day of receipt and what happened since, to a last day and the reasons for it.
//!
//! Start with [`run`]. Given a [`Matter`] and a calendar it follows the facts in order (`course`), walks from the start
//! to the last day (`month`, `pause`, `start`, `complaint`), derives a [`State`] and writes the working in plain
//! sentences (`working`, `phrase`), with what else the DPO should know (`advice`).
//!
//! A clock never changes because a day passes: `today` decides only what is overdue, what would be if something came
//! today, and what is worth a warning. Facts of any day count, whatever `today` is.

mod act;
mod advice;
mod complaint;
mod course;
mod ending;
mod error;
mod matter;
mod month;
mod outcome;
mod pause;
mod period;
mod phrase;
mod run;
mod start;
mod state;
mod working;

pub use act::{Act, Fact};
pub use error::ClockError;
pub use matter::{EuSuspension, Matter, Settings};
pub use outcome::{Clock, Step, Waiting, WaitingFor};
pub use run::run;
pub use state::State;
