//! Made-up people and a two-year story, for a first look at the program and for tests that want a full casebook. Nobody
//! in it is real, and the same seed tells the same story.
//!
//! It comes in through the same door as everybody else, so a made-up casebook is a true one.

mod chance;
mod fate;
mod people;
pub mod ports;
mod search;
mod story;

pub use story::{PASSPHRASE, Story, Told, tell};
