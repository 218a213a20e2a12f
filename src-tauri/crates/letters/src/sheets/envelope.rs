//! Does our envelope fit? A sheet to print, fold and put in, and the same rectangles for the screen.

use casebook_law::words;
use chrono::NaiveDate;
use serde::Serialize;

use super::{heading, list, paragraph};
use crate::blocks::{Block, Span, Style};
use crate::envelope_profiles::{EnvelopeProfile, Tenths};
use crate::layout::flow::form::edges;
use crate::layout::flow::{Flow, Sizes, rule};
use crate::layout::items::{Drawn, Element, ElementKind, Item, Layout, Shade, TextAt, Zone};
use crate::layout::lines::single_line;
use crate::layout::pages::{Frame, paginate};
use crate::layout::{A4_HEIGHT, A4_WIDTH, Length, PT, Rect, mm10};
use crate::{RenderError, Rendered};

const MARGIN: Length = mm10(200);
const WIDTH: Length = A4_WIDTH - 2 * MARGIN;
/// Where the line of a hundred millimetres lies, from the top.
const SCALE: Length = mm10(2780);

/// A rectangle on the sheet in millimetres, from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct RectMm {
    /// From the left edge.
    pub x: f64,
    /// From the top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// What an envelope shows of the sheet, for a drawing over the preview.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EnvelopeOverlay {
    /// What the window shows however the sheet has slipped.
    pub always_visible: RectMm,
    /// What the window shows in some position of the sheet.
    pub ever_visible: RectMm,
    /// Where the address may stand.
    pub address_box: RectMm,
    /// Distances of the folds from the top.
    pub folds: Vec<f64>,
}

/// The rectangles of an envelope, or nothing if its numbers do not describe one.
#[must_use]
pub fn envelope_overlay(envelope: &EnvelopeProfile) -> Option<EnvelopeOverlay> {
    let mm = |tenths: i32| f64::from(tenths) / 10.0;
    let rect =
        |[x, y, width, height]: Tenths| RectMm { x: mm(x), y: mm(y), width: mm(width), height: mm(height) };
    envelope.is_possible().then(|| EnvelopeOverlay {
        always_visible: rect(envelope.always_visible_tenths()),
        ever_visible: rect(envelope.ever_visible_tenths()),
        address_box: rect(envelope.address_box_tenths()),
        folds: envelope.fold.marks().iter().map(|mark| mm(*mark)).collect(),
    })
}

/// A sheet to print, fold and put into the envelope.
///
/// # Errors
/// [`RenderError::Envelope`] if the numbers do not describe an envelope.
pub fn render_test_sheet(envelope: &EnvelopeProfile, made_on: NaiveDate) -> Result<Rendered, RenderError> {
    if !envelope.is_possible() {
        return Err(RenderError::Envelope);
    }
    let ever = envelope.ever_visible();
    let below = ever.bottom() + mm10(60);
    // The text goes below the window, or above it where there is more room.
    let frame = if A4_HEIGHT - below > ever.y {
        Frame { first_top: below, later_top: mm10(240), bottom: SCALE - mm10(60) }
    } else {
        Frame { first_top: mm10(150), later_top: mm10(240), bottom: ever.y - mm10(40) }
    };
    let mut flow = Flow::new(Sizes::SHEET, MARGIN, WIDTH, Vec::new());
    flow.blocks(&words_of(envelope, made_on))?;
    let mut pages = paginate(flow.rows, frame);
    let mut elements = flow.elements;
    if let Some(page) = pages.first_mut() {
        page.items.extend(drawing(envelope, &mut elements)?);
    }
    let layout = Layout {
        title: "Envelope test sheet".to_owned(),
        author: String::new(),
        made_on: made_on.to_string(),
        pages,
        elements,
    };
    Rendered::new(layout, "envelope-test/1".to_owned())
}

