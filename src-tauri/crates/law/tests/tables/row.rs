//! A row of a table, read into a matter.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use casebook_law::clock::{self, Act, Clock, EuSuspension, Fact, Matter, Settings};
use casebook_law::{Calendar, Place, Right};
use chrono::NaiveDate;

/// One row, by the names of its columns.
pub(crate) struct Row(BTreeMap<String, String>);

/// All rows of `tests/fixtures/law/<table>.csv`.
pub(crate) fn rows(table: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(folder().join(table).with_extension("csv")).unwrap();
    reader.deserialize().map(|row| Row(row.unwrap())).collect()
}

/// Where the tables are.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/law")
}

/// A date as tables write it.
pub(crate) fn written(day: Option<NaiveDate>) -> String {
    day.map_or("none".to_owned(), |day| day.to_string())
}

impl Row {
    /// A matter in England and Wales.
    pub(crate) fn matter(right: &str, received: &str, events: &str) -> Self {
        Self::of(&[
            ("right", right),
            ("jurisdiction", "UK"),
            ("nation", "EW"),
            ("received", received),
            ("events", events),
        ])
    }

    /// A row of these cells.
    pub(crate) fn of(cells: &[(&str, &str)]) -> Self {
        Self(cells.iter().map(|(name, cell)| ((*name).to_owned(), (*cell).to_owned())).collect())
    }

    pub(crate) fn cell(&self, column: &str) -> &str {
        self.0.get(column).unwrap_or_else(|| panic!("no column {column}"))
    }

    pub(crate) fn run(&self) -> Clock {
        self.run_with(Settings::default())
    }

    /// Runs the row's clock on the day in `today`; without such a column, on 22 November 2026.
    pub(crate) fn run_with(&self, settings: Settings) -> Clock {
        let facts: Vec<Fact> =
            self.cell("events").split(';').filter(|event| !event.is_empty()).map(fact).collect();
        let eu_suspension = match self.cell("jurisdiction") {
            "UK" | "EU" => EuSuspension::None,
            "EU edpb" => EuSuspension::Edpb,
            other => panic!("unknown jurisdiction {other}"),
        };
        let place = Place::from_code(self.cell("nation")).unwrap();
        assert_eq!(place.is_uk(), self.cell("jurisdiction") == "UK");
        let matter = Matter {
            right: Right::from_code(self.cell("right")).unwrap(),
            place,
            received_on: self.cell("received").parse().unwrap(),
            facts: &facts,
            settings: Settings { eu_suspension, ..settings },
        };
        let today = self.0.get("today").map_or("2026-11-22", String::as_str).parse().unwrap();
        clock::run(&matter, &Calendar::shipped(place), today).unwrap()
    }
}

fn fact(event: &str) -> Fact {
    let (name, on) = event.split_once(':').unwrap();
    Fact { on: on.parse().unwrap(), act: Act::from_name(name).unwrap() }
}
