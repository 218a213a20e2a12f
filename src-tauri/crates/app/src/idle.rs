//! How long the DPO may do nothing before the casebook locks.

use std::time::Duration;

use crate::gatehouse::Gate;

/// Without a setting.
const USUAL_MINUTES: u64 = 15;

/// How long the DPO may do nothing before the casebook locks.
#[must_use]
pub fn idle_limit(_gate: &Gate) -> Duration {
    Duration::from_secs(USUAL_MINUTES * 60)
}
