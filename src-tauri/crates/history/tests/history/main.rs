//! The promises of this crate, tried from outside.
#![cfg(test)]

mod canonical_form;
mod made;
mod tampering;
