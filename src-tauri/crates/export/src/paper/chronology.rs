//! Every entry in order: when it happened, when and by whom it was recorded, and its mark (EXP-1, part 2).

use casebook_letters::{SheetBlock, SheetSection};

use super::times;
use crate::bundle::Counter;
use crate::error::Cause;
use crate::record::{Entry, Record};

const EXPLANATION: &str = "Each entry has a day on which it happened, as it was stated, and an instant at which it was \
     recorded, taken from the computer's clock and shown in UTC and in the time of the United Kingdom. The mark is what \
     a letter made after the entry bears at its foot.";

pub(super) fn section(record: &Record<'_>, counter: &mut Counter<'_>) -> Result<SheetSection, Cause> {
    let mut rows = Vec::with_capacity(record.entries.len());
    for entry in &record.entries {
        counter.step()?;
        rows.push(row(record, entry));
    }
    let headers = ["Entry", "Happened on", "What happened", "Recorded"].map(str::to_owned).to_vec();
    Ok(SheetSection {
        heading: "What happened".to_owned(),
        blocks: vec![SheetBlock::Paragraph(EXPLANATION.to_owned()), SheetBlock::Table { headers, rows }],
    })
}

fn row(record: &Record<'_>, entry: &Entry<'_>) -> Vec<String> {
    let envelope = &entry.envelope;
    let mut what = vec![entry.told.sentence.reveal().clone()];
    what.extend(Some(entry.told.aside.reveal().clone()).filter(|aside| !aside.trim().is_empty()));
    what.extend(record.answered_by(entry).map(|earlier| format!("Corrects or answers entry {earlier}.")));
    let mut recorded = vec![
        times::utc(&envelope.at),
        times::uk(&envelope.at),
        format!("by {}", entry.told.who),
        format!("Mark {}", entry.mark()),
    ];
    if envelope.clock != "ok" {
        recorded.push("The computer's clock had been moved.".to_owned());
    }
    vec![envelope.case_seq.to_string(), times::day(&envelope.on), what.join("\n"), recorded.join("\n")]
}
