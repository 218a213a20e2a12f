//! Locking without being asked: after some minutes in which the page neither asked anything nor saw a key or the mouse,
//! when the session says that the DPO is away (`session.rs`), and after the computer slept. What has been typed is kept
//! first.

use std::panic::AssertUnwindSafe;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use casebook_ipc::Topic;
use tauri::{AppHandle, Emitter, Manager};

use crate::core::Core;
use crate::system::{Moment, moment};
use crate::{closing, crash, gate, window};

/// How often we look.
const LOOK: Duration = Duration::from_secs(5);
/// Whoever was there so short a time ago is not idle, whatever the setting says.
pub(crate) const SURELY_THERE: Duration = Duration::from_secs(30);
/// A sleep of the computer shows as time that passed on the wall only.
const SLEPT: Duration = Duration::from_secs(60);
/// The page gets so long to keep what was typed; a keep that is under way then may still end.
const PAGE_KEEPS: Duration = Duration::from_secs(1);
const LAST_KEEP: Duration = Duration::from_secs(2);

/// When the page last asked for something or saw the DPO, and what it has to do before we lock.
#[derive(Default)]
pub(crate) struct Activity {
    last: Mutex<Option<Moment>>,
    at_work: AtomicUsize,
    has_kept: AtomicBool,
    is_locking: AtomicBool,
    /// The program is about to end.
    pub(crate) is_closing: AtomicBool,
}

/// While one of these lives, a question is being answered.
pub(crate) struct AtWork<'a>(&'a Activity);

impl Activity {
    /// A question begins.
    pub(crate) fn begin(&self) -> AtWork<'_> {
        self.at_work.fetch_add(1, Ordering::SeqCst);
        self.set(moment());
        AtWork(self)
    }

    fn set(&self, now: Moment) {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(now);
    }

    fn idle_for(&self, now: Moment) -> Duration {
        let last = *self.last.lock().unwrap_or_else(PoisonError::into_inner);
        last.map_or(Duration::ZERO, |last| passed(last, now).longer())
    }

    /// The page has handed over everything that was typed.
    pub(crate) fn all_is_kept(&self) {
        self.has_kept.store(true, Ordering::SeqCst);
    }

    fn is_at_work(&self) -> bool {
        self.at_work.load(Ordering::SeqCst) > 0
    }
}

impl Drop for AtWork<'_> {
    fn drop(&mut self) {
        self.0.set(moment());
        self.0.at_work.fetch_sub(1, Ordering::SeqCst);
    }
}

/// While this lives, nobody else does the same.
pub(crate) struct Only<'a>(&'a AtomicBool);

impl<'a> Only<'a> {
    /// Nothing if somebody does it already.
    pub(crate) fn one(taken: &'a AtomicBool) -> Option<Self> {
        (!taken.swap(true, Ordering::SeqCst)).then_some(Self(taken))
    }
}

impl Drop for Only<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

/// Time between two moments, by both clocks.
struct Passed {
    steady: Duration,
    wall: Duration,
}

fn passed(from: Moment, to: Moment) -> Passed {
    let wall = to.wall.signed_duration_since(from.wall).to_std().unwrap_or_default();
    Passed { steady: to.steady.saturating_sub(from.steady), wall }
}

impl Passed {
    fn longer(&self) -> Duration {
        self.steady.max(self.wall)
    }

    /// Setting the computer's clock forward looks the same, and then locking once too often does no harm.
    fn holds_a_sleep(&self) -> bool {
        self.wall > self.steady.saturating_add(SLEPT)
    }
}

/// Looks every few seconds, for as long as the program runs, whether it is time to lock.
pub(crate) fn watch(app: &AppHandle) {
    let watched = app.clone();
    thread::spawn(move || {
        let mut looked = moment();
        let mut has_backed_up = false;
        let mut look = || {
            let now = moment();
            let core = watched.state::<Core>();
            let silent = core.activity.idle_for(now);
            let is_due = passed(looked, now).holds_a_sleep() || core.is_idle(silent);
            looked = now;
            // Once for each time that nobody is there.
            let is_nearly_due = core.is_open() && core.is_idle(silent.saturating_mul(2));
            if is_nearly_due && !has_backed_up && !is_due {
                closing::back_up_before_locking(&watched);
            }
            has_backed_up = is_nearly_due;
            // A question that has waited so long waits in a dialog nobody looks at; it holds its own key to finish.
            if is_due && core.is_open() {
                lock(&watched);
            }
        };
        loop {
            thread::sleep(LOOK);
            look_or_lock(&mut look, || {
                watched.state::<Core>().lock();
                forget_page(&watched);
            });
        }
    });
}

