//! The register of requests: one row for each case, for reports and for the log that is kept in a spreadsheet (REP-1).

use casebook_cases::State;
use casebook_cases::codes::{
    Channel, DecisionOutcome, ExtensionReason, LetterKind, PersonKind, Resolution, Role,
};
use casebook_cases::subject_request::Status;
use casebook_law::{Exemption, Right};
use casebook_personal::Personal;
use chrono::NaiveDate;
use rusqlite::Row;

use crate::load::Timeliness;
use crate::visible::SecretCases;
use crate::{Error, Store, columns};

/// What came of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Everything found went out.
    Released,
    /// A part of it.
    PartReleased,
    /// Nothing is held.
    NothingHeld,
    /// Refused.
    Refused,
    /// Answered; nobody recorded with what.
    Answered,
    /// The requester withdrew.
    Withdrawn,
    /// The person could not be verified.
    NotVerified,
    /// Nobody replied to our question.
    NoReply,
    /// The person died.
    SubjectDied,
    /// Opened in error.
    OpenedInError,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 10] = [
        Self::Released,
        Self::PartReleased,
        Self::NothingHeld,
        Self::Refused,
        Self::Answered,
        Self::Withdrawn,
        Self::NotVerified,
        Self::NoReply,
        Self::SubjectDied,
        Self::OpenedInError,
    ];

    /// Its stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Released => "released",
            Self::PartReleased => "part_released",
            Self::NothingHeld => "nothing_held",
            Self::Refused => "refused",
            Self::Answered => "answered",
            Self::Withdrawn => "withdrawn",
            Self::NotVerified => "not_verified",
            Self::NoReply => "no_reply",
            Self::SubjectDied => "subject_died",
            Self::OpenedInError => "opened_in_error",
        }
    }

    /// As the log says it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Released => "Released",
            Self::PartReleased => "Released in part",
            Self::NothingHeld => "Nothing held",
            Self::Refused => "Refused",
            Self::Answered => "Answered",
            Self::Withdrawn => "Withdrawn",
            Self::NotVerified => "Not verified",
            Self::NoReply => "No reply",
            Self::SubjectDied => "Person died",
            Self::OpenedInError => "Opened in error",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }

    /// What came of the request so far; `None` while nothing has.
    pub(crate) fn of(state: &State) -> Option<Self> {
        if let Some(closed) = &state.closed {
            match closed.resolution {
                Resolution::Withdrawn => return Some(Self::Withdrawn),
                Resolution::NotVerified => return Some(Self::NotVerified),
                Resolution::NoReply => return Some(Self::NoReply),
                Resolution::SubjectDied => return Some(Self::SubjectDied),
                Resolution::OpenedInError => return Some(Self::OpenedInError),
                Resolution::Answered => {}
            }
        }
        if state.answers.is_empty() {
            let is_withdrawn = state.withdrawn_on.is_some().then_some(Self::Withdrawn);
            return state.died_on.map(|_| Self::SubjectDied).or(is_withdrawn);
        }
        let sent = |letter: &&casebook_cases::subject_request::LetterProgress| {
            letter.kind.answers() && letter.stage.sent().is_some()
        };
        // The letter says what was done; the decision speaks where the answer was given without one of ours.
        match state.letters.iter().rfind(sent).map(|letter| letter.kind) {
            Some(LetterKind::L08) => Some(Self::NothingHeld),
            Some(LetterKind::L11) => Some(Self::Refused),
            Some(LetterKind::L12) => Some(Self::PartReleased),
            Some(_) => Some(Self::Released),
            None => Some(match state.decision.map(|decision| decision.outcome) {
                Some(DecisionOutcome::ReleaseAll) => Self::Released,
                Some(DecisionOutcome::ReleasePart) => Self::PartReleased,
                Some(DecisionOutcome::Refuse) => Self::Refused,
                Some(DecisionOutcome::NothingHeld) => Self::NothingHeld,
                None => Self::Answered,
            }),
        }
    }
}

/// One case in the register of requests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SarLogRow {
    /// The reference of the case.
    pub reference: String,
    /// The person the data is about; empty if nobody is named.
    pub who: Personal<String>,
    /// When it was received.
    pub received_on: NaiveDate,
    /// When it was logged (TIME-6).
    pub logged_on: NaiveDate,
    /// How it came.
    pub channel: Channel,
    /// Who asked.
    pub requester: Role,
    /// What the person is to the company, if known.
    pub person_kind: Option<PersonKind>,
    /// What is asked for.
    pub rights: Vec<Right>,
    /// Where it is.
    pub status: Status,
    /// When it was acknowledged.
    pub acknowledged_on: Option<NaiveDate>,
    /// When proof of identity was asked for first.
    pub identity_asked_on: Option<NaiveDate>,
    /// When identity was shown.
    pub identity_shown_on: Option<NaiveDate>,
    /// When clarification was asked for first.
    pub clarification_asked_on: Option<NaiveDate>,
    /// When the last clarification came.
    pub clarification_received_on: Option<NaiveDate>,
    /// When notice of an extension was given.
    pub extended_on: Option<NaiveDate>,
    /// Why.
    pub extended_because: Option<ExtensionReason>,
    /// The nearest statutory last day, pauses counted literally (REP-2); `None` while there is none.
    pub due_on: Option<NaiveDate>,
    /// When the last right was answered, once all are.
    pub answered_on: Option<NaiveDate>,
    /// Whether that kept its date; `None` while unanswered and where there was no date.
    pub timeliness: Option<Timeliness>,
    /// What came of it.
    pub outcome: Option<Outcome>,
    /// On which exemptions something stays.
    pub exemptions: Vec<Exemption>,
    /// Pages that went out.
    pub pages: Option<u32>,
    /// When it was closed.
    pub closed_on: Option<NaiveDate>,
}

