//! Files made of lines, each ended by a line feed.

use super::fault::{Fault, Wrong};

/// The lines of a file with their numbers, counted from 1. An empty file has none.
pub(super) fn numbered<'a>(
    file: &str,
    content: &'a [u8],
) -> Result<impl Iterator<Item = (u64, &'a [u8])> + use<'a>, Fault> {
    let complete = match content {
        [] => content,
        [lines @ .., b'\n'] => lines,
        _ => return Err(Fault::of(file, Wrong::CutOff)),
    };
    let count = if content.is_empty() { 0 } else { usize::MAX };
    Ok((1..).zip(complete.split(|byte| *byte == b'\n').take(count)))
}
