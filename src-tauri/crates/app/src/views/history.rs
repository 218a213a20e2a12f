//! A history that reads as a story: one sentence in the past tense for each event. The screen, the export and the
//! printed history use the same sentences.

use casebook_cases::codes::Channel;
use casebook_cases::common::Event as Common;
use casebook_cases::subject_request::Event as Request;
use casebook_cases::{Event, LetterId, State};
use casebook_law::{Right, words};

/// An event in words: the sentence, and a quieter addition.
pub(crate) struct Told {
    /// What happened.
    pub(crate) sentence: String,
    /// An addition, without personal content; may be empty.
    pub(crate) aside: String,
}

/// Tells one event. `state` is what is true at the end, so that letters are named by their numbers.
pub(crate) fn tell(event: &Event, state: &State) -> Told {
    match event {
        Event::Common(common) => tell_common(common, state),
        Event::Request(request) => tell_request(request, state),
    }
}

fn tell_common(event: &Common, state: &State) -> Told {
    match event {
        Common::PartyAdded { role, .. } => told(format!("Recorded {}.", role.words())),
        Common::PartyChanged { .. } => told("Name or address corrected."),
        Common::NoteWritten {} => told("Note written."),
        Common::DocumentKept { media, bytes, .. } => Told {
            sentence: format!("A {} kept with the case.", media.words()),
            aside: words::counted(*bytes, "byte", "bytes"),
        },
        Common::LetterFinalised {
            letter_kind, number, pages, enclosed_pages, dated_on, pdf_sha256, ..
        } => Told {
            sentence: format!("Letter /{number}, {}, made final.", letter_kind.words()),
            aside: format!(
                "dated {}, {}{}, SHA-256 {}",
                words::date(*dated_on),
                words::counted(*pages, "page", "pages"),
                match enclosed_pages {
                    0 => String::new(),
                    some => format!(" and {} enclosed", words::counted(*some, "page", "pages")),
                },
                pdf_sha256.get(..12).unwrap_or(pdf_sha256)
            ),
        },
        Common::LetterSent { letter, channel, class } => Told {
            sentence: format!("Letter {} sent {}.", number_of(state, *letter), channel.words()),
            aside: class.map_or_else(String::new, |class| class.words().to_owned()),
        },
        Common::LetterVoided { letter } => {
            told(format!("Letter {} declared void; it was never sent.", number_of(state, *letter)))
        }
        Common::CaseClosed { resolution, holidays, .. } => {
            Told { sentence: format!("Case closed: {}.", resolution.words()), aside: holidays.clone() }
        }
        Common::CaseReopened {} => told("Case opened again."),
        Common::CaseExported { files, .. } => {
            told(format!("History exported in {}.", words::counted(*files, "file", "files")))
        }
    }
}

fn tell_request(event: &Request, state: &State) -> Told {
    match event {
        Request::Received { rights, channel, logged_on, rule_set, .. } => Told {
            sentence: format!("{} request received {}.", rights_words(rights), channel.words()),
            aside: format!("logged {}, rules {rule_set}", words::date(*logged_on)),
        },
        Request::Acknowledged { letter } => {
            told(format!("Request acknowledged with letter {}.", number_of(state, *letter)))
        }
        Request::IdentityAsked {} => told("Proof of identity asked for."),
        Request::IdentityReceived {} => told("Proof of identity received."),
        Request::IdentityWaived {} => told("Proof of identity no longer needed."),
        Request::ClarificationAsked {} => told("Asked which information the request is about."),
        Request::ClarificationReceived {} => told("Clarification received."),
        Request::ClarificationRefused {} => told("The person will not narrow the request."),
        Request::FeeAsked {} => told("Fee asked for."),
        Request::FeePaid {} => told("Fee paid."),
        Request::ExtensionNotified { reason } => {
            told(format!("Notice of an extension given, because of {}.", reason.words()))
        }
        Request::Answered { rights, letter, channel } => answered(rights, *letter, *channel, state),
        Request::Withdrawn {} => told("The person withdrew the request."),
    }
}

fn answered(rights: &[Right], letter: Option<LetterId>, channel: Channel, state: &State) -> Told {
    let what = rights_words(rights);
    match letter {
        Some(letter) => told(format!("{what} answered with letter {}.", number_of(state, letter))),
        None => told(format!("{what} answered outside the application, {}.", channel.words())),
    }
}

/// "Access", "Access and Erasure".
pub(crate) fn rights_words(rights: &[Right]) -> String {
    words::listed(&rights.iter().map(|right| right.name().to_owned()).collect::<Vec<_>>())
}

fn number_of(state: &State, letter: LetterId) -> String {
    state.letter(letter).map_or_else(|| "of this case".to_owned(), |progress| format!("/{}", progress.number))
}

fn told(sentence: impl Into<String>) -> Told {
    Told { sentence: sentence.into(), aside: String::new() }
}