/// Looks once. A look that fails must not end the watch without a word, and nobody knows what it would have found: then
/// the casebook is locked at once.
fn look_or_lock(look: impl FnMut(), lock: impl FnOnce()) {
    if crash::guard(AssertUnwindSafe(look)).is_err() {
        // What fails here too is tried again at the next look.
        drop(crash::guard(AssertUnwindSafe(lock)));
    }
}

/// Locks because the DPO is away, and then does `afterwards`. Returns at once: the window's thread is needed for the
/// page to keep what was typed.
pub(crate) fn lock_away(app: &AppHandle, afterwards: impl FnOnce(&AppHandle) + Send + 'static) {
    let app = app.clone();
    thread::spawn(move || {
        lock(&app);
        afterwards(&app);
    });
}

/// Lets the page keep what was typed, locks, and starts the page anew. Does nothing if the casebook is not open.
fn lock(app: &AppHandle) {
    let core = app.state::<Core>();
    // The screen locks and the computer goes to sleep, both within a moment: once is enough.
    let Some(_only) = core.is_open().then(|| Only::one(&core.activity.is_locking)).flatten() else { return };
    let_page_keep(app, &core, "locking");
    core.lock();
    gate::tell(app, &core, vec![Topic::Gate]);
    forget_page(app);
}

/// The page's memory holds what it showed. A page loaded anew holds nothing.
pub(crate) fn forget_page(app: &AppHandle) {
    window::load_anew(app);
}

/// Tells the page what is about to happen, and waits until it has kept what was typed; not for ever.
pub(crate) fn let_page_keep(app: &AppHandle, core: &Core, event: &str) {
    core.activity.has_kept.store(false, Ordering::SeqCst);
    drop(app.emit(event, true));
    let begun = moment();
    loop {
        let waited = passed(begun, moment()).steady;
        let limit = if core.activity.is_at_work() { PAGE_KEEPS + LAST_KEEP } else { PAGE_KEEPS };
        if core.activity.has_kept.load(Ordering::SeqCst) || waited >= limit {
            return;
        }
        thread::sleep(Duration::from_millis(10));
    }
}

#[cfg(test)]
mod tests {
    use super::{Activity, look_or_lock, passed};
    use crate::system::Moment;
    use chrono::{DateTime, TimeDelta};
    use std::time::Duration;

    /// A moment so many seconds after the start by the steady clock and by the one on the wall.
    fn at(steady: u64, wall: i64) -> Moment {
        let start = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        Moment { steady: Duration::from_secs(steady), wall: start + TimeDelta::seconds(wall) }
    }

    #[test]
    fn fifteen_minutes_by_either_clock_are_idle() {
        let activity = Activity::default();
        activity.set(at(100, 100));
        for (now, is_idle) in [
            (at(999, 999), false),
            (at(1000, 1000), true),
            // Asleep for a quarter of an hour: the steady clock stood still.
            (at(101, 1000), true),
            // The wall clock was set back: the steady one still counts.
            (at(1000, -5000), true),
        ] {
            let limit = Duration::from_secs(15 * 60);
            assert_eq!(activity.idle_for(now) >= limit, is_idle, "{now:?}");
        }
    }

    #[test]
    fn a_look_that_fails_locks_and_the_watch_goes_on() {
        let (mut looks, mut locks) = (0, 0);
        for fails in [false, true, true, false] {
            let look = || {
                looks += 1;
                assert!(!fails, "a fault of ours");
            };
            look_or_lock(look, || locks += 1);
        }
        look_or_lock(|| panic!("looking"), || panic!("and locking"));
        assert_eq!((looks, locks), (4, 2));
    }

    #[test]
    fn before_the_first_question_nothing_is_idle() {
        assert_eq!(Activity::default().idle_for(at(10_000, 10_000)), Duration::ZERO);
    }

    #[test]
    fn a_sleep_shows_and_a_busy_computer_does_not_look_like_one() {
        for (from, to, slept) in [
            (at(0, 0), at(5, 5), false),
            (at(0, 0), at(50, 52), false),
            (at(0, 0), at(5, 64), false),
            (at(0, 0), at(5, 66), true),
            (at(0, 0), at(5, 8 * 3600), true),
            (at(0, 0), at(5, -3600), false),
        ] {
            assert_eq!(passed(from, to).holds_a_sleep(), slept, "{from:?} {to:?}");
        }
    }

    #[test]
    fn a_question_counts_as_work_until_it_is_answered() {
        let activity = Activity::default();
        let first = activity.begin();
        let second = activity.begin();
        drop(first);
        assert!(activity.is_at_work());
        drop(second);
        assert!(!activity.is_at_work());
    }
}
