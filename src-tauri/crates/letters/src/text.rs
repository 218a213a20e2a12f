//! Text as it comes from people and imports, made fit for paper: one form of each accented letter, no characters that
//! draw nothing or turn the writing direction.

use unicode_normalization::UnicodeNormalization;

/// Composed form (NFC), Unix line ends, without control characters, byte order marks, soft hyphens, zero-width spaces
/// and characters that override the writing direction. Tabs become spaces. Joiners stay: they shape letters.
pub(crate) fn clean(text: &str) -> String {
    let unified = text.replace("\r\n", "\n");
    unified
        .nfc()
        .filter_map(|character| match character {
            '\n' => Some('\n'),
            '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{0B}' | '\u{0C}' => Some('\n'),
            '\t' => Some(' '),
            _ if character.is_control() || is_invisible(character) => None,
            _ => Some(character),
        })
        .collect()
}

/// The same on one line, without white space at the ends or doubled.
pub(crate) fn clean_line(text: &str) -> String {
    let cleaned = clean(text);
    // Not split_whitespace: a no-break space is white space too, and stays what it is.
    cleaned.split([' ', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// White space of any kind, or nothing at all.
pub(crate) fn is_blank(text: &str) -> bool {
    clean(text).trim().is_empty()
}

const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}'
    )
}

/// Markdown that draws exactly this line, whatever is in it.
pub(crate) fn literal(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len() + 8);
    for character in line.chars() {
        if character.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// Markdown of what somebody typed into a box: an empty line parts paragraphs, lines that begin with `-`, `•` or `*`
/// and a space are a list, other line ends are kept. Everything else is drawn literally.
pub(crate) fn typed(text: &str) -> String {
    let cleaned = clean(text);
    let mut markdown = String::new();
    let mut before = Line::Empty;
    for line in cleaned.lines().map(str::trim) {
        let (kind, words) = kind_of(line);
        match (before, kind) {
            (_, Line::Empty) => {}
            (Line::Empty, _) => markdown.push_str("\n\n"),
            (Line::Text, Line::Text) => markdown.push_str("\\\n"),
            (Line::Entry, Line::Entry) => markdown.push('\n'),
            // A line that goes on from an entry belongs to it.
            (Line::Entry, Line::Text) => markdown.push_str("\\\n  "),
            (Line::Text, Line::Entry) => markdown.push_str("\n\n"),
        }
        if matches!(kind, Line::Entry) {
            markdown.push_str("- ");
        }
        markdown.push_str(&literal(words));
        before = if matches!((before, kind), (Line::Entry, Line::Text)) { Line::Entry } else { kind };
    }
    markdown.trim_start().to_owned()
}

#[derive(Clone, Copy)]
enum Line {
    Empty,
    Text,
    Entry,
}

fn kind_of(line: &str) -> (Line, &str) {
    if line.is_empty() {
        return (Line::Empty, line);
    }
    let entry = ["- ", "• ", "* ", "– "].iter().find_map(|mark| line.strip_prefix(mark));
    entry.map_or((Line::Text, line), |words| (Line::Entry, words.trim_start()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{clean, clean_line, literal, typed};
    use crate::blocks::{Block, Span, read};

    fn drawn(blocks: &[Block]) -> String {
        let mut all = String::new();
        for block in blocks {
            match block {
                Block::Paragraph(spans) => all.extend(spans.iter().map(|span: &Span| span.text.as_str())),
                Block::List { entries, .. } => all.extend(entries.iter().map(|entry| drawn(entry))),
                other => panic!("{other:?}"),
            }
        }
        all
    }

    #[test]
    fn what_draws_nothing_is_taken_out() {
        let nasty = "a\u{FEFF}b\u{AD}c\u{200B}d\u{202E}e\0f\tg\r\nh\u{2028}i";
        assert_eq!(clean(nasty), "abcdef g\nh\ni");
        assert_eq!(clean_line("  a \r\n b\u{A0}c  "), "a b\u{A0}c");
    }

    #[test]
    fn composed_and_decomposed_accents_become_the_same() {
        assert_eq!(clean("o\u{323}\u{308}"), clean("\u{F6}\u{323}"));
        assert_eq!(clean("w\u{302}"), "ŵ");
    }

    #[test]
    fn a_name_full_of_markup_is_drawn_as_it_is() {
        for name in [
            "# *Bobby* <b>",
            "{{ case.id }}",
            "{% raw %}",
            "## heading",
            "=HYPERLINK(\"x\")",
            "1. one",
            "&amp;",
        ] {
            assert_eq!(drawn(&read(&literal(name)).unwrap()), name);
        }
    }

    #[test]
    fn paragraphs_lists_and_line_ends_are_understood() {
        let blocks = read(&typed("One\ntwo\n\n- a\n- b\n  more\n\nEnd")).unwrap();
        assert_eq!(blocks.len(), 3);
        assert!(matches!(&blocks[0], Block::Paragraph(spans) if spans[0].text == "One\ntwo"));
        assert!(matches!(&blocks[1], Block::List { entries, .. } if entries.len() == 2));
        let straight = read(&typed("Three things:\n- a\n- b")).unwrap();
        assert!(matches!(&straight[1], Block::List { entries, .. } if entries.len() == 2));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_into_a_line_is_drawn_literally(line in "[ -~éŵЖ]{1,60}") {
            let line = clean_line(&line);
            prop_assume!(!line.is_empty());
            prop_assert_eq!(drawn(&read(&literal(&line)).unwrap()), line);
        }

        #[test]
        fn no_words_are_lost_from_what_is_typed(text in "[ -~\n]{0,200}") {
            let blocks = read(&typed(&text)).unwrap();
            let keep = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            prop_assert_eq!(keep(&drawn(&blocks)), keep(&text));
        }
    }
}
