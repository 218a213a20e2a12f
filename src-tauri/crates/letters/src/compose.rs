//! A letter on its sheets: letterhead, references, marking and address, the text, the close, the foot of each page.
//!
//! The address stands where the envelope's window always shows it; nothing else may stand where the window can ever
//! show it ([`crate::envelope_profiles`]). That is arithmetic here and is checked again on the result.

mod letterhead;

use casebook_law::words;

use crate::RenderError;
use crate::blocks::{Block, Span, Style};
use crate::facts::{LetterFacts, TextSize};
use crate::layout::flow::{Flow, Sizes, rule};
use crate::layout::items::{Drawn, Element, ElementKind, Item, Layout, Page, Shade, TextAt, Zone};
use crate::layout::lines::{TextLine, break_lines, single_line};
use crate::layout::pages::{Frame, paginate};
use crate::layout::{A4_HEIGHT, A4_WIDTH, Length, PT, Rect, mm10};
use crate::postal;
use crate::template::unbroken;
use crate::text::{clean_line, is_blank};

/// Left edge of the text.
const LEFT: Length = mm10(250);
/// Width of the text.
const WIDTH: Length = A4_WIDTH - LEFT - mm10(200);
/// Left edge of letterhead and references: to the right of all that a window shows.
const SIDE: Length = mm10(1220);
/// Top of the letterhead.
const TOP: Length = mm10(150);
/// Size of the address. It does not grow with the text: the window does not grow either.
const ADDRESS_SIZE: Length = 10 * PT;
/// Distance between the lines of the address.
const ADDRESS_LEADING: Length = 12 * PT;
/// Room for a signature.
const SIGNATURE: Length = 40 * PT;
/// Text of page 1 starts no higher than this.
const FIRST_TOP: Length = mm10(1000);

/// Lays a letter out.
///
/// # Errors
/// [`RenderError::Undrawable`] if a character is in none of the faces.
pub(crate) fn letter(facts: &LetterFacts, blocks: &[Block]) -> Result<Layout, RenderError> {
    let mut composer = Composer { facts, sizes: sizes_of(facts), elements: Vec::new() };
    let mut first_page = composer.letterhead()?;
    if !composer.is_large() {
        let below = first_page.iter().map(|item| item.ink().bottom()).max().unwrap_or(TOP);
        first_page.extend(composer.references(below)?);
    }
    first_page.extend(composer.address()?);
    first_page.extend(composer.fold_marks());
    let footer = composer.footer()?;
    let rows = composer.text(blocks)?;

    let ever_visible = if facts.electronic { 0 } else { facts.envelope.ever_visible().bottom() };
    let above = first_page.iter().filter(|item| item.zone != Zone::FoldMark).map(|item| item.ink().bottom());
    let above = above.chain([ever_visible]).max().unwrap_or_default();
    let frame = Frame {
        first_top: FIRST_TOP.max(above + mm10(80)),
        later_top: mm10(260) + composer.sizes.share(300),
        bottom: footer.top - mm10(40),
    };
    let mut pages = paginate(rows, frame);
    if let Some(page) = pages.first_mut() {
        first_page.append(&mut page.items);
        page.items = first_page;
    }
    composer.furnish(&mut pages, &footer)?;
    Ok(Layout {
        title: format!("{} {}", facts.kind.title(), printed_reference(facts)),
        author: clean_line(&facts.organisation.name),
        made_on: facts.dated_on.to_string(),
        pages,
        elements: composer.elements,
    })
}

/// The reference as printed: with the letter's number (`SR-2026-0042-E/3`), or marked as a draft.
#[must_use]
pub fn printed_reference(facts: &LetterFacts) -> String {
    let reference = clean_line(&facts.reference);
    match facts.number {
        _ if facts.draft => format!("{reference} (draft)"),
        Some(number) => format!("{reference}/{number}"),
        None => reference,
    }
}

const fn sizes_of(facts: &LetterFacts) -> Sizes {
    match facts.text_size {
        TextSize::Standard => Sizes::STANDARD,
        TextSize::Large => Sizes::LARGE,
    }
}

/// The foot of every page, but for the page number.
struct Footer {
    top: Length,
    items: Vec<Item>,
    number_baseline: Length,
}

struct Composer<'a> {
    facts: &'a LetterFacts,
    sizes: Sizes,
    elements: Vec<Element>,
}

