//! Pages and fonts through printpdf: glyph numbers at places, every run marked as content or as furniture.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, DictItem, FontId, FontMetrics, Greyscale, Mm, Op, PaintMode, ParsedFont, PdfDocument,
    PdfFont, PdfFontHandle, PdfFontMetricsStub, PdfPage, PdfParseErrorSeverity, PdfSaveOptions, Pt, RawImage,
    RawImageData, RawImageFormat, TextItem, TextMatrix, XObject, XObjectId, XObjectTransform,
};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::{failed, tags};
use crate::RenderError;
use crate::layout::lines::scaled;
use crate::layout::{A4_HEIGHT, Drawn, Face, Glyph, Item, Layout, Length, Page, Rect, Run, Shade, TextAt};
use crate::logo::Picture;

/// The part of a face a document uses.
struct Subset {
    new_ids: GlyphRemapper,
    /// What each glyph stands for when it is copied, by the face's own number: the first use decides.
    texts: BTreeMap<u16, String>,
    naturals: BTreeMap<u16, i32>,
}

/// Writes the pages of a layout.
pub(super) fn pages(layout: &Layout) -> Result<lopdf::Document, RenderError> {
    let subsets = subsets(layout);
    let mut document = PdfDocument::new("");
    for (face, subset) in &subsets {
        document.resources.fonts.map.insert(font_id(*face), PdfFont::new(embedded(*face, subset)?));
    }
    for (number, picture) in pictures(layout).into_iter().enumerate() {
        document.resources.xobjects.map.insert(picture_id(number), XObject::Image(image(picture)));
    }
    let writer = Writer { subsets: &subsets, pictures: pictures(layout) };
    document.pages = layout.pages.iter().map(|page| writer.page(page)).collect();
    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    let mut warnings = Vec::new();
    let written = document.to_lopdf_document(&options, &mut warnings);
    // What printpdf leaves out it says as a warning; a letter with something left out must not exist.
    if warnings.iter().any(|warning| warning.severity != PdfParseErrorSeverity::Info) {
        return Err(failed("a page has parts that cannot be written"));
    }
    Ok(written)
}

fn runs(layout: &Layout) -> impl Iterator<Item = &Run> {
    layout.pages.iter().flat_map(|page| &page.items).flat_map(|item| match &item.drawn {
        Drawn::Text(text) => text.line.runs.as_slice(),
        Drawn::Rule { .. } | Drawn::Picture { .. } => &[],
    })
}

/// The different pictures of a document, in the order in which they appear.
fn pictures(layout: &Layout) -> Vec<&Picture> {
    let mut found: Vec<&Picture> = Vec::new();
    for item in layout.pages.iter().flat_map(|page| &page.items) {
        if let Drawn::Picture { picture, .. } = &item.drawn
            && !found.contains(&picture.as_ref())
        {
            found.push(picture);
        }
    }
    found
}

/// Our own name for the resource, as for fonts.
fn picture_id(number: usize) -> XObjectId {
    XObjectId(format!("P-{number}"))
}

/// Colours and opacity go into two streams, both packed without loss when the document is finished.
fn image(picture: &Picture) -> RawImage {
    let is_opaque = picture.rgba.as_chunks::<4>().0.iter().all(|dot| dot[3] == u8::MAX);
    let (pixels, data_format) = if is_opaque {
        let colours = picture.rgba.as_chunks::<4>().0;
        let bytes = colours.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect();
        (bytes, RawImageFormat::RGB8)
    } else {
        (picture.rgba.clone(), RawImageFormat::RGBA8)
    };
    RawImage {
        pixels: RawImageData::U8(pixels),
        width: picture.width,
        height: picture.height,
        data_format,
        tag: Vec::new(),
    }
}

fn subsets(layout: &Layout) -> BTreeMap<Face, Subset> {
    let mut used: BTreeMap<Face, BTreeMap<u16, &Glyph>> = BTreeMap::new();
    for run in runs(layout) {
        let glyphs = used.entry(run.face).or_default();
        for glyph in &run.glyphs {
            glyphs.entry(glyph.id).or_insert(glyph);
        }
    }
    used.into_iter()
        .filter(|(_, glyphs)| !glyphs.is_empty())
        .map(|(face, glyphs)| {
            // In the order of their numbers, so that the same set gives the same subset.
            let mut new_ids = GlyphRemapper::new();
            for id in glyphs.keys() {
                new_ids.remap(*id);
            }
            let texts = glyphs.iter().map(|(id, glyph)| (*id, glyph.text.clone())).collect();
            let naturals = glyphs.iter().map(|(id, glyph)| (*id, glyph.natural)).collect();
            (face, Subset { new_ids, texts, naturals })
        })
        .collect()
}

