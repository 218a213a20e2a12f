//! The schema: as released, strict, and the same wherever it comes from.

use rusqlite::Connection;

use super::scribe::Scribe;
use crate::Store;

/// The frozen dump that every later version is upgraded from.
const RELEASED: &str = include_str!("../../../../../tests/fixtures/casebooks/schema-v0001.sql");

fn schema_of(store: &Store) -> String {
    let dump = |db: &Connection| {
        let mut statement =
            db.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name")?;
        let statements = statement.query_map([], |row| row.get(0))?;
        Ok(statements.collect::<Result<Vec<String>, _>>()?)
    };
    store.read(dump).unwrap().join(";\n\n") + ";\n"
}

#[test]
fn a_new_casebook_has_the_released_schema() {
    let folder = tempfile::tempdir().unwrap();
    let schema = schema_of(&Scribe::create(folder.path()).store);
    assert_eq!(schema, RELEASED, "if the schema may still change, write this into the fixture:\n{schema}");
}

#[test]
fn every_table_of_ours_is_strict() {
    let folder = tempfile::tempdir().unwrap();
    let store = Scribe::create(folder.path()).store;
    let loose: Vec<String> = store
        .read(|db| {
            let mut statement = db.prepare(
                "SELECT name FROM pragma_table_list \
                 WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'",
            )?;
            let names = statement.query_map([], |row| row.get(0))?;
            Ok(names.collect::<Result<_, _>>()?)
        })
        .unwrap();
    assert_eq!(loose, Vec::<String>::new());
}
