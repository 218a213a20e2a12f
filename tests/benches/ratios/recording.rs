//! One event saved, beside a bare row written by the same library with the same settings: what our promises cost on top
//! of the disk's.

use casebook_testkit::{PASSPHRASE, TestCasebook, command_id};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::side::{compare, timed};

const ROUNDS: u32 = 60;

/// As long as an event with its texts on the average.
const ROW: [u8; 700] = [0x5a; 700];

fn request(number: u64) -> Value {
    json!({
        "commandId": command_id(number), "receivedOn": "2026-10-27", "channel": "email", "receivedBy": "",
        "rights": ["access"], "text": "A copy, please.", "name": "Zofia Żółkiewska-Brown", "salutation": "",
        "address": ["1 Mill Lane", "HARLOW", "CM20 1AA"], "email": "", "phone": "", "theirReference": "",
    })
}

pub(crate) fn measure() {
    let mut casebook = TestCasebook::ready("2026-10-28");
    let cases: Vec<Value> =
        (0..u64::from(ROUNDS)).map(|number| casebook.must("request_receive", request(1 + number))).collect();
    let bare = bare_database(&casebook.folder.path().join("bare.db"));
    let mut next = 1_000;
    compare(
        "An event saved, each on the disk",
        ROUNDS,
        ("a bare row in SQLCipher, same settings", &mut |_| insert(&bare)),
        ("an event through the door: decided, sealed, listed", &mut |round| {
            let case = cases.get(round as usize).expect("a case a round");
            next += 1;
            drop(casebook.must(
                "task_set",
                json!({
                    "commandId": command_id(next), "case": case["case"], "version": case["version"],
                    "what": "Ring the accounts team.", "due": "2026-11-03",
                }),
            ));
        }),
    );
    compare(
        "A case",
        ROUNDS,
        ("reading it", &mut |_| drop(casebook.must("case_read", json!({ "case": cases[0]["case"] })))),
        ("receiving a new one, on the disk", &mut |_| {
            next += 1;
            drop(casebook.must("request_receive", request(next)));
        }),
    );
    let unlock = json!({ "passphrase": PASSPHRASE, "recoveryKey": null });
    let opened = timed(|| {
        casebook.restart();
        drop(casebook.must("casebook_unlock", unlock));
    });
    println!("Unlocking a test casebook (64 MiB, a quarter of the product's cost): {:.2?}", opened.0);
}

/// The settings of `store/src/settings.rs` that reach the disk or the memory, and one table.
fn bare_database(file: &std::path::Path) -> Connection {
    let settings = "PRAGMA cipher_memory_security = ON;
        PRAGMA key = \"x'2DD29CA851E7B56E4697B0E1F08507293D761A05CE4D1B628663F411A8086D99'\";
        PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
        PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;
        PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA cache_size = -65536;
        PRAGMA wal_autocheckpoint = 1000;
        CREATE TABLE event (seq INTEGER PRIMARY KEY, bytes BLOB NOT NULL);";
    let database = Connection::open(file).expect("a bare database");
    database.execute_batch(settings).expect("its settings");
    database
}

fn insert(database: &Connection) {
    let mut statement =
        database.prepare_cached("INSERT INTO event (bytes) VALUES (?1)").expect("a statement");
    statement.execute([ROW]).expect("a row");
}