/// Rectangles, folds and the line of a hundred millimetres.
fn drawing(envelope: &EnvelopeProfile, elements: &mut Vec<Element>) -> Result<Vec<Item>, RenderError> {
    let (always, ever, address) =
        (envelope.always_visible(), envelope.ever_visible(), envelope.address_box());
    let mut items = Vec::new();
    let mut say = |text: &str, x: Length, baseline: Length, size: Length| {
        elements.push(Element { kind: ElementKind::Paragraph, parent: None });
        let line = single_line(text, Style::Regular)?;
        let at = TextAt { x, baseline, size, shade: Shade::Black, line };
        Ok::<_, RenderError>(Item {
            zone: Zone::Body,
            element: Some(elements.len() - 1),
            drawn: Drawn::Text(at),
        })
    };
    let small = 7 * PT;
    items.push(say("OUTER BOX: may show", ever.x + PT, ever.y - 2 * PT, small)?);
    items.push(say("INNER BOX: always shows", always.x + 2 * PT, always.y + 8 * PT, small)?);
    for (number, text) in (0..).zip(["Ms A. Sample", "1 Sample Street", "SAMPLETOWN", "AB1 2CD"]) {
        let baseline = address.y + 14 * PT + number * 12 * PT;
        if baseline < address.bottom() {
            items.push(say(text, address.x, baseline, 10 * PT)?);
        }
    }
    let black =
        |rect| Item { zone: Zone::Body, element: None, drawn: Drawn::Rule { rect, shade: Shade::Black } };
    items.extend(edges(ever, PT / 2).map(|edge| rule(edge, Zone::Body)));
    items.extend(edges(always, PT).map(black));
    for mark in envelope.fold.marks() {
        for x in [mm10(50), A4_WIDTH - mm10(150)] {
            items.push(black(Rect { x, y: mm10(*mark), width: mm10(100), height: PT / 2 }));
        }
        let label = mm(*mark);
        items.push(say(&label, mm10(50), mm10(*mark) - 2 * PT, small)?);
    }
    items.push(black(Rect { x: MARGIN, y: SCALE, width: mm10(1000), height: PT / 2 }));
    for x in [MARGIN, MARGIN + mm10(1000)] {
        items.push(black(Rect { x, y: SCALE - 4 * PT, width: PT / 2, height: 8 * PT }));
    }
    items.push(say("This line is 100 mm long.", MARGIN + mm10(1040), SCALE + 2 * PT, 9 * PT)?);
    Ok(items)
}

fn mm(tenths: i32) -> String {
    match tenths % 10 {
        0 => format!("{} mm", tenths / 10),
        rest => format!("{}.{} mm", tenths / 10, rest.abs()),
    }
}

fn words_of(envelope: &EnvelopeProfile, made_on: NaiveDate) -> Vec<Block> {
    let row = |what: &str, value: String| vec![vec![Span::regular(what)], vec![Span::regular(value)]];
    let [x, y, width, height] = envelope.always_visible_tenths();
    let folds: Vec<String> = envelope.fold.marks().iter().map(|mark| mm(*mark)).collect();
    let folds = if folds.is_empty() { "not folded".to_owned() } else { words::listed(&folds) };
    vec![
        heading(1, "Envelope test sheet"),
        paragraph(&format!("Made on {}. Nothing on it is about anybody.", words::date(made_on))),
        list(
            true,
            &[
                "Print this sheet at its own size: “100 %” or “actual size”, never “fit to page”. Measure the line at the foot: it has to be 100 mm long.",
                "Fold it at the marks with the boxes on the outside, and put it into your envelope.",
                "Push it into each corner of the envelope in turn and look through the window.",
                "In every corner you have to see the whole inner box, and nothing from outside the outer box. If so, the numbers below are right.",
                "If not, measure the envelope and its window again, change the numbers in Settings, Our envelope, and print a new sheet.",
            ],
        ),
        heading(2, "The numbers of this envelope"),
        Block::Table {
            headers: vec![vec![Span::regular("What")], vec![Span::regular("Length")]],
            rows: vec![
                row(
                    "Envelope, width by height",
                    format!("{} by {}", mm(envelope.width), mm(envelope.height)),
                ),
                row(
                    "Window, width by height",
                    format!("{} by {}", mm(envelope.window_width), mm(envelope.window_height)),
                ),
                row("Window from the left edge of the envelope", mm(envelope.window_left)),
                row("Window from the bottom edge of the envelope", mm(envelope.window_bottom)),
                row("Folds from the top of the sheet", folds),
                row(
                    "Inner box on the sheet",
                    format!(
                        "{} from the left, {} from the top, {} by {}",
                        mm(x),
                        mm(y),
                        mm(width),
                        mm(height)
                    ),
                ),
            ],
        },
    ]
}
