//! Lines for the terminal. A closed pipe is not an error: the reader has seen enough.

use std::io::Write;
use std::time::Duration;

/// One line on standard output.
pub(crate) fn line(text: &str) {
    let mut out = std::io::stdout().lock();
    drop(writeln!(out, "{text}").and_then(|()| out.flush()));
}

/// One line on standard error, where a chore says why it stopped.
pub(crate) fn trouble(text: &str) {
    drop(writeln!(std::io::stderr().lock(), "cargo dev: {text}"));
}

/// "3.4 s", "4 min 05 s".
pub(crate) fn duration(taken: Duration) -> String {
    let seconds = taken.as_secs();
    if seconds < 60 {
        format!("{seconds}.{} s", taken.subsec_millis() / 100)
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::duration;
    use std::time::Duration;

    #[test]
    fn durations_read_like_a_stopwatch() {
        for (milliseconds, text) in
            [(0, "0.0 s"), (3_449, "3.4 s"), (59_999, "59.9 s"), (245_000, "4 min 05 s")]
        {
            assert_eq!(duration(Duration::from_millis(milliseconds)), text);
        }
    }
}
