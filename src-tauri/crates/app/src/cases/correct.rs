//! An entry that was wrong: what correcting it would do to the dates, and the correction.

use casebook_cases::subject_request::{RightClock, World};
use casebook_cases::{Command, Event, Happened, Recorded, State, Written, decide, fold};
use casebook_ipc::{CaseView, ClockMove, CorrectionPreview, CorrectionPreviewed, EntryCorrect, Reply};
use casebook_law::Calendar;
use chrono::{DateTime, NaiveDate, Utc};

use crate::errors::Done;
use crate::open::Open;
use crate::record::Text;
use crate::views::clock::clock_view;

impl Open {
    /// Nothing is recorded: the events that a correction would make are folded onto a copy of the case.
    pub(crate) fn preview_correction(&self, request: &CorrectionPreview) -> Done<CorrectionPreviewed> {
        let (today, now) = (self.ports.time.today(), self.ports.time.now());
        let file = self.inner().case_file(request.case)?;
        let world = World { today, calendar: &file.calendar, settings: file.settings };
        let command = Command::Correct {
            today,
            entry: request.entry,
            right_day: request.right_day,
            // It is asked for when it is recorded; here the dates are asked for.
            reason: Written::of("a reason"),
        };
        let decision = match decide(&file.state, command, &world) {
            Ok(decision) => decision,
            Err(refusal) => {
                let problem = Some(format!("{} {}", refusal.reason, refusal.remedy));
                return Ok(Reply::read(CorrectionPreviewed { problem, moves: Vec::new() }));
            }
        };
        let clocks = |state: &State| state.clocks(&file.calendar, file.settings, today);
        let before = clocks(&file.state);
        let after = clocks(&as_if(file.state, decision.events, now));
        let moves = after.iter().filter_map(|after| {
            let before = before.iter().find(|before| before.right == after.right)?;
            clock_move(before, after, &file.calendar, today)
        });
        Ok(Reply::read(CorrectionPreviewed { problem: None, moves: moves.collect() }))
    }

    pub(crate) fn correct_entry(&self, request: &EntryCorrect) -> Done<CaseView> {
        let reason = request.reason.reveal();
        let command = Command::Correct {
            today: self.ports.time.today(),
            entry: request.entry,
            right_day: request.right_day,
            reason: Written::of(reason),
        };
        let text = Text::written("entry.corrected", "reason", reason);
        self.record_and_show(request.command_id, request.case, request.version, command, text)
    }
}

/// The case as it would be had these events been recorded now.
fn as_if(state: State, events: Vec<Happened<Event>>, at: DateTime<Utc>) -> State {
    let last = state.entries.last().map_or(0, |entry| entry.seq);
    let first = state.version;
    (1..).zip(events).fold(state, |state, (nth, happened)| {
        let recorded = Recorded {
            seq: last.saturating_add(nth),
            case_seq: first.saturating_add(nth),
            on: happened.on,
            at,
            answers: happened.answers,
            event: happened.event,
        };
        fold(state, &recorded)
    })
}

/// What one clock would say instead; nothing if it stays as it is.
fn clock_move(
    before: &RightClock,
    after: &RightClock,
    calendar: &Calendar,
    today: NaiveDate,
) -> Option<ClockMove> {
    let said = |each: &RightClock| {
        let view = clock_view(each, calendar, today);
        format!("{}, {}. {}", view.last_day_words, view.state_words.to_lowercase(), view.left_words)
    };
    let (before_words, after_words) = (said(before), said(after));
    (before_words != after_words).then(|| ClockMove {
        right: after.right,
        right_words: after.right.name().to_owned(),
        before_words,
        after_words,
    })
}
