//! What keeps a clock from starting: identity, authority, a fee (TIME-5).
//!
//! These are no pauses. While one is awaited there is no last day, and on the day it comes a whole month begins anew.

use chrono::NaiveDate;

use super::outcome::{Waiting, WaitingFor};

/// One thing that may be awaited.
#[derive(Clone, Copy, Debug, Default)]
struct Wait {
    open_since: Option<NaiveDate>,
    met_on: Option<NaiveDate>,
}

/// The three things a start can wait for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct StartWaits {
    identity: Wait,
    authority: Wait,
    fee: Wait,
}

impl StartWaits {
    /// Opens a wait. Asking again while it is open changes nothing; `false` then.
    pub(super) fn ask(&mut self, what: WaitingFor, on: NaiveDate) -> bool {
        let Some(wait) = self.wait(what) else { return false };
        let was_closed = wait.open_since.is_none();
        wait.open_since.get_or_insert(on);
        was_closed
    }

    /// Closes a wait, however often was asked. What comes unasked changes nothing; `false` then.
    pub(super) fn receive(&mut self, what: WaitingFor, on: NaiveDate) -> bool {
        let Some(wait) = self.wait(what) else { return false };
        let was_open = wait.open_since.take().is_some();
        if was_open {
            wait.met_on = Some(on);
        }
        was_open
    }

    /// Forgets all that was asked and all that came about identity.
    pub(super) fn waive_identity(&mut self) {
        self.identity = Wait::default();
    }

    /// Everything that is awaited comes on one day: "if it came today".
    pub(super) fn receive_all(&mut self, on: NaiveDate) {
        for what in [WaitingFor::Identity, WaitingFor::Authority, WaitingFor::Fee] {
            self.receive(what, on);
        }
    }

    /// What has been awaited longest.
    pub(super) fn waiting(&self) -> Option<Waiting> {
        [
            (WaitingFor::Identity, self.identity),
            (WaitingFor::Authority, self.authority),
            (WaitingFor::Fee, self.fee),
        ]
        .into_iter()
        .filter_map(|(what, wait)| Some(Waiting { what, since: wait.open_since? }))
        .min_by_key(|waiting| waiting.since)
    }

    /// The day the clock started: the latest of receipt and all that came. `None` while anything is awaited.
    pub(super) fn started_on(&self, received_on: NaiveDate) -> Option<NaiveDate> {
        if self.waiting().is_some() {
            return None;
        }
        let came = [self.identity.met_on, self.authority.met_on, self.fee.met_on];
        came.into_iter().flatten().chain([received_on]).max()
    }

    fn wait(&mut self, what: WaitingFor) -> Option<&mut Wait> {
        match what {
            WaitingFor::Identity => Some(&mut self.identity),
            WaitingFor::Authority => Some(&mut self.authority),
            WaitingFor::Fee => Some(&mut self.fee),
            WaitingFor::Clarification => None,
        }
    }
}
