//! How long the DPO may do nothing before the casebook locks.

use std::time::Duration;

use crate::gatehouse::Gate;

/// Without a setting.
const USUAL_MINUTES: u64 = 15;

/// How long the DPO may do nothing before the casebook locks.
#[must_use]
pub fn idle_limit(gate: &Gate) -> Duration {
    let minutes = gate.open().map_or(USUAL_MINUTES, |open| u64::from(open.idle_minutes()));
    Duration::from_secs(minutes * 60)
}