/// Our own name for the resource: printpdf's would come from a counter that runs through the whole process.
fn font_id(face: Face) -> FontId {
    FontId(format!("F-{}", face.name()))
}

/// A face reduced to the glyphs used. printpdf does not subset without its heavy features.
fn embedded(face: Face, subset: &Subset) -> Result<ParsedFont, RenderError> {
    let broken = |_| RenderError::Font { face: face.name() };
    let bytes = subsetter::subset(face.bytes(), 0, &subset.new_ids).map_err(|_| broken(()))?;
    let name = format!("{}+{}", tag_of(&bytes), face.name());
    let mut widths = BTreeMap::new();
    for (id, natural) in &subset.naturals {
        let new_id = subset.new_ids.get(*id).ok_or_else(|| broken(()))?;
        widths.insert(new_id, u16::try_from(*natural).unwrap_or(0));
    }
    let metrics = FontMetrics { ascent: 1069, descent: -293 };
    let mut font = ParsedFont::with_glyph_data(bytes, 0, Some(name), BTreeMap::new(), widths, 1000, metrics);
    font.pdf_font_metrics = PdfFontMetricsStub {
        units_per_em: 1000,
        // The box around every glyph of the widest face, Noto Sans: too large is allowed, too small is not.
        x_min: -621,
        y_min: -705,
        x_max: 2819,
        y_max: 1295,
        caret_slope_rise: if face == Face::Italic { 1000 } else { 1 },
        caret_slope_run: if face == Face::Italic { 213 } else { 0 },
        us_weight_class: if face == Face::Bold { 700 } else { 400 },
    };
    Ok(font)
}

/// Six capitals that tell one subset from another, from the subset's own bytes.
fn tag_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

struct Writer<'a> {
    subsets: &'a BTreeMap<Face, Subset>,
    pictures: Vec<&'a Picture>,
}

/// printpdf counts in points, as floating point numbers; ours have three decimals and go through exactly.
#[expect(clippy::cast_precision_loss, reason = "a page is under 2^24 thousandths of a point wide and high")]
const fn points(length: Length) -> f32 {
    length as f32 / 1000.0
}

impl Writer<'_> {
    fn page(&self, page: &Page) -> PdfPage {
        let mut ops = Vec::new();
        for (mark, item) in tags::marked(page) {
            ops.push(match mark {
                Some((id, tag)) => begin(tag, [("MCID", DictItem::Int(id))]),
                None => begin("Artifact", [("Type", DictItem::Name(b"Pagination".to_vec()))]),
            });
            self.item(item, &mut ops);
            ops.push(Op::EndMarkedContent);
        }
        PdfPage::new(Mm(210.0), Mm(297.0), ops)
    }

    fn item(&self, item: &Item, ops: &mut Vec<Op>) {
        match &item.drawn {
            Drawn::Text(text) => {
                ops.push(Op::SetFillColor { col: colour(text.shade) });
                self.text(text, ops);
            }
            Drawn::Rule { rect, shade } => {
                ops.push(Op::SetFillColor { col: colour(*shade) });
                ops.push(Op::DrawRectangle { rectangle: rectangle(*rect) });
            }
            Drawn::Picture { rect, picture } => {
                let number = self.pictures.iter().position(|other| *other == picture.as_ref());
                ops.extend(number.map(|number| place(number, *rect)));
            }
        }
    }

    fn text(&self, text: &TextAt, ops: &mut Vec<Op>) {
        let mut pen = 0;
        for run in &text.line.runs {
            let Some(subset) = self.subsets.get(&run.face) else { continue };
            let replaced = replacement(run, subset);
            if let Some(words) = &replaced {
                ops.push(begin(
                    "Span",
                    [("ActualText", DictItem::String { data: utf16(words), literal: false })],
                ));
            }
            ops.push(Op::StartTextSection);
            ops.push(Op::SetFont {
                font: PdfFontHandle::External(font_id(run.face)),
                size: Pt(points(text.size)),
            });
            pen = glyphs(run, subset, text, pen, ops);
            ops.push(Op::EndTextSection);
            if replaced.is_some() {
                ops.push(Op::EndMarkedContent);
            }
        }
    }
}

