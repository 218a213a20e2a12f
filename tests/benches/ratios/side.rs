//! Two things beside each other.

use std::time::{Duration, Instant};

/// Something to be timed, with its name; it is told which round it is.
pub(crate) type Timed<'a> = (&'a str, &'a mut dyn FnMut(u32));

/// Runs the two in turn and prints what they took, by the clock and of this thread's processor time, and both ratios.
pub(crate) fn compare(title: &str, rounds: u32, (one, first): Timed<'_>, (other, second): Timed<'_>) {
    let (mut ones, mut others) = (Vec::new(), Vec::new());
    for round in 0..rounds {
        ones.push(timed(|| first(round)));
        others.push(timed(|| second(round)));
    }
    let (ones, others) = (median(&ones), median(&others));
    println!("{title}");
    say(one, ones, None);
    say(other, others, Some(ones));
}

/// By the clock, and on the processor.
pub(crate) type Taken = (Duration, Duration);

/// One line of a comparison; with the ratio to another.
pub(crate) fn say(name: &str, taken: Taken, beside: Option<Taken>) {
    let ratio = beside
        .map(|beside| format!("   × {:.1}, × {:.1}", ratio(taken.0, beside.0), ratio(taken.1, beside.1)))
        .unwrap_or_default();
    println!("    {name:<52} {:>10.2?}  processor {:>10.2?}{ratio}", taken.0, taken.1);
}

pub(crate) fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64().max(f64::EPSILON)
}

pub(crate) fn timed(work: impl FnOnce()) -> Taken {
    let (begun, spent) = (Instant::now(), processor_time());
    work();
    (begun.elapsed(), processor_time().saturating_sub(spent))
}

/// The median by the clock; the mean on the processor, which the system counts in steps too coarse for one round.
pub(crate) fn median(taken: &[Taken]) -> Taken {
    let mut clock: Vec<Duration> = taken.iter().map(|each| each.0).collect();
    clock.sort();
    let rounds = u32::try_from(taken.len()).unwrap_or(u32::MAX).max(1);
    let processor: Duration = taken.iter().map(|each| each.1).sum();
    (clock.get(clock.len() / 2).copied().unwrap_or_default(), processor / rounds)
}

/// What this thread has used of a processor; nothing where the system does not say.
fn processor_time() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = told.split(' ').next().and_then(|first| first.parse().ok());
    Duration::from_nanos(nanoseconds.unwrap_or_default())
}
