//! A history that reads as a story: one sentence in the past tense for each event. The screen, the export and the
//! printed history use the same sentences.

use casebook_cases::codes::{Channel, PrintSize};
use casebook_cases::common::Event as Common;
use casebook_cases::subject_request::Event as Request;
use casebook_cases::{Event, LetterId, State};
use casebook_law::{Right, words};

use crate::views::case::CaseFile;

/// An event in words: the sentence, and a quieter addition.
pub(crate) struct Told {
    /// What happened.
    pub(crate) sentence: String,
    /// An addition, without personal content; may be empty.
    pub(crate) aside: String,
}

/// Tells one event. `state` is what is true at the end, so that letters are named by their numbers.
pub(crate) fn tell(event: &Event, state: &State) -> Told {
    tell_with(event, state, None)
}

/// The same with the name of the place that a search is about.
fn tell_with(event: &Event, state: &State, place: Option<&str>) -> Told {
    match event {
        Event::Common(common) => tell_common(common, state),
        Event::Request(request) => tell_request(request, state, place),
    }
}

impl CaseFile {
    /// An event as the page tells it. What leaves the casebook names no place, because the entry itself may stay here.
    pub(super) fn told(&self, event: &Event) -> Told {
        let search = match event {
            Event::Request(
                Request::SearchAsked { search, .. }
                | Request::SearchChased { search }
                | Request::SearchEscalated { search }
                | Request::SearchReported { search, .. },
            ) => *search,
            Event::Common(_) | Event::Request(_) => return tell(event, &self.state),
        };
        let place = self.state.search(search).map(|search| self.words_of(search.asked_at, "place"));
        let place = place.filter(|place| !place.is_blank());
        tell_with(event, &self.state, place.as_ref().map(|place| place.reveal().trim()))
    }
}

