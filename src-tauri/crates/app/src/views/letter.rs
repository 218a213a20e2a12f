//! A letter as its page shows it.

use casebook_cases::codes::{Channel, LetterKind};
use casebook_cases::subject_request::{LetterProgress, LetterStage, Sending};
use casebook_ipc::{LetterKindCode, LetterStateCode};
use casebook_law::words;

/// One kind of letter under its three names: in events, on the page, and as a template.
macro_rules! kinds {
    ($($code:ident = $template:ident),+ $(,)?) => {
        /// The page's code of a kind of letter.
        pub(crate) const fn kind_code(kind: LetterKind) -> LetterKindCode {
            match kind {
                $(LetterKind::$code => LetterKindCode::$code,)+
            }
        }

        /// The kind behind the page's code.
        pub(crate) const fn kind_of(code: LetterKindCode) -> LetterKind {
            match code {
                $(LetterKindCode::$code => LetterKind::$code,)+
            }
        }

        /// The kind as the letters crate knows it.
        pub(crate) const fn drawn_kind(code: LetterKindCode) -> casebook_letters::LetterKind {
            match code {
                $(LetterKindCode::$code => casebook_letters::LetterKind::$template,)+
            }
        }
    };
}

kinds! {
    L00 = General,
    L01 = Acknowledgement,
    L02 = IdentityRequest,
    L03 = AuthorityRequest,
    L04 = Clarification,
    L05 = FeeNotice,
    L06 = Extension,
    L07 = AccessAnswer,
    L08 = NothingHeld,
    L11 = Refusal,
    L12 = PartialRefusal,
    L30 = ClosingNoReply,
    L32 = Holding,
    L33 = ThirdPartyQuestion,
    L34 = WithdrawalConfirmed,
    L36 = RelativeOrExecutor,
}

/// Where a final letter is, as the page calls it.
pub(crate) const fn state_code(letter: &LetterProgress) -> LetterStateCode {
    match letter.stage {
        LetterStage::Final => LetterStateCode::Final,
        LetterStage::Printed { .. } => LetterStateCode::Printed,
        LetterStage::Sent(_) => LetterStateCode::Sent,
        LetterStage::Delivered { .. } => LetterStateCode::Delivered,
        LetterStage::Returned { .. } => LetterStateCode::Returned,
        LetterStage::Void => LetterStateCode::Void,
    }
}

/// "Posted 25 November 2026, 1st class", "Final, not sent".
pub(crate) fn stage_words(letter: &LetterProgress) -> String {
    match letter.stage {
        LetterStage::Final => format!("Final since {}, not sent", words::date(letter.final_on)),
        LetterStage::Printed { on } => format!("Printed {}, not sent", words::date(on)),
        LetterStage::Void => "Void, never sent".to_owned(),
        LetterStage::Sent(sent) => sent_words(sent),
        LetterStage::Delivered { sent, on } => format!("{}, arrived {}", sent_words(sent), words::date(on)),
        LetterStage::Returned { sent, on, reason } => {
            format!("{}, came back {}: {}", sent_words(sent), words::date(on), reason.words())
        }
    }
}

/// "Posted 25 November 2026, 1st class".
pub(crate) fn sent_words(sent: Sending) -> String {
    match (sent.channel, sent.class) {
        (Channel::Post, Some(class)) => format!("Posted {}, {}", words::date(sent.on), class.words()),
        (Channel::Post, None) => format!("Posted {}", words::date(sent.on)),
        (channel, _) => format!("Sent {} {}", words::date(sent.on), channel.words()),
    }
}

/// A letter's title, as its template says it.
pub(crate) const fn title(code: LetterKindCode) -> &'static str {
    drawn_kind(code).title()
}
