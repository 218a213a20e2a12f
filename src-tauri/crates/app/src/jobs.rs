//! Long work: how far it has come, and stopping it. The request that starts such work carries a name for it, made by the
//! page; the answer comes when it has ended, and meanwhile its progress is shown under that name.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use casebook_ipc::{JobCancel, Nothing, Reply};

use crate::errors::Done;
use crate::open::Open;
use crate::ports::{Progress, Unwatched};

/// Long work that is under way, by name, with whether it is to stop.
pub struct Jobs {
    watcher: Arc<dyn Progress>,
    under_way: Mutex<BTreeMap<String, bool>>,
}

/// One piece of long work. It is under way as long as this lives.
pub struct Job<'a> {
    jobs: &'a Jobs,
    name: Option<String>,
}

impl Jobs {
    /// Progress is shown to this watcher.
    #[must_use]
    pub fn watched_by(watcher: Arc<dyn Progress>) -> Arc<Self> {
        Arc::new(Self { watcher, under_way: Mutex::default() })
    }

    /// Nobody watches and nobody stops anything.
    #[must_use]
    pub fn unwatched() -> Arc<Self> {
        Self::watched_by(Arc::new(Unwatched))
    }

    /// Long work begins. Work without a name is not shown and cannot be stopped.
    pub fn begin(&self, name: Option<&str>) -> Job<'_> {
        if let Some(name) = name {
            self.under_way().insert(name.to_owned(), false);
        }
        Job { jobs: self, name: name.map(str::to_owned) }
    }

    /// Asks the work of this name to stop; does nothing if it has ended meanwhile.
    pub fn cancel(&self, name: &str) {
        if let Some(is_cancelled) = self.under_way().get_mut(name) {
            *is_cancelled = true;
        }
    }

    fn under_way(&self) -> MutexGuard<'_, BTreeMap<String, bool>> {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Job<'_> {
    /// Shows how far the work has come and answers whether to go on. Words hold nothing personal.
    pub fn report(&self, done: u32, of: u32, words: &str) -> ControlFlow<()> {
        if let Some(name) = &self.name {
            self.jobs.watcher.show(name, done, of, words);
        }
        if self.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    /// Whether the DPO has asked to stop.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        let Some(name) = &self.name else { return false };
        self.jobs.under_way().get(name).copied().unwrap_or_default()
    }
}

impl Drop for Job<'_> {
    fn drop(&mut self) {
        if let Some(name) = &self.name {
            self.jobs.under_way().remove(name);
        }
    }
}

impl Open {
    /// Takes no lock of the casebook: the work to be stopped holds it.
    pub(crate) fn cancel_job(&self, request: &JobCancel) -> Done<Nothing> {
        self.ports.jobs.cancel(&request.job);
        Ok(Reply::read(Nothing {}))
    }
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;
    use std::sync::{Arc, Mutex};

    use super::Jobs;
    use crate::ports::Progress;

    #[derive(Default)]
    struct Seen(Mutex<Vec<String>>);

    impl Progress for Seen {
        fn show(&self, job: &str, done: u32, of: u32, words: &str) {
            self.0.lock().unwrap().push(format!("{job}: {words} {done}/{of}"));
        }
    }

    #[test]
    fn work_is_shown_by_name_and_stops_when_asked() {
        let seen = Arc::new(Seen::default());
        let jobs = Jobs::watched_by(Arc::clone(&seen) as _);
        let (first, second) = (jobs.begin(Some("a")), jobs.begin(Some("b")));
        assert_eq!(first.report(1, 3, "Writing"), ControlFlow::Continue(()));
        jobs.cancel("a");
        assert_eq!(first.report(2, 3, "Writing"), ControlFlow::Break(()));
        assert_eq!(second.report(1, 1, "Checking"), ControlFlow::Continue(()));
        assert_eq!(*seen.0.lock().unwrap(), ["a: Writing 1/3", "a: Writing 2/3", "b: Checking 1/1"]);
    }

    #[test]
    fn a_stop_that_comes_too_late_does_not_stop_the_next_work_of_that_name() {
        let jobs = Jobs::unwatched();
        drop(jobs.begin(Some("a")));
        jobs.cancel("a");
        assert!(!jobs.begin(Some("a")).is_cancelled());
    }

    #[test]
    fn work_without_a_name_is_neither_shown_nor_stopped() {
        let seen = Arc::new(Seen::default());
        let jobs = Jobs::watched_by(Arc::clone(&seen) as _);
        let job = jobs.begin(None);
        jobs.cancel("");
        assert_eq!(job.report(1, 2, "Writing"), ControlFlow::Continue(()));
        assert!(seen.0.lock().unwrap().is_empty());
    }
}