/// Shows the glyphs of a run from the pen on, and says where the pen is then (thousandths of an em).
fn glyphs(run: &Run, subset: &Subset, text: &TextAt, start: i32, ops: &mut Vec<Op>) -> i32 {
    let mut pen = start;
    let mut open: Option<(i32, Vec<Codepoint>)> = None;
    for glyph in &run.glyphs {
        let Some(code) = codepoint(glyph, subset) else { continue };
        if glyph.x_offset == 0 && glyph.y_offset == 0 {
            open.get_or_insert_with(|| (pen, Vec::new())).1.push(code);
        } else {
            // A mark out of line: shown on its own, so that viewers need no rise and no kerning around it.
            show(open.take(), 0, text, ops);
            show(Some((pen + glyph.x_offset, vec![code])), glyph.y_offset, text, ops);
        }
        pen += glyph.advance;
    }
    show(open, 0, text, ops);
    pen
}

fn codepoint(glyph: &Glyph, subset: &Subset) -> Option<Codepoint> {
    let new_id = subset.new_ids.get(glyph.id)?;
    let natural = subset.naturals.get(&glyph.id).copied().unwrap_or(glyph.natural);
    // Kerning is what the pen moves less than the face says.
    let kern = i16::try_from(natural - glyph.advance).unwrap_or(0);
    Some(Codepoint { gid: new_id, offset: f32::from(kern), cid: subset.texts.get(&glyph.id).cloned() })
}

fn show(segment: Option<(i32, Vec<Codepoint>)>, rise: i32, text: &TextAt, ops: &mut Vec<Op>) {
    let Some((pen, codes)) = segment else { return };
    let x = text.x + scaled(pen, text.size);
    let y = A4_HEIGHT - text.baseline + scaled(rise, text.size);
    ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(Pt(points(x)), Pt(points(y))) });
    ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(codes)] });
}

/// The characters of a run, if its glyphs alone would copy out as something else (Indic vowels that stand before
/// their consonant, for one).
fn replacement(run: &Run, subset: &Subset) -> Option<String> {
    let texts = run.glyphs.iter().filter_map(|glyph| subset.texts.get(&glyph.id).map(String::as_str));
    let copied: String = if run.right_to_left { texts.rev().collect() } else { texts.collect() };
    let plain = |text: &str| {
        let is_drawn = |character: &char| !matches!(character, '\u{200C}' | '\u{200D}');
        text.replace('\u{A0}', " ").chars().filter(is_drawn).collect::<String>()
    };
    (plain(&copied).trim_end() != plain(&run.text).trim_end()).then(|| run.text.clone())
}

/// A text string of PDF: UTF-16, high byte first, with its mark.
pub(super) fn utf16(text: &str) -> Vec<u8> {
    [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect()
}

fn begin<const N: usize>(tag: &str, properties: [(&str, DictItem); N]) -> Op {
    let map = properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties: DictItem::Dict { map } }
}

/// A picture is one unit wide and high; it is stretched to its place.
fn place(number: usize, rect: Rect) -> Op {
    Op::UseXobject {
        id: picture_id(number),
        transform: XObjectTransform {
            translate_x: Some(Pt(points(rect.x))),
            translate_y: Some(Pt(points(A4_HEIGHT - rect.bottom()))),
            scale_x: Some(points(rect.width)),
            scale_y: Some(points(rect.height)),
            no_auto_scale: true,
            ..XObjectTransform::default()
        },
    }
}

fn colour(shade: Shade) -> Color {
    let white = match shade {
        Shade::Black => 0.0,
        // 0.35 on white is 7.3 : 1.
        Shade::Quiet => 0.35,
        Shade::Faint => 0.65,
    };
    Color::Greyscale(Greyscale::new(white, None))
}

const fn rectangle(rect: Rect) -> printpdf::Rect {
    printpdf::Rect {
        x: Pt(points(rect.x)),
        y: Pt(points(A4_HEIGHT - rect.bottom())),
        width: Pt(points(rect.width)),
        height: Pt(points(rect.height)),
        mode: Some(PaintMode::Fill),
        winding_order: None,
    }
}
