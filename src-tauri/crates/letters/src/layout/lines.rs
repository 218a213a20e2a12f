//! A paragraph to lines: writing directions once per paragraph, line breaks by UAX 14, words never split unless one is
//! wider than the line.

use std::ops::Range;

use unicode_bidi::{Level, ParagraphBidiInfo};
use unicode_linebreak::linebreaks;
use unicode_segmentation::UnicodeSegmentation;

use super::Length;
use super::fonts::{Face, face_for};
use super::shape::{Glyph, shape_run};
use crate::RenderError;
use crate::blocks::{Span, Style};

/// Glyphs of one face and one direction, in visual order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The face.
    pub face: Face,
    /// Written from right to left.
    pub right_to_left: bool,
    /// The characters, in the order they are read.
    pub text: String,
    /// The glyphs, left to right.
    pub glyphs: Vec<Glyph>,
}

/// One line of text, not yet anywhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextLine {
    /// The characters, in the order they are read.
    pub text: String,
    /// Runs from left to right.
    pub runs: Vec<Run>,
}

impl TextLine {
    /// Width in thousandths of an em.
    pub(crate) fn units(&self) -> i32 {
        self.runs.iter().flat_map(|run| &run.glyphs).map(|glyph| glyph.advance).sum()
    }

    /// Width at a size.
    #[must_use]
    pub fn width(&self, size: Length) -> Length {
        scaled(self.units(), size)
    }
}

/// Thousandths of an em at a size, as a length.
pub(crate) fn scaled(units: i32, size: Length) -> Length {
    let exact = i64::from(units) * i64::from(size) / 1000;
    Length::try_from(exact).unwrap_or(Length::MAX)
}

/// Breaks a paragraph into lines of at most `width`. A line break in the text is kept.
///
/// # Errors
/// [`RenderError::Undrawable`] naming every character of the paragraph that no face has.
pub(crate) fn break_lines(spans: &[Span], size: Length, width: Length) -> Result<Vec<TextLine>, RenderError> {
    let mut lines = Vec::new();
    for hard_line in split_hard_lines(spans) {
        let paragraph = Paragraph::new(&hard_line)?;
        for range in paragraph.ranges(size, width) {
            lines.push(paragraph.line(range)?);
        }
    }
    Ok(lines)
}

/// One line of text that is not broken, whatever its width.
pub(crate) fn single_line(text: &str, style: Style) -> Result<TextLine, RenderError> {
    let paragraph = Paragraph::new(&[Span { text: text.replace('\n', " "), style }])?;
    let whole = 0..paragraph.text.len();
    paragraph.line(whole)
}

fn split_hard_lines(spans: &[Span]) -> Vec<Vec<Span>> {
    let mut lines = vec![Vec::new()];
    for span in spans {
        for (number, part) in span.text.split('\n').enumerate() {
            if number > 0 {
                lines.push(Vec::new());
            }
            if let Some(line) = lines.last_mut() {
                line.push(Span { text: part.to_owned(), style: span.style });
            }
        }
    }
    lines
}

/// A stretch of one face and one direction.
struct Stretch {
    range: Range<usize>,
    face: Face,
}

/// A paragraph made ready: directions known, faces chosen, widths measured.
struct Paragraph {
    text: String,
    levels: Vec<Level>,
    stretches: Vec<Stretch>,
    /// Where each cluster begins and how wide it is, in reading order.
    advances: Vec<(usize, i32)>,
}

impl Paragraph {
    fn new(spans: &[Span]) -> Result<Self, RenderError> {
        let text: String = spans.iter().map(|span| span.text.as_str()).collect();
        let levels = ParagraphBidiInfo::new(&text, Some(Level::ltr())).levels;
        let stretches = choose_faces(spans)?;
        let mut paragraph = Self { text, levels, stretches, advances: Vec::new() };
        paragraph.measure()?;
        Ok(paragraph)
    }

    fn level_at(&self, at: usize) -> Level {
        self.levels.get(at).copied().unwrap_or(Level::ltr())
    }

