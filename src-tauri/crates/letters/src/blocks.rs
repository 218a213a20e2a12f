//! Paragraphs, headings, lists, tables: what a letter says, before it has a shape.
//!
//! Templates are written in a small part of Markdown. What is outside that part (pictures, links, HTML, code) is an
//! error of the template, never dropped in silence.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::RenderError;

/// Opens a locked clause in rendered Markdown; the clause's id follows. A control character, which no value of a
/// letter can contain ([`crate::text::clean`] takes them out), so nobody can write a clause into a field.
pub(crate) const CLAUSE_OPENS: char = '\u{2}';
/// Closes the clause opened before.
pub(crate) const CLAUSE_CLOSES: char = '\u{3}';

/// How letters look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Style {
    /// Upright.
    #[default]
    Regular,
    /// Bold.
    Bold,
    /// Slanted.
    Italic,
}

/// A stretch of text of one style. A line feed in it is a line break.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// Its style.
    pub style: Style,
}

impl Span {
    /// Upright text.
    #[must_use]
    pub fn regular(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: Style::Regular }
    }

    /// Bold text.
    #[must_use]
    pub fn bold(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: Style::Bold }
    }
}

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading: 1 is the subject of the letter, 2 one of its parts.
    Heading {
        /// 1 or 2.
        level: u8,
        /// Its words.
        spans: Vec<Span>,
    },
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A list.
    List {
        /// Numbered from 1; else bulleted.
        numbered: bool,
        /// The entries.
        entries: Vec<Vec<Self>>,
    },
    /// Somebody else's words.
    Quote(Vec<Self>),
    /// A table.
    Table {
        /// The words over the columns.
        headers: Vec<Vec<Span>>,
        /// The rows.
        rows: Vec<Vec<Vec<Span>>>,
    },
    /// A word and empty lines to write on by hand.
    FillIn {
        /// What to write.
        label: String,
        /// Number of lines.
        lines: u8,
    },
    /// An empty box to tick, and what it means.
    Tick(String),
    /// Groups of characters to be read and typed by a person: large, each in a place of the same width.
    Key(Vec<String>),
    /// The next block begins a new page.
    NewPage,
    /// A locked clause.
    Clause {
        /// Its id.
        id: String,
        /// Its text.
        blocks: Vec<Self>,
    },
}

/// Reads the part of Markdown that letters use.
///
/// # Errors
/// [`RenderError::Template`] for anything outside that part, and for a clause that is opened and not closed.
pub(crate) fn read(markdown: &str) -> Result<Vec<Block>, RenderError> {
    let mut reader = Reader { events: Parser::new_ext(markdown, Options::ENABLE_TABLES) };
    let blocks = reader.blocks(None)?;
    gather_clauses(blocks)
}

struct Reader<'a> {
    events: Parser<'a>,
}

fn unknown(what: &str) -> RenderError {
    RenderError::Template(format!("{what} cannot be used in a letter"))
}

