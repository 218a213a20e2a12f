//! Where final letters are.

use crate::common::Event as Common;
use crate::subject_request::state::{LetterProgress, LetterStage, Sending, State};
use crate::{Event, LetterId, Recorded};

pub(super) fn fold(state: &mut State, recorded: &Recorded<Event>, event: &Common) {
    let on = recorded.on;
    if let Common::LetterFinalised { letter, letter_kind, number, fee, ground, doubt, .. } = event {
        state.letters.push(LetterProgress {
            letter: *letter,
            kind: *letter_kind,
            number: *number,
            final_on: on,
            finalised_at: recorded.seq,
            stage: LetterStage::Final,
            fee: *fee,
            ground: *ground,
            doubt: *doubt,
        });
    } else if let Common::LetterPrinted { letter, .. } = event {
        // A copy printed of a letter that has gone changes nothing about where it is.
        stage(state, *letter, |before| match before {
            LetterStage::Final | LetterStage::Printed { .. } => Some(LetterStage::Printed { on }),
            LetterStage::Sent(_)
            | LetterStage::Delivered { .. }
            | LetterStage::Returned { .. }
            | LetterStage::Void => None,
        });
    } else if let Common::LetterSent { letter, channel, class } = event {
        let sent = Sending { on, channel: *channel, class: *class };
        stage(state, *letter, |_| Some(LetterStage::Sent(sent)));
    } else if let Common::LetterDelivered { letter } = event {
        stage(state, *letter, |before| before.sent().map(|sent| LetterStage::Delivered { sent, on }));
    } else if let Common::LetterReturned { letter, reason } = event {
        stage(state, *letter, |before| {
            before.sent().map(|sent| LetterStage::Returned { sent, on, reason: *reason })
        });
    } else if let Common::LetterVoided { letter } = event {
        stage(state, *letter, |_| Some(LetterStage::Void));
    }
}

fn stage(state: &mut State, letter: LetterId, next: impl FnOnce(LetterStage) -> Option<LetterStage>) {
    let known = state.letters.iter_mut().find(|known| known.letter == letter);
    if let Some((known, stage)) = known.and_then(|known| next(known.stage).map(|stage| (known, stage))) {
        known.stage = stage;
    }
}