    /// The parts of a range that have one level and one face.
    fn parts(&self, range: &Range<usize>) -> Vec<(Range<usize>, Face, Level)> {
        let mut parts = Vec::new();
        for stretch in &self.stretches {
            let start = stretch.range.start.max(range.start);
            let end = stretch.range.end.min(range.end);
            let mut from = start;
            while from < end {
                let level = self.level_at(from);
                let mut to = from + 1;
                while to < end && (self.level_at(to) == level || !self.text.is_char_boundary(to)) {
                    to += 1;
                }
                parts.push((from..to, stretch.face, level));
                from = to;
            }
        }
        parts
    }

    fn measure(&mut self) -> Result<(), RenderError> {
        let mut advances = Vec::new();
        for (range, face, level) in self.parts(&(0..self.text.len())) {
            let part = self.text.get(range.clone()).unwrap_or_default();
            for glyph in shape_run(part, range.start, face, level.is_rtl())? {
                advances.push((glyph.cluster, glyph.advance));
            }
        }
        advances.sort_by_key(|(at, _)| *at);
        self.advances = advances;
        Ok(())
    }

    /// Width of a range without the white space at its end.
    fn width(&self, range: &Range<usize>, size: Length) -> Length {
        let visible = self.text.get(range.clone()).unwrap_or_default().trim_end_matches(' ').len();
        let end = range.start + visible;
        let first = self.advances.partition_point(|(at, _)| *at < range.start);
        let units = self.advances.iter().skip(first).take_while(|(at, _)| *at < end).map(|(_, units)| *units);
        scaled(units.sum(), size)
    }

    /// Where the lines begin and end.
    fn ranges(&self, size: Length, width: Length) -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        let mut start = 0;
        let mut fits = 0;
        for (end, _) in linebreaks(&self.text).filter(|(end, _)| !self.parts_a_short_word(*end)) {
            if fits > start && self.width(&(start..end), size) > width {
                lines.push(start..fits);
                start = fits;
            }
            if self.width(&(start..end), size) > width {
                self.split_word(&mut start, end, size, width, &mut lines);
            }
            fits = end;
        }
        lines.push(start..self.text.len());
        lines
    }

    /// A break after a hyphen that would leave "e-" at the end of a line.
    fn parts_a_short_word(&self, at: usize) -> bool {
        let before = self.text.get(..at).unwrap_or_default();
        before.strip_suffix('-').is_some_and(|word| {
            word.chars().rev().take_while(|character| character.is_alphanumeric()).take(3).count() < 3
        })
    }

    /// A word wider than the line is cut between characters as readers see them.
    fn split_word(
        &self,
        start: &mut usize,
        end: usize,
        size: Length,
        width: Length,
        lines: &mut Vec<Range<usize>>,
    ) {
        let word = *start..end;
        let mut fits = *start;
        for (at, grapheme) in self.text.get(word.clone()).unwrap_or_default().grapheme_indices(true) {
            let next = word.start + at + grapheme.len();
            if fits > *start && self.width(&(*start..next), size) > width {
                lines.push(*start..fits);
                *start = fits;
            }
            fits = next;
        }
    }

    /// Shapes one line and puts its runs into visual order.
    fn line(&self, range: Range<usize>) -> Result<TextLine, RenderError> {
        let visible = self.text.get(range.clone()).unwrap_or_default().trim_end_matches(' ');
        let mut end = range.start + visible.len();
        // One space stays at the end of a line that goes on, or the words on either side would be copied as one.
        if end < range.end && !self.level_at(end).is_rtl() {
            end += 1;
        }
        let range = range.start..end;
        let parts = self.parts(&range);
        let levels: Vec<Level> = parts.iter().map(|(_, _, level)| *level).collect();
        let mut runs = Vec::new();
        for index in ParagraphBidiInfo::reorder_visual(&levels) {
            let Some((part, face, level)) = parts.get(index).cloned() else { continue };
            let text = self.text.get(part.clone()).unwrap_or_default();
            let glyphs = shape_run(text, part.start, face, level.is_rtl())?;
            runs.push(Run { face, right_to_left: level.is_rtl(), text: text.to_owned(), glyphs });
        }
        Ok(TextLine { text: visible.to_owned(), runs })
    }
}

