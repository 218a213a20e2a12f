//! A letter as its page shows it.

use casebook_cases::codes::{Channel, LetterKind};
use casebook_cases::subject_request::{LetterProgress, LetterStage};
use casebook_ipc::LetterKindCode;
use casebook_law::words;

/// The page's code of a kind of letter.
pub(crate) const fn kind_code(kind: LetterKind) -> LetterKindCode {
    match kind {
        LetterKind::L01 => LetterKindCode::L01,
        LetterKind::L07 => LetterKindCode::L07,
    }
}

/// The kind behind the page's code.
pub(crate) const fn kind_of(code: LetterKindCode) -> LetterKind {
    match code {
        LetterKindCode::L01 => LetterKind::L01,
        LetterKindCode::L07 => LetterKind::L07,
    }
}

/// The kind as the letters crate knows it.
pub(crate) const fn drawn_kind(code: LetterKindCode) -> casebook_letters::LetterKind {
    match code {
        LetterKindCode::L01 => casebook_letters::LetterKind::Acknowledgement,
        LetterKindCode::L07 => casebook_letters::LetterKind::AccessAnswer,
    }
}

/// "Posted 25 November 2026, 1st class", "Final, not sent".
pub(crate) fn stage_words(letter: &LetterProgress) -> String {
    match letter.stage {
        LetterStage::Final => format!("Final since {}, not sent", words::date(letter.final_on)),
        LetterStage::Void => "Void, never sent".to_owned(),
        LetterStage::Sent { on, channel: Channel::Post, class } => match class {
            Some(class) => format!("Posted {}, {}", words::date(on), class.words()),
            None => format!("Posted {}", words::date(on)),
        },
        LetterStage::Sent { on, channel, .. } => format!("Sent {} {}", words::date(on), channel.words()),
    }
}

/// A letter's title, as its template says it.
pub(crate) const fn title(code: LetterKindCode) -> &'static str {
    drawn_kind(code).title()
}
