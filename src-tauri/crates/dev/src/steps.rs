//! Steps done one after the other, timed, until one says no; then a table of all.

use crate::say;
use crate::stop::Stop;
use std::time::{Duration, Instant};

/// One thing that must hold.
pub(crate) struct Step<Given> {
    /// What holds afterwards, in two or three words.
    pub(crate) name: &'static str,
    /// Finds out.
    pub(crate) work: fn(&Given) -> Result<(), Stop>,
}

/// Does the steps in order and stops at the first that fails. The last line printed is of the form
/// "12 passed, 0 failed".
///
/// # Errors
/// [`Stop::Told`], after the table: the count stays the last line.
pub(crate) fn all<Given>(steps: &[Step<Given>], given: &Given) -> Result<(), Stop> {
    let mut taken: Vec<Duration> = Vec::new();
    let mut outcome = Ok(());
    for (number, step) in steps.iter().enumerate() {
        say::line(&format!("\n== {} of {}: {} ==", number + 1, steps.len(), step.name));
        let start = now();
        let answer = (step.work)(given);
        taken.push(start.elapsed());
        let time = say::duration(start.elapsed());
        match answer {
            Ok(()) => say::line(&format!("== {}: passed in {time} ==", step.name)),
            Err(stop) => {
                say::line(&format!("== {}: FAILED after {time} ==\n{stop}", step.name));
                outcome = Err(Stop::Told(stop.exit_code()));
                break;
            }
        }
    }
    say::line(&summary(steps, &taken, outcome.is_err()));
    outcome
}

/// The table and the count; when `failed`, the last of the steps that took time is the one.
fn summary<Given>(steps: &[Step<Given>], taken: &[Duration], failed: bool) -> String {
    let mut lines = vec![String::new()];
    for (number, step) in steps.iter().enumerate() {
        let is_last = number + 1 == taken.len();
        let (outcome, time) = match taken.get(number) {
            Some(time) if failed && is_last => ("FAILED", say::duration(*time)),
            Some(time) => ("passed", say::duration(*time)),
            None => ("not run", String::new()),
        };
        lines.push(format!("{:<26} {outcome:<8} {time:>12}", step.name).trim_end().to_owned());
    }
    lines.push(format!("{:<26} {:<8} {:>12}", "together", "", say::duration(taken.iter().sum())));
    let failures = usize::from(failed);
    lines.push(format!("{} passed, {failures} failed", taken.len() - failures));
    lines.join("\n")
}

#[expect(clippy::disallowed_methods, reason = "a stopwatch for the developer; nothing is dated by it")]
fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use super::{Step, summary};
    use std::time::Duration;

    const STEPS: [Step<()>; 3] = [
        Step { name: "first", work: |()| Ok(()) },
        Step { name: "second", work: |()| Ok(()) },
        Step { name: "third", work: |()| Ok(()) },
    ];

    #[test]
    fn the_last_line_counts_the_steps() {
        let all = summary(&STEPS, &[Duration::from_secs(1); 3], false);
        assert!(all.ends_with("\n3 passed, 0 failed"), "{all}");
    }

    #[test]
    fn a_failed_step_is_named_and_what_comes_after_it_is_not_run() {
        let stopped = summary(&STEPS, &[Duration::from_secs(1); 2], true);
        let lines: Vec<&str> = stopped.lines().skip(1).collect();
        assert!(lines[0].starts_with("first ") && lines[0].contains("passed"), "{stopped}");
        assert!(lines[1].starts_with("second ") && lines[1].contains("FAILED"), "{stopped}");
        assert!(lines[2].starts_with("third ") && lines[2].ends_with("not run"), "{stopped}");
        assert!(stopped.ends_with("\n1 passed, 1 failed"), "{stopped}");
    }
}