/// Cuts the paragraph where the face changes; names all characters that no face has.
fn choose_faces(spans: &[Span]) -> Result<Vec<Stretch>, RenderError> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut missing = String::new();
    let mut at = 0;
    for span in spans {
        for character in span.text.chars() {
            let end = at + character.len_utf8();
            let before = stretches.last().map(|stretch| stretch.face);
            match face_for(character, span.style, before)? {
                None => missing.push(character),
                Some(face) => match stretches.last_mut() {
                    Some(last) if last.face == face => last.range.end = end,
                    _ => stretches.push(Stretch { range: at..end, face }),
                },
            }
            at = end;
        }
    }
    if missing.is_empty() { Ok(stretches) } else { Err(RenderError::undrawable(&missing)) }
}

#[cfg(test)]
mod tests {
    use super::{break_lines, single_line};
    use crate::RenderError;
    use crate::blocks::{Span, Style};
    use crate::layout::PT;

    fn broken(text: &str, width: i32) -> Vec<String> {
        let spans = [Span { text: text.to_owned(), style: Style::Regular }];
        break_lines(&spans, 12 * PT, width * PT).unwrap().into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn lines_break_between_words_and_keep_within_the_width() {
        let spans = [Span {
            text: "We made a reasonable and proportionate search ".repeat(8),
            style: Style::Regular,
        }];
        let lines = break_lines(&spans, 12 * PT, 200 * PT).unwrap();
        assert!(lines.len() > 5);
        for line in &lines {
            assert!(line.width(12 * PT) <= 200 * PT, "{}", line.text);
            assert!(!line.text.ends_with(' '));
        }
        let joined: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(joined.join(" "), spans[0].text.trim_end());
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut_and_loses_nothing() {
        let address = format!("https://example.org/{}", "abcdefghij".repeat(18));
        let lines = broken(&address, 200);
        assert!(lines.len() > 3);
        assert_eq!(lines.concat(), address);
    }

    #[test]
    fn a_short_beginning_is_not_parted_at_its_hyphen() {
        let lines = broken(&"an e-mail or half-finished ".repeat(10), 120);
        assert!(lines.iter().all(|line| !line.ends_with(" e-") && line != "e-"), "{lines:?}");
        assert!(lines.iter().any(|line| line.ends_with("half-")), "{lines:?}");
    }

    #[test]
    fn a_line_break_in_the_text_is_kept() {
        assert_eq!(broken("one\ntwo three", 400), ["one", "two three"]);
        assert_eq!(broken("", 400), [""]);
    }

    #[test]
    fn a_hebrew_name_among_latin_words_is_turned_and_the_rest_stays() {
        let line = single_line("c/o 12 (דוד לוי) Road", Style::Regular).unwrap();
        assert_eq!(line.text, "c/o 12 (דוד לוי) Road");
        let order: Vec<&str> = line.runs.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(order.first(), Some(&"c/o 12 ("));
        assert_eq!(order.last(), Some(&") Road"));
        // The second Hebrew word stands left of the first.
        let david = order.iter().position(|run| run.contains("דוד"));
        let levi = order.iter().position(|run| run.contains("לוי"));
        assert!(levi < david, "{order:?}");
    }

    #[test]
    fn all_characters_without_a_glyph_are_named_once() {
        let spans = [Span { text: "山田 and 山".to_owned(), style: Style::Regular }];
        let RenderError::Undrawable { characters } = break_lines(&spans, PT, PT).unwrap_err() else {
            panic!("another error");
        };
        assert_eq!(characters, "山 (U+5C71), 田 (U+7530)");
    }
}
