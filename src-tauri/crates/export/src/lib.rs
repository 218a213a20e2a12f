//! Bundles: the history of one case as a folder that anybody can read and check without this program.
//!
//! [`write_bundle`] turns plain values into a folder (BagIt 1.0, RFC 8493), or an encrypted archive of it: the record as
//! it was hashed, the names and texts that open its seals, for what is withheld the reason, the letters as they were made final, the same for people as PDF and as a table, and a
//! small program that checks all of it. [`read_back`] is our own check of such a folder; it shares no code with the
//! writer but the history's own rules, and the two are tested against each other and against `verify.py`.
//!
//! This crate never reads the casebook's store, never knows the time, and never leaves half a bundle behind.
//!
//! Beside it lies what else leaves the casebook: [`pack`] (files encrypted for whoever they are sent to), [`mail`] (a
//! message that was not sent yet), [`table`] (rows for a spreadsheet).
//!
//! Start with [`BundleInput`], then `bundle.rs`.

#![deny(missing_docs)]

mod archive;
mod bag;
mod bundle;
mod error;
mod folder;
mod input;
pub mod mail;
mod paper;
mod read_back;
mod record;
pub mod table;
mod target;

pub use bundle::{Progress, Written, write_bundle};
pub use error::{Cause, Error};
pub use input::{
    Audience, BundleEvent, BundleFile, BundleInput, BundleLine, BundleParticular, BundleParty, BundleStep,
    BundleWithheld, BundleWorking, Reason,
};
pub use read_back::{Checked, Fault, Withheld, Wrong, read_back, read_back_encrypted};
pub use target::Wrapping;

/// Files encrypted for whoever they are sent to (SEND-1).
pub mod pack {
    pub use crate::archive::{decrypted, encrypted};
}

/// The program that comes with every bundle and checks it: Python 3, standard library only. A clean copy of it, taken
/// from here, is what a bundle is checked with when it matters.
pub const VERIFY_PY: &str = include_str!("bundle/verify.py");
