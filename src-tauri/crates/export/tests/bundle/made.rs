//! A made-up case for the tests, recorded the way the product records it, and what it takes to check its bundle.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::OnceLock;

use casebook_export::{
    Audience, BundleEvent, BundleFile, BundleInput, BundleLine, BundleParticular, BundleParty, BundleStep,
    BundleWithheld, BundleWorking, Reason, VERIFY_PY, Wrapping, Written, write_bundle,
};
use casebook_history::commitment::{Salt, commit};
use casebook_history::{Envelope, Facts, Hash, Value, event_hash};
use casebook_letters::{Sheet, SheetBlock, SheetSection, render_sheet};
use chrono::NaiveDate;
use tempfile::TempDir;

pub(crate) const REFERENCE: &str = "SR-2026-0042-E";
pub(crate) const CASEBOOK: &str = "5e1f2c9a-0b7d-4a53-9a60-2f4f0c2b7d11";
const CASE: &str = "01890a5d-ac96-774b-bcce-b302099a8057";

/// Records events of one case within a casebook that has other cases too.
pub(crate) struct Recorder {
    pub(crate) input: BundleInput,
    seq: u64,
    last: Option<(u64, Hash, u64)>,
}

impl Recorder {
    pub(crate) fn new() -> Self {
        let input = BundleInput {
            case_reference: REFERENCE.to_owned(),
            organisation: "Kestrel & Sons Ltd".to_owned(),
            made_at: "2026-11-22T10:00:00.000Z".to_owned(),
            made_on: day(2026, 11, 22),
            app: "DPO Casebook 0.1.0".to_owned(),
            casebook: CASEBOOK.to_owned(),
            audience: Audience::Full,
            summary: Vec::new(),
            parties: Vec::new(),
            events: Vec::new(),
            particulars: Vec::new(),
            withheld: Vec::new(),
            working: Vec::new(),
            settings: Vec::new(),
            letters: Vec::new(),
            documents: Vec::new(),
        };
        Self { input, seq: 0, last: None }
    }

    /// Entries of other cases come in between.
    pub(crate) fn skip(&mut self, entries: u64) {
        self.seq += entries;
    }

    pub(crate) fn record(
        &mut self,
        kind: &str,
        on: NaiveDate,
        facts: Facts,
        sentence: &str,
        sealed: &[(&str, &[u8])],
    ) {
        let (case_seq, case_prev, before) =
            self.last.map_or((1, Hash::ZERO, 0), |(number, hash, seq)| (number + 1, hash, seq));
        self.seq += 1;
        let mut commitments = BTreeMap::new();
        for (name, value) in sealed {
            let salt = salt_of(self.seq, name);
            commitments.insert((*name).to_owned(), commit(&Salt::from_bytes(salt), value));
            self.input.particulars.push(BundleParticular {
                seq: self.seq,
                case_seq,
                name: (*name).to_owned(),
                value: value.to_vec().into(),
                salt: salt.into(),
            });
        }
        let event = Envelope {
            app: "0.1.0".to_owned(),
            at: format!("{on}T09:{:02}:{:02}.{:03}Z", self.seq / 60 % 60, self.seq % 60, self.seq % 1000),
            case: CASE.to_owned(),
            case_seq,
            case_prev,
            casebook: CASEBOOK.to_owned(),
            clock: "ok".to_owned(),
            facts,
            kind: kind.to_owned(),
            on: on.to_string(),
            prev: match self.seq {
                1 => Hash::ZERO,
                seq if seq == before + 1 => case_prev,
                seq => Hash::of(&seq.to_be_bytes()),
            },
            refers_to: (kind == "letter.sent").then_some(before),
            sealed: commitments,
            seq: self.seq,
            v: 1,
            who: "dpo".to_owned(),
        };
        let bytes = event.canonical_bytes().unwrap();
        self.last = Some((case_seq, event_hash(&bytes), self.seq));
        self.input.events.push(BundleEvent {
            bytes,
            sentence: sentence.to_owned().into(),
            aside: String::new().into(),
            who: "the Data Protection Officer".to_owned(),
        });
    }

