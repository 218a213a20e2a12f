//! A subject request: somebody uses one or more of their rights.

mod clock;
mod command;
mod decide;
mod event;
mod fold;
mod letters;
mod moved;
mod next;
mod refusals;
mod state;
mod what_if;

pub use clock::RightClock;
pub use command::{
    Command, DecideItems, LetterChoices, NewGroup, NewParty, NewSearch, PaperCommand, PostCommand,
    SearchCommand,
};
pub use decide::{World, closing_advice, decide, late_logging, may_be_corrected, may_be_received, may_close};
pub use event::Event;
pub use fold::fold;
pub use letters::{advice_on, fitting_letters, may_make_final};
pub use moved::moved;
pub use next::{answer_kind, next_step};
pub use state::{
    Answer, Authority, Closed, DecisionMade, Document, GroupDecision, ItemGroup, LetterProgress, LetterStage,
    Link, Pack, Party, Received, Search, SearchProgress, SearchReport, Sending, Shown, State, Status, Task,
    Wait,
};
pub use what_if::{Supposition, WhatIf};