impl Composer<'_> {
    fn is_large(&self) -> bool {
        self.facts.text_size == TextSize::Large
    }

    fn paragraph(&mut self) -> usize {
        self.elements.push(Element { kind: ElementKind::Paragraph, parent: None });
        self.elements.len() - 1
    }

    /// Lines under each other, each a paragraph of its own so that they are not read as one sentence.
    fn stack(
        &mut self,
        texts: &[(String, Style)],
        place: Place,
        size: Length,
    ) -> Result<(Vec<Item>, Length), RenderError> {
        let leading = size * 132 / 100;
        let mut baseline = place.top;
        let mut items = Vec::new();
        for (text, style) in texts {
            let element = self.paragraph();
            let spans = [Span { text: text.clone(), style: *style }];
            for line in break_lines(&spans, size, place.width)? {
                baseline += leading;
                items.push(text_at(line, place.x, baseline, size, place.zone, Some(element)));
            }
        }
        Ok((items, baseline))
    }

    /// Date and references beside the address.
    fn references(&mut self, below: Length) -> Result<Vec<Item>, RenderError> {
        let place = Place {
            x: SIDE,
            width: A4_WIDTH - SIDE - mm10(150),
            top: below + mm10(60),
            zone: Zone::References,
        };
        let lines: Vec<(String, Style)> =
            self.reference_lines().into_iter().map(|line| (line, Style::Regular)).collect();
        Ok(self.stack(&lines, place, self.sizes.share(830))?.0)
    }

    fn reference_lines(&self) -> Vec<String> {
        let mut lines = vec![
            words::date(self.facts.dated_on),
            format!("Our reference: {}", printed_reference(self.facts)),
        ];
        if let Some(yours) = self.facts.your_reference.as_ref().filter(|yours| !yours.is_blank()) {
            lines.push(format!("Your reference: {}", clean_line(yours.reveal())));
        }
        lines
    }

    fn address(&mut self) -> Result<Vec<Item>, RenderError> {
        let box_ = self.facts.envelope.address_box();
        let x = if box_.right() - LEFT > mm10(500) { LEFT.max(box_.x) } else { box_.x };
        let marking = if self.facts.draft { "DRAFT" } else { "PRIVATE AND CONFIDENTIAL" };
        let printed = postal::print_form(&self.facts.addressee.lines);
        let mut baseline = box_.y + ADDRESS_SIZE * 86 / 100;
        let mut items = Vec::new();
        let lines = std::iter::once((marking.to_owned(), Style::Bold, Zone::Marking))
            .chain(printed.into_iter().map(|line| (line, Style::Regular, Zone::Address)));
        for (text, style, zone) in lines {
            let element = self.paragraph();
            let line = single_line(&text, style)?;
            items.push(text_at(line, x, baseline, ADDRESS_SIZE, zone, Some(element)));
            baseline += ADDRESS_LEADING;
        }
        Ok(items)
    }

    fn fold_marks(&self) -> Vec<Item> {
        let marks = if self.facts.electronic { &[] } else { self.facts.envelope.fold.marks() };
        let mark = |y: &i32| Rect { x: mm10(50), y: mm10(*y), width: mm10(40), height: PT / 2 };
        marks.iter().map(|y| rule(mark(y), Zone::FoldMark)).collect()
    }

    /// Salutation, text, close, enclosures.
    fn text(&mut self, blocks: &[Block]) -> Result<Vec<crate::layout::flow::Row>, RenderError> {
        let mut flow = Flow::new(self.sizes, LEFT, WIDTH, std::mem::take(&mut self.elements));
        let gap = self.sizes.gap();
        if self.is_large() {
            let lines: Vec<Span> = self.reference_lines().into_iter().map(Span::regular).collect();
            flow.stack(&lines, 0, false)?;
        }
        let salutation = clean_line(self.facts.addressee.salutation.reveal());
        flow.stack(&[Span::regular(salutation)], gap, true)?;
        flow.blocks(blocks)?;
        flow.glue_last(2);
        let close = if self.facts.addressee.named { "Yours sincerely" } else { "Yours faithfully" };
        flow.stack(&[Span::regular(close)], gap, true)?;
        flow.space(SIGNATURE);
        let signed = [&self.facts.dpo.name, &self.facts.dpo.role];
        let signed: Vec<Span> = signed.into_iter().map(|line| Span::regular(clean_line(line))).collect();
        flow.stack(&signed, 0, false)?;
        flow.blocks(&enclosures(self.facts))?;
        self.elements = flow.elements;
        Ok(flow.rows)
    }

    fn footer(&self) -> Result<Footer, RenderError> {
        let size = self.sizes.share(640);
        let leading = size * 130 / 100;
        let particulars = [Span::regular(particulars(self.facts))];
        let lines = break_lines(&particulars, size, WIDTH)?;
        let mut items = Vec::new();
        let mut baseline = A4_HEIGHT - mm10(110);
        for line in lines.into_iter().rev() {
            items.push(quiet(line, LEFT, baseline, size));
            baseline -= leading;
        }
        let size = self.sizes.share(760);
        baseline -= size * 30 / 100;
        let mut marks = vec![printed_reference(self.facts)];
        if let Some(head) = &self.facts.head {
            marks.push(format!("case record {} {}", head.case_seq, clean_line(&head.short)));
        }
        items.push(quiet(single_line(&marks.join(" · "), Style::Regular)?, LEFT, baseline, size));
        items.reverse();
        let top = baseline - size * 160 / 100;
        items.insert(0, rule(Rect { x: LEFT, y: top, width: WIDTH, height: PT / 2 }, Zone::Footer));
        Ok(Footer { top, items, number_baseline: baseline })
    }

    /// Puts foot and head on the pages, now that their number is known.
    fn furnish(&self, pages: &mut [Page], footer: &Footer) -> Result<(), RenderError> {
        let count = pages.len();
        let size = self.sizes.share(760);
        let name =
            self.facts.addressee.lines.first().map(|line| clean_line(line.reveal())).unwrap_or_default();
        let date = words::date(self.facts.dated_on);
        for (number, page) in (1..).zip(pages.iter_mut()) {
            let line = single_line(&format!("Page {number} of {count}"), Style::Regular)?;
            let x = LEFT + WIDTH - line.width(size);
            page.items.extend(footer.items.iter().cloned());
            page.items.push(quiet(line, x, footer.number_baseline, size));
            if number > 1 {
                let right = single_line(&date, Style::Regular)?;
                let right_x = LEFT + WIDTH - right.width(size);
                let left = break_lines(&[Span::regular(name.clone())], size, right_x - LEFT - mm10(80))?;
                let baseline = mm10(170);
                let left = left.into_iter().next().unwrap_or_default();
                for (line, x) in [(left, LEFT), (right, right_x)] {
                    let mut item = quiet(line, x, baseline, size);
                    item.zone = Zone::ContinuationHead;
                    page.items.push(item);
                }
            }
        }
        Ok(())
    }
}

