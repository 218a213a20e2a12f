//! What a casebook holds, row by row, for comparing before and after.

use rusqlite::types::Value;

use crate::Store;

/// The tables computed from events.
pub(super) const PROJECTIONS: [&str; 7] =
    ["case_row", "letter", "sar_log", "task", "party_index", "count", "search_text"];

/// Everything that an append may touch.
pub(super) const TABLES: [&str; 12] = [
    "event",
    "particular",
    "erasure",
    "command",
    "draft",
    "case_row",
    "letter",
    "sar_log",
    "task",
    "party_index",
    "count",
    "search_text",
];

/// Every row of these tables, each as a line.
pub(super) fn dump(store: &Store, tables: &[&str]) -> Vec<String> {
    let rows_of = |table: &&str| {
        let read = |db: &rusqlite::Connection| {
            let mut statement = db.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2"))?;
            let columns = statement.column_count();
            let rows = statement.query_map([], |row| {
                let values: Result<Vec<Value>, _> = (0..columns).map(|index| row.get(index)).collect();
                Ok(format!("{table} {:?}", values?))
            })?;
            Ok(rows.collect::<Result<Vec<_>, _>>()?)
        };
        store.read(read).unwrap()
    };
    tables.iter().flat_map(rows_of).collect()
}
