//! Killed in the middle of writing (row 1 of the bar): whatever was acknowledged is there.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::scribe::{Scribe, key, note};
use crate::Store;

/// Tells the child which casebook to write in, and as which of the hundred.
const ORDER: &str = "CASEBOOK_STORE_TEST_CHILD";

const KILLS: u64 = 100;

/// The writing process: opens the casebook and records until it is killed, saying each number it was acknowledged.
/// Run as a test of its own it has no order and nothing to do.
#[test]
fn child_writes_until_it_is_killed() {
    let Some(order) = std::env::var_os(ORDER) else { return };
    let order = order.into_string().unwrap();
    let (round, folder) = order.split_once(':').unwrap();
    let store = Store::open(Path::new(folder), &key(1)).unwrap();
    let mut scribe = Scribe::on(store, 1 + round.parse::<u128>().unwrap());
    let mut out = std::io::stdout();
    loop {
        let case = scribe.receive("Zofia Nowak", "What do you hold about me?");
        for _ in 0..10 {
            let appended =
                scribe.record(case, "2026-10-28", &[note("She called."), note("She wrote.")]).unwrap();
            writeln!(out, "\nacknowledged {}", appended.last_seq).unwrap();
            out.flush().unwrap();
        }
    }
}

#[test]
fn nothing_acknowledged_is_lost_when_the_writing_process_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    Scribe::create(folder.path()).store.close().unwrap();
    let mut last_head = 0;
    let mut rounds_that_wrote = 0;
    for round in 0..KILLS {
        let acknowledged = write_and_kill(folder.path(), round);
        // Opening after a kill checks the structure and the end of the chain.
        let store = Store::open(folder.path(), &key(1)).unwrap();
        let head = store.head().unwrap().seq;
        assert!(head >= acknowledged.unwrap_or(last_head), "{head} {acknowledged:?}");
        assert_eq!(store.verify().unwrap().unwrap().entries, head);
        rounds_that_wrote += u64::from(head > last_head);
        last_head = head;
        // Half of the time the journal is left for the next process to find.
        if round % 2 == 0 {
            store.close().unwrap();
        }
    }
    assert!(rounds_that_wrote > KILLS / 2, "only {rounds_that_wrote} of {KILLS} processes got to write");
    let store = Store::open(folder.path(), &key(1)).unwrap();
    let report = store.check().unwrap();
    assert!(report.is_sound(), "{report}");
}

/// Starts a writing process, kills it, and returns its last acknowledgement. Three of four are killed some time after
/// they began to write, however busy the machine is; the fourth at any moment, while it opens the casebook too.
fn write_and_kill(folder: &Path, round: u64) -> Option<u64> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "tests::killed::child_writes_until_it_is_killed", "--nocapture"])
        .env(ORDER, format!("{round}:{}", folder.display()))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let (says, hears) = mpsc::channel();
    let reader = thread::spawn(move || {
        let numbers = out.lines().map_while(Result::ok).filter_map(|line| {
            line.strip_prefix("acknowledged ").and_then(|number| number.parse::<u64>().ok())
        });
        let told = numbers.inspect(|number| {
            // Nobody listens any more once the first has been heard.
            let _ = says.send(*number);
        });
        told.last()
    });
    if !round.is_multiple_of(4) {
        hears.recv_timeout(Duration::from_secs(60)).unwrap();
    }
    // Spread over 120 ms in an order that is the same every time.
    thread::sleep(Duration::from_millis(round * 61 % 121));
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap()
}
