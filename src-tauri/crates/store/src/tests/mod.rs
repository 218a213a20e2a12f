//! Tests that look behind the public face: at the file, at the tables, at what happens between two statements.

mod backup;
mod bulk;
mod damage;
mod dump;
mod faults;
mod full_disk;
mod history;
mod killed;
mod lists;
mod opening;
mod parties;
mod projections;
mod schema;
mod scribe;
mod searching;
mod traces;