impl Store {
    /// How many requests were received in a period, both days included. Secret cases are left out.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn sar_log_len(&self, from: NaiveDate, to: NaiveDate) -> Result<u32, Error> {
        self.read(|db| {
            let sql = format!(
                "SELECT count(*) FROM case_row WHERE {} AND received_on BETWEEN ?1 AND ?2",
                SecretCases::LeftOut.condition()
            );
            let days = [columns::date(from), columns::date(to)];
            columns::to_small(db.prepare_cached(&sql)?.query_row(days, |row| row.get(0))?, "count")
        })
    }

    /// Hands over the requests received in a period, both days included, the earliest first, until `each` answers
    /// `false`. Secret cases are left out.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn sar_log(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        mut each: impl FnMut(SarLogRow) -> bool,
    ) -> Result<(), Error> {
        self.read(|db| {
            let sql = format!(
                "SELECT {COLUMNS} FROM case_row JOIN sar_log ON sar_log.case_no = case_row.no \
                 WHERE {} AND received_on BETWEEN ?1 AND ?2 ORDER BY received_on, no",
                SecretCases::LeftOut.condition()
            );
            let mut statement = db.prepare_cached(&sql)?;
            let mut rows = statement.query([columns::date(from), columns::date(to)])?;
            while let Some(row) = rows.next()? {
                if !each(to_row(row)?) {
                    break;
                }
            }
            Ok(())
        })
    }
}

/// The columns that [`to_row`] reads, in its order.
const COLUMNS: &str = "reference, who, received_on, logged_on, channel, requester, person_kind, rights, status, \
                       acknowledged_on, identity_asked_on, identity_shown_on, clarification_asked_on, \
                       clarification_received_on, extended_on, extended_because, due_on, answered_on, timing, \
                       post_days, post_is_second, outcome, exemptions, pages, closed_on";

fn to_row(row: &Row<'_>) -> Result<SarLogRow, Error> {
    let text = |index| row.get_ref(index)?.as_str().map_err(rusqlite::Error::from);
    let optional = |index| row.get_ref(index)?.as_str_or_null().map_err(rusqlite::Error::from);
    let day = |index, column| columns::to_optional_date(optional(index)?, column);
    let listed = |index| Ok::<_, Error>(text(index)?.split(',').filter(|code| !code.is_empty()));
    let person_kind: Option<String> = row.get(6)?;
    let because: Option<String> = row.get(15)?;
    let pages: Option<i64> = row.get(23)?;
    Ok(SarLogRow {
        reference: row.get(0)?,
        who: Personal::new(row.get(1)?),
        received_on: columns::to_date(text(2)?, "case_row.received_on")?,
        logged_on: columns::to_date(text(3)?, "sar_log.logged_on")?,
        channel: columns::to_code(row.get(4)?, "sar_log.channel")?,
        requester: columns::to_code(row.get(5)?, "sar_log.requester")?,
        person_kind: person_kind.map(|code| columns::to_code(code, "sar_log.person_kind")).transpose()?,
        rights: listed(7)?
            .map(|code| Right::from_code(code).ok_or(Error::Column { column: "case_row.rights" }))
            .collect::<Result<_, _>>()?,
        status: Status::from_code(text(8)?).ok_or(Error::Column { column: "case_row.status" })?,
        acknowledged_on: day(9, "sar_log.acknowledged_on")?,
        identity_asked_on: day(10, "sar_log.identity_asked_on")?,
        identity_shown_on: day(11, "sar_log.identity_shown_on")?,
        clarification_asked_on: day(12, "sar_log.clarification_asked_on")?,
        clarification_received_on: day(13, "sar_log.clarification_received_on")?,
        extended_on: day(14, "sar_log.extended_on")?,
        extended_because: because
            .map(|code| columns::to_code(code, "sar_log.extended_because"))
            .transpose()?,
        due_on: day(16, "sar_log.due_on")?,
        answered_on: day(17, "case_row.answered_on")?,
        timeliness: Timeliness::from_row(row, 18)?,
        outcome: optional(21)?
            .map(|code| Outcome::from_code(code).ok_or(Error::Column { column: "sar_log.outcome" }))
            .transpose()?,
        exemptions: listed(22)?
            .map(|code| Exemption::from_code(code).ok_or(Error::Column { column: "sar_log.exemptions" }))
            .collect::<Result<_, _>>()?,
        pages: pages.map(|pages| columns::to_small(pages, "sar_log.pages")).transpose()?,
        closed_on: day(24, "case_row.closed_on")?,
    })
}