    fn letter(&mut self, number: u64, on: NaiveDate, words: &str) {
        let pdf = pdf(words);
        let sha256 = Hash::of(&pdf).to_hex();
        let facts = facts(&[
            ("letter", Value::Text(format!("01890a5d-ac96-774b-bcce-b302099a90{number:02}"))),
            ("number", Value::Whole(number)),
            ("dated_on", Value::Text(on.to_string())),
            ("pages", Value::Whole(1)),
            ("pdf_sha256", Value::Text(sha256.clone())),
        ]);
        let sentence = format!("Letter {number} was made final.");
        self.record(
            "letter.finalised",
            on,
            facts,
            &sentence,
            &[("pdf", &pdf), ("facts", br#"{"kind":"access"}"#)],
        );
        self.input.letters.push(BundleFile { name: format!("{REFERENCE}-{number}.pdf"), bytes: pdf, sha256 });
        let sent = facts_of_channel("post");
        self.record("letter.sent", on, sent, &format!("Letter {number} was posted, first class."), &[]);
    }
}

/// A case from the request to its end: ten entries, two letters, one document.
pub(crate) fn case() -> BundleInput {
    let mut made = Recorder::new();
    made.skip(4);
    let request = "Dear Sir or Madam,\n\nSend me all you hold about me.\t\u{2028}Thank you 😀 山\n\n=Zofia Żółkiewska-Brown";
    let facts_of_receipt = facts(&[
        ("reference", Value::Text(REFERENCE.to_owned())),
        ("rights", Value::List(vec![Value::Text("access".to_owned())])),
    ]);
    let sentence = "The request came by e-mail. It asks for access.";
    made.record(
        "request.received",
        day(2026, 10, 12),
        facts_of_receipt,
        sentence,
        &[("text", request.as_bytes()), ("received_by", b"Reception")],
    );
    made.record(
        "party.added",
        day(2026, 10, 12),
        Facts::new(),
        "Zofia Żółkiewska-Brown entered the case as requester.",
        &[
            ("name", "Zofia Żółkiewska-Brown".as_bytes()),
            ("address", "14 Larch Rise\nHexham\nNE46 1XX".as_bytes()),
            ("email", b"zofia@example.org"),
        ],
    );
    made.skip(2);
    made.letter(1, day(2026, 10, 13), "We have your request.");
    made.record(
        "note.written",
        day(2026, 10, 20),
        Facts::new(),
        "A note was written.",
        &[("text", b"Rang; no reply.")],
    );
    made.record(
        "identity.asked",
        day(2026, 10, 21),
        Facts::new(),
        "Proof of identity was asked for.",
        &[("reason", "The e-mail address is new to us.".as_bytes())],
    );
    made.skip(1);
    made.record("identity.received", day(2026, 10, 26), Facts::new(), "Proof of identity came.", &[]);
    made.letter(2, day(2026, 11, 20), "Here is what we hold about you.");
    made.record(
        "case.closed",
        day(2026, 11, 21),
        Facts::new(),
        "The case was closed.",
        &[("reason", b"Answered in full")],
    );
    let mut input = made.input;
    tell(&mut input);
    input
}

/// What is told about a case besides its entries.
fn tell(input: &mut BundleInput) {
    let line =
        |label: &str, words: &str| BundleLine { label: label.to_owned(), words: words.to_owned().into() };
    input.summary = vec![
        line("Kind of case", "Subject request: access"),
        line("Received", "12 October 2026, by e-mail"),
        line("Last day", "Monday 30 November 2026"),
        line("How it ended", "Answered in full on 20 November 2026"),
    ];
    input.parties = vec![BundleParty {
        role: "Requester".to_owned(),
        name: "Zofia Żółkiewska-Brown".to_owned().into(),
        lines: ["14 Larch Rise", "Hexham", "NE46 1XX"].map(|line| line.to_owned().into()).to_vec(),
    }];
    let step =
        |rule: &str, text: &str, date| BundleStep { rule: rule.to_owned(), text: text.to_owned(), date };
    input.working = vec![BundleWorking {
        of: "Access".to_owned(),
        steps: vec![
            step("TIME-1", "The request arrived on 12 October 2026.", Some(day(2026, 10, 12))),
            step(
                "TIME-2",
                "Proof of identity arrived on 26 October 2026; only then does the time begin.",
                Some(day(2026, 10, 26)),
            ),
            step(
                "TIME-9",
                "One month later is 26 November 2026, a Thursday and a working day, so it stays.",
                Some(day(2026, 11, 26)),
            ),
        ],
    }];
    input.settings = vec![
        line("Rule set", "UK-2026-06-19"),
        line("Holidays", "England and Wales, list of 21 August 2026"),
    ];
    let scan = b"\x89PNG\r\n\x1a\n made up".to_vec();
    input.documents =
        vec![BundleFile { name: "0001.png".to_owned(), sha256: Hash::of(&scan).to_hex(), bytes: scan }];
}

/// Withholds the particulars that `is_withheld` says yes to, each for the same reason.
pub(crate) fn withhold(
    input: &mut BundleInput,
    reason: Reason,
    is_withheld: impl Fn(&BundleParticular) -> bool,
) {
    let (withheld, disclosed) = input.particulars.drain(..).partition(&is_withheld);
    input.particulars = disclosed;
    let withheld: Vec<BundleParticular> = withheld;
    input.withheld.extend(withheld.into_iter().map(|one| BundleWithheld {
        seq: one.seq,
        case_seq: one.case_seq,
        name: one.name,
        reason,
    }));
}

/// A bundle in a folder of its own, with a clean copy of the program that checks it.
pub(crate) struct Bundled {
    pub(crate) place: TempDir,
    pub(crate) written: Written,
}

impl Bundled {
    pub(crate) fn of(input: &BundleInput) -> Self {
        let place = TempDir::new().unwrap();
        let written =
            write_bundle(place.path(), input, Wrapping::Folder, &mut |_, _| ControlFlow::Continue(()))
                .unwrap();
        fs::write(place.path().join("clean.py"), VERIFY_PY).unwrap();
        Self { place, written }
    }

    /// The bundle of [`case`]. It is made once; each test gets a copy of its own, since drawing takes its time.
    pub(crate) fn of_the_case() -> Self {
        static ORIGINAL: OnceLock<Bundled> = OnceLock::new();
        let original = ORIGINAL.get_or_init(|| Self::of(&case()));
        let copy = Self { place: TempDir::new().unwrap(), written: original.written.clone() };
        fs::write(copy.place.path().join("clean.py"), VERIFY_PY).unwrap();
        for path in files(&original.folder()) {
            let target = copy.folder().join(&path);
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::copy(original.folder().join(&path), target).unwrap();
        }
        copy
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.place.path().join(&self.written.name)
    }

    /// Runs a clean copy of `verify.py`: whether it was content, and what it said.
    pub(crate) fn python(&self, more: &[&str]) -> (bool, String) {
        python(&self.place.path().join("clean.py"), Some(&self.folder()), more)
    }
}

pub(crate) fn python(program: &Path, folder: Option<&Path>, more: &[&str]) -> (bool, String) {
    let output = Command::new("python3")
        .args(["-I", "-S", "-B"])
        .arg(program)
        .args(folder)
        .args(more)
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (output.status.success(), said)
}

/// A clean copy of `verify.py` that stays in memory and checks folder after folder: starting Python hundreds of times
/// would take minutes.
pub(crate) struct Patient {
    child: Child,
    folders: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Patient {
    const LOOP: &str = "
import contextlib, io, json, sys
verify = {'__name__': 'verify'}
exec(compile(open(sys.argv[1], encoding='utf-8').read(), 'verify.py', 'exec'), verify)
for folder in sys.stdin:
    problems, said = verify['Problems'](), io.StringIO()
    with contextlib.redirect_stdout(said):
        verify['check'](folder.rstrip('\\n'), None, problems)
    print(json.dumps([problems.count, said.getvalue()]), flush=True)
";

    pub(crate) fn of(bundled: &Bundled) -> Self {
        let mut command = Command::new("python3");
        command.args(["-I", "-S", "-B", "-c", Self::LOOP]).arg(bundled.place.path().join("clean.py"));
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (folders, answers) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
        Self { child, folders, answers }
    }

    /// How many things it found wrong, and what it said.
    pub(crate) fn check(&mut self, folder: &Path) -> (u64, String) {
        writeln!(self.folders, "{}", folder.display()).unwrap();
        let mut answer = String::new();
        self.answers.read_line(&mut answer).unwrap();
        serde_json::from_str(&answer).expect("verify.py stopped")
    }
}

impl Drop for Patient {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Every file of a folder, as paths with `/`, sorted.
pub(crate) fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            found.extend(files(&entry.path()).into_iter().map(|path| format!("{name}/{path}")));
        } else {
            found.push(name);
        }
    }
    found.sort();
    found
}

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub(crate) fn facts(facts: &[(&str, Value)]) -> Facts {
    facts.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect()
}

fn facts_of_channel(channel: &str) -> Facts {
    facts(&[("channel", Value::Text(channel.to_owned()))])
}

/// Salts that no test guesses by accident, and that can be searched for.
pub(crate) fn salt_of(seq: u64, name: &str) -> [u8; 32] {
    *Hash::of(format!("salt of {seq} {name}").as_bytes()).as_bytes()
}

fn pdf(words: &str) -> Vec<u8> {
    let blocks = vec![SheetBlock::Paragraph(words.to_owned())];
    let sheet = Sheet {
        title: "Letter".to_owned(),
        subtitle: String::new(),
        reference: REFERENCE.to_owned(),
        made_on: day(2026, 11, 20),
        sections: vec![SheetSection { heading: String::new(), blocks }],
        footer: String::new(),
    };
    render_sheet(&sheet).unwrap().pdf
}
