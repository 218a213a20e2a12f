//! The kinds of case: what may be recorded in them, what then is true, and what to do next.
//!
//! Two functions to learn: [`decide`] (state, command and world in; events or a refusal out) and [`fold`] (state and
//! event in; state out; it cannot fail). Neither reads a text a person wrote: where a rule demands one, the command
//! holds a [`Written`], which says only that it was written. Names, addresses and reasons lie beside the events as
//! particulars and can be erased without changing anything computed here.
//!
//! Start reading at `subject_request/decide.rs`.

pub mod casebook;
pub mod codes;
pub mod common;
mod event;
mod ids;
mod kind;
mod next_step;
mod recorded;
mod reference;
mod refusal;
pub mod subject_request;
mod written;

pub use event::Event;
pub use ids::{
    CaseId, CasebookId, CommandId, DocumentId, EntryId, GroupId, LetterId, PartyId, PersonId, SearchId,
    TaskId,
};
pub use kind::CaseKind;
pub use next_step::{Next, NextStep};
pub use recorded::{Happened, Recorded};
pub use reference::{Reference, ReferenceError};
pub use refusal::{Advisory, Decision, Refusal};
pub use subject_request::{Command, State, World, decide, fold};
pub use written::Written;
