//! The door between page and core: one table of commands and every type that crosses it.
//!
//! The table in [`commands`] is the only list. From it come the two traits (a missing handler does not compile), the
//! dispatchers, the names for the tests and the page's TypeScript. Types here are plain; they hold no logic, and the
//! page computes no date, no status, no permission and no sentence of law from them.
//!
//! Start reading at `commands.rs`.

mod answer;
mod commands;
pub mod types;

pub use answer::{Answer, FieldProblem, IpcError, Nothing, Outcome, Refused, Reply, Topic, UnavailableCode};
pub use commands::{
    CASEBOOK_COMMANDS, Casebook, GATEHOUSE_COMMANDS, Gatehouse, dispatch_casebook, dispatch_gatehouse,
};
pub use types::*;