impl Reader<'_> {
    fn blocks(&mut self, until: Option<TagEnd>) -> Result<Vec<Block>, RenderError> {
        let mut blocks = Vec::new();
        // Text straight inside an entry of a tight list, without a paragraph around it.
        let mut loose: Vec<Span> = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::End(end) if Some(end) == until => break,
                Event::Start(tag) if !is_inline(&tag) => {
                    end_loose(&mut loose, &mut blocks);
                    blocks.push(self.block(&tag)?);
                }
                Event::Rule => {
                    end_loose(&mut loose, &mut blocks);
                    blocks.push(Block::NewPage);
                }
                other => self.inline(other, Style::Regular, &mut loose)?,
            }
        }
        end_loose(&mut loose, &mut blocks);
        Ok(blocks)
    }

    fn block(&mut self, tag: &Tag<'_>) -> Result<Block, RenderError> {
        let end = tag.to_end();
        Ok(match tag {
            Tag::Paragraph => Block::Paragraph(self.spans(end)?),
            Tag::Heading { level, .. } => Block::Heading { level: level_of(*level), spans: self.spans(end)? },
            Tag::BlockQuote(_) => Block::Quote(self.blocks(Some(end))?),
            Tag::List(first) => self.list(first.is_some(), end)?,
            Tag::Table(_) => self.table()?,
            _ => return Err(unknown("this markup")),
        })
    }

    fn list(&mut self, numbered: bool, end: TagEnd) -> Result<Block, RenderError> {
        let mut entries = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => entries.push(self.blocks(Some(TagEnd::Item))?),
                Event::End(found) if found == end => break,
                _ => return Err(unknown("this kind of list")),
            }
        }
        Ok(Block::List { numbered, entries })
    }

    fn table(&mut self) -> Result<Block, RenderError> {
        let mut headers = Vec::new();
        let mut rows = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead) => headers = self.cells(TagEnd::TableHead)?,
                Event::Start(Tag::TableRow) => rows.push(self.cells(TagEnd::TableRow)?),
                Event::End(TagEnd::Table) => break,
                _ => return Err(unknown("this kind of table")),
            }
        }
        Ok(Block::Table { headers, rows })
    }

    fn cells(&mut self, end: TagEnd) -> Result<Vec<Vec<Span>>, RenderError> {
        let mut cells = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => cells.push(self.spans(TagEnd::TableCell)?),
                Event::End(found) if found == end => break,
                _ => return Err(unknown("this kind of table")),
            }
        }
        Ok(cells)
    }

    fn spans(&mut self, end: TagEnd) -> Result<Vec<Span>, RenderError> {
        let mut spans = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::End(found) if found == end => break,
                other => self.inline(other, Style::Regular, &mut spans)?,
            }
        }
        keep_together(&mut spans);
        Ok(spans)
    }

    fn inline(&mut self, event: Event<'_>, style: Style, spans: &mut Vec<Span>) -> Result<(), RenderError> {
        match event {
            Event::Text(text) => push(spans, &text, style),
            Event::SoftBreak => push(spans, " ", style),
            Event::HardBreak => push(spans, "\n", style),
            Event::Start(tag @ (Tag::Strong | Tag::Emphasis)) => {
                let inner = if matches!(tag, Tag::Strong) { Style::Bold } else { Style::Italic };
                let end = tag.to_end();
                while let Some(event) = self.events.next() {
                    if event == Event::End(end) {
                        break;
                    }
                    self.inline(event, inner, spans)?;
                }
            }
            _ => return Err(unknown("this markup")),
        }
        Ok(())
    }
}

const fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Strong | Tag::Emphasis | Tag::Link { .. } | Tag::Image { .. } | Tag::Strikethrough)
}

const fn level_of(level: HeadingLevel) -> u8 {
    if matches!(level, HeadingLevel::H1) { 1 } else { 2 }
}

fn push(spans: &mut Vec<Span>, text: &str, style: Style) {
    match spans.last_mut() {
        Some(last) if last.style == style => last.text.push_str(text),
        _ => spans.push(Span { text: text.to_owned(), style }),
    }
}

fn end_loose(loose: &mut Vec<Span>, blocks: &mut Vec<Block>) {
    if !loose.is_empty() {
        keep_together(loose);
        blocks.push(Block::Paragraph(std::mem::take(loose)));
    }
}

/// Keeps a day with its month and a number with what it numbers: nobody reads "2" well at the end of a line and
/// "October" at the beginning of the next.
fn keep_together(spans: &mut [Span]) {
    for span in spans {
        let mut kept = String::with_capacity(span.text.len() + 8);
        let mut before = "";
        for (number, word) in span.text.split(' ').enumerate() {
            if number > 0 {
                kept.push(if belongs_to(before, word) { '\u{A0}' } else { ' ' });
            }
            kept.push_str(word);
            before = word;
        }
        span.text = kept;
    }
}

