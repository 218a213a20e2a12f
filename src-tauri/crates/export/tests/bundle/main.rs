//! Bundles from end to end: written, read back, checked by the program that comes with them, and tampered with.
#![cfg(test)]

mod cells;
mod made;
mod pages;
mod tampering;
mod whole;
