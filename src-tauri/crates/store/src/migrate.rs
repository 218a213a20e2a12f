//! The steps of the schema: numbered files, each taken in one transaction with its number, never edited once released.

use rusqlite::Connection;
use sha2::{Digest as _, Sha256};

use crate::Error;
use crate::store::in_transaction;

/// Marks the file as a casebook: "DPOC".
pub(crate) const APPLICATION_ID: i32 = 0x4450_4F43;

/// One step of the schema.
struct Step {
    name: &'static str,
    sql: &'static str,
    /// SHA-256 of the released file, hexadecimal.
    sha256: &'static str,
}

/// Every step, in order. The first takes an empty file to schema 1.
const STEPS: &[Step] = &[Step {
    name: "0001_first",
    sql: include_str!("../migrations/0001_first.sql"),
    sha256: "f1946ff4bd612c76a3e44d80481eb93fb9e105801598172becc93d72b161adfb",
}];

/// The newest schema known here.
pub(crate) fn newest() -> u32 {
    u32::try_from(STEPS.len()).unwrap_or(u32::MAX)
}

/// Takes the steps that are still missing and compares those already taken with the released files.
///
/// # Errors
/// [`Error::Newer`], [`Error::OtherSchema`], or the fault that stopped a step. Each step is taken whole or not at all.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), Error> {
    let found: u32 = connection.pragma_query_one(None, "user_version")?;
    if found > newest() {
        return Err(Error::Newer { found, known: newest() });
    }
    for (step, version) in STEPS.iter().zip(1..) {
        if hex_sha256(step.sql) != step.sha256 {
            return Err(Error::OtherSchema { version });
        }
        if version <= found {
            check(connection, step, version)?;
        } else {
            take(connection, step, version)?;
        }
    }
    Ok(())
}

fn check(connection: &Connection, step: &Step, version: u32) -> Result<(), Error> {
    let taken: String =
        connection
            .query_row("SELECT sha256 FROM migration WHERE version = ?1", [version], |row| row.get(0))?;
    if taken == step.sha256 { Ok(()) } else { Err(Error::OtherSchema { version }) }
}

fn take(connection: &mut Connection, step: &Step, version: u32) -> Result<(), Error> {
    in_transaction(connection, |transaction| {
        transaction.execute_batch(step.sql)?;
        transaction.execute(
            "INSERT INTO migration (version, name, sha256) VALUES (?1, ?2, ?3)",
            (version, step.name, step.sha256),
        )?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", version)?;
        Ok(())
    })
}

fn hex_sha256(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A step that was released may not change by a byte. Before the first release the hash follows the file.
    #[test]
    fn every_step_is_the_file_whose_hash_is_compiled_in() {
        for step in STEPS {
            assert_eq!(hex_sha256(step.sql), step.sha256, "{}", step.name);
        }
    }
}
