//! The out tray: what is to be printed and sent, what went, what came back.

use casebook_cases::casebook::Holidays;
use casebook_cases::codes::LetterKind;
use casebook_cases::subject_request::Sending;
use casebook_ipc::{Reply, TrayCounts, TrayOrder, TrayRead, TrayRow, TrayState, TrayView, Urgency};
use casebook_law::clock::Settings as ClockSettings;
use casebook_law::{Place, words};
use casebook_store::{LetterRow, LetterState};
use chrono::NaiveDate;

use crate::errors::{AppError, Done};
use crate::letters::draft::DraftLetter;
use crate::open::{Inner, Open};
use crate::views::clock::day_urgency;
use crate::views::letter::{kind_code, sent_words, title};

/// So many letters are shown of each part.
const MOST: u32 = 500;

impl Open {
    pub(crate) fn tray(&self, request: &TrayRead) -> Done<TrayView> {
        let today = self.ports.time.today();
        let inner = self.inner();
        let drafts = inner.every_letter_draft()?;
        let counts = inner.tray_counts(drafts.len())?;
        let (rows, count) = match request.state {
            TrayState::Draft => (inner.draft_rows(drafts)?, counts.draft),
            TrayState::Ready => {
                (inner.final_rows(&[LetterState::Final], request.order, today)?, counts.ready)
            }
            TrayState::Printed => {
                (inner.final_rows(&[LetterState::Printed], request.order, today)?, counts.printed)
            }
            TrayState::Sent => (
                inner.final_rows(&[LetterState::Sent, LetterState::Delivered], request.order, today)?,
                counts.sent,
            ),
            TrayState::Returned => {
                (inner.final_rows(&[LetterState::Returned], request.order, today)?, counts.returned)
            }
        };
        let shown = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        Ok(Reply::read(TrayView { counts, rows, more: count.saturating_sub(shown) }))
    }
}

impl Inner {
    fn tray_counts(&self, drafts: usize) -> Result<TrayCounts, AppError> {
        let mut counts =
            TrayCounts { draft: u32::try_from(drafts).unwrap_or(u32::MAX), ..TrayCounts::default() };
        for (state, count) in self.store.count_letters()? {
            match state {
                LetterState::Final => counts.ready = count,
                LetterState::Printed => counts.printed = count,
                LetterState::Sent | LetterState::Delivered => {
                    counts.sent = counts.sent.saturating_add(count);
                }
                LetterState::Returned => counts.returned = count,
                LetterState::Void => {}
            }
        }
        Ok(counts)
    }

    fn draft_rows(&self, drafts: Vec<DraftLetter>) -> Result<Vec<TrayRow>, AppError> {
        let mut rows = Vec::new();
        for draft in drafts {
            let Some(case) = self.store.case_row(draft.case)?.filter(|case| !case.is_secret) else {
                continue;
            };
            rows.push(TrayRow {
                letter: draft.letter,
                case: draft.case,
                case_version: case.version,
                reference: case.reference,
                number: None,
                kind: draft.kind,
                title: title(draft.kind).to_owned(),
                to: draft.addressee.into_iter().next().unwrap_or_default(),
                who: case.who,
                pages: None,
                dated_on: draft.dated_on,
                state_words: "Draft".to_owned(),
                post_by: None,
                post_by_words: String::new(),
                urgency: Urgency::None,
                sent_words: String::new(),
            });
        }
        Ok(rows)
    }

    fn final_rows(
        &self,
        states: &[LetterState],
        order: TrayOrder,
        today: NaiveDate,
    ) -> Result<Vec<TrayRow>, AppError> {
        let post = self.post_time()?;
        let is_out = states.iter().any(|state| !is_here(*state));
        let mut letters = match order {
            TrayOrder::Address => self.store.letters_by_address(states, MOST)?,
            TrayOrder::Urgent if is_out => self.store.letters_lately_in(states, MOST)?,
            TrayOrder::Urgent => self.store.letters_in(states, MOST)?,
        };
        if order == TrayOrder::Urgent && !is_out {
            letters.sort_by_key(|row| (post_by(row, &post).is_none(), post_by(row, &post)));
        }
        Ok(letters.into_iter().map(|row| tray_row(row, &post, today)).collect())
    }

