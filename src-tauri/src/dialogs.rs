//! Dialogs in which the DPO names a file or folder. Paths come from here, never from the page.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use casebook_app::ports;
use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt, FilePath, MessageDialogButtons, MessageDialogKind};

/// The system's dialogs. They wait for the DPO, so they must not be called on the window's own thread.
pub(crate) struct Dialogs {
    app: AppHandle,
    /// Answers instead of dialogs; debug builds only.
    answers: Option<Answers>,
}

impl Dialogs {
    /// With a file of answers no dialog opens.
    pub(crate) fn new(app: AppHandle, answers: Option<PathBuf>) -> Self {
        Self { app, answers: answers.map(Answers::new) }
    }

    /// Asks a question of two answers. Among listed answers any path is a yes.
    pub(crate) fn agrees(&self, title: &str, question: &str, yes: &str, no: &str) -> bool {
        if let Some(answers) = &self.answers {
            return answers.next().is_some();
        }
        let buttons = MessageDialogButtons::OkCancelCustom(yes.to_owned(), no.to_owned());
        let dialog = self.app.dialog().message(question).title(title).kind(MessageDialogKind::Warning);
        dialog.buttons(buttons).blocking_show()
    }
}

impl ports::Dialogs for Dialogs {
    fn choose_folder(&self, title: &str) -> Option<PathBuf> {
        match &self.answers {
            Some(answers) => answers.next(),
            None => path(self.app.dialog().file().set_title(title).blocking_pick_folder()),
        }
    }

    fn open_file(&self, title: &str) -> Option<PathBuf> {
        match &self.answers {
            Some(answers) => answers.next(),
            None => path(self.app.dialog().file().set_title(title).blocking_pick_file()),
        }
    }

    fn save_file(&self, title: &str, suggested_name: &str) -> Option<PathBuf> {
        match &self.answers {
            Some(answers) => answers.next(),
            None => {
                let dialog = self.app.dialog().file().set_title(title).set_file_name(suggested_name);
                path(dialog.blocking_save_file())
            }
        }
    }
}

fn path(chosen: Option<FilePath>) -> Option<PathBuf> {
    chosen?.into_path().ok()
}

/// One path a line, taken in order. The file is read each time, so lines may be added meanwhile.
struct Answers {
    file: PathBuf,
    taken: AtomicUsize,
}

impl Answers {
    fn new(file: PathBuf) -> Self {
        Self { file, taken: AtomicUsize::new(0) }
    }

    /// The next path; `None`, as if the dialog were closed, for an empty line and after the last.
    fn next(&self) -> Option<PathBuf> {
        let lines = std::fs::read_to_string(&self.file).ok()?;
        let line = lines.lines().nth(self.taken.fetch_add(1, Ordering::Relaxed))?;
        (!line.is_empty()).then(|| PathBuf::from(line))
    }
}

#[cfg(test)]
mod tests {
    use super::Answers;
    use std::path::PathBuf;

    #[test]
    fn answers_come_in_order_and_an_empty_line_closes_the_dialog() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("answers");
        std::fs::write(&file, "/one\n\n/three\n").unwrap();
        let answers = Answers::new(file);
        let given: Vec<Option<PathBuf>> = (0..4).map(|_| answers.next()).collect();
        assert_eq!(given, [Some("/one".into()), None, Some("/three".into()), None]);
    }
}
