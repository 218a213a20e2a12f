//! A subject request: somebody uses one or more of their rights.

mod clock;
mod command;
mod decide;
mod event;
mod fold;
mod letters;
mod next;
mod refusals;
mod state;

pub use clock::RightClock;
pub use command::{Command, NewParty};
pub use decide::{World, decide, late_logging, may_be_received, may_close};
pub use event::Event;
pub use fold::fold;
pub use letters::may_make_final;
pub use next::next_step;
pub use state::{Answer, Closed, LetterProgress, LetterStage, Party, Received, State, Status, Wait};