    /// By what the latest safe day for the post is counted.
    pub(crate) fn post_time(&self) -> Result<PostTime, AppError> {
        Ok(PostTime { settings: self.clock_settings()?, holidays: self.holidays.clone() })
    }
}

/// How long the post takes, and on which days it goes (TIME-13).
pub(crate) struct PostTime {
    settings: ClockSettings,
    holidays: Holidays,
}

/// Whether a letter in this state has still to leave.
const fn is_here(state: LetterState) -> bool {
    match state {
        LetterState::Final | LetterState::Printed => true,
        LetterState::Sent | LetterState::Delivered | LetterState::Returned | LetterState::Void => false,
    }
}

/// The last day by which a letter has to arrive: an answer by the last day, a notice of an extension by the last day
/// before the extension (TIME-10). No date hangs on any other.
fn arrive_by(row: &LetterRow) -> Option<NaiveDate> {
    match row.kind {
        kind if kind.answers() => row.last_day,
        LetterKind::L06 => row.first_last_day,
        _ => None,
    }
}

/// The latest day on which a letter that has still to leave is safely posted first class (TIME-13).
pub(crate) fn post_by(row: &LetterRow, post: &PostTime) -> Option<NaiveDate> {
    let margin = post.settings.post_margin_first;
    arrive_by(row)
        .filter(|_| is_here(row.state))
        .map(|day| post.holidays.calendar(Place::Uk(row.nation)).subtract_working_days(day, margin))
}

/// "Post by Tue 24 Nov (1st class)"; empty where no date hangs on it.
pub(crate) fn post_by_words(row: &LetterRow, post: &PostTime, today: NaiveDate) -> String {
    match (post_by(row, post), arrive_by(row)) {
        (Some(_), Some(arrive)) if row.goes_electronically => {
            format!("Send by {}", words::short_date(arrive))
        }
        (Some(by), _) if by < today => "Too late for the post to be safe; send it another way".to_owned(),
        (Some(by), _) => format!("Post by {} (1st class)", words::short_date(by)),
        (None, _) => String::new(),
    }
}

fn state_words(row: &LetterRow) -> String {
    let on = words::date(row.state_on);
    match (row.state, row.returned) {
        (LetterState::Final, _) => format!("Final since {on}"),
        (LetterState::Printed, _) => format!("Printed {on}"),
        (LetterState::Sent, _) => format!("Sent {on}"),
        (LetterState::Delivered, _) => format!("Arrived {on}"),
        (LetterState::Returned, Some(reason)) => format!("Came back {on}: {}", reason.words()),
        (LetterState::Returned, None) => format!("Came back {on}"),
        (LetterState::Void, _) => "Void".to_owned(),
    }
}

fn tray_row(row: LetterRow, post: &PostTime, today: NaiveDate) -> TrayRow {
    let by = post_by(&row, post);
    let sent = row.sent_on.zip(row.channel);
    TrayRow {
        number: Some(format!("{}/{}", row.reference, row.number)),
        kind: kind_code(row.kind),
        title: title(kind_code(row.kind)).to_owned(),
        state_words: state_words(&row),
        post_by: by,
        post_by_words: post_by_words(&row, post, today),
        urgency: match row.state {
            LetterState::Returned => Urgency::Overdue,
            LetterState::Sent | LetterState::Delivered | LetterState::Void => Urgency::Done,
            LetterState::Final | LetterState::Printed => day_urgency(by, today),
        },
        sent_words: sent
            .map_or_else(String::new, |(on, channel)| sent_words(Sending { on, channel, class: row.class })),
        letter: row.letter,
        case: row.case,
        case_version: row.case_version,
        reference: row.reference,
        to: row.addressee,
        who: row.who,
        pages: Some(row.pages),
        dated_on: row.dated_on,
    }
}