fn belongs_to(before: &str, word: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    const NUMBERED: [&str; 8] =
        ["Article", "Articles", "Schedule", "section", "sections", "paragraph", "paragraphs", "page"];
    let is_number = |text: &str| text.starts_with(|first: char| first.is_ascii_digit());
    let is_day = is_number(before) && before.len() <= 2;
    let named = before.trim_start_matches('(');
    is_day && MONTHS.iter().any(|month| word.starts_with(month))
        || NUMBERED.contains(&named) && is_number(word)
}

/// Puts the blocks between the marks of a clause into one [`Block::Clause`].
fn gather_clauses(blocks: Vec<Block>) -> Result<Vec<Block>, RenderError> {
    let mut gathered = Vec::new();
    let mut open: Option<(String, Vec<Block>)> = None;
    for block in blocks {
        let mark = mark_of(&block);
        match (mark, &mut open) {
            (Some(Mark::Opens(id)), None) => open = Some((id, Vec::new())),
            (Some(Mark::Closes), Some(_)) => {
                if let Some((id, blocks)) = open.take() {
                    gathered.push(Block::Clause { id, blocks });
                }
            }
            (Some(_), _) => {
                return Err(RenderError::Template("a clause is opened inside another".to_owned()));
            }
            (None, Some((_, inside))) => inside.push(block),
            (None, None) => gathered.push(block),
        }
    }
    if open.is_some() {
        return Err(RenderError::Template("a clause is opened and not closed".to_owned()));
    }
    Ok(gathered)
}

enum Mark {
    Opens(String),
    Closes,
}

fn mark_of(block: &Block) -> Option<Mark> {
    let Block::Paragraph(spans) = block else { return None };
    let [span] = spans.as_slice() else { return None };
    if span.text == CLAUSE_CLOSES.to_string() {
        return Some(Mark::Closes);
    }
    span.text.strip_prefix(CLAUSE_OPENS).map(|id| Mark::Opens(id.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{Block, Span, Style, read};

    #[test]
    fn the_small_part_of_markdown_is_read() {
        let blocks = read("# One\n\nA **bold** word\\\nnext\n\n- a\n- b\n\n> said\n\n---\n").unwrap();
        assert_eq!(blocks.len(), 5);
        let Block::Paragraph(spans) = &blocks[1] else { panic!("{blocks:?}") };
        assert_eq!(spans[1], Span { text: "bold".to_owned(), style: Style::Bold });
        assert!(spans[2].text.ends_with("\nnext"));
        assert!(matches!(&blocks[2], Block::List { numbered: false, entries } if entries.len() == 2));
        assert!(matches!(&blocks[4], Block::NewPage));
    }

    #[test]
    fn markup_outside_it_is_an_error() {
        for text in ["![a](b)", "[a](b)", "`code`", "<b>x</b>", "    code", "<div>x</div>"] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn days_and_numbers_are_not_parted_from_what_they_belong_to() {
        for (text, kept) in [
            ("on 2 October 2026, and", "on 2\u{A0}October 2026, and"),
            ("12 Maybe", "12\u{A0}Maybe"),
            ("112 May", "112 May"),
            ("see (Article 15(3) or section 9)", "see (Article\u{A0}15(3) or section\u{A0}9)"),
            ("Article of 2 people", "Article of 2 people"),
        ] {
            let expected = Block::Paragraph(vec![Span::regular(kept)]);
            assert_eq!(read(text).unwrap(), [expected], "{text}");
        }
    }

    #[test]
    fn a_table_has_headers_and_rows() {
        let blocks = read("| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n").unwrap();
        assert!(
            matches!(&blocks[0], Block::Table { headers, rows } if headers.len() == 2 && rows.len() == 2)
        );
    }

    #[test]
    fn a_clause_is_gathered_and_may_not_stay_open() {
        let blocks = read("\u{2}rights\n\nText\n\n\u{3}\n").unwrap();
        assert!(matches!(&blocks[0], Block::Clause { id, blocks } if id == "rights" && blocks.len() == 1));
        assert!(read("\u{2}rights\n\nText\n").is_err());
    }
}
