//! How these records are kept: the statement a court asks for when it weighs them (EXP-5).

use casebook_letters::{SheetBlock, SheetSection};

use crate::input::BundleInput;

const METHOD: [&str; 8] = [
    "Each matter is kept as a history of entries. An entry is recorded when the Data Protection Officer confirms that \
     something came in, was done or was decided, and states the day on which it happened. The program adds the instant \
     of recording from the computer's clock. If it saw that clock jump, the entry says so.",
    "An entry is never changed or removed. What was recorded by mistake stays and is followed by what is right.",
    "Each entry contains the SHA-256 hash of the entry before it in the case. Changing, leaving out, adding or moving \
     an entry breaks every hash after it.",
    "Names, addresses and texts are not in the entries. Each is kept beside its entry with a random number, and the \
     entry holds a hash over both: a seal. A text that is shown can be held against its seal. A text that is withheld, \
     or erased because the law asks for it, leaves a seal that fits but gives nothing away.",
    "A letter is frozen when it is made final, and the hash of the file is recorded. From then on the same bytes are \
     printed, sent and exported. At its foot the letter bears the mark of the last entry before it: number and first \
     characters of the hash. Whoever holds such a letter can show what the history was by then.",
    "Statutory days are computed from the recorded days by published rules, which are named at each step. They are not \
     typed in.",
    "The history is kept encrypted on the organisation's own computer. The program connects to no network.",
    "What this method does not show: that what was recorded is true or complete; that the computer's clock was right; \
     and, for entries after the last mark that left the building, that the holder of the passphrase did not rewrite \
     them. Any check of this folder without this program is described in README.txt.",
];

pub(super) fn section(input: &BundleInput) -> SheetSection {
    let introduction = format!(
        "This chapter describes how {} keeps the records in this folder, for use with them as business records (in \
         England and Wales: Civil Evidence Act 1995, sections 8 and 9; Scotland and Northern Ireland have provisions \
         of their own).",
        input.organisation
    );
    let statement = format!(
        "I am responsible for these records. They were made in the ordinary course of the work of {}, in the way \
         described above, and this folder is a true copy of what is kept about the case {}.",
        input.organisation, input.case_reference
    );
    // Lines to write on by hand.
    let line = "_".repeat(48);
    let signature = ["Signed", "Name", "Role", "Date"].map(|label| format!("\u{a0}\n{line}\n{label}"));
    let mut blocks = vec![
        SheetBlock::Paragraph(introduction),
        SheetBlock::Numbered(METHOD.map(str::to_owned).to_vec()),
        SheetBlock::Paragraph(statement),
    ];
    blocks.extend(signature.map(SheetBlock::Paragraph));
    SheetSection { heading: "How these records are kept".to_owned(), blocks }
}
