//! Casebooks of made-up people in three sizes: opening a case, opening a list, searching. They are kept in target/bench,
//! because telling the largest takes minutes.

use std::path::{Path, PathBuf};

use casebook_demo::{PASSPHRASE, Story, tell};
use casebook_testkit::TestCasebook;
use casebook_tests::place;
use serde_json::{Value, json};

use crate::side::{Taken, median, ratio, timed};

const SIZES: [u32; 3] = [1_000, 10_000, 100_000];
const TODAY: &str = "2026-11-20";
const ROUNDS: u32 = 15;

/// A casebook, with a case and a person from its middle.
struct Desk {
    casebook: TestCasebook,
    case: Value,
    name: String,
}

type Question = (&'static str, fn(&Desk));

/// What is asked of each casebook. Words that stand in every case are the dearest there are.
const QUESTIONS: [Question; 10] = [
    ("open a case", |desk| drop(desk.casebook.must("case_read", json!({ "case": desk.case })))),
    ("open the list of open cases, 60 rows", |desk| desk.list("open", "mostUrgent", "")),
    ("open the list of all cases, 60 rows", |desk| desk.list("all", "mostUrgent", "")),
    ("the same by name", |desk| desk.list("all", "name", "")),
    ("search a full name", |desk| desk.list("all", "mostUrgent", &desk.name)),
    ("search a family name", |desk| desk.list("all", "mostUrgent", "merriweather")),
    ("search the first letters of names", |desk| desk.list("all", "mostUrgent", "mer")),
    ("search a word of every case", |desk| desk.list("all", "mostUrgent", "faithfully")),
    ("search two such words", |desk| desk.list("all", "mostUrgent", "faithfully sir")),
    ("search a reference", |desk| desk.list("all", "mostUrgent", "2026-0042")),
];

pub(crate) fn measure(most: u32) {
    let sizes: Vec<u32> = SIZES.into_iter().filter(|size| *size <= most).collect();
    let taken: Vec<Vec<Taken>> = sizes.iter().map(|size| of_size(*size)).collect();
    println!("By the number of cases (clock; × beside the smallest)");
    let heads: String = sizes.iter().map(|size| format!("{size:>22}")).collect();
    println!("    {:<40}{heads}", "");
    for (number, (name, _)) in QUESTIONS.iter().enumerate() {
        let row: Vec<Taken> = taken.iter().filter_map(|column| column.get(number)).copied().collect();
        let smallest = row.first().copied().unwrap_or_default();
        let cells: String = row
            .iter()
            .map(|each| format!("{:>22}", format!("{:.2?}  × {:.1}", each.0, ratio(each.0, smallest.0))))
            .collect();
        println!("    {name:<40}{cells}");
    }
}

fn of_size(size: u32) -> Vec<Taken> {
    let desk = Desk::of(opened(size));
    QUESTIONS
        .iter()
        .map(|(_, ask)| {
            // Once before, as after the first look of a morning.
            ask(&desk);
            let rounds: Vec<Taken> = (0..ROUNDS).map(|_| timed(|| ask(&desk))).collect();
            median(&rounds)
        })
        .collect()
}

/// The casebook of this size, told now unless it was told before by a program that is still understood.
fn opened(size: u32) -> TestCasebook {
    let folder = place::kept("bench").expect("target/bench").join(format!("{size}-cases"));
    if folder.join(WHOLE).exists() {
        if let Some(casebook) = unlocked(&folder) {
            return casebook;
        }
        println!("The casebook of {size} cases is of another time and is told anew.");
    }
    if folder.exists() {
        std::fs::remove_dir_all(&folder).expect("an old casebook goes");
    }
    told(&folder, size);
    unlocked(&folder).expect("the casebook just told")
}

/// Left in the folder once the story is told to its end.
const WHOLE: &str = "told-to-the-end.txt";

fn told(folder: &Path, size: u32) {
    let today = TODAY.parse().expect("a day");
    let story = Story { cases: size, seed: 42, papers: 20, today };
    let taken = timed(|| {
        tell(folder, &story, &mut |_, _| {}).expect("a story");
    });
    let each = taken.0 / size;
    println!("Telling {size} cases: {:.1?}, processor {:.1?}, {each:.2?} a case", taken.0, taken.1);
    std::fs::write(folder.join(WHOLE), "").expect("a mark");
}

fn unlocked(folder: &Path) -> Option<TestCasebook> {
    let casebook = TestCasebook::absent_at(PathBuf::from(folder), TODAY);
    let request = json!({ "passphrase": PASSPHRASE, "recoveryKey": null });
    casebook.call("casebook_unlock", request).ok()?;
    Some(casebook)
}

impl Desk {
    fn of(casebook: TestCasebook) -> Self {
        let list = casebook.must("cases_open", json!({ "filter": "all", "sort": "newest", "text": "" }));
        let rows = casebook.must("cases_rows", json!({ "list": list["list"], "from": 500, "len": 1 }));
        let row = &rows["rows"][0];
        let name = row["who"].as_str().expect("a name").to_owned();
        Self { case: row["case"].clone(), name, casebook }
    }

    fn list(&self, filter: &str, sort: &str, text: &str) {
        let query = json!({ "filter": filter, "sort": sort, "text": text });
        let list = self.casebook.must("cases_open", query);
        let window = json!({ "list": list["list"], "from": 0, "len": 60 });
        let rows = self.casebook.must("cases_rows", window);
        let found = rows["rows"].as_array().is_some_and(|rows| !rows.is_empty());
        assert!(found, "{filter}, {text}: nothing found");
    }
}
