//! Bundles from end to end: written, read back, checked by the program that comes with them, and tampered with.
#![cfg(test)]

mod archive;
mod audiences;
mod cells;
mod made;
mod mail;
mod pages;
mod tampering;
mod whole;
