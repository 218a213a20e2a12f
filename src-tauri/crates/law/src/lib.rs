//! Statutory time: which days are working days, when a month ends, when a clock starts, stands still and runs out,
//! and the rules behind each of these.
//!
//! Pure: values in, values out. This crate never asks what day it is, reads no file, knows no case and no person, and
//! speaks of civil dates in London only, never of instants.

pub mod calendar;
pub mod civil;
mod place;
mod rights;
pub mod words;

pub use calendar::{Calendar, Holiday};
pub use place::{MemberState, Nation, Place};
pub use rights::Right;
