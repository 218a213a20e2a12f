//! Documents, tasks, links and people of a case, as its page shows them.

use casebook_cases::codes::PrintSize;
use casebook_cases::subject_request::{Document, Party};
use casebook_cases::{CaseId, State};
use casebook_ipc::{ContactView, DocumentView, LinkView, TaskRow};
use casebook_law::words;
use chrono::NaiveDate;

use crate::cases::channel_code;
use crate::errors::AppError;
use crate::open::Inner;
use crate::tasks;
use crate::views::case::CaseFile;

impl Inner {
    /// The tasks of a case, the most urgent first.
    pub(super) fn task_rows(&self, case: CaseId, today: NaiveDate) -> Result<Vec<TaskRow>, AppError> {
        Ok(self.store.tasks_of(case)?.into_iter().map(|task| tasks::shown(task, today)).collect())
    }

    /// The cases that belong to one, by reference.
    pub(super) fn link_views(&self, state: &State) -> Result<Vec<LinkView>, AppError> {
        let mut views = Vec::new();
        for link in &state.links {
            // A case that is no longer there has no reference to show.
            let Some(other) = self.store.state(link.other)? else { continue };
            let reference = other.received.map(|received| received.reference).unwrap_or_default();
            views.push(LinkView { other: link.other, reference, words: link.link.words().to_owned() });
        }
        Ok(views)
    }
}

impl CaseFile {
    /// The files kept with the case; the request's own text among them only where it is long.
    pub(super) fn document_views(&self) -> Vec<DocumentView> {
        self.state.documents.iter().map(|document| self.document_view(document)).collect()
    }

    fn document_view(&self, document: &Document) -> DocumentView {
        let state_words = match document.destroyed_on {
            Some(on) => format!("Destroyed {}", words::date(on)),
            None => format!("Kept {}", words::date(document.kept_on)),
        };
        DocumentView {
            document: document.document,
            name: self.words_of(document.kept_at, "name"),
            media: document.media,
            purpose: document.purpose,
            size_words: size_words(document.bytes),
            kept_on: document.kept_on,
            state_words,
            is_destroyed: document.destroyed_on.is_some(),
            destroy_words: self.destroy_words(document),
        }
    }

    /// By when the task about a document wants it destroyed.
    fn destroy_words(&self, document: &Document) -> String {
        let open = self.state.open_tasks();
        let task = open.iter().find(|task| task.document == Some(document.document));
        task.map_or_else(String::new, |task| format!("Destroy by {}", words::date(task.due)))
    }

    /// How somebody wants to be reached.
    pub(super) fn contact(&self, party: &Party) -> ContactView {
        let Some(seq) = party.contact_from else { return ContactView::nothing() };
        let large = (party.print == PrintSize::Large).then(|| "large print".to_owned());
        let channel = party.reply_by.map(|channel| channel.words().to_owned());
        ContactView {
            reply_by: party.reply_by.map(channel_code),
            print: party.print,
            needs: self.words_of(seq, "needs"),
            safe_contact: self.words_of(seq, "safe_contact"),
            language: self.words_of(seq, "language"),
            words: channel.into_iter().chain(large).collect::<Vec<_>>().join(", "),
        }
    }
}

/// "Shown on 3 November 2026: questions about our records."
pub(super) fn identity_words(state: &State) -> String {
    state.identity.map_or_else(String::new, |shown| match shown.level {
        Some(level) => format!("Shown on {}: {}.", words::date(shown.on), level.words()),
        None => format!("Shown on {}.", words::date(shown.on)),
    })
}

/// "Shown on 3 November 2026 by a signed authority, until 1 May 2027."
pub(super) fn authority_words(state: &State) -> String {
    state.authority.map_or_else(String::new, |shown| {
        let until = shown.valid_until.map_or_else(String::new, |day| format!(", until {}", words::date(day)));
        format!("Shown on {} by {}{until}.", words::date(shown.on), shown.authority.words())
    })
}

/// A size as people say it: "812 bytes", "1.2 MB".
fn size_words(bytes: u64) -> String {
    const KB: u64 = 1000;
    const MB: u64 = 1_000_000;
    match bytes {
        0..KB => words::counted(bytes, "byte", "bytes"),
        KB..MB => format!("{} kB", bytes / KB),
        _ => format!("{}.{} MB", bytes / MB, bytes % MB / 100_000),
    }
}

#[cfg(test)]
mod tests {
    use super::size_words;

    #[test]
    fn sizes_read_as_people_say_them() {
        assert_eq!(size_words(1), "1 byte");
        assert_eq!(size_words(812), "812 bytes");
        assert_eq!(size_words(34_500), "34 kB");
        assert_eq!(size_words(52_428_800), "52.4 MB");
    }
}