fn tell_common(event: &Common, state: &State) -> Told {
    match event {
        Common::PartyAdded { role, .. } => told(format!("Recorded {}.", role.words())),
        Common::PartyChanged { .. } => told("Name or address corrected."),
        Common::PersonIdentified { .. } => told("Recognised as a person of an earlier case."),
        Common::ContactNoted { reply_by, print, .. } => Told {
            sentence: match reply_by {
                Some(channel) => format!("Wants to be answered {}.", channel.words()),
                None => "Noted how the person wants to be reached.".to_owned(),
            },
            aside: if *print == PrintSize::Large { "large print".to_owned() } else { String::new() },
        },
        Common::NoteWritten { sort } => match sort {
            Some(sort) => told(format!("Note written: {}.", sort.words())),
            None => told("Note written."),
        },
        Common::TaskSet { about, due, .. } => Told {
            sentence: format!("Task set: {}.", about.words()),
            aside: format!("due {}", words::date(*due)),
        },
        Common::TaskDone { .. } => told("Task done."),
        Common::TaskDropped { .. } => told("Task given up."),
        Common::CaseLinked { link, .. } => told(format!("Linked with another case: {}.", link.words())),
        Common::EntryCorrected { entry } => told(format!("Entry {entry} was wrong and no longer counts.")),
        Common::DocumentKept { media, bytes, purpose, .. } => Told {
            sentence: match purpose {
                Some(purpose) => format!("A {} was kept with the case: {}.", media.words(), purpose.words()),
                None => format!("A {} was kept with the case.", media.words()),
            },
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
        Common::DocumentDestroyed { .. } => told("A document was destroyed."),
        Common::LetterPrinted { letter, copies, sides } => Told {
            sentence: format!("Letter {} printed.", number_of(state, *letter)),
            aside: format!("{}, {}", words::counted(*copies, "copy", "copies"), sides.words()),
        },
        Common::LetterDelivered { letter } => told(format!("Letter {} arrived.", number_of(state, *letter))),
        Common::LetterReturned { letter, reason } => {
            told(format!("Letter {} came back: {}.", number_of(state, *letter), reason.words()))
        }
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

fn tell_request(event: &Request, state: &State, place: Option<&str>) -> Told {
    // "Asked to search: the till." where it may be named.
    let of_place =
        |named: &str, plain: &str| place.map_or_else(|| plain.to_owned(), |place| format!("{named} {place}"));
    match event {
        Request::Received { rights, channel, logged_on, rule_set, .. } => Told {
            sentence: format!("{} request received {}.", rights_words(rights), channel.words()),
            aside: format!("logged {}, rules {rule_set}", words::date(*logged_on)),
        },
        Request::Acknowledged { letter } => {
            told(format!("Request acknowledged with letter {}.", number_of(state, *letter)))
        }
        Request::IdentityAsked { doubt } => Told {
            sentence: "Proof of identity asked for.".to_owned(),
            aside: doubt.map_or_else(String::new, |doubt| doubt.words().to_owned()),
        },
        Request::IdentityInsufficient {} => told("The proof of identity was not enough; asked again."),
        Request::IdentityReceived { level } => Told {
            sentence: "Identity shown.".to_owned(),
            aside: level.map_or_else(String::new, |level| level.words().to_owned()),
        },
        Request::AuthorityAsked {} => told("Proof of authority asked for."),
        Request::AuthorityReceived { authority, valid_until } => Told {
            sentence: format!("Authority shown by {}.", authority.words()),
            aside: valid_until.map_or_else(String::new, |until| format!("until {}", words::date(until))),
        },
        Request::QuestionAsked {} => told("A question about form or delivery asked; it moves no date."),
        Request::IdentityWaived {} => told("Proof of identity no longer needed."),
        Request::ClarificationAsked {} => told("Asked which information the request is about."),
        Request::ClarificationReceived {} => told("Clarification received."),
        Request::ClarificationRefused {} => told("The person will not narrow the request."),
        Request::FeeAsked { basis } => Told {
            sentence: "Fee asked for.".to_owned(),
            aside: basis.map_or_else(String::new, |basis| basis.words().to_owned()),
        },
        Request::FeePaid { basis } => Told {
            sentence: "Fee paid.".to_owned(),
            aside: basis.map_or_else(String::new, |basis| basis.words().to_owned()),
        },
        Request::ExtensionNotified { reason } => {
            told(format!("Notice of an extension given, because of {}.", reason.words()))
        }
        Request::LastDayMoved { right, was, now, why, .. } => Told {
            sentence: format!(
                "The last day of {} moved from {} to {}.",
                right.name(),
                words::date(*was),
                words::date(*now)
            ),
            aside: why.words().to_owned(),
        },
        Request::Answered { rights, letter, channel } => answered(rights, *letter, *channel, state),
        Request::Withdrawn {} => told("The person withdrew the request."),
        Request::SubjectDied {} => told("We heard that the person died."),
        Request::SearchAsked { due, .. } => Told {
            sentence: format!("{}.", of_place("Asked to search:", "A place was asked to search")),
            aside: format!("by {}", words::date(*due)),
        },
        Request::SearchChased { .. } => {
            told(format!("{}.", of_place("Asked again:", "A place was asked again")))
        }
        Request::SearchEscalated { .. } => {
            told(format!("{} was taken to somebody above.", of_place("The late search of", "A late search")))
        }
        Request::SearchReported { result, pages, .. } => Told {
            sentence: format!("{} was reported: {}.", of_place("The search of", "A search"), result.words()),
            aside: if *pages == 0 { String::new() } else { words::counted(*pages, "page", "pages") },
        },
        Request::ItemsGrouped { items, pages, .. } => Told {
            sentence: format!("{} put into a group.", words::counted(*items, "item", "items")),
            aside: words::counted(*pages, "page", "pages"),
        },
        Request::ItemsImported { items, groups } => told(format!(
            "An index of {} in {} was read in.",
            words::counted(*items, "item", "items"),
            words::counted(*groups, "group", "groups")
        )),
        Request::ItemsDecided { treatment, exemption, naming, .. } => Told {
            sentence: format!("A group of items is {}.", treatment.words()),
            aside: exemption
                .map_or_else(String::new, |exemption| format!("{}, {}", exemption.code(), naming.words())),
        },
        Request::DecisionMade { outcome, advice } => {
            Told { sentence: format!("Decided: {}.", outcome.words()), aside: advice.words().to_owned() }
        }
        Request::PackMade { files, pages, sha256 } => Told {
            sentence: format!(
                "The release pack was put together: {}, {}.",
                words::counted(*files, "file", "files"),
                words::counted(*pages, "page", "pages")
            ),
            aside: format!("SHA-256 {}", sha256.get(..12).unwrap_or(sha256)),
        },
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
