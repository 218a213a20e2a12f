//! What the process forbids itself at the start. Each step may fail on a strange system; none of them is worth not
//! starting for, so failure is not an error.

/// No memory image after a crash, no reading of our memory by other programs of the same user, and new files readable
/// by their owner only.
#[cfg(target_os = "linux")]
pub(crate) fn harden() {
    use rustix::fs::Mode;
    use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit, umask};

    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    umask(Mode::RWXG | Mode::RWXO);
}

/// Other systems: nothing yet.
#[cfg(not(target_os = "linux"))]
pub(crate) fn harden() {}
