//! Tests that look behind the public face: at the file, at the tables, at what happens between two statements.

mod history;
mod opening;
mod projections;
mod schema;
mod scribe;