/// Where a stack of lines goes.
#[derive(Clone, Copy)]
struct Place {
    x: Length,
    width: Length,
    top: Length,
    zone: Zone,
}

fn text_at(
    line: TextLine,
    x: Length,
    baseline: Length,
    size: Length,
    zone: Zone,
    element: Option<usize>,
) -> Item {
    Item { zone, element, drawn: Drawn::Text(TextAt { x, baseline, size, shade: Shade::Black, line }) }
}

/// Furniture: quiet, and not read out.
fn quiet(line: TextLine, x: Length, baseline: Length, size: Length) -> Item {
    Item {
        zone: Zone::Footer,
        element: None,
        drawn: Drawn::Text(TextAt { x, baseline, size, shade: Shade::Quiet, line }),
    }
}

/// What goes with the letter: numbered, with pages, and the total (PACK-1).
fn enclosures(facts: &LetterFacts) -> Vec<Block> {
    if facts.enclosures.is_empty() {
        return Vec::new();
    }
    let entries: Vec<Vec<Block>> = facts
        .enclosures
        .iter()
        .map(|enclosure| {
            let pages = match enclosure.pages {
                0 => "[not written yet: number of pages]".to_owned(),
                pages => words::counted(pages, "page", "pages"),
            };
            vec![Block::Paragraph(vec![Span::regular(format!(
                "{}, {pages}",
                clean_line(enclosure.title.reveal())
            ))])]
        })
        .collect();
    let total = facts.enclosures.iter().map(|enclosure| enclosure.pages).fold(0, u32::saturating_add);
    let word = if facts.electronic { "Attached" } else { "Enclosed" };
    let heading = match entries.len() {
        1 => word.to_owned(),
        count => format!("{word}: {count} documents, {} in all", words::counted(total, "page", "pages")),
    };
    vec![
        Block::Heading { level: 2, spans: vec![Span::bold(heading)] },
        Block::List { numbered: true, entries },
    ]
}

/// The company's particulars, required on business letters (SI 2015/17 reg 25).
fn particulars(facts: &LetterFacts) -> String {
    let organisation = &facts.organisation;
    let or_missing = |text: &str, what: &str| {
        if is_blank(text) { format!("[not written yet: {what}]") } else { clean_line(text) }
    };
    let office: Vec<String> = organisation
        .registered_office
        .iter()
        .filter(|line| !is_blank(line))
        .map(|line| clean_line(line))
        .collect();
    format!(
        "{}. Registered in {}, company number {}. Registered office: {}.",
        clean_line(&organisation.name),
        or_missing(&organisation.registered_in, "part of the United Kingdom"),
        or_missing(&organisation.company_number, "company number"),
        or_missing(&unbroken(&office.join(", ")), "registered office"),
    )
}
