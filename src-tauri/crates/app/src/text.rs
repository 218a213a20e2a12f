//! Text that came from outside: kept as it is, with a word about what cannot be seen.

/// Pasted text up to this size is accepted, in bytes.
pub(crate) const LONGEST_TEXT: usize = 8 * 1024 * 1024;

/// What is hidden in a text: controls, zero-width characters, marks that turn the direction of writing.
pub(crate) fn hidden_characters(text: &str) -> usize {
    text.chars().filter(|c| is_hidden(*c)).count()
}

/// Whether a character does something on screen without being seen.
pub(crate) const fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// A sentence about hidden characters, if there are any.
pub(crate) fn hidden_note(text: &str) -> Option<String> {
    match hidden_characters(text) {
        0 => None,
        1 => Some(
            "The text holds 1 character that cannot be seen. It is kept as it came and shown with a mark."
                .to_owned(),
        ),
        many => Some(format!(
            "The text holds {many} characters that cannot be seen. They are kept as they came and shown with a mark."
        )),
    }
}

/// The text with every hidden character shown as a mark, for the screen. What is kept is not changed.
pub(crate) fn shown(text: &str) -> String {
    text.chars().map(|c| if is_hidden(c) { '\u{fffd}' } else { c }).collect()
}

/// A name or a line of an address as it is recorded: trimmed, in composed form, hidden characters and line ends gone.
/// The page shows the result at once, so nothing changes silently.
pub(crate) fn one_line(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let seen: String =
        text.nfc().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !is_hidden(*c)).collect();
    seen.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{hidden_characters, hidden_note, one_line, shown};

    #[test]
    fn a_turned_file_name_shows_its_mark() {
        let text = "invoice\u{202e}fdp.exe";
        assert_eq!(hidden_characters(text), 1);
        assert_eq!(shown(text), "invoice\u{fffd}fdp.exe");
        assert!(hidden_note(text).is_some());
    }

    #[test]
    fn ordinary_text_in_any_script_hides_nothing() {
        for text in ["Dear Sir,\r\n\tthank you", "Żółkiewska", "שלום", "こんにちは", "😀"] {
            assert_eq!(hidden_note(text), None, "{text}");
        }
    }

    #[test]
    fn a_line_is_trimmed_and_composed() {
        assert_eq!(one_line("  Zo\u{200b}fia \n Z\u{307}o\u{301}łkiewska\u{a0} "), "Zofia Żółkiewska");
    }
}
