//! Which cases a list shows and in which order: a question of the DPO as the words of a query.

use casebook_cases::CaseKind;
use casebook_cases::subject_request::Status;
use casebook_law::{Right, civil};
use casebook_personal::Personal;
use chrono::NaiveDate;

use crate::columns;
use crate::visible::SecretCases;

/// A last day this many days ahead is due soon.
const SOON_DAYS: u32 = 7;

/// Which cases a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Filter {
    /// Open ones.
    Open,
    /// Open and unanswered ones whose last day is over.
    Overdue,
    /// Open and unanswered ones whose last day is today or within seven days.
    DueSoon,
    /// Open ones that wait for somebody else.
    Waiting,
    /// Closed ones.
    Closed,
    /// All.
    All,
}

impl Filter {
    /// Every filter.
    pub const ALL: [Self; 6] =
        [Self::Open, Self::Overdue, Self::DueSoon, Self::Waiting, Self::Closed, Self::All];

    /// The condition; `?1` is today, `?2` the last day that is soon.
    pub(crate) const fn condition(self) -> &'static str {
        match self {
            Self::Open => "stage < 3",
            Self::Overdue => "stage = 0 AND last_day < ?1",
            Self::DueSoon => "stage = 0 AND last_day BETWEEN ?1 AND ?2",
            Self::Waiting => "stage < 3 AND is_waiting = 1",
            Self::Closed => "stage = 3",
            Self::All => "TRUE",
        }
    }
}

/// The order of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// The nearest last day first; then those without one, the answered, the closed.
    MostUrgent,
    /// Newest receipt first.
    Newest,
    /// By reference.
    Reference,
    /// By name; the nameless at the end.
    Name,
    /// By what is asked for, the most urgent first.
    Right,
    /// By status, the most urgent first.
    Status,
}

impl Sort {
    /// Every order.
    pub const ALL: [Self; 6] =
        [Self::MostUrgent, Self::Newest, Self::Reference, Self::Name, Self::Right, Self::Status];

    /// What it goes by, each with whether it falls. The order is always complete: no two cases tie.
    const fn terms(self) -> &'static [(&'static str, bool)] {
        match self {
            Self::MostUrgent => {
                &[("stage", false), ("last_day", false), ("received_on", false), ("no", false)]
            }
            Self::Newest => &[("received_on", true), ("no", true)],
            // Numbers above 9999 are a digit longer.
            Self::Reference => {
                &[("substr(reference, 1, 8)", false), ("length(reference)", false), ("reference", false)]
            }
            Self::Name => &[("who_key = ''", false), ("who_key", false), ("no", false)],
            Self::Right => &[
                ("rights", false),
                ("stage", false),
                ("last_day", false),
                ("received_on", false),
                ("no", false),
            ],
            Self::Status => &[
                ("status", false),
                ("stage", false),
                ("last_day", false),
                ("received_on", false),
                ("no", false),
            ],
        }
    }

    fn order(self, reversed: bool) -> String {
        let term =
            |(by, falls): &(&str, bool)| format!("{by}{}", if *falls == reversed { "" } else { " DESC" });
        self.terms().iter().map(term).collect::<Vec<_>>().join(", ")
    }
}

/// Which list to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListQuery {
    /// Which cases.
    pub filter: Filter,
    /// Of which kind; all if `None`.
    pub kind: Option<CaseKind>,
    /// Asking for which right; any if `None`.
    pub right: Option<Right>,
    /// In which status; any if `None`.
    pub status: Option<Status>,
    /// Open, and with a last day on this day or later.
    pub due_from: Option<NaiveDate>,
    /// Open, and with a last day on this day or earlier.
    pub due_to: Option<NaiveDate>,
    /// In which order.
    pub sort: Sort,
    /// That order the other way round.
    pub reversed: bool,
    /// Words that must all occur in the case, or a reference; may be empty.
    pub text: Personal<String>,
    /// Today in London: what is overdue is asked now, not stored.
    pub today: NaiveDate,
    /// Whether secret cases are shown.
    pub secret: SecretCases,
}

impl ListQuery {
    /// Every open case, the most urgent first.
    #[must_use]
    pub fn open(today: NaiveDate) -> Self {
        Self {
            filter: Filter::Open,
            kind: None,
            right: None,
            status: None,
            due_from: None,
            due_to: None,
            sort: Sort::MostUrgent,
            reversed: false,
            text: Personal::new(String::new()),
            today,
            secret: SecretCases::LeftOut,
        }
    }

    /// The query for the numbers of its cases in order, with its parameters; its text is looked for elsewhere. With
    /// `among`, a JSON list of numbers, only those cases are looked at.
    pub(crate) fn sql(&self, among: Option<String>) -> (String, Vec<String>) {
        let mut asked = Asked::of(self);
        asked.columns(self);
        if let Some(among) = among {
            asked.with("no IN (SELECT value FROM json_each(?))", among);
        }
        let order = self.sort.order(self.reversed);
        let conditions = asked.conditions.join(" AND ");
        (format!("SELECT no FROM case_row WHERE {conditions} ORDER BY {order}"), asked.parameters)
    }
}

/// Today and the last day that is soon, as parameters 1 and 2.
pub(crate) fn days(today: NaiveDate) -> [String; 2] {
    let soon = civil::plus_days(today, SOON_DAYS).unwrap_or(today);
    [columns::date(today), columns::date(soon)]
}

/// Conditions with the parameters they name.
struct Asked {
    conditions: Vec<String>,
    parameters: Vec<String>,
}

impl Asked {
    fn of(query: &ListQuery) -> Self {
        // The two days are always there; naming them here spares every filter from having to.
        let conditions = [query.secret.condition(), query.filter.condition(), "?1 <= ?2"];
        Self { conditions: conditions.map(str::to_owned).to_vec(), parameters: Vec::from(days(query.today)) }
    }

    /// Adds a condition in which `?` stands for the parameter.
    fn with(&mut self, condition: &str, parameter: impl Into<String>) {
        self.parameters.push(parameter.into());
        self.conditions.push(condition.replace('?', &format!("?{}", self.parameters.len())));
    }

    fn columns(&mut self, query: &ListQuery) {
        if let Some(kind) = query.kind {
            self.with("kind = ?", kind.code());
        }
        if let Some(right) = query.right {
            self.with("instr(',' || rights || ',', ',' || ? || ',') > 0", right.code());
        }
        if let Some(status) = query.status {
            self.with("status = ?", status.code());
        }
        if let Some(from) = query.due_from {
            self.with("stage = 0 AND last_day >= ?", columns::date(from));
        }
        if let Some(to) = query.due_to {
            self.with("stage = 0 AND last_day <= ?", columns::date(to));
        }
    }
}
