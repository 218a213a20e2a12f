//! Ports that repeat themselves.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use casebook_app::ports::{Dialogs, PrintOrder, PrintProblem, Printer, Progress, TimeSource};
use casebook_demo::ports::StoryTime;
use chrono::{DateTime, NaiveDate, Utc};

/// A time that moves only when told to, by dates as tests write them.
pub struct FixedTime(StoryTime);

impl FixedTime {
    /// A day such as `2026-11-22`.
    ///
    /// # Panics
    /// If the text is not a date.
    #[must_use]
    pub fn on(day: &str) -> Self {
        Self(StoryTime::on(date(day)))
    }

    /// Moves to another day.
    ///
    /// # Panics
    /// If the text is not a date.
    pub fn set(&self, day: &str) {
        self.0.set(date(day));
    }
}

fn date(day: &str) -> NaiveDate {
    day.parse().expect("a date such as 2026-11-22")
}

impl TimeSource for FixedTime {
    fn now(&self) -> DateTime<Utc> {
        self.0.now()
    }

    fn today(&self) -> NaiveDate {
        self.0.today()
    }
}

/// Dialogs that answer from a list, in order; an empty list is a closed dialog.
#[derive(Default)]
pub struct ListedDialogs {
    answers: Mutex<VecDeque<PathBuf>>,
    /// While somebody holds the other end, a dialog stays open.
    open: Mutex<Option<Receiver<()>>>,
    asked: AtomicBool,
}

impl ListedDialogs {
    /// The next answer.
    ///
    /// # Panics
    /// If another test thread panicked while it held the list.
    pub fn will_answer(&self, path: impl Into<PathBuf>) {
        self.answers.lock().expect("no test panics while it holds the list").push_back(path.into());
    }

    /// Leaves the next dialog open until what this gives back is dropped.
    ///
    /// # Panics
    /// If another test thread panicked while it held the list.
    #[must_use]
    pub fn stay_open(&self) -> Sender<()> {
        let (hand, open) = channel();
        *self.open.lock().expect("no test panics while it holds the list") = Some(open);
        hand
    }

    /// Whether a dialog was opened at all.
    #[must_use]
    pub fn was_asked(&self) -> bool {
        self.asked.load(Ordering::SeqCst)
    }

    fn next(&self) -> Option<PathBuf> {
        self.asked.store(true, Ordering::SeqCst);
        let open = self.open.lock().expect("no test panics while it holds the list").take();
        // Nothing is ever sent: it ends when the other end is dropped.
        if let Some(open) = open {
            let _ = open.recv();
        }
        self.answers.lock().expect("no test panics while it holds the list").pop_front()
    }
}

impl Dialogs for ListedDialogs {
    fn choose_folder(&self, _title: &str) -> Option<PathBuf> {
        self.next()
    }

    fn open_file(&self, _title: &str) -> Option<PathBuf> {
        self.next()
    }

    fn save_file(&self, _title: &str, _suggested_name: &str) -> Option<PathBuf> {
        self.next()
    }
}

/// What a [`PaperTray`] was asked to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The printer.
    pub queue: String,
    /// How often.
    pub copies: u32,
    /// Both sides of each sheet.
    pub both_sides: bool,
    /// What the printing system saw.
    pub title: String,
    /// The PDF.
    pub pdf: Vec<u8>,
}

/// A printer that keeps what it is given; or fails, if told so.
#[derive(Default)]
pub struct PaperTray {
    sheets: Mutex<Vec<Printed>>,
    problem: Mutex<Option<PrintProblem>>,
    takes: Mutex<Duration>,
}

impl PaperTray {
    /// The one printer there is.
    pub const QUEUE: &str = "Office";

    /// What happens from now on.
    ///
    /// # Panics
    /// If another test thread panicked while it held the tray.
    pub fn will_fail(&self, problem: Option<PrintProblem>) {
        *self.problem.lock().expect("no test panics while it holds the tray") = problem;
    }

    /// How long each letter takes from now on.
    ///
    /// # Panics
    /// If another test thread panicked while it held the tray.
    pub fn will_take(&self, time: Duration) {
        *self.takes.lock().expect("no test panics while it holds the tray") = time;
    }

    /// All that was printed, in order.
    ///
    /// # Panics
    /// If another test thread panicked while it held the tray.
    #[must_use]
    pub fn printed(&self) -> Vec<Printed> {
        self.sheets.lock().expect("no test panics while it holds the tray").clone()
    }
}

impl Printer for PaperTray {
    fn queues(&self) -> Result<Vec<String>, PrintProblem> {
        match *self.problem.lock().expect("no test panics while it holds the tray") {
            Some(PrintProblem::NoPrinting) => Err(PrintProblem::NoPrinting),
            Some(PrintProblem::NoSuchQueue) => Ok(Vec::new()),
            Some(PrintProblem::Refused | PrintProblem::NoAnswer) | None => Ok(vec![Self::QUEUE.to_owned()]),
        }
    }

    fn print(&self, order: &PrintOrder<'_>) -> Result<(), PrintProblem> {
        if let Some(problem) = *self.problem.lock().expect("no test panics while it holds the tray") {
            return Err(problem);
        }
        let takes = *self.takes.lock().expect("no test panics while it holds the tray");
        std::thread::sleep(takes);
        self.sheets.lock().expect("no test panics while it holds the tray").push(Printed {
            queue: order.queue.to_owned(),
            copies: order.copies,
            both_sides: order.both_sides,
            title: order.title.to_owned(),
            pdf: order.pdf.to_owned(),
        });
        Ok(())
    }
}

/// Keeps what was shown of long work, and holds it up where a test wants to do something meanwhile.
#[derive(Default)]
pub struct ProgressSeen(Mutex<Vec<(String, u32, u32)>>, Mutex<Option<Held>>);

/// The two ends of work that is held up once it shows itself.
struct Held {
    shown: Sender<()>,
    go_on: Receiver<()>,
}

/// Long work that waits as soon as it shows itself.
pub struct HeldUp {
    shown: Receiver<()>,
    go_on: Sender<()>,
}

impl HeldUp {
    /// Waits until the work shows itself, does something, and lets it go on.
    ///
    /// # Panics
    /// If the work ended without showing itself.
    pub fn meanwhile(self, act: impl FnOnce()) {
        self.shown.recv().expect("the work shows itself");
        act();
        self.go_on.send(()).expect("the work waits");
    }
}

impl ProgressSeen {
    /// The next work waits once it shows itself.
    ///
    /// # Panics
    /// If another test thread panicked while it held the place.
    #[must_use]
    pub fn hold_up(&self) -> HeldUp {
        let (shown, is_shown) = channel();
        let (go_on, may_go_on) = channel();
        let held = Held { shown, go_on: may_go_on };
        *self.1.lock().expect("no test panics while it holds the place") = Some(held);
        HeldUp { shown: is_shown, go_on }
    }

    /// Job, steps done, steps in all.
    ///
    /// # Panics
    /// If another test thread panicked while it held the list.
    #[must_use]
    pub fn seen(&self) -> Vec<(String, u32, u32)> {
        self.0.lock().expect("no test panics while it holds the list").clone()
    }
}

impl Progress for ProgressSeen {
    fn show(&self, job: &str, done: u32, of: u32, _words: &str) {
        self.0.lock().expect("no test panics while it holds the list").push((job.to_owned(), done, of));
        let held = self.1.lock().expect("no test panics while it holds the place").take();
        if let Some(Held { shown, go_on }) = held {
            // A test that has ended waits for nothing.
            let _ = shown.send(());
            let _ = go_on.recv();
        }
    }
}
