//! Statutory time: which days are working days, when a month ends, when a clock starts, stands still and runs out,
//! and the rules behind each of these.
//!
//! Pure: values in, values out. This crate never asks what day it is, reads no file, knows no case and no person, and
//! speaks of civil dates in London only, never of instants. A date that the law fixes comes from [`clock::run`] and
//! from nowhere else, always with its working.
//!
//! Where to start reading: [`clock`] for what it is all about, [`civil`] and [`calendar`] for what it stands on,
//! [`rules`](rules()) for the list of rules with their sources, [`exemptions`] for what may be withheld, and why.

pub mod calendar;
pub mod civil;
pub mod clock;
pub mod exemptions;
mod place;
mod rights;
mod rules;
pub mod words;

pub use calendar::{Amendments, Calendar, Holiday};
pub use exemptions::Exemption;
pub use place::{MemberState, Nation, Place};
pub use rights::Right;
pub use rules::{RULE_SET, Rule, RuleId, rules, rules_markdown};
