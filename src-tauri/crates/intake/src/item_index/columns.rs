//! Which column is which, and what stands between them.

use csv::{Reader, ReaderBuilder, StringRecord};

/// What may stand between two cells, the usual one first.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// A column that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Id,
    Title,
    Group,
    Pages,
    Date,
    Decision,
    Exemption,
    Reason,
}

/// The names a column goes by, without blanks and signs.
const NAMES: &[(Column, &[&str])] = &[
    (
        Column::Id,
        &[
            "id",
            "no",
            "number",
            "item",
            "itemno",
            "itemid",
            "itemnumber",
            "ref",
            "reference",
            "docid",
            "documentid",
            "controlnumber",
            "begbates",
            "bates",
        ],
    ),
    (
        Column::Title,
        &[
            "title",
            "description",
            "itemdescription",
            "subject",
            "name",
            "filename",
            "document",
            "documenttitle",
            "what",
        ],
    ),
    (Column::Group, &["group", "itemgroup", "category", "type", "kind", "folder", "system", "source"]),
    (Column::Pages, &["pages", "pagecount", "numberofpages", "noofpages", "pp"]),
    (
        Column::Date,
        &["date", "dated", "datedon", "documentdate", "sent", "datesent", "created", "datecreated"],
    ),
    (Column::Decision, &["decision", "outcome", "result", "action", "disclosure", "released"]),
    (Column::Exemption, &["exemption", "exemptioncode", "exemptionapplied", "code", "ground"]),
    (Column::Reason, &["reason", "reasons", "why", "note", "notes", "comment", "comments"]),
];

/// Where each column is.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    places: Vec<(Column, usize)>,
    /// How many columns the heading names.
    width: usize,
}

impl Columns {
    /// The separator that makes most headings known, and where they are; `None` if no heading names the description.
    pub(super) fn find(text: &str) -> Option<(u8, Self)> {
        let found = SEPARATORS.iter().map(|separator| {
            let heading = reader(text, *separator).records().next();
            let columns = heading.and_then(Result::ok).map(|heading| Self::of(&heading)).unwrap_or_default();
            (*separator, columns)
        });
        // The first of those that know as many.
        let best = found.rev().max_by_key(|(_, columns)| columns.places.len());
        best.filter(|(_, columns)| columns.place(Column::Title).is_some())
    }

    fn of(heading: &StringRecord) -> Self {
        let mut places: Vec<(Column, usize)> = Vec::new();
        for (place, name) in heading.iter().enumerate() {
            let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
            let plain = plain.to_ascii_lowercase();
            let column = NAMES.iter().find(|(_, names)| names.contains(&plain.as_str()));
            // The first of two headings that mean the same counts.
            if let Some((column, _)) = column
                && places.iter().all(|(known, _)| known != column)
            {
                places.push((*column, place));
            }
        }
        Self { places, width: heading.len() }
    }

    fn place(&self, column: Column) -> Option<usize> {
        self.places.iter().find(|(known, _)| *known == column).map(|(_, place)| *place)
    }

    /// The cell of a column; empty if the list or the row has none.
    pub(super) fn cell<'a>(&self, record: &'a StringRecord, column: Column) -> &'a str {
        self.place(column).and_then(|place| record.get(place)).unwrap_or_default().trim()
    }

    /// Whether a row has cells beyond the heading.
    pub(super) fn overflows(&self, record: &StringRecord) -> bool {
        record.iter().skip(self.width).any(|cell| !cell.trim().is_empty())
    }
}

/// A reader of rows of any length.
pub(super) fn reader(text: &str, separator: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes())
}
