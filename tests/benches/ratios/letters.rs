//! A letter alone and two hundred in a batch, beside Typst: the same words in the same typefaces at the same size, both
//! as PDF/A with tags. Each is drawn in a process of its own, which says what it took.

use std::process::Command;
use std::time::Duration;

use casebook_letters::layout::{ElementKind, Layout, Zone};
use casebook_letters::{LetterFacts, render};
use casebook_tests::place;

use crate::side::{ratio, timed};

const FACTS: &str = "src-tauri/crates/letters/tests/fixtures/letters/access-answer/facts.json";
const ROUNDS: usize = 3;

/// What a batch took, as the process that drew it says.
#[derive(Clone, Copy)]
struct Took {
    clock: Duration,
    processor: Duration,
    /// The most memory the process ever held.
    kilobytes: u64,
    /// All files together.
    bytes: u64,
}

pub(crate) fn measure() {
    let folder = place::kept("bench").expect("target/bench");
    let python = folder.join("typst/bin/python");
    let source = folder.join("letter.typ");
    let rendered = render(&facts()).expect("a letter");
    std::fs::write(&source, in_typst(&rendered.layout)).expect("the letter for Typst");
    let program = std::env::current_exe().expect("this program");
    let script = place::top().join("tests/benches/ratios/draw_with_typst.py");
    let fonts = place::top().join("src-tauri/crates/letters/fonts");
    for (title, count) in [("A letter alone, cold", 1), ("Two hundred letters in a batch", 200)] {
        println!("{title} (L07, {} pages of 12 pt)", rendered.pages);
        let mut ours = Vec::new();
        let mut theirs = Vec::new();
        for _ in 0..ROUNDS {
            ours.push(took(Command::new(&program).args(["--draw", &count.to_string()])));
            if python.is_file() {
                let mut command = Command::new(&python);
                theirs.push(took(command.arg(&script).args([&source, &fonts]).arg(count.to_string())));
            }
        }
        let ours = say("ours", ours, None);
        if theirs.is_empty() {
            println!(
                "    Typst is not there to be measured: `cargo dev bench` fetches it where there is python3-venv"
            );
        } else {
            say("Typst, from PyPI", theirs, Some(ours));
        }
    }
}

/// Prints the run with the median processor time, and answers it.
fn say(name: &str, mut took: Vec<Took>, beside: Option<Took>) -> Took {
    took.sort_by_key(|each| each.processor);
    let each = took.get(took.len() / 2).copied().expect("a run");
    println!(
        "    {name:<18} {:>9.1?}  processor {:>9.1?}  memory {:>7} kB  {:>9} bytes",
        each.clock, each.processor, each.kilobytes, each.bytes
    );
    if let Some(beside) = beside {
        let of = |one: u64, other: u64| ratio(Duration::from_secs(one), Duration::from_secs(other));
        println!(
            "    {:<18} × {:>7.1}  processor × {:>7.1}  memory × {:>5.1}     × {:>7.1}",
            "beside ours",
            ratio(each.clock, beside.clock),
            ratio(each.processor, beside.processor),
            of(each.kilobytes, beside.kilobytes),
            of(each.bytes, beside.bytes),
        );
    }
    each
}

/// Draws so many letters and prints what it took: microseconds by the clock and of the processor, kilobytes, bytes.
pub(crate) fn draw(count: u32) {
    let mut bytes = 0;
    let facts = facts();
    let taken = timed(|| {
        for number in 1..=count {
            let letter = LetterFacts { number: Some(number), ..facts.clone() };
            bytes += render(&letter).expect("a letter").pdf.len();
        }
    });
    println!("{} {} {} {bytes}", taken.0.as_micros(), taken.1.as_micros(), most_memory());
}

fn facts() -> LetterFacts {
    let text = std::fs::read_to_string(place::top().join(FACTS)).expect("facts of a letter");
    serde_json::from_str(&text).expect("facts of a letter")
}

/// The most memory this process ever held, in kilobytes.
fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or_default()
}

fn took(command: &mut Command) -> Took {
    let told = place::run(command).expect("a batch");
    let numbers: Vec<u64> = told.split_whitespace().filter_map(|number| number.parse().ok()).collect();
    let [clock, processor, kilobytes, bytes] = numbers.as_slice() else { panic!("not understood: {told}") };
    Took {
        clock: Duration::from_micros(*clock),
        processor: Duration::from_micros(*processor),
        kilobytes: *kilobytes,
        bytes: *bytes,
    }
}

/// The words of a letter as Typst's own source: what stands at the head and in the address line by line, the text as
/// headings, entries and paragraphs. The number of the letter comes from outside, as it does for ours.
fn in_typst(layout: &Layout) -> String {
    let mut source = String::from(
        "#set document(title: \"Letter\", date: datetime(year: 2026, month: 11, day: 20))\n\
         #set page(paper: \"a4\", margin: (x: 25mm, y: 20mm), numbering: \"1 / 1\")\n\
         #set text(font: \"Noto Sans\", size: 12pt, lang: \"en\", region: \"GB\")\n\
         #let number = sys.inputs.at(\"number\", default: \"1\")\n#number\n\n",
    );
    let mut last = None;
    for item in layout.pages.iter().flat_map(|page| &page.items) {
        let (Some(element), Some(text)) = (item.element, item.text()) else { continue };
        let text = text.replace('\\', "\\\\").replace('"', "\\\"");
        if last == Some(element) && item.zone == Zone::Body {
            source.push_str(&format!(" #\"{text}\""));
            continue;
        }
        last = Some(element);
        let begun = match (item.zone, layout.elements.get(element).map(|element| element.kind)) {
            (Zone::Body, Some(ElementKind::Heading1 | ElementKind::Heading2)) => "\n\n= ",
            // Typst draws the bullets and numbers itself.
            (Zone::Body, Some(ElementKind::Label)) => continue,
            (Zone::Body, Some(ElementKind::ListBody | ElementKind::ListEntry)) => "\n- ",
            (Zone::Body, _) => "\n\n",
            _ => "\\\n",
        };
        source.push_str(&format!("{begun}#\"{text}\""));
    }
    source.push('\n');
    source
}
