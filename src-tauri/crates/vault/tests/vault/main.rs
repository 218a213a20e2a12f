//! The promises of this crate, tried from outside.
#![cfg(test)]

mod key_file;
mod killed;
mod objects;
